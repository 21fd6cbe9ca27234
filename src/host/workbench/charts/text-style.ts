import { sheetFont } from "../sheet-font";

/** ECharts draws in pixels what Excel measures in points. */
export const pixelsPerPoint = 4 / 3;

/** Grey of texts that have no colour of their own, as in Office since 2013. */
export const automaticTextColor = "#595959";
export const automaticLineColor = "#D9D9D9";

/** The accents of the Office theme: colours of series that have none. */
export const accents = ["#4472C4", "#ED7D31", "#A5A5A5", "#FFC000", "#5B9BD5", "#70AD47"];

export function textStyle(
  { size, bold, color }: { size?: number; bold?: boolean; color?: string },
  defaultSize: number,
): { fontFamily: string; fontSize: number; fontWeight: "bold" | "normal"; color: string } {
  return {
    fontFamily: sheetFont,
    fontSize: (size ?? defaultSize) * pixelsPerPoint,
    fontWeight: bold ? "bold" : "normal",
    color: color ?? automaticTextColor,
  };
}
