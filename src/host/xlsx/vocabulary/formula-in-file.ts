import { type FormulaPiece, formulaPieces } from "../../model/formula/formula-text";
import { functionNameFromFile, functionNameInFile } from "./future-functions";

/**
 * A formula as Excel shows it (`Range.formulas`), with the leading "=".
 * @param text as the file stores it: prefixes of newer functions, `ANCHORARRAY` for `#`, `#This Row` for `@`
 * @param table name of the table that the cell stands in
 */
export function formulaFromFile(text: string, table?: string): string {
  const pieces = formulaPieces(text);
  const texts = pieces.map((piece) => piece.text);
  pieces.forEach((piece, index) => {
    if (piece.kind === "name") {
      texts[index] = piece.text.replace(/^_xlpm\./i, "");
    } else if (piece.kind === "structured") {
      texts[index] = thisRowShortened(piece, table);
    } else if (piece.kind === "function") {
      const close = closingParenthesis(pieces, index + 1);
      const [before, after] = { "_XLFN.ANCHORARRAY": ["", "#"], "_XLFN.SINGLE": ["@", ""] }[piece.name] ?? [];
      if (before !== undefined && close > 0) {
        texts[index] = before;
        texts[index + 1] = "";
        texts[close] = after ?? "";
      } else {
        texts[index] = functionNameFromFile(piece.text);
      }
    }
  });
  return `=${texts.join("")}`;
}

/**
 * A formula as the file stores it, without the leading "=".
 * @param table name of the table that the cell stands in
 */
export function formulaInFile(formula: string, table?: string): string {
  const pieces = formulaPieces(formula.replace(/^=/, ""));
  const parameters = parametersOf(pieces);
  return pieces
    .map((piece, index) => {
      switch (piece.kind) {
        case "function":
          return functionNameInFile(piece.text);
        case "structured":
          return thisRowSpelledOut(piece, table);
        case "reference":
          return piece.spilled ? `_xlfn.ANCHORARRAY(${piece.text.slice(0, -1)})` : piece.text;
        case "name":
          return parameters.has(index) ? `_xlpm.${piece.text}` : piece.text;
        case "operator":
          // An ordinary cell of a file intersects by itself: the sign belongs to array formulas only.
          return piece.text === "@" ? "" : piece.text;
        default:
          return piece.text;
      }
    })
    .join("");
}

/** True when the formula refers to another workbook (`[1]Sheet1!A1`, `'[1]My sheet'!A1`, `[1]!Name`). */
export function refersToOtherWorkbook(text: string): boolean {
  if (!text.includes("[")) return false;
  const pieces = formulaPieces(text);
  return pieces.some((piece, index) => {
    if (piece.kind === "reference" || piece.kind === "name") return piece.sheet?.name.includes("[") ?? false;
    if (piece.kind !== "structured" || piece.table !== "" || !/^\[\d+\]$/.test(piece.text)) return false;
    return pieces[index + 1] !== undefined;
  });
}

function closingParenthesis(pieces: FormulaPiece[], open: number): number {
  let depth = 0;
  for (let index = open; index < pieces.length; index++) {
    if (pieces[index].kind === "open") depth++;
    else if (pieces[index].kind === "close" && --depth === 0) return index;
  }
  return -1;
}

type Structured = Extract<FormulaPiece, { kind: "structured" }>;

/** `Sales[[#This Row],[Amount]]` → `[@Amount]` inside the table Sales, `Sales[@Amount]` elsewhere. */
function thisRowShortened({ text, table: owner, specifier }: Structured, table: string | undefined): string {
  const match = /^\[(?:\[#This Row\],(.+)|#This Row)\]$/is.exec(specifier);
  if (!match || owner === "") return text;
  const columns = match[1] ?? "";
  const simple = /^\[([\p{L}\p{N}_]+)\]$/u.exec(columns);
  const inside = owner.toLowerCase() === table?.toLowerCase();
  return `${inside ? "" : owner}[@${simple ? simple[1] : columns}]`;
}

/** `[@Amount]` → `Sales[[#This Row],[Amount]]`; `[Amount]` inside the table → `Sales[Amount]`. */
function thisRowSpelledOut({ text, table: owner, specifier }: Structured, table: string | undefined): string {
  const name = owner || table;
  if (name === undefined || name === "") return text;
  const match = /^\[@(.*)\]$/s.exec(specifier);
  if (!match) return name + specifier;
  const columns = match[1].trim();
  if (columns === "") return `${name}[#This Row]`;
  return `${name}[[#This Row],${columns.startsWith("[") ? columns : `[${columns}]`}]`;
}

/** Places of the names that LET and LAMBDA introduce: the file marks them wherever they are used inside the call. */
function parametersOf(pieces: FormulaPiece[]): Set<number> {
  const places = new Set<number>();
  pieces.forEach((piece, index) => {
    if (piece.kind !== "function" || (piece.name !== "LET" && piece.name !== "LAMBDA")) return;
    const close = closingParenthesis(pieces, index + 1);
    const names = introducedNames(pieces, index + 2, close, piece.name === "LET");
    for (let inside = index + 2; inside < close; inside++) {
      const candidate = pieces[inside];
      if (candidate.kind === "name" && names.has(candidate.text.toLowerCase())) places.add(inside);
    }
  });
  return places;
}

/** LET introduces every other argument but the last, LAMBDA all but the last. */
function introducedNames(
  pieces: FormulaPiece[],
  first: number,
  close: number,
  everyOther: boolean,
): Set<string> {
  const names = new Set<string>();
  let depth = 0;
  let argument: FormulaPiece[] = [];
  let position = 0;
  for (let index = first; index < close; index++) {
    const piece = pieces[index];
    if (piece.kind === "open") depth++;
    if (piece.kind === "close") depth--;
    if (piece.kind !== "separator" || depth > 0) {
      if (piece.kind !== "blank") argument.push(piece);
      continue;
    }
    const [only, ...others] = argument;
    if (only?.kind === "name" && others.length === 0 && (!everyOther || position % 2 === 0))
      names.add(only.text.toLowerCase());
    argument = [];
    position++;
  }
  return names;
}
