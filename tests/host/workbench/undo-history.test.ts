import { openWorkbook, type Workbook } from "../../../src/host/model/workbook";
import { UndoHistory } from "../../../src/host/workbench/undo-history";
import { type StartedExcel, startExcel } from "../../excel";
import { sheetOf, sheetWithTable, workbookOf } from "../../workbook-records";

let workbook: Workbook;
let history: UndoHistory;

beforeEach(async () => {
  const clients = sheetWithTable("Clients", "Sales", [
    ["Client", "Sales", "Share"],
    ["Aster", 120, "=[@Sales]/SUM(Sales[Sales])"],
    ["Birch", 80, "=[@Sales]/SUM(Sales[Sales])"],
  ]);
  workbook = await openWorkbook(
    workbookOf([
      clients,
      sheetOf("Notes", [
        ["=SUM(Clients!B2:B3)", "=SEQUENCE(B2)"],
        ["x", 3],
      ]),
    ]),
  );
  history = new UndoHistory(workbook);
});
afterEach(() => workbook.$dispose());

const sheet = (name = "Clients") => workbook.worksheets.getItem(name);
const range = (address: string, name?: string) => sheet(name).getRange(address);

async function record() {
  await workbook.$calculate();
  // Which sheet is shown is not a step.
  return { ...workbook.$toRecord(), activeSheet: 0 };
}

/** Does something as a step of its own. */
async function step(work: () => void): Promise<void> {
  history.beginStep();
  work();
  await workbook.$endRequest();
}

const steps: [string, () => void][] = [
  ["a value", () => (range("B2").values = [[500]])],
  ["a formula", () => (range("C3").formulas = [["=1+1"]])],
  ["cleared cells", () => range("A1:C3").clear("Contents")],
  ["formats", () => (range("A2:B3").format.font.bold = true)],
  ["inserted rows", () => void range("2:3").insert("Down")],
  ["deleted rows", () => range("2:2").delete("Up")],
  ["inserted columns", () => void range("A:A").insert("Right")],
  ["deleted columns", () => range("B:B").delete("Left")],
  ["the size of a spill", () => (range("B2", "Notes").values = [[5]])],
  [
    "widths and hidden rows",
    () => {
      range("A:A").format.columnWidth = 200;
      range("3:3").rowHidden = true;
    },
  ],
  [
    "a filter",
    () => workbook.tables.getItem("Sales").columns.getItem("Client").filter.applyValuesFilter(["Aster"]),
  ],
  ["a table", () => workbook.tables.getItem("Sales").delete()],
  ["a table turned into cells", () => void workbook.tables.getItem("Sales").convertToRange()],
  ["a name", () => void workbook.names.add("total", "=Clients!$B$2")],
  ["a chart", () => void sheet().charts.add("ColumnClustered", range("A1:B3"), "Columns")],
  ["a conditional format", () => void range("B2:B3").conditionalFormats.add("ColorScale")],
  [
    "a new sheet with formulas",
    () => {
      workbook.worksheets.add("Report").getRange("A1").formulas = [["=SUM(Sales[Sales])"]];
    },
  ],
  ["a sheet that formulas name", () => sheet("Notes").delete()],
  ["another name of a sheet", () => (sheet().name = "Customers")],
  ["the order of sheets", () => (sheet("Notes").position = 0)],
  ["frozen panes", () => sheet().freezePanes.freezeRows(1)],
];

test.each(steps)("%s: taken back and done again", async (_, work) => {
  const before = await record();
  await step(work);
  const after = await record();
  expect(after).not.toEqual(before);
  expect(await history.undo()).toBe(true);
  expect(await record()).toEqual(before);
  expect(await history.redo()).toBe(true);
  expect(await record()).toEqual(after);
});

test("everything, one after the other, back to the beginning and forward to the end", async () => {
  const records = [await record()];
  for (const [name, work] of steps) {
    if (!/table|sheet|cleared|filter/.test(name)) {
      await step(work);
      records.push(await record());
    }
  }
  for (const each of records.slice(0, -1).reverse()) {
    await history.undo();
    expect(await record()).toEqual(each);
  }
  expect(await history.undo()).toBe(false);
  for (const each of records.slice(1)) {
    await history.redo();
    expect(await record()).toEqual(each);
  }
  expect(await history.redo()).toBe(false);
});

test("formulas go on calculating after a step was taken back", async () => {
  await step(() => range("2:2").delete("Up"));
  await history.undo();
  await step(() => (range("B2").values = [[20]]));
  await workbook.$calculate();
  expect(range("C2:C3").values).toEqual([[0.2], [0.8]]);
  expect(range("A1", "Notes").values).toEqual([[100]]);
});

test("what an add-in does in many requests is one step, and belongs to what a person did before", async () => {
  const before = await record();
  await step(() => (range("B2").values = [[500]]));
  range("D1").values = [["Class"]];
  await workbook.$endRequest();
  range("D2").values = [["A"]];
  await workbook.$endRequest();
  await history.undo();
  expect(await record()).toEqual(before);
});

test("a new step leaves nothing to be done again, and results of formulas are no step", async () => {
  await step(() => (range("B2").values = [[500]]));
  await history.undo();
  await workbook.$state.calculateNow(true);
  expect(await history.redo()).toBe(true);
  await history.undo();
  await step(() => (range("B2").values = [[600]]));
  expect(await history.redo()).toBe(false);
});

describe("an add-in", () => {
  let excel: StartedExcel;
  afterEach(() => excel.stop());

  test("hears of a step that is taken back, and its ranges stay on their cells", async () => {
    excel = await startExcel([sheetOf("S", [["Client"], ["Aster"], ["Birch"]])]);
    const { host, run } = excel;
    const steps = new UndoHistory(host.workbook);
    const events: string[] = [];
    const [only] = host.workbook.worksheets.items;
    await run(async (context) => {
      const { worksheets } = context.workbook;
      worksheets.onChanged.add(
        async ({ address, changeType }) => void events.push(`${changeType} ${address}`),
      );
      const tracked = worksheets.getItem("S").getRange("A3");
      context.trackedObjects.add(tracked);
      await context.sync();
      steps.beginStep();
      only.getRange("2:2").insert("Down");
      steps.beginStep();
      only.getRange("A1").values = [["Customer"]];
      void steps.undo();
      void steps.undo();
      tracked.load("address");
      await context.sync();
      expect(tracked.address).toBe("S!A3");
    });
    await new Promise((resolve) => setTimeout(resolve, 100));
    expect(events).toEqual(["RowInserted 2:2", "RangeEdited A1", "RangeEdited A1", "RowDeleted 2:2"]);
  });
});
