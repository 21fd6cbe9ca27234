/** From the rows of a list to its clients: names joined, amounts, profit, criteria and groups. */
import type { Finding } from "../list/finding";
import type { Mapping } from "../mapping/mapping";
import type { Period } from "../periods/period";
import type { SourceList } from "../list/source-list";
import type { Reading } from "./reading";

/**
 * The clients behind a list, after names were joined, totals left out and text numbers read.
 * Arrays are aligned: `n` clients in order of their first row, `m` chosen periods.
 */
export interface Portfolio {
  list: SourceList;
  mapping: Mapping;
  /** How the list was read. */
  reading: Reading;
  /** Name as first written, length n. With joined groups: the parent group's name. */
  clients: readonly string[];
  /** Code of each client, "" where it has none; null when no column of codes is mapped. */
  codes: readonly string[] | null;
  /** Amount per client in the unit of the list, length n, snapped to 1e-6. */
  amounts: Float64Array;
  /** Profit per client; null when neither profit nor cost is mapped; NaN where a client has none. */
  profits: Float64Array | null;
  /**
   * The periods that profits and costs speak of: all that the list has figures for, since a cost column knows no window.
   * Null when profits are null, and when revenue is an amount column, which stands for the same time as they.
   */
  profitPeriods: readonly Period[] | null;
  /** What stands behind the profits; null when neither profit nor any cost is mapped. */
  costs: Costs | null;
  /** Sum of all amounts, rows without a client included. */
  total: number;
  unnamedAmount: number;
  unnamedRows: number;
  /** Profit of rows without a client; 0 when profits are null. */
  unnamedProfit: number;
  amountFrom: "column" | "periods";
  window: Window;
  /** Amount per client and chosen period, row-major n × m; empty when no period is mapped. */
  history: Float64Array;
  /** Money of rows without a client in each chosen period. */
  unnamedHistory: Float64Array;
  /**
   * All complete periods, whatever window is chosen, and the amounts in them, row-major like `history`: who still buys
   * is told by these. The same array as `history` where the window is the whole. `unnamed` is the money of rows without a
   * client in each of them.
   */
  wholeHistory: { periods: readonly Period[]; amounts: Float64Array; unnamed: Float64Array };
  /** ISO day up to which everything is known: that of the policy, else of the run. */
  asOf: string;
  attractiveness: Criteria;
  loyalty: Criteria;
  /** Potential (wallet) per client; NaN where unknown; null when not mapped. */
  potentials: Float64Array | null;
  /** Hours that people spent on each client, NaN where unknown; null when the list has no such column. */
  hours: Float64Array | null;
  flags: Readonly<Record<"wellKnown" | "partner" | "demanding" | "innovator" | "vip", Uint8Array | null>>;
  /** When each client was last spoken to; null when no such column is mapped. */
  contacts: Contacts | null;
  /** Why each client was lost, as its last row says; "" where it says nothing; null when not mapped. */
  lossReasons: readonly string[] | null;
  managers: Membership | null;
  departments: Membership | null;
  /** Client of each row of the list, −1 for rows that are not classified. Length list.rowCount. */
  rowClient: Int32Array;
  /** Rows of the list that count in the total and have no client. */
  rowsOfNobody: readonly number[];
  findings: readonly Finding[];
}

/** The chosen periods, and those of the block that are not counted. */
export interface Window {
  periods: readonly Period[];
  leftOut: readonly Period[];
}

/** Scores n × k row-major, NaN = missing. */
export interface Criteria {
  headers: readonly string[];
  scores: Float64Array;
}

/** Money behind the profits, one number per client; NaN where it is not known. */
export interface Costs {
  /** Revenue of the time that the costs belong to. */
  revenue: Float64Array;
  /** Null when no such column is mapped. */
  direct: Float64Array | null;
  toServe: Float64Array | null;
}

/** The last contact of each client. */
export interface Contacts {
  /** Days since 1970-01-01, NaN where none is known. */
  last: Float64Array;
  /** 1 where its result was negative. */
  negative: Uint8Array;
}

/** Amounts of clients inside departments or managers. A client with several rows can stand in several groups. */
export interface Membership {
  header: string;
  groups: readonly string[];
  /** One entry per pair of client and group that occurs: parallel arrays. */
  client: Int32Array;
  group: Int32Array;
  amount: Float64Array;
  /** Amount per pair and complete period, row-major pairs × periods of `wholeHistory`. */
  history: Float64Array;
  /** Amount of each group with rows that have no client, length groups. */
  totals: Float64Array;
  /** The same two for profit: NaN for pairs that have none; null when profits are null. */
  profit: Float64Array | null;
  profitTotals: Float64Array | null;
  /** Amount and number of clients whose rows name no group. */
  withoutGroup: { amount: number; clients: readonly number[] };
}
