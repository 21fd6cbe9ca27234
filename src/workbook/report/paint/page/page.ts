import type { Figure, ShownFigure } from "./figure";
import { palette } from "./palette";
import { heightOf, linesOf } from "./text-fit";

/** Rectangle of cells, zero-based, relative to the top left cell of the report sheet. */
export interface Area extends Size {
  row: number;
  column: number;
}

/** How many cells a rectangle has. */
export interface Size {
  rows: number;
  columns: number;
}

export const isFilled = ({ rows, columns }: Area): boolean => rows > 0 && columns > 0;

/** Whether two rectangles have a cell in common. */
export function overlap(a: Area, b: Area): boolean {
  return (
    a.row < b.row + b.rows &&
    b.row < a.row + a.rows &&
    a.column < b.column + b.columns &&
    b.column < a.column + a.columns
  );
}

/** The smallest area that holds both; an area without cells holds nothing. */
export function around(a: Area, b: Area): Area {
  if (!isFilled(a)) return b;
  if (!isFilled(b)) return a;
  const row = Math.min(a.row, b.row);
  const column = Math.min(a.column, b.column);
  return {
    row,
    column,
    rows: Math.max(a.row + a.rows, b.row + b.rows) - row,
    columns: Math.max(a.column + a.columns, b.column + b.columns) - column,
  };
}

/** A number, a text (always stays text, whatever it begins with), or nothing. */
export type Content = string | number | null | FormulaContent;

/** A formula as Excel shows it, with its `=`. */
export interface FormulaContent {
  formula: string;
}

/** What a cell looks like. Sizes in points, colours `#RRGGBB`, number formats in en-US patterns. */
export interface Look {
  size?: number;
  bold?: boolean;
  italic?: boolean;
  color?: string;
  fill?: string;
  horizontal?: "Left" | "Center" | "Right";
  vertical?: "Top" | "Center" | "Bottom";
  wrap?: boolean;
  indent?: number;
  format?: string;
  /** Colour of the line above the area. */
  top?: string;
  /** Colour of the line under each row of the area. */
  bottom?: string;
  left?: string;
}

/** Conditional formats: a fill by value between two colours, or a colour for cells that hold one text. */
export type Condition =
  | { kind: "heat"; area: Area; low: string; high: string }
  | { kind: "equals"; area: Area; text: string; color: string; bold?: boolean }
  /** Stands out where it is not the same as in the column `from` of the same row. */
  | { kind: "differs"; area: Area; from: number; color: string }
  /** Stands out where it is FALSE. */
  | { kind: "false"; area: Area; color: string; fill: string };

/** A list that becomes an Excel table: its header row and all its rows. */
export interface ListArea {
  name: string;
  area: Area;
  /** Which of its columns names its rows; left out where none does. */
  nameColumn?: number;
}

/** The sheets of the portfolio report. */
export type ReportKey =
  | "summary"
  | "clientMatrix"
  | "dependency"
  | "abcXyz"
  | "movement"
  | "managers"
  | "profit"
  | "activity"
  | "proof";
/** Sheets that are made when somebody asks for one, as many as are asked for. */
export type OnDemandKey = `${"dossier" | "scenario"}${number}`;
export type SheetKey = ReportKey | OnDemandKey;

const bodySize = 10;
/** Excel's height of a row that nobody set, with the usual theme fonts. */
const standardHeight = 15;

/** Height of a row in a small block: a little air around the text. */
export const blockRowHeight = 16;
/**
 * So much of a printed page is filled: heights are rounded to pixels. Programs that measure columns by other digits have wider
 * ones and print smaller, so that more would fit on theirs.
 */
const filledPaper = 0.985;

/** A page with less on it is not left for the next one. */
const leastUsed = 130;
/** A section that takes less of a printed page is not parted; a longer one takes so much to the next page at least. */
const shortSection = 0.45;
const leastCarried = 45;

/** A4 and its margins in points. */
export const paper = { short: 595, long: 842, side: 36, top: 36, bottom: 45, footer: 20 } as const;

/**
 * One report sheet as it shall be, made from top to bottom before a single Office call:
 * contents, looks, heights, merges, the list, and the helper block of chart data right of the print area.
 */
export class Page {
  readonly cells: Content[][] = [];
  readonly looks: { area: Area; look: Look }[] = [];
  readonly merges: Area[] = [];
  readonly heights = new Map<number, number>();
  readonly conditions: Condition[] = [];
  /** Rows before which a printed page begins, however much is on the one before. */
  readonly breaks: number[] = [];
  /** Cells that show a figure which can be proved. */
  readonly figures: ShownFigure[] = [];
  list: ListArea | null = null;
  /** Whether Excel shall fit the rows of the list to their texts. */
  autofit = false;
  /** The next free row. */
  row = 0;
  /** Where the last section begins. */
  private head = 0;

  /**
   * @param widths of the columns inside the print area, in points; the first one is a margin.
   * @param beside widths of columns right of it that belong to the page and are not printed
   */
  constructor(
    readonly title: string,
    readonly orientation: "Portrait" | "Landscape",
    readonly widths: readonly number[],
    readonly beside: readonly number[] = [],
  ) {}

  /** First column after the margin, and number of columns from there to the right edge. */
  readonly left = 1;
  get span(): number {
    return this.widths.length - this.left;
  }

  /** The same page with other contents. */
  holding(cells: Content[][]): Page {
    const page = new Page(this.title, this.orientation, this.widths, this.beside);
    // Chart data stands right of the page.
    const { columns } = this.area;
    this.cells.forEach((row, r) => (page.cells[r] = [...(cells[r] ?? []), ...row.slice(columns)]));
    cells.forEach((row, r) => (page.cells[r] ??= [...row]));
    page.looks.push(...this.looks);
    page.merges.push(...this.merges);
    page.conditions.push(...this.conditions);
    page.breaks.push(...this.breaks);
    page.figures.push(...this.figures);
    for (const [row, points] of this.heights) page.heights.set(row, points);
    page.list = this.list;
    page.autofit = this.autofit;
    page.row = this.row;
    return page;
  }

  /** The same page, to which more can be added. */
  copy(): Page {
    const { rows, columns } = this.area;
    const cells = Array.from({ length: rows }, (_, r) =>
      Array.from({ length: columns }, (_, c): Content => this.cells[r]?.[c] ?? null),
    );
    return this.holding(cells);
  }

  /** The cells of the page. */
  get area(): Area {
    return {
      row: 0,
      column: 0,
      rows: Math.max(this.cells.length, this.row),
      columns: this.widths.length + this.beside.length,
    };
  }

  /** Rows, from the first one on, in which columns beside the print area hold something. */
  private get besideRows(): number {
    const { columns } = this.area;
    const isFilledBeside = (cells: Content[]) =>
      cells.slice(this.widths.length, columns).some((content) => content !== null);
    return this.cells.findLastIndex(isFilledBeside) + 1;
  }

  /**
   * A block of the page, from its first cell on, without what lies below its columns beside; that comes apart.
   * Formulas beside a long list would leave many times as many dressed cells without anything in them.
   */
  split(block: Area): { parts: readonly Area[]; below: Area | null } {
    const whole = { parts: [block], below: null };
    const column = this.widths.length;
    const columns = block.columns - column;
    if (this.beside.length === 0 || columns <= 0) return whole;
    const rows = this.besideRows;
    if (rows >= block.rows) return whole;
    const beside = { ...block, column, columns };
    return {
      parts: [{ ...block, columns: column }, ...(rows > 0 ? [{ ...beside, rows }] : [])],
      below: { ...beside, row: rows, rows: block.rows - rows },
    };
  }

  /** The cells of the print area. */
  get printed(): Area {
    const rows = this.beside.length > 0 ? this.row : this.area.rows;
    return { row: 0, column: 0, rows, columns: this.widths.length };
  }

  /** The block of chart data right of the print area; without cells when there is none. */
  get data(): Area {
    const column = this.area.columns + 1;
    const rows = this.cells.flatMap((cells, row) => (cells.length > column ? [row] : []));
    if (rows.length === 0) return { row: 0, column, rows: 0, columns: 0 };
    const widest = rows.reduce((widest, row) => Math.max(widest, this.cells[row].length), column);
    const last = rows[rows.length - 1];
    return { row: rows[0], column, rows: last - rows[0] + 1, columns: widest - column };
  }

  width(column: number, columns = 1): number {
    return this.widths.slice(column, column + columns).reduce((total, width) => total + width, 0);
  }

  put(row: number, column: number, content: Content, look?: Look): void {
    while (this.cells.length <= row) this.cells.push([]);
    const cells = this.cells[row];
    while (cells.length <= column) cells.push(null);
    cells[column] = content;
    if (look) this.dress({ row, column, rows: 1, columns: 1 }, look);
  }

  putRow(row: number, column: number, contents: readonly Content[], look?: Look): void {
    contents.forEach((content, offset) => this.put(row, column + offset, content));
    if (look) this.dress({ row, column, rows: 1, columns: contents.length }, look);
  }

  /** Says what the figure of a cell is. @param label in the words of the report */
  shows(row: number, column: number, figure: Figure | null, label: string): void {
    if (figure) this.figures.push({ row, column, figure, label });
  }

  dress(area: Area, look: Look): void {
    if (area.rows > 0 && area.columns > 0) this.looks.push({ area, look });
  }

  /** A text across several columns, in a row that grows with it. */
  across(row: number, column: number, columns: number, text: string, look: Look = {}): void {
    this.put(row, column, text);
    const area = { row, column, rows: 1, columns };
    if (columns > 1) this.merges.push(area);
    this.dress(area, { horizontal: "Left", vertical: "Top", wrap: true, ...look });
    const size = look.size ?? bodySize;
    const room = this.width(column, columns) - (look.indent ?? 0) * 8;
    this.grow(row, heightOf(linesOf(text, room, size, look.bold), size));
  }

  /** Makes a row at least this high. */
  grow(row: number, points: number): void {
    this.heights.set(row, Math.max(points, this.heights.get(row) ?? 0));
  }

  gap(points = 10): void {
    this.heights.set(this.row++, points);
  }

  /** Title and a quiet line under it. */
  heading(subtitle: string): void {
    this.gap(12);
    this.put(this.row, this.left, this.title, {
      size: 20,
      bold: true,
      color: palette.accent,
      vertical: "Center",
    });
    this.heights.set(this.row++, 30);
    this.across(this.row++, this.left, this.span, subtitle, { color: palette.quiet, vertical: "Center" });
  }

  /** The head of a section. It begins on a new printed page where less than `needed` points are left on this one. */
  section(title: string, needed = 130): void {
    this.keepWhole(shortSection);
    const { used, left } = this.lastPaper;
    if (left < needed && used > Math.min(needed, leastUsed) && !this.breaks.includes(this.row))
      this.newPaper();
    this.head = this.row;
    this.gap(14);
    this.put(this.row, this.left, title, {
      size: 12.5,
      bold: true,
      color: palette.accent,
      vertical: "Bottom",
    });
    this.dress({ row: this.row, column: this.left, rows: 1, columns: this.span }, { bottom: palette.accent });
    this.heights.set(this.row++, 21);
    this.gap(5);
  }

  /**
   * Adds rows for a chart, low enough that `reserve` points below it still fit on the printed page.
   * @param preferred height of a row when there is room
   * @param lowest height of a row, whatever room there is
   */
  chartRows(rows: number, preferred: number, reserve: number, lowest = 10): Area {
    const height = Math.min(preferred, Math.max(lowest, (this.roomOnPaper - reserve) / rows));
    const place = { row: this.row, column: this.left, rows, columns: this.span };
    for (let row = 0; row < rows; row++) this.heights.set(this.row + row, Math.floor(height * 4) / 4);
    this.row += rows;
    return place;
  }

  /**
   * All that the last section holds so far stays on one printed page.
   * @param most part of a page that it may take for that; a chart must never be cut
   */
  keepWhole(most = Infinity): void {
    const { start, used, left } = this.lastPaper;
    if (start <= this.head || this.breaks.includes(this.head)) return;
    if (this.heightFrom(this.head) <= most * (used + left)) this.breaks.push(this.head);
    else if (used < leastCarried) {
      let row = start;
      while (row > this.head && this.heightFrom(row) < leastCarried) row--;
      this.breaks.push(row);
    }
  }

  /** From a row to the end. */
  private heightFrom(first: number): number {
    let height = 0;
    for (let row = first; row < this.row; row++) height += this.heightAt(row);
    return height;
  }

  /** A printed page begins here. */
  newPaper(): void {
    this.breaks.push(this.row);
  }

  /** Points that are left on the printed page. */
  get roomOnPaper(): number {
    return this.lastPaper.left;
  }

  /**
   * Rows with which printed pages begin, after the first one. Where nobody says so, a program that measures otherwise begins
   * them elsewhere, and leaves a title at the foot. The rows of the list go on from page to page as they come.
   */
  get papers(): readonly number[] {
    return this.paperStarts(this.list ? this.list.area.row : this.row).starts;
  }

  /** The printed page that is begun: its first row, and the points that are used and left on it. */
  private get lastPaper(): { start: number; used: number; left: number } {
    const { starts, used, left } = this.paperStarts(this.row);
    return { start: starts.at(-1) ?? 0, used, left };
  }

  /** @param end the row after the last one. The page is as wide as the paper. */
  private paperStarts(end: number): { starts: number[]; used: number; left: number } {
    const portrait = this.orientation === "Portrait";
    const wide = (portrait ? paper.short : paper.long) - 2 * paper.side;
    const high = (portrait ? paper.long : paper.short) - paper.top - paper.bottom;
    const scale = Math.min(1, wide / this.width(0, this.widths.length));
    const room = (filledPaper * high) / scale;
    const starts: number[] = [];
    let used = 0;
    for (let row = 0; row < end; row++) {
      const height = this.heightAt(row);
      if (this.breaks.includes(row) || used + height > room) {
        starts.push(row);
        used = 0;
      }
      used += height;
    }
    return { starts, used, left: room - used };
  }

  private heightAt(row: number): number {
    return this.heights.get(row) ?? standardHeight;
  }

  /** A sentence or several across the whole page. */
  paragraph(text: string, look: Look = {}): void {
    this.across(this.row++, this.left, this.span, text, look);
  }

  /** Header cells of a small block or of the list. A left title after a right one keeps away from it. */
  header(row: number, column: number, titles: readonly Title[]): void {
    let at = column;
    let lines = 1;
    titles.forEach(({ title, align = "Left", columns = 1 }, index) => {
      this.put(row, at, title);
      const area = { row, column: at, rows: 1, columns };
      if (columns > 1) this.merges.push(area);
      const indent = align === "Left" && titles[index - 1]?.align === "Right" ? 1 : 0;
      this.dress(area, { horizontal: align, indent });
      lines = Math.max(lines, linesOf(title, this.width(at, columns), 9, true));
      at += columns;
    });
    this.dress(
      { row, column, rows: 1, columns: at - column },
      {
        size: 9,
        bold: true,
        color: palette.accent,
        wrap: true,
        vertical: "Bottom",
        bottom: palette.accent,
      },
    );
    this.grow(row, heightOf(lines, 9) + 5);
  }

  /** Ends a row of a small block: a thin line under it, and air. */
  endRow(line: string = palette.hair, columns = this.span): void {
    this.dress({ row: this.row, column: this.left, rows: 1, columns }, { bottom: line });
    this.grow(this.row++, blockRowHeight);
  }
}

/** Head of a column, or of several merged ones. */
export interface Title {
  title: string;
  align?: "Left" | "Center" | "Right";
  columns?: number;
}
