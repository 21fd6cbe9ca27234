import fc from "fast-check";
import { shownText } from "../../../../src/host/model/sheet/cell-entry";
import {
  shareTickFormat,
  tickFormat,
  tickStep,
} from "../../../../src/workbook/report/paint/charts/axis-scale";

const lengths = fc.double({ min: 1e-3, max: 1e9, noNaN: true });
const ticksOf = (first: number, step: number, length: number) =>
  Array.from({ length: Math.floor(length / step + 1e-9) + 1 }, (_, index) => first + index * step);

describe("the ticks of an axis", () => {
  test("are 1, 2 or 5 times a power of ten apart, and not more than asked for", () => {
    fc.assert(
      fc.property(lengths, fc.integer({ min: 4, max: 12 }), (length, most) => {
        const step = tickStep(length, most);
        expect(["1", "2", "5"]).toContain(step.toExponential().split("e")[0]);
        expect(length / step).toBeLessThanOrEqual(most * (1 + 1e-6));
        expect(length / step).toBeGreaterThan(most / 2.6);
      }),
    );
  });

  test("say their value to the last digit, and never end in a bare point", () => {
    fc.assert(
      fc.property(lengths, (length) => {
        const step = tickStep(length, 8);
        const format = tickFormat(step);
        for (const tick of ticksOf(0, step, length)) {
          const text = shownText(tick, format, "en-US");
          expect(text).toMatch(/\d$/);
          expect(Math.abs(Number(text.replaceAll(",", "")) - tick)).toBeLessThan(step * 1e-5);
        }
      }),
    );
  });

  test("that are whole numbers stand without decimals, others with as many as they need", () => {
    expect(tickFormat(1, 1)).toBe("#,##0");
    expect(tickFormat(20)).toBe("#,##0");
    expect(tickFormat(0.5)).toBe("#,##0.0");
    expect(tickFormat(0.5, 0.25)).toBe("#,##0.00");
    expect(shareTickFormat(0.05)).toBe("0%");
    expect(shareTickFormat(0.005)).toBe("0.0%");
  });

  test("of an axis without length are one apart", () => {
    expect(tickStep(0, 8)).toBe(1);
  });
});
