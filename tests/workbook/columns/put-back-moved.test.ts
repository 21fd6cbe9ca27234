import { classifyRows } from "../../../src/workbook";
import type { CellValue } from "../../../src/workbook/cells/cell-value";
import { limits } from "../../../src/workbook/cells/read-rows";
import type { StartedExcel } from "../../excel";
import { type Cell, sheetOf, sheetWithTable } from "../../workbook-records";
import { clients, request } from "../lists";
import { openWithoutCards, problemOfRun, rowsOf } from "../session";

const usual = { ...limits };
afterEach(() => void Object.assign(limits, usual));

/** A list with its classes of an earlier run, in which an amount has changed since; a row goes through one request. */
async function cutSmall() {
  const { host } = await openWithoutCards([sheetOf("Clients", clients)]);
  await classifyRows(request);
  const sheet = host.workbook.worksheets.getItem("Clients");
  sheet.getRange("C2").values = [[60]];
  const rows = async () => rowsOf((await host.toRecord()).sheets[0]).map((row) => row.filter((cell) => cell !== null)); // prettier-ignore
  const before = await rows();
  Object.assign(limits, { replyBytes: 100, requestBytes: 300 });
  return { host, sheet, rows, before };
}

describe("a later run whose rows go through several requests", () => {
  test("gives each row its earlier classes back when a column comes left of the list on the way, and a filter keeps it from going on", async () => {
    const calm = await cutSmall();
    calm.host.journal.clear();
    await classifyRows(request);
    const writing = calm.host.journal.requests.flatMap(({ operations }, i) =>
      operations.includes("Range.values=") ? [i + 1] : [],
    );
    expect(writing.length).toBeGreaterThan(3);
    for (const k of writing.slice(1)) {
      const { host, sheet, rows, before } = await cutSmall();
      host.faults.beforeRequest(k, () => {
        sheet.getRange("A:A").insert("Right");
        const all = ["Ivanova", "Petrov", "Sokolov"];
        sheet.autoFilter.apply(sheet.getRange("B1:D7"), 1, { filterOn: "Values", values: all });
      });
      const { kind } = await problemOfRun(classifyRows(request));
      expect([kind, await rows()]).toEqual(["filterActive", before]);
    }
  });
});

test("what somebody types over a new column of a table, and sorts to where nothing is written yet, keeps that column", async () => {
  const { host } = await openWithoutCards([sheetWithTable("Clients", "Deals", clients)]);
  const sheet = host.workbook.worksheets.getItem("Clients");
  Object.assign(limits, { replyBytes: 100, requestBytes: 300 });
  const types = () => {
    const status = sheet.getRange("E2");
    if (status.values![0][0] === "") return false;
    status.values = [["hers"]];
    const rows = sheet.getRange("A2:H7");
    rows.formulas = [...rows.formulas!].reverse();
    return true;
  };
  let isTyped = false;
  const protects = () => {
    if (!isTyped) isTyped = types();
    else if (!host.workbook.protection.protected) host.workbook.protection.protect();
  };
  for (let k = 1; k < 30; k++) host.faults.beforeRequest(k, protects);
  const problem = await problemOfRun(classifyRows(request));
  expect(sheet.getRange("D7").values).toEqual([["hers"]]);
  expect(problem).toMatchObject({ kind: "leftStanding" });
  host.faults.clear();
  host.workbook.protection.unprotect();
  await classifyRows(request);
  expect(host.workbook.tables.getItem("Deals").getHeaderRowRange().values).toEqual([[...clients[0], "Status", "Share", "ABC", "Reason", "Action"]]); // prettier-ignore
});

test("a client added above other cells, with the amount of one that is then sorted to the row below the list, gets no class of that one", async () => {
  const note = ["Quarter", "Plan", null] as Cell[];
  const { host } = await openWithoutCards([
    sheetOf("Clients", [...clients, ...Array<Cell[]>(4).fill([null]), note]),
  ]);
  await classifyRows(request);
  const sheet = host.workbook.worksheets.getItem("Clients");
  const before = sheet.getRange("A2:H7").values!.map(([client, , , ...classes]) => [client, ...classes]);
  sheet.getRange("C2").values = [[60]];
  Object.assign(limits, { replyBytes: 100, requestBytes: 300 });
  let isAdded = false;
  const adds = () => {
    if (isAdded || sheet.getRange("D2").values![0][0] === shareBefore) return;
    isAdded = true;
    sheet.getRange("A8:C8").values = [["Second Mill", "Petrov", 1300]];
    const rows = sheet.getRange("A2:H8");
    const [first, second, third, ...others] = rows.formulas!;
    rows.formulas = [others.at(-1)!, first, second, ...others.slice(0, -1), third];
    const all = ["Ivanova", "Petrov", "Sokolov"];
    sheet.autoFilter.apply(sheet.getRange("A1:C8"), 1, { filterOn: "Values", values: all });
  };
  const shareBefore = sheet.getRange("D2").values![0][0];
  for (let k = 1; k < 40; k++) host.faults.beforeRequest(k, adds);
  const problem = await problemOfRun(classifyRows(request));
  expect([isAdded, problem.kind]).toEqual([true, "filterActive"]);
  expect(sheet.getRange("D2:H2").values).toEqual([["", "", "", "", ""]]);
  const byClient = ([one]: CellValue[], [other]: CellValue[]) => String(one).localeCompare(String(other));
  const others = sheet.getRange("A3:H8").values!.map(([client, , , ...classes]) => [client, ...classes]);
  expect(others.sort(byClient)).toEqual(before.sort(byClient));
});

type Sheet = ReturnType<StartedExcel["host"]["workbook"]["worksheets"]["getItem"]>;

const renames = (sheet: Sheet) => {
  sheet.getRange("A1").values = [["Who"]];
  sheet.getRange("C1").values = [["What"]];
};
const turnsRound = (sheet: Sheet) => {
  const body = sheet.getRange("A1").getSurroundingRegion().getOffsetRange(1, 0).getResizedRange(-1, 0);
  body.formulas = [...body.formulas!].reverse();
};

describe.each([
  ["beside a region", () => sheetOf("Clients", clients)],
  ["in a table", () => sheetWithTable("Clients", "Deals", clients)],
])("earlier classes %s that a run gives back", (_, sheetWith) => {
  /** A later run that another person makes go back and that is stopped then. @param deeds by requests after the one that writes */
  async function stopped(deeds: readonly [number, (sheet: Sheet) => void][]) {
    const { host } = await openWithoutCards([sheetWith()]);
    await classifyRows(request);
    const sheet = host.workbook.worksheets.getItem("Clients");
    sheet.getRange("C2:C3").values = [[900], [5900]];
    const rows = async () => rowsOf((await host.toRecord()).sheets[0]);
    const before = await rows();
    const stop = new AbortController();
    host.faults.beforeRequest(writing, () => void (sheet.getRange("C7").values = [[301]]));
    host.faults.beforeRequest(writing + 1, () => stop.abort());
    for (const [at, deed] of deeds) host.faults.beforeRequest(writing + at, () => deed(sheet));
    const problem = await problemOfRun(classifyRows(request, { signal: stop.signal }));
    expect(host.faults.pending).toBe(false);
    return { before, problem, rows: await rows() };
  }
  const writing = 5;

  test.each([1, 2, 3, 4, 5].flatMap((renamed) => [1, 2, 3, 4, 5].map((moved) => [renamed, moved] as const)))(
    "stand beside their clients though all headers change that tell rows from each other (%i) and rows move (%i)",
    async (renamed, moved) => {
      const { before, problem, rows } = await stopped([
        [renamed, renames],
        [moved, turnsRound],
      ]);
      const [headers, ...clientsBefore] = before;
      clientsBefore.at(-1)![2] = 301;
      expect(problem.kind).toBe("cancelled");
      expect(rows).toEqual([["Who", headers[1], "What", ...headers.slice(3)], ...clientsBefore.reverse()]);
    },
  );

  test("leave what somebody has typed over one of them since it was written", async () => {
    const { before, rows } = await stopped([[1, (sheet) => void (sheet.getRange("E4").values = [["hers"]])]]);
    before.at(-1)![2] = 301;
    before[3][4] = "hers";
    expect(rows).toEqual(before);
  });

  test.each([
    ["left of the list", "A:A", "Clients!B1:I7"],
    ["amid it", "B:B", "Clients!A1:I7"],
  ])(
    "are told where they stand, though a column comes %s before the sheet is protected",
    async (__, came, address) => {
      const { problem } = await stopped([
        [
          1,
          (sheet) => {
            sheet.getRange(came).insert("Right");
            sheet.protection.protect();
          },
        ],
      ]);
      expect(problem).toMatchObject({ kind: "leftStanding", address, reason: "protection" });
    },
  );

  test("are not written beside others where no column is left that tells rows from each other: what stands is told", async () => {
    const { problem, rows } = await stopped([
      [
        1,
        (sheet) => {
          turnsRound(sheet);
          sheet.getRange("C:C").delete("Left");
          sheet.getRange("A:A").delete("Left");
        },
      ],
    ]);
    expect(problem).toMatchObject({ kind: "leftStanding", firstRow: 2, lastRow: 7 });
    expect(rows.map(([manager, , status]) => [manager, status])).toEqual([
      ["Manager", "Status"],
      ["Sokolov", "Regular"],
      ["Sokolov", "Regular"],
      ["Petrov", "Regular"],
      ["Ivanova", "Key"],
      ["Petrov", "Mono-client"],
      ["Ivanova", "Regular"],
    ]);
  });
});
