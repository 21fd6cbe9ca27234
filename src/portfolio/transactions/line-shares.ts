import { groupTotals, snap } from "../../analysis";
import type { LineShares } from "../list/lines-read";
import { NamedGroups } from "../clients/rows/named-groups";
import { type Steps, within } from "../steps";
import { eachLineSteps, type JoinedLines } from "./lines/joined-lines";
import type { LinePeriods } from "./lines/line-periods";
import { type Measure, historiesSteps, measuresSteps } from "./line-sums";
import type { MadeRows } from "./made-rows";

/**
 * What each manager's (department's) own lines add up to, row by row of the list of clients; null where no row has lines of several:
 * then its one cell tells it all. Source: methods §12 ("their own rows only").
 */
export function* lineSharesSteps(
  lines: JoinedLines,
  periods: LinePeriods,
  rows: MadeRows,
  textAt: (line: number) => string,
): Steps<LineShares | null> {
  const groups = new NamedGroups();
  const share = new Int32Array(lines.count).fill(-1);
  const rowOf: number[] = [];
  const groupOf: number[] = [];
  /** Most rows have one group only: theirs needs no map. */
  const first = new Int32Array(rows.count).fill(-1);
  const further = new Map<string, number>();
  yield* within(
    0,
    0.3,
    eachLineSteps(lines, (line) => {
      const at = rows.row[line];
      if (at < 0) return;
      const group = groups.of(textAt(line));
      let own = first[at];
      if (own < 0 || groupOf[own] !== group) {
        const key = `${at} ${group}`;
        const known = own < 0 ? undefined : further.get(key);
        if (known === undefined) {
          if (own < 0) first[at] = rowOf.length;
          else further.set(key, rowOf.length);
          own = rowOf.length;
          rowOf.push(at);
          groupOf.push(group);
        } else own = known;
      }
      share[line] = own;
    }),
  );
  if (further.size === 0) return null;
  const shares = { row: share, count: rowOf.length };
  const histories = yield* within(0.3, 0.7, historiesSteps(lines, periods, shares));
  const measures = yield* within(0.7, 1, measuresSteps(lines, shares));
  return {
    groupedBy: rows.groupedBy,
    identities: rowOf.map((row) => rows.identities[row]),
    names: groupOf.map((group) => (group < 0 ? "" : groups.names[group])),
    amounts: groupTotals(lines.amounts, share, shares.count).map(snap),
    periods: new Map(periods.periods.map(({ start }, i) => [start, histories[i]])),
    cost: sumOf(measures, "cost:"),
    costToServe: sumOf(measures, "costToServe:"),
    profit: sumOf(measures, "profit"),
  };
}

/** Sum of the measures of a kind, NaN where none of them is known; null without such a measure. */
function sumOf(measures: readonly Measure[], kind: string): Float64Array | null {
  const own = measures.filter(({ key }) => key.startsWith(kind));
  if (own.length === 0) return null;
  return own
    .map(({ values }) => values)
    .reduce((sums, values) =>
      sums.map((sum, i) => (Number.isNaN(sum) ? values[i] : snap(sum + (values[i] || 0)))),
    );
}
