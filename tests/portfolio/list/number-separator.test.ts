import { readNumberColumn } from "../../../src/portfolio/list/number-column";
import { separatorIn, unsureAmountOf } from "../../../src/portfolio/list/number-separator";
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

  test("is a sign of thousands where every amount has three digits behind its only one", () => {
    expect(separatorIn(listWith(["314.070 €", "16.200 €", "987 €", "1.000 €"]))).toBe(",");
    expect(
      separatorIn(listOf([["Sum"], ["314,070"], ["16,200"], ["5,000"]], { decimalSeparator: "," })),
    ).toBe(".");
  });

  test.each([
    ["weights", "Qty, kg", ["1.250", "3.500", "2.125"]],
    ["thousands by the header", "Revenue, k EUR", ["1.250", "3.500", "2.125"]],
    ["dinars", "Sales KWD", ["1.250", "3.500", "2.125"]],
    ["some with other decimals", "Sales", ["1.250", "3.50", "2.125"]],
    ["two only", "Sales", ["1.250", "3.500", "-"]],
    ["thousands by a word", "Sales", ["1.250 M", "3.500 M", "2.125 M"]],
  ])("%s are as the workbook writes them", (_, header, texts) => {
    expect(separatorIn(listOf([[header], ...texts.map((text) => [text])]))).toBe(".");
  });

  test("is a comma before Russian words for thousands", () => {
    expect(separatorIn(listWith(["228,782 тыс.", 547165]))).toBe(",");
  });
});

describe("an amount that rests on nothing in its list", () => {
  test.each<[readonly Cell[], number | null]>([
    [["314.070", "16.200", "5.000"], 314070],
    [["1.234", 7, 8], 1.234],
    [["1,234", 7, 8], null],
    [["1.234", "2,50", 8], null],
  ])("%j", (cells, number) => {
    const list = listWith(cells);
    expect(unsureAmountOf(list, list.columns)?.number ?? null).toBe(number);
  });
});

describe("numbers that were thousands before a point was taken for the decimal sign", () => {
  const lost = (header: string, cells: readonly Cell[], titles: readonly string[] = []) => {
    const list = { ...listOf([[header], ...cells.map((cell) => [cell])]), titles };
    return unsureAmountOf(list, list.columns)?.perhaps ?? null;
  };
  const cells = [7825, 1.938, 5.819, 4487, 3.54, 3.174, 500];

  test("are told beside whole thousands", () => {
    expect(lost("Revenue", cells)).toBe(1938);
    expect(lost("Umsatz", ["1.204.330", 1.938, 5.819, 314.07, 16.207])).toBe(1938);
  });

  test.each<[string, string, readonly Cell[], readonly string[]]>([
    ["all of them thousands by the header", "Revenue, k EUR", cells, []],
    ["a title that says thousands", "Revenue", cells, ["in Tsd. EUR"]],
    ["dinars", "Sales KWD", cells, []],
    ["no whole thousands", "Revenue", [1.938, 5.819, 3.174, 500], []],
    ["cents too", "Revenue", [...cells, 1200.5], []],
    ["more decimals", "Revenue", [...cells, 3.14159], []],
    ["mostly one decimal", "Revenue", [1500, 2.5, 3.5, 4.125, 5.125, 6.125, 7.5], []],
    ["parts of one", "Revenue", [...cells, 0.125], []],
  ])("%s: nothing is said", (_, header, values, titles) => {
    expect(lost(header, values, titles)).toBeNull();
  });
});
