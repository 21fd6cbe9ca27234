import type { AddInFunctions } from "../../../src/host/functions/metadata";
import type { CellValue, SheetRecord } from "../../../src/host/workbook-record";
import { sheetOf, sheetWithTable, workbookOf } from "../../workbook-records";
import { openExcelHost } from "../../../src/host/excel-host";
import { openOfficeWindow } from "../../../src/host/office-window";
import { type FunctionsPage, openFunctionsPage } from "./functions-page";

let excel: FunctionsPage;

const sales: SheetRecord = sheetOf("Sheet1", [
  ["Client", "Sales"],
  ["Aster", 1],
  ["Birch", 2],
  ["Cedar", null],
  ["Dogwood", true],
  ["Elm", "text"],
]);

async function open(sheet = sales, functions: Partial<AddInFunctions> = {}): Promise<void> {
  excel = await openFunctionsPage([sheet], functions);
}

afterEach(() => excel.close());

/** Enters formulas and values, cell by cell, in one request. */
async function enter(cells: Record<string, CellValue>): Promise<void> {
  await excel.page.Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getItem("Sheet1");
    for (const [address, formula] of Object.entries(cells)) {
      sheet.getRange(address).formulas = [[formula]];
    }
    await context.sync();
  });
}

/** Values as an add-in reads them. */
async function values(address: string): Promise<unknown[][]> {
  return excel.page.Excel.run(async (context) => {
    const range = context.workbook.worksheets.getItem("Sheet1").getRange(address).load("values");
    await context.sync();
    return range.values as unknown[][];
  });
}

const row = async (address: string) => (await values(address))[0];
const column = async (address: string) => (await values(address)).map(([value]) => value);
const message = (rowIndex: number, columnIndex: number) =>
  excel.host.workbook.$errorMessage("Sheet1", rowIndex, columnIndex);
const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));
const held = () => excel.page.window.held as Record<string, (value: unknown) => void>;

describe("a formula that calls a function of the add-in", () => {
  test.each(["12%", "2024-01-31", "$5", "1,5"])(
    "hands the text %p between quotes over as a text",
    async (text) => {
      await open();
      await enter({ D1: `=KAM.ECHO("${text}")` });
      expect(excel.seen.at(-1)).toEqual(["ECHO", text, null]);
      expect(await row("D1")).toEqual([text]);
    },
  );

  test("has the function's answer as its value, whatever its type", async () => {
    await open();
    await enter({
      D1: "=kam.ADD(1,2)",
      E1: '=KAM.ECHO("12")',
      F1: '=KAM.ECHO("TRUE")',
      G1: "=KAM.ECHO(TRUE)",
      H1: '=KAM.ECHO("")',
    });
    expect(await row("D1:H1")).toEqual([3, "12", "TRUE", true, ""]);
  });

  test("hands over cells as Excel does: numbers, texts, booleans, blanks, errors", async () => {
    await open();
    await enter({
      D1: "=KAM.ECHOBLOCK(B2:B6)",
      E1: "=KAM.KIND(1/0)",
      F1: "=KAM.ECHO(,2)",
      G1: "=KAM.KIND(B1)",
    });
    expect(excel.seen[0]).toEqual(["ECHOBLOCK", [[1], [2], [""], [true], ["text"]]]);
    expect(await row("E1:G1")).toEqual(["error #DIV/0!", 0, "string"]);
  });

  test("takes constants, arrays, other sheets and names", async () => {
    await open();
    await excel.page.Excel.run(async (context) => {
      const other = context.workbook.worksheets.add("My data");
      other.getRange("A1:A2").values = [[5], [6]];
      context.workbook.names.add("rate", "=Sheet1!$B$3");
      await context.sync();
    });
    await enter({
      D1: "=SUM(KAM.DOUBLE({1,2;3,4}))",
      E1: "=SUM(KAM.DOUBLE('My data'!A1:A2))",
      F1: "=KAM.ADD(rate,1)",
    });
    expect(await row("D1:F1")).toEqual([20, 22, 3]);
  });

  test("spills, inside other functions too", async () => {
    await open();
    await enter({ D1: "=KAM.DOUBLE(B2:B3)", E1: "=SUM(KAM.DOUBLE(B2:B3))", F1: "=SUM(D1#)" });
    expect(await values("D1:F2")).toEqual([
      [2, 6, 6],
      [4, "", ""],
    ]);
  });

  test("may depend on other calls, in its own cell and in others", async () => {
    await open();
    await enter({ D1: "=KAM.ADD(KAM.ADD(1,2),KAM.ADD(3,4))", E1: "=KAM.ADD(D1,1)", F1: "=E1*2" });
    expect(await row("D1:F1")).toEqual([10, 11, 22]);
    expect(excel.seen).toHaveLength(4);
  });

  test("is #NAME? for a function that the add-in does not have", async () => {
    await open();
    await enter({ D1: "=KAM.ABSENT(1)", E1: "=OTHER.ADD(1,2)" });
    expect(await row("D1:E1")).toEqual(["#NAME?", "#NAME?"]);
  });

  test("an error of the function is the cell's, with the message for whoever asks", async () => {
    await open();
    await enter({
      D1: '=KAM.FAIL("invalid value")',
      E1: '=KAM.FAIL("division by zero")',
      F1: '=KAM.FAIL("block")',
    });
    expect(await row("D1:F1")).toEqual(["#VALUE!", "#DIV/0!", 1]);
    expect([message(0, 3), message(0, 4), message(0, 5), message(0, 6)]).toEqual([
      "Only numbers",
      null,
      null,
      "Nothing here",
    ]);
    await enter({ D1: "=KAM.ADD(1,2)" });
    expect(message(0, 3)).toBeNull();
  });

  test("too few and too many arguments are #VALUE!, and nobody is called", async () => {
    await open();
    await enter({ D1: "=KAM.ADD()", E1: "=KAM.ADD(1,2,3)", F1: "=KAM.ADD(A2,1)" });
    expect(await row("D1:F1")).toEqual(["#VALUE!", "#VALUE!", "#VALUE!"]);
    expect(excel.seen).toEqual([]);
  });

  test("tells its cell to functions that ask for it", async () => {
    await open();
    await enter({ D7: "=KAM.PLACE()" });
    expect(await row("D7")).toEqual(["Sheet1!D7"]);
  });
});

describe("when cells change", () => {
  test("only what depends on them is called again", async () => {
    await open();
    await enter({ D1: "=KAM.ADD(B2,0)", E1: "=KAM.ADD(B3,0)" });
    excel.seen.length = 0;
    await enter({ B3: 20 });
    expect([await row("D1:E1"), excel.seen]).toEqual([[1, 20], [["ADD", 20, 0]]]);
  });

  test("a spill that shrinks leaves nothing behind, and its dependents follow", async () => {
    await open();
    await enter({ G1: 4, D1: "=KAM.FIRST(G1)", E1: "=SUM(D1#)", F1: "=SUM(D1:D50)" });
    expect(await row("E1:F1")).toEqual([10, 10]);
    await enter({ G1: 2 });
    expect([await column("D1:D5"), await row("E1:F1")]).toEqual([
      [1, 2, "", "", ""],
      [3, 3],
    ]);
  });

  test("a spill that finds something in its way is #SPILL! until the way is free", async () => {
    await open();
    await enter({ D3: "here", D1: "=KAM.FIRST(4)" });
    expect(await column("D1:D4")).toEqual(["#SPILL!", "", "here", ""]);
    await enter({ D3: "" });
    expect(await column("D1:D4")).toEqual([1, 2, 3, 4]);
  });

  test("the same call is made again by a full calculation", async () => {
    await open();
    await enter({ D1: "=KAM.ADD(B2,0)" });
    excel.seen.length = 0;
    await excel.page.Excel.run(async (context) => {
      context.workbook.application.calculate("Full");
      await context.sync();
    });
    expect(excel.seen).toEqual([["ADD", 1, 0]]);
  });
});

describe("in a table", () => {
  const table = sheetWithTable("Sheet1", "Sales", [
    ["Client", "Amount", "Result"],
    ["Aster", 1, null],
    ["Birch", 2, null],
    ["Cedar", 3, null],
  ]);

  test("structured references are arguments", async () => {
    await open(table);
    await enter({
      C2: "=KAM.ADD([@Amount],10)",
      C3: "=SUM(KAM.DOUBLE([Amount]))",
      C4: "=SUM(KAM.DOUBLE(Sales[@[Amount]:[Amount]]))",
      E1: "=KAM.DOUBLE(Sales[Amount])",
    });
    expect(await column("C2:C4")).toEqual([11, 12, 6]);
    expect(await column("E1:E3")).toEqual([2, 4, 6]);
  });

  test("a spill is #SPILL!, and so is one that would reach the table", async () => {
    await open(table);
    await enter({ C2: "=KAM.FIRST(2)", C3: "=KAM.FIRST(1)", D8: "=TRANSPOSE(KAM.FIRST(2))" });
    expect(await column("C2:C3")).toEqual(["#SPILL!", 1]);
    expect(await row("D8:E8")).toEqual([1, 2]);
  });
});

describe("while an answer is awaited", () => {
  test("reading waits for it", async () => {
    await open();
    await enter({ D1: "=KAM.LATER(5,200)", E1: "=D1+1" });
    expect(await row("D1:E1")).toEqual([5, 6]);
  });

  test("the cell and what depends on it are #BUSY! once patience is over, and no longer than the promise is open", async () => {
    await open(sales, { patienceMilliseconds: 300 });
    await enter({ D1: '=KAM.HELD("first")', E1: "=D1+1", F1: "=KAM.ECHO(D1)", G1: "=1+1" });
    expect(await row("D1:G1")).toEqual(["#BUSY!", "#BUSY!", "#BUSY!", 2]);
    held().first(7);
    await pause(700);
    expect(await row("D1:G1")).toEqual([7, 8, 7, 2]);
  });

  test("the answer to arguments that have changed meanwhile is dropped", async () => {
    await open(sales, { patienceMilliseconds: 300 });
    await enter({ A1: "old", D1: "=KAM.HELD(A1)" });
    await enter({ A1: "new" });
    held().new("answer to the new");
    held().old("answer to the old");
    await pause(700);
    expect(await row("D1")).toEqual(["answer to the new"]);
  });

  test("a cancelable function hears that nobody waits for its old arguments", async () => {
    await open(sales, { patienceMilliseconds: 300 });
    await enter({ A1: "old", D1: "=KAM.WATCHED(A1)" });
    await enter({ A1: "new" });
    await pause(50);
    expect(excel.page.window.cancelled).toEqual(["old"]);
    expect(await row("D1")).toEqual(["#BUSY!"]);
  });

  test("a formula that was deleted stays deleted when the answer comes", async () => {
    await open(sales, { patienceMilliseconds: 300 });
    await enter({ D1: '=KAM.HELD("gone")' });
    await enter({ D1: "" });
    held().gone(5);
    await pause(500);
    expect(await row("D1")).toEqual([""]);
  });
});

describe("a workbook that is opened", () => {
  const withFormulas = workbookOf([
    sheetOf("Sheet1", [["=KAM.ADD(1,2)", "=A1*2"]], {}, { row: 0, column: 0 }),
  ]);

  test("is calculated when the page is up", async () => {
    excel = await openFunctionsPage(withFormulas.sheets);
    expect(await row("A1:B1")).toEqual([3, 6]);
  });

  test("is #BUSY! before, and #NAME? without the add-in", async () => {
    await open();
    const metadata = { functions: [{ id: "ADD", name: "ADD", parameters: [{ name: "a" }, { name: "b" }] }] };
    const host = await openExcelHost(withFormulas, {
      language: "en-US",
      functions: { namespace: "KAM", metadata },
    });
    const without = await openExcelHost(withFormulas, { language: "en-US" });
    const page = await openOfficeWindow(without);
    const valuesOf = async (each: typeof host) =>
      (await each.toRecord()).sheets[0].cells.map(({ value }) => value);
    expect(await valuesOf(host)).toEqual([{ error: "#BUSY!" }, { error: "#BUSY!" }]);
    expect(await valuesOf(without)).toEqual([{ error: "#NAME?" }, { error: "#NAME?" }]);
    page.close();
    host.dispose();
    without.dispose();
  });
});

test("a function that reads many cells is called by many formulas in few events", async () => {
  await open();
  const { sent } = excel.host.functions;
  await excel.page.Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getItem("Sheet1");
    sheet.getRange("D1:D1000").formulas = Array.from({ length: 1_000 }, (_, index) => [
      `=KAM.ADD(${index},$B$2)`,
    ]);
    await context.sync();
  });
  expect([sent.calls, sent.events, await row("D1000")]).toEqual([1_000, 2, [1_000]]);
});
