import { readFileSync, readdirSync } from "node:fs";
import path from "node:path";
import type { Cell } from "../workbook-records";

/** What a cell shows: a value, or an error with the message that Excel shows beside it. */
export type Shown = number | string | { error: string; message?: string };

/** One row of a file in tests/functions/formulas: cells from A1 on, a formula, and what it gives. */
export interface FormulaCase {
  title: string;
  cells: Cell[][];
  formula: string;
  /** By language of Excel. */
  expected: { en: Shown[][]; ru: Shown[][] };
}

const folder = path.join(__dirname, "formulas");

/** Names of the files: one per formula, in small letters. */
export const caseFiles = readdirSync(folder).map((file) => path.basename(file, ".tsv"));

/**
 * The cases of a file. Rows of cells are separated by `|`, cells by `;`. A cell is a number, TRUE, FALSE, an error value
 * or a text; after an apostrophe always a text. An error of the whole call is followed by its message. An empty last
 * column means that Russian Excel shows the same.
 */
export function formulaCases(name: string): FormulaCase[] {
  const [, ...lines] = readFileSync(path.join(folder, `${name}.tsv`), "utf8")
    .trimEnd()
    .split("\n");
  return lines.map((line) => {
    const [title, cells, formula, result, inRussian] = line.split("\t");
    return {
      title,
      cells: block(cells, cellOf),
      formula,
      expected: { en: shown(result), ru: shown(inRussian === "" ? result : inRussian) },
    };
  });
}

const errorValue = /^#(?:N\/A|DIV\/0!|NUM!|VALUE!|REF!)/;

function block<T>(text: string, read: (cell: string) => T): T[][] {
  return text.split("|").map((row) => row.split(";").map((cell) => read(cell.trim())));
}

function cellOf(text: string): Cell {
  if (text === "") return null;
  if (text === "TRUE" || text === "FALSE") return text === "TRUE";
  if (errorValue.test(text)) return { error: text };
  if (text.startsWith("'")) return text.slice(1);
  return Number.isNaN(Number(text)) ? text : Number(text);
}

function shown(text: string): Shown[][] {
  const whole = /^(#\S+) (?![|;])(.+)$/.exec(text);
  if (whole) return [[{ error: whole[1], message: whole[2] }]];
  return block(text, (cell): Shown => {
    const value = cellOf(cell);
    if (typeof value === "object" && value !== null) return value;
    return typeof value === "number" ? value : cell;
  });
}

/**
 * The arguments of a call as they are handed over: values, blocks of cells, null for one left out.
 * undefined when the formula has other formulas inside: then only a spreadsheet can tell.
 */
export function argumentsOf({ formula, cells }: FormulaCase): (Cell | Cell[][])[] | undefined {
  const call = /^=KAM\.[A-Z]+\((.*)\)$/.exec(formula);
  if (!call) throw new Error(`Not a call: ${formula}`);
  if (call[1].includes("(")) return undefined;
  return call[1].split(",").map((text) => {
    if (text === "") return null;
    if (/^-?[\d.]+%$/.test(text)) return Number(text.slice(0, -1)) / 100;
    if (/^-?[\d.]+$/.test(text)) return Number(text);
    const corners = text.split(":").map((address) => {
      const [, letter, number] = /^([A-Z])(\d+)$/.exec(address)!;
      return { row: Number(number) - 1, column: letter.charCodeAt(0) - "A".charCodeAt(0) };
    });
    const [from, to = from] = corners;
    const at = (row: number, column: number): Cell => cells[row]?.[column] ?? null;
    return Array.from({ length: to.row - from.row + 1 }, (_, row) =>
      Array.from({ length: to.column - from.column + 1 }, (_, column) =>
        at(from.row + row, from.column + column),
      ),
    );
  });
}

/** Name of the function that a case calls. */
export function calledFunction({ formula }: FormulaCase): string {
  return /^=KAM\.([A-Z]+)\(/.exec(formula)![1];
}
