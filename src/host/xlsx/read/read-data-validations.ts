import type { Area, DataValidationRecord } from "../../workbook-record";
import { parseArea } from "../../model/reference";
import { alertStyles, validationOperators, validationTypes } from "../vocabulary/data-validation-choices";
import { decodedText } from "../package/file-text";
import { formulaFromFile } from "../vocabulary/formula-in-file";
import type { XmlElement } from "../library";
import { attribute, child, children, flag, textOf } from "../package/package-parts";

/**
 * What may be typed where on a sheet, one per element of the file; null for one without cells. Those of newer files that point
 * at other sheets stand in the sheet's extensions and are not read.
 */
export function readDataValidations(sheet: XmlElement): (DataValidationRecord | null)[] {
  return children(child(sheet, "dataValidations"), "dataValidation").map(readValidation);
}

/** The cells that an `sqref` names. */
export function areasOf(sqref: string): Area[] {
  return sqref.split(/\s+/).flatMap((address) => parseArea(address) ?? []);
}

function readValidation(element: XmlElement): DataValidationRecord | null {
  const areas = areasOf(attribute(element, "sqref") ?? "");
  if (areas.length === 0) return null;
  const type = validationTypes[attribute(element, "type") ?? "none"] ?? "None";
  const hasOperator = type !== "None" && type !== "List" && type !== "Custom";
  const operator = validationOperators[attribute(element, "operator") ?? "between"];
  const formula = (local: "formula1" | "formula2") => {
    const found = child(element, local);
    return found && limitFromFile(decodedText(textOf(found)), type);
  };
  const [formula1, formula2] = [formula("formula1"), formula("formula2")];
  const text = (name: string) => decodedText(attribute(element, name) ?? "");
  return {
    areas,
    type,
    ...(hasOperator && { operator }),
    ...(formula1 !== undefined && { formula1 }),
    ...(formula2 !== undefined && { formula2 }),
    // The attribute is named for the opposite of what it says.
    ...(type === "List" && { dropDown: !flag(element, "showDropDown") }),
    ignoreBlanks: flag(element, "allowBlank"),
    alert: {
      shows: flag(element, "showErrorMessage"),
      style: alertStyles[attribute(element, "errorStyle") ?? "stop"] ?? "Stop",
      title: text("errorTitle"),
      message: text("error"),
    },
    prompt: { shows: flag(element, "showInputMessage"), title: text("promptTitle"), message: text("prompt") },
  };
}

/** A limit as Excel's API has it: a number, the entries of a list, or a formula with its "=". */
function limitFromFile(text: string, type: DataValidationRecord["type"]): string | number {
  if (type === "List" && /^"(?:[^"]|"")*"$/.test(text)) return text.slice(1, -1).replace(/""/g, '"');
  const number = Number(text);
  return text.trim() !== "" && Number.isFinite(number) && type !== "Custom" ? number : formulaFromFile(text);
}
