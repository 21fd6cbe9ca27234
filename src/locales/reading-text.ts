import type { UnsureAmount } from "../portfolio/list/number-text";
import type { LinesRead } from "../portfolio/list/lines-read";
import type { Portfolio } from "../portfolio/clients/portfolio";
import type { Role } from "../portfolio/mapping/mapping";
import type { ReadColumn } from "../portfolio/clients/reading";
import { en } from "./en";
import type { Language } from "./language";
import { numbersIn } from "./wording/numbers";
import { ru } from "./ru";

const texts = { en, ru };

/** Lists that were not read: more are only counted. */
const mostNamed = 6;

/**
 * How a list was read, in one line (reading §1): where it stands, which columns were taken and which money was not, periods,
 * rows and clients, and the list's own total.
 */
export function readingText(portfolio: Portfolio, language: Language): string {
  const { reading, list, window, clients } = portfolio;
  const { reading: words, portfolio: portfolioWords, pane } = texts[language];
  const { notRead } = reading;
  const { money } = numbersIn[language];
  const shown = ({ letters, header }: ReadColumn) => words.column(letters, header);
  const { periods } = window;
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
  const returns = reading.others.find(({ role }) => role === "returns");
  const revenue = reading.revenue
    ? words.revenue(shown(reading.revenue))
    : words.revenueOfPeriods(range ?? "");
  const byRole = new Map<Role, ReadColumn[]>();
  for (const { role, ...column } of reading.others) {
    if (role !== "returns") byRole.set(role, [...(byRole.get(role) ?? []), column]);
  }
  // Of several columns of one role (scores, costs) the letters will do.
  const others = [...byRole].map(([role, columns]) =>
    words.other(
      pane.source.roles[role],
      columns.length === 1 ? shown(columns[0]) : columns.map(({ letters }) => letters).join(", "),
    ),
  );
  return [
    ...(list.lines ? [linesText(list.lines, language)] : []),
    words.where(list.sheet, reading.range),
    revenue +
      (returns ? words.returns(shown(returns)) : "") +
      (reading.notUsed.length > 0 ? words.notUsed(reading.notUsed.map(shown)) : "") +
      ".",
    words.clients(shown(reading.client), reading.code && shown(reading.code)),
    ...(reading.revenue && range ? [words.periods(range)] : []),
    ...(reading.unfinished.length > 0
      ? [words.unfinished(reading.unfinished.map(shown).slice(0, mostNamed))]
      : []),
    ...(reading.periodOrder.sorted ? [words.outOfOrder] : []),
    ...(reading.periodOrder.missing > 0 ? [words.gaps(reading.periodOrder.missing)] : []),
    ...(others.length > 0 ? [`${others.join("; ")}.`] : []),
    words.rows(
      reading.rows,
      reading.clientRows,
      clients.length,
      reading.withoutClient,
      reading.leftOut.map(({ kind, rows }) => words.leftOut(kind, rows)),
    ),
    ...(reading.control
      ? [words.control(money(reading.control.stated), money(reading.control.read), reading.control.agrees)]
      : []),
    ...(reading.withoutCurrency
      ? [words.withoutCurrency(reading.withoutCurrency.rows, reading.withoutCurrency.currency)]
      : []),
    ...(reading.ownGroup ? [words.ownGroup(shown(reading.ownGroup), reading.ownGroup.rows)] : []),
    ...(reading.versions ? [words.versions(shown(reading.versions), reading.versions.versions)] : []),
    ...(reading.unsureAmount ? [unsureText(reading.unsureAmount, language)] : []),
    ...(reading.expected === null ? [] : [words.expected(reading.expected)]),
    ...(notRead.length > 0
      ? [words.notRead(notRead.slice(0, mostNamed), Math.max(0, notRead.length - mostNamed))]
      : []),
  ].join(" ");
}

function unsureText({ text, number: read, perhaps }: UnsureAmount, language: Language): string {
  const { reading: words } = texts[language];
  const { number } = numbersIn[language];
  if (perhaps !== undefined) return words.lostThousands(number(read, 3), number(perhaps));
  return words.unsureAmount(text, number(read, 3));
}

/** How the lines were read that a list of clients was added up from. */
function linesText(lines: LinesRead, language: Language): string {
  const { reading: words, pane } = texts[language];
  const { money, date } = numbersIn[language];
  const {
    sheets,
    columns,
    first,
    last,
    leftOut,
    returns,
    withoutClient,
    withoutCurrency,
    ownGroup,
    versions,
    doubled,
    doubtful,
    sameInDocuments,
    unsureAmount,
    dayOrder,
  } = lines;
  const used = columns.map(({ role, letters, header }) =>
    words.other(
      role === "discount" ? words.discount : pane.source.roles[role],
      words.column(letters, header),
    ),
  );
  const days = first && last ? `${date(first)} – ${date(last)}` : null;
  return [
    words.lines(lines.lines, sheets, used, days),
    ...leftOut.map(({ kind, lines: count, amount, words: said }) =>
      words.linesLeftOut(kind, count, money(amount), said),
    ),
    ...(returns.lines > 0 ? [words.linesReturned(returns.lines, money(returns.amount), returns.words)] : []),
    ...(withoutClient.lines > 0
      ? [words.linesWithoutClient(withoutClient.lines, money(withoutClient.amount))]
      : []),
    ...(withoutCurrency
      ? [
          words.linesWithoutCurrency(
            withoutCurrency.lines,
            money(withoutCurrency.amount),
            withoutCurrency.currency,
          ),
        ]
      : []),
    ...(ownGroup ? [words.ownGroup(words.column(ownGroup.letters, ownGroup.header), ownGroup.rows)] : []),
    ...(versions ? [words.versions(words.column(versions.letters, versions.header), versions.versions)] : []),
    ...(doubled ? [words.linesDoubled(doubled.lines, money(doubled.amount))] : []),
    ...(doubtful ? [words.linesDoubtful(doubtful.lines, money(doubtful.amount), doubtful.words)] : []),
    ...(sameInDocuments ? [words.linesAlike(sameInDocuments.lines, money(sameInDocuments.amount))] : []),
    ...(unsureAmount ? [unsureText(unsureAmount, language)] : []),
    ...(dayOrder ? [words.dayOrder(dayOrder.example, dayOrder.dayFirst)] : []),
  ].join(" ");
}
