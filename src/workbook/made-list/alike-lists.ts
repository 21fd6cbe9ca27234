import {
  alikeSheets,
  type AlikeSheets,
  areApart,
  currencyIn,
  figureTimeOf,
  identityOf,
  likenessOf,
  type Mapping,
  measuresOf,
  type Period,
  runningTimeOf,
  saysRunning,
  shareClients,
  type SourceList,
  type ToldBySheet,
} from "../../portfolio";
import { headersOf } from "../source/find/alike-candidates";
import { candidatesIn, readFacts, type Candidate } from "../source/find/candidates";
import type { CellValue } from "../cells/cell-value";
import { hasMoved } from "../office-problem";
import type { SourceReference } from "../operations";
import { readSource, type Source, type SourceOptions } from "../source/source";
import { knownMade } from "./made-record";
import { mappingFor } from "./mapping-of-like";
import { titlesAbove } from "./titles-above";
import { growOn, inOrderOfTime } from "./running-sheets";
import { type AmountsOfClients, amountsOfClients, sumsOfOthers, totalOf } from "./sums-of-others";

/** A list of one sheet, and what the sheet tells of it. */
export interface AlikeList {
  source: Source;
  told: ToldBySheet;
}

interface LikenedList {
  sheet: string;
  headers: readonly CellValue[];
  titles: readonly string[];
  /** Null for the list that was read already. */
  reference: SourceReference | null;
}

/** Sheets that repeat or plan what others hold: their money would count twice. */
const noGroup =
  /возврат|остатк|долг|оплат|план|прогноз|бюджет|архив|резерв|черновик|итог|всего|свод|все(?![а-я])|шаблон|тест|старо|plan|forecast|budget|archive|backup|draft|total|summary|overall|all(?![a-z])|template|test|old(?![a-z])|target|return|refund|payment|debt|stock|прошл|предыдущ|(?<![а-я])верси|previous|(?<![a-z])(?:prior|last|version)(?![a-z])/i;
const department =
  /отдел|филиал|департамент|подразделени|офис|склад|регион|область|округ|направлени|магазин|точк|branch|depart|division|office|team|region|store|shop|unit|area|^(?:север|юг|запад|восток|центр|урал|сибирь|north|south|east|west|central)/i;

/**
 * The list with its likes on other sheets (reading §4): the same headers, and names of sheets or titles above the lists that
 * tell a period each, or a manager or a department each. Lists of other figures and sums of the others are left out: this one may be
 * such a sum. Null when it stands alone, or when another sheet repeats its rows.
 *
 * @param mapping what the columns of this list mean
 * @param candidates lists of other sheets, as {@link listsElsewhere} gives them
 * @param asOf ISO day that places months without a year
 */
export async function alikeLists(
  context: Excel.RequestContext,
  main: Source,
  mapping: Mapping,
  candidates: readonly Candidate[],
  asOf: string,
  options: Pick<SourceOptions, "checkpoint" | "isRun">,
): Promise<AlikeList[] | null> {
  const others = await likenedLists(context, main, candidates);
  if (others.length === 0) return null;
  const [top] = await titlesAbove(context, [{ sheetId: main.place.sheetId, top: main.place.area.top }]);
  const own: LikenedList = { ...likeness(main.list), titles: top, reference: null };
  const sources = new Map<LikenedList, Source>();
  const readAll = async (lists: readonly LikenedList[]) => {
    for (const list of lists) {
      const { reference } = list;
      if (sources.has(list)) continue;
      sources.set(
        list,
        reference === null ? main : await readSource(context, { source: reference, ...options }),
      );
    }
  };
  const sourceOf = (list: LikenedList) => sources.get(list)!;
  const amountsIn = (list: LikenedList) => {
    const { list: read } = sourceOf(list);
    return amountsOfClients(read, mappingFor(read, main.list, mapping));
  };
  const running = runningLists(own, others, asOf);
  if (running) {
    await readAll(running);
    const last = running[running.length - 1];
    if (growOn(running.map(amountsIn)))
      return [{ source: sourceOf(last), told: { period: null, group: null } }];
  }
  const group = groupOf(own, others, asOf);
  if (!group) return null;
  await readAll(group.lists);
  if (group.by.kind === "periods") return toldByPeriods(group.lists, group.by.periods, sourceOf);
  const amounts = new Map(group.lists.map((list) => [list, amountsIn(list)] as const));
  const parts = withoutSums(withoutOtherFigures(group.lists, own, amounts), amounts, main.workbook);
  if (parts.length < 2) return null;
  const whole = parts.length < group.lists.length ? likenedGroup(parts, asOf) : group;
  if (whole?.by?.kind === "periods") return toldByPeriods(whole.lists, whole.by.periods, sourceOf);
  if (!whole?.by) return null;
  // A period is nobody who looks after clients.
  const named = whole.lists.filter(({ sheet }) => !tellsTime(sheet));
  if (named.length < 2 || (parts.includes(own) && !named.includes(own))) return null;
  return toldByNames(named.map(sourceOf));
}

/** The lists whose sheets or titles say that they hold sums since the beginning of a year, in the order of time; null where this one does not. */
function runningLists(
  own: LikenedList,
  others: readonly LikenedList[],
  asOf: string,
): readonly LikenedList[] | null {
  const named = [own, ...others.filter(({ sheet }) => tellsTime(sheet) || runningTimeOf(sheet) !== null)];
  const inTime = named.length > 1 ? inOrderOfTime(named) : null;
  if (inTime) return inTime;
  const titled = [own, ...others].filter(({ sheet, titles }) => [sheet, ...titles].some(saysRunning));
  const group = titled.includes(own) && titled.length > 1 ? likenedGroup(titled, asOf) : undefined;
  if (group?.by?.kind !== "periods") return null;
  const { periods } = group.by;
  return group.lists
    .map((list, i) => ({ list, start: periods[i].start }))
    .sort((a, b) => (a.start < b.start ? -1 : 1))
    .map(({ list }) => list);
}

function toldByPeriods(
  lists: readonly LikenedList[],
  periods: readonly Period[],
  sourceOf: (list: LikenedList) => Source,
): AlikeList[] {
  return lists.map((list, i) => ({ source: sourceOf(list), told: { period: periods[i], group: null } }));
}

function toldByNames(sources: readonly Source[]): AlikeList[] | null {
  if (repeatRows(sources.map(({ list }) => list))) return null;
  const role = sources.some(({ place }) => department.test(place.sheet)) ? "department" : "manager";
  return sources.map((source) => ({
    source,
    told: { period: null, group: { role, name: source.place.sheet } },
  }));
}

const tellsTime = (sheet: string): boolean => figureTimeOf(sheet) !== null;

type Amounts = ReadonlyMap<LikenedList, AmountsOfClients>;

/** The lists whose figures may be added to those of one: not the same sales once more in another word, nor what came back, unless it is negative. */
function withoutOtherFigures(
  lists: readonly LikenedList[],
  own: LikenedList,
  amounts: Amounts,
): LikenedList[] {
  return lists.filter((list) => {
    if (list === own) return true;
    const [one, other] = measuresOf(own.sheet, list.sheet);
    const [clients, theirs] = [own, list].map((each) => amounts.get(each)!);
    if (other?.kind === "returns" && totalOf(theirs) < 0) return true;
    return !areApart(one, other, () => shareClients(new Set(clients.keys()), new Set(theirs.keys())));
  });
}

/** The lists in the order of their sheets, without those that sum up others. */
function withoutSums(
  lists: readonly LikenedList[],
  amounts: Amounts,
  { sheets }: Source["workbook"],
): LikenedList[] {
  const inOrder = sheets.flatMap(({ name }) => lists.filter(({ sheet }) => sheet === name));
  const sums = sumsOfOthers(inOrder.map((list) => amounts.get(list)!));
  return sums.size > 0 ? inOrder.filter((_, at) => !sums.has(at)) : [...lists];
}

const likeness = (list: SourceList): Pick<LikenedList, "sheet" | "headers"> => ({
  sheet: list.sheet,
  headers: list.columns.map(({ header }) => header),
});

type Group = AlikeSheets<LikenedList> & { by: NonNullable<AlikeSheets["by"]> };

/** The sheets that tell periods, when this one does; else those whose names are no periods and no repetition. */
function groupOf(own: LikenedList, others: readonly LikenedList[], asOf: string): Group | null {
  const alike = (lists: readonly LikenedList[]) => likenedGroup([own, ...lists], asOf);
  const withPeriods = others.filter((other) => alike([other])?.by?.kind === "periods");
  const byPeriods = withPeriods.length > 0 ? alike(withPeriods) : undefined;
  if (byPeriods?.by?.kind === "periods") return { ...byPeriods, by: byPeriods.by };
  if (noGroup.test(own.sheet)) return null;
  // Money of another currency is none of these clients' besides.
  const currency = currencyIn(own.sheet);
  const isOther = (sheet: string) => {
    const [one, other] = measuresOf(own.sheet, sheet);
    // Whether credit notes are negative shows when they are read.
    return other?.kind !== "returns" && areApart(one, other, () => false);
  };
  const named = alike(
    others.filter(({ sheet }) => !noGroup.test(sheet) && currencyIn(sheet) === currency && !isOther(sheet)),
  );
  return named?.by ? { ...named, by: named.by } : null;
}

/** Lists with the same headers, told apart; by what is left of the names without the words that all of them have. */
function likenedGroup(lists: readonly LikenedList[], asOf: string): AlikeSheets<LikenedList> | undefined {
  const [whole] = alikeSheets(lists, asOf);
  if (!whole || whole.by?.kind === "periods") return whole;
  const words = lists.map(({ sheet }) => sheet.split(/[\s_]+/));
  const apart = words.map((own) =>
    own.filter((word) => !words.every((other) => other.includes(word))).join(" "),
  );
  if (apart.some((name) => name === "")) return whole;
  const [short] = alikeSheets(
    lists.map((list, i) => ({ ...list, sheet: apart[i] })),
    asOf,
  );
  return short?.by?.kind === "periods" ? { ...whole, by: short.by } : whole;
}

/** Looks until no cells of theirs move meanwhile. */
const attempts = 3;

/** The lists of all other sheets that a user sees, best first, as far as their first rows show; those that Keyfolio made left out. */
export async function listsElsewhere(
  context: Excel.RequestContext,
  { place, workbook }: Source,
): Promise<Candidate[]> {
  const made = new Set(knownMade(workbook).map(({ table }) => table?.sheet));
  const sheets = workbook.sheets.filter(
    ({ name, visible, isReport }) => visible && !isReport && name !== place.sheet && !made.has(name),
  );
  if (sheets.length === 0) return [];
  for (let attempt = 1; ; attempt++) {
    try {
      return await candidatesIn(context, workbook, await readFacts(context, workbook, sheets, attempt > 1));
    } catch (error) {
      if (!hasMoved(error) || attempt === attempts) throw error;
    }
  }
}

/** Lists with the headers of this one on other sheets, one per sheet. */
async function likenedLists(
  context: Excel.RequestContext,
  { list, workbook }: Source,
  candidates: readonly Candidate[],
): Promise<LikenedList[]> {
  const wanted = likenessOf(list.columns.map(({ header }) => header));
  const found = new Map<string, Candidate>();
  for (const candidate of candidates) {
    const { name } = candidate.found.sheet;
    const headers = headersOf(candidate, workbook.ownNames);
    if (!found.has(name) && likenessOf(headers) === wanted) found.set(name, candidate);
  }
  if (found.size === 0) return [];
  const inOrder = workbook.sheets.flatMap(({ name }) => found.get(name) ?? []);
  const titles = await titlesAbove(
    context,
    inOrder.map(({ found: { sheet }, area }) => ({ sheetId: sheet.id, top: area.top })),
  );
  return inOrder.map(({ found: { sheet, ...of } }, i) => ({
    sheet: sheet.name,
    headers: list.columns.map(({ header }) => header),
    titles: titles[i],
    reference: { sheetId: sheet.id, tableId: of.kind === "table" ? of.table.id : null },
  }));
}

/** Whether two lists hold the same rows in great part: a copy, not another manager's clients. */
function repeatRows(lists: readonly SourceList[]): boolean {
  const seen = new Map<string, number>();
  const sizes: number[] = [];
  for (const [i, list] of lists.entries()) {
    const rows = new Set<string>();
    for (let row = 0; row < list.rowCount; row++) rows.add(textOfRow(list, row));
    rows.delete("");
    sizes.push(rows.size);
    let again = 0;
    for (const row of rows) {
      if (seen.has(row)) again++;
      else seen.set(row, i);
    }
    if (i > 0 && again > 0.2 * rows.size) return true;
  }
  return false;
}

/** A row as one text, without those that hold no amount. */
function textOfRow({ columns }: SourceList, row: number): string {
  let hasNumber = false;
  const cells = columns.map(({ numbers, others }) => {
    if (numbers[row] !== 0 && !Number.isNaN(numbers[row])) hasNumber = true;
    const other = others.get(row);
    return Number.isNaN(numbers[row]) ? (typeof other === "string" ? identityOf(other) : "") : numbers[row];
  });
  return hasNumber ? cells.join("\u0001") : "";
}
