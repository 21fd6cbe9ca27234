/** What is to be done first in the whole portfolio: the clients behind each piece of urgent advice, with the money at stake. */
import { boughtInLastYear, total } from "../../../analysis";
import { adviceOf } from "../actions";
import type { Action, Advice, Classification } from "../classification";

/** Advice that does not wait, in order of urgency; behind it the favour that is asked of those who need us no more. */
export const urgentActions = [
  "lost",
  "atRisk",
  "lossMaking",
  "contact",
  "reduceDependence",
  "declining",
  "lost.need",
] as const satisfies readonly Advice[];

export type UrgentAction = (typeof urgentActions)[number];

/** What is to be done first about a client, where that does not wait. */
export function urgentActionOf(
  classification: Pick<Classification, "actions" | "lossReasonKinds">,
  client: number,
): UrgentAction | null {
  const [first] = classification.actions[client];
  const advice = adviceOf(classification, client, first);
  const find = (own: Advice) => urgentActions.find((urgent) => urgent === own);
  return find(advice) ?? find(first) ?? null;
}

/** The clients whose first action it is. */
export interface FirstAction {
  action: UrgentAction;
  /** Positions, the most money first; equal ones in order of the list. */
  clients: readonly number[];
  /** Money at stake of each of them, in the unit of the list: {@link stakeOfAction}. */
  stakes: readonly number[];
  /** Of all of them. */
  stake: number;
  /** Further clients of which the same is true, but something else comes first. */
  others: number;
}

/** Who is to be looked after first, most urgent advice first; only what concerns somebody. Source: methods §14. */
export function firstActionsOf(classification: Classification): FirstAction[] {
  return urgentActions.flatMap((action) => {
    const found = classification.actions
      .flatMap((_, client) =>
        urgentActionOf(classification, client) === action
          ? [{ client, stake: stakeOfAction(classification, client, action) }]
          : [],
      )
      .sort((a, b) => b.stake - a.stake);
    if (found.length === 0) return [];
    const stakes = found.map(({ stake }) => stake);
    const clients = found.map(({ client }) => client);
    const others = concernedBy(classification, action) - clients.length;
    return [{ action, clients, stakes, stake: total(stakes), others }];
  });
}

/** How many clients the figures of the report count under an action, whatever comes first for each. */
function concernedBy(classification: Classification, action: UrgentAction): number {
  const { actions, lossMaking, activity } = classification;
  switch (action) {
    case "lossMaking":
      return lossMaking!.reduce((sum, own) => sum + own, 0);
    case "declining":
      return activity!.statuses.filter((status) => status === "declining").length;
    case "lost":
    case "lost.need":
      return actions.filter((_, client) => urgentActionOf(classification, client) === action).length;
    default:
      return actions.filter((own) => own.includes(action)).length;
  }
}

/**
 * What an action is about: what a lost client bought in its last year, money at risk per year of clients that are at risk or
 * declining, the loss of those that cost more than they bring, the revenue of the others.
 */
export function stakeOfAction(
  { activity, record, portfolio }: Classification,
  client: number,
  action: UrgentAction,
): number {
  switch (action) {
    case "lost":
    case "lost.need":
      return boughtInLastYear(record!, client);
    case "atRisk":
    case "declining":
      return activity!.atRiskPerYear[client];
    case "lossMaking":
      return -portfolio.profits![client] + 0;
    default:
      return portfolio.amounts[client];
  }
}

/** Whether a piece of advice is among those for a client: one that has to be saved first is not told to be developed. */
export function isAdvised({ actions }: Classification, client: number, action: Action): boolean {
  return actions[client].includes(action);
}

/** Whether anything can be said of who has gone: by who still buys, or by whom the last window has not seen. */
export function knowsWhoLeft(classification: Pick<Classification, "activity" | "actions">): boolean {
  return knowsActivity(classification) || classification.actions.some(([first]) => first === "lost");
}

/** Whether anything is known of who still buys: not where every history is too short to say, or empty. */
export function knowsActivity({ activity }: Pick<Classification, "activity">): boolean {
  return (
    activity !== null &&
    activity.statuses.some((status) => !["notEnoughHistory", "potential"].includes(status))
  );
}
