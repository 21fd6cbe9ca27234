import type { KeyStatus } from "../../analysis";
import type { Portfolio } from "../clients/portfolio";
import { identityOf } from "../clients/rows/client-identity";

/** A status that a user decided on, beside the computed one. */
export interface ClientPin {
  status: KeyStatus;
  reason: string;
  /** ISO day until which it holds; null = until it is taken off. */
  until: string | null;
  /** Whether the money says something else. */
  contradicted: boolean;
}

/** The pins that hold on the as-of date, per client; null where there is none (methods §6). */
export function pinsOf(
  { mapping, clients, asOf }: Pick<Portfolio, "mapping" | "clients" | "asOf">,
  statuses: readonly KeyStatus[],
): readonly (ClientPin | null)[] {
  const pins = new Map((mapping.choices?.pins ?? []).map((pin) => [identityOf(pin.client), pin]));
  if (pins.size === 0) return clients.map(() => null);
  return clients.map((name, client) => {
    const pin = pins.get(identityOf(name));
    if (!pin || (pin.until !== null && pin.until < asOf)) return null;
    const { status, reason, until } = pin;
    return { status, reason, until, contradicted: status !== statuses[client] };
  });
}
