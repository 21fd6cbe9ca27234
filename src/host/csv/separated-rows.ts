import Papa from "papaparse";
import { WorkbookFileError } from "../workbook-file-error";

export type Separator = "\t" | ";" | ",";

/** In order of preference: amounts may hold commas, names semicolons, neither holds tabs. */
const separators: readonly Separator[] = ["\t", ";", ","];

/** Letters that are looked at to find the separator. */
const sampleLength = 200_000;

/**
 * The rows of a text whose fields are separated by tabs, semicolons or commas, whichever gives rows of one width.
 *
 * @param text lines ending in "\n"; a first line `sep=;`, as Excel knows it, names the separator
 * @throws WorkbookFileError `noColumns` when none of them gives two rows of several fields
 */
export function separatedRows(text: string): { rows: string[][]; separator: Separator } {
  const named = /^\ufeff?sep=([\t;,])\n/i.exec(text);
  const body = named ? text.slice(named[0].length) : text;
  const separator = (named?.[1] as Separator | undefined) ?? separatorOf(body);
  if (separator === null) throw new WorkbookFileError("noColumns", "no separator gives several columns");
  return { rows: rowsOf(body, separator), separator };
}

function separatorOf(text: string): Separator | null {
  const whole = text.length <= sampleLength;
  const sample = whole ? text : text.slice(0, text.lastIndexOf("\n", sampleLength) + 1 || sampleLength);
  let best: { separator: Separator; evenness: number } | null = null;
  for (const separator of separators) {
    const widths = widthsOf(rowsOf(sample, separator));
    if (widths.several < Math.min(2, widths.filled)) continue;
    const evenness = (widths.several + widths.usual) / widths.filled;
    if (best === null || evenness > best.evenness + 0.1) best = { separator, evenness };
  }
  return best?.separator ?? null;
}

/** Rows that hold something, those of several fields among them, and those of the width that most of these have. */
function widthsOf(rows: readonly string[][]): { filled: number; several: number; usual: number } {
  const counts = new Map<number, number>();
  let [filled, several] = [0, 0];
  for (const row of rows) {
    if (!row.some((field) => field !== "")) continue;
    filled++;
    if (row.length === 1) continue;
    several++;
    counts.set(row.length, (counts.get(row.length) ?? 0) + 1);
  }
  return { filled, several, usual: Math.max(0, ...counts.values()) };
}

/**
 * Quotation marks that enclose nothing ("Aster" Ltd;120) would swallow the lines behind them. Where the parser stumbles
 * over some, they are taken as letters if more rows then have the usual width.
 */
function rowsOf(text: string, separator: Separator): string[][] {
  const options = { delimiter: separator, newline: "\n" } as const;
  const quoted = Papa.parse<string[]>(text, options);
  if (!quoted.errors.some(({ type }) => type === "Quotes")) return quoted.data;
  const bare = Papa.parse<string[]>(text, { ...options, fastMode: true }).data;
  if (widthsOf(bare).usual <= widthsOf(quoted.data).usual) return quoted.data;
  return bare.map((row) => row.map(withoutEnclosing));
}

function withoutEnclosing(field: string): string {
  return field.length > 1 && field.startsWith('"') && field.endsWith('"')
    ? field.slice(1, -1).replaceAll('""', '"')
    : field;
}
