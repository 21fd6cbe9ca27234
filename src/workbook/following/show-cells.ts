import { Problem } from "../../portfolio";
import { marksOn, ownNamesIn, type QueuedMarks, queueMarks } from "../marks/own-columns";
import { problemOf } from "../office-problem";
import { asOwnWork } from "./own-work";

/**
 * Brings cells into view: activates their sheet and selects them. Hidden rows and columns stay hidden. A row of a list is shown
 * with the result columns of ours right beside it.
 *
 * @param address A1 with sheet: `Sales!B2`, `'My list'!B2:D9`, whole rows `Sales!5:5` or columns `Sales!B:C`; of several
 *   areas the first is shown
 * @throws Problem sheetNotFound, sheetHidden, office when Excel knows no such cells
 */
export async function showCells(address: string): Promise<void> {
  try {
    await asOwnWork(({ shown }) =>
      Excel.run(async (context) => {
        const { sheet, cells } = await visibleSheet(context, address);
        sheet.activate();
        const asked = sheet.getRange(cells).load("rowIndex,columnIndex,rowCount,columnCount");
        const names = queueMarks(context, sheet.id);
        await context.sync();
        const range = asked.getResizedRange(0, resultsBeside(asked, names, sheet)).load("address");
        range.select();
        await context.sync();
        shown(sheet.id, range.address.slice(range.address.lastIndexOf("!") + 1));
      }),
    );
  } catch (error) {
    throw problemOf(error);
  }
}

/** How many columns of ours stand without a gap right of a row. */
function resultsBeside(
  { rowIndex, columnIndex, rowCount, columnCount }: Excel.Range,
  marks: QueuedMarks,
  sheet: Excel.Worksheet,
): number {
  if (rowCount !== 1 || columnCount === 1) return 0;
  const ours = new Set(
    marksOn(sheet.name, ownNamesIn(marks, sheet.id))
      .filter(({ row }) => row < rowIndex)
      .map(({ position }) => position),
  );
  let beside = 0;
  while (ours.has(columnIndex + columnCount + beside)) beside++;
  return beside;
}

async function visibleSheet(
  context: Excel.RequestContext,
  address: string,
): Promise<{ sheet: Excel.Worksheet; cells: string }> {
  const found = await sheetOfAddress(context, address);
  const { name, visibility } = found.sheet;
  if (visibility !== "Visible") throw new Problem({ kind: "sheetHidden", sheet: name });
  return found;
}

/**
 * The sheet of an address, and its cells there.
 * @throws Problem sheetNotFound, such as where somebody has renamed it since
 */
export async function sheetOfAddress(
  context: Excel.RequestContext,
  address: string,
): Promise<{ sheet: Excel.Worksheet; cells: string }> {
  const { worksheets } = context.workbook;
  const { sheet: name, cells } = cellsAndSheet(address);
  const sheet = worksheets.getItemOrNullObject(name).load("id,name,visibility");
  worksheets.load("items/name,items/visibility");
  await context.sync();
  if (sheet.isNullObject) {
    const visible = worksheets.items.filter(({ visibility }) => visibility === "Visible");
    throw new Problem({ kind: "sheetNotFound", sheet: name, sheets: visible.map((item) => item.name) });
  }
  return { sheet, cells };
}

/** Sheet and cells of an address; of several areas the first. */
export function cellsAndSheet(address: string): { sheet: string; cells: string } {
  const [, quoted, plain, areas] = /^(?:'((?:[^']|'')+)'|([^'!]+))!(.+)$/.exec(address) ?? [];
  const [first = address] = (areas ?? address).split(",");
  return {
    sheet: quoted?.replaceAll("''", "'") ?? plain ?? "",
    // The header of a table that hides it is said to stand in the row above, which is row 0 at the top of a sheet.
    cells: first.replaceAll("$", "").replaceAll(/(?<=[A-Z]|^|:)0(?=:|$)/gi, "1"),
  };
}
