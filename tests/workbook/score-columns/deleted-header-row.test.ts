import { removeKeyfolio } from "../../../src/workbook/undo/remove-keyfolio";
import { undoRun } from "../../../src/workbook/undo/undo-run";
import type { ScoreColumnsTrace } from "../../../src/workbook/score-columns/add-score-columns";
import { sheetOf } from "../../workbook-records";
import { clients } from "../lists";
import { openWorkbook, ordered } from "../session";
import { added, headers } from "./added";

const ways: readonly [string, (trace: ScoreColumnsTrace) => ReturnType<typeof removeKeyfolio>][] = [
  ["undone", (trace) => undoRun(trace)],
  ["removed", () => removeKeyfolio()],
];

async function open() {
  const { host } = await openWorkbook([sheetOf("Clients", clients)]);
  const trace = (await added())!;
  const sheet = host.workbook.worksheets.getItem("Clients");
  sheet.getRange("1:1").delete("Up");
  return { host, trace, sheet };
}

describe.each(ways)("columns for scores whose header row she has deleted, when they are %s", (_, back) => {
  test("leave no rule in any row", async () => {
    const { host, trace } = await open();
    expect((await back(trace)).stays).toEqual([]);
    const record = ordered(await host.toRecord());
    expect(record.sheets[0].dataValidations ?? []).toEqual([]);
    expect(record.names).toEqual([]);
  });

  test("stay where she has scored the first client, and are told as scores", async () => {
    const { trace, sheet } = await open();
    sheet.getRange("D1").values = [[7]];
    const told = { kind: "scores", header: headers[0], address: "Clients!D1", count: 1 };
    expect((await back(trace)).stays).toEqual([told]);
    expect(sheet.getRange("D1:E1").values).toEqual([[7, ""]]);
  });

  test("get no header in the row of a client where she has scored another one", async () => {
    const { trace, sheet } = await open();
    sheet.getRange("D3").values = [[7]];
    const told = { kind: "scores", header: headers[0], address: "Clients!D3", count: 1 };
    expect((await back(trace)).stays).toEqual([told]);
    expect(sheet.getRange("D1:E3").values).toEqual([
      ["", ""],
      ["", ""],
      [7, ""],
    ]);
  });

  test("leave the fill that she has given the cells of the first client", async () => {
    const { trace, sheet } = await open();
    sheet.getRange("D1").format.fill.color = "#00FFFF";
    await back(trace);
    expect(sheet.getRange("D1").format.fill.color).toBe("#00FFFF");
  });
});
