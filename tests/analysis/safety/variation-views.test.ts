import { variationViews } from "../../../src/analysis";

const views = (months: number[]) => variationViews(months, "skip", "population");

test("one history is irregular by month and steady by quarter", () => {
  const { byMonth, byQuarter, seasonAdjusted } = views([3, 0, 0, 3, 0, 0, 3, 0, 0]);
  expect(byMonth).toBeCloseTo(Math.SQRT2, 12);
  expect(byQuarter).toBe(0);
  expect(seasonAdjusted).toBeNull();
});

test("a pure season is steady once it is taken out", () => {
  const year = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12];
  expect(views([...year, ...year]).byMonth).toBeGreaterThan(0.5);
  expect(views([...year, ...year]).seasonAdjusted).toBeCloseTo(0, 12);
  expect(views([...year, ...year].slice(1)).seasonAdjusted).toBeNull();
});

test("null with too little history", () => {
  expect(views([0, 0, 1, 2])).toEqual({ byMonth: null, byQuarter: null, seasonAdjusted: null });
});
