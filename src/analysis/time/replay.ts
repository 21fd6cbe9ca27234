import { atLeast } from "../exact/limit";
import { type Steps } from "../exact/steps";
import { total } from "../exact/sum";
import { type ActivityRule, type HistoryRecord, ActivityJudge, silentStatuses } from "./activity";
import type { Movement } from "./bridge";
import { comparedPeriods, periodsOfYear, recentPeriods } from "./history";
import { purchasesUntil } from "./purchases";

/** How good an alarm was on the list's own past. */
export interface AlarmRecord {
  /** Losses of which it warned in time. */
  warned: number;
  /** Periods between the warning and the full loss, of those losses; null without one. */
  medianLead: number | null;
  /** Warnings that can be judged, and those of them after which the client went on buying as before. */
  warnings: number;
  falseAlarms: number;
  /** Warnings too young to be judged. */
  openWarnings: number;
}

export interface Replay {
  /** Ends of periods at which the past was looked at. */
  periods: number;
  /** Clients that were lost, with at least two purchases. */
  lost: number;
  /** Warned by silence: at risk or lost. */
  silence: AlarmRecord;
  /** Warnings of the next that began with a decline, before anybody was silent. */
  decline: AlarmRecord;
  /** Warned by silence or by a decline. */
  all: AlarmRecord;
  /** The rule of thumb to compare with: at least two purchases, silence of three periods or more. */
  plainRule: AlarmRecord;
}

const FALSE_ALARM = 0.7;
const PLAIN = { purchases: 2, silence: 3 };

/** What each alarm says of a client at one moment: 0 = nothing, 1 = silent, 2 = declining. */
type Signal = 0 | 1 | 2;

/**
 * Replays the alarms at the end of each period from W to the last but one, with what was known then. Source: methods §9,
 * "Is the alarm any good?". O(periods · clients · periods).
 *
 * @param movement the bridge at the end of the history: whom it counts as lost is a loss.
 * @returns null when the history is too short to compare two windows.
 */
export function* replaySteps(
  record: HistoryRecord,
  movement: Movement | null,
  rule: ActivityRule,
): Steps<Replay | null> {
  const { history, purchases } = record;
  const { clients, periods, unit } = history;
  const window = comparedPeriods(periods, unit);
  if (!movement || window === 0) return null;
  const points = periods - window;
  const signals = { silence: [], all: [], plainRule: [] } as Record<Alarm, Uint8Array[]>;
  for (let known = window; known < periods; known++) {
    const judge = new ActivityJudge(record, rule, known);
    const now = {
      silence: new Uint8Array(clients),
      all: new Uint8Array(clients),
      plainRule: new Uint8Array(clients),
    };
    for (let client = 0; client < clients; client++) {
      const { status, silence } = judge.activityOf(client);
      const signal = silentStatuses.has(status) ? 1 : 0;
      now.silence[client] = signal;
      now.all[client] = status === "declining" ? 2 : signal;
      const count = purchasesUntil(purchases, client, known);
      now.plainRule[client] = count >= PLAIN.purchases && silence >= PLAIN.silence ? 1 : 0;
    }
    for (const alarm of alarms) signals[alarm].push(now[alarm]);
    yield (0.9 * (known - window + 1)) / points;
  }
  const losses = lossesOf(record, movement, window);
  const judged = (alarm: Alarm, began?: Signal) =>
    recordOf(record, signals[alarm], losses, window, rule, began);
  return {
    periods: points,
    lost: losses.length,
    silence: judged("silence"),
    decline: judged("all", 2),
    all: judged("all"),
    plainRule: judged("plainRule"),
  };
}

const alarms = ["silence", "all", "plainRule"] as const;
type Alarm = (typeof alarms)[number];

/** A client that was lost, and the number of periods after which its loss is full. */
interface Loss {
  client: number;
  full: number;
}

function lossesOf(
  { history, purchases: { positions, starts } }: HistoryRecord,
  { kinds }: Movement,
  window: number,
): Loss[] {
  const losses: Loss[] = [];
  for (let client = 0; client < history.clients; client++) {
    if (kinds[client] !== "lost" || starts[client + 1] - starts[client] < 2) continue;
    losses.push({ client, full: positions[starts[client + 1] - 1] + 1 + window });
  }
  return losses;
}

/** @param began only the warnings that began with this signal; all where left out */
function recordOf(
  record: HistoryRecord,
  signals: readonly Uint8Array[],
  losses: readonly Loss[],
  window: number,
  rule: ActivityRule,
  began?: Signal,
): AlarmRecord {
  const isMeant = (signal: number) => began === undefined || signal === began;
  const leads = losses.flatMap(({ client, full }) => {
    let at = full - 1 - window;
    if (at < 0 || !signals[at][client]) return [];
    while (at > 0 && signals[at - 1][client]) at--;
    if (!isMeant(signals[at][client])) return [];
    return [full - (at + window)];
  });
  const ahead = Math.floor(window / 2);
  const found = { warnings: 0, falseAlarms: 0, openWarnings: 0 };
  signals.forEach((now, at) => {
    const known = window + at;
    for (let client = 0; client < now.length; client++) {
      const signal = now[client] as Signal;
      if (signal === 0 || !isMeant(signal) || (at > 0 && signals[at - 1][client])) continue;
      if (known + ahead > record.history.periods) found.openWarnings++;
      else {
        found.warnings++;
        if (isFalse(record, client, signal, known, ahead, rule)) found.falseAlarms++;
      }
    }
  });
  return { warned: leads.length, medianLead: median(leads), ...found };
}

/** Whether a client that was warned of went on buying as in the year before. */
function isFalse(
  { history, purchases }: HistoryRecord,
  client: number,
  signal: Signal,
  known: number,
  ahead: number,
  { leadingZeros }: ActivityRule,
): boolean {
  const { cells, periods, unit } = history;
  const { positions, starts, begun } = purchases;
  const lastPurchase = positions[starts[client] + purchasesUntil(purchases, client, known) - 1];
  const end = signal === 2 ? known - recentPeriods(unit) : lastPurchase + 1;
  const counted = leadingZeros === "count" ? 0 : begun[client];
  const from = Math.max(counted, end - periodsOfYear(unit));
  const start = client * periods;
  const mean = total(cells, start + from, start + end) / (end - from);
  return atLeast(total(cells, start + known, start + known + ahead), FALSE_ALARM * ahead * mean);
}

function median(values: number[]): number | null {
  if (values.length === 0) return null;
  const ascending = values.sort((a, b) => a - b);
  const middle = ascending.length >> 1;
  return ascending.length % 2 ? ascending[middle] : (ascending[middle - 1] + ascending[middle]) / 2;
}
