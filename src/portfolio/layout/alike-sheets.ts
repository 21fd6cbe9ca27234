import { type Period } from "../periods/period";
import { readPeriodHeaders } from "../periods/period-block";
import { readPeriodHeader } from "../periods/period-header";
import type { Cell } from "./cell-grid";

/** A list of one sheet, as far as it can be likened to others. */
export interface SheetList {
  sheet: string;
  headers: readonly Cell[];
  /** Texts above the header, where they are known: they may tell the period that the sheet's name does not. */
  titles?: readonly string[];
}

/** Lists of several sheets with the same headers, and what tells them apart; null when nothing does. */
export interface AlikeSheets<List extends SheetList = SheetList> {
  lists: readonly List[];
  by:
    | { kind: "periods"; periods: readonly Period[] }
    /** A manager, a department, a branch: the sheets' names. */
    | { kind: "names"; names: readonly string[] }
    | null;
}

/**
 * Lists of several sheets that have the same headers, in whatever order and but for their periods, in groups of two or more: one sheet per month when every
 * name (or else every title) tells another period of one length; one per manager or branch when the names are the user's own.
 *
 * @param asOf ISO day that places months without a year
 */
export function alikeSheets<List extends SheetList>(
  lists: readonly List[],
  asOf: string,
): AlikeSheets<List>[] {
  const groups = new Map<string, List[]>();
  for (const list of lists) {
    const key = likenessOf(list.headers);
    groups.set(key, [...(groups.get(key) ?? []), list]);
  }
  return [...groups.values()]
    .filter((group) => group.length > 1)
    .map((group) => ({ lists: group, by: toldApart(group, asOf) }));
}

/**
 * What lists of several sheets must have in common: their headers, in whatever order. Several periods are one: a sheet per
 * quarter holds the months of its own.
 */
export function likenessOf(headers: readonly Cell[]): string {
  const units = headers.map(unitOf);
  const inPeriods = units.filter((unit) => unit !== null);
  const isHistory = inPeriods.length > 1 && new Set(inPeriods).size === 1;
  const others = headers.filter((_, i) => !isHistory || units[i] === null).map(fold);
  return JSON.stringify([...others.sort(), isHistory ? inPeriods[0] : ""]);
}

/** Length of the period that a header names; null when it names none. */
export function unitOf(header: Cell): string | null {
  const reading = readPeriodHeader(header, "General");
  if (reading?.kind === "yearless") return reading.unit;
  return reading?.kind === "period" || reading?.kind === "monthWithYear" ? reading.period.unit : null;
}

const fold = (header: Cell): string => String(header).trim().replace(/\s+/g, " ").toLowerCase();

function toldApart(lists: readonly SheetList[], asOf: string): AlikeSheets["by"] {
  const names = lists.map(({ sheet }) => sheet.trim());
  const periods = periodsIn(names, asOf) ?? periodsInTitles(lists, asOf);
  if (periods) return { kind: "periods", periods };
  const isNamed = names.every((name) => !isDefaultName(name) && !isCopy(name));
  return isNamed ? { kind: "names", names } : null;
}

/** Different periods of one length, one per text; null when a text tells none. */
function periodsIn(texts: readonly string[], asOf: string): Period[] | null {
  if (new Set(texts.map(fold)).size < texts.length) return null;
  const order = inOrderOfMonths(texts);
  const headers = order.map((at) => ({ header: texts[at], format: "General", filled: true }));
  const read = readPeriodHeaders(headers, ",", asOf);
  const periods = texts.map((_, at) => read[order.indexOf(at)]).filter((period) => period !== null);
  const isWhole = new Set(periods.map(({ start }) => start)).size === texts.length;
  return isWhole && periods.every(({ unit }) => unit === periods[0].unit) ? periods : null;
}

/** The order in which texts are read: as they stand, or by months where sheets without a year stand in no order at all. */
function inOrderOfMonths(texts: readonly string[]): number[] {
  const order = texts.map((_, at) => at);
  const months = texts.map((text) => {
    const reading = readPeriodHeader(text, "General");
    return reading?.kind === "yearless" ? reading.index : null;
  });
  if (months.includes(null)) return order;
  const index = months as number[];
  const back = index.slice(1).filter((month, i) => month < index[i]).length;
  return back > 1 && back < index.length - 1 ? order.sort((a, b) => index[a] - index[b]) : order;
}

/**
 * The periods that titles tell in one and the same line, one per list, at their end: `Продажи за январь 2025 г.`,
 * `Sales by customer, Q1 2025`. Null where no line tells different periods of one length.
 *
 * @param asOf ISO day that places months without a year
 */
export function periodsInTitles(
  lists: readonly { titles?: readonly string[] }[],
  asOf: string,
): Period[] | null {
  const most = Math.max(0, ...lists.map(({ titles }) => titles?.length ?? 0));
  for (let line = 0; line < most; line++) {
    const texts = lists.map(({ titles }) => endOfTitle(titles?.[line] ?? "", asOf));
    const found = texts.every((text) => text !== null) ? periodsIn(texts, asOf) : null;
    if (found) return found;
  }
  return null;
}

const mostWords = 4;

function endOfTitle(title: string, asOf: string): string | null {
  const words = title.trim().split(/\s+/);
  for (let from = Math.max(0, words.length - mostWords); from < words.length; from++) {
    const text = words.slice(from).join(" ");
    if (readsAsPeriod(text, asOf)) return text;
  }
  return null;
}

/** Months without a year are read in company only, and here in their own. */
function readsAsPeriod(text: string, asOf: string): boolean {
  const pair = [text, text].map((header) => ({ header, format: "General", filled: true }));
  return readPeriodHeaders(pair, ",", asOf)[0] !== null;
}

const isDefaultName = (name: string): boolean =>
  /^(?:лист|sheet|таблица|table|tdsheet|data|данные)\s*\d*$/i.test(name);
const isCopy = (name: string): boolean => /\(\d+\)$|(?:копия|copy)/i.test(name);
