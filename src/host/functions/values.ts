import type { CellValue } from "../workbook-record";

/** A number with the format that it is shown in where its cell has none of its own (Microsoft, `Excel.DoubleCellValue`). */
export interface FormattedNumber {
  number: number;
  numberFormat: string;
}

/** A cell that a formula hands to a function: a blank is null. */
export type ArgumentCell = CellValue | FormattedNumber | { error: string } | null;

/** An argument as it stands in the formula: one value, a block of cells, or nothing between the commas (null). */
export type FunctionArgument = ArgumentCell | ArgumentCell[][];

/** An error that a function answers. Excel shows the message with #VALUE! and #N/A. */
export interface FunctionError {
  code: string;
  message?: string;
}

export type AnswerCell = CellValue | FormattedNumber | { error: FunctionError };

/** What a function answers: a value, a block of values and errors, or an error. */
export type FunctionAnswer =
  { value: CellValue | FormattedNumber | AnswerCell[][] } | { error: FunctionError };

export function isFormattedNumber(cell: ArgumentCell | AnswerCell | AnswerCell[][]): cell is FormattedNumber {
  return typeof cell === "object" && cell !== null && "numberFormat" in cell;
}
