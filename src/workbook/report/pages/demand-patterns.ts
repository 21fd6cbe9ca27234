import type { DemandPattern } from "../../../analysis";
import type { Page } from "../paint/page";
import { palette } from "../paint/palette";
import { amountFormat, percentFormat, together, type Subject } from "./subject";

const patterns: readonly DemandPattern[] = ["smooth", "erratic", "intermittent", "lumpy"];

/** How the clients order: with or without pauses, in even or uneven amounts (methods §4, demand pattern). */
export function addDemand(page: Page, subject: Subject, demand: readonly (DemandPattern | null)[]): void {
  const { texts, classification } = subject;
  const { title, note, names, meanings, none, headers } = texts.report.abcXyz.demand;
  if (!demand.some((pattern) => pattern !== null)) return;
  page.section(title);
  page.paragraph(note, { color: palette.quiet });
  page.gap(3);
  const meaningColumns = page.span - 4;
  page.header(page.row++, page.left, [
    { title: headers.pattern },
    { title: texts.report.base[classification.base], align: "Right" },
    { title: texts.report.share, align: "Right" },
    { title: texts.report.clients, align: "Right" },
    { title: headers.meaning, columns: meaningColumns },
  ]);
  const format = amountFormat(classification.baseAmounts);
  for (const pattern of [...patterns, null]) {
    const { clients, amount, share } = together(subject, (client) => demand[client] === pattern);
    if (pattern === null && clients === 0) continue;
    const quiet = clients === 0 ? { color: palette.cut } : {};
    page.put(page.row, 1, pattern ? names[pattern] : none.name, {
      bold: pattern !== null || undefined,
      ...quiet,
    });
    page.put(page.row, 2, amount, { format, horizontal: "Right", ...quiet });
    page.put(page.row, 3, share, { format: percentFormat, horizontal: "Right", ...quiet });
    page.put(page.row, 4, clients, { format: "#,##0", horizontal: "Right", ...quiet });
    page.across(page.row, 5, meaningColumns, pattern ? meanings[pattern] : none.meaning, {
      vertical: "Center",
      indent: 1,
      ...quiet,
    });
    page.endRow();
  }
}
