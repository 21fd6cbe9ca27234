import type { ExcelHost } from "../../src/host/excel-host";
import { sheetOf, sheetWithTable, workbookOf } from "../workbook-records";
import { clients } from "./lists";

/** A client list in a table, and a sheet of hers whose cells may count on it. */
export const countedTable = workbookOf([
  sheetWithTable("Clients", "Deals", clients),
  sheetOf("Notes", [["mine"]]),
]);
export const list = ({ workbook }: ExcelHost) => workbook.worksheets.getItem("Clients");
export const cells = ({ workbook }: ExcelHost) => workbook.worksheets.getItem("Notes").getRange("B1:C1");
export const headersNow = (host: ExcelHost) =>
  list(host)
    .getRange("A1:K1")
    .values![0].filter((cell) => cell !== "");
