import { isBlank, readNumberColumn } from "../list/number-column";
import type { SourceColumn, SourceList } from "../list/source-list";
import { totalName } from "../list/total-rows";
import { headerWords } from "../mapping/headers/header-words";
import type { Mapping, Role } from "../mapping/mapping";
import { headerText } from "../mapping/mapping-proposal";
import { readDayNumber, readDayText } from "./lines/line-day";

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
  /** What went back, beside the amount. */
  returns: SourceColumn | null;
  currency: SourceColumn | null;
  document: SourceColumn | null;
  profit: SourceColumn | null;
  costs: readonly SourceColumn[];
  costsToServe: readonly SourceColumn[];
  /** Types, statuses and stages. */
  kinds: readonly SourceColumn[];
}

/** The columns of a list with one line per document or order. */
export type TransactionColumns = LineColumns & { date: SourceColumn };

const dateWords =
  /(?:^| )(?:date|dates|day|datetime|timestamp|period|month|quarter|week|дата|день|период|месяц|квартал|неделя)(?: |$)|^(?:created|ordered|invoiced|shipped|posted|когда|год|year)(?: (?:at|on))?$/;
/** Dates of the sale itself. */
const saleDate =
  /^(?:date|дата|день|day|период|period|месяц|month|квартал|quarter|неделя|week)$|(?:order|invoice|document|doc|sales?|transaction|trans|posting|purchase|billing|deal|close|closing|заказа|счета|документа|накладной|продажи|отгрузки|реализации|операции|сделки|покупки|проводки|закрытия)/;
const laterDate =
  /due|required|pay|paid|deliver|expected|promise|plan|ship|срок|оплат|доставк|поставк|план|создан|created|modified|updated|изменен/;
/** Dates of the client, not of a line. */
const clientDate =
  /birth|contact|call|visit|meeting|regist|last|first|next|since|contract|start|begin|end$|valid|expir|report|рожден|контакт|звонк|встреч|визит|регистрац|последн|перв|следующ|договор|начал|оконч|действ|отчет/;
const kindWords =
  /(?:^| )(?:status|stage|state of order|type|kind|operation|transaction|статус|этап|стадия|состояние|тип|вид|операци[яи]|хозоперация)(?: |$)|^(?:dr cr|cr dr|debit credit|credit debit|дт кт|дебет кредит)$/;
const notOfLine =
  /client|customer|account|buyer|company|business|product|payment|клиент|контрагент|покупател|заказчик|товар|номенклатур|цен|оплат|договор/;

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
  return clientsRepeat(columns, date) ? { ...columns, date } : null;
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
  const kinds = list.columns.filter((column) => {
    if (mapped.has(column)) return false;
    const words = headerWords(headerText(list, column));
    return kindWords.test(words) && !notOfLine.test(words);
  });
  return {
    client,
    code: one("code"),
    group: one("group"),
    manager: one("manager"),
    department: one("department"),
    date: null,
    amount: one("amount"),
    quantity: one("quantity"),
    price: one("price"),
    returns: one("returns"),
    currency: one("currency"),
    document: one("document"),
    profit: one("profit"),
    costs: all("cost"),
    costsToServe: all("costToServe"),
    kinds: [...new Set([...all("lineStatus"), ...kinds])],
  };
}

/** Cells of a column that are looked at to tell whether they are dates. */
const sample = 400;

/** The column of dates that the lines belong to: the one that is mapped, else the best by its header whose cells are dates. */
function dateColumnOf(list: SourceList, mapping: Mapping): SourceColumn | null {
  const roleOf = new Map(mapping.columns.map(({ header, role }) => [header, role]));
  let best: { column: SourceColumn; strength: number } | null = null;
  for (const column of list.columns) {
    const header = headerText(list, column);
    const role = roleOf.get(header);
    if (role !== undefined && role !== "date" && role !== "period") continue;
    const strength = role === "date" ? 9 : strengthOf(headerWords(header), column);
    if (strength <= (best?.strength ?? 0) || datesIn(column, strength > 1) < 0.8) continue;
    best = { column, strength };
  }
  return best?.column ?? null;
}

function strengthOf(words: string, { numbers }: SourceColumn): number {
  if (clientDate.test(words)) return 0;
  if (laterDate.test(words)) return dateWords.test(words) ? 2 : 0;
  if (dateWords.test(words)) return saleDate.test(words) ? 4 : 3;
  // Without a word for it only text can be told from amounts.
  return numbers.some((number) => !Number.isNaN(number)) ? 0 : 1;
}

/** The part of a column's filled cells, or of some of them, that are dates. */
function datesIn({ header, numbers, others }: SourceColumn, namedByHeader: boolean): number {
  let [dates, filled] = [0, 0];
  const step = Math.max(1, Math.floor(numbers.length / sample));
  for (let row = 0; row < numbers.length; row += step) {
    const content = others.get(row);
    if (!Number.isNaN(numbers[row])) {
      filled++;
      if (readDayNumber(numbers[row])) dates++;
    } else if (
      typeof content === "string" &&
      !isBlank(content) &&
      content !== header &&
      !totalName(content)
    ) {
      filled++;
      const reading = readDayText(content.trim());
      if (reading && (namedByHeader || (reading.kind === "day" && reading.unit === "day"))) dates++;
    }
  }
  return filled === 0 ? 0 : dates / filled;
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

/** Amounts of lines: the column's own, or quantity × price; NaN where a line has none, with the lines that could not be read. */
export function amountsOf(
  { amount, quantity, price, returns }: LineColumns,
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
    amounts = read(quantity).map((count, row) => count * prices[row]);
  } else throw new RangeError("lines have neither amounts nor quantities and prices");
  if (returns) {
    const back = read(returns);
    amounts = amounts.map((sold, row) =>
      Number.isNaN(back[row]) ? sold : (sold || 0) - Math.abs(back[row]),
    );
  }
  return { amounts, unread };
}
