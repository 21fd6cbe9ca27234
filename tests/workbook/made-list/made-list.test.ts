import type { WorkbookRecord } from "../../../src/host/workbook-record";
import type { Problem } from "../../../src/portfolio";
import {
  classifyAndReport,
  classifyRows,
  portfolioReport,
  readList,
  saveMapping,
} from "../../../src/workbook";
import { type Cell, sheetOf, sheetWithTable } from "../../workbook-records";
import { request } from "../lists";
import { columnOf, openWorkbook, ordered, problemOfRun, rowsOf } from "../session";

const serial = (iso: string) => Date.parse(`${iso}T00:00:00Z`) / 86_400_000 + 25_569;
const day = (month: number, date: number) => serial(`2024-0${month}-0${date}`);

/** Invoices of three clients over three months. */
const lines: Cell[][] = [
  ["Date", "Invoice", "Client", "Manager", "Sales"],
  [day(1, 5), "A-1", "Northern Mills", "Ivanova", 5200],
  [day(1, 9), "A-2", "Bright Bakery", "Petrov", 800],
  [day(2, 6), "A-3", "Northern Mills", "Ivanova", 300],
  [day(2, 7), "A-4", "1/2", "Ivanova", 450.5],
  [day(3, 8), "A-5", "Northern Mills", "Petrov", -200],
  [day(3, 9), "A-6", "Bright Bakery", "Petrov", 700],
];

const sheetNamed = ({ sheets }: WorkbookRecord, name: string) => {
  const found = sheets.find((sheet) => sheet.name === name);
  if (!found) throw new Error(`no sheet ${name} among ${sheets.map((sheet) => sheet.name).join(", ")}`);
  return found;
};

describe.each(["1.9", "1.20"] as const)("at ExcelApi %s, a run on lines", (apiLevel) => {
  const open = (sheets = [sheetOf("Journal", lines)]) => openWorkbook(sheets, { apiLevel });

  test("makes a sheet with a table of clients and classifies that; the lines stay as they are", async () => {
    const { host } = await open();
    const before = await host.toRecord();
    const { list, classification } = await classifyRows(request);
    const after = await host.toRecord();
    expect(after.sheets.map(({ name }) => name)).toEqual(["Journal", "Clients"]);
    expect(ordered({ ...after, sheets: [after.sheets[0]] }).sheets).toEqual(ordered(before).sheets);
    const clients = sheetNamed(after, "Clients");
    expect(clients.tables).toMatchObject([{ name: "Clients", area: { row: 0, column: 0, rows: 4 } }]);
    expect(rowsOf(clients)[0].slice(0, 9)).toEqual([
      "Client",
      "Manager",
      "First purchase",
      "Last purchase",
      "Purchases",
      "Average purchase",
      "Jan 2024",
      "Feb 2024",
      "Mar 2024",
    ]);
    expect(
      rowsOf(clients)
        .slice(1)
        .map((row) => row.slice(0, 9)),
    ).toEqual([
      ["Northern Mills", "Ivanova", day(1, 5), day(2, 6), 2, 2750, 5200, 300, -200],
      ["Bright Bakery", "Petrov", day(1, 9), day(3, 9), 2, 750, 800, 0, 700],
      ["1/2", "Ivanova", day(2, 7), day(2, 7), 1, 450.5, 0, 450.5, 0],
    ]);
    expect(columnOf(clients, "Status")).toEqual(["Mono-client", "Dependence", "Regular"]);
    expect(list).toMatchObject({
      sheet: "Clients",
      kind: "table",
      lines: { lines: 6, clients: 3, documents: 5 },
    });
    expect(classification.portfolio.window.periods).toHaveLength(3);
  });

  test("writes dates as dates, and text that looks like a date as text", async () => {
    const { host } = await open();
    await portfolioReport(request);
    const { cells } = sheetNamed(await host.toRecord(), "Clients");
    const at = (row: number, column: number) =>
      cells.find((cell) => cell.row === row && cell.column === column)!;
    expect(at(1, 2).format?.numberFormat).toBe("m/d/yyyy");
    expect(at(1, 6).format?.numberFormat).toBe("#,##0");
    expect(at(1, 7).format?.numberFormat).toBe("#,##0.00");
    expect(at(3, 0)).toMatchObject({ value: "1/2" });
    expect(at(3, 0).formula).toBeUndefined();
  });

  test("marks the list by a hidden name and remembers where it comes from", async () => {
    const { host } = await open();
    await portfolioReport(request);
    const { names, settings } = await host.toRecord();
    expect(names).toContainEqual(
      expect.objectContaining({ name: "keyfolio.clients.1", formula: "=Clients!$A$1", visible: false }),
    );
    expect(settings["keyfolio.clients.1"]).toMatchObject({
      version: 1,
      origin: [{ sheet: "Journal", tableId: null }],
    });
  });

  test.each([
    ["the lines", "Journal"],
    ["the list of clients", "Clients"],
  ])("that is repeated on %s with nothing changed writes nothing", async (_, sheet) => {
    const { host } = await open();
    await classifyRows(request);
    const before = await host.toRecord();
    const { written } = await classifyRows({ ...request, sheet });
    expect(written).toEqual({ added: [], changed: [] });
    expect(ordered(await host.toRecord())).toEqual(ordered(before));
  });

  test.each(["Journal", "Clients"])("shows new lines in the same table, started from %s", async (sheet) => {
    const { host, run } = await open();
    await classifyRows(request);
    await run(async (context) => {
      context.workbook.worksheets.getItem("Journal").getRange("A8:E9").values = [
        [day(4, 1), "A-7", "Quiet Harbour", "Sokolov", 9000],
        [day(4, 2), "A-8", "Bright Bakery", "Petrov", 10],
      ];
      await context.sync();
    });
    await classifyRows({ ...request, sheet });
    const clients = sheetNamed(await host.toRecord(), "Clients");
    expect(clients.tables).toHaveLength(1);
    expect(columnOf(clients, "Client")).toEqual(["Northern Mills", "Bright Bakery", "1/2", "Quiet Harbour"]);
    expect(rowsOf(clients)[0].slice(6, 11)).toEqual([
      "Jan 2024",
      "Feb 2024",
      "Mar 2024",
      "Apr 2024",
      "Share",
    ]);
    expect(columnOf(clients, "Apr 2024")).toEqual([0, 10, 0, 9000]);
    expect(columnOf(clients, "Status")).toEqual(["Dependence", "Regular", "Regular", "Mono-client"]);
    const at = (row: number, column: number) =>
      clients.cells.find((cell) => cell.row === row && cell.column === column)?.format?.numberFormat;
    expect([at(4, 2), at(4, 9)]).toEqual(["m/d/yyyy", "#,##0"]);
  });

  test("keeps a column of the user's own with its clients, however he sorted them", async () => {
    const { host, run } = await open();
    await classifyRows(request);
    await run(async (context) => {
      const table = context.workbook.tables.getItem("Clients");
      table.columns.add(1, [["Note"], ["big"], [""], ["ask"]] as string[][]);
      const body = table.getDataBodyRange().load("values");
      await context.sync();
      // As a person sorts: the rows with all that stands in them.
      body.values = [...body.values]
        .reverse()
        .map((row: Cell[]) => row.map((cell) => (cell === "1/2" ? "'1/2" : cell)));
      context.workbook.worksheets.getItem("Journal").getRange("A8:E8").values = [
        [day(2, 1), "A-7", "Zinc Yard", "Sokolov", 1],
      ];
      await context.sync();
    });
    await classifyRows(request);
    const clients = sheetNamed(await host.toRecord(), "Clients");
    expect(columnOf(clients, "Client")).toEqual(["1/2", "Bright Bakery", "Northern Mills", "Zinc Yard"]);
    expect(columnOf(clients, "Note").map((note) => note ?? "")).toEqual(["ask", "", "big", ""]);
    expect(columnOf(clients, "Feb 2024")).toEqual([450.5, 0, 300, 1]);
  });

  test("takes clients away that have no line any more; one with a note stays, with zeros", async () => {
    const { host, run } = await open();
    await classifyRows(request);
    await run(async (context) => {
      const table = context.workbook.tables.getItem("Clients");
      table.columns.add(undefined, [["Note"], [""], [""], ["ask"]] as string[][]);
      const sheet = context.workbook.worksheets.getItem("Journal");
      // The lines of Bright Bakery and of 1/2, from the last on.
      for (const address of ["7:7", "5:5", "3:3"]) sheet.getRange(address).delete("Up");
      await context.sync();
    });
    await classifyRows(request);
    const clients = sheetNamed(await host.toRecord(), "Clients");
    expect(columnOf(clients, "Client")).toEqual(["Northern Mills", "1/2"]);
    expect(columnOf(clients, "Purchases")).toEqual([2, 0]);
    expect(columnOf(clients, "Feb 2024").at(-1)).toBe(0);
    expect(columnOf(clients, "Note").at(-1)).toBe("ask");
  });

  test("takes a free name beside a sheet and a table of the user's", async () => {
    const { host } = await open([
      sheetOf("Journal", lines),
      sheetWithTable("CLIENTS", "clients", [
        ["Town", "Since"],
        ["Kazan", 2001],
      ]),
    ]);
    await classifyRows(request);
    const record = await host.toRecord();
    expect(record.sheets.map(({ name }) => name)).toEqual(["Journal", "CLIENTS", "Clients (Keyfolio)"]);
    expect(sheetNamed(record, "Clients (Keyfolio)").tables[0].name).toBe("Clients_2");
  });

  test("after its list was deleted makes another, and forgets the first", async () => {
    const { host, run } = await open();
    await classifyRows(request);
    await run(async (context) => {
      context.workbook.worksheets.getItem("Clients").delete();
      await context.sync();
    });
    await classifyRows(request);
    const { sheets, names, settings } = await host.toRecord();
    expect(sheets.map(({ name }) => name)).toEqual(["Journal", "Clients"]);
    expect(names.filter(({ name }) => name.startsWith("keyfolio.clients"))).toHaveLength(1);
    expect(Object.keys(settings).filter((key) => key.startsWith("keyfolio.clients"))).toHaveLength(1);
  });

  test("takes a column of the user's own for what it means: a potential beside the clients", async () => {
    const { run } = await open();
    await classifyRows(request);
    await run(async (context) => {
      context.workbook.tables
        .getItem("Clients")
        .columns.add(1, [["Potential"], [9000], [5000], [700]] as unknown as string[][]);
      await context.sync();
    });
    const { classification } = await classifyRows(request);
    expect([...classification.portfolio.potentials!]).toEqual([9000, 5000, 700]);
  });

  test("adds up by quarters once the user wants that, in the same table", async () => {
    const { host } = await open();
    await classifyRows(request);
    const { reference, lines: behind } = await readList(null);
    await saveMapping(
      { ...reference, sheet: "Journal" },
      { ...behind!.mapping, choices: { unit: "quarter" } },
    );
    await classifyRows(request);
    const [headers] = rowsOf(sheetNamed(await host.toRecord(), "Clients"));
    expect(headers.slice(5, 8)).toEqual(["Average purchase", "Q1 2024", "Share"]);
  });

  test("with the report gives one list and one report", async () => {
    const { host } = await open();
    await classifyAndReport(request);
    expect((await host.toRecord()).sheets.map(({ name }) => name).slice(0, 3)).toEqual([
      "Journal",
      "Clients",
      "Summary",
    ]);
  });
});

describe("what stops", () => {
  test("before the list of clients is written leaves no sheet behind: a total below zero", async () => {
    const { host } = await openWorkbook([
      sheetOf(
        "Journal",
        lines.map((row, i) => (i === 0 ? row : [...row.slice(0, 4), -1])),
      ),
    ]);
    expect(await problemOfRun(classifyRows(request))).toMatchObject({ kind: "negativeTotal" });
    expect((await host.toRecord()).sheets).toHaveLength(1);
  });

  test("days and months that nothing tells apart is a question", async () => {
    const { host } = await openWorkbook([
      sheetOf(
        "Journal",
        lines.map((row, i) =>
          i === 0
            ? row
            : [
                ["", "05/06/2024", "03/02/2024", "07/08/2024", "01/02/2024", "09/08/2024", "10/03/2024"][i],
                ...row.slice(1),
              ],
        ),
      ),
    ]);
    expect(await problemOfRun(classifyRows(request))).toMatchObject({
      kind: "doubtful",
      doubt: {
        about: "dayOrder",
        alternatives: [{ choice: { dayFirst: false } }, { choice: { dayFirst: true } }],
      },
    });
    expect((await host.toRecord()).sheets).toHaveLength(1);
  });

  test("cells beside the list keep a new month out: they would be moved", async () => {
    const { host, run } = await openWorkbook([sheetOf("Journal", lines)]);
    await classifyRows(request);
    await run(async (context) => {
      context.workbook.worksheets.getItem("Clients").getRange("Z2").values = [["mine"]];
      context.workbook.worksheets.getItem("Journal").getRange("A8:E8").values = [
        [day(4, 1), "A-7", "New", "P", 1],
      ];
      await context.sync();
    });
    const before = await host.toRecord();
    expect(await problemOfRun(classifyRows(request))).toEqual({
      kind: "cellsToTheRight",
      address: "Clients!Z2",
    });
    expect(ordered(await host.toRecord())).toEqual(ordered(before));
  });

  test("a workbook with protected structure gets no sheet, and says why", async () => {
    const { host, run } = await openWorkbook([sheetOf("Journal", lines)]);
    await run(async (context) => {
      context.workbook.protection.protect();
      await context.sync();
    });
    expect(await problemOfRun(classifyRows(request))).toEqual({ kind: "protectedWorkbook" });
    expect((await host.toRecord()).sheets).toHaveLength(1);
  });

  test("on the way leaves the list of clients whole or not there at all, whichever action fails", async () => {
    let failed = 0;
    for (let k = 1; ; k += 4) {
      const { host } = await openWorkbook([sheetOf("Journal", lines)]);
      host.faults.failAction(k, "GeneralException");
      const outcome = await classifyRows(request).then(
        () => "done",
        () => "failed",
      );
      const { sheets, names, settings } = await host.toRecord();
      const made = sheets.find(({ name }) => name === "Clients");
      const left = names.length + Object.keys(settings).length;
      expect([k, made ? rowsOf(made).length : left]).toEqual([k, made ? 4 : 0]);
      if (made) expect(settings).toHaveProperty(["keyfolio.clients.1"]);
      if (outcome === "done") break;
      failed++;
    }
    expect(failed).toBeGreaterThan(8);
  });
});

describe("a list of clients that Excel refuses to make anew on the way", () => {
  const next: Cell[][] = [
    ...lines,
    [day(4, 2), "A-7", "Delta Works", "Petrov", 40],
    [day(4, 9), "A-8", "Bright Bakery", "Petrov", 5],
  ];

  test("is made whole by the next run, whichever action failed, and the message says so", async () => {
    const whole = await (async () => {
      const { host } = await openWorkbook([sheetOf("Journal", next)]);
      await classifyRows(request);
      return rowsOf(sheetNamed(await host.toRecord(), "Clients"));
    })();
    const problems = new Set<string>();
    for (let k = 1; ; k += 3) {
      const { host, run } = await openWorkbook([sheetOf("Journal", lines)]);
      await classifyRows(request);
      await run(async (context) => {
        const sheet = context.workbook.worksheets.getItem("Journal");
        sheet.getRangeByIndexes(lines.length, 0, 2, lines[0].length).values = next.slice(lines.length) as (
          string | number
        )[][];
        await context.sync();
      });
      host.faults.failAction(k, "GeneralException");
      const problem = await classifyRows(request).then(
        () => null,
        (error: unknown) => error as Problem,
      );
      if (problem === null) break;
      problems.add(problem.detail.kind);
      await classifyRows(request);
      const made = rowsOf(sheetNamed(await host.toRecord(), "Clients"));
      const byClient = (rows: readonly (readonly unknown[])[]) =>
        rows.map((row) => row.map(String).join(" | ")).sort();
      expect([k, made[0], byClient(made.slice(1))]).toEqual([k, whole[0], byClient(whole.slice(1))]);
    }
    expect(problems).toContain("madeHalf");
  });
});

describe("several alike sheets", () => {
  const month = (factor: number): Cell[][] => [
    ["Контрагент", "Выручка"],
    ["Альфа", 900 + factor],
    ["Бета", 700 + factor],
    ["Вега", 500 + factor],
  ];

  test("one per month are one list with that many periods", async () => {
    const { host } = await openWorkbook(
      [sheetOf("Январь", month(0)), sheetOf("Февраль", month(1)), sheetOf("Март", month(2))],
      { language: "ru-RU" },
    );
    await classifyRows({ ...request, displayLanguage: "ru-RU" });
    const clients = sheetNamed(await host.toRecord(), "Клиенты");
    expect(rowsOf(clients).map((row) => row.slice(0, 4))).toEqual([
      ["Контрагент", "янв 2025", "фев 2025", "мар 2025"],
      ["Альфа", 900, 901, 902],
      ["Бета", 700, 701, 702],
      ["Вега", 500, 501, 502],
    ]);
  });

  test("may hold the months of their own, which are those of the last year that had begun in all of them", async () => {
    const half = (...months: string[]): Cell[][] => [
      ["Контрагент", ...months],
      ["Альфа", ...months.map((_, i) => 900 + i)],
      ["Бета", ...months.map((_, i) => 700 + i)],
    ];
    const { host } = await openWorkbook([
      sheetOf("1 квартал", half("Янв", "Фев", "Мар")),
      sheetOf("2 квартал", half("Апр", "Май", "Июн")),
    ]);
    await classifyRows({ ...request, today: "2025-05-10" });
    const clients = sheetNamed(await host.toRecord(), "Clients");
    expect(rowsOf(clients)[0].slice(1, 7)).toEqual([
      "Jan 2024",
      "Feb 2024",
      "Mar 2024",
      "Apr 2024",
      "May 2024",
      "Jun 2024",
    ]);
  });

  test("a new month's sheet is a new column of the same list", async () => {
    const { host, run } = await openWorkbook([sheetOf("Jan 2024", month(0)), sheetOf("Feb 2024", month(1))]);
    await classifyRows(request);
    await run(async (context) => {
      const sheet = context.workbook.worksheets.add("Mar 2024");
      sheet.getRange("A1:B4").values = month(2) as string[][];
      await context.sync();
    });
    await classifyRows(request);
    const clients = sheetNamed(await host.toRecord(), "Clients");
    expect(columnOf(clients, "Mar 2024")).toEqual([902, 702, 502]);
  });

  test("one per manager are one list with the managers", async () => {
    const other: Cell[][] = [
      ["Контрагент", "Выручка"],
      ["Гамма", 400],
      ["Альфа", 100],
    ];
    const { host } = await openWorkbook([sheetOf("Иванова", month(0)), sheetOf("Петров", other)]);
    const { classification } = await classifyRows(request);
    const clients = sheetNamed(await host.toRecord(), "Clients");
    expect(rowsOf(clients).map((row) => row.slice(0, 3))).toEqual([
      ["Контрагент", "Manager", "Выручка"],
      ["Альфа", "Иванова", 900],
      ["Бета", "Иванова", 700],
      ["Вега", "Иванова", 500],
      ["Гамма", "Петров", 400],
      ["Альфа", "Петров", 100],
    ]);
    expect(classification.portfolio.clients).toEqual(["Альфа", "Бета", "Вега", "Гамма"]);
    expect(classification.portfolio.managers?.groups).toEqual(["Иванова", "Петров"]);
  });

  test.each([
    ["a copy of it", "Sales copy north", month(0)],
    ["a plan", "План", month(9)],
    ["a total", "Итого", month(9)],
    ["of last year", "Прошлый год", month(9)],
    ["of another currency", "Факт USD", month(9)],
  ])("of which one is %s are not joined", async (_, name, rows) => {
    const { host } = await openWorkbook([sheetOf("Факт", month(0)), sheetOf(name, rows as Cell[][])]);
    const { list } = await classifyRows(request);
    expect(list.sheet).toBe("Факт");
    expect((await host.toRecord()).sheets).toHaveLength(2);
  });

  test("are joined where a name holds a word of those by chance", async () => {
    await openWorkbook([sheetOf("Plastics", month(0)), sheetOf("Priority", month(9))]);
    const { classification } = await classifyRows(request);
    expect(classification.portfolio.managers?.groups).toEqual(["Priority", "Plastics"]);
  });

  test("are told apart by what their names do not share", async () => {
    await openWorkbook([sheetOf("Клиенты 2023", month(0)), sheetOf("Клиенты 2024", month(1))]);
    const { classification } = await classifyRows(request);
    expect(classification.portfolio.window.periods.map(({ start }) => start)).toEqual([
      "2023-01-01",
      "2024-01-01",
    ]);
  });

  test("keep their joined list when one of them is named afterwards", async () => {
    const journal = (number: number): Cell[][] => [
      ["Date", "Client", "Sales"],
      [day(number, 1), "Acorn", 100],
      [day(number, 2), "Acorn", 50],
      [day(number, 3), "Birch", 70],
    ];
    const { host } = await openWorkbook([sheetOf("Jan 2024", journal(1)), sheetOf("Feb 2024", journal(2))]);
    await classifyRows(request);
    const joined = rowsOf(sheetNamed(await host.toRecord(), "Clients"));
    await classifyRows({ ...request, sheet: "Feb 2024" });
    const record = await host.toRecord();
    expect(rowsOf(sheetNamed(record, "Clients"))).toEqual(joined);
    expect(columnOf(sheetNamed(record, "Clients (Keyfolio)"), "Feb 2024")).toEqual([150, 70]);
  });

  test("are not joined where one is named", async () => {
    const { host } = await openWorkbook([sheetOf("Jan 2024", month(0)), sheetOf("Feb 2024", month(1))]);
    const { list } = await classifyRows({ ...request, sheet: "Feb 2024" });
    expect(list.sheet).toBe("Feb 2024");
    expect((await host.toRecord()).sheets).toHaveLength(2);
  });
});

describe("the pane", () => {
  test("sees the clients before anything is written, and what the lines are", async () => {
    const { host } = await openWorkbook([sheetOf("Journal", lines)]);
    const before = await host.toRecord();
    const reading = await readList(null);
    expect(reading.list.columns[0].others.get(0)).toBe("Northern Mills");
    expect(reading.lines).toMatchObject({
      read: { lines: 6, clients: 3, first: "2024-01-05", last: "2024-03-09" },
    });
    expect(reading.mapping?.columns.filter(({ role }) => role === "period")).toHaveLength(3);
    expect(ordered(await host.toRecord())).toEqual(ordered(before));
  });
});
