import { atLeast } from "../exact/limit";
import { type Steps } from "../exact/steps";
import { total } from "../exact/sum";
import { type ActivityRule, type HistoryRecord, ActivityJudge, silentStatuses } from "./activity";
import type { Movement } from "./bridge";
import { comparedWindows, firstOfLast, periodsOfYear, recentPeriods, spanOf } from "./history";
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
  const { purchases } = record;
  const { clients, periods } = record.history;
  const windows = comparedWindows(record.history);
  if (!movement || !windows) return null;
  const { periods: window, history } = windows;
  let first = 1;
  while (spanOf(history, first) < window) first++;
  const points = periods - first;
  const signals = { silence: [], all: [], plainRule: [] } as Record<Alarm, Uint8Array[]>;
  for (let known = first; known < periods; known++) {
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
    yield (0.9 * (known - first + 1)) / points;
  }
  const losses = lossesOf(record, movement, window);
  const judged = (alarm: Alarm, began?: Signal) =>
    recordOf(record, { signals: signals[alarm], first, window }, losses, rule, began);
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

/** A client that was lost, and the number of periods by the calendar after which its loss is full. */
interface Loss {
  client: number;
  full: number;
}

function lossesOf(
  { history, purchases: { places, starts } }: HistoryRecord,
  { kinds }: Movement,
  window: number,
): Loss[] {
  const losses: Loss[] = [];
  for (let client = 0; client < history.clients; client++) {
    if (kinds[client] !== "lost" || starts[client + 1] - starts[client] < 2) continue;
    losses.push({ client, full: places[starts[client + 1] - 1] + 1 + window });
  }
  return losses;
}

/** What an alarm said of all clients, one entry per point: the first after `first` periods, the next one later, and so on. */
interface Said {
  signals: readonly Uint8Array[];
  first: number;
  /** W. */
  window: number;
}

/** @param began only the warnings that began with this signal; all where left out */
function recordOf(
  record: HistoryRecord,
  { signals, first, window }: Said,
  losses: readonly Loss[],
  rule: ActivityRule,
  began?: Signal,
): AlarmRecord {
  const isMeant = (signal: number) => began === undefined || signal === began;
  const leads = losses.flatMap(({ client, full }) => {
    let at = signals.findLastIndex((_, point) => spanOf(record.history, first + point) < full);
    if (at < 0 || !signals[at][client]) return [];
    while (at > 0 && signals[at - 1][client]) at--;
    if (!isMeant(signals[at][client])) return [];
    return [full - spanOf(record.history, first + at)];
  });
  const ahead = Math.floor(window / 2);
  const span = spanOf(record.history);
  const found = { warnings: 0, falseAlarms: 0, openWarnings: 0 };
  signals.forEach((now, at) => {
    const known = first + at;
    for (let client = 0; client < now.length; client++) {
      const signal = now[client] as Signal;
      if (signal === 0 || !isMeant(signal) || (at > 0 && signals[at - 1][client])) continue;
      if (spanOf(record.history, known) + ahead > span) found.openWarnings++;
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
  const end = signal === 2 ? firstOfLast(history, recentPeriods(unit), known) : lastPurchase + 1;
  const counted = leadingZeros === "count" ? 0 : begun[client];
  const from = Math.max(counted, firstOfLast(history, periodsOfYear(unit), end));
  const start = client * periods;
  const mean = total(cells, start + from, start + end) / (end - from);
  let to = known;
  while (to < periods && spanOf(history, to + 1) <= spanOf(history, known) + ahead) to++;
  // What no column tells is no false alarm.
  if (to === known) return ahead === 0;
  return atLeast(total(cells, start + known, start + to), FALSE_ALARM * (to - known) * mean);
}

function median(values: number[]): number | null {
  if (values.length === 0) return null;
  const ascending = values.sort((a, b) => a - b);
  const middle = ascending.length >> 1;
  return ascending.length % 2 ? ascending[middle] : (ascending[middle - 1] + ascending[middle]) / 2;
}
