import type { CellValue } from "../workbook-record";
import { type AnswerCell, type FunctionAnswer, type FunctionError, isFormattedNumber } from "./values";

/**
 * Errors by the numbers that the functions runtime of Office.js answers with. Others (0 a value that is no cell value, such as
 * NaN; 2 an exception; 3 a rejected promise; 4 a batch of another length; 10 a mapping that is no function) are `#VALUE!`.
 * A function that nobody associated ends in an exception (2) there, so it cannot be `#NAME?` in Excel either.
 */
const errorsByNumber: Record<number, string> = {
  1: "#N/A",
  5: "#DIV/0!",
  6: "#NUM!",
  7: "#VALUE!",
  8: "#NULL!",
  9: "#NAME?",
};

/** Error codes whose message the runtime hands over on purpose; with others it is a text for the log. */
const toldErrors = new Set([1, 7]);

/**
 * The answer of a function as a cell takes it.
 * @param succeeded,value,errorNumber as in an entry of `SetInvocationArrayResults`
 */
export function answerOf(succeeded: boolean, value: unknown, errorNumber: unknown): FunctionAnswer {
  if (!succeeded) {
    const number = Number(errorNumber);
    const message = toldErrors.has(number) && typeof value === "string" ? value : "";
    return { error: errorOf(errorsByNumber[number] ?? "#VALUE!", message) };
  }
  if (Array.isArray(value)) {
    return matrixOf(value);
  }
  const cell = cellOf(value);
  return typeof cell !== "object" || isFormattedNumber(cell) ? { value: cell } : cell;
}

function errorOf(code: string, message: unknown): FunctionError {
  return typeof message === "string" && message !== "" ? { code, message } : { code };
}

/** Rows of one length; anything else that is an array is `#VALUE!` (a guess). */
function matrixOf(rows: unknown[]): FunctionAnswer {
  const width = Array.isArray(rows[0]) ? rows[0].length : 0;
  if (width === 0 || rows.some((row) => !Array.isArray(row) || row.length !== width)) {
    return { error: { code: "#VALUE!" } };
  }
  return { value: (rows as unknown[][]).map((row) => row.map(cellOf)) };
}

/** One value. null and undefined are 0 (office-js #1503, "by design"), and so is NaN in a block, which JSON makes null. */
function cellOf(value: unknown): AnswerCell {
  if (value === null || value === undefined) {
    return 0;
  }
  if (typeof value !== "object") {
    return value as CellValue;
  }
  const typed = value as { type?: unknown; basicValue?: unknown; message?: unknown; numberFormat?: unknown };
  if (typed.type === "Error") {
    return { error: errorOf(String(typed.basicValue), typed.message) };
  }
  // Values with a type have a basic one; so do entities and images, theirs is an error.
  const { basicValue: basic, numberFormat } = typed;
  if (typeof basic === "number" && typeof numberFormat === "string") {
    return { number: basic, numberFormat };
  }
  return typeof basic === "number" ||
    typeof basic === "boolean" ||
    (typeof basic === "string" && typed.type === "String")
    ? basic
    : { error: { code: "#VALUE!" } };
}
