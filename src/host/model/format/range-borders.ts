import type { Area, BorderStyle } from "../../workbook-record";
import { oneOf } from "./choice";
import { colorOf } from "./color";
import type { RangeFormat } from "./range-format";
import { requireAllowedFormatting } from "../sheet/sheet-refusals";

type Side = "top" | "bottom" | "left" | "right";

const borderIndices = [
  "EdgeTop",
  "EdgeBottom",
  "EdgeLeft",
  "EdgeRight",
  "InsideVertical",
  "InsideHorizontal",
] as const;

type BorderIndex = (typeof borderIndices)[number];

/** Excel.RangeBorderCollection; diagonals are not kept. */
export class RangeBorderCollection {
  constructor(readonly $format: RangeFormat) {}

  get items(): RangeBorder[] {
    return borderIndices.map((index) => new RangeBorder(this.$format, index));
  }

  get count(): number {
    return borderIndices.length;
  }

  getItem(index: string): RangeBorder {
    return new RangeBorder(this.$format, oneOf(index, [...borderIndices]));
  }

  getItemAt(index: number): RangeBorder {
    return this.getItem(borderIndices[index]);
  }
}

const weights: Record<BorderStyle, string> = {
  Hair: "Hairline",
  Thin: "Thin",
  Medium: "Medium",
  Thick: "Thick",
  Double: "Thick",
  Dash: "Thin",
  Dot: "Thin",
};

/** Excel.RangeBorder. */
export class RangeBorder {
  constructor(
    readonly $format: RangeFormat,
    readonly $index: BorderIndex,
  ) {}

  get sideIndex(): string {
    return this.$index;
  }

  get style(): string | null {
    const style = this.$read()?.style;
    if (style === undefined) {
      return "None";
    }
    return ["Thin", "Medium", "Thick", "Hair"].includes(style) ? "Continuous" : style;
  }

  set style(style: string) {
    switch (
      oneOf(style, ["None", "Continuous", "Dash", "DashDot", "DashDotDot", "Dot", "Double", "SlantDashDot"])
    ) {
      case "None":
        this.$set(null);
        break;
      case "Continuous":
        this.$set((before) => ({
          style: before && ["Medium", "Thick", "Hair"].includes(before.style) ? before.style : "Thin",
        }));
        break;
      case "Double":
        this.$set(() => ({ style: "Double" }));
        break;
      case "Dot":
        this.$set(() => ({ style: "Dot" }));
        break;
      default:
        this.$set(() => ({ style: "Dash" }));
    }
  }

  get weight(): string | null {
    const style = this.$read()?.style;
    return style === undefined ? "Thin" : weights[style];
  }

  set weight(weight: string) {
    const style = { Hairline: "Hair", Thin: "Thin", Medium: "Medium", Thick: "Thick" }[
      oneOf(weight, ["Hairline", "Thin", "Medium", "Thick"])
    ] as BorderStyle;
    this.$set((before) => ({
      style: before && ["Dash", "Dot", "Double"].includes(before.style) ? before.style : style,
    }));
  }

  get color(): string | null {
    return this.$read()?.color ?? "#000000";
  }

  set color(color: string) {
    const value = colorOf(color);
    this.$set((before) => ({ style: before?.style ?? "Thin", color: value }));
  }

  /** The border of the first cell that can have it. */
  $read(): { style: BorderStyle; color: string } | undefined {
    const [block] = this.$blocks();
    return block && this.$format.$sheet.formats.at(block.area.row, block.area.column).borders?.[block.side];
  }

  $set(
    change:
      | ((before: { style: BorderStyle; color: string } | undefined) => {
          style: BorderStyle;
          color?: string;
        })
      | null,
  ): void {
    const { $sheet } = this.$format;
    requireAllowedFormatting($sheet, this.$format.$area);
    for (const { area, side } of this.$blocks()) {
      $sheet.formats.change(area, (format) => {
        const before = format.borders?.[side];
        const after = change?.(before);
        const line = after && { style: after.style, color: after.color ?? before?.color ?? "#000000" };
        return { ...format, borders: { ...format.borders, [side]: line } };
      });
    }
  }

  /** Cells and their sides that make up this border. */
  $blocks(): { area: Area; side: Side }[] {
    const area = this.$format.$area;
    const { row, column, rows, columns } = area;
    switch (this.$index) {
      case "EdgeTop":
        return [{ area: { ...area, rows: 1 }, side: "top" }];
      case "EdgeBottom":
        return [{ area: { ...area, row: row + rows - 1, rows: 1 }, side: "bottom" }];
      case "EdgeLeft":
        return [{ area: { ...area, columns: 1 }, side: "left" }];
      case "EdgeRight":
        return [{ area: { ...area, column: column + columns - 1, columns: 1 }, side: "right" }];
      case "InsideHorizontal":
        return rows > 1
          ? [
              { area: { ...area, rows: rows - 1 }, side: "bottom" },
              { area: { ...area, row: row + 1, rows: rows - 1 }, side: "top" },
            ]
          : [];
      default:
        return columns > 1
          ? [
              { area: { ...area, columns: columns - 1 }, side: "right" },
              { area: { ...area, column: column + 1, columns: columns - 1 }, side: "left" },
            ]
          : [];
    }
  }
}
