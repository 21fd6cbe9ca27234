import type { AbcClass, KeyStatus, Quadrant, XyzClass } from "../../analysis";
import type { Classification } from "../classification/classification";
import { identityOf } from "../clients/rows/client-identity";
import { isIsoDay } from "../periods/period";
import { isNewer, isRecord, shown } from "../json-values";
import { Problem } from "../problem";

/** Snapshots that a workbook keeps (methods §11): two years of months. */
export const MOST_SNAPSHOTS = 24;

/** Letters of a class each: a client of 100,000 takes five letters, its name and its money. */
const statuses: readonly KeyStatus[] = ["regular", "key", "dependence", "mono"];
const quadrants: readonly (Quadrant | null)[] = [null, "key", "development", "maintenance", "opportunistic"];

/** The classes of a run as they are kept in the workbook: plain, compact JSON. */
export interface Snapshot {
  version: 1;
  /** ISO day up to which the run knew everything. */
  day: string;
  /** What the run followed from: another one means that data or rules have changed. */
  fingerprint: string;
  /** Name, money, and four signs: status, ABC, XYZ and quadrant (0 = none). */
  clients: readonly (readonly [name: string, amount: number, classes: string])[];
}

/** The classes of one client in a snapshot. */
export interface SnapshotClasses {
  status: KeyStatus;
  abc: AbcClass;
  xyz: XyzClass;
  quadrant: Quadrant | null;
}

/** The classes of a run, to be kept. */
export function snapshotOf(classification: Classification): Snapshot {
  const { portfolio, policy, statuses: own, abc, xyz, quadrants: places } = classification;
  const clients = portfolio.clients.map((name, i): Snapshot["clients"][number] => [
    name,
    portfolio.amounts[i],
    `${statuses.indexOf(own[i])}${abc[i]}${xyz[i]}${quadrants.indexOf(places[i])}`,
  ]);
  return { version: 1, day: portfolio.asOf, fingerprint: fingerprint([policy, clients]), clients };
}

/** The classes that a snapshot holds, by identity of the client; those of the first where two have one name. */
export function classesIn({
  clients,
}: Snapshot): Map<string, SnapshotClasses & { name: string; amount: number }> {
  const found = new Map<string, SnapshotClasses & { name: string; amount: number }>();
  for (const [name, amount, signs] of clients) {
    const identity = identityOf(name);
    if (!found.has(identity)) found.set(identity, { name, amount, ...classesOf(signs) });
  }
  return found;
}

function classesOf(signs: string): SnapshotClasses {
  return {
    status: statuses[Number(signs[0])],
    abc: signs[1] as AbcClass,
    xyz: signs[2] as XyzClass,
    quadrant: quadrants[Number(signs[3])],
  };
}

/**
 * Snapshots with one more, the oldest first: a run on the same data and rules makes no new one, and the oldest go when there
 * are more than {@link MOST_SNAPSHOTS}.
 */
export function withSnapshot(snapshots: readonly Snapshot[], added: Snapshot): readonly Snapshot[] {
  if (snapshots.at(-1)?.fingerprint === added.fingerprint) return snapshots;
  return [...snapshots, added].slice(-MOST_SNAPSHOTS);
}

/**
 * A snapshot from JSON.
 * @throws Problem badPolicy that names the path, what stands there and what is expected
 */
export function parseSnapshot(json: unknown): Snapshot {
  const refuse = (path: string, found: unknown, expected: string): never => {
    throw new Problem({ kind: "badPolicy", path: `snapshot${path}`, found: shown(found), expected });
  };
  if (isNewer(json, 1)) throw new Problem({ kind: "newerVersion", what: "snapshot" });
  if (!isRecord(json)) return refuse("", json, "{ version, day, fingerprint, clients }");
  const { version, day, fingerprint: mark, clients } = json;
  if (version !== 1) return refuse(".version", version, "1");
  if (typeof day !== "string" || !isIsoDay(day)) return refuse(".day", day, "2024-12-31");
  if (typeof mark !== "string") return refuse(".fingerprint", mark, '"…"');
  if (!Array.isArray(clients)) return refuse(".clients", clients, "[ … ]");
  return {
    version: 1,
    day,
    fingerprint: mark,
    clients: clients.map((client: unknown, i) =>
      isSnapshotClient(client) ? client : refuse(`.clients[${i}]`, client, '["…", 12.5, "0AX0"]'),
    ),
  };
}

function isSnapshotClient(value: unknown): value is Snapshot["clients"][number] {
  if (!Array.isArray(value) || value.length !== 3) return false;
  const [name, amount, signs] = value as unknown[];
  return (
    typeof name === "string" &&
    typeof amount === "number" &&
    typeof signs === "string" &&
    /^[0-3][ABC][XYZN][0-4]$/.test(signs)
  );
}

/** FNV-1a of a value's JSON, twice with different seeds: 64 bits that tell one run from another. */
function fingerprint(value: unknown): string {
  const text = JSON.stringify(value);
  const hash = (seed: number) => {
    let state = seed;
    for (let i = 0; i < text.length; i++) state = Math.imul(state ^ text.charCodeAt(i), 0x01000193);
    return (state >>> 0).toString(16).padStart(8, "0");
  };
  return hash(0x811c9dc5) + hash(0x050c5d1f);
}
