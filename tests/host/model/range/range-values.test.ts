import fc from "fast-check";
import { sheetOf } from "../../../workbook-records";
import { useWorksheet, type WorksheetInUse } from "../worksheet-in-use";

let sheet: WorksheetInUse;

describe("what is written into Range.values", () => {
  beforeAll(async () => {
    sheet = await useWorksheet();
  });
  beforeEach(() => sheet.run((target) => target.getRange().clear()));
  afterAll(() => sheet.stop());

  test.each<[unknown, unknown, string, string]>([
    [12.5, 12.5, "General", "Double"],
    [true, true, "General", "Boolean"],
    ["Acme", "Acme", "General", "String"],
    ["", "", "General", "Empty"],
    ["12", 12, "General", "Double"],
    ["0012", 12, "General", "Double"],
    [" 7 ", 7, "General", "Double"],
    ["-3", -3, "General", "Double"],
    ["(120)", -120, "General", "Double"],
    ["1e3", 1000, "0.00E+00", "Double"],
    ["1,234.50", 1234.5, "#,##0.00", "Double"],
    ["12%", 0.12, "0%", "Double"],
    ["2 1/4", 2.25, "# ?/?", "Double"],
    ["12/31/2024", 45657, "m/d/yyyy", "Double"],
    ["2024-12-31", 45657, "m/d/yyyy", "Double"],
    ["Dec 2024", 45627, "mmm-yy", "Double"],
    ["12:30", 0.520833333333333, "h:mm", "Double"],
    ["true", true, "General", "Boolean"],
    ["#N/A", "#N/A", "General", "Error"],
    ["'12", "12", "General", "String"],
    ["'=1+1", "=1+1", "General", "String"],
    ["'#N/A", "#N/A", "General", "String"],
    ["31.12.2024", "31.12.2024", "General", "String"],
    ["1 234,56", "1 234,56", "General", "String"],
    ["12 Monkeys", "12 Monkeys", "General", "String"],
    ["=", "=", "General", "String"],
    ["-", "-", "General", "String"],
    ["=1+1", 2, "General", "Double"],
    ["+1+1", 2, "General", "Double"],
    ["-2*3", -6, "General", "Double"],
    ["-Acme", "#NAME?", "General", "Error"],
    ["@SUM(1,2)", 3, "General", "Double"],
  ])("%j is held as %j, with the format %s and the type %s", async (written, value, format, type) => {
    await sheet.write("B2", [[written]]);
    const [[held]] = await sheet.values("B2");
    if (typeof value === "number") {
      expect(held).toBeCloseTo(value, 12);
    } else {
      expect(held).toBe(value);
    }
    expect(await sheet.read("B2", "numberFormat")).toEqual([[format]]);
    expect(await sheet.read("B2", "valueTypes")).toEqual([[type]]);
  });

  test.each(["=1+", "=SUM(1", "+7 (495) 123-45-67", "@ the office", "=A1 B1"])(
    "%j is refused: Excel takes it for a formula and cannot read it",
    async (written) => {
      expect(await sheet.refusal((target) => (target.getRange("A1").values = [[written]]))).toBe(
        "InvalidArgument",
      );
    },
  );

  test("a refused batch writes nothing of its range", async () => {
    await sheet.refusal((target) => (target.getRange("A1:A2").values = [["kept out"], ["=1+"]]));
    expect(await sheet.values("A1:A2")).toEqual([[""], [""]]);
  });

  test("cells of the format Text keep what looks like numbers, dates and formulas", async () => {
    await sheet.run((target) => {
      target.getRange("A1:A4").numberFormat = [["@"], ["@"], ["@"], ["@"]];
      target.getRange("A1:A4").values = [["0012"], ["=1+1"], ["12%"], [7]];
    });
    expect(await sheet.values("A1:A4")).toEqual([["0012"], ["=1+1"], ["12%"], ["7"]]);
  });

  test("a format that is there already stays", async () => {
    await sheet.run((target) => {
      target.getRange("A1").numberFormat = [["0.000"]];
      target.getRange("A1").values = [["12%"]];
    });
    expect(await sheet.read("A1", "numberFormat")).toEqual([["0.000"]]);
  });

  test("null leaves a cell untouched", async () => {
    await sheet.write("A1:B1", [[1, 2]]);
    await sheet.write("A1:B1", [[null, 3]]);
    expect(await sheet.values("A1:B1")).toEqual([[1, 3]]);
  });

  test("a single value fills the range", async () => {
    await sheet.write("A1:B2", 5);
    expect(await sheet.values("A1:B3")).toEqual([
      [5, 5],
      [5, 5],
      ["", ""],
    ]);
  });

  test.each<[string, unknown]>([
    ["too few rows", [[1, 2]]],
    [
      "too many columns",
      [
        [1, 2, 3],
        [4, 5, 6],
      ],
    ],
    ["rows of different length", [[1, 2], [3]]],
    ["one cell in brackets", [[1]]],
  ])("another shape is refused: %s", async (_what, values) => {
    expect(await sheet.refusal((target) => (target.getRange("A1:B2").values = values as unknown[][]))).toBe(
      "InvalidArgument",
    );
  });

  test("large matrices go in pieces and arrive whole", async () => {
    const rows = Array.from({ length: 4000 }, (_, row) => [row, `client ${row}`, row % 2 === 0]);
    await sheet.write("A1:C4000", rows);
    expect(await sheet.values("A1:C4000")).toEqual(rows);
  });

  test("what was read can be written back, and reads the same", async () => {
    const cell = fc.oneof(
      fc.double({ noNaN: true, noDefaultInfinity: true }).map((number) => number + 0),
      fc.boolean(),
      fc.string({ maxLength: 12 }).map((text) => `'${text}`),
      fc.constantFrom("", "=1/0", "=2+3", "Acme"),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(cell, cell), { minLength: 1, maxLength: 6 }), async (rows) => {
        const address = `A1:B${rows.length}`;
        await sheet.run((target) => target.getRange().clear());
        await sheet.write(address, rows);
        const first = await sheet.excel.host.toRecord();
        const formulas = (await sheet.read(address, "formulas")) as unknown[][];
        const types = (await sheet.read(address, "valueTypes")) as unknown[][];
        const again = formulas.map((row, r) =>
          row.map((each, c) =>
            types[r][c] === "String" && typeof each === "string" && !each.startsWith("=") ? `'${each}` : each,
          ),
        );
        const quoted = rows.map((row) => row.map((each) => typeof each === "string" && each.startsWith("'")));
        await sheet.write(
          address,
          again.map((row, r) =>
            row.map((each, c) => (quoted[r][c] && !String(each).startsWith("'") ? `'${String(each)}` : each)),
          ),
        );
        const second = await sheet.excel.host.toRecord();
        const values = (record: typeof first) =>
          record.sheets[0].cells.map(({ row, column, value, formula }) => [row, column, value, formula]);
        expect(values(second)).toEqual(values(first));
      }),
      { numRuns: 25 },
    );
  }, 20_000);
});

describe("what is read", () => {
  afterAll(() => sheet.stop());
  beforeAll(async () => {
    sheet = await useWorksheet([
      sheetOf("Data", [
        ["Client", "Sales", "Share", "When"],
        ["Aster", 1234.5, 0.125, 45657],
        ["Birch", { error: "#DIV/0!" }, null, true],
      ]),
    ]);
  });

  test("blanks are empty texts, errors their texts", async () => {
    expect(await sheet.values("A3:D4")).toEqual([
      ["Birch", "#DIV/0!", "", true],
      ["", "", "", ""],
    ]);
    expect(await sheet.read("A3:D3", "valueTypes")).toEqual([["String", "Error", "Empty", "Boolean"]]);
  });

  test("texts wear the number format, dates are serial numbers", async () => {
    await sheet.run((target) => {
      target.getRange("B2:D2").numberFormat = [["#,##0.00", "0.0%", "dd.mm.yyyy"]];
    });
    expect(await sheet.values("B2:D2")).toEqual([[1234.5, 0.125, 45657]]);
    expect(await sheet.read("B2:D2", "text")).toEqual([["1,234.50", "12.5%", "31.12.2024"]]);
  });

  test("a range of more than 5,000,000 cells gives no values", async () => {
    expect(await sheet.read("A:E", "values")).toBeNull();
    expect(await sheet.read("1:300", "values")).toHaveLength(300);
  }, 30_000);

  test("formulas stand where there are some, values elsewhere", async () => {
    await sheet.write("E1:E3", [["=sum(b2:b2)"], ["=Data!B2"], [3]]);
    expect(await sheet.read("E1:E3", "formulas")).toEqual([["=SUM(B2:B2)"], ["=Data!B2"], [3]]);
  });
});

test("texts wear the dress of the data's language", async () => {
  sheet = await useWorksheet([sheetOf("Data", [[1234567.5, 0.125, 45657]])], { language: "ru-RU" });
  await sheet.run((target) => {
    target.getRange("A1:C1").numberFormat = [["#,##0.00", "0.0%", "mmm yyyy"]];
  });
  const [texts] = (await sheet.read("A1:C1", "text")) as string[][];
  sheet.stop();
  expect(texts.map((text) => text.replaceAll(/\s/g, " "))).toEqual(["1 234 567,50", "12,5%", "дек. 2024"]);
});

describe("cells that are not like others", () => {
  afterEach(() => sheet.stop());

  test("what is written into the inside of merged cells is lost", async () => {
    sheet = await useWorksheet([
      sheetOf("Data", [["Title"]], { merges: [{ row: 0, column: 0, rows: 1, columns: 3 }] }),
    ]);
    await sheet.write("A1:C1", [["New title", "lost", "lost"]]);
    expect(await sheet.values("A1:C1")).toEqual([["New title", "", ""]]);
  });

  test("writing a block over filtered rows is refused, a visible cell alone is not (office-js #224)", async () => {
    sheet = await useWorksheet([
      sheetOf(
        "Data",
        [
          ["Client", "Sales"],
          ["Aster", 1],
          ["Birch", 2],
          ["Cedar", 3],
        ],
        {
          filter: { area: { row: 0, column: 0, rows: 4, columns: 2 }, active: true },
          rows: [{ index: 2, hidden: true }],
        },
      ),
    ]);
    expect(await sheet.refusal((target) => (target.getRange("C2:C4").values = [[1], [2], [3]]))).toBe(
      "InvalidOperation",
    );
    expect(await sheet.refusal((target) => (target.getRange("C2").values = [[1]]))).toBeUndefined();
    expect(await sheet.values("C2:C4")).toEqual([[1], [""], [""]]);
  });

  test("rows that a person hid are written like others", async () => {
    sheet = await useWorksheet([
      sheetOf("Data", [["Client"], ["Aster"], ["Birch"]], { rows: [{ index: 1, hidden: true }] }),
    ]);
    expect(
      await sheet.refusal((target) => (target.getRange("B1:B3").values = [[1], [2], [3]])),
    ).toBeUndefined();
  });
});
