import { variationViews } from "../../../src/analysis";

/** Quarters of three months each, from the first one on. */
const quartersOf = (months: readonly number[]) =>
  Array.from({ length: Math.floor(months.length / 3) }, (_, i) =>
    months.slice(3 * i, 3 * i + 3).reduce((sum, amount) => sum + amount, 0),
  );

const views = (
  amounts: number[],
  { begunBefore = false, monthOfYear = amounts.map((_, i) => i % 12) } = {},
) =>
  variationViews(
    { amounts, begunBefore, monthOfYear },
    { amounts: quartersOf(amounts), begunBefore },
    "skip",
    "population",
  );

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

test("the season goes by the calendar where a month has no column", () => {
  const year = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12];
  const months = [...year, ...year, ...year].map((amount, i) => ({ amount, month: i % 12 }));
  months.splice(16, 1);
  const monthOfYear = months.map(({ month }) => month);
  const amounts = months.map(({ amount }) => amount);
  expect(views(amounts, { monthOfYear }).seasonAdjusted).toBeCloseTo(0, 12);
});

test("zeros at the beginning count for a client that had begun before", () => {
  const months = [0, 0, 0, 3, 3, 3, 3, 3, 3];
  expect(views(months)).toMatchObject({ byMonth: 0, byQuarter: null });
  expect(views(months, { begunBefore: true }).byMonth).toBeCloseTo(Math.SQRT1_2, 12);
  expect(views(months, { begunBefore: true }).byQuarter).toBeCloseTo(Math.SQRT1_2, 12);
});

test("null with too little history", () => {
  expect(views([0, 0, 1, 2])).toEqual({ byMonth: null, byQuarter: null, seasonAdjusted: null });
});
