import type { Doubt } from "./mapping/doubt";

/** Why a column of numbers is no revenue. */
export type WhyNoMoney =
  | "identifier"
  /** Postal codes, phone numbers. */
  | "contact"
  | "price"
  | "quantity"
  | "percent"
  /** A change against another period. */
  | "comparison"
  /** Ranks, scores, ages. */
  | "rank"
  | "average"
  | "plan"
  /** What is owed, or what stands on an account. */
  | "balance"
  | "returns"
  | "tax"
  | "discount"
  | "cost"
  | "profit"
  | "year"
  | "date"
  | "constant"
  | "other";

/** A column of numbers that was not taken as the revenue; `column` are its letters on the sheet. */
export interface RejectedColumn {
  header: string;
  column: string;
  why: WhyNoMoney;
}

/**
 * Columns with these headers beside the list at `address` may hold results in rows `firstRow` to `lastRow` of the sheet, perhaps beside
 * other clients; `reason` is what is in the way.
 */
export interface LeftStanding {
  address: string;
  headers: readonly string[];
  firstRow: number;
  lastRow: number;
  reason: "filter" | "protection" | "refused";
  /** What somebody had typed there in the last moment, whether it stands there again or not: the next run writes over it. */
  writtenOver?: readonly WrittenOver[];
}

/** What somebody had entered in a cell that a run wrote over or took away. */
export interface WrittenOver {
  address: string;
  content: string;
}

/**
 * What stops a run. Carries facts, not sentences: `locales/` turns a problem into the user's language at the outer border.
 */
export type ProblemDetail =
  | { kind: "sheetNotFound"; sheet: string; sheets: readonly string[] }
  | { kind: "sourceGone"; sheet: string | null }
  | { kind: "sheetHidden"; sheet: string }
  /** `sheets`: those that were looked at, where none was named. */
  | { kind: "noList"; sheet: string | null; sheets?: readonly string[] }
  | { kind: "emptySheet"; sheet: string }
  | { kind: "noClientColumn"; address: string; headers: readonly string[] }
  /** `columns`: the columns of numbers, where the list has any and they were looked at. */
  | {
      kind: "noAmountColumn";
      address: string;
      headers: readonly string[];
      columns?: readonly RejectedColumn[];
    }
  /** Columns of periods whose headers name different currencies or units: added up or compared they say nothing. */
  | { kind: "mixedUnits"; address: string; columns: readonly { header: string; column: string }[] }
  | { kind: "doubtful"; doubt: Doubt }
  /** A column that was named for a role and is none of the list's. */
  | { kind: "unknownColumn"; column: string; headers: readonly string[] }
  /** The list's own total and what was read differ; `groups`: rows that look like group totals, "" where none do. */
  | { kind: "totalDiffers"; address: string; stated: number; read: number; groups: string }
  | { kind: "duplicateHeader"; header: string; addresses: readonly string[] }
  | { kind: "noClients"; address: string; rows: number }
  | { kind: "zeroTotal"; address: string }
  /** A number that no money can be: sums and squares with it are infinite. */
  | { kind: "amountTooLarge"; address: string }
  | { kind: "negativeTotal"; address: string; total: number }
  | { kind: "unknownPreset"; preset: string; presets: readonly string[] }
  | { kind: "badPolicy"; path: string; found: string; expected: string }
  | { kind: "badMapping"; path: string; found: string; expected: string }
  /** Something that a later version of Keyfolio stored: it is neither read nor written over. */
  | { kind: "newerVersion"; what: "rules" | "columns" }
  | { kind: "tooFewPeriods"; asked: number; available: number }
  | { kind: "cellsToTheRight"; address: string }
  | { kind: "filterActive"; address: string }
  | { kind: "protectedSheet"; sheet: string }
  | { kind: "protectedWorkbook" }
  | { kind: "readOnlyWorkbook" }
  | { kind: "mergedCells"; address: string }
  /** Where the columns of results stand, or would. */
  | { kind: "mergedResults"; address: string }
  /** Results of an earlier run whose marks have gone with the header row: another set would come beside them. */
  | { kind: "unmarkedResults"; address: string }
  | { kind: "editMode" }
  | { kind: "sourceChanged"; address: string }
  /** A run stopped and could not take back what it wrote. The next run writes it anew. */
  | ({ kind: "leftStanding" } & LeftStanding)
  /**
   * Columns for scores did not come whole and could not be taken back: some with these headers may stand at an address. Adding
   * them again puts them right.
   */
  | {
      kind: "scoresLeft";
      address: string;
      headers: readonly string[];
      reason: LeftStanding["reason"];
    }
  /**
   * Excel refused a step while the list of clients was made anew in its table: rows and columns are as far as the run came. `typed`:
   * what somebody had just entered in rows that went, and that could not come again.
   */
  | { kind: "madeHalf"; address: string; typed?: readonly WrittenOver[] }
  /**
   * Undoing a run, or removing Keyfolio, was stopped on the way: some of it is done, the rest can be done again. The columns of
   * `standing` may show results beside other clients until then, and `sheets` be partly as they were. `typed`: what somebody had just entered on sheets that went, and
   * that cannot come again.
   */
  | {
      kind: "unfinished";
      work: "undo" | "remove";
      standing?: LeftStanding;
      sheets?: readonly string[];
      typed?: readonly WrittenOver[];
    }
  /** A cell that was to be put right holds something else than was found there, or a formula. */
  | { kind: "cellLeft"; address: string }
  /** Cells that were to be put right had just been moved or typed into, and what they held could not be given back. */
  | { kind: "cellsWrittenOver"; writtenOver: readonly WrittenOver[]; reason: LeftStanding["reason"] }
  /** A sheet about a client was asked for that the list does not have, or without a row of one being selected. */
  | { kind: "noSuchClient"; client: string }
  | { kind: "noClientSelected" }
  | { kind: "sheetFull"; sheet: string }
  /** `made`: sheet on which the list of clients had been made of lines, or made anew, before the run was cancelled. */
  | { kind: "cancelled"; made?: string }
  /**
   * A run was cut off on sheets of its own: these may be partly new. The next run makes them whole. `classified`: the result
   * columns beside the list were written before, all of them. `typed`: what somebody had just entered on sheets that went, and that
   * cannot come again.
   */
  | {
      kind: "cutOff";
      sheets: readonly string[];
      classified: boolean;
      reason: "protection" | "refused";
      typed?: readonly WrittenOver[];
    }
  /** Excel refused a step; the error itself is the cause. `untouched`: the list is known to be as it was. */
  | { kind: "office"; code: string; untouched?: boolean }
  /** A script of ours did not come: the connection is lost, or the page is older than what its server has. */
  | { kind: "notLoaded" }
  /** A defect of ours; the error itself is the cause. */
  | { kind: "unexpected"; untouched?: boolean };

export class Problem extends Error {
  constructor(readonly detail: ProblemDetail) {
    super(detail.kind);
    this.name = "Problem";
  }
}
