import fc from "fast-check";
import { openWorkbook } from "../../../../src/host/model/workbook";
import type { Area, WorkbookRecord } from "../../../../src/host/workbook-record";
import { sheetOf, workbookOf } from "../../../workbook-records";
import { useWorksheet, type WorksheetInUse } from "../worksheet-in-use";

let sheet: WorksheetInUse;

const names = () =>
  Object.fromEntries(sheet.excel.host.workbook.$toRecord().names.map(({ name, formula }) => [name, formula]));

describe("inserting and deleting rows and columns", () => {
  afterEach(() => sheet.stop());
  beforeEach(async () => {
    sheet = await useWorksheet(
      workbookOf(
        [
          sheetOf(
            "Data",
            [
              ["a", 1, "=B1*2"],
              ["b", 2, "=B2*2"],
              ["c", 3, "=SUM(B1:B3)"],
            ],
            {
              columns: [{ index: 1, width: 100 }],
              rows: [
                { index: 1, height: 30 },
                { index: 2, hidden: true },
              ],
              merges: [{ row: 4, column: 0, rows: 2, columns: 2 }],
            },
          ),
          sheetOf("Other", [["=SUM(Data!B1:B3)"]]),
        ],
        {
          names: [
            { name: "Amounts", formula: "=Data!$B$1:$B$3", visible: true, scope: null, comment: "" },
            { name: "keyfolio.share", formula: "=Data!$C$1", visible: false, scope: null, comment: "" },
          ],
        },
      ),
    );
  });

  test("rows move cells, heights, hiding, merged blocks, names and formulas of every sheet", async () => {
    await sheet.run((target) => target.getRange("2:3").insert("Down"));
    expect(await sheet.read("A1:C5", "formulas")).toEqual([
      ["a", 1, "=B1*2"],
      ["", "", ""],
      ["", "", ""],
      ["b", 2, "=B4*2"],
      ["c", 3, "=SUM(B1:B5)"],
    ]);
    const [data, other] = (await sheet.excel.host.toRecord()).sheets;
    expect(data.rows).toEqual([
      { index: 3, height: 30 },
      { index: 4, hidden: true },
    ]);
    expect(data.merges).toEqual([{ row: 6, column: 0, rows: 2, columns: 2 }]);
    expect(names()).toEqual({ Amounts: "=Data!$B$1:$B$5", "keyfolio.share": "=Data!$C$1" });
    expect(other.cells[0].formula).toBe("=SUM(Data!B1:B5)");
  });

  test("a name whose cells are deleted reads #REF!", async () => {
    await sheet.run((target) => target.getRange("C:C").delete("Left"));
    expect(names()).toEqual({ Amounts: "=Data!$B$1:$B$3", "keyfolio.share": "=Data!#REF!" });
    const broken = await sheet.run(async (_target, context) => {
      const name = context.workbook.names.getItem("keyfolio.share");
      const range = name.getRangeOrNullObject().load("address");
      name.load("formula,value,type");
      await context.sync();
      return [range.isNullObject, name.formula, name.value, name.type];
    });
    expect(broken).toEqual([true, "=Data!#REF!", "#REF!", "Error"]);
    expect(
      await sheet.refusal((_target, context) =>
        context.workbook.names.getItem("keyfolio.share").getRange().load("address"),
      ),
    ).toBe("InvalidReference");
  });

  test("a block of cells moves only its own rows or columns", async () => {
    await sheet.run((target) => target.getRange("C1:C2").insert("Down"));
    expect(await sheet.read("B1:C5", "formulas")).toEqual([
      [1, ""],
      [2, ""],
      [3, "=B1*2"],
      ["", "=B2*2"],
      ["", "=SUM(B1:B3)"],
    ]);
    await sheet.run((target) => target.getRange("B1").delete("Left"));
    expect(await sheet.read("B1:C3", "formulas")).toEqual([
      ["", ""],
      [2, ""],
      [3, "=#REF!*2"],
    ]);
  });

  test("a merged block cannot be torn", async () => {
    expect(await sheet.refusal((target) => target.getRange("A2").insert("Down"))).toBe("MergedRangeConflict");
  });

  test("new rows look like the row above", async () => {
    await sheet.run((target) => {
      target.getRange("A1:C1").format.font.bold = true;
      target.getRange("2:2").insert("Down");
    });
    const bold = await sheet.run(async (target, context) => {
      const format = target.getRange("A2:C2").format.font.load("bold");
      await context.sync();
      return format.bold;
    });
    expect(bold).toBe(true);
  });

  test("a range object in use stays on its cells; it is gone with them", async () => {
    const seen = await sheet.run(async (target, context) => {
      const range = target.getRange("B2");
      context.trackedObjects.add(range);
      await context.sync();
      target.getRange("1:1").insert("Down");
      target.getRange("A:A").delete("Left");
      range.load("address,values");
      await context.sync();
      return [range.address, range.values];
    });
    expect(seen).toEqual(["Data!A3", [[2]]]);
    expect(
      await sheet.refusal(async (target, context) => {
        const range = target.getRange("A3");
        context.trackedObjects.add(range);
        await context.sync();
        target.getRange("3:3").delete("Up");
        range.load("values");
      }),
    ).toBe("InvalidReference");
  });

  test("content is not pushed off the sheet", async () => {
    await sheet.write("A1048576", "last");
    expect(await sheet.refusal((target) => target.getRange("1:1").insert("Down"))).toBe(
      "InsertDeleteConflict",
    );
  });
});

test("rows or columns inserted and deleted again leave the workbook as it was", async () => {
  const cell = fc.constantFrom<string | number | null>(
    null,
    1,
    "text",
    "=SUM(A1:B9)",
    "=$B$3*2",
    "=Other!A2",
    "=SUM(A:A)",
  );
  const record = (rows: (string | number | null)[][]): WorkbookRecord => ({
    ...workbookOf([sheetOf("Data", rows), sheetOf("Other", [["=Data!B2"], ["=SUM(Data!A2:C7)"]])]),
    names: [{ name: "Block", formula: "=Data!$A$2:$B$5", visible: true, scope: null, comment: "" }],
  });
  const withoutResults = ({ sheets, names: kept }: WorkbookRecord) => [
    kept,
    sheets.map(({ cells, ...rest }) => [
      cells.map(({ row, column, formula, value }) => [row, column, formula ?? value]),
      rest,
    ]),
  ];
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.tuple(cell, cell, cell), { minLength: 1, maxLength: 8 }),
      fc.nat(9),
      fc.integer({ min: 1, max: 4 }),
      fc.boolean(),
      async (rows, at, count, alongRows) => {
        const workbook = await openWorkbook(record(rows));
        const before = workbook.$toRecord();
        const target = workbook.worksheets.getItem("Data");
        const block = () =>
          alongRows
            ? target.getRangeByIndexes(at, 0, count, 1).getEntireRow()
            : target.getRangeByIndexes(0, at, 1, count).getEntireColumn();
        block().insert(alongRows ? "Down" : "Right");
        block().delete(alongRows ? "Up" : "Left");
        await workbook.$calculate();
        expect(withoutResults(workbook.$toRecord())).toEqual(withoutResults(before));
        workbook.$dispose();
      },
    ),
    { numRuns: 40 },
  );
}, 60_000);

describe("blocks next to blocks", () => {
  afterAll(() => sheet.stop());
  beforeAll(async () => {
    sheet = await useWorksheet([
      sheetOf(
        "Data",
        [
          ["a", "b"],
          ["c", "d"],
          [null, null],
          ["e", null],
        ],
        {},
        { row: 1, column: 1 },
      ),
    ]);
  });

  test.each<[string, (target: Excel.Worksheet) => Excel.Range, string]>([
    ["getCell", (target) => target.getRange("B2:C3").getCell(1, 1), "C3"],
    ["getCell outside", (target) => target.getRange("B2:C3").getCell(4, 4), "F6"],
    ["getRow", (target) => target.getRange("B2:C3").getRow(1), "B3:C3"],
    ["getColumn", (target) => target.getRange("B2:C3").getColumn(1), "C2:C3"],
    ["getOffsetRange", (target) => target.getRange("B2:C3").getOffsetRange(-1, 2), "D1:E2"],
    ["getResizedRange", (target) => target.getRange("B2:C3").getResizedRange(2, -1), "B2:B5"],
    ["getAbsoluteResizedRange", (target) => target.getRange("B2:C3").getAbsoluteResizedRange(3, 4), "B2:E4"],
    ["getBoundingRect", (target) => target.getRange("B2").getBoundingRect("D9"), "B2:D9"],
    ["getIntersection", (target) => target.getRange("B2:C3").getIntersection("C1:D2"), "C2"],
    ["getEntireRow", (target) => target.getRange("B2:C3").getEntireRow(), "2:3"],
    ["getEntireColumn", (target) => target.getRange("B2:C3").getEntireColumn(), "B:C"],
    ["getLastRow", (target) => target.getRange("B2:C3").getLastRow(), "B3:C3"],
    ["getLastColumn", (target) => target.getRange("B2:C3").getLastColumn(), "C2:C3"],
    ["getLastCell", (target) => target.getRange("B2:C3").getLastCell(), "C3"],
    ["getRowsAbove", (target) => target.getRange("B3:C4").getRowsAbove(2), "B1:C2"],
    ["getRowsBelow", (target) => target.getRange("B2:C3").getRowsBelow(2), "B4:C5"],
    ["getColumnsAfter", (target) => target.getRange("B2:C3").getColumnsAfter(2), "D2:E3"],
    ["getColumnsBefore", (target) => target.getRange("B2:C3").getColumnsBefore(1), "A2:A3"],
    ["getUsedRange", (target) => target.getRange("A:Z").getUsedRange(true), "B2:C5"],
    ["getUsedRange of a part", (target) => target.getRange("C1:C9").getUsedRange(true), "C2:C3"],
    ["getSurroundingRegion", (target) => target.getRange("B2").getSurroundingRegion(), "B2:C3"],
    ["getSurroundingRegion from beside", (target) => target.getRange("D4").getSurroundingRegion(), "B2:D5"],
    ["worksheet.getUsedRange", (target) => target.getUsedRange(), "B2:C5"],
    ["worksheet.getRangeByIndexes", (target) => target.getRangeByIndexes(1, 2, 3, 4), "C2:F4"],
    ["worksheet.getRange", (target) => target.getRange(), "1:1048576"],
  ])("%s", async (_member, block, address) => {
    const seen = await sheet.run(async (target, context) => {
      const range = block(target).load("address");
      await context.sync();
      return range.address;
    });
    expect(seen).toBe(`Data!${address}`);
  });

  test.each<[string, (target: Excel.Worksheet) => Excel.Range, string]>([
    ["off the top", (target) => target.getRange("A1").getOffsetRange(-1, 0), "InvalidArgument"],
    ["off the end", (target) => target.getRangeByIndexes(1_048_575, 0, 2, 1), "InvalidArgument"],
    ["empty", (target) => target.getRange("B2").getResizedRange(-1, 0), "InvalidArgument"],
    ["another sheet's", (target) => target.getRange("Other!A1"), "InvalidArgument"],
    ["no address", (target) => target.getRange("Nowhere"), "InvalidArgument"],
    ["nothing in common", (target) => target.getRange("A1").getIntersection("B2"), "ItemNotFound"],
    ["nothing used", (target) => target.getRange("F1:G9").getUsedRange(), "ItemNotFound"],
  ])("is refused: %s", async (_what, block, code) => {
    expect(await sheet.refusal((target) => block(target).load("address"))).toBe(code);
  });

  test("formats count as used unless only values are asked for", async () => {
    const addresses = await sheet.run(async (target, context) => {
      target.getRange("F9").format.fill.color = "#FF0000";
      const all = target.getUsedRange().load("address");
      const values = target.getUsedRange(true).load("address");
      await context.sync();
      return [all.address, values.address];
    });
    expect(addresses).toEqual(["Data!B2:F9", "Data!B2:C5"]);
  });

  test("a blank sheet's used range is its first cell", async () => {
    const address = await sheet.run(async (target, context) => {
      target.getRange().clear();
      const used = target.getUsedRange().load("address");
      const none = target.getUsedRangeOrNullObject().load("address");
      await context.sync();
      return [used.address, none.isNullObject];
    });
    expect(address).toEqual(["Data!A1", true]);
  });
});

test("the used range follows every write, format and clearing", async () => {
  const position = fc.record({ row: fc.nat(6), column: fc.nat(6) });
  const step = fc.record({
    at: position,
    what: fc.constantFrom("value", "format", "clear", "plain", "spill", "shift"),
  });
  const workbook = await openWorkbook(workbookOf([sheetOf("Data", []), sheetOf("Control", [])]));
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 12 }), async (steps) => {
      const target = workbook.worksheets.add();
      for (const { at, what } of steps) {
        const cell = target.getCell(at.row, at.column);
        const actions: Record<typeof what, () => void> = {
          value: () => (cell.values = [["x"]]),
          format: () => (cell.format.fill.color = "#FF0000"),
          clear: () => cell.clear("Contents"),
          plain: () => cell.clear("Formats"),
          spill: () => (cell.values = [["=SEQUENCE(2)"]]),
          shift: () => cell.getEntireRow().insert("Down"),
        };
        actions[what]();
        await workbook.$calculate();
        const seen = [target.getUsedRangeOrNullObject()?.$area, target.getUsedRangeOrNullObject(true)?.$area];
        const { cells } = workbook.$toRecord().sheets[target.position];
        const bounds = (list: typeof cells) =>
          list.length === 0 ? undefined : boundsOf(list.map(({ row, column }) => [row, column]));
        expect(seen).toEqual([
          bounds(cells),
          bounds(cells.filter(({ value, formula }) => value !== undefined || formula !== undefined)),
        ]);
      }
      target.delete();
    }),
    { numRuns: 60 },
  );
  workbook.$dispose();
}, 60_000);

function boundsOf(cells: [row: number, column: number][]): Area {
  const [rows, columns] = [cells.map(([row]) => row), cells.map(([, column]) => column)];
  const [row, column] = [Math.min(...rows), Math.min(...columns)];
  return { row, rows: Math.max(...rows) - row + 1, column, columns: Math.max(...columns) - column + 1 };
}

describe("merged cells", () => {
  afterEach(() => sheet.stop());
  beforeEach(async () => {
    sheet = await useWorksheet([
      sheetOf("Data", [
        ["a", "b"],
        ["c", "d"],
      ]),
    ]);
  });

  test("keep the first content", async () => {
    await sheet.run((target) => target.getRange("A1:B2").merge());
    expect(await sheet.values("A1:B2")).toEqual([
      ["a", ""],
      ["", ""],
    ]);
    await sheet.run((target) => target.getRange("A1").unmerge());
    expect(sheet.excel.host.workbook.$toRecord().sheets[0].merges).toEqual([]);
  });

  test("are told block by block", async () => {
    const areas = await sheet.run(async (target, context) => {
      target.getRange("A1:B2").merge(true);
      const merged = target.getRange("A1:D9").getMergedAreasOrNullObject().load("address,areaCount");
      const none = target.getRange("D1:D9").getMergedAreasOrNullObject().load("address");
      await context.sync();
      return [merged.address, merged.areaCount, none.isNullObject];
    });
    expect(areas).toEqual(["Data!A1:B1,Data!A2:B2", 2, true]);
  });
});
