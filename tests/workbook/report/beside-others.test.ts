import { portfolioReport } from "../../../src/workbook";
import { namedCells } from "../../../src/workbook/marks/named-cells";
import { limits } from "../../../src/workbook/cells/read-rows";
import type { StartedExcel } from "../../excel";
import { differencesOfReport } from "../../misfortunes/report-sheets";
import { type Cell, sheetOf } from "../../workbook-records";
import { clients, request } from "../lists";
import { forgetRuns, openWorkbook, problemOfRun } from "../session";
import { momentsBetween, oneIn } from "../../moments";

type Host = StartedExcel["host"];

const usual = { ...limits };
afterEach(() => void Object.assign(limits, usual));

const sheetIn = ({ workbook }: Host, name: string) => workbook.worksheets.getItem(name);

/** Does something before the first request for which a condition holds. */
function once(host: Host, isDue: () => boolean, act: () => void): void {
  host.faults.beforeRequest(1, () => {
    if (isDue()) act();
    else once(host, isDue, act);
  });
}

const isThere = ({ workbook }: Host, name: string) => workbook.worksheets.getItemOrNullObject(name) !== undefined && workbook.worksheets.getItemOrNullObject(name) !== null; // prettier-ignore
const isRefreshing = ({ journal }: Host) =>
  journal.requests.at(-1)?.operations.includes("TableCollection.getItem()") === true &&
  journal.requests.at(-1)!.operations.includes("ChartCollection.getItem()");

/** What the report's sheets show otherwise than those of a first report on the same list. */
async function differences(host: Host, cells: Cell[][]): Promise<string[]> {
  const actual = await host.toRecord();
  const { host: fresh } = await openWorkbook([sheetOf("Clients", cells)]);
  await portfolioReport(request);
  return differencesOfReport(actual, await fresh.toRecord());
}

describe("while the sheets of a first report are written", () => {
  test("what somebody writes onto one that has just come stands below its page", async () => {
    const { host } = await openWorkbook([sheetOf("Clients", clients)]);
    once(
      host,
      () => isThere(host, "Dependency"),
      () => void (sheetIn(host, "Dependency").getRange("B3").values = [["hers"]]),
    );
    await portfolioReport(request);
    const { sheets } = await host.toRecord();
    const dependency = sheets.find(({ name }) => name === "Dependency")!;
    const page = dependency.page.printArea!;
    const [note] = dependency.cells.filter(({ value }) => value === "hers");
    expect(note.row).toBeGreaterThanOrEqual(page.row + page.rows);
  });

  test("none stays without a mark when somebody deletes the row of its mark", async () => {
    const { host } = await openWorkbook([sheetOf("Clients", clients)]);
    once(
      host,
      () => isThere(host, "Dependency"),
      () => void sheetIn(host, "Dependency").getRange("1:1").delete("Up"),
    );
    await problemOfRun(portfolioReport(request));
    expect((await host.toRecord()).sheets.map(({ name }) => name)).toEqual(["Clients"]);
  });

  test("one onto which somebody has written stays when the report fails, is named, and is made whole by the next run", async () => {
    const { host } = await openWorkbook([sheetOf("Clients", clients)]);
    const writes = () => sheetIn(host, "Summary").getUsedRangeOrNullObject(true) !== null;
    once(
      host,
      () => isThere(host, "Summary") && writes(),
      () => {
        sheetIn(host, "Summary").getRange("B90").values = [["hers"]];
        host.faults.failRequest(2);
      },
    );
    const problem = await problemOfRun(portfolioReport(request));
    expect(problem).toMatchObject({ kind: "cutOff", sheets: expect.arrayContaining(["Summary"]) as unknown });
    const { sheets } = await host.toRecord();
    expect(sheets.map(({ name }) => name)).toEqual(["Clients", "Summary"]);
    expect(sheets[1].cells.map(({ value }) => value)).toContain("hers");
    await portfolioReport(request);
    expect(await differences(host, clients)).toEqual([expect.stringContaining("hers")]);
  });
});

describe("a later report shows what a first one shows, though somebody", () => {
  const started = async () => {
    const { host } = await openWorkbook([sheetOf("Clients", clients)]);
    await portfolioReport(request);
    return host;
  };

  test.each([
    ["inserted a row in a chart", (host: Host) => void sheetIn(host, "Dependency").getRange("10:10").insert("Down")],
    ["deleted a row of a chart", (host: Host) => void sheetIn(host, "ABC-XYZ").getRange("21:21").delete("Up")],
    ["inserted a column in it", (host: Host) => void sheetIn(host, "Dependency").getRange("D:D").insert("Right")],
  ])("%s", async (_, act) => {
    const host = await started();
    act(host);
    await portfolioReport(request);
    expect(await differences(host, clients)).toEqual([]);
  }); // prettier-ignore

  test("inserts a row between the look at its sheets and the first request that writes", async () => {
    const host = await started();
    once(
      host,
      () => isRefreshing(host),
      () => void sheetIn(host, "Summary").getRange("20:20").insert("Down"),
    );
    await portfolioReport(request);
    expect(await differences(host, clients)).toEqual([]);
  });

  test("inserts a column into the data of its charts while they come there", async () => {
    const { host } = await openWorkbook([sheetOf("Clients", clients)]);
    const data = () =>
      host.workbook.names.items
        .find(({ name }) => name === "keyfolio.chartData.summary.a")
        ?.getRangeOrNullObject();
    once(
      host,
      () => Boolean(data()),
      () => data()!.getCell(0, 1).getEntireColumn().insert("Right"),
    );
    await portfolioReport(request);
    expect(host.faults.pending).toBe(false);
    sheetIn(host, "Clients").getRange("C2").values = [[5300]];
    forgetRuns(host);
    await portfolioReport({ ...request, sheet: "Clients" });
    const changed = clients.map((row, i): Cell[] => (i === 1 ? [row[0], row[1], 5300] : row));
    expect(await differences(host, changed)).toEqual([]);
  });

  test("protected a sheet during two reports, in one of which its chart data grew", async () => {
    const host = await started();
    for (const amount of [300, 310]) {
      sheetIn(host, "Dependency").protection.protect();
      sheetIn(host, "Clients").getRange("A8:C8").values = [["Amber Glass", "Berg", amount]];
      expect(await problemOfRun(portfolioReport({ ...request, sheet: "Clients" }))).toMatchObject({
        kind: "cutOff",
        reason: "protection",
      });
      sheetIn(host, "Dependency").protection.unprotect();
    }
    forgetRuns(host);
    await portfolioReport({ ...request, sheet: "Clients" });
    expect(await differences(host, [...clients, ["Amber Glass", "Berg", 310]])).toEqual([]);
  });

  test("protected a sheet while its list got more columns", async () => {
    const even: Cell[][] = [clients[0], ...Array.from({ length: 20 }, (_, i): Cell[] => [`Client ${i + 1}`, "Berg", 100 + i])]; // prettier-ignore
    const { host } = await openWorkbook([sheetOf("Clients", even)]);
    await portfolioReport(request);
    sheetIn(host, "Clients").getRange("C2").values = [[9000]];
    const isBegun = () =>
      host.workbook.names.items.some(({ name }) => name === "keyfolio.sheet.dependency.a");
    once(host, isBegun, () => sheetIn(host, "Dependency").protection.protect());
    Object.assign(limits, { pageBytes: 4000 });
    await problemOfRun(portfolioReport(request));
    Object.assign(limits, usual);
    sheetIn(host, "Dependency").protection.unprotect();
    forgetRuns(host);
    await portfolioReport(request);
    const changed = even.map((row, i): Cell[] => (i === 1 ? ["Client 1", "Berg", 9000] : row));
    expect(await differences(host, changed)).toEqual([]);
  });
});

describe("what somebody has written beside a page of the report stays, though", () => {
  /** A report, a note in each row right of one of its sheets, and whether all of them are there after the next report. */
  const notesKept = async (
    cells: Cell[][],
    name: string,
    insertedAt: number | null,
    change: (host: Host) => void,
  ) => {
    const { host } = await openWorkbook([sheetOf("Clients", cells)]);
    await portfolioReport(request);
    const sheet = sheetIn(host, name);
    if (insertedAt !== null) sheet.getRangeByIndexes(0, insertedAt, 1_048_576, 1).insert("Right");
    const used = sheet.getUsedRangeOrNullObject(true)!;
    const column = insertedAt ?? used.columnIndex + used.columnCount;
    const notes = Array.from({ length: 60 }, (_, row) => `note ${row}`);
    sheet.getRangeByIndexes(0, column, 60, 1).values = notes.map((note) => [note]);
    change(host);
    await portfolioReport({ ...request, sheet: "Clients" });
    const after = (await host.toRecord()).sheets.find((each) => each.name === name)!;
    const texts = new Set(after.cells.map(({ value }) => value));
    expect(notes.filter((note) => !texts.has(note))).toEqual([]);
  };
  const nothing = () => undefined;
  const even: Cell[][] = [clients[0], ...Array.from({ length: 20 }, (_, i): Cell[] => [`Client ${i + 1}`, "Berg", 100 + i])]; // prettier-ignore

  test("the column is one that she has inserted before the data of the charts", async () => {
    await notesKept(clients, "Summary", 9, nothing);
  });

  test("the page gets more columns", async () => {
    await notesKept(even, "Dependency", null, (host) => {
      sheetIn(host, "Clients").getRange("C2").values = [[9000]];
    });
  });

  test("the data of the charts get more rows and columns", async () => {
    await notesKept(clients, "Dependency", null, (host) => {
      const many = Array.from({ length: 40 }, (_, i) => [`Client ${i + 1}`, "Berg", 100 + i]);
      sheetIn(host, "Clients").getRange("A8:C47").values = many;
    });
  });
});

describe("chart data that has more rows than before", () => {
  const many = Array.from({ length: 25 }, (_, i): Cell[] => [`Client ${i + 1}`, "Berg", 100 + i * i]);
  const dataColumns = async (host: Host) => {
    const { names } = await host.toRecord();
    const { sheet, area } = namedCells(
      names.find(({ name }) => name === "keyfolio.chartData.dependency")!.formula,
    )!;
    return { sheet: sheetIn(host, sheet), ...area };
  };

  test("stays in its columns, without blank ones beside it, and what somebody wrote below it moves down", async () => {
    const { host } = await openWorkbook([sheetOf("Clients", clients)]);
    await portfolioReport(request);
    const before = await dataColumns(host);
    const { sheet, top, left, rowCount, columnCount } = before;
    const notes = Array.from({ length: columnCount }, (_, i) => `note ${i}`);
    const below = (row: number) => sheet.getRangeByIndexes(row, left, 1, columnCount);
    below(top + rowCount).values = [notes];
    sheetIn(host, "Clients").getRange("A8:C32").values = many;
    forgetRuns(host);
    await portfolioReport({ ...request, sheet: "Clients" });
    const after = await dataColumns(host);
    expect(after.rowCount).toBeGreaterThan(rowCount);
    expect(after).toMatchObject({ top, left, columnCount });
    expect(below(top + after.rowCount).values).toEqual([notes]);
    expect(await differences(host, [...clients, ...many])).toEqual([]);
  });

  test.each(["table", "merged cells"])(
    "goes elsewhere where a %s of the user's stands below it",
    async (kind) => {
      const { host } = await openWorkbook([sheetOf("Clients", clients)]);
      await portfolioReport(request);
      const { sheet, top, left, rowCount, columnCount } = await dataColumns(host);
      const hers = sheet.getRangeByIndexes(top + rowCount + 2, left + columnCount - 1, 2, 2);
      hers.values = [["Mine", "too"], [11, 12]]; // prettier-ignore
      if (kind === "table") sheet.tables.add(hers, true);
      else hers.getRow(1).merge();
      sheetIn(host, "Clients").getRange("A8:C32").values = many;
      const asked = { ...request, sheet: "Clients" };
      await portfolioReport(asked);
      const { cells } = (await host.toRecord()).sheets.find(({ name }) => name === "Dependency")!;
      const mine = cells.find(({ value }) => value === "Mine")!;
      const figure = cells.find(({ row, column }) => row === mine.row + 1 && column === mine.column);
      expect(figure?.value).toBe(11);
      expect((await dataColumns(host)).rowCount).toBeGreaterThan(rowCount);
    },
  );
});

test.each(["Summary", "Dependency"])(
  "columns that somebody has inserted in the page %s are taken over by the next report, their widths too",
  async (name) => {
    const cells: Cell[][] = [clients[0], ...Array.from({ length: 20 }, (_, i): Cell[] => [`Client ${i + 1}`, "Berg", 100 + i])]; // prettier-ignore
    const { host } = await openWorkbook([sheetOf("Clients", cells)]);
    await portfolioReport(request);
    // The data of its charts stands hidden right of what was inserted.
    const widths = async () =>
      (await host.toRecord()).sheets
        .find((sheet) => sheet.name === name)!
        .columns.filter(({ hidden }) => !hidden);
    const before = await widths();
    sheetIn(host, name).getRange("C:D").insert("Right");
    forgetRuns(host);
    await portfolioReport({ ...request, sheet: "Clients" });
    expect(await widths()).toEqual(before);
    expect(await differences(host, cells)).toEqual([]);
  },
);

test("a list of a page that has fewer columns than before leaves none of them in its table", async () => {
  const months = Array.from({ length: 12 }, (_, i) => `2025-${String(i + 1).padStart(2, "0")}`);
  const rows = (kept: number): Cell[][] => [
    ["Client", "Manager", ...months.slice(0, kept)],
    ...Array.from({ length: 12 }, (_, i): Cell[] => [
      `Client ${i + 1}`,
      ["Berg", "Lind"][i % 2],
      ...months.slice(0, kept).map((_, month) => 100 + i * 7 + month),
    ]),
  ];
  const { host } = await openWorkbook([sheetOf("Clients", rows(12))]);
  await portfolioReport(request);
  // Two months are too few to know who still buys.
  sheetIn(host, "Clients").getRange("E:N").delete("Left");
  forgetRuns(host);
  await portfolioReport({ ...request, sheet: "Clients" });
  const names = (await host.toRecord()).sheets.map(({ name }) => name);
  expect(names).toContain("Managers");
  const left = (await differences(host, rows(2))).filter((difference) => / managers /.test(difference));
  expect(left).toEqual([]);
});

test("what stands right below a page stays when rows of the page are deleted while it is refreshed, whichever request was just sent", async () => {
  const texts = ["hers 1", "hers 2", "hers 3", "hers 4"];
  for (let k = 1; ; k += oneIn(5)) {
    const { host } = await openWorkbook([sheetOf("Clients", clients)]);
    await portfolioReport(request);
    const sheet = sheetIn(host, "Dependency");
    const page = host.workbook.names.items.find(({ name }) => name === "keyfolio.sheet.dependency")!;
    const { area } = namedCells(String(page.formula))!;
    sheet.getRangeByIndexes(area.top + area.rowCount, 1, texts.length, 1).values = texts.map((text) => [
      text,
    ]);
    host.faults.beforeRequest(k, () => void sheet.getRange("4:6").delete("Up"));
    await portfolioReport({ ...request, sheet: "Clients" });
    const { sheets } = await host.toRecord();
    const { cells } = sheets.find(({ name }) => name === "Dependency")!;
    expect([k, texts.filter((text) => cells.some(({ value }) => value === text))]).toEqual([k, texts]);
    if (host.faults.pending) break;
  }
});

test("what stands out beside its neighbour is compared with that one, though rows come above the page while it is written, and what stands below stays", async () => {
  const cells: Cell[][] = [["Client", "Sales", "Profit"], ["Alder", 500, 20], ["Birch", 300, 5], ["Cedar", 90, 60]]; // prettier-ignore
  const { host: quiet } = await openWorkbook([sheetOf("Clients", cells)]);
  await portfolioReport(request);
  quiet.journal.clear();
  await portfolioReport({ ...request, sheet: "Clients" });
  const requests = quiet.journal.requests.filter(({ housekeeping }) => !housekeeping).length;
  for (const k of momentsBetween(5, requests)) {
    const { host } = await openWorkbook([sheetOf("Clients", cells)]);
    await portfolioReport(request);
    const sheet = sheetIn(host, "ABC-XYZ");
    const page = host.workbook.names.items.find(({ name }) => name === "keyfolio.sheet.abcXyz")!;
    const { area } = namedCells(String(page.formula))!;
    sheet.getRangeByIndexes(area.top + area.rowCount, 1, 1, 1).values = [["hers"]];
    host.faults.beforeRequest(k, () => void sheet.getRange("1:1").insert("Down"));
    await portfolioReport({ ...request, sheet: "Clients" });
    const after = (await host.toRecord()).sheets.find(({ name }) => name === "ABC-XYZ")!;
    const [rule] = after.conditionalFormats.filter(({ type }) => type === "Custom");
    const row = rule.areas[0].row + 1;
    expect([k, rule]).toEqual([k, expect.objectContaining({ formula: `=I${row}<>F${row}` })]);
    expect([k, after.cells.some(({ value }) => value === "hers")]).toEqual([k, true]);
  }
});
