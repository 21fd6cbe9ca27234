import { catalogue, type FormulaName } from "../../src/functions/catalogue";
import { FunctionProblem } from "../../src/functions/problem";
import { inWords } from "../../src/functions/result";
import type { Language } from "../../src/locales";
import { helpIn } from "./metadata";

/** A cell on an example sheet. */
export type SheetCell = string | number | null;

/** A little sheet with one formula on it, whose result spills. */
export interface Example {
  /** The formula as it is typed in the language. */
  formula: string;
  /** Cells from A1 on, result included. */
  cells: SheetCell[][];
  /** Where the result stands: rows and columns from 0. */
  result: { row: number; column: number; rows: number; columns: number; format: "percent" | "number" };
}

/** What an example is made of; arguments are addresses on the sheet, typed figures, or null when left out. */
interface Recipe {
  cells: (words: Words) => SheetCell[][];
  arguments: (string | null)[];
  headers: (words: Words) => string[];
  /** Cell of the formula. */
  at: string;
  format: "percent" | "number";
}

type Words = (typeof helpIn)[Language]["sample"];

const amounts = [6400, 2600, 1500, 900, 500, 100];
const managerOf = [0, 1, 0, 1, 1, 0];
const histories = [
  [1050, 1060, 1080, 1070, 1060, 1080],
  [420, 520, 380, 460, 400, 420],
  [100, 400, 250, 150, 450, 150],
  [null, null, 280, 300, 320, 300],
  [80, 80, 90, 80, 90, 80],
  [null, null, null, null, 60, 40],
];
const scores = [
  [9, 7, 8, 9],
  [8, 9, 3, 4],
  [4, 3, 8, 7],
  [null, 2, null, null],
  [3, 9, 6, 6],
];

const salesList = ({ client, sales, clients }: Words): SheetCell[][] => [
  [client, sales],
  ...clients.map((name, row) => [name, amounts[row]]),
];
const shareList = ({ client, share, clients }: Words): SheetCell[][] => [
  [client, share],
  ...[0.52, 0.24, 0.2, 0.1, 0.04].map((figure, row) => [clients[row], figure]),
];
const periodList = ({ client, months, clients }: Words): SheetCell[][] => [
  [client, ...months],
  ...clients.map((name, row) => [name, ...histories[row]]),
];
const scoreList = (
  { client, criteria, clients }: Words,
  weights: SheetCell[] | null,
  rows = scores.length,
) => [
  ...(weights ? [weights] : []),
  [client, ...criteria],
  ...scores.slice(0, rows).map((row, index) => [clients[index], ...row]),
];
const share = ({ share }: Words) => [share];

const recipes: Readonly<Record<FormulaName, readonly Recipe[]>> = {
  KEYSHARE: [
    { cells: salesList, arguments: ["B2:B7"], headers: share, at: "C2", format: "percent" },
    {
      cells: (words) => [
        [words.client, words.sales, words.manager],
        ...words.clients.map((name, row) => [name, amounts[row], words.managers[managerOf[row]]]),
      ],
      arguments: ["B2:B7", null, "C2:C7"],
      headers: share,
      at: "D2",
      format: "percent",
    },
  ],
  KEYSTATUS: [
    {
      cells: shareList,
      arguments: ["B2:B6"],
      headers: ({ status }) => [status],
      at: "C2",
      format: "percent",
    },
    {
      cells: shareList,
      arguments: ["B2:B6", "15%", "30%"],
      headers: ({ status }) => [status],
      at: "C2",
      format: "percent",
    },
  ],
  ABCXYZ: [
    {
      cells: periodList,
      arguments: ["B2:G7"],
      headers: (words) => [words.class],
      at: "H2",
      format: "number",
    },
    {
      cells: periodList,
      arguments: ["B2:G7", null, null, null, "25%", "50%"],
      headers: (words) => [words.class],
      at: "H2",
      format: "number",
    },
  ],
  KAISM: [
    {
      cells: (words) => scoreList(words, null),
      arguments: ["B2:C6", "D2:E6"],
      headers: ({ quadrant }) => [quadrant],
      at: "F2",
      format: "number",
    },
    {
      cells: (words) => scoreList(words, [words.weight, 3, 1, 1, 1]),
      arguments: ["B3:C7", "D3:E7", "B1:C1", "D1:E1"],
      headers: ({ quadrant }) => [quadrant],
      at: "F3",
      format: "number",
    },
  ],
  SCORE: [
    {
      cells: (words) => scoreList(words, [words.weight, 4, 2, 2, 2]),
      arguments: ["B3:E7", "B1:E1"],
      headers: ({ score }) => [score],
      at: "F3",
      format: "number",
    },
    {
      cells: (words) => scoreList(words, null),
      arguments: ["B2:E6"],
      headers: ({ score }) => [score],
      at: "F2",
      format: "number",
    },
  ],
  CONCENTRATION: [
    {
      cells: salesList,
      arguments: ["B2:B7"],
      headers: ({ measure, value }) => [measure, value],
      at: "D2",
      format: "number",
    },
  ],
};

/** The examples of a formula in a language, with results from the formula itself. */
export function examplesOf(name: FormulaName, language: Language): Example[] {
  return recipes[name].map((recipe) => worked(name, recipe, language));
}

function worked(name: FormulaName, recipe: Recipe, language: Language): Example {
  const words = helpIn[language].sample;
  const cells = recipe.cells(words);
  const results = catalogue[name](...recipe.arguments.map((text) => argumentOf(text, cells)));
  const { row, column } = positionOf(recipe.at);
  put(cells, row - 1, column, recipe.headers(words));
  results.forEach((line, index) => {
    const shown = line.map((cell) => {
      const worded = inWords(cell, language);
      return worded instanceof FunctionProblem ? worded.code : worded;
    });
    put(cells, row + index, column, shown);
  });
  const width = Math.max(...cells.map((line) => line.length));
  return {
    formula: formulaText(name, recipe.arguments, language),
    cells: cells.map((line) => Array.from({ length: width }, (_, index) => line[index] ?? null)),
    result: { row, column, rows: results.length, columns: results[0].length, format: recipe.format },
  };
}

function put(cells: SheetCell[][], row: number, column: number, values: SheetCell[]): void {
  cells[row] ??= [];
  values.forEach((value, index) => {
    for (let gap = cells[row].length; gap < column + index; gap++) cells[row][gap] = null;
    cells[row][column + index] = value;
  });
}

/** As Excel in that language takes it: Russian Excel separates arguments by semicolons. */
function formulaText(name: string, texts: readonly (string | null)[], language: Language): string {
  return `=KAM.${name}(${texts.map((text) => text ?? "").join(language === "ru" ? ";" : ",")})`;
}

function argumentOf(text: string | null, cells: SheetCell[][]): unknown {
  if (text === null) return null;
  if (text.endsWith("%")) return Number(text.slice(0, -1)) / 100;
  const [from, to] = text.split(":").map(positionOf);
  return cells
    .slice(from.row, to.row + 1)
    .map((line) =>
      Array.from({ length: to.column - from.column + 1 }, (_, i) => line[from.column + i] ?? ""),
    );
}

function positionOf(address: string): { row: number; column: number } {
  return { row: Number(address.slice(1)) - 1, column: address.charCodeAt(0) - "A".charCodeAt(0) };
}
