import type { ExcelHostOptions } from "../../src/host/excel-host";
import { ordered } from "../ordered";
import type { SheetRecord, WorkbookRecord } from "../../src/host/workbook-record";
import { Problem } from "../../src/portfolio";
import { runsKey } from "../../src/workbook/settings/runs-setting";
import { startExcel, type StartedExcel } from "../excel";
import type { Cell } from "../workbook-records";

export { ordered };

/** Requests of a finished run by which the workbook comes to remember it: what was remembered is read, then written. */
export const remembering = 2;

/** Takes away what the workbook remembers of runs, so that the next one is compared with none, as a first one is. */
export function forgetRuns({ workbook }: Host): void {
  for (const setting of workbook.settings.items) if (setting.key === runsKey) setting.delete();
}

type Host = StartedExcel["host"];

/** The first request that says that it writes, by its number; 0 for none. */
export const firstWritingRequest = ({ journal }: Host): number =>
  journal.requests.findIndex(({ writes }) => writes) + 1;

/** The first request that does something, such as "Range.values=", by its number; 0 for none. */
export const firstRequestWith = ({ journal }: Host, operation: string): number =>
  journal.requests.findIndex(({ operations }) => operations.includes(operation)) + 1;

/** The last one of them. */
export const lastRequestWith = ({ journal }: Host, operation: string): number =>
  journal.requests.findLastIndex(({ operations }) => operations.includes(operation)) + 1;

let open: StartedExcel | null = null;

/** Opens a workbook for one test; it is closed with the next one, or after the test. */
export async function openWorkbook(
  workbook: WorkbookRecord | SheetRecord[],
  options: Partial<ExcelHostOptions> = {},
): Promise<StartedExcel> {
  open?.stop();
  open = null;
  open = await startExcel(workbook, options);
  return open;
}

/**
 * The same in an Excel whose cells carry no cards: a later run asks for nothing but the list, so that its requests can be told by
 * their numbers.
 */
export const openWithoutCards: typeof openWorkbook = (workbook, options = {}) =>
  openWorkbook(workbook, { apiLevel: "1.18", ...options });

/** A workbook as an Excel would have it whose cells carry no cards. */
export const withoutCards = (record: WorkbookRecord): WorkbookRecord => ({
  ...record,
  sheets: record.sheets.map((sheet) => ({
    ...sheet,
    cells: sheet.cells.map((cell) => {
      const plain = { ...cell };
      delete plain.card;
      return plain;
    }),
  })),
});

afterEach(() => {
  open?.stop();
  open = null;
});

/** What stopped a run, as facts; fails when the run went through or threw anything but a Problem. */
export async function problemOfRun(run: Promise<unknown>): Promise<Problem["detail"]> {
  const outcome = await run.then(
    () => "no problem",
    (error: unknown) => error,
  );
  if (!(outcome instanceof Problem)) throw outcome;
  return outcome.detail;
}

/** Rows of a sheet as the record holds them: values, or formulas where there are; null where a cell is blank. */
export function rowsOf(sheet: SheetRecord, left = 0, top = 0): (Cell | undefined)[][] {
  const rows: (Cell | undefined)[][] = [];
  for (const cell of sheet.cells) {
    if (cell.value === undefined && cell.formula === undefined) continue;
    if (cell.row < top || cell.column < left) continue;
    (rows[cell.row - top] ??= [])[cell.column - left] = cell.formula ?? cell.value ?? null;
  }
  const width = Math.max(0, ...Array.from(rows, (row) => row?.length ?? 0));
  return Array.from(rows, (row) => Array.from({ length: width }, (_, column) => row?.[column] ?? null));
}

/** A column of a sheet by its header, without the header. */
export function columnOf(sheet: SheetRecord, header: string, top = 0): (Cell | undefined)[] {
  const rows = rowsOf(sheet, 0, top);
  const position = rows[0].indexOf(header);
  if (position < 0) throw new Error(`no column ${header} among ${rows[0].join(", ")}`);
  return rows.slice(1).map((row) => row[position]);
}

/** Tables that were made anew have other numbers, and names stand in another order. */
export const comparable = (record: WorkbookRecord) => {
  const { sheets, names, ...rest } = ordered(record);
  return {
    ...rest,
    names: [...names].sort((a, b) => (a.name < b.name ? -1 : 1)),
    sheets: sheets.map(({ tables, charts, ...sheet }) => ({
      ...sheet,
      tables: tables.map((table) => ({ ...table, id: 0, columns: table.columns.map(({ name }) => name) })),
      charts: charts.map((chart) => ({ ...chart, id: "" })),
    })),
  };
};
