/** Why clients were lost, by what the list says. */
import { boughtInLastYear, total } from "../../../analysis";
import { identityOf } from "../../clients/rows/client-identity";
import { adviceOf, isLost, type Advice } from "../actions";
import type { Classification } from "../classification";

/** Lost clients that name one reason, in any dress of the same words. */
export interface LossReason {
  /** As first written; "" where none is named. */
  reason: string;
  /** What to do about them; "none" where all of them are small. */
  advice: Advice;
  clients: number;
  /** Money of the lost in a year. */
  amount: number;
}

/** Lost clients by reason, the most money first; null when the list gives no reasons. */
export function lossReasonsOf(classification: Classification): LossReason[] | null {
  const { portfolio, record, actions } = classification;
  const { lossReasons } = portfolio;
  if (!lossReasons || !record) return null;
  const found = new Map<string, { reason: string; clients: number[] }>();
  lossReasons.forEach((reason, client) => {
    if (!isLost(classification, client)) return;
    const key = identityOf(reason);
    const group = found.get(key) ?? { reason, clients: [] };
    group.clients.push(client);
    found.set(key, group);
  });
  return [...found.values()]
    .map(({ reason, clients }) => ({
      reason,
      advice: adviceOf(
        classification,
        clients[0],
        clients.some((client) => actions[client][0] === "lost") ? "lost" : "none",
      ),
      clients: clients.length,
      amount: total(clients.map((client) => boughtInLastYear(record, client))),
    }))
    .sort((a, b) => b.amount - a.amount);
}
