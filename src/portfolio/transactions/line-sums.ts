import { groupTotals, snap } from "../../analysis";
import type { SourceColumn } from "../list/source-list";
import { type Steps, within } from "../steps";
import type { JoinedLines } from "./lines/joined-lines";
import type { LinePeriods } from "./lines/line-periods";
import type { LineSource } from "./lines/line-reading";
import type { MadeKey } from "./made-list";

/** What lines are added up to. */
export interface SummedRows {
  count: number;
  /** Row of each line; −1 for lines that do not count. */
  row: Int32Array;
}

/** Amounts per period, each one per row. Lines are put in order of their periods first, so that each is looked at once. */
export function* historiesSteps(
  { amounts, count }: JoinedLines,
  { periods, slot }: LinePeriods,
  { row, count: rowCount }: SummedRows,
): Steps<Float64Array[]> {
  const ends = new Int32Array(periods.length + 1);
  for (let line = 0; line < count; line++) if (slot[line] >= 0) ends[slot[line] + 1]++;
  for (let period = 0; period < periods.length; period++) ends[period + 1] += ends[period];
  const next = ends.slice();
  const amountInOrder = new Float64Array(ends[periods.length]);
  const rowInOrder = new Int32Array(ends[periods.length]);
  yield 0.1;
  if (periods.length === 0) return [];
  for (let line = 0; line < count; line++) {
    if (slot[line] < 0) continue;
    const at = next[slot[line]]++;
    amountInOrder[at] = amounts[line];
    rowInOrder[at] = row[line];
  }
  yield 0.3;
  const histories: Float64Array[] = [];
  for (let period = 0; period < periods.length; period++) {
    const [from, to] = [ends[period], ends[period + 1]];
    const sums = groupTotals(amountInOrder.subarray(from, to), rowInOrder.subarray(from, to), rowCount);
    histories.push(sums.map(snap));
    yield 0.3 + (0.7 * period) / periods.length;
  }
  return histories;
}

/** A column of money besides the amounts. */
export interface Measure {
  key: MadeKey;
  header: string;
  values: Float64Array;
}

/** Costs, costs to serve and profit, added up per row; NaN for rows without any. What belongs to returned goods goes back with them. */
export function* measuresSteps(lines: JoinedLines, rows: SummedRows): Steps<Measure[]> {
  const headersOf = (pick: (source: LineSource) => readonly SourceColumn[]) => [
    ...new Set(lines.parts.flatMap(({ source }) => pick(source).map(({ header }) => String(header).trim()))),
  ];
  const withHeader = (columns: readonly SourceColumn[], header: string) =>
    columns.find((column) => String(column.header).trim() === header) ?? null;
  const wanted = [
    ...headersOf(({ columns }) => columns.costs).map((header) => ({
      key: `cost:${header}` as const,
      header,
      pick: ({ columns }: LineSource) => withHeader(columns.costs, header),
    })),
    ...headersOf(({ columns }) => columns.costsToServe).map((header) => ({
      key: `costToServe:${header}` as const,
      header,
      pick: ({ columns }: LineSource) => withHeader(columns.costsToServe, header),
    })),
    ...headersOf(({ columns: { profit } }) => (profit ? [profit] : []))
      .slice(0, 1)
      .map((header) => ({
        key: "profit" as const,
        header,
        pick: ({ columns }: LineSource) => columns.profit,
      })),
  ];
  const measures: Measure[] = [];
  for (const [i, { key, header, pick }] of wanted.entries()) {
    const values = yield* within(i / wanted.length, (i + 0.9) / wanted.length, lines.numbersSteps(pick));
    const known = new Uint8Array(rows.count);
    const isOnce = standsOnce(lines, values);
    const at = rows.row.map((row, line) => {
      if (row < 0 || Number.isNaN(values[line])) return -1;
      if (isOnce && isRepeat(lines, line)) return -1;
      if (lines.isReturn[line] && values[line] > 0) values[line] = -values[line];
      known[row] = 1;
      return row;
    });
    const sums = groupTotals(values, at, rows.count);
    measures.push({ key, header, values: sums.map((sum, row) => (known[row] ? snap(sum) : NaN)) });
  }
  return measures;
}

/** Whether the amount of a line is that of its document, which another line has counted. */
function isRepeat({ repeats, amounts }: JoinedLines, line: number): boolean {
  return repeats[line] >= 0 && amounts[line] === 0;
}

/** Whether a measure repeats the sum of a document on each of its lines as the amounts do; else it is the lines' own. */
function standsOnce(lines: JoinedLines, values: Float64Array): boolean {
  let [same, all] = [0, 0];
  for (let line = 0; line < lines.count; line++) {
    if (lines.repeats[line] < 0 || !isRepeat(lines, line) || Number.isNaN(values[line])) continue;
    all++;
    if (values[line] === values[lines.repeats[line]]) same++;
  }
  return all > 0 && same >= 0.95 * all;
}
