import type { ConcentrationPoint } from "../../../../analysis";
import type { WindowFact } from "../../../../locales/en/pages/windows";
import type { ChartPlan } from "../../paint/charts/chart";
import type { Area, Page } from "../../paint/page/page";
import { palette, statusColors } from "../../paint/page/palette";
import { shareTickFormat, tickStep } from "../../paint/charts/axis-scale";
import { comparedWindow, concentrationBefore, percentFormat, type Subject } from "../subject";

/** Points that are shown, the latest ones. */
const most = 24;
const fewest = 3;
const chartRows = 13;

/** How concentrated the money was in a rolling window (methods §7): a table, and its lines beside it. */
export function addOverTime(page: Page, subject: Subject, window: WindowFact): ChartPlan[] {
  const { classification, texts, overTime } = subject;
  const points = overTime.filter(({ cr1 }) => cr1 !== null).slice(-most);
  if (points.length < fewest) return [];
  const words = texts.report.movement;
  page.section(words.overTime);
  page.paragraph([words.overTimeNote(window), ...change(subject)].join(" "));
  page.gap(4);
  const top = page.row;
  const { period, cr1, cr5, hhi, keyClients } = words.overTimeHeaders;
  page.header(page.row++, page.left, [
    { title: period },
    { title: cr1, align: "Right" },
    { title: cr5, align: "Right" },
    { title: hhi, align: "Right" },
    { title: keyClients, align: "Right" },
  ]);
  const first = page.row;
  for (const point of points) addPoint(page, subject, point);
  page.row = Math.max(page.row, top + chartRows);
  page.keepWhole();
  const column = (at: number): Area => ({
    row: first,
    column: page.left + at,
    rows: points.length,
    columns: 1,
  });
  const highest = Math.max(...points.map((point) => point.cr5 ?? 0));
  const step = tickStep(highest, 6);
  return [
    {
      name: "Keyfolio concentration over time",
      title: words.overTimeChart,
      type: "Line",
      place: { row: top, column: 6, rows: page.row - top, columns: page.widths.length - 6 },
      series: [
        {
          name: cr1,
          type: "Line",
          categories: column(0),
          values: column(1),
          color: statusColors.dependence,
          marker: 4,
        },
        {
          name: cr5,
          type: "Line",
          categories: column(0),
          values: column(2),
          color: palette.accent,
          marker: 4,
        },
      ],
      category: { rotation: 45 },
      value: {
        title: texts.report.shareOf.revenue,
        minimum: 0,
        step,
        format: shareTickFormat(step),
        gridlines: true,
      },
    },
  ];

  function change(of: Subject): string[] {
    const found = concentrationBefore(of);
    if (!found || found.now.cr5 === null || found.before.cr5 === null) return [];
    return [
      texts.report.firstPage.dependenceChange(
        found.now.cr5,
        found.before.cr5,
        comparedWindow(classification)!,
      ),
    ];
  }
}

function addPoint(page: Page, { classification, texts }: Subject, point: ConcentrationPoint): void {
  const { unit, start } = classification.portfolio.wholeHistory.periods[point.period];
  page.across(page.row, 1, 1, texts.report.periodName(unit, start), { vertical: "Center" });
  page.putRow(page.row, 2, [point.cr1, point.cr5], { format: percentFormat, horizontal: "Right" });
  page.put(page.row, 4, point.hhi, { format: "#,##0", horizontal: "Right" });
  page.put(page.row, 5, point.keyClients, { format: "#,##0", horizontal: "Right" });
  const heads = texts.report.movement.overTimeHeaders;
  (["cr1", "cr5", "hhi", "keyClients"] as const).forEach((figure, at) =>
    page.shows(
      page.row,
      2 + at,
      { of: "window", period: point.period, figure },
      `${texts.report.periodName(unit, start)}: ${heads[figure]}`,
    ),
  );
  page.endRow(palette.hair, 5);
}
