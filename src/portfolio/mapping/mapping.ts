/** What the columns of a list mean: proposed from header words and content, kept as JSON. */
import type { ReadingChoices } from "./reading-choices";

/** What a column of the list means. `criterion` roles, `cost`, `costToServe`, `hours` and `period` may stand several times, the others once. */
export type Role =
  | "client"
  | "group"
  | "amount"
  | "period"
  | "profit"
  | "cost"
  | "costToServe"
  /** Hours that people spent on the client: a cost to serve once the rules say what an hour costs. */
  | "hours"
  | "manager"
  | "department"
  | "potential"
  | "attractiveness"
  | "loyalty"
  | "wellKnown"
  | "partner"
  | "demanding"
  | "innovator"
  | "vip"
  | "lastContact"
  | "contactResult"
  | "lossReason"
  /** The client's code beside its name. */
  | "code"
  /** Columns of a list with a line per document: `lineStatus` is the status, stage or type of the line. */
  | "date"
  | "document"
  | "lineStatus"
  | "quantity"
  | "price"
  | "currency"
  /** Returns in a column of their own beside the sales. */
  | "returns";

/** Versioned JSON, kept in the workbook. A column is named by its header text as shown in the list. */
export interface Mapping {
  version: 1;
  columns: readonly { header: string; role: Role }[];
  /** What else the user decided about the reading of the list; absent where he decided nothing. */
  choices?: ReadingChoices;
}
