import { numfmt } from "../../engine";
import type { Area, CellValue, DataValidationRecord } from "../../workbook-record";
import { dataValidationStoreOf } from "../format/data-validation-store";
import { isAllowed } from "../format/typed-within-validation";
import { HostError } from "../host-error";
import { offsetFormula } from "../formula/formula-rewrite";
import { intersection } from "../reference";
import { fillTypedColumn } from "./calculated-columns";
import { typedFormula } from "./sheet-cells";
import { writeValues } from "./sheet-entry";
import type { SheetState } from "./sheet-state";
import { dataArea } from "../formula/structured-reference";
import { resizeTable } from "../table/table-shape";

/**
 * A person types a text into a cell and presses Enter: read in the dress of the workbook's language, with the help that
 * Excel gives those who type. A table grows when one types right below or beside it, a formula in a blank table column
 * fills the column, and a new table row takes the formats of the row above and the formulas that the whole column has.
 * @throws HostError as `Range.values` does, RefusedEntry where a validation stops it; nothing is written then
 */
export function typeEntry(sheet: SheetState, row: number, column: number, text: string): void {
  const cell = { row, column, rows: 1, columns: 1 };
  const { value, format } = readTyped(text, sheet.workbook.locale);
  const before = entryText(sheet, row, column);
  writeValues(sheet, cell, [[value]]);
  const refusing = refusingValidation(sheet, row, column);
  if (refusing) {
    writeValues(sheet, cell, [[readTyped(before, sheet.workbook.locale).value]]);
    throw new RefusedEntry(refusing.alert.message);
  }
  if (format !== undefined && sheet.formats.at(row, column).numberFormat === undefined) {
    sheet.formats.change(cell, (before) => ({ ...before, numberFormat: format }));
  }
  sheet.raiseChanged(cell, "RangeEdited");
  if (text.trim() !== "") {
    growTable(sheet, row, column);
    fillTypedColumn(sheet, row, column);
  }
}

/** What a cell's validation says to whoever types something else into it; "" where it says nothing of its own. */
export class RefusedEntry extends HostError {
  constructor(message: string) {
    super("InvalidArgument", message);
  }
}

/** The validation that does not let a cell hold what stands in it. */
function refusingValidation(
  sheet: SheetState,
  row: number,
  column: number,
): DataValidationRecord | undefined {
  const value = sheet.cells.value(row, column);
  if (value === "" || typedFormula(sheet.cells.own(row, column)) !== null) {
    return undefined;
  }
  return dataValidationStoreOf(sheet)
    .in({ row, column, rows: 1, columns: 1 })
    .find(
      ({ alert, ...rest }) => alert.shows && alert.style === "Stop" && !isAllowed({ alert, ...rest }, value),
    );
}

/** The text that a person finds in the formula bar: what typed again gives the same content. */
export function entryText(sheet: SheetState, row: number, column: number): string {
  const formula = typedFormula(sheet.cells.own(row, column));
  if (formula !== null) {
    return formula;
  }
  const value = sheet.cells.value(row, column);
  if (typeof value === "boolean") {
    return value ? "TRUE" : "FALSE";
  }
  if (typeof value === "string") {
    return sheet.cells.isQuoted(row, column) ? `'${value}` : value;
  }
  const { locale } = sheet.workbook;
  const pattern = sheet.formats.at(row, column).numberFormat ?? "General";
  if (numfmt.isDateFormat(pattern)) {
    const date = hasDecimalComma(locale) ? "dd.mm.yyyy" : "m/d/yyyy";
    const time = hasDecimalComma(locale) ? "hh:mm:ss" : "h:mm:ss AM/PM";
    const parts = [...(value >= 1 ? [date] : []), ...(value % 1 === 0 ? [] : [time])];
    return numfmt.format(parts.join(" "), value, { locale });
  }
  const percent = numfmt.isPercentFormat(pattern);
  // Up to 15 digits, as Excel keeps; numbers beyond are written with an exponent.
  const digits = String(Number((percent ? value * 100 : value).toPrecision(15)));
  return (hasDecimalComma(locale) ? digits.replace(".", ",") : digits) + (percent ? "%" : "");
}

function hasDecimalComma(locale: string): boolean {
  return decimalSeparatorOf(locale) === ",";
}

export function decimalSeparatorOf(locale: string): string {
  return numfmt.format("0.0", 1, { locale })[1];
}

/** A typed text in the dress of en-US, which the cells read; dates of other languages with the format that they take. */
function readTyped(text: string, locale: string): { value: CellValue; format?: string } {
  if (!hasDecimalComma(locale) || text.startsWith("'")) {
    return { value: text };
  }
  if (text.startsWith("=")) {
    return { value: plainFormula(text) };
  }
  const number = /^\s*([-+]?)\s*(\d{1,3}(?:[ \u00a0\u202f]\d{3})+|\d+)(?:,(\d+))?\s*(%?)\s*$/.exec(text);
  if (number) {
    const [, sign, whole, fraction, percent] = number;
    const digits = whole.replaceAll(/\s/g, "");
    return { value: `${sign}${digits}${fraction ? `.${fraction}` : ""}${percent}` };
  }
  const date = /^\s*(\d{1,2})\.(\d{1,2})\.(\d{4})\s*$/.exec(text);
  if (date) {
    const [day, month, year] = date.slice(1).map(Number);
    const serial = numfmt.dateToSerial([year, month, day, 0, 0, 0]);
    if (serial !== null && numfmt.format("d.m.yyyy", serial) === `${day}.${month}.${year}`) {
      return { value: serial, format: "dd.mm.yyyy" };
    }
  }
  const logical = { истина: true, ложь: false }[text.trim().toLowerCase()];
  // What has a comma is no number of en-US here: "1,5,2" stays text.
  return { value: logical ?? (/^[\d\s.,]+$/.test(text) && /[.,]/.test(text) ? `'${text}` : text) };
}

/** Semicolons between arguments and decimal commas as Excel takes them in such languages; a formula with commas only stays. */
function plainFormula(formula: string): string {
  const pieces = formula.split(/("(?:[^"]|"")*"|'(?:[^']|'')*'|\{[^}]*\}|\[[^\]]*\])/);
  const isLocal = pieces.some((piece, index) => index % 2 === 0 && piece.includes(";"));
  return isLocal
    ? pieces
        .map((piece, index) =>
          index % 2 === 0 ? piece.replaceAll(/(\d),(\d)/g, "$1.$2").replaceAll(";", ",") : piece,
        )
        .join("")
    : formula;
}

function growTable(sheet: SheetState, row: number, column: number): void {
  if (sheet.protection !== null) {
    return;
  }
  for (const table of sheet.tables) {
    const { area } = table;
    const below = { ...area, row: area.row + area.rows, rows: 1 };
    const beside = { ...area, column: area.column + area.columns, columns: 1 };
    const isBelow = !table.showTotals && isIn(below, row, column);
    if (!isBelow && !isIn(beside, row, column)) {
      continue;
    }
    const added = isBelow ? below : beside;
    if (!isFreeBut(sheet, added, row, column)) {
      continue;
    }
    resizeTable(
      sheet,
      table,
      isBelow ? { ...area, rows: area.rows + 1 } : { ...area, columns: area.columns + 1 },
    );
    if (isBelow) {
      continueRow(sheet, below);
    }
    sheet.raiseChanged(added, isBelow ? "RowInserted" : "ColumnInserted");
    return;
  }
}

/** True when nothing else stands on the cells that a table would take. */
function isFreeBut(sheet: SheetState, area: Area, row: number, column: number): boolean {
  if (
    sheet.merges.some((merge) => intersection(merge, area)) ||
    sheet.tables.some((table) => intersection(table.area, area))
  ) {
    return false;
  }
  for (let r = area.row; r < area.row + area.rows; r++) {
    for (let c = area.column; c < area.column + area.columns; c++) {
      if ((r !== row || c !== column) && sheet.cells.hasContent(r, c)) {
        return false;
      }
    }
  }
  return true;
}

/** A new last row: formats and validations of the row above, and the formula of a column in which every row has the same. */
function continueRow(sheet: SheetState, added: Area): void {
  const above = added.row - 1;
  for (const { areas } of dataValidationStoreOf(sheet).in({ ...added, row: above })) {
    for (const area of areas) {
      if (area.row + area.rows === added.row && intersection({ ...area, row: added.row, rows: 1 }, added)) {
        area.rows++;
      }
    }
  }
  const table = sheet.tables.find((each) => isIn(each.area, added.row, added.column));
  const data = table && dataArea(table);
  for (let column = added.column; column < added.column + added.columns; column++) {
    const format = sheet.formats.at(above, column);
    if (sheet.cells.own(added.row, column)?.s === undefined) {
      sheet.formats.change({ row: added.row, column, rows: 1, columns: 1 }, () => format);
    }
    const formula = data && commonFormula(sheet, { ...data, rows: data.rows - 1 }, column);
    if (formula && !sheet.cells.hasContent(added.row, column)) {
      const at = { row: added.row, column, rows: 1, columns: 1 };
      writeValues(sheet, at, [[offsetFormula(formula, added.row - data.row, 0)]], true);
    }
  }
}

/** The formula of the column's first row when all rows have it, each in its own terms; null otherwise. */
function commonFormula(sheet: SheetState, data: Area, column: number): string | null {
  const first = typedFormula(sheet.cells.own(data.row, column));
  for (let offset = 0; first !== null && offset < data.rows; offset++) {
    if (typedFormula(sheet.cells.own(data.row + offset, column)) !== offsetFormula(first, offset, 0)) {
      return null;
    }
  }
  return data.rows > 0 ? first : null;
}

function isIn(area: Area, row: number, column: number): boolean {
  return (
    row >= area.row &&
    row < area.row + area.rows &&
    column >= area.column &&
    column < area.column + area.columns
  );
}
