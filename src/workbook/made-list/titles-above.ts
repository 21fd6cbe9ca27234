import type { CellValue } from "../cells/cell-value";

const titleRows = 8;
const titleColumns = 6;

/** Texts above the headers of lists, line by line. */
export async function titlesAbove(
  context: Excel.RequestContext,
  lists: readonly { sheetId: string; top: number }[],
): Promise<string[][]> {
  const ranges = lists.map(({ sheetId, top }) => {
    const first = Math.max(0, top - titleRows);
    const sheet = context.workbook.worksheets.getItem(sheetId);
    return top > 0 ? sheet.getRangeByIndexes(first, 0, top - first, titleColumns).load("values") : null;
  });
  if (ranges.some((range) => range !== null)) await context.sync();
  return ranges.map((range) =>
    range === null
      ? []
      : (range.values as CellValue[][]).map((row) =>
          row
            .filter((cell) => cell !== "")
            .join(" ")
            .trim(),
        ),
  );
}
