import { matchRows } from "../../../src/workbook/columns/results/row-matching";

/** Rows as "client amount result". */
const rows = (...lines: string[]) => ({
  keys: lines.map((line) => line.split(" ").slice(0, 2).join(" ")),
  clients: lines.map((line) => line.split(" ")[0]),
  results: lines.map((line) => line.split(" ")[2] ?? ""),
});
const then = rows("Ash 5 A", "Birch 3 B", "Cedar 2 C", "Ash 5 A");

test.each([
  ["left alone", ["Ash 5 A", "Birch 3 B", "Cedar 2 C", "Ash 5 A"], [0, 1, 2, 3]],
  ["sorted", ["Cedar 2 C", "Birch 3 B", "Ash 5 A", "Ash 5 A"], [2, 1, 0, 3]],
  ["with an amount edited", ["Ash 5 A", "Birch 7 B", "Cedar 2 C", "Ash 5 A"], [0, 1, 2, 3]],
  ["with a client renamed", ["Ash 5 A", "Beech 3 B", "Cedar 2 C", "Ash 5 A"], [0, 1, 2, 3]],
  ["turned round, with a client renamed", ["Ash 5 A", "Cedar 2 C", "Beech 3 B", "Ash 5 A"], [0, 2, 1, 3]],
  ["with a row deleted", ["Ash 5 A", "Cedar 2 C", "Ash 5 A"], [0, 2, 3]],
  ["with a row added", ["Ash 5 A", "Dill 9 ", "Birch 3 B", "Cedar 2 C", "Ash 5 A"], [0, -1, 1, 2, 3]],
  ["with one row deleted and another added", ["Dill 9 ", "Ash 5 A", "Cedar 2 C", "Ash 5 A"], [-1, 0, 2, 3]],
])("rows of a list %s are found again", (_, now, expected) => {
  expect([...matchRows(then, rows(...now))]).toEqual(expected);
});

test.each([
  ["as they were written", ["Birch 4 B", "Ash 7 C"], [1, 2]],
  ["as they were before, given back already", ["Birch 4 b", "Ash 7 c"], [1, 2]],
])(
  "of two rows of a client, one renamed and one edited, each is known by its results %s",
  (_, now, expected) => {
    const written = rows("Dill 9 D", "Ash 4 B", "Ash 2 C");
    expect([...matchRows(written, rows("Dill 9 D", ...now), ["d", "b", "c"])]).toEqual([0, ...expected]);
  },
);

test.each([
  ["as they were written", ["Ash 5 C", "Birch 3 D"], [1, 2]],
  ["as they were before, given back already", ["Ash 5 c", "Birch 3 d"], [1, 2]],
  ["changed by somebody", ["Ash 5 x", "Birch 3 D"], [0, 2]],
])(
  "of alike rows the one that has come into the place of a deleted one is known by its results %s",
  (_, now, expected) => {
    const written = rows("Ash 5 B", "Ash 5 C", "Birch 3 D");
    expect([...matchRows(written, rows(...now), ["b", "c", "d"])]).toEqual(expected);
  },
);

test("a renamed row beside a deleted one is known by what it held before, rather than by its place", () => {
  const written = rows("Ash 5 A", "Birch 3 B", "Cedar 2 C", "Elm 1 E");
  const now = rows("Ash 5 a", "Dill 9 ", "Beech 3 b", "Elm 1 e");
  expect([...matchRows(written, now, ["a", "b", "c", "e"])]).toEqual([0, -1, 1, 3]);
});
