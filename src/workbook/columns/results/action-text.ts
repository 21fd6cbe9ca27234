import { boughtInLastYear, diversificationGap, recentPeriods, spanOf } from "../../../analysis";
import { textsOf, type Language } from "../../../locales";
import { type Action, type Classification, adviceOf, isFounded, isoDay } from "../../../portfolio";

/**
 * What to do first with each client, with the fact that it follows from: "Call: quiet for 6 months, usually buys every 1–2;
 * 5.2 M a year"; "" where nothing is known that any advice would follow from.
 */
export function actionTexts(classification: Classification, language: Language): string[] {
  return classification.actions.map(([first], client) =>
    isFounded(classification, first) ? actionText(classification, client, first, language) : "",
  );
}

/** All that is to be done about a client, the most urgent first; empty where there is nothing to say. */
export function adviceAbout(classification: Classification, client: number, language: Language): string[] {
  return classification.actions[client]
    .filter((action) => isFounded(classification, action))
    .map((action) => actionText(classification, client, action, language));
}

/** One piece of advice about a client, with the fact that it follows from. */
export function actionText(
  classification: Classification,
  client: number,
  action: Action,
  language: Language,
): string {
  const { advice } = textsOf[language];
  const { because } = advice;
  const { portfolio, activity, record, nextContacts, shares, baseAmounts, total, policy } = classification;
  const { attractiveness, loyalty, variation } = classification;
  switch (action) {
    case "lost":
      return because.lost(silenceOf(classification, client), adviceOf(classification, client, action));
    case "atRisk":
      return because.atRisk(silenceOf(classification, client));
    case "lossMaking":
      return because.lossMaking(
        portfolio.profits![client],
        (portfolio.costs?.revenue ?? portfolio.amounts)[client],
      );
    case "contact":
      return because.contact(isoDay(nextContacts!.due[client]));
    case "reduceDependence": {
      const limit = policy.ladder.dependence?.value;
      const gap = limit === undefined ? undefined : diversificationGap(baseAmounts[client], total, limit);
      return because.reduceDependence(shares[client], gap?.growth ?? null);
    }
    case "declining": {
      const { unit } = record!.history;
      return because.declining({
        unit,
        periods: recentPeriods(unit),
        actual: activity!.actual[client],
        expected: activity!.expected[client],
      });
    }
    case "none":
      return advice.action.none;
    case "quadrant.key":
    case "quadrant.development":
    case "quadrant.maintenance":
    case "quadrant.opportunistic":
      return because.quadrant(action, {
        attractiveness: attractiveness[client],
        loyalty: loyalty[client],
      });
    default:
      return because.cell(action, {
        amount: baseAmounts[client],
        variation: Number.isNaN(variation[client]) ? null : variation[client],
        method: policy.xyz.method,
      });
  }
}

function silenceOf({ activity, record }: Classification, client: number) {
  const { history } = record!;
  const { silences, limits, earliest, latest } = activity!;
  const last = spanOf(history) - 1 - silences[client];
  const hasRhythm = !Number.isNaN(earliest[client]);
  return {
    unit: history.unit,
    silence: silences[client],
    usual: hasRhythm ? { from: earliest[client] - last, to: latest[client] - last } : null,
    limit: Number.isNaN(limits[client]) ? null : limits[client],
    perYear: boughtInLastYear(record!, client),
  };
}
