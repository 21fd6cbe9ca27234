/** What a list says of each of its rows, as far as it tells clients from totals, groups and lines. Plain data and small readers. */
export interface RowEvidence {
  rowCount: number;
  /** Text of the client cell; "" when blank. Leading spaces are kept: they are the indent of many exports. */
  nameOf: (row: number) => string;
  /** Texts in the other columns: "Subtotal", "Sum", "Count", products. */
  labelsOf: (row: number) => readonly string[];
  /** What tells a line of a client from the next: product, document, date. Attributes of a client (manager, city) are none. "" when blank. */
  lineOf: (row: number) => string;
  /** Columns of texts left of the client: regions, managers. */
  besideColumns: number;
  /** The last of them that is filled in a row that nothing else names, from 0 on; −1 for none. */
  besideAt: (row: number) => number;
  /** Whether an attribute of a client stands in the row: its manager, department or parent group. */
  isDescribed: (row: number) => boolean;
  /** Money of each row; 0 where there is none. */
  amount: Float64Array;
  /** Additive columns (amount or periods, profit, costs), NaN = no number. At least one. */
  columns: readonly Float64Array[];
  /** Indent of the client cell's format per row; null where it could not be read. */
  indents: Uint8Array | null;
  /** 1 where the client cell is bold; null where it could not be read. */
  bolds: Uint8Array | null;
  /** Whether a formula of the row sums other rows of the list. */
  sums: (row: number) => boolean;
  /** 1 for rows that repeat the header; null where there are none. */
  headers: Uint8Array | null;
  /** Texts of the header over the client column: "Manager / Customer" names levels in their order. */
  headerTexts: readonly string[];
  /** The level of clients that the user chose, 0 = the topmost, {@link noLevels} = every row is a client. */
  level?: number;
  /** Whether a row is of another measure than the revenue: the plan beside the fact. Absent where all are of one. */
  isOtherMeasure?: (row: number) => boolean;
  /** Whether a row says a part of the client above it. Absent where none does. */
  isPart?: (row: number) => boolean;
  /** Whether the user said that a name is a client's, although it sounds like none. */
  isClientByChoice?: (name: string) => boolean;
}

/** What a row of a list is. */
export const rowKinds = [
  "client",
  /** Neither a name nor money. */
  "blank",
  /** The header once more, or the name of a level below it. */
  "header",
  "total",
  /** Above the clients: a manager, a city, a folder of clients. */
  "group",
  /** Below the clients: goods, documents, sub-customers. */
  "detail",
  /** A count or an average: no money. */
  "count",
  /** Money without a client. */
  "unnamed",
  /** Costs, plans or pieces in a row of their own under the revenue. */
  "measure",
] as const;
export type RowKind = (typeof rowKinds)[number];

/** Numbers of the kinds, as {@link RowKinds.kind} holds them. */
export const kindNumber = Object.fromEntries(rowKinds.map((kind, i) => [kind, i])) as Readonly<
  Record<RowKind, number>
>;

export interface RowKinds {
  /** {@link kindNumber} of each row. Only the money of clients and of unnamed rows counts. */
  kind: Uint8Array;
  /**
   * Row whose client cell names the row's client: itself, the row above that it is filled down from, or the row that a
   * closing "Total Birch Inc" adds up. −1 for rows that are no client's. What identifies the client stands there.
   */
  nameRow: Int32Array;
  /** Levels above the clients, the topmost first; empty in a flat list. */
  groups: readonly GroupLevel[];
  /** Which levels may hold the clients; null in a list that shows none. */
  levels: LevelFacts | null;
  /** The total that the list itself states; null where it states none. */
  control: StatedTotal | null;
}

/** A level of groups above the clients. */
export interface GroupLevel {
  /** Row whose client cell names the group that each client's row belongs to; −1 for none. */
  rowOf: Int32Array;
  /** What the header or the names say such a group is; null where they say nothing. */
  meaning: "manager" | "department" | null;
  /** Whether the groups are named in a column of their own, beside that of the clients. */
  isBeside?: boolean;
}

/** Stands for a level where a list has none: every row is a client. */
export const noLevels = -1;

export interface LevelFacts {
  /** Levels that may hold the clients, the most likely first; {@link noLevels} among them where the list may be flat. */
  candidates: readonly LevelCandidate[];
  /** The level that was taken, {@link noLevels} where the list was read as flat. */
  chosen: number;
  /** Whether it clearly leads. */
  decided: boolean;
}

export interface LevelCandidate {
  level: number;
  /** Distinct rows that would be clients, with their sum. */
  clients: number;
  sum: number;
  /** Names that stand there, at most three. */
  samples: readonly string[];
}

export interface StatedTotal {
  row: number;
  value: number;
}
