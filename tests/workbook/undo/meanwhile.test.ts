import type { ExcelHost } from "../../../src/host/excel-host";
import type { Problem } from "../../../src/portfolio";
import { classifyRows, dossier, portfolioReport } from "../../../src/workbook";
import { limits } from "../../../src/workbook/cells/read-rows";
import { removeKeyfolio } from "../../../src/workbook/undo/remove-keyfolio";
import { undoRun } from "../../../src/workbook/undo/undo-run";
import { sheetOf, sheetWithTable } from "../../workbook-records";
import { clients, invoices, request } from "../lists";
import { firstRequestWith, lastRequestWith, openWorkbook, ordered } from "../session";
import { momentsBetween, oneIn } from "../../moments";
import { type Run, ways } from "../ways-back";

const usual = { ...limits };
/** Some rows for each request. */
const small = { replyBytes: 200, requestBytes: 100 };
afterEach(() => void Object.assign(limits, usual));

const region = () => openWorkbook([sheetOf("Clients", clients)]);
const table = () => openWorkbook([sheetWithTable("Clients", "Deals", clients)]);
/** A table with the classes of a first run, in which two amounts have changed since. */
async function laterTable(): ReturnType<typeof openWorkbook> {
  const excel = await table();
  await classifyRows(request);
  sheetIn(excel.host, "Clients").getRange("C2:C3").values = [[900], [5900]];
  return excel;
}
/** The same beside a region. */
async function laterRegion(): ReturnType<typeof openWorkbook> {
  const excel = await region();
  await classifyRows(request);
  sheetIn(excel.host, "Clients").getRange("C2:C3").values = [[900], [5900]];
  return excel;
}
const onNorthern = () => dossier({ ...request, client: "Northern Mills" });
const page = "Dossier Northern Mills";
const sheetIn = ({ workbook }: ExcelHost, name: string) => workbook.worksheets.getItem(name);

/** An Excel in which a run was taken back while nobody disturbed, with the requests of that in its journal. */
async function calmOf(
  open: () => ReturnType<typeof openWorkbook>,
  run: () => Promise<Run>,
  takeBack: (typeof ways)[number][1],
): Promise<ExcelHost> {
  const { host } = await open();
  const done = await run();
  host.journal.clear();
  await takeBack(done);
  return host;
}

/** Requests that taking back sends when nobody disturbs. */
const requestsOf = async (...calm: Parameters<typeof calmOf>): Promise<number> =>
  (await calmOf(...calm)).journal.requests.length;

describe.each(ways)("while a run is %s", (_, takeBack) => {
  test.each([
    ["a first run beside a region", region, false],
    ["one in several requests", region, true],
    ["a first run in a table", table, false],
    ["a later run beside a region", laterRegion, false],
  ])("a text that somebody types over a class of %s stays and is told, whichever request was just sent", async (_, open, isSmall) => {
    if (isSmall) Object.assign(limits, small);
    const count = await requestsOf(open, () => classifyRows(request), takeBack);
    for (const k of momentsBetween(2, count)) {
      const { host } = await open();
      const run = await classifyRows(request);
      host.journal.clear();
      let isLate = false;
      host.faults.beforeRequest(k, () => {
        const cell = sheetIn(host, "Clients").getRange("E3");
        isLate = host.journal.requests.some(({ operations }) => operations.includes("Range.values="));
        cell.values = [["call Petrov"]];
      });
      const { stays } = await takeBack(run);
      if (!host.faults.pending) {
        const [{ cells }] = (await host.toRecord()).sheets;
        expect([k, cells.filter(({ value }) => value === "call Petrov")]).toMatchObject([k, [{ row: 2 }]]);
        if (!isLate) expect([k, stays]).toMatchObject([k, [{ kind: "cells" }]]);
      }
    }
  }); // prettier-ignore

  test("a sheet of ours that somebody renames goes, whichever request was just sent", async () => {
    const count = await requestsOf(region, onNorthern, takeBack);
    for (const k of momentsBetween(1, count)) {
      const { host } = await region();
      const run = await onNorthern();
      host.faults.beforeRequest(k, () => void (sheetIn(host, page).name = "Board"));
      await takeBack(run);
      expect((await host.toRecord()).sheets.map(({ name }) => name)).toEqual(["Clients"]);
    }
  });

  test.each([
    ["a first run beside a region", region],
    ["a first run in a table", table],
    ["a later run beside a region", laterRegion],
  ])(
    "so does one that she types while classes of %s come again, since an amount was edited",
    async (_, open) => {
      const writing = firstRequestWith(
        await calmOf(open, () => classifyRows(request), takeBack),
        "Range.values=",
      );
      for (let k = 1; k <= 7; k++) {
        const { host } = await open();
        const run = await classifyRows(request);
        const sheet = sheetIn(host, "Clients");
        host.faults.beforeRequest(writing, () => void (sheet.getRange("C6").values = [[555]]));
        host.faults.beforeRequest(writing + k, () => void (sheet.getRange("E4").values = [["call Petrov"]]));
        await takeBack(run);
        expect(host.faults.pending).toBe(false);
        const [{ cells }] = (await host.toRecord()).sheets;
        expect([k, cells.filter(({ value }) => value === "call Petrov")]).toMatchObject([k, [{ row: 3 }]]);
      }
    },
  );

  test("a language that is chosen in the moment in which classes are cleared stays, though they come again", async () => {
    const writing = firstRequestWith(
      await calmOf(region, () => classifyRows(request), takeBack),
      "Range.values=",
    );
    const { host } = await region();
    const run = await classifyRows(request);
    let language: unknown;
    host.faults.beforeRequest(writing, () => {
      host.workbook.settings.add("keyfolio.language", "ru");
      sheetIn(host, "Clients").getRange("C6").values = [[555]];
    });
    host.faults.beforeRequest(writing + 5, () => {
      language = host.workbook.settings.getItem("keyfolio.language").value;
    });
    await takeBack(run);
    expect(language).toBe("ru");
  });

  test("a number format that she gives a share beside a region stays, whichever request was just sent", async () => {
    // Beside the list cells are formatted, so that the rows get their formats again.
    const open = async () => {
      const excel = await region();
      sheetIn(excel.host, "Clients").getRange("D2:D9").numberFormat = new Array(8).fill(["dd/mm/yyyy"]);
      return excel;
    };
    const back = lastRequestWith(
      await calmOf(open, () => classifyRows(request), takeBack),
      "Range.numberFormat=",
    );
    for (const k of momentsBetween(2, back)) {
      const { host } = await open();
      const run = await classifyRows(request);
      host.faults.beforeRequest(
        k,
        () => void (sheetIn(host, "Clients").getRange("D4").numberFormat = [["0.00"]]),
      );
      await takeBack(run);
      const formats = sheetIn(host, "Clients")
        .getRange("D3:D5")
        .numberFormat!.map(([format]) => String(format));
      expect([k, formats]).toEqual([k, ["dd/mm/yyyy", "0.00", "dd/mm/yyyy"]]);
    }
  });

  test.each<[string, (sheet: ReturnType<typeof sheetIn>) => void]>([
    ["a chart", (sheet) => void sheet.charts.add("Line", sheet.getRange("A1:B3"), "Columns")],
    ["a table", (sheet) => void sheet.tables.add("S1:T2", true)],
    ["a text", (sheet) => void (sheet.getRange("S1").values = [["hers"]])],
  ])("%s that somebody puts on a sheet of ours keeps it, before whichever request but the one that deletes it, and it is not said to have gone", async (kind, deed) => {
    const deleting = firstRequestWith(await calmOf(region, onNorthern, takeBack), "Worksheet.delete()");
    for (const k of momentsBetween(1, kind === "text" ? deleting : deleting - 1)) {
      const { host } = await region();
      const run = await onNorthern();
      host.faults.beforeRequest(k, () => deed(sheetIn(host, page)));
      const { sheets, stays } = await takeBack(run);
      expect([k, sheets]).toEqual([k, []]);
      expect([k, stays]).toMatchObject([k, [{ kind: "sheetChanged", sheet: page }]]);
      expect((await host.toRecord()).sheets.map(({ name }) => name)).toEqual(["Clients", page]);
    }
  }); // prettier-ignore

  test("a list of clients goes whose sheet somebody renames, whichever request was just sent", async () => {
    const open = () => openWorkbook([sheetOf("Journal", invoices)]);
    const count = await requestsOf(open, () => classifyRows(request), takeBack);
    for (const k of momentsBetween(1, count)) {
      const { host } = await open();
      const before = ordered(await host.toRecord());
      const run = await classifyRows(request);
      host.faults.beforeRequest(k, () => void (sheetIn(host, "Clients").name = "Our best"));
      expect(await takeBack(run)).toMatchObject({
        sheets: [expect.stringMatching(/Clients|Our best/)],
        stays: [],
      });
      expect(ordered(await host.toRecord())).toEqual(before);
    }
  });

  test("columns go from a sheet that somebody renames, whichever request was just sent", async () => {
    const count = await requestsOf(region, () => classifyRows(request), takeBack);
    for (const k of momentsBetween(1, count)) {
      const { host } = await region();
      const before = ordered(await host.toRecord()).sheets[0];
      const run = await classifyRows(request);
      host.faults.beforeRequest(k, () => void (sheetIn(host, "Clients").name = "Kunden"));
      expect((await takeBack(run)).stays).toEqual([]);
      expect(ordered(await host.toRecord()).sheets).toEqual([{ ...before, name: "Kunden" }]);
    }
  });

  test("a note that somebody writes onto a sheet in the last moment is there afterwards, however little an answer may hold", async () => {
    limits.replyBytes = 400;
    const last = await requestsOf(region, onNorthern, takeBack);
    const { host } = await region();
    const run = await onNorthern();
    host.faults.beforeRequest(last, () => void (sheetIn(host, page).getRange("B90").values = [["call"]]));
    const { stays } = await takeBack(run);
    expect(host.faults.pending).toBe(false);
    expect(stays).toMatchObject([{ kind: "sheetChanged", sheet: page }]);
    expect(sheetIn(host, page).getRange("B90").values).toEqual([["call"]]);
  });

  test("a formula that comes to count on a sheet which somebody renames keeps what it counts on", async () => {
    const { host } = await region();
    const run = await onNorthern();
    host.faults.beforeRequest(2, () => {
      sheetIn(host, page).name = "Board";
      host.workbook.worksheets.add("Watching").getRange("A1").formulas = [["=COUNTA(Board!A1:H40)"]];
    });
    const { stays } = await takeBack(run);
    expect(stays).toMatchObject([{ kind: "referredSheet", by: ["Watching!A1"] }]);
    expect(sheetIn(host, "Watching").getRange("A1").formulas).toEqual([["=COUNTA(Board!A1:H40)"]]);
  });

  test("a formula and a name that come to count on a sheet in the last moment still do afterwards", async () => {
    const last = await requestsOf(region, onNorthern, takeBack);
    const { host } = await region();
    const run = await onNorthern();
    const counting = `=COUNTA('${page}'!A1:H40)`;
    host.workbook.names.add("Head", "=1");
    host.faults.beforeRequest(last, () => {
      sheetIn(host, "Clients").getRange("K1").formulas = [[counting]];
      host.workbook.names.getItem("Head").formula = `='${page}'!$B$2`;
    });
    const { stays } = await takeBack(run);
    expect(host.faults.pending).toBe(false);
    expect(stays).toMatchObject([{ kind: "referredSheet", sheet: page, by: ["Head", "Clients!K1"] }]);
    expect(sheetIn(host, "Clients").getRange("K1").formulas).toEqual([[counting]]);
    expect(host.workbook.names.getItem("Head").formula).toBe(`='${page}'!$B$2`);
    expect(Number(sheetIn(host, "Clients").getRange("K1").values![0][0])).toBeGreaterThan(5);
  });

  test("the pages on which Proof counts keep charts and marks where a formula comes to count on Proof in any late moment", async () => {
    const report = () => portfolioReport({ ...request, isUnattended: true });
    const calm = await calmOf(region, report, takeBack);
    for (const k of momentsBetween(firstRequestWith(calm, "Worksheet.delete()") - 3, calm.journal.requests.length)) {
      const { host } = await region();
      const run = await report();
      let isThere = false;
      host.faults.beforeRequest(k, () => {
        isThere = host.workbook.worksheets.items.some(({ name }) => name === "Proof");
        if (isThere) sheetIn(host, "Clients").getRange("K1").formulas = [["=Proof!D8"]];
      });
      const { sheets } = await host.toRecord();
      const { stays } = await takeBack(run);
      if (!isThere) continue;
      expect([k, sheetIn(host, "Clients").getRange("K1").values]).toEqual([k, [[6]]]);
      expect([k, stays]).toMatchObject([k, expect.arrayContaining([{ kind: "referredSheet", sheet: "Proof", by: ["Clients!K1"] }])]);
      const now = (await host.toRecord()).sheets;
      expect([k, now.find(({ name }) => name === "Summary")]).toEqual([k, sheets.find(({ name }) => name === "Summary")]);
      expect([k, JSON.stringify(now.find(({ name }) => name === "Proof")!.cells)]).not.toEqual([k, expect.stringContaining("#REF!")]);
    }
  }); // prettier-ignore

  test("a column of a table that stays takes its width along, and leaves none of ours where it stood", async () => {
    const { host } = await table();
    const run = await classifyRows(request);
    sheetIn(host, "Clients").getRange("H3").values = [["hers"]];
    await takeBack(run);
    const [{ columns, tables }] = (await host.toRecord()).sheets;
    expect(tables[0].columns.map(({ name }) => name)).toEqual([...clients[0], "Action"]);
    expect(columns.filter(({ width }) => width !== undefined)).toEqual([{ index: 3, width: 400 }]);
  });

  test("what somebody types into a table's column in the moment in which it goes comes again under its mark", async () => {
    const last = await requestsOf(table, () => classifyRows(request), takeBack);
    const { host } = await table();
    const run = await classifyRows(request);
    for (const k of momentsBetween(2, last, 5)) {
      host.faults.beforeRequest(k, () => {
        const cell = sheetIn(host, "Clients").getRange("E3");
        if (sheetIn(host, "Clients").getRange("E1").values![0][0] === "Status" && cell.values![0][0] === "")
          cell.values = [["hers"]];
      });
    }
    const { stays } = await takeBack(run);
    expect(stays).toMatchObject([{ kind: "cells", header: "Status" }]);
    const { sheets, names } = await host.toRecord();
    expect(sheets[0].tables[0].columns.map(({ name }) => name)).toEqual([...clients[0], "Status"]);
    expect(names.map(({ name, formula }) => [name.split(".")[1], formula])).toEqual([
      ["status", "=Clients!$D$1"],
    ]);
    host.faults.clear();
    expect((await removeKeyfolio({ evenChanged: true })).stays).toEqual([]);
    expect((await host.toRecord()).names).toEqual([]);
  });
});

test.each(ways)(
  "what somebody types into a table's column in the moment in which it goes stays beside its client, whatever rows move before it comes again, while a run is %s",
  async (_, takeBack) => {
    const last = await requestsOf(table, () => classifyRows(request), takeBack);
    for (const k of momentsBetween(2, last)) {
      const { host } = await table();
      const run = await classifyRows(request);
      const sheet = sheetIn(host, "Clients");
      let isTyped = false;
      host.faults.beforeRequest(k, () => {
        const cell = sheet.getRange("E3");
        isTyped = sheet.getRange("E1").values![0][0] === "Status" && cell.values![0][0] === "";
        if (isTyped) cell.values = [["hers"]];
      });
      host.faults.beforeRequest(k + 1, () => {
        if (!isTyped) return;
        const body = sheet.tables.items[0].getDataBodyRange();
        body.formulas = [...body.formulas!].reverse();
        sheet.getRange("A2:Z2").delete("Up");
      });
      await takeBack(run);
      host.faults.clear();
      const marked = sheet.getRange("A1:H9").values!.filter((row) => row.includes("hers"));
      expect([k, marked.map(([client]) => client)]).toEqual([k, isTyped ? ["Bright Bakery"] : []]);
    }
  },
);

test("of a dossier that somebody deletes while it is undone nothing is remembered", async () => {
  const { host } = await region();
  const { trace } = await onNorthern();
  sheetIn(host, page).delete();
  await undoRun(trace);
  expect(Object.keys((await host.toRecord()).settings)).toEqual([]);
});

test("nothing of ours comes to stand below a table that loses a row while its sorted rows are given back", async () => {
  for (const k of [25, 27, 29, 31, 33]) {
    const { host } = await table();
    await classifyRows(request);
    const sheet = sheetIn(host, "Clients");
    sheet.getRange("C2:C3").values = [[900], [5900]];
    const { trace } = await classifyRows(request);
    Object.assign(limits, { replyBytes: 200, requestBytes: 100 });
    host.faults.beforeRequest(16, () => {
      const body = sheet.getRange("A2:G7");
      body.formulas = [...body.formulas!].reverse();
    });
    host.faults.beforeRequest(k, () => void sheet.getRange("A2:AZ2").delete("Up"));
    await undoRun(trace);
    Object.assign(limits, usual);
    expect(host.faults.pending).toBe(false);
    expect(
      sheet
        .getRange("A7:G9")
        .values!.flat()
        .filter((cell) => cell !== ""),
    ).toEqual([]);
  }
});

test("nothing of ours comes to stand on a sheet that somebody clears while sorted rows are given back", async () => {
  const calm = await calmOf(region, () => classifyRows(request), ways[0][1]);
  const clearing = firstRequestWith(calm, "Range.values=");
  let cleared = 0;
  for (let later = 1; later <= 8; later++) {
    const { host } = await region();
    const run = await classifyRows(request);
    const sheet = sheetIn(host, "Clients");
    host.faults.beforeRequest(clearing, () => {
      const body = sheet.getRange("A2:D7");
      body.formulas = [...body.formulas!].reverse();
    });
    host.faults.beforeRequest(clearing + later, () => sheet.getRange("A1:Z50").clear("Contents"));
    await undoRun(run.trace).catch(() => undefined);
    if (host.faults.pending) continue;
    cleared++;
    const standing = sheet
      .getRange("A1:Z50")
      .values!.flat()
      .filter((cell) => cell !== "");
    expect([later, standing]).toEqual([later, []]);
  }
  expect(cleared).toBeGreaterThan(2);
});

test("a row that comes while sorted rows are given back keeps nothing of another row, whichever request was just sent", async () => {
  const later = async () => {
    const { host } = await region();
    await classifyRows(request);
    const sheet = sheetIn(host, "Clients");
    sheet.getRange("C2:C3").values = [[900], [5900]];
    return { host, sheet, run: await classifyRows(request) };
  };
  const calm = await later();
  calm.host.journal.clear();
  Object.assign(limits, small);
  await undoRun(calm.run.trace);
  Object.assign(limits, usual);
  const writing = calm.host.journal.requests.findIndex(({ operations }) =>
    operations.includes("Range.values="),
  );
  for (let k = writing + 4; k < writing + 16; k++) {
    const { host, sheet, run } = await later();
    host.faults.beforeRequest(writing + 2, () => {
      const body = sheet.getRange("A2:H7");
      body.formulas = [...body.formulas!].reverse();
    });
    host.faults.beforeRequest(k, () => {
      sheet.getRange("2:2").insert("Down");
      sheet.getRange("A2:C2").values = [["Late Comer", "Petrov", 5]];
    });
    Object.assign(limits, small);
    await undoRun(run.trace).catch(() => undefined);
    Object.assign(limits, usual);
    expect(host.faults.pending).toBe(false);
    expect([k, (await undoRun(run.trace)).stays]).toEqual([k, []]);
    const comer = sheet.getRange("A2:H8").values!.filter(([client]) => client === "Late Comer");
    expect([k, comer]).toEqual([k, [["Late Comer", "Petrov", 5, "", "", "", "", ""]]]);
  }
});

test("undoing that a filter stopped while rows had moved takes the rest back once the filter is cleared", async () => {
  const count = await requestsOf(laterTable, () => classifyRows(request), ways[0][1]);
  let stopped = 0;
  for (const k of momentsBetween(1, count - 1, 5)) {
    const { host } = await laterTable();
    const sheet = sheetIn(host, "Clients");
    const results = () => [...sheet.getRange("A2:H8").values!].filter(([client]) => client !== "Late Comer");
    const before = results();
    const { trace } = await classifyRows(request);
    host.faults.beforeRequest(k, () => {
      sheet.getRange("5:5").insert("Down");
      sheet.getRange("A5:C5").values = [["Late Comer", "Petrov", 5]];
    });
    host.faults.beforeRequest(k + 1, () => {
      const { autoFilter } = sheet.tables.items[0];
      autoFilter.apply(sheet.tables.items[0].getRange(), 1, { filterOn: "Values", values: ["Ivanova"] });
    });
    const problem = await undoRun(trace).then(
      () => null,
      (error: Problem) => error.detail.kind,
    );
    host.faults.clear();
    sheet.tables.items[0].clearFilters();
    if (problem === "unfinished") {
      stopped++;
      expect((await undoRun(trace)).stays).toEqual([]);
      expect(results()).toEqual(before.filter(([client]) => client !== ""));
    }
  }
  expect(stopped).toBeGreaterThan(0);
});

test("cells beside a region have their own number formats again, whichever row or column goes or comes while a run is undone", async () => {
  const open = async () => {
    const excel = await region();
    const formats = ["@", "General", "0.00", "@", "General", "@", "0.00", "@"];
    sheetIn(excel.host, "Clients").getRange("D2:D9").numberFormat = formats.map((format) => [format]);
    return excel;
  };
  const formatsIn = (host: ExcelHost) => sheetIn(host, "Clients").getRange("C2:E10").numberFormat;
  const deeds: ((host: ExcelHost) => void)[] = [
    (host) => sheetIn(host, "Clients").getRange("4:4").delete("Up"),
    (host) => sheetIn(host, "Clients").getRange("4:4").insert("Down"),
    (host) => sheetIn(host, "Clients").getRange("B:B").delete("Left"),
  ];
  const count = await requestsOf(open, () => classifyRows(request), ways[0][1]);
  for (const deed of deeds) {
    const { host: twin } = await open();
    deed(twin);
    const wanted = formatsIn(twin);
    for (const k of momentsBetween(1, count)) {
      const { host } = await open();
      const { trace } = await classifyRows(request);
      host.faults.beforeRequest(k, () => deed(host));
      await undoRun(trace);
      expect([k, formatsIn(host)]).toEqual([k, wanted]);
    }
  }
});

/** A later run is undone while a row of its region goes, and something stops it a few requests later. */
async function undoneWhileRowGoes(k: number, stop: (sheet: ReturnType<typeof sheetIn>) => void) {
  const { host } = await laterRegion();
  const sheet = sheetIn(host, "Clients");
  const { trace } = await classifyRows(request);
  host.faults.beforeRequest(k, () => sheet.getRange("4:4").delete("Up"));
  host.faults.beforeRequest(k + 5, () => stop(sheet));
  const detail = await undoRun(trace).then(
    () => null,
    (error: Problem) => error.detail,
  );
  host.faults.clear();
  return { sheet, trace, detail };
}

test("results that undoing would leave below a list which lost a row go at once, though a filter stops it in the list", async () => {
  const count = await requestsOf(laterRegion, () => classifyRows(request), ways[0][1]);
  let stopped = 0;
  for (const k of momentsBetween(1, count - 1)) {
    const { sheet, detail } = await undoneWhileRowGoes(k, (list) =>
      list.autoFilter.apply(list.getRange("A1:C7"), 1, { filterOn: "Values", values: ["Ivanova"] }),
    );
    if (detail?.kind !== "unfinished") continue;
    stopped++;
    const below = sheet.getRange("D7:H8").values!.flat();
    expect([k, below.filter((cell) => cell !== "")]).toEqual([k, []]);
  }
  expect(stopped).toBeGreaterThan(0);
});

test("results that undoing left below a list which lost a row are named, and go with the next undoing though another row goes", async () => {
  const count = await requestsOf(laterRegion, () => classifyRows(request), ways[0][1]);
  let named = 0;
  for (const k of momentsBetween(1, count - 1, 5)) {
    const { sheet, trace, detail } = await undoneWhileRowGoes(k, (list) => list.protection.protect());
    sheet.protection.unprotect();
    const below = () =>
      sheet
        .getRange("D7:H8")
        .values!.flat()
        .filter((cell) => cell !== "");
    if (detail?.kind !== "unfinished" || below().length === 0) continue;
    named++;
    expect(detail.standing).toMatchObject({ firstRow: 2, lastRow: 7, reason: "protection" });
    sheet.getRange("6:6").delete("Up");
    expect([k, (await undoRun(trace)).stays, below()]).toEqual([k, [], []]);
    expect(sheet.getRange("D6:H6").values).toEqual([["", "", "", "", ""]]);
  }
  expect(named).toBeGreaterThan(0);
});

describe.each([
  ["a region", region],
  ["a table", table],
])("a header that somebody types over ours beside %s", (_, open) => {
  test.each(ways)("stays, whichever request was just sent while the run is %s", async (__, takeBack) => {
    const count = await requestsOf(open, () => classifyRows(request), takeBack);
    for (const k of momentsBetween(1, count)) {
      const { host } = await open();
      const run = await classifyRows(request);
      let isTyped = false;
      host.faults.beforeRequest(k, () => {
        const header = sheetIn(host, "Clients").getRange("H1");
        isTyped = header.values![0][0] === "Action";
        if (isTyped) header.values = [["My plan"]];
      });
      const { stays } = await takeBack(run);
      host.faults.clear();
      const [{ cells }] = (await host.toRecord()).sheets;
      const headers = cells.filter(({ row }) => row === 0).map(({ value }) => value);
      expect([k, headers]).toEqual([k, [...clients[0], ...(isTyped ? ["My plan"] : [])]]);
      expect(stays.map(({ kind }) => kind)).toEqual(isTyped ? ["renamed"] : []);
    }
  });

  test.each(ways)(
    "moves with a column that comes left of it and a row that comes above it before it stands again, whichever request was just sent while the run is %s",
    async (__, takeBack) => {
      for (let [k, isOver] = [1, false]; !isOver; k += oneIn(3)) {
        const { host } = await open();
        const run = await classifyRows(request);
        const sheet = sheetIn(host, "Clients");
        let isTyped = false;
        host.faults.beforeRequest(k, () => {
          isTyped = sheet.getRange("H1").values![0][0] === "Action";
          if (isTyped) sheet.getRange("H1").values = [["My plan"]];
        });
        host.faults.beforeRequest(k + 1, () => {
          sheet.getRange("A:A").insert("Right");
          sheet.getRange("1:1").insert("Down");
        });
        await takeBack(run);
        isOver = host.faults.pending;
        const found = sheet.getRange("A1:L12").values!.flat();
        const hers = isTyped ? ["My plan"] : [];
        expect([k, found.filter((cell) => cell !== "")]).toEqual([
          k,
          [...clients[0], ...hers, ...clients.slice(1).flat()],
        ]);
      }
    },
  );
});
