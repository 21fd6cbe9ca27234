import { type LeadingZeros } from "../classes/counted-periods";
import { above } from "../exact/limit";
import { STEP, type Steps, within } from "../exact/steps";
import { total } from "../exact/sum";
import { ExpectedAmounts, type ExpectedBasis, type Market, marketSteps } from "./expected-amount";
import { type History, firstOfLast, periodsOfYear, recentPeriods, spanOf } from "./history";
import { type Purchases, purchasesSteps, purchasesUntil } from "./purchases";
import { type CommonIntervals, type LimitBasis, Rhythm } from "./rhythm";

/** Whether a client still buys. "potential": has not bought yet; "notEnoughHistory": too little is known of its rhythm. */
export type ActivityStatus =
  | "active"
  | "new"
  | "oneOff"
  | "declining"
  | "atRisk"
  | "lost"
  | "returned"
  | "potential"
  | "notEnoughHistory";

/** The statuses that warn of a loss: of silence, and of a decline while the client still buys. */
export const silentStatuses: ReadonlySet<ActivityStatus> = new Set(["atRisk", "lost"]);

/** Silence above so many limits is a loss. */
export const LOST = 2;
/** A list of so few periods cannot tell who is new. */
export const TOO_SHORT = 3;

export interface ActivityRule {
  leadingZeros: LeadingZeros;
  /** A client declines below this part of what was expected of it; a fraction, usually 0.7. */
  declineBelow: number;
}

/** One entry per client; NaN where it is not known. */
export interface Activity {
  statuses: ActivityStatus[];
  /** Complete periods since the last purchase. */
  silences: Float64Array;
  /** Silence above which the client is at risk, and lost above twice that. */
  limits: Float64Array;
  /** Expected next purchase and the range it should fall in, in periods of the calendar, unrounded; 0 = the first period. */
  nextPurchases: Float64Array;
  earliest: Float64Array;
  latest: Float64Array;
  /** What was expected of the last w periods, and what was bought in them. */
  expected: Float64Array;
  actual: Float64Array;
  /** Money at risk per year: of clients that are lost, at risk or declining; 0 for others. */
  atRiskPerYear: Float64Array;
}

/** What the history says once for all, however much of it is looked at. */
export interface HistoryRecord {
  history: History;
  purchases: Purchases;
  market: Market | null;
}

/** Prepares a history to be looked at. @throws InvalidArgument for a history of another length. */
export function* recordSteps(history: History): Steps<HistoryRecord> {
  const purchases = yield* within(0, 0.5, purchasesSteps(history));
  return { history, purchases, market: yield* within(0.5, 1, marketSteps(history, purchases)) };
}

/**
 * Activity of each client at the end of the first `known` periods; nothing that comes later is looked at.
 * Source: methods §9. O(clients · periods).
 */
export function* activitySteps(
  record: HistoryRecord,
  rule: ActivityRule,
  known = record.history.periods,
): Steps<Activity> {
  const { clients } = record.history;
  const judge = new ActivityJudge(record, rule, known);
  const column = () => new Float64Array(clients);
  const result = {
    statuses: new Array<ActivityStatus>(clients),
    silences: column(),
    limits: column(),
    nextPurchases: column(),
    earliest: column(),
    latest: column(),
    expected: column(),
    actual: column(),
    atRiskPerYear: column(),
  };
  for (let client = 0; client < clients; client++) {
    if (client % STEP === 0) yield client / clients;
    const { status, silence, limit, expected, actual } = judge.activityOf(client);
    const last = judge.lastPlace(client);
    result.statuses[client] = status;
    result.silences[client] = silence;
    result.limits[client] = limit;
    result.nextPurchases[client] = last + judge.interval(client, 0.5);
    result.earliest[client] = last + judge.interval(client, 0.1);
    result.latest[client] = last + judge.interval(client, 0.9);
    result.expected[client] = expected;
    result.actual[client] = actual;
    result.atRiskPerYear[client] = judge.atRiskPerYear(client, status, expected, actual);
  }
  return result;
}

/** What the activity of one client follows from; positions of periods, 0 = the first. */
export interface ActivityBasis {
  /** Periods that are known. */
  known: number;
  /** Periods of the list among the last w, and the periods of a year. */
  recent: number;
  year: number;
  /** Periods with a purchase, ascending. */
  purchases: Int32Array;
  /** How the limit of silence came about; null with fewer than two purchases. */
  limit: LimitBasis | null;
  /** What clients with fewer purchases of their own are judged by: a silence that has ended by those before it. */
  common: CommonIntervals;
  /** A silence longer than twice the limit that a recent purchase ended, with the number of purchases before it. */
  returned: { purchases: number; silence: number; limit: number } | null;
  /** How the expected amount came about; null where nothing is expected. */
  expected: ExpectedBasis | null;
  /** What was bought in every earlier run of w periods. */
  earlierRuns: readonly number[];
}

/** The bases of a history, client by client. O(purchases), then O(periods) for each client. */
export function activityBases(record: HistoryRecord, rule: ActivityRule): (client: number) => ActivityBasis {
  const judge = new ActivityJudge(record, rule, record.history.periods);
  return (client) => judge.basisOf(client);
}

/**
 * What a client bought in the year that ends with its last known purchase, not scaled up where it has bought for less. Source:
 * methods §9, money at risk. NaN without a purchase.
 */
export function boughtInLastYear(
  { history, purchases }: HistoryRecord,
  client: number,
  known = history.periods,
): number {
  const count = purchasesUntil(purchases, client, known);
  if (count === 0) return NaN;
  const end = purchases.positions[purchases.starts[client] + count - 1] + 1;
  const start = client * history.periods;
  const from = firstOfLast(history, periodsOfYear(history.unit), end);
  return total(history.cells, start + from, start + end);
}

/** Judges clients by what is known after some periods. */
export class ActivityJudge {
  readonly #rhythm: Rhythm;
  readonly #expected: ExpectedAmounts | null;
  /** Position of the first of the last w periods. */
  readonly #recentFrom: number;
  readonly #span: number;

  constructor(
    private readonly record: HistoryRecord,
    private readonly rule: ActivityRule,
    private readonly known: number,
  ) {
    const { history, purchases, market } = record;
    this.#span = spanOf(history, known);
    this.#rhythm = new Rhythm(purchases, known, this.#span);
    this.#recentFrom = firstOfLast(history, recentPeriods(history.unit), known);
    this.#expected = market && new ExpectedAmounts(history, purchases, market, known, rule.leadingZeros);
  }

  /** Where the last known purchase stands by the calendar; NaN without one. */
  lastPlace(client: number): number {
    const { places, starts } = this.record.purchases;
    const count = this.#rhythm.countOf(client);
    return count > 0 ? places[starts[client] + count - 1] : NaN;
  }

  interval(client: number, part: number): number {
    return this.#rhythm.interval(client, this.#rhythm.countOf(client), part);
  }

  activityOf(client: number) {
    const count = this.#rhythm.countOf(client);
    const silence = this.#span - 1 - this.lastPlace(client);
    const limit = this.#rhythm.limit(client, count);
    const expected = this.#expected?.expected(client) ?? NaN;
    const actual = this.#boughtRecently(client);
    const status = this.#status(client, count, silence, limit, expected, actual);
    return { status, silence, limit, expected, actual };
  }

  /** What is at stake in a year: methods §9, money at risk. */
  atRiskPerYear(client: number, status: ActivityStatus, expected: number, actual: number): number {
    const year = periodsOfYear(this.record.history.unit);
    if (status === "declining") return ((expected - actual) / (this.known - this.#recentFrom)) * year;
    if (!silentStatuses.has(status)) return 0;
    return boughtInLastYear(this.record, client, this.known);
  }

  /** Everything that the status, the expected amount and the money at risk of a client follow from. */
  basisOf(client: number): ActivityBasis {
    const { history, purchases } = this.record;
    const count = this.#rhythm.countOf(client);
    const start = purchases.starts[client];
    return {
      known: this.known,
      recent: this.known - this.#recentFrom,
      year: periodsOfYear(history.unit),
      purchases: purchases.positions.subarray(start, start + count),
      limit: this.#rhythm.basis(client, count),
      common: this.#rhythm.common,
      returned: this.#returnedAfter(client, count),
      expected: this.#expected?.basis(client) ?? null,
      earlierRuns: this.#expected ? [...this.#expected.earlierRuns(client)] : [],
    };
  }

  #status(
    client: number,
    count: number,
    silence: number,
    limit: number,
    expected: number,
    actual: number,
  ): ActivityStatus {
    const { positions, starts } = this.record.purchases;
    if (count === 0) return "potential";
    if (this.known <= TOO_SHORT) return "notEnoughHistory";
    if (this.#isRecent(positions[starts[client]])) return "new";
    if (count === 1) return "oneOff";
    if (Number.isNaN(limit)) return "notEnoughHistory";
    if (above(silence, LOST * limit)) return "lost";
    if (above(silence, limit)) return "atRisk";
    if (this.#returnedAfter(client, count)) return "returned";
    const declines = this.#expected?.declines(client, expected, actual, this.rule.declineBelow);
    return declines ? "declining" : "active";
  }

  /** The silence, a loss by the purchases before it, that a recent purchase ended; null without one. */
  #returnedAfter(client: number, count: number): ActivityBasis["returned"] {
    const { positions, places, starts } = this.record.purchases;
    for (let i = count - 1; i >= 2 && this.#isRecent(positions[starts[client] + i]); i--) {
      const silence = places[starts[client] + i] - places[starts[client] + i - 1] - 1;
      const limit = this.#rhythm.limit(client, i);
      if (above(silence, LOST * limit)) return { purchases: i, silence, limit };
    }
    return null;
  }

  #isRecent(position: number): boolean {
    return position >= this.#recentFrom;
  }

  #boughtRecently(client: number): number {
    const { cells, periods, unit } = this.record.history;
    if (this.#span < recentPeriods(unit)) return NaN;
    const start = client * periods;
    return total(cells, start + this.#recentFrom, start + this.known);
  }
}
