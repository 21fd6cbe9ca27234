import type { ExcelHost } from "../../../src/host/excel-host";
import { classifyAndReport, classifyRows, portfolioReport } from "../../../src/workbook";
import { findOwnWork, removeKeyfolio } from "../../../src/workbook/undo/remove-keyfolio";
import { undoRun } from "../../../src/workbook/undo/undo-run";
import { OpenExcel } from "../../misfortunes/open-excel";
import { sheetOf, sheetWithTable, workbookOf } from "../../workbook-records";
import { clients, invoices, request } from "../lists";
import { columnOf, openWorkbook, ordered, problemOfRun, rowsOf } from "../session";
import { ways } from "../ways-back";
import { momentsBetween, oneIn } from "../../moments";

const list = ({ workbook }: ExcelHost) => workbook.worksheets.getItem("Clients");

describe.each(ways)("when a run is %s", (_, takeBack) => {
  test("a cell that somebody wrote into a result column stays, under its header", async () => {
    const { host } = await openWorkbook([sheetOf("Clients", clients)]);
    const run = await classifyAndReport(request);
    list(host).getRange("E4").values = [["ask Anna"]];
    const { stays } = await takeBack(run);
    expect(stays).toEqual([{ kind: "cells", header: "Status", address: "Clients!E4", count: 1 }]);
    const { sheets, names } = await host.toRecord();
    expect(sheets).toHaveLength(1);
    expect(rowsOf(sheets[0], 3)).toEqual(
      [[null, "Status"], undefined, undefined, [null, "ask Anna"]].map((row) => row ?? [null, null]),
    );
    expect(names.map(({ name }) => name)).toEqual(["keyfolio.status.r1"]);
  });

  test("a column that stays apart from its region, beside a header of hers, is told again, and goes once it is empty", async () => {
    const { host } = await openWorkbook([sheetOf("Clients", clients)]);
    const run = await classifyRows(request);
    list(host).getRange("E1").values = [["Our view"]];
    list(host).getRange("F2").values = [["ask Anna"]];
    const stays = [{ kind: "cells", header: "ABC", address: "Clients!F2", count: 1 }];
    expect((await takeBack(run)).stays).toEqual([
      { kind: "renamed", header: "Our view", address: "Clients!E1" },
      ...stays,
    ]);
    expect((await takeBack(run)).stays).toEqual(stays);
    list(host).getRange("F2").clear("Contents");
    expect(await takeBack(run)).toMatchObject({ columns: ["ABC"], stays: [] });
    const { sheets, names } = await host.toRecord();
    expect(rowsOf(sheets[0], 3)[0]).toEqual([null, "Our view"]);
    expect(names).toEqual([]);
  });

  test("a dressed header goes with its look once its column is empty, though all beside it have gone before", async () => {
    const dressed = sheetOf("Clients", clients);
    for (const cell of dressed.cells) if (cell.row === 0) cell.format = { fill: "#DDEBF7" };
    const { host } = await openWorkbook([dressed]);
    const before = ordered(await host.toRecord());
    const run = await classifyRows(request);
    list(host).getRange("E2").values = [["ask Anna"]];
    expect((await takeBack(run)).stays).toHaveLength(1);
    list(host).getRange("E2").clear("Contents");
    expect(await takeBack(run)).toMatchObject({ columns: ["Status"], stays: [] });
    expect(ordered(await host.toRecord())).toEqual(before);
  });

  test("a cell that somebody wrote into a column of a table is told where it stands once those left of it have gone", async () => {
    const { host } = await openWorkbook([
      sheetWithTable("Clients", "Deals", clients),
      sheetOf("Notes", [["mine"]]),
    ]);
    const run = await classifyRows(request);
    host.workbook.worksheets.getItem("Notes").getRange("A2").formulas = [["=Clients!G3"]];
    list(host).getRange("F4").values = [["ask Anna"]];
    const { stays } = await takeBack(run);
    expect(stays).toMatchObject([
      { kind: "referredColumn", header: "Reason", address: "Clients!E1:E7" },
      { kind: "cells", header: "ABC", address: "Clients!D4" },
    ]);
    expect(list(host).getRange("D4:E4").values).toEqual([["ask Anna", "Volume"]]);
  });

  test("a header that somebody renamed stays in its table, its cells are empty", async () => {
    const { host } = await openWorkbook([sheetWithTable("Clients", "Deals", clients)]);
    const run = await classifyAndReport(request);
    list(host).tables.getItem("Deals").columns.getItem("Status").name = "Standing";
    const { stays } = await takeBack(run);
    expect(stays).toEqual([{ kind: "renamed", header: "Standing", address: "Clients!D1" }]);
    const { sheets, names } = await host.toRecord();
    expect(sheets[0].tables[0].columns.map(({ name }) => name)).toEqual([...clients[0], "Standing"]);
    expect(columnOf(sheets[0], "Standing").every((cell) => cell === null)).toBe(true);
    expect(names).toEqual([]);
  });

  test.each([
    ["Share", "en-US"],
    ["Доля", "ru-RU"],
  ])("of a renamed column %s in a table nothing of our look stays", async (header, displayLanguage) => {
    const { host } = await openWorkbook([sheetWithTable("Clients", "Deals", clients)]);
    const run = await classifyAndReport({ ...request, displayLanguage });
    list(host).tables.getItem("Deals").columns.getItem(header).name = "Part";
    await takeBack(run);
    const [sheet] = (await host.toRecord()).sheets;
    expect(sheet.cells.filter(({ format }) => format?.numberFormat?.includes("%"))).toEqual([]);
    expect(sheet.columns).toEqual([]);
  });

  test("a column that a formula counts on stays whole, and the formula is named", async () => {
    const { host } = await openWorkbook([sheetOf("Clients", clients), sheetOf("Notes", [["mine"]])]);
    const run = await classifyAndReport(request);
    const notes = host.workbook.worksheets.getItem("Notes");
    notes.getRange("B2").formulas = [['=COUNTIF(Clients!E2:E7,"Key")']];
    const { stays } = await takeBack(run);
    expect(stays).toEqual([
      { kind: "referredColumn", header: "Status", address: "Clients!E1:E7", by: ["Notes!B2"] },
    ]);
    expect(columnOf((await host.toRecord()).sheets[0], "Status")).toHaveLength(6);
  });

  test.each([
    ["a column beside a region", sheetOf("Clients", clients), "Clients", "D1:D7", "Clients!D1:D7"],
    ["a column of a table", sheetWithTable("Clients", "Deals", clients), "Clients", "D1:D7", "Clients!D1:D7"],
    ["a sheet of the report", sheetOf("Clients", clients), "Dependency", "B10:C16", undefined],
  ])("%s that a chart draws stays, and the chart is named", async (_, sheet, name, area, address) => {
    const { host } = await openWorkbook([sheet, sheetOf("Notes", [["mine"]])]);
    const run = await classifyAndReport(request);
    const { worksheets } = host.workbook;
    worksheets.getItem("Notes").charts.add("ColumnClustered", worksheets.getItem(name).getRange(area));
    const charts = async () => (await host.toRecord()).sheets.find((each) => each.name === "Notes")!.charts;
    const before = await charts();
    const { stays } = await takeBack(run);
    const by = ["Notes!Chart 1"];
    const column = { kind: "referredColumn", header: "Share", address, by };
    expect(stays).toEqual([address ? column : { kind: "referredSheet", sheet: name, by }]);
    expect(await charts()).toEqual(before);
  });

  test("a sheet of the report with a note on it stays, with its mark; the others go", async () => {
    const { host } = await openWorkbook([sheetOf("Clients", clients)]);
    const run = await classifyAndReport(request);
    host.workbook.worksheets.getItem("Dependency").getRange("B90").values = [["call them"]];
    const { stays } = await takeBack(run);
    expect(stays).toEqual([{ kind: "sheetChanged", sheet: "Dependency", address: "Dependency!B90" }]);
    const { sheets, names } = await host.toRecord();
    expect(sheets.map(({ name }) => name)).toEqual(["Clients", "Dependency"]);
    expect(names.map(({ name }) => name)).toContain("keyfolio.sheet.dependency");
  });

  test("a list of clients that is a table no more stays, with its mark", async () => {
    const { host } = await openWorkbook([sheetOf("Journal", invoices)]);
    const run = await classifyRows(request);
    list(host).tables.items[0].convertToRange();
    expect((await takeBack(run)).stays).toContainEqual({
      kind: "sheetChanged",
      sheet: "Clients",
      address: null,
    });
    const { names, settings } = await host.toRecord();
    expect(names.map(({ name }) => name)).toContain("keyfolio.clients.1");
    expect(Object.keys(settings)).toContain("keyfolio.clients.1");
    await removeKeyfolio({ evenChanged: true });
    expect((await host.toRecord()).names).toEqual([]);
  });

  test("a sheet of the report that a formula counts on stays, and a cell of it that was changed, too", async () => {
    const { host } = await openWorkbook([sheetOf("Clients", clients)]);
    const run = await classifyAndReport(request);
    list(host).getRange("A12").formulas = [["=Summary!B2"]];
    host.workbook.worksheets.getItem("Dependency").getRange("B2").values = [["My title"]];
    const { stays } = await takeBack(run);
    expect(stays).toEqual([
      { kind: "sheetChanged", sheet: "Dependency", address: null },
      { kind: "referredSheet", sheet: "Summary", by: ["Clients!A12"] },
    ]);
    expect((await host.toRecord()).sheets.map(({ name }) => name)).toEqual([
      "Clients",
      "Summary",
      "Dependency",
    ]);
  });

  test("the pages on which Proof counts stay as they are where a formula of hers counts on Proof", async () => {
    const { host } = await openWorkbook([sheetOf("Clients", clients)]);
    const run = await classifyAndReport({ ...request, isUnattended: true });
    list(host).getRange("A12").formulas = [["=Proof!D8"]];
    const pages = (await host.toRecord()).sheets.slice(1);
    const { stays } = await takeBack(run);
    expect(stays).toContainEqual({ kind: "referredSheet", sheet: "Proof", by: ["Clients!A12"] });
    expect(stays).toContainEqual({
      kind: "referredSheet",
      sheet: "Summary",
      by: expect.arrayContaining([expect.stringMatching(/^Proof!/)]) as unknown,
    });
    const kept = (await host.toRecord()).sheets.slice(1);
    expect(kept.map(({ name }) => name)).toContain("Proof");
    expect(kept).toEqual(pages.filter(({ name }) => kept.some((each) => each.name === name)));
  });

  test("a filter or a protection stops it before anything is written", async () => {
    const { host } = await openWorkbook([sheetOf("Clients", clients)]);
    const run = await classifyAndReport(request);
    list(host).protection.protect();
    const before = ordered(await host.toRecord());
    expect(await problemOfRun(takeBack(run))).toEqual({ kind: "protectedSheet", sheet: "Clients" });
    expect(ordered(await host.toRecord())).toEqual(before);
  });

  test("it can be done again when a request of it was refused, and leaves nothing then", async () => {
    for (const k of momentsBetween(8, 38)) {
      const { host } = await openWorkbook([sheetWithTable("Clients", "Deals", clients)]);
      const before = ordered(await host.toRecord());
      const run = await classifyAndReport(request);
      host.faults.failRequest(k);
      await takeBack(run).catch(() => takeBack(run));
      list(host).activate();
      expect(ordered(await host.toRecord())).toEqual(before);
      if (host.faults.pending) break;
    }
  });

  test("it can be done again whichever action of the request failed that takes emptied columns away", async () => {
    const excel = new OpenExcel();
    const sheet = sheetOf("Clients", clients);
    for (const cell of sheet.cells) if (cell.row === 0) cell.format = { font: { bold: true } };
    const record = workbookOf([sheet]);
    const started = async () => {
      const host = await excel.open(record);
      const before = ordered(await host.toRecord());
      const run = await classifyRows(request);
      host.journal.clear();
      return { host, before, run };
    };
    try {
      const { host: pattern, run: first } = await started();
      await takeBack(first);
      // Marks go with the last of them.
      const takesAway = pattern.journal.requests.findIndex(({ operations }) => operations.includes("NamedItem.delete()")); // prettier-ignore
      pattern.dispose();
      let action = 0;
      for (let isOver = false; !isOver;) {
        const { host, before, run } = await started();
        action += 2;
        host.faults.beforeRequest(takesAway, () => host.faults.failAction(action));
        const { stays } = await takeBack(run).catch(() => takeBack(run));
        isOver = host.faults.pending;
        expect(stays).toEqual([]);
        expect(ordered(await host.toRecord())).toEqual(before);
        host.dispose();
      }
      expect(action).toBeGreaterThan(10);
    } finally {
      excel.stop();
    }
  });
});

test("the sheet that was in view is in view again, though the report was undone in two goes", async () => {
  const sheets = [sheetOf("Notes", [["mine"]]), sheetOf("Clients", clients), sheetOf("More", [["mine"]])];
  const { host } = await openWorkbook(workbookOf(sheets, { activeSheet: 1 }));
  const { trace } = await portfolioReport(request);
  host.faults.failAction(1, "GeneralException", "Activate()");
  await undoRun(trace).catch(() => undoRun(trace));
  expect(host.faults.pending).toBe(false);
  expect(host.workbook.worksheets.getActiveWorksheet().name).toBe("Clients");
});

test("a class that somebody wrote over ours stays, also when undoing is stopped by a refused request and done again", async () => {
  let stopped = 0;
  for (let [k, isOver] = [6, false]; !isOver; k += oneIn(3)) {
    const { host } = await openWorkbook([sheetOf("Clients", clients)]);
    await classifyRows(request);
    list(host).getRange("C2:C3").values = [[900], [5900]];
    const run = await classifyRows(request);
    list(host).getRange("F4").values = [["B"]];
    host.faults.failRequest(k);
    const taken = await undoRun(run.trace).catch(() => (stopped++, undoRun(run.trace)));
    isOver = host.faults.pending;
    expect([k, taken.stays]).toEqual([
      k,
      [{ kind: "cells", header: "ABC", address: "Clients!F4", count: 1 }],
    ]);
    expect(list(host).getRange("F4").values).toEqual([["B"]]);
  }
  expect(stopped).toBeGreaterThan(0);
});

test("what stays is said before anything is removed, and goes when the user wants it to", async () => {
  const { host } = await openWorkbook([sheetOf("Clients", clients)]);
  const before = ordered(await host.toRecord());
  await classifyAndReport(request);
  list(host).getRange("E4").values = [["ask Anna"]];
  host.workbook.worksheets.getItem("Dependency").getRange("B90").values = [["call them"]];
  expect((await findOwnWork()).stays).toEqual([
    { kind: "sheetChanged", sheet: "Dependency", address: "Dependency!B90" },
    { kind: "cells", header: "Status", address: "Clients!E4", count: 1 },
  ]);
  expect((await removeKeyfolio({ evenChanged: true })).stays).toEqual([]);
  list(host).activate();
  expect(ordered(await host.toRecord())).toEqual(before);
});

test("columns under a chart keep their widths: it would be stretched", async () => {
  const { host } = await openWorkbook([sheetOf("Clients", clients)]);
  const sheet = list(host);
  const chart = sheet.charts.add("ColumnClustered", sheet.getRange("C2:C7"), "Columns");
  [chart.left, chart.width] = [sheet.getRange("E1").left, 200];
  await classifyRows(request);
  const [record] = (await host.toRecord()).sheets;
  expect(record.charts[0].width).toBe(200);
  expect(record.columns).toEqual([]);
});

test("cells beside a region get the number formats back that they had, also where a later session removes", async () => {
  const sheet = sheetOf("Clients", clients);
  for (let row = 0; row < 7; row++) {
    sheet.cells.push({ row, column: 3, format: { numberFormat: row < 4 ? "0.00" : '#,##0 "pcs"' } });
  }
  const { host } = await openWorkbook([sheet]);
  const before = ordered(await host.toRecord());
  await classifyRows(request);
  await removeKeyfolio();
  expect(ordered(await host.toRecord())).toEqual(before);
});

test("of a list that somebody has cleared, looks and all, nothing is told when everything is removed, and nothing of ours stays", async () => {
  const { host } = await openWorkbook([sheetOf("Clients", clients), sheetOf("Notes", [["mine"]])]);
  const before = await host.toRecord();
  await classifyRows(request);
  list(host).getRange().clear("All");
  expect((await findOwnWork()).stays).toEqual([]);
  expect(await removeKeyfolio()).toEqual({ columns: [], sheets: [], stays: [] });
  const after = await host.toRecord();
  expect([after.names, after.settings]).toEqual([before.names, before.settings]);
  expect(after.sheets[0]).toEqual({ ...before.sheets[0], cells: [] });
});

test("of a cleared list one of whose columns was deleted nothing is told when the run is undone, and nothing of ours stays", async () => {
  const { host } = await openWorkbook([sheetOf("Clients", clients), sheetOf("Notes", [["mine"]])]);
  const before = await host.toRecord();
  const { trace } = await classifyRows(request);
  list(host).getRange("D:D").delete("Left");
  list(host).getRange().clear("All");
  expect((await undoRun(trace)).stays).toEqual([]);
  expect((await host.toRecord()).names).toEqual(before.names);
});

test("on a protected sheet the marks of a cleared list go all the same", async () => {
  const { host } = await openWorkbook([sheetOf("Clients", clients), sheetOf("Notes", [["mine"]])]);
  await classifyRows(request);
  list(host).getRange().clear("All");
  list(host).protection.protect();
  expect(await removeKeyfolio()).toEqual({ columns: [], sheets: [], stays: [] });
  expect((await host.toRecord()).names).toEqual([]);
});

test("what comes again by Ctrl+Z in the moment in which the marks of a cleared list go keeps them", async () => {
  let kept = 0;
  for (let [k, isOver] = [1, false]; !isOver; k++) {
    const { host } = await openWorkbook([sheetOf("Clients", clients), sheetOf("Notes", [["mine"]])]);
    await classifyRows(request);
    const cells = list(host).getRange("A1:H7");
    const formulas = cells.formulas!;
    list(host).getRange().clear("All");
    let wasMarked = false;
    host.faults.beforeRequest(k, () => {
      wasMarked = host.workbook.names.items.some(({ name }) => name.startsWith("keyfolio.status."));
      list(host).getRange("A1:H7").formulas = formulas;
    });
    const { stays } = await removeKeyfolio();
    isOver = host.faults.pending;
    host.faults.clear();
    const { names, sheets } = await host.toRecord();
    const isThere = sheets[0].cells.some(({ value }) => value === "Status");
    const isMarked = names.some(({ name }) => name.startsWith("keyfolio.status."));
    const isLost = isThere && !isMarked && stays.length === 0;
    if (wasMarked) expect([k, isLost]).toEqual([k, false]);
    if (isThere && isMarked) kept++;
  }
  expect(kept).toBeGreaterThan(0);
});

test("a list whose clients have gone, but not our columns, is told", async () => {
  const { host } = await openWorkbook([sheetOf("Clients", clients), sheetOf("Notes", [["mine"]])]);
  await classifyRows(request);
  list(host).getRange("A1:C7").clear("Contents");
  const { stays } = await removeKeyfolio();
  expect(stays.map(({ kind }) => kind)).toEqual(["listUnreadable"]);
});

test("undoing tells of classes that stand though none of their marks does", async () => {
  const { host } = await openWorkbook([
    sheetWithTable("Clients", "Deals", clients),
    sheetOf("Notes", [["mine"]]),
  ]);
  const { trace } = await classifyRows(request);
  list(host).tables.getItem("Deals").convertToRange();
  list(host).getRange("1:1").delete("Up");
  expect((await undoRun(trace)).stays.map(({ kind }) => kind)).toEqual(["listUnreadable"]);
});

test("undoing leaves a list alone that is read where its own has no header any more, and tells of the columns that stand", async () => {
  const { host } = await openWorkbook([
    sheetOf("Clients", [
      ...clients,
      [],
      ["Client", "Sales"],
      ["Bright Bakery", 1900],
      ["Quiet Harbour", 1200],
    ]),
  ]);
  const { trace } = await classifyRows(request);
  list(host).getRange("A1:C1").values = [[12.5, 7.5, 3.5]];
  const before = ordered(await host.toRecord()).sheets[0].cells;
  expect((await undoRun(trace)).stays).toMatchObject([
    { kind: "listUnreadable", headers: ["Share", "Status", "ABC", "Reason", "Action"] },
  ]);
  expect(ordered(await host.toRecord()).sheets[0].cells).toEqual(before);
});
