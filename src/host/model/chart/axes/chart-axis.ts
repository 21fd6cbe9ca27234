import type { AxisRecord, ChartRecord } from "../../../workbook-record";
import { ChartAxisTitle } from "./chart-axis-title";
import { referenceTo } from "../chart-argument";
import { numberBetween, oneOfChoices, requireFlag, requireText } from "../../required-value";
import { ChartAxisFormat, ChartGridlines } from "./chart-gridlines";
import type { CellBlock } from "../../sheet-context";
import { chartKinds } from "../chart-kind";
import { automaticScale, type AxisScale } from "./chart-scale";
import type { ChartStore } from "../chart-store";
import { HostError } from "../../host-error";

type AxisName = keyof ChartRecord["axes"];

/** Excel.ChartAxis. */
export class ChartAxis {
  constructor(
    readonly $store: ChartStore,
    readonly $chart: ChartRecord,
    readonly $name: AxisName,
  ) {}

  get $axis(): AxisRecord {
    this.$store.requireKept(this.$chart);
    const axis = this.$chart.axes[this.$name];
    if (!axis) {
      throw new HostError("ItemNotFound", "The chart has no such axis any more.");
    }
    return axis;
  }

  readonly $change = (): void => this.$store.context.requireEditableObjects();

  get $changing(): AxisRecord {
    this.$change();
    return this.$axis;
  }

  get type(): string {
    return this.$name === "category" ? "Category" : "Value";
  }

  get axisGroup(): string {
    return this.$name === "secondaryValue" ? "Secondary" : "Primary";
  }

  get title(): ChartAxisTitle {
    return new ChartAxisTitle(() => this.$axis.title, this.$change);
  }

  get majorGridlines(): ChartGridlines {
    return new ChartGridlines(this, "majorGridlines");
  }

  get minorGridlines(): ChartGridlines {
    return new ChartGridlines(this, "minorGridlines");
  }

  get format(): ChartAxisFormat {
    return new ChartAxisFormat(this);
  }

  get visible(): boolean {
    return this.$axis.visible;
  }

  set visible(visible: boolean) {
    this.$changing.visible = requireFlag(visible, "visible");
  }

  /** Always a number when the axis counts values: an automatic end is the one that Excel chose. */
  get minimum(): number | null {
    return this.$axis.minimum ?? this.$scale()?.minimum ?? null;
  }

  set minimum(minimum: number | "") {
    this.$changing.minimum = this.$end(minimum, "minimum");
  }

  get maximum(): number | null {
    return this.$axis.maximum ?? this.$scale()?.maximum ?? null;
  }

  set maximum(maximum: number | "") {
    this.$changing.maximum = this.$end(maximum, "maximum");
  }

  get majorUnit(): number | null {
    return this.$axis.majorUnit ?? this.$scale()?.majorUnit ?? null;
  }

  set majorUnit(unit: number | "") {
    this.$changing.majorUnit = this.$unit(unit, "majorUnit");
  }

  get minorUnit(): number | null {
    const major = this.majorUnit;
    return this.$axis.minorUnit ?? (major === null ? null : major / 5);
  }

  set minorUnit(unit: number | "") {
    this.$changing.minorUnit = this.$unit(unit, "minorUnit");
  }

  get numberFormat(): string {
    return this.$axis.numberFormat ?? "General";
  }

  set numberFormat(numberFormat: string) {
    this.$changing.numberFormat = requireText(numberFormat, "A number format");
  }

  get linkNumberFormat(): boolean {
    return this.$axis.numberFormat === null;
  }

  set linkNumberFormat(link: boolean) {
    this.$changing.numberFormat = requireFlag(link, "linkNumberFormat") ? null : this.numberFormat;
  }

  get tickLabelPosition(): string {
    return this.$axis.tickLabelPosition;
  }

  set tickLabelPosition(position: string) {
    const positions = ["NextToAxis", "High", "Low", "None"];
    this.$changing.tickLabelPosition = oneOfChoices(position, positions, "position of tick labels");
  }

  get majorTickMark(): string {
    return this.$axis.majorTickMark;
  }

  set majorTickMark(mark: string) {
    this.$changing.majorTickMark = oneOfChoices(mark, tickMarks, "tick mark");
  }

  get minorTickMark(): string {
    return this.$axis.minorTickMark ?? "None";
  }

  set minorTickMark(mark: string) {
    this.$changing.minorTickMark = oneOfChoices(mark, tickMarks, "tick mark");
  }

  get reversePlotOrder(): boolean {
    return this.$axis.reversed;
  }

  set reversePlotOrder(reversed: boolean) {
    this.$changing.reversed = requireFlag(reversed, "reversePlotOrder");
  }

  /** −90 to 90 degrees; 0 also for labels that Excel turns as they fit. */
  get textOrientation(): number {
    return this.$axis.textRotation ?? 0;
  }

  set textOrientation(degrees: number) {
    const rotation = numberBetween(degrees, -90, 90, "The orientation of a text");
    if (rotation === 0) {
      delete this.$changing.textRotation;
    } else {
      this.$changing.textRotation = rotation;
    }
  }

  /** Where on this axis the other one crosses it. */
  get position(): string {
    const { crossesAt } = this.$axis;
    return typeof crossesAt === "number" ? "Custom" : (crossesAt ?? "Automatic");
  }

  set position(position: string) {
    const known = oneOfChoices(
      position,
      ["Automatic", "Maximum", "Minimum"],
      "position (use setPositionAt for Custom)",
    );
    this.$changing.crossesAt = known as "Automatic" | "Maximum" | "Minimum";
  }

  get positionAt(): number {
    const { crossesAt } = this.$axis;
    return typeof crossesAt === "number" ? crossesAt : 0;
  }

  setPositionAt(value: number): void {
    this.$changing.crossesAt = numberBetween(value, -Infinity, Infinity, "The position");
  }

  get scaleType(): string {
    return this.$axis.logBase === undefined ? "Linear" : "Logarithmic";
  }

  set scaleType(type: string) {
    if (oneOfChoices(type, ["Linear", "Logarithmic"], "scale type") === "Logarithmic") {
      this.$requireValues("a logarithmic scale");
      this.$changing.logBase ??= 10;
    } else {
      delete this.$changing.logBase;
    }
  }

  get logBase(): number {
    return this.$axis.logBase ?? 10;
  }

  set logBase(base: number) {
    this.$requireValues("a logarithmic scale");
    this.$changing.logBase = numberBetween(base, 2, 1000, "The base of a logarithm");
  }

  /** The categories of all series. */
  setCategoryNames(sourceData: CellBlock): void {
    this.$change();
    if (this.$name !== "category") {
      throw new HostError("InvalidArgument", "Only a category axis has names.");
    }
    const reference = referenceTo(sourceData);
    this.$chart.series.forEach((series) => (series.categories = reference));
  }

  get $countsValues(): boolean {
    const { family } = chartKinds[this.$chart.series[0]?.type ?? this.$chart.type];
    return this.$name !== "category" || family === "scatter";
  }

  $requireValues(what: string): void {
    if (!this.$countsValues) {
      throw new HostError("InvalidArgument", `A category axis has no ${what}.`);
    }
  }

  $end(value: number | "", name: string): number | null {
    this.$requireValues(name);
    return value === "" ? null : numberBetween(value, -Infinity, Infinity, name);
  }

  $unit(value: number | "", name: string): number | null {
    this.$requireValues(name);
    return value === "" ? null : numberBetween(value, Number.MIN_VALUE, Infinity, name);
  }

  /** The scale of an axis that counts values. */
  $scale(): AxisScale | null {
    if (!this.$countsValues) {
      return null;
    }
    const secondary = this.$name === "secondaryValue";
    const own = this.$chart.series.filter(
      ({ secondaryAxis }) => secondaryAxis === secondary || this.$name === "category",
    );
    const columns = own.map((series) =>
      this.$numbers(this.$name === "category" ? series.categories : series.values),
    );
    const grouping = chartKinds[own[0]?.type ?? this.$chart.type].grouping;
    if (this.$name !== "category" && grouping === "percentStacked") {
      return { minimum: 0, maximum: 1, majorUnit: 0.1 };
    }
    const stacked = this.$name !== "category" && grouping === "stacked";
    return automaticScale((stacked ? sums(columns) : columns.flat()).filter((value) => value !== null));
  }

  $numbers(reference: string | null): (number | null)[] {
    const cells = reference === null ? null : this.$store.context.resolve(reference);
    return (cells?.values.flat() ?? []).map((value) => (typeof value === "number" ? value : null));
  }
}

const tickMarks = ["None", "Cross", "Inside", "Outside"];

function sums(columns: (number | null)[][]): number[] {
  const longest = Math.max(0, ...columns.map((column) => column.length));
  return Array.from({ length: longest }, (_, index) =>
    columns.reduce((sum, column) => sum + (column[index] ?? 0), 0),
  );
}
