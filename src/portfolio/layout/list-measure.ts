import { currencyOf } from "../list/currency";

/** What all figures of a list are, as the title above it or the name of its sheet says. */
export interface ListMeasure {
  kind: MeasureKind;
  /** ISO code of the currency that is named; null for none. */
  currency: string | null;
}

type MeasureKind = (typeof measures)[number][0];

/**
 * Words by what they tell, the one that decides first: what is left of `Sales orders` are orders, of `Sales budget` a budget.
 * A text that says anything else besides names a group of clients perhaps, and no measure.
 */
const measures = [
  ["example", "examples?|samples?|demo|templates?|пример[ыа]?|образ(?:ец|цы)|шаблон[ы]?"],
  [
    "expected",
    "plans?|planned|budgets?|budgeted|forecasts?|fcst|outlook|targets?|projections?|projected|expected|estimates?|план[аы]?|плановы[ейх]|бюджет[аы]?|прогноз[аы]?|цел[ьи]",
  ],
  ["returns", "returns?|refunds?|credit (?:memos?|notes?)|credits|возврат[аыо]?в?|сторно|кредит ноты"],
  [
    "offered",
    "quotes?|quotations?|proposals?|offers|pipeline|prospects?|leads?|opportunities|open|кп|коммерческие предложения|предложения|воронка|лид[ыо]?в?|потенциальные|проспекты",
  ],
  ["lost", "lost|churn(?:ed)?|потерянн[а-я]+|ушедши[ехм]|проигранны[ехм]|отвалившиеся"],
  [
    "cost",
    "costs?|cogs|expens(?:es?|ed)|suppliers?|vendors?|purchase|purchases|себестоимост[ьи]|затрат[аы]?|расход[ыоа]?в?|издерж(?:ки|ек)|закупк[аи]|поставщик[иоа]?в?",
  ],
  [
    "profit",
    "profits?|margins?|gp|ebitd?a?|contribution|прибыл[ьи]|марж[аиу]|маржинальн(?:ый доход|ая прибыль)|валов(?:ой доход|ая прибыль)|вп|мд",
  ],
  [
    "debt",
    "debts?|receivables?|overdue|unpaid|outstanding|balances?|ag(?:e?ing)|arrears|deposits?|долг[иоа]?в?|дебиторк[аи]|(?:дебиторск[а-я]+ |просроченн[а-я]+ )*задолженност[ьи]|дз|пдз|просрочк[аи]|просроченн[а-я]+|остат(?:ки|ок|ков)|сальдо|аванс[ы]?",
  ],
  [
    "paid",
    "payments?|paid|cash|receipts?|collections?|collected|оплат[аы]?|оплачено|плат[её]ж[иа]?|поступлени[яей]|дс",
  ],
  [
    "quantity",
    "quantit(?:y|ies)|qty|units?|pieces?|pcs|volumes?|weight|tons?|tonnes?|kgs?|количеств[оа]|кол во|штук[иа]?|шт|кг|тонн[ыа]?|тн|объем[ыа]?|вес|литр[ыо]?в?|(?<=[a-zа-я] )(?:t|l|т|л)",
  ],
  ["ordered", "orders?|ordered|order intake|booked|bookings?|backlog|заказ[ыоа]?в?|заказано|заявк[иа]"],
  ["net", "без ндс|нетто|net|(?:excl|excluding|ex|without|net of) (?:vat|tax)"],
  ["gross", "с ндс|включая ндс|брутто|gross|(?:incl|including|with) (?:vat|tax)"],
  ["happened", "actuals?|act|fact|факт[а]?|фактическ[а-я]+|closed|won|active|активны[ейх]|действующи[ех]"],
  ["revenue", "revenues?|выручк[аиу]"],
  [
    "sold",
    "sales|sold|turnover|income|продаж[аиу]?|продано|(?:товаро)?оборот[ы]?|реализаци[яию]|реализовано|доход[ы]?",
  ],
  ["invoiced", "invoices?|invoiced|billings?|billed|счета|счет фактур[аы]|выставлено|упд"],
  ["shipped", "shipments?|shipped|deliver(?:y|ies|ed)|отгруз(?:ка|ки|ок)|отгружено"],
  ["value", "values?|amounts?|money|сумм[аы]?|стоимост[ьи]|деньги"],
] as const;

/** What is nearest to the revenue of clients: what is not in the list is none of it. */
const nearness: Partial<Record<MeasureKind, number>> = {
  net: 10,
  revenue: 10,
  happened: 10,
  sold: 9,
  invoiced: 8,
  shipped: 8,
  value: 7,
  gross: 6,
  ordered: 4,
  paid: 3,
};
/** A name that tells no measure is that of clients, as a rule of those that buy. */
const untold = 7;

const wholeWords = (words: string): RegExp => new RegExp(`(?<![a-zа-я])(?:${words})(?![a-zа-я])`, "g");
const patterns = measures.map(([kind, words]) => ({ kind, words: wholeWords(words) }));

/** Whose figures, of when and in what unit: nothing of what they are. */
const besides = wholeWords(
  "clients?|customers?|deals?|data|list|report|by|of|per|the|in|for|to|date|and|total|years?|months?|quarters?|half|fy|ytd|q|h|k|m|thousands?|millions?|клиент[ыоаме]*|покупател[а-я]+|контрагент[а-я]*|сделк[иа]|сделок|по|за|в|на|от|и|г|год[а-я]{0,2}|лет|мес|месяц[а-я]*|квартал[а-я]*|кв|полугоди[ея]|тыс|млн|ндс|отчет|данные|янв(?:арь|аря)?|фев(?:раль|раля)?|мар(?:та?)?|апр(?:ел[ья])?|ма[йя]|июн[ья]?|июл[ья]?|авг(?:уста?)?|сен(?:т|тябр[ья])?|окт(?:ябр[ья])?|ноя(?:бр[ья])?|дек(?:абр[ья])?|jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?|i{1,3}|iv",
);

/** What a title or the name of a sheet says of all figures of a list: `Pipeline`, `Продажи, кг`, `Actual 2025`; null for `North` or `Sales North`. */
export function measureOf(text: string): ListMeasure | null {
  const words = text
    .normalize("NFKC")
    .replace(/(\p{Ll})(\p{Lu})/gu, "$1 $2")
    .toLowerCase()
    .replaceAll("ё", "е")
    .replace(/[^a-zа-я$€£₽]+/g, " ")
    .trim();
  const currency =
    words
      .split(" ")
      .map(currencyOf)
      .find((code) => code !== null) ?? null;
  const plain = words
    .split(" ")
    .filter((word) => currencyOf(word) === null)
    .join(" ");
  const kind = patterns.find(({ words: own }) => plain.search(own) >= 0)?.kind;
  const rest = patterns.reduce((left, { words: own }) => left.replace(own, " "), plain).replace(besides, " ");
  if (rest.trim() !== "" || (kind === undefined && currency === null)) return null;
  return { kind: kind ?? "value", currency };
}

/** Measures of two texts, which may have words in common that say nothing of them: `Omsk: sales`, `Omsk: margin`. */
export function measuresOf(first: string, second: string): [ListMeasure | null, ListMeasure | null] {
  const whole: [ListMeasure | null, ListMeasure | null] = [measureOf(first), measureOf(second)];
  if (whole.some((measure) => measure !== null)) return whole;
  const words = [first, second].map((text) => text.split(/[^\p{L}\d$€£₽]+/u));
  const [a, b] = words.map((own, i) => own.filter((word) => !words[1 - i].includes(word)).join(" "));
  return [measureOf(a), measureOf(b)];
}

/** How near figures are to what clients have bought: the larger the nearer. */
const nearnessOf = (measure: ListMeasure | null): number =>
  measure === null ? untold : (nearness[measure.kind] ?? 0);

/** Whether a text tells figures to which others of the same clients may be nearer to what those have bought. */
export function tellsOtherThanSales(text: string): boolean {
  const measure = measureOf(text);
  return measure !== null && nearnessOf(measure) < nearness.revenue!;
}

/** Whether the figures under the second of two texts are rather what clients have bought; not where the first tells no measure at all. */
export function isNearer(first: string, second: string): boolean {
  const [own, other] = measuresOf(first, second);
  return own !== null && nearnessOf(other) > nearnessOf(own);
}

/**
 * The list that is rather meant than one with the same columns: what was sold, and not what was ordered, planned, earned or owed. The
 * list itself where none is.
 *
 * @param textOf what tells the figures of a list: its title, or the name of its sheet
 * @param isAlike whether another list reads, and has the same columns; asked only where it is nearer
 */
export const nearestToSales = <List>(
  list: List,
  others: readonly List[],
  textOf: (each: List) => string,
  isAlike: (other: List) => boolean,
): List =>
  others.reduce(
    (best, other) => (isNearer(textOf(best), textOf(other)) && isAlike(other) ? other : best),
    list,
  );

/**
 * Whether two lists with the same columns hold figures that are never added up: sales and margin, customers and prospects, euros and
 * dollars. What was sold in two words (orders and invoices, with tax and without) is the same money where it is that of the same clients.
 *
 * @param haveSameClients asked only where it matters
 */
export function areApart(
  first: ListMeasure | null,
  second: ListMeasure | null,
  haveSameClients: () => boolean,
): boolean {
  if (first?.currency && second?.currency && first.currency !== second.currency) return true;
  if (first?.kind === second?.kind) return false;
  const areSales = [first, second].every((measure) => nearnessOf(measure) > 0);
  if (!areSales) return true;
  return first !== null && second !== null && haveSameClients();
}

/** Whether half of the fewer clients, or more, stand among the others. */
export function shareClients(some: ReadonlySet<string>, others: ReadonlySet<string>): boolean {
  const [fewer, more] = some.size <= others.size ? [some, others] : [others, some];
  const shared = [...fewer].filter((client) => more.has(client)).length;
  return fewer.size > 0 && shared * 2 >= fewer.size;
}
