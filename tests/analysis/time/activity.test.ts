import * as fc from "fast-check";
import {
  type ActivityStatus,
  InvalidArgument,
  activityByDates,
  activityByPeriods,
} from "../../../src/analysis";
import { northwind, northwindAsOf } from "../oracles/recency";

/** Status of one client whose periods are written as "x" for a purchase and "." for none. */
const statusOf = (periods: string): ActivityStatus =>
  activityByPeriods(
    Array.from(periods, (sign) => (sign === "x" ? 10 : 0)),
    1,
    periods.length,
    "skip",
  ).statuses[0];

describe("activity by whole periods", () => {
  it("is active while the silence is within the client's own rhythm", () => {
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

  it("leaves one full period of silence to everybody", () => {
    expect(activityByDates([0, 1, 2, 3, 4], 34, 30)).toEqual({ status: "new", silence: 30, limit: 30 });
    expect(activityByDates([0, 1, 2, 3, 4], 124, 30)).toEqual({ status: "lost", silence: 120, limit: 30 });
  });

  it("is new for three periods from the first purchase", () => {
    expect(statusOf("......x..")).toBe("new");
    expect(statusOf("......xxx")).toBe("new");
    expect(statusOf(".....xxxx")).toBe("notEnoughHistory");
    expect(statusOf("....xxxxx")).toBe("active");
  });

  it("is one-off after a single purchase that is older", () => {
    expect(statusOf("...x...")).toBe("oneOff");
  });

  it("cannot say anything with fewer than five purchases", () => {
    expect(statusOf("xxxx....................")).toBe("notEnoughHistory");
    expect(statusOf("xxxxx...................")).toBe("lost");
  });

  it("is potential without a purchase; a return is none", () => {
    expect(statusOf("......")).toBe("potential");
    expect(activityByPeriods([0, -5, 0, 0], 1, 4, "skip").statuses).toEqual(["potential"]);
  });

  it("is returned for three periods after a silence that was a loss", () => {
    expect(statusOf("xxxxx....x")).toBe("returned");
    expect(statusOf("xxxxx....x..")).toBe("returned");
    expect(statusOf("xxxxx....xxxx")).toBe("active");
    expect(statusOf("xxxxx..x")).toBe("active");
  });

  it("calls nobody new in a history that is too short to know", () => {
    expect(statusOf("..x")).toBe("notEnoughHistory");
    expect(statusOf("xxx")).toBe("notEnoughHistory");
    expect(statusOf("...")).toBe("potential");
  });

  it("spreads the amount over the periods since the client began", () => {
    const history = [0, 0, 1, 2, 3, 0, 0, 0];
    expect(activityByPeriods(history, 1, 8, "skip").amountsPerPeriod[0]).toBe(1);
    expect(activityByPeriods(history, 1, 8, "count").amountsPerPeriod[0]).toBe(0.75);
    expect(activityByPeriods([0, 0, 0, 0], 1, 4, "skip").amountsPerPeriod[0]).toBe(0);
  });

  it("takes each client by itself", () => {
    const rows = fc.array(fc.array(fc.integer({ min: -2, max: 3 }), { minLength: 8, maxLength: 8 }), {
      maxLength: 6,
    });
    fc.assert(
      fc.property(rows, (clients) => {
        const together = activityByPeriods(clients.flat(), clients.length, 8, "skip");
        clients.forEach((history, client) => {
          const alone = activityByPeriods(history, 1, 8, "skip");
          expect(together.statuses[client]).toBe(alone.statuses[0]);
          expect(together.silences[client]).toBe(alone.silences[0]);
          expect(together.limits[client]).toBe(alone.limits[0]);
        });
      }),
    );
  });

  it("refuses a history of another length", () => {
    expect(() => activityByPeriods([1, 2, 3], 2, 2, "skip")).toThrow(InvalidArgument);
  });
});

describe("activity by dates", () => {
  const day = (iso: string) => Date.parse(iso) / 86_400_000;

  it("measures the published intervals", () => {
    const asOf = day(northwindAsOf);
    for (const { client, days, percentile90, recency } of northwind) {
      const { silence, limit } = activityByDates(days.map(day), asOf, 1);
      expect([client, silence]).toEqual([client, recency]);
      expect(limit).toBeGreaterThanOrEqual(percentile90 - 1e-9);
    }
    // 28 days is 1.5 × neither median: the percentile decides for ANTON and HUNGC.
    const [, anton, hungc] = northwind.map(({ days }) => activityByDates(days.map(day), asOf, 30));
    expect(anton).toMatchObject({ status: "active", limit: 132 });
    expect(hungc.limit).toBeCloseTo(143.6, 9);
    expect(hungc.status).toBe("atRisk");
  });

  it("takes several purchases on one day as one", () => {
    expect(activityByDates([1, 1, 1, 1, 1, 1], 200, 30).status).toBe("oneOff");
  });

  it("does not look at purchases after the moment asked for", () => {
    expect(activityByDates([500], 200, 30).status).toBe("potential");
  });

  it("refuses purchases out of order and a period that is not above 0", () => {
    expect(() => activityByDates([3, 1], 5, 1)).toThrow(InvalidArgument);
    expect(() => activityByDates([1, 3], 5, 0)).toThrow(InvalidArgument);
  });

  const purchases = fc
    .uniqueArray(fc.integer({ min: 0, max: 1_000 }), { minLength: 1, maxLength: 30 })
    .map((days) => days.sort((a, b) => a - b));

  it("does not depend on the unit of time", () => {
    fc.assert(
      fc.property(
        purchases,
        fc.integer({ min: 0, max: 500 }),
        fc.integer({ min: 1, max: 60 }),
        (days, later, period) => {
          const asOf = days[days.length - 1] + later;
          const inHours = activityByDates(
            days.map((own) => own * 24),
            asOf * 24,
            period * 24,
          );
          expect(inHours.status).toBe(activityByDates(days, asOf, period).status);
        },
      ),
    );
  });

  it("only worsens while a client stays silent", () => {
    const order: ActivityStatus[] = ["active", "atRisk", "lost"];
    const rank = (status: ActivityStatus) => Math.max(0, order.indexOf(status));
    fc.assert(
      fc.property(
        purchases,
        fc.integer({ min: 0, max: 300 }),
        fc.integer({ min: 0, max: 300 }),
        (days, first, more) => {
          const last = days[days.length - 1];
          const sooner = activityByDates(days, last + first, 30);
          const later = activityByDates(days, last + first + more, 30);
          expect(rank(later.status)).toBeGreaterThanOrEqual(rank(sooner.status));
        },
      ),
    );
  });

  it("never finds a client at risk on the day of a purchase", () => {
    fc.assert(
      fc.property(purchases, (days) => {
        const { status, silence } = activityByDates(days, days[days.length - 1], 30);
        expect(silence).toBe(0);
        expect(["atRisk", "lost", "potential"]).not.toContain(status);
      }),
    );
  });
});
