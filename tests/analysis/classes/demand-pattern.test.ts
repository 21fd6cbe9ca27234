import { demandPattern, demandPatterns } from "../../../src/analysis";
import { demand } from "../oracles/demand";

describe("demandPattern(history, start, end, leadingZeros)", () => {
  it.each(demand)("gives the figures of tsintermittent for $name", ({ history, adi, squared, pattern }) => {
    const found = demandPattern(history, 0, history.length, "skip")!;
    expect(found.squaredVariation).toBeCloseTo(squared, 12);
    // tsintermittent counts all periods where a history begins and ends with a purchase as we do.
    if (history[0] > 0 && history[history.length - 1] > 0) expect(found.interval).toBeCloseTo(adi, 12);
    if (Math.abs(found.interval - adi) < 1e-9) expect(found.pattern).toBe(pattern);
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
