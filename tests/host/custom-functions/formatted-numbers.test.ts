/**
 * Numbers that carry their format (Microsoft, "Use data types with custom functions in Excel"): a cell without a format of its own
 * shows it, formulas go on with the number, and functions that are handed such a cell get an object.
 */
import type { CellValue } from "../../../src/host/workbook-record";
import { sheetOf } from "../../workbook-records";
import { type FunctionsPage, openFunctionsPage, testFunctions } from "./functions-page";

let excel: FunctionsPage;
const sales = sheetOf("Sheet1", [[0.25], [0.5]]);

async function open(allowCustomDataForDataTypeAny = true): Promise<void> {
  const metadata = {
    functions: testFunctions,
    allowErrorForDataTypeAny: true,
    allowCustomDataForDataTypeAny,
  };
  excel = await openFunctionsPage([sales], { metadata });
}

afterEach(() => excel.close());

async function enter(cells: Record<string, CellValue>): Promise<void> {
  await excel.page.Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getItem("Sheet1");
    for (const [address, formula] of Object.entries(cells)) sheet.getRange(address).formulas = [[formula]];
    await context.sync();
  });
}

async function read(address: string) {
  return excel.page.Excel.run(async (context) => {
    const range = context.workbook.worksheets.getItem("Sheet1").getRange(address);
    range.load(["values", "text", "numberFormat"]);
    await context.sync();
    const { values, text, numberFormat } = range;
    return { values, text, numberFormat };
  });
}

const general = (rows: number) => Array.from({ length: rows }, () => ["General"]);

test("one number and a block are shown in the format that came with them; the format of the cells stays General", async () => {
  await open();
  await enter({ C1: '=KAM.FORMAT(0.125,"0.0%")', D1: '=KAM.FORMAT(A1:A2,"0%")' });
  expect(await read("C1")).toEqual({ values: [[0.125]], text: [["12.5%"]], numberFormat: general(1) });
  expect(await read("D1:D2")).toEqual({
    values: [[0.25], [0.5]],
    text: [["25%"], ["50%"]],
    numberFormat: general(2),
  });
});

test("a format of the cell's own wins", async () => {
  await open();
  await enter({ C1: '=KAM.FORMAT(0.125,"0.0%")' });
  await excel.page.Excel.run(async (context) => {
    context.workbook.worksheets.getItem("Sheet1").getRange("C1").numberFormat = [["0.000"]];
    await context.sync();
  });
  expect((await read("C1")).text).toEqual([["0.125"]]);
});

test("formulas go on with the number, without the format; what takes the formula's place has none", async () => {
  await open();
  await enter({ C1: '=KAM.FORMAT(A1:A2,"0%")', E1: "=SUM(C1:C2)", F1: '=KAM.FORMAT(0.5,"0%")*2' });
  expect(await read("E1:F1")).toMatchObject({ values: [[0.75, 1]], text: [["0.75", "1"]] });
  await enter({ C1: 7 });
  expect(await read("C1:C2")).toMatchObject({ values: [[7], [""]], text: [["7"], [""]] });
  await enter({ C1: '=KAM.FORMAT(A1:A2,"0.0%")' });
  expect((await read("C1:C2")).text).toEqual([["25.0%"], ["50.0%"]]);
  await enter({ C1: "=A1" });
  expect((await read("C1:C2")).text).toEqual([["0.25"], [""]]);
});

test("the formula as it was typed stays with its cell", async () => {
  await open();
  await enter({ C1: '=KAM.FORMAT(A1:A2,"0%")', D1: '=KAM.FORMAT(C1#,"0.0%")' });
  const formulas = await excel.page.Excel.run(async (context) => {
    const range = context.workbook.worksheets.getItem("Sheet1").getRange("C1:D1").load("formulas");
    await context.sync();
    return range.formulas;
  });
  expect(formulas).toEqual([['=KAM.FORMAT(A1:A2,"0%")', '=KAM.FORMAT(C1#,"0.0%")']]);
  expect((await read("D1:D2")).text).toEqual([["25.0%"], ["50.0%"]]);
});

test("a function that is handed such cells, or such a result, gets values with a type", async () => {
  await open();
  const typed = (basicValue: number) => ({
    type: "Double",
    basicType: "Double",
    basicValue,
    numberFormat: "0%",
  });
  await enter({ C1: '=KAM.FORMAT(A1:A2,"0%")' });
  excel.seen.length = 0;
  await enter({
    E1: "=KAM.ECHOBLOCK(C1:C2)",
    F1: '=KAM.ECHOBLOCK(KAM.FORMAT(0.5,"0%"))',
    G1: "=KAM.ADD(C2,1)",
  });
  const echoed = excel.seen.filter(([name]) => name === "ECHOBLOCK").map(([, block]) => block);
  expect(echoed).toContainEqual([[typed(0.25)], [typed(0.5)]]);
  expect(echoed).toContainEqual([[typed(0.5)]]);
  expect(await read("E1:G1")).toMatchObject({ values: [[0.25, 0.5, 1.5]], text: [["25%", "50%", "1.5"]] });
});

test("without the word of the metadata such an answer is #VALUE!", async () => {
  await open(false);
  await enter({ C1: '=KAM.FORMAT(0.125,"0.0%")', D1: '=KAM.FORMAT(A1:A2,"0%")' });
  expect((await read("C1:D1")).values).toEqual([["#VALUE!", "#VALUE!"]]);
});
