import type { EChartsOption } from "echarts";
import { BarChart, LineChart, PieChart, ScatterChart } from "echarts/charts";
import { GridComponent, LegendComponent, TitleComponent, TooltipComponent } from "echarts/components";
import { init, use } from "echarts/core";
import { CanvasRenderer } from "echarts/renderers";

use([
  BarChart,
  LineChart,
  PieChart,
  ScatterChart,
  GridComponent,
  LegendComponent,
  TitleComponent,
  TooltipComponent,
  CanvasRenderer,
]);

/** A chart on the screen. */
export interface DrawnChart {
  draw(options: EChartsOption): void;
  resize(): void;
  dispose(): void;
}

/** Draws into an element, which it fills. */
export function drawChart(element: HTMLElement, options: EChartsOption): DrawnChart {
  const chart = init(element);
  chart.setOption(options);
  return {
    draw: (changed) => chart.setOption(changed, { notMerge: true }),
    resize: () => chart.resize(),
    dispose: () => chart.dispose(),
  };
}
