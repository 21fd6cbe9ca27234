import type { BorderStyle, CellFormatRecord } from "../workbook-record";
import type { Worksheet } from "./library";

type FileStyle = ReturnType<Worksheet["getCell"]>["style"];

const borderStyles = {
  Thin: "thin",
  Medium: "medium",
  Thick: "thick",
  Double: "double",
  Dash: "dashed",
  Dot: "dotted",
  Hair: "hair",
} as const satisfies Record<BorderStyle, string>;

const horizontal = {
  Left: "left",
  Center: "center",
  Right: "right",
  Fill: "fill",
  Justify: "justify",
  CenterAcrossSelection: "centerContinuous",
} as const;

const vertical = { Top: "top", Center: "middle", Bottom: "bottom", Justify: "justify" } as const;

/** Patterns that the library knows by other words: written so they keep their built-in number and the user's regional dress. */
const regional: Record<string, string> = { "m/d/yyyy": "mm-dd-yy", "m/d/yyyy h:mm": "m/d/yy h:mm" };

/**
 * Cell formats as the library takes them, one object per look.
 * The library cannot say that a text was entered with an apostrophe. A hidden formula, which we never write, stands for it
 * until the package is finished (see `finishStyles`).
 */
export class StyleBook {
  private readonly styles = new Map<string, FileStyle>();

  style(format: CellFormatRecord | undefined, quotePrefix: boolean): FileStyle | undefined {
    if (!format && !quotePrefix) return undefined;
    const key = JSON.stringify([format, quotePrefix]);
    let style = this.styles.get(key);
    if (!style) {
      style = fileStyle(format ?? {}, quotePrefix);
      this.styles.set(key, style);
    }
    return style;
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
