import type { CellRecord, SheetRecord, WorkbookRecord } from "../../../../src/host/workbook-record";
import { sheetNamed } from "../written";

/** A line of the table of proofs. */
export interface ProofLine {
  what: string;
  where: string;
  ours: CellRecord["value"];
  recalculated: CellRecord["value"];
  difference: CellRecord["value"];
  holds: CellRecord["value"];
  formula: string;
}

/** The lines of the sheet in either language; empty where the workbook has none. */
export function proofLines(record: WorkbookRecord, sheet = proofSheetOf(record)): ProofLine[] {
  if (!sheet) return [];
  const { area } = sheet.tables.find(({ name }) => name === "KeyfolioProof")!;
  const cells = new Map(sheet.cells.map((cell) => [`${cell.row},${cell.column}`, cell]));
  return Array.from({ length: area.rows - 1 }, (_, at) => {
    const cell = (column: number) => cells.get(`${area.row + 1 + at},${area.column + column}`);
    const [what, where, ours, recalculated, difference, holds] = [0, 1, 2, 3, 4, 5].map(cell);
    return {
      what: String(what?.value),
      where: String(where?.value),
      ours: ours?.value,
      recalculated: recalculated?.value,
      difference: difference?.value,
      holds: holds?.value,
      formula: recalculated?.formula ?? "",
    };
  });
}

export function proofSheetOf(record: WorkbookRecord): SheetRecord | undefined {
  return record.sheets.find(({ name }) => /^(Proof|Проверка)/.test(name));
}

/** In words: what does not hold. */
export function brokenIn(lines: readonly ProofLine[]): string[] {
  return lines
    .filter(({ holds }) => holds !== true)
    .map(
      ({ what, where, ours, recalculated, formula }) =>
        `${where} ${what}: ${JSON.stringify(ours)}, recalculated ${JSON.stringify(recalculated)} by ${formula.slice(0, 300)}`,
    );
}

export { sheetNamed };
