import type { Area, CellFormatRecord } from "../../workbook-record";
import { oneOf } from "./choice";
import { colorOf } from "./color";
import { HostError } from "../host-error";
import { RangeBorderCollection } from "./range-borders";
import { RangeFont } from "./range-font";
import { sheetColumns, sheetRows } from "../reference";
import { textWidth } from "../../text-size";
import { defaultRowHeight } from "../sheet/sheet-geometry";
import { requireAllowed, requireAllowedFormatting } from "../sheet/sheet-refusals";
import { usedAreaWithin } from "../sheet/sheet-regions";
import type { SheetState } from "../sheet/sheet-state";

/** Excel.RangeFormat. What differs between the cells reads as null. */
export class RangeFormat {
  static readonly $since = { indentLevel: 1.9, textOrientation: 1.7 };

  constructor(
    readonly $sheet: SheetState,
    readonly $areaOf: () => Area,
  ) {}

  get $area(): Area {
    return this.$areaOf();
  }

  /** The property of all cells, or null when they differ. */
  $read<T>(read: (format: CellFormatRecord) => T): T | null {
    const values = new Set([...this.$sheet.formats.in(this.$area)].map(read));
    return values.size === 1 ? [...values][0] : null;
  }

  $change(change: (format: CellFormatRecord) => CellFormatRecord): void {
    requireAllowedFormatting(this.$sheet, this.$area);
    this.$sheet.formats.change(this.$area, change);
  }

  get fill(): RangeFill {
    return new RangeFill(this);
  }

  get font(): RangeFont {
    return new RangeFont(this);
  }

  get borders(): RangeBorderCollection {
    return new RangeBorderCollection(this);
  }

  get protection(): FormatProtection {
    return new FormatProtection(this);
  }

  get horizontalAlignment(): string | null {
    return this.$read((format) => format.horizontal ?? "General");
  }

  set horizontalAlignment(alignment: string) {
    const horizontal = oneOf(alignment, [
      "General",
      "Left",
      "Center",
      "Right",
      "Fill",
      "Justify",
      "CenterAcrossSelection",
      "Distributed",
    ]);
    if (horizontal === "Distributed") {
      throw new HostError("NotImplemented", "The host does not keep distributed text.");
    }
    this.$change((format) => ({ ...format, horizontal: horizontal === "General" ? undefined : horizontal }));
  }

  get verticalAlignment(): string | null {
    return this.$read((format) => format.vertical ?? "Bottom");
  }

  set verticalAlignment(alignment: string) {
    const vertical = oneOf(alignment, ["Top", "Center", "Bottom", "Justify"]);
    this.$change((format) => ({ ...format, vertical }));
  }

  get wrapText(): boolean | null {
    return this.$read((format) => format.wrapText === true);
  }

  set wrapText(wrapText: boolean) {
    this.$change((format) => ({ ...format, wrapText }));
  }

  get indentLevel(): number | null {
    return this.$read((format) => format.indent ?? 0);
  }

  set indentLevel(indent: number) {
    if (!Number.isInteger(indent) || indent < 0 || indent > 250) {
      throw new HostError("InvalidArgument", `An indent is a whole number from 0 to 250, not ${indent}.`);
    }
    this.$change((format) => ({
      ...format,
      indent,
      // Excel turns General into Left where an indent is given.
      horizontal: indent > 0 ? (format.horizontal ?? "Left") : format.horizontal,
    }));
  }

  get textOrientation(): number | null {
    return this.$read((format) => format.textRotation ?? 0);
  }

  set textOrientation(textRotation: number) {
    if (
      !Number.isInteger(textRotation) ||
      ((textRotation < -90 || textRotation > 90) && textRotation !== 180)
    ) {
      throw new HostError(
        "InvalidArgument",
        `The orientation is a whole number from -90 to 90, or 180, not ${textRotation}.`,
      );
    }
    this.$change((format) => ({ ...format, textRotation }));
  }

  /** Points, 0 of a hidden column; null when the columns differ. */
  get columnWidth(): number | null {
    const { column, columns } = this.$area;
    const { geometry } = this.$sheet;
    return uniform(column, Math.min(columns, sheetColumns), (each) =>
      geometry.hiddenColumns.has(each) ? 0 : geometry.widthOf(each),
    );
  }

  set columnWidth(width: number) {
    requireAllowed(this.$sheet, "allowFormatColumns");
    // 255 characters of Calibri 11 are 1,790 pixels.
    if (typeof width !== "number" || !(width >= 0 && width <= 1342.5)) {
      throw new HostError("InvalidArgument", `A column is 0 to 1342.5 points wide, not ${width}.`);
    }
    const { column, columns } = this.$area;
    const { geometry } = this.$sheet;
    for (let each = column; each < column + columns; each++) {
      if (width === 0) {
        geometry.hiddenColumns.add(each);
      } else {
        geometry.columnWidths.set(each, width);
        geometry.hiddenColumns.delete(each);
      }
    }
    geometry.changed();
  }

  /** Points, 0 of a row that a filter or a person hides; null when the rows differ. */
  get rowHeight(): number | null {
    const { row, rows } = this.$area;
    const used = this.$sheet.cells.usedArea(false);
    const { geometry } = this.$sheet;
    const { rowHeights, hiddenRows } = geometry;
    let known = Math.max(used ? used.row + used.rows : 0, row) + 1;
    for (const sizes of [rowHeights, hiddenRows])
      for (const each of sizes.keys()) known = Math.max(known, each + 1);
    return uniform(row, Math.min(rows, known - row + 1), (each) =>
      hiddenRows.has(each) ? 0 : geometry.heightOf(each),
    );
  }

  set rowHeight(height: number) {
    requireAllowed(this.$sheet, "allowFormatRows");
    if (typeof height !== "number" || !(height >= 0 && height <= 409.5)) {
      throw new HostError("InvalidArgument", `A row is 0 to 409.5 points high, not ${height}.`);
    }
    const { row, rows } = this.$area;
    const { geometry } = this.$sheet;
    const last = row + Math.min(rows, rows === sheetRows ? mostFormattedRows : rows);
    for (let each = row; each < last; each++) {
      if (height === 0) {
        geometry.hiddenRows.set(each, "person");
      } else {
        geometry.rowHeights.set(each, height);
        if (geometry.hiddenRows.get(each) === "person") {
          geometry.hiddenRows.delete(each);
        }
      }
    }
    geometry.changed();
  }

  /** Makes the columns as wide as the shown texts of this block need; an estimate, as there are no fonts to measure. */
  autofitColumns(): void {
    requireAllowed(this.$sheet, "allowFormatColumns");
    const area = this.$area;
    const needed = new Map<number, number>();
    const used = usedAreaWithin(this.$sheet, area, true);
    if (used !== null) {
      const texts = this.$sheet.texts(used);
      texts.forEach((row, rowIndex) =>
        row.forEach((text, columnIndex) => {
          const [at, column] = [used.row + rowIndex, used.column + columnIndex];
          const merge = this.$sheet.mergeAt(at, column);
          if (text !== "" && (merge === null || merge.columns === 1)) {
            const width = textWidth(text, this.$sheet.formats.at(at, column)) + cellPadding;
            needed.set(column, Math.max(needed.get(column) ?? 0, width));
          }
        }),
      );
    }
    needed.forEach((width, column) =>
      this.$sheet.geometry.columnWidths.set(column, Math.round(Math.min(width, 1342.5) * 100) / 100),
    );
    this.$sheet.geometry.changed();
  }

  /** Gives the rows back to Excel's automatic height. */
  autofitRows(): void {
    requireAllowed(this.$sheet, "allowFormatRows");
    const { row, rows } = this.$area;
    for (const each of [...this.$sheet.geometry.rowHeights.keys()]) {
      if (each >= row && each < row + rows) {
        this.$sheet.geometry.rowHeights.delete(each);
      }
    }
    this.$sheet.geometry.changed();
  }

  /** True when the columns are seen and have the sheet's standard width; null when some have and some have not. */
  get useStandardWidth(): boolean | null {
    const { column, columns } = this.$area;
    const { geometry } = this.$sheet;
    return uniform(
      column,
      Math.min(columns, sheetColumns),
      (each) => !geometry.hiddenColumns.has(each) && geometry.isStandard(each),
    );
  }

  /** False changes nothing, as documented for the height. */
  set useStandardWidth(standard: boolean) {
    if (!standard) return;
    requireAllowed(this.$sheet, "allowFormatColumns");
    const { column, columns } = this.$area;
    for (let each = column; each < column + columns; each++) {
      this.$sheet.geometry.makeStandard(each);
      this.$sheet.geometry.hiddenColumns.delete(each);
    }
    this.$sheet.geometry.changed();
  }

  get useStandardHeight(): boolean | null {
    const { row, rows } = this.$area;
    return uniform(
      row,
      Math.min(rows, mostFormattedRows),
      (each) => !this.$sheet.geometry.rowHeights.has(each),
    );
  }

  set useStandardHeight(standard: boolean) {
    if (standard) {
      this.rowHeight = defaultRowHeight;
      this.autofitRows();
    }
  }
}

/** Room left and right of a text, in points. */
const cellPadding = 7.5;

/** Heights of a whole sheet are kept for as many rows as any report needs. */
const mostFormattedRows = 10_000;

/** Excel.RangeFill. */
export class RangeFill {
  constructor(readonly $format: RangeFormat) {}

  /** `#RRGGBB`; "#FFFFFF" without a fill. */
  get color(): string | null {
    return this.$format.$read((format) => format.fill ?? "#FFFFFF");
  }

  set color(color: string) {
    const fill = colorOf(color);
    this.$format.$change((format) => ({ ...format, fill }));
  }

  clear(): void {
    this.$format.$change((format) => ({ ...format, fill: undefined }));
  }
}

/** Excel.FormatProtection. */
export class FormatProtection {
  constructor(readonly $format: RangeFormat) {}

  get locked(): boolean | null {
    return this.$format.$read((format) => format.locked !== false);
  }

  set locked(locked: boolean) {
    this.$format.$change((format) => ({ ...format, locked }));
  }
}

export function uniform<T>(first: number, count: number, read: (index: number) => T): T | null {
  const value = read(first);
  for (let index = first + 1; index < first + count; index++) {
    if (read(index) !== value) {
      return null;
    }
  }
  return value;
}
