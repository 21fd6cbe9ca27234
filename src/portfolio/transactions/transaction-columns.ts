import { isBlank, readNumberColumn } from "../list/number-column";
import type { SourceColumn, SourceList } from "../list/source-list";
import { headerWords } from "../mapping/headers/header-words";
import { currencyColumnOf, isInOneCurrency } from "../mapping/headers/own-currency";
import type { Mapping, Role } from "../mapping/mapping";
import { headerText } from "../mapping/proposal/mapping-proposal";
import { saysDone, saysOutcome } from "./kinds/kind-rows";
import { measuresOfLines } from "../mapping/measure-rows";
import { dateColumnOf } from "./dates/date-column";
import { filledFromFirstLines } from "./documents/first-lines";
import { discountOn, paidParts } from "./lines/line-discount";
import { type FlagColumn, flagMeaning, flagsOf } from "./kinds/line-flags";

/** The columns of a list of lines by what they mean. */
export interface LineColumns {
  client: SourceColumn;
  code: SourceColumn | null;
  /** Parent group of the client. */
  group: SourceColumn | null;
  manager: SourceColumn | null;
  department: SourceColumn | null;
  /** Null where the name of the sheet tells the period of all lines. */
  date: SourceColumn | null;
  amount: SourceColumn | null;
  /** The amount is quantity × price where there is no column of it. */
  quantity: SourceColumn | null;
  price: SourceColumn | null;
  /** Parts of the price that are not paid, in percent or as fractions; null where a column holds the amounts. */
  discount: SourceColumn | null;
  /** What went back, beside the amount. */
  returns: SourceColumn | null;
  currency: SourceColumn | null;
  document: SourceColumn | null;
  profit: SourceColumn | null;
  costs: readonly SourceColumn[];
  costsToServe: readonly SourceColumn[];
  /** Types, statuses and stages, and what lines measure. */
  kinds: readonly SourceColumn[];
  /** Yes or no: cancelled, posted, a return. */
  flags: readonly FlagColumn[];
}

/** The columns of a list with one line per document or order. */
export type TransactionColumns = LineColumns & { date: SourceColumn };

const kindWords =
  /(?:^| )(?:status|stage|state of order|type|kind|operation|transaction|статус|этап|стадия|состояние|тип|вид|операци[яи]|хозоперация)(?: |$)|^(?:dr cr|cr dr|debit credit|credit debit|d c|s h|shkzg|soll haben|(?:debit credit|d c) ind(?:icator)?|дт кт|дебет кредит)$/;
const notOfLine =
  /client|customer|account|buyer|company|business|product|service|payment|card|клиент|контрагент|покупател|заказчик|товар|услуг|номенклатур|цен|оплат|договор|карт/;

/**
 * The columns of a list with one line per document or order: a column of dates, and clients that repeat (reading §7).
 * Null for every other list: one whose periods stand in columns of their own, one that names each client once.
 */
export function recogniseTransactions(list: SourceList, mapping: Mapping): TransactionColumns | null {
  const columns = lineColumnsOf(list, mapping);
  if (!columns) return null;
  if (mapping.columns.filter(({ role }) => role === "period").length > 1) return null;
  if (!columns.amount && !(columns.quantity && columns.price)) return null;
  const date = dateColumnOf(list, mapping);
  if (!date || date === columns.client || date === columns.amount) return null;
  const flags = columns.flags.filter(({ column }) => column !== date);
  const lines = filledFromFirstLines(list, { ...columns, flags, date });
  return clientsRepeat(lines, lines.date) ? lines : null;
}

/** What the columns of a list mean for its lines; null without a client. */
export function lineColumnsOf(list: SourceList, mapping: Mapping): LineColumns | null {
  const byHeader = new Map(list.columns.map((column) => [headerText(list, column), column]));
  const all = (role: Role) =>
    mapping.columns.flatMap((entry) => (entry.role === role ? (byHeader.get(entry.header) ?? []) : []));
  const one = (role: Role): SourceColumn | null => all(role)[0] ?? null;
  const client = one("client");
  if (!client) return null;
  const mapped = new Set(
    mapping.columns.flatMap(({ header, role }) =>
      role === "lineStatus" ? [] : (byHeader.get(header) ?? []),
    ),
  );
  const flags = list.columns.flatMap((column) => {
    const says = flagMeaning(headerText(list, column));
    const isFree = !mapped.has(column) || all("date").includes(column);
    return says !== null && isFree ? [{ column, says, client }] : [];
  });
  const kinds = list.columns.filter((column) => {
    if (mapped.has(column) || flags.some((flag) => flag.column === column && flagsOf(flag) !== null))
      return false;
    const words = headerWords(headerText(list, column));
    return (
      (kindWords.test(words) && !notOfLine.test(words)) ||
      measuresOfLines(column) !== null ||
      saysDone(column)
    );
  });
  const statuses = [...new Set([...all("lineStatus"), ...kinds])];
  const areStages = statuses.some(saysOutcome);
  const amount = one("amount");
  const headers = [...byHeader.keys()];
  const own = amount && currencyColumnOf(headerText(list, amount), headers);
  const isConverted = amount !== null && isInOneCurrency(headerText(list, amount), headers);
  return {
    client,
    code: one("code"),
    group: one("group"),
    manager: one("manager"),
    department: one("department"),
    date: null,
    amount,
    quantity: one("quantity"),
    price: one("price"),
    discount: amount
      ? null
      : discountOn(
          one("price"),
          list.columns.filter((column) => !mapped.has(column)),
        ),
    returns: one("returns"),
    currency: own ? byHeader.get(own)! : isConverted ? null : one("currency"),
    document: one("document"),
    profit: one("profit"),
    costs: all("cost"),
    costsToServe: all("costToServe"),
    kinds: statuses,
    flags: flags.filter((flag) => (flag.says !== "likely" || !areStages) && flagsOf(flag) !== null),
  };
}

const countedLines = 50_000;

/** Whether clients come back: a list that names each but once is a list of clients, and its date is one of them. */
function clientsRepeat({ client, document }: LineColumns, date: SourceColumn): boolean {
  const seen = new Set<string | number | boolean>();
  let lines = 0;
  for (let row = 0; row < client.numbers.length && lines < countedLines; row++) {
    if (Number.isNaN(date.numbers[row]) && !date.others.has(row)) continue;
    const cell = Number.isNaN(client.numbers[row]) ? client.others.get(row) : client.numbers[row];
    if (cell === undefined || (typeof cell === "string" && isBlank(cell))) continue;
    seen.add(cell);
    lines++;
  }
  return document ? seen.size < lines : seen.size < 0.95 * lines;
}

/** Amounts of lines: the column's own, or quantity × price less the discount; NaN where a line has none, with the lines that could not be read. */
export function amountsOf(
  { amount, quantity, price, discount, returns }: LineColumns,
  decimalSeparator: "." | ",",
): { amounts: Float64Array; unread: ReadonlySet<number> } {
  const unread = new Set<number>();
  const read = (column: SourceColumn) => {
    const numbers = readNumberColumn(column, decimalSeparator);
    for (const row of numbers.unread.keys()) unread.add(row);
    return numbers.numbers;
  };
  let amounts: Float64Array;
  if (amount) amounts = read(amount);
  else if (quantity && price) {
    const prices = read(price);
    const paid = discount ? paidParts(discount, read(discount)) : null;
    amounts = read(quantity).map((count, row) => count * prices[row] * (paid?.[row] ?? 1));
  } else throw new RangeError("lines have neither amounts nor quantities and prices");
  if (returns) {
    const back = read(returns);
    amounts = amounts.map((sold, row) =>
      Number.isNaN(back[row]) ? sold : (sold || 0) - Math.abs(back[row]),
    );
  }
  return { amounts, unread };
}
