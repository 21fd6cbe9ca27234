import { numbersIn, textsOf, type Language } from "../../locales";
import type { Portfolio, ReadColumn } from "../../portfolio";

/**
 * What matters of how a list was read, in the words of the whole line: revenue and money that was not used, clients, periods,
 * rows with what was left out, and the list's own total where it differs.
 */
export function readingInBrief(
  { reading, window: { periods }, clients, total }: Portfolio,
  language: Language,
): string {
  const { reading: words, portfolio: portfolioWords } = textsOf[language];
  const { money } = numbersIn[language];
  const shown = ({ letters, header }: ReadColumn) => words.column(letters, header);
  const range =
    periods.length === 0
      ? null
      : portfolioWords.periodRange({
          unit: periods[0].unit,
          first: periods[0].start,
          last: periods[periods.length - 1].start,
          end: periods[periods.length - 1].end,
          count: periods.length,
        });
  const { revenue, control } = reading;
  const notUsed = reading.notUsed.length > 0 ? words.notUsed(reading.notUsed.map(shown)) : "";
  const returns = reading.others.find(({ role }) => role === "returns");
  const less = returns ? words.returns(shown(returns)) : "";
  const taken = revenue ? words.revenue(shown(revenue)) : words.revenueOfPeriods(range ?? "");
  return [
    `${taken}${less}${notUsed}.`,
    words.clients(shown(reading.client), reading.code && shown(reading.code)),
    ...(revenue && range ? [words.periods(range)] : []),
    words.rows(
      reading.rows,
      reading.clientRows,
      clients.length,
      reading.withoutClient,
      reading.leftOut.map(({ kind, rows }) => words.leftOut(kind, rows)),
    ),
    ...(control && !control.agrees ? [words.control(money(control.stated), money(total), false)] : []),
  ].join(" ");
}
