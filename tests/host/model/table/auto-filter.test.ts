import { sheetOf } from "../../../workbook-records";
import { useWorksheet, type WorksheetInUse } from "../worksheet-in-use";

const rows = [
  ["Client", "Sales"],
  ["Aster", 120],
  ["Birch", 80],
  ["Cedar", 40],
];

let sheet: WorksheetInUse;

afterEach(() => sheet.stop());

const state = () =>
  sheet.run(async (target, context) => {
    const visible = [2, 3, 4].map((row) => target.getRange(`${row}:${row}`).load("rowHidden"));
    const range = target.autoFilter.getRangeOrNullObject().load("address");
    target.autoFilter.load("enabled,isDataFiltered,criteria");
    await context.sync();
    return {
      hidden: visible.map(({ rowHidden }) => rowHidden),
      address: range.isNullObject ? null : range.address,
      enabled: target.autoFilter.enabled,
      isDataFiltered: target.autoFilter.isDataFiltered,
    };
  });

describe("the filter of a sheet", () => {
  beforeEach(async () => {
    sheet = await useWorksheet([sheetOf("Data", rows)]);
  });

  test("stands over the region of its cell, and hides nothing without criteria", async () => {
    await sheet.run((target) => target.autoFilter.apply(target.getRange("A1")));
    expect(await state()).toEqual({
      hidden: [false, false, false],
      address: "Data!A1:B4",
      enabled: true,
      isDataFiltered: false,
    });
  });

  test.each<[string, Excel.FilterCriteria, boolean[]]>([
    [
      "values that are not there",
      { filterOn: "Values", values: ["Aster"] } as Excel.FilterCriteria,
      [true, true, true],
    ],
    [
      "numbers as they are shown",
      { filterOn: "Values", values: ["80"] } as Excel.FilterCriteria,
      [true, false, true],
    ],
    [
      "a comparison",
      { filterOn: "Custom", criterion1: ">=80" } as Excel.FilterCriteria,
      [false, false, true],
    ],
    [
      "two comparisons",
      { filterOn: "Custom", criterion1: ">100", criterion2: "<50", operator: "Or" } as Excel.FilterCriteria,
      [false, true, false],
    ],
    ["inequality", { filterOn: "Custom", criterion1: "<>80" } as Excel.FilterCriteria, [false, true, false]],
  ])("filters by %s", async (_what, criteria, hidden) => {
    await sheet.run((target) => target.autoFilter.apply(target.getRange("A1:B4"), 1, criteria));
    expect(await state()).toMatchObject({ hidden, isDataFiltered: true });
  });

  test("filters by the beginning of texts", async () => {
    await sheet.run((target) =>
      target.autoFilter.apply(target.getRange("A1:B4"), 0, { filterOn: "Custom", criterion1: "=c*" }),
    );
    expect(await state()).toMatchObject({ hidden: [true, true, false] });
  });

  test("leaves hidden what a person hid", async () => {
    await sheet.run((target) => {
      target.getRange("2:2").rowHidden = true;
      target.autoFilter.apply(target.getRange("A1:B4"), 1, { filterOn: "Custom", criterion1: ">100" });
    });
    await sheet.run((target) => target.autoFilter.clearCriteria());
    expect(await state()).toEqual({
      hidden: [true, false, false],
      address: "Data!A1:B4",
      enabled: true,
      isDataFiltered: false,
    });
  });

  test("goes without a trace", async () => {
    await sheet.run((target) =>
      target.autoFilter.apply(target.getRange("A1:B4"), 1, { filterOn: "Custom", criterion1: ">100" }),
    );
    await sheet.run((target) => target.autoFilter.remove());
    expect(await state()).toEqual({
      hidden: [false, false, false],
      address: null,
      enabled: false,
      isDataFiltered: false,
    });
  });

  test("has no more columns than its block, and refuses kinds that the host does not apply", async () => {
    expect(
      await sheet.refusal((target) =>
        target.autoFilter.apply(target.getRange("A1:B4"), 2, { filterOn: "Custom", criterion1: ">1" }),
      ),
    ).toBe("InvalidArgument");
    expect(
      await sheet.refusal((target) =>
        target.autoFilter.apply(target.getRange("A1:B4"), 1, { filterOn: "TopItems", criterion1: "1" }),
      ),
    ).toBe("NotImplemented");
    expect(await state()).toMatchObject({ isDataFiltered: false });
  });
});

test("a file's filter is known to be active; clearing it shows the rows", async () => {
  sheet = await useWorksheet([
    sheetOf("Data", rows, {
      filter: { area: { row: 0, column: 0, rows: 4, columns: 2 }, active: true },
      rows: [{ index: 2, hidden: true }],
    }),
  ]);
  expect(await state()).toMatchObject({ hidden: [false, true, false], isDataFiltered: true });
  await sheet.run((target) => target.autoFilter.clearCriteria());
  expect(await state()).toMatchObject({ hidden: [false, false, false], isDataFiltered: false });
  expect(sheet.excel.host.workbook.$toRecord().sheets[0].filter).toMatchObject({ active: false });
});
