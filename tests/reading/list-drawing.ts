import { blank, bold, Drawing, type DrawnCell, plain } from "./drawing";
import type { TrueClient } from "./truth";

/** A row of a list's body. */
export interface BodyRow {
  kind: "client" | "detail" | "group" | "total" | "blank" | "header";
  /** What stands in the column of clients; null where nothing does. */
  label: string | null;
  /** Whom the other columns speak of; null in rows of totals. */
  client: TrueClient | null;
  /** Amounts in cents; null where the row holds none. */
  cents: readonly number[] | null;
  /** Rows of the body that a total adds up by a formula, from its first to its last; null for a plain value. */
  adds: readonly [number, number] | null;
  indent: number;
  bold: boolean;
}

export const bodyRow = (row: Partial<BodyRow> & Pick<BodyRow, "kind">): BodyRow => ({
  label: null,
  client: null,
  cents: null,
  adds: null,
  indent: 0,
  bold: false,
  ...row,
});

export const clientRow = (client: TrueClient, more: Partial<BodyRow> = {}): BodyRow =>
  bodyRow({ kind: "client", label: client.name, client, cents: client.amounts, ...more });

/** A column of a list: its header cells from top to bottom, and what stands in each row. */
export interface ListColumn {
  heads: readonly DrawnCell[];
  cell(row: BodyRow, at: number): DrawnCell;
  /** Totals may add this column up by a formula. */
  isMoney?: boolean;
}

/** How levels of one column show. */
export type LevelLook = "indent" | "spaces" | "bold" | "none";

/** Where the list stands on its sheet and what stands around it. */
export interface Frame {
  top: number;
  left: number;
  /** Rows of texts above the header, "" for a blank one; a text with "|" fills two cells. */
  above: readonly string[];
  /** Columns (of the list) after which a blank one stands. */
  gaps: readonly number[];
  /** A blank row between header and body. */
  gapBelowHeader: boolean;
  /** Rows of texts below the body. */
  below: readonly string[];
  boldHeader: boolean;
  /** Bands over the last header row are merged; else their text stands once, or in every column. */
  bands: "merged" | "once" | "each";
  table: boolean;
  /** The last row of the body is the totals row of the table. */
  tableTotals: boolean;
  /** Another small table: rows of cells. */
  other: { place: "above" | "beside"; rows: readonly (readonly (string | number)[])[] } | null;
  /** Client and first cells are merged over so many columns in each row. */
  mergedAcross: number;
}

export const plainFrame: Frame = {
  top: 0,
  left: 0,
  above: [],
  gaps: [],
  gapBelowHeader: false,
  below: [],
  boldHeader: false,
  bands: "merged",
  table: false,
  tableTotals: false,
  other: null,
  mergedAcross: 1,
};

const lettersOf = (column: number): string =>
  column < 26
    ? String.fromCharCode(65 + column)
    : lettersOf(Math.floor(column / 26) - 1) + lettersOf(column % 26);

export function drawList(columns: readonly ListColumn[], body: readonly BodyRow[], frame: Frame): Drawing {
  const drawing = new Drawing();
  let row = frame.top;
  if (frame.other?.place === "above") {
    frame.other.rows.forEach((cells, r) =>
      cells.forEach((value, c) => drawing.put(row + r, frame.left + c, plain(value))),
    );
    row += frame.other.rows.length + 1;
  }
  for (const text of frame.above) {
    text.split("|").forEach((part, i) => {
      if (part !== "") drawing.put(row, frame.left + i, i === 0 ? bold(part) : plain(part));
    });
    row++;
  }
  const positions = positionsOf(columns.length, frame);
  const heads = columns[0].heads.length;
  const headerTop = row;
  columns.forEach(({ heads: cells }, i) =>
    cells.forEach(({ value, format }, r) => {
      if (value === null) return;
      const font = frame.boldHeader ? { font: { bold: true } } : {};
      const drawn = frame.boldHeader || format ? { value, format: { ...format, ...font } } : { value };
      drawing.put(row + r, positions[i], drawn);
    }),
  );
  drawBands(drawing, columns, positions, headerTop, frame);
  if (frame.mergedAcross > 1) {
    for (let r = 0; r < heads; r++) drawing.merge(headerTop + r, positions[0], 1, frame.mergedAcross);
  }
  row += heads + (frame.gapBelowHeader ? 1 : 0);
  const first = row;
  for (const [at, line] of body.entries()) {
    if (line.kind === "header") {
      columns.forEach(({ heads: cells }, i) => drawing.put(row, positions[i], cells.at(-1) ?? blank));
    } else if (line.kind !== "blank") {
      columns.forEach((column, i) => {
        let cell = column.cell(line, at);
        if (column.isMoney && line.adds && line.cents) {
          const letters = lettersOf(positions[i]);
          cell = plain(`=SUM(${letters}${first + line.adds[0] + 1}:${letters}${first + line.adds[1] + 1})`);
        }
        if (cell.value !== null) drawing.put(row, positions[i], cell);
      });
      if (frame.mergedAcross > 1) drawing.merge(row, positions[0], 1, frame.mergedAcross);
    }
    row++;
  }
  if (frame.table) {
    const width = positions.at(-1)! - positions[0] + 1;
    drawing.table(headerTop + heads - 1, positions[0], row - headerTop - heads + 1, width, frame.tableTotals);
  }
  if (frame.other?.place === "beside") {
    const left = positions.at(-1)! + 2;
    frame.other.rows.forEach((cells, r) =>
      cells.forEach((value, c) => drawing.put(headerTop + heads - 1 + r, left + c, plain(value))),
    );
  }
  if (frame.below.length > 0) row++;
  for (const text of frame.below) drawing.put(row++, frame.left, plain(text));
  return drawing;
}

function positionsOf(count: number, { left, gaps, mergedAcross }: Frame): number[] {
  const positions: number[] = [];
  let next = left;
  for (let i = 0; i < count; i++) {
    positions.push(next);
    next += 1 + (gaps.includes(i) ? 1 : 0) + (i === 0 ? mergedAcross - 1 : 0);
  }
  return positions;
}

/** Equal neighbours in the rows above the last are one band; a header that stands alone reaches down to the last row. */
function drawBands(
  drawing: Drawing,
  columns: readonly ListColumn[],
  positions: readonly number[],
  top: number,
  { bands }: Frame,
): void {
  const heads = columns[0].heads.length;
  if (bands === "each") return;
  for (let r = 0; r < heads - 1; r++) {
    for (let from = 0; from < columns.length;) {
      const { value } = columns[from].heads[r];
      let to = from + 1;
      while (value !== null && to < columns.length && columns[to].heads[r].value === value) to++;
      for (let i = from + 1; i < to; i++) drawing.put(top + r, positions[i], blank);
      if (bands === "merged")
        drawing.merge(top + r, positions[from], 1, positions[to - 1] - positions[from] + 1);
      from = to;
    }
  }
}
