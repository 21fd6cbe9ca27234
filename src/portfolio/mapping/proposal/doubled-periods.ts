import { columnLetters } from "../../list/address";
import type { SourceList } from "../../list/source-list";
import type { Period } from "../../periods/period";
import { amountNamed } from "../../periods/header-dress";
import { orderOf } from "../../periods/period-order";
import type { ProposedColumns } from "./amount-proposal";
import { areTwins } from "./column-relations";
import type { Doubt } from "../doubt";
import { headerWords } from "../headers/header-words";
import { sideOfAmount } from "../headers/money-header";
import type { Mapping } from "../mapping";

/**
 * Leaves one column of a period that stands there more than once, where it is clear which: the one that somebody chose, or of
 * the amount that he chose of another period; the first of columns with the same numbers; the one without tax beside those with
 * it. Takes the role from the others.
 */
export function settleDoubled(
  periods: readonly (Period | null)[],
  { headers, facts, roles }: ProposedColumns,
  chosen: Mapping["columns"],
): void {
  const own = new Set(chosen.filter(({ role }) => role === "period").map(({ header }) => header));
  const amounts = new Set([...own].map(amountNamed).filter((amount) => amount !== ""));
  for (const columns of orderOf(periods.map((period, at) => (roles[at] === "period" ? period : null)))
    .doubled) {
    const named = columns.filter((at) => own.has(headers[at]));
    const alike = columns.filter((at) => amounts.has(amountNamed(headers[at])));
    const [first, ...others] = columns;
    const left =
      named.length > 0
        ? named
        : alike.length === 1
          ? alike
          : others.every((at) => areTwins(facts[first], facts[at]))
            ? [first]
            : netOf(columns, headers);
    for (const at of columns) if (!left.includes(at)) roles[at] = null;
  }
}

/** The one column without tax or discounts where all others say that these are in; else all of them. */
function netOf(columns: readonly number[], headers: readonly string[]): readonly number[] {
  const sides = columns.map((at) => sideOfAmount(headerWords(headers[at])));
  const net = columns.filter((_, i) => sides[i] === "net");
  return net.length === 1 && sides.every((side) => side !== null) ? net : columns;
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
