import { Problem } from "../../../portfolio";
import { comingName, isComing } from "../../marks/coming-sheets";
import { removeComing } from "../../removal/remove-coming";
import { removeMarkedSheets } from "../../removal/marked-sheets";
import type { OwnContents } from "../../removal/own-cells";
import { around, type Area, type SheetKey, type Size } from "./page/page";
import { type AskedBeside, askBeside, type Beside, besideIn } from "./her-columns";
import { type StrayChart, strayCharts } from "./charts/stray-charts";

/** Where a report sheet is in the workbook. */
export interface Place {
  key: SheetKey;
  sheet: Excel.Worksheet;
  name: string;
  /** True when the sheet was made in this run. */
  added: boolean;
  /** Whether a run came to its end on it: then what is set up once belongs to the user. */
  isSetUp: boolean;
  /** Whether a run was cut off on it: then anything may be half done. */
  isUnfinished: boolean;
  /**
   * Names that stand on the page's first cell, those of the most cells first: everything is reached by the first one, wherever the
   * page has moved.
   */
  marks: readonly string[];
  /** How many cells the first of them covers. */
  marked: Size;
  /** What previous runs wrote, in the sheet's own coordinates; its top left cell is where the page begins. */
  previous: Area;
  /** Chart data of previous runs, each block under its mark, wherever that stands by now. */
  dataBlocks: readonly DataBlock[];
  tables: readonly ExistingTable[];
  charts: ReadonlyMap<string, Excel.Chart>;
  /** Charts of a run that was cut off before it named them. */
  strays: readonly StrayChart[];
}

/** Cells that a mark of chart data covers, in the sheet's own coordinates. */
export interface DataBlock extends Area {
  mark: string;
}

/** Where the report goes, and which table names are taken by others. */
export interface Places {
  sheets: Map<SheetKey, Place>;
  foreignTables: ReadonlySet<string>;
}

export interface ExistingTable {
  table: Excel.Table;
  area: Area;
  isTotalled: boolean;
  /** What the user has in columns that are right of the page; null where there are none. */
  beside: Beside | null;
}

/** The hidden name that makes a sheet ours, whatever it is called: it refers to the cells that we wrote. */
export const markOf = (key: SheetKey) => `keyfolio.sheet.${key}`;
/** The hidden name of the chart data right of the print area. */
export const dataMarkOf = (key: SheetKey) => `keyfolio.chartData.${key}`;

/** The hidden name of cells below a page that belong to the user: they are made once and never written again. */
export const formMarkOf = (key: SheetKey) => `keyfolio.form.${key}`;

/** While a sheet is written, a name of this kind refers to all cells that may come to hold something of ours; then it goes. */
export const unfinishedMarksOf = (mark: string): readonly [string, string] => [`${mark}.a`, `${mark}.b`];
export const allMarksOf = (mark: string): readonly string[] => [mark, ...unfinishedMarksOf(mark)];

/** Excel names sheets without regard to case, and at most this long. */
const longestName = 31;
export const position = "rowIndex,columnIndex,rowCount,columnCount";

/**
 * Finds the report's sheets by their marks, and what stands on them; adds those that are missing, marked at once: in
 * their place among the others of the report, and at the end of the workbook where there are none. A user's sheet of the same name is left alone: ours is then called "Summary (Keyfolio)".
 * One round trip for a first report, three more for a refreshed one.
 *
 * @param titles in the order in which the sheets shall stand
 * @param isWanted whether a sheet that is missing is added
 * @throws Problem protectedWorkbook, with nothing changed
 */
export async function placeSheets(
  context: Excel.RequestContext,
  titles: ReadonlyMap<SheetKey, string>,
  isWanted: (key: SheetKey) => boolean,
): Promise<Places> {
  const { worksheets, names, tables, protection } = context.workbook;
  worksheets.load("items/name");
  tables.load("items/name");
  names.load("items/name");
  protection.load("protected");
  await context.sync();
  requireStructure(protection);
  if (worksheets.items.some(({ name }) => isComing(name))) {
    await removeComing(context);
    worksheets.load("items/name");
    names.load("items/name");
    await context.sync();
  }

  const items = new Map(names.items.map((item) => [item.name.toLowerCase(), item]));
  const marks = [...titles.keys()].map((key) => ({
    key,
    marks: presentIn(items, markOf(key)),
    dataMarks: presentIn(items, dataMarkOf(key)),
  }));
  const found = await findMarked(context, marks);
  requireStructure(protection);
  for (const each of marks) {
    const alive = found.get(each.key);
    const kept = new Set(alive ? [...alive.marks, ...alive.dataBlocks.map(({ mark }) => mark)] : []);
    // What is left of a sheet that the user deleted.
    for (const item of [...each.marks, ...each.dataMarks]) if (!kept.has(item.name)) item.delete();
  }
  const ownTables = new Set<string>();
  const takenNames = new Set(worksheets.items.map(({ name }) => name.toLowerCase()));
  const tabs = worksheets.items.map(
    ({ name }) => [...found].find(([, place]) => place.name === name)?.[0] ?? null,
  );
  const sheets = new Map<SheetKey, Place>();
  for (const [key, title] of titles) {
    const existing = found.get(key);
    if (existing) {
      for (const { name } of existing.sheet.tables.items) ownTables.add(name);
      if (isComing(existing.name)) {
        existing.name = freeName(title, takenNames);
        takenNames.add(existing.name.toLowerCase());
        existing.sheet.name = existing.name;
      }
      sheets.set(key, existing);
      continue;
    }
    if (!isWanted(key)) continue;
    // Of a sheet that went.
    for (const item of presentIn(items, formMarkOf(key))) item.delete();
    const name = freeName(title, takenNames);
    takenNames.add(name.toLowerCase());
    const sheet = worksheets.add(comingName(name));
    const [mark] = unfinishedMarksOf(markOf(key));
    names.add(mark, sheet.getRangeByIndexes(0, 0, 1, 1)).visible = false;
    sheet.name = name;
    // It came at the end, whichever number that is by now: others may have added and deleted sheets since.
    const tab = tabOf(key, [...titles.keys()], tabs) ?? tabs.length;
    if (tab < tabs.length) sheet.position = tab;
    tabs.splice(tab, 0, key);
    sheets.set(key, {
      key,
      sheet: sheet.load("id"),
      name,
      added: true,
      isSetUp: false,
      isUnfinished: false,
      marks: [mark],
      marked: { rows: 1, columns: 1 },
      previous: { row: 0, column: 0, rows: 1, columns: 1 },
      dataBlocks: [],
      tables: [],
      charts: new Map(),
      strays: [],
    });
  }
  const foreignTables = new Set(
    tables.items.filter(({ name }) => !ownTables.has(name)).map(({ name }) => name.toLowerCase()),
  );
  return { sheets, foreignTables };
}

/** A page that stands cannot be written either: it is marked anew. */
function requireStructure(protection: Excel.WorkbookProtection): void {
  if (protection.protected) throw new Problem({ kind: "protectedWorkbook" });
}

/**
 * Where a sheet belongs among the tabs: after the nearest of its report that comes before it, else before the nearest that
 * comes after.
 * @param order of the report
 * @param tabs which sheet of the report each tab is, null for the user's own
 * @returns null where none of the report is there
 */
function tabOf(key: SheetKey, order: readonly SheetKey[], tabs: readonly (SheetKey | null)[]): number | null {
  const rank = order.indexOf(key);
  const before = order.slice(0, rank).findLast((each) => tabs.includes(each));
  if (before !== undefined) return tabs.indexOf(before) + 1;
  const after = order.slice(rank + 1).find((each) => tabs.includes(each));
  return after === undefined ? null : tabs.indexOf(after);
}

interface Marks {
  key: SheetKey;
  marks: readonly Excel.NamedItem[];
  dataMarks: readonly Excel.NamedItem[];
}

const presentIn = (items: ReadonlyMap<string, Excel.NamedItem>, mark: string): Excel.NamedItem[] =>
  allMarksOf(mark).flatMap((name) => items.get(name.toLowerCase()) ?? []);

async function findMarked(
  context: Excel.RequestContext,
  marks: readonly Marks[],
): Promise<Map<SheetKey, Place>> {
  const places = new Map<SheetKey, Place>();
  // Null once the user deleted the sheet: the name has become #REF!.
  const rangesOf = (items: readonly Excel.NamedItem[]) =>
    items.map((item) => ({ name: item.name, range: item.getRangeOrNullObject().load(position) }));
  const candidates = marks
    .filter((each) => each.marks.length > 0)
    .map((each) => ({ key: each.key, marks: rangesOf(each.marks), data: rangesOf(each.dataMarks) }));
  if (candidates.length === 0) return places;
  await context.sync();

  const isAlive = ({ range }: { range: Excel.Range }) => !range.isNullObject;
  const present = candidates
    .map(({ key, marks: all, data }) => ({ key, alive: all.filter(isAlive), data: data.filter(isAlive) }))
    .filter(({ alive }) => alive.length > 0)
    .map((each) => ({
      ...each,
      sheet: each.alive[0].range.worksheet,
      previous: each.alive.map(({ range }) => areaOf(range)).reduce(around),
    }));
  if (present.length === 0) return places;
  for (const { sheet } of present) {
    sheet.load("id,name");
    sheet.tables.load("items/name,items/showTotals,items/style,items/showBandedRows");
    sheet.charts.load("items/name,items/chartType");
  }
  await context.sync();

  const tableRanges = new Map<Excel.Table, { range: Excel.Range; beside: AskedBeside | null }>();
  for (const { sheet, previous } of present) {
    for (const table of sheet.tables.items) {
      const range = table.getRange().load(position);
      tableRanges.set(table, { range, beside: askBeside(sheet, table.getRange(), previous) });
    }
    for (const chart of sheet.charts.items) chart.series.load("items/name");
  }
  // As late as may be: a page that is refused is said to be half written.
  context.workbook.protection.load("protected");
  await context.sync();

  const standing = present.map(({ key, alive, data, sheet, previous }) => {
    alive.sort((one, other) => cellsIn(other.range) - cellsIn(one.range));
    const isSetUp = alive.some(({ name }) => name.toLowerCase() === markOf(key).toLowerCase());
    return { key, alive, data, sheet, isSetUp, isUnfinished: !isSetUp || alive.length > 1, previous };
  });
  const strays = await strayCharts(
    context,
    standing
      .filter(({ isUnfinished }) => isUnfinished)
      .map(({ sheet, data, previous }) => ({
        sheet,
        charts: sheet.charts.items,
        cells: [previous, ...data.map(({ range }) => areaOf(range))],
      })),
  );
  for (const { key, alive, data, sheet, ...facts } of standing) {
    places.set(key, {
      ...facts,
      key,
      sheet,
      name: sheet.name,
      added: false,
      marks: alive.map(({ name }) => name),
      marked: areaOf(alive[0].range),
      dataBlocks: data.map(({ name, range }) => ({ mark: name, ...areaOf(range) })),
      tables: sheet.tables.items.map((table) => {
        const { range, beside } = tableRanges.get(table)!;
        return { table, area: areaOf(range), isTotalled: table.showTotals, beside: besideIn(beside) };
      }),
      charts: new Map(sheet.charts.items.map((chart) => [chart.name, chart])),
      strays: strays.get(sheet) ?? [],
    });
  }
  return places;
}

/**
 * Takes away the sheets that this run added, with their marks, after it failed.
 * @param contents what it was to write there
 * @returns what those are called that stay, since somebody has written onto them meanwhile or counts on them
 * @throws the error of Office.js
 */
export async function withdrawSheets(
  context: Excel.RequestContext,
  { sheets }: Places,
  contents: OwnContents,
): Promise<readonly string[]> {
  const added = [...sheets.values()].filter((place) => place.added);
  const finished = new Set(added.map(({ key }) => markOf(key)));
  await removeComing(context);
  return removeMarkedSheets(
    context,
    added.flatMap(({ key }) => [markOf(key), dataMarkOf(key), formMarkOf(key)].flatMap(allMarksOf)),
    {
      added: added.flatMap(({ sheet }) => idOf(sheet) ?? []),
      contents,
      markAgain: (name) => (finished.has(name) ? unfinishedMarksOf(name)[0] : name),
    },
  );
}

/** Null where the answer to the request that added the sheet was lost. */
function idOf(sheet: Excel.Worksheet): string | null {
  try {
    return sheet.id;
  } catch {
    return null;
  }
}

const cellsIn = ({ rowCount, columnCount }: Excel.Range) => rowCount * columnCount;

export function areaOf(range: Excel.Range): Area {
  return { row: range.rowIndex, column: range.columnIndex, rows: range.rowCount, columns: range.columnCount };
}

function freeName(title: string, taken: ReadonlySet<string>): string {
  for (let attempt = 0; ; attempt++) {
    const ending = attempt === 0 ? "" : attempt === 1 ? " (Keyfolio)" : ` (Keyfolio ${attempt})`;
    const name = title.slice(0, longestName - ending.length) + ending;
    if (!taken.has(name.toLowerCase())) return name;
  }
}
