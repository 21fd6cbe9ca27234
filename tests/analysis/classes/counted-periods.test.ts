import { firstCountedPeriod } from "../../../src/analysis";

describe("firstCountedPeriod(history, start, end, leadingZeros)", () => {
  it("skips the cells before a client began", () => {
    expect(firstCountedPeriod([0, 0, 5, 0, 7], 0, 5, "skip")).toBe(2);
  });

  it("takes a return for a beginning", () => {
    expect(firstCountedPeriod([0, -3, 5], 0, 3, "skip")).toBe(1);
  });

  it("is the end for a client that never began", () => {
    expect(firstCountedPeriod([9, 0, 0, 9], 1, 3, "skip")).toBe(3);
  });

  it("counts every period when told so", () => {
    expect(firstCountedPeriod([9, 0, 0, 5], 1, 4, "count")).toBe(1);
  });
});
