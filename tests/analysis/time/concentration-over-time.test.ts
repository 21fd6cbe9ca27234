import { concentrationOverTimeSteps, finish, ladderPresets } from "../../../src/analysis";
import { historyOf } from "./histories";

const ladder = ladderPresets["delovaya-sreda-2023"];
const points = (rows: number[][], unnamed = rows[0].map(() => 0)) =>
  finish(concentrationOverTimeSteps(historyOf(rows), unnamed, ladder, "share"));

test("one point per full window, oldest first", () => {
  const found = points([
    [30, 30, 0, 0, 90],
    [70, 70, 100, 100, 10],
  ]);
  expect(found.map(({ period }) => period)).toEqual([1, 2, 3, 4]);
  expect(found.map(({ cr1 }) => cr1)).toEqual([0.7, 0.85, 1, 0.55]);
  expect(found.map(({ keyClients }) => keyClients)).toEqual([2, 2, 1, 2]);
  expect(found[2].hhi).toBe(10_000);
});

test("shares are of the whole window's money, that of nobody included", () => {
  const rows = [
    [10, 10],
    [10, 10],
  ];
  expect(points(rows, [0, 900])[1]).toMatchObject({ keyClients: 0, cr1: 0.5 });
});

test("null where there is no money to divide", () => {
  expect(points([[-5, 0]])[0]).toEqual({ period: 0, cr1: null, cr5: null, hhi: null, keyClients: null });
  expect(points([[5]])).toEqual([]);
});
