import type { XmlElement } from "../library";
import { attribute, child, children, flag, numberAttribute } from "../package/package-parts";

/** Theme colours in the order in which cells number them: light and dark change places (ECMA-376 Part 1, 18.8.3). */
const themeOrder = [
  "lt1",
  "dk1",
  "lt2",
  "dk2",
  "accent1",
  "accent2",
  "accent3",
  "accent4",
  "accent5",
  "accent6",
  "hlink",
  "folHlink",
];

/** The Office theme of Excel 2013 to 2021, in the same order. */
const officeTheme = [
  "FFFFFF",
  "000000",
  "E7E6E6",
  "44546A",
  "4472C4",
  "ED7D31",
  "A5A5A5",
  "FFC000",
  "5B9BD5",
  "70AD47",
  "0563C1",
  "954F72",
];

/** A theme part with the colours of today's Excel instead of those of 2007. */
export function modernTheme(theme: string): string {
  return theme.replace(
    /(<a:(\w+)>\s*<a:srgbClr val=")[0-9A-F]{6}"/g,
    (found, start: string, name: string) => {
      const index = themeOrder.indexOf(name);
      return index < 0 ? found : `${start}${officeTheme[index]}"`;
    },
  );
}

/** The palette of Excel 97 (ECMA-376 Part 1, 18.8.27), from number 8 on; 0–7 repeat 8–15. */
const indexedPalette =
  "000000 FFFFFF FF0000 00FF00 0000FF FFFF00 FF00FF 00FFFF 800000 008000 000080 808000 800080 008080 C0C0C0 808080 " +
  "9999FF 993366 FFFFCC CCFFFF 660066 FF8080 0066CC CCCCFF 000080 FF00FF FFFF00 00FFFF 800080 800000 008080 0000FF " +
  "00CCFF CCFFFF CCFFCC FFFF99 99CCFF FF99CC CC99FF FFCC99 3366FF 33CCCC 99CC00 FFCC00 FF9900 FF6600 666699 969696 " +
  "003366 339966 003300 333300 993300 993366 333399 333333";

/** Colours of a workbook: its theme and palette, and how an element names one of them. */
export class WorkbookColors {
  private readonly theme: string[];
  private readonly palette: string[];

  constructor(themePart: XmlElement | undefined, styles: XmlElement | undefined) {
    const scheme = child(child(themePart, "themeElements"), "clrScheme");
    this.theme = themeOrder.map((name, index) => {
      const color = child(scheme, name);
      return (
        attribute(child(color, "srgbClr"), "val") ??
        attribute(child(color, "sysClr"), "lastClr") ??
        officeTheme[index]
      );
    });
    const own = children(child(child(styles, "colors"), "indexedColors"), "rgbColor").map((color) =>
      attribute(color, "rgb"),
    );
    const standard = indexedPalette.split(" ");
    this.palette = [...standard.slice(0, 8), ...standard].map(
      (color, index) => own[index]?.slice(-6) ?? color,
    );
  }

  /** `#RRGGBB` of an element such as `<color theme="4" tint="0.6"/>`; undefined when it is automatic. */
  of(element: XmlElement | undefined): string | undefined {
    if (!element || flag(element, "auto")) return undefined;
    const theme = numberAttribute(element, "theme");
    const indexed = numberAttribute(element, "indexed");
    const base =
      attribute(element, "rgb")?.slice(-6) ??
      (theme !== undefined ? this.theme[theme] : undefined) ??
      (indexed !== undefined ? this.palette[indexed] : undefined);
    return base && tinted(base.toUpperCase(), numberAttribute(element, "tint") ?? 0);
  }
}

/** Lightens (tint > 0) or darkens a colour in HLS space (ECMA-376 Part 1, 18.8.19). */
function tinted(color: string, tint: number): string {
  if (tint === 0) return `#${color}`;
  const [red, green, blue] = [0, 2, 4].map((start) => parseInt(color.slice(start, start + 2), 16) / 255);
  const high = Math.max(red, green, blue);
  const low = Math.min(red, green, blue);
  const lightness = (high + low) / 2;
  const target = tint < 0 ? lightness * (1 + tint) : lightness * (1 - tint) + tint;
  const spread = high - low;
  const saturation = spread === 0 ? 0 : spread / (1 - Math.abs(2 * lightness - 1));
  let hue = 0;
  if (spread !== 0) {
    if (high === red) hue = ((green - blue) / spread + 6) % 6;
    else if (high === green) hue = (blue - red) / spread + 2;
    else hue = (red - green) / spread + 4;
  }
  const chroma = (1 - Math.abs(2 * target - 1)) * saturation;
  const channel = (offset: number) => {
    const k = (hue + offset) % 6;
    const value = target - chroma / 2 + chroma * Math.max(0, Math.min(1, Math.abs(3 - k) - 1));
    return Math.round(Math.max(0, Math.min(1, value)) * 255);
  };
  return `#${[channel(0), channel(4), channel(2)].map((value) => value.toString(16).padStart(2, "0")).join("")}`.toUpperCase();
}
