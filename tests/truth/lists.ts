import type { Language } from "../../src/locales";
import { sampleTextsOf } from "../../src/locales/sample-texts";
import { sampleHeaderRow, sampleList } from "../../src/portfolio/sample/sample-list";
import type { SheetRecord } from "../../src/host/workbook-record";
import { Draws } from "../draws";
import { sheetOf, sheetWithTable, type Cell } from "../workbook-records";

/** A workbook with one list. */
export interface TruthList {
  name: string;
  language: Language;
  sheet: SheetRecord;
}

const sample = (language: Language): TruthList => {
  const { columns, rows } = sampleList(sampleTextsOf[language]);
  const cells: Cell[][] = [columns.map(({ header }) => header), ...rows.map((row) => [...row])];
  return {
    name: `the sample, ${language}`,
    language,
    sheet: sheetOf("Clients", cells, {}, { row: sampleHeaderRow, column: 0 }),
  };
};

const table = (name: string, language: Language, rows: Cell[][]): TruthList => ({
  name,
  language,
  sheet: sheetWithTable("Clients", "Clients", rows),
});

const names = [
  "Aster",
  "Borealis",
  "Cobalt",
  "Dorian",
  "Elmwood",
  "Fjord",
  "Garnet",
  "Hollin",
  "Ivory",
  "Juniper",
  "Kestrel",
  "Larkspur",
  "Marlow",
  "Novaplex",
  "Osprey",
  "Palisade",
  "Quillon",
  "Redmont",
  "Saffron",
  "Tolland",
  "Umber",
  "Vantage",
];

/** Lists as people have them: amounts of any size, returns, money without a client, profits, scores, managers, few or many months. */
export function drawnList(seed: number): TruthList {
  const draw = Draws.scattered(seed);
  const count = draw.integer(5, names.length);
  const language = draw.pick(["en", "ru"] as const);
  const unit = draw.pick([1, 1000, 250_000]);
  const amount = (size: number): Cell =>
    draw.chance(0.06) ? null : Math.round(size * unit * (0.6 + draw.next()) * 100) / 100;
  const months = draw.pick([0, 0, 1, 2, 4, 12, 25]);
  const headers =
    months === 0
      ? ["Sales"]
      : Array.from(
          { length: months },
          (_, i) => `${2023 + Math.floor(i / 12)}-${String((i % 12) + 1).padStart(2, "0")}`,
        );
  const [profit, scores, manager] = [draw.chance(0.4), draw.chance(0.4), draw.chance(0.5)];
  const falling = draw.pick([0.2, 0.7, 1.3]);
  const row = (name: string | null, size: number): Cell[] => [
    name,
    ...(manager ? [draw.pick(["Reed", "Park", null])] : []),
    ...headers.map(() => amount(size)),
    ...(profit ? [Math.round(size * unit * (draw.next() - 0.2))] : []),
    ...(scores ? [draw.integer(1, 10), draw.integer(1, 10)] : []),
  ];
  const rows = names.slice(0, count).map((name, i) => row(name, 100 / (i + 1) ** falling));
  if (draw.chance(0.4)) rows.push(row(null, draw.pick([1, 30])));
  if (draw.chance(0.3)) {
    const returns = row("Zephyr Returns", 5);
    const first = 1 + (manager ? 1 : 0);
    returns[first] = -Math.abs(Number(returns[first] ?? 1));
    rows.push(returns);
  }
  return table(`drawn, seed ${seed}`, language, [
    [
      "Client",
      ...(manager ? ["Manager"] : []),
      ...headers,
      ...(profit ? ["Profit"] : []),
      ...(scores ? ["Attractiveness: volume", "Loyalty: price"] : []),
    ],
    ...rows,
  ]);
}

const day = (month: number, at: number) => 45_658 + month * 30 + at;

/** Lists that stand for a kind of their own. */
export const knownLists: readonly TruthList[] = [
  sample("en"),
  sample("ru"),
  table("client and amount only", "en", [
    ["Client", "Revenue"],
    ...names.map((name, i): Cell[] => [name, Math.round(5_000_000 / (i + 1) ** 1.4)]),
  ]),
  table("two periods", "en", [
    ["Client", "2024", "2025"],
    ...names.slice(0, 12).map((name, i): Cell[] => [name, 1200 - i * 70, 900 + ((i * 331) % 400)]),
  ]),
  table("lines of documents", "en", [
    ["Date", "Invoice", "Client", "Manager", "Sales"],
    ...Array.from({ length: 90 }, (_, i): Cell[] => [
      day(i % 11, (i * 7) % 28),
      `A-${i + 1}`,
      names[(i * i + 3 * i) % 9],
      ["Reed", "Park"][i % 2],
      250 + ((i * 7919) % 4000),
    ]),
  ]),
];
