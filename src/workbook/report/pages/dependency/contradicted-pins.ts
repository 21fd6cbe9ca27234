import type { Page } from "../../paint/page/page";
import { palette } from "../../paint/page/palette";
import { amountFormat, percentFormat, type Subject } from "../subject";

/** Statuses that somebody decided on although the money says something else, beside what it says (methods §6). */
export function addContradictedPins(page: Page, { classification, texts, ranking }: Subject): void {
  const { pins, statuses, shares, baseAmounts, base, portfolio } = classification;
  const contradicted = [...ranking].filter((client) => pins[client]?.contradicted);
  if (contradicted.length === 0) return;
  const words = texts.report.dependency.decisions;
  const reasonColumns = page.span - 6;
  page.section(words.title);
  page.paragraph(words.note, { color: palette.quiet });
  page.gap(4);
  page.header(page.row++, page.left, [
    { title: texts.report.client, columns: 2 },
    { title: texts.report.base[base], align: "Right" },
    { title: texts.report.share, align: "Right" },
    { title: words.computed },
    { title: words.decided },
    { title: words.reason, columns: reasonColumns },
  ]);
  const format = amountFormat(baseAmounts);
  for (const client of contradicted) {
    const { status, reason, until } = pins[client]!;
    page.across(page.row, 1, 2, portfolio.clients[client], { vertical: "Center" });
    page.put(page.row, 3, baseAmounts[client], { format, horizontal: "Right" });
    page.put(page.row, 4, shares[client], { format: percentFormat, horizontal: "Right" });
    (["amount", "share", "status"] as const).forEach((figure, at) =>
      page.shows(
        page.row,
        3 + at,
        { of: "client", client, figure },
        [texts.report.base[base], texts.report.share, words.computed][at],
      ),
    );
    page.across(page.row, 5, 1, texts.columns.statuses[statuses[client]], { vertical: "Center" });
    page.across(page.row, 6, 1, texts.columns.statuses[status], { vertical: "Center", bold: true });
    page.across(page.row, 7, reasonColumns, words.because(reason, until), { vertical: "Center" });
    page.endRow();
  }
}
