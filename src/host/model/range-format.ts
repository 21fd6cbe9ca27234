import type { Area, BorderStyle, CellFormatRecord } from "../workbook-record";
import { HostError } from "./host-error";
import { sheetColumns, sheetRows } from "./reference";
import { defaultRowHeight, textWidth } from "./sheet-geometry";
import type { SheetState } from "./sheet-state";
import { requireAllowed, requireAllowedFormatting } from "./sheet-refusals";
import { usedAreaWithin } from "./sheet-regions";

type Font = NonNullable<CellFormatRecord["font"]>;
type Side = "top" | "bottom" | "left" | "right";

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

  /** Points; null when the columns differ. */
  get columnWidth(): number | null {
    const { column, columns } = this.$area;
    return uniform(column, Math.min(columns, sheetColumns), (each) => this.$sheet.geometry.widthOf(each));
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

  get rowHeight(): number | null {
    const { row, rows } = this.$area;
    const used = this.$sheet.cells.usedArea(false);
    const known =
      Math.max(used ? used.row + used.rows : 0, ...this.$sheet.geometry.rowHeights.keys(), row) + 1;
    return uniform(row, Math.min(rows, known - row + 1), (each) => this.$sheet.geometry.heightOf(each));
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

  /** True when the columns have the sheet's standard width; null when some have and some have not. */
  get useStandardWidth(): boolean | null {
    const { column, columns } = this.$area;
    return uniform(
      column,
      Math.min(columns, sheetColumns),
      (each) => !this.$sheet.geometry.columnWidths.has(each),
    );
  }

  /** False changes nothing, as documented for the height. */
  set useStandardWidth(standard: boolean) {
    if (!standard) return;
    requireAllowed(this.$sheet, "allowFormatColumns");
    const { column, columns } = this.$area;
    for (let each = column; each < column + columns; each++) {
      this.$sheet.geometry.columnWidths.delete(each);
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

/** Excel.RangeFont. */
export class RangeFont {
  constructor(readonly $format: RangeFormat) {}

  $set(change: Font): void {
    this.$format.$change((format) => ({ ...format, font: { ...format.font, ...change } }));
  }

  get name(): string | null {
    return this.$format.$read((format) => format.font?.name ?? "Calibri");
  }

  set name(name: string) {
    this.$set({ name });
  }

  get size(): number | null {
    return this.$format.$read((format) => format.font?.size ?? 11);
  }

  set size(size: number) {
    if (typeof size !== "number" || !(size >= 1 && size <= 409)) {
      throw new HostError("InvalidArgument", `A font is 1 to 409 points large, not ${size}.`);
    }
    this.$set({ size });
  }

  get bold(): boolean | null {
    return this.$format.$read((format) => format.font?.bold === true);
  }

  set bold(bold: boolean) {
    this.$set({ bold });
  }

  get italic(): boolean | null {
    return this.$format.$read((format) => format.font?.italic === true);
  }

  set italic(italic: boolean) {
    this.$set({ italic });
  }

  /** "None" or "Single"; the host keeps no double underline. */
  get underline(): string | null {
    return this.$format.$read((format) => (format.font?.underline ? "Single" : "None"));
  }

  set underline(underline: string) {
    this.$set({ underline: oneOf(underline, ["None", "Single"]) === "Single" });
  }

  get color(): string | null {
    return this.$format.$read((format) => format.font?.color ?? "#000000");
  }

  set color(color: string) {
    this.$set({ color: colorOf(color) });
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

const borderIndices = [
  "EdgeTop",
  "EdgeBottom",
  "EdgeLeft",
  "EdgeRight",
  "InsideVertical",
  "InsideHorizontal",
] as const;
type BorderIndex = (typeof borderIndices)[number];

/** Excel.RangeBorderCollection; diagonals are not kept. */
export class RangeBorderCollection {
  constructor(readonly $format: RangeFormat) {}

  get items(): RangeBorder[] {
    return borderIndices.map((index) => new RangeBorder(this.$format, index));
  }

  get count(): number {
    return borderIndices.length;
  }

  getItem(index: string): RangeBorder {
    return new RangeBorder(this.$format, oneOf(index, [...borderIndices]));
  }

  getItemAt(index: number): RangeBorder {
    return this.getItem(borderIndices[index]);
  }
}

const weights: Record<BorderStyle, string> = {
  Hair: "Hairline",
  Thin: "Thin",
  Medium: "Medium",
  Thick: "Thick",
  Double: "Thick",
  Dash: "Thin",
  Dot: "Thin",
};

/** Excel.RangeBorder. */
export class RangeBorder {
  constructor(
    readonly $format: RangeFormat,
    readonly $index: BorderIndex,
  ) {}

  get sideIndex(): string {
    return this.$index;
  }

  get style(): string | null {
    const style = this.$read()?.style;
    if (style === undefined) {
      return "None";
    }
    return ["Thin", "Medium", "Thick", "Hair"].includes(style) ? "Continuous" : style;
  }

  set style(style: string) {
    switch (
      oneOf(style, ["None", "Continuous", "Dash", "DashDot", "DashDotDot", "Dot", "Double", "SlantDashDot"])
    ) {
      case "None":
        this.$set(null);
        break;
      case "Continuous":
        this.$set((before) => ({
          style: before && ["Medium", "Thick", "Hair"].includes(before.style) ? before.style : "Thin",
        }));
        break;
      case "Double":
        this.$set(() => ({ style: "Double" }));
        break;
      case "Dot":
        this.$set(() => ({ style: "Dot" }));
        break;
      default:
        this.$set(() => ({ style: "Dash" }));
    }
  }

  get weight(): string | null {
    const style = this.$read()?.style;
    return style === undefined ? "Thin" : weights[style];
  }

  set weight(weight: string) {
    const style = { Hairline: "Hair", Thin: "Thin", Medium: "Medium", Thick: "Thick" }[
      oneOf(weight, ["Hairline", "Thin", "Medium", "Thick"])
    ] as BorderStyle;
    this.$set((before) => ({
      style: before && ["Dash", "Dot", "Double"].includes(before.style) ? before.style : style,
    }));
  }

  get color(): string | null {
    return this.$read()?.color ?? "#000000";
  }

  set color(color: string) {
    const value = colorOf(color);
    this.$set((before) => ({ style: before?.style ?? "Thin", color: value }));
  }

  /** The border of the first cell that can have it. */
  $read(): { style: BorderStyle; color: string } | undefined {
    const [block] = this.$blocks();
    return block && this.$format.$sheet.formats.at(block.area.row, block.area.column).borders?.[block.side];
  }

  $set(
    change:
      | ((before: { style: BorderStyle; color: string } | undefined) => {
          style: BorderStyle;
          color?: string;
        })
      | null,
  ): void {
    const { $sheet } = this.$format;
    requireAllowedFormatting($sheet, this.$format.$area);
    for (const { area, side } of this.$blocks()) {
      $sheet.formats.change(area, (format) => {
        const before = format.borders?.[side];
        const after = change?.(before);
        const line = after && { style: after.style, color: after.color ?? before?.color ?? "#000000" };
        return { ...format, borders: { ...format.borders, [side]: line } };
      });
    }
  }

  /** Cells and their sides that make up this border. */
  $blocks(): { area: Area; side: Side }[] {
    const area = this.$format.$area;
    const { row, column, rows, columns } = area;
    switch (this.$index) {
      case "EdgeTop":
        return [{ area: { ...area, rows: 1 }, side: "top" }];
      case "EdgeBottom":
        return [{ area: { ...area, row: row + rows - 1, rows: 1 }, side: "bottom" }];
      case "EdgeLeft":
        return [{ area: { ...area, columns: 1 }, side: "left" }];
      case "EdgeRight":
        return [{ area: { ...area, column: column + columns - 1, columns: 1 }, side: "right" }];
      case "InsideHorizontal":
        return rows > 1
          ? [
              { area: { ...area, rows: rows - 1 }, side: "bottom" },
              { area: { ...area, row: row + 1, rows: rows - 1 }, side: "top" },
            ]
          : [];
      default:
        return columns > 1
          ? [
              { area: { ...area, columns: columns - 1 }, side: "right" },
              { area: { ...area, column: column + 1, columns: columns - 1 }, side: "left" },
            ]
          : [];
    }
  }
}

/** HTML names that Excel takes besides `#RRGGBB`; the host knows the basic ones. */
const namedColors: Record<string, string> = {
  black: "#000000",
  white: "#FFFFFF",
  red: "#FF0000",
  lime: "#00FF00",
  green: "#008000",
  blue: "#0000FF",
  yellow: "#FFFF00",
  orange: "#FFA500",
  purple: "#800080",
  gray: "#808080",
  grey: "#808080",
  silver: "#C0C0C0",
  teal: "#008080",
  navy: "#000080",
  maroon: "#800000",
};

/** `#RRGGBB` in capitals. @throws HostError InvalidArgument. */
export function colorOf(color: unknown): string {
  const text = typeof color === "string" ? (namedColors[color.toLowerCase()] ?? color) : "";
  if (!/^#?[0-9a-f]{6}$/i.test(text)) {
    throw new HostError("InvalidArgument", `${String(color)} is not a colour.`);
  }
  return `#${text.replace("#", "").toUpperCase()}`;
}

function oneOf<T extends string>(value: string, allowed: T[]): T {
  if (!allowed.includes(value as T)) {
    throw new HostError("InvalidArgument", `${value} is not one of ${allowed.join(", ")}.`);
  }
  return value as T;
}

function uniform<T>(first: number, count: number, read: (index: number) => T): T | null {
  const value = read(first);
  for (let index = first + 1; index < first + count; index++) {
    if (read(index) !== value) {
      return null;
    }
  }
  return value;
}
