import type { SheetRecord, WorkbookRecord } from "../../../src/host/workbook-record";
import type { Problem } from "../../../src/portfolio";
import { limits } from "../../../src/workbook/cells/read-rows";
import { classifyRows } from "../../../src/workbook";
import type { StartedExcel } from "../../excel";
import { OpenExcel } from "../../misfortunes/open-excel";
import { sheetOf, sheetWithTable, workbookOf } from "../../workbook-records";
import { clients, request } from "../lists";
import { openWithoutCards, ordered, remembering } from "../session";

type Model = Awaited<ReturnType<typeof OpenExcel.aside>>["workbook"];
type Deed = (workbook: Model) => void;
const sheetIn = (workbook: Model) => workbook.worksheets.getItem("Clients");

/** Requests of a run that nobody disturbs, until it has done its work: the last one writes. */
async function requestsOfRun(record: WorkbookRecord): Promise<number> {
  const { host } = await openWithoutCards(record);
  host.journal.clear();
  await classifyRows(request);
  return host.journal.requests.filter(({ housekeeping }) => !housekeeping).length - remembering;
}

/**
 * Deeds of another person at a run, counted from its request that writes (0), until she writes beside the list and so stops its
 * repeat; and the same deeds without a run.
 */
async function both(
  sheet: SheetRecord,
  deeds: readonly [request: number, deed: Deed][],
): Promise<[WorkbookRecord, WorkbookRecord]> {
  const record = workbookOf([sheet]);
  const writing = await requestsOfRun(record);
  const twin = await OpenExcel.aside(record);
  const { host } = await openWithoutCards(record);
  const stops: Deed = (workbook) => void (sheetIn(workbook).getRange("E2").values = [["mine"]]);
  for (const [at, deed] of [...deeds, [7, stops] as const]) {
    host.faults.beforeRequest(writing + at, () => deed(host.workbook));
    deed(twin.workbook);
  }
  const outcome = await classifyRows(request).catch((error: unknown) => error);
  expect(host.faults.pending).toBe(false);
  expect((outcome as Problem).detail).toMatchObject({ kind: "cellsToTheRight" });
  const records = [ordered(await host.toRecord()), ordered(await twin.toRecord())] as const;
  twin.dispose();
  return [...records];
}

const deletesARow: Deed = (workbook) => void sheetIn(workbook).getRange("4:4").delete("Up");
const insertsARow: Deed = (workbook) => void sheetIn(workbook).getRange("3:3").insert("Down");
const editsAnAmount: Deed = (workbook) => void (sheetIn(workbook).getRange("C6").values = [[777]]);

const filters: Deed = (workbook) =>
  sheetIn(workbook).autoFilter.apply(sheetIn(workbook).getRange("A1:C7"), 1, {
    filterOn: "Values",
    values: ["Ivanova", "Petrov"],
  });

/** Beside the list, three cells have a number format of their own. */
function withFormats(): SheetRecord {
  const sheet = sheetOf("Clients", clients);
  for (const row of [1, 3, 6]) sheet.cells.push({ row, column: 3, format: { numberFormat: "dd/mm/yyyy" } });
  return sheet;
}

describe("a first run beside a region that is taken back", () => {
  test.each<[string, [number, Deed][]]>([
    ["that has gone before the write", [[0, deletesARow]]], // prettier-ignore
    ["that has gone after it", [[0, editsAnAmount], [1, deletesARow]]], // prettier-ignore
    ["that has come after it", [[0, editsAnAmount], [1, insertsARow]]], // prettier-ignore
  ])("gives each row its number format again, beside a row %s", async (_, deeds) => {
    const [now, wanted] = await both(withFormats(), deeds);
    expect(now).toEqual(wanted);
  });

  test("gives a cell back that somebody had just typed there, in the row to which it has moved since, with its fill", async () => {
    const [now, wanted] = await both(sheetOf("Clients", clients), [
      [
        0,
        (workbook) => {
          const cell = sheetIn(workbook).getRange("E4");
          cell.values = [["typed"]];
          cell.format.fill.color = "#DDEBF7";
        },
      ],
      [1, insertsARow],
    ]);
    expect(now).toEqual(wanted);
  });
});

test("what somebody had just typed in a row that she has deleted since does not come again elsewhere", async () => {
  const [now, wanted] = await both(sheetOf("Clients", clients), [
    [0, (workbook) => void (sheetIn(workbook).getRange("E4").values = [["typed"]])],
    [1, deletesARow],
  ]);
  expect(now).toEqual(wanted);
});

test("a text typed over a share keeps no number format of ours", async () => {
  const record = workbookOf([sheetOf("Clients", clients)]);
  const writing = await requestsOfRun(record);
  const { host } = await openWithoutCards(record);
  host.faults.beforeRequest(writing, () => editsAnAmount(host.workbook));
  host.faults.beforeRequest(writing + 1, () => {
    sheetIn(host.workbook).getRange("D3").values = [["to be asked"]];
  });
  await classifyRows(request);
  const typed = (await host.toRecord()).sheets[0].cells.find(({ value }) => value === "to be asked");
  expect(typed).toEqual({ row: 2, column: 3, value: "to be asked" });
});

test("rows that were dressed and not filled, since a filter was set between two requests, look as they did", async () => {
  const usual = { ...limits };
  Object.assign(limits, { replyBytes: 300, requestBytes: 300 });
  try {
    const record = workbookOf([withFormats()]);
    const last = await requestsOfRun(record);
    const { host } = await openWithoutCards(record);
    host.faults.beforeRequest(last, () => filters(host.workbook));
    await expect(classifyRows(request)).rejects.toMatchObject({ detail: { kind: "filterActive" } });
    const [{ cells }] = (await host.toRecord()).sheets;
    const [{ cells: before }] = record.sheets;
    expect(ordered({ ...record, sheets: [{ ...record.sheets[0], cells }] })).toEqual(
      ordered({ ...record, sheets: [{ ...record.sheets[0], cells: before }] }),
    );
  } finally {
    Object.assign(limits, usual);
  }
});

test("a conditional format of hers over whole columns has no hole where our columns were", async () => {
  const sheet = sheetOf("Clients", clients);
  const areas = [{ row: 0, column: 0, rows: 1_048_576, columns: 26 }];
  sheet.conditionalFormats = [{ areas, priority: 1, type: "Custom", formula: "=MOD(ROW(),2)=0", fill: "#EEF3F6" }]; // prettier-ignore
  const [now, wanted] = await both(sheet, [[0, editsAnAmount]]);
  expect(now.sheets[0].conditionalFormats).toEqual(sheet.conditionalFormats);
  expect(now).toEqual(wanted);
});

test("of a list that somebody clears between two requests that write, no look of ours stays", async () => {
  const usual = { ...limits };
  Object.assign(limits, { replyBytes: 300, requestBytes: 300 });
  try {
    const record = workbookOf([sheetOf("Clients", clients)]);
    const last = await requestsOfRun(record);
    const twin = await OpenExcel.aside(record);
    const { host } = await openWithoutCards(record);
    const clears: Deed = (workbook) => sheetIn(workbook).getRange("A1:Z100").clear();
    host.faults.beforeRequest(last, () => clears(host.workbook));
    clears(twin.workbook);
    await expect(classifyRows(request)).rejects.toMatchObject({ detail: { kind: "emptySheet" } });
    expect(host.faults.pending).toBe(false);
    expect(ordered(await host.toRecord())).toEqual(ordered(await twin.toRecord()));
    twin.dispose();
  } finally {
    Object.assign(limits, usual);
  }
});

/** Requests in which a run gives back what it wrote, and one more. */
const requestsOfPutBack = 7;

test.each<[string, Deed]>([
  ["comes", insertsARow],
  ["goes", deletesARow],
])(
  "they look as they did also where a row %s before whichever request that gives them back",
  async (_, deed) => {
    const record = workbookOf([withFormats()]);
    const writing = await requestsOfRun(record);
    for (let k = 1; k <= requestsOfPutBack; k++) {
      const twin = await OpenExcel.aside(record);
      const { host } = await openWithoutCards(record);
      host.faults.beforeRequest(writing, () => filters(host.workbook));
      host.faults.beforeRequest(writing + k, () => deed(host.workbook));
      filters(twin.workbook);
      deed(twin.workbook);
      await expect(classifyRows(request)).rejects.toMatchObject({ detail: { kind: "filterActive" } });
      expect(host.faults.pending).toBe(false);
      const cellsOf = ({ sheets: [{ cells }] }: WorkbookRecord) => cells;
      expect([k, cellsOf(ordered(await host.toRecord()))]).toEqual([
        k,
        cellsOf(ordered(await twin.toRecord())),
      ]);
      twin.dispose();
    }
  },
);

test("no column comes into a table where it could not be marked, since somebody has protected the structure", async () => {
  const record = workbookOf([sheetWithTable("Clients", "Deals", clients)]);
  const writing = await requestsOfRun(record);
  const { host } = await openWithoutCards(record);
  const isSeen: unknown[] = [];
  host.faults.beforeRequest(writing, () => host.workbook.protection.protect());
  host.faults.beforeRequest(writing + 1, () => isSeen.push(sheetIn(host.workbook).getRange("D1").values));
  await expect(classifyRows(request)).rejects.toMatchObject({ detail: { kind: "protectedWorkbook" } });
  expect(isSeen).toEqual([[[""]]]);
});

test("a remark typed where a result says nothing comes again", async () => {
  const [now, wanted] = await both(sheetOf("Clients", clients), [
    [0, (workbook) => void (sheetIn(workbook).getRange("G6").values = [["a remark"]])],
  ]);
  expect(now).toEqual(wanted);
});

test.each<[string, string]>([
  ["over a header", "F1"],
  ["into a class", "F3"],
])("of a column beside a region nothing stays but what somebody has typed %s of it", async (_, address) => {
  const record = workbookOf([sheetOf("Clients", clients)]);
  const writing = await requestsOfRun(record);
  const twin = await OpenExcel.aside(record);
  const { host } = await openWithoutCards(record);
  const types: Deed = (workbook) => void (sheetIn(workbook).getRange(address).values = [["hers"]]);
  host.faults.beforeRequest(writing, () => editsAnAmount(host.workbook));
  host.faults.beforeRequest(writing + 1, () => types(host.workbook));
  await expect(classifyRows(request)).rejects.toMatchObject({ detail: { kind: "cellsToTheRight" } });
  for (const deed of [editsAnAmount, types]) deed(twin.workbook);
  expect(ordered(await host.toRecord())).toEqual(ordered(await twin.toRecord()));
  twin.dispose();
});

test("a table's new column into which somebody types while it is taken back stays the run's own, and its repeat fills it", async () => {
  const record = workbookOf([sheetWithTable("Clients", "Deals", clients)]);
  const writing = await requestsOfRun(record);
  const { host } = await openWithoutCards(record);
  host.faults.beforeRequest(writing, () => editsAnAmount(host.workbook));
  host.faults.beforeRequest(
    writing + 1,
    () => void (sheetIn(host.workbook).getRange("F2").values = [["hers"]]),
  );
  await classifyRows(request);
  expect(host.faults.pending).toBe(false);
  const [{ tables }] = (await host.toRecord()).sheets;
  expect(tables[0].columns.map(({ name }) => name).sort()).toEqual(
    ["Client", "Manager", "Sales", "Share", "Status", "ABC", "Reason", "Action"].sort(),
  );
});

/** A run into a table that is taken back, with deeds about the request that deletes its new columns. */
async function whileTakenAway(deeds: (host: StartedExcel["host"], deleting: number) => void) {
  const record = workbookOf([sheetWithTable("Clients", "Deals", clients)]);
  const writing = await requestsOfRun(record);
  const run = async (deleting: number | null) => {
    const { host } = await openWithoutCards(record);
    host.journal.clear();
    host.faults.beforeRequest(writing, () => editsAnAmount(host.workbook));
    if (deleting !== null) deeds(host, deleting);
    const [outcome] = await Promise.allSettled([classifyRows(request)]);
    expect(host.faults.pending).toBe(false);
    return { host, outcome };
  };
  const calm = await run(null);
  expect(calm.outcome.status).toBe("fulfilled");
  const deleting = calm.host.journal.requests.findIndex(({ operations }) =>
    operations.includes("TableColumn.delete()"),
  );
  return run(deleting + 1);
}

test("what somebody types into a table's new column in the very request that takes it away comes again, with the column", async () => {
  const { host, outcome } = await whileTakenAway(({ workbook, faults }, deleting) => {
    faults.beforeRequest(deleting, () => void (sheetIn(workbook).getRange("F2").values = [["hers"]]));
    faults.beforeRequest(deleting + 2, () => sheetIn(workbook).protection.protect());
  });
  expect(outcome).toMatchObject({ reason: { detail: { kind: "leftStanding", headers: ["ABC"] } } });
  expect(sheetIn(host.workbook).getRange("A1:E2").values).toEqual([
    ["Client", "Manager", "Sales", "ABC", ""],
    ["Northern Mills", "Ivanova", 5200, "hers", ""],
  ]);
});

test("it comes again beside its client, whatever rows have moved since", async () => {
  const { host } = await whileTakenAway(({ workbook, faults }, deleting) => {
    const sheet = sheetIn(workbook);
    faults.beforeRequest(deleting, () => void (sheet.getRange("F3").values = [["hers"]]));
    faults.beforeRequest(deleting + 1, () => {
      const body = sheet.tables.items[0].getDataBodyRange();
      body.formulas = [...body.formulas!].reverse();
      sheet.getRange("A2:Z2").delete("Up");
    });
    faults.beforeRequest(deleting + 4, () => sheet.protection.protect());
  });
  const rows = sheetIn(host.workbook).getRange("A1:I9").values!;
  expect(rows.filter((row) => row.includes("hers")).map(([client]) => client)).toEqual(["Bright Bakery"]);
});

test("a header that somebody types over a table's new column in the very request that takes it away stays hers", async () => {
  const { host, outcome } = await whileTakenAway(({ workbook, faults }, deleting) =>
    faults.beforeRequest(deleting, () => void (sheetIn(workbook).getRange("F1").values = [["My ABC"]])),
  );
  expect(outcome.status).toBe("fulfilled");
  expect(sheetIn(host.workbook).getRange("A1:I1").values![0]).toContain("My ABC");
});

test("a table's new column that stays with what somebody has typed is named when the repeat cannot go on", async () => {
  const record = workbookOf([sheetWithTable("Clients", "Deals", clients)]);
  const writing = await requestsOfRun(record);
  const { host } = await openWithoutCards(record);
  const deals = host.workbook.tables.getItem("Deals");
  host.faults.beforeRequest(writing, () => editsAnAmount(host.workbook));
  host.faults.beforeRequest(
    writing + 1,
    () => void (sheetIn(host.workbook).getRange("F2").values = [["hers"]]),
  );
  host.faults.beforeRequest(writing + 8, () =>
    deals.autoFilter.apply(deals.getRange(), 1, { filterOn: "Values", values: ["Ivanova"] }),
  );
  const problem = await classifyRows(request).catch((error: unknown) => error as Problem);
  expect(host.faults.pending).toBe(false);
  expect((problem as Problem).detail).toMatchObject({
    kind: "leftStanding",
    headers: ["ABC"],
    reason: "filter",
  });
  const [{ columns }] = (await host.toRecord()).sheets;
  expect(columns.filter(({ width }) => width !== undefined)).toEqual([]);
});

test("columns beside a region leave a width of the user's alone where they are taken back", async () => {
  const sheet = sheetOf("Clients", clients);
  sheet.columns.push({ index: 5, width: 97 });
  const [now, wanted] = await both(sheet, [[0, editsAnAmount]]);
  expect(now).toEqual(wanted);
});

test("a table's columns that are taken back leave the width of a column that has come to stand there", async () => {
  const sheet = sheetWithTable("Clients", "Deals", clients);
  sheet.columns.push({ index: 4, width: 97 });
  const [now, wanted] = await both(sheet, [
    [0, (workbook) => void workbook.tables.getItem("Deals").columns.add(null, undefined, "Note")],
  ]);
  expect(now).toEqual(wanted);
});

test("where the repeat cannot be taken back either, all that it may have left is named, not what the first run left", async () => {
  const record = workbookOf([sheetWithTable("Clients", "Deals", clients)]);
  const writing = await requestsOfRun(record);
  const { host } = await openWithoutCards(record);
  const deeds: readonly [number, Deed][] = [
    [0, editsAnAmount],
    [1, (workbook) => void (sheetIn(workbook).getRange("F2").values = [["hers"]])],
    [16, (workbook) => void (sheetIn(workbook).getRange("C6").values = [[778]])],
    [17, (workbook) => sheetIn(workbook).protection.protect()],
  ];
  for (const [at, deed] of deeds) host.faults.beforeRequest(writing + at, () => deed(host.workbook));
  const { detail } = (await classifyRows(request).catch((error: unknown) => error as Problem)) as Problem;
  expect(host.faults.pending).toBe(false);
  expect(detail).toMatchObject({
    kind: "leftStanding",
    headers: ["Share", "Status", "ABC", "Reason", "Action"],
    reason: "protection",
  });
  const [headers] = sheetIn(host.workbook).getRange("D1:H1").values!;
  expect([...headers].sort()).toEqual(["ABC", "Action", "Reason", "Share", "Status"]);
});
