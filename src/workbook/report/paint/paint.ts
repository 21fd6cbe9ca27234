import { checksumOf } from "../../cells/rows-checksum";
import { createChart, drawChart, isOurChart, placeChart, type ChartPlan } from "./charts/chart";
import { addCondition } from "./conditions";
import { changedSince, type Hers, type Known, lookAtHers, writeHers } from "./her-columns";
import { addTable, settleTables } from "./list-table";
import { heightRuns, joinRows } from "./looks";
import { limits } from "../../cells/read-rows";
import { formulasOn } from "../../marks/own-names";
import { around, isFilled, paper, type Area, type Content, type Look, type Page } from "./page/page";
import { beginMemory, type PageMemory } from "./memory/page-memory";
import { WrittenContents } from "./memory/written-contents";
import type { NoteWords } from "./page/page-notes";
import { palette } from "./page/palette";
import { areaOf, position, type Place } from "./sheets";
import type { StrayChart } from "./charts/stray-charts";
import type { TypedPage } from "./typed-cells";
import { beginWriting, makeRoom, type RangeOf, requirePage, strip } from "./writing";

/** A page with its charts, in the words that the print set-up needs. */
export interface SheetPlan {
  page: Page;
  charts: readonly ChartPlan[];
  /** Footer, in the codes of Excel: `Page &P of &N`. */
  footer: string;
  /** Whether all of it prints on one page. */
  onePaper?: boolean;
  /**
   * Queues the question whether all stands where formulas of the page say, beside its own cells; absent where none of them names a cell.
   * It goes along with each request that writes contents. @returns the answer
   */
  stands?: () => () => boolean;
  /** Queues a look at the cells that are written over, along with each request that writes contents. */
  look?: (cells: Excel.Range) => void;
  /** What is remembered of the page; unless told otherwise, what it holds. */
  memory?: PageMemory;
  /** What runs wrote onto the page until now, and this one writes; absent where it is not known what stood there. */
  ours?: WrittenContents;
  /** What the page held that is to stand at its end as notes; absent for one that gets none. */
  typed?: TypedPage & { words: NoteWords };
  /** What the mark says of the page's contents; unless told otherwise, that they are those of the page. */
  written?: string;
}

/**
 * Writes a page onto its sheet, over what previous runs left there: same sheet, same table, same charts.
 * Cells are never deleted, so that formulas that refer to the sheet keep their references; what the user wrote below
 * the list moves down with the list, what stands right of it is not touched.
 *
 * The page is reached by its marks, wherever somebody has moved it. Before anything is written, a mark of its own covers all that
 * may come to hold something of ours; it goes at the end. So a sheet on which a run was cut off is made whole by the next one.
 * One round trip, two when charts are made, more when the list is cut by bytes.
 *
 * Rows and columns that somebody deletes from the page or puts into it, so that what stood below or right of it would be written over or
 * stay behind, make Excel refuse.
 *
 * @param hers what is written in columns of the user's, beside the list
 * @returns null; or the cells, in the sheet's own coordinates, that have to be taken for the previous run's when the page must be
 *   written once more, since somebody has moved the table on it or cells of a run that was cut off meanwhile, or has typed beside its list
 */
export async function paint(
  context: Excel.RequestContext,
  place: Place,
  foreignTables: ReadonlySet<string>,
  {
    page,
    charts,
    footer,
    onePaper = false,
    stands,
    look,
    written,
    memory,
    ours,
  }: SheetPlan & { written: string },
  hers: Hers | null = null,
): Promise<Painted | null> {
  const { sheet, previous } = place;
  const { area, data } = page;
  const widened = previous.columns !== area.columns || place.isUnfinished;
  requirePage(context, place);
  const answers = stands ? [stands()] : [];
  makeRoom(context, place, page);
  const touched = around(area, { ...previous, row: 0, column: 0 });

  const writing = beginWriting(context, place, page, touched);
  const { rangeOf, extent, found, goOn } = writing;
  if (memory && !place.added) beginMemory(context, place.key, memory, ours ?? WrittenContents.none);
  const cellAt = (row: number) => rangeOf({ row, column: 0, rows: 1, columns: 1 });
  const lookAgain = () => {
    goOn();
    if (stands) answers.push(stands());
    look?.(rangeOf(touched));
  };
  const tables = place.tables.map(({ table }) => table.getRange().load(position));
  // What somebody wrote onto a sheet that has just been added has moved on.
  if (!place.added) look?.(rangeOf(touched));
  const lastLook = hers && lookAtHers(hers, cellAt);
  const tableLook = settleTables(place, page, foreignTables, rangeOf);
  if (!place.added) strip(rangeOf(touched));
  // With the names of the rows: should Excel stop between two requests, each of hers stands beside its own.
  const isBeside = hers?.to === hers?.from;
  if (hers && isBeside && hers.writes.flat().some(Boolean)) {
    writeNames(page, rangeOf);
    writeHers(hers, cellAt, "cells");
  }
  const { parts, below } = page.split(touched);
  if (below && !place.added) rangeOf(below).clear("Contents");
  for (const block of [...parts, data]) await writeContents(context, page, block, rangeOf, lookAgain);
  if (hers && !isBeside) writeHers(hers, cellAt, "cells");
  for (const block of [...page.split(area).parts, data]) {
    if (isFilled(block)) dress(rangeOf(block), { size: 10, color: palette.ink, vertical: "Center" });
  }
  for (const { area: dressed, look } of joinRows(page.looks)) dress(rangeOf(dressed), look, dressed.rows);
  // Once: whoever wants to see them shows them again. Charts draw from hidden cells, too.
  if (writing.hiddenData) writing.hiddenData.getEntireColumn().columnHidden = true;
  setHeights(place, page, touched, rangeOf);
  for (const merged of page.merges) rangeOf(merged).merge(false);
  // Rules of a conditional format name cells by their addresses.
  for (const condition of page.conditions) addCondition(condition, rangeOf, previous);
  if (page.list && tableLook !== true) {
    const columns = hers ? hers.to + hers.columns - page.list.area.column : undefined;
    addTable(sheet, page.list, tableLook, foreignTables, rangeOf, columns);
  }
  if (hers) writeHers(hers, cellAt, "table");
  if (widened) setWidths(page, previous, rangeOf);
  setUpPage(place, page, { footer, onePaper }, rangeOf);
  await drawCharts(context, place, page, charts, rangeOf, goOn);
  extent.load(position);
  writing.finish(written, (block) => checksumOf(rowsOf(page, block), formulasOn(place.key)));
  await context.sync();

  const isMoved = (range: Excel.Range, i: number) =>
    range.rowIndex - extent.rowIndex !== place.tables[i].area.row - previous.row ||
    range.columnIndex - extent.columnIndex !== place.tables[i].area.column - previous.column;
  const isMovedOn = !place.isUnfinished && tables.some(isMoved);
  // Between the look at the sheet and the first request that writes, too: then the page had other cells than were seen.
  const areas = [...found, extent].map(areaOf);
  const { rows, columns } = found.map(areaOf).reduce(around);
  const namesCells = stands !== undefined || page.conditions.some(({ kind }) => kind === "differs");
  const isElsewhere = ({ row, column }: Area) => row !== previous.row || column !== previous.column;
  const isMisnamed = answers.some((isThere) => !isThere()) || (namesCells && areas.some(isElsewhere));
  const known = hers && lastLook && changedSince(hers, lastLook);
  if (!isMovedOn && !isMisnamed && rows === previous.rows && columns === previous.columns && !known)
    return null;
  // Their sizes: what has moved on the sheet is no larger.
  return {
    ...areaOf(extent),
    rows: Math.max(...areas.map((each) => each.rows)),
    columns: Math.max(...areas.map((each) => each.columns)),
    known,
  };
}

/** What a page that has to be written once more has left. */
export type Painted = Area & {
  /** Rows of the list with what stands beside them, where the sheet does not tell it any more. */
  known: Known | null;
};

/** Queues the names of a list's rows. */
function writeNames({ list, cells }: Page, rangeOf: RangeOf): void {
  const { row, rows, column } = list!.area;
  const at = { row, rows, column: column + list!.nameColumn!, columns: 1 };
  rangeOf(at).values = cells.slice(row, row + rows).map((contents) => [cellValue(contents[at.column])]);
}

/** Keeps the charts of the previous run, takes away those that the page no longer has, makes the missing ones; the last settings are queued. */
async function drawCharts(
  context: Excel.RequestContext,
  place: Place,
  page: Page,
  plans: readonly ChartPlan[],
  rangeOf: RangeOf,
  goOn: () => void,
): Promise<void> {
  const { sheet, charts: existing, strays } = place;
  for (const [name, chart] of existing) {
    if (isOurChart(name) && !plans.some((plan) => plan.name === name)) chart.delete();
  }
  const missing = plans.filter(({ name }) => !existing.has(name));
  const left = new Set(strays);
  for (const plan of missing) {
    const stray = [...left].find((each) => isMadeOf(each, plan, place, page));
    if (!stray) continue;
    left.delete(stray);
    stray.chart.delete();
  }
  const created: { chart: Excel.Chart; plan: ChartPlan }[] = [];
  for (const plan of plans) {
    const chart = existing.get(plan.name);
    if (chart) {
      // Above it stands more or less than in the previous run.
      placeChart(chart, plan.place, rangeOf);
      drawChart(chart, plan, rangeOf);
    } else created.push({ chart: createChart(sheet, plan, rangeOf), plan });
  }
  if (created.length === 0) return;
  await context.sync();
  goOn();
  for (const { chart, plan } of created) drawChart(chart, plan, rangeOf);
}

/** Whether a nameless chart is the one that a run was making of a plan: of its type, and showing its first column from the same cell on. */
function isMadeOf(
  { chart, source }: StrayChart,
  { type, series: [{ values }] }: ChartPlan,
  { previous, dataBlocks }: Place,
  { area, data }: Page,
): boolean {
  const isOnPage = values.column < area.columns;
  const begins = isOnPage
    ? [{ at: previous, from: { row: 0, column: 0 } }]
    : dataBlocks.map((at) => ({ at, from: data }));
  return (
    chart.chartType === type &&
    begins.some(
      ({ at, from }) =>
        source.row - at.row === values.row - from.row &&
        source.column - at.column === values.column - from.column,
    )
  );
}

/**
 * A block in whole rows, cut by bytes. Texts go in with an apostrophe, so that they stay texts.
 * @param goOn queues what each further request needs
 */
export async function writeContents(
  context: Excel.RequestContext,
  page: Page,
  block: Area,
  rangeOf: RangeOf,
  goOn: () => void = () => {},
): Promise<void> {
  let bytes = 0;
  let rows: (string | number)[][] = [];
  // Where the page was wider, nothing stands now: chart data have cells of their own.
  const end = block.column < page.area.columns ? page.area.columns : Infinity;
  const write = (end: number) => {
    if (rows.length > 0) rangeOf({ ...block, row: end - rows.length, rows: rows.length }).values = rows;
    rows = [];
    bytes = 0;
  };
  for (let row = block.row; row < block.row + block.rows; row++) {
    const contents = page.cells[row] ?? [];
    const values = Array.from({ length: block.columns }, (_, at) =>
      cellValue(block.column + at < end ? (contents[block.column + at] ?? null) : null),
    );
    rows.push(values);
    for (const value of values) bytes += bytesOf(value);
    if (bytes > limits.pageBytes) {
      write(row + 1);
      // eslint-disable-next-line office-addins/no-context-sync-in-loop -- one request per so many bytes
      await context.sync();
      goOn();
    }
  }
  write(block.row + block.rows);
}

/** In a request: a number has up to 24 digits, a letter up to 3 bytes; those of a formula are mostly plain ones. */
function bytesOf(value: string | number): number {
  if (typeof value === "number") return 25;
  if (!value.startsWith("=")) return 3 + value.length * 3;
  let bytes = 3;
  for (let at = 0; at < value.length; at++) {
    const code = value.charCodeAt(at);
    // A quotation mark is escaped.
    bytes += code > 0x7f ? 3 : code === 0x22 ? 2 : 1;
  }
  return bytes;
}

/** What a cell holds ("Excel specifications and limits"). */
const longestText = 32_767;

function cellValue(content: Content): string | number {
  const shown = shownValue(content);
  if (typeof content === "object") return shown;
  if (typeof shown !== "string" || shown === "") return shown;
  if (shown.length < longestText) return `'${shown}`;
  // The apostrophe counts. A text this long is read as something else only when it begins like a formula. A sentence that
  // names such a client is longer still.
  const text = /^[=+\-@']/.test(shown) ? `'${shown}` : shown;
  return text.length > longestText ? `${text.slice(0, longestText - 1)}…` : text;
}

function shownValue(content: Content): string | number {
  if (content === null) return "";
  if (typeof content === "object") return content.formula;
  return typeof content === "number" && !Number.isFinite(content) ? "" : content;
}

export function dress(range: Excel.Range, look: Look, rows = 1): void {
  const { format } = range;
  if (look.size !== undefined) format.font.size = look.size;
  if (look.bold !== undefined) format.font.bold = look.bold;
  if (look.italic !== undefined) format.font.italic = look.italic;
  if (look.color !== undefined) format.font.color = look.color;
  if (look.fill !== undefined) format.fill.color = look.fill;
  if (look.horizontal !== undefined) format.horizontalAlignment = look.horizontal;
  if (look.vertical !== undefined) format.verticalAlignment = look.vertical;
  if (look.wrap !== undefined) format.wrapText = look.wrap;
  if (look.indent !== undefined) format.indentLevel = look.indent;
  // One pattern for the whole block: Office.js takes a single value for all cells, its types do not say so.
  if (look.format !== undefined) range.numberFormat = look.format as unknown as string[][];
  for (const [edge, color] of [
    ["EdgeTop", look.top],
    ["EdgeBottom", look.bottom],
    ["InsideHorizontal", rows > 1 ? look.bottom : undefined],
    ["EdgeLeft", look.left],
  ] as const) {
    if (color === undefined) continue;
    const border = format.borders.getItem(edge);
    border.style = "Continuous";
    border.weight = edge === "EdgeLeft" ? "Medium" : "Thin";
    border.color = color;
  }
}

function setHeights({ added }: Place, page: Page, touched: Area, rangeOf: RangeOf): void {
  const whole = { column: 0, columns: 1 };
  // Heights of the previous run that now belong to other rows.
  if (!added) rangeOf({ ...touched, ...whole }).format.useStandardHeight = true;
  for (const { row, rows, points } of heightRuns(page.heights)) {
    rangeOf({ ...whole, row, rows }).format.rowHeight = points;
  }
  if (page.list && page.autofit) {
    const { row, rows } = page.list.area;
    rangeOf({ ...whole, row: row + 1, rows: rows - 1 }).format.autofitRows();
  }
}

/** Widths of the page's columns; those that it no longer has get the standard width again. */
function setWidths(page: Page, { columns: before }: Area, rangeOf: RangeOf): void {
  // Reached from the first column: right of the page are the cells of the chart data.
  const widths = [...page.widths, ...page.beside];
  if (before > widths.length) {
    rangeOf({ row: 0, rows: 1, column: 0, columns: before }).format.useStandardWidth = true;
  }
  widths.forEach((points, column) => {
    rangeOf({ row: 0, rows: 1, column, columns: 1 }).format.columnWidth = points;
  });
}

/** Gridlines, margins, paper and footer are set once and then belong to the user; what follows the contents is set on every run. */
function setUpPage(
  { added, isSetUp, isUnfinished, sheet, previous }: Place,
  page: Page,
  { footer, onePaper }: { footer: string; onePaper: boolean },
  rangeOf: RangeOf,
): void {
  const layout = sheet.pageLayout;
  layout.setPrintArea(rangeOf(page.printed));
  if (page.list) {
    layout.setPrintTitleRows(
      rangeOf({ row: page.list.area.row, rows: 1, column: 0, columns: 1 }).getEntireRow(),
    );
  }
  if (!added) sheet.horizontalPageBreaks.removePageBreaks();
  for (const row of onePaper ? [] : page.papers) {
    sheet.horizontalPageBreaks.add(rangeOf({ row, column: 0, rows: 1, columns: 1 }));
  }
  if (isUnfinished || previous.columns !== page.area.columns) layout.orientation = page.orientation;
  if (isSetUp) return;
  sheet.showGridlines = false;
  sheet.tabColor = palette.accent;
  layout.paperSize = "A4";
  layout.zoom = { horizontalFitToPages: 1, ...(onePaper && { verticalFitToPages: 1 }) };
  layout.centerHorizontally = true;
  layout.leftMargin = paper.side;
  layout.rightMargin = paper.side;
  layout.topMargin = paper.top;
  layout.bottomMargin = paper.bottom;
  layout.footerMargin = paper.footer;
  layout.headersFooters.defaultForAllPages.leftFooter = page.title.replace(/&/g, "&&");
  layout.headersFooters.defaultForAllPages.rightFooter = footer;
}

/** The cells of a block of the page as Excel gives them back. */
export function* rowsOf(page: Page, { row, column, rows, columns }: Area): Iterable<(string | number)[]> {
  for (let at = row; at < row + rows; at++) {
    const contents = page.cells[at] ?? [];
    yield Array.from({ length: columns }, (_, i) => shownValue(contents[column + i] ?? null));
  }
}
