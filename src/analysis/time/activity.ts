import { type LeadingZeros } from "../classes/counted-periods";
import { above } from "../exact/limit";
import { STEP, type Steps, within } from "../exact/steps";
import { total } from "../exact/sum";
import { ExpectedAmounts, type Market, marketSteps } from "./expected-amount";
import { type History, periodsOfYear, recentPeriods } from "./history";
import { type Purchases, purchasesSteps } from "./purchases";
import { Rhythm } from "./rhythm";

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
const LOST = 2;
/** A list of so few periods cannot tell who is new. */
const TOO_SHORT = 3;

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
  /** Expected next purchase and the range it should fall in, as positions of periods, unrounded; 0 = the first period. */
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
    const last = judge.lastPurchase(client);
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

/** Judges clients by what is known after some periods. */
export class ActivityJudge {
  readonly #rhythm: Rhythm;
  readonly #expected: ExpectedAmounts | null;
  readonly #recent: number;

  constructor(
    private readonly record: HistoryRecord,
    private readonly rule: ActivityRule,
    private readonly known: number,
  ) {
    const { history, purchases, market } = record;
    this.#rhythm = new Rhythm(purchases, known);
    this.#recent = recentPeriods(history.unit);
    this.#expected = market && new ExpectedAmounts(history, purchases, market, known, rule.leadingZeros);
  }

  /** Position of the last known purchase; NaN without one. */
  lastPurchase(client: number): number {
    const { positions, starts } = this.record.purchases;
    const count = this.#rhythm.countOf(client);
    return count > 0 ? positions[starts[client] + count - 1] : NaN;
  }

  interval(client: number, part: number): number {
    return this.#rhythm.interval(client, this.#rhythm.countOf(client), part);
  }

  activityOf(client: number) {
    const count = this.#rhythm.countOf(client);
    const silence = this.known - 1 - this.lastPurchase(client);
    const limit = this.#rhythm.limit(client, count);
    const expected = this.#expected?.expected(client) ?? NaN;
    const actual = this.#bought(client, this.known - this.#recent, this.known);
    const status = this.#status(client, count, silence, limit, expected, actual);
    return { status, silence, limit, expected, actual };
  }

  /** What is at stake in a year: methods §9, money at risk. */
  atRiskPerYear(client: number, status: ActivityStatus, expected: number, actual: number): number {
    const year = periodsOfYear(this.record.history.unit);
    if (status === "declining") return ((expected - actual) / this.#recent) * year;
    if (!silentStatuses.has(status)) return 0;
    const last = this.lastPurchase(client);
    return this.#bought(client, Math.max(0, last + 1 - year), last + 1);
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
    if (this.#hasReturned(client, count)) return "returned";
    const declines = this.#expected?.declines(client, expected, actual, this.rule.declineBelow);
    return declines ? "declining" : "active";
  }

  /** Whether a recent purchase ended a silence that was a loss by the purchases before it. */
  #hasReturned(client: number, count: number): boolean {
    const { positions, starts } = this.record.purchases;
    for (let i = count - 1; i >= 2 && this.#isRecent(positions[starts[client] + i]); i--) {
      const silence = positions[starts[client] + i] - positions[starts[client] + i - 1] - 1;
      if (above(silence, LOST * this.#rhythm.limit(client, i))) return true;
    }
    return false;
  }

  #isRecent(position: number): boolean {
    return position >= this.known - this.#recent;
  }

  #bought(client: number, from: number, to: number): number {
    if (from < 0) return NaN;
    const start = client * this.record.history.periods;
    return total(this.record.history.cells, start + from, start + to);
  }
}
