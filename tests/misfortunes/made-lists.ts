import type { SheetRecord, WorkbookRecord } from "../../src/host/workbook-record";
import { resultsOf } from "../../src/workbook/columns/results/result-texts";
import { sameCell } from "../../src/workbook/columns/results/result-plan";
import { firstCellOf, madeListOf } from "../../src/workbook/marks/own-names";
import type { Ending } from "./operations";
import { contentOf, ownColumnsIn } from "./user-world";

/** Cells of the list of clients that was made of lines: by client, then by header. Null without one. */
function madeIn({ sheets, names }: WorkbookRecord): Map<string, Map<string, unknown>> | null {
  // The mark of a list whose sheet somebody has deleted may still be there.
  const marked = names
    .filter(({ name }) => madeListOf(name) !== null && !name.includes("place"))
    .flatMap(({ formula }) => firstCellOf(formula)?.sheet ?? []);
  const sheet = sheets.find(({ name }) => name === marked.at(0));
  const table = sheet?.tables.at(0);
  if (!sheet || !table) return null;
  const { row, column, rows } = table.area;
  const clients = new Map<string, Map<string, unknown>>();
  for (let r = row + 1; r < row + rows; r++) {
    const cells = table.columns.map(({ name }, c) => [name, at(sheet, r, column + c)] as const);
    clients.set(String(cells[0][1]), new Map(cells));
  }
  return clients;
}

function at({ cells }: SheetRecord, row: number, column: number): unknown {
  return contentOf(cells.find((cell) => cell.row === row && cell.column === column));
}

/** What a made list shows otherwise than one that was made for the first time. */
export function differencesOfMade(actual: WorkbookRecord, pattern: WorkbookRecord): string[] {
  const [is, wanted] = [madeIn(actual), madeIn(pattern)];
  if (!wanted) return [];
  if (!is) return ["then has no list of clients"];
  return [...wanted].flatMap(([client, cells]) => {
    const row = is.get(client);
    if (!row) return [`then lacks ${client} in the list of clients`];
    return [...cells].flatMap(([header, cell]) => {
      const found = row.get(header) ?? "";
      return sameCell(cell as string, found as string)
        ? []
        : [`then shows ${header} of ${client} as ${JSON.stringify(found)}, not ${JSON.stringify(cell)}`];
    });
  });
}

/** Classes that stand beside another client of the made list than they were found for. */
export function wrongClassesOfMade(
  record: WorkbookRecord,
  { classification, language }: NonNullable<Ending["outcome"]>,
): string[] {
  const shown = madeIn(record);
  if (!shown) return [];
  return ownColumnsIn(record).flatMap(({ kind, sheet: name, row, column }) => {
    if (kind === "score") return [];
    const header = String(
      at(
        record.sheets.find((sheet) => sheet.name === name)!,
        row,
        column,
      ),
    );
    const results = resultsOf(kind, classification, language);
    return classification.portfolio.clients.flatMap((client, i) => {
      const [found, of] = [shown.get(client)?.get(header), results?.[i] ?? ""];
      return found === undefined || sameCell(of, found as string)
        ? []
        : [`${kind} of ${client} is ${JSON.stringify(found)}, not ${JSON.stringify(of)}`];
    });
  });
}

/** Remarks that stand beside another client than she wrote them for. */
export function strayRemarks(record: WorkbookRecord): string[] {
  return [...(madeIn(record) ?? [])].flatMap(([client, cells]) => {
    const remark = String(cells.get("Remark") ?? "");
    return remark === "" || remark.endsWith(` of ${client}`) ? [] : [`has ${remark} beside ${client}`];
  });
}
