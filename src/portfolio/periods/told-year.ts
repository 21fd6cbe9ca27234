import type { SourceList } from "../list/source-list";
import { readPeriodHeader } from "./period-header";

/** A year, or a book year: `2025-26`, `2025/2026`. */
const years =
  /(?<![\d.,])(?:(?:\d{1,2}\.){0,2})((?:19|20)\d{2})(?:[-–/]((?:19|20)?\d{2})(?![-–/.\d]))?(?!\d|[.,]\d)/g;
/** When a report was made is not what it is of. */
const whenMade =
  /печат|сформирован|составлен|выгру[жз]|создан|дата отч|по состоянию|print|generated|created|exported|run (?:on|date)|as (?:of|at)|\d:\d{2}/i;

/** The years of a book year, the same one where it is that of the calendar. */
interface ToldYears {
  first: number;
  last: number;
}

/**
 * The year that the texts above a list, or else the name of its sheet, tell for headers without one: `Продажи за 2024 год`,
 * `January - June, 2025`. Of a book year the one in which it begins. Null where they tell none, or several.
 */
export const toldYear = (list: Pick<SourceList, "titles" | "sheet">): number | null =>
  toldYears(list)?.first ?? null;

function toldYears({ titles = [], sheet }: Pick<SourceList, "titles" | "sheet">): ToldYears | null {
  const above = titles.filter((title) => !whenMade.test(title));
  return onlyYearsIn(above) ?? onlyYearsIn([sheet]);
}

function onlyYearsIn(texts: readonly string[]): ToldYears | null {
  const found = texts.flatMap((text) =>
    [...text.matchAll(years)].flatMap(([, year, next]): ToldYears[] => {
      const first = Number(year);
      const last = next?.length === 2 ? 100 * Math.floor(first / 100) + Number(next) : Number(next);
      if (last === first + 1) return [{ first, last }];
      // "2019-2024" tells no year, and "2024-07" one with its month.
      return [first, ...(next?.length === 4 ? [last] : [])].map((each) => ({ first: each, last: each }));
    }),
  );
  const isOne = new Set(found.map(({ first, last }) => `${first} ${last}`)).size === 1;
  return isOne ? found[0] : null;
}

/**
 * The day that places headers without a year: the end of an earlier year that the list tells, else `asOf` (ISO day). The months of a
 * book year lie in its second year from the new year on, and where they pass it.
 */
export function dayOfYearless(
  list: Pick<SourceList, "titles" | "sheet"> & Partial<Pick<SourceList, "columns">>,
  asOf: string,
): string {
  const told = toldYears(list);
  if (told === null) return asOf;
  const year = told.first === told.last || endsInSecondYear(list.columns ?? []) ? told.last : told.first;
  return year < Number(asOf.slice(0, 4)) ? `${year}-12-31` : asOf;
}

/** Months before which a book year rarely begins. */
const firstOfBooks = 4;

function endsInSecondYear(columns: SourceList["columns"]): boolean {
  const months = columns.flatMap(({ header, headerFormat }) => {
    const reading = readPeriodHeader(header, headerFormat);
    return reading?.kind === "yearless" && reading.unit === "month" ? [reading.index] : [];
  });
  const passesNewYear = months.some((month, i) => i > 0 && month < months[i - 1]);
  return passesNewYear || (months.length > 0 && months[0] < firstOfBooks);
}
