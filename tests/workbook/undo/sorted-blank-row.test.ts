import { sortRows } from "../../../src/host/model/sheet/sort-rows";
import { classifyRows } from "../../../src/workbook";
import { sheetOf, workbookOf } from "../../workbook-records";
import { clients, request } from "../lists";
import { openWorkbook } from "../session";
import { ways } from "../ways-back";

async function open() {
  const { host } = await openWorkbook(workbookOf([sheetOf("Clients", clients)]));
  const run = await classifyRows(request);
  const sheet = host.workbook.worksheets.getItem("Clients");
  sheet.getRange("4:4").insert("Down");
  sortRows(sheet.$state, { row: 1, rows: 7, column: 0, columns: 8 }, 2, false);
  return { run, sheet };
}
const formatsOf = (sheet: Awaited<ReturnType<typeof open>>["sheet"], address: string) =>
  sheet.getRange(address).numberFormat!.flat();

test.each(ways)(
  "a blank row that was sorted to the end has no format of ours when they are %s",
  async (_, back) => {
    const { run, sheet } = await open();
    expect(formatsOf(sheet, "D8")).toEqual(["0.0%"]);
    expect((await back(run)).stays).toEqual([]);
    expect(formatsOf(sheet, "D1:D9").every((format) => format === "General")).toBe(true);
  },
);

test.each(ways)("what she has written below the list keeps its format when they are %s", async (_, back) => {
  const { run, sheet } = await open();
  sheet.getRange("D10").values = [[0.5]];
  sheet.getRange("D10:D12").numberFormat = [["0.0%"], ["0.0%"], ["0.0%"]];
  await back(run);
  expect(formatsOf(sheet, "D8:D12")).toEqual(["General", "General", "0.0%", "0.0%", "0.0%"]);
});
