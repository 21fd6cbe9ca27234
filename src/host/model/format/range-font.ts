import type { CellFormatRecord } from "../../workbook-record";
import { oneOf } from "./choice";
import { colorOf } from "./color";
import { HostError } from "../host-error";
import type { RangeFormat } from "./range-format";

type Font = NonNullable<CellFormatRecord["font"]>;

/** Excel.RangeFont. */
export class RangeFont {
  constructor(readonly $format: RangeFormat) {}

  $set(change: Font): void {
    this.$format.$change((format) => ({ ...format, font: { ...format.font, ...change } }));
  }

  get name(): string | null {
    return this.$format.$read((format) => format.font?.name ?? "Calibri");
  }

  set name(name: string) {
    this.$set({ name });
  }

  get size(): number | null {
    return this.$format.$read((format) => format.font?.size ?? 11);
  }

  set size(size: number) {
    if (typeof size !== "number" || !(size >= 1 && size <= 409)) {
      throw new HostError("InvalidArgument", `A font is 1 to 409 points large, not ${size}.`);
    }
    this.$set({ size });
  }

  get bold(): boolean | null {
    return this.$format.$read((format) => format.font?.bold === true);
  }

  set bold(bold: boolean) {
    this.$set({ bold });
  }

  get italic(): boolean | null {
    return this.$format.$read((format) => format.font?.italic === true);
  }

  set italic(italic: boolean) {
    this.$set({ italic });
  }

  /** "None" or "Single"; the host keeps no double underline. */
  get underline(): string | null {
    return this.$format.$read((format) => (format.font?.underline ? "Single" : "None"));
  }

  set underline(underline: string) {
    this.$set({ underline: oneOf(underline, ["None", "Single"]) === "Single" });
  }

  get color(): string | null {
    return this.$format.$read((format) => format.font?.color ?? "#000000");
  }

  set color(color: string) {
    this.$set({ color: colorOf(color) });
  }
}
