import { periodsInTitles } from "../../layout/alike-sheets";
import { repeatedHeaderSteps } from "../../layout/repeated-headers";
import type { SourceColumn, SourceList } from "../../list/source-list";
import { totalName } from "../../list/total-rows";
import { finish } from "../../steps";
import { textAt } from "../derived-columns";
import type { LineColumns } from "../transaction-columns";
import { inPeriods, type PeriodRows } from "./period-rows";

/** A part of a list below its own header: the titles above that header from the nearest one up, its clients and their rows. */
interface Block {
  titles: string[];
  clients: Set<string>;
  rows: Set<number>;
}

/**
 * Amounts of a list whose header comes back once per period, with the period in the title above: `Январь 2025`, the header and
 * its clients, `Февраль 2025`, the header again. Null for every other list.
 *
 * @param asOf ISO day that places months without a year
 */
export function periodBlocksOf(list: SourceList, columns: LineColumns, asOf: string): PeriodRows | null {
  const { amount, client, date } = columns;
  if (!amount || date || !list.titles?.length) return null;
  const header = String(client.header).trim().toLowerCase();
  // Whole, or as the last part of a header that was composed with those above.
  const repeats = (name: string) => header.endsWith(name.toLowerCase());
  const texts = [...client.others.values()];
  // A quick no for lists of clients, before header rows are looked for in all columns.
  if (texts.length === list.rowCount && !texts.some((text) => repeats(String(text).trim()))) return null;
  const blocks = blocksOf(list, client, repeats);
  if (blocks.length < 2 || !blocks.every((block) => comesBack(block, blocks))) return null;
  const periods = periodsInTitles(blocks, asOf);
  if (!periods || periods[0].unit === "day") return null;
  const nameRow = new Int32Array(list.rowCount).fill(-1);
  for (const { rows } of blocks) for (const row of rows) nameRow[row] = row;
  const rowsOf = new Map(blocks.map(({ rows }, at) => [at, rows]));
  return inPeriods(list, { ...columns, amount }, { rowsOf, nameRow }, periods);
}

/** Clients that buy in one block only are those that came, or left, in its period: `Since 2024`, `New in 2025`. */
function comesBack({ clients }: Block, blocks: readonly Block[]): boolean {
  const others = blocks.filter((other) => other.clients !== clients);
  const known = [...clients].filter((name) => others.some((other) => other.clients.has(name))).length;
  return known > 0 && 2 * known >= clients.size;
}

function blocksOf(list: SourceList, client: SourceColumn, repeats: (name: string) => boolean): Block[] {
  const headers = finish(repeatedHeaderSteps(list));
  const blockBelow = (titles: string[]): Block => ({ titles, clients: new Set(), rows: new Set() });
  const blocks = [blockBelow([...(list.titles ?? [])].reverse())];
  let titles: string[] = [];
  for (let row = 0; row < list.rowCount; row++) {
    const name = textAt(client, row);
    if (headers[row]) {
      const texts = list.columns.map((column) => textAt(column, row)).filter((text) => text !== "");
      if (texts.length > 1 && repeats(name)) {
        blocks.push(blockBelow(titles));
        titles = [];
      } else titles.unshift(...texts);
    } else if (name !== "" && totalName(name) !== "sure") {
      const block = blocks[blocks.length - 1];
      block.clients.add(name);
      block.rows.add(row);
    }
  }
  return blocks;
}
