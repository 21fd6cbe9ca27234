import type { NameRecord, SheetRecord } from "../../../src/host/workbook-record";
import { classifyRows } from "../../../src/workbook";
import { sheetOf, sheetWithTable, workbookOf, type Cell } from "../../workbook-records";
import { clients, request, salesByMonth } from "../lists";
import { columnOf, openWorkbook, ordered, rowsOf } from "../session";

const shares = [0.52, 0.18, 0.13, 0.09, 0.05, 0.03];
const statuses = ["Mono-client", "Key", "Key", "Regular", "Regular", "Regular"];
const headers = ["Share", "Status", "ABC", "Reason", "Action"];

const mark = (column: string, formula: string, list = "r1"): NameRecord => ({
  name: `keyfolio.${column}.${list}`,
  formula,
  visible: false,
  scope: null,
  comment: "",
});

/** A sheet with the clients, twice: as plain cells and as a table. */
const forms: [string, (rows: Cell[][]) => SheetRecord][] = [
  ["a region", (rows) => sheetOf("Clients", rows)],
  ["a table", (rows) => sheetWithTable("Clients", "Deals", rows)],
];

describe.each(forms)("classifyRows on %s", (_, sheetWith) => {
  test("adds the result columns at the right end, as values", async () => {
    const { host } = await openWorkbook([sheetWith(clients)]);
    const { written } = await classifyRows(request);
    expect(written).toEqual({ added: ["share", "status", "abc", "reason", "action"], changed: [] });
    const [sheet] = (await host.toRecord()).sheets;
    const rows = rowsOf(sheet);
    expect(rows[0]).toEqual([...clients[0], ...headers]);
    expect(rows.map((row) => row.slice(0, 3))).toEqual(clients);
    expect(columnOf(sheet, "Share")).toEqual(shares.map((share) => expect.closeTo(share, 12)));
    expect(columnOf(sheet, "Status")).toEqual(statuses);
    expect(columnOf(sheet, "ABC")).toEqual(["A", "A", "A", "B", "B", "C"]);
    expect(columnOf(sheet, "Reason")).toEqual(["Volume", "Volume", "Volume", null, null, null]);
    expect(sheet.cells.filter(({ formula }) => formula)).toEqual([]);
  });

  test("shows shares as per cent", async () => {
    const { host } = await openWorkbook([sheetWith(clients)]);
    await classifyRows(request);
    const [{ cells }] = (await host.toRecord()).sheets;
    const formats = cells
      .filter(({ column, row }) => column === 3 && row > 0)
      .map(({ format }) => format?.numberFormat);
    expect(formats).toEqual(shares.map(() => "0.0%"));
  });

  test("shows shares in Russian with a space before the sign, also in a cell that somebody has cleared", async () => {
    const { host } = await openWorkbook([sheetWith(clients)]);
    const inRussian = { ...request, displayLanguage: "ru-RU" };
    await classifyRows(inRussian);
    const sheet = host.workbook.worksheets.getItem("Clients");
    sheet.getRange("D2").clear("All");
    await classifyRows(inRussian);
    const shown = sheet.getRange("D2:D7").text!.map(([text]) => text);
    expect(shown).toEqual(shares.map(() => expect.stringMatching(/^\d+\.\d\u00a0%$/)));
  });

  test("marks each column by a hidden name on its header", async () => {
    const { host } = await openWorkbook([sheetWith(clients)]);
    await classifyRows(request);
    const { names } = await host.toRecord();
    expect(names.map(({ name, formula, visible }) => [name.split(".")[1], formula, visible])).toEqual([
      ["share", "=Clients!$D$1", false],
      ["status", "=Clients!$E$1", false],
      ["abc", "=Clients!$F$1", false],
      ["reason", "=Clients!$G$1", false],
      ["action", "=Clients!$H$1", false],
    ]);
    expect(new Set(names.map(({ name }) => name.split(".")[2])).size).toBe(1);
  });

  test("changes nothing on a second run, and sends nothing that writes", async () => {
    const { host } = await openWorkbook([sheetWith(clients)]);
    await classifyRows(request);
    const before = await host.toRecord();
    host.journal.clear();
    expect((await classifyRows(request)).written).toEqual({ added: [], changed: [] });
    expect(await host.toRecord()).toEqual(before);
    expect(
      host.journal.requests.flatMap(({ operations }) => operations).filter((o) => o.endsWith("=")),
    ).toEqual([]);
  });

  test("refreshes its columns after the amounts have changed", async () => {
    const { host, run } = await openWorkbook([sheetWith(clients)]);
    await classifyRows(request);
    await run(async (context) => {
      context.workbook.worksheets.getItem("Clients").getRange("C2:C3").values = [[500], [6500]];
      await context.sync();
    });
    expect((await classifyRows(request)).written).toEqual({
      added: [],
      changed: ["share", "status", "abc", "reason", "action"],
    });
    const [sheet] = (await host.toRecord()).sheets;
    expect(columnOf(sheet, "Status").slice(0, 2)).toEqual(["Regular", "Mono-client"]);
    expect(rowsOf(sheet)[0]).toEqual([...clients[0], ...headers]);
  });

  test("leaves a column of the user with our header alone, and calls ours otherwise", async () => {
    const rows = clients.map((row, i) => [...row, i === 0 ? "share" : `mine ${i}`]);
    const { host } = await openWorkbook([sheetWith(rows)]);
    await classifyRows(request);
    const [sheet] = (await host.toRecord()).sheets;
    expect(columnOf(sheet, "share")).toEqual(rows.slice(1).map((row) => row[3]));
    expect(columnOf(sheet, "Share (Keyfolio)")).toEqual(shares.map((share) => expect.closeTo(share, 12)));
    const before = await host.toRecord();
    await classifyRows(request);
    expect(await host.toRecord()).toEqual(before);
  });

  test("follows a column that the user renamed", async () => {
    const { host, run } = await openWorkbook([sheetWith(clients)]);
    await classifyRows(request);
    await run(async (context) => {
      const sheet = context.workbook.worksheets.getItem("Clients");
      sheet.getRange("D1").values = [["Weight"]];
      sheet.getRange("C2").values = [[1000]];
      await context.sync();
    });
    await classifyRows(request);
    const [sheet] = (await host.toRecord()).sheets;
    expect(rowsOf(sheet)[0]).toEqual([...clients[0], "Weight", ...headers.slice(1)]);
    expect(columnOf(sheet, "Weight")[0]).toBeCloseTo(1000 / 5800, 12);
  });

  test("makes a column again at the end that the user deleted, and drops its dead name", async () => {
    const { host, run } = await openWorkbook([sheetWith(clients)]);
    await classifyRows(request);
    await run(async (context) => {
      context.workbook.worksheets.getItem("Clients").getRange("E:E").delete("Left");
      await context.sync();
    });
    expect((await host.toRecord()).names.some(({ formula }) => formula.includes("#REF!"))).toBe(true);
    expect((await classifyRows(request)).written).toEqual({ added: ["status"], changed: [] });
    const record = await host.toRecord();
    expect(rowsOf(record.sheets[0])[0]).toEqual([
      ...clients[0],
      "Share",
      "ABC",
      "Reason",
      "Action",
      "Status",
    ]);
    expect(columnOf(record.sheets[0], "Status")).toEqual(statuses);
    expect(record.names.map(({ formula }) => formula).sort()).toEqual(
      ["D", "E", "F", "G", "H"].map((column) => `=Clients!$${column}$1`),
    );
  });

  test("leaves rows blank that are no client: totals, rows without a name or a number", async () => {
    const rows: Cell[][] = [
      ...clients,
      [null, null, 100],
      ["Broken", "Petrov", { error: "#N/A" }],
      ["Total", null, 10_100],
    ];
    const { host } = await openWorkbook([sheetWith(rows)]);
    await classifyRows(request);
    const [sheet] = (await host.toRecord()).sheets;
    expect(columnOf(sheet, "Status")).toEqual([...statuses, null, null, null]);
  });

  test("writes Russian headers and texts in Russian, and keeps to the language of the first run", async () => {
    const { host } = await openWorkbook([sheetWith(clients)]);
    await classifyRows({ ...request, displayLanguage: "ru-RU" });
    const first = await host.toRecord();
    expect(rowsOf(first.sheets[0])[0]).toEqual([
      ...clients[0],
      "Доля",
      "Статус",
      "ABC",
      "Почему ключевой",
      "Что делать",
    ]);
    expect(columnOf(first.sheets[0], "Статус").slice(0, 4)).toEqual([
      "Моноклиент",
      "Ключевой",
      "Ключевой",
      "Обычный",
    ]);
    await classifyRows({ ...request, displayLanguage: "en-US" });
    expect(await host.toRecord()).toEqual(first);
  });

  test("changes the language on request: headers too, but not one that the user wrote", async () => {
    const { host, run } = await openWorkbook([sheetWith(clients)]);
    await classifyRows(request);
    await run(async (context) => {
      context.workbook.worksheets.getItem("Clients").getRange("D1").values = [["Weight"]];
      await context.sync();
    });
    await classifyRows({ ...request, language: "ru" });
    const { sheets, settings } = await host.toRecord();
    expect(rowsOf(sheets[0])[0]).toEqual([
      ...clients[0],
      "Weight",
      "Статус",
      "ABC",
      "Почему ключевой",
      "Что делать",
    ]);
    expect(columnOf(sheets[0], "Статус")[0]).toBe("Моноклиент");
    expect(settings["keyfolio.language"]).toBe("ru");
  });

  test("touches no other cell, format, width, sheet or name", async () => {
    const sheet = sheetWith(clients);
    sheet.columns = [{ index: 0, width: 123 }];
    sheet.rows = [{ index: 2, height: 33 }];
    for (const cell of sheet.cells) cell.format = { fill: "#FFF2CC", font: { italic: true } };
    const other = sheetOf("Other", [["=Clients!C2*2", "text"]]);
    const name = { ...mark("x", "=Other!$A$1"), name: "rate", visible: true };
    const { host } = await openWorkbook(workbookOf([sheet, other], { names: [name] }));
    const before = ordered(await host.toRecord());
    await classifyRows(request);
    const after = ordered(await host.toRecord());
    expect(after.sheets[1]).toEqual(before.sheets[1]);
    expect(after.names.filter(({ name: of }) => !of.startsWith("keyfolio."))).toEqual(before.names);
    expect(after.sheets[0].cells.filter(({ column }) => column < 3)).toEqual(before.sheets[0].cells);
    expect(after.sheets[0].columns.filter(({ index }) => index < 3)).toEqual(before.sheets[0].columns);
    expect({ ...after.sheets[0], cells: [], columns: [], tables: [] }).toEqual({
      ...before.sheets[0],
      cells: [],
      columns: [],
      tables: [],
    });
  });
});

describe("classifyRows", () => {
  test("follows a column that the user moved to another place of the row", async () => {
    const rows = clients.map(([client, manager, sales], i) => [
      client,
      ["Status", ...statuses][i],
      manager,
      sales,
    ]);
    rows[3][1] = "out of date";
    const names = [mark("status", "=Clients!$B$1")];
    const { host } = await openWorkbook(workbookOf([sheetOf("Clients", rows)], { names }));
    expect((await classifyRows(request)).written.changed).toEqual(["status"]);
    const [sheet] = (await host.toRecord()).sheets;
    expect(rowsOf(sheet)[0]).toEqual([
      "Client",
      "Status",
      "Manager",
      "Sales",
      "Share",
      "ABC",
      "Reason",
      "Action",
    ]);
    expect(columnOf(sheet, "Status")).toEqual(statuses);
  });

  test("follows a column that the user moved away from the list, and adds new ones behind it", async () => {
    const rows = clients.map((row, i) => [...row, null, ["Status", ...statuses][i]]);
    rows[3][4] = "out of date";
    const names = [mark("status", "=Clients!$E$1")];
    const { host } = await openWorkbook(workbookOf([sheetOf("Clients", rows)], { names }));
    expect((await classifyRows(request)).written).toEqual({
      added: ["share", "abc", "reason", "action"],
      changed: ["status"],
      typedOver: [{ address: "Clients!E4", content: "out of date" }],
    });
    const [sheet] = (await host.toRecord()).sheets;
    expect(rowsOf(sheet)[0]).toEqual([...clients[0], null, "Status", "Share", "ABC", "Reason", "Action"]);
    expect(columnOf(sheet, "Status")).toEqual(statuses);
  });

  test("does not take the results of the list beside it for its own", async () => {
    const other: Cell[][] = [
      ["Supplier", "Purchases", "Share"],
      ["Mill", 7, 0.7],
      ["Forge", 3, 0.3],
    ];
    const rows = clients.map((row, i) => [
      ...row,
      ...Array.from({ length: 12 }, () => null),
      ...(other[i] ?? []),
    ]);
    const names = [mark("share", "=Clients!$R$1", "r1")];
    const { host } = await openWorkbook(workbookOf([sheetOf("Clients", rows)], { names }));
    await classifyRows(request);
    const record = await host.toRecord();
    expect(rowsOf(record.sheets[0], 15).slice(0, 3)).toEqual(other);
    expect(columnOf(record.sheets[0], "Status")).toEqual(statuses);
    expect(record.names.find(({ name }) => name === "keyfolio.share.r2")?.formula).toBe("=Clients!$D$1");
  });

  test("takes the mark of a deleted column away with those that stand on blank cells", async () => {
    const names = [mark("share", "=Clients!$D$1", "r1"), mark("abc", "=Clients!#REF!", "r1")];
    const { host } = await openWorkbook(workbookOf([sheetOf("Clients", clients)], { names }));
    await classifyRows(request);
    const record = await host.toRecord();
    expect(record.names.filter(({ formula }) => formula.includes("#REF!"))).toEqual([]);
    expect(record.names).toHaveLength(headers.length);
  });

  test("recognises its columns on a copy of the sheet, where names belong to the sheet", async () => {
    const results = ["Status", ...statuses];
    const rows = clients.map((row, i) => [...row, results[i]]);
    const copied = { ...mark("status", "='Clients (2)'!$D$1"), scope: "Clients (2)" };
    const record = workbookOf([sheetOf("Clients (2)", rows), sheetOf("Clients", rows)], {
      names: [copied, mark("status", "=Clients!$D$1")],
    });
    const { host } = await openWorkbook(record);
    expect((await classifyRows(request)).written.added).not.toContain("status");
    const [copy, original] = (await host.toRecord()).sheets;
    expect(rowsOf(copy)[0].filter((header) => header === "Status")).toHaveLength(1);
    expect(rowsOf(original)).toEqual(rows);
  });

  test("finds its table's columns again after the table was renamed", async () => {
    const { host, run } = await openWorkbook([sheetWithTable("Clients", "Deals", clients)]);
    await classifyRows(request);
    await run(async (context) => {
      context.workbook.tables.getItem("Deals").name = "Contracts";
      context.workbook.worksheets.getItem("Clients").name = "Key clients";
      await context.sync();
    });
    expect((await classifyRows(request)).written).toEqual({ added: [], changed: [] });
    expect((await host.toRecord()).sheets[0].tables[0].area.columns).toBe(8);
  });

  test("grows a table by its columns and leaves its totals row alone", async () => {
    const rows = [...clients, ["Total", null, "=SUBTOTAL(109,[Sales])"]];
    const { host } = await openWorkbook([sheetWithTable("Clients", "Deals", rows, { showTotals: true })]);
    await classifyRows(request);
    const [sheet] = (await host.toRecord()).sheets;
    expect(sheet.tables[0].area).toEqual({ row: 0, column: 0, rows: 8, columns: 8 });
    expect(sheet.tables[0].columns.map(({ name }) => name)).toEqual([...clients[0], ...headers]);
    expect(rowsOf(sheet)[7].slice(3)).toEqual([null, null, null, null, null]);
    expect(columnOf(sheet, "Status").slice(0, 6)).toEqual(statuses);
  });

  test("classifies a table with a hidden header row", async () => {
    const body = clients.slice(1);
    const { host, run } = await openWorkbook([sheetWithTable("Clients", "Deals", clients)]);
    await run(async (context) => {
      context.workbook.tables.getItem("Deals").showHeaders = false;
      await context.sync();
    });
    await classifyRows(request);
    const [sheet] = (await host.toRecord()).sheets;
    expect(sheet.tables[0].columns.map(({ name }) => name)).toEqual([...clients[0], ...headers]);
    const status = rowsOf(sheet)
      .filter((row) => row[0] !== null)
      .map((row) => row[4]);
    expect(status).toEqual(statuses);
    expect(body).toHaveLength(status.length);
    const before = await host.toRecord();
    expect((await classifyRows(request)).written).toEqual({ added: [], changed: [] });
    expect(await host.toRecord()).toEqual(before);
  });

  test("gives new headers beside a region the look of the list's own", async () => {
    const sheet = sheetOf("Clients", clients);
    for (const cell of sheet.cells) {
      if (cell.row === 0) cell.format = { font: { bold: true, color: "#FFFFFF" }, fill: "#1F4E79" };
    }
    const { host } = await openWorkbook([sheet]);
    await classifyRows(request);
    const [{ cells }] = (await host.toRecord()).sheets;
    const looks = cells
      .filter(({ row }) => row === 0)
      .map(({ format }) => [format?.fill, format?.font?.bold]);
    expect(looks).toEqual(Array.from({ length: 8 }, () => ["#1F4E79", true]));
  });

  test("clears its texts in rows whose client was cleared away", async () => {
    const { host, run } = await openWorkbook([sheetOf("Clients", clients)]);
    await classifyRows(request);
    await run(async (context) => {
      context.workbook.worksheets.getItem("Clients").getRange("A7:C7").clear("Contents");
      await context.sync();
    });
    await classifyRows(request);
    const [sheet] = (await host.toRecord()).sheets;
    expect(columnOf(sheet, "Status")).toEqual(["Mono-client", "Key", "Key", "Regular", "Regular"]);
    const before = await host.toRecord();
    await classifyRows(request);
    expect(await host.toRecord()).toEqual(before);
  });

  test("takes client names that look like formulas as the texts they are", async () => {
    const rows = clients.map((row) => [...row]);
    const names = ['=HYPERLINK("x")', "+7 495 000", "-dash", "@home", "'quoted", "12"];
    const sheet = sheetOf(
      "Clients",
      rows.map((row, i) => (i === 0 ? row : [null, ...row.slice(1)])),
    );
    names.forEach((value, i) => sheet.cells.push({ row: i + 1, column: 0, value, quotePrefix: true }));
    const { host } = await openWorkbook([sheet]);
    const { classification } = await classifyRows(request);
    expect(classification.portfolio.clients).toEqual(names);
    const cells = (await host.toRecord()).sheets[0].cells.filter(
      ({ column, row }) => column === 0 && row > 0,
    );
    expect(cells.map(({ value, formula }) => [value, formula])).toEqual(
      names.map((value) => [value, undefined]),
    );
  });

  test("adds only the columns that the rules ask for, and XYZ only with periods", async () => {
    const { host } = await openWorkbook([sheetOf("Clients", salesByMonth(12, 6))]);
    await classifyRows(request);
    const [sheet] = (await host.toRecord()).sheets;
    expect(rowsOf(sheet)[0].slice(7)).toEqual([
      "Share",
      "Status",
      "ABC",
      "XYZ",
      "Activity",
      "Reason",
      "Action",
    ]);
  });
});
