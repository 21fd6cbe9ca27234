import type { SheetRecord } from "../../../src/host/workbook-record";
import { classifyRows } from "../../../src/workbook";
import type { StartedExcel } from "../../excel";
import { sheetOf, sheetWithTable, type Cell } from "../../workbook-records";
import { clients, request } from "../lists";
import { columnOf, openWorkbook, ordered, problemOfRun, rowsOf } from "../session";

type Model = StartedExcel["host"]["workbook"];
const sheetIn = (workbook: Model) => workbook.worksheets.getItem("Clients");

/** Sorts all rows of the list by the client's name, results with them, as Excel does. */
function sort(workbook: Model): void {
  const body = sheetIn(workbook).getRange("A2:H7");
  body.formulas = [...body.formulas!].sort((a, b) => String(a[0]).localeCompare(String(b[0])));
}

/** What another person can do to a list between two requests. */
const disturbances: [string, (workbook: Model) => void][] = [
  ["sorts the list", sort],
  [
    "inserts a row into the list",
    (workbook) => {
      const sheet = sheetIn(workbook);
      sheet.getRange("A3:H3").insert("Down");
      sheet.getRange("A3:C3").values = [["Fresh Start", "Orlov", 4000]];
    },
  ],
  ["inserts a row above the list", (workbook) => void sheetIn(workbook).getRange("1:1").insert("Down")],
  ["deletes a row of the list", (workbook) => void sheetIn(workbook).getRange("A4:H4").delete("Up")],
  ["edits an amount", (workbook) => void (sheetIn(workbook).getRange("C5").values = [[7777]])],
  ["renames a client", (workbook) => void (sheetIn(workbook).getRange("A5").values = [["Blue Orchard"]])],
  ["renames the sheet", (workbook) => void (sheetIn(workbook).name = "Our clients")],
  [
    "edits a cell that says nothing of the amounts",
    (workbook) => void (sheetIn(workbook).getRange("B5").values = [["Orlov"]]),
  ],
];

const inRegionOnly: [string, (workbook: Model) => void][] = [
  [
    "adds a client at the end",
    (workbook) => void (sheetIn(workbook).getRange("A8:C8").values = [["Fresh Start", "Orlov", 4000]]),
  ],
  [
    "inserts a column",
    (workbook) => {
      sheetIn(workbook).getRange("B:B").insert("Right");
      sheetIn(workbook).getRange("B1:B2").values = [["Town"], ["Here"]];
    },
  ],
];

const inTableOnly: [string, (workbook: Model) => void][] = [
  [
    "adds a client at the end",
    (workbook) => {
      const { rows } = workbook.tables.getItem("Deals");
      const columns = workbook.tables.getItem("Deals").columns.count;
      rows.add(null, [["Fresh Start", "Orlov", 4000, ...Array.from({ length: columns - 3 }, () => "")]]);
    },
  ],
  ["adds a column", (workbook) => void workbook.tables.getItem("Deals").columns.add(1, null, "Town")],
];

const forms: [string, (rows: Cell[][]) => SheetRecord, [string, (workbook: Model) => void][]][] = [
  ["a region", (rows) => sheetOf("Clients", rows), [...disturbances, ...inRegionOnly]],
  [
    "a table",
    (rows) => sheetWithTable("Clients", "Deals", rows),
    [disturbances[0], ...disturbances.slice(4), ...inTableOnly],
  ],
];

/** Columns of the user: everything but ours. */
function ofUser(sheet: SheetRecord): Cell[][] {
  const rows = rowsOf(sheet).map((row) => row.map((cell) => cell ?? null));
  const header = rows.find((row) => row.includes("Client"))!;
  const kept = header.flatMap((name, i) =>
    ["Share", "Status", "ABC", "Reason", "Action"].includes(String(name)) ? [] : [i],
  );
  return rows.map((row) => kept.map((i) => row[i] ?? null));
}

describe.each(forms)("while a run works on %s, another person", (_, sheetWith, possible) => {
  describe.each(possible)("%s", (__, disturb) => {
    test.each([
      ["during the first run", false],
      ["during a later run", true],
    ])(
      "%s, before whichever request: the results belong to their clients, the user's cells are hers",
      async (___, later) => {
        // Nothing is known before the first request; the fifth marks new columns of a region, the next writes. A later run asks for
        // cards and for the runs before it, and writes with the seventh.
        for (const k of [2, 3, 4, 5, ...(later ? [6, 7] : _ === "a region" ? [6] : [])]) {
          const { host } = await openWorkbook([sheetWith(clients)]);
          if (later) {
            await classifyRows(request);
            sheetIn(host.workbook).getRange("C2:C3").values = [[700], [6300]];
          }
          let user: Cell[][] = [];
          host.faults.beforeRequest(k, async () => {
            disturb(host.workbook);
            user = ofUser((await host.toRecord()).sheets[0]);
          });
          await classifyRows(request);
          expect(host.faults.pending).toBe(false);
          const record = await host.toRecord();
          expect(ofUser(record.sheets[0])).toEqual(user);
          expect(new Set(record.names.map(({ name }) => name)).size).toBe(5);
          const texts = rowsOf(record.sheets[0]);
          const { added, changed } = (await classifyRows(request)).written;
          // Nobody has moved since the run before: the cards say so no more.
          expect([added, changed.filter((column) => column !== "status")]).toEqual([[], []]);
          expect(rowsOf((await host.toRecord()).sheets[0])).toEqual(texts);
        }
      },
    );
  });
});

describe("a run that finds the list changed", () => {
  test.each(forms)("repeats, and writes in the end: %s", async (_, sheetWith) => {
    const { host } = await openWorkbook([sheetWith(clients)]);
    let edits = 0;
    const edit = () => void (sheetIn(host.workbook).getRange("C2").values = [[6000 + edits++]]);
    // The fifth request writes, two put everything back, four read again.
    host.faults.beforeRequest(5, edit);
    const { written, classification } = await classifyRows(request);
    expect(edits).toBe(1);
    expect(written.added).toHaveLength(5);
    expect(classification.portfolio.amounts[0]).toBe(6000);
  });

  test.each(forms)("stops after two repeats, with everything put back: %s", async (_, sheetWith) => {
    const { host } = await openWorkbook([sheetWith(clients)]);
    const before = ordered(await host.toRecord());
    let edits = 0;
    const watch = () => {
      host.faults.beforeRequest(1, () => {
        watch();
        sheetIn(host.workbook).getRange("C2").values = [[6000 + edits++]];
      });
    };
    watch();
    expect(await problemOfRun(classifyRows(request))).toEqual({
      kind: "sourceChanged",
      address: "Clients!A1:C7",
    });
    host.faults.clear();
    sheetIn(host.workbook).getRange("C2").values = [[5200]];
    expect(ordered(await host.toRecord())).toEqual(before);
  });

  test("gives each row the contents of its client back when the rows were sorted between two writing requests", async () => {
    const rows = longList(1500);
    const { host } = await openWorkbook([sheetOf("Clients", rows)]);
    await classifyRows(request);
    const shareOf = async () => {
      const [sheet] = (await host.toRecord()).sheets;
      return new Map(
        rowsOf(sheet)
          .slice(1)
          .map((row) => [String(row[0]).slice(0, 12), row[3]]),
      );
    };
    sheetIn(host.workbook).getRange("C2").values = [[123_456]];
    const before = await shareOf();
    host.journal.clear();
    let writes = 0;
    const reverse = () => {
      const body = sheetIn(host.workbook).getRange(`A2:G${rows.length}`);
      body.formulas = [...body.formulas!].reverse();
    };
    const watch = () => {
      host.faults.beforeRequest(1, () => {
        watch();
        const last = host.journal.requests.at(-1);
        if (last?.operations.includes("Range.values=") && last.error === null) {
          writes++;
          reverse();
        }
      });
    };
    watch();
    expect(await problemOfRun(classifyRows(request))).toMatchObject({ kind: "sourceChanged" });
    host.faults.clear();
    expect(writes).toBe(6);
    expect(await shareOf()).toEqual(before);
  });

  test("puts cells back that somebody filled where the new columns were to come", async () => {
    const { host } = await openWorkbook([sheetOf("Clients", clients)]);
    host.faults.beforeRequest(5, () => {
      sheetIn(host.workbook).getRange("E3:E4").formulas = [["=1+1"], ["mine"]];
    });
    expect(await problemOfRun(classifyRows(request))).toEqual({
      kind: "cellsToTheRight",
      address: "Clients!E3:E4",
    });
    const [sheet] = (await host.toRecord()).sheets;
    expect(rowsOf(sheet, 4)).toEqual([[null], [null], ["=1+1"], ["mine"]].filter((_, i) => i > -1));
    expect(sheet.cells.filter(({ column }) => column === 3)).toEqual([]);
  });

  test("makes a column again that somebody deleted meanwhile", async () => {
    const { host } = await openWorkbook([sheetOf("Clients", clients)]);
    await classifyRows(request);
    sheetIn(host.workbook).getRange("C2:C3").values = [[700], [6300]];
    host.faults.beforeRequest(5, () => sheetIn(host.workbook).getRange("E:E").delete("Left"));
    expect((await classifyRows(request)).written.added).toEqual(["status"]);
    const [sheet] = (await host.toRecord()).sheets;
    expect(columnOf(sheet, "Status").slice(0, 2)).toEqual(["Regular", "Mono-client"]);
  });

  test("says that a filter is active which somebody set meanwhile, and leaves no cell behind", async () => {
    const { host } = await openWorkbook([sheetOf("Clients", clients)]);
    host.faults.beforeRequest(5, () => {
      const sheet = sheetIn(host.workbook);
      sheet.autoFilter.apply(sheet.getRange("A1:C7"), 1, { filterOn: "Values", values: ["Ivanova"] });
    });
    expect(await problemOfRun(classifyRows(request))).toMatchObject({ kind: "filterActive" });
    const { sheets, names } = await host.toRecord();
    expect(sheets[0].cells.filter(({ column }) => column > 2)).toEqual([]);
    expect(names.filter(({ name }) => name.startsWith("keyfolio."))).toEqual([]);
  });

  test("says that the sheet is protected which somebody protected meanwhile, and leaves nothing behind", async () => {
    const { host } = await openWorkbook([sheetOf("Clients", clients)]);
    const before = ordered(await host.toRecord());
    host.faults.beforeRequest(5, () => sheetIn(host.workbook).protection.protect());
    expect(await problemOfRun(classifyRows(request))).toEqual({ kind: "protectedSheet", sheet: "Clients" });
    sheetIn(host.workbook).protection.unprotect();
    expect(ordered(await host.toRecord())).toEqual(before);
  });
});

/** Clients whose names are so long that the key cells need several requests. */
function longList(rows: number): Cell[][] {
  const padding = "x".repeat(900);
  return [
    ["Client", "Manager", "Sales"],
    ...Array.from({ length: rows }, (_, row): Cell[] => [`Client ${row} ${padding}`, "Orlov", 1000 + row]),
  ];
}
