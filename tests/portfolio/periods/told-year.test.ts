import { dayOfYearless, toldYear } from "../../../src/portfolio/periods/told-year";

const told = (sheet: string, ...titles: string[]) => toldYear({ sheet, titles });

test.each([
  [["Лист1", "Продажи по клиентам за 2024 год"], 2024],
  [["Sheet1", "Acme Ltd", "Sales by customer", "January - June, 2024"], 2024],
  [["Лист1", "Период: 01.01.2024 - 31.12.2024"], 2024],
  [["Sales 2023"], 2023],
  [["2023", "Revenue FY2024"], 2024],
  [["Лист1", "Выручка 2024", "Сформировано 12.01.2025"], 2024],
  [["Register", "Sales register FY 2025-26"], 2025],
  [["Лист1", "Продажи 2024/2025"], 2024],
  [["Лист1", "Продажи на 2024-07"], 2024],
  [["Лист1", "Продажи 2019-2024"], null],
  [["Лист1", "Сравнение 2023 и 2024 гг."], null],
  [["Лист1", "Отчёт 1202456"], null],
  [["Лист1", "Сумма 2024.50"], null],
])("%j tells %s", ([sheet, ...titles], year) => {
  expect(told(sheet, ...titles)).toBe(year);
});

test("an earlier year places headers without one at its end, the current one as far as it went", () => {
  expect(dayOfYearless({ sheet: "2024" }, "2026-11-26")).toBe("2024-12-31");
  expect(dayOfYearless({ sheet: "2026" }, "2026-11-26")).toBe("2026-11-26");
  expect(dayOfYearless({ sheet: "План 2030" }, "2026-11-26")).toBe("2026-11-26");
});

test.each([
  ["the months of a whole book year end in its second one", [4, 5, 6, 7, 8, 9, 10, 11, 12, 1, 2, 3], 2025],
  ["what has passed of it lies in the first", [4, 5, 6, 7], 2024],
  ["months after the new year lie in the second", [1, 2, 3], 2025],
])("%s", (_, months, year) => {
  const columns = months.map((month, index) => ({
    index,
    header: `P${month}`,
    headerFormat: "General",
    numbers: new Float64Array(),
    others: new Map(),
  }));
  const day = dayOfYearless({ sheet: "Sales", titles: ["FY 2024-25"], columns }, "2026-11-26");
  expect(day).toBe(`${year}-12-31`);
});
