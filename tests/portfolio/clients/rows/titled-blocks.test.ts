import { rowsOfOtherFigures } from "../../../../src/portfolio/clients/rows/titled-blocks";

const blocks = (title: string, second: string, names: readonly string[] = ["Acorn", "Birch"]) => {
  const rows: readonly (readonly [string, boolean])[] = [
    ["Acorn", true],
    ["Birch", true],
    ["Итого", true],
    ["", false],
    [second, false],
    ...names.map((name) => [name, true] as const),
    ["Итого", true],
  ];
  const found = rowsOfOtherFigures({
    rowCount: rows.length,
    titles: [title],
    nameOf: (row) => rows[row][0],
    hasMoney: (row) => rows[row][1],
  });
  return found && [...found];
};

describe("blocks below the first without a header", () => {
  test.each([
    ["Отгрузка", "Оплата"],
    ["Sales 2025", "Budget 2025"],
    ["Выручка", "Дебиторская задолженность"],
  ])("%s, then %s of the same clients: none of its rows counts", (first, second) => {
    expect(blocks(first, second)).toEqual([4, 5, 6, 7]);
  });

  test("a branch, other clients, or a list without a title go on", () => {
    expect(blocks("Филиал Омск", "Филиал Томск")).toBeNull();
    expect(blocks("Отгрузка", "Оплата", ["Cedar", "Dune"])).toBeNull();
    expect(blocks("", "Оплата")).toBeNull();
  });
});
