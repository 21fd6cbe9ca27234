import { classifyRows } from "../../../src/workbook";
import type { UndoableTrace } from "../../../src/workbook";
import { removeKeyfolio } from "../../../src/workbook/undo/remove-keyfolio";
import { undoRun } from "../../../src/workbook/undo/undo-run";
import { sheetOf } from "../../workbook-records";
import { clients, request } from "../lists";
import { added, two } from "../score-columns/added";
import { openWorkbook } from "../session";

const ways: readonly [string, (trace: UndoableTrace) => ReturnType<typeof removeKeyfolio>][] = [
  ["undone", (trace) => undoRun(trace)],
  ["removed", () => removeKeyfolio()],
];
const runs: readonly [string, () => Promise<UndoableTrace>, count: number][] = [
  ["result columns", async () => (await classifyRows(request)).trace, 5],
  ["columns for scores", async () => (await added())!, 2],
  ["a column for scores", async () => (await added(two.slice(1)))!, 1],
];
const cases = runs.flatMap(([what, run, count]) =>
  ways.map(([how, back]) => [what, how, run, count, back] as const),
);

async function open() {
  const { host } = await openWorkbook([sheetOf("Clients", clients)]);
  const sheet = host.workbook.worksheets.getItem("Clients");
  const headers = sheet.getRange("A1:C1");
  headers.format.font.bold = true;
  headers.format.wrapText = true;
  return { host, sheet };
}

describe.each(cases)("a header of %s that she has painted, when they are %s", (_, __, run, count, back) => {
  test("keeps her fill, and nothing of ours", async () => {
    const { host, sheet } = await open();
    const trace = await run();
    const painted = sheet.getCell(0, 3 + count - 1);
    painted.format.fill.color = "#00FFFF";
    expect((await back(trace)).stays).toEqual([]);
    const { cells } = (await host.toRecord()).sheets[0];
    expect(cells.filter(({ row, column }) => row === 0 && column > 2)).toEqual([
      { row: 0, column: 3 + count - 1, format: { fill: "#00FFFF" } },
    ]);
  });

  test("looks as before where she has painted none", async () => {
    const { host } = await open();
    const trace = await run();
    await back(trace);
    const { cells } = (await host.toRecord()).sheets[0];
    expect(cells.filter(({ column }) => column > 2)).toEqual([]);
  });
});

test("a header for scores loses its look where results between it and her own columns go before it", async () => {
  const { host, sheet } = await open();
  await classifyRows(request);
  await added();
  sheet.getRange("J3").values = [[7]];
  await removeKeyfolio();
  const { cells } = (await host.toRecord()).sheets[0];
  expect(cells.filter(({ column, row }) => row === 0 && column > 2 && column < 9)).toEqual([]);
});
