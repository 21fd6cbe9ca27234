import { classifyInSlices } from "../../../src/portfolio";
import { classifyRows, readList } from "../../../src/workbook";
import { startExcel, type StartedExcel } from "../../excel";
import { sheetOf } from "../../workbook-records";

const request = { today: "2025-06-30", displayLanguage: "en-US" };
const rows = [
  ["Client", "2024-01", "2024-02", "2024-03"],
  ["Alfa", 500, 600, 700],
  ["Beta", 50, 0, 70],
  ["Gamma", 20, 10, 30],
];

let excel: StartedExcel;
beforeEach(async () => {
  excel = await startExcel([sheetOf("Sales", rows)]);
});
afterEach(() => excel.stop());

async function inPane() {
  const { list, mapping, policy } = await readList(null);
  return classifyInSlices(list, mapping!, policy, request.today);
}

test("what the pane has classified is not classified anew by a run, nor what a run has classified by the pane", async () => {
  const { portfolio: shown } = await inPane();
  const { classification: first } = await classifyRows(request);
  expect(first.portfolio.amounts).toBe(shown.amounts);
  const { classification: again, written } = await classifyRows(request);
  expect(again.portfolio.amounts).toBe(shown.amounts);
  expect(written).toEqual({ added: [], changed: [] });
  expect((await inPane()).portfolio.amounts).toBe(shown.amounts);
});

test("a cell that was typed in between is classified, and its results are written", async () => {
  await inPane();
  await classifyRows(request);
  await excel.run(async ({ workbook }) => {
    workbook.worksheets.getItem("Sales").getRange("B3").values = [[5000]];
    await workbook.context.sync();
  });
  const { classification, written } = await classifyRows(request);
  expect(Array.from(classification.portfolio.amounts)).toEqual([1800, 5070, 60]);
  expect(classification.abc[1]).toBe("A");
  expect(written.changed).toContain("share");
});
