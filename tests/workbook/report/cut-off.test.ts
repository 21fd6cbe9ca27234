import { classifyRows, portfolioReport } from "../../../src/workbook";
import { namedCells } from "../../../src/workbook/marks/named-cells";
import type { StartedExcel } from "../../excel";
import { differencesOfReport } from "../../misfortunes/report-sheets";
import { type Cell, sheetOf } from "../../workbook-records";
import { clients, request } from "../lists";
import { forgetRuns, openWorkbook, problemOfRun, remembering } from "../session";
import { momentsBetween } from "../../moments";

type Host = StartedExcel["host"];
const named = { ...request, sheet: "Clients" };

/** Where in the run its request that does something stands, counted from 1. */
async function requestWith(operation: string, cells: Cell[][], run: () => Promise<unknown>, nth = 0): Promise<number> {
  const { host } = await openWorkbook([sheetOf("Clients", cells)]);
  await run();
  return host.journal.requests.flatMap(({ operations }, i) => (operations.includes(operation) ? [i + 1] : []))[nth];
} // prettier-ignore

const sheetNames = async (host: Host) => (await host.toRecord()).sheets.map(({ name }) => name);

test("a refresh that fails inside the Dependency sheet leaves no row of clients that have gone, once the next run is through", async () => {
  const few = clients.slice(0, 4);
  const { host: fresh } = await openWorkbook([sheetOf("Clients", few)]);
  await portfolioReport(named);
  const pattern = await fresh.toRecord();
  const started = async () => {
    const { host } = await openWorkbook([sheetOf("Clients", clients)]);
    await portfolioReport(named);
    forgetRuns(host);
    host.workbook.worksheets.getItem("Clients").getRange("5:7").delete("Up");
    host.journal.clear();
    return host;
  };
  const calm = await started();
  await portfolioReport(named);
  const { operations } = calm.journal.requests.find((each) => each.operations.includes("Range.unmerge()"))!;
  const writing = calm.journal.requests.findIndex((each) => each.operations.includes("Range.unmerge()")) + 1;
  const actions = operations.filter((each) => /=$|\.(?!get)\w+\(\)$/.test(each)).length;
  expect(differencesOfReport(await calm.toRecord(), pattern)).toEqual([]);
  // Summary, then Dependency: each is one request.
  for (const action of [5, Math.floor(actions / 2), actions - 1]) {
    const host = await started();
    host.faults.beforeRequest(writing + 1, () => host.faults.failAction(action));
    const problem = await problemOfRun(portfolioReport(named));
    expect(problem).toMatchObject({ kind: "cutOff", sheets: ["Dependency"] });
    await portfolioReport(named);
    expect(differencesOfReport(await host.toRecord(), pattern)).toEqual([]);
  }
});

test("a refresh cut off once rows have come for more clients leaves none of them as high as those of the page", async () => {
  const few = clients.slice(0, 4);
  const started = async () => {
    const { host } = await openWorkbook([sheetOf("Clients", few)]);
    await portfolioReport(named);
    forgetRuns(host);
    host.workbook.worksheets.getItem("Clients").getRange(`A5:C${clients.length}`).values = clients.slice(4);
    for (const { name, formula } of host.workbook.names.items) {
      if (!name.startsWith("keyfolio.sheet.")) continue;
      const { sheet, area } = namedCells(formula)!;
      const last = host.workbook.worksheets
        .getItem(sheet)
        .getRangeByIndexes(area.top + area.rowCount - 1, area.left, 1, 1);
      last.format.rowHeight = 41;
    }
    host.journal.clear();
    return host;
  };
  const { host: fresh } = await openWorkbook([sheetOf("Clients", clients)]);
  await portfolioReport(named);
  const pattern = await fresh.toRecord();
  const calm = await started();
  await portfolioReport(named);
  const { requests } = calm.journal;
  const writing = requests.flatMap(({ operations }, i) =>
    operations.includes("Range.insert()") ? [i + 1] : [],
  );
  const actions = requests[writing[0] - 1].operations.filter((each) => /=$|\.(?!get)\w+\(\)$/.test(each));
  const inserting = actions.indexOf("Range.insert()") + 1;
  for (const action of [inserting, inserting + 1]) {
    const host = await started();
    host.faults.beforeRequest(writing[0], () => host.faults.failAction(action));
    expect(await problemOfRun(portfolioReport(named))).toMatchObject({ kind: "cutOff" });
    await portfolioReport(named);
    expect(differencesOfReport(await host.toRecord(), pattern)).toEqual([]);
  }
});

test("a blank sheet that had come when Excel stopped, and was not marked yet, goes with the next report", async () => {
  const coming = sheetOf("Summary (Keyfolio 3fa90c)", []);
  const { host } = await openWorkbook([coming, sheetOf("Clients", clients)]);
  host.workbook.names.add("Mine", "=Clients!$A$2");
  await portfolioReport(named);
  expect((await sheetNames(host)).slice(0, 2)).toEqual(["Clients", "Summary"]);
});

test("a sheet of a first report that fails stays where somebody counts on it, whenever the formula comes, and the next report makes it whole", async () => {
  const sheets = [sheetOf("Clients", clients), sheetOf("Notes", [["mine", 1]])];
  const { host: fresh } = await openWorkbook(sheets);
  await portfolioReport(named);
  const pattern = await fresh.toRecord();
  const failing = 2 + (await requestWith("WorksheetCollection.add()", clients, () => portfolioReport(named)));
  const failed = async (before: number | null, formula: string) => {
    const { host } = await openWorkbook(sheets);
    host.faults.failRequest(failing);
    const enter = () =>
      (host.workbook.worksheets.getItem("Notes").getRange("B1").formulas = [[formula]]) && undefined;
    if (before !== null) host.faults.beforeRequest(before, enter);
    return { host, problem: await problemOfRun(portfolioReport(named)) };
  };
  const { host: calm } = await failed(null, "");
  expect(await sheetNames(calm)).toEqual(["Clients", "Notes"]);
  const deleting = calm.journal.requests.findIndex((each) => each.operations.includes("Worksheet.delete()"));
  expect(deleting).toBeGreaterThan(failing);
  const moments = [
    ["Summary", failing],
    ["Summary", deleting],
    ["Summary", deleting + 1],
    ["Dependency", deleting + 1],
  ] as const;
  for (const [sheet, k] of moments) {
    const formula = `=COUNTA(${sheet}!A1:Z99)`;
    const { host, problem } = await failed(k, formula);
    const note = () => host.workbook.worksheets.getItem("Notes").getRange("B1").formulas;
    expect([k, await sheetNames(host)]).toEqual([k, expect.arrayContaining([sheet])]);
    expect([k, problem]).toMatchObject([k, { kind: "cutOff", sheets: [sheet] }]);
    expect([k, note()]).toEqual([k, [[formula]]]);
    forgetRuns(host);
    await portfolioReport(named);
    // Cells come in the page.
    expect([k, String(note())]).toEqual([k, expect.stringContaining(`=COUNTA(${sheet}!A1:`)]);
    const after = await host.toRecord();
    expect([k, differencesOfReport(after, pattern)]).toEqual([k, []]);
  }
});

describe("a first run from which the connection is lost for good", () => {
  test("leaves no sheet without a mark, and names those that stand", async () => {
    const adding = await requestWith("WorksheetCollection.add()", clients, () => portfolioReport(named));
    for (const k of [adding, adding + 1, adding + 2]) {
      const { host } = await openWorkbook([sheetOf("Clients", clients)]);
      host.faults.loseReply(k);
      host.faults.failFrom(k + 1);
      const problem = await problemOfRun(portfolioReport(named));
      const { names } = await host.toRecord();
      const [, ...added] = await sheetNames(host);
      expect(problem).toMatchObject({ kind: "cutOff", sheets: added });
      for (const sheet of added) expect(names.some(({ formula }) => formula.includes(sheet))).toBe(true);
      host.faults.clear();
    }
  });

  test("leaves the sheet in view that was in view", async () => {
    const sheets = [sheetOf("Notes", [["mine"]]), sheetOf("Clients", clients)];
    const { host: calm } = await openWorkbook(sheets);
    await portfolioReport(named);
    const requests = calm.journal.requests.length - remembering;
    for (const k of momentsBetween(3, requests - 2)) {
      const { host } = await openWorkbook(sheets);
      host.faults.failFrom(k);
      await problemOfRun(portfolioReport(named));
      const record = await host.toRecord();
      expect(record.sheets[record.activeSheet].name).toBe("Notes");
      host.faults.clear();
    }
  });

  test.each([
    ["before the mark of the writing is hidden", "NamedItem.visible=", 0],
    ["before a chart has its name", "Chart.name=", 0],
  ])("leaves a sheet that the next report makes whole, cut off %s", async (_, operation, nth) => {
    const { host: calm } = await openWorkbook([sheetOf("Clients", clients)]);
    await portfolioReport(named);
    const pattern = await calm.toRecord();
    const writing = await requestWith("Chart.name=", clients, () => portfolioReport(named), 1);
    const actions = calm.journal.requests[writing - 1].operations.filter((each) =>
      /=$|\.(?!get)\w+\(\)$/.test(each),
    );
    const action = actions.flatMap((each, i) => (each === operation ? [i + 1] : []))[nth];
    const { host } = await openWorkbook([sheetOf("Clients", clients)]);
    host.faults.beforeRequest(writing, () => host.faults.failAction(action));
    host.faults.failFrom(writing + 1);
    expect(await problemOfRun(portfolioReport(named))).toMatchObject({ kind: "cutOff" });
    host.faults.clear();
    const { charts } = host.workbook.worksheets.getItem("Dependency");
    const hers = ["Clients!C2:C5", "Dependency!C12:C15"].map((cells) => {
      const [sheet, address] = cells.split("!");
      const range = host.workbook.worksheets.getItem(sheet).getRange(address);
      // Of the type of the chart that is missing.
      const chart = charts.add("ColumnStacked", range, "Columns");
      return chart.name;
    });
    await portfolioReport(named);
    const after = await host.toRecord();
    const names = ({ sheets }: typeof after) =>
      sheets.find(({ name }) => name === "Dependency")!.charts.map(({ name }) => name);
    expect(names(after).sort()).toEqual([...names(pattern), ...hers].sort());
    const without = {
      ...after,
      sheets: after.sheets.map((sheet) => ({
        ...sheet,
        charts: sheet.charts.filter(({ name }) => !hers.includes(name)),
      })),
    };
    expect(differencesOfReport(without, pattern)).toEqual([]);
  });

  test("leaves a column of shares that the next run makes whole, with its format in every row", async () => {
    const writing = await requestWith("Range.values=", clients, () => classifyRows(named));
    const { host: calm } = await openWorkbook([sheetOf("Clients", clients)]);
    await classifyRows(named);
    const shares = async (of: Host) =>
      (await of.toRecord()).sheets[0].cells.filter(({ row, column }) => row > 0 && column === 3);
    const wanted = await shares(calm);
    expect(wanted.every(({ format }) => format?.numberFormat === "0.0%")).toBe(true);
    for (const action of [1, 3, 6, 12, 18, 24]) {
      const { host } = await openWorkbook([sheetOf("Clients", clients)]);
      host.faults.beforeRequest(writing, () => host.faults.failAction(action));
      host.faults.failFrom(writing + 1);
      await problemOfRun(classifyRows(named));
      host.faults.clear();
      await classifyRows(named);
      expect(await shares(host)).toEqual(wanted);
    }
  });
});

test("a report that stands is not called failed because its last setting was refused", async () => {
  const last = await requestWith("SettingCollection.add()", clients, () => portfolioReport(named));
  const { host } = await openWorkbook([sheetOf("Clients", clients)]);
  host.faults.failFrom(last);
  const { report } = await portfolioReport(named);
  host.faults.clear();
  expect(await sheetNames(host)).toEqual(["Clients", ...report.sheets.map(({ name }) => name)]);
});
