import { atLeast } from "../exact/limit";
import { type KeyTest, passesKeyTest } from "./key-rule";

/**
 * Share of wallet: what the client buys from us of all that it could, as a fraction.
 * undefined without a positive potential. Source: methods §6.
 */
export function shareOfWallet(amount: number, potential: number): number | undefined {
  return potential > 0 ? amount / potential : undefined;
}

/**
 * Whether a client is key by its potential: it gives us less than half of its wallet, and with all of it would meet the
 * key limit. The total grows by what the client would buy more: share = potential / (T + potential − x).
 * False without a positive potential or total. Source: methods §6.
 */
export function isPromising(amount: number, potential: number, total: number, key: KeyTest): boolean {
  const wallet = shareOfWallet(amount, potential);
  if (wallet === undefined || atLeast(wallet, 0.5)) return false;
  const grown = total + potential - amount;
  return grown > 0 && passesKeyTest(potential, potential / grown, key);
}
