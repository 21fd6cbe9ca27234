import { HorizontalAlign } from "@univerjs/core";
import { openWorkbook, type Workbook } from "../../../../../src/host/model/workbook";
import { CellPictures } from "../../../../../src/host/workbench/grid/cells/cell-picture";
import { frameOf } from "../../../../../src/host/workbench/grid/sheet-frame";
import { tableFormat, placeIn, tint } from "../../../../../src/host/workbench/grid/cells/table-style";
import type { SheetRecord } from "../../../../../src/host/workbook-record";
import { sheetOf, sheetWithTable, workbookOf } from "../../../../workbook-records";

const workbooks: Workbook[] = [];
afterEach(() => workbooks.splice(0).forEach((workbook) => workbook.$dispose()));

async function opened(sheet: SheetRecord, locale = "en-US") {
  const workbook = await openWorkbook(workbookOf([sheet]), { locale });
  workbooks.push(workbook);
  const [state] = workbook.$state.sheets;
  const pictures = new CellPictures();
  return { state, of: (row: number, column: number) => pictures.of(state, row, column) };
}

describe("a cell is drawn", () => {
  it("with the text that the model shows, numbers to the right, errors in the middle", async () => {
    const sheet = sheetOf("S", [[1234.5, "text", { error: "#N/A" }, true]]);
    sheet.cells[0].format = { numberFormat: "#,##0.00" };
    const { of } = await opened(sheet, "ru-RU");
    expect(of(0, 0)?.v).toBe("1\u00a0234,50");
    const { RIGHT, LEFT, CENTER } = HorizontalAlign;
    expect([0, 1, 2, 3].map((column) => (of(0, column)?.s as { ht: number }).ht)).toEqual([
      RIGHT,
      LEFT,
      CENTER,
      CENTER,
    ]);
  });

  it("with what a formula spills into it", async () => {
    const { of } = await opened(sheetOf("S", [["=SEQUENCE(3)"]]));
    expect(of(2, 0)?.v).toBe("3");
  });

  it("not at all when it is blank and plain", async () => {
    const { of } = await opened(sheetOf("S", [["x"]]));
    expect(of(5, 5)).toBeNull();
  });

  it("in the style of its table, under its own format", async () => {
    const sheet = sheetWithTable(
      "S",
      "T",
      [
        ["Client", "Sales"],
        ["Aster", 1],
        ["Birch", 2],
      ],
      { style: "TableStyleMedium2" },
    );
    sheet.cells.find(({ row, column }) => row === 0 && column === 1)!.format = { fill: "#FF0000" };
    const { of } = await opened(sheet);
    const fill = (row: number, column: number) => (of(row, column)?.s as { bg?: { rgb: string } }).bg?.rgb;
    expect(fill(0, 0)).toBe("#4472C4");
    expect(fill(0, 1)).toBe("#FF0000");
    expect(fill(1, 0)).toBe(tint("#4472C4", 0.8));
    expect(fill(2, 0)).toBeUndefined();
  });
});

it("every built-in table style makes a look for header, data and totals", () => {
  const { tables } = sheetWithTable("S", "T", [["A"], [1], [2]], { showTotals: true });
  const styles = [
    ...Array.from({ length: 21 }, (_, index) => `Light${index + 1}`),
    ...Array.from({ length: 28 }, (_, index) => `Medium${index + 1}`),
    ...Array.from({ length: 11 }, (_, index) => `Dark${index + 1}`),
  ];
  for (const style of styles) {
    const table = { ...tables[0], style: `TableStyle${style}` };
    expect(tableFormat(table, placeIn(table, 0, 0)).font?.bold).toBe(true);
    expect(tableFormat(table, placeIn(table, 2, 0)).font?.bold).toBe(true);
    expect(tableFormat(table, placeIn(table, 1, 0))).not.toEqual({});
  }
});

it("a sheet's frame has pixels for points, hidden rows, merges and frozen panes", async () => {
  const sheet = sheetOf("S", [["x"]], {
    columns: [{ index: 1, width: 90 }],
    rows: [{ index: 2, hidden: true }],
    merges: [{ row: 0, column: 0, rows: 1, columns: 2 }],
    frozen: { rows: 1, columns: 0 },
    showGridlines: false,
    tabColor: "#112233",
  });
  const { state } = await opened(sheet);
  expect(frameOf(state)).toMatchObject({
    columnData: { 1: { w: 120, hd: 0 } },
    rowData: { 2: { hd: 1 } },
    mergeData: [{ startRow: 0, endRow: 0, startColumn: 0, endColumn: 1 }],
    freeze: { ySplit: 1, xSplit: 0, startRow: 1, startColumn: -1 },
    showGridlines: 0,
    tabColor: "#112233",
  });
});
