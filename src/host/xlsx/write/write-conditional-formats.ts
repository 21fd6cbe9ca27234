import type { ConditionalFormatRecord } from "../../workbook-record";
import { areaAddress, cellAddress } from "../vocabulary/address";
import {
  cellValueOperators,
  keyOf,
  pointKinds,
  textOperators,
} from "../vocabulary/conditional-format-choices";
import { escapedXml } from "../package/file-text";
import { formulaInFile } from "../vocabulary/formula-in-file";

/** What a conditional format makes of a cell. */
export interface Look {
  font?: string;
  fill?: string;
  bold?: boolean;
}

/** The element of a look; null when it changes nothing. */
export function differentialXml({ font, fill, bold }: Look): string | null {
  const inFont = (bold ? "<b/>" : "") + (font === undefined ? "" : `<color rgb="${argb(font)}"/>`);
  const element =
    "<dxf>" +
    (inFont && `<font>${inFont}</font>`) +
    (fill === undefined ? "" : `<fill><patternFill><bgColor rgb="${argb(fill)}"/></patternFill></fill>`) +
    "</dxf>";
  return element === "<dxf></dxf>" ? null : element;
}

/** Whoever numbers the looks of conditional formats, as the rules name them (`dxfId`). */
export interface LookNumbers {
  differential(look: Look): number | null;
}

/** The looks of a fresh workbook. */
export class DifferentialFormats implements LookNumbers {
  private readonly elements: string[] = [];

  differential(look: Look): number | null {
    const element = differentialXml(look);
    if (element === null) return null;
    const found = this.elements.indexOf(element);
    return found >= 0 ? found : this.elements.push(element) - 1;
  }

  get xml(): string {
    return this.elements.length === 0
      ? '<dxfs count="0"/>'
      : `<dxfs count="${this.elements.length}">${this.elements.join("")}</dxfs>`;
  }
}

/**
 * The elements `conditionalFormatting` of a sheet. Written here because the library gives data bars a random
 * identifier and knows neither `stopIfTrue` nor rules on the beginning or end of a text.
 */
export function conditionalFormattingXml(formats: ConditionalFormatRecord[], looks: LookNumbers): string {
  return formats.map((format) => conditionalFormatXml(format, looks)).join("");
}

export function conditionalFormatXml(format: ConditionalFormatRecord, looks: LookNumbers): string {
  const sqref = format.areas.map(areaAddress).join(" ");
  return `<conditionalFormatting sqref="${sqref}">${ruleXml(format, looks)}</conditionalFormatting>`;
}

function ruleXml(format: ConditionalFormatRecord, looks: LookNumbers): string {
  const rule = (type: string, attributes: string, children: string) => {
    const look = "fill" in format || "font" in format || "bold" in format ? looks.differential(format) : null;
    const dxf = look === null ? "" : ` dxfId="${look}"`;
    const stop = format.stopIfTrue ? ' stopIfTrue="1"' : "";
    return `<cfRule type="${type}"${dxf} priority="${format.priority}"${stop}${attributes}>${children}</cfRule>`;
  };
  const formula = (text: string) => `<formula>${escapedXml(formulaInFile(text))}</formula>`;
  switch (format.type) {
    case "CellValue": {
      const operator = keyOf(cellValueOperators, format.operator) ?? "equal";
      const second = format.formula2 === undefined ? "" : formula(format.formula2);
      return rule("cellIs", ` operator="${operator}"`, formula(format.formula1) + second);
    }
    case "Custom":
      return rule("expression", "", formula(format.formula));
    case "ContainsText": {
      const type = keyOf(textOperators, format.operator) ?? "containsText";
      const operator = type === "notContainsText" ? "notContains" : type;
      const cell = cellAddress(format.areas[0].row, format.areas[0].column);
      const attributes = ` operator="${operator}" text="${escapedXml(format.text)}"`;
      return rule(type, attributes, `<formula>${escapedXml(textTest(type, format.text, cell))}</formula>`);
    }
    case "DataBar": {
      const bar = `<dataBar><cfvo type="min"/><cfvo type="max"/><color rgb="${argb(format.color)}"/></dataBar>`;
      return rule("dataBar", "", bar);
    }
    case "ColorScale": {
      const points = format.points.map(({ kind, value }) => {
        return `<cfvo type="${keyOf(pointKinds, kind)}"${value === undefined ? "" : ` val="${value}"`}/>`;
      });
      const colors = format.points.map(({ color }) => `<color rgb="${argb(color)}"/>`);
      return rule("colorScale", "", `<colorScale>${points.join("")}${colors.join("")}</colorScale>`);
    }
  }
}

/** The test that Excel writes beside a rule on texts. */
function textTest(type: string, text: string, cell: string): string {
  const quoted = `"${text.replace(/"/g, '""')}"`;
  if (type === "beginsWith") return `LEFT(${cell},LEN(${quoted}))=${quoted}`;
  if (type === "endsWith") return `RIGHT(${cell},LEN(${quoted}))=${quoted}`;
  return type === "notContainsText"
    ? `ISERROR(SEARCH(${quoted},${cell}))`
    : `NOT(ISERROR(SEARCH(${quoted},${cell})))`;
}

function argb(color: string): string {
  return `FF${color.replace("#", "").toUpperCase()}`;
}
