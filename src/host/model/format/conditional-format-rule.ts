import type { ConditionalFormatRecord } from "../../workbook-record";
import { oneOfChoices, requireFlag, requireText } from "../required-value";
import { HostError } from "../host-error";
import { colorOf } from "./color";

export type ConditionalFormatKind = ConditionalFormatRecord["type"];
type RecordOf<Kind extends ConditionalFormatKind> = Extract<ConditionalFormatRecord, { type: Kind }>;
type Point = RecordOf<"ColorScale">["points"][number];
type Rule = ConditionalFormatRecord extends infer Each
  ? Each extends ConditionalFormatRecord
    ? Omit<Each, "areas" | "priority" | "stopIfTrue">
    : never
  : never;

/** A rule as Excel makes it before anything is said about it; which colours it takes is a guess. */
export function freshRule(type: ConditionalFormatKind): Rule {
  switch (type) {
    case "CellValue":
      return { type, operator: "EqualTo", formula1: "=0" };
    case "ContainsText":
      return { type, operator: "Contains", text: "" };
    case "Custom":
      return { type, formula: "=FALSE" };
    case "DataBar":
      return { type, color: "#638EC6" };
    case "ColorScale":
      return {
        type,
        points: [
          { kind: "LowestValue", color: "#F8696B" },
          { kind: "Percentile", value: 50, color: "#FFEB84" },
          { kind: "HighestValue", color: "#63BE7B" },
        ],
      };
  }
}

const cellValueOperators = [
  "Between",
  "NotBetween",
  "EqualTo",
  "NotEqualTo",
  "GreaterThan",
  "LessThan",
  "GreaterThanOrEqual",
  "LessThanOrEqual",
];

interface CellValueRule {
  formula1: string;
  formula2?: string;
  operator: string;
}

/** Excel.CellValueConditionalFormat. */
export class CellValueConditionalFormat {
  constructor(readonly $record: RecordOf<"CellValue">) {}

  get rule(): CellValueRule {
    const { formula1, formula2, operator } = this.$record;
    return { formula1, ...(formula2 !== undefined && { formula2 }), operator };
  }

  set rule(rule: CellValueRule) {
    const operator = oneOfChoices(rule?.operator, cellValueOperators, "operator");
    const needsSecond = operator === "Between" || operator === "NotBetween";
    const formula1 = formulaOf(rule.formula1);
    const formula2 = needsSecond ? formulaOf(rule.formula2) : undefined;
    Object.assign(this.$record, { operator, formula1 });
    if (formula2 === undefined) {
      delete this.$record.formula2;
    } else {
      this.$record.formula2 = formula2;
    }
  }

  get format(): ConditionalRangeFormat {
    return new ConditionalRangeFormat(this.$record);
  }
}

/** Excel.CustomConditionalFormat. */
export class CustomConditionalFormat {
  constructor(readonly $record: RecordOf<"Custom">) {}

  get rule(): ConditionalFormatRule {
    return new ConditionalFormatRule(this.$record);
  }

  get format(): ConditionalRangeFormat {
    return new ConditionalRangeFormat(this.$record);
  }
}

/** Excel.ConditionalFormatRule: relative references count from the first cell of the range. */
export class ConditionalFormatRule {
  constructor(readonly $record: RecordOf<"Custom">) {}

  get formula(): string {
    return this.$record.formula;
  }

  set formula(formula: string) {
    this.$record.formula = formulaOf(formula);
  }
}

const textOperators = ["Contains", "NotContains", "BeginsWith", "EndsWith"];

interface TextRule {
  operator: string;
  text: string;
}

/** Excel.TextConditionalFormat. */
export class TextConditionalFormat {
  constructor(readonly $record: RecordOf<"ContainsText">) {}

  get rule(): TextRule {
    const { operator, text } = this.$record;
    return { operator, text };
  }

  set rule(rule: TextRule) {
    const operator = oneOfChoices(rule?.operator, textOperators, "operator");
    Object.assign(this.$record, { operator, text: requireText(rule.text, "The text") });
  }

  get format(): ConditionalRangeFormat {
    return new ConditionalRangeFormat(this.$record);
  }
}

interface Criterion {
  type: string;
  color: string;
  formula?: string | null;
}

interface ColorScaleCriteria {
  minimum: Criterion;
  midpoint?: Criterion | null;
  maximum: Criterion;
}

/** Excel.ColorScaleConditionalFormat. */
export class ColorScaleConditionalFormat {
  constructor(readonly $record: RecordOf<"ColorScale">) {}

  get threeColorScale(): boolean {
    return this.$record.points.length === 3;
  }

  get criteria(): ColorScaleCriteria {
    const criteria = this.$record.points.map(({ kind, value, color }) => ({
      type: kind,
      color,
      formula: value === undefined ? null : String(value),
    }));
    const [minimum, ...others] = criteria;
    const maximum = others[others.length - 1];
    return others.length === 2 ? { minimum, midpoint: others[0], maximum } : { minimum, maximum };
  }

  set criteria(criteria: ColorScaleCriteria) {
    const { minimum, midpoint, maximum } = criteria ?? {};
    const points = [minimum, ...(midpoint ? [midpoint] : []), maximum].map(pointOf);
    this.$record.points = points;
  }
}

function pointOf(criterion: Criterion | undefined): Point {
  const kinds = ["LowestValue", "HighestValue", "Number", "Percent", "Percentile"];
  if (criterion?.type === "Formula") {
    throw new HostError("NotImplemented", "The host keeps no colour scale whose ends are formulas.");
  }
  const kind = oneOfChoices(criterion?.type, kinds, "criterion of a colour scale") as Point["kind"];
  const color = colorOf(criterion?.color);
  if (kind === "LowestValue" || kind === "HighestValue") {
    return { kind, color };
  }
  const value = Number(String(criterion?.formula ?? "").replace(/^=/, "") || NaN);
  if (Number.isNaN(value)) {
    throw new HostError("InvalidArgument", `${String(criterion?.formula)} is no number for a ${kind}.`);
  }
  return { kind, value, color };
}

/** Excel.DataBarConditionalFormat, from the lowest to the highest value. */
export class DataBarConditionalFormat {
  constructor(readonly $record: RecordOf<"DataBar">) {}

  get positiveFormat(): ConditionalDataBarPositiveFormat {
    return new ConditionalDataBarPositiveFormat(this.$record);
  }
}

/** Excel.ConditionalDataBarPositiveFormat. */
export class ConditionalDataBarPositiveFormat {
  constructor(readonly $record: RecordOf<"DataBar">) {}

  get fillColor(): string {
    return this.$record.color;
  }

  set fillColor(color: string) {
    this.$record.color = colorOf(color);
  }
}

interface Look {
  font?: string;
  fill?: string;
  bold?: boolean;
}

/** Excel.ConditionalRangeFormat. */
export class ConditionalRangeFormat {
  constructor(readonly $look: Look) {}

  get font(): ConditionalRangeFont {
    return new ConditionalRangeFont(this.$look);
  }

  get fill(): ConditionalRangeFill {
    return new ConditionalRangeFill(this.$look);
  }
}

/** Excel.ConditionalRangeFont. "" and null where the cell's own font shows. */
export class ConditionalRangeFont {
  constructor(readonly $look: Look) {}

  get color(): string {
    return this.$look.font ?? "";
  }

  set color(color: string) {
    this.$look.font = colorOf(color);
  }

  get bold(): boolean | null {
    return this.$look.bold ?? null;
  }

  set bold(bold: boolean) {
    this.$look.bold = requireFlag(bold, "bold");
  }

  clear(): void {
    delete this.$look.font;
    delete this.$look.bold;
  }
}

/** Excel.ConditionalRangeFill. */
export class ConditionalRangeFill {
  constructor(readonly $look: Look) {}

  get color(): string {
    return this.$look.fill ?? "";
  }

  set color(color: string) {
    this.$look.fill = colorOf(color);
  }

  clear(): void {
    delete this.$look.fill;
  }
}

/** With the leading "=", which Excel adds to a bare number or text. */
function formulaOf(formula: unknown): string {
  const text = typeof formula === "number" ? String(formula) : requireText(formula, "A formula");
  if (text.trim() === "") {
    throw new HostError("InvalidArgument", "A rule needs a formula.");
  }
  return text.startsWith("=") ? text : `=${text}`;
}
