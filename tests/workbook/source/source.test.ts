import { readSource } from "../../../src/workbook";
import { sheetOf, sheetWithTable, tableOf, workbookOf, type Cell } from "../../workbook-records";
import { clients, salesByMonth } from "../lists";
import { openWorkbook, problemOfRun } from "../session";

const read = (sheet?: string) => Excel.run((context) => readSource(context, { sheet }));

/** A list as rows again, blank cells as null. */
function rowsOfList({ columns, rowCount }: Awaited<ReturnType<typeof read>>["list"]): Cell[][] {
  return [
    columns.map(({ header }) => header),
    ...Array.from({ length: rowCount }, (_, row) =>
      columns.map(({ numbers, others }) =>
        Number.isNaN(numbers[row]) ? (others.get(row) ?? null) : numbers[row],
      ),
    ),
  ];
}

describe("readSource", () => {
  test("reads a plain list with its place, every cell in its kind", async () => {
    const rows: Cell[][] = [
      ["Client", "Active", "Sales", "Note"],
      ["North", true, 12.5, { error: "#DIV/0!" }],
      ["South", false, null, "=1+1"],
      ["West", null, -3, "1 234,5"],
    ];
    await openWorkbook([sheetOf("My clients", rows, {}, { row: 3, column: 2 })]);
    const { list } = await read();
    expect(list).toMatchObject({ kind: "region", name: "My clients", sheet: "My clients", top: 3, left: 2 });
    expect(rowsOfList(list)).toEqual([
      ["Client", "Active", "Sales", "Note"],
      ["North", true, 12.5, "#DIV/0!"],
      ["South", false, null, 2],
      ["West", null, -3, "1 234,5"],
    ]);
    expect(list.columns.map(({ numbers }) => numbers.constructor)).toEqual(
      Array.from({ length: 4 }, () => Float64Array),
    );
  });

  test("of two tables on a sheet the one with the clients is read while the cursor stands in A1", async () => {
    const plan: Cell[][] = [
      ["Manager", "Plan"],
      ["Anna", 100],
      ["Boris", 200],
    ];
    const sheet = sheetWithTable("Data", "Plan", plan);
    sheet.tables!.push(tableOf("Deals", clients, { id: 2 }, { row: 0, column: 5 }));
    sheet.cells.push(...sheetOf("", clients, {}, { row: 0, column: 5 }).cells);
    await openWorkbook([sheet]);
    expect((await read()).list.name).toBe("Deals");
  });

  test("indents and bold are read where the amounts may be sums of others, and nowhere else", async () => {
    const list = (amounts: number[]) => {
      const sheet = sheetOf("Clients", [
        ["Client", "Sales"],
        ...amounts.map((sum, i): Cell[] => [`N${i}`, sum]),
      ]);
      const looks = [{ font: { bold: true } }, { indent: 1 }, { indent: 1 }, { indent: 2 }];
      const cells = sheet.cells.map((cell) =>
        cell.column === 0 && cell.row > 0 ? { ...cell, format: { ...looks[cell.row - 1] } } : cell,
      );
      return { ...sheet, cells };
    };
    await openWorkbook([list([9, 5, 4, 4])]);
    const [client, sales] = (await read()).list.columns;
    expect([...client.indents!]).toEqual([0, 1, 1, 2]);
    expect([...client.bolds!]).toEqual([1, 0, 0, 0]);
    expect(sales.indents).toBeUndefined();
    await openWorkbook([list([9, 5, 3, 2.5])]);
    expect((await read()).list.columns[0].indents).toBeUndefined();
  });

  test("reads the currencies that the formats of the amounts show, and nothing where they show none", async () => {
    const rows: Cell[][] = [
      ["Client", "Sales"],
      ["North", 1],
      ["South", 2],
      ["West", 3],
    ];
    const sheet = sheetOf("Clients", rows);
    const formats = new Map([
      [1, "[$€-407] #,##0.00"],
      [2, '#,##0 "руб."'],
    ]);
    const cells = sheet.cells.map((cell) =>
      cell.column === 1 && formats.has(cell.row)
        ? { ...cell, format: { ...cell.format, numberFormat: formats.get(cell.row)! } }
        : cell,
    );
    await openWorkbook([{ ...sheet, cells }]);
    const [, sales] = (await read()).list.columns;
    expect(sales.formatCurrencies).toEqual(["EUR", "RUB", null]);
    await openWorkbook([sheet]);
    expect((await read()).list.columns[1].formatCurrencies).toBeUndefined();
  });

  test("reads a table with a totals row: its body, and its name", async () => {
    const rows = [...clients, ["Total", null, "=SUM(C2:C7)"]];
    await openWorkbook([sheetWithTable("Clients", "Deals", rows, { showTotals: true })]);
    const { list } = await read();
    expect(list).toMatchObject({ kind: "table", name: "Deals", rowCount: 6 });
    expect(rowsOfList(list)).toEqual(clients);
  });

  test("takes the names of the columns when a table hides its header row", async () => {
    const body = clients.slice(1);
    const table = {
      ...tableOf("Deals", body, { showHeaders: false }),
      columns: clients[0].map((name, i) => ({ id: i + 1, name: String(name) })),
    };
    await openWorkbook([sheetOf("Clients", body, { tables: [table] })]);
    const { list } = await read();
    expect(rowsOfList(list)).toEqual(clients);
    expect(list.top).toBe(-1);
  });

  test("takes the table under the selection rather than a larger one", async () => {
    const small = clients.slice(0, 3);
    const sheet = sheetOf("Clients", [...clients, [], ...small]);
    sheet.tables = [
      tableOf("Large", clients),
      tableOf("Small", small, { id: 2 }, { row: clients.length + 1, column: 0 }),
    ];
    const { run } = await openWorkbook([sheet]);
    const select = (address: string) =>
      run(async (context) => {
        context.workbook.worksheets.getItem("Clients").getRange(address).select();
        await context.sync();
      });
    await select("B10");
    expect((await read()).list.name).toBe("Small");
    await select("F20");
    expect((await read()).list.name).toBe("Large");
  });

  test("takes the region around the active cell", async () => {
    const others = [
      ["Supplier", "Purchases"],
      ["Mill", 7],
      ["Forge", 9],
    ];
    const sheet = sheetOf("Clients", [...clients, [], ...others]);
    const { run } = await openWorkbook([sheet]);
    await run(async (context) => {
      context.workbook.worksheets.getItem("Clients").getRange("A10").select();
      await context.sync();
    });
    expect(rowsOfList((await read()).list)).toEqual(others);
  });

  test("finds the header below titles, keeps blank rows and the total, leaves notes out", async () => {
    const [header, ...rows] = clients;
    const sheet = sheetOf("Clients", [
      ["Clients of the northern branch"],
      ["as of 30 June"],
      [],
      header,
      ...rows.slice(0, 3),
      [],
      ...rows.slice(3),
      ["Total", null, "=SUM(C5:C11)"],
      [],
      ["Prepared by the sales department"],
    ]);
    await openWorkbook([sheet]);
    const { list } = await read();
    expect(list.top).toBe(3);
    expect(rowsOfList(list)).toEqual([
      header,
      ...rows.slice(0, 3),
      [null, null, null],
      ...rows.slice(3),
      ["Total", null, 10_000],
    ]);
  });

  test("takes a header that is merged over two rows from the upper one", async () => {
    const sheet = sheetOf(
      "Clients",
      [
        ["Client", "2024", null],
        [null, "Jan 2024", "Feb 2024"],
        ["North", 1, 2],
        ["South", 3, 4],
      ],
      {
        merges: [
          { row: 0, column: 0, rows: 2, columns: 1 },
          { row: 0, column: 1, rows: 1, columns: 2 },
        ],
      },
    );
    await openWorkbook([sheet]);
    expect((await read()).list.columns.map(({ header }) => header)).toEqual([
      "Client",
      "Jan 2024",
      "Feb 2024",
    ]);
  });

  test("reads formats of the headers: a date is told from a number", async () => {
    const sheet = sheetOf("Clients", [
      ["Client", 45_292, 45_323],
      ["North", 1, 2],
      ["South", 3, 4],
    ]);
    for (const cell of sheet.cells)
      if (cell.row === 0 && cell.column > 0) cell.format = { numberFormat: "mmm yyyy" };
    await openWorkbook([sheet]);
    const { columns } = (await read()).list;
    expect(columns.map(({ header, headerFormat }) => [header, headerFormat])).toEqual([
      ["Client", "General"],
      [45_292, "mmm yyyy"],
      [45_323, "mmm yyyy"],
    ]);
  });

  test("reads formulas of the column that tells totals, and of no other", async () => {
    const rows = [...clients, ["Everything", null, "=SUBTOTAL(9,C2:C7)"]];
    await openWorkbook([sheetOf("Clients", rows)]);
    const { columns } = (await read()).list;
    expect(columns.map(({ formulas }) => formulas?.at(-1))).toEqual([
      undefined,
      undefined,
      "=SUBTOTAL(9,C2:C7)",
    ]);
  });

  test.each([
    ["en-US", "."],
    ["ru-RU", ","],
  ])("takes the decimal separator of the workbook: %s", async (language, separator) => {
    await openWorkbook([sheetOf("Clients", clients)], { language });
    expect((await read()).list.decimalSeparator).toBe(separator);
  });

  test.each([
    ["en-US", "."],
    ["ru-RU", ","],
  ])("takes it from the document's language before ExcelApi 1.11: %s", async (language, separator) => {
    await openWorkbook([sheetOf("Clients", clients)], { language, apiLevel: "1.9" });
    expect((await read()).list.decimalSeparator).toBe(separator);
  });

  test("takes a named sheet, whatever the case, also when another one is active or it is hidden", async () => {
    await openWorkbook([
      sheetOf("Prices", [
        ["Goods", "Price"],
        ["Flour", 5],
        ["Salt", 2],
      ]),
      sheetOf("Clients", clients, { visibility: "Hidden" }),
    ]);
    expect((await read("clients")).list.sheet).toBe("Clients");
  });

  test("takes the best list of the workbook when the active sheet has none", async () => {
    await openWorkbook([
      sheetOf("Notes", [["Remember the meeting"]]),
      sheetOf("Clients", clients),
      sheetOf("Months", salesByMonth(20, 3)),
      sheetOf("Old", salesByMonth(40, 3), { visibility: "Hidden" }),
    ]);
    expect((await read()).list.sheet).toBe("Months");
  });

  test("never takes a sheet of the report, even the active one", async () => {
    const report = {
      name: "keyfolio.sheet.dependency",
      formula: "=Dependency!$A$1",
      visible: false,
      scope: null,
      comment: "",
    };
    await openWorkbook(
      workbookOf([sheetOf("Dependency", salesByMonth(30, 2)), sheetOf("Clients", clients)], {
        names: [report],
      }),
    );
    expect((await read()).list.sheet).toBe("Clients");
  });

  test("stops when the named sheet does not exist, naming those that do", async () => {
    await openWorkbook([sheetOf("Clients", clients), sheetOf("Archive", [], { visibility: "Hidden" })]);
    expect(await problemOfRun(read("Sales"))).toEqual({
      kind: "sheetNotFound",
      sheet: "Sales",
      sheets: ["Clients"],
    });
  });

  test("stops when the named sheet is empty, or the whole workbook is", async () => {
    await openWorkbook([sheetOf("Empty", [])]);
    expect(await problemOfRun(read("Empty"))).toEqual({ kind: "emptySheet", sheet: "Empty" });
    expect(await problemOfRun(read())).toEqual({ kind: "emptySheet", sheet: "Empty" });
  });

  test("stops when there is no list", async () => {
    await openWorkbook([
      sheetOf("Notes", [["Remember the meeting"]]),
      sheetOf("Numbers", [
        [1, 2],
        [3, 4],
      ]),
    ]);
    expect(await problemOfRun(read())).toEqual({ kind: "noList", sheet: null, sheets: ["Notes", "Numbers"] });
    expect(await problemOfRun(read("Notes"))).toEqual({ kind: "noList", sheet: "Notes" });
  });
});
