import type { ChartRecord } from "../../../workbook-record";
import { ChartAxis } from "./chart-axis";
import { oneOfChoices } from "../../required-value";
import type { ChartStore } from "../chart-store";
import { HostError } from "../../host-error";

type AxisName = keyof ChartRecord["axes"];

/** Excel.ChartAxes. */
export class ChartAxes {
  constructor(
    readonly $store: ChartStore,
    readonly $chart: ChartRecord,
  ) {}

  get categoryAxis(): ChartAxis {
    return this.$axis("category");
  }

  get valueAxis(): ChartAxis {
    return this.$axis("value");
  }

  /** Only charts with depth have one. */
  get seriesAxis(): ChartAxis {
    throw new HostError("NotImplemented", "The host draws no chart with a series axis.");
  }

  /** @throws HostError ItemNotFound for an axis that the chart does not show: no series is on the secondary group */
  getItem(type: string, group?: string): ChartAxis {
    const kind = oneOfChoices(type, ["Category", "Value", "Series"], "axis");
    const secondary =
      oneOfChoices(group ?? "Primary", ["Primary", "Secondary"], "axis group") === "Secondary";
    if (kind === "Series") {
      return this.seriesAxis;
    }
    if (secondary) {
      if (kind === "Category" || this.$chart.axes.secondaryValue === null) {
        throw new HostError("ItemNotFound", `The chart has no secondary ${kind.toLowerCase()} axis.`);
      }
      return this.$axis("secondaryValue");
    }
    return this.$axis(kind === "Category" ? "category" : "value");
  }

  $axis(name: AxisName): ChartAxis {
    this.$store.requireKept(this.$chart);
    return new ChartAxis(this.$store, this.$chart, name);
  }
}
