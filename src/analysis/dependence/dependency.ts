import { InvalidArgument } from "../exact/invalid-argument";
import { above, atLeast } from "../exact/limit";
import { total as totalOf } from "../exact/sum";

export interface DiversificationGap {
  /** By how much the other clients must grow, in the unit of the amounts. */
  amount: number;
  /** The same as a fraction of what they give now. */
  growth: number;
}

/**
 * How much the other clients must grow to bring a client with `amount` down to `limit` without selling it less:
 * `x/t − T`, and `(x/t − T)/(T − x)` of what they give now. Both 0 when its share is not above the limit.
 * `diversificationGap(300, 1000, 0.2)` is 500 and 71.4 %. Source: methods §7, Kolotilov: grow the others.
 *
 * @param total T, the client included.
 * @param limit t, a fraction: 0 < t ≤ 1.
 * @returns undefined when there is no share (T ≤ 0), or no others that could grow (T ≤ x).
 * @throws InvalidArgument for a limit outside 0 … 1.
 */
export function diversificationGap(
  amount: number,
  total: number,
  limit: number,
): DiversificationGap | undefined {
  if (!(limit > 0)) throw new InvalidArgument("limit", null, limit, "aboveZero");
  if (limit > 1) throw new InvalidArgument("limit", null, limit, "atMostOne");
  if (!(total > 0)) return undefined;
  if (!above(amount / total, limit)) return { amount: 0, growth: 0 };
  const others = totalOf([total, -amount]);
  if (!(others > 0)) return undefined;
  const gap = amount / limit - total;
  return { amount: gap, growth: gap / others };
}

/** What some or all clients stand for, in the unit of the list. */
export interface Stake {
  revenue: number;
  /** undefined when it is not known of one of them. */
  profit: number | undefined;
  /** What we buy of the supplier for them, before its discount; undefined when it is not known. */
  purchases: number | undefined;
}

/** n values each, one per client; NaN where unknown. */
export interface StakeColumns {
  revenues: ArrayLike<number>;
  profits?: ArrayLike<number> | null;
  purchases?: ArrayLike<number> | null;
}

/**
 * What the picked clients stand for together.
 *
 * @param picked positions of clients, each counted once.
 * @throws InvalidArgument naming a position that is no client.
 */
export function stakeOf(picked: Iterable<number>, columns: StakeColumns): Stake {
  const clients = [...new Set(picked)];
  clients.forEach((client, i) => {
    if (!Number.isInteger(client) || client < 0 || client >= columns.revenues.length) {
      throw new InvalidArgument("picked", i, client, "inRange");
    }
  });
  const together = (column: ArrayLike<number> | null | undefined) => {
    const whole = column ? totalOf(clients.map((client) => column[client])) : NaN;
    return Number.isNaN(whole) ? undefined : whole;
  };
  return {
    revenue: totalOf(clients.map((client) => columns.revenues[client])),
    profit: together(columns.profits),
    purchases: together(columns.purchases),
  };
}

/** A tier of a supplier's volume discount: `discount` (a fraction) on purchases from `from` on. */
export interface DiscountTier {
  from: number;
  discount: number;
}

export interface Conditions {
  /** Costs that stay when clients leave. */
  fixedCosts?: number;
  /** Tiers in ascending order of `from`. */
  discounts?: readonly DiscountTier[];
}

export interface AfterLeaving {
  revenue: number;
  /** Σ profit − profit of those who leave − fixed costs; undefined when one of them is not known. */
  profit: number | undefined;
  /** What happens to the supplier's discount; undefined without tiers or when purchases are not known. */
  discount: DiscountChange | undefined;
  /** Profit less the cost of the lost discount. */
  profitAfterDiscount: number | undefined;
  /** Whether that is below 0. */
  loss: boolean | undefined;
}

export interface DiscountChange {
  /** Tier before and after; null = below the first. */
  before: DiscountTier | null;
  after: DiscountTier | null;
  /** What the lower discount costs on the purchases that remain; 0 when the tier is kept. */
  cost: number;
}

/**
 * The company after clients left. Source: methods §7, Kolotilov: "понесет убытки", "потеряет особые условия у
 * поставщиков".
 *
 * @param all what all clients stand for, rows without a client included.
 * @param leaving what those stand for who leave: `stakeOf()`.
 * @throws InvalidArgument for tiers out of order or discounts outside 0 … 1.
 */
export function afterLeaving(all: Stake, leaving: Stake, conditions: Conditions = {}): AfterLeaving {
  const fixedCosts = conditions.fixedCosts ?? 0;
  const profit =
    all.profit === undefined || leaving.profit === undefined
      ? undefined
      : totalOf([all.profit, -leaving.profit, -fixedCosts]);
  const discount =
    !conditions.discounts?.length || all.purchases === undefined || leaving.purchases === undefined
      ? undefined
      : discountChange(all.purchases, totalOf([all.purchases, -leaving.purchases]), conditions.discounts);
  const profitAfterDiscount = profit === undefined ? undefined : totalOf([profit, -(discount?.cost ?? 0)]);
  return {
    revenue: totalOf([all.revenue, -leaving.revenue]),
    profit,
    discount,
    profitAfterDiscount,
    loss: profitAfterDiscount === undefined ? undefined : profitAfterDiscount < 0,
  };
}

/** The discount tier that a volume of purchases reaches; null below the first. */
export function discountTier(purchases: number, tiers: readonly DiscountTier[]): DiscountTier | null {
  let reached: DiscountTier | null = null;
  tiers.forEach((tier, i) => {
    if (!(tier.discount >= 0)) throw new InvalidArgument("discount", i, tier.discount, "notNegative");
    if (tier.discount > 1) throw new InvalidArgument("discount", i, tier.discount, "atMostOne");
    if (i > 0 && !(tier.from > tiers[i - 1].from))
      throw new InvalidArgument("discounts", i, tier.from, "inOrder");
    if (atLeast(purchases, tier.from)) reached = tier;
  });
  return reached;
}

function discountChange(all: number, rest: number, tiers: readonly DiscountTier[]): DiscountChange {
  const before = discountTier(all, tiers);
  const after = discountTier(rest, tiers);
  const lost = (before?.discount ?? 0) - (after?.discount ?? 0);
  return { before, after, cost: lost * Math.max(0, rest) };
}
