import fc from "fast-check";
import { readNumberColumn } from "../../../src/portfolio/list/number-column";
import { type Cell, listOf } from "../lists";

const read = (cells: readonly Cell[], separator: "." | "," = ".") =>
  readNumberColumn(listOf([["Amount"], ...cells.map((cell) => [cell])]).columns[0], separator);

const numbersIn = (cells: readonly Cell[], separator: "." | "," = ".") => [...read(cells, separator).numbers];

describe("the decimal sign is decided for the column as a whole", () => {
  test("texts that can be read in one way only decide", () => {
    expect(numbersIn(["900.090", "1.234,50"], ".")).toEqual([900_090, 1234.5]);
    expect(numbersIn(["1.234", "1.234.567"], ".")).toEqual([1234, 1_234_567]);
    expect(numbersIn(["1,234", "12.5"], ",")).toEqual([1234, 12.5]);
    expect(numbersIn(["1,234", "12,5"], ".")).toEqual([1.234, 12.5]);
    expect(numbersIn(["1,234", "12.000,00-"], ".")).toEqual([1.234, -12_000]);
  });

  test("where none does, the workbook's separator decides", () => {
    expect(numbersIn(["1,234", "5,678", 9], ".")).toEqual([1234, 5678, 9]);
    expect(numbersIn(["1,234", "5,678", 9], ",")).toEqual([1.234, 5.678, 9]);
    expect(numbersIn(["1.234"], ".")).toEqual([1.234]);
    expect(numbersIn(["1.234"], ",")).toEqual([1234]);
  });

  test("in a mixed column every clear text is what it is, the others go with the majority", () => {
    expect(numbersIn(["1.5", "2,5", "3,5", "1,234"], ".")).toEqual([1.5, 2.5, 3.5, 1.234]);
    expect(numbersIn(["1.5", "2,5", "1,234"], ".")).toEqual([1.5, 2.5, 1234]);
    expect(numbersIn(["1.5", "2,5", "1,234"], ",")).toEqual([1.5, 2.5, 1.234]);
  });

  test("a column of one dress is read back, thousands included, in a workbook of either separator", () => {
    const amounts = fc.array(fc.integer({ min: -1e9, max: 1e9 }), { minLength: 1, maxLength: 20 });
    fc.assert(
      fc.property(
        amounts,
        fc.constantFrom("de-DE", "en-US"),
        fc.constantFrom<"." | ",">(".", ","),
        (all, locale, separator) => {
          const decided = locale === "de-DE" ? "0,5" : "0.5";
          const texts = all.map((amount) => amount.toLocaleString(locale));
          expect(numbersIn([...texts, decided], separator)).toEqual([
            ...all.map((amount) => amount + 0),
            0.5,
          ]);
        },
      ),
    );
  });
});

describe("dashes", () => {
  test("a dash in a column of numbers is 0", () => {
    const { numbers, dashes, unread, texts } = read([5, "-", "n/a", "нет", "1 200", null]);
    expect([...numbers]).toEqual([5, 0, 0, 0, 1200, NaN]);
    expect(dashes).toEqual([1, 2, 3]);
    expect(texts).toEqual([4]);
    expect(unread.size).toBe(0);
  });

  test("a column of nothing but dashes holds zeros", () => {
    expect(numbersIn(["-", "-"])).toEqual([0, 0]);
  });

  test("in a column of words a dash is no number", () => {
    const { numbers, dashes, unread } = read(["Acorn", "Birch", "-", 5]);
    expect([...numbers]).toEqual([NaN, NaN, NaN, 5]);
    expect(dashes).toEqual([]);
    expect([...unread.keys()].sort()).toEqual([0, 1, 2]);
  });

  test("an Excel error is no dash", () => {
    expect(read([5, "#N/A"]).unread.get(1)).toBe("excelError");
  });

  test("the numbers of the source are left as they are", () => {
    const { columns } = listOf([["Amount"], [5], ["-"], ["1,5"]]);
    readNumberColumn(columns[0], ".");
    expect([...columns[0].numbers]).toEqual([5, NaN, NaN]);
  });
});

test("currencies are counted by cell", () => {
  expect([...read(["$900", "70 000 ₽", "5 руб.", "€5", "7", 8, "Acorn €"]).currencies]).toEqual([
    ["USD", 1],
    ["RUB", 2],
    ["EUR", 1],
  ]);
});

test("a column of nothing but numbers is handed over as it is", () => {
  const { columns } = listOf([["Amount"], [5], [null]]);
  expect(readNumberColumn(columns[0], ".").numbers).toBe(columns[0].numbers);
});
