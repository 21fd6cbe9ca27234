import { classifyRows } from "../../../src/workbook";
import { limits } from "../../../src/workbook/cells/read-rows";
import type { StartedExcel } from "../../excel";
import { sheetOf, sheetWithTable } from "../../workbook-records";
import { clients, request } from "../lists";
import { columnOf, firstRequestWith, openWithoutCards, ordered, problemOfRun, rowsOf } from "../session";

type Model = StartedExcel["host"]["workbook"];
const sheetIn = (workbook: Model) => workbook.worksheets.getItem("Clients");
const headers = ["Share", "Status", "ABC", "Reason", "Action"];

const usual = { ...limits };
afterEach(() => void Object.assign(limits, usual));

/** Two rows or so in a request. */
const cutSmall = () => void Object.assign(limits, { replyBytes: 150, requestBytes: 200 });

const deals = () => openWithoutCards([sheetWithTable("Clients", "Deals", clients)]);
const region = () => openWithoutCards([sheetOf("Clients", clients)]);

/** Amounts change after a first run, so that a later one has something to write. */
async function again(excel: Promise<StartedExcel>): Promise<StartedExcel> {
  const { host, ...rest } = await excel;
  await classifyRows(request);
  sheetIn(host.workbook).getRange("C2:C3").values = [[700], [6300]];
  return { host, ...rest };
}

describe("a run beside other people leaves nothing of its own behind", () => {
  test("no table column that Excel itself called Share2, since she had just added a Share", async () => {
    const { host } = await deals();
    host.faults.beforeRequest(
      5,
      () => void host.workbook.tables.getItem("Deals").columns.add(null, undefined, "Share"),
    );
    await classifyRows(request);
    const [{ tables }] = (await host.toRecord()).sheets;
    expect(tables[0].columns.map(({ name }) => name)).toEqual([
      ...clients[0],
      "Share",
      "Share (Keyfolio)",
      ...headers.slice(1),
    ]);
  });

  test("no cell below a table that has lost a row just before the write, whether of new columns or earlier ones", async () => {
    for (const start of [deals, () => again(deals())]) {
      const { host } = await start();
      sheetIn(host.workbook).getRange("D8:E8").values = [["hers", "too"]];
      host.faults.beforeRequest(5, () => void sheetIn(host.workbook).getRange("A4:Z4").delete("Up"));
      await classifyRows(request).catch(() => undefined);
      expect(host.faults.pending).toBe(false);
      const rows = rowsOf((await host.toRecord()).sheets[0]);
      expect(rows.slice(6).map((row) => row.filter((cell) => cell !== null))).toEqual([["hers", "too"]]);
    }
  });

  test("no earlier class below a table that loses a row just before it is put back", async () => {
    const { host } = await again(deals());
    host.faults.beforeRequest(5, () => void (sheetIn(host.workbook).getRange("C6").values = [[555]]));
    host.faults.beforeRequest(7, () => void sheetIn(host.workbook).getRange("A4:Z4").delete("Up"));
    await classifyRows(request);
    expect(rowsOf((await host.toRecord()).sheets[0])).toHaveLength(6);
  });

  test("no earlier class below a table that moved down before the write and loses a row before it is put back", async () => {
    const { host } = await again(deals());
    host.faults.beforeRequest(5, () => void sheetIn(host.workbook).getRange("1:1").insert("Down"));
    host.faults.beforeRequest(6, () => void sheetIn(host.workbook).getRange("A4:Z4").delete("Up"));
    await classifyRows(request);
    expect(host.faults.pending).toBe(false);
    expect(rowsOf((await host.toRecord()).sheets[0])).toHaveLength(7);
  });

  test("no number format below a table that loses a row of a new client just after the write", async () => {
    const { host } = await again(deals());
    host.workbook.tables
      .getItem("Deals")
      .rows.add(null, [["Fresh Start", "Ivanova", 990, "", "", "", "", ""]]);
    host.faults.beforeRequest(5, () => void (sheetIn(host.workbook).getRange("C6").values = [[555]]));
    host.faults.beforeRequest(6, () => void sheetIn(host.workbook).getRange("A4:Z4").delete("Up"));
    await classifyRows(request);
    expect(host.faults.pending).toBe(false);
    expect(sheetIn(host.workbook).getRange("D8").numberFormat).toEqual([["General"]]);
  });

  test("no number format below a region that lost a row just before the write, once the next run has cleared what was left there", async () => {
    const { host } = await region();
    host.faults.beforeRequest(6, () => void sheetIn(host.workbook).getRange("A4:Z4").delete("Up"));
    host.faults.beforeRequest(7, () => sheetIn(host.workbook).protection.protect());
    await expect(classifyRows(request)).rejects.toMatchObject({ detail: { kind: "leftStanding" } });
    expect(host.faults.pending).toBe(false);
    sheetIn(host.workbook).protection.unprotect();
    await classifyRows(request);
    expect(sheetIn(host.workbook).getRange("D7:H7").values).toEqual([["", "", "", "", ""]]);
    expect(sheetIn(host.workbook).getRange("D7").numberFormat).toEqual([["General"]]);
  });

  test("no second mark of a column, where marks of a run before could not be taken off since somebody had protected the structure", async () => {
    const { host } = await region();
    const { protection, names } = host.workbook;
    const marks = () => names.items.map(({ name, formula }) => `${name} ${formula}`).sort();
    for (let run = 1; run <= 2; run++) {
      host.faults.beforeRequest(6, () => void (sheetIn(host.workbook).getRange("C6").values = [[555 + run]]));
      host.faults.beforeRequest(7, () => protection.protect());
      await expect(classifyRows(request)).rejects.toMatchObject({ detail: { kind: "leftStanding" } });
      expect(host.faults.pending).toBe(false);
      expect(sheetIn(host.workbook).getRange("D1:H1").values).toEqual([["", "", "", "", ""]]);
      expect(marks()).toHaveLength(headers.length);
      protection.unprotect();
    }
    const left = marks();
    await classifyRows(request);
    expect([marks(), rowsOf((await host.toRecord()).sheets[0])[0].slice(3)]).toEqual([left, headers]);
  });

  test("no number format below a region that lost a row just before the write and got another just after it", async () => {
    const { host } = await openWithoutCards([
      sheetOf("Clients", [...clients, [null], ["Quarter", "Plan", null]]),
    ]);
    const sheet = sheetIn(host.workbook);
    host.faults.beforeRequest(6, () => {
      sheet.getRange("4:4").delete("Up");
      sheet.autoFilter.apply(sheet.getRange("A1:C6"), 1, { filterOn: "Values", values: ["Petrov"] });
    });
    host.faults.beforeRequest(7, () => void sheet.getRange("2:2").insert("Down"));
    expect(await problemOfRun(classifyRows(request))).toMatchObject({ kind: "filterActive" });
    expect(host.faults.pending).toBe(false);
    expect(
      sheet
        .getRange("D2:D10")
        .numberFormat!.flat()
        .filter((format) => format !== "General"),
    ).toEqual([]);
  });

  test("no second column where columns of hers come and go while the list is read", async () => {
    for (const last of [3, 4, 5]) {
      const { host } = await again(deals());
      host.faults.beforeRequest(last - 1, () => void sheetIn(host.workbook).getRange("B:B").delete("Left"));
      host.faults.beforeRequest(last, () => void sheetIn(host.workbook).getRange("B:B").insert("Right"));
      await classifyRows(request);
      expect(host.faults.pending).toBe(false);
      const { names, sheets } = await host.toRecord();
      expect(sheets[0].tables[0].columns.map(({ name }) => name).slice(3)).toEqual(headers);
      expect(names.map(({ formula }) => formula).sort()).toEqual(
        ["D", "E", "F", "G", "H"].map((column) => `=Clients!$${column}$1`),
      );
    }
  });

  test("no header beside a table that she makes plain cells between two requests that write", async () => {
    const { host } = await deals();
    const before = ordered(await host.toRecord());
    host.journal.clear();
    cutSmall();
    let writes = 0;
    const watch = () =>
      host.faults.beforeRequest(1, () => {
        if (host.journal.requests.at(-1)?.operations.includes("Range.values=") && writes++ === 0) {
          host.workbook.tables.getItem("Deals").convertToRange();
        } else watch();
      });
    watch();
    expect(await problemOfRun(classifyRows(request))).toMatchObject({ kind: "sourceGone" });
    expect(writes).toBe(1);
    const after = ordered(await host.toRecord());
    expect([after.sheets[0].cells, after.names]).toEqual([before.sheets[0].cells, []]);
  });
});

test("a list that somebody clears just before the write, beside a table, is not said to be gone: what was written there is told", async () => {
  const withTable = async () => {
    const excel = await region();
    const sheet = sheetIn(excel.host.workbook);
    sheet.getRange("A20:B22").values = [["Quarter", "Plan"], ["Q1", 111], ["Q2", 222]]; // prettier-ignore
    sheet.tables.add("A20:B22", true);
    return again(Promise.resolve(excel));
  };
  const { host: calm } = await withTable();
  calm.journal.clear();
  await classifyRows(request);
  const writing = firstRequestWith(calm, "Range.values=");
  const { host } = await withTable();
  host.faults.beforeRequest(writing, () => {
    const sheet = sheetIn(host.workbook);
    sheet.getRange("A:A").insert("Right");
    sheet.getRange("A1:Z30").clear();
  });
  expect(await problemOfRun(classifyRows(request))).toMatchObject({
    kind: "leftStanding",
    address: expect.stringMatching(/^Clients!/) as unknown,
    firstRow: 2,
  });
  expect(host.faults.pending).toBe(false);
});

describe("a run that Excel leaves for good between marking places and writing there", () => {
  const cutOff = async (meanwhile: (workbook: Model) => void) => {
    const { host } = await region();
    host.faults.beforeRequest(5, () => meanwhile(host.workbook));
    host.faults.failFrom(6);
    await classifyRows(request).catch(() => undefined);
    host.faults.clear();
    return host;
  };

  test("has marked no place as a column of its own; the next run takes the marks away and puts its columns there", async () => {
    const host = await cutOff(() => undefined);
    const { names } = await host.toRecord();
    expect(names.map(({ name }) => name)).toContain("keyfolio.place.share.r1");
    await classifyRows(request);
    const record = await host.toRecord();
    expect(rowsOf(record.sheets[0])[0]).toEqual([...clients[0], ...headers]);
    expect(record.names).toHaveLength(5);
    expect(record.names.filter(({ name }) => name.includes("place"))).toEqual([]);
  });

  test("does not take a column of the user's for its own next time, on which a mark came since she inserted one before", async () => {
    const host = await cutOff((workbook) => void sheetIn(workbook).getRange("A:A").insert("Right"));
    await classifyRows(request);
    const record = await host.toRecord();
    expect(rowsOf(record.sheets[0])[0]).toEqual([null, ...clients[0], ...headers]);
    expect(columnOf(record.sheets[0], "Sales")).toEqual(clients.slice(1).map(([, , sales]) => sales));
    expect(record.names).toHaveLength(5);
  });
});

test("a column of ours that somebody emptied is made again at the end, and its mark goes with it", async () => {
  const { host } = await region();
  await classifyRows(request);
  sheetIn(host.workbook).getRange("H1:H7").clear("Contents");
  await classifyRows(request);
  const { sheets, names } = await host.toRecord();
  expect(rowsOf(sheets[0])[0]).toEqual([...clients[0], ...headers]);
  expect(names).toHaveLength(5);
});

test("shares in rows that came since stay numbers, whatever format the row took over", async () => {
  const sheet = sheetOf("Clients", clients);
  sheet.cells.push({ row: 0, column: 3, format: { numberFormat: "@" } });
  const { host } = await openWithoutCards([sheet]);
  await classifyRows(request);
  sheetIn(host.workbook).getRange("2:2").insert("Down");
  sheetIn(host.workbook).getRange("A2:C2").values = [["Fresh Start", "Orlov", 4000]];
  await classifyRows(request);
  expect(columnOf((await host.toRecord()).sheets[0], "Share")[0]).toEqual(expect.closeTo(4000 / 14_000, 9));
});

test("what is left standing is named as it is called and where it is by now", async () => {
  const { host } = await again(region());
  host.faults.beforeRequest(5, () => void (sheetIn(host.workbook).getRange("C6").values = [[555]]));
  host.faults.beforeRequest(6, () => {
    const sheet = sheetIn(host.workbook);
    sheet.getRange("1:2").insert("Down");
    sheet.getRange("E3").values = [["Rank"]];
    sheet.name = "Ours";
    sheet.protection.protect();
  });
  expect(await problemOfRun(classifyRows(request))).toMatchObject({
    kind: "leftStanding",
    address: "Ours!A3:H9",
    headers: expect.arrayContaining(["Rank"]),
    firstRow: 4,
    lastRow: 9,
    reason: "protection",
  });
});

test("a column of the table that had just come when Excel stopped for good, before it was marked, is taken for the run's own next time", async () => {
  const { host: calm } = await deals();
  await classifyRows(request);
  const wanted = rowsOf((await calm.toRecord()).sheets[0]);
  const writing = calm.journal.requests.findIndex(({ operations }) => operations.includes("TableColumnCollection.add()")); // prettier-ignore
  // A name is tried; a column is added, then its mark, one after the other; then the mark is hidden, and the column gets its header.
  for (const [nth, operation] of [
    [3, "Add()"],
    [5, "Add()"],
    [7, "Add()"],
    [2, "Visible="],
    [4, "Visible="],
  ] as const) {
    const { host } = await deals();
    host.faults.beforeRequest(writing + 1, () => host.faults.failAction(nth, "GeneralException", operation));
    host.faults.failFrom(writing + 2);
    expect(await problemOfRun(classifyRows(request))).toMatchObject({ kind: "leftStanding" });
    host.faults.clear();
    const [headers] = rowsOf((await host.toRecord()).sheets[0]);
    expect(headers.at(-1)).toMatch(/^keyfolio\./);
    await classifyRows(request);
    expect(rowsOf((await host.toRecord()).sheets[0])).toEqual(wanted);
  }
});
