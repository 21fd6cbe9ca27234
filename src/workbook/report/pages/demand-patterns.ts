import type { DemandPattern } from "../../../analysis";
import type { Page } from "../paint/page/page";
import { palette } from "../paint/page/palette";
import { kindsHeader, putKind, showMeasures } from "./kinds-table";
import { together, type Subject } from "./subject";

const patterns: readonly DemandPattern[] = ["smooth", "erratic", "intermittent", "lumpy"];

/** How the clients order: with or without pauses, in even or uneven amounts (methods §4, demand pattern). */
export function addDemand(page: Page, subject: Subject, demand: readonly (DemandPattern | null)[]): void {
  const { title, note, names, meanings, none, headers } = subject.texts.report.abcXyz.demand;
  if (!demand.some((pattern) => pattern !== null)) return;
  page.section(title);
  page.paragraph(note, { color: palette.quiet });
  page.gap(3);
  kindsHeader(page, subject, headers.pattern, headers.meaning);
  for (const pattern of [...patterns, null]) {
    const found = together(subject, (client) => demand[client] === pattern);
    if (pattern === null && found.clients === 0) continue;
    const kind = pattern
      ? { name: names[pattern], bold: true, meaning: meanings[pattern] }
      : { ...none, bold: false };
    putKind(page, subject, kind, found);
    showMeasures(page, subject, kind.name, (measure) => ({ of: "demand", pattern, measure }));
    page.endRow();
  }
}
