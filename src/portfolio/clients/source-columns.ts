import { addressOf, columnLetters } from "../list/address";
import { isBlank } from "../list/number-column";
import { doubtAboutPeriods } from "../mapping/proposal/doubled-periods";
import { inMixedUnits } from "../mapping/headers/header-unit";
import type { Mapping, Role } from "../mapping/mapping";
import {
  columnsUnder,
  headerAddress,
  headerText,
  periodsOfColumns,
} from "../mapping/proposal/mapping-proposal";
import type { Period } from "../periods/period";
import { type ChosenPeriods, choosePeriods, commonLength } from "../periods/period-window";
import type { Policy } from "../policy/policy";
import { Problem } from "../problem";
import type { SourceColumn, SourceList } from "../list/source-list";

/** A mapped column under the header that the mapping knows it by. */
export interface MappedColumn {
  header: string;
  column: SourceColumn;
  /** What each number of the column costs, of hours that are money; left out: the numbers are what they are. */
  rate?: number;
}

export type MappedPeriod = MappedColumn & { period: Period };

/** The periods alone. */
export function periodsOf(columns: readonly MappedPeriod[]): readonly Period[] {
  return columns.map(({ period }) => period);
}

/** The columns of a list by what they mean. */
export interface SourceColumns {
  /** Every mapped column with what it means, in the order of the list. */
  mapped: readonly (MappedColumn & { role: Role })[];
  /** The column of a single role, or null. */
  one: (role: Role) => MappedColumn | null;
  /** All columns of a role, in the order of the list; hours that cost something are costs to serve as well. */
  all: (role: Role) => readonly MappedColumn[];
  client: MappedColumn;
  /** Periods that count, in order of time. */
  periods: readonly MappedPeriod[];
  /** Periods of the same length that do not count, and those of them that are not complete. */
  leftOut: readonly MappedPeriod[];
  incomplete: readonly MappedPeriod[];
  /** All complete periods of that length, whatever window is chosen, in order of time. */
  complete: readonly MappedPeriod[];
  /**
   * The complete ones and those that have begun and hold money: what costs and profits of the list belong to. The chosen
   * ones where the list has nothing but plans.
   */
  covered: readonly MappedPeriod[];
  /** Periods of a longer length that hold others: totals. */
  covering: readonly MappedPeriod[];
  /** Periods of another length that hold none. */
  otherLength: readonly MappedPeriod[];
}

/**
 * Finds the mapped columns in the list and chooses the periods that count.
 *
 * @throws Problem noClientColumn, noAmountColumn, duplicateHeader, tooFewPeriods, mixedUnits; doubtful about "period" (two columns of one);
 *   badMapping for a header that the list does not have, or a period that cannot be read.
 */
export function sourceColumns(
  list: SourceList,
  mapping: Mapping,
  policy: Policy,
  today: string,
): SourceColumns {
  const headers = list.columns.map((column) => headerText(list, column));
  const byRole = new Map<Role, MappedColumn[]>();
  const everyColumn: (MappedColumn & { role: Role })[] = [];
  for (const [i, { header, role }] of mapping.columns.entries()) {
    const places = headers.flatMap((text, at) => (text === header ? [at] : []));
    if (places.length === 0) {
      const alike = columnsUnder(list, header);
      if (alike.length > 1) throw duplicate(list, header, alike);
      throw new Problem({
        kind: "badMapping",
        path: `columns[${i}].header`,
        found: header,
        expected: headers.join(" | "),
      });
    }
    const mapped = { header, column: list.columns[places[0]] };
    byRole.set(role, [...(byRole.get(role) ?? []), mapped]);
    everyColumn.push({ ...mapped, role });
  }
  const { hourlyRate } = policy.service;
  if (hourlyRate !== null) {
    const priced = (byRole.get("hours") ?? []).map((mapped) => ({ ...mapped, rate: hourlyRate }));
    if (priced.length > 0) byRole.set("costToServe", [...(byRole.get("costToServe") ?? []), ...priced]);
  }
  const all = (role: Role) => (byRole.get(role) ?? []).sort((a, b) => a.column.index - b.column.index);
  const one = (role: Role) => byRole.get(role)?.[0] ?? null;

  const client = one("client");
  if (!client) throw new Problem({ kind: "noClientColumn", address: headerAddress(list), headers });
  const mappedPeriods = all("period");
  if (!one("amount") && mappedPeriods.length === 0) {
    throw new Problem({ kind: "noAmountColumn", address: headerAddress(list), headers });
  }
  return {
    mapped: everyColumn.sort((a, b) => a.column.index - b.column.index),
    one,
    all,
    client,
    ...readPeriods(list, mapping, mappedPeriods, policy, today, one("amount") !== null),
  };
}

function readPeriods(
  list: SourceList,
  mapping: Mapping,
  mapped: readonly MappedColumn[],
  policy: Policy,
  today: string,
  hasAmount: boolean,
): Pick<
  SourceColumns,
  "periods" | "leftOut" | "incomplete" | "complete" | "covered" | "covering" | "otherLength"
> {
  const readings = periodsOfColumns(list, policy.asOf ?? today, new Set(mapped.map(({ column }) => column)));
  const columns = mapped.map(({ header, column }): MappedPeriod => {
    const period = readings[list.columns.indexOf(column)];
    if (period) return { header, column, period };
    const i = mapping.columns.findIndex((entry) => entry.header === header);
    throw new Problem({
      kind: "badMapping",
      path: `columns[${i}].role`,
      found: `"${header}": period`,
      expected: "2024-01 | 01.2024 | Q1 2024 | 2024 | …",
    });
  });
  const { covering, other } = commonLength(columns.map(({ period }) => period));
  const alike = columns.filter((_, i) => !covering.has(i) && !other.has(i));
  const headers = list.columns.map((column) => headerText(list, column));
  const [doubt] = doubtAboutPeriods(list, headers, readings, mapping);
  if (doubt) throw new Problem({ kind: "doubtful", doubt });
  const mixed = inMixedUnits(alike, list.titles);
  if (mixed.length > 0) {
    throw new Problem({
      kind: "mixedUnits",
      address: headerAddress(list),
      columns: mixed.map(({ header, column }) => ({
        header,
        column: columnLetters(list.left + column.index),
      })),
    });
  }
  const { chosen, leftOut, incomplete, complete, begun } = choose(alike, policy, today, hasAmount);
  const covered = begun.filter((i) => !incomplete.has(i) || holdsMoney(alike[i]));
  const at = (positions: Iterable<number>) => Array.from(positions, (i) => alike[i]);
  return {
    periods: at(chosen),
    leftOut: at(leftOut),
    incomplete: at(leftOut.filter((i) => incomplete.has(i))),
    complete: at(complete),
    covered: at(covered.length > 0 ? covered : chosen),
    covering: columns.filter((_, i) => covering.has(i)),
    otherLength: columns.filter((_, i) => other.has(i)),
  };
}

/** Whether a column has anything but blanks and 0: those of months to come often stand there already. */
export function holdsMoney({ column }: MappedColumn): boolean {
  return column.others.size > 0 || column.numbers.some((number) => !Number.isNaN(number) && number !== 0);
}

/** How many rows of a column hold anything: a zero or a dash says that nothing was bought, a blank perhaps nothing at all. */
function filledRows({ column: { numbers, others } }: MappedColumn): number {
  let filled = 0;
  for (const number of numbers) if (!Number.isNaN(number)) filled++;
  for (const content of others.values()) if (!isBlank(content)) filled++;
  return filled;
}

function choose(
  columns: readonly MappedPeriod[],
  policy: Policy,
  today: string,
  hasAmount: boolean,
): ChosenPeriods {
  const periods = columns.map(({ period }) => period);
  const result = choosePeriods(periods, policy, today, (i) => filledRows(columns[i]));
  if (result.chosen.length === 0 && !hasAmount) {
    throw new Problem({ kind: "tooFewPeriods", asked: 1, available: 0 });
  }
  return result;
}

function duplicate(list: SourceList, header: string, columns: readonly SourceColumn[]): Problem {
  const addresses = columns.map(({ index }) => addressOf(list.sheet, list.top, list.left + index));
  return new Problem({ kind: "duplicateHeader", header, addresses });
}
