import type { IStyleData } from "@univerjs/core";
import { fitted } from "../../../../../src/host/workbench/grid/cells/number-fit";

/** Ten pixels a letter, and two that stay free at the sides. */
const measure = (text: string) => text.length * 10;
const style: IStyleData = {};

function shown(text: string, value: number, letters: number, isGeneral: boolean, decimalSeparator = ".") {
  const number = { value, isGeneral, decimalSeparator };
  return fitted({ v: text, s: style }, number, () => letters * 10 + 2, measure)?.v;
}

test("a number that fits is shown as it is", () => {
  expect(shown("1,521,330", 1521330, 9, false)).toBe("1,521,330");
});

test("a number with a format that does not fit fills its cell with #", () => {
  expect(shown("1,521,330", 1521330, 8, false)).toBe("########");
});

test("a number without a format is rounded, by decimals and then to a power of ten", () => {
  expect(shown("1234.56789", 1234.56789, 7, true)).toBe("1234.57");
  expect(shown("1234.56789", 1234.56789, 5, true)).toBe("1235");
  expect(shown("1234,56789", 1234.56789, 7, true, ",")).toBe("1234,57");
  expect(shown("123456789012", 123456789012, 7, true)).toBe("1.2E+11");
  expect(shown("0.00001234", 0.00001234, 5, true)).toBe("1E-05");
  expect(shown("123456789012", 123456789012, 4, true)).toBe("####");
});

test("texts are not numbers, however wide they are", () => {
  const cell = { v: "12 %", s: style };
  expect(fitted(cell, null, () => 5, measure)).toBe(cell);
});
