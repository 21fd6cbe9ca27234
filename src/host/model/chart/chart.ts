import type { ChartRecord } from "../../workbook-record";
import { ChartAreaFormat, ChartPlotArea } from "./chart-area";
import { ChartAxes } from "./axes/chart-axes";
import { referenceTo, requireChartType } from "./chart-argument";
import { numberBetween, requireFlag, requireText } from "../required-value";
import type { CellBlock, SheetContext } from "../sheet-context";
import { ChartDataLabels } from "./series/chart-labels";
import { ChartLegend } from "./chart-legend";
import { ChartSeriesCollection } from "./series/chart-series-collection";
import { seriesOfBlock } from "./chart-source";
import { type ChartStore, chartStoreOf, same } from "./chart-store";
import { ChartTitle } from "./chart-title";
import { freshChart } from "./chart-default";
import { HostError } from "../host-error";
import { parseArea } from "../reference";

/** Excel.ChartCollection: the charts of a sheet. */
export class ChartCollection {
  readonly $store: ChartStore;

  constructor(context: SheetContext) {
    this.$store = chartStoreOf(context);
  }

  get items(): Chart[] {
    return this.$store.records.map((record) => new Chart(this.$store, record));
  }

  get count(): number {
    return this.$store.records.length;
  }

  getCount(): number {
    return this.$store.records.length;
  }

  /** By name, or by identifier. */
  getItem(name: string): Chart {
    const chart = this.getItemOrNullObject(name);
    if (!chart) {
      throw new HostError("ItemNotFound", `There is no chart ${String(name)} on the sheet.`);
    }
    return chart;
  }

  getItemOrNullObject(name: string): Chart | null {
    const record = this.$store.find(requireText(name, "The name of a chart"));
    return record ? new Chart(this.$store, record) : null;
  }

  getItemAt(index: number): Chart {
    const record = this.$store.records[index];
    if (!record) {
      throw new HostError("ItemNotFound", `There is no chart ${String(index)} on the sheet.`);
    }
    return new Chart(this.$store, record);
  }

  /** Series, names and categories are derived from the block as Excel does (see `seriesOfBlock`). */
  add(type: string, sourceData: CellBlock, seriesBy?: string): Chart {
    this.$store.context.requireEditableObjects();
    const known = requireChartType(type);
    referenceTo(sourceData);
    const series = seriesOfBlock(sourceData, known, seriesBy);
    const record: ChartRecord = { ...this.$store.next(), ...freshChart(known, series.length), series };
    this.$store.add(record);
    return new Chart(this.$store, record);
  }
}

/** Excel.Chart. */
export class Chart {
  static readonly $since = { getDataTable: "1.14", getDataTableOrNullObject: "1.14", getDataRange: "1.15" };

  constructor(
    readonly $store: ChartStore,
    readonly $record: ChartRecord,
  ) {}

  get $chart(): ChartRecord {
    this.$store.requireKept(this.$record);
    return this.$record;
  }

  readonly $change = (): void => this.$store.context.requireEditableObjects();

  get $changing(): ChartRecord {
    this.$change();
    return this.$chart;
  }

  get id(): string {
    return this.$chart.id;
  }

  get name(): string {
    return this.$chart.name;
  }

  /** Drawings of a sheet have different names: Excel refuses one that is taken. */
  set name(name: string) {
    const chart = this.$changing;
    const text = requireText(name, "The name of a chart");
    if (text === "") {
      throw new HostError("InvalidArgument", "A chart needs a name.");
    }
    if (this.$store.records.some((other) => other !== chart && same(other.name, text))) {
      throw new HostError("InvalidArgument", `There is a chart ${text} on the sheet already.`);
    }
    chart.name = text;
  }

  get chartType(): string {
    return this.$chart.type;
  }

  /** Changes all series. */
  set chartType(type: string) {
    const chart = this.$changing;
    const known = requireChartType(type);
    chart.type = known;
    chart.series.forEach((series) => {
      series.type = known;
      series.secondaryAxis = false;
    });
    chart.axes.secondaryValue = null;
  }

  get worksheet(): unknown {
    const cell = { row: 0, column: 0, rows: 1, columns: 1 };
    return (this.$store.context.rangeOf(cell) as { worksheet: unknown }).worksheet;
  }

  get title(): ChartTitle {
    return new ChartTitle(this);
  }

  get legend(): ChartLegend {
    return new ChartLegend(this);
  }

  get axes(): ChartAxes {
    return new ChartAxes(this.$store, this.$chart);
  }

  get series(): ChartSeriesCollection {
    return new ChartSeriesCollection(this.$store, this.$chart);
  }

  /** Of all series. */
  get dataLabels(): ChartDataLabels {
    return new ChartDataLabels(() => this.$chart.series, this.$change);
  }

  get format(): ChartAreaFormat {
    return new ChartAreaFormat(this);
  }

  get plotArea(): ChartPlotArea {
    return new ChartPlotArea(this);
  }

  get plotVisibleOnly(): boolean {
    return this.$chart.plotVisibleOnly ?? true;
  }

  set plotVisibleOnly(visibleOnly: boolean) {
    if (requireFlag(visibleOnly, "plotVisibleOnly")) {
      delete this.$changing.plotVisibleOnly;
    } else {
      this.$changing.plotVisibleOnly = false;
    }
  }

  /** Points. */
  get left(): number {
    return this.$chart.left;
  }

  set left(left: number) {
    this.$changing.left = numberBetween(left, 0, Infinity, "left");
  }

  get top(): number {
    return this.$chart.top;
  }

  set top(top: number) {
    this.$changing.top = numberBetween(top, 0, Infinity, "top");
  }

  get width(): number {
    return this.$chart.width;
  }

  set width(width: number) {
    this.$changing.width = numberBetween(width, 0, Infinity, "width");
  }

  get height(): number {
    return this.$chart.height;
  }

  set height(height: number) {
    this.$changing.height = numberBetween(height, 0, Infinity, "height");
  }

  /** With an end cell the chart is sized to cover both cells; without it the chart only moves. */
  setPosition(startCell: CellBlock | string, endCell?: CellBlock | string): void {
    const chart = this.$changing;
    const start = areaOf(startCell);
    const { context } = this.$store;
    const left = context.leftOf(start.column);
    const top = context.topOf(start.row);
    const end = endCell === undefined ? null : areaOf(endCell);
    chart.left = left;
    chart.top = top;
    if (end) {
      chart.width = Math.max(0, context.leftOf(end.column + end.columns) - left);
      chart.height = Math.max(0, context.topOf(end.row + end.rows) - top);
    }
  }

  /** Replaces all series by those of the block. */
  setData(sourceData: CellBlock, seriesBy?: string): void {
    const chart = this.$changing;
    referenceTo(sourceData);
    chart.series = seriesOfBlock(sourceData, chart.type, seriesBy);
    chart.axes.secondaryValue = null;
  }

  delete(): void {
    this.$store.delete(this.$changing);
  }

  getImage(): string {
    throw new HostError("ApiNotFound", "The host does not know Chart.getImage: it draws no pictures.");
  }
}

function areaOf(cell: CellBlock | string) {
  const area = typeof cell === "string" ? parseArea(cell) : cell?.$area;
  if (!area) {
    throw new HostError("InvalidArgument", `${String(cell)} is no cell.`);
  }
  return area;
}
