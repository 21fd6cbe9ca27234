import { isBlank, isExcelError } from "../../list/number-column";
import type { SourceColumn, SourceList } from "../../list/source-list";
import { totalName } from "../../list/total-rows";
import { fromRows, textAt } from "../derived-columns";

/** Part of the lines that must be without a date or a client: a few blank cells are gaps. */
const frequent = 0.25;

/** The columns of lines that may be filled on the first of them only, and their money. */
interface FirstLineColumns {
  client: SourceColumn;
  code: SourceColumn | null;
  date: SourceColumn;
  document: SourceColumn | null;
  amount: SourceColumn | null;
  price: SourceColumn | null;
}

/** A column as far as its blank cells go. */
interface Blanks {
  /** 1 for lines with money and without a cell here. */
  blank: Uint8Array;
  isFrequent: boolean;
  /** Whether every text stands there once, as names of groups do. */
  isOnce: boolean;
}

/**
 * Lines whose date, client or document stands on the first of them only, as pivot tables and lists of documents with their
 * goods show it: filled down. Blank cells of clients that come back in the column are sales without a client, unless the
 * date is missing there too.
 */
export function filledFromFirstLines<Columns extends FirstLineColumns>(
  { columns: all }: SourceList,
  columns: Columns,
): Columns {
  const { client, date, document } = columns;
  const money = columns.amount ?? columns.price;
  if (!money) return columns;
  if (!hasBlanks(date, money) && !hasBlanks(client, money)) return columns;
  const labelled = all.filter(({ others }) => others.size > 0);
  // "2024 Total" beside no client is one; a client may be called Total.
  const isTotal = (row: number) => {
    const names = labelled.map((label) => totalName(labelAt(label, row)));
    return names.includes("sure") || (names.includes("likely") && !isFilled(client, row));
  };
  const [ofDate, ofClient] = [blanksOf(date, money, isTotal), blanksOf(client, money, isTotal)];
  if (!ofDate.isFrequent && !ofClient.isFrequent) return columns;
  const together = overlap(ofDate.blank, ofClient.blank);
  const isBlock = together >= mostTogether;
  const fillsDate = ofDate.isFrequent && (ofDate.isOnce || isBlock);
  const fillsClient = ofClient.isFrequent && (ofClient.isOnce || isBlock);
  const fill = (column: SourceColumn) => fromRows(column, lastFilled(column, isTotal));
  return {
    ...columns,
    ...(fillsDate && { date: fill(date) }),
    ...(fillsClient && { client: fill(client), code: columns.code && fill(columns.code) }),
    ...(fillsDate && isBlock && document && { document: fill(document) }),
  };
}

const mostTogether = 0.9;

/** Whether so few cells are filled that many lines may be without one: a quick no, for it is asked of every list of lines. */
function hasBlanks(column: SourceColumn, money: SourceColumn): boolean {
  return filledCells(column) <= (1 - frequent) * filledCells(money);
}

function filledCells({ numbers, others }: SourceColumn): number {
  let filled = others.size;
  for (let row = 0; row < numbers.length; row++) if (!Number.isNaN(numbers[row])) filled++;
  return filled;
}

type IsTotal = (row: number) => boolean;

function blanksOf(column: SourceColumn, money: SourceColumn, isTotal: IsTotal): Blanks {
  const blank = new Uint8Array(money.numbers.length);
  const seen = new Set<string>();
  let [lines, blanks, filled, begun] = [0, 0, 0, false];
  for (let row = 0; row < blank.length; row++) {
    if (Number.isNaN(money.numbers[row]) && isBlank(money.others.get(row))) continue;
    if (isFilled(column, row)) {
      begun = true;
      const text = textAt(column, row);
      if (totalName(text) !== null) continue;
      seen.add(text.toLowerCase());
      filled++;
    } else {
      if (isTotal(row)) continue;
      if (!begun) return { blank, isFrequent: false, isOnce: false };
      blank[row] = 1;
      blanks++;
    }
    lines++;
  }
  return { blank, isFrequent: blanks >= 2 && blanks >= frequent * lines, isOnce: seen.size === filled };
}

/** Part of the blank lines of one column or the other that are blank in both. */
function overlap(one: Uint8Array, other: Uint8Array): number {
  let [both, either] = [0, 0];
  for (let row = 0; row < one.length; row++) {
    both += one[row] & other[row];
    either += one[row] | other[row];
  }
  return either === 0 ? 0 : both / either;
}

/** The last row above that is filled, for each line; none across a total. */
function lastFilled(column: SourceColumn, isTotal: IsTotal): Int32Array {
  const rows = new Int32Array(column.numbers.length);
  let last = -1;
  for (let row = 0; row < rows.length; row++) {
    const filled = isFilled(column, row);
    if (isTotal(row)) last = -1;
    else if (filled) last = row;
    rows[row] = filled ? row : last;
  }
  return rows;
}

function labelAt({ others }: SourceColumn, row: number): string {
  const content = others.get(row);
  return typeof content === "string" ? content : "";
}

function isFilled({ numbers, others }: SourceColumn, row: number): boolean {
  const content = others.get(row);
  return !Number.isNaN(numbers[row]) || !(isBlank(content) || isExcelError(content));
}
