import type { StartedExcel } from "../../excel";
import { withChoice } from "../../../src/portfolio";
import { removeKeyfolio } from "../../../src/workbook/undo/remove-keyfolio";
import { classifyRows, readList, saveCosts, saveMapping } from "../../../src/workbook";
import { sheetOf } from "../../workbook-records";
import { conversions } from "../conversions";
import { clients, request } from "../lists";
import { openWorkbook } from "../session";

const pins = [{ client: "Old Foundry", status: "key" as const, reason: "", until: null }];
const costs = { fixedCosts: 1200, discounts: [] };
const sheetIn = ({ host }: StartedExcel) => host.workbook.worksheets.getItem("Clients");
/** What the pane knows of the list that stands there now. */
const known = async () => {
  const { identity, mapping, costs: reckoned, runs, classified } = await readList(null);
  return { identity, classified, pins: mapping?.choices?.pins, costs: reckoned, runs: runs.runs.length };
};

describe.each(conversions)("a list that is %s", (_, sheet, convert, back) => {
  const decided = async () => {
    const excel = await openWorkbook([sheet]);
    const { identity, mapping } = await readList(null);
    await saveMapping(identity, withChoice(mapping!, { pins }));
    await saveCosts(identity, costs);
    await classifyRows(request);
    return excel;
  };
  const decisions = { classified: true, pins, costs, runs: 1 };

  test("keeps what was decided about it, and its runs", async () => {
    const excel = await decided();
    convert(excel.host);
    expect(await known()).toMatchObject(decisions);
    await classifyRows(request);
    expect(await known()).toMatchObject(decisions);
    back(excel.host);
    expect(await known()).toMatchObject(decisions);
  });

  test("loses its result columns when everything is removed", async () => {
    const excel = await decided();
    convert(excel.host);
    expect((await removeKeyfolio()).stays).toEqual([]);
    const [{ cells }] = (await excel.host.toRecord()).sheets;
    expect(Math.max(...cells.map(({ column }) => column))).toBe(clients[0].length - 1);
  });

  test("keeps what is decided after that, whatever it becomes", async () => {
    const excel = await decided();
    convert(excel.host);
    const { identity, mapping } = await readList(null);
    await saveMapping(identity, withChoice(mapping!, { pins: [] }));
    await saveCosts(identity, { ...costs, fixedCosts: 5 });
    sheetIn(excel).getRange("C2").values = [[77_000]];
    await classifyRows(request);
    const later = { classified: true, pins: [], costs: { ...costs, fixedCosts: 5 }, runs: 2 };
    expect(await known()).toMatchObject(later);
    back(excel.host);
    expect(await known()).toMatchObject(later);
    convert(excel.host);
    expect(await known()).toMatchObject(later);
  });
});

test("another list of the sheet does not take over what was decided", async () => {
  const excel = await openWorkbook([sheetOf("Clients", clients)]);
  const { identity, mapping } = await readList(null);
  await saveMapping(identity, withChoice(mapping!, { pins }));
  await saveCosts(identity, costs);
  await classifyRows(request);
  const sheet = sheetIn(excel);
  sheet.getRange("T1").getResizedRange(clients.length - 1, clients[0].length - 1).values =
    clients as unknown[][];
  const table = sheet.tables.add(sheet.getRange("T1").getSurroundingRegion(), true);
  const other = { sheetId: identity.sheetId, tableId: table.id };
  const unknown = { pins: undefined, costs: { fixedCosts: 0, discounts: [] } };
  const of = async () => {
    const reading = await readList(other);
    return { pins: reading.mapping?.choices?.pins, costs: reading.costs };
  };
  expect(await of()).toEqual(unknown);
  await classifyRows({ ...request, source: other });
  expect(await of()).toEqual(unknown);
  expect((await readList(null)).identity).toBeDefined();
});
