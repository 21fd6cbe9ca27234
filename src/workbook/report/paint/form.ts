import { checksumOf } from "../../cells/rows-checksum";
import { type CellValue, entered } from "../../cells/cell-value";
import { namedCells } from "../../marks/named-cells";
import { inSpiteOfTrouble } from "../../office-problem";
import { heightRuns, joinRows } from "./looks";
import type { Area, Page, SheetKey } from "./page/page";
import { palette } from "./page/palette";
import { dress, rowsOf, writeContents } from "./paint";
import { formMarkOf, markOf, unfinishedMarksOf } from "./sheets";
import { type RangeOf, requireSize } from "./writing";

/** What stands below a page for the user to fill in. */
export interface FormPlan {
  /** Of the same columns as the page above it, without merged cells. */
  page: Page;
}

/**
 * Puts the form below its page, once: from then on its cells belong to the user, and no run writes into them again. They move
 * with the sheet and down with the page; where the user has deleted them they stay away. Both print together.
 * Two round trips, more when the form is cut by bytes.
 *
 * @throws errors of Office.js
 */
export async function settleForm(
  context: Excel.RequestContext,
  key: SheetKey,
  { page }: FormPlan,
): Promise<void> {
  const { names } = context.workbook;
  const [unfinished] = unfinishedMarksOf(formMarkOf(key));
  const [form, begun, top] = [formMarkOf(key), unfinished, markOf(key)].map((name) =>
    names.getItemOrNullObject(name).load("formula"),
  );
  await context.sync();
  const placeOf = (item: Excel.NamedItem) => (item.isNullObject ? null : namedCells(String(item.formula)));
  if (form.isNullObject) {
    await (placeOf(begun) ? completeForm(context, key, page) : addForm(context, key, page));
  } else if (placeOf(form)?.sheet !== placeOf(top)?.sheet) return;
  await printTogether(context, key);
}

/** Makes a page print with the form below it. */
export const printTogether = (context: Excel.RequestContext, key: SheetKey): Promise<void> =>
  inSpiteOfTrouble(context, () => {
    const { names } = context.workbook;
    const whole = names.getItem(markOf(key)).getRange();
    whole.worksheet.pageLayout.setPrintArea(whole.getBoundingRect(names.getItem(formMarkOf(key)).getRange()));
  });

/** Marks the cells before anything stands there. */
async function addForm(context: Excel.RequestContext, key: SheetKey, page: Page): Promise<void> {
  const { names } = context.workbook;
  const { rows, columns } = page.area;
  const [mark] = unfinishedMarksOf(formMarkOf(key));
  const below = names.getItem(markOf(key)).getRange().getLastRow().getOffsetRange(1, 0);
  // What somebody has written below the page meanwhile moves down.
  below
    .getResizedRange(rows - 1, 0)
    .getEntireRow()
    .insert("Down");
  const first = names.getItem(markOf(key)).getRange().getLastRow().getOffsetRange(1, 0).getCell(0, 0);
  names.add(mark, first.getResizedRange(rows - 1, columns - 1)).visible = false;
  const rangeOf = rangesBy(context, mark);
  await writeContents(context, page, page.area, rangeOf);
  finish(context, key, page, rangeOf);
  await context.sync();
}

/**
 * A run was cut off on the form: what is missing comes, what somebody has written since then stays, also what she writes just now.
 * Where rows or columns have come or gone meanwhile, Excel refuses.
 */
async function completeForm(context: Excel.RequestContext, key: SheetKey, page: Page): Promise<void> {
  const [mark] = unfinishedMarksOf(formMarkOf(key));
  const whole = () => context.workbook.names.getItem(mark).getRange();
  const range = whole().load("formulas");
  await context.sync();
  const found = range.formulas as CellValue[][];
  const rangeOf = rangesBy(context, mark);
  const isSame = found.length === page.area.rows && found[0].length === page.area.columns;
  const written: { cell: Area; before: Excel.Range }[] = [];
  if (isSame) {
    requireSize(context, mark, page.area);
    page.cells.forEach((cells, row) =>
      cells.forEach((content, column) => {
        if (content === null || found[row][column] !== "") return;
        const cell = { row, column, rows: 1, columns: 1 };
        written.push({ cell, before: rangeOf(cell).load("formulas") });
        rangeOf(cell).values = [[`'${content}`]];
      }),
    );
    finish(context, key, page, rangeOf);
  } else names(context, key, whole());
  await context.sync();
  const hers = written.flatMap(({ cell, before }) => {
    const [[formula]] = before.formulas as CellValue[][];
    return formula === "" ? [] : [{ cell, formula }];
  });
  if (hers.length === 0) return;
  const again = rangesBy(context, formMarkOf(key));
  for (const { cell, formula } of hers) again(cell).formulas = [[entered(formula)]];
  await context.sync();
}

const rangesBy =
  (context: Excel.RequestContext, mark: string): RangeOf =>
  ({ row, column, rows, columns }) =>
    context.workbook.names
      .getItem(mark)
      .getRange()
      .getCell(row, column)
      .getResizedRange(rows - 1, columns - 1);

/** Queues looks and the mark of a form that stands; its comment says what it holds as long as nobody has filled it in. */
function finish(context: Excel.RequestContext, key: SheetKey, page: Page, rangeOf: RangeOf): void {
  const { area } = page;
  const whole = rangeOf(area);
  whole.clear("Formats");
  whole.format.useStandardHeight = true;
  dress(whole, { size: 10, color: palette.ink, vertical: "Center" });
  for (const { area: dressed, look } of joinRows(page.looks)) dress(rangeOf(dressed), look, dressed.rows);
  for (const { row, rows, points } of heightRuns(page.heights)) {
    rangeOf({ row, rows, column: 0, columns: 1 }).format.rowHeight = points;
  }
  names(context, key, whole, checksumOf(rowsOf(page, area)));
}

function names(context: Excel.RequestContext, key: SheetKey, whole: Excel.Range, checksum = ""): void {
  const { names: all } = context.workbook;
  const [mark] = unfinishedMarksOf(formMarkOf(key));
  all.add(formMarkOf(key), whole, checksum).visible = false;
  all.getItem(mark).delete();
}
