import { columnLetters } from "../list/address";
import type { SourceList } from "../list/source-list";
import type { Period } from "../periods/period";
import { orderOf } from "../periods/period-order";
import type { ProposedColumns } from "./amount-proposal";
import { areTwins } from "./column-relations";
import type { Doubt } from "./doubt";
import type { Mapping } from "./mapping";

/**
 * Leaves one column of a period that stands there more than once, where it is clear which: the one that somebody chose, or
 * the first of columns with the same numbers. Takes the role from the others.
 */
export function settleDoubled(
  periods: readonly (Period | null)[],
  { headers, facts, roles }: ProposedColumns,
  chosen: Mapping["columns"],
): void {
  const own = new Set(chosen.filter(({ role }) => role === "period").map(({ header }) => header));
  for (const columns of orderOf(periods.map((period, at) => (roles[at] === "period" ? period : null)))
    .doubled) {
    const named = columns.filter((at) => own.has(headers[at]));
    const [first, ...others] = columns;
    const left =
      named.length > 0 ? named : others.every((at) => areTwins(facts[first], facts[at])) ? [first] : columns;
    for (const at of columns) if (!left.includes(at)) roles[at] = null;
  }
}

/**
 * The doubt about a mapping that counts a period twice (reading §6): the first, the second … column of each doubled period.
 * @param headers what the mapping calls the columns of the list
 * @param periods what the columns' headers name
 */
export function doubtAboutPeriods(
  list: SourceList,
  headers: readonly string[],
  periods: readonly (Period | null)[],
  mapping: Mapping,
): Doubt[] {
  const counted = new Set(
    mapping.columns.filter(({ role }) => role === "period").map(({ header }) => header),
  );
  const { doubled } = orderOf(periods.map((period, at) => (counted.has(headers[at]) ? period : null)));
  if (doubled.length === 0) return [];
  const most = Math.max(...doubled.map((columns) => columns.length));
  const alternatives = Array.from({ length: most }, (_, n) => {
    const taken = doubled.map((columns) => columns[Math.min(n, columns.length - 1)]);
    const others = new Set(
      doubled
        .flat()
        .filter((at) => !taken.includes(at))
        .map((at) => headers[at]),
    );
    const [at] = taken;
    return {
      label: headers[at],
      header: headers[at],
      column: columnLetters(list.left + list.columns[at].index),
      choice: {
        mapping: { ...mapping, columns: mapping.columns.filter(({ header }) => !others.has(header)) },
      },
    };
  });
  return [{ about: "period", alternatives, decided: false }];
}
