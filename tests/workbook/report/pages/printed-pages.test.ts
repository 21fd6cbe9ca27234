import type { Cell } from "../../../workbook-records";
import { openWorkbook } from "../../session";
import { classified } from "../classified";
import { papersOfRows } from "../printed-papers";
import { report, userSheet } from "../written";

const months = Array.from({ length: 36 }, (_, at) => {
  const month = String((at % 12) + 1).padStart(2, "0");
  return `${2023 + Math.floor(at / 12)}-${month}`;
});
/** What somebody buys month by month: seldom and in leaps, so that the advice beside it takes two lines. */
const manner = {
  lost: (month: number) => (month < 24 && month % 2 === 0 ? 5000 : 0),
  new: (month: number) => (month < 25 || month % 3 > 0 ? 0 : 30000 * month),
  returned: (month: number) => (month === 0 || month > 32 ? 9000 : 0),
  grown: (month: number) => (month % 3 === 0 ? 10000 * month : 0),
  shrunk: (month: number) => (month % 3 === 0 ? 10000 * (36 - month) : 0),
};

/** So many clients of each manner beside one that buys always the same. */
function moving(count: Readonly<Record<keyof typeof manner, number>>): Cell[][] {
  const clients = Object.entries(count).flatMap(([name, times]) =>
    Array.from({ length: times }, (_, at): Cell[] => [
      `${name} ${at + 1}`,
      ...months.map((_, month) => manner[name as keyof typeof manner](month)),
    ]),
  );
  return [["Client", ...months], ["always", ...months.map(() => 1000)], ...clients];
}

/** A4 in points without the margins of the report. */
const printable = { Portrait: [523, 761], Landscape: [770, 514] };

test("no chart is cut by the end of a printed page, however many rows stand above it", async () => {
  const excel = await openWorkbook([userSheet()]);
  const charts = new Map<string, number>();
  const cut: string[] = [];
  for (const [few, many] of [
    [0, 2],
    [1, 4],
    [2, 5],
    [3, 1],
    [5, 3],
    [6, 6],
  ]) {
    await report(
      excel,
      classified(moving({ lost: many, new: many, returned: few, grown: many, shrunk: few })),
    );
    const { sheets } = await excel.host.toRecord();
    for (const { name, page } of sheets.filter(({ page }) => page.printArea)) {
      const sheet = excel.host.workbook.worksheets.getItem(name);
      const { rows, columns } = page.printArea!;
      const heights = Array.from({ length: rows }, (_, row) => sheet.getRangeByIndexes(row, 0, 1, 1).height);
      const [wide, high] = printable[page.orientation as keyof typeof printable];
      const width = sheet.getRangeByIndexes(0, 0, 1, columns).width;
      // Programs measure columns up to a third wider than Excel, and print smaller.
      for (let wider = 1; wider <= 1.36; wider += 0.02) {
        const papers = papersOfRows(heights, page.rowBreaks, (high * width * wider) / wide);
        for (const { name: chart, top, height } of sheet.charts.items) {
          const row = (points: number) => {
            let at = 0;
            for (let sum = heights[0]; sum <= points + 0.1; sum += heights[at]) at++;
            return at;
          };
          charts.set(chart, (charts.get(chart) ?? 0) + 1);
          if (papers[row(top)] !== papers[row(top + height - 1)])
            cut.push(`${chart}: ${few} and ${many} at ${wider.toFixed(2)}`);
        }
      }
    }
  }
  expect(cut).toEqual([]);
  expect([...charts.keys()]).toContain("Keyfolio concentration over time");
});
