import { findListsSteps, finish, inSlices, type ListLayout, Problem, type Steps } from "../../../portfolio";
import { CellColumns } from "../../cells/cell-columns";
import type { Area, CellValue } from "../../cells/cell-value";
import { ownNameOf, resultColumnOf, type OwnName } from "../../marks/own-names";
import { limits, weightOfRow } from "../../cells/read-rows";
import { officeCode } from "../../office-problem";
import {
  areaOfLayout,
  compareRanks,
  holds,
  rankedLists,
  rankOf,
  readLevel,
  type RankingFacts,
} from "./list-rank";
import { isSameArea } from "../list-extent";
import { type NotRead, notReadBeside } from "./not-read";
import { addressOfArea } from "../list-place";
import { areaOf, sizeOfRange, type SheetState, type WorkbookState } from "../workbook-state";

/** Where a list was found: a table, or a part of a sheet's cells that has yet to be read to its end. */
export type FoundList = {
  sheet: SheetState;
  /** Marks that belong to the sheet itself; known of the active sheet from the workbook's state. */
  names: readonly OwnName[];
  /** What a row weighs in a reply, as far as the first rows show. */
  bytesOfRow: number;
} & (
  | { kind: "table"; table: TableFacts }
  | {
      kind: "region";
      used: Area;
      /** As far as the sample shows. */
      region: ListLayout;
      /** First column that was not sampled. */
      sampledTo: number;
      tables: readonly TableFacts[];
      /** What stands beside it and is not read, as far as the sample shows. */
      notRead: NotRead;
    }
);

export interface TableFacts {
  id: string;
  name: string;
  area: Area;
  /** Names of the columns: the header texts, also when the header row is hidden. */
  headers: readonly string[];
  showHeaders: boolean;
  showTotals: boolean;
  /** What one of its first rows weighs in a reply. */
  bytesOfRow: number;
}

/** Size of a sheet's used cells, and its tables. */
export interface SheetFacts {
  sheet: SheetState;
  used: Area | null;
  tables: readonly TableFacts[];
}

/** Rows of a sample at least, and at most where columns are few. */
const sampleRows = { least: 60, most: 500 };
const sampleColumns = 256;
const bytesOfSampledCell = 25;
/** Rows below a table's first that are read to learn what a row weighs. */
const weighedRows = 10;

/**
 * Size of the used cells and of the tables of some sheets.
 * @param anew whether it is asked, too, what the workbook's state says already
 */
export async function readFacts(
  context: Excel.RequestContext,
  state: WorkbookState,
  sheets: readonly SheetState[],
  anew = false,
): Promise<SheetFacts[]> {
  const loaded = sheets.map((sheet) => {
    const tables = state.tables.filter((table) => table.sheet === sheet.name);
    const isKnown = !anew && sheet.name === state.active.sheet;
    return {
      sheet,
      isKnown,
      used: isKnown
        ? null
        : context.workbook.worksheets.getItem(sheet.id).getUsedRangeOrNullObject(true).load(sizeOfRange),
      tables: tables.map(({ id, name }) => {
        const table = context.workbook.tables.getItem(id).load("showHeaders,showTotals");
        return {
          id,
          name,
          table,
          columns: table.columns.load("items/name"),
          first: table.getRange().getRow(0).getResizedRange(weighedRows, 0).load("values"),
          range: table.getRange().load(sizeOfRange),
        };
      }),
    };
  });
  await context.sync();
  return loaded.map(({ sheet, isKnown, used, tables }) => ({
    sheet,
    used: isKnown ? state.active.used : used === null || used.isNullObject ? null : areaOf(used),
    tables: tables.map(({ id, name, table, columns, first, range }) => ({
      id,
      name,
      area: areaOf(range),
      headers: columns.items.map((column) => column.name),
      showHeaders: table.showHeaders,
      showTotals: table.showTotals,
      bytesOfRow: weightOfRow(first.values as CellValue[][]),
    })),
  }));
}

/** A list that a run could take. */
export interface Candidate {
  found: FoundList;
  /** Header and body, of a region as far as it was looked at. */
  area: Area;
  /** What decides, the first first. */
  rank: readonly number[];
  /** How well it reads as a list of clients: 2 with a header that names them, 1 by its content, 0 not at all. */
  reads: number;
  /** Whether the active cell stands in it. */
  isSelected: boolean;
  /** Whether the active cell was put there. */
  isChosen: boolean;
}

/**
 * The lists of some sheets, best first.
 * @throws Problem sourceChanged where cells have moved since it was asked how far they go: another list may seem the better one then
 */
export async function candidatesIn(
  context: Excel.RequestContext,
  state: WorkbookState,
  facts: readonly SheetFacts[],
): Promise<Candidate[]> {
  const candidates: Candidate[] = [];
  for (const piece of pieces(facts.filter(({ used }) => used !== null)))
    candidates.push(...(await inSlices(candidateSteps(state, standing(await samplesOf(context, piece))))));
  return candidates.sort((a, b) => compareRanks(b.rank, a.rank));
}

/** Samples of some sheets, in one request; where its reply would be too large, of half as many rows, and so on. */
async function samplesOf(context: Excel.RequestContext, sheets: readonly SheetFacts[]) {
  for (let most = sampleRows.most; ; most = Math.floor(most / 2)) {
    const queued = sheets.map((sheet) => ({ sheet, samples: queueSamples(context, sheet, most) }));
    try {
      // eslint-disable-next-line office-addins/no-context-sync-in-loop -- nearly always one
      await context.sync();
      return queued;
    } catch (error) {
      if (officeCode(error) !== "ResponsePayloadSizeLimitExceeded" || most === 1) throw error;
    }
  }
}

type SampledSheet = { sheet: SheetFacts; samples: ReturnType<typeof queueSamples> };

/** Samples of cells that stand where they stood. */
function standing(sampled: readonly SampledSheet[]): readonly SampledSheet[] {
  for (const { sheet, samples } of sampled) {
    const before = [sheet.used!, ...sheet.tables.map(({ area }) => area)];
    const moved = before.findIndex((area, i) => !isSameArea(samples.sizes[i], area));
    if (moved >= 0)
      throw new Problem({ kind: "sourceChanged", address: addressOfArea(sheet.sheet.name, before[moved]) });
  }
  return sampled;
}

function sampleOf({ top, left, rowCount, columnCount }: Area, most = sampleRows.most): Area {
  const columns = Math.min(columnCount, sampleColumns);
  const rows = Math.floor((sampleRows.least * sampleColumns) / columns);
  return { top, left, rowCount: Math.min(rowCount, rows, most), columnCount: columns };
}

/** Sheets in groups whose samples fit one reply. */
function pieces(facts: readonly SheetFacts[]): SheetFacts[][] {
  const groups: SheetFacts[][] = [];
  let room = 0;
  for (const sheet of facts) {
    const areas = [sheet.used!, ...sheet.tables.map(({ area }) => area)].map((area) => sampleOf(area));
    const bytes = areas.reduce((sum, a) => sum + a.rowCount * a.columnCount * bytesOfSampledCell, 0);
    if (bytes > room) {
      groups.push([]);
      room = limits.replyBytes;
    }
    groups.at(-1)!.push(sheet);
    room -= bytes;
  }
  return groups;
}

interface Sample {
  area: Area;
  range: Excel.Range;
}

function queueSamples(
  context: Excel.RequestContext,
  { sheet, used, tables }: SheetFacts,
  most: number,
): {
  used: Sample;
  tables: { facts: TableFacts; sample: Sample }[];
  /** Cells in use and those of the tables, as far as they go in the moment in which the samples are read. */
  sizes: Excel.Range[];
  names: Excel.NamedItemCollection;
} {
  const worksheet = context.workbook.worksheets.getItem(sheet.id);
  const load = (area: Area): Sample => ({
    area,
    range: worksheet.getRangeByIndexes(area.top, area.left, area.rowCount, area.columnCount).load("values"),
  });
  return {
    used: load(sampleOf(used!, most)),
    tables: tables.map((facts) => ({ facts, sample: load(sampleOf(facts.area, most)) })),
    sizes: [
      worksheet.getUsedRangeOrNullObject(true),
      ...tables.map(({ id }) => context.workbook.tables.getItem(id).getRange()),
    ].map((range) => range.load(sizeOfRange)),
    names: worksheet.names.load("items/name,items/formula"),
  };
}

/** Lists of some sheets, as far as their first rows show. */
function* candidateSteps(state: WorkbookState, sheets: readonly SampledSheet[]): Steps<Candidate[]> {
  const candidates: Candidate[] = [];
  for (const [i, { sheet, samples }] of sheets.entries()) {
    yield i / sheets.length;
    candidates.push(...(yield* candidatesOf(state, sheet, samples)));
  }
  return candidates;
}

function* candidatesOf(
  state: WorkbookState,
  facts: SheetFacts,
  samples: ReturnType<typeof queueSamples>,
): Steps<Candidate[]> {
  const { sheet, tables } = facts;
  const used = facts.used!;
  const names = samples.names.items.map((item) => ownNameOf(item, sheet.id)).filter((name) => name !== null);
  const own = [...state.ownNames, ...names]
    .filter(({ name, cell }) => resultColumnOf(name) && cell?.sheet === sheet.name)
    .map(({ cell }) => cell!);
  const ranking: RankingFacts = {
    sheet: sheet.name,
    decimalSeparator: state.decimalSeparator,
    own,
    active: active(state, sheet),
  };
  const candidates = samples.tables.map(({ facts: table, sample }): Candidate => {
    const cells = cellsOf(sample);
    const ofTable = { ...ranking, own: ownOfTable(table, own) };
    const layout = { ...layoutOfTable(cells, table, ofTable.own), rowCount: table.area.rowCount };
    const isSelected = state.active.table === table.id;
    const isChosen = isSelected && isTableMeant(state, facts);
    const reads = readLevel(layout, cells, ofTable);
    return {
      found: { kind: "table", sheet, names, bytesOfRow: table.bytesOfRow, table },
      area: tableArea(table),
      rank: [Number(isChosen), reads, Number(isSelected), ...rankOf(layout, ofTable)],
      reads,
      isSelected,
      isChosen,
    };
  });
  const cells = cellsOf(samples.used);
  for (const { area } of tables) cells.hide(area.top, area.left, area.rowCount, area.columnCount);
  const bridges = new Set(own.map(({ column }) => column));
  const layouts = (yield* findListsSteps(cells, bridges)).map((layout) => grown(layout, cells, used));
  yield 0;
  const reaches = (layout: ListLayout, cell: { row: number; column: number }) =>
    (state.active.table === null || state.focus?.sheetId === sheet.id) && holds(layout, cell);
  const [best, ...others] = rankedLists(layouts, cells, ranking, reaches);
  if (!best) return onlyMeant(candidates);
  const found: FoundList = {
    kind: "region",
    sheet,
    names,
    bytesOfRow: weightOfRow(samples.used.range.values as CellValue[][]),
    used,
    region: best.layout,
    sampledTo: samples.used.area.left + samples.used.area.columnCount,
    tables,
    notRead: notReadBeside(best.layout, others, cells, bridges),
  };
  const { layout, ...rest } = best;
  return onlyMeant([...candidates, { found, area: areaOfLayout(layout), ...rest }]);
}

/** The table under a cursor that was not put there is the selected list only where it is the best of its sheet. */
function onlyMeant(candidates: Candidate[]): Candidate[] {
  const selected = candidates.find(({ isSelected }) => isSelected);
  const isBeaten = candidates.some((other) => selected && compareRanks(other.rank, selected.rank) > 0);
  return isBeaten ? candidates.map((candidate) => ({ ...candidate, isSelected: false })) : candidates;
}

/**
 * Whether the table under the active cell is meant without a look at others: the cursor stands in A1 in every workbook that is
 * opened, and says nothing where the sheet holds more than the table.
 */
export function isTableMeant({ active: { cell } }: WorkbookState, { used, tables }: SheetFacts): boolean {
  if (cell === null || cell.row > 0 || cell.column > 0 || tables.length === 0) return true;
  const [{ area }] = tables;
  return (
    tables.length === 1 &&
    (used === null ||
      (used.left + used.columnCount <= area.left + area.columnCount &&
        used.top + used.rowCount <= area.top + area.rowCount))
  );
}

/** The active cell where it stands on a sheet, or the one that stands for it. */
export function active(state: WorkbookState, sheet: SheetState): { row: number; column: number } | null {
  if (state.focus?.sheetId === sheet.id) return state.focus.cell;
  return state.active.sheet === sheet.name ? state.active.cell : null;
}

/** Marks of earlier results, those of a table as if they stood in its first row: they stay where they are when it hides its header row. */
function ownOfTable({ area, showHeaders }: TableFacts, own: RankingFacts["own"]): RankingFacts["own"] {
  const other = area.top + (showHeaders ? 1 : -1);
  return own.map((cell) => (cell.row === other ? { ...cell, row: area.top } : cell));
}

/** A table as a list: its first row is the header, whatever stands there. */
function layoutOfTable(cells: CellColumns, { area }: TableFacts, own: RankingFacts["own"]): ListLayout {
  const isOwn = (column: number) => own.some((cell) => cell.row === area.top && cell.column === column);
  const columns = cells.columns.filter((column) => !isOwn(column));
  const found = finish(findListsSteps(cells, new Set()));
  return {
    ...area,
    headerTop: area.top,
    contrast: Math.max(0, ...found.map(({ contrast }) => contrast)),
    columns: columns.map((position) => ({ position, header: cells.at(area.top, position) })),
  };
}

/** Header row and body of a table; a hidden header row counts as the row above. */
export function tableArea({ area, showHeaders, showTotals }: TableFacts): Area {
  const { top, left, rowCount, columnCount } = area;
  return {
    top: showHeaders ? top : top - 1,
    left,
    rowCount: rowCount + (showHeaders ? 0 : 1) - (showTotals ? 1 : 0),
    columnCount,
  };
}

function cellsOf({ area, range }: Sample): CellColumns {
  const columns = Array.from({ length: area.columnCount }, (_, i) => area.left + i);
  const cells = new CellColumns(area.top, area.rowCount, columns);
  cells.put(area.top, area.left, range.values as CellValue[][]);
  return cells;
}

/** A list that fills the sample to its last row may go on to the end of the used cells. */
function grown(layout: ListLayout, cells: CellColumns, used: Area): ListLayout {
  const toTheEnd = layout.top + layout.rowCount >= cells.top + cells.rowCount - 1;
  return toTheEnd ? { ...layout, rowCount: used.top + used.rowCount - layout.top - 1 } : layout;
}
