import {
  cellInRow,
  type MadeColumn,
  madeHeaders,
  madeIdentity,
  type MadeKey,
  type MadeList,
  type MadeTexts,
  type Period,
  type SourceColumn,
  type SourceList,
} from "../../portfolio";
import { asText, type CellValue } from "../cells/cell-value";

/** A column of the table as it stands: Keyfolio's by its key, the user's without. */
export interface PresentColumn {
  key: MadeKey | null;
  /** Identifier that Excel gives a column of a table. */
  id: number;
  column: SourceColumn;
}

/** What makes a made list anew in its table. */
export interface MadePlan {
  /** Rows of the body that go: runs from the last to the first. */
  removed: readonly { first: number; count: number }[];
  /** Blank rows to be added at the end. */
  appended: number;
  /** Columns that are ours and no longer wanted. */
  dropped: readonly PresentColumn[];
  /** New columns; each stands before the present column of this identifier, at the end of ours when null. */
  inserted: readonly { key: MadeKey; header: string; before: number | null }[];
  /** Present row of each row as they will be; −1 for a new one. */
  from: Int32Array;
  /** Cells to be written, one per row as the rows will be; null leaves a cell as it is. */
  written: readonly { key: MadeKey; cells: readonly (CellValue | null)[] }[];
  /** Headers of our columns as they will be. */
  headers: ReadonlyMap<MadeKey, string>;
  /** The list as it will be, the user's columns with it. */
  list: SourceList;
}

/**
 * Fits a made list to the table that holds an earlier one. Rows keep their places and are known by their client; new clients
 * come at the end; those that have gone stay, with zeros, only where a column of the user's own holds something for them.
 *
 * @param present columns of the table, result columns left out
 * @param taken headers of other columns of the table
 */
export function planMade(
  list: SourceList,
  present: readonly PresentColumn[],
  made: MadeList,
  texts: MadeTexts,
  taken: readonly CellValue[],
): MadePlan {
  const own = new Map(present.flatMap((each) => (each.key === null ? [] : [[each.key, each] as const])));
  const wanted = madeHeaders(made, texts);
  const rows = placeRows(list.rowCount, own, made, present);
  const headers = new Map<MadeKey, string>();
  const names = new Set([
    ...present.map(({ column }) => String(column.header).toLowerCase()),
    ...taken.map((header) => String(header).toLowerCase()),
  ]);
  const inserted: { key: MadeKey; header: string; before: number | null }[] = [];
  made.columns.forEach(({ key, period }, i) => {
    const existing = own.get(key);
    if (existing) {
      headers.set(key, String(existing.column.header));
      return;
    }
    let header = wanted[i];
    // Another dress of the same period is still read as one, a number behind it would not be.
    if (period && names.has(header.toLowerCase())) header = plainPeriod(period);
    for (let number = 2; names.has(header.toLowerCase()); number++) header = `${wanted[i]} ${number}`;
    names.add(header.toLowerCase());
    headers.set(key, header);
    inserted.push({ key, header, before: placeBefore(made.columns, i, own) });
  });
  const cellsOf = new Map(
    made.columns.map((column) => [column.key, finalCells(column, rows, own.get(column.key))]),
  );
  const written = made.columns.flatMap(({ key }) => {
    const existing = own.get(key)?.column;
    const isShown = (cell: CellValue, row: number) =>
      existing !== undefined && row >= 0 && sameCell(cell, cellInRow(existing, row));
    const cells = cellsOf.get(key)!.map((cell, row) => (isShown(cell, rows.from[row]) ? null : cell));
    return cells.every((cell) => cell === null) ? [] : [{ key, cells }];
  });
  const wantedKeys = new Set(made.columns.map(({ key }) => key));
  const dropped = present.filter(({ key }) => key !== null && !wantedKeys.has(key));
  return {
    removed: rows.removed,
    appended: rows.appended,
    dropped,
    inserted,
    from: rows.from,
    written,
    headers,
    list: finalList(list, present, made, rows, inserted, cellsOf, dropped),
  };
}

function plainPeriod({ unit, start }: Period): string {
  const [year, month] = [start.slice(0, 4), Number(start.slice(5, 7))];
  if (unit === "quarter") return `${year} Q${Math.ceil(month / 3)}`;
  if (unit === "half") return `${year} H${month > 6 ? 2 : 1}`;
  return unit === "year" ? `FY${year}` : start.slice(0, 7);
}

/** Whether a plan leaves the table as it is. */
export const isNothing = ({ removed, appended, dropped, inserted, written }: MadePlan): boolean =>
  removed.length + appended + dropped.length + inserted.length + written.length === 0;

/** Which row of the made list each row of the table shows. */
interface Rows {
  removed: { first: number; count: number }[];
  appended: number;
  /** Present row of each final one; −1 for a new one. */
  from: Int32Array;
  /** Row of the made list of each final one; −1 for a client that has gone. */
  to: Int32Array;
}

function placeRows(
  rowCount: number,
  own: ReadonlyMap<MadeKey, PresentColumn>,
  { identities, groupedBy }: MadeList,
  present: readonly PresentColumn[],
): Rows {
  const rowOf = new Map(identities.map((identity, row) => [identity, row]));
  const users = present.filter(({ key }) => key === null).map(({ column }) => column);
  const text = (key: MadeKey, row: number) => {
    const column = own.get(key)?.column;
    return column ? String(cellInRow(column, row)) : "";
  };
  const shown = new Uint8Array(identities.length);
  const from: number[] = [];
  const to: number[] = [];
  const removed: { first: number; count: number }[] = [];
  for (let row = 0; row < rowCount; row++) {
    const group = groupedBy ? text(groupedBy, row) : "";
    const identity = madeIdentity(text("client", row), text("code", row), group);
    const at = rowOf.get(identity);
    if (at !== undefined && !shown[at]) {
      shown[at] = 1;
      from.push(row);
      to.push(at);
    } else if (users.some((column) => cellInRow(column, row) !== "")) {
      from.push(row);
      to.push(-1);
    } else {
      const last = removed.at(-1);
      if (last && last.first + last.count === row) last.count++;
      else removed.push({ first: row, count: 1 });
    }
  }
  let appended = 0;
  for (let at = 0; at < identities.length; at++) {
    if (shown[at]) continue;
    from.push(-1);
    to.push(at);
    appended++;
  }
  return { removed: removed.reverse(), appended, from: Int32Array.from(from), to: Int32Array.from(to) };
}

/** What a column of ours shows: a client that has gone keeps its texts, and has bought nothing. */
function finalCells(
  { key, texts, numbers }: MadeColumn,
  { from, to }: Rows,
  existing: PresentColumn | undefined,
): CellValue[] {
  return Array.from(to, (at, row) => {
    if (at >= 0) return texts ? texts[at] : Number.isNaN(numbers![at]) ? "" : numbers![at];
    if (texts) return existing ? cellInRow(existing.column, from[row]) : "";
    return key.startsWith("period:") || key === "amount" || key === "purchases" ? 0 : "";
  });
}

/** Numbers may lose their last digits on the way through the workbook. */
function sameCell(wanted: CellValue, present: CellValue): boolean {
  if (typeof wanted === "number" && typeof present === "number") {
    return Math.abs(wanted - present) <= 1e-12 * Math.max(1, Math.abs(wanted));
  }
  return wanted === present;
}

/** Whether a list holds the same headers and cells as another, in the same places. */
export function hasSameCells(one: SourceList, other: SourceList): boolean {
  const isSame = (a: SourceColumn, b: SourceColumn) =>
    a.index === b.index &&
    a.header === b.header &&
    a.numbers.every((_, row) => sameCell(cellInRow(a, row), cellInRow(b, row)));
  return (
    one.rowCount === other.rowCount &&
    one.columns.length === other.columns.length &&
    one.columns.every((column, i) => isSame(column, other.columns[i]))
  );
}

/** The present column before which a new one comes: that of the next of ours that stands there. */
function placeBefore(
  columns: readonly MadeColumn[],
  position: number,
  own: ReadonlyMap<MadeKey, PresentColumn>,
): number | null {
  for (let i = position + 1; i < columns.length; i++) {
    const next = own.get(columns[i].key);
    if (next) return next.id;
  }
  return null;
}

function finalList(
  list: SourceList,
  present: readonly PresentColumn[],
  made: MadeList,
  { from }: Rows,
  inserted: MadePlan["inserted"],
  cellsOf: ReadonlyMap<MadeKey, readonly CellValue[]>,
  dropped: readonly PresentColumn[],
): SourceList {
  const columns: SourceColumn[] = [];
  let shift = 0;
  const add = (header: CellValue, index: number, cells: readonly CellValue[]) => {
    const numbers = new Float64Array(cells.length).fill(NaN);
    const others = new Map<number, string | boolean>();
    cells.forEach((cell, row) => {
      if (typeof cell === "number") numbers[row] = cell;
      else if (cell !== "") others.set(row, cell);
    });
    columns.push({ index, header, headerFormat: "General", numbers, others });
  };
  const addNew = (before: number | null, index: number) => {
    for (const each of inserted) {
      if (each.before === before) add(each.header, index + shift++, cellsOf.get(each.key)!);
    }
  };
  const lastOwn = present.findLast(({ key }) => key !== null)?.id ?? null;
  for (const each of present) {
    const { index, header } = each.column;
    addNew(each.id, index);
    if (dropped.includes(each)) shift--;
    else {
      const cells = each.key === null ? undefined : cellsOf.get(each.key);
      add(
        header,
        index + shift,
        cells ?? Array.from(from, (row) => (row < 0 ? "" : cellInRow(each.column, row))),
      );
    }
    if (each.id === lastOwn) addNew(null, index + 1);
  }
  return { ...list, rowCount: from.length, lines: made.facts, columns };
}

/** A cell as it is written: text that Excel keeps as text. */
export const written = (cell: CellValue): CellValue => (typeof cell === "string" ? asText(cell) : cell);
