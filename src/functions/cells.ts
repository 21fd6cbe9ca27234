import type { Texts } from "../locales";
import { FunctionProblem } from "./problem";

/** An argument as a rectangle of cells. */
export interface Cells {
  /** Name of the parameter, for messages. */
  argument: string;
  rows: number;
  columns: number;
  values: readonly (readonly unknown[])[];
}

type Problems = Texts["functions"]["problems"];
type Place = Parameters<Problems["notANumber"]>[0]["at"];
type Found = Parameters<Problems["notANumber"]>[0]["value"];

/** Blank cells arrive as "", null or (older builds, office-js #4702) 0; a number 0 therefore means the same as a blank. */
export function isBlank(value: unknown): boolean {
  return value === "" || value === null || value === undefined || value === 0;
}

/**
 * The argument as a rectangle; one value that is not a range is a single cell.
 *
 * @throws FunctionProblem for rows of different lengths, or none.
 */
export function cellsOf(argument: string, value: unknown): Cells {
  if (!Array.isArray(value)) return { argument, rows: 1, columns: 1, values: [[value]] };
  const rows: unknown[] = value;
  const columns = Array.isArray(rows[0]) ? rows[0].length : 0;
  if (columns === 0 || !rows.every((row) => Array.isArray(row) && row.length === columns)) {
    throw new FunctionProblem({ kind: "ragged", argument });
  }
  return { argument, rows: rows.length, columns, values: rows as unknown[][] };
}

/** The argument as a rectangle, or null when it was left out (Excel hands over `null`). */
export function optionalCells(argument: string, value: unknown): Cells | null {
  return value === null || value === undefined ? null : cellsOf(argument, value);
}

/**
 * The cells as numbers, row by row; blank = 0. Length rows · columns.
 *
 * @throws FunctionProblem naming the first cell that holds a text, TRUE/FALSE or an error.
 */
export function numbersOf(cells: Cells): Float64Array {
  const { rows, columns, values } = cells;
  const numbers = new Float64Array(rows * columns);
  let position = 0;
  for (const row of values) {
    for (let column = 0; column < columns; column++, position++) {
      const value = row[column];
      if (typeof value === "number" && Number.isFinite(value)) numbers[position] = value;
      else if (!isBlank(value)) {
        throw new FunctionProblem({
          kind: "notANumber",
          argument: cells.argument,
          at: placeOf(cells, position),
          value: foundValue(value),
        });
      }
    }
  }
  return numbers;
}

/**
 * The cells as numbers that are 0 or more.
 *
 * @throws FunctionProblem as `numbersOf()`, and for a negative number.
 */
export function positiveNumbersOf(cells: Cells): Float64Array {
  const numbers = numbersOf(cells);
  const position = numbers.findIndex((number) => number < 0);
  if (position >= 0) {
    throw new FunctionProblem({
      kind: "negative",
      argument: cells.argument,
      at: placeOf(cells, position),
      value: numbers[position],
    });
  }
  return numbers;
}

/**
 * The cells as texts that name something, row by row; blank = "".
 *
 * @throws FunctionProblem naming the first cell that holds an error.
 */
export function namesOf(cells: Cells): string[] {
  return cells.values.flat().map((value, position) => {
    if (isBlank(value)) return "";
    if (typeof value === "string" || typeof value === "number" || typeof value === "boolean")
      return String(value);
    throw new FunctionProblem({
      kind: "notAName",
      argument: cells.argument,
      at: placeOf(cells, position),
      value: foundValue(value),
    });
  });
}

/** @throws FunctionProblem when no number is there but 0: blanks may arrive as 0, so only zeros is no number at all. */
export function requireNumbers(argument: string, numbers: Float64Array): void {
  if (numbers.every((number) => number === 0)) throw new FunctionProblem({ kind: "noNumbers", argument });
}

/** @throws FunctionProblem when the first argument has not the rows and columns of the second. */
export function requireSameSize(cells: Cells, like: Cells): void {
  if (cells.rows === like.rows && cells.columns === like.columns) return;
  throw new FunctionProblem({
    kind: "otherSize",
    argument: cells.argument,
    rows: cells.rows,
    columns: cells.columns,
    like: like.argument,
    likeRows: like.rows,
    likeColumns: like.columns,
  });
}

/**
 * The one value of an argument that is no range; null when it is left out or blank. A 0 stays a 0.
 *
 * @throws FunctionProblem for a range, a text, TRUE/FALSE or an error.
 */
export function singleNumber(argument: string, value: unknown): number | null {
  const cells = cellsOf(argument, value);
  if (cells.rows !== 1 || cells.columns !== 1) {
    throw new FunctionProblem({
      kind: "notASingleValue",
      argument,
      rows: cells.rows,
      columns: cells.columns,
    });
  }
  const cell = cells.values[0][0];
  if (cell === 0) return 0;
  return isBlank(cell) ? null : numbersOf(cells)[0];
}

/** Where a cell stands in its argument, from the position in row-major order. */
export function placeOf({ rows, columns }: Cells, position: number): Place {
  return {
    row: rows === 1 ? null : Math.floor(position / columns) + 1,
    column: columns === 1 ? null : (position % columns) + 1,
  };
}

const LONGEST_QUOTE = 30;

function foundValue(value: unknown): Found {
  if (typeof value === "string") {
    const letters = [...value];
    const text = letters.length > LONGEST_QUOTE ? `${letters.slice(0, LONGEST_QUOTE).join("")}…` : value;
    return { kind: "text", text };
  }
  if (typeof value === "boolean") return { kind: "boolean", value };
  if (typeof value === "object" && value !== null && "code" in value && typeof value.code === "string") {
    return { kind: "error", code: value.code };
  }
  return { kind: "unknown" };
}
