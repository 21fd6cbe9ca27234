import { formulaPieces } from "../../../model/formula/formula-text";
import { areaBetween, contains, intersection } from "../../../model/reference";
import type { Area } from "../../../workbook-record";
import { sameFormula, sameLook, type CellChange } from "./cell-changes";

/** The changed cells of a sheet by row, and what the sheet is called. */
export interface SheetChanges {
  name: string;
  changes: Map<number, CellChange[]>;
}

/** Functions whose answer is another one every time, though nothing was changed. */
const restless = /\b(?:RAND|RANDBETWEEN|RANDARRAY|NOW|TODAY)\(/i;
/** Functions that refer to cells which their text does not name. */
const roundabout = /\b(?:INDIRECT|OFFSET)\(/i;

interface Result {
  change: CellChange;
  sheet: string;
  /** The cells that the formula names; null when it refers to cells in another way. */
  references: { sheet: string; area: Area }[] | null;
}

/**
 * Takes out the results that are others only because time has gone on or chance has it, with what follows from them: nothing
 * was done to those cells, and whoever opens the workbook calculates them anyway.
 */
export function dropIdleChanges(sheets: readonly SheetChanges[]): void {
  const results: Result[] = [];
  const changed = new Map<string, Map<number, Set<number>>>();
  const mark = (sheet: string, { row, column }: CellChange) => {
    const rows = changed.get(sheet) ?? new Map<number, Set<number>>();
    changed.set(sheet, rows.set(row, (rows.get(row) ?? new Set()).add(column)));
  };
  for (const { name, changes } of sheets) {
    for (const change of [...changes.values()].flat()) {
      const { before, after } = change;
      const isResult = before && after && sameFormula(before, after) && sameLook(before, after);
      if (isResult && after.formula !== undefined)
        results.push({ change, sheet: name.toLowerCase(), references: referencesOf(after.formula, name) });
      else if (!(isResult && after.spilled)) mark(name.toLowerCase(), change);
    }
  }
  if (!results.some(({ change }) => restless.test(change.after?.formula ?? ""))) return;
  let waiting = results;
  for (let count = -1; count !== waiting.length;) {
    count = waiting.length;
    waiting = waiting.filter(({ change, sheet, references }) => {
      const follows =
        references === null || references.some((each) => isAnyIn(changed.get(each.sheet), each.area));
      if (follows) mark(sheet, change);
      return !follows;
    });
  }
  const idle = new Set(waiting.map(({ change }) => change));
  for (const { name, changes } of sheets) {
    const spills = waiting.flatMap(
      ({ change, sheet }) => (sheet === name.toLowerCase() && change.after?.spill) || [],
    );
    const isSpilled = ({ row, column, after }: CellChange) =>
      after?.spilled === true &&
      spills.some((spill) => contains(spill, { row, column, rows: 1, columns: 1 }));
    for (const [row, inRow] of changes) {
      const rest = inRow.filter((change) => !idle.has(change) && !isSpilled(change));
      if (rest.length > 0) changes.set(row, rest);
      else changes.delete(row);
    }
  }
}

function referencesOf(formula: string, ownSheet: string): Result["references"] {
  if (roundabout.test(formula)) return null;
  const references: NonNullable<Result["references"]> = [];
  for (const piece of formulaPieces(formula)) {
    if (piece.kind === "name" || piece.kind === "structured" || piece.kind === "unreadable") return null;
    if (piece.kind !== "reference") continue;
    const area = areaBetween(piece.first, piece.second ?? piece.first);
    if (area === null || piece.spilled) return null;
    references.push({ sheet: (piece.sheet?.name ?? ownSheet).toLowerCase(), area });
  }
  return references;
}

function isAnyIn(rows: ReadonlyMap<number, ReadonlySet<number>> | undefined, area: Area): boolean {
  if (rows === undefined) return false;
  const isIn = (row: number) =>
    [...(rows.get(row) ?? [])].some(
      (column) => intersection(area, { row, column, rows: 1, columns: 1 }) !== null,
    );
  if (rows.size < area.rows)
    return [...rows.keys()].some((row) => row >= area.row && row < area.row + area.rows && isIn(row));
  return Array.from({ length: area.rows }, (_, index) => area.row + index).some(isIn);
}
