import { type CellValue, entered } from "../../cells/cell-value";
import { namesOf, placeNameOf } from "../../marks/own-names";
import { giveHeadersBack, type TypedHeader } from "../../marks/typed-headers";
import { settingKeys, storeSetting } from "../../settings/settings";
import { isWidthOf, undressColumn } from "../new-column-look";
import { isSameName } from "../new-places";
import { rowsOfColumn, rowsThen } from "./own-rows";
import { giveTypedBack, typedOver } from "./typed-over";
import { clearRows, type ClearedRows } from "./cleared-rows";
import { restoreContents } from "./contents";
import { formatsAgain, queueFormats } from "./formats";
import { rememberLooks } from "./looks-found";
import { type DeletedColumn, giveTableColumnsBack, removeFromTable } from "./table-columns";
import { addedIn, markedCells, markedHeader, nameIn, rowOfMarks } from "../results/result-ranges";
import { settleWidths } from "../widths/settle-widths";
import { queueIsStanding, queueRowCount } from "./list-standing";
import type { PlannedColumn } from "../results/result-plan";
import { leftStanding } from "./left-standing";
import { askForEffects, type Effects } from "./run-effects";
import { writtenIn } from "../results/written-cells";
import type { Writing } from "../writing";

/**
 * Takes a run that writes back: what it wrote into new columns goes, then their marks, and the cells of earlier results get
 * their previous contents again. What is ours is found by its mark and holds what was written; everything else stays.
 *
 * Where somebody has moved and changed rows so that nobody can tell whose they are, `writing.standing` says what they may show.
 *
 * @throws Problem leftStanding when cells may hold what was written all the same; the error of Office.js when none can
 */
export async function putBack(writing: Writing): Promise<void> {
  try {
    await takeBack(writing);
  } catch {
    try {
      await takeBack(writing);
    } catch (error) {
      if (writing.done.length === 0) throw error;
      const writtenOver = await giveTypedBack(writing);
      await rememberLooks(writing);
      throw await leftStanding(writing, error, writing.plan, writtenOver);
    }
  }
}

/** Lookings at what is there until it is the same when it is cleared. */
const clearings = 3;

async function takeBack(writing: Writing): Promise<void> {
  let effects = await effectsNow(writing);
  for (let n = 1; !(await clearAdded(writing, effects, n === clearings)) && n < clearings; n++) {
    effects = await effectsNow(writing);
  }
  const staying = stayingIn(writing, effects);
  await removeMarks(writing, effects, staying);
  writing.standing = null;
  if (effects.hasSheet && !(await restoreContents(writing, effects))) {
    writing.standing = await leftStanding(writing, null);
  } else if (staying.length > 0) writing.standing = await leftStanding(writing, null, staying);
}

/** What is there, once widths stand where their columns stand: somebody may have deleted some of the new ones, or put hers among them. */
async function effectsNow(writing: Writing): Promise<Effects> {
  const effects = await askForEffects(writing);
  const isDeleted = (column: PlannedColumn) => effects.marked.has(column) && !effects.live.has(column);
  const isDisplaced = (column: PlannedColumn) => {
    const width = effects.widths.get(column);
    return width !== undefined && !isWidthOf(column, width);
  };
  const added = addedIn(writing.plan);
  // Before columns are dressed, their marks speak of widths that none has yet.
  const isSettled = writing.dressed.size === 0 || !added.some((each) => isDeleted(each) || isDisplaced(each));
  if (!effects.hasTable || isSettled) return effects;
  await settleWidths(writing.context, writing.source.place);
  return askForEffects(writing);
}

/** New columns of the table in which somebody has typed, or on which a formula counts: they stay, with their headers and marks, for the next run to fill. */
function stayingIn(
  {
    source: {
      place: { table },
    },
    plan,
    cameAgain,
  }: Writing,
  effects: Effects,
): PlannedColumn[] {
  if (!table || !effects.hasTable) return [];
  return addedIn(plan).filter(
    (column) =>
      effects.live.has(column) &&
      (cameAgain.has(column) || rowsOfColumn(column, effects, true).others.length > 0),
  );
}

/**
 * Takes the contents and the look of new columns away, and gives headers and language back.
 * @param isLast whether it stays as it is then: number formats are given back as well as it is known
 * @returns false when somebody has moved cells since they were looked at: what was not ours stands again then
 */
async function clearAdded(writing: Writing, effects: Effects, isLast: boolean): Promise<boolean> {
  const { context, source, plan, done } = writing;
  const { place, workbook } = source;
  const cleared: ClearedRows[] = [];
  const added = addedIn(plan);
  const kept = done.length > 0 ? added.filter((column) => effects.live.has(column)) : [];
  const deleted: DeletedColumn[] = [];
  let giveFormatsFound = () => {};
  let isStanding = () => true;
  let isGrown = () => false;
  if (place.table && effects.hasTable) deleted.push(...(await removeFromTable(writing, effects, kept)));
  else {
    const then = kept.length > 0 ? rowsThen(writing, effects) : [];
    const again = kept.length > 0 ? await formatsAgain(writing, effects) : null;
    if (kept.length > 0) isGrown = queueIsGrown(writing, effects, kept[0]);
    // Before anything is cleared: without what stands below the list, fewer cells are in use.
    const queued =
      again && queueIsStanding(writing, effects.hasTable, again.column, again.standing, again.keys);
    for (const column of kept) cleared.push(...clearColumn(writing, effects, column, then));
    if (again && queued && writing.held.has(again.column)) {
      isStanding = queued;
      giveFormatsFound = queueFormats(writing, again);
    }
  }
  const stored = workbook.settings.get(settingKeys.language);
  if (writing.language !== null && effects.language === writing.language && effects.language !== stored) {
    if (stored === undefined) context.workbook.settings.getItem(settingKeys.language).delete();
    else storeSetting(context, settingKeys.language, stored);
  }
  await context.sync();
  await giveHeadersBack(context, replacedHeaders(writing, effects));
  if (await giveTableColumnsBack(writing, deleted)) return false;
  const isSame = ({ column, first, range }: ClearedRows) => {
    const { first: from, cells } = effects.present.get(column)!;
    return range.formulas.every(([cell], i) => cell === cells[first + i - from]);
  };
  const moved = cleared.filter((rows) => !isSame(rows));
  for (const { column, first, range } of moved) {
    const isWritten = writtenIn(column);
    (range.formulas as CellValue[][]).forEach(([cell], i) => {
      if (cell === "" || isWritten(cell) || (first + i < 0 && cell === column.header)) return;
      markedCells(context, place, column, { first: first + i, count: 1 }).formulas = [[entered(cell)]];
    });
  }
  const isInPlace = moved.length === 0 && isStanding() && !isGrown();
  if (isInPlace) return true;
  if (!isLast) giveFormatsFound();
  await context.sync();
  return false;
}

/** Queues the question whether rows have come since it was asked what is there: they push dressed cells below those that are undressed. */
function queueIsGrown({ context, source: { place } }: Writing, effects: Effects, column: PlannedColumn) {
  const mark = markedHeader(context, column).load("rowIndex");
  const { countRows } = queueRowCount(context, place, effects.hasTable);
  return () => countRows(mark.rowIndex - rowOfMarks(place)) > effects.rowCount;
}

/** Headers of earlier columns that the run replaced, or was about to, with what stood there before. */
function replacedHeaders({ context, plan, done }: Writing, { live }: Effects): TypedHeader[] {
  return plan.flatMap((column) => {
    const { existing, header } = column;
    if (!existing || header === null || !live.has(column)) return [];
    const before = done[0]?.isAnswered ? done[0].headers.get(column) : undefined;
    const text = (before?.formulas as CellValue[][] | undefined)?.[0][0] ?? existing.header;
    return [{ marked: () => markedHeader(context, existing), text, standing: header }];
  });
}

/** Takes the marks of new columns away. They go last: a request that fails before leaves none of our cells without one. */
async function removeMarks(
  { context, source, plan }: Writing,
  effects: Effects,
  staying: readonly PlannedColumn[],
): Promise<void> {
  const { place } = source;
  const added = addedIn(plan);
  const wasDead = ({ name }: PlannedColumn) =>
    place.deadNames.some((dead) => dead.isLost && dead.scope === null && isSameName(dead.name, name));
  for (const column of added) {
    if (effects.placed.has(column)) nameIn(context, placeNameOf(column.name), null).delete();
    if (staying.includes(column)) continue;
    if (effects.live.has(column) || (effects.marked.has(column) && !wasDead(column))) {
      nameIn(context, column.name, null).delete();
    }
  }
  for (const { name, scope } of effects.removedNames) {
    if (scope === null && staying.some((column) => isSameName(column.name, name))) continue;
    namesOf(context, scope).add(name, "=#REF!").visible = false;
  }
  await context.sync();
}

/** Queues our cells of a column beside a region to be cleared, and what somebody had just entered there to come again. */
function clearColumn(
  writing: Writing,
  effects: Effects,
  column: PlannedColumn,
  then: readonly number[],
): ClearedRows[] {
  const { context, source, formats, done, dressed, held } = writing;
  const { place, room } = source;
  const { ours, others } = rowsOfColumn(column, effects, false);
  if (ours.length > 0) held.add(column);
  const undress = (rows: number, kept: { isTouched: boolean; areFormatsKept: boolean }) => {
    const before = dressed.get(column) ?? null;
    const widthNow = effects.widths.get(column);
    undressColumn(context, place, column, { rows, others }, room, before, widthNow, kept);
  };
  if (!held.has(column)) {
    // Nothing of ours has come there, or somebody cleared it before the column was dressed.
    if (!place.table) undress(0, { isTouched: true, areFormatsKept: true });
    return [];
  }
  const cleared = clearRows(writing, column, ours);
  for (const { row, content } of typedOver(writing, effects, column, then)) {
    markedCells(context, place, column, { first: row, count: 1 }).formulas = [[entered(content)]];
  }
  const present = effects.present.get(column)!;
  const last = done.at(-1)!;
  if (!formats && column.column === "share") {
    // A number of hers keeps the look in which she sees it; a text looks the same without it.
    for (const row of others.filter((each) => each >= 0)) {
      const cell = present.cells[row - present.first];
      if (typeof cell !== "string" || cell.startsWith("=")) continue;
      markedCells(context, place, column, { first: row, count: 1 }).numberFormat =
        "General" as unknown as string[][];
    }
  }
  if (place.table) {
    if (others.length > 0) return cleared;
    // Somebody has made the table plain cells: what its new columns moved to the right comes back.
    const rows = {
      first: place.table.hasHeaders ? -1 : 0,
      count: place.area.rowCount + (place.table.hasTotals ? 1 : 0),
    };
    markedCells(context, place, column, rows).delete("Left");
    return cleared;
  }
  // Rows that came meanwhile push what was dressed before it was filled.
  const rows = Math.max(last.first + last.count + effects.grown, (ours.at(-1) ?? 0) + 1);
  undress(rows, { isTouched: isTouched(writing), areFormatsKept: formats !== null });
  return cleared;
}

/** Whether somebody had formatted or filled cells of the new columns just before they were written; unknown where the answer did not arrive. */
function isTouched({ done }: Writing): boolean {
  return done.some(({ touched }) => {
    try {
      return touched?.isNullObject === false && touched.rowIndex >= 0;
    } catch {
      return false;
    }
  });
}
