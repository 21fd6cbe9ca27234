import { columnIndex, sheetColumns } from "../../../model/reference";
import { escapedXml } from "../../package/file-text";
import { TextEdits } from "../../package/text-edits";
import {
  attributesAt,
  spanAttribute,
  spanChild,
  spansOf,
  spanText,
  TagScanner,
} from "../../package/xml-spans";
import type { XmlSpan } from "../../package/xml-spans";
import type { CellMoves } from "./cell-moves";

/** Contents of a cell as the file tells them, for its new place. */
export interface CarriedContents {
  /** Attributes of the cell but its address and its format. */
  attributes: string;
  inside: string;
  /** Where the cell stood. */
  from: { row: number; column: number };
  /** Whether it is a text out of those that all sheets share. */
  shared: boolean;
}

/**
 * Cells that moved, of which a record holds only what they show: dress within a text, phonetic hints, pictures and data types in
 * cells, what-if tables, formulas that refer to other workbooks. By their new place, as {@link placeNumber} counts.
 * @param isDressed whether a shared text, by its number, is more than a text
 */
export function carriedContents(
  text: string,
  sheetData: XmlSpan,
  sheet: string,
  moves: CellMoves,
  isDressed: (number: number) => boolean,
): ReadonlyMap<number, CarriedContents> {
  const carried = new Map<number, CarriedContents>();
  if (moves.of(sheet).length === 0) return carried;
  const scanner = new TagScanner(text, sheetData.openEnd, sheetData.closeStart);
  let [row, column] = [-1, -1];
  while (scanner.next()) {
    if (scanner.kind === "close") continue;
    if (scanner.local === "row") {
      row = Number(scanner.attribute("r") ?? row + 2) - 1;
      column = -1;
    }
    if (scanner.local !== "c") continue;
    const [start, openEnd] = [scanner.start, scanner.end];
    const address = /^([A-Za-z]+)\d+$/.exec(scanner.attribute("r") ?? "");
    column = address ? columnIndex(address[1]) : column + 1;
    scanner.skipElement();
    const contents = contentsOf(text, start, openEnd, scanner.end, isDressed);
    const moved = contents && moves.area({ row, column, rows: 1, columns: 1 }, sheet);
    if (!moved || (moved.row === row && moved.column === column)) continue;
    carried.set(placeNumber(moved), {
      ...contents,
      inside: followed(contents.inside, sheet, moves),
      from: { row, column },
    });
  }
  return carried;
}

export function placeNumber({ row, column }: { row: number; column: number }): number {
  return row * sheetColumns + column;
}

/** Null for a cell that a record holds as it is. */
function contentsOf(
  text: string,
  start: number,
  openEnd: number,
  end: number,
  isDressed: (number: number) => boolean,
): Omit<CarriedContents, "from"> | null {
  const attributes = attributesAt(text, start, openEnd).filter(({ name }) => name !== "r" && name !== "s");
  const type = attributes.find(({ name }) => name === "t")?.value;
  const inside = text.slice(openEnd, end).replace(/<\/[^<]*$/, "");
  const shared = type === "s" && isDressed(Number(/>([^<]*)</.exec(`${inside}<`)?.[1]));
  const isMore =
    shared ||
    attributes.some(({ name }) => name === "vm" || name === "ph") ||
    (type === "inlineStr" && /<(?:\w+:)?(?:r|rPh)[\s>]/.test(inside)) ||
    /<(?:\w+:)?f\b[^>]*(?:\st=["']dataTable["']|>[^<]*\[\d+\])/.test(inside);
  if (!isMore) return null;
  return {
    attributes: attributes.map((each) => text.slice(each.start, each.end)).join(""),
    inside,
    shared: type === "s",
  };
}

/** A formula that a record does not hold, as it reads at its new place. */
function followed(inside: string, sheet: string, moves: CellMoves): string {
  if (!/<(?:\w+:)?f\b/.test(inside)) return inside;
  const text = `<c>${inside}</c>`;
  const edits = new TextEdits(text);
  const formula = spanChild(spansOf(text), "f");
  if (!formula) return inside;
  for (const name of ["ref", "r1", "r2"]) {
    const reference = spanAttribute(text, formula, name);
    if (reference !== undefined)
      edits.attribute(formula, name, moves.reference(reference, sheet) ?? reference);
  }
  const written = spanText(text, formula);
  const moved = moves.formula(written, sheet);
  if (moved !== written) edits.replace(formula.openEnd, formula.closeStart, escapedXml(moved));
  return edits.applied().slice("<c>".length, -"</c>".length);
}
