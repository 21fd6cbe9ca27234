import type { CellValue, DataValidationRecord } from "../../workbook-record";

/** Whether a value may stand in a cell. What is told by a formula is taken for right: the host does not calculate it. */
export function isAllowed(validation: DataValidationRecord, value: CellValue): boolean {
  const { type, formula1, ignoreBlanks } = validation;
  if (value === "") return ignoreBlanks || type === "None" || type === "Custom";
  switch (type) {
    case "None":
    case "Custom":
      return true;
    case "List":
      return typeof formula1 !== "string" || formula1.startsWith("=") || isEntry(formula1, value);
    case "TextLength":
      return isWithin(validation, String(value).length);
    case "WholeNumber":
      return typeof value === "number" && Number.isInteger(value) && isWithin(validation, value);
    case "Decimal":
    case "Date":
    case "Time":
      return typeof value === "number" && isWithin(validation, value);
  }
}

const isEntry = (entries: string, value: CellValue): boolean =>
  entries.split(",").some((entry) => entry.trim() === String(value).trim());

function isWithin({ operator, formula1, formula2 }: DataValidationRecord, value: number): boolean {
  if (typeof formula1 !== "number") return true;
  const isBetween = typeof formula2 !== "number" || (value >= formula1 && value <= formula2);
  switch (operator) {
    case "NotBetween":
      return typeof formula2 !== "number" || !isBetween;
    case "EqualTo":
      return value === formula1;
    case "NotEqualTo":
      return value !== formula1;
    case "GreaterThan":
      return value > formula1;
    case "LessThan":
      return value < formula1;
    case "GreaterThanOrEqualTo":
      return value >= formula1;
    case "LessThanOrEqualTo":
      return value <= formula1;
    default:
      return isBetween;
  }
}
