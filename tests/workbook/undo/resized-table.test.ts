import { classifyRows } from "../../../src/workbook";
import type { ExcelHost } from "../../../src/host/excel-host";
import { removeKeyfolio } from "../../../src/workbook/undo/remove-keyfolio";
import { undoRun } from "../../../src/workbook/undo/undo-run";
import { sheetOf, sheetWithTable } from "../../workbook-records";
import { clients, request } from "../lists";
import { openWorkbook, ordered } from "../session";

const open = () => openWorkbook([sheetWithTable("Clients", "Deals", clients), sheetOf("Notes", [["mine"]])]);
const resize = ({ workbook }: ExcelHost, address: string) => workbook.tables.getItem("Deals").resize(address);

type Run = Awaited<ReturnType<typeof classifyRows>>;
const ways: [string, (run: Run) => ReturnType<typeof removeKeyfolio>][] = [
  ["undone", ({ trace }) => undoRun(trace)],
  ["removed", () => removeKeyfolio()],
];

test.each(ways)(
  "columns that a table made narrower leaves out go with all that they look like when they are %s",
  async (_, back) => {
    const { host } = await open();
    const before = ordered(await host.toRecord());
    const run = await classifyRows(request);
    resize(host, "A1:C7");
    expect((await back(run)).stays).toEqual([]);
    expect(ordered(await host.toRecord())).toEqual(before);
  },
);
