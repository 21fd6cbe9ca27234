import type { SheetRecord } from "../../../workbook-record";
import type { PackageEdit } from "../../package/package-edit";
import { TextEdits } from "../../package/text-edits";
import { spanChild, spansOf, type XmlSpan } from "../../package/xml-spans";
import type { LookNumbers } from "../../write/write-conditional-formats";
import type { CarriedContents } from "../moves/carried-contents";
import type { CellChange } from "./cell-changes";
import { lineChanges } from "./line-changes";
import { same } from "../same";
import { CellPatch, type CellWriting, type FormulaChanges } from "./patch-cells";
import { patchCharts, type ChartPart } from "./patch-charts";
import { patchColumns } from "./patch-columns";
import { patchConditionalFormats } from "./patch-conditional-formats";
import { patchDataValidations } from "./patch-data-validations";
import { patchDimension, patchFrame, type SheetPatch } from "./patch-frame";
import { patchTables } from "./patch-tables";

/** What a sheet needs of its package to be written. */
export interface SheetSurroundings {
  part: string;
  edit: PackageEdit;
  writing: CellWriting;
  looks: LookNumbers;
  placesOfFormats: () => readonly { block: number; rule: number }[];
  chartPart: ChartPart;
  /** Cells that moved with more than a record holds of them, by their new place. */
  carried: (sheetData: XmlSpan) => ReadonlyMap<number, CarriedContents>;
}

/** A sheet of which nothing is written yet but its frame. */
export function unwritten(sheet: SheetRecord): SheetRecord {
  return {
    ...sheet,
    cells: [],
    rows: [],
    columns: [],
    merges: [],
    tables: [],
    conditionalFormats: [],
    dataValidations: [],
    charts: [],
  };
}

/** Whether anything around the cells of a sheet differs that stands in its parts; its name and visibility stand in the workbook. */
export function isAnotherFrame(before: SheetRecord, after: SheetRecord): boolean {
  const frame = (sheet: SheetRecord): SheetRecord => ({
    ...sheet,
    name: "",
    visibility: "Visible",
    cells: [],
  });
  return !same(frame(before), frame(after));
}

/** The text of a worksheet with what changed of it, in pieces. @param changes its cells that differ */
export function patchedSheet(
  text: string,
  before: SheetRecord,
  after: SheetRecord,
  changes: ReadonlyMap<number, CellChange[]>,
  { part, edit, writing, looks, placesOfFormats, chartPart, carried }: SheetSurroundings,
): { xml: readonly string[]; formulas: FormulaChanges } {
  const worksheet = spansOf(text, "sheetData");
  const edits = new TextEdits(text);
  const patch: SheetPatch = { edits, worksheet, before, after };
  const sheetData = spanChild(worksheet, "sheetData");
  if (!sheetData) throw new Error(`${part} has no place for cells`);
  const cells = new CellPatch(edits, sheetData, before, after, writing, carried(sheetData));
  cells.apply(
    changes,
    lineChanges(before.rows, after.rows, ({ height }) => height),
  );
  patchDimension(patch, changes);
  patchColumns(edits, worksheet, before.columns, after.columns, writing.styles);
  patchFrame(patch);
  if (!same(before.conditionalFormats, after.conditionalFormats)) {
    patchConditionalFormats(patch, placesOfFormats(), looks);
  }
  patchDataValidations(patch);
  patchCharts(patch, part, edit, chartPart);
  patchTables(patch, part, edit);
  return { xml: edits.pieces(), formulas: cells.formulas };
}
