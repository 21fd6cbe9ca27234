import type { Language } from "../locales";
import { shareFormatIn } from "../locales/wording/numbers";
import type { FormulaName } from "./catalogue";

/** A number with the format that Excel shows it in, where the cell has none of its own (`Excel.DoubleCellValue`). */
export interface FormattedNumber {
  type: "Double";
  basicType: "Double";
  basicValue: number;
  numberFormat: string;
}

/** Formulas whose numbers a reader takes for something else without a format: 0.274 for 27.4 %. */
const formatsIn: Partial<Record<FormulaName, (language: Language) => string>> = {
  KEYSHARE: shareFormatIn,
  SCORE: () => "0.0",
};

let areCarried = false;

/**
 * Whether shares and scores carry their format from now on; formulas that have their answer keep it until they are
 * calculated again. Plain numbers until this is called.
 */
export function carryNumberFormats(carry: boolean): void {
  areCarried = carry;
}

/** A number as its formula answers it, in a format of the language. */
export function withNumberFormat(
  formula: FormulaName,
  number: number,
  language: Language,
): number | FormattedNumber {
  const numberFormat = areCarried ? formatsIn[formula]?.(language) : undefined;
  return numberFormat === undefined
    ? number
    : { type: "Double", basicType: "Double", basicValue: number, numberFormat };
}
