import { classifyRows } from "../../../src/workbook";
import { sheetOf } from "../../workbook-records";
import { clients, request } from "../lists";
import { openWorkbook } from "../session";
import { ways } from "../ways-back";

type Sheet = Awaited<ReturnType<typeof open>>["sheet"];

async function open() {
  const { host } = await openWorkbook([sheetOf("Clients", clients)]);
  const run = await classifyRows(request);
  return { run, sheet: host.workbook.worksheets.getItem("Clients") };
}

const told = (columns: string) =>
  ["Share", "Status", "ABC", "Reason", "Action"].map((header, i) => ({
    ...{ kind: "unmarked", header },
    address: expect.stringMatching(new RegExp(`^Clients!${columns[i]}\\d$`)) as string,
  }));

const moves: readonly [string, string, (sheet: Sheet) => void][] = [
  ["a column was inserted left of them", "EFGHI", (sheet) => sheet.getRange("A:A").insert("Right")],
  ["a column was inserted amid them", "DFGHI", (sheet) => sheet.getRange("E:E").insert("Right")],
  ["rows were inserted above them", "DEFGH", (sheet) => sheet.getRange("1:4").insert("Down")],
];

test.each(moves)("results whose header row she has deleted are told where %s", async (_, columns, move) => {
  const { run, sheet } = await open();
  move(sheet);
  const header = sheet.getUsedRange().rowIndex + 1;
  const hers = sheet.getRange(`A${header}:D${header}`).values!;
  sheet.getRange(`${header}:${header}`).delete("Up");
  sheet.getRange(`${header}:${header}`).insert("Down");
  sheet.getRange(`A${header}:D${header}`).values = [hers[0].map((cell) => (cell === "Share" ? "" : cell))];
  expect((await ways[0][1](run)).stays).toMatchObject(told(columns));
});

test("her own column of the same classes is not told where she has deleted ours", async () => {
  const { run, sheet } = await open();
  const classes = sheet.getRange("F2:F7").values!;
  sheet.getRange("B2:B7").values = classes;
  sheet.getRange("D:H").delete("Left");
  expect((await ways[0][1](run)).stays).toEqual([]);
});

test("columns of another list under their marks are not told", async () => {
  const { run, sheet } = await open();
  sheet.getRange("J1:L7").values = sheet.getRange("A1:C7").values!;
  sheet.activate();
  sheet.getRange("J2").select();
  await classifyRows(request);
  sheet.getRange("D:H").delete("Left");
  expect((await ways[0][1](run)).stays).toEqual([]);
});

describe.each(ways)("results of a row that was cleared below the list, when they are %s", (_, back) => {
  test.each([
    ["advice with its fact alone", "H7"],
    ["a reason and advice", "G7:H7"],
  ])("go: %s", async (__, address) => {
    const { run, sheet } = await open();
    sheet.getRange("A7:H7").clear("Contents");
    sheet.getRange(address).values = sheet.getRange(address.replaceAll("7", "2")).values!;
    expect((await back(run)).stays).toEqual([]);
    expect(
      sheet
        .getRange("D1:H7")
        .values!.flat()
        .filter((cell) => cell !== ""),
    ).toEqual([]);
  });

  test("stay where one short text alone may be hers", async () => {
    const { run, sheet } = await open();
    sheet.getRange("A7:H7").clear("Contents");
    sheet.getRange("G7").values = [["Volume"]];
    await back(run);
    expect(sheet.getRange("G7").values).toEqual([["Volume"]]);
  });
});
