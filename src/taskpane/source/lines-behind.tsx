import { numbersIn } from "../../locales";
import type { LinesRead } from "../../portfolio";
import type { ListReading } from "../../workbook";
import { useDisplayLanguage, useTexts } from "../state/pane-context";
import { useLayout } from "../theme/styles";

/** Of documents or orders: how many of how many clients, and the sheet that a run adds them up on. */
export function LinesBehind({ reading: { lines, list } }: { reading: ListReading }) {
  const layout = useLayout();
  const { source } = useTexts();
  const { month } = numbersIn[useDisplayLanguage()];
  if (!lines?.read) return null;
  const { documents, counted, clients, first, last } = lines.read;
  const span = first && last ? spanOf(lines.read, month, source.span) : null;
  return (
    <p className={layout.text}>
      {source.lines(documents, counted, clients, span)}{" "}
      {(lines.isMade ? source.madeAnew : source.madeNew)(list.sheet)}
    </p>
  );
}

function spanOf(
  { first, last }: LinesRead,
  month: (day: string) => string,
  span: (first: string, last: string) => string,
): string {
  return span(month(first!), month(last!));
}
