import { currencyOf } from "../../list/currency";
import { isBlank } from "../../list/number-column";
import { readNumberText, type NumberText } from "../../list/number-text";
import { totalName } from "../../list/total-rows";
import type { Doubt } from "../../mapping/doubt";
import { isInOneCurrency } from "../../mapping/headers/own-currency";
import { headerText } from "../../mapping/proposal/mapping-proposal";
import { Problem } from "../../problem";
import { STEP, type Steps } from "../../steps";
import { MappedList } from "../mapped-list";
import type { MappedColumn } from "../source-columns";

/** Currency of each row as a position in `codes`; −1 where the row says none. */
interface RowCurrencies {
  codes: readonly string[];
  rows: Int16Array;
  /** Whether a column of its own says it. */
  isNamed: boolean;
}

/**
 * The list with its money in one currency: amounts of different currencies are never added (reading §6). Where it has
 * several, the user's choice takes one and leaves the rows of the others out, or converts them by rates he typed.
 *
 * @throws Problem doubtful about "currency" where the list has several and nothing is chosen
 */
export function* inOneCurrencySteps(list: MappedList): Steps<MappedList> {
  const { currency, rates } = list.choices;
  const found = yield* rowCurrenciesSteps(list);
  const rowsOf = new Map<string, number>();
  for (const at of found.rows) {
    if (at >= 0) rowsOf.set(found.codes[at], (rowsOf.get(found.codes[at]) ?? 0) + 1);
  }
  if (rowsOf.size < 2) {
    if (found.isNamed && rowsOf.size === 1)
      list.unnamedCurrency = { isUnnamed: (row) => found.rows[row] < 0, currency: found.codes[0] };
    return list;
  }
  if (currency === undefined || !rowsOf.has(currency)) {
    throw new Problem({ kind: "doubtful", doubt: doubtAbout(rowsOf) });
  }
  const factorOf = found.codes.map((code) => (code === currency ? 1 : (rates?.[code] ?? NaN)));
  // A row that says no currency among rows that do is not known to be in the one that was taken.
  return list.withFactors(Float64Array.from(found.rows, (at) => (at < 0 ? NaN : factorOf[at])));
}

function doubtAbout(rowsOf: ReadonlyMap<string, number>): Doubt {
  const codes = [...rowsOf].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
  return {
    about: "currency",
    alternatives: codes.map(([label]) => ({ label, choice: { currency: label } })),
    decided: false,
  };
}

function* rowCurrenciesSteps(list: MappedList): Steps<RowCurrencies> {
  const { columns, rowCount } = list;
  const codes: string[] = [];
  const rows = new Int16Array(rowCount).fill(-1);
  const positionOf = new Map<string, number>();
  const mark = (row: number, code: string) => {
    let at = positionOf.get(code);
    if (at === undefined) {
      positionOf.set(code, (at = codes.length));
      codes.push(code);
    }
    rows[row] = at;
  };
  const amount = columns.one("amount");
  const headers = list.source.columns.map((column) => headerText(list.source, column));
  const named = amount && isInOneCurrency(amount.header, headers) ? null : columns.one("currency");
  const money = [...columns.all("amount"), ...columns.periods];
  if (named) {
    let seen = 0;
    for (const [row, content] of named.column.others) {
      if (++seen % STEP === 0) yield seen / rowCount;
      if (typeof content !== "string" || isBlank(content) || totalName(content)) continue;
      mark(row, currencyOf(content) ?? content.trim().toUpperCase());
    }
    for (const [row, number] of named.column.numbers.entries()) {
      if (row % STEP === 0) yield row / rowCount;
      if (!Number.isNaN(number)) mark(row, currencyOf(String(number)) ?? String(number));
    }
  } else {
    const signs = new Set(money.flatMap((column) => [...list.numbersOf(column).currencies.keys()]));
    const formatted = money.filter(({ column }) => column.formatCurrencies !== undefined);
    if (signs.size < 2 && formatted.length === 0) return { codes, rows, isNamed: named !== null };
    for (const column of formatted) yield* formatsSteps(column, columns.client, mark);
    for (const column of money) yield* signsSteps(column, mark);
  }
  return { codes, rows, isNamed: named !== null };
}

/** Formats of cells with a number; a total is often formatted in its own way. */
function* formatsSteps(
  { column: { formatCurrencies, numbers } }: MappedColumn,
  client: MappedColumn,
  mark: (row: number, code: string) => void,
): Steps<void> {
  for (const [row, code] of (formatCurrencies ?? []).entries()) {
    if (row % STEP === 0) yield row / numbers.length;
    if (code === null || Number.isNaN(numbers[row])) continue;
    const name = client.column.others.get(row);
    if (typeof name !== "string" || !totalName(name)) mark(row, code);
  }
}

function* signsSteps({ column }: MappedColumn, mark: (row: number, code: string) => void): Steps<void> {
  const read: NumberText = { point: NaN, comma: NaN, currency: null };
  let seen = 0;
  for (const [row, content] of column.others) {
    if (++seen % STEP === 0) yield seen / column.others.size;
    if (typeof content === "string" && readNumberText(content, read) && read.currency !== null) {
      mark(row, read.currency);
    }
  }
}
