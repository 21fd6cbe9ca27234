import {
  type LineSource,
  lineSourcesOf,
  linesWithin,
  type Mapping,
  pause,
  Problem,
  type SourceList,
} from "../../portfolio";
import { requireUnmergedRows } from "../source/obstacles/obstacles";
import { addressOfArea, identityOfPlace } from "../source/list-place";
import { isSameList } from "../settings/kept-list";
import type { ListRequest } from "../settings/mapping-of-list";
import { mappingOf } from "../settings/mapping-of-list";
import { readSource, type Source, type SourceOptions } from "../source/source";
import { type AlikeList, alikeLists, listsElsewhere } from "./alike-lists";
import { type KnownMade, knownMade } from "./made-record";
import { mappingFor } from "./mapping-of-like";

/** What a run asks that matters to lines. */
export interface LinesRequest extends ListRequest {
  /** A sheet that was named: then no others are joined with it. */
  sheet?: string;
  /** ISO day: places months without a year. */
  today: string;
}

/** What stands behind a list, and beside it. */
export interface Surroundings {
  /** Null for an ordinary list of clients. */
  lines: LinesBehind | null;
  /** Addresses of lists that are not read: of the same sheet and of the others. */
  notRead: readonly string[];
}

/** Lines of documents, or several alike lists, that a list of clients is added up from. */
export interface LinesBehind {
  lists: readonly Source[];
  /** Of the first list. */
  mapping: Mapping;
  sources: readonly LineSource[];
  /** The list of clients that was made of them before; null when there is none. */
  made: KnownMade | null;
}

/**
 * The lines behind the list that a run is about: that list itself when it has a line per document or likes on other sheets;
 * those of an earlier run when it is the list of clients that was made of them. None for an ordinary list of clients, and for
 * a made one whose lines have gone. With them the lists that are not read.
 *
 * @throws Problem mergedCells …; those of `readSource`
 */
export async function linesBehind(
  context: Excel.RequestContext,
  read: Source,
  request: LinesRequest,
  options: Pick<SourceOptions, "checkpoint" | "isRun"> = {},
): Promise<Surroundings> {
  const known = knownMade(read.workbook).filter(({ table }) => table !== null);
  const identity = identityOfPlace(read.place);
  const isMade = known.find(({ table }) => table!.id === read.place.table?.id);
  if (isMade) {
    const main = await originOf(context, isMade, options);
    return main
      ? linesOf(context, main, { today: request.today }, options, isMade)
      : { lines: null, notRead: [] };
  }
  // A list that was made of several sheets is not made anew of one that was named.
  const made = known
    .filter(({ record: { origin } }) => request.sheet === undefined || origin.length === 1)
    .sort((a, b) => b.record.origin.length - a.record.origin.length)
    .find(({ record }) => record.origin.some((origin) => isSameList(origin, identity)));
  return linesOf(context, read, request, options, made ?? null);
}

/** The first list of those that a made one comes from that is still there. */
async function originOf(
  context: Excel.RequestContext,
  { record }: KnownMade,
  options: Pick<SourceOptions, "checkpoint" | "isRun">,
): Promise<Source | null> {
  for (const origin of record.origin) {
    const { sheetId, sheet, tableId } = origin;
    for (const wanted of [{ source: { sheetId, tableId } }, { sheet }]) {
      try {
        const source = await readSource(context, { ...wanted, ...options });
        const found = identityOfPlace(source.place);
        if (isSameList(found, origin) || (found.sheet === sheet && tableId === null)) return source;
      } catch (error) {
        if (!(error instanceof Problem) || !isMissing(error)) throw error;
      }
    }
  }
  return null;
}

const missing: ReadonlySet<string> = new Set(["sourceGone", "sheetNotFound", "emptySheet", "noList"]);
const isMissing = ({ detail }: Problem) => missing.has(detail.kind);

async function linesOf(
  context: Excel.RequestContext,
  main: Source,
  request: LinesRequest,
  options: Pick<SourceOptions, "checkpoint" | "isRun">,
  made: KnownMade | null,
): Promise<Surroundings> {
  const mapping = meaningOf(main, request);
  if (!mapping) return { lines: null, notRead: [] };
  await pause();
  const told = { period: null, group: null };
  const { today } = request;
  // Whoever names a sheet wants no other.
  const elsewhere = request.sheet === undefined ? await listsElsewhere(context, main) : [];
  const alikeAt = (asOf: string) => alikeLists(context, main, mapping, elsewhere, asOf, options);
  const sourcesOf = (lists: readonly AlikeList[]) =>
    lists.flatMap(({ source: { list, obstacles, place }, told: of }) => {
      requireUnmergedRows(obstacles, place);
      return lineSourcesOf(list, mappingFor(list, main.list, mapping), of, today);
    });
  let lists =
    (await alikeAt(today)) ??
    (linesWithin(main.list, mapping, today).length > 0 ? [{ source: main, told }] : []);
  await pause();
  let sources = sourcesOf(lists);
  if (sources.some((source) => isAhead(source, today))) {
    // Sheets without a year are those of the last year in which all that they hold had begun.
    lists = (await alikeAt(`${Number(today.slice(0, 4)) - 1}-12-31`)) ?? lists;
    sources = sourcesOf(lists);
  }
  const joined = new Set(sources.length > 0 ? lists.map(({ source }) => source.place.sheet) : []);
  const notRead = [
    ...(main.list.notRead ?? []),
    ...(joined.size > 0 && !joined.has(main.place.sheet)
      ? [addressOfArea(main.place.sheet, main.place.area)]
      : []),
    ...elsewhere
      .filter(({ reads, found }) => reads > 0 && !joined.has(found.sheet.name))
      .map(({ found, area }) => addressOfArea(found.sheet.name, area)),
  ];
  if (sources.length === 0) return { lines: null, notRead };
  const read = lists.map(({ source }) => source);
  return {
    lines: {
      lists: read,
      mapping: mappingFor(read[0].list, main.list, mapping),
      sources,
      made: made ?? madeOf(read),
    },
    notRead,
  };
}

/** The list that was made of any of these: a run may have begun with the one that sums them up. */
function madeOf(lists: readonly Source[]): KnownMade | null {
  const [{ workbook }] = lists;
  const own = lists.map(({ place }) => identityOfPlace(place));
  const isOf = ({ record, table }: KnownMade) =>
    table !== null && record.origin.some((origin) => own.some((list) => isSameList(origin, list)));
  return lists.length > 1 ? (knownMade(workbook).find(isOf) ?? null) : null;
}

/** A list that says which others were not read. */
export const withNotRead = (list: SourceList, notRead: readonly string[]): SourceList =>
  notRead.length > 0 ? { ...list, notRead } : list;

/** Whether money stands in a period that has not begun. */
function isAhead({ period, columns: { amount } }: LineSource, today: string): boolean {
  return !!period && period.start > today && !!amount?.numbers.some((number) => number < 0 || number > 0);
}

/** What the columns mean; null when that cannot be told: the run itself says why. */
function meaningOf({ workbook, list, place }: Source, request: ListRequest): Mapping | null {
  try {
    return mappingOf(workbook.settings, list, identityOfPlace(place), request);
  } catch (error) {
    if (error instanceof Problem) return null;
    throw error;
  }
}
