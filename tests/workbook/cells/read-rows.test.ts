import fc from "fast-check";
import { bytesOfCell } from "../../../src/workbook/cells/read-rows";

const cents = fc.integer({ min: -1e15, max: 1e15 }).map((each) => each / 100);
const fewDigits = fc.tuple(fc.integer({ min: -9999, max: 9999 }), fc.integer({ min: -20, max: 20 }));

test("a number weighs as many letters as it has when it is written, and what parts it from the next", () => {
  const number = fc.oneof(
    fc.double(),
    fc.integer(),
    cents,
    fewDigits.map(([digits, power]) => Number(`${digits}e${power}`)),
    fc.constantFrom(
      0,
      -0,
      0.5,
      0.05,
      0.1 + 0.2,
      10,
      99.99,
      100,
      1e12,
      999_999_999_999.99,
      1e21,
      1e-7,
      NaN,
      Infinity,
    ),
  );
  fc.assert(
    fc.property(number, (value) => {
      expect(bytesOfCell(value)).toBe(String(value).length + 1);
    }),
    { numRuns: 5_000 },
  );
});
