import { sheetOf, sheetWithTable, workbookOf } from "../../../workbook-records";
import { useWorksheet, type WorksheetInUse } from "../worksheet-in-use";

let sheet: WorksheetInUse;

afterEach(() => sheet.stop());

test("a formula that was written in a batch is read with its result in the same batch", async () => {
  sheet = await useWorksheet();
  const result = await sheet.run(async (target, context) => {
    target.getRange("A1:A2").values = [[2], ["=A1*3"]];
    const range = target.getRange("A2");
    range.load("values");
    target.getRange("A1").values = [[5]];
    const later = target.getRange("A2");
    later.load("values");
    await context.sync();
    return [range.values, later.values];
  });
  expect(result).toEqual([[[6]], [[15]]]);
});

describe("results that a file brings", () => {
  const file = () =>
    workbookOf([
      {
        ...sheetOf("Data", [[2]]),
        cells: [
          { row: 0, column: 0, value: 2 },
          { row: 0, column: 1, value: 999, formula: "=A1*10" },
          { row: 0, column: 2, value: 0.25, formula: "=KAM.KEYSHARE(A1:A3)" },
          { row: 0, column: 3, formula: "=A1+1" },
        ],
      },
    ]);

  test("stay until a precedent changes", async () => {
    sheet = await useWorksheet(file());
    await sheet.write("F1", 1);
    expect(await sheet.values("A1:C1")).toEqual([[2, 999, 0.25]]);
    await sheet.write("A1", 3);
    expect(await sheet.values("A1:C1")).toEqual([[3, 30, "#NAME?"]]);
  });

  test("are calculated when they are missing", async () => {
    sheet = await useWorksheet(file());
    expect(await sheet.values("D1")).toEqual([[3]]);
  });

  test("give way to a full calculation", async () => {
    sheet = await useWorksheet(file());
    await sheet.run((_target, context) => context.workbook.application.calculate("Full"));
    expect(await sheet.values("B1")).toEqual([[20]]);
  });
});

describe("manual calculation", () => {
  beforeEach(async () => {
    sheet = await useWorksheet([sheetOf("Data", [[1, "=A1*2"]])]);
    await sheet.run((_target, context) => {
      context.workbook.application.calculationMode = "Manual";
    });
  });

  test("calculates what is entered, not what depends on it", async () => {
    await sheet.write("A1", 5);
    await sheet.write("C1", "=A1+1");
    expect(await sheet.values("A1:C1")).toEqual([[5, 2, 6]]);
  });

  test("catches up when asked, and when it ends", async () => {
    await sheet.write("A1", 5);
    await sheet.run((_target, context) => context.workbook.application.calculate("Recalculate"));
    expect(await sheet.values("B1")).toEqual([[10]]);
    await sheet.write("A1", 6);
    await sheet.run((_target, context) => {
      context.workbook.application.calculationMode = "Automatic";
    });
    expect(await sheet.values("B1")).toEqual([[12]]);
  });
});

test("calculation that is suspended until the next sync waits for it", async () => {
  sheet = await useWorksheet([sheetOf("Data", [[1, "=A1*2"]])]);
  const during = await sheet.run(async (target, context) => {
    context.workbook.application.suspendApiCalculationUntilNextSync();
    target.getRange("A1").values = [[5]];
    const range = target.getRange("B1");
    range.load("values");
    await context.sync();
    return range.values;
  });
  expect(during).toEqual([[2]]);
  expect(await sheet.values("B1")).toEqual([[10]]);
});

describe("formulas", () => {
  test("that depend on themselves read 0, and recover", async () => {
    sheet = await useWorksheet();
    await sheet.write("A1:A3", [["=A2+1"], ["=A1+1"], ["=A1+5"]]);
    expect(await sheet.values("A1:A3")).toEqual([[0], [0], [5]]);
    expect(await sheet.read("A1:A2", "formulas")).toEqual([["=A2+1"], ["=A1+1"]]);
    await sheet.write("A2", 3);
    expect(await sheet.values("A1:A3")).toEqual([[4], [3], [9]]);
  });

  test("reach over sheets, whatever their names", async () => {
    sheet = await useWorksheet([
      sheetOf("Data", []),
      sheetOf("Клиенты 2024", [[1], [2]]),
      sheetOf("It's", [[5]]),
    ]);
    await sheet.write("A1:A2", [["=SUM('Клиенты 2024'!A:A)"], ["='It''s'!A1"]]);
    expect(await sheet.values("A1:A2")).toEqual([[3], [5]]);
  });

  test("on a sheet that is not there read #REF!, and find it once it is made", async () => {
    sheet = await useWorksheet();
    await sheet.write("A1", "=Later!A1");
    expect(await sheet.values("A1")).toEqual([["#REF!"]]);
    await sheet.run((_target, context) => {
      context.workbook.worksheets.add("Later").getRange("A1").values = [[7]];
    });
    expect(await sheet.values("A1")).toEqual([[7]]);
  });

  test("over whole columns see cells that come later, however far down", async () => {
    sheet = await useWorksheet([sheetOf("Data", [["=SUM(B:B)", 1]])]);
    await sheet.write("B5000", 41);
    expect(await sheet.values("A1")).toEqual([[42]]);
    expect(await sheet.read("A1", "formulas")).toEqual([["=SUM(B:B)"]]);
  });

  test("of a whole column alone fit in the first row only", async () => {
    sheet = await useWorksheet([sheetOf("Data", [[1, "=A:A"], [2], [3]])]);
    await sheet.write("C2", "=A:A");
    expect(await sheet.values("B1:C3")).toEqual([
      [1, ""],
      [2, "#SPILL!"],
      [3, ""],
    ]);
  });

  test("use names, and follow what the names mean", async () => {
    sheet = await useWorksheet([sheetOf("Data", [[200]])]);
    await sheet.run((target, context) => {
      context.workbook.names.add("Rate", "=0.2");
      context.workbook.names.add("Amount", target.getRange("A1"));
      context.workbook.names.add("Tax", "=Amount*Rate");
      target.getRange("B1").formulas = [["=Tax+1"]];
    });
    expect(await sheet.values("B1")).toEqual([[41]]);
    await sheet.run((_target, context) => {
      context.workbook.names.getItem("Rate").formula = "=0.5";
    });
    expect(await sheet.values("B1")).toEqual([[101]]);
    expect(await sheet.read("B1", "formulas")).toEqual([["=Tax+1"]]);
  });

  test("with a name that is not there read #NAME?", async () => {
    sheet = await useWorksheet();
    await sheet.write("A1", "=Nobody+1");
    expect(await sheet.values("A1")).toEqual([["#NAME?"]]);
  });
});

describe("structured references", () => {
  const rows = [
    ["Client", "Jan", "Feb", "Sum"],
    ["Aster", 1, 2, "=SUM(Clients[@[Jan]:[Feb]])"],
    ["Birch", 10, 20, "=[@Jan]+[@Feb]"],
  ];

  beforeEach(async () => {
    sheet = await useWorksheet([sheetWithTable("Data", "Clients", rows), sheetOf("Other", [])]);
  });

  test("calculate in and outside of their table", async () => {
    await sheet.write("F1:F5", [
      ["=SUM(Clients[Sum])"],
      ["=Clients[[#Headers],[Feb]]"],
      ["=COUNTA(Clients[#All])"],
      ["=SUM(Clients[[Jan]:[Feb]])"],
      ["=ROWS(Clients)"],
    ]);
    expect(await sheet.values("D2:D3")).toEqual([[3], [30]]);
    expect(await sheet.values("F1:F4")).toEqual([[33], ["Feb"], [12], [33]]);
  });

  test("keep their text, also where rows and columns are inserted", async () => {
    await sheet.write("F1", "=SUM(Clients[Sum])");
    await sheet.run((target) => target.getRange("1:1").insert("Down"));
    await sheet.run((target) => target.getRange("B:B").insert("Right"));
    expect(await sheet.read("G2", "formulas")).toEqual([["=SUM(Clients[Sum])"]]);
    expect(await sheet.values("G2")).toEqual([[33]]);
  });

  test("follow the names of table and columns", async () => {
    await sheet.write("F1", "=SUM(Clients[Sum])");
    await sheet.run((_target, context) => {
      const table = context.workbook.tables.getItem("Clients");
      table.columns.getItem("Sum").name = "Net sum";
      table.name = "Customers";
    });
    expect(await sheet.read("F1", "formulas")).toEqual([["=SUM(Customers[Net sum])"]]);
    await sheet.write("B1", "January");
    expect(await sheet.read("D2:D3", "formulas")).toEqual([
      ["=SUM(Customers[@[January]:[Feb]])"],
      ["=[@January]+[@Feb]"],
    ]);
    expect(await sheet.values("F1")).toEqual([[33]]);
  });

  test("see rows that are added", async () => {
    await sheet.write("F1", "=SUM(Clients[Jan])");
    await sheet.run((_target, context) =>
      context.workbook.tables.getItem("Clients").rows.add(undefined, [["Cedar", 100, 0, 0]]),
    );
    expect(await sheet.values("F1")).toEqual([[111]]);
  });

  test("to a deleted column read #REF!", async () => {
    await sheet.write("F1", "=SUM(Clients[Jan])");
    await sheet.run((_target, context) =>
      context.workbook.tables.getItem("Clients").columns.getItem("Jan").delete(),
    );
    expect(await sheet.values("E1")).toEqual([["#REF!"]]);
  });

  test("become addresses when the table becomes plain cells", async () => {
    await sheet.write("F1", "=SUM(Clients[Jan])");
    await sheet.run((_target, context) => {
      context.workbook.tables.getItem("Clients").convertToRange();
    });
    expect(await sheet.read("F1", "formulas")).toEqual([["=SUM(Data!$B$2:$B$3)"]]);
    expect(await sheet.values("F1")).toEqual([[11]]);
  });
});

describe("formulas that move in the request in which they are entered", () => {
  test.each([
    ["a row comes above", (target: Excel.Worksheet) => void target.getRange("1:1").insert("Down"), "B2:C2"],
    [
      "columns come left of them",
      (target: Excel.Worksheet) => void target.getRange("B:D").insert("Right"),
      "E1:F1",
    ],
    ["a column goes", (target: Excel.Worksheet) => void target.getRange("A:A").delete("Left"), "A1:B1"],
  ])("have their results, though %s", async (_, moves, address) => {
    sheet = await useWorksheet([sheetOf("Data", [["x"]])]);
    await sheet.run((target) => {
      target.getRange("B1:C1").formulas = [["=2+10", "=B1*2"]];
      moves(target);
    });
    expect(await sheet.values(address)).toEqual([[12, 24]]);
  });
});

describe("array formulas", () => {
  beforeEach(async () => {
    sheet = await useWorksheet([sheetOf("Data", [[3]])]);
    await sheet.write("C1", "=SEQUENCE(A1)");
  });

  test("spill, and tell their block", async () => {
    expect(await sheet.values("C1:C4")).toEqual([[1], [2], [3], [""]]);
    const address = await sheet.run(async (target, context) => {
      const block = target.getRange("C1").getSpillingToRangeOrNullObject();
      const none = target.getRange("A1").getSpillingToRangeOrNullObject();
      block.load("address");
      none.load("address");
      await context.sync();
      return [block.address, none.isNullObject];
    });
    expect(address).toEqual(["Data!C1:C3", true]);
  });

  test("a spilled cell has no formula of its own", async () => {
    expect(await sheet.read("C1:C3", "formulas")).toEqual([["=SEQUENCE(A1)"], [2], [3]]);
  });

  test("writing into the block gives #SPILL!, clearing it spills again", async () => {
    await sheet.write("C2", "in the way");
    expect(await sheet.values("C1:C3")).toEqual([["#SPILL!"], ["in the way"], [""]]);
    await sheet.write("C2", "");
    expect(await sheet.values("C1:C3")).toEqual([[1], [2], [3]]);
  });

  test("writing over the formula takes the block away", async () => {
    await sheet.write("C1", 9);
    expect(await sheet.values("C1:C3")).toEqual([[9], [""], [""]]);
  });

  test("move with their block when rows are inserted above", async () => {
    await sheet.run((target) => target.getRange("1:2").insert("Down"));
    expect(await sheet.values("C3:C6")).toEqual([[1], [2], [3], [""]]);
    await sheet.write("A3", 1);
    expect(await sheet.values("C3:C5")).toEqual([[1], [""], [""]]);
  });

  test("grow when rows are inserted inside, as the formula says", async () => {
    await sheet.run((target) => target.getRange("2:2").insert("Down"));
    expect(await sheet.values("C1:C4")).toEqual([[1], [2], [3], [""]]);
  });

  test("come and go with the record", async () => {
    const record = await sheet.excel.host.toRecord();
    const cells = record.sheets[0].cells.filter(({ column }) => column === 2);
    expect(cells).toEqual([
      {
        row: 0,
        column: 2,
        value: 1,
        formula: "=SEQUENCE(A1)",
        spill: { row: 0, column: 2, rows: 3, columns: 1 },
      },
      { row: 1, column: 2, value: 2, spilled: true },
      { row: 2, column: 2, value: 3, spilled: true },
    ]);
    sheet.stop();
    sheet = await useWorksheet(record);
    expect(await sheet.values("C1:C4")).toEqual([[1], [2], [3], [""]]);
    await sheet.write("A1", 2);
    expect(await sheet.values("C1:C4")).toEqual([[1], [2], [""], [""]]);
  });
});
