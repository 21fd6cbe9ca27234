import fc from "fast-check";
import { linesOf, shortened, widthOf } from "../../../../src/workbook/report/paint/page/text-fit";

test("a text that fits takes one line, also an empty one", () => {
  expect(linesOf("Alpha", 200, 10)).toBe(1);
  expect(linesOf("", 200, 10)).toBe(1);
});

test("each line break begins a line", () => {
  expect(linesOf("one\ntwo\n\nfour", 200, 10)).toBe(4);
});

test("a word wider than the cell is broken as Excel breaks it", () => {
  const word = "W".repeat(40);
  expect(linesOf(word, 100, 10)).toBeGreaterThanOrEqual(widthOf(word, 10) / 100);
});

test("a narrower cell never takes fewer lines, and a larger font neither", () => {
  fc.assert(
    fc.property(fc.string({ maxLength: 200 }), fc.integer({ min: 20, max: 400 }), (text, width) => {
      expect(linesOf(text, width / 2, 10)).toBeGreaterThanOrEqual(linesOf(text, width, 10));
      expect(linesOf(text, width, 12)).toBeGreaterThanOrEqual(linesOf(text, width, 10));
    }),
  );
});

test("a shortened text is never longer than allowed, and a short one stays as it is", () => {
  fc.assert(
    fc.property(fc.string({ unit: "grapheme" }), fc.integer({ min: 1, max: 30 }), (text, longest) => {
      expect([...shortened(text, longest)].length).toBeLessThanOrEqual(longest);
      if ([...text.trim()].length <= longest) expect(shortened(text, longest)).toBe(text.trim());
    }),
  );
});

test.each([
  ["Чайная компания «Серебряный лист»", 27, "Чайная компания «Серебрян…»"],
  ["Чайная компания «Серебряный лист»", 18, "Чайная компания…"],
  ["«Кедр» и сыновья, оптовая торговля", 20, "«Кедр» и сыновья, о…"],
  ["The “Silver Leaf” company", 14, "The “Silver…”"],
  ["Meridian Fresh Foods", 12, "Meridian Fr…"],
])("a quotation that is cut is closed: %s in %d letters", (text, longest, expected) => {
  expect(shortened(text, longest)).toBe(expected);
});
