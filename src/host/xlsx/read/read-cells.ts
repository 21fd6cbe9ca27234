import type { Area, CellRecord, SheetRecord } from "../../workbook-record";
import {
  columnIndex,
  contains,
  longestText,
  parseArea,
  quotedSheetName,
  sheetColumns,
  sheetRows,
} from "../../model/reference";
import { goesThroughTooMuch, isCalculable } from "../../model/formula/formula-limits";
import { WorkbookFileError } from "../../workbook-file-error";
import { decodedText } from "../package/file-text";
import { formulaFromFile, refersToOtherWorkbook } from "../vocabulary/formula-in-file";
import { cellAddress } from "../vocabulary/address";
import { SaxParser } from "../library";
import { localName } from "../package/package-parts";
import type { FileFormat } from "./read-styles";
import { days1904, isDateFormat } from "../vocabulary/date-systems";
import type { SharedString } from "./shared-strings";
import { shiftedFormula } from "../vocabulary/shared-formula";

export interface CellSource {
  /** Name of the sheet. */
  sheet: string;
  strings: SharedString[];
  formats: FileFormat[];
  /** Workbook of the 1904 date system: its serials are 1,462 days behind. */
  date1904: boolean;
  /** Columns that have a format of their own. */
  formattedColumns: ReadonlySet<number>;
  /** Told of a formula that only Excel can work out. */
  onUncalculated(): void;
  /** Name of the table at a cell, for formulas that mean "this row". */
  tableAt(row: number, column: number): string | undefined;
}

export interface ReadCells {
  cells: CellRecord[];
  rows: SheetRecord["rows"];
}

/**
 * The rows of a sheet, read straight from its XML. The library's own reader is not asked: it turns dates into Date objects
 * (which moves serials by fractions of a second and loses the 1904 system), and forgets the apostrophe before a text.
 * @param sheetData XML of the element `sheetData`, or the whole sheet
 * @throws an XML error when it is not well-formed
 */
export function readCells(sheetData: string, source: CellSource): ReadCells {
  const reader = new CellReader(source);
  const parser = new SaxParser({
    position: false,
    fragment: true,
    invalidCharHandling: "skip",
    maxEntityExpansions: 0,
  });
  parser.on("opentag", (tag) => reader.open(localName(tag.name), tag.attributes));
  parser.on("text", (text) => reader.text(text));
  parser.on("cdata", (text) => reader.text(text));
  parser.on("closetag", (tag) => reader.close(localName(tag.name)));
  const end = endOfContents(sheetData);
  parser.write(end === null ? sheetData : sheetData.slice(0, end));
  if (end === null) parser.close();
  return reader.finished();
}

/** Rows below the last cell that shows something, of which sizes and formats are known. */
const rowsBelow = 1000;

/** A cell that holds nothing; a column beyond XFD is told by the reader of all cells. */
const blankCell = (prefix: string) => {
  const address = String.raw`r="(?:[A-Z]{1,2}|[A-W][A-Z]{2}|X[A-E][A-Z]|XF[A-D])\d{1,7}"`;
  return String.raw`<${prefix}c(?:\s+(?:${address}|s="\d{1,5}")){0,2}\s*(?:/>|></${prefix}c>)`;
};

/**
 * A place some rows below the last cell that shows something, when nothing but empty rows follow: a million of them are a
 * matter of a glance. Null when everything is to be read.
 */
function endOfContents(sheetData: string): number | null {
  const prefix = /^<((?:[\w.-]+:)?)sheetData[^>]*>/.exec(sheetData)?.[1];
  if (prefix === undefined) return null;
  const contents = ["v", "f", "is"].map((name) => lastOf(sheetData, `<${prefix}${name}`));
  const cell = Math.max(...contents);
  const close = `</${prefix}row>`;
  const end = cell < 0 ? sheetData.indexOf(">") : sheetData.indexOf(close, cell);
  if (end < 0) return null;
  const emptyRow = new RegExp(
    `\\s*<${prefix}row(?=\\s)(?:\\s+[\\w:.-]+="[^"<]*")+\\s*(?:/>|>(?:${blankCell(prefix)}|\\s)*${close})`,
    "y",
  );
  emptyRow.lastIndex = cell < 0 ? end + 1 : end + close.length;
  let [enough, last] = [-1, 0];
  for (let rows = 0; ; rows++) {
    const at = emptyRow.lastIndex;
    const found = emptyRow.exec(sheetData);
    if (rows === rowsBelow) enough = at;
    if (!found) return enough >= 0 && sheetData.slice(at).trim() === `</${prefix}sheetData>` ? enough : null;
    const number = Number(/\sr="(\d+)"/.exec(found[0])?.[1]);
    // What is wrong with a row is told by the reader of all rows.
    if (!(number > last && number <= sheetRows)) return null;
    last = number;
  }
}

/** The last opening tag that begins so; -1 when there is none. */
function lastOf(sheetData: string, tag: string): number {
  let at = sheetData.lastIndexOf(tag);
  while (at >= 0 && !/[\s/>]/.test(sheetData[at + tag.length])) at = sheetData.lastIndexOf(tag, at - 1);
  return at;
}

const plainNumber = /^\s*[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?\s*$/;

/** Cells that an array formula may fill: two whole columns. Excel itself hardly calculates more. */
const mostFilled = 2 * sheetRows;

const noFormat: FileFormat = { quotePrefix: false };

class CellReader {
  private readonly result: ReadCells = { cells: [], rows: [] };
  private readonly masters = new Map<string, { formula: string; row: number; column: number }>();
  private readonly spills: Area[] = [];
  private row = -1;
  private rowIsFormatted = false;
  /** Whether the row says which one it is. */
  private rowIsTold = false;
  private column = -1;
  private type = "n";
  private style = 0;
  private value: string | null = null;
  private formula: { text: string; attributes: Record<string, string> } | null = null;
  private collecting: "value" | "formula" | null = null;
  private phonetic = false;

  constructor(private readonly source: CellSource) {}

  open(name: string, attributes: Record<string, string>): void {
    switch (name) {
      case "row":
        this.openRow(attributes);
        break;
      case "c":
        this.openCell(attributes);
        break;
      case "v":
        this.requireOne(this.collecting === null && this.value === null);
        this.value = "";
        this.collecting = "value";
        break;
      case "f":
        this.requireOne(this.formula === null);
        this.formula = { text: "", attributes };
        this.collecting = "formula";
        break;
      case "is":
        this.value = "";
        break;
      case "rPh":
        this.phonetic = true;
        break;
      case "t":
        this.collecting = this.phonetic ? null : "value";
        break;
    }
  }

  text(text: string): void {
    if (this.collecting === "value") this.value += text;
    else if (this.collecting === "formula" && this.formula) this.formula.text += text;
  }

  close(name: string): void {
    if (name === "v" || name === "f" || name === "t") this.collecting = null;
    else if (name === "rPh") this.phonetic = false;
    else if (name === "c") this.closeCell();
  }

  finished(): ReadCells {
    if (this.spills.length > 0) markSpilled(this.result.cells, this.spills);
    // A million rows that only have a height cost as much as cells: those far below the last cell stay in the file.
    const { cells, rows } = this.result;
    const last = cells.reduce((lowest, { row }) => Math.max(lowest, row), 0) + rowsBelow;
    return { cells, rows: rows.filter(({ index }) => index <= last) };
  }

  private openRow(attributes: Record<string, string>): void {
    const above = this.row;
    this.row = attributes.r ? Number(attributes.r) - 1 : this.row + 1;
    this.column = -1;
    this.rowIsTold = attributes.r !== undefined;
    this.requirePlace();
    this.requireOrder(this.row > above);
    const height = attributes.ht === undefined ? undefined : Number(attributes.ht);
    const hidden = isTrue(attributes.hidden);
    // A row without `customHeight` was sized to its contents: Excel sizes it again.
    const own = height !== undefined && Number.isFinite(height) && isTrue(attributes.customHeight);
    const style = isTrue(attributes.customFormat) ? Number(attributes.s) : 0;
    this.requireLook(style, quotedSheetName(this.source.sheet));
    const format = style === 0 ? undefined : this.source.formats[style]?.format;
    this.rowIsFormatted = format !== undefined;
    if (own || hidden || format) {
      this.result.rows.push({
        index: this.row,
        ...(own && { height }),
        ...(hidden && { hidden }),
        ...(format && { format }),
      });
    }
  }

  private openCell(attributes: Record<string, string>): void {
    const address = attributes.r && /^([A-Za-z]+)(\d+)$/.exec(attributes.r);
    const [row, before] = [this.row, this.column];
    this.column = address ? columnIndex(address[1]) : this.column + 1;
    if (address) this.row = Number(address[2]) - 1;
    this.requirePlace();
    const inRow = this.rowIsTold || before >= 0 ? this.row === row : this.row >= row;
    this.requireOrder(inRow && this.column > before);
    this.type = attributes.t ?? "n";
    this.style = attributes.s ? Number(attributes.s) : 0;
    this.requireLook(this.style, this.place);
    this.value = null;
    this.formula = null;
  }

  /** The cell that is being read, with its sheet. */
  private get place(): string {
    return `${quotedSheetName(this.source.sheet)}!${cellAddress(this.row, this.column)}`;
  }

  /** A sheet ends at XFD1048576. */
  private requirePlace(): void {
    const { row, column } = this;
    if (!(row >= 0 && row < sheetRows && column < sheetColumns)) {
      const detail = `there is no cell in row ${row + 1}, column ${column + 1}`;
      throw new WorkbookFileError("damaged", detail, { place: quotedSheetName(this.source.sheet) });
    }
  }

  /** A look that is not there would become one of those that are added to the workbook. */
  private requireLook(style: number, place: string): void {
    if (style !== 0 && !(style in this.source.formats))
      throw new WorkbookFileError("damaged", `there is no look ${style}`, { place });
  }

  /** Rows stand one below the other and cells one beside the other: of two in one place nobody knows which is meant. */
  private requireOrder(isInOrder: boolean): void {
    if (!isInOrder) {
      const detail = "a cell stands out of order, or twice";
      throw new WorkbookFileError("damaged", detail, { place: this.place });
    }
  }

  /** A cell has one value: of two nobody knows which is meant. */
  private requireOne(isFirst: boolean): void {
    if (!isFirst)
      throw new WorkbookFileError("damaged", "a cell has two values or formulas", { place: this.place });
  }

  private closeCell(): void {
    const { format: own, quotePrefix } = this.source.formats[this.style] ?? noFormat;
    const inFormattedLine = this.rowIsFormatted || this.source.formattedColumns.has(this.column);
    const value = this.cellValue(own?.numberFormat);
    const formula = this.cellFormula();
    const filled = value !== undefined || formula !== undefined;
    // What the record does not know of a format goes with the cell all the same.
    const hidden = filled && this.style !== 0 ? { xf: this.style } : undefined;
    const format = own ?? hidden ?? (inFormattedLine ? {} : undefined);
    if (value === undefined && formula === undefined && format === undefined) return;
    const cell: CellRecord = { row: this.row, column: this.column };
    if (value !== undefined) cell.value = value;
    if (formula !== undefined) cell.formula = formula;
    const spill = formula === undefined ? null : this.spillArea();
    if (spill) {
      cell.spill = spill;
      if (spill.rows * spill.columns > 1) this.spills.push(spill);
    }
    if (quotePrefix && formula === undefined && typeof value === "string") cell.quotePrefix = true;
    if (format) cell.format = format;
    this.result.cells.push(cell);
  }

  /** What an array formula fills; null for any other. */
  private spillArea(): Area | null {
    const { t, ref = "" } = this.formula?.attributes ?? {};
    const area = t === "array" ? parseArea(ref) : null;
    if (area === null) return null;
    const { place } = this;
    if (area.row !== this.row || area.column !== this.column)
      throw new WorkbookFileError("damaged", "an array formula fills other cells", { place });
    if (area.rows * area.columns > mostFilled)
      throw new WorkbookFileError("fillsTooMuch", `an array formula fills ${ref.slice(0, 40)}`, { place });
    return area;
  }

  private cellValue(numberFormat: string | undefined): CellRecord["value"] {
    const text = this.value;
    if (text === null) return undefined;
    switch (this.type) {
      case "s":
        return this.sharedText(text);
      case "str":
      case "inlineStr":
        return this.bounded(decodedText(text));
      case "b":
        return isTrue(text.trim());
      case "e":
        return { error: text };
      case "d":
        return serialOf(text);
      case "n": {
        if (text.trim() === "") return undefined;
        const number = plainNumber.test(text) ? Number(text) : NaN;
        if (!Number.isFinite(number))
          throw new WorkbookFileError("damaged", `${text.slice(0, 20)} is no number`, { place: this.place });
        return this.source.date1904 && isDateFormat(numberFormat) ? number + days1904 : number;
      }
      default:
        throw new WorkbookFileError("damaged", `there is no type of cell ${this.type.slice(0, 20)}`, {
          place: this.place,
        });
    }
  }

  private sharedText(number: string): string {
    const shared = this.source.strings[Number(number)];
    if (!shared)
      throw new WorkbookFileError("damaged", `there is no text ${number.slice(0, 20)}`, {
        place: this.place,
      });
    return this.bounded(shared.text);
  }

  /** Excel would cut a longer text, and call the file damaged. */
  private bounded(text: string): string {
    if (text.length > longestText)
      throw new WorkbookFileError("longText", `a text of ${text.length} letters`, { place: this.place });
    return text;
  }

  private cellFormula(): string | undefined {
    if (!this.formula) return undefined;
    const { t, si } = this.formula.attributes;
    let { text } = this.formula;
    // What-if tables, links to other workbooks and formulas beyond all limits are kept by the file: here they are their results.
    if (t === "dataTable") return undefined;
    if (!isCalculable(text) || goesThroughTooMuch(text)) {
      this.source.onUncalculated();
      return undefined;
    }
    if (t === "shared" && si !== undefined) {
      const master = this.masters.get(si);
      if (text !== "") this.masters.set(si, { formula: text, row: this.row, column: this.column });
      else if (master)
        text = shiftedFormula(master.formula, this.row - master.row, this.column - master.column);
    }
    if (text === "" || refersToOtherWorkbook(text)) return undefined;
    return formulaFromFile(decodedText(text), this.source.tableAt(this.row, this.column));
  }
}

function isTrue(text: string | undefined): boolean {
  return text === "1" || text === "true";
}

/** The day after the last one that Excel knows, the end of 9999. */
const endOfDays = 2_958_466;

/** Serial of an ISO 8601 date (cell type `d`); a text that is none, or a day that Excel does not know, stays text. */
function serialOf(text: string): number | string {
  const time = Date.parse(
    /[zZ]|[+-]\d\d:?\d\d$/.test(text) ? text : `${text.includes("T") ? text : `${text}T00:00:00`}Z`,
  );
  const serial = time / 86_400_000 + 25_569;
  return serial >= 0 && serial < endOfDays ? serial : text;
}

function markSpilled(cells: readonly CellRecord[], spills: readonly Area[]): void {
  const places = new Map(cells.map((cell) => [cell.row * sheetColumns + cell.column, cell]));
  const mark = (cell: CellRecord | undefined) => {
    if (cell && cell.formula === undefined && cell.value !== undefined) cell.spilled = true;
  };
  for (const area of spills) {
    if (area.rows * area.columns > cells.length) {
      for (const cell of cells) if (contains(area, { ...cell, rows: 1, columns: 1 })) mark(cell);
      continue;
    }
    for (let row = area.row; row < area.row + area.rows; row++) {
      for (let column = area.column; column < area.column + area.columns; column++) {
        mark(places.get(row * sheetColumns + column));
      }
    }
  }
}
