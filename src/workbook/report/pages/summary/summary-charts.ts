import { addChartData, type ChartPlan } from "../../paint/charts/chart";
import type { Area, Page } from "../../paint/page/page";
import { palette } from "../../paint/page/palette";
import { shareTickFormat, tickStep } from "../../paint/charts/axis-scale";
import { bridgeChart } from "../movement/bridge-chart";
import { nameOf, percentFormat, type Subject } from "../subject";

const rows = 11;
const rowHeight = 15;
const lowestRow = 12.5;
const most = 10;
/** Columns of chart data that the bridge takes, and one between. */
const bridgeData = 6;

/** Small charts of the bridge and of the ten largest clients, side by side; the second alone where nothing moved. */
export function addSummaryCharts(page: Page, subject: Subject, reserve: number): ChartPlan[] {
  const { bridge } = subject.classification;
  const place = page.chartRows(rows, rowHeight, reserve, lowestRow);
  if (!bridge) return [largestChart(page, subject, place, 0)];
  const left = { ...place, columns: 3 };
  const right = { ...place, column: place.column + 4, columns: place.columns - 4 };
  return [
    bridgeChart(page, subject, bridge, {
      name: "Keyfolio summary bridge",
      place: left,
      offset: 0,
      small: true,
    }),
    largestChart(page, subject, right, bridgeData),
  ];
}

function largestChart(page: Page, subject: Subject, place: Area, offset: number): ChartPlan {
  const { classification, texts, ranking } = subject;
  // Bars grow upwards: the largest stands last.
  const shown = [...ranking.slice(0, most)].reverse();
  const shares = shown.map((client) => classification.shares[client]);
  const [categories, values] = addChartData(page, place.row, offset, texts.report.chartData, [
    { title: texts.report.client, values: shown.map((client) => nameOf(subject, client, 22)) },
    { title: texts.report.share, values: shares, format: percentFormat },
  ]);
  const highest = Math.max(...shares);
  const step = tickStep(highest - Math.min(0, ...shares), 4);
  return {
    name: "Keyfolio largest",
    title: texts.report.firstPage.largestChart(shown.length),
    titleSize: 10.5,
    type: "BarClustered",
    place,
    series: [
      {
        name: texts.report.shareOf[classification.base],
        type: "BarClustered",
        categories,
        values,
        color: palette.accent,
        figures: percentFormat,
      },
    ],
    category: { size: 7 },
    value: { step, format: shareTickFormat(step), gridlines: true },
    gapWidth: 35,
    legend: false,
  };
}
