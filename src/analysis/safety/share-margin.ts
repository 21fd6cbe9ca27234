import { type KeyLadder } from "../classes/key-ladder";
import { meets } from "../exact/limit";

export interface ShareMargin {
  /** The next limit above the client's share, a fraction. */
  limit: number;
  /** The money more that brings it there, while all others stay as they are: (t·T − x)/(1 − t). */
  amount: number;
}

/**
 * How far a client is from the next limit of share. Source: methods §13.
 *
 * @param total T, above 0; it grows with the client.
 * @param ladder rungs that are no limits of share are null.
 * @returns null above the last limit, and for a limit of 100 % that only a client without others meets.
 */
export function shareMargin(
  amount: number,
  total: number,
  ladder: Omit<KeyLadder, "key"> & { key: KeyLadder["key"] | null },
): ShareMargin | null {
  const share = amount / total;
  const next = [ladder.key, ladder.dependence, ladder.mono].find((limit) => limit && !meets(share, limit));
  if (!next || next.value >= 1) return null;
  return { limit: next.value, amount: (next.value * total - amount) / (1 - next.value) };
}
