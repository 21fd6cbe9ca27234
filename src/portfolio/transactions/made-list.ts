import type { LinesRead } from "../list/lines-read";
import type { Period, PeriodUnit } from "../periods/period";

/** What a column of a made list holds: what it is known by from run to run, whatever its header. */
export type MadeKey =
  | "client"
  | "code"
  | "group"
  | "manager"
  | "department"
  | "firstPurchase"
  | "lastPurchase"
  | "purchases"
  | "averagePurchase"
  /** One amount for the whole time; only of lists without periods. */
  | "amount"
  | `period:${PeriodUnit}:${string}`
  | "profit"
  | `cost:${string}`
  | `costToServe:${string}`;

/** A column of a made list. */
export interface MadeColumn {
  key: MadeKey;
  /** The header of the column of the lines that it comes from; null for columns that the lines do not have. */
  header: string | null;
  /** Of a column of amounts per period. */
  period: Period | null;
  /** Texts, one per row; null for a column of numbers. */
  texts: readonly string[] | null;
  /** Numbers, one per row, NaN = blank; days as Excel serials. Null for a column of texts. */
  numbers: Float64Array | null;
}

/** A list of clients that was added up from lines. The largest first; money without a client stands in a last row without a name. */
export interface MadeList {
  rowCount: number;
  /** What each row is known by from run to run: its client, and where the same client stands in several sheets' groups the group. "" = no client. */
  identities: readonly string[];
  /** The column that belongs to a row's identity besides its client; null where each client stands once. */
  groupedBy: "manager" | "department" | null;
  columns: readonly MadeColumn[];
  facts: LinesRead;
}
