import type { SheetRecord, WorkbookRecord } from "../../../src/host/workbook-record";
import type { Problem } from "../../../src/portfolio";
import { classifyRows } from "../../../src/workbook";
import { OpenExcel } from "../../misfortunes/open-excel";
import { sheetOf, sheetWithTable, workbookOf } from "../../workbook-records";
import { clients, request } from "../lists";
import { openWorkbook, ordered, remembering } from "../session";

type Model = Awaited<ReturnType<typeof OpenExcel.aside>>["workbook"];
type Deed = (workbook: Model) => void;
const sheetIn = (workbook: Model) => workbook.worksheets.getItem("Clients");

/** Requests of a run that nobody disturbs, until it has done its work: the last one writes. */
async function requestsOfRun(record: WorkbookRecord): Promise<number> {
  const { host } = await openWorkbook(record);
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
  const { host } = await openWorkbook(record);
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
