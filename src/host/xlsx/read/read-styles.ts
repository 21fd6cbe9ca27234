import type { BorderStyle, CellFormatRecord } from "../../workbook-record";
import type { WorkbookColors } from "../vocabulary/colors";
import type { XmlElement } from "../library";
import { builtInNumberFormat } from "../vocabulary/number-formats";
import { attribute, child, children, flag, numberAttribute } from "../package/package-parts";

/** A cell format of the file. */
export interface FileFormat {
  /** undefined when nothing differs from an unformatted cell. */
  format?: CellFormatRecord;
  quotePrefix: boolean;
}

/** Look of a conditional format. */
export interface DifferentialFormat {
  font?: string;
  bold?: boolean;
  fill?: string;
}

export interface FileStyles {
  /** By the number that cells carry (`s`). */
  cells: FileFormat[];
  /** By the number that conditional formats carry (`dxfId`). */
  differential: DifferentialFormat[];
}

/** What a fresh workbook of ours has as its ordinary font; only what differs is recorded. */
export const ordinaryFont = { name: "Calibri", size: 11 };

/** The formats of a workbook (`xl/styles.xml`). Without that part every cell is unformatted. */
export function readStyles(styles: XmlElement | undefined, colors: WorkbookColors): FileStyles {
  const codes = new Map<number, string>();
  for (const element of children(child(styles, "numFmts"), "numFmt")) {
    codes.set(numberAttribute(element, "numFmtId") ?? -1, attribute(element, "formatCode") ?? "General");
  }
  const fonts = children(child(styles, "fonts"), "font").map((font) => fontOf(font, colors));
  const fills = children(child(styles, "fills"), "fill").map((fill) => fillOf(fill, colors));
  const borders = children(child(styles, "borders"), "border").map((border) => bordersOf(border, colors));
  const cells = children(child(styles, "cellXfs"), "xf").map((xf, number): FileFormat => {
    const fill = fills[numberAttribute(xf, "fillId") ?? 0];
    const id = numberAttribute(xf, "numFmtId") ?? 0;
    const numberFormat = codes.get(id) ?? builtInNumberFormat(id);
    const format: CellFormatRecord = {
      ...(numberFormat !== "General" && { numberFormat }),
      ...withContent("font", fonts[numberAttribute(xf, "fontId") ?? 0]),
      ...(fill !== undefined && { fill }),
      ...withContent("borders", borders[numberAttribute(xf, "borderId") ?? 0]),
      ...alignmentOf(child(xf, "alignment")),
      ...(!flag(child(xf, "protection"), "locked", true) && { locked: false }),
    };
    return {
      ...(Object.keys(format).length > 0 && { format: { xf: number, ...format } }),
      quotePrefix: flag(xf, "quotePrefix"),
    };
  });
  const differential = children(child(styles, "dxfs"), "dxf").map((dxf): DifferentialFormat => {
    const font = child(dxf, "font");
    const color = colors.of(child(font, "color"));
    const pattern = child(child(dxf, "fill"), "patternFill");
    const fill = colors.of(child(pattern, "bgColor")) ?? colors.of(child(pattern, "fgColor"));
    return {
      ...(color !== undefined && { font: color }),
      ...(child(font, "b") && { bold: flag(child(font, "b"), "val", true) }),
      ...(fill !== undefined && { fill }),
    };
  });
  return { cells, differential };
}

function withContent<Name extends string, Content extends object>(name: Name, content: Content | undefined) {
  return content && Object.keys(content).length > 0 ? ({ [name]: content } as Record<Name, Content>) : {};
}

function fontOf(font: XmlElement, colors: WorkbookColors): NonNullable<CellFormatRecord["font"]> {
  const name = attribute(child(font, "name"), "val") ?? ordinaryFont.name;
  const size = numberAttribute(child(font, "sz"), "val") ?? ordinaryFont.size;
  // Black is what an ordinary text has, whether a program says so or not.
  const color = colors.of(child(font, "color"));
  const on = (part: string) => child(font, part) !== undefined && flag(child(font, part), "val", true);
  const underline = child(font, "u") !== undefined && attribute(child(font, "u"), "val") !== "none";
  return {
    ...(name !== ordinaryFont.name && { name }),
    ...(size !== ordinaryFont.size && { size }),
    ...(on("b") && { bold: true }),
    ...(on("i") && { italic: true }),
    ...(underline && { underline: true }),
    ...(color !== undefined && color !== "#000000" && { color }),
  };
}

function fillOf(fill: XmlElement, colors: WorkbookColors): string | undefined {
  const pattern = child(fill, "patternFill");
  if (pattern && (attribute(pattern, "patternType") ?? "none") === "none") return undefined;
  const firstStop = child(child(child(fill, "gradientFill"), "stop"), "color");
  // An automatic foreground of a solid fill shows as its background; a pattern or gradient shows as one colour.
  return colors.of(child(pattern, "fgColor")) ?? colors.of(child(pattern, "bgColor")) ?? colors.of(firstStop);
}

const borderStyles: Record<string, BorderStyle> = {
  thin: "Thin",
  medium: "Medium",
  thick: "Thick",
  double: "Double",
  hair: "Hair",
  dotted: "Dot",
  dashed: "Dash",
  dashDot: "Dash",
  dashDotDot: "Dot",
  mediumDashed: "Dash",
  mediumDashDot: "Dash",
  mediumDashDotDot: "Dot",
  slantDashDot: "Dash",
};

function bordersOf(border: XmlElement, colors: WorkbookColors): NonNullable<CellFormatRecord["borders"]> {
  const borders: NonNullable<CellFormatRecord["borders"]> = {};
  for (const side of ["top", "bottom", "left", "right"] as const) {
    const element =
      child(border, side) ?? child(border, { left: "start", right: "end", top: "", bottom: "" }[side]);
    const style = borderStyles[attribute(element, "style") ?? "none"];
    if (style) borders[side] = { style, color: colors.of(child(element, "color")) ?? "#000000" };
  }
  return borders;
}

const horizontal = {
  left: "Left",
  center: "Center",
  right: "Right",
  fill: "Fill",
  justify: "Justify",
  distributed: "Justify",
  centerContinuous: "CenterAcrossSelection",
} as const;

const vertical = { top: "Top", center: "Center", justify: "Justify", distributed: "Justify" } as const;

function alignmentOf(alignment: XmlElement | undefined): CellFormatRecord {
  if (!alignment) return {};
  const across = horizontal[attribute(alignment, "horizontal") as keyof typeof horizontal];
  const down = vertical[attribute(alignment, "vertical") as keyof typeof vertical];
  const indent = numberAttribute(alignment, "indent");
  const rotation = numberAttribute(alignment, "textRotation");
  return {
    ...(across && { horizontal: across }),
    ...(down && { vertical: down }),
    ...(flag(alignment, "wrapText") && { wrapText: true }),
    ...(indent && { indent }),
    ...(rotation && { textRotation: officeRotation(rotation) }),
  };
}

/** The file counts clockwise degrees as 91–180 and stacked letters as 255; Office.js as −1…−90 and 180. */
function officeRotation(rotation: number): number {
  if (rotation === 255) return 180;
  return rotation > 90 ? 90 - rotation : rotation;
}
