import * as fc from "fast-check";
import { coefficient, parseLimitText, partOfWhole } from "../../../src/portfolio";

describe("a limit as it is typed", () => {
  test.each([
    ["80 %", 0.8],
    ["80%", 0.8],
    ["80", 0.8],
    ["0,8", 0.8],
    ["0.8", 0.8],
    ["12,5 %", 0.125],
    ["0.5%", 0.005],
    ["1", 1],
    ["120", 1.2],
  ])("as a part of a whole, %s is %d", (text, fraction) => {
    expect(parseLimitText(text, partOfWhole, ".")).toBeCloseTo(fraction, 12);
    expect(parseLimitText(text, partOfWhole, ",")).toBeCloseTo(fraction, 12);
  });

  test.each([
    ["1.5", 1.5],
    ["150 %", 1.5],
    ["25", 0.25],
    ["5", 5],
    ["5%", 0.05],
  ])("as a coefficient, %s is %d", (text, fraction) => {
    expect(parseLimitText(text, coefficient, ".")).toBeCloseTo(fraction, 12);
  });

  test.each(["", "%", "eighty", "8 0 %", "80 %%"])("%j means no limit", (text) => {
    expect(parseLimitText(text, partOfWhole, ".")).toBeNull();
  });

  test("a per cent sign always means per cent", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 100_000 }), (hundredths) => {
        const text = (hundredths / 100).toFixed(2);
        expect(parseLimitText(`${text} %`, partOfWhole, ".")).toBeCloseTo(hundredths / 10_000, 9);
        expect(parseLimitText(`${text}%`, coefficient, ".")).toBeCloseTo(hundredths / 10_000, 9);
      }),
    );
  });
});
