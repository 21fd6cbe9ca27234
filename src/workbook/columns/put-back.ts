import { asText, type CellValue } from "../cells/cell-value";
import { firstRowOf, rowCountOf } from "../source/list-place";
import { namesOf } from "../marks/own-names";
import { undressColumns } from "./new-column-look";
import { readRows, weightOfRow } from "../cells/read-rows";
import type { PlannedColumn } from "./result-plan";
import { markedCells, markedHeader, nameIn, newPosition, newRegionCells, tableColumn } from "./result-ranges";
import { keysOf, keyText } from "./row-identity";
import { cutRows, type RowPiece } from "./row-pieces";
import { settingKeys, storeSetting } from "../settings/settings";
import type { Writing, WrittenPiece } from "./writing";

/**
 * Takes a run that writes back: added columns, marks and settings go, the cells of earlier results get their previous
 * contents again. Whether the request that failed took effect is asked, never assumed, since its answer may be lost.
 *
 * @throws the error of Office.js when the workbook cannot be reached even on a second try
 */
export async function putBack(writing: Writing): Promise<void> {
  try {
    await takeBack(writing);
  } catch {
    await takeBack(writing);
  }
}

async function takeBack(writing: Writing): Promise<void> {
  const effects = await askForEffects(writing);
  await removeAdded(writing, effects);
  await restoreContents(writing, effects);
}

/** What the run left in the workbook. */
interface Effects {
  /** Columns whose mark exists and names a cell. */
  live: ReadonlySet<PlannedColumn>;
  /** New columns of the table that exist. */
  tableColumns: readonly PlannedColumn[];
  /** Dead marks that the run removed. */
  removedNames: readonly { name: string; scope: string | null }[];
  language: unknown;
  /** Present contents of the piece that was written last: it may have taken effect in part, or not at all. */
  present: ReadonlyMap<PlannedColumn, CellValue[][]>;
}

async function askForEffects({ context, source, plan, done }: Writing): Promise<Effects> {
  const { table, deadNames } = source.place;
  const added = plan.filter(({ existing }) => existing === null);
  const nameOf = ({ name, scope }: { name: string; scope: string | null }) =>
    namesOf(context, scope).getItemOrNullObject(name).load("formula");
  const marks = plan.map(nameOf);
  const dead = deadNames.map(nameOf);
  const columns = added.map(({ header }) =>
    table
      ? context.workbook.tables.getItem(table.id).columns.getItemOrNullObject(header!).load("name")
      : null,
  );
  const language = context.workbook.settings.getItemOrNullObject(settingKeys.language).load("value");
  await context.sync();
  const isLive = (item: Excel.NamedItem) => !item.isNullObject && !String(item.formula).includes("#REF!");
  const live = new Set(plan.filter((_, i) => isLive(marks[i])));

  const last = done.at(-1)!;
  const written = [...last.before.keys()].filter((column) => column.existing === null || live.has(column));
  const present = written.map((column) =>
    targetOf(context, source.place, plan, column, last, done).load("formulas"),
  );
  if (present.length > 0) await context.sync();
  return {
    live,
    tableColumns: added.filter((_, i) => columns[i] !== null && !columns[i].isNullObject),
    removedNames: deadNames.filter((_, i) => dead[i].isNullObject || isLive(dead[i])),
    language: language.isNullObject ? undefined : (language.value as unknown),
    present: new Map(written.map((column, i) => [column, present[i].formulas as CellValue[][]])),
  };
}

/** Formulas of a range, or null when the request that should have loaded them was answered by an error. */
function formulasOf(range: Excel.Range): CellValue[][] | null {
  try {
    return range.formulas as CellValue[][];
  } catch {
    return null;
  }
}

/** The first piece of a new column beside a region begins with its header cell. */
const withHeader = (column: PlannedColumn, piece: RowPiece, isFirst: boolean): RowPiece =>
  column.existing === null && isFirst ? { first: -1, count: piece.count + 1 } : piece;

function targetOf(
  context: Excel.RequestContext,
  place: Writing["source"]["place"],
  plan: Writing["plan"],
  column: PlannedColumn,
  piece: WrittenPiece,
  done: readonly WrittenPiece[],
): Excel.Range {
  const rows = withHeader(column, piece, piece === done[0]);
  return column.existing
    ? markedCells(context, place, column, rows)
    : newRegionCells(context, place, newPosition(place, plan, column), rows);
}

/** What stood in a column before a piece was written; null when the piece took no effect. */
function contentsBefore(
  { done }: Writing,
  { present }: Effects,
  piece: WrittenPiece,
  column: PlannedColumn,
): CellValue[][] | null {
  const known = formulasOf(piece.before.get(column)!);
  if (known) return known;
  // Refused or lost: our own cells standing there say which.
  const { first, count } = withHeader(column, piece, piece === done[0]);
  const rows = Array.from({ length: count }, (_, r) => first + r);
  const isOurs = rows.every((row, r) => {
    const ours = row < 0 ? column.header : column.cells![row];
    return present.get(column)?.[r]?.[0] === ours;
  });
  return isOurs ? rows.map((row) => [column.existing?.contents[row] ?? ""]) : null;
}

/** A cell's formula or constant, to be entered again as what it was. */
const entered = (cell: CellValue): CellValue =>
  typeof cell === "string" && !cell.startsWith("=") ? asText(cell) : cell;

/**
 * Queues cells to be as they were; blank ones are emptied, not filled with empty text. Where the present contents are known,
 * only the rows that differ are touched: under a filter that somebody has set, cells that took no effect must be left alone.
 */
function queueContents(
  range: Excel.Range,
  contents: readonly (readonly CellValue[])[],
  present: readonly (readonly CellValue[])[] | null,
): void {
  const differs = (row: readonly CellValue[], r: number) => present === null || present[r][0] !== row[0];
  const first = contents.findIndex(differs);
  if (first < 0) return;
  const rows = contents.slice(first, contents.findLastIndex(differs) + 1);
  const cells = range.getCell(first, 0).getResizedRange(rows.length - 1, 0);
  if (rows.every(([cell]) => cell === "")) cells.clear("Contents");
  else cells.formulas = rows.map(([cell]) => [entered(cell)]);
}

/** Present contents of a column, where they were asked for. */
const presentIn = ({ done }: Writing, { present }: Effects, piece: WrittenPiece, column: PlannedColumn) =>
  piece === done.at(-1) ? (present.get(column) ?? null) : null;

async function removeAdded(writing: Writing, effects: Effects): Promise<void> {
  const { context, source, plan, done, formats } = writing;
  const { place, room, workbook } = source;
  const { table } = place;
  const added = plan.filter(({ existing }) => existing === null);
  for (const column of effects.tableColumns) tableColumn(context, table!, column.header!).delete();
  for (const column of added) if (effects.live.has(column)) nameIn(context, column.name, null).delete();
  if (!table) {
    for (const column of added) {
      for (const piece of done) {
        const contents = contentsBefore(writing, effects, piece, column);
        if (!contents) continue;
        const cells = targetOf(context, place, plan, column, piece, done);
        queueContents(cells, contents, presentIn(writing, effects, piece, column));
        if (formats && column.column === "share" && piece.count > 0) {
          newRegionCells(context, place, newPosition(place, plan, column), piece).numberFormat = formats
            .slice(piece.first, piece.first + piece.count)
            .map((format) => [format]);
        }
      }
    }
  }
  for (const { name, scope } of effects.removedNames) {
    namesOf(context, scope).add(name, "=#REF!").visible = false;
  }
  const stored = workbook.settings.get(settingKeys.language);
  if (effects.language !== stored) {
    if (stored === undefined) context.workbook.settings.getItem(settingKeys.language).delete();
    else storeSetting(context, settingKeys.language, stored);
  }
  undressColumns(
    context,
    place,
    added.map(({ column }) => column),
    room,
  );
  for (const column of plan) {
    const { existing, header } = column;
    if (existing && header !== null && effects.live.has(column)) {
      markedHeader(context, existing).values = [[existing.header]];
    }
  }
  await context.sync();
}

/**
 * Gives the columns of earlier results their previous contents. By position while the rows are those that were written;
 * once somebody has moved rows meanwhile, each row gets what belonged to its client.
 */
async function restoreContents(writing: Writing, effects: Effects): Promise<void> {
  const { context, source, plan, identity, done } = writing;
  const { place } = source;
  const columns = plan.filter(
    (column) => column.existing !== null && column.cells !== null && effects.live.has(column),
  );
  const pieces = done.flatMap((piece) => {
    const before = columns.map((column) => contentsBefore(writing, effects, piece, column));
    const keys = keysSeen(writing, piece);
    return before.every((contents) => contents !== null) ? [{ piece, before, keys }] : [];
  });
  if (columns.length === 0 || pieces.length === 0) return;
  let isInPlace = true;
  for (const { piece, before, keys } of pieces) {
    const queued = identity.queue(context, piece.first, piece.count);
    columns.forEach((column, i) => {
      const cells = markedCells(context, place, column, piece);
      queueContents(cells, before[i], presentIn(writing, effects, piece, column));
    });
    // eslint-disable-next-line office-addins/no-context-sync-in-loop -- one request per megabyte
    await context.sync();
    isInPlace &&= keysOf(queued).every((cells, r) => keyText(cells) === keys[r]);
  }
  if (isInPlace) return;

  const belongings = new Map<string, CellValue[][]>();
  const remember = (key: string, contents: CellValue[]) =>
    belongings.set(key, [...(belongings.get(key) ?? []), contents]);
  for (let row = 0; row < rowCountOf(place); row++) {
    const contents = columns.map(({ existing }) => existing!.contents[row] ?? "");
    remember(keyText(identity.classified(row)), contents);
  }
  const known = new Set(belongings.keys());
  for (const { before, keys } of pieces) {
    keys.forEach((key, r) => {
      if (!known.has(key))
        remember(
          key,
          before.map((contents) => contents[r][0]),
        );
    });
  }
  await restoreByIdentity(writing, columns, belongings);
}

/** Key cells of a piece as its own request found them; as they were classified when that answer did not arrive. */
function keysSeen({ identity }: Writing, piece: WrittenPiece): string[] {
  try {
    if (piece.keys) return keysOf(piece.keys).map(keyText);
  } catch {
    // Not loaded.
  }
  return Array.from({ length: piece.count }, (_, r) => keyText(identity.classified(piece.first + r)));
}

async function restoreByIdentity(
  writing: Writing,
  columns: readonly PlannedColumn[],
  belongings: ReadonlyMap<string, CellValue[][]>,
): Promise<void> {
  const { context, source, identity } = writing;
  const { place } = source;
  for (let attempt = 0; attempt < 3; attempt++) {
    const keys = await presentKeys(writing);
    const seen = new Map<string, number>();
    const rows = keys.map((key) => {
      const nth = seen.get(key) ?? 0;
      seen.set(key, nth + 1);
      return belongings.get(key)?.[nth] ?? null;
    });
    let isInPlace = true;
    for (const piece of cutRows(identity, columns, keys.length)) {
      const queued = identity.queue(context, piece.first, piece.count);
      columns.forEach((column, i) => {
        // null leaves a cell as it is: a row that was not there before keeps what it has.
        markedCells(context, place, column, piece).formulas = rows
          .slice(piece.first, piece.first + piece.count)
          .map((contents) => [contents === null ? null : entered(contents[i])]);
      });
      // eslint-disable-next-line office-addins/no-context-sync-in-loop -- one request per megabyte
      await context.sync();
      isInPlace &&= keysOf(queued).every((cells, r) => keyText(cells) === keys[piece.first + r]);
    }
    if (isInPlace) return;
  }
}

/** Key cells of the list's rows as they stand now. */
async function presentKeys({ context, source, identity }: Writing): Promise<string[]> {
  const { place } = source;
  const keys: string[] = [];
  await readRows(
    context,
    place.sheetId,
    identity.runs,
    firstRowOf(place),
    rowCountOf(place),
    weightOfRow([identity.classified(0)]),
    (_, matrices) => {
      matrices[0].forEach((_row, r) => keys.push(keyText(matrices.flatMap((matrix) => matrix[r]))));
    },
  );
  return keys;
}
