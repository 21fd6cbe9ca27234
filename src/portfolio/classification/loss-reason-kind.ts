import type { Portfolio } from "../clients/portfolio";

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

/** What the reason of each client is about; null where it names none, and as a whole when the list gives no reasons. */
export function lossReasonKindsOf({ lossReasons }: Portfolio): (LossReasonKind | null)[] | null {
  return lossReasons && lossReasons.map((reason) => (reason === "" ? null : lossReasonKind(reason)));
}
