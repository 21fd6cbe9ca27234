import { openWorkbook, type Workbook } from "../../../../src/host/model/workbook";
import { sortRows } from "../../../../src/host/model/sheet/sort-rows";
import { type StartedExcel, startExcel } from "../../../excel";
import { sheetOf, workbookOf, type Cell } from "../../../workbook-records";

let workbook: Workbook;
afterEach(() => workbook?.$dispose());

async function opened(rows: Cell[][]) {
  workbook = await openWorkbook(workbookOf([sheetOf("S", rows)]));
  const [sheet] = workbook.$state.sheets;
  const area = { row: 1, rows: rows.length - 1, column: 0, columns: rows[0].length };
  return {
    sheet,
    sort: async (column: number, ascending = true) => {
      sortRows(sheet, area, column, ascending);
      await workbook.$calculate();
    },
    values: (address: string) => workbook.worksheets.getItem("S").getRange(address).values,
    range: (address: string) => workbook.worksheets.getItem("S").getRange(address),
  };
}

const column = (values: unknown[][] | null) => values?.map(([value]) => value);

test("numbers, texts, logical values, errors, and blanks last in either direction", async () => {
  const { sort, values } = await opened([
    ["Key"],
    ["b"],
    [true],
    [""],
    [3],
    [{ error: "#N/A" }],
    ["A"],
    [false],
    [1],
  ]);
  await sort(0);
  expect(column(values("A2:A9"))).toEqual([1, 3, "A", "b", false, true, "#N/A", ""]);
  await sort(0, false);
  expect(column(values("A2:A9"))).toEqual(["#N/A", true, false, "b", "A", 3, 1, ""]);
});

test("equal rows stay in their order, and each row stays together with its formats", async () => {
  const { sort, values, range } = await opened([
    ["Client", "Class"],
    ["Aster", 2],
    ["Birch", 1],
    ["Cedar", 2],
    ["Dahlia", 1],
  ]);
  range("A3").format.fill.color = "#FF0000";
  await sort(1);
  expect(column(values("A2:A5"))).toEqual(["Birch", "Dahlia", "Aster", "Cedar"]);
  expect(range("A2").format.fill.color).toBe("#FF0000");
  expect(range("A3").format.fill.color).not.toBe("#FF0000");
});

test("formulas go with their row, those elsewhere and names keep their places", async () => {
  const { sort, values, range } = await opened([
    ["Sales", "Share", "First"],
    [30, "=A2/SUM($A$2:$A$3)", ""],
    [10, "=A3/SUM($A$2:$A$3)", ""],
  ]);
  range("E1").formulas = [["=A2"]];
  workbook.names.add("first", "=S!$A$2");
  await sort(0);
  expect(range("B2:B3").formulas).toEqual([["=A2/SUM($A$2:$A$3)"], ["=A3/SUM($A$2:$A$3)"]]);
  expect(values("B2:B3")).toEqual([[0.25], [0.75]]);
  expect(values("E1")).toEqual([[10]]);
  expect(workbook.names.getItem("first").formula).toBe("=S!$A$2");
});

test("rows that are hidden stay where they are", async () => {
  const { sort, values, range } = await opened([["Sales"], [3], [9], [1]]);
  range("3:3").rowHidden = true;
  await sort(0);
  expect(column(values("A2:A4"))).toEqual([1, 9, 3]);
});

test("merged cells and a protected sheet are refused", async () => {
  const { sheet, sort, range } = await opened([
    ["Sales", ""],
    [3, ""],
    [1, ""],
  ]);
  range("A2:B2").merge();
  await expect(sort(0)).rejects.toMatchObject({ code: "InvalidOperation" });
  range("A2:B2").unmerge();
  workbook.worksheets.getItem("S").protection.protect({});
  await expect(sort(0)).rejects.toMatchObject({ code: "AccessDenied" });
  expect(sheet.cells.value(1, 0)).toBe(3);
});

test("an add-in hears that rows were sorted", async () => {
  const excel: StartedExcel = await startExcel([sheetOf("S", [["Sales"], [3], [1]])]);
  const heard: string[] = [];
  await excel.run(async (context) => {
    context.workbook.worksheets.onRowSorted.add(async ({ address }) => void heard.push(address));
    await context.sync();
  });
  sortRows(excel.host.workbook.$state.sheets[0], { row: 1, rows: 2, column: 0, columns: 1 }, 0, true);
  await new Promise((resolve) => setTimeout(resolve, 100));
  excel.stop();
  expect(heard).toEqual(["A2:A3"]);
});
