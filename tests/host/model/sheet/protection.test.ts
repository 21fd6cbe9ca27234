import { sheetOf, sheetWithTable } from "../../../workbook-records";
import { useWorksheet, type WorksheetInUse } from "../worksheet-in-use";

let sheet: WorksheetInUse;

afterEach(() => sheet.stop());

const rows = [
  ["Client", "Sales"],
  ["Aster", 120],
  ["Birch", 80],
];

describe("a protected sheet", () => {
  beforeEach(async () => {
    sheet = await useWorksheet([sheetWithTable("Data", "Clients", rows)]);
    await sheet.run((target) => {
      target.getRange("B2").format.protection.locked = false;
      target.protection.protect({ allowFormatColumns: true, allowAutoFilter: true });
    });
  });

  test("tells that it is, and what it allows", async () => {
    const seen = await sheet.run(async (target, context) => {
      target.protection.load("protected,options");
      await context.sync();
      return [
        target.protection.protected,
        target.protection.options.allowFormatColumns,
        target.protection.options.allowInsertRows,
      ];
    });
    expect(seen).toEqual([true, true, false]);
  });

  test.each<[string, (target: Excel.Worksheet, context: Excel.RequestContext) => unknown]>([
    ["locked cells", (target) => (target.getRange("A1").values = [["x"]])],
    ["blocks that hold locked cells", (target) => (target.getRange("A2:B2").values = [["x", 1]])],
    ["clearing locked cells", (target) => target.getRange("A1").clear("Contents")],
    ["number formats", (target) => (target.getRange("B2").numberFormat = [["0"]])],
    ["colours", (target) => (target.getRange("B2").format.fill.color = "#FF0000")],
    ["inserting rows", (target) => target.getRange("2:2").insert("Down")],
    ["deleting columns", (target) => target.getRange("B:B").delete("Left")],
    ["merging", (target) => target.getRange("D1:E1").merge()],
    ["new tables", (target) => target.tables.add("D1:E2", true)],
    ["table columns", (_target, context) => context.workbook.tables.getItem("Clients").columns.add()],
    ["table names", (_target, context) => (context.workbook.tables.getItem("Clients").name = "Other")],
    ["print set-up", (target) => (target.pageLayout.orientation = "Landscape")],
    ["protecting it again", (target) => target.protection.protect()],
  ])("refuses %s", async (_what, change) => {
    expect(await sheet.refusal(change)).toBe("AccessDenied");
  });

  test.each<[string, (target: Excel.Worksheet, context: Excel.RequestContext) => unknown]>([
    ["unlocked cells", (target) => (target.getRange("B2").values = [[5]])],
    ["column widths, as its options say", (target) => (target.getRange("A:A").format.columnWidth = 90)],
    [
      "filtering, as its options say",
      (_target, context) =>
        context.workbook.tables.getItem("Clients").columns.getItemAt(0).filter.applyValuesFilter(["Aster"]),
    ],
    ["reading", (target) => target.getRange("A1:B3").load("values")],
  ])("lets %s through", async (_what, change) => {
    expect(await sheet.refusal(change)).toBeUndefined();
  });

  test("is free again after unprotect", async () => {
    await sheet.run((target) => target.protection.unprotect());
    expect(await sheet.refusal((target) => (target.getRange("A1").values = [["x"]]))).toBeUndefined();
  });
});

test("a password has to be the right one", async () => {
  sheet = await useWorksheet([sheetOf("Data", rows)]);
  await sheet.run((target) => target.protection.protect({}, "secret"));
  expect(await sheet.refusal((target) => target.protection.unprotect())).toBe("AccessDenied");
  expect(await sheet.refusal((target) => target.protection.unprotect("Secret"))).toBe("AccessDenied");
  expect(await sheet.refusal((target) => target.protection.unprotect("secret"))).toBeUndefined();
});

test("a password that the file keeps as a hash is kept, and not guessed", async () => {
  const protection = { options: {}, hasPassword: true, passwordHash: { algorithmName: "SHA-512" } };
  sheet = await useWorksheet([sheetOf("Data", rows, { protection })]);
  expect(await sheet.refusal((target) => target.protection.unprotect("anything"))).toBe("AccessDenied");
  expect(sheet.excel.host.workbook.$toRecord().sheets[0].protection).toEqual(protection);
});
