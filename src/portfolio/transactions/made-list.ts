import type { Doubt } from "../mapping/doubt";
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
  | `period:${string}`
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
  columns: readonly MadeColumn[];
  facts: LinesRead;
}

/** Lines that did not count, by why. */
export interface LinesLeftOut {
  kind: "undated" | "cancelled" | "unread" | "total" | "otherCurrency";
  lines: number;
  amount: number;
  /** What the lines say of themselves: "Cancelled", "Draft". */
  words: readonly string[];
}

/** How lines were read, in facts. Days are ISO days. */
export interface LinesRead {
  /** Sheets that the lines stand on. */
  sheets: readonly string[];
  /** Lines that hold anything, and those of them that count. */
  lines: number;
  counted: number;
  clients: number;
  /** Distinct document numbers; null without them. */
  documents: number | null;
  /** First and last day of the lines; null where only periods are known. */
  first: string | null;
  last: string | null;
  unit: PeriodUnit;
  periods: number;
  leftOut: readonly LinesLeftOut[];
  /** Lines that lower their client. */
  returns: { lines: number; amount: number; words: readonly string[] };
  withoutClient: { lines: number; amount: number };
  /** What the reading of the lines is unsure of; decided ones only, the others stop. */
  doubts: readonly Doubt[];
}
