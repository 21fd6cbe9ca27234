import * as fc from "fast-check";
import {
  abc,
  classifyAmounts,
  concentration,
  keyTest,
  ladderPresets,
  rowTotals,
  shares,
  statusesByTest,
  sum,
  total,
  xyz,
} from "../../src/analysis";
import { cents, inUnits } from "./amounts";

const periods = 4;
const rules = {
  ladder: ladderPresets["delovaya-sreda-2023"],
  abc: { aLimit: 0.8, bLimit: 0.95, crossing: "up" as const },
  xyz: {
    method: "variation" as const,
    variation: { xLimit: 0.1, yLimit: 0.25, deviation: "population" as const },
    frequency: { xLimit: 0.8, yLimit: 0.4 },
    leadingZeros: "skip" as const,
  },
};
const histories = fc.array(fc.array(cents, { minLength: periods, maxLength: periods }), { maxLength: 40 });

describe("classifyAmounts(history, clients, periods, rules)", () => {
  it("says of every client what the rules say one by one", () => {
    fc.assert(
      fc.property(histories, (rows) => {
        const history = inUnits(rows.flat());
        const found = classifyAmounts(history, rows.length, periods, rules);
        const amounts = rowTotals(history, rows.length, periods);
        const parts = shares(amounts);
        const regularity = xyz(history, rows.length, periods, rules.xyz);
        const key = keyTest("share", rules.ladder.key, amounts);
        expect(found.totals).toEqual(amounts);
        expect(found.total).toBe(parts.total);
        expect(found.problem).toBe(parts.problem);
        expect(found.shares).toEqual(parts.shares);
        expect(found.statuses).toEqual(statusesByTest(amounts, parts.shares, rules.ladder, key));
        expect(found.abc).toEqual(abc(amounts, rules.abc));
        expect(found.xyz).toEqual(regularity.classes);
        expect(found.measures).toEqual(regularity.measures);
        expect(found.concentration).toEqual(concentration(amounts));
      }),
    );
  });

  it("orders the clients from the largest on, equal ones as they stood, and adds their shares up", () => {
    fc.assert(
      fc.property(histories, (rows) => {
        const {
          totals,
          order,
          shares: parts,
          cumulative,
          problem,
        } = classifyAmounts(inUnits(rows.flat()), rows.length, periods, rules);
        const expected = rows.map((_, client) => client).sort((a, b) => totals[b] - totals[a] || a - b);
        expect([...order]).toEqual(expected);
        cumulative.forEach((reached, place) => {
          const first = expected.slice(0, place + 1).map((client) => parts[client]);
          if (problem) expect(reached).toBeNaN();
          else expect(reached).toBeCloseTo(sum(first), 12);
        });
      }),
    );
  });

  it("takes the largest so many as key where the ladder says so", () => {
    const found = classifyAmounts([5, 5, 1, 1, 3, 3], 3, 2, {
      ...rules,
      ladder: { ...rules.ladder, by: { top: 2 }, dependence: null, mono: null },
    });
    expect(found.statuses).toEqual(["key", "regular", "key"]);
    expect(total(found.totals)).toBe(found.total);
  });
});
