/** Conditional formats of a page. */
import { columnLetters } from "../../../portfolio";
import type { Condition } from "./page/page";
import type { RangeOf } from "./writing";

interface Cell {
  row: number;
  column: number;
}

/**
 * Queues a conditional format.
 * @param origin where the page begins on its sheet: the rule of a conditional format may name cells by their addresses
 */
export function addCondition(condition: Condition, rangeOf: RangeOf, origin: Cell): void {
  const formats = rangeOf(condition.area).conditionalFormats;
  if (condition.kind === "heat") {
    formats.add("ColorScale").colorScale.criteria = {
      minimum: { type: "LowestValue", color: condition.low },
      maximum: { type: "HighestValue", color: condition.high },
    };
  } else if (condition.kind === "differs") {
    const { custom } = formats.add("Custom");
    const { row, column } = condition.area;
    custom.rule.formula = `=${reference(row, column, origin)}<>${reference(row, condition.from, origin)}`;
    custom.format.font.color = condition.color;
    custom.format.font.bold = true;
  } else if (condition.kind === "false") {
    const { cellValue } = formats.add("CellValue");
    cellValue.rule = { operator: "EqualTo", formula1: "=FALSE" };
    cellValue.format.font.color = condition.color;
    cellValue.format.fill.color = condition.fill;
  } else {
    const { cellValue } = formats.add("CellValue");
    cellValue.rule = { operator: "EqualTo", formula1: `="${condition.text.replace(/"/g, '""')}"` };
    cellValue.format.font.color = condition.color;
    if (condition.bold) cellValue.format.font.bold = true;
  }
}

/** A relative reference of a cell of the page, as a rule of a conditional format needs it. */
const reference = (row: number, column: number, origin: Cell): string =>
  `${columnLetters(origin.column + column)}${origin.row + row + 1}`;
