import type { SheetRecord } from "../../../src/host/workbook-record";
import { typeEntry } from "../../../src/host/model/sheet/typed-entry";
import type { Mapping } from "../../../src/portfolio";
import { withMapping } from "../../../src/workbook/settings/list-settings";
import { classifyRows, findSources, missingCriteria, readList, saveMapping } from "../../../src/workbook";
import { findOwnWork, removeKeyfolio } from "../../../src/workbook/undo/remove-keyfolio";
import { undoRun } from "../../../src/workbook/undo/undo-run";
import type { ScoreColumnsTrace } from "../../../src/workbook/score-columns/add-score-columns";
import type { StartedExcel } from "../../excel";
import { sheetOf, sheetWithTable, workbookOf, type Cell } from "../../workbook-records";
import { clients, request } from "../lists";
import {
  columnOf,
  firstWritingRequest,
  lastRequestWith,
  openWorkbook,
  ordered,
  problemOfRun,
  rowsOf,
} from "../session";
import { added, headers, two, writingRequest } from "./added";
import { momentsBetween, oneIn } from "../../moments";

const forms: [string, (rows: Cell[][]) => SheetRecord][] = [
  ["a region", (rows) => sheetOf("Clients", rows)],
  ["a table", (rows) => sheetWithTable("Clients", "Deals", rows)],
];
const sheetNow = async ({ host }: StartedExcel) => (await host.toRecord()).sheets[0];
const type = ({ host }: StartedExcel, row: number, column: number, text: string) =>
  typeEntry(host.workbook.$state.sheets[0], row, column, text);

describe.each(forms)("beside %s", (_, sheetWith) => {
  const opened = () => openWorkbook([sheetWith(clients), sheetOf("Notes", [["mine"]])]);

  test("empty columns come with their headers, and take whole numbers of the scale only", async () => {
    const excel = await opened();
    await added();
    const sheet = await sheetNow(excel);
    expect(rowsOf(sheet)).toEqual(
      clients.map((row, i) => [...row, ...(i === 0 ? headers : [null, null])]).map((row) => row.slice()),
    );
    expect(() => type(excel, 2, 3, "11")).toThrow("from 1 to 10");
    expect(() => type(excel, 2, 4, "2.5")).toThrow("A whole number");
    type(excel, 2, 3, "7");
    expect(columnOf(await sheetNow(excel), headers[0])[1]).toBe(7);
  });

  test("undoing leaves the workbook as it was", async () => {
    const { host } = await opened();
    const before = ordered(await host.toRecord());
    const taken = await undoRun((await added())!);
    expect(taken).toEqual({ columns: headers, sheets: [], stays: [] });
    expect(ordered(await host.toRecord())).toEqual(before);
  });

  test("removing Keyfolio takes the empty ones away, too, and says so before", async () => {
    const { host } = await opened();
    const before = ordered(await host.toRecord());
    await added();
    expect((await findOwnWork()).columns.flatMap(({ headers: going }) => going)).toEqual(headers);
    expect((await removeKeyfolio()).columns).toEqual(headers);
    expect(ordered(await host.toRecord())).toEqual(before);
  });

  test("scores that somebody typed stay, whatever is taken back", async () => {
    const excel = await opened();
    const trace = (await added())!;
    type(excel, 3, 4, "8");
    const undone = await undoRun(trace);
    const [score] = (await sheetNow(excel)).cells.filter(({ value }) => value === 8);
    const address = `Clients!${"ABCDE"[score.column]}4`;
    const one = [{ kind: "scores", header: "Loyalty: price", address, count: 1 }];
    expect(undone).toEqual({ columns: [headers[0]], sheets: [], stays: one });
    expect((await findOwnWork()).stays).toEqual(one);
    expect((await removeKeyfolio({ evenChanged: true })).stays).toEqual(one);
    const record = await excel.host.toRecord();
    expect(columnOf(record.sheets[0], "Loyalty: price")).toEqual([null, null, 8, null, null, null]);
    expect(record.names).toEqual([]);
  });

  test("a column that got another header, or that a formula counts on, stays", async () => {
    const excel = await opened();
    const trace = (await added())!;
    const list = excel.host.workbook.worksheets.getItem("Clients");
    list.getRange("D1").values = [["My opinion"]];
    excel.host.workbook.worksheets.getItem("Notes").getRange("B1").formulas = [["=COUNT(Clients!E2:E7)"]];
    await excel.host.toRecord();
    const taken = await undoRun(trace);
    expect(taken.columns).toEqual([]);
    expect(taken.stays).toEqual([
      { kind: "renamed", header: "My opinion", address: "Clients!D1" },
      { kind: "referredColumn", header: "Loyalty: price", address: "Clients!E1:E7", by: ["Notes!B1"] },
    ]);
  });

  test("once scores stand in them, clients get quadrants; runs and new columns do not disturb each other", async () => {
    const excel = await opened();
    await classifyRows(request);
    await added();
    const columns = (await sheetNow(excel)).cells
      .filter(({ row, value }) => row === 0 && headers.some((header) => header === value))
      .map(({ column }) => column);
    columns.forEach((column) => type(excel, 1, column, "9"));
    const { classification } = await classifyRows(request);
    expect(classification.portfolio.attractiveness.headers).toEqual([headers[0]]);
    expect(classification.quadrants.filter((quadrant) => quadrant !== null)).toEqual(["key"]);
    expect(columnOf(await sheetNow(excel), "Quadrant")[0]).toBe("Key");
  });

  test("where the user chose the columns, the new ones belong to the choice", async () => {
    const excel = await opened();
    const { options } = await findSources();
    const identity = { ...options[0].reference, sheet: "Clients" };
    const chosen = [
      { header: "Client", role: "client" },
      { header: "Sales", role: "amount" },
    ] as const;
    await saveMapping(identity, { version: 1, columns: chosen });
    await added();
    const { mapping } = await readList(options[0].reference);
    expect(mapping!.columns).toEqual([...chosen, ...two.map(({ axis, header }) => ({ header, role: axis }))]);
    expect(excel.host.workbook.worksheets.items).toHaveLength(2);
  });

  test("what somebody saves of another list meanwhile is kept, whichever request was just sent but the last one", async () => {
    const mapping: Mapping = {
      version: 1,
      columns: [
        { header: "Client", role: "client" },
        { header: "Sales", role: "amount" },
      ],
    };
    const begun = async () => {
      const { host } = await opened();
      const { options } = await findSources();
      await saveMapping({ ...options[0].reference, sheet: "Clients" }, mapping);
      host.journal.clear();
      return host;
    };
    const calm = await begun();
    await added();
    const keeping = lastRequestWith(calm, "SettingCollection.add()");
    for (const k of momentsBetween(2, keeping - 1)) {
      const host = await begun();
      const lists = () => host.workbook.settings.getItem("keyfolio.lists");
      host.faults.beforeRequest(k, () => {
        const both = withMapping(lists().value, { sheetId: "other", sheet: "Other", tableId: null }, mapping);
        host.workbook.settings.add("keyfolio.lists", both as never);
      });
      await added();
      expect([k, JSON.stringify(lists().value)]).toEqual([k, expect.stringContaining('"Other"')]);
      expect([k, JSON.stringify(lists().value)]).toEqual([k, expect.stringContaining(headers[0])]);
    }
  });

  test("a header that somebody types over ours stays, whichever request was just sent while they are undone", async () => {
    const { host: calm } = await opened();
    const first = (await added())!;
    calm.journal.clear();
    await undoRun(first);
    const count = calm.journal.requests.length;
    for (const k of momentsBetween(1, count)) {
      const { host } = await opened();
      const trace = (await added())!;
      let isTyped = false;
      host.faults.beforeRequest(k, () => {
        const header = host.workbook.worksheets.getItem("Clients").getRange("E1");
        isTyped = header.values![0][0] === headers[1];
        if (isTyped) header.values = [["My view"]];
      });
      const { stays } = await undoRun(trace);
      const [{ cells }] = (await host.toRecord()).sheets;
      const shown = cells.filter(({ row }) => row === 0).map(({ value }) => value);
      expect([k, shown]).toEqual([k, [...clients[0], ...(isTyped ? ["My view"] : [])]]);
      expect(stays.map(({ kind }) => kind)).toEqual(isTyped ? ["renamed"] : []);
    }
  });

  test("a header that somebody types over ours costs a column nothing that comes in its place before it stands again, whichever request was just sent", async () => {
    for (let [k, isOver] = [1, false]; !isOver; k += oneIn(3)) {
      const { host } = await opened();
      const trace = (await added())!;
      const sheet = host.workbook.worksheets.getItem("Clients");
      let isTyped = false;
      host.faults.beforeRequest(k, () => {
        isTyped = sheet.getRange("E1").values![0][0] === headers[1];
        if (isTyped) sheet.getRange("E1").values = [["My view"]];
      });
      host.faults.beforeRequest(k + 1, () => {
        sheet.getRange("E:E").insert("Right");
        sheet.getRange("E1").values = [["Area"]];
      });
      await undoRun(trace);
      isOver = host.faults.pending;
      const shown = sheet.getRange("A1:H1").values![0].filter((cell) => cell !== "");
      const hers = [...(isOver ? [] : ["Area"]), ...(isTyped ? ["My view"] : [])];
      expect([k, shown.sort()]).toEqual([k, [...clients[0], ...hers].sort()]);
    }
  });

  test("a row that comes right below the header keeps nothing of our look, whichever request was just sent while they are undone", async () => {
    for (let [k, isOver] = [1, false]; !isOver; k += oneIn(3)) {
      const { host } = await opened();
      const trace = (await added())!;
      host.faults.beforeRequest(k, () =>
        host.workbook.worksheets.getItem("Clients").getRange("2:2").insert("Down"),
      );
      await undoRun(trace);
      isOver = host.faults.pending;
      if (isOver) expect(k).toBeGreaterThan(5);
      const [{ cells }] = (await host.toRecord()).sheets;
      expect([k, cells.filter(({ column }) => column > 2)]).toEqual([k, []]);
    }
  });

  test("criteria that the list has already are not added again", async () => {
    const excel = await openWorkbook([
      sheetWith(clients.map((row, i) => [...row, i === 0 ? " loyalty: PRICE" : i])),
    ]);
    await added();
    expect(rowsOf(await sheetNow(excel))[0]).toEqual([...clients[0], " loyalty: PRICE", headers[0]]);
    expect(await added()).toBeNull();
  });

  test.each(["failRequest", "loseReply"] as const)(
    "when Excel stops on the way (%s), nothing is left",
    async (fault) => {
      const { host } = await opened();
      const before = ordered(await host.toRecord());
      for (let at = 1; at < 12; at++) {
        host.journal.clear();
        host.faults[fault](at, "GeneralException");
        const trace = await added().catch(() => null);
        host.faults.clear();
        if (trace) {
          await undoRun(trace);
          expect(ordered(await host.toRecord())).toEqual(before);
          continue;
        }
        expect([at, ordered(await host.toRecord())]).toEqual([at, before]);
      }
    },
  );
});

test("cells of the user to the right stop it before anything is written", async () => {
  const sheet = sheetOf("Clients", clients);
  sheet.cells.push({ row: 3, column: 5, value: "note" });
  const { host } = await openWorkbook([sheet]);
  const before = ordered(await host.toRecord());
  const three = [...two, { axis: "loyalty", header: "Loyalty: service" } as const];
  expect(await problemOfRun(added(three as never))).toMatchObject({ kind: "cellsToTheRight" });
  expect(ordered(await host.toRecord())).toEqual(before);
});

test("those that a blank column parts from the list are there already", async () => {
  const { host, run } = await openWorkbook([sheetOf("Clients", clients)]);
  await added();
  await run(async (context) => {
    context.workbook.worksheets.getFirst().getRange("D:D").insert("Right");
    await context.sync();
  });
  const before = ordered(await host.toRecord());
  expect(await added()).toBeNull();
  expect(ordered(await host.toRecord())).toEqual(before);
});

test("a validation of the user's on the cells beside the list is not touched", async () => {
  const { host, run } = await openWorkbook([sheetOf("Clients", clients)]);
  await run(async (context) => {
    context.workbook.worksheets.getFirst().getRange("E2:E9").dataValidation.rule = {
      list: { inCellDropDown: true, source: "yes,no" },
    };
    await context.sync();
  });
  const before = ordered(await host.toRecord());
  expect(await problemOfRun(added())).toMatchObject({ kind: "cellsToTheRight" });
  expect(ordered(await host.toRecord())).toEqual(before);
});

test("a column that somebody puts in right of ours keeps no validation that Excel let it take over, also in the last moment", async () => {
  const calm = await openWorkbook([sheetWithTable("Clients", "Deals", clients)]);
  const first = (await added())!;
  const sent = calm.host.journal.requests.length;
  await undoRun(first);
  const deleting = lastRequestWith(calm.host, "TableColumn.delete()") - sent;
  for (const isLate of [false, true]) {
    const { host } = await openWorkbook([sheetWithTable("Clients", "Deals", clients)]);
    const trace = (await added())!;
    const put = () => {
      const column = host.workbook.tables.getItem("Deals").columns.add(undefined, undefined, "Mine");
      expect(column.getDataBodyRange().dataValidation.type).toBe("WholeNumber");
    };
    if (!isLate) put();
    if (isLate) host.faults.beforeRequest(deleting, put);
    expect(await undoRun(trace)).toMatchObject({ stays: [] });
    expect(host.faults.pending).toBe(false);
    const [sheet] = (await host.toRecord()).sheets;
    expect(rowsOf(sheet)[0]).toEqual([...clients[0], "Mine"]);
    expect(sheet.dataValidations ?? []).toEqual([]);
  }
});

test("no validation stays that a column of hers took over, though the table becomes plain cells as soon as ours have gone", async () => {
  let gone = 0;
  for (let [k, isOver] = [1, false]; !isOver; k++) {
    const { host } = await openWorkbook([sheetWithTable("Clients", "Deals", clients)]);
    const trace = (await added())!;
    const table = host.workbook.tables.getItem("Deals");
    table.columns.add(undefined, undefined, "Mine");
    let isAfter = false;
    host.faults.beforeRequest(k, () => {
      isAfter = lastRequestWith(host, "TableColumn.delete()") > 0;
      table.convertToRange();
    });
    await undoRun(trace).catch(() => undefined);
    isOver = host.faults.pending;
    host.faults.clear();
    if (!isAfter) continue;
    gone++;
    expect([k, (await host.toRecord()).sheets[0].dataValidations ?? []]).toEqual([k, []]);
  }
  expect(gone).toBeGreaterThan(1);
});

test("what somebody types there in the last moment stands again", async () => {
  const { host } = await openWorkbook([sheetOf("Clients", clients)]);
  const { options } = await findSources();
  expect(options).toHaveLength(1);
  const requests = await writingRequest(host);
  host.faults.beforeRequest(requests + 1, () => {
    host.workbook.worksheets.getItem("Clients").getRange("E1:E2").values = [["Region"], ["North"]];
  });
  expect(await problemOfRun(added())).toMatchObject({ kind: "sourceChanged" });
  const { sheets, names } = await host.toRecord();
  expect(rowsOf(sheets[0])[0]).toEqual([...clients[0], null, "Region"]);
  expect(rowsOf(sheets[0])[1]).toEqual([...clients[1], null, "North"]);
  expect(names).toEqual([]);
});

test("above a cell that somebody types there in the last moment stands nothing of ours", async () => {
  const { host } = await openWorkbook([sheetOf("Clients", clients)]);
  await findSources();
  const requests = await writingRequest(host);
  host.faults.beforeRequest(requests + 1, () => {
    host.workbook.worksheets.getItem("Clients").getRange("E2").values = [["North"]];
  });
  expect(await problemOfRun(added())).toMatchObject({ kind: "sourceChanged" });
  const { sheets, names } = await host.toRecord();
  expect(rowsOf(sheets[0])[0]).toEqual([...clients[0], null, null]);
  expect(rowsOf(sheets[0])[1]).toEqual([...clients[1], null, "North"]);
  expect(sheets[0].columns).toEqual([]);
  expect(sheets[0].dataValidations ?? []).toEqual([]);
  expect(names).toEqual([]);
});

test.each([
  ["", two, false],
  [", also where the structure is protected then", two, true],
  [", also where one column comes and the structure is protected then", two.slice(0, 1), true],
])(
  "a column that somebody inserts left of the list in the meantime costs her last one nothing, whichever request was just sent%s",
  async (_, criteria, isProtected) => {
    const sheetWithLook = () => {
      const sheet = sheetOf("Clients", clients);
      sheet.cells[2].format = { font: { bold: true }, fill: "#FFF2CC", horizontal: "Center" };
      return sheet;
    };
    const { host: calm } = await openWorkbook([sheetWithLook()]);
    await added(criteria);
    const count = calm.journal.requests.length;
    for (let k = 1; k <= count + 4; k++) {
      const { host } = await openWorkbook([sheetWithLook()]);
      host.faults.beforeRequest(k, () =>
        host.workbook.worksheets.getItem("Clients").getRange("A:A").insert("Right"),
      );
      if (isProtected) host.faults.beforeRequest(k + 1, () => host.workbook.protection.protect());
      await added(criteria).catch(() => null);
      host.faults.clear();
      const [{ cells, columns, dataValidations = [] }] = (await host.toRecord()).sheets;
      const at = cells.some(({ column }) => column === 0) ? 2 : 3;
      const hers = cells.filter(({ column }) => column === at);
      expect([k, hers.map(({ value }) => value)]).toEqual([k, clients.map(([, , amount]) => amount)]);
      expect([k, hers[0].format]).toEqual([
        k,
        { font: { bold: true }, fill: "#FFF2CC", horizontal: "Center" },
      ]);
      expect([k, columns.filter(({ index }) => index <= at)]).toEqual([k, []]);
      expect(dataValidations.flatMap(({ areas }) => areas).filter(({ column }) => column <= at)).toEqual([]);
    }
  },
);

test("where the list changes while columns come, and somebody scores already, they stay and take scores only", async () => {
  const { host } = await openWorkbook([sheetOf("Clients", clients)]);
  const sheet = host.workbook.worksheets.getItem("Clients");
  await findSources();
  const write = await writingRequest(host);
  host.faults.beforeRequest(write + 1, () => void (sheet.getRange("A8:C8").values = [["Late", "Petrov", 5]]));
  host.faults.beforeRequest(write + 3, () => void (sheet.getRange("E3").values = [[7]]));
  const trace = (await added())!;
  const { sheets, names } = await host.toRecord();
  expect(rowsOf(sheets[0])[0]).toEqual([...clients[0], ...headers]);
  expect(names).toHaveLength(2);
  expect(() => typeEntry(host.workbook.$state.sheets[0], 3, 4, "11")).toThrow("from 1 to 10");
  const stays = [{ kind: "scores", header: "Loyalty: price", address: "Clients!E3", count: 1 }];
  expect(await undoRun(trace)).toEqual({ columns: [headers[0]], sheets: [], stays });
});

test("where the list changes while columns come, and a protection keeps them from being taken back, the message says so; adding them again puts them right", async () => {
  const { host } = await openWorkbook([sheetOf("Clients", clients)]);
  const sheet = host.workbook.worksheets.getItem("Clients");
  await findSources();
  const write = await writingRequest(host);
  host.faults.beforeRequest(write + 1, () => void (sheet.getRange("A8:C8").values = [["Late", "Petrov", 5]]));
  host.faults.beforeRequest(write + 2, () => sheet.protection.protect());
  expect(await problemOfRun(added())).toEqual({
    kind: "scoresLeft",
    address: "Clients!D1:E7",
    headers,
    reason: "protection",
  });
  expect(rowsOf((await host.toRecord()).sheets[0])[0]).toEqual([...clients[0], ...headers]);
  sheet.protection.unprotect();
  const trace = (await added())!;
  expect(() => typeEntry(host.workbook.$state.sheets[0], 7, 4, "11")).toThrow("from 1 to 10");
  await undoRun(trace);
  const { sheets, names } = await host.toRecord();
  expect(rowsOf(sheets[0])).toEqual([...clients, ["Late", "Petrov", 5]]);
  expect(names).toEqual([]);
});

test("those of a table are whole, whatever row comes above it while they come", async () => {
  const { host } = await openWorkbook([sheetWithTable("Clients", "Deals", clients)]);
  const sheet = host.workbook.worksheets.getItem("Clients");
  await findSources();
  const write = await writingRequest(host);
  host.faults.beforeRequest(write + 1, () => sheet.getRange("1:1").insert("Down"));
  expect(await added()).toMatchObject({ scoreColumns: ["keyfolio.score.1", "keyfolio.score.2"] });
  const { sheets } = await host.toRecord();
  expect(rowsOf(sheets[0])[1]).toEqual([...clients[0], ...headers]);
  expect(() => typeEntry(host.workbook.$state.sheets[0], clients.length, 4, "11")).toThrow("from 1 to 10");
});

test("rows that come while columns beside a region are undone keep no validation of ours, whichever request was just sent", async () => {
  for (let [k, isOver] = [1, false]; !isOver; k += oneIn(3)) {
    const { host } = await openWorkbook([sheetOf("Clients", clients)]);
    const trace = (await added())!;
    const sheet = host.workbook.worksheets.getItem("Clients");
    sheet.getRange("2:2").insert("Down");
    host.faults.beforeRequest(k, () => sheet.getRange("3:3").insert("Down"));
    await undoRun(trace);
    isOver = host.faults.pending;
    expect([k, (await host.toRecord()).sheets[0].dataValidations ?? []]).toEqual([k, []]);
  }
});

test("a score that somebody gives in the moment in which its column goes stands beside its client again, whatever rows move meanwhile", async () => {
  let given = 0;
  for (let [k, isOver] = [1, false]; !isOver; k += oneIn(3)) {
    const { host } = await openWorkbook([sheetWithTable("Clients", "Deals", clients)]);
    const trace = (await added())!;
    const sheet = host.workbook.worksheets.getItem("Clients");
    let isGiven = false;
    host.faults.beforeRequest(k, () => {
      isGiven = sheet.getRange("E1").values![0][0] === headers[1];
      if (isGiven) sheet.getRange("E4").values = [[7]];
    });
    host.faults.beforeRequest(k + 1, () => {
      const body = sheet.tables.items[0].getDataBodyRange();
      body.formulas = [...body.formulas!].reverse();
      sheet.getRange("A2:Z2").delete("Up");
    });
    await undoRun(trace);
    isOver = host.faults.pending;
    const scored = sheet.getRange("A1:H9").values!.filter((row) => row.includes(7));
    expect([k, scored.map(([client]) => client)]).toEqual([k, isGiven ? ["Quiet Harbour"] : []]);
    if (isGiven) given++;
  }
  expect(given).toBeGreaterThan(3);
});

test("a table's column that stays takes its width along; none of ours is left where it stood", async () => {
  const excel = await openWorkbook([sheetWithTable("Clients", "Deals", clients)]);
  const trace = (await added())!;
  const widths = async () => (await sheetNow(excel)).columns.map(({ index, width }) => [index, width]);
  expect(await widths()).toEqual([
    [3, 96],
    [4, 96],
  ]);
  type(excel, 3, 4, "8");
  await undoRun(trace);
  expect(await widths()).toEqual([[3, 96]]);
});

test("a width of the user's stays where a protected structure stops the undoing in a table, whichever request was just sent", async () => {
  let stopped = 0;
  for (let k = 1; ; k++) {
    const { host } = await openWorkbook([sheetWithTable("Clients", "Deals", clients)]);
    host.workbook.worksheets.getItem("Clients").getRange("D1").format.columnWidth = 96;
    const before = ordered(await host.toRecord());
    const trace = (await added())!;
    const { protection } = host.workbook;
    host.faults.beforeRequest(k, () => protection.protect());
    const isStopped = await undoRun(trace).then(
      () => false,
      () => true,
    );
    if (host.faults.pending) break;
    protection.unprotect();
    if (isStopped) {
      stopped++;
      await undoRun(trace);
    }
    expect([k, ordered(await host.toRecord())]).toEqual([k, before]);
  }
  expect(stopped).toBeGreaterThan(2);
});

test.each([
  ["before", [() => added(), () => classifyRows(request)]],
  ["after", [() => classifyRows(request), () => added()]],
] as const)("removing all from a table leaves no width, with scores %s the classes", async (_, runs) => {
  const { host } = await openWorkbook([sheetWithTable("Clients", "Deals", clients)]);
  const before = ordered(await host.toRecord());
  for (const run of runs) await run();
  expect((await removeKeyfolio()).stays).toEqual([]);
  expect(ordered(await host.toRecord())).toEqual(before);
});

test.each([
  ["scores", () => added()],
  ["classes", async () => (await classifyRows(request)).trace],
] as const)(
  "a row inserted below a bold header has nothing of its look once %s are undone",
  async (_, run) => {
    const sheet = sheetOf("Clients", clients);
    for (const cell of sheet.cells.filter(({ row }) => row === 0))
      cell.format = { font: { bold: true }, fill: "#FFF2CC" };
    const { host } = await openWorkbook([sheet]);
    const trace = (await run())!;
    host.workbook.worksheets.getItem("Clients").getRange("2:3").insert("Down");
    await undoRun(trace);
    const { cells } = (await host.toRecord()).sheets[0];
    expect(cells.filter(({ column }) => column > 2)).toEqual([]);
  },
);

test("the ready criteria are six of the client and six of the supplier, and the pane reads its own headers", async () => {
  for (const language of ["en", "ru"] as const) {
    const criteria = missingCriteria([], language);
    expect(criteria.map(({ axis }) => axis)).toEqual([
      ...Array<string>(6).fill("attractiveness"),
      ...Array<string>(6).fill("loyalty"),
    ]);
    const head = [language === "en" ? "Client" : "Клиент", language === "en" ? "Sales" : "Выручка"];
    await openWorkbook(
      workbookOf([
        sheetOf("List", [
          [...head, ...criteria.map(({ header }) => header)],
          ["Aster", 120, ...criteria.map(() => 5)],
          ["Birch", 80, ...criteria.map(() => 8)],
        ]),
      ]),
    );
    const { options } = await findSources();
    const { mapping } = await readList(options[0].reference);
    expect(mapping!.columns.slice(2)).toEqual(criteria.map(({ axis, header }) => ({ header, role: axis })));
  }
});

test("removing Keyfolio takes a table's column away that a run was cut off on before its mark; scores in it stay", async () => {
  const cutOff = clients.map((row, i) => [...row, i === 0 ? "keyfolio.score.1" : null]);
  const { host } = await openWorkbook([sheetWithTable("Clients", "Deals", cutOff)]);
  expect((await findOwnWork()).columns).toEqual([{ sheet: "Clients", headers: ["keyfolio.score.1"] }]);
  expect((await removeKeyfolio()).columns).toEqual(["keyfolio.score.1"]);
  expect(rowsOf((await host.toRecord()).sheets[0])).toEqual(clients);

  const scored = cutOff.map((row, i) => (i === 2 ? [...row.slice(0, -1), 8] : row));
  const again = await openWorkbook([sheetWithTable("Clients", "Deals", scored)]);
  const { columns, stays } = await removeKeyfolio({ evenChanged: true });
  expect(columns).toEqual([]);
  expect(stays).toEqual([{ kind: "scores", header: "keyfolio.score.1", address: "Clients!D3", count: 1 }]);
  expect(rowsOf((await again.host.toRecord()).sheets[0])[2].at(-1)).toBe(8);
});

test("where Excel stops the undoing after our header went, a score that somebody gave there is left under its header", async () => {
  const writing = await writingOfUndo();
  const { host } = await openWorkbook([sheetOf("Clients", clients)]);
  const trace = (await added())!;
  host.journal.clear();
  host.faults.beforeRequest(writing, () => {
    host.workbook.worksheets.getItem("Clients").getRange("D2").values = [[4]];
    host.workbook.protection.protect();
  });
  expect(await problemOfRun(undoRun(trace))).toMatchObject({ kind: "unfinished" });
  host.workbook.protection.unprotect();
  const { stays } = await undoRun(trace);
  const [sheet] = (await host.toRecord()).sheets;
  expect(rowsOf(sheet).slice(0, 2)).toEqual([
    [...clients[0], headers[0]],
    [...clients[1], 4],
  ]);
  expect(stays).toMatchObject([{ kind: "scores", header: headers[0], count: 1 }]);
});

/** The first request that writes when columns are undone that nobody touches, by its number. */
async function writingOfUndo(): Promise<number> {
  const { host } = await openWorkbook([sheetOf("Clients", clients)]);
  const trace = (await added())!;
  host.journal.clear();
  await undoRun(trace);
  return firstWritingRequest(host);
}

test.each(forms)(
  "a width of hers that comes to stand where our columns come is hers again, whichever request was just sent, beside %s",
  async (_, sheetWith) => {
    for (let [k, isOver] = [1, false]; !isOver; k += oneIn(3)) {
      const { host } = await openWorkbook([sheetWith(clients)]);
      const sheet = host.workbook.worksheets.getItem("Clients");
      sheet.getRange("F1").format.columnWidth = 140;
      host.faults.beforeRequest(k, () => sheet.getRange("B:B").delete("Left"));
      await added().catch(() => null);
      isOver = host.faults.pending;
      const { columns } = (await host.toRecord()).sheets[0];
      expect([k, columns.find(({ width }) => width === 140)?.index]).toEqual([k, isOver ? 5 : 4]);
    }
  },
);

test.each(forms)(
  "columns that are hidden are shown for scores, and hidden again when these go, beside %s",
  async (_, sheetWith) => {
    for (const takeBack of [(trace: ScoreColumnsTrace) => undoRun(trace), () => removeKeyfolio()]) {
      const { host } = await openWorkbook([sheetWith(clients)]);
      const sheet = host.workbook.worksheets.getItem("Clients");
      const hidden = () => ["D1", "E1", "F1"].map((cell) => sheet.getRange(cell).columnHidden);
      sheet.getRange("E:F").columnHidden = true;
      const before = ordered(await host.toRecord());
      const trace = (await added())!;
      expect(hidden()).toEqual([false, false, true]);
      await takeBack(trace);
      expect(hidden()).toEqual([false, true, true]);
      expect(ordered(await host.toRecord())).toEqual(before);
    }
  },
);

test("where somebody has emptied a column, header and all, it can be added again", async () => {
  const excel = await openWorkbook([sheetOf("Clients", clients)]);
  await added();
  excel.host.workbook.worksheets.getItem("Clients").getRange("D1:D7").clear("Contents");
  expect((await added())!.scoreColumns).toHaveLength(1);
  const sheet = await sheetNow(excel);
  expect(rowsOf(sheet)[0]).toEqual([...clients[0], ...headers]);
  expect(() => type(excel, 2, 3, "11")).toThrow("from 1 to 10");
});

test("a column beside another one does not look like the blank cell that she had painted there", async () => {
  const record = workbookOf([sheetOf("Clients", clients)]);
  const painted = { row: 0, column: clients[0].length, format: { fill: "#E2EFDA" } };
  record.sheets[0].cells.push(painted);
  const { host } = await openWorkbook([record.sheets[0]]);
  for (const criterion of two) await added([criterion]);
  const [sheet] = host.workbook.worksheets.items;
  const fillAt = (address: string) => sheet.getRange(address).format.fill.color;
  expect([fillAt("D1"), fillAt("E1")]).toEqual(["#E2EFDA", "#FFFFFF"]);
  // Nothing would tell, with that one gone, where this one had it from.
  sheet.getRange("D:D").delete("Left");
  await removeKeyfolio();
  expect(rowsOf((await host.toRecord()).sheets[0])).toEqual(rowsOf(sheetOf("Clients", clients)));
  expect(fillAt("D1")).toBe("#FFFFFF");
});
