import { InvalidArgument } from "../exact/invalid-argument";
import { total } from "../exact/sum";
import { type Conditions, type AfterLeaving, type Stake, afterLeaving } from "./dependency";

/** What becomes of clients: they leave, buy or pay a part (a fraction) less, or pay later. */
export type ClientChange =
  | { kind: "leaves" }
  | { kind: "buysLess"; part: number }
  | { kind: "paysLess"; part: number }
  /** Days, and what borrowed money costs in a year, a fraction. */
  | { kind: "paysLater"; days: number; interest: number };

const DAYS_OF_YEAR = 365;

/**
 * The company after a change with some clients. Who buys less takes goods and the profit on them away in proportion; who
 * pays less takes as much of the profit; who pays later costs the interest on what it owes meanwhile.
 * Source: methods §7, "if the client leaves … and in part".
 *
 * @param all what all clients stand for, rows without a client included,. @param own the changed ones.
 * @throws InvalidArgument for a part outside 0 … 1, days or an interest below 0.
 */
export function scenario(
  all: Stake,
  own: Stake,
  change: ClientChange,
  conditions: Conditions = {},
): AfterLeaving {
  return afterLeaving(all, lossOf(own, change), conditions);
}

/** What is lost by a change, as a stake that goes. */
function lossOf(own: Stake, change: ClientChange): Stake {
  const times = (amount: number | undefined, part: number) =>
    amount === undefined ? undefined : amount * part;
  switch (change.kind) {
    case "leaves":
      return own;
    case "buysLess": {
      const part = checkedPart(change.part);
      return {
        revenue: own.revenue * part,
        profit: times(own.profit, part),
        purchases: times(own.purchases, part),
      };
    }
    case "paysLess": {
      const lost = own.revenue * checkedPart(change.part);
      return {
        revenue: lost,
        profit: own.profit === undefined ? undefined : lost,
        purchases: nothingOf(own),
      };
    }
    case "paysLater": {
      if (!(change.days >= 0)) throw new InvalidArgument("days", null, change.days, "notNegative");
      if (!(change.interest >= 0))
        throw new InvalidArgument("interest", null, change.interest, "notNegative");
      const cost = total([(own.revenue * change.days * change.interest) / DAYS_OF_YEAR]);
      return { revenue: 0, profit: own.profit === undefined ? undefined : cost, purchases: nothingOf(own) };
    }
  }
}

const nothingOf = ({ purchases }: Stake) => (purchases === undefined ? undefined : 0);

function checkedPart(part: number): number {
  if (!(part >= 0)) throw new InvalidArgument("part", null, part, "notNegative");
  if (part > 1) throw new InvalidArgument("part", null, part, "atMostOne");
  return part;
}
