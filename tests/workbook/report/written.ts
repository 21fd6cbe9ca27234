import type { CellRecord, ChartRecord, SheetRecord, WorkbookRecord } from "../../../src/host/workbook-record";
import type { Language } from "../../../src/locales";
import type { Classification } from "../../../src/portfolio";
import { type ReportOptions, type ReportOutcome, writeReport } from "../../../src/workbook/report";
import type { StartedExcel } from "../../excel";
import { type Cell, sheetOf } from "../../workbook-records";
import { today } from "./classified";

/** The sheet that the user looks at before the report: what is on it must never change. */
export const userSheet = (name = "Clients"): SheetRecord =>
  sheetOf(name, [
    ["Client", "Revenue"],
    ["Alpha", 5],
  ]);

/** Writes the report into the open workbook. */
export function report(
  excel: StartedExcel,
  classification: Classification,
  options: Partial<ReportOptions> = {},
): Promise<ReportOutcome> {
  return excel.run((context) =>
    writeReport(context, classification, { language: "en" satisfies Language, today, ...options }),
  );
}

export function sheetNamed(record: WorkbookRecord, name: string): SheetRecord {
  const sheet = record.sheets.find((each) => each.name === name);
  if (!sheet) throw new Error(`no sheet ${name} among ${record.sheets.map((each) => each.name).join(", ")}`);
  return sheet;
}

export function chartNamed(sheet: SheetRecord, name: string): ChartRecord {
  const chart = sheet.charts.find((each) => each.name === name);
  if (!chart) throw new Error(`no chart ${name} among ${sheet.charts.map((each) => each.name).join(", ")}`);
  return chart;
}

export function cellAt(sheet: SheetRecord, row: number, column: number): CellRecord | undefined {
  return sheet.cells.find((cell) => cell.row === row && cell.column === column);
}

/** All texts of a sheet's print area, top to bottom. */
export function textsOf(sheet: SheetRecord): string[] {
  const area = sheet.page.printArea;
  return [...sheet.cells]
    .filter(({ column }) => !area || column < area.column + area.columns)
    .sort((a, b) => a.row - b.row || a.column - b.column)
    .flatMap(({ value }) => (typeof value === "string" && value !== "" ? [value] : []));
}

/** The body of the sheet's table: one array per row. */
export function listOf(sheet: SheetRecord): Cell[][] {
  const [{ area }] = sheet.tables;
  const values = new Map(sheet.cells.map((cell) => [`${cell.row},${cell.column}`, cell.value ?? null]));
  return Array.from({ length: area.rows - 1 }, (_, row) =>
    Array.from(
      { length: area.columns },
      (_, column) => values.get(`${area.row + 1 + row},${area.column + column}`) ?? null,
    ),
  );
}

/** A column of the sheet's table by its header. */
export function listColumn(sheet: SheetRecord, header: string): Cell[] {
  const index = sheet.tables[0].columns.findIndex(({ name }) => name === header);
  if (index < 0)
    throw new Error(
      `no column ${header} among ${sheet.tables[0].columns.map(({ name }) => name).join(", ")}`,
    );
  return listOf(sheet).map((row) => row[index]);
}

/** The cells behind a series' reference. */
export function valuesOf(record: WorkbookRecord, reference: string | null): Cell[] {
  const match = /^='?(.+?)'?!\$([A-Z]+)\$(\d+)(?::\$([A-Z]+)\$(\d+))?$/.exec(reference ?? "");
  if (!match) throw new Error(`not a reference: ${reference}`);
  const [, name, from, first, to = from, last = first] = match;
  const index = (letters: string) =>
    [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
  const sheet = sheetNamed(record, name);
  const values: Cell[] = [];
  for (let row = Number(first) - 1; row < Number(last); row++) {
    for (let column = index(from); column <= index(to); column++) {
      values.push(cellAt(sheet, row, column)?.value ?? null);
    }
  }
  return values;
}
