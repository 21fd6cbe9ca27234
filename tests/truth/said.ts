import { numbersIn, type Language } from "../../src/locales";
import type { SheetRecord } from "../../src/host/workbook-record";
import { readable } from "../taskpane/rendered";

/** A figure as somebody reads it in one place. */
export interface Said {
  /** Which figure: the same words for the same one in every place. */
  figure: string;
  place: string;
  shown: string;
}

/** A cell as it looks, by its number format. */
export function shownCell(value: unknown, format: string | undefined, language: Language): string {
  const { number, percent, scaled } = numbersIn[language];
  if (typeof value !== "number") return readable(String(value));
  const decimals = /0\.(0+)/.exec(format ?? "")?.[1].length ?? 0;
  const plain = () => {
    if (format?.includes("%")) return percent(value, decimals);
    // An amount in thousands or millions, with its unit.
    if (format?.includes('"')) return scaled(value);
    return number(value, decimals);
  };
  return readable(plain());
}

/** Rows of a sheet as they look: cells by column, blank ones and the data of charts beside the page left out. */
export function shownRows(sheet: SheetRecord, language: Language): ReadonlyMap<number, string>[] {
  const rows: Map<number, string>[] = [];
  const area = sheet.page.printArea;
  const sorted = sheet.cells
    .filter(({ column }) => !area || column < area.column + area.columns)
    .sort((a, b) => a.row - b.row || a.column - b.column);
  for (const { row, column, value, format } of sorted) {
    if (value === undefined || value === "" || typeof value === "object") continue;
    (rows[row] ??= new Map()).set(column, shownCell(value, format?.numberFormat, language));
  }
  return rows.filter(Boolean);
}

/** What is said of one figure in different ways; nothing where all places agree. */
export function contradictions(said: readonly Said[]): string[] {
  const byFigure = new Map<string, Map<string, string[]>>();
  for (const { figure, place, shown } of said) {
    const ways = byFigure.get(figure) ?? new Map<string, string[]>();
    byFigure.set(figure, ways);
    ways.set(shown, [...(ways.get(shown) ?? []), place]);
  }
  return Array.from(byFigure, ([figure, ways]) =>
    ways.size < 2
      ? []
      : [
          `${figure}: ${Array.from(ways, ([shown, places]) => `${shown} (${[...new Set(places)].join(", ")})`).join(" · ")}`,
        ],
  ).flat();
}
