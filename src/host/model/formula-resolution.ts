import type { Area, NameRecord, TableRecord } from "../workbook-record";
import { formulaPieces } from "./formula-text";
import { absoluteAddressOf, quotedSheetName } from "./reference";
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
}

export interface FormulaPlace {
  sheetName: string;
  row: number;
  column: number;
}

/**
 * The formula with structured references, defined names and `A1#` put as plain references: the calculation engine knows
 * only those. The same text comes back when there is nothing to put.
 */
export function resolveFormula(formula: string, place: FormulaPlace, scope: FormulaScope): string {
  return resolve(formula, place, scope, 0);
}

function resolve(formula: string, place: FormulaPlace, scope: FormulaScope, depth: number): string {
  let changed = false;
  const texts = formulaPieces(formula).map((piece) => {
    let text = piece.text;
    if (piece.kind === "structured") {
      text = structured(piece, place, scope);
    } else if (piece.kind === "name") {
      text = named(piece.name, piece.sheet?.name ?? place.sheetName, place, scope, depth) ?? text;
    } else if (piece.kind === "reference" && piece.spilled) {
      const sheetName = piece.sheet?.name ?? place.sheetName;
      const spill = scope.spillOf(sheetName, piece.first.row ?? 0, piece.first.column ?? 0);
      text = spill === null ? "#REF!" : (piece.sheet?.text ?? "") + absoluteAddressOf(spill);
    }
    changed ||= text !== piece.text;
    return text;
  });
  return changed ? texts.join("") : formula;
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
  const meaning = resolve(record.formula, place, scope, depth + 1).replace(/^=/, "");
  return isSingleOperand(meaning) ? meaning : `(${meaning})`;
}

function isSingleOperand(formula: string): boolean {
  return formulaPieces(formula).length === 1;
}
