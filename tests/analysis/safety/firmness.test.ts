import {
  type XyzRule,
  abc,
  finish,
  firmnessSteps,
  keyTest,
  ladderPresets,
  rowTotals,
  shares,
  statusesByTest,
  xyz,
} from "../../../src/analysis";

const ladder = ladderPresets["delovaya-sreda-2023"];
const rules = {
  ladder,
  key: "share",
  abc: { aLimit: 0.8, bLimit: 0.95, crossing: "up" },
  xyz: {
    method: "variation",
    variation: { xLimit: 0.1, yLimit: 0.25, deviation: "population" },
    frequency: { xLimit: 0.8, yLimit: 0.4 },
    leadingZeros: "skip",
  } satisfies XyzRule,
} as const;

function firmnessOf(rows: readonly (readonly number[])[]) {
  const periods = rows[0].length;
  const cells = Float64Array.from(rows.flat());
  const amounts = rowTotals(cells, rows.length, periods);
  const statuses = statusesByTest(
    amounts,
    shares(amounts).shares,
    ladder,
    keyTest("share", ladder.key, amounts),
  );
  return finish(
    firmnessSteps({
      statuses: statuses.map((status) => status ?? "regular"),
      abc: abc(amounts, rules.abc),
      xyz: xyz(cells, rows.length, periods, rules.xyz).classes,
      amounts: { cells, periods, unnamed: new Float64Array(periods) },
      regularity: { cells, periods },
      rules,
    }),
  );
}

const steady = (amount: number) => new Array<number>(12).fill(amount);

test("classes that no month could change are firm", () => {
  const { statuses, abc: classes, xyz: regularity } = firmnessOf([steady(1000), steady(300), steady(10)]);
  expect([[...statuses], [...classes], [...regularity]]).toEqual([
    [1, 1, 1],
    [1, 1, 1],
    [1, 1, 1],
  ]);
});

test("a share that hangs on one large month is borderline", () => {
  const once = [...new Array<number>(11).fill(0), 150];
  expect(firmnessOf([...Array<number[]>(9).fill(steady(10)), once]).statuses[9]).toBe(0);
});

test("a coefficient of variation next to its limit is borderline", () => {
  const wavy = Array.from({ length: 12 }, (_, i) => (i % 4 === 0 ? 100 : 79));
  expect(firmnessOf([steady(1000), wavy]).xyz[1]).toBe(0);
});

test("is the same in every run, in whatever order the clients stand", () => {
  const rows = Array.from({ length: 8 }, (_, client) =>
    Array.from({ length: 12 }, (_, month) => ((client * 7 + month * 5) % 11) * 10),
  );
  const there = firmnessOf(rows);
  const back = firmnessOf([...rows].reverse());
  expect(firmnessOf(rows)).toEqual(there);
  expect([...back.abc].reverse()).toEqual([...there.abc]);
  expect([...back.statuses].reverse()).toEqual([...there.statuses]);
  expect([...back.xyz].reverse()).toEqual([...there.xyz]);
});
