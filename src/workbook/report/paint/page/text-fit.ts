/**
 * Lines that a text takes in a cell, erring on the high side. Merged cells do not grow by themselves in Excel, so
 * their row height has to be set; the font is the reader's theme font, whose widths are not known here.
 * `width` and `size` are points; the average letter of the theme fonts of Office (Calibri, Aptos) is about half its size.
 */
export function linesOf(text: string, width: number, size: number, bold = false): number {
  const room = Math.max(1, width - 6);
  // Most cells hold a few words: no need to look at each.
  if (text.length * widestLetter * size * boldness(bold) <= room && !text.includes("\n")) return 1;
  let lines = 0;
  for (const paragraph of text.split("\n")) {
    let line = 0;
    let used = 1;
    for (const word of paragraph.split(/(?<=[ \u2013-])/)) {
      const length = widthOf(word, size, bold);
      if (line > 0 && line + length > room) {
        used++;
        line = 0;
      }
      line += length;
      while (line > room) {
        used++;
        line -= room;
      }
    }
    lines += used;
  }
  return lines;
}

/** Estimated width in points. */
export function widthOf(text: string, size: number, bold = false): number {
  let units = 0;
  for (const letter of text) {
    let unit = unitOf.get(letter);
    if (unit === undefined) unitOf.set(letter, (unit = letterWidth(letter)));
    units += unit;
  }
  return units * size * boldness(bold);
}

const widestLetter = 0.8;
const boldness = (bold: boolean) => (bold ? 1.06 : 1);
/** Widths of the letters met so far, in parts of the font's size. */
const unitOf = new Map<string, number>();

function letterWidth(letter: string): number {
  if (/[ .,:;|!'ilItfj()[\]-]/.test(letter)) return 0.28;
  if (/[MWmwЖШЩЮМФжшщюмф%@—]/.test(letter)) return widestLetter;
  return /[A-ZА-ЯЁ]/.test(letter) ? 0.6 : 0.5;
}

/** Height in points of `lines` lines of text of this size, with a little air. */
export function heightOf(lines: number, size: number): number {
  return Math.min(409, Math.ceil(lines * size * 1.28 + 3));
}

/** The text, cut with an ellipsis when it is longer than so many letters; a quotation that is cut is closed: «Серебряный…». */
export function shortened(text: string, longest: number): string {
  const letters = [...text.trim()];
  if (letters.length <= longest) return letters.join("");
  const cut = (length: number) => letters.slice(0, length).join("").trimEnd();
  const closing = closingOf(cut(longest - 2));
  return closing === "" ? `${cut(longest - 1).replace(/\s*[«“]$/, "")}…` : `${cut(longest - 2)}…${closing}`;
}

/** The mark that closes the last quotation of a text; "" where none is open, or nothing stands in it. */
function closingOf(text: string): string {
  const opened = Math.max(text.lastIndexOf("«"), text.lastIndexOf("“"));
  if (opened < 0 || opened === text.length - 1) return "";
  const closing = text[opened] === "«" ? "»" : "”";
  return text.includes(closing, opened) ? "" : closing;
}
