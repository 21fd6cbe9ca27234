import type { Area } from "../workbook-record";
import { formulaPieces } from "./formula/formula-text";
import { areaBetween } from "./reference";
import type { SheetState } from "./sheet/sheet-state";

interface FormulaCell {
  sheet: SheetState;
  row: number;
  column: number;
  references: { sheet: SheetState; area: Area }[];
  /** Order of discovery and lowest order reachable, as in Tarjan's algorithm; -1 = not seen. */
  order: number;
  lowest: number;
  isOpen: boolean;
}

/** Formula cells that depend on themselves, directly or through others. */
export function circularCells(sheets: SheetState[]): { sheet: SheetState; row: number; column: number }[] {
  const cells = new Map<SheetState, Map<number, Map<number, FormulaCell>>>();
  const all: FormulaCell[] = [];
  for (const sheet of sheets) {
    const rows = new Map<number, Map<number, FormulaCell>>();
    cells.set(sheet, rows);
    sheet.cells.forEachFormula((row, column) => {
      const cell = {
        sheet,
        row,
        column,
        references: referencesOf(sheet, row, column),
        order: -1,
        lowest: -1,
        isOpen: false,
      };
      all.push(cell);
      const line = rows.get(row) ?? new Map<number, FormulaCell>();
      rows.set(row, line.set(column, cell));
    });
  }
  const precedents = (cell: FormulaCell) =>
    cell.references.flatMap(({ sheet, area }) => inside(cells.get(sheet) ?? new Map(), area));
  return stronglyConnected(all, precedents);
}

function referencesOf(sheet: SheetState, row: number, column: number): FormulaCell["references"] {
  const formula = sheet.cells.own(row, column)?.f ?? "";
  return formulaPieces(formula).flatMap((piece) => {
    if (piece.kind !== "reference") {
      return [];
    }
    const target = piece.sheet === null ? sheet : sheet.workbook.sheetNamed(piece.sheet.name);
    const area = areaBetween(piece.first, piece.second ?? piece.first);
    return target && area ? [{ sheet: target, area }] : [];
  });
}

function inside(rows: Map<number, Map<number, FormulaCell>>, area: Area): FormulaCell[] {
  const found: FormulaCell[] = [];
  const take = (line: Map<number, FormulaCell> | undefined) =>
    line?.forEach((cell, column) => {
      if (column >= area.column && column < area.column + area.columns) {
        found.push(cell);
      }
    });
  if (area.rows > rows.size) {
    rows.forEach((line, row) => (row >= area.row && row < area.row + area.rows ? take(line) : undefined));
  } else {
    for (let row = area.row; row < area.row + area.rows; row++) {
      take(rows.get(row));
    }
  }
  return found;
}

/** Tarjan's strongly connected components, without recursion: chains of formulas are long. */
function stronglyConnected(
  all: FormulaCell[],
  precedents: (cell: FormulaCell) => FormulaCell[],
): FormulaCell[] {
  const circular: FormulaCell[] = [];
  const open: FormulaCell[] = [];
  let order = 0;
  for (const start of all) {
    if (start.order >= 0) {
      continue;
    }
    const path: { cell: FormulaCell; next: FormulaCell[]; readsItself: boolean }[] = [];
    const enter = (cell: FormulaCell) => {
      cell.order = cell.lowest = order++;
      cell.isOpen = true;
      open.push(cell);
      const next = precedents(cell);
      path.push({ cell, next, readsItself: next.includes(cell) });
    };
    enter(start);
    while (path.length > 0) {
      const { cell, next, readsItself } = path[path.length - 1];
      const precedent = next.pop();
      if (precedent === undefined) {
        path.pop();
        const before = path.at(-1)?.cell;
        if (before) {
          before.lowest = Math.min(before.lowest, cell.lowest);
        }
        if (cell.lowest === cell.order) {
          const component = open.splice(open.lastIndexOf(cell));
          component.forEach((each) => (each.isOpen = false));
          if (component.length > 1 || readsItself) {
            circular.push(...component);
          }
        }
      } else if (precedent.order < 0) {
        enter(precedent);
      } else if (precedent.isOpen) {
        cell.lowest = Math.min(cell.lowest, precedent.order);
      }
    }
  }
  return circular;
}
