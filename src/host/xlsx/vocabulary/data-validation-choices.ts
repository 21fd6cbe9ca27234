import type { DataValidationRecord } from "../../workbook-record";

/** `Excel.DataValidationType` by the type in the file (ECMA-376 Part 1, 18.18.21). */
export const validationTypes: Readonly<Record<string, DataValidationRecord["type"]>> = {
  none: "None",
  whole: "WholeNumber",
  decimal: "Decimal",
  list: "List",
  date: "Date",
  time: "Time",
  textLength: "TextLength",
  custom: "Custom",
};

/** Style of the alert by its name in the file. */
export const alertStyles: Readonly<Record<string, DataValidationRecord["alert"]["style"]>> = {
  stop: "Stop",
  warning: "Warning",
  information: "Information",
};

/** `Excel.DataValidationOperator` by its name in the file. */
export const validationOperators: Readonly<Record<string, string>> = {
  between: "Between",
  notBetween: "NotBetween",
  equal: "EqualTo",
  notEqual: "NotEqualTo",
  greaterThan: "GreaterThan",
  lessThan: "LessThan",
  greaterThanOrEqual: "GreaterThanOrEqualTo",
  lessThanOrEqual: "LessThanOrEqualTo",
};
