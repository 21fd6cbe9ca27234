/** Formulas whose references stay symbols until it is known where everything stands. */
import { columnLetters, quotedSheetName } from "../../../portfolio";
import type { Area, ReportKey } from "../paint/page/page";
import type { Block } from "./block";

/** Cells that a formula names: of the list (zero-based in its body), of a block of the Proof sheet, of a page of the report. */
export type Reference =
  | ({ of: "list" } & Area)
  | ({ of: "block"; block: Block } & Area)
  | ({ of: "page"; sheet: ReportKey } & Area);

/** A formula without its `=`, or a part of one. */
export class Formula {
  constructor(readonly parts: readonly (string | Reference)[]) {}
}

/** A number stands as itself, a text in quotation marks. */
export type Operand = Formula | Reference | number | string;

/** Writes a formula: f`${amount}/${total}`. */
export function f(texts: TemplateStringsArray, ...operands: readonly Operand[]): Formula {
  const parts: (string | Reference)[] = [texts[0]];
  operands.forEach((operand, at) => {
    if (typeof operand === "number") parts.push(numberLiteral(operand));
    else if (typeof operand === "string") parts.push(textLiteral(operand));
    else if (operand instanceof Formula) parts.push(...operand.parts);
    else parts.push(operand);
    parts.push(texts[at + 1]);
  });
  return new Formula(parts);
}

/** The parts one behind the other, with a sign between them. */
export function joined(formulas: readonly Operand[], sign: string): Formula {
  return new Formula(formulas.flatMap((each, at) => [...(at > 0 ? [sign] : []), ...f`${each}`.parts]));
}

/** As Excel writes it: without an exponent where that is possible. */
export function numberLiteral(value: number): string {
  if (!Number.isFinite(value)) throw new RangeError(`${value} is no number of a formula`);
  const plain = String(Math.abs(value));
  const size = /e-(\d+)$/.exec(plain);
  const digits = size ? Math.abs(value).toFixed(Math.min(100, Number(size[1]) + plain.length)) : plain;
  const shown = size ? digits.replace(/0+$/, "") : digits.toUpperCase();
  return value < 0 ? `(-${shown})` : shown;
}

/** Longer texts are no texts of a formula ("Excel specifications and limits"). */
const longestText = 255;

function textLiteral(text: string): string {
  const pieces = Array.from({ length: Math.max(1, Math.ceil(text.length / longestText)) }, (_, at) =>
    text.slice(at * longestText, (at + 1) * longestText),
  );
  const literal = pieces.map((piece) => `"${piece.replaceAll('"', '""')}"`).join("&");
  return pieces.length > 1 ? `(${literal})` : literal;
}

/** Where the cells of a reference stand by now: a sheet, null for the sheet of the formula, and zero-based cells of it. */
export type WhereIs = (reference: Reference) => { sheet: string | null; area: Area };

/** The formula as Excel shows it, with its `=`. */
export function formulaText({ parts }: Formula, whereIs: WhereIs): string {
  return `=${parts.map((part) => (typeof part === "string" ? part : address(whereIs(part)))).join("")}`;
}

/** A1 of cells that stay the same wherever the formula goes: `Clients!$B$2:$B$90`. */
export function address({ sheet, area }: ReturnType<WhereIs>): string {
  const { row, column, rows, columns } = area;
  const cell = (r: number, c: number) => `$${columnLetters(c)}$${r + 1}`;
  const [first, last] = [cell(row, column), cell(row + rows - 1, column + columns - 1)];
  return `${sheet === null ? "" : `${quotedSheetName(sheet)}!`}${first === last ? first : `${first}:${last}`}`;
}

/** Where each cell of a row stands in it, from 0. */
export const positionsIn = (row: Reference): Formula => f`COLUMN(${row})-COLUMN(${{ ...row, columns: 1 }})`;

/** `left ≥ right` but for the rounding of binary fractions (methods §2, exactness). */
export function atLeast(left: Operand, right: Operand): Formula {
  return f`${left}-${right}>=-0.000000000001*MAX(1,ABS(${left}),ABS(${right}))`;
}

/** `left > right` by more than that rounding. */
export function above(left: Operand, right: Operand): Formula {
  return f`${left}-${right}>0.000000000001*MAX(1,ABS(${left}),ABS(${right}))`;
}

export function meets(left: Operand, value: Operand, inclusive: boolean): Formula {
  return inclusive ? atLeast(left, value) : above(left, value);
}
