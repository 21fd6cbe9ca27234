import { defaultPolicy, proposeReading, readPortfolio } from "../../../src/portfolio";
import { listOf } from "../lists";
import { english, money, other } from "./columns";

/** A list of clients whose columns of money have these headers. */
const headed = (...headers: readonly (string | number)[]) =>
  listOf([
    ["Customer", ...headers],
    ...english.map((name, row) => [
      name,
      ...headers.map((_, i) => [money[row], other[row], money[row] + 7][i]),
    ]),
  ]);

test("columns headed 1, 2, 3 … may be months together, which comes first", () => {
  const { doubts } = proposeReading(headed(1, 2, 3));
  expect(doubts).toMatchObject([{ about: "amount", decided: false }]);
  const [{ alternatives }] = doubts;
  expect(alternatives.map(({ label, column, months }) => [label, column, months])).toEqual([
    ["1 – 3", "B–D", ["B", "C", "D"]],
    ["1", "B", undefined],
    ["2", "C", undefined],
    ["3", "D", undefined],
  ]);
});

test("as months they are the latest that have begun", () => {
  const list = headed(1, 2, 3);
  const { mapping } = proposeReading(list).doubts[0].alternatives[0].choice;
  const { window } = readPortfolio(list, mapping!, defaultPolicy, "2025-02-10");
  expect(window.periods.map(({ start }) => start)).toEqual(["2024-01-01", "2024-02-01", "2024-03-01"]);
});

test.each([
  ["fewer than three", headed(1, 2)],
  ["a gap", headed(1, 2, 4)],
  ["another header", headed(1, 2, "X")],
])("%s: nobody thinks of months", (_, list) => {
  const [{ alternatives }] = proposeReading(list).doubts;
  expect(alternatives.every(({ months }) => months === undefined)).toBe(true);
});
