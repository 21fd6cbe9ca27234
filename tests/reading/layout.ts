import fc from "fast-check";
import type { SheetRecord } from "../../src/host/workbook-record";
import type { Language, Money, Truth, TruthChoices } from "./truth";
import { sumOf } from "./truth";

/** A drawn workbook, and what its reading must give back. */
export interface Layout {
  kind: string;
  language: Language;
  sheets: SheetRecord[];
  /** Amounts in cents by client; one entry per period where the list has periods. */
  clients: ReadonlyMap<string, readonly number[]>;
  /** Number of periods; null where there is one amount. */
  periods: number | null;
  /** Nothing decides what is meant: the reading must ask. */
  isQuestion?: true;
}

/** A kind of layouts: how its choices are drawn at random, and what they draw. */
export interface LayoutKind {
  name: string;
  arbitrary: fc.Arbitrary<Layout>;
}

export const languages: fc.Arbitrary<Language> = fc.constantFrom<Language>("en", "ru");
export const seeds = fc.noShrink(fc.integer({ min: 0, max: 0x7fffffff }));
/** True in one of `of` layouts; shrinks to false. */
export const seldom = (of: number): fc.Arbitrary<boolean> =>
  fc.integer({ min: 0, max: of - 1 }).map((drawn) => drawn === of - 1);

export const moneys = fc.constantFrom<Money>("whole", "cents", "thousands", "large", "likeYears");

/** What the true list of a layout is made from, but for its width. */
export const truthChoices = (
  clients: { min: number; max: number },
  money: fc.Arbitrary<Money> = moneys,
): fc.Arbitrary<Omit<TruthChoices, "width">> =>
  fc.record({
    language: languages,
    seed: seeds,
    clients: fc.integer(clients),
    money,
    gaps: fc.boolean(),
    returns: seldom(5),
  });

/** What the reading must give back of a truth. */
export function expectedOf(
  { clients, language }: Truth,
  periods: number | null,
): Pick<Layout, "clients" | "periods" | "language"> {
  return {
    language,
    periods,
    clients: new Map(
      clients.map(({ name, amounts }) => [name, periods === null ? [sumOf(amounts)] : amounts] as const),
    ),
  };
}

export const sheetNames: Record<Language, readonly string[]> = {
  en: ["Sheet1", "Data", "Report"],
  ru: ["Лист1", "TDSheet", "Отчёт"],
};
