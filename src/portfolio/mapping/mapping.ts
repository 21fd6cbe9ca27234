/** What a column of the list means. `criterion` roles, `cost`, `costToServe` and `period` may stand several times, the others once. */
export type Role =
  | "client"
  | "group"
  | "amount"
  | "period"
  | "profit"
  | "cost"
  | "costToServe"
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
  | "lossReason";

/** Versioned JSON, kept in the workbook. A column is named by its header text as shown in the list. */
export interface Mapping {
  version: 1;
  columns: readonly { header: string; role: Role }[];
}
