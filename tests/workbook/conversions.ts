import type { ExcelHost } from "../../src/host/excel-host";
import type { SheetRecord } from "../../src/host/workbook-record";
import { sheetOf, sheetWithTable } from "../workbook-records";
import { clients } from "./lists";

type Host = Pick<ExcelHost, "workbook">;
export type Conversion = (host: Host) => void;

const list = ({ workbook }: Host) => workbook.worksheets.getItem("Clients");
const toTable: Conversion = (host) =>
  void list(host).tables.add(list(host).getRange("A1").getSurroundingRegion(), true);
const toCells: Conversion = (host) => list(host).tables.items.forEach((table) => table.convertToRange());

/** What a client list becomes on its sheet, as it is at first, and the ways there and back. */
export const conversions: [becomes: string, sheet: SheetRecord, there: Conversion, back: Conversion][] = [
  ["made a table", sheetOf("Clients", clients), toTable, toCells],
  ["made plain cells", sheetWithTable("Clients", "Deals", clients), toCells, toTable],
];
