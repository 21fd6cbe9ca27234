/** `Excel.ConditionalCellValueOperator` by the operator's name in the file. */
export const cellValueOperators: Record<string, string> = {
  between: "Between",
  notBetween: "NotBetween",
  equal: "EqualTo",
  notEqual: "NotEqualTo",
  greaterThan: "GreaterThan",
  lessThan: "LessThan",
  greaterThanOrEqual: "GreaterThanOrEqual",
  lessThanOrEqual: "LessThanOrEqual",
};

/** `Excel.ConditionalTextOperator` by the type of the rule in the file. */
export const textOperators: Record<string, string> = {
  containsText: "Contains",
  notContainsText: "NotContains",
  beginsWith: "BeginsWith",
  endsWith: "EndsWith",
};

/** `Excel.ConditionalFormatColorCriterionType` by the kind of a point in the file. */
export const pointKinds = {
  min: "LowestValue",
  max: "HighestValue",
  num: "Number",
  percent: "Percent",
  percentile: "Percentile",
} as const;

/** Key of a table of names by its value. */
export function keyOf<Key extends string>(table: Record<Key, string>, value: string): Key | undefined {
  return (Object.keys(table) as Key[]).find((key) => table[key] === value);
}
