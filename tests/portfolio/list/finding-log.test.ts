import { FindingLog } from "../../../src/portfolio/list/finding-log";
import { readNumberColumn } from "../../../src/portfolio/list/number-column";
import { type Cell, listOf } from "../lists";

const findingsOf = (cells: readonly Cell[], concerns: (row: number) => boolean = () => true) => {
  const list = listOf([["Amount"], ...cells.map((cell) => [cell])]);
  const log = new FindingLog(list);
  log.numbers(list.columns[0], readNumberColumn(list.columns[0], "."), concerns);
  return log.findings;
};

test("a column of numbers as text is one finding, with the first cell and their number", () => {
  expect(findingsOf(["1.5M", "800k", "700k", 5])).toEqual([
    {
      kind: "textNumbers",
      address: "Sales!A2",
      content: "1.5M",
      taken: 1_500_000,
      count: 3,
      texts: [
        { below: 0, content: "1.5M", taken: 1_500_000 },
        { below: 1, content: "800k", taken: 800_000 },
        { below: 2, content: "700k", taken: 700_000 },
      ],
    },
  ]);
});

test("a few texts among numbers are a finding each", () => {
  expect(findingsOf(["1.5M", 5, "700k", 5, "5", 6]).map(({ kind, address }) => `${kind} ${address}`)).toEqual(
    ["textNumber Sales!A2", "textNumber Sales!A4", "textNumber Sales!A6"],
  );
});

test("dashes are one finding per column", () => {
  expect(findingsOf([5, "-", "n/a", 7])).toEqual([
    { kind: "dashAsZero", address: "Sales!A3", content: "-", taken: 0, count: 2 },
  ]);
});

test("rows that do not concern are not spoken of", () => {
  expect(findingsOf(["-", "1.5M", "2.5M", "3.5M", "-"], (row) => row > 2)).toEqual([
    { kind: "textNumber", address: "Sales!A5", content: "3.5M", taken: 3_500_000 },
    { kind: "dashAsZero", address: "Sales!A6", content: "-", taken: 0, count: 1 },
  ]);
});
