import type { AbcClass, AbcRule } from "../classes/abc";
import { type AbcLevels, abcLevels, firstWhere } from "../classes/abc-levels";

/** How far an amount is from the next classes; null where there is none, or no change of its own leads there. */
export interface AbcMargin {
  /** The least amount more after which the class is better; everybody else unchanged. */
  toBetter: number | null;
  /** The least amount less after which it is worse. */
  toWorse: number | null;
}

/**
 * The margins of a whole column: `marginOf(amount, class)` for each of its amounts. Source: methods §13. Sorted once, then
 * O(log n) per amount. With the whole pool P the amount itself grows or shrinks. Where the class changes only beyond a
 * figure, the figure is given. Null for computed limits, which move with every amount.
 */
export function abcMargins(
  amounts: ArrayLike<number>,
  rule: AbcRule,
): (amount: number, own: AbcClass) => AbcMargin {
  const levels = abcLevels(amounts);
  const ladder = rule.crossing === "up" ? new UpMargins(levels) : new DownMargins(levels);
  return (amount, own) => {
    if (rule.limits === "computed") return { toBetter: null, toWorse: null };
    return {
      toBetter: own === "A" ? null : ladder.toBetter(amount, own === "B" ? rule.aLimit : rule.bLimit),
      toWorse: own === "C" ? null : ladder.toWorse(amount, own === "A" ? rule.aLimit : rule.bLimit),
    };
  };
}

abstract class Margins {
  constructor(protected readonly levels: AbcLevels) {}

  abstract toBetter(amount: number, limit: number): number | null;
  abstract toWorse(amount: number, limit: number): number | null;

  /** Place of an amount among the levels; behind the last for amounts ≤ 0. */
  protected place(amount: number): number {
    const { amounts } = this.levels;
    return firstWhere(0, amounts.length, (i) => amounts[i] <= amount);
  }

  /** The sum of all amounts above the level at a place. */
  protected larger(place: number): number {
    return place === 0 ? 0 : this.levels.upTo[place - 1];
  }

  /** The money of everybody else. */
  protected others(amount: number): number {
    return this.levels.pool - Math.max(0, amount);
  }
}

/** The client that crosses a limit keeps the better class: it holds while what is larger stays below the limit. */
class UpMargins extends Margins {
  toBetter(amount: number, limit: number): number {
    const { amounts } = this.levels;
    const own = this.place(amount);
    const others = this.others(amount);
    /** Between two levels: the amount above which the class is better. */
    const bound = (place: number) => this.larger(place) / limit - others;
    // The fewer are larger, the sooner: the last place from which the bound is reached before the next level.
    const failing = firstWhere(0, own + 1, (place) => place > 0 && !(bound(place) < amounts[place - 1]));
    const place = failing - 1;
    const start = place === own ? Math.max(0, amount) : amounts[place];
    return Math.max(start, bound(place)) - amount;
  }

  toWorse(amount: number, limit: number): number {
    const { amounts } = this.levels;
    const others = this.others(amount);
    const bound = (place: number) => (this.larger(place) - amount) / limit - others;
    const from = this.place(amount) + 1;
    const floor = (place: number) => (place < amounts.length ? amounts[place] : 0);
    const place = firstWhere(from, amounts.length + 1, (at) => bound(at) >= floor(at));
    if (place > amounts.length) return amount;
    return amount - Math.min(amounts[place - 1], bound(place));
  }
}

/** The client that crosses a limit goes to the next class: it holds while all from its amount up stay within the limit. */
class DownMargins extends Margins {
  toBetter(amount: number, limit: number): number | null {
    const { amounts } = this.levels;
    const own = this.place(amount);
    const others = this.others(amount);
    const start = (place: number) => (place === own ? Math.max(0, amount) : amounts[place]);
    const holds = (place: number) =>
      limit >= 1 || start(place) < (limit * others - this.larger(place)) / (1 - limit);
    const place = firstWhere(0, own + 1, (at) => !holds(at)) - 1;
    return place < 0 ? null : start(place) - amount;
  }

  toWorse(amount: number, limit: number): number {
    const { amounts, upTo } = this.levels;
    const others = this.others(amount);
    const place = firstWhere(
      this.place(amount) + 1,
      amounts.length,
      (at) => upTo[at] - amount + amounts[at] > limit * (others + amounts[at]),
    );
    return place < amounts.length ? amount - amounts[place] : amount;
  }
}
