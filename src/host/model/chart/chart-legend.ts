import type { Chart } from "./chart";
import { oneOfChoices, requireFlag } from "../required-value";
import { ChartFont } from "./chart-format";

/** Excel.ChartLegend. */
export class ChartLegend {
  constructor(readonly $of: Chart) {}

  get visible(): boolean {
    return this.$of.$chart.legend.visible;
  }

  set visible(visible: boolean) {
    this.$of.$changing.legend.visible = requireFlag(visible, "visible");
  }

  get position(): string {
    return this.$of.$chart.legend.position;
  }

  set position(position: string) {
    const positions = ["Top", "Bottom", "Left", "Right", "Corner"];
    this.$of.$changing.legend.position = oneOfChoices(position, positions, "position of a legend");
  }

  get overlay(): boolean {
    return this.$of.$chart.legend.overlay ?? false;
  }

  set overlay(overlay: boolean) {
    this.$of.$changing.legend.overlay = requireFlag(overlay, "overlay");
  }

  get format(): ChartLegendFormat {
    return new ChartLegendFormat(this.$of);
  }
}

/** Excel.ChartLegendFormat. */
export class ChartLegendFormat {
  constructor(readonly $of: Chart) {}

  get font(): ChartFont {
    return new ChartFont(
      this.$of.$chart.legend,
      { size: 9, bold: false, color: "#595959" },
      this.$of.$change,
    );
  }
}
