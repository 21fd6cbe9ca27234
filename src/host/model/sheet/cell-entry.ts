import { numfmt } from "../../engine";
import type { CellValue, ValueCard } from "../../workbook-record";
import { HostError } from "../host-error";
import { longestText } from "../reference";
import { isErrorText } from "../formula/error-texts";
import { formulaPieces, isReadableFormula } from "../formula/formula-text";
import { isCalculable } from "../formula/formula-limits";

export { isErrorText };

/** What a written value becomes in its cell. */
export type CellEntry =
  | { kind: "blank" }
  | { kind: "formula"; formula: string }
  | { kind: "text"; text: string; quoted: boolean; card?: ValueCard }
  | {
      kind: "number";
      value: number;
      /** Format that the cell takes when it has none of its own. */ format?: string;
      card?: ValueCard;
    }
  | { kind: "boolean"; value: boolean; card?: ValueCard }
  | { kind: "error"; error: string };

/**
 * Reads what an add-in writes into `Range.values` as Excel reads a typed entry: "=" and, where it makes a formula, "+",
 * "-" and "@"; a leading apostrophe keeps text; text that looks like a number, a percentage, a date or TRUE becomes that,
 * unless the cell's format is Text. (Range.values in the Excel JavaScript API reference: "If the returned value starts with
 * a plus, minus or equal sign, Excel interprets this value as a formula.") Texts are read in en-US dress in every locale: a guess.
 * @throws HostError InvalidArgument for a formula that Excel cannot read, and for text or formulas beyond its limits.
 */
export function readEntry(value: unknown, isTextFormat: boolean): CellEntry {
  switch (typeof value) {
    case "number":
      if (!Number.isFinite(value)) {
        throw new HostError("InvalidArgument", `A cell cannot hold ${value}.`);
      }
      return isTextFormat ? { kind: "text", text: String(value), quoted: false } : { kind: "number", value };
    case "boolean":
      return { kind: "boolean", value };
    case "string":
      return readText(value, isTextFormat);
    default:
      throw new HostError("InvalidArgument", `A cell cannot hold ${JSON.stringify(value)}.`);
  }
}

function readText(text: string, isTextFormat: boolean): CellEntry {
  if (text === "") {
    return { kind: "blank" };
  }
  if (text.length > longestText) {
    throw new HostError(
      "InvalidArgument",
      `A cell holds at most ${longestText} characters, not ${text.length}.`,
    );
  }
  if (text.startsWith("'")) {
    return { kind: "text", text: text.slice(1), quoted: true };
  }
  if (isTextFormat) {
    return { kind: "text", text, quoted: false };
  }
  if (isErrorText(text.toUpperCase())) {
    return { kind: "error", error: text.toUpperCase() };
  }
  if (text.startsWith("=") && text.length > 1) {
    return { kind: "formula", formula: checked(text) };
  }
  const typed = readTypedValue(text);
  if (typed !== null) {
    return typed;
  }
  // "-Acme" is the formula =-Acme to Excel, "- 5 %" the number above, a lone sign is text.
  if (/^[-+@]./s.test(text)) {
    return { kind: "formula", formula: checked(`=${text.startsWith("@") ? text.slice(1) : text}`) };
  }
  return { kind: "text", text, quoted: false };
}

function checked(formula: string): string {
  if (!isCalculable(formula) || !isReadableFormula(formula)) {
    throw new HostError("InvalidArgument", `Excel cannot read the formula ${formula.slice(0, 200)}`);
  }
  // Excel writes functions and cell addresses in capitals, and keeps the rest as typed.
  return formulaPieces(formula)
    .map((piece) => {
      if (piece.kind === "function") {
        return piece.text.toUpperCase();
      }
      return piece.kind === "reference"
        ? (piece.sheet?.text ?? "") + piece.text.slice(piece.sheet?.text.length ?? 0).toUpperCase()
        : piece.text;
    })
    .join("");
}

function readTypedValue(text: string): CellEntry | null {
  const upper = text.trim().toUpperCase();
  if (upper === "TRUE" || upper === "FALSE") {
    return { kind: "boolean", value: upper === "TRUE" };
  }
  // Most of what is written is plain text, and the library takes long to say so.
  if (!/\d/.test(text)) {
    return null;
  }
  const fraction = /^\s*([-+]?)(\d+) (\d{1,3})\/(\d{1,3})\s*$/.exec(text);
  if (fraction && Number(fraction[4]) !== 0) {
    const size = Number(fraction[2]) + Number(fraction[3]) / Number(fraction[4]);
    return { kind: "number", value: fraction[1] === "-" ? -size : size, format: "# ?/?" };
  }
  // Dates with points are not dates to a US Excel; the library takes them.
  if (/\d\.\d+\./.test(text)) {
    return null;
  }
  const parsed = numfmt.parseValue(text, { locale: "en-US" });
  if (parsed === null || typeof parsed.v !== "number" || !Number.isFinite(parsed.v)) {
    return null;
  }
  const { v: value, z: format } = parsed;
  return format === undefined
    ? { kind: "number", value }
    : { kind: "number", value, format: formatOnEntry(format) };
}

/** Excel gives a typed date or time the same format however it was typed; the library tells how it was typed. */
function formatOnEntry(typed: string): string {
  if (!numfmt.isDateFormat(typed)) {
    return typed;
  }
  if (typed.includes("y")) {
    return typed.includes("d") ? "m/d/yyyy" : "mmm-yy";
  }
  return typed.includes("h") ? typed.replace("hh", "h") : "d-mmm";
}

/** A cell's text as shown: its value through its number format, in the dress of `locale`. */
export function shownText(value: CellValue | "", format: string, locale: string): string {
  if (typeof value === "boolean") {
    return value ? "TRUE" : "FALSE";
  }
  if (value === "" || isErrorText(value)) {
    return value;
  }
  try {
    return numfmt.format(format, value, { locale, nbsp: true });
  } catch {
    // A pattern that the library cannot read: Excel would not have taken it either.
    return String(value);
  }
}
