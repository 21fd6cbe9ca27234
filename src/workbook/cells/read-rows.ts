import type { CellValue } from "./cell-value";
import { pause } from "../../portfolio";
import { officeCode } from "../office-problem";

/** Columns next to each other, read as values, with what they carry besides, or as formulas or formats where those must be put back one day. */
export interface ColumnRun {
  left: number;
  width: number;
  as: "values" | "valuesAsJson" | "formulas" | "numberFormat";
}

/** One column that is reached by its mark, so that it is read wherever it has been moved to by then. */
export interface MarkedRun {
  cells: (row: number, count: number) => Excel.Range;
  width: 1;
  as: ColumnRun["as"];
}

/** How much goes through one request; a test sets less, so that runs of several requests need no megabytes. */
export const limits = {
  /** A reply of about this size leaves the pane responsive; Excel on the web refuses more than 5 MB. */
  replyBytes: 1_000_000,
  /** Excel on the web refuses requests above 5 MB; what surrounds the cells needs room too. */
  requestBytes: 4_000_000,
  /** The same for a page of the report, of which a request holds more than its values. */
  pageBytes: 3_500_000,
  /** The same for a list of clients that is made of lines. */
  madeBytes: 2_000_000,
  /** What is asked of sheets in the request that deletes them: the answer cannot be asked for again. */
  lastLookBytes: 4_000_000,
};

/** Size of a cell in a reply: numbers as they are written, text with two bytes a letter. */
export function bytesOfCell(value: CellValue | object): number {
  if (typeof value === "object") return JSON.stringify(value).length * 2;
  if (typeof value === "string") return 3 + value.length * 2;
  return (typeof value === "number" ? lettersOf(value) : String(value).length) + 1;
}

/** Letters of a number, without writing those that most lists hold: of at most two decimals. */
function lettersOf(value: number): number {
  const size = Math.abs(value);
  const cents = Math.round(size * 100);
  if (!(size < 1e12) || cents / 100 !== size) return String(value).length;
  const decimals = cents % 100 === 0 ? 0 : cents % 10 === 0 ? 2 : 3;
  let digits = 1;
  for (let power = 10; power <= size; power *= 10) digits++;
  return digits + decimals + (value < 0 ? 1 : 0);
}

const weighedRows = 200;

/** What a row weighs in a reply, on average of some of them. */
export function weightOfRow(rows: readonly (readonly CellValue[])[]): number {
  const step = Math.max(1, Math.floor(rows.length / weighedRows));
  let [bytes, weighed] = [0, 0];
  for (let row = 0; row < rows.length; row += step) {
    for (const cell of rows[row]) bytes += bytesOfCell(cell);
    weighed++;
  }
  return Math.max(bytes / Math.max(1, weighed), 1);
}

/** Columns that stand side by side, joined into runs. */
export function runsOf(columns: Iterable<number>, as: ColumnRun["as"]): ColumnRun[] {
  const runs: ColumnRun[] = [];
  for (const column of [...columns].sort((a, b) => a - b)) {
    const last = runs.at(-1);
    if (last && last.left + last.width === column) last.width++;
    else runs.push({ left: column, width: 1, as });
  }
  return runs;
}

/** A question that goes along with others, once in each of their requests. */
export interface AskedBeside {
  /** Queues it. @param isLast whether the request reads the last of the rows */
  ask: (isLast: boolean) => void;
  /** Looks at the answer to what was asked last, once it is there. @throws what that is a reason for */
  check: () => void;
}

/**
 * Reads rows of some columns in requests cut by bytes: the first by an estimate of what a row weighs, each further by what
 * the rows before it weighed.
 * When Excel finds a reply too large all the same, the piece is halved.
 *
 * @param take gets each piece as it arrives: first row, then one matrix per run; the pieces are not kept
 * @param beside is asked in each of these requests, and looked at before its cells are taken
 * @throws the error of Office.js
 */
export async function readRows(
  context: Excel.RequestContext,
  sheetId: string,
  runs: readonly (ColumnRun | MarkedRun)[],
  first: number,
  count: number,
  weight: number,
  take: (row: number, matrices: CellValue[][][]) => void,
  beside?: AskedBeside,
): Promise<void> {
  const width = runs.reduce((sum, run) => sum + run.width, 0);
  if (width === 0) return;
  let bytesOfRow = Math.max(weight, width);
  let limit = limits.replyBytes;
  let read: Excel.Range[] = [];
  for (let row = first; row < first + count;) {
    const rows = Math.min(first + count - row, Math.max(1, Math.floor(limit / bytesOfRow)));
    // Office.js keeps every range, with its values, until the run ends; also one that is only untracked.
    for (const range of read.splice(0)) range.track().untrack();
    const sheet = context.workbook.worksheets.getItem(sheetId);
    const ranges = runs.map((run) =>
      ("cells" in run ? run.cells(row, rows) : sheet.getRangeByIndexes(row, run.left, rows, run.width)).load(
        run.as,
      ),
    );
    beside?.ask(row + rows === first + count);
    try {
      // eslint-disable-next-line office-addins/no-context-sync-in-loop -- one request per megabyte
      await context.sync();
    } catch (error) {
      if (officeCode(error) !== "ResponsePayloadSizeLimitExceeded" || rows === 1) throw error;
      limit = Math.max(1, (rows * bytesOfRow) / 2);
      continue;
    }
    beside?.check();
    const matrices = ranges.map((range, i) => range[runs[i].as] as unknown as CellValue[][]);
    take(row, matrices);
    read = ranges;
    // The next reply is not to come into the same task.
    await pause();
    bytesOfRow = Math.max(
      matrices.map(weightOfRow).reduce((sum, of) => sum + of, 0),
      width,
    );
    row += rows;
  }
}

/** What a number format weighs in an answer. */
export const bytesOfFormat = 20;

/** Number formats of the rows of a column, by its place or by its mark; cut like {@link readRows}. */
export async function readFormats(
  context: Excel.RequestContext,
  sheetId: string,
  column: Pick<ColumnRun, "left"> | Pick<MarkedRun, "cells">,
  first: number,
  count: number,
  beside?: AskedBeside,
): Promise<string[]> {
  const formats: string[] = [];
  const run: ColumnRun | MarkedRun = { ...column, width: 1, as: "numberFormat" };
  const take = (_: number, [matrix]: CellValue[][][]) => {
    for (const [format] of matrix) formats.push(String(format));
  };
  await readRows(context, sheetId, [run], first, count, bytesOfFormat, take, beside);
  return formats;
}
