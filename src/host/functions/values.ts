import type { CellValue } from "../workbook-record";

/** A cell that a formula hands to a function: a blank is null. */
export type ArgumentCell = CellValue | { error: string } | null;

/** An argument as it stands in the formula: one value, a block of cells, or nothing between the commas (null). */
export type FunctionArgument = CellValue | { error: string } | ArgumentCell[][] | null;

/** An error that a function answers. Excel shows the message with #VALUE! and #N/A. */
export interface FunctionError {
  code: string;
  message?: string;
}

export type AnswerCell = CellValue | { error: FunctionError };

/** What a function answers: a value, a block of values and errors, or an error. */
export type FunctionAnswer = { value: CellValue | AnswerCell[][] } | { error: FunctionError };
