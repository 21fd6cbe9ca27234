import type { WhyNoMoney } from "../../problem";
import { wholeWords } from "./whole-words";

/** What a header says of a column of numbers: an amount of money of the clients, or why it is none. */
export type MoneyHeader =
  | {
      kind: "money";
      /** 10 = revenue in so many words … 4 = nothing but a value or a currency, 1 = what was paid. */
      strength: number;
      /** Whether it says of itself that tax (or a discount) is in or out. */
      side: "net" | "gross" | null;
      /** Whether the header says that returns are off already. */
      lessReturns: boolean;
    }
  | { kind: "none"; why: WhyNoMoney };

const currency = wholeWords(
  "руб*|р|rub|rur|usd|eur|gbp|cny|kzt|byn|uah|долл*|евро|dollars?|euros?|тыс р|тыс руб|млн руб",
);
const currencySign = /[₽$€£]/;

const withoutTax = wholeWords(
  "без (?:учета )?(?:ндс|налог*)|(?:excl*|exclud*|ex|without|before|net of|less|no|w o) (?:of )?(?:the )?(?:vat|tax|taxes|gst)|(?:vat|tax) (?:excl*|exempt)|untaxed|taxable|pre-? ?tax|нетто",
);
const totalWords = /(?<![a-zа-я])(?:totals?|итого|всего)(?![a-zа-я])/g;
const netWords = wholeWords("net|чист[а-я]*");
const withTax = wholeWords(
  "(?:с|со|вкл*|включая|с учетом|плюс) (?:ндс|налог*)|(?:incl*|includ*|with|after|plus|w) (?:of )?(?:the )?(?:vat|tax|taxes|gst)|(?:vat|tax) (?:incl*)|брутто|gross",
);
const partOfIt = wholeWords("(?:в т ч|в том числе|of which) (?:ндс|vat|tax)");
const tax = wholeWords("ндс|vat|tax|taxes|gst|налог*|акциз*|duty");
const afterDiscount = wholeWords(
  "(?:со?|с учетом|после|за вычетом|за минусом|минус) (?:[а-я]+ )?(?:скид|(?:ретро-?)?бонус|к[еэ]шб[еэ]к)[а-я]*|(?:after|net of|less|incl*|with) (?:the )?(?:discount*|rebate*|cashback)|discounted",
);
const beforeDiscount = wholeWords(
  "(?:без|до) (?:учета )?(?:[а-я]+ )?скид[а-я]*|(?:before|excl*|without) (?:the )?(?:discount*|rebate*)",
);
const discount = wholeWords("скидк*|скидок|discount*|rebate*|(?:ретро-?)?бонус*|к[еэ]шб[еэ]к*|cashback");
const afterReturns = wholeWords(
  "(?:за вычетом|за минусом|минус|без|после|с учетом) возврат[а-я]*|(?:net of|less|after|excl*|without|minus|incl*) (?:returns?|refunds?|credits?|credit (?:memos?|notes?))",
);
const returns = wholeWords(
  "возврат*|returns?|returned|refund*|refunded|credit memos?|credit notes?|credits|кредит-ноты?|кредит ноты?",
);

const price = wholeWords("price*|цен[аыуе]|ценам|ценах|тариф*|прайс*|msrp|rrp");
const unitPrice = wholeWords(
  "за (?:1 )?(?:шт*|ед|единиц*|кг|тонн*|час|литр*|м2|м3)|(?:стоимость|сумма|цена|руб) (?:1 )?(?:шт|штуки|ед|единиц*|часа|кг)|unit (?:price|value|cost|amount|rate)|(?:price|value|cost|amount) each|per (?:unit|piece|item|pcs|hour|kg|ton*|litre|liter|box|day)|rate per|hourly rate|руб (?:шт|ед|кг|л|м2|м3|час)|(?:usd|eur) (?:unit|kg|pcs|hour)",
);
const wholePrice = wholeWords(
  "total|totals|extended|ext|sum|subtotal|line(?! item)|full|итого|сумма|суммарн*|общ*|всего|полная|выручка|revenue",
);
const units = wholeWords(
  "кг|kg|kgs|lbs?|шт|штук*|pcs|pieces?|qty|quantit*|количеств*|кол-во|кол во|кол|колич|тонн*|тн|tons?|tonnes?|литр*|liters?|litres?|м2|м3|m2|m3|sqm|units?|упак*|короб*|box|boxes|паллет*|pallets?|cartons?|вес|масса|weight|нетто кг|экз|hl|mt|cbm|gal|gallons?|bbl|barrels?|kwh|mwh|мл|ml|гр|grams?|куб м|м куб|пог м|м п|квт ?ч*|гкал",
);
const shortUnit =
  / (?:т|л|м|t|l|ltr)$|(?:^| )(?:объемы?|volumes?|продажи|отгрузк[аи]|реализация|sales) (?:в |in )?(?:т|л|t|l|ltr) /;
const counts = wholeWords("(?:num|number|no|nr|count|qty|#) of|count*|число|counter");
const countedThings = wholeWords(
  "orders|invoices|documents|deals|visits|calls|lines|clients|customers|transactions|shipments|positions|purchases made|заказов|заказы|сделок|сделки|чеков|чеки|документов|документы|клиентов|отгрузок|позиций|посещений|визитов|звонков|покупок|накладных|items|employees|headcount|staff|people|users|seats|stores|branches|outlets|сотрудников|работников|человек|людей|персонал|магазинов|точек|филиалов",
);

const identifier = wholeWords(
  "id|ids|key|code|codes|no|nr|num|number|guid|uid|uuid|код|коды|номер|номера|инн|кпп|огрн|огрнип|окпо|бик|унп|бин|артикул*|ид|inn|tin|ein|duns|sku|ean|upc|gtin|barcode|штрихкод*|iban|serial|#",
);
const document = wholeWords(
  "order|invoice|document|doc|docs|bill|receipt|po|contract|agreement|account|acct|ledger|batch|lot|opportunity|reference|ref|заказ|накладная|документ|договор|счет|счет-фактура|акт|чек|партия|упд|основание",
);
const documentOf = wholeWords("(?:заказ|накладная|документ|договор|счет|акт|чек) [а-я]+");
const placeOrPerson = wholeWords(
  "org|organi[sz]ation|cent(?:er|re)|центр*|plant|warehouse|склад|store|rep|representative|employee|person|manager|team|group|office|district|territory|area|region|country|city|channel|division|sector|route|line|item|position|pos|row|index|магазин|точка|регион|страна|город|канал|маршрут|строка|позиция|менеджер|сотрудник|подразделение|отдел",
);
const amountNoun = wholeWords(
  "amount*|value|values|sum|total|totals|subtotal|revenue*|turnover|volume|spend|сумм[аыуе]?|выручк[аиуе]|стоимост[ьи]|оборот*|объем*|итого|всего",
);
const saleNoun = wholeWords(
  "sales|sale|income|billing*|продаж[аиуе]?|реализаци[яию]|отгрузк[аиу]|отгружено|доход*|поступлени[яе]",
);
const saleOfThing = new RegExp(
  `(?<![a-z])sales? (?:${[identifier, document, placeOrPerson].map(({ source }) => source).join("|")})`,
);

const percent =
  /%|процент|percent|pct(?![a-z])|рентабельн|маржинальност|наценк|profitability|markup|(?<![а-я])дол[яи](?![а-я])|(?<![a-z])(?:share|ratio|rate)(?![a-z])|удельн|структура|(?<![а-я])ставк[аи](?![а-я])/;
const comparison = wholeWords(
  "vs|versus|var|yoy|mom|change*|growth|difference|diff|delta|variance|прирост*|рост|роста|темп*|изменени[ея]|отклонени[ея]|откл|динамика|разница|к прошлому|к аппг|δ|last year|previous year|prior year|year-ago|year ago|ly|py|прошл[а-я]* год*|прош год|аппг|апг|n ?[-–−] ?[1-9]",
);
const contact = wholeWords(
  "postal*|post ?code|zip|zipcode|индекс|почтов*|phone*|telephone|tel|mobile|cell|fax|телефон*|факс|тел|моб|address*|адрес*|house|street|улица|дом",
);
const rank = wholeWords(
  "rank*|ранг*|место|rating*|рейтинг*|score|scores|балл*|оценк[аи]|age|возраст*|priority|приоритет*|probability|вероятност*|level|уровень|лет|класс|class|tier|place",
);
const average = wholeWords("average|avg|mean|median|asp|arpu|aov|средн[а-я]*|ср|медиан*");
const perSomething = wholeWords("per [a-z]+|на (?:одного |1 )?(?:клиента|заказ|покупателя|сделку|чек)");
const plan = wholeWords(
  "plan|plans|planned|forecast*|fcst|fcast|outlook|target*|budget*|quota*|expected|pipeline|backlog*|order book|weighted|limit|limits|potential|wallet|план|плана|плановы[а-я]*|прогноз*|цель|цели|целев[а-я]*|бюджет*|ожида[а-я]*|лимит*|потенциал*|портфель заказов|в заказах|открыты[ех] заказ[а-я]*|не ?отгруж[а-я]*|к отгрузке|open orders (?:[a-z]+|\\d+)|емкость|кошелек",
);
const balance = wholeWords(
  "balance*|debts?|receivable*|overdue|outstanding|due|arrears|payable*|deposit*|prepay*|долг*|задолженност*|дебиторк*|дебиторск*|кредиторск*|просроч*|сальдо|остат[а-я]*|аванс*|предоплат*",
);
const time = wholeWords(
  "date|dates|дат[аыу]|срок*|time|время|hours?|час[ыа]|часов|days?|дней|день|duration|since|терм[а-я]*|terms|месяцев|month|months|quarter|week|weeks|месяц|квартал|неделя|period|период",
);
const year = /^(?:fiscal |calendar |финансовый |фин )?(?:year|год|г)$/;
/** What a year is expected to bring, beside 2024A: 2026E, FY26B. */
const expectedYear = /^(?:fy|cy)? ?(?:(?:19|20)\d{2}|(?<=[fc]y ?)\d{2}) ?[efbp]$/;
/** The time that the figures are of, beside those of another: 9 months, the current year. */
const timeOfFigures =
  /^(?:за )?\d{1,2} ?(?:(?:мес|месяц|месяца|месяцев|months?|mos?)(?: ?'?(?:\d{2}|\d{4}))?|[mм] ?'?(?:\d{2}|\d{4}))(?: ?г(?:ода?)?)?$|^(?:current|this|reporting) (?:year|quarter|month|period)$|^(?:текущ|отчетн)[а-я]{2,3} (?:год|квартал|месяц|период)$/;
const paid = wholeWords("paid|payment*|оплат*|оплачено|платеж*|cash|получено|зачтено");
const cost = wholeWords(
  "cost|costs|cogs|expens*|себестоимост*|затрат*|расход*|издерж*|закупочн*|закупк[аи]|переменны[а-я]*|commission*|комисси*|bonus",
);
/** What the client buys is what we sell. */
const boughtByClient = wholeWords(
  "закупк[аи] (?:клиент|дилер|покупател|партнер|заказчик|контрагент|дистрибь?[юу]тор)[а-я]*",
);
const profit = wholeWords(
  "profit*|margin*|марж[аиу]*|маржинальн*|прибыл[ьи]|ebitd?a?|earnings|contribution|net income|валов[а-я]* доход",
);

const amounts: readonly { strength: number; words: RegExp }[] = [
  {
    strength: 9.5,
    words: wholeWords("оборот* (?:[а-я]+ ){0,3}дебет*|(?:turnover|period) (?:[a-z]+ ){0,3}debits?"),
  },
  {
    strength: 3,
    words: wholeWords("оборот* (?:[а-я]+ ){0,3}кредит*|(?:turnover|period) (?:[a-z]+ ){0,3}credits?"),
  },
  // How large a client is, as programs for contacts keep it, and perhaps what it buys.
  { strength: 5.5, words: /^annual revenues?$/ },
  { strength: 10, words: wholeWords("revenue*|net sales|выручк[аиуе]") },
  {
    strength: 9,
    words: wholeWords(
      "turnover|sales|sold(?![- ]to)|оборот*|товарооборот*|продаж[аиуе]?|продано|(?:объем|сумма|стоимость) (?:сделок|отгрузок|отгрузки|реализации|закупок|покупок)",
    ),
  },
  {
    strength: 8,
    words: wholeWords(
      "реализаци[яи]|реализовано|отгрузк[аи]|отгружено|income|доход*|поступлени[ея]|billing*|billed|invoiced|spend|spent|purchases|выставлено|начислено|куплено|покупк[аи]|закуплено|закрыто (?:по )?актам[и]?|заактировано|выполнено работ|сумма актов|акты выполненных работ",
    ),
  },
  { strength: 8, words: boughtByClient },
  { strength: 6, words: wholeWords("amount*|amt|sum|subtotal|сумм[аыу]|сум|order volume|volume|объем*") },
  {
    strength: 6,
    words: wholeWords(
      "(?:order|invoice|document|doc|deal|bill|receipt|line|extended|ext) totals?|totals? (?:order|invoice|document|deal|bill)|итог[ои]? (?:заказа|документа|счета|накладной|сделки)",
    ),
  },
  { strength: 6, words: timeOfFigures },
  { strength: 4, words: wholeWords("value|values|стоимость|monetary|деньги|money") },
  // What some trades call their sales, and others what they pay.
  {
    strength: 3,
    words: wholeWords(
      "fees?|premiums?|rent|tuition|subscriptions?|гонорар*|абонплат[аы]|арендн[а-я]* плат[аы]|взнос[ыа]?|преми[ия]",
    ),
  },
  { strength: 2, words: wholeWords("дебет|debit|кредит|credit") },
];

/** Words that change nothing: a header of an amount and these is an amount and nothing else. */
const neutral = wholeWords(
  "net|gross|total|totals|actual|факт*|чист[а-я]*|общ[а-я]*|итого|итогов[а-я]*|всего|year|год|года|за|по|в|на|от|с|без|in|of|for|from|by|to|the|and|и|usd|eur|gbp|rub|rur|руб*|р|тыс|млн|тысяч|thousand*|million*|k|m|mln|ytd|excl*|incl*|exclud*|includ*|ндс|vat|tax|client*|customer*|клиент*|покупател[а-я]*|контрагент*|продаж[аиуе]?|sales|amount|sum|сумма|value|volume|объем|revenue|product*|goods|товар[а-я]*|услуг*|полю|поле|period|период|lcy|local|base|reporting|currency|валют[аыеу]|учета|returns?|возврат*|less|after|before|скид[а-я]*|discount*|вычетом|учетом|после|до|\\d+",
);

/** Money at certain prices is no price: `Sales at 2024 prices`, `Выручка в ценах 2024 года`. */
const pricesOfMoney =
  /(?<=[a-zа-я]{4} )(?:(?:at|in) )?(?:(?:19|20)\d{2}|constant|current|comparable|list) prices(?![a-z])|(?<=[а-я]{4} )в (?:сопоставимых |текущих |действующих |постоянных )?ценах(?: (?:19|20)\d{2})?(?: ?года?)?(?![а-я])/g;

/** What a header, as `headerWords()` gives it, says of a column of numbers; null when it says nothing. The header is judged as a whole. */
export function moneyHeader(words: string): MoneyHeader | null {
  // The rate of a tax is no percentage of anything else, and "to date" no date.
  const text = words
    .replace(/(?<=(?:ндс|vat|tax|gst) )\d+ ?%|\d+ ?% (?=(?:ндс|vat|tax|gst))/g, "")
    .replace(pricesOfMoney, " ")
    .replace(/(?<![a-z])(?:year )?to date(?![a-z])|на дату/g, "ytd")
    .replace(/ {2,}/g, " ")
    .trim();
  const why = reasonAgainst(text);
  if (why) return { kind: "none", why };
  const isCurrency = currency.test(text) || currencySign.test(text);
  const found = price.test(text)
    ? { strength: 8, words: price }
    : amounts.find(({ words }) => words.test(text));
  if (!found && !isCurrency) return null;
  let strength = found?.strength ?? 4;
  if (paid.test(text)) strength = 1;
  if (words.search(pricesOfMoney) >= 0) strength -= 2;
  const rest = text.replace(new RegExp(found?.words ?? currency, "g"), " ");
  const bare = rest.replace(new RegExp(neutral, "g"), " ").replace(/[^a-zа-я]+/g, "") === "";
  const side = sideOfAmount(text);
  strength += (bare ? 0.5 : -0.5) + (side === "net" ? 1 : side === "gross" ? -3 : 0);
  const lessReturns =
    afterReturns.test(text) || /(?<![a-z])net sales|чист[а-я]* (?:продаж|выручк)/.test(text);
  return { kind: "money", strength, side, lessReturns };
}

/** Whether a header of a quantity means how much was sold, and not how often or by how many. */
export function isQuantityHeader(words: string): boolean {
  if (!units.test(words) && !shortUnit.test(words)) return false;
  return (
    !countedThings.test(words) && !/(?:количество|кол-?во|число) (?:продаж|дней|лет|месяцев)/.test(words)
  );
}

/** Whether a header, as `headerWords()` gives it, says of itself that tax (or a discount) is in or out. */
export function sideOfAmount(text: string): "net" | "gross" | null {
  if (withoutTax.test(text) || afterDiscount.test(text) || afterReturns.test(text) || netWords.test(text))
    return "net";
  return withTax.test(text) || beforeDiscount.test(text) ? "gross" : null;
}

function reasonAgainst(text: string): WhyNoMoney | null {
  const hasAmount = amountNoun.test(text);
  const hasCurrency = currency.test(text) || currencySign.test(text);
  if (percent.test(text)) return "percent";
  if (comparison.test(text)) return "comparison";
  if (contact.test(text)) return "contact";
  if (rank.test(text)) return "rank";
  if (unitPrice.test(text)) return "price";
  if (average.test(text) || perSomething.test(text)) return "average";
  if (plan.test(text) || expectedYear.test(text)) return "plan";
  if (balance.test(text)) return "balance";
  if (returns.test(text) && !afterReturns.test(text)) return "returns";
  if (tax.test(text)) {
    const beside = withoutTax.test(text) || withTax.test(text);
    if (!beside && !(partOfIt.test(text) && hasAmount)) return "tax";
  }
  if (discount.test(text) && !afterDiscount.test(text) && !beforeDiscount.test(text)) return "discount";
  if (year.test(text)) return "year";
  if (price.test(text)) return wholePrice.test(text) ? null : "price";
  if (units.test(text) || shortUnit.test(text)) return hasCurrency && !hasAmount ? "price" : "quantity";
  if (counts.test(text)) return "quantity";
  if (profit.test(text) && !placeOrPerson.test(text)) return "profit";
  if (cost.test(text.replace(boughtByClient, " ")) && !placeOrPerson.test(text)) return "cost";
  if (isIdentifier(text, hasAmount || hasCurrency)) return "identifier";
  const isTime = time.test(text) && !timeOfFigures.test(text);
  if (isTime && !hasAmount && !saleNoun.test(text) && !hasCurrency) return "date";
  if (
    countedThings.test(text) &&
    !amountNoun.test(text.replace(totalWords, "")) &&
    !hasCurrency &&
    !saleNoun.test(text)
  )
    return "quantity";
  return null;
}

function isIdentifier(text: string, hasAmount: boolean): boolean {
  const bare = text.replace(withoutTax, " ");
  if (identifier.test(bare)) return true;
  if (hasAmount) return false;
  if (saleOfThing.test(bare) || documentOf.test(bare)) return true;
  return (document.test(bare) || placeOrPerson.test(bare)) && !saleNoun.test(bare);
}
