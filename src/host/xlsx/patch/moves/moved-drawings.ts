import { type CellShift, shiftArea } from "../../../model/formula/formula-rewrite";
import { sheetColumns, sheetRows } from "../../../model/reference";
import { escapedXml } from "../../package/file-text";
import type { TextEdits } from "../../package/text-edits";
import {
  spanAttribute,
  spanChild,
  spanChildren,
  spanText,
  unescapedXml,
  type XmlSpan,
} from "../../package/xml-spans";
import type { CellMoves } from "./cell-moves";

type Axis = CellShift["axis"];

/** Where a row or column stands after whole rows or columns were put in or taken out; drawn things stay where only a block of cells moves. */
function movedLine(index: number, axis: Axis, shifts: readonly CellShift[]): number {
  return shifts.reduce((line, shift) => {
    const isWhole =
      shift.axis === "rows" ? shift.area.columns === sheetColumns : shift.area.rows === sheetRows;
    if (shift.axis !== axis || !isWhole) return line;
    const along = axis === "rows" ? "row" : "column";
    return shiftArea({ ...shift.area, [along]: line, [axis]: 1 }, shift)?.[along] ?? shift.area[along];
  }, index);
}

/** Pictures, shapes and charts stand on their rows and columns, unless they were told not to move. */
export function moveAnchors(edits: TextEdits, root: XmlSpan, shifts: readonly CellShift[]): void {
  const visit = (element: XmlSpan): void => {
    if (!element.local.endsWith("Anchor")) {
      element.children.forEach(visit);
      return;
    }
    const keeps = spanAttribute(edits.text, element, "editAs");
    if (keeps === "absolute") return;
    for (const [local, axis] of [
      ["row", "rows"],
      ["col", "columns"],
    ] as const) {
      const [from, to] = ["from", "to"].map((end) => spanChild(spanChild(element, end), local));
      if (!from) continue;
      const first = Number(spanText(edits.text, from));
      const moved = movedLine(first, axis, shifts);
      put(edits, from, first, moved);
      if (!to) continue;
      const last = Number(spanText(edits.text, to));
      const offset = spanChild(spanChild(element, "to"), `${local}Off`);
      // What ends at an edge lies on the lines before it: it does not grow by what comes behind them.
      const lying = last > first && offset && Number(spanText(edits.text, offset)) === 0 ? 1 : 0;
      const end = movedLine(last - lying, axis, shifts) + lying;
      put(edits, to, last, keeps === "oneCell" ? last + moved - first : end);
    }
  };
  visit(root);
}

/** Columns before which a page begins; a record knows the rows. */
export function moveBreaks(edits: TextEdits, worksheet: XmlSpan, shifts: readonly CellShift[]): void {
  for (const element of spanChildren(spanChild(worksheet, "colBreaks"), "brk")) {
    const column = Number(spanAttribute(edits.text, element, "id"));
    edits.attribute(element, "id", movedLine(column, "columns", shifts));
  }
}

function put(edits: TextEdits, element: XmlSpan, before: number, after: number): void {
  if (before !== after) edits.replace(element.openEnd, element.closeStart, String(after));
}

/**
 * The old drawings of comments and controls, which need not be well-formed XML: the box of a comment goes where its cell
 * goes, and goes away with it; other boxes move as drawn things do ([MS-OE376], "Anchor": column, offset, row, offset, twice).
 */
export function movedVml(text: string, moves: CellMoves, sheet: string): string {
  return text.replace(/<((?:[\w-]+:)?)shape(?=[\s>]).*?<\/\1shape\s*>/gs, (shape) => {
    const cell = ["Row", "Column"].map((name) => Number(inside(shape, name) ?? NaN));
    const isNote = /ObjectType=["']Note["']/.test(shape) && cell.every(Number.isInteger);
    const moved = isNote ? moves.area({ row: cell[0], column: cell[1], rows: 1, columns: 1 }, sheet) : null;
    if (isNote && moved === null) return "";
    const anchor = inside(shape, "Anchor")?.split(",").map(Number) ?? [];
    const shifts = moves.of(sheet);
    const at = (index: number, axis: Axis) => {
      if (moved === null) return movedLine(anchor[index], axis, shifts);
      return anchor[index] + (axis === "rows" ? moved.row - cell[0] : moved.column - cell[1]);
    };
    const now = [
      at(0, "columns"),
      anchor[1],
      at(2, "rows"),
      anchor[3],
      at(4, "columns"),
      anchor[5],
      at(6, "rows"),
      anchor[7],
    ];
    let changed = shape;
    if (anchor.length === 8 && now.some((each, index) => each !== anchor[index]))
      changed = withInside(changed, "Anchor", `\n    ${now.join(", ")}`);
    if (moved !== null) {
      if (moved.row !== cell[0]) changed = withInside(changed, "Row", String(moved.row));
      if (moved.column !== cell[1]) changed = withInside(changed, "Column", String(moved.column));
    }
    for (const name of ["FmlaLink", "FmlaRange", "FmlaTxbx"]) {
      const formula = inside(changed, name);
      const rewritten = formula && moves.formula(formula, sheet);
      if (rewritten && rewritten !== formula) changed = withInside(changed, name, rewritten);
    }
    return changed;
  });
}

/** An element with a text of its own, by whatever prefix its namespace goes. */
const named = (name: string) =>
  new RegExp(`(<((?:[\\w-]+:)?)${name}(?:\\s[^>]*)?>)([^<]*)(</\\2${name}\\s*>)`);

function inside(shape: string, name: string): string | undefined {
  const found = named(name).exec(shape)?.[3];
  return found === undefined ? undefined : unescapedXml(found).trim();
}

function withInside(shape: string, name: string, value: string): string {
  return shape.replace(named(name), (_, open: string, _prefix: string, _text: string, close: string) => {
    return open + escapedXml(value).replaceAll("&#10;", "\n") + close;
  });
}
