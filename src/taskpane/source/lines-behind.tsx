import { numbersIn, textsOf, type Language } from "../../locales";
import {
  columnLetters,
  headerText,
  type LinesRead,
  type Mapping,
  type Period,
  type Role,
} from "../../portfolio";
import type { ListReading } from "../../workbook";
import { columnsInView, isOfLines } from "../state/columns-in-view";
import { useDisplayLanguage, usePane, useTexts } from "../state/pane-context";
import { useLayout } from "../theme/styles";
import { UnitChoice } from "./unit-choice";

/** What matters of the columns of documents; the others stand in the table below. */
const rolesShown: readonly Role[] = [
  "client",
  "date",
  "amount",
  "period",
  "quantity",
  "price",
  "returns",
  "currency",
];

/** Of documents or orders: how many of how many clients, by which columns, and the sheet that a run adds them up on. */
export function LinesBehind({ reading }: { reading: ListReading }) {
  const layout = useLayout();
  const { mapping, classification } = usePane();
  const { source } = useTexts();
  const language = useDisplayLanguage();
  const { lines, list } = reading;
  if (!lines?.read) return null;
  const { documents, counted, clients, sheets } = lines.read;
  const periods = classification?.portfolio.window.periods ?? [];
  const sheet = (lines.isMade ? source.madeAnew : source.madeNew)(list.sheet);
  return (
    <>
      <p className={layout.text}>
        {source.lines(documents, counted, clients, sheets, spanOf(lines.read, periods, language))} {sheet}
      </p>
      <UnitChoice read={lines.read} />
      <p className={layout.text}>
        {isOfLines(reading) && mapping && columnsText(reading, mapping, language)}{" "}
        {leftOutText(lines.read, language)}
      </p>
    </>
  );
}

/** The periods that were used, where those are all; else from when to when the documents are. */
function spanOf(
  { first, last, periods: all }: LinesRead,
  periods: readonly Period[],
  language: Language,
): string | null {
  const { month } = numbersIn[language];
  const latest = periods.at(-1);
  if (latest && periods.length === all) {
    const { unit, start } = periods[0];
    return textsOf[language].portfolio.periodRange({
      unit,
      first: start,
      last: latest.start,
      end: latest.end,
      count: all,
    });
  }
  return first && last ? textsOf[language].pane.source.span(month(first), month(last)) : null;
}

/** The columns as they stand among the documents. */
function columnsText(reading: ListReading, mapping: Mapping, language: Language): string {
  const { reading: words, pane } = textsOf[language];
  const { list } = columnsInView(reading);
  const byHeader = new Map(list.columns.map((column) => [headerText(list, column), column]));
  const said = rolesShown.flatMap((role) => {
    const columns = mapping.columns
      .filter((column) => column.role === role)
      .flatMap(({ header }) => {
        const column = byHeader.get(header);
        return column ? [words.column(columnLetters(list.left + column.index), header)] : [];
      });
    return columns.length === 0 ? [] : [words.other(pane.source.roles[role], columns.join(", "))];
  });
  return said.length === 0 ? "" : `${said.join(". ")}.`;
}

/** Documents that do not count, or lower their client. */
function leftOutText({ leftOut, returns }: LinesRead, language: Language): string {
  const { reading: words } = textsOf[language];
  const { money } = numbersIn[language];
  return [
    ...leftOut.map(({ kind, lines, amount, words: said }) =>
      words.linesLeftOut(kind, lines, money(amount), said),
    ),
    ...(returns.lines > 0 ? [words.linesReturned(returns.lines, money(returns.amount), returns.words)] : []),
  ].join(" ");
}
