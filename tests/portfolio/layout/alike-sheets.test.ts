import { alikeSheets } from "../../../src/portfolio/layout/alike-sheets";

const headers = ["Контрагент", "Выручка"];
const told = (names: string[], titles: string[][] = []) =>
  alikeSheets(
    names.map((sheet, i) => ({ sheet, headers, titles: titles[i] })),
    "2025-06-30",
  ).map(({ by }) => (by?.kind === "periods" ? by.periods.map(({ start }) => start) : (by?.names ?? null)));

describe("alikeSheets", () => {
  it("a sheet per month is told apart by months", () => {
    expect(told(["Январь", "Февраль", "Март"])).toEqual([["2025-01-01", "2025-02-01", "2025-03-01"]]);
    expect(told(["Jan 2024", "Feb 2024"])).toEqual([["2024-01-01", "2024-02-01"]]);
    expect(told(["2023", "2024"])).toEqual([["2023-01-01", "2024-01-01"]]);
  });

  it("months stand in any order", () => {
    expect(told(["Март", "Январь", "Апрель", "Февраль"])).toEqual([
      ["2025-03-01", "2025-01-01", "2025-04-01", "2025-02-01"],
    ]);
    expect(told(["Nov", "Dec", "Jan", "Feb"])).toEqual([
      ["2024-11-01", "2024-12-01", "2025-01-01", "2025-02-01"],
    ]);
  });

  it("the same headers in another order are the same list", () => {
    const lists = [
      { sheet: "Январь", headers: ["Контрагент", "Менеджер", "Выручка"] },
      { sheet: "Февраль", headers: ["Контрагент", "Выручка", "Менеджер"] },
    ];
    expect(alikeSheets(lists, "2025-06-30")).toHaveLength(1);
  });

  it("a sheet per quarter may hold the months of its own, but not quarters where others hold months", () => {
    const lists = (...second: string[]) => [
      { sheet: "Q1 2025", headers: ["Customer", "Jan", "Feb", "Mar"] },
      { sheet: "Q2 2025", headers: ["Customer", ...second] },
    ];
    expect(alikeSheets(lists("Apr", "May", "Jun"), "2025-06-30")).toHaveLength(1);
    expect(alikeSheets(lists("Q1", "Q2", "Q3"), "2025-06-30")).toHaveLength(0);
    expect(alikeSheets(lists("Apr", "May", "Quantity"), "2025-06-30")).toHaveLength(0);
  });

  it("a sheet per manager or branch is told apart by names", () => {
    expect(told(["Иванова", "Петров"])).toEqual([["Иванова", "Петров"]]);
    expect(told(["North", "South"])).toEqual([["North", "South"]]);
  });

  it("sheets without names of their own are told apart by the periods in their titles, or not at all", () => {
    const titles = [
      ["ООО Пример", "Продажи за январь 2025 г."],
      ["ООО Пример", "Продажи за февраль 2025 г."],
    ];
    expect(told(["Лист1", "Лист2"], titles)).toEqual([["2025-01-01", "2025-02-01"]]);
    expect(told(["Sheet1", "Sheet2"])).toEqual([null]);
    expect(told(["Sales", "Sales (2)"])).toEqual([null]);
    expect(told(["Продажи", "Копия Продажи"])).toEqual([null]);
  });

  it("one period twice, or periods of different lengths, are names", () => {
    expect(told(["Январь", "январь"])).toEqual([["Январь", "январь"]]);
    expect(told(["Q1 2024", "2024"])).toEqual([["Q1 2024", "2024"]]);
  });

  it("other headers are other lists", () => {
    const lists = [
      { sheet: "January", headers: ["Client", "Sales"] },
      { sheet: "February", headers: ["client ", "Sales"] },
      { sheet: "Plan", headers: ["Manager", "Plan"] },
    ];
    expect(alikeSheets(lists, "2025-06-30").map((group) => group.lists.map(({ sheet }) => sheet))).toEqual([
      ["January", "February"],
    ]);
  });
});
