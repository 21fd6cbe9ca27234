import type { Area, NameRecord, TableRecord } from "../../workbook-record";
import { type FormulaPiece, formulaPieces } from "./formula-text";
import { absoluteAddressOf, areaBetween, quotedSheetName } from "../reference";
import { areaOfReference, parseSpecifier } from "./structured-reference";

/** What a formula may refer to besides cells. */
export interface FormulaScope {
  /** The table of that name on any sheet. */
  table(name: string): { table: TableRecord; sheetName: string } | null;
  /** The table that a cell belongs to. */
  tableAt(sheetName: string, row: number, column: number): TableRecord | null;
  /** A name as seen from a sheet: the sheet's own before the workbook's. */
  name(name: string, sheetName: string): NameRecord | null;
  /** The block that a cell's array formula fills. */
  spillOf(sheetName: string, row: number, column: number): Area | null;
  /** To which row and column whole columns and rows of a sheet are read; null when there is no such sheet. */
  extentOf(sheetName: string): { rows: number; columns: number } | null;
}

export interface FormulaPlace {
  sheetName: string;
  row: number;
  column: number;
}

/** A formula in plain references, and whether it has to be read again when names, tables, spills or sheets change. */
export interface ResolvedFormula {
  formula: string;
  indirect: boolean;
}

/**
 * The formula with structured references, defined names and `A1#` put as plain references (the calculation engine knows
 * only those), whole columns and rows cut to the use of their sheet (the engine walks all 1,048,576 rows), and references
 * to sheets that are not there as `#REF!`. The same text comes back when there is nothing to put.
 */
export function resolveFormula(formula: string, place: FormulaPlace, scope: FormulaScope): ResolvedFormula {
  return resolve(formula, place, scope, 0);
}

function resolve(formula: string, place: FormulaPlace, scope: FormulaScope, depth: number): ResolvedFormula {
  let indirect = false;
  const pieces = formulaPieces(formula);
  const staysWhole =
    pieces.some((piece) => piece.kind === "function" && lineFunctions.has(piece.name)) ||
    overflows(pieces, place);
  const texts = pieces.map((piece) => {
    switch (piece.kind) {
      case "structured":
        indirect = true;
        return structured(piece, place, scope);
      case "name":
        indirect = true;
        return named(piece.name, piece.sheet?.name ?? place.sheetName, place, scope, depth) ?? piece.text;
      case "reference": {
        const resolved = reference(piece, place, scope, staysWhole);
        indirect ||= resolved !== null;
        return resolved ?? piece.text;
      }
      default:
        return piece.text;
    }
  });
  return { formula: indirect ? texts.join("") : formula, indirect };
}

/** Functions that tell the size of a reference: whole columns stay whole in their formulas. */
const lineFunctions = new Set(["ROWS", "COLUMNS", "ROW", "COLUMN", "OFFSET"]);

/** `=A:A` below the first row does not fit on the sheet: the engine is to see that. */
function overflows(pieces: FormulaPiece[], place: FormulaPlace): boolean {
  const [sign, piece] = pieces;
  if (pieces.length !== 2 || sign.text !== "=" || piece.kind !== "reference") {
    return false;
  }
  return (piece.first.row === null && place.row > 0) || (piece.first.column === null && place.column > 0);
}

type ReferencePiece = Extract<FormulaPiece, { kind: "reference" }>;

/** The reference for the engine; null when it is as good as it stands. */
function reference(
  piece: ReferencePiece,
  place: FormulaPlace,
  scope: FormulaScope,
  staysWhole: boolean,
): string | null {
  const sheetName = piece.sheet?.name ?? place.sheetName;
  const prefix = piece.sheet?.text ?? "";
  const extent = scope.extentOf(sheetName);
  if (extent === null) {
    return "#REF!";
  }
  if (piece.spilled) {
    const spill = scope.spillOf(sheetName, piece.first.row ?? 0, piece.first.column ?? 0);
    return spill === null ? "#REF!" : prefix + absoluteAddressOf(spill);
  }
  const isLine = piece.first.row === null || piece.first.column === null;
  const area = isLine ? areaBetween(piece.first, piece.second ?? piece.first) : null;
  if (area === null || staysWhole) {
    return isLine ? piece.text : null;
  }
  const rows = piece.first.row === null ? extent.rows : area.rows;
  const columns = piece.first.column === null ? extent.columns : area.columns;
  return prefix + absoluteAddressOf({ ...area, rows, columns });
}

function structured(
  piece: { table: string; specifier: string },
  place: FormulaPlace,
  scope: FormulaScope,
): string {
  const own = piece.table === "" ? scope.tableAt(place.sheetName, place.row, place.column) : null;
  const found = own ? { table: own, sheetName: place.sheetName } : scope.table(piece.table);
  const reference = parseSpecifier(piece.specifier);
  if (found === null || reference === null) {
    return "#REF!";
  }
  const area = areaOfReference(found.table, reference, place.row);
  if (typeof area === "string") {
    return area;
  }
  return `${quotedSheetName(found.sheetName)}!${absoluteAddressOf(area)}`;
}

/** Names may stand for names; Excel allows 64 levels of nesting in a formula. */
const deepestName = 64;

function named(
  name: string,
  sheetName: string,
  place: FormulaPlace,
  scope: FormulaScope,
  depth: number,
): string | null {
  const record = scope.name(name, sheetName);
  if (record === null || depth > deepestName) {
    return null;
  }
  const meaning = resolve(record.formula, place, scope, depth + 1).formula.replace(/^=/, "");
  return isSingleOperand(meaning) ? meaning : `(${meaning})`;
}

function isSingleOperand(formula: string): boolean {
  return formulaPieces(formula).length === 1;
}
