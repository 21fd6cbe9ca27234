import { checksumOf } from "../../../src/workbook/cells/rows-checksum";

const sums = (one: string | number, other: string | number) => [checksumOf([[one]]), checksumOf([[other]])];

describe("the checksum of cells", () => {
  test.each([
    ["=Summary!$B$17", "=#REF!"],
    ["=SUM('My (list)'!$A$1:$A$9)", "=SUM($C$2:$C$10)"],
    ['=IF(A1>=-0.000000000001,"(a)",0)', '=IF(A1>=-1E-12,"(a)",0)'],
  ])("is the same for a formula whose references or numbers are spelt anew: %s, %s", (one, other) => {
    const [before, after] = sums(one, other);
    expect(after).toBe(before);
  });

  test.each([
    ["=SUM(A1:A9)", "=MAX(A1:A9)"],
    ["=SUM(A1:A9)", 45],
    ["=SUM(A1:A9)", "=SUM(A1:A9)+SUM(B1)"],
    ["=A1", ""],
    ["5", 5],
  ])("tells %j from %j", (one, other) => {
    const [before, after] = sums(one, other);
    expect(after).not.toBe(before);
  });
});
