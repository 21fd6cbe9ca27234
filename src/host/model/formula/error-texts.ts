/** Errors as cells show them. */
export const errorTexts = [
  "#NULL!",
  "#DIV/0!",
  "#VALUE!",
  "#REF!",
  "#NAME?",
  "#NUM!",
  "#N/A",
  "#GETTING_DATA",
  "#SPILL!",
  "#CALC!",
  "#FIELD!",
  "#BLOCKED!",
  "#CONNECT!",
  "#BUSY!",
];
const errors = new Set(errorTexts);

export function isErrorText(value: unknown): value is string {
  return typeof value === "string" && value.startsWith("#") && errors.has(value);
}
