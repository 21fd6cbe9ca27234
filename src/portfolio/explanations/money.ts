/** Amount, share, gap and profit of a client. */
import { diversificationGap } from "../../analysis";
import type { CellsAt } from "./inputs";
import { many, noCells, one } from "./inputs";
import type { AmountExplanation, GapExplanation, ProfitExplanation, ShareExplanation } from "./explanation";
import type { Base } from "./frame";
import type { Ground } from "./ground";

/** Cells of a client's amount: its amount column, else the periods that are added up. */
export function amountCells({ classification, cells }: Ground, client: number, base: Base): CellsAt {
  const { amountFrom, window } = classification.portfolio;
  if (base === "profit") return cells.ofClient(client, ["profit"]);
  return amountFrom === "column"
    ? cells.ofClient(client, ["amount", "returns"])
    : cells.ofClientIn(client, window.periods);
}

/** Cells of the amounts of all clients, rows without a client included. */
export function amountsCells({ classification, cells }: Ground, base: Base): CellsAt {
  const { amountFrom, window } = classification.portfolio;
  if (base === "profit") return cells.whole(["profit"]);
  return amountFrom === "column" ? cells.whole(["amount", "returns"]) : cells.wholeIn(window.periods);
}

/** Revenue of the chosen time. Source: methods §1. */
export function explainAmount(ground: Ground, client: number): AmountExplanation {
  const { amounts, amountFrom, window, history } = ground.classification.portfolio;
  const { periods } = window;
  const cells = amountCells(ground, client, "revenue");
  const inputs =
    amountFrom === "column"
      ? { column: one(amounts[client], cells) }
      : {
          periods: many(history.subarray(client * periods.length, (client + 1) * periods.length), {
            periods,
            cells,
          }),
        };
  return { ...ground.ofClient(client, 1, []), kind: "amount", value: amounts[client], inputs };
}

/** Part of the total. Source: methods §2. */
export function explainShare(ground: Ground, client: number): ShareExplanation {
  const { shares, base, baseAmounts, total } = ground.classification;
  const { nextShareLimit, toNextShareLimit } = ground.margins(client);
  return {
    ...ground.ofClient(client, 2, ["DS"]),
    kind: "share",
    value: shares[client],
    inputs: {
      amount: one(baseAmounts[client], amountCells(ground, client, base)),
      total: one(total, amountsCells(ground, base)),
    },
    limits: { next: nextShareLimit },
    distance: toNextShareLimit,
  };
}

/** How much the others must grow; null where the rules have no limit of dependence. Source: methods §7. */
export function explainGap(ground: Ground, client: number): GapExplanation | null {
  const { base, baseAmounts, total, policy } = ground.classification;
  const { dependence } = policy.ladder;
  if (!dependence) return null;
  return {
    ...ground.ofClient(client, 7, ["KI"]),
    kind: "gap",
    value: diversificationGap(baseAmounts[client], total, dependence.value) ?? null,
    inputs: {
      amount: one(baseAmounts[client], amountCells(ground, client, base)),
      total: one(total, amountsCells(ground, base)),
    },
    limits: { dependence: dependence.value },
  };
}

/** What a client earns; null where the list knows no profit. Source: methods §8. */
export function explainProfit(ground: Ground, client: number): ProfitExplanation | null {
  const { portfolio, lossMaking } = ground.classification;
  const { profits, costs, amounts, profitPeriods } = portfolio;
  if (!profits) return null;
  const { cells } = ground;
  const cell = (roles: Parameters<typeof cells.ofClient>[1]) => cells.ofClient(client, roles);
  const revenueCells = profitPeriods
    ? cells.ofClientIn(client, profitPeriods)
    : amountCells(ground, client, "revenue");
  const revenue = (costs?.revenue ?? amounts)[client];
  const isColumn = portfolio.mapping.columns.some(({ role }) => role === "profit");
  return {
    ...ground.ofClient(client, 8, ["DS", "GD"]),
    kind: "profit",
    value: profits[client],
    inputs:
      isColumn || !costs?.direct
        ? { profit: one(profits[client], isColumn ? cell(["profit"]) : noCells) }
        : {
            revenue: one(revenue, revenueCells),
            direct: one(costs.direct[client], cell(["cost"])),
            toServe: costs.toServe && one(costs.toServe[client], cell(["costToServe"])),
          },
    revenue,
    lossMaking: lossMaking?.[client] === 1,
    limits: { above: 0 },
  };
}
