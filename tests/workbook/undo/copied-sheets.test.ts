import { classifyRows, dossier } from "../../../src/workbook";
import { removeKeyfolio } from "../../../src/workbook/undo/remove-keyfolio";
import { undoRun } from "../../../src/workbook/undo/undo-run";
import { sheetOf } from "../../workbook-records";
import { withCopy } from "../copied-sheet";
import { clients, invoices, request } from "../lists";
import { added } from "../score-columns/added";
import { openWorkbook } from "../session";

const page = "Dossier Northern Mills";

/** A dossier and a copy of it. */
async function dossiers() {
  const first = await openWorkbook([sheetOf("Clients", clients)]);
  const { trace } = await dossier({ ...request, client: "Northern Mills" });
  return { trace, ...(await openWorkbook(withCopy(await first.host.toRecord(), page))) };
}

test("a sheet of ours that stays keeps its mark though a copy of it goes when everything is removed", async () => {
  const { host } = await dossiers();
  host.workbook.worksheets.getItem(page).getRange("C20").values = [["hers"]];
  expect(await removeKeyfolio()).toMatchObject({ sheets: ["Copy"], stays: [{ sheet: page }] });
  expect((await host.toRecord()).names).toMatchObject([
    { scope: null, name: "keyfolio.sheet.dossier1" },
    { scope: null, name: "keyfolio.form.dossier1" },
  ]);
  await dossier({ ...request, client: "Northern Mills" });
  expect((await host.toRecord()).sheets.map(({ name }) => name)).toEqual(["Clients", page]);
});

test("a copy of a sheet of ours keeps its marks when the run is undone that made the sheet", async () => {
  const { host, trace } = await dossiers();
  await undoRun(trace);
  const { sheets, names } = await host.toRecord();
  expect(sheets.map(({ name }) => name)).toEqual(["Clients", "Copy"]);
  expect(new Set(names.map(({ scope }) => scope))).toEqual(new Set(["Copy"]));
});

test.each([
  ["a list made of lines", () => openWorkbook([sheetOf("Journal", invoices)]), () => classifyRows(request)],
  ["empty score columns", () => openWorkbook([sheetOf("Clients", clients)]), added],
])("on a copied sheet with %s no mark of ours stays, but her cells do", async (_, open, run) => {
  const first = await open();
  await run();
  const { host } = await openWorkbook(withCopy(await first.host.toRecord(), "Clients"));
  expect((await removeKeyfolio()).stays).toEqual([]);
  const { sheets, names } = await host.toRecord();
  expect(names).toEqual([]);
  expect(sheets.find(({ name }) => name === "Copy")!.cells.length).toBeGreaterThan(5);
});

test("a name of the user's that begins like ours stays with its value when everything is removed", async () => {
  const { host } = await openWorkbook([sheetOf("Clients", clients)]);
  const { workbook } = host;
  workbook.names.add("keyfolio.rate", "=0.2");
  const cell = workbook.worksheets.getItem("Clients").getRange("K1");
  cell.formulas = [["=keyfolio.rate*100"]];
  await classifyRows(request);
  await removeKeyfolio();
  expect((await host.toRecord()).names).toMatchObject([{ name: "keyfolio.rate", formula: "=0.2" }]);
  expect(cell.values).toEqual([[20]]);
});
