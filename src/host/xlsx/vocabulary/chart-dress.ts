import type { FileChart } from "../library";
import { emuPerPoint } from "./measures";
import { keyOf } from "./conditional-format-choices";
import { lineStyles } from "./chart-choices";

const background = { schemeName: "bg1" };
const accents = ["accent1", "accent2", "accent3", "accent4", "accent5", "accent6"];

/** Excel dresses a fresh chart in tints of the text colour: 15 % for lines, 65 % for words. */
const paleText = { schemeName: "tx1", lumMod: 15_000, lumOff: 85_000 };
const softText = { schemeName: "tx1", lumMod: 65_000, lumOff: 35_000 };

/** Sizes of a fresh chart's words in points. */
export const ordinarySizes = { title: 14, axisTitle: 10, words: 9 };

export interface Words {
  size?: number;
  bold?: boolean;
  color?: string;
}

/** `#RRGGBB` as the library takes it. */
export function fileColor(color: string): FileChart.ChartColor {
  return { srgb: color.replace("#", "").toUpperCase() };
}

/** `#RRGGBB` of a colour that was chosen; undefined for the theme's, which stand for "automatic" here. */
export function chosenColor(color: FileChart.ChartColor | undefined): string | undefined {
  return color?.srgb === undefined ? undefined : `#${color.srgb.toUpperCase()}`;
}

/** Fill: a colour, null for none, undefined for the accent that Excel gives the n-th series. */
export function seriesFill(fill: string | null | undefined, index: number): FileChart.ChartFill {
  if (fill === null) return { noFill: true };
  return { solid: fill === undefined ? { schemeName: accents[index % accents.length] } : fileColor(fill) };
}

export interface Stroke {
  color?: string;
  weight?: number;
  style?: string;
  visible?: boolean;
}

/** Line of a series in its colour or accent. */
export function seriesLine(
  line: Stroke | undefined,
  index: number,
  shownByDefault: boolean,
): FileChart.ChartLine {
  const asked =
    line !== undefined && (line.color !== undefined || line.weight !== undefined || line.style !== undefined);
  const shown = line?.visible ?? (shownByDefault || asked);
  if (!shown || line?.style === "None") return { noFill: true };
  const dash = keyOf(
    lineStyles as Record<NonNullable<FileChart.ChartLine["dash"]>, string>,
    line?.style ?? "",
  );
  return {
    width: Math.round((line?.weight ?? 2.25) * emuPerPoint),
    color:
      line?.color === undefined ? { schemeName: accents[index % accents.length] } : fileColor(line.color),
    ...(dash && { dash }),
    cap: "rnd",
    join: "round",
  };
}

/** A thin line of the frame, the axis or the grid. "none" draws nothing. */
export function hairline(color: string | null | undefined): FileChart.ChartLine {
  if (color === "none") return { noFill: true };
  return { width: 9525, color: color ? fileColor(color) : paleText, cap: "flat", join: "round" };
}

export function plainFill(fill: string | null | undefined): FileChart.ChartFill {
  if (fill === "none") return { noFill: true };
  return { solid: fill ? fileColor(fill) : background };
}

/** Letters of a fresh chart unless a size, weight or colour was chosen. @param rotation degrees upwards; undefined = automatic */
export function letters(
  words: Words,
  ordinarySize: number,
  rotation?: number,
): FileChart.ChartTextProperties {
  return {
    size: Math.round((words.size ?? ordinarySize) * 100),
    bold: words.bold ?? false,
    color: words.color === undefined ? softText : fileColor(words.color),
    // Sixtieths of a thousandth of a degree, clockwise; −60,000,000 is Excel's own mark for "as it fits".
    rotation: rotation === undefined ? -60_000_000 : -rotation * 60_000,
  };
}

/** The choices behind letters: what differs from a fresh chart. */
export function chosenWords(
  properties: FileChart.ChartTextProperties | undefined,
  ordinarySize: number,
): Words {
  const size = properties?.size === undefined ? undefined : properties.size / 100;
  const color = chosenColor(properties?.color);
  return {
    ...(size !== undefined && size !== ordinarySize && { size }),
    ...(properties?.bold && { bold: true }),
    ...(color !== undefined && { color }),
  };
}

/** One paragraph of text. @param rotation degrees upwards */
export function richText(
  text: string,
  words: Words,
  ordinarySize: number,
  rotation = 0,
): FileChart.ChartRichText {
  const properties = letters(words, ordinarySize, 0);
  return {
    bodyProperties: { rotation: -rotation * 60_000, wrap: "square", anchor: "ctr" },
    paragraphs: text.split("\n").map((line) => ({
      properties: { defaultRunProperties: properties },
      runs: [{ text: line, properties }],
    })),
  };
}

export function plainText(text: FileChart.ChartRichText | undefined): string {
  return (text?.paragraphs ?? []).map(({ runs }) => (runs ?? []).map((run) => run.text).join("")).join("\n");
}

export function wordsOf(
  text: FileChart.ChartRichText | undefined,
): FileChart.ChartTextProperties | undefined {
  const first = text?.paragraphs[0];
  return first?.runs?.[0]?.properties ?? first?.properties?.defaultRunProperties;
}
