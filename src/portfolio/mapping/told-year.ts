import type { SourceList } from "../list/source-list";

const years = /(?<![\d.,])(?:(?:\d{1,2}\.){0,2})((?:19|20)\d{2})(?!\d|[.,]\d)/g;
/** When a report was made is not what it is of. */
const whenMade =
  /печат|сформирован|составлен|выгру[жз]|создан|дата отч|по состоянию|print|generated|created|exported|run (?:on|date)|as (?:of|at)|\d:\d{2}/i;

/**
 * The year that the texts above a list, or else the name of its sheet, tell for headers without one: `Продажи за 2024 год`,
 * `January - June, 2025`. Null where they tell none, or several.
 */
export function toldYear({ titles = [], sheet }: Pick<SourceList, "titles" | "sheet">): number | null {
  const above = titles.filter((title) => !whenMade.test(title));
  return onlyYearIn(above) ?? onlyYearIn([sheet]);
}

function onlyYearIn(texts: readonly string[]): number | null {
  const found = new Set(texts.flatMap((text) => [...text.matchAll(years)].map(([, year]) => Number(year))));
  return found.size === 1 ? [...found][0] : null;
}

/** The day that places headers without a year: the end of an earlier year that the list tells, else `asOf` (ISO day). */
export function dayOfYearless(list: Pick<SourceList, "titles" | "sheet">, asOf: string): string {
  const year = toldYear(list);
  return year !== null && year < Number(asOf.slice(0, 4)) ? `${year}-12-31` : asOf;
}
