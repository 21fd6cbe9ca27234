import { columnIndex } from "./address";
import { STEP, type Steps, finish } from "../steps";

/** How clearly a text names a total: "sure" by itself, "likely" when its numbers agree (Total is also an oil company). */
export type TotalName = "sure" | "likely" | null;

const sureNames = [
  /^(?:общ(?:ий|ая|ее|ие) |промежуточн(?:ый|ые) )?(?:итого?|итоги|всего|под[ыи]того?|под[ыи]тоги)$/,
  /^(?:общий итог|промежуточный итог|итого|всего|под[ыи]тог[а-я]*)(?![а-я]|-[а-я]).*/,
  /^итоги? (?:по|за|на|с|без|от)(?![а-я]).*/,
  /^(?:grand|sub|running|overall) ?-?totals?(?![a-z]).*/,
  /^totals?(?:$| ?[:=(].*| [–—-] .*| \d{4}.*)/,
  /^totals? (?:for|of|by|in|per|at|on|to|from|all|sales|revenue|turnover|income|amount|value|spend|orders|purchases|profit|cost|sum|clients?|customers?|accounts?|company|year|month|quarter|week|q[1-4]|h[12]|ytd|excl|incl|net|gross)(?![a-z]).*/,
];
const likelyNames = [
  /^totals?(?![a-z])/,
  /(?<![a-z])(?:grand |sub)?totals?$/,
  /^итог(?![а-я])/,
  /^(?:итого|всего)-[а-я]/,
  /(?<![а-я])итого?$/,
  // SAP writes stars for its sums: one for a subtotal, two for the sum of these.
  /^\*{1,4}$/,
  /^(?:сумма|sum|overall|σ|всё|все клиенты|все контрагенты|all clients|all customers)$/,
  // Reports of SAP BW and of German programs.
  /^(?:overall |общий )?(?:results?|результат)$|^(?:gesamt)?ergebnis$|^(?:gesamt|zwischen|end)?summen?(?![a-zäöüß]).*/,
];

/** What a printed form carries from page to page, and what an account stood at: money of other rows, or of another time. */
const carryingNames = [
  /^(?:перенесено|перенос)(?:$| (?:с|со|на|из)(?![а-я]).*)/,
  /^(?:(?:начальн|конечн|входящ|исходящ)[а-я]* )?(?:сальдо|остат(?:ок|ки))(?:$| (?:на|начальн|конечн|входящ|исходящ).*)/,
  /^оборот[ыа]? (?:за|по|с)(?![а-я]).*/,
  /^(?:balance |total |amount |sub ?total )?(?:carried|brought) (?:forward|over|down)$/,
  /^(?:balance |total )?[bc]\/(?:f|d|fwd)$/,
  /^(?:opening|closing|beginning|ending|starting) balances?(?:$| (?:on|at|as|for|of)(?![a-z]).*)/,
];

/** Every pattern above holds one of these: a quick no for the names of a hundred thousand clients. */
const anyTotal =
  /total|тог|всего|sum|result|результат|ergebnis|сумма|overall|σ|^вс[её]|all c|^\s*\*+\s*$|^\s*перенес|^\s*перенос|сальдо|^\s*оборот|остат|carried|brought|^\s*[bc]\/|balance/i;

/** Whether a text names a total row or column: Total, Итого, Всего, Подытог and their kin, with what may follow them; or what is carried over. */
export function totalName(text: string): TotalName {
  if (!anyTotal.test(text)) return null;
  const folded = foldedName(text);
  return carryingNames.some((name) => name.test(folded)) ? "sure" : nameOfTotal(folded);
}

const foldedName = (text: string): string =>
  text
    .toLowerCase()
    .replaceAll("ё", "е")
    .replace(/\s+/g, " ")
    .trim()
    .replace(/(?<=[^*])[:.*]+$/, "")
    .trim();

function nameOfTotal(folded: string): TotalName {
  if (folded.length < 3 && !folded.startsWith("*")) return null;
  if (sureNames.some((name) => name.test(folded))) return "sure";
  return likelyNames.some((name) => name.test(folded)) ? "likely" : null;
}

const beforeName =
  /^(?:grand |sub ?-?)?totals?(?: for| of)? +(?=\S)|^(?:итого|итог|всего|под[ыи]тог)(?: по| для)? +(?=\S)/;
const behindName = / +(?:sub ?-?)?total$| +(?:итог|итого|всего)$/;

/** A name as it is compared with that of its total: lower case, single spaces, without a colon at its end. */
export const foldedTotal = (text: string): string =>
  text
    .trim()
    .replace(/\s+/g, " ")
    .toLowerCase()
    .replaceAll("ё", "е")
    .replace(/[:.]+$/, "");

/** Whom a total is of: "Birch Inc" of "Total Birch Inc", "Anna" of "Anna Total"; "" for none. */
export function totalOf(name: string): string {
  const text = foldedTotal(name);
  const rest = text.replace(beforeName, "");
  return rest !== text ? rest : behindName.test(text) ? text.replace(behindName, "") : "";
}

/** Whether the header of a column names a total of the others: Total, Итого, Sales total. */
export function isTotalHeader(header: string): boolean {
  const name = anyTotal.test(header) ? nameOfTotal(foldedName(header)) : null;
  return name === "sure" || (name === "likely" && /^\s*total|(?:total|итого?|всего)[\s:.*]*$/i.test(header));
}

/**
 * Whether a formula is a SUM, SUBTOTAL or AGGREGATE over other rows of its own column inside the list.
 * A sum across a row, or over another sheet, is how a client's amount is made.
 *
 * @param row zero-based row of the cell on the sheet; `first` and `last` are those of the list's body
 */
export function sumsRowsOfList(
  formula: string,
  row: number,
  column: number,
  first: number,
  last: number,
): boolean {
  const call = /^=\s*\+?\s*(SUM|SUBTOTAL|AGGREGATE)\s*\(([^()]*)\)\s*$/i.exec(formula);
  if (!call) return false;
  const ranges = call[2].split(",").map((part) => part.trim());
  const options = ranges.splice(0, { SUM: 0, SUBTOTAL: 1, AGGREGATE: 2 }[call[1].toUpperCase()]);
  if (options.length > 0 && !/^1?0?9$/.test(options[0])) return false;
  return ranges.length > 0 && ranges.every((range) => isRangeOfList(range, row, column, first, last));
}

function isRangeOfList(range: string, row: number, column: number, first: number, last: number): boolean {
  const reference = /^\$?([A-Z]{1,3})\$?(\d+)(?::\$?([A-Z]{1,3})\$?(\d+))?$/i.exec(range);
  if (!reference) return false;
  const [, letters, top, endLetters = letters, bottom = top] = reference;
  const from = Number(top) - 1;
  const to = Number(bottom) - 1;
  if (columnIndex(letters) !== column || columnIndex(endLetters) !== column) return false;
  // The range may begin above the body: =SUM(B1:B9) takes the header along.
  return to >= first && to <= last && (row < from || row > to);
}

export interface TotalRowEvidence {
  rowCount: number;
  /** How clearly the client cell (or, without a client, any text of the row) names a total. */
  nameOf: (row: number) => TotalName;
  /** Whether the row names a client at all. */
  isNamed: (row: number) => boolean;
  /** Whether a formula of the row sums the list's rows. */
  isSum: (row: number) => boolean;
  /** Additive columns (amount, periods, profit, costs), NaN = no number. */
  columns: readonly Float64Array[];
  /** Whether a row is judged and added up; counts and averages are not. All are when absent. */
  takesPart?: (row: number) => boolean;
}

/** Beginnings that a subtotal may reach back to, besides the top of the list. */
const MOST_OPEN_BLOCKS = 30;

/**
 * Rows that are totals and not clients (methods §1): by name, by formula, or because every number of the row is the sum
 * of the rows above it, from the top or from an earlier total on.
 * Numbers alone convict a row with a client's name only when chance is out of the question, for a client with exactly
 * half of the total equals the sum of the rows above it whenever it stands last.
 *
 * @returns 1 per row that is a total
 */
export function findTotalRows(evidence: TotalRowEvidence): Uint8Array {
  return finish(findTotalRowsSteps(evidence));
}

/** The same, step by step. */
export function* findTotalRowsSteps(evidence: TotalRowEvidence): Steps<Uint8Array> {
  const { rowCount, columns } = evidence;
  const totals = new Uint8Array(rowCount);
  const running = new Float64Array(columns.length);
  const block = (row: number) => ({ row, sums: Float64Array.from(running), filled });
  let filled = 0;
  let blocks = [block(0)];
  const lastFilled = lastFilledRow(evidence);

  for (let row = 0; row < rowCount; row++) {
    if (row % STEP === 0) yield row / rowCount;
    if (evidence.takesPart?.(row) === false) continue;
    const name = evidence.nameOf(row);
    const matched = blocks.findIndex(
      (open) => filled > open.filled && equalsSum(columns, row, running, open.sums),
    );
    const total =
      name === "sure" ||
      evidence.isSum(row) ||
      (matched >= 0 &&
        (name === "likely" ||
          isConvincing(
            evidence,
            totals,
            blocks[matched].row,
            row,
            filled - blocks[matched].filled,
            lastFilled,
          )));
    if (total) {
      totals[row] = 1;
      // A total closes the blocks inside it; those around it go on.
      const open = matched >= 0 ? blocks.slice(0, matched + 1) : blocks;
      blocks = [open[0], ...open.slice(1).slice(-MOST_OPEN_BLOCKS), block(row + 1)];
      continue;
    }
    let money = false;
    for (let c = 0; c < columns.length; c++) {
      const value = columns[c][row];
      if (Number.isNaN(value)) continue;
      running[c] += value;
      if (value !== 0) money = true;
    }
    if (money) filled++;
  }
  return totals;
}

function lastFilledRow({ rowCount, columns }: TotalRowEvidence): number {
  for (let row = rowCount - 1; row >= 0; row--) {
    if (columns.some((column) => column[row] < 0 || column[row] > 0)) return row;
  }
  return -1;
}

function equalsSum(
  columns: readonly Float64Array[],
  row: number,
  running: Float64Array,
  before: Float64Array,
): boolean {
  let money = false;
  for (let c = 0; c < columns.length; c++) {
    const value = columns[c][row];
    if (Number.isNaN(value)) continue;
    const sum = running[c] - before[c];
    if (!(Math.abs(value - sum) <= Math.max(1e-6, Math.abs(value) * 1e-9))) return false;
    if (value !== 0) money = true;
  }
  return money;
}

function isConvincing(
  { isNamed, columns }: TotalRowEvidence,
  totals: Uint8Array,
  from: number,
  row: number,
  summed: number,
  lastFilled: number,
): boolean {
  if (!isNamed(row)) return summed >= 2;
  if (summed >= 5 && row === lastFilled) return true;
  if (summed < 3) return false;
  const filledColumns = columns.filter((column) => column[row] !== 0 && !Number.isNaN(column[row]));
  const [first, ...others] = filledColumns;
  // Columns in one proportion (profit = 20 % of sales) agree by chance as easily as one.
  return others.some((other) => {
    for (let above = from; above < row; above++) {
      if (totals[above]) continue;
      const left = first[above] * other[row];
      const right = other[above] * first[row];
      if (Math.abs(left - right) > 1e-6 * Math.max(Math.abs(left), Math.abs(right), 1)) return true;
    }
    return false;
  });
}
