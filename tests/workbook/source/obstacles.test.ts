import type { SheetRecord } from "../../../src/host/workbook-record";
import {
  classifyAndReport,
  classifyRows,
  portfolioReport,
  readList,
  type RunRequest,
} from "../../../src/workbook";
import { sheetOf, sheetWithTable, workbookOf, type Cell } from "../../workbook-records";
import { clients, request, salesByMonth } from "../lists";
import { openWorkbook, problemOfRun } from "../session";

type Opened = Awaited<ReturnType<typeof openWorkbook>>;

/** Runs, expects the problem, and expects the workbook to be as it was. */
async function stops(opened: Opened, problem: object, asked: Partial<RunRequest> = {}): Promise<void> {
  const before = await opened.host.toRecord();
  expect(await problemOfRun(classifyRows({ ...request, ...asked }))).toEqual(problem);
  expect(await opened.host.toRecord()).toEqual(before);
}

const forms: [string, (rows: Cell[][], details?: Partial<SheetRecord>) => SheetRecord][] = [
  ["a region", (rows, details) => sheetOf("Clients", rows, details)],
  ["a table", (rows, details) => ({ ...sheetWithTable("Clients", "Deals", rows), ...details })],
];

describe.each(forms)("a run on %s leaves the workbook unchanged and says", (form, sheetWith) => {
  test("that cells to the right are occupied", async () => {
    const rows = clients.map((row, i) => [...row, null, i === 2 ? "keep me" : null]);
    const sheet = form === "a table" ? sheetWith(clients) : sheetWith(rows);
    if (form === "a table") sheet.cells.push({ row: 2, column: 4, value: "keep me" });
    await stops(await openWorkbook([sheet]), { kind: "cellsToTheRight", address: "Clients!E3" });
  });

  test("that a filter is active", async () => {
    const filter = { area: { row: 0, column: 0, rows: clients.length, columns: 3 }, active: true };
    const sheet = form === "a table" ? sheetWith(clients) : sheetWith(clients, { filter });
    sheet.rows = [{ index: 2, hidden: true }];
    for (const table of sheet.tables) table.filtered = true;
    await stops(await openWorkbook([sheet]), { kind: "filterActive", address: "Clients!A1:C7" });
  });

  test("that the sheet is protected", async () => {
    const sheet = sheetWith(clients, { protection: { options: {}, hasPassword: false } });
    await stops(await openWorkbook([sheet]), { kind: "protectedSheet", sheet: "Clients" });
  });

  test("that the workbook is for reading only", async () => {
    await stops(await openWorkbook([sheetWith(clients)], { readOnly: true }), { kind: "readOnlyWorkbook" });
  });

  test("that a cell is being edited", async () => {
    const opened = await openWorkbook([sheetWith(clients)]);
    opened.host.cellEditing.begin();
    expect(await problemOfRun(classifyRows(request))).toEqual({ kind: "editMode" });
    opened.host.cellEditing.end();
    expect((await classifyRows(request)).written.added).toHaveLength(5);
  });

  test("that there is no column of clients, naming the headers", async () => {
    const rows = salesByMonth(5, 3).map((row) => row.slice(1));
    rows.forEach((row, i) => row.unshift(i === 0 ? "Weight" : i));
    await stops(await openWorkbook([sheetWith(rows)]), {
      kind: "noClientColumn",
      address: "Clients!A1:D1",
      headers: ["Weight", "2022-01", "2022-02", "2022-03"],
    });
  });

  test("that there is no column of amounts, naming the headers", async () => {
    const rows = clients.map((row, i) => [row[0], row[1], i === 0 ? "City" : `Town ${i}`]);
    await stops(await openWorkbook([sheetWith(rows)]), {
      kind: "noAmountColumn",
      address: "Clients!A1:C1",
      headers: ["Client", "Manager", "City"],
    });
  });

  test("that the total is zero, and that it is negative", async () => {
    const withAmounts = (amounts: number[]) => [
      ["Client", "Sales"],
      ...amounts.map((amount, i) => [`Client ${i}`, amount]),
    ];
    await stops(await openWorkbook([sheetWith(withAmounts([5, -5]))]), {
      kind: "zeroTotal",
      address: "Clients!A1:B3",
    });
    await stops(await openWorkbook([sheetWith(withAmounts([5, -8]))]), {
      kind: "negativeTotal",
      address: "Clients!A1:B3",
      total: -3,
    });
  });

  test("that no client is left", async () => {
    const rows = [
      ["Client", "Sales"],
      ["Total", 5],
      ["Итого", 5],
    ];
    await stops(await openWorkbook([sheetWith(rows)]), {
      kind: "noClients",
      address: expect.any(String),
      rows: 2,
    });
  });

  test("that there are fewer periods than asked for", async () => {
    const opened = await openWorkbook([sheetWith(salesByMonth(5, 4))]);
    await stops(opened, { kind: "tooFewPeriods", asked: 6, available: 4 }, { periods: 6 });
  });

  test("that the preset is unknown", async () => {
    const opened = await openWorkbook([sheetWith(clients)]);
    await stops(
      opened,
      { kind: "unknownPreset", preset: "best", presets: expect.arrayContaining(["asc-280"]) },
      { preset: "best" },
    );
  });

  test("that the run was cancelled, at whatever moment before the first write", async () => {
    const opened = await openWorkbook([sheetWith(clients)]);
    const before = await opened.host.toRecord();
    const moments: string[] = [];
    await classifyRows(request, { onProgress: (stage, fraction) => moments.push(`${stage} ${fraction}`) });
    const writing = moments.findIndex((moment) => moment.startsWith("writing"));
    expect(writing).toBeGreaterThan(2);
    for (let k = 0; k <= writing; k++) {
      const fresh = await openWorkbook([sheetWith(clients)]);
      const abort = new AbortController();
      let seen = 0;
      const run = classifyRows(request, {
        signal: abort.signal,
        // A slow machine tells of more moments in one run than in another: writing has not begun when it is told.
        onProgress: (stage) => {
          if (seen++ === k || stage === "writing") abort.abort();
        },
      });
      expect(await problemOfRun(run)).toEqual({ kind: "cancelled" });
      expect(await fresh.host.toRecord()).toEqual(before);
    }
  });
});

describe("a run", () => {
  test("is not cancelled any more once it writes", async () => {
    const abort = new AbortController();
    const { host } = await openWorkbook([sheetOf("Clients", clients)]);
    host.faults.beforeRequest(5, () => abort.abort());
    const { written } = await classifyRows(request, { signal: abort.signal });
    expect(written.added).toHaveLength(5);
    expect(host.faults.pending).toBe(false);
  });

  test("stops at rows merged into one client", async () => {
    const merges = [{ row: 2, column: 0, rows: 2, columns: 1 }];
    await stops(await openWorkbook([sheetOf("Clients", clients, { merges })]), {
      kind: "mergedCells",
      address: "Clients!A3:A4",
    });
  });

  test("stops at merged cells where results belong", async () => {
    const rows = clients.map((row, i) => [...row, ["Status", "", "", "", "", "", ""][i]]);
    const merges = [{ row: 2, column: 3, rows: 1, columns: 2 }];
    const names = [
      { name: "keyfolio.status.r1", formula: "=Clients!$D$1", visible: false, scope: null, comment: "" },
    ];
    await stops(await openWorkbook(workbookOf([sheetOf("Clients", rows, { merges })], { names })), {
      kind: "mergedResults",
      address: "Clients!D3:E3",
    });
  });

  test("stops at empty cells, merged, that new columns would meet, and does not call them the list's", async () => {
    const merges = [{ row: 0, column: 5, rows: 1, columns: 2 }];
    await stops(await openWorkbook([sheetOf("Clients", clients, { merges })]), {
      kind: "mergedResults",
      address: "Clients!F1:G1",
    });
  });

  test("takes cells merged inside a total row or a title for what they are", async () => {
    const rows: Cell[][] = [["Our clients", null, null], ...clients, ["Total", null, 10_000]];
    const merges = [
      { row: 0, column: 0, rows: 1, columns: 3 },
      { row: 8, column: 0, rows: 1, columns: 2 },
    ];
    await openWorkbook([sheetOf("Clients", rows, { merges })]);
    expect((await classifyRows(request)).written.added).toHaveLength(5);
  });

  test("runs without the question for merged cells where Excel cannot answer it (1.9)", async () => {
    const { host } = await openWorkbook([sheetOf("Clients", clients)], { apiLevel: "1.9" });
    expect((await classifyRows(request)).written.added).toHaveLength(5);
    const asked = host.journal.requests.flatMap(({ operations }) => operations);
    expect(asked.filter((operation) => operation.includes("Merged"))).toEqual([]);
  });

  test("does not ask a table for merged cells: the question clears the user's undo list (office-js #5918)", async () => {
    const { host } = await openWorkbook([sheetWithTable("Clients", "Deals", clients)]);
    await classifyRows(request);
    const asked = host.journal.requests.flatMap(({ operations }) => operations);
    expect(asked.filter((operation) => operation.includes("Merged"))).toEqual([]);
  });

  test("asks nobody for merged cells who only looks at a list in the pane (office-js #5918)", async () => {
    const { host } = await openWorkbook([sheetOf("Clients", clients)]);
    await readList(null);
    const asked = host.journal.requests.flatMap(({ operations }) => operations);
    expect(asked.filter((operation) => operation.includes("Merged"))).toEqual([]);
    await classifyRows(request);
    const ofRun = host.journal.requests.flatMap(({ operations }) => operations);
    expect(ofRun.some((operation) => operation.includes("Merged"))).toBe(true);
  });

  test("stops when the sheet has no room for the columns", async () => {
    const left = 16_384 - 6;
    await stops(await openWorkbook([sheetOf("Clients", clients, {}, { row: 0, column: left })]), {
      kind: "sheetFull",
      sheet: "Clients",
    });
  });

  test("does not mind cells further right than its columns go", async () => {
    const rows = clients.map((row) => [...row, null, null, null, null, null, null, "apart"]);
    await openWorkbook([sheetOf("Clients", rows)]);
    expect((await classifyRows(request)).written.added).toHaveLength(5);
  });

  test("does not mind a filter elsewhere on the sheet, or one that hides nothing", async () => {
    const elsewhere = { area: { row: 20, column: 0, rows: 3, columns: 2 }, active: true };
    const hidesNothing = { area: { row: 0, column: 0, rows: 7, columns: 3 }, active: false };
    for (const filter of [elsewhere, hidesNothing]) {
      const rows = [...clients, ...Array.from({ length: 13 }, () => []), ["x", "y"], ["p", 1], ["q", 2]];
      await openWorkbook([sheetOf("Clients", rows, { filter })]);
      expect((await classifyRows(request)).written.added).toHaveLength(5);
    }
  });

  test("asks which column is meant where a header stands twice", async () => {
    const rows = clients.map((row, i) => [...row, i === 0 ? row[2] : 11 * i]);
    const mapping = {
      version: 1,
      columns: [
        { header: "Client", role: "client" },
        { header: "Sales", role: "amount" },
      ],
    };
    const record = workbookOf([sheetOf("Clients", rows)], { settings: { "keyfolio.mapping": mapping } });
    const alternative = (label: string, column: string) =>
      expect.objectContaining({ label, header: label, column }) as unknown;
    await stops(await openWorkbook(record), {
      kind: "doubtful",
      doubt: {
        about: "amount",
        alternatives: [alternative("Sales (1)", "C"), alternative("Sales (2)", "D")],
        decided: false,
      },
    });
  });

  test.each([
    ["keyfolio.policy", { version: 2 }, "newerVersion"],
    ["keyfolio.policy", { version: 1, base: "margin" }, "badPolicy"],
    ["keyfolio.mapping", { version: 1, columns: [{ header: "Client", role: "buyer" }] }, "badMapping"],
  ])("stops at settings that cannot be read: %s", async (key, value, kind) => {
    const opened = await openWorkbook(
      workbookOf([sheetOf("Clients", clients)], { settings: { [key]: value } }),
    );
    await stops(opened, expect.objectContaining({ kind }));
  });

  test("surfaces every error of Office as a problem with its code", async () => {
    const { host } = await openWorkbook([sheetOf("Clients", clients)]);
    host.faults.failRequest(2, "RequestAborted", "Stopped.");
    expect(await problemOfRun(classifyRows(request))).toEqual({
      kind: "office",
      code: "RequestAborted",
    });
  });

  test("surfaces a change that Excel denies as a protected sheet", async () => {
    const opened = await openWorkbook([sheetOf("Clients", clients)]);
    opened.host.faults.failRequest(5, "AccessDenied");
    await stops(opened, { kind: "protectedSheet", sheet: "Clients" });
  });
});

describe("the report", () => {
  test("says that the structure of the workbook is protected, and changes nothing", async () => {
    const { host } = await openWorkbook(workbookOf([sheetOf("Clients", clients)], { protected: true }));
    const before = await host.toRecord();
    expect(await problemOfRun(portfolioReport(request))).toEqual({ kind: "protectedWorkbook" });
    expect(await host.toRecord()).toEqual(before);
  });

  test("says that the workbook is for reading only", async () => {
    await openWorkbook([sheetOf("Clients", clients)], { readOnly: true });
    expect(await problemOfRun(portfolioReport(request))).toEqual({ kind: "readOnlyWorkbook" });
    expect(await problemOfRun(classifyAndReport(request))).toEqual({ kind: "readOnlyWorkbook" });
  });
});
