import type { ExcelHost } from "../../src/host/excel-host";
import { sortRows } from "../../src/host/model/sheet/sort-rows";
import type { Draws } from "../draws";
import type { Deed, Seen } from "./deeds";

const sheetIn = ({ workbook }: ExcelHost, { sheet }: Seen) => workbook.worksheets.getItem(sheet);
const tableIn = (host: ExcelHost, seen: Seen) => sheetIn(host, seen).tables.items.at(0) ?? null;
/** Header row and rows, her own columns alone. */
const listOf = (host: ExcelHost, { top, left, rowCount, width, ...seen }: Seen) =>
  sheetIn(host, { top, left, rowCount, width, ...seen }).getRangeByIndexes(top, left, rowCount + 1, width);

/** One past the last column of the list, results included. */
function rightOf(host: ExcelHost, seen: Seen): number {
  const { row, column, columns } = tableIn(host, seen)?.$record.area ?? { row: -1, column: 0, columns: 0 };
  if (row === seen.top) return column + columns;
  let right = seen.left + seen.width;
  while (sheetIn(host, seen).getCell(seen.top, right).values![0][0] !== "") right++;
  return right;
}

const hasTotals = (host: ExcelHost, seen: Seen): boolean => tableIn(host, seen)?.$record.showTotals === true;

type Maker = (draw: Draws, seen: Seen) => Deed | null;

/** What people do to a list between two runs; each is done in the workbook with Keyfolio's columns and in its twin. */
export const between: readonly Maker[] = [
  (draw, seen) => {
    if (seen.kind !== "region" || seen.isHeadless) return null;
    const [at, isTyped] = [{ ...seen }, draw.chance(0.7)];
    if (!isTyped) {
      seen.isHeadless = true;
      seen.rowCount--;
    }
    return {
      name: isTyped ? "deletes the header row and types it anew" : "deletes the header row",
      touchesOurs: true,
      do(host) {
        const headers = listOf(host, { ...at, rowCount: 0 }).values!;
        const row = `${at.top + 1}:${at.top + 1}`;
        sheetIn(host, at).getRange(row).delete("Up");
        if (!isTyped) return;
        sheetIn(host, at).getRange(row).insert("Down");
        sheetIn(host, at).getRange(row).clear("Formats");
        listOf(host, { ...at, rowCount: 0 }).values = headers;
      },
    };
  },
  (_, seen) => {
    if (seen.kind !== "region" || seen.isHeadless) return null;
    const at = { ...seen };
    seen.kind = "table";
    return {
      name: "makes a table of her own columns alone",
      do(host) {
        host.workbook.tables.add(listOf(host, at).address, true);
      },
    };
  },
  (_, seen) => {
    if (seen.kind !== "table") return null;
    const at = { ...seen };
    seen.kind = "region";
    return { name: "makes the table plain cells", do: (host) => void tableIn(host, at)?.convertToRange() };
  },
  (_, seen) => {
    if (seen.kind !== "table") return null;
    const at = { ...seen };
    return {
      name: "makes the table as narrow as her own columns",
      do(host) {
        const table = tableIn(host, at);
        if (table && !hasTotals(host, at)) table.resize(listOf(host, at).address);
      },
    };
  },
  (draw, seen) => {
    if (seen.isHeadless) return null;
    const [at, name, amount] = [{ ...seen }, `Late ${draw.integer(1, 1e6)}`, draw.integer(1, 9000)];
    seen.rowCount++;
    return {
      name: "adds a client below",
      do(host) {
        const table = tableIn(host, at);
        const row = at.top + at.rowCount + 1;
        if (hasTotals(host, at))
          sheetIn(host, at)
            .getRange(`${row + 1}:${row + 1}`)
            .insert("Down");
        else if (table) {
          const { column, columns } = table.$record.area;
          table.resize(sheetIn(host, at).getRangeByIndexes(at.top, column, at.rowCount + 2, columns).address);
        }
        sheetIn(host, at).getCell(row, at.left).values = [[name]];
        sheetIn(host, at).getCell(row, at.left + at.width - 1).values = [[amount]];
      },
    };
  },
  (draw, seen) => {
    if (seen.isHeadless || seen.rowCount < 4) return null;
    const [at, row] = [{ ...seen }, seen.top + draw.integer(2, seen.rowCount)];
    const [by, ascending] = [draw.pick([0, seen.width - 1]), draw.chance(0.5)];
    seen.rowCount++;
    let right: number | undefined;
    return {
      name: "inserts a blank row and sorts the list",
      do(host) {
        sheetIn(host, at)
          .getRange(`${row + 1}:${row + 1}`)
          .insert("Down");
        // Fills of hers under columns of ours are sorted with them.
        right ??= rightOf(host, at);
        const columns = (at.kind === "table" ? rightOf(host, at) : right) - at.left;
        const area = { row: at.top + 1, rows: at.rowCount + 1, column: at.left, columns };
        sortRows(sheetIn(host, at).$state, area, at.left + by, ascending);
      },
    };
  },
  (draw, seen) => {
    // Where columns of a table go, what stands beside them moves.
    if (seen.kind !== "region") return null;
    const [at, row, off] = [{ ...seen }, seen.top + draw.integer(0, 2), draw.integer(0, 2)];
    let column: number | undefined;
    return {
      name: "paints a cell beside the list",
      do(host) {
        column ??= rightOf(host, at) + off;
        sheetIn(host, at).getCell(row, column).format.fill.color = "#00FFFF";
      },
    };
  },
];
