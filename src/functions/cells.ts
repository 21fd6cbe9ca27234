import type { Texts } from "../locales";
import { FunctionProblem, type ProblemDetail } from "./problem";

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
/** A formula that does without the cells that hold no numbers. */
export type WayWithout = Parameters<Problems["neededByAll"]>[0]["without"];

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
  if (!Array.isArray(value)) return { argument, rows: 1, columns: 1, values: [[plainValue(value)]] };
  const rows: unknown[] = value;
  const columns = Array.isArray(rows[0]) ? rows[0].length : 0;
  if (columns === 0 || !rows.every((row) => Array.isArray(row) && row.length === columns)) {
    throw new FunctionProblem({ kind: "ragged", argument });
  }
  return { argument, rows: rows.length, columns, values: plainRows(rows as unknown[][]) };
}

/** Numbers with a format, cells with a card and the like arrive as objects that say what they are: their plain values. */
function plainRows(rows: unknown[][]): unknown[][] {
  for (const row of rows) {
    for (const value of row) {
      if (typeof value === "object" && value !== null) return rows.map((each) => each.map(plainValue));
    }
  }
  return rows;
}

/** The plain value of a cell (`Excel.CellValue`); what has none of its own, such as an entity, is the error that it stands for. */
function plainValue(value: unknown): unknown {
  if (!isTypedValue(value)) return value;
  const { type, basicType, basicValue } = value;
  return type === "Error" || basicType === "Error" ? { code: basicValue } : basicValue;
}

function isTypedValue(value: unknown): value is { type?: unknown; basicType?: unknown; basicValue: unknown } {
  return typeof value === "object" && value !== null && "basicValue" in value;
}

/** The argument as a rectangle, or null when it was left out (Excel hands over `null`). */
export function optionalCells(argument: string, value: unknown): Cells | null {
  return value === null || value === undefined ? null : cellsOf(argument, value);
}

/** What an argument holds: its numbers, and what is wrong with the cells that hold none. */
export interface NumbersRead {
  /** Row by row, length rows · columns; blank = 0, and 0 where a cell is wrong. */
  numbers: Float64Array;
  /** What is wrong, by position in row-major order, the first one first. */
  wrong: ReadonlyMap<number, FunctionProblem>;
}

/** What a number must be besides a number; null when it is. */
export type Requirement = (number: number, position: number) => ProblemDetail | null;

/**
 * The cells as numbers; what is no number is told cell by cell, for results that do not depend on one another.
 *
 * @param requirement what else the numbers must be.
 */
export function readNumbers(cells: Cells, requirement: Requirement = () => null): NumbersRead {
  const { rows, columns, values } = cells;
  const numbers = new Float64Array(rows * columns);
  const wrong = new Map<number, FunctionProblem>();
  let position = 0;
  for (const row of values) {
    for (let column = 0; column < columns; column++, position++) {
      const value = row[column];
      const detail = isNumber(value)
        ? requirement(value, position)
        : isBlank(value)
          ? null
          : notANumber(cells, position, value);
      if (detail) wrong.set(position, new FunctionProblem(detail));
      else if (isNumber(value)) numbers[position] = value;
    }
  }
  return { numbers, wrong };
}

/**
 * The cells as numbers, row by row; blank = 0. Length rows · columns.
 *
 * @throws FunctionProblem naming the first cell that holds a text, TRUE/FALSE or an error.
 */
export function numbersOf(cells: Cells): Float64Array {
  return allRight(readNumbers(cells));
}

/**
 * The cells as numbers that are 0 or more.
 *
 * @throws FunctionProblem as `numbersOf()`, and for a negative number.
 */
export function positiveNumbersOf(cells: Cells): Float64Array {
  return allRight(readNumbers(cells, notNegative(cells)));
}

/** What is wrong with a number below 0. */
export function notNegative(cells: Cells): Requirement {
  return (value, position) =>
    value < 0 ? { kind: "negative", argument: cells.argument, at: placeOf(cells, position), value } : null;
}

function allRight({ numbers, wrong }: NumbersRead): Float64Array {
  const [first] = wrong.values();
  if (first) throw first;
  return numbers;
}

/**
 * The cells as numbers of which each result needs every one.
 *
 * @param without name of the formula that does without the cells that are no numbers.
 * @throws FunctionProblem naming the first cell that holds a text, TRUE/FALSE or an error, and that formula.
 */
export function numbersForAll(cells: Cells, without: WayWithout): Float64Array {
  const { numbers, wrong } = readNumbers(cells);
  const [first] = wrong.values();
  if (first) throw neededByAll(first, without);
  return numbers;
}

/** What is wrong with one cell, as the reason why others have no result either. */
export function neededByAll({ detail }: FunctionProblem, without: WayWithout): FunctionProblem {
  return new FunctionProblem(
    detail.kind === "notANumber" ? { ...detail, kind: "neededByAll", without } : detail,
  );
}

/** The first thing that is wrong in each row; undefined where nothing is. */
export function wrongByRow(
  { columns, rows }: Cells,
  { wrong }: NumbersRead,
): (FunctionProblem | undefined)[] {
  const byRow = new Array<FunctionProblem | undefined>(rows).fill(undefined);
  for (const [position, problem] of wrong) byRow[Math.floor(position / columns)] ??= problem;
  return byRow;
}

function isNumber(value: unknown): value is number {
  return typeof value === "number" && Number.isFinite(value);
}

function notANumber(cells: Cells, position: number, value: unknown): ProblemDetail {
  return {
    kind: "notANumber",
    argument: cells.argument,
    at: placeOf(cells, position),
    value: foundValue(value),
  };
}

/** The cells as texts that name something, row by row; blank = "", and what is wrong where a cell holds an error. */
export function readNames(cells: Cells): (string | FunctionProblem)[] {
  return cells.values.flat().map((value, position) => {
    if (isBlank(value)) return "";
    if (typeof value === "string" || typeof value === "number" || typeof value === "boolean")
      return String(value);
    return new FunctionProblem({
      kind: "notAName",
      argument: cells.argument,
      at: placeOf(cells, position),
      value: foundValue(value),
    });
  });
}

/**
 * The cells as texts that name something, as `readNames()`.
 *
 * @throws FunctionProblem naming the first cell that holds an error.
 */
export function namesOf(cells: Cells): string[] {
  return readNames(cells).map((name) => {
    if (typeof name !== "string") throw name;
    return name;
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
