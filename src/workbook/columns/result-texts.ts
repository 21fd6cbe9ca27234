import { textsOf, type Language } from "../../locales";
import type { Classification, ResultColumn } from "../../portfolio";
import { actionTexts } from "./action-text";
import { asText } from "../cells/cell-value";

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
  const hasHistory = classification.portfolio.window.periods.length > 0;
  switch (column) {
    case "share":
      return Array.from(classification.shares);
    case "status":
      return classification.statuses.map((status) => statuses[status]);
    case "abc":
      return classification.abc;
    case "xyz":
      return hasHistory ? classification.xyz : null;
    case "quadrant":
      return classification.quadrants.some((quadrant) => quadrant !== null)
        ? classification.quadrants.map((quadrant) => (quadrant ? quadrants[quadrant] : ""))
        : null;
    case "activity":
      return classification.activity && classification.activity.statuses.map((status) => activity[status]);
    case "reason":
      return classification.reasons.map((of) => asText(of.map((reason) => reasons[reason]).join("; ")));
    case "action":
      return actionTexts(classification, language).map(asText);
    case "pinned":
      return classification.pins.some((pin) => pin !== null)
        ? classification.pins.map((pin) =>
            pin ? asText(pinned(statuses[pin.status], pin.reason, pin.until)) : "",
          )
        : null;
  }
}

/** Whether a header is one that Keyfolio gave a column of this kind, in a language. */
export function isOwnHeader(header: unknown, column: ResultColumn, language: Language): boolean {
  const { headers } = textsOf[language].columns;
  return typeof header === "string" && header.replace(/ \(Keyfolio(?: \d+)?\)$/, "") === headers[column];
}

/** A header for a new column that no other column of the list has, without regard to case. */
export function freeHeader(column: ResultColumn, language: Language, taken: ReadonlySet<string>): string {
  const { headers, ownHeader } = textsOf[language].columns;
  const plain = headers[column];
  if (!taken.has(plain.toLowerCase())) return plain;
  let number = 1;
  while (taken.has(ownHeader(plain, number).toLowerCase())) number++;
  return ownHeader(plain, number);
}
