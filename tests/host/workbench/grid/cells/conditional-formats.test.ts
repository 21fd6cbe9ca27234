import { ruleOf } from "../../../../../src/host/workbench/grid/cells/conditional-formats";
import type { ConditionalFormatRecord } from "../../../../../src/host/workbook-record";

const areas = [{ row: 1, column: 2, rows: 5, columns: 1 }];
const cellValue = (operator: string, formula1: string, formula2?: string): ConditionalFormatRecord => ({
  areas,
  priority: 1,
  type: "CellValue",
  operator,
  formula1,
  ...(formula2 !== undefined && { formula2 }),
  font: "#B84E00",
  bold: true,
});

describe("a conditional format in Univer's words", () => {
  it("compares with a text", () => {
    expect(ruleOf(cellValue("EqualTo", '="Key ""A"""'))).toEqual({
      type: "highlightCell",
      subType: "text",
      operator: "equal",
      value: 'Key "A"',
      style: { cl: { rgb: "#B84E00" }, bl: 1 },
    });
  });

  it("compares with numbers", () => {
    expect(ruleOf(cellValue("GreaterThan", "=0.2"))).toMatchObject({
      subType: "number",
      operator: "greaterThan",
      value: 0.2,
    });
    expect(ruleOf(cellValue("Between", "=1", "=5"))).toMatchObject({ operator: "between", value: [1, 5] });
  });

  it("compares with other cells by a formula for the first cell", () => {
    expect(ruleOf(cellValue("LessThan", "=$A$1"))).toMatchObject({ subType: "formula", value: "=C2<($A$1)" });
    expect(ruleOf(cellValue("NotBetween", "=$A$1", "=$B$1"))).toMatchObject({
      value: "=OR(C2<($A$1),C2>($B$1))",
    });
  });

  it("has colour scales, data bars, texts and formulas", () => {
    const scale = ruleOf({
      areas,
      priority: 1,
      type: "ColorScale",
      points: [
        { kind: "LowestValue", color: "#FFFFFF" },
        { kind: "Percentile", value: 50, color: "#AAAAAA" },
        { kind: "HighestValue", color: "#5BA3B5" },
      ],
    });
    expect(scale).toEqual({
      type: "colorScale",
      config: [
        { index: 0, color: "#FFFFFF", value: { type: "min" } },
        { index: 1, color: "#AAAAAA", value: { type: "percentile", value: 50 } },
        { index: 2, color: "#5BA3B5", value: { type: "max" } },
      ],
    });
    expect(ruleOf({ areas, priority: 1, type: "DataBar", color: "#123456" })).toMatchObject({
      type: "dataBar",
      config: { positiveColor: "#123456" },
    });
    expect(
      ruleOf({ areas, priority: 1, type: "ContainsText", operator: "BeginsWith", text: "A" }),
    ).toMatchObject({ operator: "beginsWith", value: "A" });
    expect(ruleOf({ areas, priority: 1, type: "Custom", formula: "=L58<>F58" })).toMatchObject({
      subType: "formula",
      value: "=L58<>F58",
    });
  });

  it("leaves out a comparison that is not known", () => {
    expect(ruleOf(cellValue("SoundsLike", "=1"))).toBeNull();
  });
});
