import { countedVersionsOf } from "../../../src/portfolio/mapping/counted-versions";
import { type Cell, listOf } from "../lists";

const versionsOf = (
  header: string,
  versions: readonly Cell[],
  counts: (row: number) => boolean = () => true,
) =>
  countedVersionsOf(
    listOf([["Customer", header, "Revenue"], ...versions.map((version): Cell[] => ["Acorn", version, 10])]),
    counts,
  );

test.each<[string, Cell[], string[]]>([
  ["Version", [0, 1, 0, 1], ["0", "1"]],
  ["Plan_Version", ["000", "001", ""], ["000", "001"]],
  ["Сценарий", ["Базовый", "Оптимистичный"], ["Базовый", "Оптимистичный"]],
])("%s of %j: all count, and are said", (header, versions, found) => {
  expect(versionsOf(header, versions)).toEqual({ header, letters: "B", versions: found });
});

test.each<[string, Cell[]]>([
  ["Version", [1, 1, 1]],
  ["Version", [1, 2, 3, 4, 5, 6, 7]],
  ["Product version", [1, 2]],
])("%s of %j: nothing is said", (header, versions) => {
  expect(versionsOf(header, versions)).toBeNull();
});

test("rows that do not count say nothing", () => {
  expect(versionsOf("Version", [0, 1, 0, 1], (row) => row % 2 === 0)).toBeNull();
});
