import {
  headerText,
  urgentActionOf,
  type AbcClass,
  type ActivityStatus,
  type Classification,
  type KeyStatus,
  type Membership,
  type Portfolio,
  type Quadrant,
  type UrgentAction,
  type XyzClass,
} from "../../portfolio";

export type ClientOrder = "share" | "name" | "status";

/** Which clients are wanted: those that belong to one of the chosen classes of every kind. An empty choice is no condition. */
export interface ClientFilter {
  /** Part of a name, in any case; ё is е. */
  query: string;
  statuses: readonly KeyStatus[];
  abc: readonly AbcClass[];
  xyz: readonly XyzClass[];
  quadrants: readonly Quadrant[];
  activity: readonly ActivityStatus[];
  /** What is to be done first. */
  actions: readonly UrgentAction[];
  /** Name of a manager or a department that clients belong to; null = any. */
  manager: string | null;
  department: string | null;
}

/** A kind of classes that clients can be filtered by. */
export type FilterKind = Exclude<keyof ClientFilter, "query" | "manager" | "department">;

export const noFilter: ClientFilter = {
  query: "",
  statuses: [],
  abc: [],
  xyz: [],
  quadrants: [],
  activity: [],
  actions: [],
  manager: null,
  department: null,
};

const statusRank: Readonly<Record<KeyStatus, number>> = { mono: 0, dependence: 1, key: 2, regular: 3 };

/** A name as it is searched and sorted by: case folded, accents off, ё as е. */
export function foldedName(name: string): string {
  const lower = name.toLowerCase();
  if (!/[^\u0000-\u007f\u0430-\u044f]/.test(lower)) return lower;
  // The breve of й is part of the letter.
  return lower
    .normalize("NFD")
    .replace(/(?<!и)\u0306|[\u0300-\u0305\u0307-\u036f]/g, "")
    .normalize("NFC");
}

/**
 * The clients of a classification by name, class and order. A client goes by every name that its rows have in the list: its
 * own, those of a group's members, other spellings, its code. Orders and other names are made when first asked for and kept.
 */
export class ClientIndex {
  private readonly names: readonly string[];
  private readonly orders = new Map<ClientOrder, Uint32Array>();
  private otherNames: ReadonlyMap<number, readonly string[]> | null = null;

  constructor(private readonly classification: Classification) {
    this.names = classification.portfolio.clients.map(foldedName);
  }

  /** Clients that fit, in the order asked for. O(n) once the order is known. */
  find(filter: ClientFilter, order: ClientOrder): number[] {
    const query = foldedName(filter.query.trim());
    const { statuses, abc, xyz, quadrants, activity, portfolio } = this.classification;
    const urgent = new Set<UrgentAction | null>(filter.actions);
    const conditions = [
      condition(statuses, filter.statuses),
      condition(abc, filter.abc),
      condition(xyz, filter.xyz),
      condition(quadrants, filter.quadrants),
      condition(activity?.statuses ?? [], filter.activity),
      urgent.size === 0 ? null : (client: number) => urgent.has(urgentActionOf(this.classification, client)),
      memberOf(portfolio.managers, filter.manager),
      memberOf(portfolio.departments, filter.department),
    ].filter((one) => one !== null);
    const found: number[] = [];
    for (const client of this.order(order)) {
      if (query !== "" && !this.names[client].includes(query) && this.#otherName(client, query) === null)
        continue;
      if (conditions.every((holds) => holds(client))) found.push(client);
    }
    return found;
  }

  /** The name that a client is found by, where that is none of its own; null where its own name holds the query. */
  foundBy(client: number, query: string): string | null {
    const folded = foldedName(query.trim());
    return folded === "" || this.names[client].includes(folded) ? null : this.#otherName(client, folded);
  }

  #otherName(client: number, query: string): string | null {
    this.otherNames ??= otherNamesOf(this.classification.portfolio, this.names);
    return this.otherNames.get(client)?.find((name) => foldedName(name).includes(query)) ?? null;
  }

  /** The largest `most` clients whose name holds the query, those that begin with it first; none for a blank query. */
  suggest(query: string, most: number, without: ReadonlySet<number>): number[] {
    const folded = foldedName(query.trim());
    if (folded === "") return [];
    const beginning: number[] = [];
    const inside: number[] = [];
    for (const client of this.order("share")) {
      if (without.has(client)) continue;
      let at = this.names[client].indexOf(folded);
      if (at < 0 && this.#otherName(client, folded) !== null) at = 1;
      if (at < 0) continue;
      if (at === 0) beginning.push(client);
      else if (inside.length < most) inside.push(client);
      if (beginning.length === most) break;
    }
    return [...beginning, ...inside].slice(0, most);
  }

  /** All clients from the first to the last of an order. */
  order(order: ClientOrder): Uint32Array {
    const known = this.orders.get(order) ?? this.sorted(order);
    this.orders.set(order, known);
    return known;
  }

  private sorted(order: ClientOrder): Uint32Array {
    const { statuses } = this.classification;
    switch (order) {
      case "share":
        return this.classification.order;
      case "name": {
        // Compared by code unit: a language's collation takes a second for 100,000 names.
        const { names } = this;
        return Uint32Array.from(names, (_, client) => client).sort((a, b) =>
          names[a] < names[b] ? -1 : names[a] > names[b] ? 1 : a - b,
        );
      }
      case "status":
        return Uint32Array.from(
          [0, 1, 2, 3].flatMap((rank) =>
            Array.from(this.order("share")).filter((client) => statusRank[statuses[client]] === rank),
          ),
        );
    }
  }
}

/** What the rows of each client are called in the list, where that is not how the client is shown. */
function otherNamesOf(
  { list, mapping, clients, rowClient }: Portfolio,
  shown: readonly string[],
): ReadonlyMap<number, readonly string[]> {
  const headers = new Set(
    mapping.columns.flatMap(({ header, role }) => (role === "client" || role === "code" ? [header] : [])),
  );
  const names = new Map<number, string[]>();
  for (const column of list.columns.filter((each) => headers.has(headerText(list, each)))) {
    rowClient.forEach((client, row) => {
      if (client < 0) return;
      const name = String(
        column.others.get(row) ?? (Number.isNaN(column.numbers[row]) ? "" : column.numbers[row]),
      );
      if (name === "" || name === clients[client] || foldedName(name.trim()) === shown[client]) return;
      const known = names.get(client);
      if (!known) names.set(client, [name]);
      else if (!known.includes(name)) known.push(name);
    });
  }
  return names;
}

const indexes = new WeakMap<Classification, ClientIndex>();

/** The index of a classification: list and what-if card share it, and it stays while the classification does. */
export function clientIndexOf(classification: Classification): ClientIndex {
  const index = indexes.get(classification) ?? new ClientIndex(classification);
  indexes.set(classification, index);
  return index;
}

function condition<Class>(
  classes: readonly (Class | null)[],
  wanted: readonly Class[],
): ((client: number) => boolean) | null {
  if (wanted.length === 0) return null;
  const set = new Set<Class | null>(wanted);
  return (client) => set.has(classes[client] ?? null);
}

/** A client with several rows can belong to several. A group that the list does not have any more is no condition. */
function memberOf(membership: Membership | null, name: string | null): ((client: number) => boolean) | null {
  const group = name === null ? -1 : (membership?.groups.indexOf(name) ?? -1);
  if (group < 0) return null;
  const members = new Set<number>();
  membership!.client.forEach((client, pair) => {
    if (membership!.group[pair] === group) members.add(client);
  });
  return (client) => members.has(client);
}

/** Number of clients of each class of a kind, without the filter. Classes without clients do not stand in it. */
export function countsOf<Class>(classes: readonly (Class | null)[]): ReadonlyMap<Class, number> {
  const counts = new Map<Class, number>();
  for (const own of classes) if (own !== null) counts.set(own, (counts.get(own) ?? 0) + 1);
  return counts;
}
