import { defaultPolicy, proposeMapping, readPortfolio } from "../../../src/portfolio";
import { type Cell, listOf } from "../lists";

const ownGroupIn = (header: string, cells: readonly Cell[]) => {
  const list = listOf([
    ["Customer", header, "2024", "2025"],
    ...cells.map((cell, i): Cell[] => [`Client ${i}`, cell, 100 + i, 50.5 * i]),
  ]);
  return readPortfolio(list, proposeMapping(list), defaultPolicy, "2026-11-26").reading.ownGroup;
};

describe("companies of one's own group among the clients", () => {
  test.each<[string, Cell[], number]>([
    ["Intercompany (Y/N)", ["Y", "N", "N", "Y"], 2],
    ["IC", ["x", null, null, null], 1],
    ["Related party", [true, false, false, false], 1],
    ["ВГО", ["да", "нет", "нет", "нет"], 1],
    ["Внутригрупповой клиент", [1, 0, 0, 0], 1],
  ])("are said by %s", (header, cells, rows) => {
    expect(ownGroupIn(header, cells)).toEqual({ header, letters: "B", rows });
  });

  test.each<[string, Cell[]]>([
    ["Intercompany", ["N", "N", "N"]],
    ["IC", ["A 1", "B 2", "C 3"]],
    ["Group", ["Y", "N", "N"]],
  ])("are not said by %s", (header, cells) => {
    expect(ownGroupIn(header, cells)).toBeNull();
  });
});
