import type { Area } from "../../workbook-record";
import { HostError } from "../host-error";
import type { SheetState } from "../sheet/sheet-state";

/** Excel.FilterCriteria, as far as the host applies it. */
export interface FilterCriteria {
  filterOn: string;
  values?: (string | { date: string; specificity: string })[];
  criterion1?: string;
  criterion2?: string;
  operator?: string;
}

/** Criteria of one filtered block (a table or the sheet's own filter), by column offset. */
export class FilterState {
  readonly criteria = new Map<number, FilterCriteria>();
  /** True when the file says that rows are filtered, by criteria that the record does not tell. */
  unknownCriteria = false;

  get isDataFiltered(): boolean {
    return this.unknownCriteria || this.criteria.size > 0;
  }
}

/** @throws HostError NotImplemented for kinds of filters that the host does not apply. */
export function requireKnownFilter(criteria: FilterCriteria): FilterCriteria {
  if (criteria.filterOn !== "Values" && criteria.filterOn !== "Custom") {
    throw new HostError("NotImplemented", `The host does not filter by ${criteria.filterOn}.`);
  }
  return criteria;
}

/**
 * Hides the rows of `data` that do not meet all criteria and shows the others.
 * "Values" compares shown texts, "Custom" takes Excel's comparisons (">=5", "=North*").
 */
export function applyFilter(sheet: SheetState, data: Area, filter: FilterState): void {
  const { hiddenRows } = sheet.geometry;
  for (let row = data.row; row < data.row + data.rows; row++) {
    if (hiddenRows.get(row) === "filter") {
      hiddenRows.delete(row);
    }
    const kept = [...filter.criteria].every(([offset, criteria]) =>
      meets(sheet, row, data.column + offset, criteria),
    );
    if (!kept && !hiddenRows.has(row)) {
      hiddenRows.set(row, "filter");
    }
  }
  sheet.geometry.changed();
  // SUBTOTAL leaves filtered rows out.
  sheet.cells.markChanged(data);
}

/** Shows all rows that a filter of this block hid. */
export function clearFilter(sheet: SheetState, data: Area, filter: FilterState): void {
  filter.criteria.clear();
  filter.unknownCriteria = false;
  applyFilter(sheet, data, filter);
}

function meets(sheet: SheetState, row: number, column: number, criteria: FilterCriteria): boolean {
  const [[text]] = sheet.texts({ row, column, rows: 1, columns: 1 });
  switch (criteria.filterOn) {
    case "Values":
      return (criteria.values ?? []).some(
        (value) => typeof value === "string" && value.toLowerCase() === text.toLowerCase(),
      );
    case "Custom": {
      const value = sheet.cells.value(row, column);
      const first = compares(value, text, criteria.criterion1 ?? "");
      if (criteria.criterion2 === undefined || criteria.criterion2 === null) {
        return first;
      }
      const second = compares(value, text, criteria.criterion2);
      return criteria.operator === "Or" ? first || second : first && second;
    }
    default:
      return true;
  }
}

function compares(value: string | number | boolean, text: string, criterion: string): boolean {
  const [, operator = "=", operand = ""] = /^(<>|<=|>=|=|<|>)?(.*)$/s.exec(criterion) ?? [];
  const number = operand.trim() === "" ? NaN : Number(operand);
  if (operator === "=" || operator === "<>") {
    const equal = Number.isNaN(number) ? wildcard(operand).test(text) : value === number;
    return equal === (operator === "=");
  }
  if (typeof value !== "number" || Number.isNaN(number)) {
    return false;
  }
  switch (operator) {
    case "<":
      return value < number;
    case "<=":
      return value <= number;
    case ">":
      return value > number;
    default:
      return value >= number;
  }
}

function wildcard(pattern: string): RegExp {
  const source = pattern
    .replaceAll(/[.+^${}()|[\]\\]/g, "\\$&")
    .replaceAll("*", ".*")
    .replaceAll("?", ".");
  return new RegExp(`^${source}$`, "is");
}
