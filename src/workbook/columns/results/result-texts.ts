import { textsOf, type Language } from "../../../locales";
import type { Classification, ResultColumn } from "../../../portfolio";
import { actionTexts } from "./action-text";
import { asText, type CellValue } from "../../cells/cell-value";
import { isGivenHeader } from "../../marks/given-header";

const languages: readonly Language[] = ["en", "ru"];

/** The columns that the rules ask for and that the portfolio has something for: those that a first run writes. */
export function resultColumnsOf(classification: Classification): readonly ResultColumn[] {
  return classification.policy.columns.filter((column) => hasResults(column, classification));
}

function hasResults(column: ResultColumn, { portfolio, quadrants, activity, pins }: Classification): boolean {
  switch (column) {
    case "xyz":
      return portfolio.window.periods.length > 0;
    case "quadrant":
      return quadrants.some((quadrant) => quadrant !== null);
    case "activity":
      return activity !== null;
    case "pinned":
      return pins.some((pin) => pin !== null);
    default:
      return true;
  }
}

/**
 * What a result column shows for each client of the portfolio, in the workbook's language: shares as numbers (fractions),
 * all else as text, "" where there is nothing to say (no criteria → no quadrant, regular client → no reason).
 *
 * @returns length n, or null when the portfolio has nothing at all for the column (no periods, no criteria, no pins)
 */
export function resultsOf(
  column: ResultColumn,
  classification: Classification,
  language: Language,
): readonly (string | number)[] | null {
  const { statuses, quadrants, reasons, activity, pinned } = textsOf[language].columns;
  if (!hasResults(column, classification)) return null;
  switch (column) {
    case "share":
      return Array.from(classification.shares);
    case "status":
      return classification.statuses.map((status) => statuses[status]);
    case "abc":
      return classification.abc;
    case "xyz":
      return classification.xyz;
    case "quadrant":
      return classification.quadrants.map((quadrant) => (quadrant ? quadrants[quadrant] : ""));
    case "activity":
      return classification.activity!.statuses.map((status) => activity[status]);
    case "reason":
      return classification.reasons.map((of) => asText(of.map((reason) => reasons[reason]).join("; ")));
    case "action":
      return actionTexts(classification, language).map(asText);
    case "pinned":
      return classification.pins.map((pin) =>
        pin ? asText(pinned(statuses[pin.status], pin.reason, pin.until)) : "",
      );
  }
}

/** Whether a header is one that Keyfolio gave a column of this kind, in a language. */
export function isOwnHeader(header: unknown, column: ResultColumn, language: Language): boolean {
  const { headers } = textsOf[language].columns;
  return (
    typeof header === "string" &&
    isGivenHeader(header.replace(/ \(Keyfolio(?: \d+)?\)(?=\d*$)/, ""), headers[column])
  );
}

/** The same in either language. */
export const isHeaderOfOurs = (column: ResultColumn, header: CellValue): boolean =>
  languages.some((language) => isOwnHeader(header, column, language));

/** A header for a new column that no other column of the list has, without regard to case. */
export function freeHeader(column: ResultColumn, language: Language, taken: ReadonlySet<string>): string {
  const { headers, ownHeader } = textsOf[language].columns;
  const plain = headers[column];
  if (!taken.has(plain.toLowerCase())) return plain;
  let number = 1;
  while (taken.has(ownHeader(plain, number).toLowerCase())) number++;
  return ownHeader(plain, number);
}
