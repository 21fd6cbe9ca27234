import { readNumberColumn } from "../../../src/portfolio/list/number-column";
import { separatorIn } from "../../../src/portfolio/list/number-separator";
import { type Cell, listOf } from "../lists";

const listWith = (...columns: readonly (readonly Cell[])[]) => {
  const rows = columns[0].map((_, row) => columns.map((column) => column[row]));
  return listOf([columns.map((_, i) => `Column ${i + 1}`), ...rows]);
};

describe("what divides the decimals of a list", () => {
  test("a number alone in its column means what its neighbours mean", () => {
    const list = listWith(
      [880_000, 832_000, "1,143 млн"],
      [405_000, 279_000, "0,755 млн"],
      [1, 2, "-37 500,00"],
    );
    expect(separatorIn(list)).toBe(",");
    expect(Array.from(readNumberColumn(list.columns[0], separatorIn(list)).numbers)).toEqual([
      880_000, 832_000, 1_143_000,
    ]);
  });

  test("is the workbook's where nothing tells, or as much either way", () => {
    expect(separatorIn(listWith([1, 2, "1,143"]))).toBe(".");
    expect(separatorIn(listWith([1, 2, "12,5"], [1, 2, "12.5"]))).toBe(".");
  });

  test("is not told by days, words or codes", () => {
    expect(separatorIn(listWith(["05,12", "a", "b", "c"], ["1,5 kg", "x", "y", "z"]))).toBe(".");
    expect(separatorIn(listWith(["31.01", "30.06", "15.12"], [1, 2, "12,5"]))).toBe(",");
  });
});
