/** Why clients were lost, by what the list says. */
import { total } from "../../analysis";
import { identityOf } from "../clients/rows/client-identity";
import { adviceOf, type Advice } from "./actions";
import type { Classification } from "./classification";

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
  const { portfolio, activity, actions } = classification;
  const { lossReasons } = portfolio;
  if (!lossReasons || !activity) return null;
  const found = new Map<string, { reason: string; clients: number[] }>();
  activity.statuses.forEach((status, client) => {
    if (status !== "lost") return;
    const reason = lossReasons[client];
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
      amount: total(clients.map((client) => activity.atRiskPerYear[client])),
    }))
    .sort((a, b) => b.amount - a.amount);
}
