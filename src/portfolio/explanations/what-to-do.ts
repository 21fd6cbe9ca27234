/** The next contact, and the action. */
import { actionFactsOf, adviceFor, isFounded } from "../classification/actions";
import { isoDay } from "../periods/period";
import type { ActionExplanation, NextContactExplanation } from "./explanation";
import type { Ground } from "./ground";

const dayOf = (day: number): string | null => (Number.isNaN(day) ? null : isoDay(day));

/** When a client is to be spoken to again; null where the list knows no contacts. Source: methods §9. */
export function explainNextContact(ground: Ground, client: number): NextContactExplanation | null {
  const { nextContacts, portfolio, policy, abc } = ground.classification;
  const { contacts } = portfolio;
  if (!nextContacts || !contacts) return null;
  const negative = contacts.negative[client] === 1;
  return {
    ...ground.ofClient(client, 9, ["DS"]),
    kind: "nextContact",
    value: dayOf(nextContacts.due[client]),
    inputs: {
      last: dayOf(contacts.last[client]),
      negative,
      days: policy.contacts[abc[client]][negative ? "negative" : "positive"],
      abc: abc[client],
      cells: ground.cells.ofClient(client, ["lastContact", "contactResult"]),
    },
    overdue: nextContacts.overdue[client] === 1,
  };
}

/** All findings about a client in order of urgency: the first decides; null where nothing is known to advise by. Source: methods §14. */
export function explainAction(ground: Ground, client: number): ActionExplanation | null {
  const { classification } = ground;
  const [first, ...others] = classification.actions[client].filter((each) => isFounded(classification, each));
  if (first === undefined) return null;
  const facts = actionFactsOf(classification, ground.wholeAbc, client);
  return {
    ...ground.ofClient(client, 14, ["DS", "KI", "MW"]),
    kind: "action",
    value: first,
    advice: adviceFor(first, facts.lossReason),
    findings: [first, ...others],
    inputs: { facts },
  };
}
