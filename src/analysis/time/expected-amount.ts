import { type LeadingZeros } from "../classes/counted-periods";
import { above } from "../exact/limit";
import { STEP, type Steps } from "../exact/steps";
import { RunningSum, total } from "../exact/sum";
import { type History, firstOfLast, placeOf, recentPeriods, spanOf, yearEarlier } from "./history";
import type { Purchases } from "./purchases";

/** Counted periods below which nothing is expected of a client. */
export const FEWEST_EXPECTED_PERIODS = 8;
/** Other clients below which they do not tell how the market goes. */
export const FEWEST_OTHERS = 5;

/**
 * Amounts of all clients per period, by the period in which they began: row-major, `begun` × `period`. From it follow the
 * sums over all clients that had begun by some period, whatever is known of the history.
 */
export interface Market {
  cells: Float64Array;
  /** Clients by the period in which they began. */
  clients: Int32Array;
}

/** Adds the clients of a history up; null where nothing is expected in periods of this length. O(clients · periods). */
export function* marketSteps(history: History, { begun }: Purchases): Steps<Market | null> {
  const { cells, clients, periods, unit } = history;
  if (unit !== "month" && unit !== "quarter") return null;
  const running = new Float64Array(periods * periods);
  const lost = new Float64Array(periods * periods);
  const counts = new Int32Array(periods);
  for (let client = 0; client < clients; client++) {
    if (client % STEP === 0) yield client / clients;
    const first = begun[client];
    if (first === periods) continue;
    counts[first]++;
    for (let period = first; period < periods; period++) {
      const value = cells[client * periods + period];
      if (value === 0) continue;
      // Neumaier's compensation, as in RunningSum, cell by cell.
      const at = first * periods + period;
      const before = running[at];
      const next = before + value;
      lost[at] += Math.abs(before) >= Math.abs(value) ? before - next + value : value - next + before;
      running[at] = next;
    }
  }
  return { cells: running.map((sum, at) => sum + lost[at]), clients: counts };
}

/** How an expected amount came about. Positions of periods; `to` stands behind the last one. */
export interface ExpectedBasis {
  from: number;
  to: number;
  /** The same periods a year earlier; else all counted periods before the last w. */
  isSeasonal: boolean;
  /** What the client bought in its base. */
  base: number;
  /** All other clients that had begun by then: what they bought in the base and in the last w periods. */
  others: { clients: number; base: number; recent: number };
  /** How they went meanwhile; 1 where there are too few of them, or too little money. */
  ratio: number;
}

/** The amount that was to be expected of a client in the last periods that are known. Source: methods §9. */
export class ExpectedAmounts {
  readonly #sums = new Map<number, { base: number; recent: number; clients: number }>();
  /** Position of the first of the last w periods, and how many of these the list knows. */
  readonly #recentFrom: number;
  readonly #recent: number;
  /** −1 where they are not known. */
  readonly #sameInYearBefore: number;

  constructor(
    private readonly history: History,
    private readonly purchases: Purchases,
    private readonly market: Market,
    private readonly known: number,
    private readonly leadingZeros: LeadingZeros,
  ) {
    this.#recentFrom = firstOfLast(history, recentPeriods(history.unit), known);
    this.#recent = known - this.#recentFrom;
    this.#sameInYearBefore = yearEarlier(history, this.#recentFrom, this.#recent, known);
  }

  /** What a client bought in the last w periods; NaN when fewer are known. */
  actual(client: number): number {
    const { history, known } = this;
    const isKnown = spanOf(history, known) >= recentPeriods(history.unit);
    return isKnown ? this.#sum(client, this.#recentFrom, known) : NaN;
  }

  /**
   * What was to be expected of them: the mean of its base × w × how all other clients went meanwhile. The base is the same
   * periods a year earlier, by the calendar, when two years are known and the client had begun by then, else all its counted periods before.
   * NaN with fewer than 8 counted periods, or a base that is not above 0.
   */
  expected(client: number): number {
    const basis = this.basis(client);
    return basis ? (basis.base / (basis.to - basis.from)) * this.#recent * basis.ratio : NaN;
  }

  /** How {@link expected} comes to what it says; null where nothing is expected. */
  basis(client: number): ExpectedBasis | null {
    const { known } = this;
    const begun = this.purchases.begun[client];
    const counted = this.#firstCounted(client);
    if (begun >= known || known - counted < FEWEST_EXPECTED_PERIODS) return null;
    const sameInYearBefore = this.#sameInYearBefore;
    const isSeasonal = sameInYearBefore >= 0 && begun <= sameInYearBefore;
    const from = isSeasonal ? sameInYearBefore : counted;
    const to = isSeasonal ? from + this.#recent : this.#recentFrom;
    const base = this.#sum(client, from, to);
    if (!(base > 0)) return null;
    const { ratio, ...others } = this.#others(from, to, begun <= from, base, this.actual(client));
    return { from, to, isSeasonal, base, others, ratio };
  }

  /**
   * Whether a client declines while it still buys: less than a part of what was expected, and less than in every earlier
   * run of w periods of its counted history.
   */
  declines(client: number, expected: number, actual: number, part: number): boolean {
    if (Number.isNaN(expected) || !above(part, actual / expected)) return false;
    for (const earlier of this.earlierRuns(client)) if (!above(earlier, actual)) return false;
    return true;
  }

  /**
   * What the client bought in every earlier run of w periods of its counted history, oldest first; of those runs in which as many
   * periods have a column as in the last.
   */
  *earlierRuns(client: number): Generator<number, void> {
    const { history } = this;
    const length = recentPeriods(history.unit);
    for (let from = this.#firstCounted(client); from < this.#recentFrom; from++) {
      const to = from + this.#recent;
      const isOneRun = placeOf(history, to - 1) - placeOf(history, from) < length;
      const isWhole = to === this.known || placeOf(history, to) - placeOf(history, from) >= length;
      if (isOneRun && isWhole) yield this.#sum(client, from, to);
    }
  }

  /** The last w periods over the base, of all other clients that had begun by the first period of the base. */
  #others(from: number, to: number, isAmongThem: boolean, ownBase: number, ownRecent: number) {
    const key = from * (this.known + 1) + to;
    let sums = this.#sums.get(key);
    if (!sums) this.#sums.set(key, (sums = this.#marketSums(from, to)));
    const own = isAmongThem ? 1 : 0;
    const clients = sums.clients - own;
    const base = total([sums.base, -own * ownBase]);
    const recent = total([sums.recent, -own * ownRecent]);
    const perPeriod = base / (to - from);
    const isKnown = clients >= FEWEST_OTHERS && perPeriod > 0 && recent > 0;
    return { clients, base, recent, ratio: isKnown ? recent / (perPeriod * this.#recent) : 1 };
  }

  #marketSums(from: number, to: number): { base: number; recent: number; clients: number } {
    const { cells, clients } = this.market;
    const { periods } = this.history;
    const base = new RunningSum();
    const recent = new RunningSum();
    let count = 0;
    for (let begun = 0; begun <= from; begun++) {
      count += clients[begun];
      for (let period = from; period < to; period++) base.add(cells[begun * periods + period]);
      for (let period = this.#recentFrom; period < this.known; period++) {
        recent.add(cells[begun * periods + period]);
      }
    }
    return { base: base.value, recent: recent.value, clients: count };
  }

  #firstCounted(client: number): number {
    return this.leadingZeros === "count" ? 0 : this.purchases.begun[client];
  }

  #sum(client: number, from: number, to: number): number {
    const start = client * this.history.periods;
    return total(this.history.cells, start + from, start + to);
  }
}
