import * as fc from "fast-check";
import { type Classification, defaultPolicy, figuresOf, variationViewsOf } from "../../../src/portfolio";
import { type RandomRow, classified, randomLists } from "./portfolios";

/** What is said of each client, by name. */
function saidOf(found: Classification) {
  const { portfolio, statuses, abc, xyz, quadrants, reasons, types, actions, activity, movement } = found;
  return Object.fromEntries(
    portfolio.clients.map((name, i) => [
      name,
      {
        amount: portfolio.amounts[i],
        profit: portfolio.profits![i],
        status: statuses[i],
        abc: abc[i],
        xyz: xyz[i],
        quadrant: quadrants[i],
        reasons: reasons[i],
        type: types[i],
        actions: actions[i],
        activity: activity!.statuses[i],
        bridge: movement && [movement.kinds[i], movement.opening[i], movement.closing[i]],
      },
    ]),
  );
}

const nobody = (rows: readonly RandomRow[]): RandomRow => ({
  ...rows[0],
  client: 99,
  cost: null,
  contact: null,
  partner: null,
  history: rows[0].history.map(() => 0),
});

test("the order of the rows changes nothing that is said of a client", () => {
  fc.assert(
    fc.property(randomLists(), (rows) => {
      const there = classified(rows);
      const back = classified([...rows].reverse());
      expect(back && saidOf(back)).toEqual(there && saidOf(there));
    }),
  );
});

test("a client with nothing changes nobody else", () => {
  fc.assert(
    fc.property(randomLists(), (rows) => {
      const before = classified(rows);
      const after = classified([...rows, nobody(rows)]);
      if (!before || !after) return expect(after).toBe(before);
      const { "Client 99": added, ...others } = saidOf(after);
      expect(others).toEqual(saidOf(before));
      expect(added).toMatchObject({ status: "regular", abc: "C", activity: "potential" });
    }),
  );
});

test("the unit of money changes no class and no action", () => {
  fc.assert(
    fc.property(randomLists(), fc.integer({ min: 1, max: 10 }), (rows, power) => {
      const scale = (amount: number | null) => amount && amount * 2 ** power;
      const scaled = rows.map((row) => ({
        ...row,
        cost: scale(row.cost),
        history: row.history.map((amount) => amount * 2 ** power),
      }));
      const classes = (found: Classification | null) =>
        found && [
          found.statuses,
          found.abc,
          found.xyz,
          found.actions,
          found.activity!.statuses,
          found.movement?.kinds,
        ];
      expect(classes(classified(scaled))).toEqual(classes(classified(rows)));
    }),
  );
});

test("the figures hold together: bridges of the company, of managers and departments, key clients, money at risk", () => {
  fc.assert(
    fc.property(randomLists(), (rows) => {
      const found = classified(rows);
      if (!found) return;
      const figures = figuresOf(found, { today: "2025-02-15", language: "en" });
      const cents = (amount: number) => Math.round(amount * 100) + 0;
      for (const { bridge } of [figures, ...figures.departments!, ...figures.managers!]) {
        const { opening, returned, growth, decline, lost, closing } = bridge!;
        expect(cents(opening + bridge!.new + returned + growth - decline - lost)).toBe(cents(closing));
      }
      const sumOf = (values: readonly number[]) => cents(values.reduce((sum, value) => sum + value, 0));
      expect(sumOf(figures.departments!.map(({ bridge }) => bridge!.opening))).toBe(
        cents(figures.bridge!.opening),
      );
      expect(sumOf(figures.departments!.map(({ bridge }) => bridge!.closing))).toBe(
        cents(figures.bridge!.closing),
      );
      expect(sumOf(figures.departments!.map(({ amount }) => amount))).toBe(
        sumOf(figures.clients.map(({ amount }) => amount)),
      );
      const everybody = figures.clients.every(({ managers }) => managers.length > 0);
      const atRisk = figures.clients.filter(({ activity }) =>
        ["atRisk", "declining"].includes(activity!.status),
      );
      const split = sumOf(figures.managers!.map(({ atRiskPerYear }) => atRiskPerYear!));
      const whole = sumOf(atRisk.map(({ activity }) => activity!.atRiskPerYear!));
      if (everybody) expect(Math.abs(split - whole)).toBeLessThanOrEqual(figures.clients.length);
      for (const { name, keyClients } of figures.managers!) {
        const own = figures.clients.filter(
          ({ managers, reasons }) => managers.includes(name) && reasons.length > 0,
        );
        expect(keyClients).toBe(own.length);
      }
    }),
  );
});

test("how regular a client is by month and by quarter is what its class goes by, whatever window is chosen", () => {
  let compared = 0;
  fc.assert(
    fc.property(
      randomLists({ months: 40 }),
      fc.constantFrom("period" as const, "quarter" as const),
      fc.integer({ min: 1, max: 40 }),
      (rows, step, last) => {
        const { xyz } = defaultPolicy;
        const window = { last: Math.min(last, rows[0].history.length) };
        const found = classified(rows, {
          ...defaultPolicy,
          asOf: "2025-12-31",
          window,
          xyz: { ...xyz, step },
        });
        found?.portfolio.clients.forEach((_, client) => {
          const views = variationViewsOf(found, client);
          if (!views || found.xyz[client] === "N") return;
          compared++;
          expect(step === "quarter" ? views.byQuarter : views.byMonth).toBeCloseTo(
            found.variation[client],
            12,
          );
        });
      },
    ),
  );
  expect(compared).toBeGreaterThan(0);
});
