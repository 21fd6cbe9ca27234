import type {
  ConditionalFormatRecord,
  DataValidationRecord,
  SheetRecord,
  WorkbookRecord,
} from "../../../workbook-record";
import type { PackageEdit } from "../../package/package-edit";
import { TextEdits } from "../../package/text-edits";
import { spansOf } from "../../package/xml-spans";
import type { CellMoves } from "./cell-moves";
import { moveAnchors, moveBreaks, movedVml } from "./moved-drawings";
import { moveElements } from "./moved-elements";

/**
 * Lets the whole package follow cells that moved and sheets that have another name, as far as a record does not know it:
 * validations, comments, links, conditional formats, drawn things, charts, sparklines, pivot tables, names.
 * @returns the workbook as it was opened, with what of it is true already of the changed texts
 */
export function followMoves(
  edit: PackageEdit,
  mainPart: string,
  before: WorkbookRecord,
  moves: CellMoves,
): WorkbookRecord {
  if (moves.isNone) return before;
  const visited = new Set<string>();
  const visit = (part: string, sheet: string): void => {
    if (visited.has(part.toLowerCase())) return;
    visited.add(part.toLowerCase());
    movePart(edit, part, moves, sheet);
    for (const { target, external } of edit.relationships(part)) {
      if (!external && target !== mainPart) visit(target, sheet);
    }
  };
  for (const { name, part } of before.sheets) if (part !== undefined) visit(part, name);
  visit(mainPart, "");
  return { ...before, sheets: before.sheets.map((sheet) => movedSheet(sheet, moves)) };
}

/** Parts that can speak of cells: pictures that are text, and parts of others in whatever encoding, never do. */
const withReferences = /^(?!customXml\/).*\.(?:xml|vml)$/i;

/** Parts that speak of no cells, and are long. */
const withoutReferences = /(?:sharedStrings|styles|theme|metadata|calcChain|pivotCacheRecords)[^/]*\.xml$/i;

function movePart(edit: PackageEdit, part: string, moves: CellMoves, sheet: string): void {
  const mayRefer = withReferences.test(part) && !withoutReferences.test(part);
  const text = mayRefer ? edit.text(part) : undefined;
  if (text === undefined) return;
  if (/\.vml$/i.test(part)) {
    edit.setText(part, movedVml(text, moves, sheet));
    return;
  }
  const root = spansOf(text, "sheetData");
  const edits = new TextEdits(text);
  if (root.local === "worksheet") moveBreaks(edits, root, moves.of(sheet));
  if (root.local === "wsDr") moveAnchors(edits, root, moves.of(sheet));
  moveElements(edits, root, moves, sheet);
  edit.setText(part, edits.applied());
}

function movedSheet(sheet: SheetRecord, moves: CellMoves): SheetRecord {
  const formula = (text: string) => moves.formula(text, sheet.name);
  const reference = (text: string | null) => text && formula(text);
  const conditionalFormats = sheet.conditionalFormats.flatMap((format): ConditionalFormatRecord[] => {
    const areas = format.areas.flatMap((area) => moves.area(area, sheet.name) ?? []);
    if (areas.length === 0) return [];
    if (format.type === "Custom") return [{ ...format, areas, formula: formula(format.formula) }];
    if (format.type !== "CellValue") return [{ ...format, areas }];
    const { formula1, formula2 } = format;
    const second = formula2 === undefined ? {} : { formula2: formula(formula2) };
    return [{ ...format, areas, formula1: formula(formula1), ...second }];
  });
  const charts = sheet.charts.map((chart) => ({
    ...chart,
    series: chart.series.map((series) => ({
      ...series,
      nameFormula: reference(series.nameFormula),
      values: reference(series.values),
      categories: reference(series.categories),
    })),
  }));
  const validations = (sheet.dataValidations ?? []).flatMap((validation): DataValidationRecord[] => {
    const areas = validation.areas.flatMap((area) => moves.area(area, sheet.name) ?? []);
    const { formula1, formula2 } = validation;
    const moved = (text: string | number) =>
      typeof text === "string" && text.startsWith("=") ? formula(text) : text;
    return areas.length === 0
      ? []
      : [
          {
            ...validation,
            areas,
            ...(formula1 !== undefined && { formula1: moved(formula1) }),
            ...(formula2 !== undefined && { formula2: moved(formula2) }),
          },
        ];
  });
  return {
    ...sheet,
    conditionalFormats,
    charts,
    ...(sheet.dataValidations && { dataValidations: validations }),
  };
}
