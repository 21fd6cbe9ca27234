import type { BorderStyle, CellFormatRecord, SheetRecord } from "../../workbook-record";
import type { Worksheet } from "../library";

type FileStyle = ReturnType<Worksheet["getCell"]>["style"];

export const borderStyles = {
  Thin: "thin",
  Medium: "medium",
  Thick: "thick",
  Double: "double",
  Dash: "dashed",
  Dot: "dotted",
  Hair: "hair",
} as const satisfies Record<BorderStyle, string>;

export const horizontal = {
  Left: "left",
  Center: "center",
  Right: "right",
  Fill: "fill",
  Justify: "justify",
  CenterAcrossSelection: "centerContinuous",
} as const;

export const vertical = { Top: "top", Center: "middle", Bottom: "bottom", Justify: "justify" } as const;

/** Patterns that the library knows by other words: written so they keep their built-in number and the user's regional dress. */
const regional: Record<string, string> = { "m/d/yyyy": "mm-dd-yy", "m/d/yyyy h:mm": "m/d/yy h:mm" };

/**
 * The looks of a workbook's cells. The library numbers them: each is shown to it on one cell of a sample,
 * and the numbers are read back from what it wrote.
 * It cannot say that a text was entered with an apostrophe. A hidden formula, which we never write, stands for it
 * until the package is finished (see `finishStyles`).
 */
export class StyleBook {
  private readonly keys = new Map<string, number>();
  private readonly known = new WeakMap<CellFormatRecord, number>();
  private readonly columns = new Map<SheetRecord, Map<number, CellFormatRecord | undefined>>();
  /** Styles of the sample, in its order. */
  readonly sample: FileStyle[] = [];
  /** The library's number of each style of the sample; set once it has written them. */
  ids: number[] = [];

  /** Makes sure that all looks of a sheet are in the sample. */
  collect(sheet: SheetRecord): void {
    for (const { format } of sheet.rows) if (format) this.place(format, false);
    const columns = new Map(sheet.columns.map(({ index, format }) => [index, format]));
    let someQuoted = false;
    // Most cells look like the one above them.
    const above: (CellFormatRecord | undefined)[] = [];
    for (const { column, format = columns.get(column), quotePrefix = false } of sheet.cells) {
      if (format === above[column] && !quotePrefix) continue;
      above[column] = format;
      if (format || quotePrefix) this.place(format ?? {}, quotePrefix);
      someQuoted ||= quotePrefix;
    }
    if (someQuoted) {
      for (const { format } of sheet.rows) if (format) this.place(format, true);
    }
  }

  /** Number by which a cell of the file names its look; 0 for an ordinary one. */
  idOf(format: CellFormatRecord | undefined, quotePrefix: boolean): number {
    if (!format && !quotePrefix) return 0;
    return this.ids[this.place(format ?? {}, quotePrefix)] ?? 0;
  }

  style(format: CellFormatRecord, quotePrefix: boolean): FileStyle {
    return this.sample[this.place(format, quotePrefix)];
  }

  columnFormat(sheet: SheetRecord, column: number): CellFormatRecord | undefined {
    let formats = this.columns.get(sheet);
    if (!formats) {
      formats = new Map(sheet.columns.map(({ index, format }) => [index, format]));
      this.columns.set(sheet, formats);
    }
    return formats.get(column);
  }

  private place(format: CellFormatRecord, quotePrefix: boolean): number {
    const known = quotePrefix ? undefined : this.known.get(format);
    if (known !== undefined) return known;
    const key = JSON.stringify([format, quotePrefix]);
    let place = this.keys.get(key);
    if (place === undefined) {
      place = this.sample.push(fileStyle(format, quotePrefix)) - 1;
      this.keys.set(key, place);
    }
    if (!quotePrefix) this.known.set(format, place);
    return place;
  }
}

export function argb(color: string): { argb: string } {
  return { argb: `FF${color.replace("#", "").toUpperCase()}` };
}

function fileStyle(format: CellFormatRecord, quotePrefix: boolean): FileStyle {
  const { numberFormat, font, fill, borders } = format;
  const alignment = alignmentOf(format);
  const protection = {
    ...(format.locked !== undefined && { locked: format.locked }),
    ...(quotePrefix && { hidden: true }),
  };
  return {
    ...(numberFormat !== undefined &&
      numberFormat !== "General" && { numFmt: regional[numberFormat] ?? numberFormat }),
    ...(font && Object.keys(font).length > 0 && { font: fontOf(font) }),
    ...(fill !== undefined && { fill: { type: "pattern", pattern: "solid", fgColor: argb(fill) } }),
    ...(borders && { border: bordersOf(borders) }),
    ...(Object.keys(alignment).length > 0 && { alignment }),
    ...(Object.keys(protection).length > 0 && { protection }),
  };
}

function fontOf(font: NonNullable<CellFormatRecord["font"]>): FileStyle["font"] {
  return {
    name: font.name ?? "Calibri",
    size: font.size ?? 11,
    family: 2,
    ...((font.name ?? "Calibri") === "Calibri" && { scheme: "minor" as const }),
    color: font.color === undefined ? { theme: 1 } : argb(font.color),
    ...(font.bold && { bold: true }),
    ...(font.italic && { italic: true }),
    ...(font.underline && { underline: true }),
  };
}

function bordersOf(borders: NonNullable<CellFormatRecord["borders"]>): FileStyle["border"] {
  const sides = (["top", "bottom", "left", "right"] as const).flatMap((side) => {
    const border = borders[side];
    return border ? [[side, { style: borderStyles[border.style], color: argb(border.color) }]] : [];
  });
  return Object.fromEntries(sides) as FileStyle["border"];
}

function alignmentOf(format: CellFormatRecord): NonNullable<FileStyle["alignment"]> {
  const { textRotation } = format;
  return {
    ...(format.horizontal && { horizontal: horizontal[format.horizontal] }),
    ...(format.vertical && format.vertical !== "Bottom" && { vertical: vertical[format.vertical] }),
    ...(format.wrapText && { wrapText: true }),
    ...(format.indent && { indent: format.indent }),
    ...(textRotation && { textRotation: textRotation === 180 ? ("vertical" as const) : textRotation }),
  };
}
