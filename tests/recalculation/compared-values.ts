import { formulaPieces } from "../../src/host/model/formula/formula-text";
import { areaBetween, contains } from "../../src/host/model/reference";
import type { CellRecord, SheetRecord, WorkbookRecord } from "../../src/host/workbook-record";

/** Longer names of sheets are cut there. */
const longestName = 31;

/** Functions that LibreOffice 7 does not know, and those whose answer is another one every time. */
const unknown =
  /\b(?:KAM\.|SORT|SORTBY|FILTER|UNIQUE|SEQUENCE|RANDARRAY|XLOOKUP|XMATCH|LET|LAMBDA|VSTACK|HSTACK|TEXTSPLIT|CUBE\w+|RAND|RANDBETWEEN|NOW|TODAY|CELL|INFO)\b\(?/i;

/**
 * Compares the results that a workbook has stored with those that another program calculated.
 * @returns how many formulas were compared, and each that has another result, in words
 */
export function comparedValues(
  stored: WorkbookRecord,
  calculated: WorkbookRecord,
): { formulas: number; differences: string[] } {
  const differences: string[] = [];
  let formulas = 0;
  for (const sheet of stored.sheets) {
    const found = cellsOf(calculated.sheets.find(({ name }) => name === sheet.name.slice(0, longestName)));
    const unsure = sheet.cells.filter(({ formula, spilled }) => spilled || unknown.test(formula ?? ""));
    for (const cell of sheet.cells) {
      if (unsure.includes(cell) || (cell.formula !== undefined && cell.value === undefined)) continue;
      if (unsure.some((other) => refersTo(cell.formula, other))) continue;
      if (cell.formula !== undefined) formulas++;
      const now = found.get(`${cell.row} ${cell.column}`);
      if (isSame(cell.value, now?.value)) continue;
      const [was, is] = [cell.value, now?.value].map((value) => JSON.stringify(value));
      const place = `${sheet.name} row ${cell.row + 1} column ${cell.column + 1}`;
      differences.push(`${place} ${cell.formula ?? ""}: ${was}, calculated ${is}`);
    }
  }
  return { formulas, differences };
}

/** Whether a formula refers to a cell of its own sheet. */
function refersTo(formula: string | undefined, { row, column }: CellRecord): boolean {
  return formulaPieces(formula ?? "").some((piece) => {
    if (piece.kind !== "reference") return false;
    const area = areaBetween(piece.first, piece.second ?? piece.first);
    return area !== null && contains(area, { row, column, rows: 1, columns: 1 });
  });
}

function cellsOf(sheet: SheetRecord | undefined): Map<string, CellRecord> {
  return new Map((sheet?.cells ?? []).map((cell) => [`${cell.row} ${cell.column}`, cell]));
}

function isSame(one: CellRecord["value"], other: CellRecord["value"]): boolean {
  if (typeof one === "number" && typeof other === "number") {
    return Math.abs(one - other) <= 1e-9 * Math.max(1, Math.abs(one), Math.abs(other));
  }
  if (typeof one === "object" && typeof other === "object") return one.error === other.error;
  return (one ?? "") === (other ?? "");
}
