import type { KeyStatus, Quadrant, XyzClass } from "../../../../portfolio";

/** One accent and neutral greys carry every sheet; classes have the same colour wherever they appear. */
export const palette = {
  accent: "#0F4C5C",
  ink: "#1F2933",
  quiet: "#6B7780",
  rule: "#C9D1D6",
  hair: "#E4E9EC",
  tile: "#F2F6F7",
  warning: "#FDF3E1",
  warningRule: "#E69F00",
  /** Of what is said about an earlier state. */
  late: "#B84E00",
  cut: "#8A949B",
  white: "#FFFFFF",
} as const;

/** Relative luminance of a colour (WCAG 2.2). */
function luminance(color: string): number {
  const [red, green, blue] = [1, 3, 5].map((at) => {
    const part = parseInt(color.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/** The colour in which a figure can be read on a ground of another: dark, or white where that stands out more. */
export function inkOn(ground: string): string {
  const [dark, light, own] = [palette.ink, palette.white, ground].map((color) => luminance(color) + 0.05);
  return light / own > own / dark ? palette.white : palette.ink;
}

/** Hues of Okabe and Ito (2008), which people with colour-blindness tell apart; grey for what needs no attention. */
export const statusColors: Readonly<Record<KeyStatus, string>> = {
  regular: "#B4BEC5",
  key: "#0072B2",
  dependence: "#E69F00",
  mono: "#D55E00",
};

export const quadrantColors: Readonly<Record<Quadrant, string>> = {
  key: "#0072B2",
  development: "#009E73",
  maintenance: "#E69F00",
  opportunistic: "#9AA5AD",
};

/** The same hues dark enough to be read as text on white. */
export const statusInks: Readonly<Record<KeyStatus, string>> = {
  regular: "#6B7780",
  key: "#00619A",
  dependence: "#A66A00",
  mono: "#B84E00",
};

export const quadrantInks: Readonly<Record<Quadrant, string>> = {
  key: "#00619A",
  development: "#007A59",
  maintenance: "#A66A00",
  opportunistic: "#6B7780",
};

/** From steady (dark) to irregular (bright); grey for "not enough history". */
export const stabilityColors: Readonly<Record<XyzClass, string>> = {
  X: "#0F4C5C",
  Y: "#4F9DAE",
  Z: "#E69F00",
  N: "#B4BEC5",
};

/** Money that stood, came and went: light enough for a figure on them. */
export const flowColors = { level: "#7FB3C0", gain: "#2FB58C", loss: "#E58A4E" } as const;

/** Ends of the heat map's colour scale. */
export const heat = { low: "#FFFFFF", high: "#5BA3B5" } as const;
