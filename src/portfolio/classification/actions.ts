/** What to do with a client. Every place that gives advice asks here, so that no two can contradict each other. */
import type { AbcClass, ActivityStatus, BridgeKind, KeyStatus, Quadrant, XyzClass } from "../../analysis";
import type { LossReasonKind } from "./loss-reason-kind";

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

/** An action in the way it is gone about: a lost client is spoken to by the reason for which it left. */
export type Advice = Action | `lost.${Exclude<LossReasonKind, "other">}`;

/** What is known of a client. */
export interface ActionFacts {
  activity: ActivityStatus | null;
  /** Whether it is lost: {@link isLost}. */
  lost: boolean;
  /** What its reason for leaving is about; null where none is known. */
  lossReason: LossReasonKind | null;
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
  movement: { kinds: readonly BridgeKind[] } | null;
  lossReasonKinds: readonly (LossReasonKind | null)[] | null;
  lossMaking: Uint8Array | null;
  nextContacts: { overdue: Uint8Array } | null;
}

/**
 * Whether a client is lost: by its silence (methods §9), or, where too little is known of its rhythm to tell, because it bought
 * before the last window and not in it (§12). A list of two years knows no rhythm, and yet who left.
 */
export function isLost(
  { activity, movement }: Pick<FoundForActions, "activity" | "movement">,
  client: number,
): boolean {
  const status = activity?.statuses[client];
  return status === "lost" || (status === "notEnoughHistory" && movement?.kinds[client] === "lost");
}

/** What is known of one client. @param wholeAbc classes by the amount of the whole history. */
export function actionFactsOf(
  found: FoundForActions,
  wholeAbc: readonly AbcClass[],
  client: number,
): ActionFacts {
  return {
    activity: found.activity && found.activity.statuses[client],
    lost: isLost(found, client),
    lossReason: found.lossReasonKinds && found.lossReasonKinds[client],
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
  if (facts.lost) return [facts.wholeAbc === "C" ? "none" : "lost"];
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

/**
 * Whether an action follows from what is known: without periods every client would be N, "new", and advice for a cell of ABC-XYZ
 * would be made up.
 */
export const isFounded = (
  { portfolio }: { portfolio: { window: { periods: readonly unknown[] } } },
  action: Action,
): boolean => portfolio.window.periods.length > 0 || !action.startsWith("cell.");

/**
 * The advice of an action: better terms elsewhere are to be matched or explained, bad service mended, and who needs us no more
 * is asked for a recommendation (Kolotilov; methods §9).
 */
export function adviceFor(action: Action, lossReason: LossReasonKind | null): Advice {
  return action === "lost" && lossReason !== null && lossReason !== "other" ? `lost.${lossReason}` : action;
}

/** The same, of a client of a classification. */
export function adviceOf(
  { lossReasonKinds }: Pick<FoundForActions, "lossReasonKinds">,
  client: number,
  action: Action,
): Advice {
  return adviceFor(action, lossReasonKinds && lossReasonKinds[client]);
}
