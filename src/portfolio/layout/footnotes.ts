import { totalName } from "../list/total-rows";
import { kindOf } from "./cell-kind";
import { filledCells, type Block, type HeaderRow, type RowGroup } from "./header-row";

/**
 * Whether rows apart from the list are notes, stamps and signatures: no number where the list has them, and never a row of the
 * list's kind.
 */
export function isFootnote(block: Block, header: HeaderRow, { from, to }: RowGroup): boolean {
  const { numeric, texts } = header;
  for (let row = from; row < to; row++) {
    const cells = filledCells(block, row, block.columns);
    const over = numeric.size === 0 ? cells : cells.filter(({ column }) => numeric.has(column));
    if (over.some(({ cell }) => kindOf(cell) === "number")) return false;
    if (numeric.size > 0 && over.length > 0) continue;
    const names = numeric.size === 0 ? cells.length : cells.filter(({ column }) => texts.has(column)).length;
    const most = numeric.size === 0 ? block.columns.length : texts.size;
    if (names > 1 && names * 2 > most) return false;
  }
  return true;
}

const noteWords =
  /^(?:\*|примечани[ея]|notes?|источник|source|сформирован[оа]?|отч[её]т (?:сформирован|подготовлен|построен)|generated|printed|prepared|created|exported|as of|подготовил[аи]?|составил[аи]?|исполнитель|руководитель|дата (?:печати|формирования|отч[её]та)|applied filters|конец отч[её]та|end of report)(?![a-zа-я])/i;
const timeStamp = /(?<!\d)\d{1,2}:\d{2}(?!\d)/;
const longestName = 120;

const mostNotes = 20;

/**
 * Where a list ends without the notes that follow it without a blank row: lone texts after its total, or from the first one on
 * that no client is called.
 *
 * @param end the row after the last
 */
export function endWithoutNotes(block: Block, header: HeaderRow, first: number, end: number): number {
  if (header.numeric.size === 0) return end;
  let start = end;
  while (start > Math.max(first, end - mostNotes) && loneText(block, header, start - 1) !== null) start--;
  if (start > first && start < end && isTotalRow(block, start - 1)) return start;
  for (let row = start; row < end; row++) if (isNote(loneText(block, header, row)!)) return row;
  return end;
}

/** The only text of a row without numbers, "" of a blank row; null of any other row. */
function loneText(block: Block, { numeric }: HeaderRow, row: number): string | null {
  const cells = filledCells(block, row, block.columns);
  if (cells.length === 0) return "";
  const [{ column, cell }] = cells;
  return cells.length === 1 && !numeric.has(column) && typeof cell === "string" ? cell.trim() : null;
}

const isNote = (text: string): boolean =>
  noteWords.test(text) || timeStamp.test(text) || text.length > longestName;

/** Whether a row is the total of the list: nothing of the list follows it. */
function isTotalRow(block: Block, row: number): boolean {
  return filledCells(block, row, block.columns).some(
    ({ cell }) => typeof cell === "string" && totalName(cell) === "sure",
  );
}
