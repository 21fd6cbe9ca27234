import type { StartedExcel } from "../../excel";
import type { WorkbookRecord } from "../../../src/host/workbook-record";
import { classifyRows } from "../../../src/workbook";
import type { Problem } from "../../../src/portfolio";
import { type Cell, sheetOf } from "../../workbook-records";
import { request } from "../lists";
import { columnOf, openWorkbook } from "../session";

const serial = (iso: string) => Date.parse(`${iso}T00:00:00Z`) / 86_400_000 + 25_569;
const day = (month: number, date: number) => serial(`2024-0${month}-0${date}`);

const lines: Cell[][] = [
  ["Date", "Invoice", "Code", "Client", "Manager", "Sales"],
  [day(1, 5), "A-1", "C1", "Northern Mills", "Ivanova", 5200],
  [day(1, 9), "A-2", "C2", "Bright Bakery", "Petrov", 800],
  [day(2, 6), "A-3", "C3", "Quiet Harbour", "Ivanova", 300],
  [day(2, 7), "A-4", "C4", "Old Foundry", "Sokolov", 450],
  [day(2, 8), "A-5", "C5", "Lost Lantern", "Sokolov", 400],
  [day(3, 9), "A-6", "C6", "Gone Garage", "Petrov", 350],
  [day(3, 9), "A-7", "C1", "Northern Mills", "Ivanova", 30],
];
/** Two clients have gone, one is called otherwise, one has another manager, one is new, one month is new and one has gone. */
const next: Cell[][] = [
  lines[0],
  [day(2, 5), "A-1", "C1", "Northern Mills Ltd", "Ivanova", 5300],
  [day(2, 9), "A-2", "C2", "Bright Bakery", "Ivanova", 810],
  [day(2, 6), "A-3", "C3", "Quiet Harbour", "Ivanova", 310],
  [day(2, 7), "A-4", "C4", "Old Foundry", "Sokolov", 460],
  [day(4, 8), "A-8", "C8", "Delta Works", "Petrov", 900],
  [day(3, 9), "A-9", "C8", "Delta Works", "Petrov", 350],
  [day(4, 9), "A-7", "C1", "Northern Mills Ltd", "Ivanova", 30],
];
const remarks = new Map([
  ["C1", "of C1"],
  ["C3", "of C3"],
  ["C6", "of C6"],
]);

type Host = StartedExcel["host"];
const tableIn = (host: Host) => host.workbook.worksheets.getItem("Clients").tables.items[0];
const rowOfCode = (host: Host, code: string) => {
  const column = tableIn(host).columns.getItem("Code").getDataBodyRange().values!;
  return column.findIndex(([cell]) => cell === code);
};

let record: Promise<WorkbookRecord> | undefined;

/** A list of clients with her remarks, notes below it, and lines that have changed since it was made. */
async function opened(): Promise<Host> {
  record ??= changed();
  return (await openWorkbook(await record)).host;
}

async function changed(): Promise<WorkbookRecord> {
  const { host } = await openWorkbook([sheetOf("Journal", lines)]);
  await classifyRows(request);
  const table = tableIn(host);
  const codes = table.columns.getItem("Code").getDataBodyRange().values!;
  table.columns.add(1, [["Remark"], ...codes.map(([code]) => [remarks.get(String(code)) ?? ""])], undefined);
  const { rowIndex, rowCount, columnIndex } = table.getRange();
  const sheet = host.workbook.worksheets.getItem("Clients");
  for (let below = 0; below < 4; below++)
    sheet.getCell(rowIndex + rowCount + below, columnIndex + 6).values = [[`below ${below}`]];
  host.workbook.worksheets.getItem("Journal").getRangeByIndexes(0, 0, next.length, 6).values = next;
  return host.toRecord();
}

interface Deed {
  on: (host: Host) => void;
  /** How many requests in turn it comes before. */
  times?: number;
  /** Remarks that she has changed. */
  wanted?: ReadonlyMap<string, string>;
  /** A client whose row she has taken away: it comes again with the next run only. */
  gone?: string;
  /** What keeps a run from going on; it is taken away again for the next one. */
  undo?: (host: Host) => void;
  kinds?: readonly string[];
}

const sort = (host: Host) => {
  const body = tableIn(host).getDataBodyRange();
  body.formulas = [...body.formulas!].reverse();
};

const deeds: Record<string, Deed> = {
  "sorts the list": { on: sort },
  "sorts the list over and over": { on: sort, times: 3 },
  "inserts a row": {
    on: (host) => tableIn(host).rows.add(1),
  },
  "deletes a row": {
    on: (host) => tableIn(host).rows.getItemAt(rowOfCode(host, "C2")).delete(),
    gone: "C2",
  },
  "types a remark beside a client that has gone": {
    on: (host) => {
      const row = rowOfCode(host, "C5");
      if (row < 0) throw new Error("gone by now");
      tableIn(host).columns.getItem("Remark").getDataBodyRange().getCell(row, 0).values = [["late, of C5"]];
    },
    wanted: new Map([...remarks, ["C5", "late, of C5"]]),
  },
  "types the remark of a client that has gone into a column that is new": {
    on: (host) => {
      const row = rowOfCode(host, "C5");
      if (row < 0) throw new Error("gone by now");
      const column = tableIn(host).columns.add(2, undefined, "Apr 2024");
      column.getDataBodyRange().getCell(row, 0).values = [["hers, of C5"]];
    },
  },
  "inserts a column": {
    on: (host) => tableIn(host).columns.add(0, "hers", "Own"),
  },
  "sets a filter": {
    on: (host) => tableIn(host).columns.getItem("Code").filter.applyValuesFilter(["C2", "C3"]),
    undo: (host) => tableIn(host).clearFilters(),
    kinds: ["filterActive", "madeHalf", "leftStanding"],
  },
};

async function verify(host: Host, { wanted = remarks }: Deed, wants: string) {
  const { sheets } = await host.toRecord();
  const clients = sheets.find(({ name }) => name === "Clients")!;
  const [codes, notes] = [columnOf(clients, "Code"), columnOf(clients, "Remark")];
  const beside = new Map(codes.flatMap((code, row) => (notes[row] ? [[String(code), notes[row]]] : [])));
  expect([wants, beside]).toEqual([wants, wanted]);
  const table = tableIn(host);
  const { rowIndex, rowCount } = table.getRange();
  const texts = (host.workbook.worksheets.getItem("Clients").getUsedRange().values as unknown as Cell[][])
    .slice(rowIndex + rowCount)
    .flat()
    .filter((cell) => cell !== "");
  expect([wants, texts]).toEqual([wants, ["below 0", "below 1", "below 2", "below 3"]]);
  return { clients, codes };
}

/** What the list is to show, whatever has happened. */
const shown: Record<string, [string, string, number, number | null]> = {
  C1: ["Northern Mills Ltd", "Ivanova", 5300, 30],
  C2: ["Bright Bakery", "Ivanova", 810, 0],
  C3: ["Quiet Harbour", "Ivanova", 310, 0],
  C4: ["Old Foundry", "Sokolov", 460, 0],
  C6: ["Gone Garage", "Petrov", 0, 0],
  C8: ["Delta Works", "Petrov", 0, 900],
};

describe("a list of clients that is made anew while somebody", () => {
  test.each(Object.entries(deeds))(
    "%s keeps all that is hers beside its client, whatever the moment",
    async (_, deed) => {
      let acted = 0;
      for (let k = 8; ; k += 2) {
        const host = await opened();
        let isActed = false;
        host.faults.beforeRequest(k, () => {
          try {
            deed.on(host);
            isActed = true;
          } catch {
            // There is nothing to do it to.
          }
        });
        const problem = await classifyRows({ ...request, sheet: "Journal" }).then(
          () => null,
          (error: unknown) => error as Problem,
        );
        if (host.faults.pending) break;
        if (problem && !deed.kinds?.includes(problem.detail.kind))
          throw new Error(`request ${k}`, { cause: problem });
        if (!isActed) continue;
        acted++;
        await verify(host, deed, `after request ${k}`);
        deed.undo?.(host);
        if (problem) await classifyRows({ ...request, sheet: "Journal" });
        const { clients, codes } = await verify(host, deed, `then, after request ${k}`);
        const columns = ["Client", "Manager", "Feb 2024"].map((header) => columnOf(clients, header));
        const april = clients.tables[0].columns
          .map(({ name }) => name)
          .findLast((name) => /Apr 2024|2024-04/.test(name))!;
        const all = Object.fromEntries(
          codes.flatMap((code, row) =>
            code && String(code) in shown
              ? [[String(code), [...columns.map((column) => column[row]), columnOf(clients, april)[row]]]]
              : [],
          ),
        );
        const wanted = Object.entries(shown).filter(([code]) => code !== deed.gone || codes.includes(code));
        expect([k, all]).toEqual([k, Object.fromEntries(wanted)]);
      }
      expect(acted).toBeGreaterThan(3);
    },
  );
});

test("a remark beside a client that has gone, which cannot come again since somebody protects the sheet, is told", async () => {
  let told = 0;
  for (let k = 8; ; k++) {
    const host = await opened();
    const { protection } = host.workbook.worksheets.getItem("Clients");
    let isTyped = false;
    host.faults.beforeRequest(k, () => {
      const row = rowOfCode(host, "C5");
      if (row < 0) return;
      tableIn(host).columns.getItem("Remark").getDataBodyRange().getCell(row, 0).values = [["late, of C5"]];
      isTyped = true;
    });
    host.faults.beforeRequest(k + 1, () => protection.protect());
    const problem = await classifyRows({ ...request, sheet: "Journal" }).then(
      () => null,
      (error: unknown) => (error as Problem).detail,
    );
    if (host.faults.pending) break;
    if (!isTyped) continue;
    const typed = problem?.kind === "madeHalf" ? (problem.typed ?? []) : [];
    if (typed.length > 0) told++;
    const stands = columnOf(
      (await host.toRecord()).sheets.find(({ name }) => name === "Clients")!,
      "Remark",
    ).includes("late, of C5");
    expect([k, stands || typed.some(({ content }) => content === "late, of C5")]).toEqual([k, true]);
  }
  expect(told).toBe(1);
});
