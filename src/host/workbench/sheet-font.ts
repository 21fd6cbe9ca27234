/** CSS families of Calibri, the font of new workbooks: a computer without it takes Carlito, which is as wide and comes with the page. */
export const sheetFont = "Calibri, Carlito, sans-serif";

/** CSS family of a font of the workbook: where it is missing, its letters are Calibri's and never those of a serif face. */
export function familyOf(font: string): string {
  return font.toLowerCase() === "calibri" ? sheetFont : `${font}, ${sheetFont}`;
}
