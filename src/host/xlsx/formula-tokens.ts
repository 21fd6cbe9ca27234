/** A piece of a formula. Joined together the texts give the formula again. */
export interface FormulaToken {
  kind: "string" | "quotedSheet" | "brackets" | "error" | "number" | "word" | "other";
  text: string;
}

const patterns: [FormulaToken["kind"], RegExp][] = [
  ["string", /"(?:[^"]|"")*"/y],
  ["quotedSheet", /'(?:[^']|'')*'/y],
  [
    "error",
    /#(?:REF!|N\/A|DIV\/0!|NAME\?|NULL!|VALUE!|NUM!|SPILL!|CALC!|FIELD!|BLOCKED!|CONNECT!|BUSY!|GETTING_DATA)/iy,
  ],
  ["number", /(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?/y],
  ["word", /[\p{L}_\\$][\p{L}\p{N}_.\\?$]*/uy],
];

/** Splits the text of a formula (en-US, without the leading "="). Nothing is lost, whatever the text is. */
export function formulaTokens(formula: string): FormulaToken[] {
  const tokens: FormulaToken[] = [];
  let position = 0;
  while (position < formula.length) {
    const token = tokenAt(formula, position);
    tokens.push(token);
    position += token.text.length;
  }
  return tokens;
}

export function joined(tokens: FormulaToken[]): string {
  return tokens.map((token) => token.text).join("");
}

function tokenAt(formula: string, position: number): FormulaToken {
  if (formula[position] === "[") return { kind: "brackets", text: brackets(formula, position) };
  for (const [kind, pattern] of patterns) {
    pattern.lastIndex = position;
    const match = pattern.exec(formula);
    if (match) return { kind, text: match[0] };
  }
  return { kind: "other", text: String.fromCodePoint(formula.codePointAt(position) ?? 0) };
}

/** A structured reference or the number of another workbook; an apostrophe takes the next character literally. */
function brackets(formula: string, start: number): string {
  let depth = 0;
  for (let position = start; position < formula.length; position++) {
    const character = formula[position];
    if (character === "'") position++;
    else if (character === "[") depth++;
    else if (character === "]" && --depth === 0) return formula.slice(start, position + 1);
  }
  return formula.slice(start);
}
