import { type Limit, meets } from "../exact/limit";
import { InvalidArgument } from "../exact/invalid-argument";

/** Rungs of the ladder from below; one client stands on the highest that its share meets. */
export type KeyStatus = "regular" | "key" | "dependence" | "mono";

/** Limits of a client's share, as fractions. null = the ladder has no such rung. */
export interface KeyLadder {
  key: Limit;
  dependence: Limit | null;
  mono: Limit | null;
}

export type PresetName = "delovaya-sreda-2023" | "kolotilov-article" | "kolotilov-2012" | "asc-280" | "own";

export interface LadderPreset extends KeyLadder {
  /** What the source measures shares of. */
  base: "revenue" | "profit";
  /** Whether the rule makes no sense unless entities under common control are one client. */
  requiresJoinedGroups: boolean;
  /** Share from which the source advises to win other clients, where it gives a rung of its own for that. */
  diversify: Limit | null;
}

const from = (value: number): Limit => ({ value, inclusive: true });
const over = (value: number): Limit => ({ value, inclusive: false });

/**
 * Ladders of the literature. Source: methods §2: Delovaya Sreda, "Ключевые клиенты" (2023); Kolotilov, article on Key
 * Account Management; Kolotilov, interview, "Я-НОМЕР ОДИН" 3/2012 (mono-client: "the only client"); ASC 280-10-50-42
 * and IFRS 8.34.
 */
export const ladderPresets: Readonly<Record<Exclude<PresetName, "own">, Readonly<LadderPreset>>> = {
  "delovaya-sreda-2023": {
    key: from(0.1),
    dependence: over(0.2),
    mono: from(0.5),
    base: "revenue",
    requiresJoinedGroups: false,
    diversify: null,
  },
  "kolotilov-article": {
    key: over(0.1),
    dependence: over(0.2),
    mono: over(0.7),
    base: "profit",
    requiresJoinedGroups: false,
    diversify: null,
  },
  "kolotilov-2012": {
    key: over(0.1),
    dependence: over(0.5),
    mono: from(1),
    base: "revenue",
    requiresJoinedGroups: false,
    diversify: from(0.2),
  },
  "asc-280": {
    key: from(0.1),
    dependence: null,
    mono: null,
    base: "revenue",
    requiresJoinedGroups: true,
    diversify: null,
  },
};

/**
 * Status of one share. Source: methods §2.
 *
 * @param share a fraction, of either sign.
 * @throws InvalidArgument when the share is not a number: a client without a share has no status.
 */
export function keyStatus(share: number, ladder: KeyLadder): KeyStatus {
  if (Number.isNaN(share)) throw new InvalidArgument("share", null, share, "finite");
  if (ladder.mono && meets(share, ladder.mono)) return "mono";
  if (ladder.dependence && meets(share, ladder.dependence)) return "dependence";
  return meets(share, ladder.key) ? "key" : "regular";
}

/** Status of each share; null where the share is NaN (no share could be computed). */
export function keyStatuses(shares: ArrayLike<number>, ladder: KeyLadder): (KeyStatus | null)[] {
  const statuses = new Array<KeyStatus | null>(shares.length);
  for (let i = 0; i < shares.length; i++) {
    statuses[i] = Number.isNaN(shares[i]) ? null : keyStatus(shares[i], ladder);
  }
  return statuses;
}
