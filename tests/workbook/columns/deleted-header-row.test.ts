import { classifyRows, portfolioReport } from "../../../src/workbook";
import { findOwnWork, removeKeyfolio } from "../../../src/workbook/undo/remove-keyfolio";
import { sheetOf, workbookOf, type Cell } from "../../workbook-records";
import { clients, request } from "../lists";
import { openWorkbook, ordered, problemOfRun } from "../session";

type Sheet = Awaited<ReturnType<typeof open>>["sheet"];

async function open() {
  const { host } = await openWorkbook(workbookOf([sheetOf("Clients", clients)]));
  await classifyRows(request);
  return { host, sheet: host.workbook.worksheets.getItem("Clients") };
}

const headersAnew = (sheet: Sheet, address: string, headers: readonly Cell[]) => {
  sheet.getRange("1:1").insert("Down");
  sheet.getRange(address).values = [headers as string[]];
};

const deeds: readonly [string, string, (sheet: Sheet) => void][] = [
  ["is not typed anew", "Clients!D1:H6", () => undefined],
  ["is typed anew over her own columns", "Clients!D2:H7", (sheet) => headersAnew(sheet, "A1:C1", clients[0])],
  [
    "is typed anew over all columns",
    "Clients!D2:H7",
    (sheet) => headersAnew(sheet, "A1:H1", [...clients[0], "Share", "Status", "ABC", "Reason", "Action"]),
  ],
];

describe.each(deeds)("where a header row that was deleted %s", (_, address, deed) => {
  test("a run writes no second set of columns, and says where the first one stands", async () => {
    const { host, sheet } = await open();
    sheet.getRange("1:1").delete("Up");
    deed(sheet);
    const before = ordered(await host.toRecord());
    expect(await problemOfRun(classifyRows(request))).toEqual({ kind: "unmarkedResults", address });
    expect(ordered(await host.toRecord())).toEqual(before);
  });

  test("removing everything tells of the results that stay", async () => {
    const { sheet } = await open();
    sheet.getRange("1:1").delete("Up");
    deed(sheet);
    const told = ["Share", "Status", "ABC", "Reason", "Action"].map((header) => ({
      kind: "unmarked",
      header,
    }));
    expect((await findOwnWork()).stays).toMatchObject(told);
    expect((await removeKeyfolio()).stays).toMatchObject(told);
    expect((await removeKeyfolio()).stays).toEqual([]);
  });
});

describe("columns whose marks have gone with the header row", () => {
  const typedAnew = async () => {
    const opened = await open();
    opened.sheet.getRange("1:1").delete("Up");
    headersAnew(opened.sheet, "A1:C1", clients[0]);
    return opened;
  };

  test("come again where she has deleted them", async () => {
    const { sheet } = await typedAnew();
    sheet.getRange("D:H").delete("Left");
    expect((await classifyRows(request)).written.added).toHaveLength(5);
    expect(sheet.getRange("D1:I1").values).toEqual([["Share", "Status", "ABC", "Reason", "Action", ""]]);
  });

  test("are hers where she has given them headers of her own, and ours come beside them", async () => {
    const { sheet } = await typedAnew();
    sheet.getRange("D1:H1").values = [["Part", "State", "Class", "Why", "What"]];
    const hers = sheet.getRange("A1:H7").values;
    expect((await classifyRows(request)).written.added).toHaveLength(5);
    expect(sheet.getRange("A1:H7").values).toEqual(hers);
  });

  test("do not stop a report, which writes none", async () => {
    await typedAnew();
    await expect(portfolioReport(request)).resolves.toBeDefined();
  });
});

test("a column of hers without a header is hers where she has deleted ours, whatever numbers it holds", async () => {
  const { sheet } = await open();
  sheet.getRange("D:H").delete("Left");
  sheet.getRange("D2:D7").values = [[0.1], [0.2], [0.05], [0.1], [0.3], [0]];
  await classifyRows(request);
  expect(sheet.getRange("D1:D3").values).toEqual([[""], [0.1], [0.2]]);
});

test("results that were copied from a sheet that is gone stop no run", async () => {
  const { host, sheet } = await open();
  const copied = sheet.getRange("A1:H7").values!;
  const other = host.workbook.worksheets.add("Archive");
  other.getRange("A1:H7").values = copied;
  sheet.delete();
  expect((await classifyRows(request)).written.added).toHaveLength(5);
});
