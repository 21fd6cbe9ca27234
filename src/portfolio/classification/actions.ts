/** What to do with a client. Every place that gives advice asks here, so that no two can contradict each other. */
import type { AbcClass, ActivityStatus, KeyStatus, Quadrant, XyzClass } from "../../analysis";

/** Advice, in order of urgency; `locales/` holds the sentences. */
export type Action =
  | "lost"
  | "atRisk"
  | "lossMaking"
  | "contact"
  | "reduceDependence"
  | "declining"
  | `quadrant.${Quadrant}`
  | `cell.${AbcClass}${XyzClass}`
  | "none";

/** What is known of a client. */
export interface ActionFacts {
  activity: ActivityStatus | null;
  /** Class by the amount of the whole history: whether a lost client is worth winning back. */
  wholeAbc: AbcClass;
  /** Profit ≤ 0 although there was business. */
  lossMaking: boolean;
  /** At least one reason makes it a key client. */
  isKey: boolean;
  contactOverdue: boolean;
  status: KeyStatus;
  /** By scores that people gave; null without them: scores derived from figures never decide. */
  quadrant: Quadrant | null;
  abc: AbcClass;
  xyz: XyzClass;
}

/** What a classification has found of all clients, as far as advice follows from it. */
export interface FoundForActions {
  statuses: readonly KeyStatus[];
  abc: readonly AbcClass[];
  xyz: readonly XyzClass[];
  quadrants: readonly (Quadrant | null)[];
  derivedScores: boolean;
  reasons: readonly (readonly unknown[])[];
  activity: { statuses: readonly ActivityStatus[] } | null;
  lossMaking: Uint8Array | null;
  nextContacts: { overdue: Uint8Array } | null;
}

/** What is known of one client. @param wholeAbc classes by the amount of the whole history. */
export function actionFactsOf(
  found: FoundForActions,
  wholeAbc: readonly AbcClass[],
  client: number,
): ActionFacts {
  return {
    activity: found.activity && found.activity.statuses[client],
    wholeAbc: wholeAbc[client],
    lossMaking: found.lossMaking?.[client] === 1,
    isKey: found.reasons[client].length > 0,
    contactOverdue: found.nextContacts?.overdue[client] === 1,
    status: found.statuses[client],
    quadrant: found.derivedScores ? null : found.quadrants[client],
    abc: found.abc[client],
    xyz: found.xyz[client],
  };
}

/**
 * Everything that is to be done about a client, the most urgent first: the first is the action, the others explain. A client
 * that is lost has no further advice; one that is at risk or makes a loss is not told to be developed. Source: methods §14.
 *
 * @returns at least one.
 */
export function actionsFor(facts: ActionFacts): readonly [Action, ...Action[]] {
  if (facts.activity === "lost") return [facts.wholeAbc === "C" ? "none" : "lost"];
  const found: Action[] = [];
  if (facts.activity === "atRisk") found.push("atRisk");
  if (facts.lossMaking) found.push("lossMaking");
  const mustBeSavedFirst = found.length > 0;
  if (facts.isKey && facts.contactOverdue) found.push("contact");
  if (facts.status === "mono" || facts.status === "dependence") found.push("reduceDependence");
  if (facts.activity === "declining") found.push("declining");
  if (!mustBeSavedFirst) {
    found.push(facts.quadrant ? `quadrant.${facts.quadrant}` : `cell.${facts.abc}${facts.xyz}`);
  }
  const [first, ...others] = found;
  return [first, ...others];
}
