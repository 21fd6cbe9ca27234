import { formulaTokens, joined, type FormulaToken } from "./formula-tokens";
import { functionNameFromFile, functionNameInFile } from "./future-functions";

/**
 * A formula as Excel shows it (`Range.formulas`), with the leading "=".
 * @param text as the file stores it: prefixes of newer functions, `ANCHORARRAY` for `#`, `#This Row` for `@`
 * @param table name of the table that the cell stands in
 */
export function formulaFromFile(text: string, table?: string): string {
  const tokens = formulaTokens(text);
  for (let index = 0; index < tokens.length; index++) {
    const token = tokens[index];
    if (token.kind === "word") {
      token.text = token.text.replace(/^_xlpm\./i, "");
      if (tokens[index + 1]?.text === "(") renameCall(tokens, index);
    } else if (token.kind === "brackets") {
      shortenThisRow(tokens, index, table);
    }
  }
  return `=${joined(tokens)}`;
}

/**
 * A formula as the file stores it, without the leading "=".
 * @param table name of the table that the cell stands in
 */
export function formulaInFile(formula: string, table?: string): string {
  const tokens = formulaTokens(formula.replace(/^=/, ""));
  prefixParameters(tokens);
  for (let index = 0; index < tokens.length; index++) {
    const token = tokens[index];
    if (token.kind === "word" && tokens[index + 1]?.text === "(") token.text = functionNameInFile(token.text);
    else if (token.kind === "brackets") spellOutThisRow(tokens, index, table);
    else if (token.text === "#") wrapSpillReference(tokens, index);
    // An ordinary cell of a file intersects by itself: the sign belongs to array formulas only.
    else if (token.text === "@") token.text = "";
  }
  return joined(tokens);
}

/** True when the formula refers to another workbook (`[1]Sheet1!A1`). */
export function refersToOtherWorkbook(text: string): boolean {
  if (!text.includes("[")) return false;
  const tokens = formulaTokens(text);
  return tokens.some((token, index) => {
    if (token.kind === "quotedSheet")
      return /^'[^[\]]*\[[^[\]]+\]/.test(token.text) && tokens[index + 1]?.text === "!";
    if (token.kind !== "brackets" || tokens[index - 1]?.kind === "word") return false;
    const next = tokens[index + 1];
    return next?.text === "!" || (next?.kind === "word" && tokens[index + 2]?.text === "!");
  });
}

function renameCall(tokens: FormulaToken[], index: number): void {
  const name = tokens[index].text.toUpperCase();
  const close = closingParenthesis(tokens, index + 1);
  if (name === "_XLFN.ANCHORARRAY" && close > 0) {
    tokens[index].text = "";
    tokens[index + 1].text = "";
    tokens[close].text = "#";
  } else if (name === "_XLFN.SINGLE" && close > 0) {
    tokens[index].text = "@";
    tokens[index + 1].text = "";
    tokens[close].text = "";
  } else {
    tokens[index].text = functionNameFromFile(tokens[index].text);
  }
}

function closingParenthesis(tokens: FormulaToken[], open: number): number {
  let depth = 0;
  for (let index = open; index < tokens.length; index++) {
    if (tokens[index].text === "(") depth++;
    else if (tokens[index].text === ")" && --depth === 0) return index;
  }
  return -1;
}

/** `Sales[[#This Row],[Amount]]` → `[@Amount]` inside the table Sales, `Sales[@Amount]` elsewhere. */
function shortenThisRow(tokens: FormulaToken[], index: number, table: string | undefined): void {
  const match = /^\[(?:\[#This Row\],(.+)|#This Row)\]$/is.exec(tokens[index].text);
  const owner = tokens[index - 1];
  if (!match || owner?.kind !== "word") return;
  const columns = match[1] ?? "";
  const simple = /^\[([\p{L}\p{N}_]+)\]$/u.exec(columns);
  tokens[index].text = `[@${simple ? simple[1] : columns}]`;
  if (owner.text.toLowerCase() === table?.toLowerCase()) owner.text = "";
}

/** `[@Amount]` → `Sales[[#This Row],[Amount]]`; `[Amount]` inside the table → `Sales[Amount]`. */
function spellOutThisRow(tokens: FormulaToken[], index: number, table: string | undefined): void {
  const token = tokens[index];
  const owned = tokens[index - 1]?.kind === "word";
  if (!owned && (!table || tokens[index + 1]?.text === "!")) return;
  const match = /^\[@(.*)\]$/s.exec(token.text);
  if (match) {
    const columns = match[1].trim();
    if (columns === "") token.text = "[#This Row]";
    else token.text = `[[#This Row],${columns.startsWith("[") ? columns : `[${columns}]`}]`;
  }
  if (!owned) token.text = table + token.text;
}

/** `Sheet1!D1#` → `_xlfn.ANCHORARRAY(Sheet1!D1)`. */
function wrapSpillReference(tokens: FormulaToken[], index: number): void {
  if (tokens[index - 1]?.kind !== "word") return;
  const sheet = tokens[index - 2]?.text === "!" ? 2 : 0;
  tokens[index - 1 - sheet].text = `_xlfn.ANCHORARRAY(${tokens[index - 1 - sheet].text}`;
  tokens[index].text = ")";
}

/** The names that LET and LAMBDA introduce carry the prefix `_xlpm.` wherever they are used inside the call. */
function prefixParameters(tokens: FormulaToken[]): void {
  tokens.forEach((token, index) => {
    const name = token.text.toUpperCase();
    if (token.kind !== "word" || (name !== "LET" && name !== "LAMBDA") || tokens[index + 1]?.text !== "(")
      return;
    const close = closingParenthesis(tokens, index + 1);
    if (close < 0) return;
    const parameters = parametersOf(tokens, index + 2, close, name === "LET");
    for (let inside = index + 2; inside < close; inside++) {
      const candidate = tokens[inside];
      if (candidate.kind === "word" && parameters.has(candidate.text.toLowerCase()))
        candidate.text = `_xlpm.${candidate.text}`;
    }
  });
}

function parametersOf(
  tokens: FormulaToken[],
  first: number,
  close: number,
  everyOther: boolean,
): Set<string> {
  const parameters = new Set<string>();
  let depth = 0;
  let argument: FormulaToken[] = [];
  let position = 0;
  for (let index = first; index <= close; index++) {
    const { text } = tokens[index];
    const ends = index === close || (text === "," && depth === 0);
    if (!ends) {
      if (text === "(" || text === "{") depth++;
      if (text === ")" || text === "}") depth--;
      argument.push(tokens[index]);
      continue;
    }
    const words = argument.filter((token) => token.text.trim() !== "");
    const isName = words.length === 1 && words[0].kind === "word" && index < close;
    if (isName && (!everyOther || position % 2 === 0)) parameters.add(words[0].text.toLowerCase());
    argument = [];
    position++;
  }
  return parameters;
}
