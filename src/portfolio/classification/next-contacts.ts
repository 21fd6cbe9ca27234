import type { AbcClass } from "../../analysis";
import type { Portfolio } from "../clients/portfolio";
import { dayNumber } from "../periods/period";
import type { Policy } from "../policy/policy";

/** When each client is to be spoken to again. */
export interface NextContacts {
  /** Days since 1970-01-01; NaN where no contact is known. */
  due: Float64Array;
  /** 1 where that day is before the as-of date. */
  overdue: Uint8Array;
}

/** The next contacts by the rhythm of each class (methods §9); null when the list knows no contacts. */
export function nextContacts(
  { contacts, asOf }: Pick<Portfolio, "contacts" | "asOf">,
  abc: readonly AbcClass[],
  policy: Policy,
): NextContacts | null {
  if (!contacts) return null;
  const today = dayNumber(asOf);
  const due = contacts.last.map(
    (day, client) => day + policy.contacts[abc[client]][contacts.negative[client] ? "negative" : "positive"],
  );
  return { due, overdue: Uint8Array.from(due, (day) => (day < today ? 1 : 0)) };
}
