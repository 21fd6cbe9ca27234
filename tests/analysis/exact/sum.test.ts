import * as fc from "fast-check";
import { InvalidArgument, groupTotals, rowTotals, sum, total } from "../../../src/analysis";
import { cents, inUnits, reordered } from "../amounts";

describe("sum(values)", () => {
  it("keeps the digits that plain addition loses", () => {
    const tenths = new Array<number>(10).fill(0.1);
    expect(tenths.reduce((a, b) => a + b)).toBe(0.9999999999999999);
    expect(sum(tenths)).toBe(1);
    expect(sum([1, 1e100, 1, -1e100])).toBe(2);
  });

  it("takes the given part of the values, and is 0 for none", () => {
    expect(sum([1, 2, 4, 8], 1, 3)).toBe(6);
    expect(sum([])).toBe(0);
  });

  it("is the amount in cents, to the last digit, for any amounts in cents", () => {
    fc.assert(
      fc.property(fc.array(cents, { maxLength: 200 }), (amounts) => {
        const whole = amounts.reduce((a, b) => a + b, 0);
        expect(sum(inUnits(amounts))).toBeCloseTo(whole / 100, 8);
        expect(sum(amounts)).toBe(whole);
      }),
    );
  });
});

describe("total(amounts)", () => {
  it("is exactly 0 where decimal amounts cancel out", () => {
    expect(sum([0.1, 0.2, -0.3])).not.toBe(0);
    expect(total([0.1, 0.2, -0.3])).toBe(0);
    expect(total([1e9 + 0.1, -1e9, -0.1])).toBe(0);
    expect(total([1e13 + 0.1, -1e13, -0.1])).toBe(0);
  });

  it("is the decimal figure that remains where large amounts cancel out", () => {
    expect(sum([12206.71, -12206.61])).not.toBe(0.1);
    expect(total([12206.71, -12206.61])).toBe(0.1);
    expect(total([1e12, 0.01, -1e12])).toBe(0.01);
    expect(total([0.01])).toBe(0.01);
  });

  it("does not depend on the unit: tiny amounts are no zero", () => {
    expect(total([1e-30, 2e-30])).toBeCloseTo(3e-30, 45);
  });

  it("is 0 exactly when the cents add up to 0, whatever the order", () => {
    fc.assert(
      fc.property(reordered(fc.array(cents, { maxLength: 60 })), ({ values, order }) => {
        const balance = values.reduce((a, b) => a + b, 0);
        const closed = [...values, -balance];
        expect(total(inUnits(closed))).toBe(0);
        expect(total(inUnits([-balance, ...order.map((i) => values[i])]))).toBe(0);
        expect(total(inUnits(values))).toBe(balance / 100);
      }),
    );
  });
});

describe("groupTotals(amounts, groups, groupCount)", () => {
  it("adds each group for itself and leaves out what is in none", () => {
    expect([...groupTotals([0.1, 5, 0.2, -0.3, 7], [1, 0, 1, 1, -1], 3)]).toEqual([5, 0, 0]);
  });

  it("gives what total() gives for the members", () => {
    const lists = fc.array(fc.record({ amount: cents, group: fc.integer({ min: -1, max: 3 }) }), {
      maxLength: 80,
    });
    fc.assert(
      fc.property(lists, (rows) => {
        const amounts = inUnits(rows.map((row) => row.amount));
        const totals = groupTotals(
          amounts,
          rows.map((row) => row.group),
          4,
        );
        for (let group = 0; group < 4; group++) {
          expect(totals[group]).toBe(total(amounts.filter((_, i) => rows[i].group === group)));
        }
      }),
    );
  });

  it("names a group number that does not exist", () => {
    expect(() => groupTotals([1, 2], [0, 2], 2)).toThrow(new InvalidArgument("groups", 1, 2, "inRange"));
    expect(() => groupTotals([1, 2], [0], 1)).toThrow(InvalidArgument);
  });
});

describe("rowTotals(history, clients, periods)", () => {
  it("adds each row and takes off the rounding, so that equal totals are equal", () => {
    expect([...rowTotals([0.1, 0.2, 0.3, 0, 1e6, 0.1 - 1e6], 3, 2)]).toEqual([0.3, 0.3, 0.1]);
  });

  it("has a row of 0 for each client when there are no periods", () => {
    expect([...rowTotals([], 2, 0)]).toEqual([0, 0]);
  });

  it("refuses a history of another length", () => {
    expect(() => rowTotals([1, 2, 3], 2, 2)).toThrow(
      new InvalidArgument("history", null, 3, "matchingLength"),
    );
  });
});
