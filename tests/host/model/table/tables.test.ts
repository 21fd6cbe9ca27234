import type { Area } from "../../../../src/host/workbook-record";
import { sheetOf, sheetWithTable, tableOf } from "../../../workbook-records";
import { useWorksheet, type WorksheetInUse } from "../worksheet-in-use";

const rows = [
  ["Client", "Sales", "Profit"],
  ["Aster", 120, 12],
  ["Birch", 80, 20],
  ["Cedar", 40, -3],
];

let sheet: WorksheetInUse;

afterEach(() => sheet.stop());

const clients = (context: Excel.RequestContext) => context.workbook.tables.getItem("Clients");
const kept = () => sheet.excel.host.workbook.$toRecord().sheets[0].tables;

describe("tables.add", () => {
  test("makes a table with Excel's name, style and headers", async () => {
    sheet = await useWorksheet([sheetOf("Data", rows)]);
    const seen = await sheet.run(async (target, context) => {
      const table = target.tables.add("A1:C4", true);
      table.load("name,style,showHeaders,showTotals,showBandedRows,showFilterButton");
      table.columns.load("items/name,items/id,items/index");
      const data = table.getDataBodyRange().load("address");
      const header = table.getHeaderRowRange().load("address");
      await context.sync();
      return [
        table.toJSON(),
        table.columns.items.map(({ id, index, name }) => [id, index, name]),
        data.address,
        header.address,
      ];
    });
    expect(seen[0]).toMatchObject({
      name: "Table1",
      style: "TableStyleMedium2",
      showHeaders: true,
      showTotals: false,
      showBandedRows: true,
      showFilterButton: true,
    });
    expect(seen.slice(1)).toEqual([
      [
        [1, 0, "Client"],
        [2, 1, "Sales"],
        [3, 2, "Profit"],
      ],
      "Data!A2:C4",
      "Data!A1:C1",
    ]);
  });

  test("makes header cells texts, each once, none blank", async () => {
    sheet = await useWorksheet([
      sheetOf("Data", [
        ["Sales", "sales", null, 2024, true],
        [1, 2, 3, 4, 5],
      ]),
    ]);
    await sheet.run((target) => {
      target.tables.add("A1:E2", true);
    });
    expect(await sheet.values("A1:E1")).toEqual([["Sales", "sales2", "Column3", "2024", "TRUE"]]);
    expect(await sheet.read("D1:E1", "valueTypes")).toEqual([["String", "String"]]);
    expect(kept()[0].columns.map(({ name }) => name)).toEqual(["Sales", "sales2", "Column3", "2024", "TRUE"]);
  });

  test("puts a header row above data that has none, moving it down", async () => {
    sheet = await useWorksheet([
      sheetOf("Data", [
        ["Aster", 1],
        ["Birch", 2],
        ["below", null],
      ]),
    ]);
    await sheet.run((target) => {
      target.tables.add("A1:B2", false);
    });
    expect(await sheet.values("A1:B4")).toEqual([
      ["Column1", "Column2"],
      ["Aster", 1],
      ["Birch", 2],
      ["below", ""],
    ]);
  });

  test("refuses what overlaps another table, and merged cells", async () => {
    sheet = await useWorksheet([
      { ...sheetWithTable("Data", "Clients", rows), merges: [{ row: 9, column: 0, rows: 1, columns: 2 }] },
    ]);
    expect(await sheet.refusal((target) => target.tables.add("C3:D9", true))).toBe("TableOverlap");
    expect(await sheet.refusal((target) => target.tables.add("A9:C12", true))).toBe("MergedRangeConflict");
    expect(kept()).toHaveLength(1);
  });
});

describe("a table", () => {
  beforeEach(async () => {
    sheet = await useWorksheet([
      sheetOf(
        "Data",
        [
          ["Client", "Sales", "Profit", "beside"],
          ["Aster", 120, 12, "a"],
          ["Birch", 80, 20, "b"],
          ["Cedar", 40, -3, "c"],
          ["below", null, null, "far"],
        ],
        { tables: [tableOf("Clients", rows)] },
      ),
    ]);
  });

  test("is found by name in any case and by id, not by another name", async () => {
    const found = await sheet.run(async (_target, context) => {
      const table = context.workbook.tables.getItem("CLIENTS").load("id");
      await context.sync();
      const again = context.workbook.tables.getItem(table.id).load("name");
      const none = context.workbook.tables.getItemOrNullObject("Nobody").load("name");
      await context.sync();
      return [again.name, none.isNullObject];
    });
    expect(found).toEqual(["Clients", true]);
    expect(
      await sheet.refusal((_target, context) => context.workbook.tables.getItem("Nobody").load("name")),
    ).toBe("ItemNotFound");
  });

  test.each(["Two words", "A1", "R1C1", "1st", "", "x".repeat(256), "a-b"])(
    "cannot be called %j",
    async (name) => {
      expect(await sheet.refusal((_target, context) => (clients(context).name = name))).toBe(
        "InvalidArgument",
      );
    },
  );

  test("cannot have the name of another table or of a range", async () => {
    await sheet.run((target, context) => {
      context.workbook.names.add("Region", target.getRange("D1"));
      target.tables.add("F1:G3", true).name = "Others";
    });
    expect(await sheet.refusal((_target, context) => (clients(context).name = "others"))).toBe(
      "ItemAlreadyExists",
    );
    expect(await sheet.refusal((_target, context) => (clients(context).name = "Region"))).toBe(
      "ItemAlreadyExists",
    );
  });

  test("a new column at the end moves what stands to the right of the table, on its rows only", async () => {
    await sheet.run((_target, context) =>
      clients(context).columns.add(undefined, [["Share"], [0.5], [0.3], [0.2]]),
    );
    expect(await sheet.values("A1:E5")).toEqual([
      ["Client", "Sales", "Profit", "Share", "beside"],
      ["Aster", 120, 12, 0.5, "a"],
      ["Birch", 80, 20, 0.3, "b"],
      ["Cedar", 40, -3, 0.2, "c"],
      ["below", "", "", "far", ""],
    ]);
  });

  test("a new column inside moves the table's own columns; references follow", async () => {
    await sheet.write("G1", "=SUM(C2:C4)+SUM(Clients[Profit])");
    const added = await sheet.run(async (_target, context) => {
      const column = clients(context).columns.add(1, undefined, "Manager");
      column.load("name,index");
      await context.sync();
      return [column.name, column.index];
    });
    expect(added).toEqual(["Manager", 1]);
    expect(await sheet.values("A1:D2")).toEqual([
      ["Client", "Manager", "Sales", "Profit"],
      ["Aster", "", 120, 12],
    ]);
    expect(await sheet.read("H1", "formulas")).toEqual([["=SUM(D2:D4)+SUM(Clients[Profit])"]]);
    expect(await sheet.values("H1")).toEqual([[58]]);
  });

  test("a new column is refused where it would tear another table", async () => {
    await sheet.run((target) => target.tables.add("F3:G7", true));
    expect(await sheet.refusal((_target, context) => clients(context).columns.add())).toBe(
      "InsertDeleteConflict",
    );
  });

  test("a new column needs as many values as the table has rows", async () => {
    expect(
      await sheet.refusal((_target, context) => clients(context).columns.add(undefined, [["Share"], [1]])),
    ).toBe("InvalidArgument");
    expect(kept()[0].columns).toHaveLength(3);
  });

  test("a column is found by name and id, renamed, and renamed through its header cell", async () => {
    await sheet.run((target, context) => {
      clients(context).columns.getItem("sales").name = "Revenue";
      clients(context).columns.getItem(3).name = "Revenue";
      target.getRange("A1").values = [[2024]];
    });
    expect(await sheet.values("A1:C1")).toEqual([["2024", "Revenue", "Revenue2"]]);
    expect(kept()[0].columns.map(({ name }) => name)).toEqual(["2024", "Revenue", "Revenue2"]);
  });

  test("a cleared header cell gets a name again", async () => {
    await sheet.run((target) => target.getRange("B1").clear("Contents"));
    expect(await sheet.values("A1:C1")).toEqual([["Client", "Column2", "Profit"]]);
  });

  test("a deleted column takes its cells along; the last one stays", async () => {
    await sheet.run((_target, context) => {
      clients(context).columns.getItem("Sales").delete();
      clients(context).columns.getItem("Profit").delete();
    });
    expect(await sheet.values("A1:B2")).toEqual([
      ["Client", "beside"],
      ["Aster", "a"],
    ]);
    expect(await sheet.refusal((_target, context) => clients(context).columns.getItemAt(0).delete())).toBe(
      "InvalidOperation",
    );
  });

  test("new rows push down what stands below the table", async () => {
    await sheet.run((_target, context) =>
      clients(context).rows.add(undefined, [
        ["Dahlia", 1, 2],
        ["Elder", 3, 4],
      ]),
    );
    await sheet.run((_target, context) => clients(context).rows.add(0, [["First", 0, 0]]));
    expect(await sheet.values("A1:D8")).toEqual([
      ["Client", "Sales", "Profit", "beside"],
      ["First", 0, 0, "a"],
      ["Aster", 120, 12, "b"],
      ["Birch", 80, 20, "c"],
      ["Cedar", 40, -3, "far"],
      ["Dahlia", 1, 2, ""],
      ["Elder", 3, 4, ""],
      ["below", "", "", ""],
    ]);
  });

  test("a row that is deleted closes the gap inside the table", async () => {
    await sheet.run((_target, context) => clients(context).rows.getItemAt(1).delete());
    expect(await sheet.values("A1:D5")).toEqual([
      ["Client", "Sales", "Profit", "beside"],
      ["Aster", 120, 12, "a"],
      ["Cedar", 40, -3, "b"],
      ["below", "", "", "c"],
      ["", "", "", "far"],
    ]);
  });

  test("grows and shrinks with the rows and columns of the sheet", async () => {
    const address = async () =>
      sheet.run(async (_target, context) => {
        const range = clients(context).getRange().load("address");
        await context.sync();
        return range.address;
      });
    await sheet.run((target) => target.getRange("3:4").insert("Down"));
    expect(await address()).toBe("Data!A1:C6");
    await sheet.run((target) => target.getRange("B:B").insert("Right"));
    expect(await address()).toBe("Data!A1:D6");
    expect(await sheet.values("A1:D1")).toEqual([["Client", "Column4", "Sales", "Profit"]]);
    await sheet.run((target) => target.getRange("C:C").delete("Left"));
    expect(kept()[0].columns.map(({ name }) => name)).toEqual(["Client", "Column4", "Profit"]);
    await sheet.run((target) => target.getRange("1:1").insert("Down"));
    expect(await address()).toBe("Data!A2:C7");
  });

  test("cannot be torn by inserting or deleting beside it", async () => {
    expect(await sheet.refusal((target) => target.getRange("A3").insert("Down"))).toBe(
      "InsertDeleteConflict",
    );
    expect(await sheet.refusal((target) => target.getRange("B2:B3").delete("Left"))).toBe(
      "InsertDeleteConflict",
    );
  });

  test("a totals row comes below the data with a sum of the last column", async () => {
    await sheet.run((_target, context) => {
      clients(context).showTotals = true;
    });
    expect(await sheet.read("A5:C6", "formulas")).toEqual([
      ["Total", "", "=SUBTOTAL(109,[Profit])"],
      ["below", "", ""],
    ]);
    expect(await sheet.values("C5")).toEqual([[29]]);
    const body = await sheet.run(async (_target, context) => {
      const range = clients(context).getDataBodyRange().load("address");
      const totals = clients(context).getTotalRowRange().load("address");
      await context.sync();
      return [range.address, totals.address];
    });
    expect(body).toEqual(["Data!A2:C4", "Data!A5:C5"]);
    await sheet.run((_target, context) => {
      clients(context).showTotals = false;
    });
    expect(await sheet.values("A5")).toEqual([["below"]]);
  });

  test("does not grow by values that are written beside or below it", async () => {
    await sheet.write("A5:C5", [["Dahlia", 1, 1]]);
    expect(kept()[0].area.rows).toBe(4);
  });

  test("takes another block by resize, the header staying in its row", async () => {
    await sheet.run((_target, context) => clients(context).resize("A1:D5"));
    expect(kept()[0]).toMatchObject({ area: { row: 0, column: 0, rows: 5, columns: 4 } });
    expect(kept()[0].columns.map(({ name }) => name)).toEqual(["Client", "Sales", "Profit", "beside"]);
    expect(await sheet.refusal((_target, context) => clients(context).resize("A2:D5"))).toBe(
      "InvalidArgument",
    );
    expect(await sheet.refusal((_target, context) => clients(context).resize("A1:D1"))).toBe(
      "InvalidArgument",
    );
  });

  test("is deleted with its cells, nothing moves", async () => {
    await sheet.run((_target, context) => clients(context).delete());
    expect(await sheet.values("A1:D5")).toEqual([
      ["", "", "", "beside"],
      ["", "", "", "a"],
      ["", "", "", "b"],
      ["", "", "", "c"],
      ["below", "", "", "far"],
    ]);
    expect(kept()).toEqual([]);
  });

  test("is among the tables of the ranges that it touches", async () => {
    const counts = await sheet.run(async (target, context) => {
      const touching = target.getRange("C4:D9").getTables().getCount();
      const holding = target.getRange("C4:D9").getTables(true).getCount();
      const none = target.getRange("E1").getTables().getCount();
      await context.sync();
      return [touching.value, holding.value, none.value];
    });
    expect(counts).toEqual([1, 0, 0]);
  });
});

describe("a filter of a table", () => {
  beforeEach(async () => {
    sheet = await useWorksheet([sheetWithTable("Data", "Clients", rows)]);
  });

  const hidden = () =>
    sheet.run(async (target, context) => {
      const ranges = [2, 3, 4].map((row) => target.getRange(`${row}:${row}`).load("rowHidden"));
      const { autoFilter } = clients(context);
      autoFilter.load("isDataFiltered,enabled");
      await context.sync();
      return [ranges.map(({ rowHidden }) => rowHidden), autoFilter.isDataFiltered];
    });

  test("hides the rows that do not meet it, and shows them again", async () => {
    await sheet.run((_target, context) =>
      clients(context).columns.getItem("Client").filter.applyValuesFilter(["Aster", "Cedar"]),
    );
    expect(await hidden()).toEqual([[false, true, false], true]);
    await sheet.run((_target, context) =>
      clients(context).columns.getItem("Profit").filter.applyCustomFilter(">0"),
    );
    expect(await hidden()).toEqual([[false, true, true], true]);
    await sheet.run((_target, context) => clients(context).clearFilters());
    expect(await hidden()).toEqual([[false, false, false], false]);
  });

  test("SUBTOTAL counts the visible rows", async () => {
    await sheet.write("E1", "=SUBTOTAL(109,Clients[Sales])");
    await sheet.run((_target, context) =>
      clients(context).columns.getItem("Sales").filter.applyCustomFilter(">=80"),
    );
    expect(await sheet.values("E1")).toEqual([[200]]);
  });

  test("refuses writing and adding columns over hidden rows (office-js #224)", async () => {
    await sheet.run((_target, context) =>
      clients(context).columns.getItem("Client").filter.applyValuesFilter(["Aster"]),
    );
    expect(
      await sheet.refusal((_target, context) => {
        clients(context).columns.getItem("Sales").getDataBodyRange().values = [[1], [2], [3]];
      }),
    ).toBe("InvalidOperation");
    expect(await sheet.refusal((_target, context) => clients(context).columns.add())).toBe(
      "InvalidOperation",
    );
  });

  test("no cells of it move up or down while rows are filtered, unless whole rows of the sheet do", async () => {
    await sheet.run((_target, context) =>
      clients(context).columns.getItem("Client").filter.applyValuesFilter(["Aster"]),
    );
    const moves: [string, (target: Excel.Worksheet) => unknown][] = [
      ["a row is deleted", (target) => target.getRange("A3:D3").delete("Up")],
      ["cells come above", (target) => target.getRange("A1:D1").insert("Down")],
    ];
    for (const [, move] of moves)
      expect(await sheet.refusal((target) => move(target))).toBe("GeneralException");
    await sheet.run((target) => target.getRange("G3:H3").delete("Up"));
    await sheet.run((target) => target.getRange("3:3").delete("Up"));
    await sheet.run((_target, context) => clients(context).clearFilters());
    await sheet.run((target) => target.getRange("A3:D3").delete("Up"));
  });

  test("a file's filter is known to be active, whatever its criteria", async () => {
    sheet.stop();
    sheet = await useWorksheet([
      { ...sheetWithTable("Data", "Clients", rows, { filtered: true }), rows: [{ index: 2, hidden: true }] },
    ]);
    expect(await hidden()).toEqual([[false, true, false], true]);
    await sheet.run((_target, context) => clients(context).clearFilters());
    expect(await hidden()).toEqual([[false, false, false], false]);
  });
});

describe("rules of cells", () => {
  const validation = (areas: Area[]) => ({
    areas,
    type: "List" as const,
    formula1: "10,20",
    ignoreBlanks: true,
    alert: { shows: true, style: "Stop" as const, title: "", message: "" },
    prompt: { shows: false, title: "", message: "" },
  });
  const condition = (areas: Area[], priority: number) => ({
    areas,
    type: "CellValue" as const,
    operator: "GreaterThan",
    formula1: "100",
    priority,
    font: "#FF0000",
  });
  const columnOf = (column: number): Area => ({ row: 1, column, rows: 3, columns: 1 });
  const open = async (...areas: Area[][]) => {
    const record = sheetWithTable("Data", "Clients", rows);
    record.dataValidations = areas.map(validation);
    record.conditionalFormats = areas.map((each, at) => condition(each, at + 1));
    sheet = await useWorksheet([record]);
  };
  const areas = () => {
    const { dataValidations = [], conditionalFormats = [] } = sheet.excel.host.workbook.$toRecord().sheets[0];
    const [ofTyping, ofLooks] = [dataValidations, conditionalFormats].map((rules) =>
      rules.map((rule) => rule.areas),
    );
    expect(ofLooks).toEqual(ofTyping);
    return ofTyping;
  };

  test("a new column takes over those of the one left of it, and no other", async () => {
    await open([columnOf(1)], [columnOf(2)]);
    await sheet.run((_, context) => void clients(context).columns.add(undefined, undefined, "Share"));
    expect(areas()).toEqual([[columnOf(1)], [columnOf(2), columnOf(3)]]);
    await sheet.run((_, context) => clients(context).columns.getItem("Share").delete());
    expect(areas()).toEqual([[columnOf(1)], [columnOf(2)]]);
  });

  test("one over more rows than the table's is torn by what moves", async () => {
    await open([{ row: 0, column: 1, rows: 9, columns: 5 }]);
    await sheet.run((_, context) => void clients(context).columns.add(undefined, undefined, "Share"));
    expect(areas()).toEqual([
      [
        { row: 0, column: 1, rows: 4, columns: 6 },
        { row: 4, column: 1, rows: 5, columns: 5 },
      ],
    ]);
  });
});

describe("formulas written into the cells of a column", () => {
  const written = async (before: unknown[][] | null, after: unknown[][]) => {
    sheet = await useWorksheet([sheetWithTable("Data", "Clients", rows)]);
    return await sheet.run(async (_, context) => {
      const share = clients(context).columns.add(undefined, undefined, "Share").getDataBodyRange();
      if (before) share.values = before;
      share.formulas = after;
      share.load("formulas");
      await context.sync();
      return (share.formulas as unknown[][]).flat();
    });
  };

  test("become the lowest of them where the column was blank (office-js #2093, #5909, #6745)", async () => {
    expect(await written(null, [["=B2+1"], ["=C3"], ["=B4*2"]])).toEqual(["=B2*2", "=B3*2", "=B4*2"]);
  });

  test("fill blank cells, and leave values", async () => {
    expect(await written(null, [[""], ["=B3*2"], [7]])).toEqual(["=B2*2", "=B3*2", 7]);
  });

  test("stay what they are where something stood in it", async () => {
    expect(await written([[""], [1], [""]], [["=B2+1"], ["=C3"], ["=B4*2"]])).toEqual([
      "=B2+1",
      "=C3",
      "=B4*2",
    ]);
  });
});
