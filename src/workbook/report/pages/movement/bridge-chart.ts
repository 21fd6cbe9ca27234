import type { MoneyBridge } from "../../../../analysis";
import { addChartData, type ChartPlan, type SeriesPlan } from "../../paint/charts/chart";
import type { Area, Page } from "../../paint/page/page";
import { flowColors } from "../../paint/page/palette";
import { moneyScale } from "../money-axis";
import { amountFormat, type Subject } from "../subject";

/** A step of the bridge: the money it adds (below 0 where it takes away), or a level that stands on the ground. */
export interface BridgeStep {
  key: "opening" | "new" | "returned" | "growth" | "decline" | "lost" | "closing";
  amount: number;
}

/** The steps of a bridge in order; what nobody did is left out. */
export function bridgeSteps(bridge: MoneyBridge): BridgeStep[] {
  const flows: BridgeStep[] = [
    { key: "new", amount: bridge.new },
    { key: "returned", amount: bridge.returned },
    { key: "growth", amount: bridge.growth },
    { key: "decline", amount: -bridge.decline + 0 },
    { key: "lost", amount: -bridge.lost + 0 },
  ];
  return [
    { key: "opening", amount: bridge.opening },
    ...flows.filter(({ amount }) => amount !== 0),
    { key: "closing", amount: bridge.closing },
  ];
}

/**
 * The bridge as stacked columns: levels stand on the ground, flows float between what was before and after them
 * (methods §12). Its data stands right of the print area in the rows of the chart.
 *
 * @param offset of the data from the first column right of the print area
 * @param small for half a page
 */
export function bridgeChart(
  page: Page,
  subject: Subject,
  bridge: MoneyBridge,
  { name, place, offset, small }: { name: string; place: Area; offset: number; small: boolean },
): ChartPlan {
  const { texts } = subject;
  const words = texts.report.movement;
  const steps = bridgeSteps(bridge);
  const isLevel = ({ key }: BridgeStep) => key === "opening" || key === "closing";
  let level = 0;
  const spans = steps.map((step) => {
    const before = isLevel(step) ? 0 : level;
    level = isLevel(step) ? step.amount : level + step.amount;
    return { step, base: Math.min(before, level), size: Math.abs(level - before) };
  });
  // A column cannot float over the ground line.
  const floats = spans.every(({ base }) => base >= 0);
  const format = amountFormat([bridge.opening, bridge.closing]);
  const part = (belongs: (step: BridgeStep) => boolean) =>
    spans.map(({ step, size }) => (belongs(step) ? (floats ? size : step.amount) : null));
  const [categories, base, levels, gains, losses] = addChartData(
    page,
    place.row,
    offset,
    texts.report.chartData,
    [
      { title: words.step, values: steps.map(({ key }) => words.steps[key]) },
      {
        title: words.below,
        values: spans.map(({ step, base }) => (floats && !isLevel(step) ? base : null)),
        format,
      },
      { title: words.level, values: part(isLevel), format },
      { title: words.gain, values: part((step) => !isLevel(step) && step.amount > 0), format },
      { title: words.loss, values: part((step) => !isLevel(step) && step.amount < 0), format },
    ],
  );
  const highest = Math.max(...spans.map(({ base, size }) => base + size));
  const scale = moneyScale(texts, highest, small ? 4 : 8);
  const column = (title: string, values: Area, color: string | null): SeriesPlan => ({
    name: title,
    type: "ColumnStacked",
    categories,
    values,
    color,
    figures: color === null ? undefined : scale.figures,
  });
  return {
    name,
    title: scale.titleOf(texts.report.firstPage.bridgeChart),
    titleSize: small ? 10.5 : undefined,
    type: "ColumnStacked",
    place,
    series: [
      column(words.below, base, null),
      column(words.level, levels, flowColors.level),
      column(words.gain, gains, flowColors.gain),
      column(words.loss, losses, flowColors.loss),
    ],
    category: small ? { size: 8 } : {},
    value: { ...scale.axis, minimum: floats ? 0 : undefined },
    gapWidth: 40,
    legend: false,
  };
}
