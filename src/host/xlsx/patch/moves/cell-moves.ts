import {
  type CellShift,
  type FormulaChange,
  rewriteFormula,
  shiftArea,
  shiftCellsOf,
} from "../../../model/formula/formula-rewrite";
import { parseArea } from "../../../model/reference";
import type { Area, WorkbookRecord } from "../../../workbook-record";
import { areaAddress } from "../../vocabulary/address";

/** Cells that were put in and taken out since a workbook was opened, in their order, by the part of their sheet. */
export type CellShifts = ReadonlyMap<string, readonly CellShift[]>;

/** A text inside a formula, or a reference to another workbook: `[1]Sheet1!A1`, `'[1]My sheet'!A1:B2`, `[1]!Name`. */
const textOrOtherWorkbook =
  /"(?:[^"]|"")*"|(?:'(?:[^']|'')*\[\d+\](?:[^']|'')*'|\[\d+\][^\s!'"(),+\-*/^&=<>]*)![\p{L}\p{N}_.$\\#:]+/gu;

/** Where cells of a workbook stand now, and what its sheets are called, for texts that speak of them as they were. */
export class CellMoves {
  private readonly shifts = new Map<string, readonly CellShift[]>();
  private readonly names = new Map<string, string | null>();
  private readonly change: FormulaChange = {
    move: (area, sheet) => this.area(area, sheet),
    renameSheet: (sheet) => this.names.get(sheet.toLowerCase()),
  };

  constructor(before: WorkbookRecord, after: WorkbookRecord, shifts: CellShifts) {
    for (const { name, part = "" } of before.sheets) {
      const key = name.toLowerCase();
      const now = after.sheets.find((sheet) => sheet.part === part);
      if (now?.name !== name) this.names.set(key, now ? now.name : null);
      const ofSheet = shifts.get(part) ?? [];
      if (now && ofSheet.length > 0) this.shifts.set(key, ofSheet);
    }
  }

  /** Whether everything stands where it stood and is called what it was called. */
  get isNone(): boolean {
    return this.shifts.size === 0 && this.names.size === 0;
  }

  /** What a sheet is called now; null when it is gone. */
  sheetName(name: string): string | null {
    return this.names.get(name.toLowerCase()) ?? (this.names.has(name.toLowerCase()) ? null : name);
  }

  /** What was put into a sheet and taken out of it, by the name that it had. */
  of(sheet: string): readonly CellShift[] {
    return this.shifts.get(sheet.toLowerCase()) ?? [];
  }

  /** An area as a reference to it moves; the same object where it stays, null when nothing of it is left. */
  area(area: Area, sheet: string): Area | null {
    return this.of(sheet).reduce<Area | null>((moved, shift) => moved && shiftArea(moved, shift), area);
  }

  /** A formula as it reads now. What it says of other workbooks is left alone: their sheets may have the names of ours. */
  formula(text: string, ownSheet: string): string {
    const others: string[] = [];
    const own = text.replace(textOrOtherWorkbook, (found) =>
      found.startsWith('"') ? found : `"\u0000${others.push(found) - 1}"`,
    );
    const moved = rewriteFormula(own, ownSheet, this.change);
    if (moved === own) return text;
    return moved.replace(/"\u0000(\d+)"/g, (_, number: string) => others[Number(number)]);
  }

  /** `A1:B2` as it reads now; null when nothing of it is left. */
  reference(text: string, sheet: string): string | null {
    const area = parseArea(text);
    const moved = area && this.area(area, sheet);
    return area === null || moved === area ? text : moved && areaAddress(moved);
  }

  /** `A1:B2 D4` as cells take along what is kept of each of them: what only some cells of an area have left falls apart. */
  cells(text: string, sheet: string): string {
    const pieces = text.split(/\s+/).flatMap((each) => {
      const area = parseArea(each);
      if (area === null) return [each];
      const moved = this.of(sheet).reduce(
        (areas, shift) => areas.flatMap((one) => shiftCellsOf(one, shift)),
        [area],
      );
      return moved.length === 1 && moved[0] === area ? [each] : moved.map(areaAddress);
    });
    const whole = pieces.join(" ");
    return whole === text.split(/\s+/).join(" ") ? text : whole;
  }
}
