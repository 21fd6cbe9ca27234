import { whatStaysText } from "../../../src/locales/what-stays-text";
import { classifyRows } from "../../../src/workbook";
import { findOwnWork } from "../../../src/workbook/undo/remove-keyfolio";
import { sheetWithTable } from "../../workbook-records";
import { clients, request } from "../lists";
import { openWorkbook } from "../session";
import { ways } from "../ways-back";

test.each(ways)(
  "a column of which the total row of the table counts says so when they are %s",
  async (_, back) => {
    const { host } = await openWorkbook([sheetWithTable("Clients", "Deals", clients)]);
    const run = await classifyRows(request);
    // Excel puts a SUBTOTAL below the last column by itself.
    host.workbook.tables.getItem("Deals").showTotals = true;
    const told = { kind: "referredColumn", header: "Action", isTotal: true };
    expect((await findOwnWork()).stays).toEqual([{ ...told, address: "Clients!H1:H8", by: ["Clients!H8"] }]);
    const { stays } = await back(run);
    expect(stays).toEqual([{ ...told, address: "Clients!D1:D8", by: ["Clients!D8"] }]);
    expect(whatStaysText(stays[0], "en")).toContain(
      "the total row of the table has a formula for it in Clients!D8",
    );
    expect(whatStaysText(stays[0], "ru")).toContain("в строке итогов таблицы, в ячейке Clients!D8");
  },
);
