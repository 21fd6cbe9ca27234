import type { CellFormatRecord } from "./workbook-record";

/** Width of a text in points, by the average width of Calibri's characters: an estimate, as there are no fonts to measure. */
export function textWidth(text: string, format: CellFormatRecord): number {
  const size = format.font?.size ?? 11;
  const longest = Math.max(...text.split("\n").map(characters));
  return longest * size * 0.48 * (format.font?.bold ? 1.06 : 1);
}

function widthOf(character: string): number {
  if (/[ijl.,:;'|!]/.test(character)) return 0.55;
  if (/[WMШЩЖЮФМwmшщжюф@%]/.test(character)) return 1.45;
  return /\p{Lu}/u.test(character) ? 1.2 : 1;
}

/** Up to the end of the Cyrillic letters, which nearly all texts are made of. */
const usualWidths = Float64Array.from({ length: 0x530 }, (_, code) => widthOf(String.fromCharCode(code)));

function characters(line: string): number {
  let width = 0;
  for (let at = 0; at < line.length; at++) {
    const code = line.codePointAt(at)!;
    width += code < usualWidths.length ? usualWidths[code] : widthOf(String.fromCodePoint(code));
    if (code > 0xffff) at++;
  }
  return width;
}

/** Height in points of one line: 15 for 11 points, 26.25 for 20, in steps of a pixel. */
export function lineHeight(fontSize: number): number {
  return Math.round((fontSize * 1.285 + 0.6) / 0.75) * 0.75;
}

/** Lines that a wrapped text takes in so many points: words go to the next line whole, longer ones than a line are parted. */
function wrappedLines(text: string, format: CellFormatRecord, width: number): number {
  const room = Math.max(1, width - 4);
  let lines = 0;
  for (const paragraph of text.split("\n")) {
    lines++;
    if (textWidth(paragraph, format) <= room) continue;
    let used = 0;
    for (const word of paragraph.split(/(?<=[ \u2013-])/)) {
      if (used > 0 && used + textWidth(word.trimEnd(), format) > room) {
        lines++;
        used = 0;
      }
      used += textWidth(word, format);
      for (; used - textWidth(" ", format) > room; used -= room) lines++;
    }
  }
  return lines;
}

/** Height in points of a text that wraps in so many points. */
export function wrappedHeight(text: string, format: CellFormatRecord, width: number): number {
  return lineHeight(format.font?.size ?? 11) * wrappedLines(text, format, width);
}

/** "Excel specifications and limits": row height in points. */
export const highestRow = 409;
