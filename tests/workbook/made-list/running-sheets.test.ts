import { growOn, inOrderOfTime } from "../../../src/workbook/made-list/running-sheets";

const ordered = (...sheets: string[]) =>
  inOrderOfTime(sheets.map((sheet) => ({ sheet })))?.map(({ sheet }) => sheet) ?? null;

describe("sheets that are named after the time their sums reach until", () => {
  test.each([
    [
      ["на 01.03.2025", "на 01.02.2025"],
      ["на 01.02.2025", "на 01.03.2025"],
    ],
    [
      ["на 01.12.2025", "на 01.01.2026"],
      ["на 01.12.2025", "на 01.01.2026"],
    ],
    [
      ["Янв-Фев", "Янв", "Янв-Март"],
      ["Янв", "Янв-Фев", "Янв-Март"],
    ],
    [
      ["9 мес. 2025", "Q1 2025", "H1 2025"],
      ["Q1 2025", "H1 2025", "9 мес. 2025"],
    ],
    [
      ["YTD Feb", "YTD Jan"],
      ["YTD Jan", "YTD Feb"],
    ],
  ])("%j", (sheets, expected) => {
    expect(ordered(...sheets)).toEqual(expected);
  });

  test.each([
    [["Янв", "Фев", "Мар"]],
    [["2024", "2025"]],
    [["Q1", "Q2"]],
    [["на 01.02.2025", "Клиенты"]],
    [["Омск", "Томск"]],
  ])("%j are none", (sheets) => {
    expect(ordered(...sheets)).toBeNull();
  });
});

describe("lists that hold the sums so far", () => {
  const amounts = (...each: number[]) => new Map(each.map((amount, i) => [`client ${i}`, amount]));

  test("grow on for every client", () => {
    expect(growOn([amounts(1, 2, 3), amounts(1, 4, 5), amounts(2, 4, 9)])).toBe(true);
  });

  test("are not those of which somebody's shrink, or that have other clients", () => {
    expect(growOn([amounts(1, 2, 3), amounts(5, 1, 9)])).toBe(false);
    expect(growOn([amounts(1, 2, 3), amounts(1, 2, 3)])).toBe(false);
    expect(growOn([amounts(1, 2), amounts(2, 3)])).toBe(false);
  });
});
