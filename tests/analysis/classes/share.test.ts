import * as fc from "fast-check";
import { cumulativeShares, shares, sharesInGroups, sum, total } from "../../../src/analysis";
import { cents, inUnits, reordered } from "../amounts";
import { pricefx } from "../oracles/abc-boundary";

const withTotal = fc.array(cents, { minLength: 1, maxLength: 80 });

describe("shares(amounts)", () => {
  it("is each amount over the signed total", () => {
    expect(shares([30, 50, -10, 0, 30])).toEqual({
      total: 100,
      shares: Float64Array.of(0.3, 0.5, -0.1, 0, 0.3),
      problem: null,
    });
  });

  it("can measure one amount against a total taken before", () => {
    expect(shares([25], total([25, 50, 25])).shares[0]).toBe(0.25);
  });

  it("has a reason instead of numbers when the total is 0 or below", () => {
    expect(shares([0.1, 0.2, -0.3])).toEqual({
      total: 0,
      shares: Float64Array.of(NaN, NaN, NaN),
      problem: "zeroTotal",
    });
    expect(shares([1, -2])).toMatchObject({ total: -1, problem: "negativeTotal" });
    expect(shares([])).toMatchObject({ total: 0, problem: "zeroTotal" });
  });

  it("gives the published shares of six customers", () => {
    const found = shares(pricefx.map((client) => client.revenue)).shares;
    pricefx.forEach((client, i) => expect(found[i] * 100).toBeCloseTo(client.share, 2));
  });

  it("adds up to 1 whenever there are shares, and has the sign of the total as its reason otherwise", () => {
    fc.assert(
      fc.property(withTotal, (amounts) => {
        const whole = amounts.reduce((a, b) => a + b, 0);
        const found = shares(inUnits(amounts));
        if (whole > 0) {
          const magnitude = found.shares.reduce((a, b) => a + Math.abs(b), 0);
          expect(Math.abs(sum(found.shares) - 1)).toBeLessThanOrEqual(1e-15 * (1 + magnitude));
        }
        expect(found.problem).toBe(whole > 0 ? null : whole === 0 ? "zeroTotal" : "negativeTotal");
      }),
    );
  });

  it("does not depend on the order of rows, nor on a client with 0", () => {
    fc.assert(
      fc.property(reordered(withTotal), ({ values, order }) => {
        const amounts = inUnits(values);
        const found = shares(amounts);
        const moved = shares([0, ...order.map((i) => amounts[i])]);
        order.forEach((from, to) => {
          if (found.problem) expect(moved.problem).toBe(found.problem);
          else expect(moved.shares[to + 1]).toBeCloseTo(found.shares[from], 12);
        });
      }),
    );
  });

  it("does not change an amount", () => {
    const amounts = Float64Array.of(3, 1);
    shares(amounts);
    expect([...amounts]).toEqual([3, 1]);
  });
});

describe("sharesInGroups(amounts, groups, groupCount)", () => {
  it("uses the total of the group, and an impossible total spoils its own group only", () => {
    const found = sharesInGroups([30, 10, 5, -5, 10, 8, -9], [0, 1, 2, 2, 0, -1, 3], 4);
    expect([...found.totals]).toEqual([40, 10, 0, -9]);
    expect(found.problems).toEqual([null, null, "zeroTotal", "negativeTotal"]);
    expect([...found.shares]).toEqual([0.75, 1, NaN, NaN, 0.25, NaN, NaN]);
  });

  it("takes totals that hold more than the clients", () => {
    expect([...sharesInGroups([30, 10], [0, 0], 1, Float64Array.of(100)).shares]).toEqual([0.3, 0.1]);
  });

  it("is shares() of the members", () => {
    const lists = fc.array(fc.record({ amount: cents, group: fc.integer({ min: 0, max: 2 }) }), {
      maxLength: 60,
    });
    fc.assert(
      fc.property(lists, (rows) => {
        const amounts = inUnits(rows.map((row) => row.amount));
        const groups = rows.map((row) => row.group);
        const found = sharesInGroups(amounts, groups, 3);
        for (let group = 0; group < 3; group++) {
          const members = shares(amounts.filter((_, i) => groups[i] === group));
          expect(found.problems[group]).toBe(members.problem);
          expect(found.shares.filter((_, i) => groups[i] === group)).toEqual(members.shares);
        }
      }),
    );
  });
});

describe("cumulativeShares(descending, total)", () => {
  it("gives the published cumulative shares of six customers", () => {
    const revenues = pricefx.map((client) => client.revenue);
    const line = cumulativeShares(revenues, total(revenues));
    pricefx.forEach((client, i) => {
      if (client.cumulative !== null) expect(line[i] * 100).toBeCloseTo(client.cumulative, 2);
    });
  });

  it("ends at 1", () => {
    expect(cumulativeShares(new Array<number>(10).fill(0.1), 1)[9]).toBe(1);
  });
});
