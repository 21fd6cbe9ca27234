import { addressOf, headerText, type Mapping, type Role } from "../../../portfolio";
import { noCards, type TextWithCard } from "../../cards/value-card";
import { type CellValue, entered } from "../../cells/cell-value";
import type { ColumnsTrace } from "../../columns/columns-trace";
import { resultText } from "../../columns/put-back/own-rows";
import { sameCell, type PlannedColumn } from "../../columns/results/result-plan";
import { isBlankKey, RowIdentity } from "../../columns/results/row-identity";
import { matchRows } from "../../columns/results/row-matching";
import { type FormatBefore, formatsByRow } from "../../columns/share-format";
import { isGivenHeader } from "../../marks/given-header";
import { blankColumns } from "../../marks/own-columns";
import { firstRowOf, hasHiddenHeader, rowCountOf } from "../../source/list-place";
import type { Source, SourceOptions } from "../../source/source";
import { formatsUnder } from "../../columns/new-column-look";
import { columnTarget, lookOf, referredColumn } from "./column-target";
import type { GoingColumn } from "./dismantle-columns";
import { findReferences } from "../../removal/references";
import { staysBelow } from "../stays-below";
import type { WhatStays } from "../../../locales";

/** What undoing has to do beside a list. */
export interface ColumnsUndoing {
  changes: PlannedColumn[];
  going: GoingColumn[];
  stays: WhatStays[];
}

/**
 * Compares the result columns as they stand with what a run wrote there, and plans their way back; nothing is written.
 *
 * @param goes sheets that go as a whole
 */
export async function planColumnsUndoing(
  context: Excel.RequestContext,
  trace: ColumnsTrace,
  source: Source,
  goes: ReadonlySet<string>,
): Promise<ColumnsUndoing> {
  const { rows, filled } = placesThen(trace, source);
  const undoing: ColumnsUndoing = { changes: [], going: [], stays: staysBelow(source.place, source.below) };
  const looks = await lookOf(context, trace.plan);
  for (const column of trace.plan) {
    const own = ownOf(source, column);
    if (!own) continue;
    const written = (row: number): CellValue | null =>
      rows[row] < 0 ? null : (column.cells?.[rows[row]] ?? null);
    const standing = contentsOf(column);
    const isOurs = (row: number) => {
      const [cell, present] = [written(row), own.contents[row] ?? ""];
      const isPerhaps = trace.isGoingBack || row >= filled;
      // Undoing that was stopped has emptied the cells of a client who came later, where another one may stand by then.
      const isEmptied = trace.isGoingBack === true && present === "";
      const isLeft = isPerhaps && standing.has(resultText(present));
      return (cell !== null && sameCell(cell, present)) || isEmptied || isLeft;
    };
    if (column.existing === null) {
      undoing.going.push({
        own,
        isOurs,
        hasOurHeader:
          hasHiddenHeader(source.place) || own.header === "" || isGivenHeader(own.header, column.header!),
        look: looks.get(column.name),
        formatBefore: trace.formats
          ? formatsByRow(trace.formats, rows)
          : byPlace(formatsUnder(looks.get(column.name))),
      });
      continue;
    }
    const change = changeBack(column, column.existing.contents, own, rows, isOurs, source, undoing.stays);
    if (change) undoing.changes.push(change);
  }
  const targets = undoing.going.map((column) => columnTarget(source, column));
  const referred = await findReferences(context, targets, goes);
  for (const [target, by] of referred) {
    if (by.length === 0) continue;
    undoing.going = undoing.going.filter((column) => column !== target.going);
    undoing.stays.push(referredColumn(source, target, by));
  }
  return undoing;
}

/** By how many times the cells that somebody has changed must be fewer where results stand at their places. */
const surely = 4;

/**
 * The rows as {@link rowsThen} tells them; each at its place where the columns stand there as the run wrote them, and not beside their
 * clients: somebody has sorted or shifted her own columns alone.
 */
function placesThen(trace: ColumnsTrace, source: Source): ReturnType<typeof rowsThen> {
  const byClients = rowsThen(trace, source);
  const columns = trace.plan.flatMap((column) => {
    const own = ownOf(source, column);
    return own && column.cells ? [{ cells: column.cells, now: own.contents }] : [];
  });
  const count = rowCountOf(source.place);
  const byPlace = Int32Array.from({ length: count }, (_, row) => (row < rowCountOf(trace.place) ? row : -1));
  const others = (rows: Int32Array): number =>
    columns.reduce(
      (sum, { cells, now }) =>
        sum +
        rows.filter((then, row) => {
          const [cell, present] = [cells[then] ?? null, now[row] ?? ""];
          return cell === null ? then < 0 && present !== "" : !sameCell(cell, present);
        }).length,
      0,
    );
  trace.standsByPlace ||= trace.isGoingBack !== true && surely * others(byPlace) < others(byClients.rows);
  return trace.standsByPlace ? { rows: byPlace, filled: count } : byClients;
}

/** Formats that are known by the places of their rows only. */
export const byPlace = (formats: ((row: number) => string) | null): FormatBefore | null =>
  formats && (() => formats);

/** What stands in a column's rows before the run and after it, whichever row it belongs to. */
const contentsOf = ({ cells, existing }: PlannedColumn): ReadonlySet<string> =>
  new Set(
    [...(cells ?? []), ...(existing?.contents ?? [])].flatMap((cell) =>
      cell === null ? [] : [resultText(cell)],
    ),
  );

/** Whether a run that goes back may have left a cell in one of its columns. */
export function mayHaveLeft({ plan }: ColumnsTrace): NonNullable<SourceOptions["mayHaveLeft"]> {
  const texts = new Map(plan.map((column) => [column.name.toLowerCase(), contentsOf(column)]));
  return ({ name }, cell) => texts.get(name.toLowerCase())?.has(resultText(cell)) === true;
}

/** A column of an earlier run gets its contents again where it still holds what the run wrote. */
function changeBack(
  column: PlannedColumn,
  before: readonly CellValue[],
  own: GoingColumn["own"],
  rows: Int32Array,
  isOurs: (row: number) => boolean,
  source: Source,
  stays: WhatStays[],
): PlannedColumn | null {
  const { place } = source;
  const others: number[] = [];
  const cards = new Map<number, TextWithCard>();
  const cells = Array.from({ length: rowCountOf(place) }, (_, row) => {
    const then = rows[row];
    if (column.cells === null) return null;
    if (then < 0) {
      // A row that came later, or that nobody can tell: what stands there stays, and is told.
      if ((own.contents[row] ?? "") === "") return null;
      if (isOurs(row)) return "";
      others.push(row);
      return null;
    }
    const [cell, present] = [before[then] ?? "", own.contents[row] ?? ""];
    const isSame = sameCell(entered(cell), present) || cell === present;
    const hasCard = column.cards !== undefined && hasAny(column.cards, then);
    if (isSame && !hasCard) return null;
    if (isOurs(row)) {
      const card = column.cards?.standing.get(then);
      if (card) cards.set(row, card);
      return entered(cell);
    }
    if (isSame) return null;
    others.push(row);
    return null;
  });
  if (others.length > 0) {
    const address = addressOf(place.sheet, firstRowOf(place) + others[0], own.position);
    stays.push({ kind: "cells", header: String(own.header), address, count: others.length });
  }
  const isTranslated =
    column.header !== null && !hasHiddenHeader(place) && isGivenHeader(own.header, column.header);
  const header = isTranslated ? String(column.existing!.header) : null;
  const differs = cells.some((cell) => cell !== null);
  if (!differs && header === null) return null;
  return {
    ...column,
    existing: own,
    header,
    cells: differs ? cells : null,
    cards: { wanted: cards, standing: noCards },
  };
}

const hasAny = ({ wanted, standing }: NonNullable<PlannedColumn["cards"]>, row: number): boolean =>
  wanted.has(row) || standing.has(row);

/** The mapping of a run, with the headers of today. */
export function mappingNow(trace: ColumnsTrace, source: Source): Mapping {
  const renamed = renamedSince(trace, source);
  const columns = trace.mapping.columns.map((column) => ({
    ...column,
    header: renamed.get(column.header) ?? column.header,
  }));
  return { ...trace.mapping, columns };
}

/**
 * New headers of columns that tell rows from each other, by those that the run knew: such a column stands where it stood, as long as
 * no column has come or gone.
 */
function renamedSince({ identity, place }: ColumnsTrace, { list }: Source): Map<string, string> {
  const { headers, positions } = identity;
  const now = list.columns.map((column) => headerText(list, column));
  if (now.length !== place.headers.length) return new Map();
  const known = new Set([...headers, ...place.headers.map(({ value }) => String(value))]);
  return new Map(
    headers.flatMap((header, i): [string, string][] => {
      const text = now[place.headers.findIndex(({ position }) => position === positions[i])];
      return now.includes(header) || known.has(text) ? [] : [[header, text]];
    }),
  );
}

/**
 * For each row of the list its row when the run wrote, −1 for one that came later; and how many rows there are down to the last one
 * that says anything of a client: in those below only results of ours are left.
 */
function rowsThen(trace: ColumnsTrace, source: Source): { rows: Int32Array; filled: number } {
  const { identity, mapping, place, plan } = trace;
  const now = RowIdentity.of(source.list, mappingNow(trace, source), source.place);
  const renamed = renamedSince(trace, source);
  const nameIn = (of: RowIdentity, header: string) => (of === now ? (renamed.get(header) ?? header) : header);
  const shared = identity.headers.filter((header) => now.headers.includes(nameIn(now, header)));
  const sharedOf = (roles: readonly Role[]) => {
    const headers = mapping.columns.filter(({ role }) => roles.includes(role)).map(({ header }) => header);
    return shared.filter((header) => headers.includes(header));
  };
  const [names, codes] = [sharedOf(["client", "code"]), sharedOf(["code"])];
  const textsOf = (of: RowIdentity, headers: readonly string[], count: number) => {
    const columns = headers.map((header) => of.headers.indexOf(nameIn(of, header)));
    return Array.from({ length: count }, (_, row) => {
      const cells = of.classified(row);
      return JSON.stringify(columns.map((column) => cells[column]));
    });
  };
  const written = plan.flatMap((column) => {
    const own = ownOf(source, column);
    return own && column.cells !== null
      ? [{ then: column.cells, now: own.contents, earlier: column.existing?.contents ?? [] }]
      : [];
  });
  const resultsIn = (when: "then" | "now" | "earlier", row: number) =>
    JSON.stringify(written.map((column) => resultText(column[when][row] ?? "")));
  const rowTexts = (of: RowIdentity, count: number, when: "then" | "now") => ({
    keys: textsOf(of, shared, count),
    ...(codes.length > 0 ? { codes: textsOf(of, codes, count).map(filledCode) } : {}),
    clients: textsOf(of, names.length > 0 ? names : shared, count),
    results: Array.from({ length: count }, (_, row) => resultsIn(when, row)),
  });
  const filled = lastFilled(now, rowCountOf(source.place)) + 1;
  const rows = new Int32Array(rowCountOf(source.place)).fill(-1);
  rows.set(
    matchRows(
      rowTexts(identity, rowCountOf(place), "then"),
      rowTexts(now, filled, "now"),
      Array.from({ length: rowCountOf(place) }, (_, row) => resultsIn("earlier", row)),
      JSON.stringify(written.map(() => "")),
      // What stands in a row that came later, undoing has left there when it was stopped.
      (row, before) =>
        trace.isGoingBack === true &&
        written.some(
          (column) =>
            isBlankResult(column.now[row]) &&
            !isBlankResult(column.then[before]) &&
            !isBlankResult(column.earlier[before]),
        ),
    ),
  );
  return { rows, filled };
}

const isBlankResult = (cell: CellValue | null | undefined): boolean => (cell ?? "") === "";

/** Texts of cells; null where they are all blank. */
const filledCode = (text: string): string | null => (isBlankKey(text) ? null : text);

/** The last row of which a cell identifies anything, −1 where there is none. */
function lastFilled(identity: RowIdentity, rowCount: number): number {
  let row = rowCount - 1;
  while (row >= 0 && identity.classified(row).every((cell) => cell === "")) row--;
  return row;
}

/** The column of a plan as it stands now. */
export const ownOf = ({ place }: Source, { name, scope }: PlannedColumn) =>
  [...place.own, ...blankColumns(place.deadNames)].find(
    (own) => own.name.toLowerCase() === name.toLowerCase() && own.scope === scope,
  );
