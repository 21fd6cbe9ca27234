import { columnLetters, columnOf } from "./address";
import { formulaTokens, joined } from "./formula-tokens";

/**
 * Formula of a cell that shares the formula of another: relative references move with the cell
 * (ECMA-376 Part 1, 18.3.1.40). What falls off the sheet becomes `#REF!`.
 */
export function shiftedFormula(formula: string, rows: number, columns: number): string {
  const tokens = formulaTokens(formula);
  const originals = tokens.map((token) => token.text);
  tokens.forEach((token, index) => {
    const next = originals[index + 1];
    const inRange = originals[index - 1] === ":" || next === ":";
    if (token.kind === "word" && next !== "(" && next !== "!") {
      const cell = /^(\$?)([A-Za-z]{1,3})(\$?)(\d{1,7})$/.exec(token.text);
      const wholeColumn = inRange ? /^(\$?)([A-Za-z]{1,3})$/.exec(token.text) : null;
      if (cell) token.text = shiftedCell(cell, rows, columns) ?? token.text;
      else if (wholeColumn) token.text = shiftedColumn(wholeColumn[1], wholeColumn[2], columns) ?? token.text;
    } else if (token.kind === "number" && inRange && /^\d+$/.test(token.text)) {
      const row = Number(token.text) + rows;
      token.text = row >= 1 && row <= 1_048_576 ? String(row) : "#REF!";
    }
  });
  return joined(tokens);
}

function shiftedCell(
  [, fixedColumn, letters, fixedRow, digits]: string[],
  rows: number,
  columns: number,
): string | null {
  const column = shiftedColumn(fixedColumn, letters, columns);
  if (column === null) return null;
  const row = fixedRow ? Number(digits) : Number(digits) + rows;
  return column === "#REF!" || row < 1 || row > 1_048_576 ? "#REF!" : `${column}${fixedRow}${row}`;
}

function shiftedColumn(fixed: string, letters: string, columns: number): string | null {
  const column = columnOf(letters);
  if (column < 0) return null;
  if (fixed) return fixed + letters;
  const shifted = column + columns;
  return shifted >= 0 && shifted <= 16_383 ? columnLetters(shifted) : "#REF!";
}
