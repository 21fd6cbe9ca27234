import type { DataValidationRecord } from "../../workbook-record";
import { areaAddress } from "../vocabulary/address";
import { keyOf } from "../vocabulary/conditional-format-choices";
import { alertStyles, validationOperators, validationTypes } from "../vocabulary/data-validation-choices";
import { escapedXml } from "../package/file-text";
import { formulaInFile } from "../vocabulary/formula-in-file";

/** The element `dataValidations` of a sheet; "" without any. */
export function dataValidationsXml(validations: readonly DataValidationRecord[]): string {
  if (validations.length === 0) return "";
  const elements = validations.map(dataValidationXml).join("");
  return `<dataValidations count="${validations.length}">${elements}</dataValidations>`;
}

export function dataValidationXml(validation: DataValidationRecord): string {
  const { type, operator, dropDown, ignoreBlanks, alert, prompt, formula1, formula2 } = validation;
  const isSet = (name: string, value: boolean) => (value ? ` ${name}="1"` : "");
  const text = (name: string, value: string) => (value === "" ? "" : ` ${name}="${inAttribute(value)}"`);
  const key = operator === undefined ? undefined : keyOf(validationOperators, operator);
  const attributes =
    (type === "None" ? "" : ` type="${keyOf(validationTypes, type)}"`) +
    (alert.style === "Stop" ? "" : ` errorStyle="${keyOf(alertStyles, alert.style)}"`) +
    (key === undefined || key === "between" ? "" : ` operator="${key}"`) +
    isSet("allowBlank", ignoreBlanks) +
    isSet("showDropDown", dropDown === false) +
    isSet("showInputMessage", prompt.shows) +
    isSet("showErrorMessage", alert.shows) +
    text("errorTitle", alert.title) +
    text("error", alert.message) +
    text("promptTitle", prompt.title) +
    text("prompt", prompt.message);
  const formula = (local: string, limit: string | number | undefined) =>
    limit === undefined ? "" : `<${local}>${escapedXml(limitInFile(limit))}</${local}>`;
  return (
    `<dataValidation${attributes} sqref="${sqrefOf(validation)}">` +
    `${formula("formula1", formula1)}${formula("formula2", formula2)}</dataValidation>`
  );
}

export const sqrefOf = ({ areas }: DataValidationRecord): string => areas.map(areaAddress).join(" ");

function limitInFile(limit: string | number): string {
  if (typeof limit === "number") return String(limit);
  return limit.startsWith("=") ? formulaInFile(limit) : `"${limit.replace(/"/g, '""')}"`;
}

/** A line break in an attribute would be read as a space. */
const inAttribute = (text: string): string => escapedXml(text).replace(/\n/g, "&#10;");
