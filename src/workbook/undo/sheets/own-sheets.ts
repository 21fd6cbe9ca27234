import { addressOf, type ResultColumn } from "../../../portfolio";
import type { Area, CellValue } from "../../cells/cell-value";
import { readRows } from "../../cells/read-rows";
import { type FormulasOfCells, RowsChecksum } from "../../cells/rows-checksum";
import { holdsObjectsOfOthers } from "../../removal/deleted-sheets";
import { formulasOn, madeListOf, resultColumnOf } from "../../marks/own-names";
import { knownMade, settingOfMade } from "../../made-list/made-record";
import { notesIn } from "../../report/paint/memory/page-memory";
import { settingsOfSheet } from "../../settings/sheet-setting";
import { areaOf, type WorkbookState } from "../../source/workbook-state";
import { isHeaderOfOurs } from "../../columns/results/result-texts";
import { isOwnResult } from "../../marks/own-results";
import { markKey, type MarkKey, type OwnMark } from "../own-marks";
import type { WhatStays } from "../../../locales";

/** Cells that Keyfolio wrote, with the checksum of what it wrote there. */
interface Block {
  top: number;
  rowCount: number;
  columns: readonly number[];
  checksum: string;
  formulas?: FormulasOfCells;
}

/** A sheet that Keyfolio made. */
export interface OwnSheet {
  sheetId: string;
  name: string;
  /** None where what was written cannot be told any more: a list of clients that is a table no longer. */
  blocks: readonly Block[];
  /** Result columns on it, by position: their cells are known by what they say. */
  results: ReadonlyMap<number, { column: ResultColumn; header: number; last: number }>;
  /** Names that go with it. */
  marks: readonly MarkKey[];
  settings: readonly string[];
  /** Whether a page says what somebody had typed over it. */
  holdsNotes?: boolean;
  tables: readonly string[];
  /** A run was cut off on it. */
  isUnfinished?: boolean;
  /** What its cells held when it was judged, as texts. */
  held?: ReadonlySet<string>;
}

const columnsOf = ({ left, columnCount }: Area): number[] =>
  Array.from({ length: columnCount }, (_, i) => left + i);

const sheetMark = /^keyfolio\.sheet\.(\w+)$/i;
/** Marks of the other blocks of a page: chart data, and what is for the user to fill in. */
const blockMark = /^keyfolio\.(?:chartData|form)\.(\w+)$/i;

/** The report's sheets, and copies of them, by their marks. */
export function reportSheets(state: WorkbookState, marks: readonly OwnMark[]): OwnSheet[] {
  return marks.flatMap(({ name, scope, place, comment }) => {
    const key = sheetMark.exec(name)?.[1];
    const sheet = place && state.sheets.find((each) => each.name === place.sheet);
    if (key === undefined || !sheet) return [];
    const others = marks.filter(
      (mark) =>
        blockMark.exec(mark.name)?.[1].toLowerCase() === key.toLowerCase() &&
        mark.scope === scope &&
        mark.place?.sheet === sheet.name,
    );
    const blockOf = ({ area }: NonNullable<OwnMark["place"]>, checksum: string): Block => ({
      top: area.top,
      rowCount: area.rowCount,
      columns: columnsOf(area),
      checksum,
      formulas: formulasOn(key),
    });
    // A copy shows no subject that would be made again.
    const settings = scope === null ? settingsOfSheet(key) : [];
    return [
      {
        sheetId: sheet.id,
        name: sheet.name,
        blocks: [blockOf(place, comment), ...others.map((other) => blockOf(other.place!, other.comment))],
        results: new Map(),
        marks: [{ name, scope }, ...others.map(markKey)],
        settings: settings.filter((setting) => state.settings.has(setting)),
        holdsNotes: settings.some((setting) => (notesIn(state.settings.get(setting)) ?? []).length > 0),
        tables: state.tables.filter((table) => table.sheet === sheet.name).map((table) => table.name),
      },
    ];
  });
}

/** Lists of clients that were made of lines, each on a sheet of its own. */
export async function madeSheets(
  context: Excel.RequestContext,
  state: WorkbookState,
  marks: readonly OwnMark[],
): Promise<OwnSheet[]> {
  const known = knownMade(state).flatMap(({ number, record, table }) => {
    const mark = marks.find(({ name, scope }) => scope === null && madeListOf(name) === number);
    const sheet = table && state.sheets.find(({ name }) => name === table.sheet);
    if (!mark || !sheet) return [];
    const item = context.workbook.tables.getItem(table.id);
    return [
      {
        number,
        record,
        mark,
        sheet,
        table,
        columns: item.columns.load("items/id,items/name"),
        range: item.getRange().load("rowIndex,columnIndex,rowCount,columnCount"),
        header: item.load("showHeaders,showTotals"),
      },
    ];
  });
  const plain = marks.flatMap((mark): OwnSheet[] => {
    const number = mark.scope === null ? madeListOf(mark.name) : null;
    const sheet = mark.place && state.sheets.find(({ name }) => name === mark.place!.sheet);
    if (number === null || !sheet || known.some((each) => each.number === number)) return [];
    return [
      {
        sheetId: sheet.id,
        name: sheet.name,
        blocks: [],
        results: new Map(),
        marks: marksOfMade(mark, marks, sheet.name),
        settings: [settingOfMade(number)],
        tables: [],
      },
    ];
  });
  if (known.length === 0) return plain;
  await context.sync();
  const whole = known.map(({ number, record, mark, sheet, table, columns, range, header }) => {
    const area = areaOf(range);
    const ids = new Set(columns.items.map(({ id }) => id));
    const own = record.columns.map(({ id, header: text }) =>
      columns.items.findIndex((column) => (ids.has(id) ? column.id === id : column.name === text)),
    );
    const results = new Map(
      marks.flatMap(({ name, place }) => {
        const result = resultColumnOf(name);
        if (!result || place?.sheet !== sheet.name) return [];
        const last = area.top + area.rowCount - 1;
        return [[place.area.left, { column: result.column, header: place.area.top, last }] as const];
      }),
    );
    const isWhole = header.showHeaders && !header.showTotals && own.every((index) => index >= 0);
    const columnsHere = own.map((index) => area.left + index);
    return {
      sheetId: sheet.id,
      name: sheet.name,
      // A list that lost a column or got a totals row is not what was written.
      blocks: [
        {
          top: area.top,
          rowCount: area.rowCount,
          columns: columnsHere,
          checksum: isWhole ? mark.comment : "changed",
        },
      ],
      results,
      marks: marksOfMade(mark, marks, sheet.name),
      settings: [settingOfMade(number)],
      tables: [table.name],
    };
  });
  return [...whole, ...plain];
}

/** The mark of a made list, and those of the result columns beside it. */
const marksOfMade = (mark: OwnMark, marks: readonly OwnMark[], sheet: string): MarkKey[] => [
  markKey(mark),
  ...marks.filter(({ name, place }) => resultColumnOf(name) && place?.sheet === sheet).map(markKey),
];

/** Names that Excel makes for itself on a sheet. */
const ofExcel = /^(?:_xlnm\.)?(?:Print_Area|Print_Titles|_FilterDatabase)$/i;

/**
 * Whether a sheet still holds exactly what Keyfolio wrote, and nothing of anybody else: no cell, chart, table, name. Notes what it held.
 * @returns what speaks against it, null for nothing
 */
export async function whatKeeps(context: Excel.RequestContext, sheet: OwnSheet): Promise<WhatStays | null> {
  const item = context.workbook.worksheets.getItem(sheet.sheetId);
  const used = item.getUsedRangeOrNullObject(true).load("rowIndex,columnIndex,rowCount,columnCount");
  const charts = item.charts.load("items/name");
  const tables = item.tables.load("items/name");
  const names = item.names.load("items/name");
  const protection = item.protection.load("protected");
  item.load("visibility");
  await context.sync();
  if (protection.protected || item.visibility === "VeryHidden") {
    return { kind: "sheetProtected", sheet: sheet.name };
  }
  const isForeign =
    holdsObjectsOfOthers({ charts, tables }, sheet.tables) ||
    names.items.some(({ name }) => !ofExcel.test(name) && !/^keyfolio\./i.test(name));
  const changed = (address: string | null): WhatStays =>
    sheet.isUnfinished
      ? { kind: "sheetUnfinished", sheet: sheet.name }
      : { kind: "sheetChanged", sheet: sheet.name, address };
  if (sheet.isUnfinished && used.isNullObject && !isForeign) {
    sheet.held = new Set();
    return null;
  }
  if (isForeign || sheet.holdsNotes || used.isNullObject || sheet.blocks.length === 0) return changed(null);
  const found = await readSheet(context, sheet, areaOf(used));
  if (found.foreign) return changed(addressOf(sheet.name, found.foreign.row, found.foreign.column));
  return found.isWritten ? null : changed(null);
}

const bytesOfCell = 12;

async function readSheet(context: Excel.RequestContext, sheet: OwnSheet, used: Area): Promise<SheetReading> {
  const reading = new SheetReading(sheet, used.left);
  const held = new Set<string>();
  await readRows(
    context,
    sheet.sheetId,
    [{ left: used.left, width: used.columnCount, as: "formulas" }],
    used.top,
    used.rowCount,
    bytesOfCell * used.columnCount,
    (row, [matrix]) => {
      matrix.forEach((cells, r) => {
        reading.take(row + r, cells);
        for (const cell of cells) held.add(String(cell));
      });
    },
  );
  sheet.held = held;
  return reading;
}

/** Tells what Keyfolio wrote on a sheet from what others did. */
export class SheetReading {
  readonly #sums: readonly RowsChecksum[];
  /** The first cell that others filled. */
  foreign: { row: number; column: number } | null = null;

  constructor(
    readonly sheet: OwnSheet,
    readonly left: number,
  ) {
    this.#sums = sheet.blocks.map(({ formulas }) => new RowsChecksum(formulas));
  }

  /** @param cells of the used columns, as `Range.formulas` gives them */
  take(row: number, cells: readonly CellValue[]): void {
    const { blocks, results } = this.sheet;
    const isOurs = new Set<number>();
    blocks.forEach(({ top, rowCount, columns }, i) => {
      if (row < top || row >= top + rowCount) return;
      this.#sums[i].add(columns.map((column) => cells[column - this.left] ?? ""));
      for (const column of columns) isOurs.add(column);
    });
    cells.forEach((cell, c) => {
      const column = this.left + c;
      if (cell === "" || isOurs.has(column) || this.foreign) return;
      const result = results.get(column);
      const isResult =
        result &&
        row <= result.last &&
        (row === result.header
          ? isHeaderOfOurs(result.column, cell)
          : row > result.header && isOwnResult(result.column, cell));
      if (!isResult) this.foreign = { row, column };
    });
  }

  /** Whether our cells hold what was written. */
  get isWritten(): boolean {
    return this.#sums.every((sum, i) => sum.text === this.sheet.blocks[i].checksum);
  }
}
