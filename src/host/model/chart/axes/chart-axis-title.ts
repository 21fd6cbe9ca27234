import type { AxisRecord } from "../../../workbook-record";
import { requireFlag, requireText } from "../../required-value";
import { ChartFont } from "../chart-format";
import { HostError } from "../../host-error";

/** Excel.ChartAxisTitle. */
export class ChartAxisTitle {
  static readonly $since = { textOrientation: "1.12" };

  constructor(
    readonly $title: () => AxisRecord["title"],
    readonly $change: () => void,
  ) {}

  /** @throws HostError GeneralException while the title is off: there is no title object then (a guess after VBA) */
  get text(): string {
    const title = this.$title();
    if (!title.visible) {
      throw new HostError("GeneralException", "The axis has no title: it is not visible.");
    }
    return title.text;
  }

  /** Turns the title on. */
  set text(text: string) {
    this.$change();
    const title = this.$title();
    title.text = requireText(text, "A title");
    title.visible = true;
  }

  get visible(): boolean {
    return this.$title().visible;
  }

  set visible(visible: boolean) {
    this.$change();
    const title = this.$title();
    title.visible = requireFlag(visible, "visible");
    title.text = title.visible ? title.text || "Axis Title" : "";
  }

  get format(): ChartAxisTitleFormat {
    return new ChartAxisTitleFormat(this.$title, this.$change);
  }
}

/** Excel.ChartAxisTitleFormat. */
export class ChartAxisTitleFormat {
  constructor(
    readonly $title: () => AxisRecord["title"],
    readonly $change: () => void,
  ) {}

  get font(): ChartFont {
    return new ChartFont(this.$title(), { size: 10, bold: false, color: "#595959" }, this.$change);
  }
}
