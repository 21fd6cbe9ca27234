import { addressOf, type WrittenOver } from "../../../portfolio";
import { type CellValue, entered } from "../../cells/cell-value";
import { isDoneInTwo } from "../../office-problem";
import { firstRowOf, rowCountOf } from "../../source/list-place";
import { addedIn, markedCells, newPosition } from "../results/result-ranges";
import { sameCell, type PlannedColumn } from "../results/result-plan";
import { writtenIn } from "../results/written-cells";
import type { Writing, WrittenPiece } from "../writing";
import { foundBefore, rowsThen } from "./own-rows";
import { askForEffects, type Effects } from "./run-effects";

/** A cell into which somebody had typed in the last moment, and the row where it stands by now; -1 is the header of a new column. */
export interface TypedCell {
  column: PlannedColumn;
  row: number;
  content: CellValue;
}

/**
 * Cells of a new column that hold what was written, or nothing, where somebody had just typed something. One whose row has gone is no
 * more.
 * @param then of {@link rowsThen}
 */
export function typedOver(
  writing: Writing,
  { present }: Effects,
  column: PlannedColumn,
  then: readonly number[],
): TypedCell[] {
  const isWritten = writtenIn(column);
  return [...foundBefore(writing, column)].flatMap(([before, content]) => {
    const row = before < 0 ? before : then.indexOf(before);
    if (row < 0 && before >= 0) return [];
    const { first, cells } = present.get(column)!;
    const standing = cells[row - first];
    const isOurs = row < 0 ? standing === column.header : isWritten(standing);
    return isOurs || standing === "" ? [{ column, row, content }] : [];
  });
}

/**
 * Gives cells back one by one where new columns cannot be taken away: under a filter Excel writes a single cell where it belongs, and
 * not every cell of a protected sheet is locked.
 * @returns everything of others in the new columns, given back or not: the next run writes there
 */
export async function giveTypedBack(writing: Writing): Promise<WrittenOver[]> {
  const { context, source, plan } = writing;
  const { place } = source;
  const added = addedIn(plan);
  try {
    const effects = await askForEffects(writing);
    const then = rowsThen(writing, effects);
    const columns = added.filter((column) => effects.present.has(column));
    if (columns.length === 0) return [];
    // A header that somebody has typed over ours stays hers.
    const rows = { first: 0, count: rowCountOf(place) + effects.grown };
    const standing = columns.map((column) => ({
      column,
      range: markedCells(context, place, column, rows).load("formulas,rowIndex,columnIndex"),
    }));
    const sheet = context.workbook.worksheets.getItem(place.sheetId).load("name");
    await context.sync();
    const over = columns.flatMap((column) => typedOver(writing, effects, column, then));
    const others = standing.flatMap(({ column, range }) => {
      const isWritten = writtenIn(column);
      return (range.formulas as CellValue[][]).flatMap(([content], row) =>
        content === "" || isWritten(content) ? [] : [{ column, row, content }],
      );
    });
    const giveBack = (cells: readonly TypedCell[]) => async () => {
      for (const { content, ...cell } of cells) cellOf(writing, cell).formulas = [[entered(content)]];
      await context.sync();
    };
    if (!(await isDoneInTwo(giveBack(over)))) {
      // One that is refused keeps none of the others back.
      for (const cell of over) await isDoneInTwo(giveBack([cell]));
    }
    return [...over, ...others].map(({ column, row, content }) => {
      const { rowIndex, columnIndex } = standing.find((each) => each.column === column)!.range;
      return {
        address: addressOf(sheet.name, rowIndex + row, columnIndex),
        content: String(content),
      };
    });
  } catch {
    return added.flatMap((column) =>
      [...foundBefore(writing, column)].map(([row, content]) => ({
        address: addressOf(place.sheet, firstRowOf(place) + row, newPosition(place, plan, column)),
        content: String(content),
      })),
    );
  }
}

const cellOf = (
  { context, source }: Writing,
  { column, row }: Pick<TypedCell, "column" | "row">,
): Excel.Range => markedCells(context, source.place, column, { first: row, count: 1 });

/** What somebody had typed, by the time it was written over, into cells of a piece that got what they had before. */
export function typedInto(
  columns: readonly PlannedColumn[],
  { first }: WrittenPiece,
  cells: readonly Excel.Range[],
  given: readonly (readonly (CellValue | null)[])[],
): TypedCell[] {
  return columns.flatMap((column, i) =>
    given[i].flatMap((cell, r): TypedCell[] => {
      const held = cells[i].formulas[r][0] as CellValue;
      const row = first + r;
      if (cell === null || held === "") return [];
      const isKnown = [column.cells![row], entered(cell), cell].some(
        (each) => each !== null && sameCell(each, held),
      );
      return isKnown ? [] : [{ column, row, content: held }];
    }),
  );
}

/** Enters what somebody had typed once more, in the rows that have not moved. One round trip where there is some. */
export async function enterAgain(writing: Writing, typed: readonly TypedCell[]): Promise<void> {
  if (typed.length === 0) return;
  for (const each of typed) cellOf(writing, each).formulas = [[entered(each.content)]];
  await writing.context.sync();
}
