import type { ChartRecord, SeriesRecord } from "../../../workbook-record";
import { referenceTo, requireChartType } from "../chart-argument";
import { numberBetween, oneOfChoices, requireFlag, requireText } from "../../required-value";
import { ChartFill, ChartLineFormat } from "../chart-format";
import type { CellBlock, ReferencedCells } from "../../sheet-context";
import { chartKinds } from "../chart-kind";
import { ChartDataLabels } from "./chart-labels";
import { ChartPointsCollection } from "./chart-points";
import type { ChartStore } from "../chart-store";
import { freshSecondaryAxis } from "../chart-default";
import { HostError } from "../../host-error";
import { colorOf } from "../../format/color";

/** The accents of the Office theme, in the order in which Excel gives them to series. */
const accents = ["#4472C4", "#ED7D31", "#A5A5A5", "#FFC000", "#5B9BD5", "#70AD47"];

const markerStyles = [
  "Automatic",
  "None",
  "Square",
  "Diamond",
  "Triangle",
  "X",
  "Star",
  "Dot",
  "Dash",
  "Circle",
  "Plus",
];

/** Excel.ChartSeries. */
export class ChartSeries {
  static readonly $since = { getDimensionValues: "1.12", getDimensionDataSourceString: "1.15" };

  constructor(
    readonly $store: ChartStore,
    readonly $chart: ChartRecord,
    readonly $record: SeriesRecord,
  ) {}

  /** @throws HostError ItemNotFound once the series or its chart was deleted */
  get $series(): SeriesRecord {
    this.$store.requireKept(this.$chart);
    if (!this.$chart.series.includes(this.$record)) {
      throw new HostError("ItemNotFound", `The series ${this.$record.name} has been deleted.`);
    }
    return this.$record;
  }

  readonly $change = (): void => this.$store.context.requireEditableObjects();

  get $changing(): SeriesRecord {
    this.$change();
    return this.$series;
  }

  get $order(): number {
    return this.$chart.series.indexOf(this.$series);
  }

  get $accent(): string {
    return accents[this.$order % accents.length];
  }

  get name(): string {
    const { name, nameFormula } = this.$series;
    const texts = nameFormula === null ? undefined : this.$store.context.resolve(nameFormula)?.texts.flat();
    const shown = texts === undefined ? name : texts.filter((text) => text !== "").join(" ");
    return shown === "" ? `Series${this.$order + 1}` : shown;
  }

  /** A text; with a leading "=" a reference to the cells of the name. */
  set name(name: string) {
    const series = this.$changing;
    const text = requireText(name, "The name of a series");
    if (!text.startsWith("=")) {
      series.name = text;
      series.nameFormula = null;
      return;
    }
    if (!this.$store.context.resolve(text)) {
      throw new HostError("InvalidArgument", `${text} refers to no cells.`);
    }
    series.nameFormula = text;
  }

  get chartType(): string {
    return this.$series.type;
  }

  set chartType(type: string) {
    this.$changing.type = requireChartType(type);
  }

  get axisGroup(): string {
    return this.$series.secondaryAxis ? "Secondary" : "Primary";
  }

  set axisGroup(group: string) {
    this.$changing.secondaryAxis =
      oneOfChoices(group, ["Primary", "Secondary"], "axis group") === "Secondary";
    const { axes, series } = this.$chart;
    if (!series.some(({ secondaryAxis }) => secondaryAxis)) {
      axes.secondaryValue = null;
    } else {
      axes.secondaryValue ??= freshSecondaryAxis();
    }
  }

  get plotOrder(): number {
    return this.$order;
  }

  set plotOrder(order: number) {
    const series = this.$changing;
    const { series: all } = this.$chart;
    const place = numberBetween(order, 0, all.length - 1, "The plot order");
    all.splice(all.indexOf(series), 1);
    all.splice(place, 0, series);
  }

  setValues(sourceData: CellBlock): void {
    this.$changing.values = referenceTo(sourceData);
  }

  setXAxisValues(sourceData: CellBlock): void {
    this.$changing.categories = referenceTo(sourceData);
  }

  /** Texts of the values of a dimension, as Excel gives them. */
  getDimensionValues(dimension: string): string[] {
    const cells = this.$cells(this.$source(dimension));
    return (cells?.values ?? []).flat().map(String);
  }

  /** The cells of a dimension, such as `Sheet1!$B$2:$B$9`. */
  getDimensionDataSourceString(dimension: string): string {
    return this.$source(dimension)?.replace(/^=/, "") ?? "";
  }

  get format(): ChartSeriesFormat {
    return new ChartSeriesFormat(this);
  }

  get markerStyle(): string {
    return this.$series.marker?.style ?? (chartKinds[this.$series.type].markers ? "Automatic" : "None");
  }

  set markerStyle(style: string) {
    this.$marker({ style: oneOfChoices(style, markerStyles, "marker style") });
  }

  get markerSize(): number {
    return this.$series.marker?.size ?? 5;
  }

  set markerSize(size: number) {
    this.$marker({ size: numberBetween(size, 2, 72, "The size of a marker") });
  }

  get markerBackgroundColor(): string {
    return this.$series.marker?.fill ?? this.$accent;
  }

  set markerBackgroundColor(color: string) {
    this.$marker({ fill: colorOf(color) });
  }

  get markerForegroundColor(): string {
    return this.$series.marker?.border ?? this.$accent;
  }

  set markerForegroundColor(color: string) {
    this.$marker({ border: colorOf(color) });
  }

  get smooth(): boolean {
    return this.$series.smooth ?? chartKinds[this.$series.type].smooth ?? false;
  }

  set smooth(smooth: boolean) {
    const series = this.$changing;
    this.$requireFamily(["line", "scatter"], "smooth");
    series.smooth = requireFlag(smooth, "smooth");
  }

  get gapWidth(): number {
    return this.$chart.gapWidth ?? 150;
  }

  /** Of all columns or bars of the chart. Per cent of a column's width. */
  set gapWidth(gapWidth: number) {
    this.$change();
    this.$requireFamily(["bar"], "gapWidth");
    this.$chart.gapWidth = numberBetween(gapWidth, 0, 500, "The gap width");
  }

  get overlap(): number {
    const { grouping } = chartKinds[this.$series.type];
    return this.$chart.overlap ?? (grouping === "clustered" ? 0 : 100);
  }

  /** Of all columns or bars of the chart. Per cent of a column's width. */
  set overlap(overlap: number) {
    this.$change();
    this.$requireFamily(["bar"], "overlap");
    this.$chart.overlap = numberBetween(overlap, -100, 100, "The overlap");
  }

  get hasDataLabels(): boolean {
    return this.$series.labels?.visible ?? false;
  }

  set hasDataLabels(has: boolean) {
    const series = this.$changing;
    if (!requireFlag(has, "hasDataLabels")) {
      series.labels = null;
      series.points.forEach((point) => delete point.label);
      series.points = series.points.filter(({ fill }) => fill !== undefined);
      return;
    }
    series.labels = {
      ...series.labels,
      visible: true,
      showValue: series.labels?.showValue || !series.labels?.visible,
    };
  }

  get dataLabels(): ChartDataLabels {
    return new ChartDataLabels(() => [this.$series], this.$change);
  }

  get points(): ChartPointsCollection {
    return new ChartPointsCollection(this);
  }

  delete(): void {
    const series = this.$changing;
    this.$chart.series.splice(this.$chart.series.indexOf(series), 1);
  }

  $source(dimension: string): string | null {
    const known = oneOfChoices(dimension, ["Categories", "Values", "XValues", "YValues"], "dimension");
    const isScatter = chartKinds[this.$series.type].family === "scatter";
    if (isScatter !== /^[XY]/.test(known)) {
      throw new HostError("InvalidArgument", `A ${this.$series.type} has no dimension ${known}.`);
    }
    const { values, categories } = this.$series;
    return known === "Values" || known === "YValues" ? values : categories;
  }

  $cells(reference: string | null): ReferencedCells | null {
    return reference === null ? null : this.$store.context.resolve(reference);
  }

  $marker(change: Partial<NonNullable<SeriesRecord["marker"]>>): void {
    const series = this.$changing;
    this.$requireFamily(["line", "scatter"], "markers");
    series.marker = { style: series.marker?.style ?? "Circle", ...series.marker, ...change };
  }

  $requireFamily(families: string[], member: string): void {
    if (!families.includes(chartKinds[this.$series.type].family)) {
      throw new HostError("InvalidArgument", `A ${this.$series.type} has no ${member}.`);
    }
  }
}

/** Excel.ChartSeriesFormat. */
export class ChartSeriesFormat {
  constructor(readonly $of: ChartSeries) {}

  /** Of columns, bars and areas; of lines and scatters it fills the markers. */
  get fill(): ChartFill {
    return new ChartFill(
      () => {
        const { fill, marker } = this.$of.$series;
        return this.$drawn ? (marker?.fill === "none" ? null : marker?.fill) : fill;
      },
      (fill) => {
        if (this.$drawn) {
          this.$of.$marker({ fill: fill ?? "none" });
        } else {
          this.$of.$changing.fill = fill;
        }
      },
    );
  }

  get line(): ChartLineFormat {
    return new ChartLineFormat(
      () => this.$of.$series.line ?? {},
      (line) => (this.$of.$changing.line = line),
      { color: this.$of.$accent, weight: this.$drawn ? 2.25 : 0.75 },
    );
  }

  get $drawn(): boolean {
    const { family } = chartKinds[this.$of.$series.type];
    return family === "line" || family === "scatter";
  }
}
