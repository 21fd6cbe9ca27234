import { rowKindsSteps } from "../../levels/row-kinds";
import type { RowKinds } from "../../levels/row-evidence";
import type { Doubt } from "../../mapping/doubt";
import { Problem } from "../../problem";
import { type Steps, within } from "../../steps";
import type { ReadAmounts } from "../amount-columns";
import type { MappedList } from "../mapped-list";
import { rowEvidenceSteps } from "./row-evidence";

/**
 * What each row of the list is: a client's, a total, a group above the clients, a line below them (reading §5).
 * @throws Problem doubtful about "level" where two levels may hold the clients and the user chose none
 */
export function* clientLevelSteps(list: MappedList, amounts: ReadAmounts): Steps<RowKinds> {
  const evidence = yield* within(0, 0.3, rowEvidenceSteps(list, amounts));
  const kinds = yield* within(0.3, 1, rowKindsSteps(evidence));
  const [open] = doubtAboutLevel(kinds).filter(({ decided }) => !decided);
  if (open && list.choices.level === undefined) throw new Problem({ kind: "doubtful", doubt: open });
  return kinds;
}

/** The levels that may hold the clients, where there is more than one. */
export function doubtAboutLevel({ levels }: RowKinds): readonly Doubt[] {
  if (!levels || levels.candidates.length < 2) return [];
  const alternatives = levels.candidates.map(({ level, samples }) => ({
    label: samples.join(", "),
    choice: { level },
  }));
  return [{ about: "level", alternatives, decided: levels.decided }];
}
