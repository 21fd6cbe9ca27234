/** What a cell looks like on the screen. */
import {
  CellValueType,
  HorizontalAlign,
  VerticalAlign,
  WrapStrategy,
  type ICellData,
  type IStyleData,
} from "@univerjs/core";
import { styleOf } from "../../../engine";
import { isErrorText, shownText } from "../../../model/sheet/cell-entry";
import { contains } from "../../../model/reference";
import { typedFormula } from "../../../model/sheet/sheet-cells";
import type { SheetState } from "../../../model/sheet/sheet-state";
import type { CellFormatRecord, CellValue, TableRecord } from "../../../workbook-record";
import { familyOf } from "../../sheet-font";
import { placeIn, tableFormat, type TablePlace } from "./table-style";

/** How the cells of a workbook are drawn: text and style of each, read from the model whenever the grid asks for one. */
export class CellPictures {
  readonly #styles = new Map<string, IStyleData>();

  /** The cell as drawn; null for one that is blank and plain. */
  of(sheet: SheetState, row: number, column: number): ICellData | null {
    const cell = sheet.cells.own(row, column);
    const value = sheet.cells.value(row, column);
    const table = tableAt(sheet, row, column);
    const key = sheet.formats.keyAt(row, column);
    if (value === "" && table === null && key === undefined) {
      return null;
    }
    const format = sheet.formats.at(row, column);
    const formula = typedFormula(cell);
    return {
      ...(value !== "" && {
        v: shownText(value, sheet.shownFormat(row, column), sheet.workbook.locale),
        // Univer would read a text like "12 %" as a number again.
        t: CellValueType.FORCE_STRING,
      }),
      ...(formula !== null && { f: formula }),
      s: this.#style(format, key, table && { table, place: placeIn(table, row, column) }, kindOf(value)),
    };
  }

  #style(
    format: CellFormatRecord,
    key: string | undefined,
    inTable: { table: TableRecord; place: TablePlace } | null,
    kind: Kind,
  ): IStyleData {
    const name = `${key ?? ""}|${kind}|${inTable ? nameOf(inTable) : ""}`;
    let style = this.#styles.get(name);
    if (style === undefined) {
      style = drawn(inTable ? layered(tableFormat(inTable.table, inTable.place), format) : format, kind);
      this.#styles.set(name, style);
    }
    return style;
  }
}

type Kind = "text" | "number" | "centred";

function kindOf(value: CellValue): Kind {
  return typeof value === "number"
    ? "number"
    : typeof value === "boolean" || isErrorText(value)
      ? "centred"
      : "text";
}

/** What of a table and of a cell's place in it makes a difference to its look. */
function nameOf({ table, place }: { table: TableRecord; place: TablePlace }): string {
  return [
    table.style,
    table.showBandedRows && place.row % 2 === 0,
    table.showBandedColumns && place.column % 2 === 0,
    table.highlightFirstColumn && place.isFirstColumn,
    table.highlightLastColumn && place.isLastColumn,
    place.part,
    place.isFirstRow,
    place.isLastRow,
    place.isFirstColumn,
    place.isLastColumn,
  ].join();
}

/** The cell's own format over its table's. */
function layered(below: CellFormatRecord, above: CellFormatRecord): CellFormatRecord {
  return {
    ...below,
    ...above,
    font: { ...below.font, ...above.font },
    borders: { ...below.borders, ...above.borders },
  };
}

/** Excel's own look of what a format leaves open. */
function drawn(format: CellFormatRecord, kind: Kind): IStyleData {
  const style = styleOf(format);
  // The text is formatted already.
  delete style.n;
  const unaligned =
    kind === "number"
      ? HorizontalAlign.RIGHT
      : kind === "centred"
        ? HorizontalAlign.CENTER
        : HorizontalAlign.LEFT;
  return {
    fs: 11,
    vt: VerticalAlign.BOTTOM,
    ...style,
    ff: familyOf(style.ff ?? "Calibri"),
    // Excel centres across a selection of blank cells: the nearest is the cell's own middle.
    ht: format.horizontal === "CenterAcrossSelection" ? HorizontalAlign.CENTER : (style.ht ?? unaligned),
    tb: format.wrapText
      ? kind === "number"
        ? WrapStrategy.CLIP
        : WrapStrategy.WRAP
      : kind === "text"
        ? WrapStrategy.OVERFLOW
        : WrapStrategy.CLIP,
  };
}

function tableAt(sheet: SheetState, row: number, column: number): TableRecord | null {
  if (sheet.tables.length === 0) {
    return null;
  }
  const at = { row, column, rows: 1, columns: 1 };
  return sheet.tables.find((table) => contains(table.area, at)) ?? null;
}
