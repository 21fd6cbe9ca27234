import type { Chart } from "./chart";
import { ChartBorder, ChartFill } from "./chart-format";

/** Excel.ChartAreaFormat. */
export class ChartAreaFormat {
  constructor(readonly $of: Chart) {}

  get fill(): ChartFill {
    return new ChartFill(
      () => (this.$of.$chart.fill === "none" ? null : this.$of.$chart.fill),
      (fill) => (this.$of.$changing.fill = fill ?? "none"),
    );
  }

  get border(): ChartBorder {
    return new ChartBorder(
      () => this.$of.$chart.border,
      (border) => (this.$of.$changing.border = border),
    );
  }
}

/** Excel.ChartPlotArea. Where it lies inside the chart is Excel's choice here. */
export class ChartPlotArea {
  constructor(readonly $of: Chart) {}

  get position(): string {
    return "Automatic";
  }

  get format(): ChartPlotAreaFormat {
    return new ChartPlotAreaFormat(this.$of);
  }
}

/** Excel.ChartPlotAreaFormat. */
export class ChartPlotAreaFormat {
  constructor(readonly $of: Chart) {}

  get fill(): ChartFill {
    return new ChartFill(
      () => this.$of.$chart.plotFill,
      (fill) => (this.$of.$changing.plotFill = fill),
    );
  }
}
