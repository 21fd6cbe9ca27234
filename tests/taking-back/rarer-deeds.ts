import type { ExcelHost } from "../../src/host/excel-host";
import type { Draws } from "../draws";
import { type Deed, ourColumns, type Seen } from "./deeds";
import { herWidth } from "./workbooks";

const sheetIn = ({ workbook }: ExcelHost, { sheet }: Seen) => workbook.worksheets.getItem(sheet);
const tableIn = (host: ExcelHost, { sheet, top, left }: Seen) =>
  host.workbook.worksheets
    .getItem(sheet)
    .tables.items.find(({ $record: { area } }) => area.row === top && area.column === left) ?? null;
const wholeColumn = (host: ExcelHost, seen: Seen, column: number) =>
  sheetIn(host, seen).getRangeByIndexes(0, column, 1_048_576, 1);

const newWidth = 333;

/** Something that concerns one of our columns: in the twin it concerns the same column of the sheet. */
const onOurs =
  (
    name: string,
    act: (host: ExcelHost, seen: Seen, column: number, isTwin: boolean) => void,
    touchesOurs = false,
  ) =>
  (draw: Draws, seen: Seen): Deed | null => {
    const [which, at] = [draw.next(), { ...seen }];
    if (seen.kind === "lines") return null;
    let column: number | undefined;
    return {
      name,
      touchesOurs,
      do(host, isTwin) {
        const columns = column === undefined ? ourColumns(host, at) : [];
        column ??= columns.at(Math.floor(which * columns.length))?.column;
        if (column !== undefined) act(host, at, column, isTwin);
      },
    };
  };

/** What is nobody's once it is done: nothing of it is told when the run is taken back. */
export const rarer: readonly ((draw: Draws, seen: Seen) => Deed | null)[] = [
  onOurs("deletes one of our columns", (host, seen, column, isTwin) => {
    const table = tableIn(host, seen);
    if (!table) wholeColumn(host, seen, column).delete("Left");
    else if (!isTwin) table.columns.getItemAt(column - seen.left).delete();
  }),
  onOurs("makes one of our columns wider", (host, seen, column) => {
    sheetIn(host, seen).getCell(seen.top, column).format.columnWidth = newWidth;
  }),
  onOurs("hides one of our columns", (host, seen, column) => {
    const cell = sheetIn(host, seen).getCell(seen.top, column);
    // Under a hidden column nobody sees its width.
    cell.format.columnWidth = newWidth;
    cell.columnHidden = true;
  }),
  onOurs("inserts a column of the sheet amid ours", (host, seen, column) => {
    if (tableIn(host, seen)) return;
    wholeColumn(host, seen, column).insert("Right");
    wholeColumn(host, seen, column).clear("Formats");
    wholeColumn(host, seen, column).format.useStandardWidth = true;
  }),
  onOurs("puts a column of hers amid ours in the table", (host, seen, column, isTwin) => {
    const table = tableIn(host, seen);
    if (!table || table.columns.getItemOrNullObject("Called")) return;
    const at = isTwin ? seen.left + table.$record.area.columns : column;
    table.columns.add(isTwin ? null : column - seen.left, undefined, "Called");
    const cells = sheetIn(host, seen).getRangeByIndexes(seen.top, at, seen.rowCount + 1, 1);
    cells.clear("Formats");
    cells.getCell(1, 0).values = [["yes"]];
    const isHers = [herWidth(at), newWidth].includes(cells.format.columnWidth!);
    if (!isTwin && !isHers) cells.format.useStandardWidth = true;
  }),
  onOurs(
    "merges two of our cells",
    (host, seen, column) => {
      if (tableIn(host, seen)) return;
      sheetIn(host, seen)
        .getRangeByIndexes(seen.top + 1, column, 2, 1)
        .merge(false);
    },
    // What only the lower one held stands in the upper one then.
    true,
  ),
  onOurs("clears the cells of one of our columns", (host, seen, column, isTwin) => {
    if (!isTwin)
      sheetIn(host, seen)
        .getRangeByIndexes(seen.top + 1, column, seen.rowCount, 1)
        .clear("Contents");
  }),
  onOurs("clears one of our headers", (host, seen, column, isTwin) => {
    if (!isTwin && !tableIn(host, seen)) sheetIn(host, seen).getCell(seen.top, column).clear("Contents");
  }),
  (draw) => {
    const [which, what] = [draw.next(), draw.pick(["deletes", "hides", "moves"] as const)];
    return {
      name: `${what} a sheet of the report`,
      do({ workbook }, isTwin) {
        const marks = workbook.names.items.filter(({ name }) => name.startsWith("keyfolio.sheet."));
        const sheet = marks.at(Math.floor(which * marks.length))?.getRangeOrNullObject()?.worksheet;
        if (isTwin || !sheet) return;
        const others = workbook.worksheets.items.filter(
          (each) => each.name !== sheet.name && each.visibility === "Visible",
        );
        if (what === "moves") sheet.position = 0;
        else if (what === "hides" && others.length > 0) sheet.visibility = "Hidden";
        else if (what === "deletes") sheet.delete();
      },
    };
  },
];
