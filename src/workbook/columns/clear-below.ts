import { type CellValue, entered } from "../cells/cell-value";
import { firstBelow } from "../source/list-place";
import type { Source } from "../source/source";
import { formatsUnder, readLook } from "./new-column-look";
import { markedCells, nameIn } from "./results/result-ranges";
import { isShareFormat } from "./share-format";

/**
 * Clears results of ours right below a table that somebody has made shorter, with number formats of ours: they belong to no row of it
 * any more. What stands there otherwise by then comes again. No request where there are none.
 *
 * @throws errors of Office.js
 */
export async function clearBelow(context: Excel.RequestContext, { place, below }: Source): Promise<void> {
  if (!below || below.rowCount === 0) return;
  const rows = { first: firstBelow(place), count: below.rowCount };
  const share = place.own.find(({ column }) => column === "share");
  const mark = share && nameIn(context, share.name, share.scope).load("comment");
  const present = share && markedCells(context, place, share, rows).load("numberFormat");
  if (mark) await context.sync();
  const before = mark && formatsUnder(readLook(mark.comment));
  const found = place.own.map((own) => {
    const range = markedCells(context, place, own, rows).load("formulas");
    markedCells(context, place, own, rows).clear("Contents");
    return range;
  });
  const dressed = share && markedCells(context, place, share, rows).load("numberFormat");
  if (share && before) {
    const formats = (present!.numberFormat as string[][]).map(([format], row) => [
      isShareFormat(format) ? before(rows.first + row) : null,
    ]);
    markedCells(context, place, share, rows).numberFormat = formats as string[][];
  }
  await context.sync();
  const stood = found.map(({ formulas }) => (formulas as CellValue[][]).map(([cell]) => cell));
  const isSame = stood.every((cells, i) => cells.every((cell, row) => cell === below.cells[i][row]));
  if (isSame) return;
  // Rows have moved, or somebody has typed there.
  place.own.forEach((own, i) => {
    markedCells(context, place, own, rows).formulas = stood[i].map((cell) => [entered(cell)]);
  });
  if (share && before)
    markedCells(context, place, share, rows).numberFormat = dressed!.numberFormat as string[][];
  await context.sync();
}
