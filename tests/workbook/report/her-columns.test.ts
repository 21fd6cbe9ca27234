import { portfolioReport } from "../../../src/workbook";
import { undoRun } from "../../../src/workbook/undo/undo-run";
import type { StartedExcel } from "../../excel";
import { type Cell, sheetOf } from "../../workbook-records";
import { clients, request, salesByMonth } from "../lists";
import { forgetRuns, openWorkbook, problemOfRun } from "../session";
import { oneIn } from "../../moments";

type Host = StartedExcel["host"];

const again = { ...request, sheet: "Clients" };
const dependency = ({ workbook }: Host) => workbook.worksheets.getItem("Dependency");
const source = ({ workbook }: Host) => workbook.worksheets.getItem("Clients");
const tableOf = (host: Host) => dependency(host).tables.items[0];
const bodyOf = (host: Host) => tableOf(host).getDataBodyRange();
/** Names of the clients and what stands in the last column of the table. */
const remarks = (host: Host): Cell[][] =>
  bodyOf(host).values!.map((row) => [row[1] as Cell, row.at(-1) as Cell]);

/** A report, and a column "Remark" right of the table of Dependency. */
async function remarked(of: (name: string, row: number) => Cell, cells = clients): Promise<Host> {
  const { host } = await openWorkbook([sheetOf("Clients", cells)]);
  await portfolioReport(request);
  const { rowIndex, columnIndex, rowCount, columnCount, values } = bodyOf(host);
  const column = columnIndex + columnCount;
  dependency(host).getRangeByIndexes(rowIndex - 1, column, 1, 1).values = [["Remark"]];
  dependency(host).getRangeByIndexes(rowIndex, column, rowCount, 1).formulas = values!.map((row, r) => [of(String(row[1]), rowIndex + r + 1) as string]); // prettier-ignore
  tableOf(host).resize(
    dependency(host).getRangeByIndexes(rowIndex - 1, columnIndex, rowCount + 1, columnCount + 1),
  );
  return host;
}

const about = (name: string) => `about ${name}`;
const turnRound = (host: Host) => (source(host).getRange("C2:C3").values = [[700], [6300]]);
const besideTheirs = (host: Host) => remarks(host).map(([name]) => [name, about(String(name))]);

describe("what somebody has typed in a column of hers in the table of a page goes along with the client of its row", () => {
  test("when the clients change their order, and back when the run is undone", async () => {
    const host = await remarked(about);
    turnRound(host);
    const { trace } = await portfolioReport(again);
    expect(remarks(host)[0]).toEqual(["Bright Bakery", "about Bright Bakery"]);
    expect(remarks(host)).toEqual(besideTheirs(host));
    expect((await undoRun(trace)).stays).toEqual([]);
    expect(remarks(host)[0]).toEqual(["Northern Mills", "about Northern Mills"]);
    expect(remarks(host)).toEqual(besideTheirs(host));
  });

  test("though a client comes above the others, who has nothing beside it", async () => {
    const host = await remarked(about);
    source(host).getRange("A8:C8").values = [["Amber Glass", "Petrov", 9000]];
    await portfolioReport(again);
    expect(remarks(host)[0]).toEqual(["Amber Glass", ""]);
    expect(remarks(host).slice(1)).toEqual(besideTheirs(host).slice(1));
  });

  test("with its number format, and a formula about its own row is one about the row in which it comes", async () => {
    const host = await remarked((name, row) => (name === "Northern Mills" ? `=D${row}*2` : 45_000));
    const { rowIndex, columnIndex, columnCount } = bodyOf(host);
    const at = (row: number) =>
      dependency(host).getRangeByIndexes(rowIndex + row, columnIndex + columnCount - 1, 1, 1);
    at(1).numberFormat = [["yyyy-mm-dd"]];
    turnRound(host);
    await portfolioReport(again);
    const place = remarks(host).findIndex(([name]) => name === "Northern Mills");
    expect(at(place).formulas).toEqual([[`=D${rowIndex + place + 1}*2`]]);
    expect(at(0).numberFormat).toEqual([["yyyy-mm-dd"]]);
    expect(at(place).numberFormat).toEqual([["General"]]);
  });

  test("though the page has got wider, whose table keeps the column then", async () => {
    const even: Cell[][] = [clients[0], ...Array.from({ length: 20 }, (_, i): Cell[] => [`Client ${i + 1}`, "Berg", 100 + i])]; // prettier-ignore
    const host = await remarked(about, even);
    const before = bodyOf(host).columnCount;
    source(host).getRange("C2").values = [[9000]];
    const { trace } = await portfolioReport(again);
    expect(bodyOf(host).columnCount).toBeGreaterThan(before);
    expect(remarks(host)).toEqual(besideTheirs(host));
    source(host).getRange("C2:C3").values = [[8000], [9500]];
    await portfolioReport(again);
    expect(remarks(host)).toEqual(besideTheirs(host));
    source(host).getRange("C2:C3").values = [[100], [101]];
    await portfolioReport(again);
    expect(bodyOf(host).columnCount).toBe(before);
    expect(remarks(host)).toEqual(besideTheirs(host));
    expect(trace.report.sheets.length).toBeGreaterThan(0);
  });

  test("by the client's code where two have the same name", async () => {
    const coded = clients.map((row, i): Cell[] => [row[0], i === 0 ? "Code" : `K${i}`, row[2]]);
    const host = await remarked(about, [...coded, ["Quiet Harbour", "K9", 100]]);
    const alike = () => remarks(host).filter(([name]) => String(name).startsWith("Quiet Harbour"));
    expect(alike()).toHaveLength(2);
    source(host).getRange("C8").values = [[1400]];
    const before = alike();
    await portfolioReport(again);
    expect(alike()).toEqual([...before].reverse());
    expect(remarks(host)).toEqual(besideTheirs(host));
  });
});

describe("what she has typed about a client who has left the list", () => {
  const gone = async () => {
    const host = await remarked(about);
    source(host).getRange("3:3").delete("Up");
    const run = await portfolioReport(again);
    return { host, run };
  };

  test("stays beside the client's name in a last row of the table, and the run says where", async () => {
    const { host, run } = await gone();
    expect(remarks(host).at(-1)).toEqual(["Bright Bakery", "about Bright Bakery"]);
    expect(remarks(host)).toEqual(besideTheirs(host));
    const { rowIndex, rowCount } = bodyOf(host);
    expect(run.report.remarks).toEqual([`Dependency!C${rowIndex + rowCount}`]);
    await portfolioReport(again);
    expect(remarks(host)).toEqual(besideTheirs(host));
  });

  test("stands beside the client when the run is undone, and nowhere else", async () => {
    const { host, run } = await gone();
    expect((await undoRun(run.trace)).stays).toEqual([]);
    expect(remarks(host)).toHaveLength(6);
    expect(remarks(host)).toEqual(besideTheirs(host));
  });

  test("is not kept where there is nothing", async () => {
    const host = await remarked((name) => (name === "Bright Bakery" ? "" : about(name)));
    source(host).getRange("3:3").delete("Up");
    const { report } = await portfolioReport(again);
    expect([remarks(host).length, report.remarks]).toEqual([5, []]);
  });
});

/** Somebody types beside a client. */
function remarkOn(host: Host, client: string, text: string): void {
  const { rowIndex, columnIndex, columnCount } = bodyOf(host);
  const row = remarks(host).findIndex(([name]) => name === client);
  dependency(host).getRangeByIndexes(rowIndex + row, columnIndex + columnCount - 1, 1, 1).values = [[text]];
}

test("what somebody types beside a client in every moment, while she sorts the table, is told where it does not stand", async () => {
  const host = await remarked(about);
  turnRound(host);
  for (let k = 1; k <= 30; k++) {
    host.faults.beforeRequest(k, () => {
      bodyOf(host).formulas = [...bodyOf(host).formulas!].reverse();
      remarkOn(host, "Northern Mills", `hers ${k}`);
    });
  }
  const problem = await problemOfRun(portfolioReport(again));
  expect(problem).toMatchObject({ kind: "cutOff", sheets: ["Dependency"] });
  const told = problem.kind === "cutOff" ? problem.typed : [];
  expect(told).toEqual([{ address: expect.stringMatching(/^Dependency!/) as string, content: expect.stringMatching(/^hers/) as string }]); // prettier-ignore
});

test.each(["types beside a client", "sorts the table"])(
  "what stands beside a client stays there though somebody %s while the page is written, whichever request was just sent",
  async (deed) => {
    for (let k = 1; ; k += oneIn(5)) {
      const host = await remarked(about);
      turnRound(host);
      host.faults.beforeRequest(k, () => {
        if (deed === "sorts the table") bodyOf(host).formulas = [...bodyOf(host).formulas!].reverse();
        else remarkOn(host, "Northern Mills", "hers");
      });
      await portfolioReport(again);
      const isOver = host.faults.pending;
      const typed = isOver || deed === "sorts the table" ? "about Northern Mills" : "hers";
      expect([k, remarks(host)]).toEqual([
        k,
        besideTheirs(host).map(([name, text]) => [name, name === "Northern Mills" ? typed : text]),
      ]);
      if (isOver) break;
    }
  },
);

test("what she has typed beside a list stays beside its names while the report has nothing for the page, and when it has again", async () => {
  const { host } = await openWorkbook([sheetOf("Clients", salesByMonth(12, 14))]);
  await portfolioReport(request);
  const sheet = host.workbook.worksheets.getItem("Movement");
  const list = () => sheet.tables.items[0].getDataBodyRange();
  const { rowIndex, columnIndex, rowCount, columnCount, values } = list();
  const column = sheet.getRangeByIndexes(rowIndex - 1, columnIndex + columnCount, rowCount + 1, 1);
  column.values = [["Remark"], ...values!.map(([name]) => [about(String(name))])];
  sheet.tables.items[0].resize(
    sheet.getRangeByIndexes(rowIndex - 1, columnIndex, rowCount + 1, columnCount + 1),
  );
  const months = source(host).getRange("C1:O13");
  const were = months.formulas!;
  const rows = () => list().values!.map((row) => [row[0], row.at(-1)]);
  for (const [now, columns] of [
    [were.map((row) => row.map(() => "")), 2],
    [were, columnCount + 1],
  ] as const) {
    months.formulas = [...now];
    forgetRuns(host);
    await portfolioReport(again);
    expect(list().columnCount).toBe(columns);
    expect(rows()).toHaveLength(12);
    expect(rows()).toEqual(rows().map(([name]) => [name, about(String(name))]));
  }
});

test("a report takes as many requests with a column of hers as without, whether clients have changed their order or not", async () => {
  const counted = async (host: Host) => {
    const counts: number[] = [];
    for (const change of [() => undefined, turnRound]) {
      change(host);
      host.journal.clear();
      await portfolioReport(again);
      counts.push(host.journal.requests.filter(({ housekeeping }) => !housekeeping).length);
    }
    return counts;
  };
  const { host: plain } = await openWorkbook([sheetOf("Clients", clients)]);
  await portfolioReport(request);
  const without = await counted(plain);
  expect(await counted(await remarked(about))).toEqual(without);
});
