import fc from "fast-check";
import { checksumOf, type FormulasOfCells } from "../../../src/workbook/cells/rows-checksum";

const sums = (one: string | number, other: string | number, formulas?: FormulasOfCells) => [
  checksumOf([[one]], formulas),
  checksumOf([[other]], formulas),
];

describe("the checksum of cells with formulas of ours", () => {
  test.each([
    ["=Summary!$B$17", "=#REF!"],
    ["=Summary!$B$17", "=Сводка!#REF!"],
    ["=SUM('My (list)'!$A$1:$A$9)", "=SUM($C$2:$C$10)"],
    ["=IF('It''s'!$B$2>0,Лист1!$C$2/2,0)", "=IF(Its!$B$3>0,'Лист (2)'!$C$3/2,0)"],
    ['=IF(A1>=-0.000000000001,"(a)",0)', '=IF(A1>=-1E-12,"(a)",0)'],
    ["=LOG10(A1) * B2", "=LOG10($AA$10)*B3"],
  ])("is the same for a formula whose references or numbers are spelt anew: %s, %s", (one, other) => {
    const [before, after] = sums(one, other, "ours");
    expect(after).toBe(before);
  });

  test.each([
    ["=SUM(A1:A9)", "=MAX(A1:A9)"],
    ["=SUM(A1:A9)", 45],
    ["=SUM(A1:A9)", "=SUM(A1:A9)+SUM(B1)"],
    ["=SUM(A1:A9)", "=SUM(A1:A9)*2"],
    ["=A1+B1", "=A1-B1"],
    ['=IF(A1,"A1",0)', '=IF(A1,"B1",0)'],
    ["=LOG10(A1)", "=LOG(A1)"],
    ["=A1", ""],
    ["5", 5],
  ])("tells %j from %j", (one, other) => {
    const [before, after] = sums(one, other, "ours");
    expect(after).not.toBe(before);
  });
});

describe("the checksum of cells among which no formula is ours", () => {
  test.each([
    ["=SUM(A1:A9)", "=SUM(A1:A8)"],
    ["=A1*2", "=A1*3"],
    ["=A1", "=B1"],
    ["=A1", ""],
    ["=Equal & Sons", "=Equal & Daughters"],
  ])("tells %j from %j", (one, other) => {
    const [before, after] = sums(one, other);
    expect(after).not.toBe(before);
  });

  test("tells texts from each other that are as long as a cell can hold and begin like formulas, at once", () => {
    const [before, after] = sums(`=${"a".repeat(32_765)}b`, `=${"a".repeat(32_766)}`, "ours");
    expect(after).not.toBe(before);
  });
});

test("the checksum counts the first 12 digits of numbers, whether whole cents or not", () => {
  const cents = fc.integer({ min: -2e12, max: 2e12 }).map((each) => each / 100);
  const any = fc.double({ noNaN: true, noDefaultInfinity: true });
  fc.assert(
    fc.property(fc.oneof(cents, any), (number) => {
      const short = Number(number.toPrecision(12));
      for (const almost of [number, short, short * (1 + 2 ** -52), short * (1 - 2 ** -52)]) {
        if (Number(almost.toPrecision(12)) !== short) continue;
        expect(checksumOf([[almost]])).toBe(checksumOf([[short]]));
      }
      const next = Number((short * (1 + 3e-12)).toPrecision(12));
      if (next !== short) expect(checksumOf([[next]])).not.toBe(checksumOf([[short]]));
    }),
  );
});
