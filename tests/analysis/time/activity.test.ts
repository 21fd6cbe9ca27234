import * as fc from "fast-check";
import {
  type ActivityStatus,
  InvalidArgument,
  activitySteps,
  finish,
  recordSteps,
} from "../../../src/analysis";
import { northwind, northwindAsOf } from "../oracles/recency";
import { activityOf, historyOf, marks, randomHistories, rule } from "./histories";

/** Status of one client whose months are written as "x" for a purchase and "." for none. */
const statusOf = (periods: string, others: readonly string[] = []): ActivityStatus =>
  activityOf([periods, ...others].map(marks)).statuses[0];

/** Clients that buy in every period: with them there are intervals enough to judge by, all of them 1. */
const monthly = (length: number, clients = 3) => Array<string>(clients).fill("x".repeat(length));

describe("activity by the client's own rhythm: five purchases", () => {
  it("is active while the silence is within it", () => {
    expect(statusOf("xxxxxxxxxxxx")).toBe("active");
    expect(statusOf("x..x..x..x..x..")).toBe("active");
  });

  it("is at risk above 1.5 × the median interval, and lost above twice that", () => {
    // Every third period: 4.5 periods of silence are the limit, 9 twice that.
    expect(statusOf("x..x..x..x..x" + ".".repeat(4))).toBe("active");
    expect(statusOf("x..x..x..x..x" + ".".repeat(5))).toBe("atRisk");
    expect(statusOf("x..x..x..x..x" + ".".repeat(9))).toBe("atRisk");
    expect(statusOf("x..x..x..x..x" + ".".repeat(10))).toBe("lost");
  });

  it("is at risk above the 90th percentile of the intervals where that is longer", () => {
    // Intervals 1, 1, 1, 1, 6: percentile 4, median 1.
    expect(statusOf("xxxxx.....x" + ".".repeat(4))).toBe("active");
    expect(statusOf("xxxxx.....x" + ".".repeat(5))).toBe("atRisk");
    expect(statusOf("xxxxx.....x" + ".".repeat(9))).toBe("lost");
  });

  it("expects the next purchase after the median interval, between the 10th and the 90th percentile", () => {
    // Purchases at 0, 1, 2, 3, 4, 10: intervals 1, 1, 1, 1, 6.
    const { nextPurchases, earliest, latest } = activityOf([marks("xxxxx.....x.")]);
    expect([nextPurchases[0], earliest[0], latest[0]]).toEqual([11, 11, 14]);
    expect(activityOf([marks("xxxx.........")]).nextPurchases[0]).toBeNaN();
  });

  it("measures the published intervals, a day being a period", () => {
    const day = (iso: string) => Date.parse(iso) / 86_400_000;
    const first = Math.min(...northwind.map(({ days }) => day(days[0])));
    const length = day(northwindAsOf) - first + 1;
    const rows = northwind.map(({ days }) => {
      const row = new Array<number>(length).fill(0);
      for (const own of days) row[day(own) - first] = 1;
      return row;
    });
    const { silences, latest, nextPurchases, limits } = activityOf(rows, "day");
    northwind.forEach(({ client, recency, days, percentile90 }, i) => {
      const last = day(days[days.length - 1]) - first;
      expect([client, silences[i]]).toEqual([client, recency]);
      expect(latest[i] - last).toBeCloseTo(percentile90, 9);
      expect(limits[i]).toBeCloseTo(Math.max(percentile90, 1.5 * (nextPurchases[i] - last)), 9);
    });
  });
});

describe("activity by the rhythm of all clients: two to four purchases", () => {
  it("is not known with fewer than 20 intervals in the whole list", () => {
    const others = ["x".repeat(18) + "....", ...Array<string>(2).fill(".".repeat(22))];
    expect(statusOf("xxx...................", others)).toBe("notEnoughHistory"); // 2 + 17 intervals
    expect(statusOf("xxxx..................", others)).toBe("lost"); // 3 + 17
  });

  it("goes by the common limit, or by the client's longest interval where that is larger", () => {
    // The others buy every month: the common limit is 1.5.
    expect(statusOf("........x.x.", monthly(12))).toBe("active");
    expect(statusOf("......xxx...", monthly(12))).toBe("atRisk");
    expect(statusOf(".....xxx....", monthly(12))).toBe("lost");
    // A yearly buyer is not lost in spring: its own interval of 12 months is its limit.
    expect(statusOf("x...........x........", monthly(21))).toBe("active");
    expect(statusOf("x...........x............", monthly(25))).toBe("active");
    expect(statusOf("x...........x.............", monthly(26))).toBe("atRisk");
  });

  it("calls one purchase a one-off, whatever the others do", () => {
    expect(statusOf("...x...", monthly(7))).toBe("oneOff");
  });
});

describe("the other statuses", () => {
  it("is new for the last three months, two quarters, or one year from the first purchase", () => {
    expect(statusOf("......x..")).toBe("new");
    expect(statusOf("......xxx")).toBe("new");
    expect(statusOf(".....xxxx")).toBe("notEnoughHistory");
    expect(activityOf([marks("......xx")], "quarter").statuses).toEqual(["new"]);
    expect(activityOf([marks(".....xxx"), ...monthly(8, 4).map(marks)], "quarter").statuses[0]).toBe(
      "active",
    );
    expect(activityOf([marks("....x")], "year").statuses).toEqual(["new"]);
    expect(activityOf([marks("...x.")], "year").statuses).toEqual(["oneOff"]);
  });

  it("is potential without a purchase; a return is none", () => {
    expect(statusOf("......")).toBe("potential");
    expect(activityOf([[0, -5, 0, 0]]).statuses).toEqual(["potential"]);
  });

  it("is returned for three months after a silence that was a loss", () => {
    expect(statusOf("xxxxx....x")).toBe("returned");
    expect(statusOf("xxxxx....x..")).toBe("returned");
    expect(statusOf("xxxxx....xxxx")).toBe("active");
    expect(statusOf("xxxxx...x")).toBe("active"); // a silence of 3 is twice the limit, not more
  });

  it("is returned also by the rhythm of all, told by two purchases at least", () => {
    expect(statusOf("xx....x", monthly(7, 4))).toBe("returned");
    expect(statusOf("x.....x", monthly(7, 4))).toBe("active");
  });

  it("calls nobody anything but potential in a list that is too short to know", () => {
    expect(statusOf("..x")).toBe("notEnoughHistory");
    expect(statusOf("xxx")).toBe("notEnoughHistory");
    expect(statusOf("...")).toBe("potential");
  });

  it("refuses a history of another length", () => {
    const history = { cells: [1, 2, 3], clients: 2, periods: 2, unit: "month" as const };
    expect(() => finish(recordSteps(history))).toThrow(InvalidArgument);
  });
});

describe("what was to be expected of the last months", () => {
  const row = (length: number, of: (period: number) => number) => Array.from({ length }, (_, i) => of(i));

  it("is the mean of the months before, in a list of less than two years", () => {
    const { expected, actual, statuses, atRiskPerYear } = activityOf([row(12, (i) => (i < 9 ? 10 : 2))]);
    expect(expected[0]).toBe(30);
    expect(actual[0]).toBe(6);
    expect(statuses[0]).toBe("declining");
    expect(atRiskPerYear[0]).toBe(((30 - 6) / 3) * 12);
  });

  it("is the same months a year earlier when two years are known, so a season is no decline", () => {
    const season = (i: number) => [5, 5, 5, 5, 5, 5, 5, 5, 5, 20, 20, 20][i % 12];
    const { expected, statuses } = activityOf([row(27, season)]);
    expect(expected[0]).toBe(15);
    expect(statuses[0]).toBe("active");
  });

  it("is the same months by the calendar where a month has no column", () => {
    const season = (i: number) => [5, 5, 5, 5, 5, 5, 5, 5, 5, 20, 20, 20][i % 12];
    const expectedOf = (without: number) => {
      const calendar = row(27, (i) => i).filter((month) => month !== without);
      const history = { ...historyOf([calendar.map(season)]), calendar };
      return finish(activitySteps(finish(recordSteps(history)), rule)).expected[0];
    };
    expect(expectedOf(20)).toBe(15);
    // One of the same months is not known: then all months before the last ones.
    expect(expectedOf(13)).toBeCloseTo((3 * (6 * 20 + 17 * 5)) / 23, 9);
  });

  it("goes with the market: the last months of five others, compared with their base", () => {
    const falling = row(12, (i) => (i < 9 ? 100 : 50));
    const rows = [row(12, (i) => (i < 9 ? 10 : 4)), ...Array<number[]>(5).fill(falling)];
    const { expected, statuses } = activityOf(rows);
    expect(expected[0]).toBe(15);
    expect(statuses[0]).toBe("active"); // 12 of 15
    expect(activityOf(rows.slice(0, 5)).expected[0]).toBe(30); // four others do not tell how the market goes
  });

  it("takes only others that had begun by the first month of the base", () => {
    const late = row(12, (i) => (i < 1 ? 0 : i < 9 ? 100 : 50));
    const rows = [row(12, () => 10), ...Array<number[]>(5).fill(late)];
    expect(activityOf(rows).expected[0]).toBe(30);
  });

  it("is no decline when an earlier quarter of a year was as low", () => {
    expect(activityOf([[10, 1, 1, 1, 10, 10, 10, 10, 10, 1, 1, 1]]).statuses).toEqual(["active"]);
    expect(activityOf([[10, 1, 1, 1.01, 10, 10, 10, 10, 10, 1, 1, 1]]).statuses).toEqual(["declining"]);
  });

  it("is not known with fewer than 8 counted periods, without money before, in years", () => {
    expect(activityOf([row(12, (i) => (i < 5 ? 0 : 10))]).expected[0]).toBeNaN();
    expect(activityOf([row(12, (i) => (i < 4 ? 0 : 10))]).expected[0]).toBe(30);
    expect(activityOf([row(12, (i) => (i === 0 ? -10 : i < 9 ? 1 : 10))]).expected[0]).toBeNaN();
    expect(activityOf([row(12, () => 10)], "year").expected[0]).toBeNaN();
  });

  it("counts leading zeros where the rule does", () => {
    const late = [row(12, (i) => (i < 6 ? 0 : 9))];
    expect(activityOf(late, "month", undefined, { ...rule, leadingZeros: "count" }).expected[0]).toBe(9);
  });
});

describe("money at risk per year", () => {
  it("of a silent client is what it bought in the twelve months that end with its last purchase", () => {
    const row = [7, 7, ...Array<number>(12).fill(10), 0, 0, 0];
    const { statuses, atRiskPerYear } = activityOf([row]);
    expect([statuses[0], atRiskPerYear[0]]).toEqual(["atRisk", 120]);
    expect(activityOf([[...row, 0, 0]]).atRiskPerYear[0]).toBe(120);
  });

  it("of others is nothing", () => {
    expect(activityOf([marks("xxxxxxxx")]).atRiskPerYear[0]).toBe(0);
  });
});

describe("activity of random histories", () => {
  const figuresOf = (activity: ReturnType<typeof activityOf>, client: number) =>
    [activity.silences, activity.limits, activity.nextPurchases, activity.actual].map(
      (column) => column[client],
    );

  it("does not depend on the order of the clients", () => {
    fc.assert(
      fc.property(randomHistories(), (rows) => {
        const there = activityOf(rows);
        const back = activityOf([...rows].reverse());
        rows.forEach((_, i) => {
          const at = rows.length - 1 - i;
          expect(back.statuses[at]).toBe(there.statuses[i]);
          expect(figuresOf(back, at)).toEqual(figuresOf(there, i));
        });
      }),
    );
  });

  it("does not change with a client that never bought", () => {
    fc.assert(
      fc.property(randomHistories(), fc.constantFrom("skip", "count"), (rows, leadingZeros) => {
        const own = { ...rule, leadingZeros } as const;
        const before = activityOf(rows, "month", undefined, own);
        const after = activityOf([...rows, rows[0].map(() => 0)], "month", undefined, own);
        expect(after.statuses.slice(0, rows.length)).toEqual(before.statuses);
        expect([...after.expected].slice(0, rows.length)).toEqual([...before.expected]);
        expect(after.statuses.at(-1)).toBe("potential");
      }),
    );
  });

  it("does not depend on the unit of money", () => {
    fc.assert(
      fc.property(randomHistories(), fc.integer({ min: -8, max: 12 }), (rows, power) => {
        const scaled = rows.map((row) => row.map((amount) => amount * 2 ** power));
        expect(activityOf(scaled).statuses).toEqual(activityOf(rows).statuses);
      }),
    );
  });

  it("never sees what comes later", () => {
    fc.assert(
      fc.property(randomHistories(), fc.nat(), (rows, cut) => {
        const known = 1 + (cut % rows[0].length);
        const then = activityOf(rows, "month", known);
        expect(then).toEqual(activityOf(rows.map((row) => row.slice(0, known))));
      }),
    );
  });
});
