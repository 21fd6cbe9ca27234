import type { Area, ConditionalFormatRecord } from "../../workbook-record";
import { parseArea } from "../../model/reference";
import type { WorkbookColors } from "../vocabulary/colors";
import { cellValueOperators, pointKinds, textOperators } from "../vocabulary/conditional-format-choices";
import { decodedText } from "../package/file-text";
import { formulaFromFile } from "../vocabulary/formula-in-file";
import type { XmlElement } from "../library";
import { attribute, child, children, flag, numberAttribute, textOf } from "../package/package-parts";
import type { DifferentialFormat } from "./read-styles";

/** A conditional format and where it stands: in which of the sheet's elements, as which rule. */
export interface PlacedFormat {
  format: ConditionalFormatRecord;
  block: number;
  rule: number;
}

/** The conditional formats of a sheet in order of priority, those of other kinds left out. */
export function readConditionalFormats(
  sheet: XmlElement,
  looks: DifferentialFormat[],
  colors: WorkbookColors,
): PlacedFormat[] {
  const formats: PlacedFormat[] = [];
  for (const [at, block] of children(sheet, "conditionalFormatting").entries()) {
    const areas = (attribute(block, "sqref") ?? "").split(/\s+/).flatMap((address): Area[] => {
      const area = parseArea(address);
      return area ? [area] : [];
    });
    for (const [number, rule] of children(block, "cfRule").entries()) {
      const format =
        areas.length > 0
          ? readRule(rule, areas, looks[numberAttribute(rule, "dxfId") ?? -1] ?? {}, colors)
          : null;
      if (format) formats.push({ format, block: at, rule: number });
    }
  }
  return formats.sort((one, other) => one.format.priority - other.format.priority);
}

function readRule(
  rule: XmlElement,
  areas: Area[],
  look: DifferentialFormat,
  colors: WorkbookColors,
): ConditionalFormatRecord | null {
  const base = {
    areas,
    priority: numberAttribute(rule, "priority") ?? 1,
    ...(flag(rule, "stopIfTrue") && { stopIfTrue: true }),
  };
  const type = attribute(rule, "type") ?? "";
  const formulas = children(rule, "formula").map((formula) => formulaFromFile(decodedText(textOf(formula))));
  if (type === "cellIs") {
    const operator = cellValueOperators[attribute(rule, "operator") ?? ""];
    if (!operator || formulas.length === 0) return null;
    const second = formulas[1] === undefined ? {} : { formula2: formulas[1] };
    return { ...base, type: "CellValue", operator, formula1: formulas[0], ...second, ...look };
  }
  if (type === "expression" && formulas.length > 0)
    return { ...base, type: "Custom", formula: formulas[0], ...look };
  if (type in textOperators) {
    const text = attribute(rule, "text") ?? searchedText(formulas[0]);
    return text === undefined
      ? null
      : { ...base, type: "ContainsText", operator: textOperators[type], text: decodedText(text), ...look };
  }
  if (type === "dataBar") {
    const color = colors.of(child(child(rule, "dataBar"), "color"));
    return color === undefined ? null : { ...base, type: "DataBar", color };
  }
  if (type === "colorScale") {
    const scale = child(rule, "colorScale");
    const pointColors = children(scale, "color").map((color) => colors.of(color) ?? "#FFFFFF");
    const points = children(scale, "cfvo").map((point, index) => {
      const kind = pointKinds[attribute(point, "type") as keyof typeof pointKinds];
      const value =
        kind === "LowestValue" || kind === "HighestValue" ? undefined : numberAttribute(point, "val");
      return { kind, ...(value !== undefined && { value }), color: pointColors[index] ?? "#FFFFFF" };
    });
    const readable =
      points.length >= 2 &&
      points.every(({ kind, value }) => kind && (/Value$/.test(kind) || value !== undefined));
    return readable ? { ...base, type: "ColorScale", points } : null;
  }
  return null;
}

/** Some programs leave out the attribute `text` and give only the formula. */
function searchedText(formula: string | undefined): string | undefined {
  return /SEARCH\("((?:[^"]|"")*)"/i.exec(formula ?? "")?.[1].replace(/""/g, '"');
}
