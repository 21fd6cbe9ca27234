import { classifyRows } from "../../../src/workbook";
import type { WorkbookRecord } from "../../../src/host/workbook-record";
import type { StartedExcel } from "../../excel";
import { insertedBetweenWrites } from "../../misfortunes/inserted-column";
import { sheetOf, sheetWithTable } from "../../workbook-records";
import { clients, request } from "../lists";
import { columnOf, openWithoutCards, problemOfRun, rowsOf } from "../session";

type Model = StartedExcel["host"]["workbook"];
const sheetIn = (workbook: Model) => workbook.worksheets.getItem("Clients");
const headers = ["Share", "Status", "ABC", "Reason", "Action"];

describe("a run on a table takes no column of a colleague's for its own", () => {
  const deals = async () => {
    const { host } = await openWithoutCards([sheetWithTable("Clients", "Deals", clients)]);
    return { host, columns: host.workbook.tables.getItem("Deals").columns };
  };

  test("one that she renames to the header of a result, before whichever request", async () => {
    for (const k of [2, 3, 4, 5]) {
      const { host, columns } = await deals();
      host.faults.beforeRequest(k, () => void (columns.getItem("Manager").name = "Status"));
      await classifyRows(request);
      const [sheet] = (await host.toRecord()).sheets;
      expect(columnOf(sheet, "Status")).toEqual(clients.slice(1).map(([, manager]) => manager));
      expect(columnOf(sheet, "Status (Keyfolio)")).toHaveLength(6);
    }
  });

  test("one that she adds with the header of a result, before whichever request", async () => {
    for (const k of [2, 3, 4, 5]) {
      const { host, columns } = await deals();
      const mine = clients.map((_, i) => [i === 0 ? "Action" : `call ${i}`]);
      host.faults.beforeRequest(k, () => void columns.add(null, mine, "Action"));
      await classifyRows(request);
      const [sheet] = (await host.toRecord()).sheets;
      expect(columnOf(sheet, "Action")).toEqual(mine.slice(1).map(([cell]) => cell));
      expect(columnOf(sheet, "Action (Keyfolio)")).toHaveLength(6);
    }
  });

  test("its own columns are found again when a row is inserted above the table, before whichever request", async () => {
    for (const k of [2, 3, 4, 5]) {
      const { host } = await deals();
      await classifyRows(request);
      sheetIn(host.workbook).getRange("C2:C3").values = [[700], [6300]];
      host.faults.beforeRequest(k, () => void sheetIn(host.workbook).getRange("1:1").insert("Down"));
      await classifyRows(request);
      const { sheets, names } = await host.toRecord();
      expect(sheets[0].tables[0].columns.map(({ name }) => name)).toEqual([...clients[0], ...headers]);
      expect(names).toHaveLength(5);
    }
  });
});

describe("a first run beside a region", () => {
  const dressed = () => {
    const sheet = sheetOf("Clients", clients);
    for (const cell of sheet.cells) {
      if (cell.column === 2) cell.format = { fill: "#FFF2CC", numberFormat: "#,##0.00" };
    }
    sheet.columns = [{ index: 2, width: 123 }];
    return sheet;
  };
  const ofUser = async ({ host }: Pick<StartedExcel, "host">, column: number) => {
    const [{ cells, columns }] = (await host.toRecord()).sheets;
    return [cells.filter((cell) => cell.column === column), columns.filter(({ index }) => index === column)];
  };

  test("leaves the last column its cells, formats and width when a column is inserted before whichever request", async () => {
    for (const k of [2, 3, 4, 5, 6]) {
      const { host } = await openWithoutCards([dressed()]);
      let before: unknown;
      host.faults.beforeRequest(k, async () => {
        sheetIn(host.workbook).getRange("A:A").insert("Right");
        before = await ofUser({ host }, 3);
      });
      await classifyRows(request);
      expect(await ofUser({ host }, 3)).toEqual(before);
      const { sheets, names } = await host.toRecord();
      expect(rowsOf(sheets[0])[0]).toEqual([null, ...clients[0], ...headers]);
      expect(names).toHaveLength(5);
    }
  });

  test("leaves the last column its cells when a column is inserted between two requests that write", async () => {
    const open = async (record: WorkbookRecord) => (await openWithoutCards(record)).host;
    // 25,000 rows in requests of the usual size: `npm run torture -- large`.
    expect(await insertedBetweenWrites(open, 12, { replyBytes: 150, requestBytes: 400 })).toEqual([]);
  });

  test("leaves it alone when a filter is set in the same moment", async () => {
    for (const k of [5, 6]) {
      const { host } = await openWithoutCards([dressed()]);
      let before: unknown;
      host.faults.beforeRequest(k, async () => {
        const sheet = sheetIn(host.workbook);
        sheet.getRange("A:A").insert("Right");
        sheet.autoFilter.apply(sheet.getRange("B1:D7"), 1, { filterOn: "Values", values: ["Ivanova"] });
        before = await ofUser({ host }, 3);
      });
      expect(await problemOfRun(classifyRows(request))).toMatchObject({ kind: "filterActive" });
      expect(await ofUser({ host }, 3)).toEqual(before);
      const { sheets, names } = await host.toRecord();
      expect(sheets[0].cells.filter(({ column }) => column > 3)).toEqual([]);
      expect(names.filter(({ name }) => name.startsWith("keyfolio."))).toEqual([]);
    }
  });

  test("takes back its own cells only when a column is inserted between the write and the taking back", async () => {
    for (const later of [1, 2, 3, 4]) {
      const { host } = await openWithoutCards([dressed()]);
      let before: unknown;
      host.faults.beforeRequest(6, () => void (sheetIn(host.workbook).getRange("C5").values = [[901]]));
      host.faults.beforeRequest(6 + later, async () => {
        sheetIn(host.workbook).getRange("A:A").insert("Right");
        before = await ofUser({ host }, 3);
      });
      await classifyRows(request);
      expect(await ofUser({ host }, 3)).toEqual(before);
      expect(rowsOf((await host.toRecord()).sheets[0])[0]).toEqual([null, ...clients[0], ...headers]);
    }
  });
});

describe("a run that cannot take back what it wrote", () => {
  test.each([
    [
      "filter",
      (workbook: Model) => {
        const sheet = sheetIn(workbook);
        sheet.autoFilter.apply(sheet.getRange("A1:C6"), 1, { filterOn: "Values", values: ["Ivanova"] });
      },
      (workbook: Model) => sheetIn(workbook).autoFilter.remove(),
    ],
    [
      "protection",
      (workbook: Model) => sheetIn(workbook).protection.protect(),
      (workbook: Model) => sheetIn(workbook).protection.unprotect(),
    ],
  ] as const)("says what stands where (%s), and the next run puts it right", async (reason, set, remove) => {
    const { host } = await openWithoutCards([sheetOf("Clients", clients)]);
    await classifyRows(request);
    sheetIn(host.workbook).getRange("C2:C3").values = [[700], [6300]];
    host.faults.beforeRequest(5, () => void sheetIn(host.workbook).getRange("A4:H4").delete("Up"));
    host.faults.beforeRequest(6, () => set(host.workbook));
    expect(await problemOfRun(classifyRows(request))).toEqual({
      kind: "leftStanding",
      address: "Clients!A1:H7",
      headers,
      firstRow: 2,
      lastRow: 7,
      reason,
    });
    remove(host.workbook);
    await classifyRows(request);
    const [sheet] = (await host.toRecord()).sheets;
    expect(columnOf(sheet, "Status").slice(0, 2)).toEqual(["Regular", "Mono-client"]);
    const [, ...amounts] = rowsOf(sheet)
      .slice(0, 6)
      .map((row) => Number(row[2]));
    const total = amounts.reduce((sum, amount) => sum + amount, 0);
    expect(columnOf(sheet, "Share").slice(0, 5)).toEqual(
      amounts.map((amount) => expect.closeTo(amount / total, 9)),
    );
  });

  test.each([
    ["filter", "mine"],
    ["protection", "Volume"],
  ] as const)(
    "names what somebody had typed there in the last moment, and gives it back where Excel lets it (%s)",
    async (reason, standing) => {
      const { host } = await openWithoutCards([sheetOf("Clients", clients)]);
      const sheet = sheetIn(host.workbook);
      host.faults.beforeRequest(6, () => {
        sheet.getRange("G3").values = [["mine"]];
      });
      host.faults.beforeRequest(7, () => {
        if (reason === "protection") sheet.protection.protect();
        else sheet.autoFilter.apply(sheet.getRange("A1:C7"), 1, { filterOn: "Values", values: ["Ivanova"] });
      });
      expect(await problemOfRun(classifyRows(request))).toMatchObject({
        kind: "leftStanding",
        headers,
        reason,
        writtenOver: [{ address: "Clients!G3", content: "mine" }],
      });
      expect(sheet.getRange("G3").values).toEqual([[standing]]);
    },
  );

  test("keeps the marks of its columns while their cells cannot be cleared, and goes on with them next time", async () => {
    const { host } = await openWithoutCards([sheetOf("Clients", clients)]);
    host.faults.beforeRequest(6, () => void (sheetIn(host.workbook).getRange("C5").values = [[901]]));
    host.faults.beforeRequest(7, () => sheetIn(host.workbook).protection.protect());
    expect(await problemOfRun(classifyRows(request))).toMatchObject({ kind: "leftStanding", headers });
    expect((await host.toRecord()).names).toHaveLength(5);
    sheetIn(host.workbook).protection.unprotect();
    await classifyRows(request);
    const { sheets, names } = await host.toRecord();
    expect(rowsOf(sheets[0])[0]).toEqual([...clients[0], ...headers]);
    expect(names).toHaveLength(5);
  });
});
