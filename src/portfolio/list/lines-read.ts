import type { UnsureAmount } from "./number-text";

/** Lines that did not count, by why. */
export interface LinesLeftOut {
  /**
   * `open`: deals that are not won so far; `otherKind`: payments, offers, budgets and the like; `repeated`: the amount is that of the
   * whole document, which counts on another of its lines.
   */
  kind: "undated" | "cancelled" | "open" | "otherKind" | "unread" | "total" | "otherCurrency" | "repeated";
  lines: number;
  amount: number;
  /** What the lines say of themselves: "Cancelled", "Draft". */
  words: readonly string[];
}

/** A column of the lines as a reader finds it again. */
export interface LineColumn {
  header: string;
  /** Letters of the column on the sheet. */
  letters: string;
}

/** What the columns of lines can tell of one line. */
export type LineRole =
  "date" | "amount" | "quantity" | "price" | "discount" | "returns" | "currency" | "document" | "lineStatus";

/**
 * Whose lines the money of the rows of a list of clients came from, where rows have lines of several managers (departments): one entry
 * per row and manager.
 */
export interface LineShares {
  /** The column that belongs to a row's identity besides its client; null where each client stands once. */
  groupedBy: "manager" | "department" | null;
  /** The row, by what it is known by. */
  identities: readonly string[];
  /** As first written; "" where the lines name none. */
  names: readonly string[];
  amounts: Float64Array;
  /** By the ISO day on which a period of the list begins. */
  periods: ReadonlyMap<string, Float64Array>;
  /** NaN where not known; null without such columns. */
  cost: Float64Array | null;
  costToServe: Float64Array | null;
  profit: Float64Array | null;
}

/** How lines were read, in facts. Days are ISO days. */
export interface LinesRead {
  /** Sheets that the lines stand on. */
  sheets: readonly string[];
  /** Columns of the first of them that the lines were read by; those of the clients are columns of the made list. */
  columns: readonly (LineColumn & { role: LineRole })[];
  /** Columns of money that were not used. */
  notUsed: readonly LineColumn[];
  /** Lines that hold anything, and those of them that count. */
  lines: number;
  counted: number;
  clients: number;
  /** Purchases of all clients: distinct documents, and lines without a number; null without document numbers. */
  documents: number | null;
  /** Days on which a client bought, of all clients together; null where only periods are known. */
  purchaseDays: number | null;
  /** First and last day of the lines; null where only periods are known. */
  first: string | null;
  last: string | null;
  unit: "day" | "week" | "month" | "quarter" | "half" | "year";
  /** The shortest periods, from months on, that the lines can be added up in: those of a quarter tell no months. */
  shortestUnit: "month" | "quarter" | "half" | "year";
  periods: number;
  leftOut: readonly LinesLeftOut[];
  /** Lines that lower their client. */
  returns: { lines: number; amount: number; words: readonly string[] };
  withoutClient: { lines: number; amount: number };
  /** Lines that name no currency beside others that do: they count as if in that one. Null where there are none. */
  withoutCurrency: { lines: number; amount: number; currency: string } | null;
  /** Lines of companies of one's own group, as a column of the first sheet says; they count. Null where none does. */
  ownGroup: (LineColumn & { rows: number }) | null;
  /** Versions of a plan whose lines all count, as a column of the first sheet says; null where none does. */
  versions: (LineColumn & { versions: readonly string[] }) | null;
  /** Lines of documents that stand a second time, the same in every cell; they count. Null where there are none. */
  doubled: { lines: number; amount: number } | null;
  /** Lines that may be no sales by what they say of themselves ("Open", "Shipping"); they count. Null where there are none. */
  doubtful: { lines: number; amount: number; words: readonly string[] } | null;
  /** Lines with the amount of another line of their document on all of them, which may be that of the document; they count. Null for none. */
  sameInDocuments: { lines: number; amount: number } | null;
  /** How dates such as 5/6/2024 were read, where such stand among the lines and they tell it themselves. */
  dayOrder: { dayFirst: boolean; example: string } | null;
  /** An amount of them whose sign may divide decimals or thousands, as it was read; null where the lines themselves tell. */
  unsureAmount: UnsureAmount | null;
  /** A total that the lines' own list states, and what they add up to; null where none does. Several alike lists: the first that differs, else all. */
  control: { address: string; stated: number; read: number } | null;
  /** Absent where every row's lines are of one. */
  shares?: Partial<Record<"manager" | "department", LineShares>>;
}
