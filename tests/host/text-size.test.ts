import { textWidth } from "../../src/host/text-size";

/** Width in average letters. */
const letters = (text: string) => textWidth(text, {}) / (11 * 0.48);

test.each([
  ["narrow letters and signs", "il.!", 4 * 0.55],
  ["wide ones, Latin and Cyrillic", "WmЖш@", 5 * 1.45],
  ["capitals, of every script and beyond 16 bits", "AЯΩ𝐀", 4 * 1.2],
  ["all others, a letter of two code units counting once", "aя1 漢😀", 6],
])("%s", (_, text, width) => {
  expect(letters(text)).toBeCloseTo(width, 12);
});

test("the longest line counts, larger and bolder letters are wider", () => {
  expect(letters("aaa\naaaaa\na")).toBeCloseTo(5, 12);
  expect(textWidth("aa", { font: { size: 22, bold: true } })).toBeCloseTo(2 * textWidth("aa", {}) * 1.06, 12);
});
