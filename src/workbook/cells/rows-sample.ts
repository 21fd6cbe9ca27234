/** Whether rows that were read by several requests stood together: somebody may sort them in between, which no count of rows shows. */
import type { CellValue } from "./cell-value";
import type { ColumnRun } from "./read-rows";

/** Rows that are looked at once more. */
const mostRows = 64;
/** Of each piece; its first and its last are among them. */
const rowsOfPiece = 16;

interface SampledRow {
  row: number;
  cells: readonly (readonly CellValue[])[];
}

/** Some rows of the pieces that have been read, to be looked at again. */
export class RowsSample {
  readonly #context: Excel.RequestContext;
  readonly #sheetId: string;
  readonly #runs: readonly ColumnRun[];
  readonly #rows: SampledRow[] = [];
  #asked: { row: SampledRow; ranges: Excel.Range[] }[] = [];

  constructor(context: Excel.RequestContext, sheetId: string, runs: readonly ColumnRun[]) {
    this.#context = context;
    this.#sheetId = sheetId;
    this.#runs = runs;
  }

  /** Keeps some rows of a piece. @param matrices one per run */
  note(first: number, matrices: readonly CellValue[][][]): void {
    for (const at of evenly(matrices[0].length, rowsOfPiece)) {
      this.#rows.push({ row: first + at, cells: matrices.map((matrix) => matrix[at]) });
    }
  }

  /** Queues the question what stands in these rows now, where they are to be looked at. */
  ask(isWanted: boolean): void {
    const sheet = this.#context.workbook.worksheets.getItem(this.#sheetId);
    this.#asked = evenly(isWanted ? this.#rows.length : 0, mostRows).map((at) => {
      const row = this.#rows[at];
      const ranges = this.#runs.map(({ left, width, as }) =>
        sheet.getRangeByIndexes(row.row, left, 1, width).load(as),
      );
      return { row, ranges };
    });
  }

  /** Whether none of them had moved, where it was asked. In one that stands somebody may have edited a cell. */
  isStanding(): boolean {
    return this.#asked.every(({ row, ranges }) => {
      const now = ranges.map((range, i) => (range[this.#runs[i].as] as unknown as CellValue[][])[0]).flat();
      const before = row.cells.flat();
      const others = before.filter((cell, c) => cell !== now[c]).length;
      return others === 0 || others < Math.min(2, filledIn(before), filledIn(now));
    });
  }
}

const filledIn = (cells: readonly CellValue[]): number => cells.filter((cell) => cell !== "").length;

/** At most so many of some numbers from 0 on, evenly, the first and the last among them. */
function evenly(count: number, most: number): number[] {
  if (count <= most) return Array.from({ length: count }, (_, i) => i);
  return Array.from({ length: most }, (_, i) => Math.round((i * (count - 1)) / (most - 1)));
}
