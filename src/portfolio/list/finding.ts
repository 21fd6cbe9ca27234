/** A cell, row or column that was not taken at face value. Facts only; `locales/` makes the sentence. */
export type FindingKind =
  | "textNumber" // text read as a number: value = the number taken
  | "textNumbers" // most of a column's cells: the first of them, `count` in all
  | "dashAsZero" // a dash, n/a, нет in a column of numbers, read as 0: the first of them, `count` in all
  | "notANumber" // text, TRUE/FALSE where a number belongs: row not classified
  | "excelError" // error value: row not classified
  | "criterionNotANumber" // criterion cell left out
  | "criterionOutOfScale"
  | "profitNotANumber" // profit or cost cell left out
  | "attributeLeftOut" // manager, department, parent group, potential or flag cell that holds an error or something else than belongs there: counts as blank
  | "totalRow"
  | "groupRow" // sum of the clients of a manager, a city: no client
  | "detailRow" // a document, an article below its client: counted there already
  | "countRow" // a number of rows, no money
  | "othersRow" // "Others", retail buyers: money without a client
  | "likelySame" // another spelling of a client, most likely: content = the names, taken = what they bring together
  | "totalColumn"
  | "repeatedClient" // second and further rows of one client
  | "unnamedRow" // money without a client
  | "negativeAmount"
  | "amountDiffersFromPeriods" // by more than 1 %
  | "incompletePeriod" // left out of the window
  | "periodOfOtherLength" // a year among months, say: left out of the window
  | "fallbackToRevenue"; // profit base with total profit ≤ 0

/** What is missing from the results: this is no matter to be put aside. */
const missing: ReadonlySet<FindingKind> = new Set(["notANumber", "excelError", "profitNotANumber"]);

export const canBeIgnored = ({ kind }: Finding): boolean => !missing.has(kind);

/** What a finding is known by while its cell stands where it stands and holds what it holds; another text there is another finding. */
export const markOfFinding = ({ kind, address, content }: Finding): string => `${kind} ${address} ${content}`;

export interface Finding {
  kind: FindingKind;
  /** A1 address with sheet, of the cell, row or column that the finding is about. */
  address: string;
  /** What stands there, as text, for the message. */
  content: string;
  /** The number that was taken instead, where there is one. */
  taken?: number;
  /** Cells that the finding is about, where it is said once for many; `address` is the first of them. */
  count?: number;
  /** The texts of a column that were read as numbers, by the rows below `address`; absent where they are too many to be told one by one. */
  texts?: readonly { below: number; content: string; taken: number }[];
  /** Names of the clients that the finding is about, where `content` says more than one name. */
  names?: readonly string[];
}
