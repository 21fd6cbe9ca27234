import fc from "fast-check";
import { addressOf, columnIndex, columnLetters, quotedSheetName } from "../../../src/portfolio";

test("columns are lettered as in Excel, up to the last one", () => {
  expect([0, 25, 26, 51, 701, 702, 16_383].map(columnLetters)).toEqual([
    "A",
    "Z",
    "AA",
    "AZ",
    "ZZ",
    "AAA",
    "XFD",
  ]);
});

test("letters and positions are inverse to each other", () => {
  fc.assert(
    fc.property(fc.nat(16_383), (column) => columnIndex(columnLetters(column).toLowerCase()) === column),
  );
});

test("an address names its sheet, and a single cell is no range", () => {
  expect(addressOf("Sales", 1, 1)).toBe("Sales!B2");
  expect(addressOf("Sales", 1, 1, 8, 3)).toBe("Sales!B2:D9");
});

test.each([
  ["Продажи", "Продажи"],
  ["Sales_2024", "Sales_2024"],
  ["Лист 1", "'Лист 1'"],
  ["Bob's", "'Bob''s'"],
  ["2024", "'2024'"],
  ["A1", "'A1'"],
  ["R1C1", "'R1C1'"],
  ["RC", "'RC'"],
  ["a-b", "'a-b'"],
])("sheet %s stands in an address as %s", (sheet, quoted) => {
  expect(quotedSheetName(sheet)).toBe(quoted);
});
