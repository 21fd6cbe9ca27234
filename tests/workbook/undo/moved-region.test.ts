import type { ExcelHost } from "../../../src/host/excel-host";
import { sortRows } from "../../../src/host/model/sheet/sort-rows";
import { classifyRows } from "../../../src/workbook";
import { removeKeyfolio } from "../../../src/workbook/undo/remove-keyfolio";
import { undoRun } from "../../../src/workbook/undo/undo-run";
import { sheetOf } from "../../workbook-records";
import { clients, request } from "../lists";
import { openWorkbook } from "../session";
import { type Run, ways } from "../ways-back";
import { oneIn } from "../../moments";

type Opened = Awaited<ReturnType<typeof openWorkbook>>;
const region = () => openWorkbook([sheetOf("Clients", clients)]);
const listIn = ({ workbook }: ExcelHost) => workbook.worksheets.getItem("Clients");

/** Takes a run back once for each request of it, with something that somebody does before that one. */
async function inEveryMoment(
  open: () => Promise<Opened>,
  takeBack: (run: Run) => ReturnType<typeof removeKeyfolio>,
  deed: (host: ExcelHost) => void,
  check: (
    k: number,
    host: ExcelHost,
    stays: Awaited<ReturnType<typeof removeKeyfolio>>["stays"],
  ) => Promise<void> | void,
): Promise<void> {
  for (let [k, isOver] = [1, false]; !isOver; k += oneIn(3)) {
    const { host } = await open();
    const run = await classifyRows(request);
    host.faults.beforeRequest(k, () => deed(host));
    const { stays } = await takeBack(run);
    isOver = host.faults.pending;
    if (isOver) expect(k).toBeGreaterThan(5);
    else await check(k, host, stays);
  }
}

test.each(ways)(
  "a row that comes into a region in any moment keeps no format of shares while a run is %s",
  async (_, takeBack) => {
    await inEveryMoment(
      region,
      takeBack,
      (host) => listIn(host).getRange("4:4").insert("Down"),
      async (k, host) => {
        const [{ cells }] = (await host.toRecord()).sheets;
        expect([k, cells.filter(({ column }) => column > 2)]).toEqual([k, []]);
      },
    );
  },
);

const withHeader = () => {
  const sheet = sheetOf("Clients", clients);
  for (const cell of sheet.cells) if (cell.row === 0) cell.format = { font: { bold: true }, fill: "#FFF2CC" };
  return openWorkbook([sheet]);
};

test.each(ways)(
  "a row that came right below the header of a region and was sorted elsewhere keeps nothing of its look beside it once a run is %s",
  async (_, takeBack) => {
    const { host } = await withHeader();
    const run = await classifyRows(request);
    const sheet = listIn(host);
    sheet.getRange("2:2").insert("Down");
    sheet.getRange("A2:C2").values = [["Lime Works", "Petrov", 700]];
    const { columnCount } = sheet.getUsedRangeOrNullObject(true)!;
    sortRows(sheet.$state, { row: 1, rows: 7, column: 0, columns: columnCount }, 0, true);
    expect(sheet.getRange("A4").values).toEqual([["Lime Works"]]);
    expect(sheet.getRange("E4").format.font.bold).toBe(true);
    await takeBack(run);
    const [{ cells }] = (await host.toRecord()).sheets;
    expect(cells.filter(({ column }) => column > 2)).toEqual([]);
    expect(sheet.getRange("C4").format.font.bold).toBe(true);
  },
);

test.each(ways)(
  "a row that comes right below the header of a region in any moment keeps nothing of its look beside it while a run is %s",
  async (_, takeBack) => {
    await inEveryMoment(
      withHeader,
      takeBack,
      (host) => listIn(host).getRange("2:2").insert("Down"),
      async (k, host) => {
        const [{ cells }] = (await host.toRecord()).sheets;
        expect([k, cells.filter(({ column }) => column > 2)]).toEqual([k, []]);
      },
    );
  },
);

test.each(ways)(
  "a column that comes left of a region in any moment leaves none of its formats beside it while a run is %s",
  async (_, takeBack) => {
    const formatted = () => {
      const sheet = sheetOf("Clients", clients);
      sheet.cells.find(({ row, column }) => row === 2 && column === 2)!.format = { numberFormat: "#,##0.00" };
      return openWorkbook([sheet]);
    };
    await inEveryMoment(
      formatted,
      takeBack,
      (host) => listIn(host).getRange("A:A").insert("Right"),
      async (k, host) => {
        const [{ cells }] = (await host.toRecord()).sheets;
        expect([k, cells.filter(({ column }) => column > 3)]).toEqual([k, []]);
      },
    );
  },
);

test("undoing a later run leaves nothing of ours below a region that loses a row and a column in any moment", async () => {
  let before: unknown[][] = [];
  const later = async () => {
    const opened = await region();
    await classifyRows(request);
    listIn(opened.host).getRange("C2:C3").values = [[900], [5900]];
    before = listIn(opened.host)
      .getRange("D2:H7")
      .values!.filter((_, row) => row !== 3);
    return opened;
  };
  await inEveryMoment(
    later,
    ({ trace }) => undoRun(trace),
    (host) => {
      listIn(host).getRange("B:B").delete("Left");
      listIn(host).getRange("5:5").delete("Up");
    },
    (k, host, stays) => {
      expect([k, stays]).toEqual([k, []]);
      expect([k, listIn(host).getRange("C2:G7").values]).toEqual([k, [...before, ["", "", "", "", ""]]]);
    },
  );
});

test("undoing a first run leaves nothing below a region that has lost a column, and loses a row in any moment later", async () => {
  for (let [k, isOver] = [7, false]; !isOver; k += oneIn(3)) {
    const { host } = await region();
    const { trace } = await classifyRows(request);
    host.faults.beforeRequest(6, () => listIn(host).getRange("B:B").delete("Left"));
    host.faults.beforeRequest(k, () => listIn(host).getRange("5:5").delete("Up"));
    const { stays } = await undoRun(trace);
    isOver = host.faults.pending;
    const [{ cells }] = (await host.toRecord()).sheets;
    expect([k, stays, cells.filter(({ column }) => column > 1)]).toEqual([k, [], []]);
  }
});
