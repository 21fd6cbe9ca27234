import { type AbcClass, type Firmness, total } from "../../analysis";
import type { Classification } from "../classification/classification";
import { type Steps, STEP } from "../steps";
import { type Snapshot, type SnapshotClasses, clientsByKey } from "./snapshot";

/** A client whose class is another one than before. */
export interface Move {
  client: number;
  kind: "status" | "abc" | "xyz" | "quadrant";
  before: string | null;
  now: string | null;
  amountBefore: number;
  amount: number;
  /** Whether the class of now is firm; where it is not, the move is a wobble (methods §13). Null where that is not known. */
  firm: boolean | null;
}

/** What has changed since a snapshot. */
export interface Moves {
  /** Day of the snapshot. */
  since: string;
  /** Money of each client then; null for those that the snapshot does not know. */
  before: readonly (number | null)[];
  /**
   * Clients from each ABC class (rows) to each (columns), and the money of now behind them. A borderline client has not moved:
   * it stands in the class that it had.
   */
  table: Readonly<Record<AbcClass, Readonly<Record<AbcClass, { clients: number; amount: number }>>>>;
  moved: readonly Move[];
  /** Positions of clients that the snapshot does not know, the largest first. */
  entered: readonly number[];
  /** Clients that the list does not know any more, with the money that they brought then. */
  left: readonly { name: string; amount: number }[];
}

/** The moves of each client that moved, those that count and those that wobble apart (methods §13). */
export interface ClientMoves {
  firm: ReadonlyMap<number, readonly Move[]>;
  borderline: ReadonlyMap<number, readonly Move[]>;
  /** Clients of which no move counts. */
  onlyBorderline: readonly number[];
  entered: ReadonlySet<number>;
}

/** A move counts unless its class is known to be borderline. */
export function clientMoves({ moved, entered }: Moves): ClientMoves {
  const firm = new Map<number, Move[]>();
  const borderline = new Map<number, Move[]>();
  for (const move of moved) {
    const of = move.firm === false ? borderline : firm;
    of.set(move.client, [...(of.get(move.client) ?? []), move]);
  }
  const onlyBorderline = [...borderline.keys()].filter((client) => !firm.has(client));
  return { firm, borderline, onlyBorderline, entered: new Set(entered) };
}

/** How many moved, wobble, came in and left. */
export function countsOfMoves(moves: Moves) {
  const { firm, onlyBorderline } = clientMoves(moves);
  return {
    since: moves.since,
    moved: firm.size,
    borderline: onlyBorderline.length,
    entered: moves.entered.length,
    left: moves.left.length,
  };
}

const byClass = <Value>(of: (own: AbcClass) => Value): Record<AbcClass, Value> => ({
  A: of("A"),
  B: of("B"),
  C: of("C"),
});

/**
 * Compares a classification with an earlier snapshot, client by client (by code, else by name without regard to case and
 * spaces). The moves stand by the money of now, the largest first; equal ones in order of the list. Source: methods §11.
 *
 * @param firmness of the classification; null where it is not known.
 */
export function* movesSteps(
  snapshot: Snapshot,
  classification: Classification,
  firmness: Firmness | null,
): Steps<Moves> {
  const { portfolio, statuses, abc, xyz, quadrants, base } = classification;
  const earlier = clientsByKey(snapshot.clients);
  const known = new Set<number>();
  const cells = byClass(() => byClass((): number[] => []));
  // The history is one of revenue: of classes by profit it says nothing.
  const byRevenue = base === "revenue" ? firmness : null;
  const moved: Move[] = [];
  const entered: number[] = [];
  const money: (number | null)[] = [];
  for (const [client, name] of portfolio.clients.entries()) {
    if (client % STEP === 0) yield client / portfolio.clients.length;
    const place = earlier({ name, code: portfolio.codes?.[client] ?? "" });
    if (place === null || known.has(place)) {
      entered.push(client);
      money.push(null);
      continue;
    }
    known.add(place);
    const before = snapshot.clients[place];
    money.push(before.amount);
    const amount = portfolio.amounts[client];
    const now: SnapshotClasses = {
      status: statuses[client],
      abc: abc[client],
      xyz: xyz[client],
      quadrant: quadrants[client],
    };
    const firm = {
      status: flagOf(byRevenue?.statuses, client),
      abc: flagOf(byRevenue?.abc, client),
      xyz: flagOf(firmness?.xyz, client),
      quadrant: null,
    };
    cells[before.abc][firm.abc === false ? before.abc : now.abc].push(amount);
    for (const kind of ["status", "abc", "xyz", "quadrant"] as const) {
      if (before[kind] === now[kind]) continue;
      moved.push({
        client,
        kind,
        before: before[kind],
        now: now[kind],
        amountBefore: before.amount,
        amount,
        firm: firm[kind],
      });
    }
  }
  const left = snapshot.clients
    .filter((_, place) => !known.has(place))
    .map(({ name, amount }) => ({ name, amount }));
  return {
    since: snapshot.day,
    before: money,
    table: byClass((from) =>
      byClass((to) => ({ clients: cells[from][to].length, amount: total(cells[from][to]) })),
    ),
    moved: moved.sort((a, b) => b.amount - a.amount),
    entered: entered.sort((a, b) => portfolio.amounts[b] - portfolio.amounts[a]),
    left: left.sort((a, b) => b.amount - a.amount),
  };
}

function flagOf(flags: Uint8Array | undefined, client: number): boolean | null {
  return flags ? flags[client] === 1 : null;
}
