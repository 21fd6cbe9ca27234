import type { AlarmRecord } from "../../../../analysis";
import type { Page } from "../../paint/page/page";
import { palette } from "../../paint/page/palette";
import { percentFormat, type Subject } from "../subject";

/** Below so many losses an alarm cannot be judged (methods §9). */
const FEWEST_LOSSES = 5;

/** How good the alarms have been on the list's own past, beside a rule of thumb; no sentence claims more than the table shows. */
export function addReplay(page: Page, { texts, classification, replay }: Subject): void {
  if (!replay || replay.silence.warnings + replay.plainRule.warnings + replay.lost === 0) return;
  const words = texts.report.activitySheet;
  const headers = words.replayHeaders;
  const { unit } = classification.record!.history;
  page.section(words.replay);
  page.paragraph(
    [
      words.replayNote(replay.periods),
      replay.lost < FEWEST_LOSSES
        ? words.replayFew(replay.lost)
        : words.replayOf(replay.lost, replay.silence, unit),
    ].join(" "),
  );
  page.gap(3);
  page.header(page.row++, page.left, [
    { title: headers.alarm, columns: 3 },
    { title: headers.warned, align: "Right" },
    { title: headers.lead(unit), align: "Right", columns: 2 },
    { title: headers.warnings, align: "Right" },
    { title: headers.falseAlarms, align: "Right" },
    { title: headers.part, align: "Right" },
    { title: headers.open, align: "Right" },
  ]);
  const alarms: [string, AlarmRecord][] = [
    [words.alarms.silence, replay.silence],
    [words.alarms.decline, replay.decline],
    [words.alarms.all, replay.all],
    [words.alarms.plainRule, replay.plainRule],
  ];
  for (const [name, { warned, medianLead, warnings, falseAlarms, openWarnings }] of alarms) {
    const figure = { horizontal: "Right", format: "#,##0" } as const;
    page.across(page.row, 1, 3, name, { vertical: "Center" });
    page.put(page.row, 4, warned, figure);
    page.merges.push({ row: page.row, column: 5, rows: 1, columns: 2 });
    page.put(page.row, 5, medianLead, { ...figure, format: "0.0" });
    page.put(page.row, 7, warnings, figure);
    page.put(page.row, 8, falseAlarms, figure);
    page.put(page.row, 9, warnings > 0 ? falseAlarms / warnings : null, {
      ...figure,
      format: percentFormat,
    });
    page.put(page.row, 10, openWarnings, { ...figure, color: palette.quiet });
    page.endRow();
  }
}
