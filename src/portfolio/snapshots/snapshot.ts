import type { AbcClass, KeyStatus, Quadrant, XyzClass } from "../../analysis";
import type { Classification } from "../classification/classification";
import { identityOf } from "../clients/rows/client-identity";
import { defaultPolicy, type Policy } from "../policy/policy";
import { type Steps, finish, within } from "../steps";
import { type Basis, basisSteps, figureKinds } from "./basis";
import { digestOf, Hash } from "./hash";

/** The classes of one client in a snapshot. */
export interface SnapshotClasses {
  status: KeyStatus;
  abc: AbcClass;
  xyz: XyzClass;
  quadrant: Quadrant | null;
}

/** A client as a run found it. */
export interface SnapshotClient extends SnapshotClasses {
  name: string;
  /** "" where it has none. */
  code: string;
  amount: number;
}

/** The classes of a run, and what they followed from. */
export interface Snapshot {
  /** ISO day up to which the run knew everything. */
  day: string;
  /** Of everything the run followed from, in whatever order the rows stood: another one means that data or rules have changed. */
  fingerprint: string;
  /** Of the rules alone. */
  rules: string;
  clients: readonly SnapshotClient[];
  /** Null where it is not kept: only what the workbook shows has to be compared with what it followed from. */
  basis: Basis | null;
}

/** A snapshot with all that it followed from. */
export type FullSnapshot = Snapshot & { basis: Basis };

/** The classes of a run, to be kept. */
export function snapshotOf(classification: Classification): FullSnapshot {
  return finish(snapshotSteps(classification));
}

/** Snapshots as long as nobody needs their room: a run asks twice. */
const made = new WeakMap<Classification, WeakRef<FullSnapshot>>();

/** The same, step by step. */
export function* snapshotSteps(classification: Classification): Steps<FullSnapshot> {
  const known = made.get(classification)?.deref();
  if (known) return known;
  const snapshot = yield* makingSteps(classification);
  made.set(classification, new WeakRef(snapshot));
  return snapshot;
}

function* makingSteps(classification: Classification): Steps<FullSnapshot> {
  const { portfolio, statuses, abc, xyz, quadrants } = classification;
  const clients = portfolio.clients.map((name, i): SnapshotClient => ({
    name,
    code: portfolio.codes?.[i] ?? "",
    amount: portfolio.amounts[i],
    status: statuses[i],
    abc: abc[i],
    xyz: xyz[i],
    quadrant: quadrants[i],
  }));
  yield 0.2;
  const basis = yield* within(0.2, 0.8, basisSteps(classification));
  const rules = digestOf(orderedText(chosenRules(basis.rules)));
  return { day: portfolio.asOf, fingerprint: fingerprintOf(clients, basis), rules, clients, basis };
}

function fingerprintOf(clients: readonly SnapshotClient[], { rules, whole, figures }: Basis): string {
  const sums = new Uint32Array(2);
  const kinds = figureKinds.flatMap((kind, at) => {
    const of = figures[kind];
    return of ? [{ of, at }] : [];
  });
  const hash = new Hash();
  clients.forEach((client, i) => {
    hash.begin().text(keyOf(client)).number(client.amount);
    for (const { of, at } of kinds) hash.number(at).text(of[i]);
    sums[0] += hash.value;
    sums[1] += hash.text("again").value;
  });
  return digestOf(orderedText([chosenRules(rules), whole, clients.length, ...sums]));
}

/** Rules that do not hold by default: one that a later version brings, and nobody has chosen, makes no earlier run another. */
function chosenRules(rules: Policy): Partial<Policy> {
  return Object.fromEntries(
    Object.entries(rules).filter(
      ([rule, value]) => orderedText(value) !== orderedText(defaultPolicy[rule as keyof Policy]),
    ),
  );
}

/** A value as text, in which the members of records stand in the order of the alphabet. */
export const orderedText = (value: unknown): string => JSON.stringify(ordered(value));

function ordered(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(ordered);
  if (typeof value !== "object" || value === null) return value;
  const sorted = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return sorted.map(([name, member]) => [name, ordered(member)]);
}

/** What a client is known by from one run to the next: its code where it has one, else its name. */
export const keyOf = ({ name, code }: Pick<SnapshotClient, "name" | "code">): string =>
  code === "" ? identityOf(name) : `${codeMark}${identityOf(code)}`;

/** No name has it. */
const codeMark = "\t";

/** Clients of a snapshot by what they are known by, their names included where no other client has them. */
export function clientsByKey(
  clients: readonly SnapshotClient[],
): (client: Pick<SnapshotClient, "name" | "code">) => number | null {
  const keys = new Map<string, number>();
  clients.forEach((client, i) => {
    const key = keyOf(client);
    if (!keys.has(key)) keys.set(key, i);
  });
  let names: Map<string, number> | null = null;
  return (client) => {
    const found = keys.get(keyOf(client));
    if (found !== undefined) return found;
    // A column of codes may have come or gone in between.
    names ??= new Map(clients.map(({ name }, i) => [identityOf(name), i]));
    const byName = names.get(identityOf(client.name));
    const isComparable = byName !== undefined && (client.code === "") !== (clients[byName].code === "");
    return isComparable ? byName : null;
  };
}
