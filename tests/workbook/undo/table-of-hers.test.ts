import { classifyRows } from "../../../src/workbook";
import { undoRun } from "../../../src/workbook/undo/undo-run";
import { sheetOf, sheetWithTable, workbookOf } from "../../workbook-records";
import { clients, request } from "../lists";
import { added, headers as scores } from "../score-columns/added";
import { openWorkbook } from "../session";
import { ways } from "../ways-back";

/** Columns for scores stand between her own columns, of which alone she makes a table, and our results. */
async function open(isTable: boolean) {
  const list = isTable ? sheetWithTable("Clients", "Deals", clients) : sheetOf("Clients", clients);
  const { host } = await openWorkbook(workbookOf([list]));
  await added();
  const run = await classifyRows(request);
  const sheet = host.workbook.worksheets.getItem("Clients");
  if (isTable) host.workbook.tables.getItem("Deals").resize("A1:C7");
  else sheet.tables.add("A1:C7", true);
  return { run, sheet };
}

const results = ["Share", "Status", "ABC", "Reason", "Action"];
const forms = [
  ["is made of plain cells", false],
  ["is made narrower", true],
] as const;

describe.each(forms)("beside columns for scores, where a table of her own columns alone %s", (_, isTable) => {
  test.each(ways)("our results go when they are %s", async (_way, back) => {
    const { run, sheet } = await open(isTable);
    expect((await back(run)).stays).toEqual([]);
    expect(
      sheet
        .getRange("F1:J7")
        .values!.flat()
        .every((cell) => cell === ""),
    ).toBe(true);
    expect(sheet.getRange("A1:C7").values).toEqual(clients);
  });

  test("the next run refreshes our results, and undoing that one brings those of before", async () => {
    const { sheet } = await open(isTable);
    const before = sheet.getRange("F2:J7").values;
    sheet.getRange("C2").values = [[700]];
    const { written, trace } = await classifyRows(request);
    expect(written).toMatchObject({ added: [], changed: ["share", "status", "abc", "reason", "action"] });
    expect(sheet.getRange("D1:K1").values).toEqual([[...scores, ...results, ""]]);
    await undoRun(trace);
    expect(sheet.getRange("F2:J7").values).toEqual(before);
  });
});

describe("where a blank column stands between a table of her own columns alone and our results", () => {
  test.each(ways)("these go when they are %s", async (_, back) => {
    const { host } = await openWorkbook(workbookOf([sheetOf("Clients", clients)]));
    const run = await classifyRows(request);
    const sheet = host.workbook.worksheets.getItem("Clients");
    sheet.getRange("D:D").insert("Right");
    sheet.tables.add("A1:C7", true);
    expect((await back(run)).stays).toEqual([]);
    expect(
      sheet
        .getRange("D1:I7")
        .values!.flat()
        .every((cell) => cell === ""),
    ).toBe(true);
    expect(sheet.getRange("A1:C7").values).toEqual(clients);
  });
});
