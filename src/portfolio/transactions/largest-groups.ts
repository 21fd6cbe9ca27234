import { NamedGroups } from "../clients/rows/named-groups";
import { type Steps } from "../steps";
import { eachLineSteps, type JoinedLines } from "./lines/joined-lines";

/**
 * The text (manager, department, parent group) with most of each row's money, as first written; "" for a row without any.
 * Texts are joined like names of clients; equal money keeps the first.
 *
 * @param row row of the made list of each line
 */
export function* largestGroupsSteps(
  lines: JoinedLines,
  row: Int32Array,
  rowCount: number,
  textAt: (line: number) => string,
): Steps<string[]> {
  const named = new NamedGroups();
  /** Most rows have one group only: theirs needs no map. */
  const only = new Int32Array(rowCount).fill(-1);
  const onlyMoney = new Float64Array(rowCount);
  const several = new Map<number, Map<number, number>>();
  yield* eachLineSteps(lines, (line) => {
    const at = row[line];
    const group = named.of(textAt(line));
    if (group < 0) return;
    const money = lines.amounts[line];
    const groups = several.get(at);
    if (groups) groups.set(group, (groups.get(group) ?? 0) + money);
    else if (only[at] < 0 || only[at] === group) {
      only[at] = group;
      onlyMoney[at] += money;
    } else {
      several.set(
        at,
        new Map([
          [only[at], onlyMoney[at]],
          [group, money],
        ]),
      );
    }
  });
  for (const [at, groups] of several) {
    let most = only[at];
    for (const [group, money] of groups) if (money > groups.get(most)!) most = group;
    only[at] = most;
  }
  return Array.from(only, (group) => (group < 0 ? "" : named.names[group]));
}
