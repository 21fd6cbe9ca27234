/**
 * Deletes the sheets on which names of ours stand, and the names. A sheet is found by its mark and never by what it is called:
 * one of that name may be somebody else's, added in the same moment.
 *
 * @param names of the workbook; those that are not there any more are passed over
 * @throws the error of Office.js
 */
export async function removeMarkedSheets(
  context: Excel.RequestContext,
  names: readonly string[],
): Promise<void> {
  const { workbook } = context;
  const items = names.map((name) => workbook.names.getItemOrNullObject(name).load("name"));
  await context.sync();
  const present = items.filter((item) => !item.isNullObject);
  if (present.length === 0) return;
  const marked = present.map((item) => {
    const range = item.getRangeOrNullObject().load("rowIndex");
    return { range, sheet: range.worksheet.load("id") };
  });
  await context.sync();
  const ids = new Set(marked.filter(({ range }) => !range.isNullObject).map(({ sheet }) => sheet.id));
  for (const id of ids) workbook.worksheets.getItem(id).delete();
  for (const item of present) item.delete();
  await context.sync();
}
