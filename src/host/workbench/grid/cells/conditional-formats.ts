import type { IStyleBase } from "@univerjs/core";
import {
  AddConditionalRuleMutation,
  CFNumberOperator,
  CFRuleType,
  CFSubRuleType,
  CFTextOperator,
  CFValueType,
  DeleteConditionalRuleMutation,
  type IConditionalFormattingRuleConfig,
} from "@univerjs/sheets-conditional-formatting";
import type { ICommandService } from "@univerjs/core";
import { addressOf } from "../../../model/reference";
import type { SheetState } from "../../../model/sheet/sheet-state";
import type { Area, ConditionalFormatRecord } from "../../../workbook-record";
import { rangeOf } from "../sheet-frame";

/** The conditional formats of the sheets, drawn by Univer from rules in its own words. */
export class ConditionalFormats {
  /** What was shown last of a sheet, and the rules for it. */
  readonly #shown = new Map<string, { content: string; rules: string[] }>();
  #made = 0;

  constructor(
    readonly unitId: string,
    readonly commands: ICommandService,
  ) {}

  /** Brings a sheet's rules up to date; after its cells changed they are judged anew. */
  show(sheet: SheetState, revision: number): void {
    const records = sheet.conditionalFormatRecords;
    const before = this.#shown.get(sheet.id);
    const content = records.length === 0 ? "" : `${revision} ${JSON.stringify(records)}`;
    if (content === (before?.content ?? "")) {
      return;
    }
    const target = { unitId: this.unitId, subUnitId: sheet.id };
    for (const cfId of before?.rules ?? []) {
      this.commands.syncExecuteCommand(DeleteConditionalRuleMutation.id, { ...target, cfId });
    }
    const rules: string[] = [];
    // The rule that was added last comes first.
    for (const record of records.toSorted((one, other) => other.priority - one.priority)) {
      const rule = ruleOf(record);
      if (rule) {
        const cfId = `rule-${++this.#made}`;
        rules.push(cfId);
        this.commands.syncExecuteCommand(AddConditionalRuleMutation.id, {
          ...target,
          rule: { cfId, ranges: record.areas.map(rangeOf), stopIfTrue: record.stopIfTrue ?? false, rule },
        });
      }
    }
    this.#shown.set(sheet.id, { content, rules });
  }
}

/** A rule in Univer's words; null for one that it cannot tell. */
export function ruleOf(record: ConditionalFormatRecord): IConditionalFormattingRuleConfig | null {
  switch (record.type) {
    case "ColorScale":
      return {
        type: CFRuleType.colorScale,
        config: record.points.map(({ kind, value, color }, index) => ({
          index,
          color,
          value: { type: scaleKinds[kind], ...(value !== undefined && { value }) },
        })),
      };
    case "DataBar":
      return {
        type: CFRuleType.dataBar,
        isShowValue: true,
        config: {
          min: { type: CFValueType.num, value: 0 },
          max: { type: CFValueType.max },
          isGradient: true,
          positiveColor: record.color,
          nativeColor: "#FF0000",
        },
      };
    case "ContainsText":
      return {
        type: CFRuleType.highlightCell,
        subType: CFSubRuleType.text,
        operator: textOperators[record.operator] ?? CFTextOperator.containsText,
        value: record.text,
        style: styleOf(record),
      };
    case "Custom":
      return formulaRule(record.formula, record);
    case "CellValue":
      return cellValueRule(record);
  }
}

type Look = { font?: string; fill?: string; bold?: boolean };

function cellValueRule(
  record: Extract<ConditionalFormatRecord, { type: "CellValue" }>,
): IConditionalFormattingRuleConfig | null {
  const { operator, formula1, formula2 } = record;
  const text = /^="((?:[^"]|"")*)"$/.exec(formula1)?.[1].replaceAll('""', '"');
  const style = styleOf(record);
  if (text !== undefined && (operator === "EqualTo" || operator === "NotEqualTo")) {
    return {
      type: CFRuleType.highlightCell,
      subType: CFSubRuleType.text,
      operator: operator === "EqualTo" ? CFTextOperator.equal : CFTextOperator.notEqual,
      value: text,
      style,
    };
  }
  const [first, second] = [formula1, formula2].map(numberIn);
  if (operator === "Between" || operator === "NotBetween") {
    return first === null || second === null
      ? formulaRule(comparison(record), record)
      : {
          type: CFRuleType.highlightCell,
          subType: CFSubRuleType.number,
          operator: operator === "Between" ? CFNumberOperator.between : CFNumberOperator.notBetween,
          value: [first, second],
          style,
        };
  }
  const comparing = comparisons[operator];
  if (!comparing) {
    return null;
  }
  return first === null
    ? formulaRule(comparison(record), record)
    : {
        type: CFRuleType.highlightCell,
        subType: CFSubRuleType.number,
        operator: comparing.operator,
        value: first,
        style,
      };
}

/** The comparison of a cell with what formulas give, as a formula for the first cell of the area. */
function comparison({
  areas,
  operator,
  formula1,
  formula2 = "=0",
}: {
  areas: Area[];
  operator: string;
  formula1: string;
  formula2?: string;
}): string {
  const cell = addressOf({ ...areas[0], rows: 1, columns: 1 });
  const [first, second] = [formula1, formula2].map((formula) => formula.replace(/^=/, ""));
  switch (operator) {
    case "Between":
      return `=AND(${cell}>=(${first}),${cell}<=(${second}))`;
    case "NotBetween":
      return `=OR(${cell}<(${first}),${cell}>(${second}))`;
    default:
      return `=${cell}${comparisons[operator].sign}(${first})`;
  }
}

function formulaRule(formula: string, look: Look): IConditionalFormattingRuleConfig {
  return {
    type: CFRuleType.highlightCell,
    subType: CFSubRuleType.formula,
    value: formula.startsWith("=") ? formula : `=${formula}`,
    style: styleOf(look),
  };
}

function numberIn(formula: string | undefined): number | null {
  const text = formula?.replace(/^=/, "").trim() ?? "";
  return text !== "" && Number.isFinite(Number(text)) ? Number(text) : null;
}

function styleOf({ font, fill, bold }: Look): IStyleBase {
  return {
    ...(font !== undefined && { cl: { rgb: font } }),
    ...(fill !== undefined && { bg: { rgb: fill } }),
    ...(bold && { bl: 1 }),
  };
}

const scaleKinds = {
  LowestValue: CFValueType.min,
  HighestValue: CFValueType.max,
  Number: CFValueType.num,
  Percent: CFValueType.percent,
  Percentile: CFValueType.percentile,
};

/** `Excel.ConditionalTextOperator`. */
const textOperators: Record<string, CFTextOperator> = {
  Contains: CFTextOperator.containsText,
  NotContains: CFTextOperator.notContainsText,
  BeginsWith: CFTextOperator.beginsWith,
  EndsWith: CFTextOperator.endsWith,
};

/** `Excel.ConditionalCellValueOperator`. */
const comparisons: Record<
  string,
  {
    operator: Exclude<CFNumberOperator, CFNumberOperator.between | CFNumberOperator.notBetween>;
    sign: string;
  }
> = {
  EqualTo: { operator: CFNumberOperator.equal, sign: "=" },
  NotEqualTo: { operator: CFNumberOperator.notEqual, sign: "<>" },
  GreaterThan: { operator: CFNumberOperator.greaterThan, sign: ">" },
  GreaterThanOrEqual: { operator: CFNumberOperator.greaterThanOrEqual, sign: ">=" },
  LessThan: { operator: CFNumberOperator.lessThan, sign: "<" },
  LessThanOrEqual: { operator: CFNumberOperator.lessThanOrEqual, sign: "<=" },
};
