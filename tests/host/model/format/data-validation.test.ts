import type { DataValidationRecord, SheetRecord } from "../../../../src/host/workbook-record";
import { typeEntry } from "../../../../src/host/model/sheet/typed-entry";
import { type StartedExcel, startExcel } from "../../../excel";
import { sheetOf, sheetWithTable } from "../../../workbook-records";

let excel: StartedExcel;
afterEach(() => excel.stop());

const cells = [
  ["Client", "Score"],
  ["Aster", ""],
  ["Birch", ""],
  ["Cedar", 4],
];

async function started(sheet: SheetRecord = sheetOf("Scores", cells)) {
  excel = await startExcel([sheet]);
}

const kept = (): DataValidationRecord[] | undefined =>
  excel.host.workbook.$toRecord().sheets[0].dataValidations;

const rangeOf = (context: Excel.RequestContext, address: string) =>
  context.workbook.worksheets.getFirst().getRange(address);

const wholeNumber = {
  wholeNumber: { formula1: 1, formula2: 10, operator: "Between" },
} satisfies Excel.DataValidationRule;

async function withScores(address = "B2:B4") {
  await excel.run(async (context) => {
    const { dataValidation } = rangeOf(context, address);
    dataValidation.rule = wholeNumber;
    dataValidation.errorAlert = { showAlert: true, style: "Stop", title: "Score", message: "From 1 to 10." };
    dataValidation.prompt = { showPrompt: true, title: "Score", message: "1 is low, 10 is high." };
    await context.sync();
  });
}

test("a rule with its alert and prompt is kept, and read back as it was set", async () => {
  await started();
  await withScores();
  await excel.run(async (context) => {
    const { dataValidation } = rangeOf(context, "B3");
    dataValidation.load("type,rule,errorAlert,prompt,ignoreBlanks,valid");
    await context.sync();
    expect(dataValidation.toJSON()).toMatchObject({
      type: "WholeNumber",
      rule: wholeNumber,
      errorAlert: { showAlert: true, style: "Stop", title: "Score", message: "From 1 to 10." },
      prompt: { showPrompt: true, title: "Score", message: "1 is low, 10 is high." },
      ignoreBlanks: true,
      valid: true,
    });
  });
  expect(kept()).toEqual([
    {
      areas: [{ row: 1, column: 1, rows: 3, columns: 1 }],
      type: "WholeNumber",
      operator: "Between",
      formula1: 1,
      formula2: 10,
      ignoreBlanks: true,
      alert: { shows: true, style: "Stop", title: "Score", message: "From 1 to 10." },
      prompt: { shows: true, title: "Score", message: "1 is low, 10 is high." },
    },
  ]);
});

test("the type of a block says whether all its cells have one", async () => {
  await started();
  await withScores("B2:B3");
  await excel.run(async (context) => {
    const types = ["A1", "B2:B3", "B2:B4"].map((address) =>
      rangeOf(context, address).dataValidation.load("type"),
    );
    await context.sync();
    expect(types.map(({ type }) => type)).toEqual(["None", "WholeNumber", "Inconsistent"]);
    rangeOf(context, "B4").dataValidation.rule = {
      wholeNumber: { formula1: 5, operator: "LessThanOrEqualTo" },
    };
    const mixed = rangeOf(context, "B2:B4").dataValidation.load("type,valid");
    const wrong = rangeOf(context, "B4").dataValidation.load("valid");
    await context.sync();
    expect([mixed.type, mixed.valid, wrong.valid]).toEqual(["MixedCriteria", true, true]);
  });
});

test("clearing takes the validation from the block and leaves the rest", async () => {
  await started();
  await withScores();
  await excel.run(async (context) => {
    rangeOf(context, "B3").dataValidation.clear();
    await context.sync();
  });
  expect(kept()?.[0].areas).toEqual([
    { row: 1, column: 1, rows: 1, columns: 1 },
    { row: 3, column: 1, rows: 1, columns: 1 },
  ]);
});

test("Clear All takes the validation with everything else; contents and formats go without it", async () => {
  await started();
  await withScores();
  await excel.run(async (context) => {
    rangeOf(context, "B2").clear("Contents");
    rangeOf(context, "B2").clear("Formats");
    rangeOf(context, "B3:B4").clear();
    await context.sync();
  });
  expect(kept()?.[0].areas).toEqual([{ row: 1, column: 1, rows: 1, columns: 1 }]);
});

test("lists and formulas are rules, too; a rule of two kinds is none", async () => {
  await started();
  await excel.run(async (context) => {
    rangeOf(context, "B2").dataValidation.rule = { list: { inCellDropDown: true, source: "low,high" } };
    rangeOf(context, "B3").dataValidation.rule = { custom: { formula: "=B3>A$1" } };
    const list = rangeOf(context, "B2").dataValidation.load("rule");
    await context.sync();
    expect(list.rule).toEqual({ list: { inCellDropDown: true, source: "low,high" } });
    rangeOf(context, "B4").dataValidation.rule = { ...wholeNumber, custom: { formula: "=TRUE" } };
    await expect(context.sync()).rejects.toMatchObject({ code: "InvalidArgument" });
  });
  expect(kept()?.map(({ type }) => type)).toEqual(["List", "Custom"]);
});

test("validations follow rows and columns, with the cells that their formulas name", async () => {
  await started();
  await excel.run(async (context) => {
    rangeOf(context, "B2:B4").dataValidation.rule = {
      decimal: { formula1: 0, formula2: "=$A$1", operator: "Between" },
    };
    rangeOf(context, "A:A").insert("Right");
    rangeOf(context, "1:1").insert("Down");
    await context.sync();
  });
  expect(kept()).toMatchObject([
    { areas: [{ row: 2, column: 2, rows: 3, columns: 1 }], formula1: 0, formula2: "=$B$2" },
  ]);
});

test("a protected sheet keeps its validations as they are", async () => {
  await started();
  await excel.run(async (context) => {
    context.workbook.worksheets.getFirst().protection.protect();
    await context.sync();
    rangeOf(context, "B2").dataValidation.rule = wholeNumber;
    await expect(context.sync()).rejects.toMatchObject({ code: "AccessDenied" });
  });
  expect(kept()).toBeUndefined();
});

describe("a person who types", () => {
  const typed = (row: number, column: number, text: string) => {
    const [sheet] = excel.host.workbook.$state.sheets;
    typeEntry(sheet, row, column, text);
    return sheet.cells.value(row, column);
  };

  test("hears the alert, and the cell stays as it was", async () => {
    await started();
    await withScores();
    expect(typed(1, 1, "7")).toBe(7);
    for (const wrong of ["11", "0", "2.5", "good"]) {
      expect(() => typed(1, 1, wrong)).toThrow("From 1 to 10.");
    }
    expect(typed(1, 1, "")).toBe("");
    expect(typed(1, 0, "anything")).toBe("anything");
  });

  test("has the validation in the row with which the table grows", async () => {
    await started(sheetWithTable("Scores", "Clients", cells));
    await withScores();
    typed(4, 0, "Dogwood");
    expect(kept()?.[0].areas).toEqual([{ row: 1, column: 1, rows: 4, columns: 1 }]);
    expect(() => typed(4, 1, "99")).toThrow("From 1 to 10.");
  });
});
