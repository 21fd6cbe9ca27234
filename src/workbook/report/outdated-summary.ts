/** Summary says that it shows an earlier state, and says it no more once it does not: without a run, and only where that is safe. */
import type { CellValue } from "../cells/cell-value";
import { checksumOf } from "../cells/rows-checksum";
import { asOwnWork } from "../following/own-work";
import { freshnessRow } from "./paint/page/freshness-row";
import { heightOf, linesOf } from "./paint/page/text-fit";
import { markOf, unfinishedMarksOf } from "./paint/sheets";

/**
 * Writes a line into Summary, under its date. The sheet must be as a run left it: where anybody has changed a cell of the page, or
 * protects it, nothing is written. What stands there is read again in the request that writes, and given back when it is not what
 * was seen. Never throws: the pane tells it anyway.
 *
 * @param line "" for none
 * @returns false when Excel refused, as while somebody is in a cell: the next look may succeed
 */
export async function tellOnSummary(line: string): Promise<boolean> {
  try {
    await asOwnWork(() => Excel.run((context) => write(context, line)));
    return true;
  } catch {
    return false;
  }
}

async function write(context: Excel.RequestContext, line: string): Promise<void> {
  const { workbook } = context;
  const name = markOf("summary");
  const mark = workbook.names.getItemOrNullObject(name).load("comment");
  const unfinished = unfinishedMarksOf(name).map((each) =>
    workbook.names.getItemOrNullObject(each).load("name"),
  );
  workbook.load("readOnly");
  await context.sync();
  if (workbook.readOnly || mark.isNullObject || unfinished.some((each) => !each.isNullObject)) return;
  const range = mark.getRangeOrNullObject().load("formulas");
  await context.sync();
  if (range.isNullObject) return;
  const { row, column, columns, size, height } = freshnessRow;
  const seen = range.formulas as CellValue[][];
  const before = seen[row]?.[column];
  if (typeof before !== "string" || before === line || checksumOf(seen) !== mark.comment) return;
  range.worksheet.protection.load("protected");
  await context.sync();
  if (range.worksheet.protection.protected) return;
  const { comment } = mark;

  const page = () => workbook.names.getItem(name).getRange();
  const present = page().load("formulas");
  const place = page()
    .getCell(row, column)
    .getResizedRange(0, columns - 1)
    .load("width");
  page().getCell(row, column).values = [[line === "" ? "" : `'${line}`]];
  mark.comment = checksumOf(seen.map((cells, at) => (at === row ? withCell(cells, column, line) : cells)));
  await context.sync();
  const found = present.formulas as CellValue[][];
  if (JSON.stringify(found) !== JSON.stringify(seen)) {
    page().getCell(row, column).formulas = [[found[row]?.[column] ?? ""]];
    mark.comment = comment;
  } else {
    page().getCell(row, column).format.rowHeight =
      line === "" ? height : heightOf(linesOf(line, place.width, size), size);
  }
  await context.sync();
}

const withCell = (cells: readonly CellValue[], column: number, cell: CellValue): CellValue[] =>
  cells.map((each, at) => (at === column ? cell : each));
