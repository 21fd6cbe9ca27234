import { cellInRow, type SourceColumn, type SourceList } from "../list/source-list";
import { STEP, type Steps } from "../steps";
import { isEmptyText, type Cell } from "./cell-grid";
import { kindOf } from "./cell-kind";

/**
 * Rows of a list's body that are its header once more: 1 for a row that repeats the header's texts, and for the titles and bands
 * above such a row, up to the last row with a number.
 */
export function* repeatedHeaderSteps(list: SourceList): Steps<Uint8Array> {
  const rows = new Uint8Array(list.rowCount);
  const heads = list.columns.map(headOf).filter(({ text }) => text !== "");
  // Columns of numbers say at once that a row is no header.
  heads.sort((a, b) => a.column.others.size - b.column.others.size);
  if (heads.length === 0) return rows;
  for (let row = 0; row < list.rowCount; row++) {
    if (row % STEP === 0) yield row / list.rowCount;
    if (!repeats(heads, row)) continue;
    rows[row] = 1;
    for (let above = row - 1; above >= 0 && !rows[above]; above--) {
      if (!isTitle(list.columns, above)) break;
      if (isFilled(list.columns, above)) rows[above] = 1;
    }
  }
  return rows;
}

/** What a row is compared with, for a hundred thousand rows. */
interface Head {
  column: SourceColumn;
  /** The header as it is compared. */
  text: string;
  /** Its last letter: a cell that ends otherwise is something else. */
  ending: string;
  /** Whether a number could repeat it. */
  endsWithNumber: boolean;
}

function headOf(column: SourceColumn): Head {
  const text = fold(column.header);
  const word = text.slice(text.lastIndexOf(" ") + 1);
  return { column, text, ending: text.slice(-1), endsWithNumber: String(Number(word)) === word };
}

/** Letters and digits that are the same in lower case wherever they stand. */
const plainLetter = /^[a-zа-яё\d]$/;

/** Whether the header's text stands in the cell: whole, or as the last part of one that was composed with those above. */
function stands({ column, text: header, ending, endsWithNumber }: Head, row: number): boolean {
  if (!Number.isNaN(column.numbers[row]) && !endsWithNumber) return false;
  const cell = cellInRow(column, row);
  if (typeof cell === "string") {
    const last = cell.slice(-1).toLowerCase();
    if (last !== ending && plainLetter.test(last)) return false;
  }
  const text = fold(cell);
  return text !== "" && (text === header || header.endsWith(` ${text}`));
}

/** Most of the header's texts stand in the row. */
function repeats(heads: readonly Head[], row: number): boolean {
  let equal = 0;
  let missed = 0;
  const most = 0.2 * heads.length;
  for (const head of heads) {
    if (stands(head, row)) equal++;
    else if (++missed > most) return false;
  }
  return equal > 0;
}

/** Blank, or texts that fill a part of the columns and no number: what stands between two blocks of an export. */
function isTitle(columns: readonly SourceColumn[], row: number): boolean {
  let filled = 0;
  for (const column of columns) {
    const kind = kindOf(cellInRow(column, row));
    if (kind === "number") return false;
    if (kind !== "blank") filled++;
  }
  return filled <= 1 || filled * 2 <= columns.length;
}

const isFilled = (columns: readonly SourceColumn[], row: number): boolean =>
  columns.some((column) => {
    const cell = cellInRow(column, row);
    return typeof cell === "number" || !isEmptyText(cell);
  });

const fold = (cell: Cell): string => String(cell).trim().replace(/\s+/g, " ").toLowerCase();
