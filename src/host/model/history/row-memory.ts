import type { GridCell, GridRow } from "../../engine";
import { typedFormula } from "../sheet/sheet-cells";

/** A row of cells as it was; never changed, and shared by all memories in which it is the same. */
export type RowMemory = Readonly<GridRow>;

export function copyOfRow(row: RowMemory): GridRow {
  const copy: GridRow = {};
  for (const column in row) {
    const cell = row[column];
    copy[column] = cell.custom ? { ...cell, custom: { ...cell.custom } } : { ...cell };
  }
  return copy;
}

/** How a row differs from what it was: "results" when nothing but what its formulas found is different. */
export function rowDifference(before: RowMemory, now: RowMemory): "none" | "results" | "contents" {
  let difference: "none" | "results" = "none";
  for (const column in before) {
    if (!(column in now)) {
      return "contents";
    }
  }
  for (const column in now) {
    const one = before[column];
    const other = now[column];
    if (one === undefined || !hasSameContent(one, other)) {
      return "contents";
    }
    if (one.v !== other.v || one.t !== other.t || one.f !== other.f) {
      difference = "results";
    }
  }
  return difference;
}

/** Columns in which the contents of a row differ: values, formulas and formats, not what formulas found. */
export function changedColumns(before: RowMemory, now: RowMemory): number[] {
  return [...new Set([...Object.keys(before), ...Object.keys(now)].map(Number))].filter(
    (column) => !before[column] || !now[column] || !hasSameContent(before[column], now[column]),
  );
}

function hasSameContent(one: GridCell, other: GridCell): boolean {
  const formula = typedFormula(one);
  return (
    (one.s ?? null) === (other.s ?? null) &&
    one.custom?.quoted === other.custom?.quoted &&
    one.custom?.card === other.custom?.card &&
    formula === typedFormula(other) &&
    (formula !== null || (one.v === other.v && one.t === other.t))
  );
}
