export { chartOptions, type ChartSurroundings } from "./chart-options";
export type { ReadCells, ReferencedSeries } from "./referenced-series";
export { drawChart, type DrawnChart } from "./draw-chart";
export { readSeries } from "./read-series";
