/** Why a client is what it is to us: status, reasons, the user's own decision. */
import { keyTest, shareOfWallet } from "../../analysis";
import { one } from "./inputs";
import type { PinExplanation, ReasonExplained, ReasonsExplanation, StatusExplanation } from "./explanation";
import type { RuleSource } from "./frame";
import type { Ground } from "./ground";
import { amountCells } from "./money";

const sourcesOfPreset: Readonly<Record<string, readonly RuleSource[]>> = {
  "delovaya-sreda-2023": ["DS"],
  "kolotilov-article": ["KA"],
  "kolotilov-2012": ["KI"],
  "asc-280": ["ASC"],
  own: ["own"],
};

/** Which rung of the ladder a client stands on. Source: methods §2. */
export function explainStatus(ground: Ground, client: number): StatusExplanation {
  const { shares, statuses, keyTest: key, base, baseAmounts, policy, pins } = ground.classification;
  const { by, dependence, mono, preset } = policy.ladder;
  const { nextShareLimit: limit, toNextShareLimit: amount } = ground.margins(client);
  return {
    ...ground.ofClient(client, 2, by === "share" ? sourcesOfPreset[preset] : ["KA"]),
    kind: "status",
    value: statuses[client],
    inputs: {
      share: one(shares[client]),
      amount: one(baseAmounts[client], amountCells(ground, client, base)),
    },
    limits: { by, key, dependence, mono },
    distance: limit === null || amount === null ? null : { limit, amount },
    pinned: pins[client],
  };
}

/** The reasons that make a client a key client, and its type. Source: methods §6. */
export function explainReasons(ground: Ground, client: number): ReasonsExplanation {
  const { reasons, types, statuses, shares, portfolio, base, keyTest: main, policy } = ground.classification;
  const { potentials, amounts, total } = portfolio;
  // Potential is a matter of revenue, whatever the base.
  const key = base === "revenue" ? main : keyTest(policy.ladder.by, policy.ladder.key, amounts);
  const explained = reasons[client].map((reason): ReasonExplained => {
    if (reason === "volume") return { reason, status: statuses[client], share: shares[client] };
    if (reason !== "potential") return { reason, cells: ground.cells.ofClient(client, [reason]) };
    const [amount, potential] = [amounts[client], potentials![client]];
    return {
      reason,
      amount: one(amount, amountCells(ground, client, "revenue")),
      potential: one(potential, ground.cells.ofClient(client, ["potential"])),
      total,
      wallet: shareOfWallet(amount, potential)!,
      grownShare: potential / (total + potential - amount),
    };
  });
  return {
    ...ground.ofClient(client, 6, ["KA", "KI", "DS"]),
    kind: "reasons",
    value: reasons[client],
    type: types[client],
    inputs: { reasons: explained },
    limits: { wallet: 0.5, key },
  };
}

/** What the user decided, beside what the figures say; null without a decision. Source: methods §6. */
export function explainPin(ground: Ground, client: number): PinExplanation | null {
  const { pins, statuses } = ground.classification;
  const pin = pins[client];
  if (!pin) return null;
  const { status, reason, until, contradicted } = pin;
  return {
    ...ground.ofClient(client, 6, ["own"]),
    kind: "pin",
    value: status,
    inputs: { computed: statuses[client], reason, until },
    contradicted,
  };
}
