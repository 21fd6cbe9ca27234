import type { CellFormatRecord, TableRecord } from "../../../workbook-record";

/** The colours of the Office theme of 2013 and later: text, then the six accents, as Excel's table styles count them. */
const themeColors = ["#000000", "#4472C4", "#ED7D31", "#A5A5A5", "#FFC000", "#5B9BD5", "#70AD47"];

/** Where a cell stands in its table. */
export interface TablePlace {
  part: "header" | "data" | "totals";
  /** Counted within the data. */
  row: number;
  column: number;
  isFirstColumn: boolean;
  isLastColumn: boolean;
  isFirstRow: boolean;
  isLastRow: boolean;
}

export function placeIn(table: TableRecord, row: number, column: number): TablePlace {
  const { area } = table;
  const lastRow = area.row + area.rows - 1;
  const part =
    table.showHeaders && row === area.row
      ? "header"
      : table.showTotals && row === lastRow
        ? "totals"
        : "data";
  return {
    part,
    row: row - area.row - (table.showHeaders ? 1 : 0),
    column: column - area.column,
    isFirstColumn: column === area.column,
    isLastColumn: column === area.column + area.columns - 1,
    isFirstRow: row === area.row,
    isLastRow: row === lastRow,
  };
}

/**
 * What a built-in table style gives a cell (ECMA-376 part 1, presetTableStyles.xml): an approximation by families of seven,
 * one for each colour of the theme. What the cell's own format says comes before it.
 */
export function tableFormat(table: TableRecord, place: TablePlace): CellFormatRecord {
  const [, family, number] = /^TableStyle(Light|Medium|Dark)(\d+)$/.exec(table.style) ?? [];
  if (family === undefined) {
    return {};
  }
  const index = Number(number) - 1;
  const color = themeColors[index % 7];
  const variant = `${family}${Math.floor(index / 7)}`;
  const isBanded =
    place.part === "data" &&
    ((table.showBandedRows && place.row % 2 === 0) || (table.showBandedColumns && place.column % 2 === 0));
  const isBold =
    place.part !== "data" ||
    (table.highlightFirstColumn && place.isFirstColumn) ||
    (table.highlightLastColumn && place.isLastColumn);
  const look = (variants[variant] ?? variants.Medium0)({ ...place, color, isBanded });
  return isBold ? { ...look, font: { ...look.font, bold: true } } : look;
}

type Look = (place: TablePlace & { color: string; isBanded: boolean }) => CellFormatRecord;

const line = (color: string, style: "Thin" | "Medium" | "Double" = "Thin") => ({ style, color });

const variants: Record<string, Look> = {
  /** Light 1–7: rules above, below and under the header; pale bands. */
  Light0: ({ color, part, isFirstRow, isLastRow, isBanded }) => ({
    ...(isBanded && { fill: tint(color, color === "#000000" ? 0.85 : 0.8) }),
    borders: {
      ...(isFirstRow && { top: line(color) }),
      ...((isLastRow || part === "header") && { bottom: line(color) }),
      ...(part === "totals" && { top: line(color) }),
    },
  }),
  /** Light 8–14: a filled header, a frame and rules between rows. */
  Light1: ({ color, part, isFirstColumn, isLastColumn, isLastRow, isFirstRow, isBanded }) => ({
    ...(part === "header" && { fill: color, font: { color: "#FFFFFF" } }),
    borders: {
      ...((isFirstRow || isBanded) && { top: line(color) }),
      ...((isLastRow || isBanded) && { bottom: line(color) }),
      ...(isFirstColumn && { left: line(color) }),
      ...(isLastColumn && { right: line(color) }),
      ...(part === "totals" && { top: line(color, "Double") }),
    },
  }),
  /** Light 15–21: a grid; pale bands. */
  Light2: ({ color, part, isBanded }) => ({
    ...(isBanded && { fill: tint(color, color === "#000000" ? 0.85 : 0.8) }),
    borders: {
      top: line(color, part === "totals" ? "Double" : "Thin"),
      bottom: line(color, part === "header" ? "Medium" : "Thin"),
      left: line(color),
      right: line(color),
    },
  }),
  /** Medium 1–7: a filled header, a frame, pale bands. */
  Medium0: ({ color, part, isFirstColumn, isLastColumn, isLastRow, isBanded }) => {
    const frame = line(tint(color, 0.4));
    return {
      ...(part === "header" && { fill: color, font: { color: "#FFFFFF" } }),
      ...(isBanded && { fill: tint(color, 0.8) }),
      borders: {
        top: part === "totals" ? line(color, "Double") : frame,
        ...((isLastRow || part === "header") && { bottom: frame }),
        ...(isFirstColumn && { left: frame }),
        ...(isLastColumn && { right: frame }),
      },
    };
  },
  /** Medium 8–14: everything filled, white rules. */
  Medium1: ({ color, part, isBanded }) => {
    const filled = part !== "data";
    const rule = line("#FFFFFF");
    return {
      fill: filled ? color : tint(color, isBanded ? 0.6 : 0.8),
      ...(filled && { font: { color: "#FFFFFF" } }),
      borders: { top: rule, bottom: rule, left: rule, right: rule },
    };
  },
  /** Medium 15–21: a filled header between black rules, grey bands. */
  Medium2: ({ color, part, isFirstRow, isLastRow, isBanded }) => ({
    ...(part === "header" && { fill: color, font: { color: "#FFFFFF" } }),
    ...(isBanded && { fill: "#D9D9D9" }),
    borders: {
      ...(isFirstRow && { top: line("#000000", "Medium") }),
      ...((isLastRow || part === "header") && { bottom: line("#000000", "Medium") }),
      ...(part === "totals" && { top: line("#000000", "Double") }),
    },
  }),
  /** Medium 22–28: pale everywhere, with a grid. */
  Medium3: ({ color, part, isBanded }) => {
    const rule = line(tint(color, 0.4));
    return {
      fill: tint(color, isBanded && part === "data" ? 0.6 : 0.8),
      borders: { top: rule, bottom: rule, left: rule, right: rule },
    };
  },
  /** Dark 1–7. */
  Dark0: ({ color, part, isBanded }) => ({
    fill: part === "header" ? "#000000" : isBanded ? shade(color, 0.25) : color,
    font: { color: "#FFFFFF" },
    borders: {},
  }),
  /** Dark 8–11. */
  Dark1: ({ color, part, isBanded }) => ({
    fill: part === "header" ? shade(color, 0.25) : tint(color, isBanded ? 0.6 : 0.8),
    ...(part === "header" && { font: { color: "#FFFFFF" } }),
    borders: {},
  }),
};

/** Nearer to white by a part of the way, as the theme's tints are. */
export function tint(color: string, part: number): string {
  return mixed(color, 255, part);
}

function shade(color: string, part: number): string {
  return mixed(color, 0, part);
}

function mixed(color: string, to: number, part: number): string {
  const channels = [1, 3, 5].map((at) => parseInt(color.slice(at, at + 2), 16));
  return `#${channels
    .map((channel) =>
      Math.round(channel + (to - channel) * part)
        .toString(16)
        .padStart(2, "0"),
    )
    .join("")
    .toUpperCase()}`;
}
