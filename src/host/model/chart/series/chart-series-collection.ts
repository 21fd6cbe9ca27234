import type { ChartRecord, SeriesRecord } from "../../../workbook-record";
import { numberBetween, requireText } from "../../required-value";
import { ChartSeries } from "./chart-series";
import type { ChartStore } from "../chart-store";
import { HostError } from "../../host-error";

/** Excel.ChartSeriesCollection. */
export class ChartSeriesCollection {
  constructor(
    readonly $store: ChartStore,
    readonly $chart: ChartRecord,
  ) {}

  get $records(): SeriesRecord[] {
    this.$store.requireKept(this.$chart);
    return this.$chart.series;
  }

  get items(): ChartSeries[] {
    return this.$records.map((record) => new ChartSeries(this.$store, this.$chart, record));
  }

  get count(): number {
    return this.$records.length;
  }

  getCount(): number {
    return this.$records.length;
  }

  getItemAt(index: number): ChartSeries {
    const record = this.$records[index];
    if (!record) {
      throw new HostError("InvalidArgument", `The chart has no series ${index}.`);
    }
    return new ChartSeries(this.$store, this.$chart, record);
  }

  /**
   * A new series carries over the data of the last one until it is given its own (office-js #2927: set values and
   * x values explicitly).
   */
  add(name?: string, index?: number): ChartSeries {
    this.$store.context.requireEditableObjects();
    const records = this.$records;
    const place =
      index === undefined ? records.length : numberBetween(index, 0, records.length, "The place of a series");
    const last = records[records.length - 1];
    const record: SeriesRecord = {
      name: name === undefined ? "" : requireText(name, "The name of a series"),
      nameFormula: null,
      values: last?.values ?? null,
      categories: last?.categories ?? null,
      type: last?.type ?? this.$chart.type,
      secondaryAxis: last?.secondaryAxis ?? false,
      labels: null,
      points: [],
    };
    records.splice(place, 0, record);
    return new ChartSeries(this.$store, this.$chart, record);
  }
}
