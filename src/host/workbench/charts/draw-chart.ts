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

/**
 * Draws into an element, which it fills and follows when its size changes. As in Excel a chart is a picture of its size at
 * 100 %, with the letters and lines of that size, and grows and shrinks as a whole.
 * @param size pixels at 100 %
 */
export function drawChart(
  element: HTMLElement,
  options: EChartsOption,
  size: { width: number; height: number },
): DrawnChart {
  const paper = document.createElement("div");
  Object.assign(paper.style, {
    width: `${size.width}px`,
    height: `${size.height}px`,
    transformOrigin: "0 0",
  });
  element.append(paper);
  let shown = options;
  let chart: ECharts | null = null;
  let drawnAt = 0;
  const sizes = new ResizeObserver(() => {
    const zoom = element.clientWidth / size.width;
    if (zoom === 0 || zoom === drawnAt) {
      return;
    }
    drawnAt = zoom;
    paper.style.transform = `scale(${zoom})`;
    chart?.dispose();
    // As many dots as the screen shows, however large the picture is.
    chart = init(paper, null, { devicePixelRatio: window.devicePixelRatio * zoom });
    chart.setOption(shown);
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
      paper.remove();
    },
  };
}
