import { addressOf, columnLetters } from "../../list/address";
import { type ProposedColumns, proposeAmount } from "./amount-proposal";
import { proposeClient } from "./client-proposal";
import { type ColumnFacts, factsOf } from "../column-facts";
import type { Doubt } from "../doubt";
import { doubtAboutPeriods, settleDoubled } from "./doubled-periods";
import { growInEveryRow } from "./column-relations";
import { figureTimeOf, saysRunning } from "../headers/figure-time";
import { type Suggestion, headerWords, suggestRole } from "../headers/header-words";
import type { Mapping, Role } from "../mapping";
import { isSingleRole } from "../mapping-json";
import { moneyHeader } from "../headers/money-header";
import { isBareNumber, withMonths } from "./numbered-columns";
import { type Period, isoDay } from "../../periods/period";
import { readPeriodHeaders } from "../../periods/period-block";
import { isDateFormat, namesAmountAndPeriod } from "../../periods/period-header";
import { commonLength } from "../../periods/period-window";
import { Problem, type ProblemDetail, type WhyNoMoney } from "../../problem";
import { rejectedColumns } from "./rejected-columns";
import { dropPartsOfTime, keepCostsOfRevenuesTime } from "./costs-of-time";
import { clientOfStair } from "./stair-columns";
import { dayOfYearless } from "../../periods/told-year";
import { type SourceColumn, type SourceList, widthOfList } from "../../list/source-list";
import { isTotalHeader } from "../../list/total-rows";

/**
 * How a mapping names a column: its header text without outer spaces; a date as its ISO day; a column without a header
 * by its letters on the sheet. Several columns with one header are numbered: `Sales (1)`, `Sales (2)`.
 */
export function headerText(list: SourceList, column: SourceColumn): string {
  let texts = headerTexts.get(list);
  if (texts === undefined) {
    texts = textsOf(list);
    headerTexts.set(list, texts);
  }
  return texts.get(column) ?? ownText(list, column);
}

/** A list of 16,384 columns is asked for the header of each of them, many times. */
const headerTexts = new WeakMap<SourceList, ReadonlyMap<SourceColumn, string>>();

function textsOf(list: SourceList): ReadonlyMap<SourceColumn, string> {
  const alike = new Map<string, SourceColumn[]>();
  for (const column of list.columns) {
    const text = ownText(list, column);
    const known = alike.get(text);
    if (known) known.push(column);
    else alike.set(text, [column]);
  }
  const texts = new Map<SourceColumn, string>();
  for (const [text, columns] of alike) {
    if (columns.length === 1) texts.set(columns[0], text);
    else
      [...columns]
        .sort((one, other) => one.index - other.index)
        .forEach((column, place) => texts.set(column, `${text} (${place + 1})`));
  }
  return texts;
}

/** The columns of a header as it stands on the sheet; headerText() tells several of them apart. */
export function columnsUnder(list: SourceList, header: string): readonly SourceColumn[] {
  return list.columns.filter((column) => ownText(list, column) === header);
}

function ownText(list: SourceList, column: SourceColumn): string {
  const { header, headerFormat } = column;
  if (typeof header === "number" && isDateFormat(headerFormat)) return isoDay(Math.floor(header) - 25_569);
  const text = String(header).trim();
  return text === "" ? columnLetters(list.left + column.index) : text;
}

/**
 * The period that each column's header names, or null. `asOf` (ISO day) places headers without a year, unless the list tells
 * another one.
 * @param told columns of which the user said that they are periods: there a bare number is that of a month
 */
export function periodsOfColumns(
  list: SourceList,
  asOf: string,
  told: ReadonlySet<SourceColumn> = new Set(),
): (Period | null)[] {
  const headers = list.columns.map((column) => ({
    header: told.has(column) && isBareNumber(column) ? `month ${column.header}` : column.header,
    format: column.headerFormat,
    filled: holdsMoney(column),
  }));
  return readPeriodHeaders(headers, list.decimalSeparator, dayOfYearless(list, asOf));
}

/** Whether a column holds any number but 0; one that is full of other things is not looked through. */
const holdsMoney = ({ numbers, others }: SourceColumn): boolean =>
  others.size < numbers.length && numbers.some((number) => !Number.isNaN(number) && number !== 0);

/** For where it only matters which headers are periods, and not to which year those without one belong. */
const anyDay = "2000-12-31";

/** What the columns of a list are taken to mean, and what is not sure about it. */
export interface ProposedReading {
  mapping: Mapping;
  /** A doubt that is not decided must be answered before anything is written. */
  doubts: readonly Doubt[];
}

/** What was found of a list in which the clients or the revenue are missing. */
interface IncompleteReading {
  mapping: Mapping;
  missing: Extract<ProblemDetail, { kind: "noClientColumn" | "noAmountColumn" }>;
}

/**
 * Proposes what the columns of a list mean (reading §2–3), from Russian and English headers and from what stands in the
 * columns. The user can change all of it.
 *
 * @throws Problem noClientColumn, noAmountColumn when nothing fits; doubtful when several columns fit equally well.
 */
export function proposeMapping(list: SourceList, chosen: Mapping["columns"] = []): Mapping {
  const { mapping, doubts } = proposeReading(list, chosen);
  const open = doubts.find(({ decided }) => !decided);
  if (open) throw new Problem({ kind: "doubtful", doubt: open });
  return mapping;
}

/**
 * The same, with the most likely columns where several fit, and the doubt about them.
 *
 * @param chosen columns that are decided already, by header: they keep their role, and no other column gets a single one
 * @throws Problem noClientColumn, noAmountColumn when nothing fits
 */
export function proposeReading(list: SourceList, chosen: Mapping["columns"] = []): ProposedReading {
  const reading = readColumns(list, chosen);
  if ("missing" in reading) throw new Problem(reading.missing);
  return reading;
}

/** Whatever of the columns of a list is known, also where clients or revenue are not, and without what is doubtful. */
export function knownColumns(list: SourceList): Mapping {
  const reading = readColumns(list, []);
  const open = "missing" in reading ? [] : reading.doubts.filter(({ decided }) => !decided);
  const doubtful = new Set<Role>(open.flatMap(({ about }) => rolesAbout[about] ?? []));
  return { version: 1, columns: reading.mapping.columns.filter(({ role }) => !doubtful.has(role)) };
}

const rolesAbout: Partial<Record<Doubt["about"], readonly Role[]>> = {
  client: ["client", "code"],
  amount: ["amount"],
  period: ["period"],
};

function readColumns(list: SourceList, chosen: Mapping["columns"]): ProposedReading | IncompleteReading {
  const headers = list.columns.map((column) => headerText(list, column));
  const facts = factsOf(list);
  const roles: (Role | null)[] = list.columns.map(() => null);
  markPeriods(list, facts, roles);
  for (const { header, role } of chosen) {
    const at = headers.indexOf(header);
    if (at >= 0) roles[at] = role;
  }
  const decided = new Set(roles.filter((role) => role !== null && isSingleRole(role)));
  const nameless = list.columns.map(({ header }) => String(header).trim() === "");
  const columns: ProposedColumns = { headers, nameless, facts, roles, totals: headers.map(isTotalHeader) };

  const suggestions = headers.map((header, at): Suggestion | null => {
    if (roles[at] || columns.totals[at] || nameless[at]) return null;
    const suggestion = suggestRole(header, facts[at]);
    // A column without content has no say, unless the whole list is still empty.
    const hasSay = suggestion && (suggestion.strength > 0 || list.rowCount === 0);
    return hasSay && (suggestion.role === "client" || !decided.has(suggestion.role)) ? suggestion : null;
  });
  giveRoles(suggestions, roles);

  const who = proposeClient(columns, suggestions, 0);
  if (who.client === null) {
    const missing = { kind: "noClientColumn", address: headerAddress(list), headers } as const;
    return { mapping: mappingOf(headers, roles), missing };
  }
  roles[decided.has("client") ? who.client : clientOfStair(who.client, columns)] = "client";
  if (who.code !== null && !decided.has("code")) roles[who.code] = "code";
  const money = decided.has("amount") ? null : proposeAmount(columns);
  if (money && money.amount !== null) roles[money.amount] = "amount";
  const before = [...roles];
  keepCostsOfRevenuesTime(columns);
  dropPartsOfTime(columns);
  // What somebody chose is as he says.
  for (const { header } of chosen) {
    const at = headers.indexOf(header);
    if (at >= 0) roles[at] = before[at];
  }
  if (!roles.includes("amount") && !roles.includes("period") && !hasPricedLines(roles)) {
    const rejected = rejectedColumns(list, columns);
    const numbers = rejected.length > 0 ? { columns: rejected } : {};
    const missing = { kind: "noAmountColumn", address: headerAddress(list), headers, ...numbers } as const;
    return { mapping: mappingOf(headers, roles), missing };
  }
  const periods = periodsOfColumns(list, anyDay);
  settleDoubled(periods, columns, chosen);
  const mapping = mappingOf(headers, roles);
  const doubts = [
    ...doubtAboutPeriods(list, headers, periods, mapping),
    ...doubtAbout("client", [who.client, ...who.rivals], false, list, columns),
    ...(money && money.amount !== null
      ? doubtAbout("amount", [money.amount, ...money.rivals], money.decided, list, columns).map((doubt) =>
          withMonths(doubt, list, headers),
        )
      : []),
  ];
  return { mapping, doubts };
}

/**
 * Columns of money that a mapping makes no use of: revenue by their headers, tax, discounts, plans and the like.
 */
export function moneyColumns(
  list: SourceList,
  mapping: Mapping,
): readonly { header: string; column: SourceColumn }[] {
  const used = new Set(mapping.columns.map(({ header }) => header));
  const facts = factsOf(list);
  return list.columns.flatMap((column, at) => {
    const header = headerText(list, column);
    if (used.has(header) || facts[at].content !== "numbers" || facts[at].isZero) return [];
    const money = moneyHeader(headerWords(header));
    const isMoney = money?.kind === "money" || (money?.kind === "none" && otherMoney.has(money.why));
    const isOfTime = namesTime(header) || (money === null && namesYear.test(header));
    return isMoney || isOfTime || (money === null && isTotalHeader(header)) ? [{ header, column }] : [];
  });
}

/** Also a time with a word on how much of it has passed: `H2 25 (to Oct)`. */
const namesTime = (header: string): boolean =>
  figureTimeOf(header) !== null || figureTimeOf(header.replace(/\s*\([^()]*\)\s*$/, "")) !== null;

const namesYear = /(?<!\d)20\d{2}(?!\d)/;

/** Reasons against revenue that leave a column one of money. */
const otherMoney: ReadonlySet<WhyNoMoney> = new Set<WhyNoMoney>([
  "plan",
  "balance",
  "returns",
  "tax",
  "discount",
  "cost",
  "profit",
]);

function mappingOf(headers: readonly string[], roles: readonly (Role | null)[]): Mapping {
  return { version: 1, columns: roles.flatMap((role, at) => (role ? [{ header: headers[at], role }] : [])) };
}

/** Lines of price × quantity with a date: their amount can be computed. */
function hasPricedLines(roles: readonly (Role | null)[]): boolean {
  return roles.includes("price") && roles.includes("quantity") && roles.includes("date");
}

function doubtAbout(
  role: "client" | "amount",
  [first, ...rivals]: readonly number[],
  decided: boolean,
  list: SourceList,
  { headers, roles }: ProposedColumns,
): Doubt[] {
  if (rivals.length === 0) return [];
  const alternatives = [first, ...rivals].map((at) => {
    const chosen = roles.map((own, i) => (i === at ? role : own === role ? null : own));
    return {
      label: headers[at],
      header: headers[at],
      column: columnLetters(list.left + list.columns[at].index),
      choice: { mapping: mappingOf(headers, chosen) },
    };
  });
  return [{ about: role, alternatives, decided }];
}

/**
 * The mapping of an earlier run, fitted to the list as it is now: columns that are gone are dropped, and when it counts
 * periods, new period columns join (a monthly export grows by a column).
 */
export function keepMapping(list: SourceList, earlier: Mapping): Mapping {
  const headers = list.columns.map((column) => headerText(list, column));
  const kept = earlier.columns.filter(({ header }) => headers.includes(header));
  const known = new Set(kept.map(({ header }) => header));
  if (!earlier.columns.some(({ role }) => role === "period")) return { ...earlier, columns: kept };
  const roles: (Role | null)[] = headers.map(() => null);
  markPeriods(list, factsOf(list), roles);
  const periods = periodsOfColumns(list, anyDay);
  const keyOf = (period: Period | null) => period && `${period.unit} ${period.start}`;
  // Of the columns of one period the user has chosen his.
  const keys = new Set(headers.flatMap((header, i) => (known.has(header) ? [keyOf(periods[i])] : [])));
  const added = headers.filter(
    (header, i) => roles[i] === "period" && !known.has(header) && !keys.has(keyOf(periods[i])),
  );
  return { ...earlier, columns: [...kept, ...added.map((header) => ({ header, role: "period" as const }))] };
}

/**
 * The column whose formulas tell a total row from a client (position inside the list), or null when there is none:
 * the first period, else the amount. Only its formulas need to be read.
 */
export function totalColumnOf(list: SourceList, mapping: Mapping): number | null {
  const headers = list.columns.map((column) => headerText(list, column));
  for (const role of ["period", "amount"] as const) {
    const positions = mapping.columns
      .filter((column) => column.role === role)
      .map(({ header }) => headers.indexOf(header))
      .filter((position) => position >= 0);
    if (positions.length > 0) return Math.min(...positions);
  }
  return null;
}

function markPeriods(list: SourceList, facts: readonly ColumnFacts[], roles: (Role | null)[]): void {
  const periods = periodsOfColumns(list, anyDay).map((period, i) =>
    facts[i].content === "names" ? null : period,
  );
  const { unit, covering } = commonLength(periods);
  periods.forEach((period, i) => {
    if (period && unit && !covering.has(i)) roles[i] = "period";
  });
  const marked = roles.flatMap((role, i) => (role === "period" ? [i] : []));
  // Sums since the beginning of the year, as the list says and every row shows, are no history: the last holds all of them.
  const isRunning = (list.titles ?? []).some(saysRunning) && growInEveryRow(facts, inTime(marked, periods));
  if (isRunning) for (const at of marked) roles[at] = null;
  // One month beside the quarter and the year that it lies in is no history either: which of them is the revenue?
  if (marked.length === 1 && covering.size > 0) roles[marked[0]] = null;
  // "Sales 2024" alone is an amount, not a history.
  if (marked.length === 1 && namesAmountAndPeriod(list.columns[marked[0]].header)) roles[marked[0]] = null;
}

const inTime = (columns: readonly number[], periods: readonly (Period | null)[]): number[] =>
  [...columns].sort((a, b) => (periods[a]!.start < periods[b]!.start ? -1 : 1));

function giveRoles(suggestions: readonly (Suggestion | null)[], roles: (Role | null)[]): void {
  const readyCriteria = suggestions.filter((suggestion) => suggestion?.readyCriterion).length;
  const prefixed = suggestions.some((s) => s && isCriterion(s.role) && !s.readyCriterion);
  const strongest = new Map<Role, number>();
  suggestions.forEach((suggestion, i) => {
    // Who and how much are found by more than the header.
    if (!suggestion || suggestion.role === "client" || suggestion.role === "amount") return;
    if (suggestion.readyCriterion && readyCriteria < 2 && !prefixed) return;
    if (!isSingleRole(suggestion.role)) {
      roles[i] = suggestion.role;
      return;
    }
    const before = strongest.get(suggestion.role);
    if (before === undefined || suggestion.strength > suggestions[before]!.strength)
      strongest.set(suggestion.role, i);
  });
  for (const [role, i] of strongest) roles[i] = role;
}

/** Address of the header row, for problems that are about the columns as a whole. */
export function headerAddress(list: SourceList): string {
  return addressOf(list.sheet, list.top, list.left, 1, widthOfList(list));
}

function isCriterion(role: Role): boolean {
  return role === "attractiveness" || role === "loyalty";
}
