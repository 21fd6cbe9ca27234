import type { Area, CellValue, ValueCard } from "../../workbook-record";
import { offsetFormula } from "../formula/formula-rewrite";
import { HostError } from "../host-error";
import { addressOf, intersection } from "../reference";
import { type CellEntry, isErrorText } from "./cell-entry";
import { cellValue, typedFormula } from "./sheet-cells";
import { contentChanged } from "./sheet-entry";
import { requireAllowed, requireEditableCells } from "./sheet-refusals";
import type { SheetState } from "./sheet-state";

/**
 * Puts the rows of a block in the order of one of its columns, as Excel's user interface does: numbers, then texts without
 * regard to case, then FALSE and TRUE, then errors; blank cells last in either direction; equal ones as they stood. Rows that
 * are hidden stay where they are. Contents and formats of the cells move, heights of rows do not; formulas refer, as copied ones,
 * to the cells beside them; formulas and names elsewhere go on referring to the same places ("Sort data in a range or table").
 * @param area without headers and totals
 * @param column zero-based column of the sheet
 * @throws HostError AccessDenied on a protected sheet; InvalidOperation over merged cells and spilled results
 */
export function sortRows(sheet: SheetState, area: Area, column: number, ascending: boolean): void {
  requireAllowed(sheet, "allowSort");
  requireEditableCells(sheet, area);
  const spills = sheet.workbook.engine.spills(sheet.id).map((spill) => spill.area);
  if ([...sheet.merges, ...spills].some((block) => intersection(block, area))) {
    throw new HostError("InvalidOperation", `${addressOf(area)} has merged cells or spilled results in it.`);
  }
  const places = Array.from({ length: area.rows }, (_, index) => area.row + index).filter(
    (row) => !sheet.geometry.hiddenRows.has(row),
  );
  const inOrder = places
    .map((row) => ({ row, value: sheet.cells.value(row, column) }))
    .sort((one, other) => compare(one.value, other.value, ascending, sheet.workbook.locale));
  const rows = inOrder.map(({ row }) => cellsOf(sheet, area, row));
  places.forEach((place, index) => {
    if (inOrder[index].row !== place) {
      rows[index].forEach(({ entry, format, own }, offset) => {
        const moved =
          entry.kind === "formula" ? offsetFormula(entry.formula, place - inOrder[index].row, 0) : "";
        sheet.cells.write(
          place,
          area.column + offset,
          moved === "" ? entry : { kind: "formula", formula: moved },
        );
        if (own || sheet.cells.own(place, area.column + offset)?.s) {
          sheet.cells.setFormat(place, area.column + offset, format);
        }
      });
    }
  });
  contentChanged(sheet, area);
  sheet.workbook.raiseSheetEvent(sheet, "rowSorted", { address: addressOf(area) });
}

interface MovedCell {
  entry: CellEntry;
  format: string | undefined;
  /** Whether the format is the cell's own, not its row's or column's. */
  own: boolean;
}

function cellsOf(sheet: SheetState, area: Area, row: number): MovedCell[] {
  return Array.from({ length: area.columns }, (_, offset) => {
    const column = area.column + offset;
    const cell = sheet.cells.own(row, column);
    const formula = typedFormula(cell);
    const format = sheet.formats.keyAt(row, column);
    const own = Boolean(cell?.s);
    return formula === null
      ? {
          entry: entryOf(cellValue(cell), sheet.cells.isQuoted(row, column), cell?.custom?.card),
          format,
          own,
        }
      : { entry: { kind: "formula", formula }, format, own };
  });
}

function entryOf(value: CellValue | null, quoted: boolean, card: ValueCard | undefined): CellEntry {
  switch (typeof value) {
    case "number":
      return { kind: "number", value, card };
    case "boolean":
      return { kind: "boolean", value, card };
    case "string":
      return isErrorText(value) && !quoted
        ? { kind: "error", error: value }
        : { kind: "text", text: value, quoted, card };
    default:
      return { kind: "blank" };
  }
}

function compare(one: CellValue, other: CellValue, ascending: boolean, locale: string): number {
  const [first, second] = [kindOf(one), kindOf(other)];
  if (first === kinds.blank || second === kinds.blank) {
    return first - second;
  }
  const difference =
    first !== second
      ? first - second
      : first === kinds.text
        ? collatorOf(locale).compare(String(one), String(other))
        : first === kinds.error
          ? 0
          : Number(one) - Number(other);
  return ascending ? difference : -difference;
}

const kinds = { number: 0, text: 1, logical: 2, error: 3, blank: 4 };

function kindOf(value: CellValue): number {
  return typeof value === "number"
    ? kinds.number
    : typeof value === "boolean"
      ? kinds.logical
      : value === ""
        ? kinds.blank
        : isErrorText(value)
          ? kinds.error
          : kinds.text;
}

const collators = new Map<string, Intl.Collator>();

function collatorOf(locale: string): Intl.Collator {
  const collator = collators.get(locale) ?? new Intl.Collator(locale, { sensitivity: "accent" });
  collators.set(locale, collator);
  return collator;
}
