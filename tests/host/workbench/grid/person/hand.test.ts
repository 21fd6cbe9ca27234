import type { HostError } from "../../../../../src/host/model/host-error";
import { Hand } from "../../../../../src/host/workbench/grid/person/hand";
import { ListHand } from "../../../../../src/host/workbench/grid/person/list-hand";
import type { SheetRecord } from "../../../../../src/host/workbook-record";
import { type StartedExcel, startExcel } from "../../../../excel";
import { sheetOf, sheetWithTable } from "../../../../workbook-records";

let excel: StartedExcel;
afterEach(() => excel.stop());

async function handIn(sheets: SheetRecord[]) {
  excel = await startExcel(sheets);
  const refusals: HostError["code"][] = [];
  const hand = new Hand(excel.host, ({ code }) => refusals.push(code));
  const [{ id }] = excel.host.workbook.worksheets.items;
  const lists = new ListHand(hand);
  return { hand, lists, id, refusals, record: () => excel.host.toRecord(), cell: cellReader(id) };
}

const cellReader = (id: string) => (address: string) =>
  excel.host.workbook.worksheets.getItem(id).getRange(address).values?.[0][0];

const clients = () =>
  sheetWithTable("Clients", "Sales", [
    ["Client", "Manager"],
    ["Aster", "Ann"],
    ["Birch", "Bob"],
    ["Cedar", "Ann"],
  ]);

const cellAt = (row: number, column: number) => ({ row, column, rows: 1, columns: 1 });

/** What the add-in hears while something is done. */
async function heard(work: () => void): Promise<string[]> {
  const events: string[] = [];
  await excel.run(async (context) => {
    const { worksheets } = context.workbook;
    worksheets.onChanged.add(async ({ address, source }) => void events.push(`changed ${address} ${source}`));
    worksheets.onSelectionChanged.add(async ({ address }) => void events.push(`selected ${address}`));
    worksheets.onActivated.add(async () => void events.push("activated"));
    worksheets.onDeactivated.add(async () => void events.push("deactivated"));
    await context.sync();
  });
  work();
  await new Promise((resolve) => setTimeout(resolve, 100));
  return events;
}

describe("a person's hand", () => {
  it("types, calculates and is heard by the add-in", async () => {
    const { hand, id, cell } = await handIn([sheetOf("S", [[2, "=A1*2"]])]);
    expect(await heard(() => hand.type(id, cellAt(0, 0), "5"))).toEqual(["changed A1 Local"]);
    await excel.host.toRecord();
    expect(cell("B1")).toBe(10);
  });

  it("does not write what is typed again as it stands", async () => {
    const { hand, id } = await handIn([sheetOf("S", [[2]])]);
    expect(await heard(() => hand.type(id, cellAt(0, 0), "2"))).toEqual([]);
  });

  it("selects and changes sheets, once each", async () => {
    const { hand, id } = await handIn([sheetOf("S", []), sheetOf("T", [])]);
    const other = excel.host.workbook.worksheets.getItem("T").id;
    const events = await heard(() => {
      hand.select(id, cellAt(2, 1));
      hand.select(id, cellAt(2, 1));
      hand.activate(other);
    });
    expect(events).toEqual(["selected B3", "deactivated", "activated"]);
  });

  it("is told what is refused, and nothing has changed", async () => {
    const sheet = clients();
    sheet.protection = { options: {}, hasPassword: false };
    const { hand, id, refusals, record } = await handIn([sheet]);
    const before = await record();
    expect(hand.type(id, cellAt(1, 0), "Other")).toBe(false);
    expect(hand.insert(id, { row: 1, rows: 1, column: 0, columns: 16_384 }, "Down")).toBe(false);
    expect(refusals).toEqual(["AccessDenied", "AccessDenied"]);
    expect(await record()).toEqual(before);
  });

  it("filters a table by what a cell shows, and shows all rows again", async () => {
    const { lists, id, record } = await handIn([clients()]);
    lists.filter(id, 1, 1, { filterOn: "Values", values: ["Ann"] });
    expect((await record()).sheets[0].rows).toEqual([{ index: 2, hidden: true }]);
    expect((await record()).sheets[0].tables[0].filtered).toBe(true);
    lists.clear(id, 1, 1);
    expect((await record()).sheets[0].rows).toEqual([]);
  });

  it("filters a list that is no table by a filter of the sheet", async () => {
    const rows = [
      ["Client", "Manager"],
      ["Aster", "Ann"],
      ["Birch", "Bob"],
    ];
    const { lists, id, record } = await handIn([sheetOf("S", rows)]);
    lists.filter(id, 2, 1, { filterOn: "Values", values: ["Bob"] });
    expect((await record()).sheets[0].filter).toEqual({
      area: { row: 0, column: 0, rows: 3, columns: 2 },
      active: true,
    });
    lists.clear(id, 2, 1);
    expect((await record()).sheets[0].filter?.active).toBe(false);
  });

  it("sorts the list around a cell, with headers and totals in their places", async () => {
    const { lists, id, cell } = await handIn([
      sheetOf("S", [
        ["Client", "Sales"],
        ["Birch", 2],
        ["Aster", 3],
      ]),
    ]);
    lists.sort(id, 2, 0, true);
    expect(["A1", "A2", "A3", "B2"].map(cell)).toEqual(["Client", "Aster", "Birch", 3]);
    lists.sort(id, 1, 1, true);
    expect(["A1", "A2", "A3"].map(cell)).toEqual(["Client", "Birch", "Aster"]);
  });

  it("puts filter buttons on a list and takes them away", async () => {
    const { lists, id, record } = await handIn([clients()]);
    lists.filter(id, 1, 1, { filterOn: "Values", values: ["Ann"] });
    lists.toggleButtons(id, 1, 1);
    expect((await record()).sheets[0].tables[0]).toMatchObject({ showFilterButton: false, filtered: false });
    expect((await record()).sheets[0].rows).toEqual([]);
    lists.toggleButtons(id, 1, 1);
    expect((await record()).sheets[0].tables[0].showFilterButton).toBe(true);
  });

  it("pastes past the rows that a filter hides", async () => {
    const { hand, lists, id, cell } = await handIn([clients()]);
    lists.filter(id, 1, 1, { filterOn: "Values", values: ["Ann"] });
    hand.write(id, { area: { row: 1, column: 0, rows: 3, columns: 1 }, contents: [["X"], ["Y"], ["Z"]] });
    expect(["A2", "A3", "A4"].map(cell)).toEqual(["X", "Birch", "Z"]);
  });

  it("adds, renames, moves, hides and deletes sheets", async () => {
    const { hand, id, refusals, record } = await handIn([sheetOf("S", []), sheetOf("T", [])]);
    hand.addSheet(1);
    expect((await record()).sheets.map(({ name }) => name)).toEqual(["S", "Sheet3", "T"]);
    expect((await record()).activeSheet).toBe(1);
    hand.renameSheet(id, "First");
    hand.moveSheet(id, 2);
    expect((await record()).sheets.map(({ name }) => name)).toEqual(["Sheet3", "T", "First"]);
    hand.showSheet(id, false);
    hand.deleteSheet(excel.host.workbook.worksheets.getItem("T").id);
    expect((await record()).sheets.map(({ name, visibility }) => [name, visibility])).toEqual([
      ["Sheet3", "Visible"],
      ["First", "Hidden"],
    ]);
    hand.renameSheet(id, "Sheet3");
    expect(refusals).toEqual(["ItemAlreadyExists"]);
  });

  it("sets widths, heights, fonts and frozen panes", async () => {
    const { hand, id, record } = await handIn([sheetOf("S", [["x"]])]);
    hand.setColumnWidths(id, new Map([[0, 90]]));
    hand.setRowHeights(id, new Map([[0, 30]]));
    hand.setFont(id, cellAt(0, 0), { bold: true, underline: true });
    hand.freeze(id, 1, 0);
    const [sheet] = (await record()).sheets;
    expect(sheet.columns).toEqual([{ index: 0, width: 90 }]);
    expect(sheet.rows).toEqual([{ index: 0, height: 30 }]);
    expect(sheet.cells[0].format?.font).toEqual({ bold: true, underline: true });
    expect(sheet.frozen).toEqual({ rows: 1, columns: 0 });
  });
});
