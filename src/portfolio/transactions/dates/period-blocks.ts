import { periodsInTitles } from "../../layout/alike-sheets";
import { repeatedHeaderSteps } from "../../layout/repeated-headers";
import type { SourceColumn, SourceList } from "../../list/source-list";
import { totalName } from "../../list/total-rows";
import { finish } from "../../steps";
import { textAt } from "../derived-columns";
import type { LineColumns } from "../transaction-columns";
import { inPeriods, type PeriodRows, type RowsOfPeriods } from "./period-rows";

/** A part of a list below its own header, with the titles above that header from the nearest one up. */
interface Block {
  titles: string[];
  rows: number[];
}

/**
 * Amounts of a list whose header comes back once per period, with the period in the title above: `Январь 2025`, the header and
 * its clients, `Февраль 2025`, the header again. Null for every other list.
 *
 * @param asOf ISO day that places months without a year
 */
export function periodBlocksOf(list: SourceList, columns: LineColumns, asOf: string): PeriodRows | null {
  const { amount, client, date } = columns;
  if (!amount || date || (list.titles ?? []).length === 0) return null;
  const blocks = blocksOf(list, columns);
  if (blocks.length < 2 || !comeBack(blocks, client)) return null;
  const periods = periodsInTitles(blocks, asOf);
  if (!periods || periods[0].unit === "day") return null;
  const found: RowsOfPeriods = {
    rowsOf: new Map(),
    nameRow: new Int32Array(list.rowCount).fill(-1),
  };
  blocks.forEach(({ rows }, at) => {
    found.rowsOf.set(at, new Set(rows));
    for (const row of rows) if (textAt(client, row) !== "") found.nameRow[row] = row;
  });
  return inPeriods(list, { ...columns, amount }, found, periods);
}

/** Clients that buy in one block only are those that came, or left, in its period: `Since 2024`, `New in 2025`. */
function comeBack(blocks: readonly Block[], client: SourceColumn): boolean {
  const names = blocks.map(({ rows }) => [...new Set(rows.map((row) => textAt(client, row)))]);
  const count = new Map<string, number>();
  for (const name of names.flat()) count.set(name, (count.get(name) ?? 0) + 1);
  return names.every((those) => {
    const others = those.filter((name) => count.get(name)! > 1).length;
    return others > 0 && 2 * others >= those.length;
  });
}

function blocksOf(list: SourceList, { client }: LineColumns): Block[] {
  const headers = finish(repeatedHeaderSteps(list));
  const blocks: Block[] = [{ titles: [...(list.titles ?? [])].reverse(), rows: [] }];
  const header = String(client.header).trim().toLowerCase();
  let titles: string[] = [];
  for (let row = 0; row < list.rowCount; row++) {
    if (headers[row]) {
      const texts = list.columns.map((column) => textAt(column, row)).filter((text) => text !== "");
      if (texts.length > 1 && header.endsWith(textAt(client, row).toLowerCase())) {
        blocks.push({ titles, rows: [] });
        titles = [];
      } else titles.unshift(...texts);
    } else if (textAt(client, row) !== "" && totalName(textAt(client, row)) !== "sure")
      blocks.at(-1)!.rows.push(row);
  }
  return blocks;
}
