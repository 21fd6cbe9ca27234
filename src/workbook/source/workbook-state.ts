import { supports } from "../api-level";
import type { Area } from "../cells/cell-value";
import { officeCode } from "../office-problem";
import { settingKeys } from "../settings/settings";
import { runsKey } from "../settings/runs-setting";
import { remembersPage } from "../settings/sheet-setting";
import { ownNamesIn } from "../marks/own-columns";
import { marksMadePlace, marksMemory, marksReportSheet, type OwnName } from "../marks/own-names";
import { scoreHeadersIn } from "../marks/score-marks";

export interface SheetState {
  id: string;
  name: string;
  visible: boolean;
  /** Made by the report, or by a run that was cut off, or for what runs remember: never a source. */
  isReport: boolean;
}

export interface TableState {
  id: string;
  name: string;
  sheet: string;
}

/** What a run has to know of the workbook before it reads a cell. */
export interface WorkbookState {
  readOnly: boolean;
  structureProtected: boolean;
  decimalSeparator: "." | ",";
  sheets: readonly SheetState[];
  tables: readonly TableState[];
  ownNames: readonly OwnName[];
  /** Header cells of columns for scores, as their marks say it. */
  scoreHeaders: readonly NonNullable<OwnName["cell"]>[];
  /** Values of the settings whose key begins with `keyfolio.`, by key; undefined for the runs and for pages of the report, which are much and seldom asked for. */
  settings: ReadonlyMap<string, unknown>;
  active: {
    sheet: string;
    cell: { row: number; column: number } | null;
    /** Table under the active cell. */
    table: string | null;
    used: Area | null;
  };
  /** The cell that stands for the active one where it is known which list is meant. */
  focus?: { sheetId: string; cell: { row: number; column: number } };
}

/** Number separators belong to Excel from 1.11 on; before, the language of the document tells. */
function separatorOfLanguage(): string {
  const parts = new Intl.NumberFormat(Office.context.contentLanguage).formatToParts(1.5);
  return parts.find((part) => part.type === "decimal")?.value ?? ".";
}

/** The workbook's sheets, tables, marks, settings and selection, in one request; one more where lists were made of lines. */
export async function readWorkbookState(context: Excel.RequestContext): Promise<WorkbookState> {
  try {
    return await readState(context, true);
  } catch (error) {
    // With a chart or a picture selected there is no active cell.
    if (officeCode(error) !== "InvalidSelection") throw error;
    return readState(context, false);
  }
}

async function readState(context: Excel.RequestContext, withCell: boolean): Promise<WorkbookState> {
  const { workbook } = context;
  workbook.load("readOnly");
  workbook.protection.load("protected");
  const sheets = workbook.worksheets.load("items/id,items/name,items/visibility");
  const tables = workbook.tables.load("items/id,items/name,items/worksheet/name");
  const names = workbook.names.load("items/name,items/formula");
  const settings = workbook.settings.load("items/key");
  const known = Object.values(settingKeys).map((key) => ({
    key,
    item: workbook.settings.getItemOrNullObject(key).load("value"),
  }));
  const activeSheet = workbook.worksheets.getActiveWorksheet().load("id,name");
  const sheetNames = activeSheet.names.load("items/name,items/formula");
  const used = activeSheet.getUsedRangeOrNullObject(true).load(sizeOfRange);
  const cell = withCell ? workbook.getActiveCell().load("rowIndex,columnIndex") : null;
  const tablesUnderCell = cell?.getTables(false).load("items/id");
  const application = supports("1.11") ? context.application.load("decimalSeparator") : null;
  await context.sync();

  const values = new Map(
    known
      .filter(({ item }) => !item.isNullObject)
      .map(({ key, item }) => [key as string, item.value as unknown]),
  );
  const others = settings.items.filter(({ key }) => key.startsWith("keyfolio.") && !values.has(key));
  const loaded = others.filter(({ key }) => key !== runsKey && !remembersPage(key));
  for (const item of loaded) item.load("value");
  if (loaded.length > 0) await context.sync();
  for (const { key } of others) values.set(key, undefined);
  for (const { key, value } of loaded) values.set(key, value);

  const ownNames = ownNamesIn({ ofWorkbook: names, ofSheet: sheetNames }, activeSheet.id);
  const reportSheets = new Set(
    ownNames
      .filter(({ name }) => marksReportSheet(name) || marksMadePlace(name) || marksMemory(name))
      .map(({ cell: marked }) => marked?.sheet),
  );
  const separator = application?.decimalSeparator ?? separatorOfLanguage();
  return {
    readOnly: workbook.readOnly,
    structureProtected: workbook.protection.protected,
    decimalSeparator: separator === "," ? "," : ".",
    sheets: sheets.items.map(({ id, name, visibility }) => ({
      id,
      name,
      visible: visibility === "Visible",
      isReport: reportSheets.has(name),
    })),
    tables: tables.items.map(({ id, name, worksheet }) => ({ id, name, sheet: worksheet.name })),
    ownNames,
    scoreHeaders: scoreHeadersIn(names),
    settings: values,
    active: {
      sheet: activeSheet.name,
      cell: cell && { row: cell.rowIndex, column: cell.columnIndex },
      table: tablesUnderCell?.items[0]?.id ?? null,
      used: used.isNullObject ? null : areaOf(used),
    },
  };
}

/** What is loaded of a range to know its position and size. */
export const sizeOfRange = "rowIndex,columnIndex,rowCount,columnCount";

/** Position and size of a range whose four numbers were loaded. */
export const areaOf = (range: Excel.Range): Area => ({
  top: range.rowIndex,
  left: range.columnIndex,
  rowCount: range.rowCount,
  columnCount: range.columnCount,
});
