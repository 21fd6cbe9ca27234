import type { Chart } from "./chart";
import { requireFlag, requireText } from "../required-value";
import { ChartFont } from "./chart-format";
import { HostError } from "../host-error";

/** Excel.ChartTitle. */
export class ChartTitle {
  constructor(readonly $of: Chart) {}

  /**
   * Without a text of its own the title is the name of the only series, or "Chart Title".
   * @throws HostError GeneralException while the title is off: there is no title object then (a guess after VBA)
   */
  get text(): string {
    const { title } = this.$of.$chart;
    if (!title.visible) {
      throw new HostError("GeneralException", "The chart has no title: it is not visible.");
    }
    const { items } = this.$of.series;
    return title.text || (items.length === 1 ? items[0].name : "Chart Title");
  }

  /** Turns the title on. */
  set text(text: string) {
    const { title } = this.$of.$changing;
    title.text = requireText(text, "A title");
    title.visible = true;
  }

  get visible(): boolean {
    return this.$of.$chart.title.visible;
  }

  set visible(visible: boolean) {
    const { title } = this.$of.$changing;
    title.visible = requireFlag(visible, "visible");
    if (!title.visible) {
      title.text = "";
    }
  }

  get overlay(): boolean {
    return this.$of.$chart.title.overlay ?? false;
  }

  set overlay(overlay: boolean) {
    this.$of.$changing.title.overlay = requireFlag(overlay, "overlay");
  }

  get format(): ChartTitleFormat {
    return new ChartTitleFormat(this.$of);
  }
}

/** Excel.ChartTitleFormat. */
export class ChartTitleFormat {
  constructor(readonly $of: Chart) {}

  get font(): ChartFont {
    return new ChartFont(
      this.$of.$chart.title,
      { size: 14, bold: false, color: "#595959" },
      this.$of.$change,
    );
  }
}
