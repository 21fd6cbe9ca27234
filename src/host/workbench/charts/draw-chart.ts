import type { EChartsOption } from "echarts";
import { BarChart, LineChart, PieChart, ScatterChart } from "echarts/charts";
import { GridComponent, LegendComponent, TitleComponent, TooltipComponent } from "echarts/components";
import { init, use, type ECharts } from "echarts/core";
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
  dispose(): void;
}

/** Draws into an element, which it fills and follows when its size changes. */
export function drawChart(element: HTMLElement, options: EChartsOption): DrawnChart {
  let shown = options;
  let chart: ECharts | null = null;
  const sizes = new ResizeObserver(() => {
    if (element.clientWidth === 0 || element.clientHeight === 0) {
      return;
    }
    if (chart === null) {
      chart = init(element);
      chart.setOption(shown);
    } else {
      chart.resize();
    }
  });
  sizes.observe(element);
  return {
    draw(changed) {
      shown = changed;
      chart?.setOption(changed, { notMerge: true });
    },
    dispose() {
      sizes.disconnect();
      chart?.dispose();
    },
  };
}
