import { columnIndex } from "../../../model/reference";
import type { CellFormatRecord, CellRecord, SheetRecord } from "../../../workbook-record";
import { TextEdits } from "../../package/text-edits";
import { attributeAt, attributesAt, TagScanner, unescapedXml, type XmlSpan } from "../../package/xml-spans";
import { escapedXml } from "../../package/file-text";
import { cellAddress } from "../../vocabulary/address";
import { defaultRowHeight } from "../../vocabulary/measures";
import { tableFinder } from "../../vocabulary/table-finder";
import { days1904, isDateFormat } from "../../vocabulary/date-systems";
import { shiftedFormula } from "../../vocabulary/shared-formula";
import { cellXml, resultOf } from "../../write/write-cells";
import { prefixedXml, type StyleAppender } from "../appended/append-styles";
import type { StringAppender } from "../appended/append-strings";
import { type CarriedContents, placeNumber } from "../moves/carried-contents";
import { sameFormula, sameLook, type CellChange } from "./cell-changes";
import type { LineChange } from "./line-changes";
import { same } from "../same";

/** What cells are written with. */
export interface CellWriting {
  styles: StyleAppender;
  strings: StringAppender;
  date1904: boolean;
  /** Number of the cell metadata that mark a dynamic array; asked for only when there is one. */
  dynamicArray(): number;
}

/** What became of the formulas of a sheet. */
export interface FormulaChanges {
  added: { row: number; column: number; array: boolean }[];
  removed: { row: number; column: number }[];
  /** A formula has an old result, because the engine here could not work out a new one. */
  isStale: boolean;
}

type Row = SheetRecord["rows"][number];

/** Puts changed cells and rows into the element `sheetData`; every other cell stays text. */
export class CellPatch {
  readonly formulas: FormulaChanges = { added: [], removed: [], isStale: false };
  private readonly tableAt: (row: number, column: number) => string | undefined;
  private readonly columnFormats: ReadonlyMap<number, CellFormatRecord | undefined>;
  private readonly rowFormats: ReadonlyMap<number, CellFormatRecord | undefined>;
  private readonly prefix: string;
  /** Formulas that others share and that go away, by their number: the others then get one of their own. */
  private readonly gone = new Map<string, { formula: string; row: number; column: number }>();
  /** What was shown by the cells that moved with more than a record holds of them. */
  private readonly shownBefore: ReadonlyMap<number, CellRecord["value"]>;

  constructor(
    private readonly edits: TextEdits,
    private readonly sheetData: XmlSpan,
    before: SheetRecord,
    after: SheetRecord,
    private readonly writing: CellWriting,
    /** Those cells, by their new place. */
    private readonly carried: ReadonlyMap<number, CarriedContents>,
  ) {
    const moved = new Set([...carried.values()].map(({ from }) => placeNumber(from)));
    const places = moved.size === 0 ? [] : before.cells.filter((cell) => moved.has(placeNumber(cell)));
    this.shownBefore = new Map(places.map((cell) => [placeNumber(cell), cell.value]));
    this.prefix = sheetData.prefix;
    this.tableAt = tableFinder(after.tables);
    this.columnFormats = new Map(after.columns.map(({ index, format }) => [index, format]));
    this.rowFormats = new Map(after.rows.map(({ index, format }) => [index, format]));
  }

  apply(cells: ReadonlyMap<number, CellChange[]>, rows: ReadonlyMap<number, LineChange<Row>>): void {
    const { sheetData } = this;
    const { text } = this.edits;
    const waiting = [...new Set([...cells.keys(), ...rows.keys()])].sort((one, other) => one - other);
    let next = 0;
    const scanner = new TagScanner(text, sheetData.openEnd, sheetData.closeStart);
    const comment = text.indexOf("<!", sheetData.openEnd);
    const isPlain = comment < 0 || comment > sheetData.closeStart;
    let index = -1;
    while ((next < waiting.length || this.gone.size > 0) && scanner.next()) {
      if (scanner.local !== "row" || scanner.kind === "close") continue;
      const { start, end, kind } = scanner;
      const address = scanner.attribute("r");
      index = address === undefined ? index + 1 : Number(address) - 1;
      for (; next < waiting.length && waiting[next] < index; next++) {
        this.edits.insert(start, this.newRow(waiting[next], cells, rows));
      }
      const isChanged = waiting[next] === index;
      if (isChanged) next++;
      if (isChanged || this.gone.size > 0) {
        const tag = { start, end, empty: kind === "empty", index };
        this.patchRow(
          scanner,
          tag,
          (isChanged && cells.get(index)) || [],
          isChanged ? rows.get(index) : undefined,
        );
      } else if (kind === "open" && isPlain) scanner.position = text.indexOf(`</${this.prefix}row`, end);
      else scanner.skipElement();
    }
    const rest = waiting.slice(next).map((each) => this.newRow(each, cells, rows));
    if (rest.length > 0) this.edits.append(sheetData, rest.join(""));
  }

  private newRow(
    index: number,
    cells: ReadonlyMap<number, CellChange[]>,
    rows: ReadonlyMap<number, LineChange<Row>>,
  ): string {
    const inside = (cells.get(index) ?? []).flatMap(({ after }) => (after ? [this.newCell(after)] : []));
    const change = rows.get(index);
    if (inside.length === 0 && !change?.after) return "";
    const attributes = Object.entries(this.rowAttributes(change)).map(([name, value]) =>
      value === null ? "" : ` ${name}="${value}"`,
    );
    const name = `${this.prefix}row`;
    return `<${name} r="${index + 1}"${attributes.join("")}>${inside.join("")}</${name}>`;
  }

  /** What a row's tag says of its size and format; null takes an attribute away. */
  private rowAttributes(change: LineChange<Row> | undefined): Record<string, string | number | null> {
    if (!change) return {};
    const { before, after } = change;
    const attributes: Record<string, string | number | null> = {};
    if (!same(before?.format, after?.format)) {
      const style = after?.format ? this.writing.styles.numberOf(after.format, false) : 0;
      attributes.s = style > 0 ? style : null;
      attributes.customFormat = style > 0 ? 1 : null;
    }
    if (before?.height !== after?.height) {
      // A hidden row keeps a height to come back to.
      attributes.ht = after?.height ?? (after?.hidden ? defaultRowHeight : null);
      attributes.customHeight = after?.height === undefined ? null : 1;
    }
    if ((before?.hidden ?? false) !== (after?.hidden ?? false)) attributes.hidden = after?.hidden ? 1 : null;
    return attributes;
  }

  private patchRow(
    scanner: TagScanner,
    row: { start: number; end: number; empty: boolean; index: number },
    changes: readonly CellChange[],
    change: LineChange<Row> | undefined,
  ): void {
    const { edits } = this;
    const { text } = edits;
    const element = {
      name: `${this.prefix}row`,
      start: row.start,
      openEnd: row.end,
      closeStart: row.end,
      selfClosing: row.empty,
    } as XmlSpan;
    for (const [name, value] of Object.entries(this.rowAttributes(change)))
      edits.attribute(element, name, value);
    const written = changes.filter(({ after }) => after);
    const spans = attributeAt(text, row.start, row.end, "spans");
    if (spans && written.length > 0) edits.attribute(element, "spans", widened(spans.value, written));
    let next = 0;
    if (!row.empty) {
      let column = -1;
      while (scanner.next()) {
        if (scanner.kind === "close") {
          if (scanner.local === "row") break;
          continue;
        }
        if (scanner.local !== "c") continue;
        const { start, end } = scanner;
        const address = /^([A-Za-z]+)\d+$/.exec(scanner.attribute("r") ?? "");
        column = address ? columnIndex(address[1]) : column + 1;
        scanner.skipElement();
        const close = scanner.end;
        for (; next < changes.length && changes[next].column < column; next++) {
          const { after } = changes[next];
          if (after) edits.insert(start, this.newCell(after));
        }
        const cell = { start, openEnd: end, end: close, row: row.index, column };
        if (changes[next]?.column === column) this.patchCell(cell, changes[next++]);
        else this.keepCell(cell);
      }
      element.closeStart = scanner.start;
    }
    const rest = changes.slice(next).flatMap(({ after }) => (after ? [this.newCell(after)] : []));
    if (rest.length > 0) edits.append(element, rest.join(""));
  }

  private newCell(after: CellRecord): string {
    if (after.formula !== undefined)
      this.formulas.added.push({ ...placeOf(after), array: after.spill !== undefined });
    return this.cell(after, this.styleOf(after, 0));
  }

  private styleOf(cell: CellRecord, base: number): number {
    const inherited = this.rowFormats.get(cell.row) ?? this.columnFormats.get(cell.column);
    return this.writing.styles.numberOf(cell.format ?? inherited, cell.quotePrefix ?? false, base);
  }

  private cell(cell: CellRecord, style: number): string {
    const { strings } = this.writing;
    const dynamic = cell.spill ? this.writing.dynamicArray() : 1;
    const table = this.tableAt(cell.row, cell.column);
    const carried = cell.formula === undefined ? this.carried.get(placeNumber(cell)) : undefined;
    if (carried && same(this.shownBefore.get(placeNumber(carried.from)), cell.value)) {
      if (carried.shared) strings.keep();
      if (/<(?:\w+:)?f\b/.test(carried.inside)) this.formulas.added.push({ ...placeOf(cell), array: false });
      const look = style > 0 ? ` s="${style}"` : "";
      const name = `${this.prefix}c`;
      const open = `<${name} r="${cellAddress(cell.row, cell.column)}"${look}${carried.attributes}`;
      return carried.inside === "" ? `${open}/>` : `${open}>${carried.inside}</${name}>`;
    }
    return prefixedXml(cellXml(this.inItsDates(cell), style, table, strings, dynamic), this.prefix);
  }

  /** Serials of the 1904 date system are 1,462 days behind. */
  private inItsDates(cell: CellRecord): CellRecord {
    const isDate =
      this.writing.date1904 && typeof cell.value === "number" && isDateFormat(cell.format?.numberFormat);
    return isDate ? { ...cell, value: (cell.value as number) - days1904 } : cell;
  }

  /** A cell that did not change: only a formula that it shares with one that goes away has to be spelled out. */
  private keepCell(cell: CellPlace): void {
    const formula = this.formulaOf(cell);
    if (formula === null) return;
    const xml = this.keptFormula(cell, formula);
    if (xml !== null) this.edits.replace(formula.start, formula.end, xml);
  }

  /** The element of a formula that stays, spelled out when the one that it shared is gone; null when it stays as it is. */
  private keptFormula(cell: CellPlace, { shared, text }: FileFormula): string | null {
    if (shared === undefined) return null;
    if (text !== "") {
      this.gone.delete(shared);
      return null;
    }
    const master = this.gone.get(shared);
    if (!master) return null;
    const own = shiftedFormula(master.formula, cell.row - master.row, cell.column - master.column);
    const name = `${this.prefix}f`;
    return `<${name}>${escapedXml(own)}</${name}>`;
  }

  private patchCell(cell: CellPlace, { before, after }: CellChange): void {
    const { edits, formulas } = this;
    const { text } = edits;
    const formula = this.formulaOf(cell);
    const attributes = attributesAt(text, cell.start, cell.openEnd);
    const valueOf = (name: string) => attributes.find((each) => each.name === name)?.value;
    const style = Number(valueOf("s") ?? 0);
    const keepsFormula =
      formula !== null && after !== undefined && before !== undefined && sameFormula(before, after);
    if (valueOf("t") === "s" && !(after && before && same(before.value, after.value)))
      this.writing.strings.forget();
    if (formula && !keepsFormula) {
      if (formula.shared !== undefined && formula.text !== "") {
        this.gone.set(formula.shared, { formula: formula.text, row: cell.row, column: cell.column });
      }
      formulas.removed.push(placeOf(cell));
    }
    if (after === undefined) {
      // A look that the record does not know stays where it is.
      const kept = before?.format === undefined && style > 0;
      edits.replace(cell.start, cell.end, kept ? `<${this.prefix}c${this.address(cell)} s="${style}"/>` : "");
      return;
    }
    const keepsLook =
      (before !== undefined && sameLook(before, after)) ||
      (before === undefined && after.format === undefined && !after.quotePrefix);
    const number = keepsLook ? style : this.styleOf(after, before?.format === undefined ? style : 0);
    if (
      before &&
      same(before.value, after.value) &&
      (keepsFormula || (formula === null && after.formula === undefined))
    ) {
      this.setStyle(cell, number);
      this.keepCell(cell);
    } else if (keepsFormula) {
      this.setResult(cell, number, before!, after);
    } else {
      if (after.formula !== undefined)
        formulas.added.push({ ...placeOf(cell), array: after.spill !== undefined });
      edits.replace(cell.start, cell.end, this.cell(after, number));
    }
  }

  private setStyle(cell: CellPlace, style: number): void {
    const element = {
      start: cell.start,
      openEnd: cell.openEnd,
      selfClosing: this.isEmptyTag(cell),
    } as XmlSpan;
    this.edits.attribute(element, "s", style === 0 ? null : style);
  }

  /** Another result of the same formula. */
  private setResult(cell: CellPlace, style: number, before: CellRecord, after: CellRecord): void {
    const isError = typeof after.value === "object" && typeof before.value !== "object";
    if (isError && before.value !== undefined) {
      // What the engine here cannot work out, Excel will.
      this.formulas.isStale = true;
      this.setStyle(cell, style);
      this.keepCell(cell);
      return;
    }
    const { edits } = this;
    const { text } = edits;
    const { type, xml } = resultOf(this.inItsDates(after).value);
    const open = attributesAt(text, cell.start, cell.openEnd)
      .filter(({ name }) => !["t", "s", "vm"].includes(name))
      .map(({ start, end }) => text.slice(start, end))
      .join("");
    const formula = this.formulaOf(cell);
    const kept = formula && (this.keptFormula(cell, formula) ?? text.slice(formula.start, formula.end));
    const inside = (kept ?? "") + prefixedXml(xml, this.prefix);
    const name = `${this.prefix}c`;
    const look = style > 0 ? ` s="${style}"` : "";
    edits.replace(cell.start, cell.end, `<${name}${open}${look}${type}>${inside}</${name}>`);
  }

  private isEmptyTag({ openEnd }: CellPlace): boolean {
    return this.edits.text[openEnd - 2] === "/";
  }

  private address({ row, column }: CellPlace): string {
    return ` r="${cellAddress(row, column)}"`;
  }

  /** The formula that stands in the file. */
  private formulaOf(cell: CellPlace): FileFormula | null {
    const { text } = this.edits;
    const scanner = new TagScanner(text, cell.openEnd, cell.end);
    while (scanner.next()) {
      if (scanner.local !== "f" || scanner.kind === "close") continue;
      const { start, end, kind } = scanner;
      const shared = scanner.attribute("t") === "shared" ? scanner.attribute("si") : undefined;
      scanner.skipElement();
      const inside = kind === "empty" ? "" : unescapedXml(text.slice(end, scanner.start));
      return { start, end: scanner.end, ...(shared !== undefined && { shared }), text: inside };
    }
    return null;
  }
}

interface FileFormula {
  start: number;
  end: number;
  /** Number under which other cells share it. */
  shared?: string;
  /** "" for one that is shared with another cell. */
  text: string;
}

interface CellPlace {
  row: number;
  column: number;
  start: number;
  openEnd: number;
  end: number;
}

function placeOf({ row, column }: { row: number; column: number }): { row: number; column: number } {
  return { row, column };
}

/** The columns that a row says it spans (`1:6`, or several such pieces), with those that are written. */
function widened(spans: string, written: readonly CellChange[]): string {
  const ends = spans
    .split(/[\s:]+/)
    .map(Number)
    .filter(Number.isFinite);
  const columns = [...ends, ...written.map(({ column }) => column + 1)];
  const wide = `${Math.min(...columns)}:${Math.max(...columns)}`;
  const inside = written.every(
    ({ column }) => column + 1 >= Math.min(...ends) && column + 1 <= Math.max(...ends),
  );
  return inside ? spans : wide;
}
