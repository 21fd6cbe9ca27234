/**
 * Sizes as the file stores them and as Office.js gives them (points).
 * A column's width in the file counts digits of the default font, 7 pixels wide in Calibri 11 at 96 dpi
 * (ECMA-376 Part 1, 18.3.1.13); a pixel is 0.75 points.
 */
const digitWidth = 7;
const pointsPerPixel = 0.75;

/** English Metric Units in a point: drawings are placed in them. */
export const emuPerPoint = 12_700;
export const defaultColumnWidth = 64 * pointsPerPixel;
export const defaultRowHeight = 15;

/** Points of a width in the file (padding included). Excel shows whole pixels. */
export function pointsOfFileWidth(width: number): number {
  return Math.trunc(((256 * width + Math.trunc(128 / digitWidth)) / 256) * digitWidth) * pointsPerPixel;
}

/** Width in the file of a column of so many points, rounded to whole pixels as Excel does. */
export function fileWidthOfPoints(points: number): number {
  return Math.trunc((Math.round(points / pointsPerPixel) / digitWidth) * 256) / 256;
}

/** Width in the file of a sheet's default columns when it is given in characters (`baseColWidth`). */
export function fileWidthOfCharacters(characters: number): number {
  const pixels = Math.ceil((characters * digitWidth + 5) / 8) * 8;
  return Math.trunc((pixels / digitWidth) * 256) / 256;
}
