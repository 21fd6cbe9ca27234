import type { CellValue } from "../cells/cell-value";
import { checksumOf, type FormulasOfCells } from "../cells/rows-checksum";
import { namedCells } from "../marks/named-cells";

/** What a run was to write from the first cell of a mark on, row by row, as `Range.formulas` gives it back. */
export interface Contents {
  rows: readonly (readonly CellValue[])[];
  formulas?: FormulasOfCells;
}

/** By the name of the mark. */
export type OwnContents = ReadonlyMap<string, Contents>;

/** Cells of a sheet on which a run was cut off: any of them may hold already what was to be written there, or nothing yet. */
export class OwnCells {
  readonly #blocks: readonly (Contents & { top: number; left: number })[];

  /** @param marks with their formulas, of the same moment as the name of the sheet */
  constructor(sheet: string, marks: readonly Excel.NamedItem[], contents: OwnContents) {
    this.#blocks = marks.flatMap((mark) => {
      const cells = mark.isNullObject ? null : namedCells(String(mark.formula));
      const own = cells?.sheet === sheet ? contents.get(mark.name) : undefined;
      return own ? [{ ...own, ...cells!.area }] : [];
    });
  }

  /** Cells that hold what we would not write there. */
  *othersIn(
    cells: readonly (readonly CellValue[])[],
    { rowIndex, columnIndex }: { rowIndex: number; columnIndex: number },
  ): Generator<{ row: number; column: number; cell: CellValue }> {
    for (const [r, line] of cells.entries()) {
      for (const [c, cell] of line.entries()) {
        const [row, column] = [rowIndex + r, columnIndex + c];
        if (cell !== "" && !this.#isOurs(cell, row, column)) yield { row, column, cell };
      }
    }
  }

  #isOurs(cell: CellValue, row: number, column: number): boolean {
    return this.#blocks.some(({ rows, top, left, formulas }) => {
      const written = rows[row - top]?.[column - left];
      if (written === undefined) return false;
      return cell === written || checksumOf([[cell]], formulas) === checksumOf([[written]], formulas);
    });
  }
}
