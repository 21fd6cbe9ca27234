import { textsOf, type Language } from "../../locales";
import type { Classification } from "../../portfolio";

/**
 * What to do with each client, as one text per client: "Reduce dependence: …; win from the competitor: …".
 * Without periods every client would be N, "new": advice for a cell of ABC-XYZ would be made up and is left out.
 */
export function actionTexts({ actions, portfolio }: Classification, language: Language): string[] {
  const { action } = textsOf[language].advice;
  const hasHistory = portfolio.window.periods.length > 0;
  return actions.map((ofClient) => {
    const [first = "", ...others] = ofClient
      .filter((one) => hasHistory || !one.startsWith("cell."))
      .map((one) => action[one]);
    return [first, ...others.map((text) => text.charAt(0).toLowerCase() + text.slice(1))].join("; ");
  });
}
