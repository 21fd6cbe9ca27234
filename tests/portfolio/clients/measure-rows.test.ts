import { defaultPolicy, proposeMapping, readPortfolio } from "../../../src/portfolio";
import { type Cell, listOf } from "../lists";

const names = ["Acorn", "Birch", "Cedar", "Dune"];

function read(measures: readonly string[], headers: Cell[], isNamedOnce: boolean, header = "What") {
  const rows = names.flatMap((name, i) =>
    measures.map((measure, m): Cell[] => [
      isNamedOnce && m > 0 ? null : name,
      measure,
      ...headers.map((_, c) => (i + 1) * 100 + m * 7 + c),
    ]),
  );
  const list = listOf([["Client", header, ...headers], ...rows]);
  return readPortfolio(list, proposeMapping(list), defaultPolicy, "2026-11-26");
}

describe("rows of several measures under each client", () => {
  test.each([
    [["Revenue", "Cost", "Margin"], 0],
    [["План", "Факт"], 1],
    [["Количество", "Сумма, руб."], 1],
    [["Budget", "Actual", "Variance"], 1],
  ])("%j: those of the revenue count, however the client is named", (measures, at) => {
    for (const isNamedOnce of [true, false]) {
      const { clients, amounts, reading, history } = read(measures, ["Jan 2025", "Feb 2025"], isNamedOnce);
      expect(clients).toEqual(names);
      expect([...amounts]).toEqual(names.map((_, i) => 2 * ((i + 1) * 100 + at * 7) + 1));
      expect(history).toHaveLength(8);
      expect(reading.leftOut).toEqual([{ kind: "measure", rows: 4 * (measures.length - 1) }]);
    }
  });

  test.each([
    ["Version", ["A", "B", "F"], 0],
    ["План/Факт", ["П", "Ф"], 1],
  ])("letters of a %s are actual and planned: %j", (header, versions, at) => {
    const { amounts } = read(versions, ["Sum"], false, header);
    expect([...amounts]).toEqual(names.map((_, i) => (i + 1) * 100 + at * 7));
  });

  test("letters below another header are classes, and all count", () => {
    expect([...read(["A", "B"], ["Sum"], false, "Class").amounts]).toEqual([207, 407, 607, 807]);
  });

  test("a list with one column of amounts is no other", () => {
    expect([...read(["Cost", "Sales"], ["Sum"], false).amounts]).toEqual([107, 207, 307, 407]);
  });

  test.each([
    ["products", ["Bolts", "Nuts"]],
    ["two that are revenue", ["Sales North", "Sales South"]],
    ["sales and returns", ["Продажа", "Возврат"]],
  ])("%s all count", (_, texts) => {
    const { amounts, reading } = read(texts, ["Sum"], false);
    expect([...amounts]).toEqual([207, 407, 607, 807]);
    expect(reading.leftOut).toEqual([]);
  });
});
