import type { Together } from "../../../portfolio";
import type { Figure } from "../paint/page/figure";
import type { Page } from "../paint/page/page";
import { palette } from "../paint/page/palette";
import { amountFormat, percentFormat, type Subject } from "./subject";

/** Columns of a kind's name, number, money and share; what it means takes the rest of the page. */
const figureColumns = 4;

/** The header of a table of kinds of clients, each with its number, money, share and what it means. */
export function kindsHeader(page: Page, { texts, classification }: Subject, kind: string, meaning: string) {
  page.header(page.row++, page.left, [
    { title: kind },
    { title: texts.report.clients, align: "Right" },
    { title: texts.report.base[classification.base], align: "Right" },
    { title: texts.report.share, align: "Right" },
    { title: meaning, columns: page.span - figureColumns },
  ]);
}

const measures = ["clients", "amount", "share"] as const satisfies readonly (keyof Together)[];

/** A measure in the words of the report. */
export function labelOf({ texts, classification }: Subject, measure: keyof Together): string {
  const { clients, base, share } = texts.report;
  return { clients, amount: base[classification.base], share }[measure];
}

/** Says what the number, money and share of this line are, in the columns from the second one on. */
export function showMeasures(
  page: Page,
  subject: Subject,
  name: string,
  figureOf: (measure: keyof Together) => Figure,
): void {
  measures.forEach((measure, at) =>
    page.shows(page.row, 2 + at, figureOf(measure), `${name}: ${labelOf(subject, measure)}`),
  );
}

/** One line of it, quiet where nobody is of that kind; the caller ends the row. */
export function putKind(
  page: Page,
  { classification }: Subject,
  kind: { name: string; bold: boolean; meaning: string },
  { amount, share, clients }: Together,
): void {
  const quiet = clients === 0 ? { color: palette.cut } : {};
  const format = amountFormat(classification.baseAmounts);
  page.put(page.row, 1, kind.name, { bold: kind.bold || undefined, ...quiet });
  page.put(page.row, 2, clients, { format: "#,##0", horizontal: "Right", ...quiet });
  page.put(page.row, 3, amount, { format, horizontal: "Right", ...quiet });
  page.put(page.row, 4, share, { format: percentFormat, horizontal: "Right", ...quiet });
  page.across(page.row, 1 + figureColumns, page.span - figureColumns, kind.meaning, {
    vertical: "Center",
    indent: 1,
    ...quiet,
  });
}
