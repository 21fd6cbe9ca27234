import { addressOf } from "../../portfolio";
import { type CellValue, isFormula } from "../cells/cell-value";
import { readRows } from "../cells/read-rows";
import { ownNameOf } from "../marks/own-names";
import { areaOf } from "../source/workbook-state";
import { chartSources, chartsWithSeries } from "./chart-sources";
import { refersTo, type ReferenceTarget } from "./formula-references";

/** Places that are told per target; the others are as good as these. */
export const mostPlaces = 5;
export const bytesOfFormula = 20;

/** What is to go, with the sheet that it is or stands on: somebody may rename that meanwhile. */
export interface StandingTarget extends ReferenceTarget {
  sheetId: string;
}

/** Names that Excel makes for itself. */
const ofExcel = /^(?:_xlnm\.)?(?:Print_Area|Print_Titles|_FilterDatabase|Criteria|Extract)$/i;

/**
 * Formulas, defined names and charts of the user's own that count on cells which are to go, each by its address or name.
 *
 * @param goes sheets that go as a whole, by identifier: their own formulas do not count
 * @param among the only sheets whose formulas count; null for all
 * @returns per target the first places, empty where there are none
 */
export async function findReferences<T extends StandingTarget>(
  context: Excel.RequestContext,
  targets: readonly T[],
  goes: ReadonlySet<string>,
  among: ReadonlySet<string> | null = null,
): Promise<Map<T, string[]>> {
  let named = targets.map((target) => target.sheet);
  for (let attempt = 1; ; attempt++) {
    const now = targets.map((target, i) => ({ ...target, sheet: named[i] }));
    const { found, sheets } = await findOnce(context, now, goes, among);
    const after = targets.map(({ sheetId }, i) => sheets.get(sheetId) ?? named[i]);
    const isSame = after.every((name, i) => name === named[i]);
    if (isSame || attempt === attempts)
      return new Map(targets.map((target, i) => [target, found.get(now[i])!]));
    named = after;
  }
}

/** Sheets on which something counts, with its first places. */
export type Referred<T> = { target: T; by: string[] }[];

/**
 * Sheets on which something of the user's counts; and those on which these count themselves, such as the pages that Proof proves:
 * what stays is not left with `#REF!`.
 */
export async function findReferredSheets<T extends StandingTarget>(
  context: Excel.RequestContext,
  sheets: readonly T[],
): Promise<Referred<T>> {
  const referred: Referred<T> = [];
  let going = sheets;
  for (let among: ReadonlySet<string> | null = null; ;) {
    const goes = new Set(going.map(({ sheetId }) => sheetId));
    const places: ReadonlyMap<T, string[]> = await findReferences(context, going, goes, among);
    const found = [...places].filter(([, by]) => by.length > 0);
    if (found.length === 0) return referred;
    referred.push(...found.map(([target, by]) => ({ target, by })));
    const staying = new Set(found.map(([{ sheetId }]) => sheetId));
    going = going.filter(({ sheetId }) => !staying.has(sheetId));
    among = staying;
  }
}

/** Readings while somebody renames what is to go: formulas then name it otherwise. */
const attempts = 3;

async function findOnce<T extends StandingTarget>(
  context: Excel.RequestContext,
  targets: readonly T[],
  goes: ReadonlySet<string>,
  among: ReadonlySet<string> | null,
): Promise<{ found: Map<T, string[]>; sheets: ReadonlyMap<string, string> }> {
  const sheetsNow = new Map<string, string>();
  const found = new Map<T, string[]>(targets.map((target) => [target, []]));
  if (targets.length === 0) return { found, sheets: sheetsNow };
  const take = (formula: string, home: string, place: () => string) => {
    for (const target of targets) {
      const places = found.get(target)!;
      if (places.length >= mostPlaces || !refersTo(formula, home, target)) continue;
      // A chart may draw several columns of it.
      const [last, at] = [places.at(-1), place()];
      if (at !== last) places.push(at);
    }
  };
  const { worksheets, names } = context.workbook;
  worksheets.load("items/id,items/name");
  names.load("items/name,items/formula");
  await context.sync();
  const others = worksheets.items
    .filter(({ id }) => !goes.has(id) && (among === null || among.has(id)))
    .map((sheet) => ({
      sheet,
      names: sheet.names.load("items/name,items/formula"),
      used: sheet.getUsedRangeOrNullObject(true).load("rowIndex,columnIndex,rowCount,columnCount"),
      charts: sheet.charts.load(chartsWithSeries),
    }));
  await context.sync();
  for (const { name, formula } of names.items) {
    if (!isOwn({ name, formula }) && !ofExcel.test(name)) take(String(formula), "", () => name);
  }
  for (const { sheet, names: ofSheet, used } of others) {
    for (const { name, formula } of ofSheet.items) {
      if (!isOwn({ name, formula }) && !ofExcel.test(name)) take(String(formula), sheet.name, () => name);
    }
    if (used.isNullObject) continue;
    const { top, left, rowCount, columnCount } = areaOf(used);

    await readRows(
      context,
      sheet.id,
      [{ left, width: columnCount, as: "formulas" }],
      top,
      rowCount,
      bytesOfFormula * columnCount,
      (row, [cells]) => {
        cells.forEach((line: readonly CellValue[], r) =>
          line.forEach((cell, c) => {
            if (isFormula(cell)) take(cell, sheet.name, () => addressOf(sheet.name, row + r, left + c));
          }),
        );
      },
    );
  }
  const charts = others.map(({ sheet: { name }, charts: { items } }) => ({ name, charts: items }));
  for (const { home, formula, place } of await chartSources(context, charts))
    take(formula, home, () => place);
  worksheets.load("items/id,items/name");
  await context.sync();
  for (const { id, name } of worksheets.items) sheetsNow.set(id, name);
  return { found, sheets: sheetsNow };
}

/** Whether a name is neither ours nor one of Excel's own. */
export const isNameOfOthers = (name: string): boolean =>
  !name.toLowerCase().startsWith("keyfolio.") && !ofExcel.test(name);

const isOwn = ({ name, formula }: { name: string; formula: unknown }): boolean =>
  name.toLowerCase().startsWith("keyfolio.") ||
  ownNameOf({ name, formula } as unknown as Excel.NamedItem, null) !== null;
