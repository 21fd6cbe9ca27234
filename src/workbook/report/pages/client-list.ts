import type { Figure } from "../paint/page/figure";
import { palette } from "../paint/page/palette";
import type { Condition, Content, Page } from "../paint/page/page";
import { heightOf, linesOf } from "../paint/page/text-fit";

/** One column of a list of clients: `content(client)` for a client by its index in the portfolio. */
export interface ListColumn {
  title: string;
  content: (client: number, rank: number) => Content;
  format?: string;
  align?: "Left" | "Center" | "Right";
  wrap?: boolean;
  /** What figure it is; left out for what is none. */
  shows?: (client: number) => Figure | null;
  /** Texts that stand out in their colour. */
  marks?: readonly { text: string; color: string }[];
}

/** Excel shows a filter button over the right end of each header cell. */
const filterButton = 16;
/** So many rows of several lines get their heights one by one; more are left to Excel. */
const mostTallRows = 300;

/**
 * The list that ends a sheet: all clients, one row each, as an Excel table.
 * It begins at the page's next row and is the last thing on it, so that it can grow.
 *
 * @param nameColumn which of the columns names the rows
 */
export function addClientList(
  page: Page,
  name: string,
  order: ArrayLike<number>,
  columns: readonly ListColumn[],
  nameColumn = 0,
): void {
  const top = page.row;
  const left = page.left;
  page.header(top, left, columns);
  // The table style would put a black line above the header.
  page.dress({ row: top, column: left, rows: 1, columns: columns.length }, { top: palette.white });
  const headerLines = columns.map(({ title }, index) =>
    linesOf(title, page.widths[left + index] - filterButton, 9, true),
  );
  page.grow(top, heightOf(Math.max(...headerLines), 9) + 4);
  for (let rank = 0; rank < order.length; rank++) {
    page.putRow(
      top + 1 + rank,
      left,
      columns.map(({ content }) => content(order[rank], rank)),
    );
  }
  setHeights(page, columns, top + 1, order.length);
  columns.forEach(({ shows, title }, index) => {
    if (!shows) return;
    for (let rank = 0; rank < order.length; rank++) {
      page.shows(top + 1 + rank, left + index, shows(order[rank]), title);
    }
  });
  columns.forEach(({ format, align, wrap, marks = [] }, index) => {
    const area = { row: top + 1, column: left + index, rows: order.length, columns: 1 };
    page.dress(area, { horizontal: align ?? "Left", indent: indentOf(columns, index), format, wrap });
    const conditions = marks.map(({ text, color }): Condition => ({
      kind: "equals",
      area,
      text,
      color,
      bold: true,
    }));
    page.conditions.push(...conditions);
  });
  page.dress(
    { row: top + order.length, column: left, rows: 1, columns: columns.length },
    { bottom: palette.rule },
  );
  const area = { row: top, column: left, rows: order.length + 1, columns: columns.length };
  page.list = { name, area, nameColumn };
  page.row = top + 1 + order.length;
}

/** A text on the left keeps away from a figure on the right of the column before it. */
function indentOf(columns: readonly ListColumn[], index: number): number {
  return (columns[index].align ?? "Left") === "Left" && columns[index - 1]?.align === "Right" ? 1 : 0;
}

/** A few clients in the columns of a list, as plain rows. */
export function addRows(page: Page, columns: readonly ListColumn[], clients: readonly number[]): void {
  page.header(page.row++, page.left, columns);
  for (const client of clients) {
    columns.forEach(({ content, format, align, wrap, shows, title }, index) => {
      const shown = content(client, 0);
      page.shows(page.row, page.left + index, shows?.(client) ?? null, title);
      const look = { format, vertical: "Center" as const, indent: indentOf(columns, index) };
      if (wrap && typeof shown === "string") {
        page.across(page.row, page.left + index, 1, shown, look);
      } else page.put(page.row, page.left + index, shown, { ...look, horizontal: align ?? "Left" });
    });
    page.endRow();
  }
}

/** Heights of rows whose texts take several lines: a file that Excel has not yet shown has no fitted rows. */
function setHeights(page: Page, columns: readonly ListColumn[], top: number, rows: number): void {
  // Most texts that wrap are advice, the same for many clients: measured once per column.
  const wrapped = columns.flatMap(({ wrap }, index) =>
    wrap
      ? [
          {
            column: page.left + index,
            room: page.widths[page.left + index] - 8 * indentOf(columns, index),
            measured: new Map<string, number>(),
          },
        ]
      : [],
  );
  const tall: [number, number][] = [];
  for (let row = top; row < top + rows && tall.length <= mostTallRows; row++) {
    let most = 1;
    for (const { column, room, measured } of wrapped) {
      const text = page.cells[row][column];
      if (typeof text !== "string") continue;
      let lines = measured.get(text);
      if (lines === undefined) measured.set(text, (lines = linesOf(text, room, 10)));
      most = Math.max(most, lines);
    }
    if (most > 1) tall.push([row, heightOf(most, 10)]);
  }
  page.autofit = tall.length > mostTallRows;
  if (page.autofit) return;
  for (const [row, height] of tall) page.grow(row, height);
}
