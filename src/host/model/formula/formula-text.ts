import { areaBetween, type Corner, parseCorner } from "../reference";

/**
 * Formulas as a row of pieces: what is needed to move references, to rename sheets and tables, and to hand structured
 * references and names to an engine that does not know them. Joining the texts of all pieces gives the formula back.
 */
export type FormulaPiece =
  | {
      kind: "reference";
      text: string;
      sheet: SheetPrefix | null;
      first: Corner;
      second: Corner | null;
      spilled: boolean;
    }
  | { kind: "structured"; text: string; table: string; specifier: string }
  | { kind: "name"; text: string; sheet: SheetPrefix | null; name: string }
  | { kind: "function"; text: string; name: string }
  | { kind: "operand"; text: string }
  | { kind: "operator"; text: string }
  | { kind: "open" | "close" | "separator" | "blank"; text: string }
  | { kind: "unreadable"; text: string };

export interface SheetPrefix {
  /** Name without apostrophes. */
  name: string;
  /** As written, with the exclamation mark. */
  text: string;
}

const sheetPattern = /(?:'(?:[^']|'')+'|[\p{L}_][\p{L}\p{N}_.]*)!/uy;
const cornerText = String.raw`\$?[A-Za-z]{1,3}\$?[1-9][0-9]{0,6}`;
const referencePattern = new RegExp(
  `(?:${cornerText}(?::${cornerText})?|\\$?[A-Za-z]{1,3}:\\$?[A-Za-z]{1,3}|\\$?[1-9][0-9]{0,6}:\\$?[1-9][0-9]{0,6})(?![\\p{L}\\p{N}_.(\\[!])`,
  "uy",
);
const errorPattern =
  /#(?:REF!|DIV\/0!|N\/A|NAME\?|NULL!|NUM!|VALUE!|SPILL!|CALC!|GETTING_DATA|FIELD!|BLOCKED!|CONNECT!|BUSY!)/iy;
const numberPattern = /(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?(?![\p{L}_])/uy;
const textPattern = /"(?:[^"]|"")*"/y;
const wordPattern = /[\p{L}_\\][\p{L}\p{N}_.\\?]*/uy;
const operatorPattern = /<>|<=|>=|[-+*/^&=<>%@:]/y;
const blankPattern = /\s+/y;

/** The pieces of a formula; a leading "=" is the first operator. Never throws: what cannot be read is `unreadable`. */
export function formulaPieces(formula: string): FormulaPiece[] {
  const pieces: FormulaPiece[] = [];
  let position = 0;
  let braces = 0;
  const take = (pattern: RegExp): string | null => {
    pattern.lastIndex = position;
    return pattern.exec(formula)?.[0] ?? null;
  };
  while (position < formula.length) {
    const character = formula[position];
    let piece: FormulaPiece | null = null;
    const blank = take(blankPattern);
    if (blank !== null) {
      piece = { kind: "blank", text: blank };
    } else if (character === '"') {
      const text = take(textPattern);
      piece = text === null ? null : { kind: "operand", text };
    } else if (character === "[") {
      piece = structured(formula, position, "");
    } else if (character === "{" || character === "}") {
      braces += character === "{" ? 1 : -1;
      piece = { kind: character === "{" ? "open" : "close", text: character };
    } else if (character === "(" || character === ")") {
      piece = { kind: character === "(" ? "open" : "close", text: character };
    } else if (character === "," || (character === ";" && braces > 0)) {
      piece = { kind: "separator", text: character };
    } else {
      piece = operand(formula, position, take) ?? operator(take(operatorPattern));
    }
    piece ??= { kind: "unreadable", text: formula.slice(position) };
    pieces.push(piece);
    position += piece.text.length;
  }
  return pieces;
}

function operator(text: string | null): FormulaPiece | null {
  return text === null ? null : { kind: "operator", text };
}

function operand(
  formula: string,
  position: number,
  take: (pattern: RegExp) => string | null,
): FormulaPiece | null {
  const error = take(errorPattern);
  if (error !== null) {
    return { kind: "operand", text: error };
  }
  const prefix = take(sheetPattern);
  if (prefix !== null) {
    const sheet = { name: sheetNameOf(prefix), text: prefix };
    const rest = formula.slice(position + prefix.length);
    const broken = /^#REF!/i.exec(rest);
    if (broken) {
      return { kind: "operand", text: prefix + broken[0] };
    }
    return referenceAt(rest, sheet) ?? nameAt(rest, sheet);
  }
  const reference = referenceAt(formula.slice(position, position + 40), null);
  if (reference !== null) {
    return reference;
  }
  const number = take(numberPattern);
  if (number !== null) {
    return { kind: "operand", text: number };
  }
  const word = take(wordPattern);
  if (word === null) {
    return null;
  }
  const next = formula[position + word.length];
  if (next === "(") {
    return { kind: "function", text: word, name: word.toUpperCase() };
  }
  if (next === "[") {
    return structured(formula, position + word.length, word);
  }
  return /^(true|false)$/i.test(word)
    ? { kind: "operand", text: word }
    : { kind: "name", text: word, sheet: null, name: word };
}

function sheetNameOf(prefix: string): string {
  const name = prefix.slice(0, -1);
  return name.startsWith("'") ? name.slice(1, -1).replaceAll("''", "'") : name;
}

function referenceAt(text: string, sheet: SheetPrefix | null): FormulaPiece | null {
  referencePattern.lastIndex = 0;
  const found = referencePattern.exec(text)?.[0];
  if (found === undefined) {
    return null;
  }
  const [one, two] = found.split(":");
  const first = parseCorner(one);
  const second = two === undefined ? null : parseCorner(two);
  if (first === null || (two !== undefined && (second === null || areaBetween(first, second) === null))) {
    return null;
  }
  const spilled = second === null && text[found.length] === "#";
  return {
    kind: "reference",
    text: (sheet?.text ?? "") + found + (spilled ? "#" : ""),
    sheet,
    first,
    second,
    spilled,
  };
}

function nameAt(text: string, sheet: SheetPrefix): FormulaPiece | null {
  wordPattern.lastIndex = 0;
  const name = wordPattern.exec(text)?.[0];
  return name === undefined ? null : { kind: "name", text: sheet.text + name, sheet, name };
}

/** A structured reference from its first bracket on: `[@[Net sales]]`, `Clients[[#Totals],[Sales]]`; `'` escapes a character. */
function structured(formula: string, bracket: number, table: string): FormulaPiece | null {
  let depth = 0;
  for (let index = bracket; index < formula.length; index++) {
    const character = formula[index];
    if (character === "'") {
      index++;
    } else if (character === "[") {
      depth++;
    } else if (character === "]" && --depth === 0) {
      const specifier = formula.slice(bracket, index + 1);
      return { kind: "structured", text: table + specifier, table, specifier };
    }
  }
  return null;
}

/** False for what Excel refuses to take as a formula: unbalanced brackets, two operands in a row, a missing operand. */
export function isReadableFormula(formula: string): boolean {
  const nesting: string[] = [];
  let operandExpected = true;
  let callOpened = false;
  let lastWasCallOrComma = false;
  for (const piece of formulaPieces(formula).slice(1)) {
    switch (piece.kind) {
      case "unreadable":
        return false;
      case "blank":
        continue;
      case "open":
        if (!operandExpected) {
          return false;
        }
        nesting.push(callOpened ? "call" : piece.text);
        break;
      case "close": {
        const opened = nesting.pop();
        if (opened === undefined || (opened === "{") !== (piece.text === "}")) {
          return false;
        }
        // `RAND()` and `IF(A1,)` are fine, `()` and `(1+)` are not.
        if (operandExpected && !(opened === "call" && lastWasCallOrComma)) {
          return false;
        }
        operandExpected = false;
        break;
      }
      case "separator":
        if (nesting.length === 0 || (operandExpected && !(nesting.at(-1) === "call" && lastWasCallOrComma))) {
          return false;
        }
        operandExpected = true;
        break;
      case "operator":
        if (piece.text === "%" ? operandExpected : operandExpected && !["+", "-", "@"].includes(piece.text)) {
          return false;
        }
        operandExpected = piece.text !== "%";
        break;
      case "function":
        if (!operandExpected) {
          return false;
        }
        break;
      default:
        if (!operandExpected) {
          return false;
        }
        operandExpected = false;
    }
    lastWasCallOrComma = piece.kind === "separator" || (piece.kind === "open" && callOpened);
    callOpened = piece.kind === "function";
  }
  return nesting.length === 0 && !operandExpected;
}
