import { classifyRows } from "../../../src/workbook";
import { findOwnWork, removeKeyfolio } from "../../../src/workbook/undo/remove-keyfolio";
import { sheetOf, type Cell } from "../../workbook-records";
import { clients, request } from "../lists";
import { added } from "../score-columns/added";
import { openWorkbook } from "../session";

async function open(rows: Cell[][]) {
  const { host } = await openWorkbook([sheetOf("Clients", rows)]);
  return { host, sheet: host.workbook.worksheets.getItem("Clients") };
}

const told = (headers: readonly string[]) => headers.map((header) => ({ kind: "unmarked", header }));
const five = ["Share", "Status", "ABC", "Reason", "Action"];

test("results whose header row she has deleted are told where no list can be read beside them", async () => {
  const months: Cell[][] = [
    ["Client", "Manager", "2025-01", "2025-02", "2025-03", "2025-04"],
    ["Northern Mills", "Sokolov", 2373.25, 4487.25, 937.25, 1437.25],
    ["Bright Bakery", "Sokolov", 9951.25, 9551.25, 8513.25, 1581.25],
    ["Quiet Harbour", "Sokolov", 7283.25, 6327.25, 7667.25, 5391.25],
    ["Green Orchard", "Sokolov", 1583.25, 1917.25, null, 757.25],
    ["Old Foundry", "Petrov", 2223.25, 5937.25, 6971.25, 3611.25],
  ];
  const { sheet } = await open(months);
  await classifyRows(request);
  sheet.getRange("1:1").delete("Up");
  const headers = ["Share", "Status", "ABC", "XYZ", "Activity", "Reason", "Action"];
  expect((await findOwnWork()).stays).toMatchObject(told(headers));
  expect((await removeKeyfolio()).stays).toMatchObject(told(headers));
});

test("they are told where empty columns for scores stand between them and the list", async () => {
  const { sheet } = await open(clients);
  await added();
  await classifyRows(request);
  sheet.getRange("1:1").delete("Up");
  sheet.getRange("1:1").insert("Down");
  sheet.getRange("A1:C1").values = [clients[0] as string[]];
  expect((await removeKeyfolio()).stays).toMatchObject(told(five));
});

test("classes of her own are not told where she has deleted our columns", async () => {
  const { sheet } = await open(clients);
  await classifyRows(request);
  sheet.getRange("B1:B7").values = [["Class"], ...sheet.getRange("F2:F7").values!];
  sheet.getRange("D:H").delete("Left");
  expect((await removeKeyfolio()).stays).toEqual([]);
});

test("results of another list on the sheet are not told as such", async () => {
  const { sheet } = await open(clients);
  await classifyRows(request);
  sheet.getRange("K1:M7").values = sheet.getRange("A1:C7").values!;
  sheet.activate();
  sheet.getRange("K2").select();
  await classifyRows(request);
  sheet.getRange("D:H").delete("Left");
  sheet.getRange("A2").select();
  expect((await findOwnWork()).stays).toEqual([]);
  expect((await removeKeyfolio()).stays).toEqual([]);
});
