/** What a workbook remembers of the runs on one of its lists: compact, versioned JSON that anybody may have changed. */
import { isRecord } from "../json-values";
import { isIsoDay } from "../periods/period";
import { parsePolicy } from "../policy/policy-json";
import { Problem } from "../problem";
import {
  type Basis,
  type FigureKind,
  type WholeKind,
  FIGURE_LETTERS,
  NOTHING_KNOWN,
  figureKinds,
  wholeKinds,
} from "./basis";
import { type Steps, STEP, finish, within } from "../steps";
import { lineOf, nameAndCode, packedClients, unpackedClients } from "./packed-clients";
import { type FullSnapshot, type Snapshot, type SnapshotClient, keyOf } from "./snapshot";

/** Snapshots that are kept of a list (methods §11): two years of months. */
export const MOST_SNAPSHOTS = 24;

/** What a run shows in the workbook: columns beside the list, the sheets of the report. */
export type Shown = "columns" | "sheets";
const shownKinds: readonly Shown[] = ["columns", "sheets"];

/** What stands in the workbook: the snapshot, and the ISO day of the run that wrote it. */
export interface Stamp {
  fingerprint: string;
  day: string;
  /** Of the costs of the what-if that the sheets reckon with; left out by runs that did not keep it, and by columns. */
  costs?: string;
}

interface PackedRun {
  day: string;
  fingerprint: string;
  rules: string;
  clients: string;
  basis?: {
    rules: unknown;
    whole: Readonly<Record<WholeKind, string>>;
    figures: Readonly<Record<string, string>>;
  };
}

/** The runs of one list. */
export interface KeptRuns {
  /** A line for every client of any of the runs. */
  names: string;
  /** The oldest first. */
  runs: readonly PackedRun[];
  columns: Stamp | null;
  sheets: Stamp | null;
}

export const noRuns: KeptRuns = { names: "", runs: [], columns: null, sheets: null };

const digestForm = /^[0-9a-f]{16}$/;
const isDigest = (value: unknown): value is string => typeof value === "string" && digestForm.test(value);

/** What can be read of the runs of a list; what cannot is left out. Never throws. */
export function parseKeptRuns(json: unknown): KeptRuns {
  if (!isRecord(json) || typeof json.names !== "string" || !Array.isArray(json.runs)) return noRuns;
  const runs = json.runs.slice(-MOST_SNAPSHOTS).flatMap((run: unknown) => parsedRun(run) ?? []);
  const stamp = (value: unknown): Stamp | null => {
    if (!isRecord(value)) return null;
    const { fingerprint, day, costs } = value;
    if (typeof day !== "string" || !isIsoDay(day) || !isDigest(fingerprint)) return null;
    return { fingerprint, day, ...(isDigest(costs) && { costs }) };
  };
  const [columns, sheets] = [stamp(json.columns), stamp(json.sheets)];
  return runs.length === 0 && !columns && !sheets ? noRuns : { names: json.names, runs, columns, sheets };
}

function parsedRun(json: unknown): PackedRun | null {
  if (!isRecord(json)) return null;
  const { day, fingerprint, rules, clients, basis } = json;
  if (typeof day !== "string" || !isIsoDay(day) || typeof clients !== "string") return null;
  if (!isDigest(fingerprint) || !isDigest(rules)) return null;
  const kept = parsedBasis(basis);
  return { day, fingerprint, rules, clients, ...(kept && { basis: kept }) };
}

function parsedBasis(json: unknown): PackedRun["basis"] | null {
  if (!isRecord(json) || !isRecord(json.whole) || !isRecord(json.figures)) return null;
  const text = (of: Record<string, unknown>, name: string): string => {
    const value = Object.hasOwn(of, name) ? of[name] : "";
    return typeof value === "string" ? value : "";
  };
  const { whole, figures } = json;
  return {
    rules: json.rules,
    whole: Object.fromEntries(wholeKinds.map((kind) => [kind, text(whole, kind)])) as Record<
      WholeKind,
      string
    >,
    figures: Object.fromEntries(
      figureKinds.flatMap((kind) => (text(figures, kind) === "" ? [] : [[kind, text(figures, kind)]])),
    ),
  };
}

/** A snapshot by its place among the runs; null where it cannot be read. */
export const snapshotAt = (kept: KeptRuns, index: number): Snapshot | null =>
  finish(snapshotAtSteps(kept, index));

function* snapshotAtSteps({ names, runs }: KeptRuns, index: number): Steps<Snapshot | null> {
  const run = runs.at(index);
  const unpacked = run && (yield* unpackedClients(run.clients, linesOf(names)));
  if (!unpacked) return null;
  const { clients } = unpacked;
  const { day, fingerprint, rules } = run;
  return { day, fingerprint, rules, clients, basis: basisOf(run, clients.length) };
}

/** What the workbook shows, and the ISO day of the run that wrote it. */
export interface ShownSnapshot {
  snapshot: FullSnapshot;
  day: string;
}

/** What the workbook shows of a list, with all that it followed from; null where it shows nothing, or that is not known. */
export function* shownSnapshotSteps(kept: KeptRuns, shown: Shown): Steps<ShownSnapshot | null> {
  const stamp = kept[shown];
  const index = stamp ? indexOf(kept, stamp) : -1;
  const snapshot = index < 0 ? null : yield* snapshotAtSteps(kept, index);
  return snapshot?.basis ? { snapshot: { ...snapshot, basis: snapshot.basis }, day: stamp!.day } : null;
}

/** The last run of a fingerprint: the same may have come twice. */
const indexOf = ({ runs }: KeptRuns, { fingerprint }: { fingerprint: string }): number =>
  runs.map((run) => run.fingerprint).lastIndexOf(fingerprint);

function basisOf({ basis }: PackedRun, clients: number): Basis | null {
  if (!basis) return null;
  const figures: Partial<Record<FigureKind, readonly string[]>> = {};
  for (const kind of figureKinds) {
    const text = Object.hasOwn(basis.figures, kind) ? basis.figures[kind] : "";
    if (text.length !== clients * FIGURE_LETTERS) continue;
    figures[kind] = Array.from({ length: clients }, (_, i) =>
      text.slice(i * FIGURE_LETTERS, (i + 1) * FIGURE_LETTERS),
    );
  }
  try {
    return { rules: parsePolicy(basis.rules), whole: basis.whole, figures };
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    return null;
  }
}

/** The runs that a classification can be compared with, the newest first; of those on the same data and rules the last one. */
export function earlierRuns({ runs }: KeptRuns, fingerprint: string): { day: string; fingerprint: string }[] {
  const last = runs.at(-1)?.fingerprint === fingerprint ? runs.slice(0, -1) : runs;
  const newest = [...last].reverse();
  return newest
    .filter((run, i) => newest.findIndex((each) => each.fingerprint === run.fingerprint) === i)
    .map((run) => ({ day: run.day, fingerprint: run.fingerprint }));
}

/**
 * The snapshot that a classification is compared with: the last one of other data or rules (methods §11). So a run on the same
 * data is compared with what it was compared with before.
 * @param chosen fingerprint of an earlier one
 */
export function* snapshotBeforeSteps(
  kept: KeptRuns,
  fingerprint: string,
  chosen: string | null = null,
): Steps<Snapshot | null> {
  const { runs } = kept;
  const asked = chosen === null ? -1 : indexOf(kept, { fingerprint: chosen });
  const last = runs.at(-1)?.fingerprint === fingerprint ? runs.length - 2 : runs.length - 1;
  const index = asked < 0 ? last : asked;
  return index < 0 ? null : yield* snapshotAtSteps(kept, index);
}

/**
 * The runs with one more: on the same data and rules it makes no new snapshot, and the oldest that the workbook does not show go
 * when there are more than {@link MOST_SNAPSHOTS}.
 *
 * @param shows what the run wrote
 * @param day ISO day of the run
 * @param costs digest of the costs that its sheets reckon with
 */
export function* withRunSteps(
  kept: KeptRuns,
  snapshot: FullSnapshot,
  { shows, day, costs }: { shows: readonly Shown[]; day: string; costs?: string },
): Steps<KeptRuns> {
  const { names, clients, figures } = yield* within(0, 0.8, placed(kept, snapshot));
  const { rules, whole } = snapshot.basis;
  const packed: PackedRun = {
    day: snapshot.day,
    fingerprint: snapshot.fingerprint,
    rules: snapshot.rules,
    clients: packedClients(clients),
    basis: { rules, whole, figures },
  };
  const isKnown = kept.runs.at(-1)?.fingerprint === snapshot.fingerprint;
  const stamped: Record<Shown, Stamp | null> = { columns: kept.columns, sheets: kept.sheets };
  for (const shown of shows) {
    const isSame = shown === "columns" && stamped.columns?.fingerprint === snapshot.fingerprint;
    // The columns say no day: written anew they are what they were.
    const kept = shown === "sheets" && costs !== undefined ? { costs } : {};
    if (!isSame) stamped[shown] = { fingerprint: snapshot.fingerprint, day, ...kept };
  }
  const earlier = isKnown ? kept.runs.slice(0, -1) : kept.runs;
  const last = isKnown ? { ...packed, day: kept.runs.at(-1)!.day } : packed;
  const after = tidied({ names, runs: [...earlier, last], ...stamped }, MOST_SNAPSHOTS);
  return yield* withoutLostNames(after, snapshot.clients.length);
}

/**
 * The same with the names that one of the runs knows, once most of the names are of clients that nobody knows any more.
 * @param newest number of clients of the newest run
 */
function* withoutLostNames(kept: KeptRuns, newest: number): Steps<KeptRuns> {
  const lines = linesOf(kept.names);
  if (lines.length < 2 * newest + 100) return kept;
  const readable: { run: PackedRun; clients: SnapshotClient[]; places: number[] }[] = [];
  for (const run of kept.runs) {
    const unpacked = yield* unpackedClients(run.clients, lines);
    if (unpacked) readable.push({ run, ...unpacked });
  }
  const used = [...new Set(readable.flatMap(({ places }) => places))].sort((a, b) => a - b);
  const placeOf = new Map(used.map((line, place) => [line, place]));
  return {
    ...kept,
    names: used.map((line) => lines[line]).join("\n"),
    runs: readable.map(({ run, clients, places }) => {
      const row: (SnapshotClient | null)[] = [];
      places.forEach((line, i) => {
        const place = placeOf.get(line)!;
        while (row.length < place) row.push(null);
        row[place] = clients[i];
      });
      return { ...run, clients: packedClients(row) };
    }),
  };
}

/** The runs without the oldest one that the workbook does not show; null where there is none to do without. */
export function withoutOldest(kept: KeptRuns): KeptRuns | null {
  return kept.runs.length < 2 ? null : tidied(kept, kept.runs.length - 1);
}

/** What the workbook shows, of a list that is too large for a snapshot: whether it is outdated, though not by what. */
export const withoutSnapshots = ({ columns, sheets }: KeptRuns): KeptRuns => ({ ...noRuns, columns, sheets });

/** The runs without what the workbook does not show any more. */
export function notShown(kept: KeptRuns, shown: Shown): KeptRuns {
  return tidied({ ...kept, [shown]: null }, MOST_SNAPSHOTS);
}

/** At most so many runs; only what is shown keeps what it followed from. */
function tidied(kept: KeptRuns, most: number): KeptRuns {
  const shown = new Set(
    shownKinds.map((kind) => {
      const stamp = kept[kind];
      return stamp ? indexOf(kept, stamp) : -1;
    }),
  );
  const runs = kept.runs.map((run, i) => {
    const { day, fingerprint, rules, clients } = run;
    const isShown = shown.has(i);
    return {
      run: isShown ? run : { day, fingerprint, rules, clients },
      isKept: isShown || i === kept.runs.length - 1,
    };
  });
  while (runs.length > most) {
    const oldest = runs.findIndex(({ isKept }) => !isKept);
    runs.splice(Math.max(0, oldest), 1);
  }
  return { ...kept, runs: runs.map(({ run }) => run) };
}

const linesOf = (names: string): string[] => (names === "" ? [] : names.split("\n"));

/** The clients of a snapshot by the lines of the names; a client that is new gets a line. */
function* placed(kept: KeptRuns, { clients, basis }: FullSnapshot) {
  const lines = linesOf(kept.names);
  const places = new Map<string, number>();
  /** Further lines of what two are known by. */
  const further = new Map<string, number[]>();
  for (const [place, line] of lines.entries()) {
    if (place % STEP === 0) yield (0.4 * place) / lines.length;
    const key = keyOf(nameAndCode(line));
    if (places.has(key)) further.set(key, [...(further.get(key) ?? []), place]);
    else places.set(key, place);
  }
  const at: (number | undefined)[] = [];
  for (const [i, client] of clients.entries()) {
    if (i % STEP === 0) yield 0.4 + (0.4 * i) / clients.length;
    const key = keyOf(client);
    let place = places.get(key);
    if (place !== undefined && at[place] !== undefined) {
      place = further.get(key)?.find((each) => at[each] === undefined);
    }
    if (place === undefined) place = lines.push(lineOf(client)) - 1;
    at[place] = i;
  }
  yield 0.8;
  const found = Array.from(at, (i): SnapshotClient | null => (i === undefined ? null : clients[i]));
  const figures: Record<string, string> = {};
  for (const kind of figureKinds) {
    yield 0.9;
    const of = basis.figures[kind];
    if (of) figures[kind] = Array.from(at, (i) => (i === undefined ? "" : (of[i] ?? NOTHING_KNOWN))).join("");
  }
  return { names: lines.join("\n"), clients: found, figures };
}
