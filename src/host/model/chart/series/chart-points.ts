import { requireFlag } from "../../required-value";
import { ChartFill } from "../chart-format";
import { chartKinds } from "../chart-kind";
import { ChartDataLabel, pointRecord } from "./chart-labels";
import type { ChartSeries } from "./chart-series";
import { HostError } from "../../host-error";
import { colorOf } from "../../format/color";

/** Excel.ChartPointsCollection: the points that the values of a series give. */
export class ChartPointsCollection {
  constructor(readonly $of: ChartSeries) {}

  get items(): ChartPoint[] {
    return Array.from({ length: this.count }, (_, index) => new ChartPoint(this.$of, index));
  }

  get count(): number {
    const { $series: series } = this.$of;
    return (this.$of.$cells(series.values)?.values ?? []).reduce((sum, row) => sum + row.length, 0);
  }

  getCount(): number {
    return this.count;
  }

  getItemAt(index: number): ChartPoint {
    if (!Number.isInteger(index) || index < 0 || index >= this.count) {
      throw new HostError("InvalidArgument", `The series has no point ${index}.`);
    }
    return new ChartPoint(this.$of, index);
  }
}

/** Excel.ChartPoint. */
export class ChartPoint {
  constructor(
    readonly $of: ChartSeries,
    readonly $index: number,
  ) {}

  get value(): unknown {
    const { $series: series } = this.$of;
    return this.$of.$cells(series.values)?.values.flat()[this.$index] ?? null;
  }

  get hasDataLabel(): boolean {
    const own = this.$of.$series.points.find(({ index }) => index === this.$index)?.label;
    return own?.visible ?? this.$of.hasDataLabels;
  }

  set hasDataLabel(has: boolean) {
    const series = this.$of.$changing;
    const on = requireFlag(has, "hasDataLabel");
    const point = pointRecord(series, this.$index);
    if (on) {
      point.label = point.label?.visible ? point.label : { visible: true };
    } else if (this.$of.hasDataLabels) {
      point.label = { visible: false };
    } else {
      delete point.label;
      series.points = series.points.filter(({ fill, label }) => fill !== undefined || label !== undefined);
    }
  }

  get dataLabel(): ChartDataLabel {
    return new ChartDataLabel(this.$of.$series, this.$index, () => this.$text(), this.$of.$change);
  }

  get format(): ChartPointFormat {
    return new ChartPointFormat(this.$of, this.$index);
  }

  get markerBackgroundColor(): string {
    return this.$fill() ?? this.$of.markerBackgroundColor;
  }

  set markerBackgroundColor(color: string) {
    this.$of.$requireFamily(["line", "scatter"], "markers");
    pointRecord(this.$of.$changing, this.$index).fill = colorOf(color);
  }

  $fill(): string | undefined {
    return this.$of.$series.points.find(({ index }) => index === this.$index)?.fill;
  }

  /** What the label shows by itself: the y value as the cell shows it. */
  $text(): string {
    const { $series: series } = this.$of;
    return this.$of.$cells(series.values)?.texts.flat()[this.$index] ?? "";
  }
}

/** Excel.ChartPointFormat. */
export class ChartPointFormat {
  constructor(
    readonly $of: ChartSeries,
    readonly $index: number,
  ) {}

  get fill(): ChartFill {
    return new ChartFill(
      () => this.$of.$series.points.find(({ index }) => index === this.$index)?.fill,
      (fill) => {
        const series = this.$of.$changing;
        if (fill === null) {
          const { family } = chartKinds[series.type];
          throw new HostError("NotImplemented", `The host keeps no empty points of a ${family} chart.`);
        }
        pointRecord(series, this.$index).fill = fill;
      },
    );
  }
}
