import { numberBetween, oneOfChoices, requireFlag } from "../required-value";
import { HostError } from "../host-error";
import { colorOf } from "../format/color";

/** `Excel.ChartLineStyle`, as far as files keep it apart. */
const lineStyles = ["None", "Continuous", "Dash", "DashDot", "DashDotDot", "Dot", "RoundDot", "Automatic"];

/** Where a font of a chart is kept: only what was chosen is there. */
export interface FontHolder {
  size?: number;
  bold?: boolean;
  color?: string;
}

/** Where labels and axes keep their font. */
export interface PrefixedFont {
  fontSize?: number;
  fontBold?: boolean;
  fontColor?: string;
}

/** The font of labels and axes: read from one record, written to all of `write`. */
export function fontHolderOf(read: () => PrefixedFont, write: () => PrefixedFont[]): FontHolder {
  return {
    get size() {
      return read().fontSize;
    },
    set size(size) {
      write().forEach((record) => (record.fontSize = size));
    },
    get bold() {
      return read().fontBold;
    },
    set bold(bold) {
      write().forEach((record) => (record.fontBold = bold));
    },
    get color() {
      return read().fontColor;
    },
    set color(color) {
      write().forEach((record) => (record.fontColor = color));
    },
  };
}

/** Excel.ChartFont. Of what Excel keeps besides size, weight and colour the host only knows the ordinary values. */
export class ChartFont {
  constructor(
    readonly $holder: FontHolder,
    /** What an automatic font reads as. */
    readonly $ordinary: Required<FontHolder>,
    readonly $change: () => void,
  ) {}

  get size(): number {
    return this.$holder.size ?? this.$ordinary.size;
  }

  set size(size: number) {
    this.$change();
    this.$holder.size = numberBetween(size, 1, 409, "A font size");
  }

  get bold(): boolean {
    return this.$holder.bold ?? this.$ordinary.bold;
  }

  set bold(bold: boolean) {
    this.$change();
    this.$holder.bold = requireFlag(bold, "bold");
  }

  get color(): string {
    return this.$holder.color ?? this.$ordinary.color;
  }

  set color(color: string) {
    this.$change();
    this.$holder.color = colorOf(color);
  }

  get italic(): boolean {
    return false;
  }

  set italic(italic: boolean) {
    requireOrdinary(italic, false, "italic letters");
  }

  get name(): string {
    return "Calibri";
  }

  set name(name: string) {
    requireOrdinary(name, "Calibri", "fonts of charts other than the workbook's");
  }

  get underline(): string {
    return "None";
  }

  set underline(underline: string) {
    requireOrdinary(underline, "None", "underlined letters");
  }
}

function requireOrdinary(value: unknown, ordinary: unknown, what: string): void {
  if (value !== ordinary) {
    throw new HostError("NotImplemented", `The host does not keep ${what} in charts.`);
  }
}

/** Excel.ChartFill. */
export class ChartFill {
  static readonly $since = { getSolidColor: "1.16" };

  /** @param $set the colour, null for none */
  constructor(
    readonly $get: () => string | null | undefined,
    readonly $set: (fill: string | null) => void,
  ) {}

  setSolidColor(color: string): void {
    this.$set(colorOf(color));
  }

  clear(): void {
    this.$set(null);
  }

  /** "" for an automatic fill or none. */
  getSolidColor(): string {
    return this.$get() ?? "";
  }
}

/** How a line looks; what is absent is automatic. */
export interface LineHolder {
  color?: string;
  weight?: number;
  style?: string;
  visible?: boolean;
}

/** Excel.ChartLineFormat: lines of series, axes and grids. */
export class ChartLineFormat {
  constructor(
    readonly $get: () => LineHolder,
    readonly $set: (line: LineHolder) => void,
    readonly $ordinary: { color: string; weight: number },
  ) {}

  get color(): string {
    return this.$get().color ?? this.$ordinary.color;
  }

  set color(color: string) {
    this.$set({ ...shown(this.$get()), color: colorOf(color) });
  }

  get weight(): number {
    return this.$get().weight ?? this.$ordinary.weight;
  }

  /** Points. */
  set weight(weight: number) {
    this.$set({ ...shown(this.$get()), weight: numberBetween(weight, 0, 1584, "The weight of a line") });
  }

  get lineStyle(): string {
    const { visible, style } = this.$get();
    return visible === false ? "None" : (style ?? "Continuous");
  }

  set lineStyle(lineStyle: string) {
    const style = oneOfChoices(lineStyle, lineStyles, "line style");
    const { color, weight } = this.$get();
    const rest = { ...(color !== undefined && { color }), ...(weight !== undefined && { weight }) };
    if (style === "None") {
      this.$set({ ...rest, visible: false });
    } else if (style === "Automatic") {
      this.$set(rest);
    } else {
      this.$set({ ...rest, style });
    }
  }

  /** No line at all. */
  clear(): void {
    this.$set({ visible: false });
  }
}

/** A line that was given a look is there. */
function shown(line: LineHolder): LineHolder {
  const copy = { ...line };
  delete copy.visible;
  return copy;
}

/** Excel.ChartBorder: the frame of the whole chart. Files keep its colour; "none" is no frame. */
export class ChartBorder {
  constructor(
    readonly $get: () => string | null,
    readonly $set: (border: string | null) => void,
  ) {}

  get color(): string {
    const border = this.$get();
    return border === null || border === "none" ? "#D9D9D9" : border;
  }

  set color(color: string) {
    this.$set(colorOf(color));
  }

  get lineStyle(): string {
    return this.$get() === "none" ? "None" : "Continuous";
  }

  set lineStyle(lineStyle: string) {
    const style = oneOfChoices(lineStyle, lineStyles, "line style");
    if (style === "None") {
      this.$set("none");
    } else if (style === "Continuous" || style === "Automatic") {
      this.$set(this.$get() === "none" ? null : this.$get());
    } else {
      throw new HostError("NotImplemented", "The host does not keep dashed frames of charts.");
    }
  }

  get weight(): number {
    return 0.75;
  }

  clear(): void {
    this.$set("none");
  }
}
