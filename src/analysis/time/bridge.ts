import { STEP, type Steps } from "../exact/steps";
import { snap } from "../exact/snap";
import { RunningTotal, sum, total } from "../exact/sum";
import { type History, checkHistory, comparedWindows } from "./history";

/**
 * What became of a client from one window to the next. "same": as much money as before; "none": no money in either window.
 */
export type BridgeKind = "new" | "returned" | "lost" | "growth" | "decline" | "same" | "none";

/** The money of each row of a history in the last two windows of equal length. */
export interface Movement {
  /** W, periods of each window. */
  periods: number;
  opening: Float64Array;
  closing: Float64Array;
  kinds: BridgeKind[];
  /** 1 where the row bought in both windows. */
  kept: Uint8Array;
}

/** Opening + new + returned + growth − decline − lost = closing. */
export interface MoneyBridge {
  /** W, periods of each window. */
  periods: number;
  opening: number;
  new: number;
  returned: number;
  growth: number;
  decline: number;
  lost: number;
  closing: number;
  /** (opening + growth − decline − lost) / opening, a fraction; null when the opening is not above 0. */
  netRetention: number | null;
  /** (opening − decline − lost) / opening. */
  grossRetention: number | null;
  /** Clients that bought in both windows. */
  clientsKept: number;
  /** Clients by kind. */
  clients: Readonly<Record<BridgeKind, number>>;
}

/**
 * Compares the last W periods with the W before them, row by row. Kinds go by purchases (periods with an amount above 0),
 * money is always closing − opening. Source: methods §12. O(rows · periods).
 *
 * @returns null for fewer than two periods.
 * @throws InvalidArgument for a history of another length.
 */
export function* movementSteps(history: History): Steps<Movement | null> {
  checkHistory(history);
  const { cells, clients, periods } = history;
  const windows = comparedWindows(history);
  if (!windows) return null;
  const { from, middle } = windows;
  const opening = new Float64Array(clients);
  const closing = new Float64Array(clients);
  const kinds = new Array<BridgeKind>(clients);
  const kept = new Uint8Array(clients);
  for (let client = 0; client < clients; client++) {
    if (client % STEP === 0) yield client / clients;
    const start = client * periods;
    const boughtIn = (first: number, end: number) => {
      for (let period = first; period < end; period++) if (cells[start + period] > 0) return true;
      return false;
    };
    opening[client] = snap(sum(cells, start + from, start + middle));
    closing[client] = snap(sum(cells, start + middle, start + periods));
    const before = boughtIn(from, middle);
    const now = boughtIn(middle, periods);
    kept[client] = before && now ? 1 : 0;
    if (now && !before) kinds[client] = boughtIn(0, from) ? "returned" : "new";
    else if (before && !now) kinds[client] = "lost";
    else kinds[client] = kindOfChange(opening[client], closing[client]);
  }
  return { periods: windows.periods, opening, closing, kinds, kept };
}

function kindOfChange(opening: number, closing: number): BridgeKind {
  if (closing > opening) return "growth";
  if (closing < opening) return "decline";
  return opening === 0 ? "none" : "same";
}

/** The bridge of all rows together. */
export function moneyBridge(movement: Movement): MoneyBridge {
  const [bridge] = moneyBridges(movement, new Int32Array(movement.kinds.length), 1);
  return bridge;
}

/**
 * The bridge of each group of rows: a row is a client within a department or with a manager, and its kind is judged there.
 *
 * @param groups group of each row, 0 … groupCount − 1; −1 = in no group.
 */
export function moneyBridges(movement: Movement, groups: Int32Array, groupCount: number): MoneyBridge[] {
  const groupsFound = Array.from({ length: groupCount }, () => new GroupOfRows());
  groups.forEach((group, row) => {
    if (group >= 0) groupsFound[group].add(movement, row);
  });
  return groupsFound.map((group) => group.bridge(movement.periods));
}

/** The money of rows that are added one by one. */
class GroupOfRows {
  readonly #opening = new RunningTotal();
  readonly #closing = new RunningTotal();
  readonly #changes = recordOf(() => new RunningTotal());
  readonly #clients = recordOf(() => 0);
  #clientsKept = 0;

  add({ opening, closing, kinds, kept }: Movement, row: number): void {
    const kind = kinds[row];
    this.#opening.add(opening[row]);
    this.#closing.add(closing[row]);
    this.#changes[kind].add(closing[row]);
    this.#changes[kind].add(-opening[row]);
    this.#clients[kind]++;
    this.#clientsKept += kept[row];
  }

  bridge(periods: number): MoneyBridge {
    const before = this.#opening.value;
    const changeOf = (kind: BridgeKind) => this.#changes[kind].value;
    const [growth, decline, lost] = [changeOf("growth"), -changeOf("decline") + 0, -changeOf("lost") + 0];
    const part = (...flows: number[]) => (before > 0 ? total([before, ...flows]) / before : null);
    return {
      periods,
      opening: before,
      new: changeOf("new"),
      returned: changeOf("returned"),
      growth,
      decline,
      lost,
      closing: this.#closing.value,
      netRetention: part(growth, -decline, -lost),
      grossRetention: part(-decline, -lost),
      clientsKept: this.#clientsKept,
      clients: { ...this.#clients },
    };
  }
}

const recordOf = <T>(make: () => T): Record<BridgeKind, T> => ({
  new: make(),
  returned: make(),
  lost: make(),
  growth: make(),
  decline: make(),
  same: make(),
  none: make(),
});
