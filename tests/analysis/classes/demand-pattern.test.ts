import { demandPattern, demandPatterns } from "../../../src/analysis";
import { demand } from "../oracles/demand";

describe("demandPattern(history, start, end, leadingZeros)", () => {
  it.each(demand)("gives the figures of tsintermittent for $name", ({ history, adi, squared, pattern }) => {
    const found = demandPattern(history, 0, history.length, "skip")!;
    expect(found.squaredVariation).toBeCloseTo(squared, 12);
    // tsintermittent counts the periods before the first purchase as an interval, too; a client's history begins with it (methods §1, §4).
    const purchases = history.filter((amount) => amount > 0).length;
    const before = history.findIndex((amount) => amount > 0);
    expect(found.interval + before / purchases).toBeCloseTo(adi, 12);
    const isSameSide = found.interval >= 1.32 === adi >= 1.32;
    expect([isSameSide, found.pattern === pattern]).toEqual([isSameSide, isSameSide]);
  });

  it("is another pattern than theirs where the periods before the first purchase decide: 21 periods for 16 purchases, not 22", () => {
    const { history, adi, pattern } = demand.find(({ name }) => name === "Northwind QUICK")!;
    expect([adi, pattern]).toEqual([22 / 16, "lumpy"]);
    expect(demandPattern(history, 0, history.length, "skip")).toMatchObject({
      interval: 21 / 16,
      pattern: "erratic",
    });
  });

  it("counts from the first to the last purchase, both of them", () => {
    expect(demandPattern([0, 5, 0, 0, 6, 0], 0, 6, "skip")!.interval).toBe(2);
  });

  it("puts a cut that is met into the higher class", () => {
    // 25 purchases in 33 periods: exactly 1.32.
    const history = Array.from({ length: 33 }, (_, i) => (i % 4 === 1 && i < 32 ? 0 : 10));
    expect(demandPattern(history, 0, 33, "skip")).toMatchObject({ interval: 1.32, pattern: "intermittent" });
    expect(demandPattern([...history, 10], 0, 34, "skip")!.pattern).toBe("smooth");
  });

  it("does not exist below two purchases or three counted periods", () => {
    expect(demandPattern([0, 0, 5, 0], 0, 4, "skip")).toBeNull();
    expect(demandPattern([0, 0, 5, 6], 0, 4, "skip")).toBeNull();
    expect(demandPattern([0, 0, 5, 6], 0, 4, "count")!.pattern).toBe("smooth");
  });

  it("takes each client by itself", () => {
    expect(demandPatterns([10, 12, 11, 0, 0, 5], 2, 3, "skip")).toEqual(["smooth", null]);
  });
});
