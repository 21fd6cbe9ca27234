import { classifyAndReport, classifyRows, portfolioReport } from "../../../src/workbook";
import { sheetOf, workbookOf } from "../../workbook-records";
import { clients, request, salesByMonth } from "../lists";
import { columnOf, firstRequestWith, openWorkbook, ordered, problemOfRun } from "../session";
import { momentsBetween } from "../../moments";

describe("portfolioReport", () => {
  test("builds the sheets and leaves the list as it is", async () => {
    const { host } = await openWorkbook([sheetOf("Clients", clients)]);
    const before = ordered(await host.toRecord());
    const { report } = await portfolioReport(request);
    const record = ordered(await host.toRecord());
    const names = report.sheets.map(({ name }) => name);
    expect(names).toContain("Summary");
    expect(record.sheets.map(({ name }) => name)).toEqual(expect.arrayContaining(["Clients", ...names]));
    expect(record.sheets.find(({ name }) => name === "Clients")).toEqual(before.sheets[0]);
  });

  test("fixes the language of the workbook", async () => {
    const { host } = await openWorkbook([sheetOf("Clients", clients)]);
    await portfolioReport({ ...request, displayLanguage: "ru-RU" });
    expect((await host.toRecord()).settings["keyfolio.language"]).toBe("ru");
    const { report } = await portfolioReport(request);
    expect(report.sheets.map(({ name }) => name)).toContain("Сводка");
  });

  test("finds the list again while its own Summary is active", async () => {
    await openWorkbook([sheetOf("Clients", salesByMonth(12, 6))]);
    await portfolioReport(request);
    expect((await portfolioReport(request)).list.sheet).toBe("Clients");
    expect((await classifyRows(request)).list.sheet).toBe("Clients");
  });

  test.each(["Summary", "Dependency", "Activity"])(
    "a sheet that was deleted comes back to its place among the others: %s",
    async (name) => {
      const { host } = await openWorkbook([sheetOf("Clients", salesByMonth(12, 6))]);
      const tabs = () => host.workbook.worksheets.items.map((sheet) => sheet.name);
      await portfolioReport(request);
      host.workbook.worksheets.add("Notes");
      const before = tabs();
      expect(before).toContain(name);
      host.workbook.worksheets.getItem(name).delete();
      await portfolioReport(request);
      expect(tabs()).toEqual(before);
    },
  );

  test("can be cancelled until it writes, and leaves nothing then", async () => {
    const { host } = await openWorkbook([sheetOf("Clients", clients)]);
    const before = await host.toRecord();
    const abort = new AbortController();
    const run = portfolioReport(request, {
      signal: abort.signal,
      onProgress: (stage) => stage === "report" && abort.abort(),
    });
    expect(await problemOfRun(run)).toEqual({ kind: "cancelled" });
    expect(await host.toRecord()).toEqual(before);
  });
});

describe("classifyAndReport", () => {
  test("reads the list once and does both", async () => {
    const { host } = await openWorkbook([sheetOf("Clients", salesByMonth(30, 12))]);
    const outcome = await classifyAndReport(request);
    const values = host.journal.requests.filter(({ operations }) => operations.includes("Range{values}"));
    const { sheets } = await host.toRecord();
    const list = sheets.find(({ name }) => name === "Clients")!;
    expect(columnOf(list, "Share")).toHaveLength(30);
    expect(outcome.written.added).toContain("xyz");
    expect(outcome.report.sheets.length).toBeGreaterThanOrEqual(3);
    // The sample, the list, what stands below it, its first row where places are marked, and the keys beside the cells that are written.
    expect(values).toHaveLength(5);
  });

  test("changes nothing on the same day the second time", async () => {
    const { host } = await openWorkbook([sheetOf("Clients", salesByMonth(30, 12))]);
    await classifyAndReport(request);
    const before = ordered(await host.toRecord());
    await classifyAndReport(request);
    expect(ordered(await host.toRecord())).toEqual(before);
  });

  test("changes nothing the second time where somebody has typed right beside the results", async () => {
    const { host } = await openWorkbook([sheetOf("Clients", clients)]);
    await classifyAndReport(request);
    host.workbook.worksheets.getItem("Clients").getRange("I2").values = [["ask Anna"]];
    const before = ordered(await host.toRecord());
    await classifyAndReport(request);
    expect(ordered(await host.toRecord())).toEqual(before);
  });

  test("says that the structure of the workbook is protected before it writes into the list", async () => {
    const { host } = await openWorkbook(workbookOf([sheetOf("Clients", clients)], { protected: true }));
    const before = await host.toRecord();
    expect(await problemOfRun(classifyAndReport(request))).toEqual({ kind: "protectedWorkbook" });
    expect(await host.toRecord()).toEqual(before);
  });

  test.each(["Dependency", null])(
    "says so of a report alone, and changes nothing, where one stands already; %s was deleted",
    async (deleted) => {
      const { host } = await openWorkbook([sheetOf("Clients", clients)]);
      await portfolioReport(request);
      if (deleted !== null) host.workbook.worksheets.getItem(deleted).delete();
      host.workbook.protection.protect();
      const before = await host.toRecord();
      const again = portfolioReport({ ...request, sheet: "Clients" });
      expect(await problemOfRun(again)).toEqual({ kind: "protectedWorkbook" });
      expect(await host.toRecord()).toEqual(before);
    },
  );

  test("says so, too, where somebody protects it in any moment of a first run", async () => {
    const calm = await openWorkbook([sheetOf("Clients", clients)]);
    await classifyAndReport(request);
    const adding = firstRequestWith(calm.host, "WorksheetCollection.add()");
    for (const k of momentsBetween(1, adding)) {
      const { host } = await openWorkbook([sheetOf("Clients", clients)]);
      host.faults.beforeRequest(k, () => host.workbook.protection.protect());
      const problem = await problemOfRun(classifyAndReport(request));
      const isBefore = problem.kind === "protectedWorkbook";
      expect([k, isBefore || problem]).toMatchObject([k, isBefore || { reason: "protection" }]);
    }
  });

  test.each(["Summary", null])(
    "says that a protection is in the way, and that the columns stand, where the structure was protected since the last report; %s was deleted",
    async (deleted) => {
      const { host } = await openWorkbook([sheetOf("Clients", clients)]);
      await classifyAndReport(request);
      if (deleted !== null) host.workbook.worksheets.getItem(deleted).delete();
      host.workbook.protection.protect();
      expect(await problemOfRun(classifyAndReport(request))).toMatchObject({
        kind: "cutOff",
        classified: true,
        sheets: [],
        reason: "protection",
      });
      host.workbook.protection.unprotect();
      await classifyAndReport(request);
    },
  );
});
