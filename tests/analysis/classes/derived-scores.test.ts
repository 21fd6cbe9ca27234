import { derivedScores, percentileScores } from "../../../src/analysis";

const scale = { lowest: 1, highest: 10 };

test("the least has the lowest score, the most the highest; equals share the middle of their places", () => {
  expect([...percentileScores([5, 1, 9], scale)]).toEqual([5.5, 1, 10]);
  expect([...percentileScores([1, 2, 2, 3], scale)]).toEqual([1, 5.5, 5.5, 10]);
  expect([...percentileScores([7], scale)]).toEqual([5.5]);
});

test("what is not known counts for nobody", () => {
  expect([...percentileScores([NaN, 1, 2], scale)]).toEqual([NaN, 1, 10]);
});

test("an axis is the mean of the scores that are known", () => {
  expect([
    ...derivedScores(
      [
        [1, 2, NaN],
        [2, 1, NaN],
      ],
      3,
      scale,
    ),
  ]).toEqual([5.5, 5.5, NaN]);
  expect([
    ...derivedScores(
      [
        [1, 2],
        [NaN, NaN],
      ],
      2,
      scale,
    ),
  ]).toEqual([1, 10]);
});
