/** Why clients were lost, by what the list says. */
import { total } from "../../analysis";
import { identityOf } from "../clients/rows/client-identity";
import type { Classification } from "./classification";

/** What a reason is about: the advice follows it (Kolotilov; methods §9). */
export type LossReasonKind = "terms" | "service" | "need" | "other";

/** The words that people write into such a column. */
const kinds: readonly (readonly [LossReasonKind, RegExp])[] = [
  [
    "need",
    /no longer need|not need|own production|in-?house|clos(?:ed|ure|ing)|bankrupt|liquidat|project (?:is )?over|moved away|не нужн|сво[её] производ|сами произв|закры|банкрот|ликвид|проект заверш|переезд/i,
  ],
  [
    "service",
    /service|deliver|quality|defect|late|delay|stock-?out|availab|complain|mistake|сервис|обслуж|достав|качеств|брак|срок|задерж|налич|жалоб|ошиб/i,
  ],
  [
    "terms",
    /pric|expensive|cheap|discount|terms|credit|payment|competit|offer|цен|дорог|дешев|скидк|услови|отсроч|оплат|конкур|предлож/i,
  ],
];

export function lossReasonKind(reason: string): LossReasonKind {
  return kinds.find(([, words]) => words.test(reason))?.[0] ?? "other";
}

/** Lost clients that name one reason, in any dress of the same words. */
export interface LossReason {
  /** As first written; "" where none is named. */
  reason: string;
  kind: LossReasonKind;
  clients: number;
  /** Money of the lost in a year. */
  amount: number;
}

/** Lost clients by reason, the most money first; null when the list gives no reasons. */
export function lossReasonsOf({ portfolio, activity }: Classification): LossReason[] | null {
  const { lossReasons } = portfolio;
  if (!lossReasons || !activity) return null;
  const found = new Map<string, { reason: string; clients: number[] }>();
  activity.statuses.forEach((status, client) => {
    if (status !== "lost") return;
    const reason = lossReasons[client].trim();
    const key = identityOf(reason);
    const group = found.get(key) ?? { reason, clients: [] };
    group.clients.push(client);
    found.set(key, group);
  });
  return [...found.values()]
    .map(({ reason, clients }) => ({
      reason,
      kind: lossReasonKind(reason),
      clients: clients.length,
      amount: total(clients.map((client) => activity.atRiskPerYear[client])),
    }))
    .sort((a, b) => b.amount - a.amount);
}
