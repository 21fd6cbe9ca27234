import { addressOf, columnLetters } from "../list/address";
import { type Content, type Suggestion, mayStandFor, suggestRole } from "./header-words";
import type { Mapping, Role } from "./mapping";
import { isSingleRole } from "./mapping-json";
import { isBlank, isExcelError } from "../list/number-column";
import { parseNumberText } from "../list/number-text";
import { type Period, isoDay } from "../periods/period";
import { readPeriodHeaders } from "../periods/period-block";
import { isDateFormat, namesAmountAndPeriod } from "../periods/period-header";
import { commonLength } from "../periods/period-window";
import { Problem } from "../problem";
import type { SourceColumn, SourceList } from "../list/source-list";
import { isTotalHeader } from "../list/total-rows";

/**
 * How a mapping names a column: its header text without outer spaces; a date as its ISO day; a column without a header
 * by its letters on the sheet.
 */
export function headerText(list: SourceList, column: SourceColumn): string {
  const { header, headerFormat } = column;
  if (typeof header === "number" && isDateFormat(headerFormat)) return isoDay(Math.floor(header) - 25_569);
  const text = String(header).trim();
  return text === "" ? columnLetters(list.left + column.index) : text;
}

/** The period that each column's header names, or null. `asOf` (ISO day) places headers without a year. */
export function periodsOfColumns(list: SourceList, asOf: string): (Period | null)[] {
  const headers = list.columns.map(({ header, headerFormat, numbers }) => ({
    header,
    format: headerFormat,
    filled: numbers.some((number) => !Number.isNaN(number) && number !== 0),
  }));
  return readPeriodHeaders(headers, list.decimalSeparator, asOf);
}

/**
 * Proposes what the columns of a list mean, from Russian and English header words and, where they say nothing, from the
 * content: names are the client, a single column of numbers is the amount. The user can change all of it.
 *
 * @throws Problem noClientColumn, noAmountColumn when nothing fits or several columns fit equally well.
 */
export function proposeMapping(list: SourceList): Mapping {
  const headers = list.columns.map((column) => headerText(list, column));
  const contents = list.columns.map((column) => contentOf(column, list));
  const roles: (Role | null)[] = list.columns.map(() => null);
  markPeriods(list, contents, roles);
  const totals = headers.map(isTotalHeader);

  const suggestions = list.columns.map((column, i): Suggestion | null => {
    if (roles[i] || totals[i] || String(column.header).trim() === "") return null;
    const suggestion = suggestRole(headers[i], contents[i], isScored(column));
    // A column without content has no say, unless the whole list is still empty.
    return suggestion && (suggestion.strength > 0 || list.rowCount === 0) ? suggestion : null;
  });
  giveRoles(suggestions, roles);

  if (!roles.includes("client")) roles[clientByContent(list, contents, roles, headers)] = "client";
  if (!roles.includes("amount")) proposeAmount(list, contents, roles, headers, totals);
  return {
    version: 1,
    columns: roles.flatMap((role, i) => (role ? [{ header: headers[i], role }] : [])),
  };
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
  const contents = list.columns.map((column) => contentOf(column, list));
  const roles: (Role | null)[] = headers.map(() => null);
  markPeriods(list, contents, roles);
  const added = headers.filter((header, i) => roles[i] === "period" && !known.has(header));
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

function markPeriods(list: SourceList, contents: readonly Content[], roles: (Role | null)[]): void {
  // Only which headers are periods matters here, not which year those without one belong to.
  const periods = periodsOfColumns(list, "2000-12-31").map((period, i) =>
    contents[i] === "names" ? null : period,
  );
  const { unit, covering } = commonLength(periods);
  periods.forEach((period, i) => {
    if (period && unit && !covering.has(i)) roles[i] = "period";
  });
  const marked = roles.flatMap((role, i) => (role === "period" ? [i] : []));
  // "Sales 2024" alone is an amount, not a history.
  if (marked.length === 1 && namesAmountAndPeriod(list.columns[marked[0]].header)) roles[marked[0]] = null;
}

function giveRoles(suggestions: readonly (Suggestion | null)[], roles: (Role | null)[]): void {
  const readyCriteria = suggestions.filter((suggestion) => suggestion?.readyCriterion).length;
  const prefixed = suggestions.some((s) => s && isCriterion(s.role) && !s.readyCriterion);
  const strongest = new Map<Role, number>();
  suggestions.forEach((suggestion, i) => {
    if (!suggestion) return;
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

function proposeAmount(
  list: SourceList,
  contents: readonly Content[],
  roles: (Role | null)[],
  headers: readonly string[],
  totals: readonly boolean[],
): void {
  const periods = roles.flatMap((role, i) => (role === "period" ? [i] : []));
  if (periods.length > 1) return;
  // One period is no history: "2026" beside the names is simply what they bought.
  if (periods.length === 1) {
    roles[periods[0]] = "amount";
    return;
  }
  const numeric = headers.flatMap((_, i) => (contents[i] === "numbers" ? [i] : []));
  const total = numeric.filter((i) => !roles[i] && totals[i]);
  const free = numeric.filter((i) => !roles[i] && !totals[i] && mayStandFor("amount", headers[i]));
  const lone =
    total.length === 1 ? total : free.length > 0 ? free : numeric.filter((i) => roles[i] === "profit");
  if (lone.length === 1) {
    roles[lone[0]] = "amount";
    return;
  }
  throw new Problem({ kind: "noAmountColumn", address: headerAddress(list), headers });
}

function clientByContent(
  list: SourceList,
  contents: readonly Content[],
  roles: readonly (Role | null)[],
  headers: readonly string[],
): number {
  const names = headers.flatMap((header, i) =>
    !roles[i] && contents[i] === "names" && mayStandFor("client", header) ? [i] : [],
  );
  const [first, ...others] = names;
  const clearer = others.some(
    (i) => distinctness(list.columns[i]) > 0.9 && distinctness(list.columns[first]) < 0.6,
  );
  if (first === undefined || clearer) {
    throw new Problem({ kind: "noClientColumn", address: headerAddress(list), headers });
  }
  return first;
}

/** Address of the header row, for problems that are about the columns as a whole. */
export function headerAddress(list: SourceList): string {
  return addressOf(list.sheet, list.top, list.left, 1, Math.max(1, list.columns.length));
}

const mark = /^(?:[+xхvyn✓✔]|yes|no|да|нет|true|false|истина|ложь|vip|вип|-|—)$/i;
const SAMPLE = 500;

function contentOf(column: SourceColumn, list: SourceList): Content {
  let numbers = 0;
  for (const number of column.numbers) if (!Number.isNaN(number)) numbers++;
  let seen = 0;
  const sample = { numbers: 0, marks: 0, names: 0 };
  for (const content of column.others.values()) {
    if (isBlank(content) || isExcelError(content)) continue;
    if (typeof content === "boolean" || mark.test(content.trim())) sample.marks++;
    else if (parseNumberText(content, list.decimalSeparator) !== null) sample.numbers++;
    else sample.names++;
    if (++seen >= SAMPLE) break;
  }
  const weight = seen === 0 ? 0 : column.others.size / seen;
  const counts = {
    numbers: numbers + sample.numbers * weight,
    marks: sample.marks * weight,
    names: sample.names * weight,
  };
  const most = Math.max(counts.numbers, counts.marks, counts.names);
  if (most === 0) return "empty";
  return counts.numbers === most ? "numbers" : counts.names === most ? "names" : "marks";
}

/** Whether every number is a score from 0 to 10. */
function isScored(column: SourceColumn): boolean {
  return column.numbers.every((number) => Number.isNaN(number) || (number >= 0 && number <= 10));
}

function distinctness(column: SourceColumn): number {
  const values = new Set<string | boolean>();
  let count = 0;
  for (const content of column.others.values()) {
    if (isBlank(content)) continue;
    values.add(content);
    if (++count >= SAMPLE) break;
  }
  return count === 0 ? 0 : values.size / count;
}

function isCriterion(role: Role): boolean {
  return role === "attractiveness" || role === "loyalty";
}
