import type { Area, SheetKey } from "./page";

/** Where a report sheet is in the workbook. */
export interface Place {
  key: SheetKey;
  sheet: Excel.Worksheet;
  name: string;
  /** True when the sheet was made in this run. */
  fresh: boolean;
  /** What the previous run wrote, in the sheet's own coordinates; its top left cell is where the page begins. */
  previous: Area;
  /** Chart data of the previous run, likewise. */
  previousData: Area;
  /** First row below everything on the sheet. */
  end: number;
  tables: readonly ExistingTable[];
  charts: ReadonlyMap<string, Excel.Chart>;
  /** The hidden names of the previous run. */
  marks: readonly Excel.NamedItem[];
}

/** Where the report goes, and which table names are taken by others. */
export interface Places {
  sheets: Map<SheetKey, Place>;
  foreignTables: ReadonlySet<string>;
}

export interface ExistingTable {
  table: Excel.Table;
  area: Area;
}

/** The hidden name that makes a sheet ours, whatever it is called: it refers to the cells that we wrote. */
export const markOf = (key: SheetKey) => `keyfolio.sheet.${key}`;
/** The hidden name of the chart data right of the print area. */
export const dataMarkOf = (key: SheetKey) => `keyfolio.chartData.${key}`;

/** Excel names sheets without regard to case, and at most this long. */
const longestName = 31;
const nowhere: Area = { row: 0, column: 0, rows: 0, columns: 0 };
const position = "rowIndex,columnIndex,rowCount,columnCount";

/**
 * Finds the report's sheets by their marks, and what stands on them; adds those that are missing at the end of the workbook.
 * A user's sheet of the same name is left alone: ours is then called "Summary (Keyfolio)".
 * One round trip for a first report, three more for a refreshed one. `titles` in the order in which the sheets shall stand.
 */
export async function placeSheets(
  context: Excel.RequestContext,
  titles: ReadonlyMap<SheetKey, string>,
): Promise<Places> {
  const { worksheets, names, tables } = context.workbook;
  worksheets.load("items/name");
  tables.load("items/name");
  const marks = [...titles.keys()].map((key) => ({
    key,
    mark: names.getItemOrNullObject(markOf(key)),
    dataMark: names.getItemOrNullObject(dataMarkOf(key)),
  }));
  for (const { mark, dataMark } of marks) {
    mark.load("name");
    dataMark.load("name");
  }
  await context.sync();

  const found = await findMarked(context, marks);
  for (const { key, mark, dataMark } of marks) {
    if (found.has(key)) continue;
    // What is left of a sheet that the user deleted.
    for (const name of [mark, dataMark]) if (!name.isNullObject) name.delete();
  }
  const ownTables = new Set<string>();
  const takenNames = new Set(worksheets.items.map(({ name }) => name.toLowerCase()));
  const sheets = new Map<SheetKey, Place>();
  for (const [key, title] of titles) {
    const existing = found.get(key);
    if (existing) {
      for (const { name } of existing.sheet.tables.items) ownTables.add(name);
      sheets.set(key, existing);
      continue;
    }
    const name = freeName(title, takenNames);
    takenNames.add(name.toLowerCase());
    sheets.set(key, {
      key,
      sheet: worksheets.add(name).load("id"),
      name,
      fresh: true,
      previous: nowhere,
      previousData: nowhere,
      end: 0,
      tables: [],
      charts: new Map(),
      marks: [],
    });
  }
  const foreignTables = new Set(
    tables.items.filter(({ name }) => !ownTables.has(name)).map(({ name }) => name.toLowerCase()),
  );
  return { sheets, foreignTables };
}

interface Marks {
  key: SheetKey;
  mark: Excel.NamedItem;
  dataMark: Excel.NamedItem;
}

async function findMarked(
  context: Excel.RequestContext,
  marks: readonly Marks[],
): Promise<Map<SheetKey, Place>> {
  const places = new Map<SheetKey, Place>();
  const candidates = marks
    .filter(({ mark }) => !mark.isNullObject)
    .map(({ key, mark, dataMark }) => ({
      key,
      // Null once the user deleted the sheet: the name has become #REF!.
      range: mark.getRangeOrNullObject(),
      data: dataMark.isNullObject ? null : dataMark.getRangeOrNullObject(),
    }));
  if (candidates.length === 0) return places;
  for (const { range, data } of candidates) {
    range.load(position);
    data?.load(position);
  }
  await context.sync();

  const present = candidates
    .filter(({ range }) => !range.isNullObject)
    .map(({ key, range, data }) => ({
      key,
      range,
      data: data?.isNullObject ? null : data,
      sheet: range.worksheet,
      used: range.worksheet.getUsedRange(),
    }));
  if (present.length === 0) return places;
  for (const { sheet, used } of present) {
    sheet.load("id,name");
    sheet.tables.load("items/name,items/showTotals");
    sheet.charts.load("items/name");
    used.load(position);
  }
  await context.sync();

  const tableRanges = new Map<Excel.Table, Excel.Range>();
  for (const { sheet } of present) {
    for (const table of sheet.tables.items) tableRanges.set(table, table.getRange().load(position));
    for (const chart of sheet.charts.items) chart.series.load("items/name");
  }
  await context.sync();

  for (const { key, range, data, sheet, used } of present) {
    places.set(key, {
      key,
      sheet,
      name: sheet.name,
      fresh: false,
      previous: areaOf(range),
      previousData: data ? areaOf(data) : nowhere,
      end: used.rowIndex + used.rowCount,
      tables: sheet.tables.items.map((table) => ({ table, area: areaOf(tableRanges.get(table)!) })),
      charts: new Map(sheet.charts.items.map((chart) => [chart.name, chart])),
      marks: marks
        .filter((each) => each.key === key)
        .flatMap(({ mark, dataMark }) => [mark, dataMark])
        .filter((name) => !name.isNullObject),
    });
  }
  return places;
}

/** Takes away the sheets that this run added, with their marks, after it failed. */
export async function withdrawSheets(context: Excel.RequestContext, { sheets }: Places): Promise<void> {
  const { worksheets, names } = context.workbook;
  const added = [...sheets.values()]
    .filter(({ fresh }) => fresh)
    .flatMap(({ key, name }) => [
      names.getItemOrNullObject(markOf(key)),
      names.getItemOrNullObject(dataMarkOf(key)),
      worksheets.getItemOrNullObject(name),
    ]);
  for (const each of added) each.load("name");
  await context.sync();
  for (const each of added) if (!each.isNullObject) each.delete();
  await context.sync();
}

function areaOf(range: Excel.Range): Area {
  return { row: range.rowIndex, column: range.columnIndex, rows: range.rowCount, columns: range.columnCount };
}

function freeName(title: string, taken: ReadonlySet<string>): string {
  for (let attempt = 0; ; attempt++) {
    const ending = attempt === 0 ? "" : attempt === 1 ? " (Keyfolio)" : ` (Keyfolio ${attempt})`;
    const name = title.slice(0, longestName - ending.length) + ending;
    if (!taken.has(name.toLowerCase())) return name;
  }
}
