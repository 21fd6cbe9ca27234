import type { ChartAxis } from "./chart-axis";
import { requireFlag } from "../../required-value";
import { ChartFont, ChartLineFormat, fontHolderOf, type LineHolder } from "../chart-format";
import { HostError } from "../../host-error";

/** Excel.ChartGridlines. */
export class ChartGridlines {
  constructor(
    readonly $of: ChartAxis,
    readonly $which: "majorGridlines" | "minorGridlines",
  ) {}

  get visible(): boolean {
    return this.$of.$axis[this.$which];
  }

  set visible(visible: boolean) {
    this.$of.$changing[this.$which] = requireFlag(visible, "visible");
  }

  get format(): ChartGridlinesFormat {
    return new ChartGridlinesFormat(this.$of, this.$which);
  }
}

/** Excel.ChartGridlinesFormat. Major and minor gridlines of an axis share their colour here. */
export class ChartGridlinesFormat {
  constructor(
    readonly $of: ChartAxis,
    readonly $which: "majorGridlines" | "minorGridlines",
  ) {}

  get line(): ChartLineFormat {
    const hide = () => (this.$of.$changing[this.$which] = false);
    return hairline(
      () => this.$of.$axis.gridlineColor,
      (color) => (this.$of.$changing.gridlineColor = color),
      hide,
    );
  }
}

/** Excel.ChartAxisFormat. */
export class ChartAxisFormat {
  constructor(readonly $of: ChartAxis) {}

  get font(): ChartFont {
    const holder = fontHolderOf(
      () => this.$of.$axis,
      () => [this.$of.$changing],
    );
    return new ChartFont(holder, { size: 9, bold: false, color: "#595959" }, this.$of.$change);
  }

  get line(): ChartLineFormat {
    return hairline(
      () => this.$of.$axis.lineColor,
      (color) => (this.$of.$changing.lineColor = color),
      () => (this.$of.$changing.lineColor = "none"),
    );
  }
}

/** A line of which only the colour is kept: three quarters of a point, continuous. */
function hairline(
  color: () => string | undefined,
  setColor: (color: string | undefined) => void,
  clear: () => void,
): ChartLineFormat {
  const read = (): LineHolder => {
    const known = color();
    return known === "none" ? { visible: false } : { ...(known !== undefined && { color: known }) };
  };
  const write = (line: LineHolder) => {
    if (line.visible === false) {
      clear();
    } else if (
      (line.weight !== undefined && line.weight !== 0.75) ||
      (line.style && line.style !== "Continuous")
    ) {
      throw new HostError("NotImplemented", "The host keeps only the colour of axis and grid lines.");
    } else {
      setColor(line.color);
    }
  };
  return new ChartLineFormat(read, write, { color: "#D9D9D9", weight: 0.75 });
}
