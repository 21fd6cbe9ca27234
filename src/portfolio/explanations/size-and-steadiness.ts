/** ABC and XYZ of a client. */
import { FEWEST_PERIODS, abcPlace, firstCountedPeriod } from "../../analysis";
import { quartersFrom } from "../periods/period-window";
import { many, one } from "./inputs";
import type { AbcExplanation, XyzExplanation } from "./explanation";
import type { Base } from "./frame";
import type { Ground } from "./ground";
import { amountCells, amountsCells } from "./money";

const finite = (amount: number): number | null => (Number.isFinite(amount) ? amount : null);

/** ABC class by a base; null where it is not known by that base. Source: methods §3. */
export function explainAbc(ground: Ground, client: number, by: Base): AbcExplanation | null {
  const { base, abc, secondOpinion, policy, portfolio } = ground.classification;
  const isMain = by === base;
  const classes = isMain ? abc : secondOpinion?.base === by ? secondOpinion.abc : null;
  if (!classes || (!isMain && by === "profit" && Number.isNaN(portfolio.profits![client]))) return null;
  const amounts = ground.amounts(by);
  const amount = amounts[client];
  const { a, b, positiveTotal } = ground.borders(by);
  const margins = isMain ? ground.margins(client) : null;
  return {
    ...ground.ofClient(client, 3, policy.abc.limits === "computed" ? ["ultschLoetsch"] : ["WA"]),
    kind: "abc",
    by,
    value: classes[client],
    inputs: {
      amount: one(amount, amountCells(ground, client, by)),
      amounts: ground.once(`amounts of all by ${by}`, () =>
        many(amounts, { cells: amountsCells(ground, by) }),
      ),
    },
    place: amount > 0 ? abcPlace(amount, ground.levels(by)) : null,
    pool: positiveTotal,
    limits: { ...policy.abc, borders: { a: finite(a), b: finite(b) } },
    distance: margins && { toBetter: margins.toBetterAbc, toWorse: margins.toWorseAbc },
  };
}

/** Steadiness; null without periods. Source: methods §4. */
export function explainXyz(ground: Ground, client: number): XyzExplanation | null {
  const { xyz, variation, policy, portfolio } = ground.classification;
  const chosen = portfolio.window.periods;
  if (chosen.length === 0) return null;
  const { cells, periods, begunBefore } = ground.regularity;
  const quarters = policy.xyz.step === "quarter" ? quartersFrom(chosen) : null;
  const judged = quarters?.periods ?? chosen;
  const own = cells.subarray(client * periods, (client + 1) * periods);
  const leadingZeros = begunBefore[client] ? "count" : policy.xyz.leadingZeros;
  const first = firstCountedPeriod(own, 0, periods, leadingZeros);
  const { method } = policy.xyz;
  const counted = quarters ? chosen.filter((_, i) => quarters.quarterOf[i] >= first) : chosen.slice(first);
  return {
    ...ground.ofClient(client, 4, method === "frequency" ? ["WA"] : []),
    kind: "xyz",
    value: xyz[client],
    inputs: {
      counted: many(own.subarray(first), {
        periods: judged.slice(first),
        cells: ground.cells.ofClientIn(client, counted),
      }),
    },
    unit: judged[0]?.unit ?? null,
    notCounted: first,
    method,
    deviation: policy.xyz.variation.deviation,
    measure: xyz[client] === "N" ? null : variation[client],
    limits: {
      xLimit: policy.xyz[method].xLimit,
      yLimit: policy.xyz[method].yLimit,
      fewest: FEWEST_PERIODS,
    },
  };
}
