/** A header in one dress: lower case, one kind of dash, apostrophe and space, е for ё; `2024 г.` and `2024*` are `2024`. */
export function normalised(header: string): string {
  return header
    .replace(/\s*[*†‡¹²³⁴⁵]+\s*$/, "")
    .normalize("NFKC")
    .toLowerCase()
    .replaceAll("ё", "е")
    .replace(/[’`]/g, "'")
    .replace(/[‐-―−]/g, "-")
    .replace(/[\s\u200b-\u200f\ufeff]+/g, " ")
    .replace(/((?:19|20|21)\d{2}) ?(?:года|год|г)(?![a-zа-я])\.?/g, "$1 ")
    .replace(/ +/g, " ")
    .trim()
    .replace(/(\d)\s*(?:года|год|г)\.?$/, "$1");
}

/** Headers of databases taken apart: `NetSales2019`, `NET_SALES_2019`, `Выручка202401`. */
export function takenApart(header: string): string {
  return header
    .replace(/_/g, " ")
    .replace(/(\p{Ll})(\p{Lu})/gu, "$1 $2")
    .replace(/(\p{L}{3,})((?:19|20|21)\d{2}|(?:19|20|21)\d{2}(?:0[1-9]|1[0-2]))(?!\d)/gu, "$1 $2")
    .replace(/(?<!\d)((?:19|20|21)\d{2})(\p{L}{3,})/gu, "$1 $2");
}

// Written together they are still amounts: netsales.
const amounts =
  /(?<![a-zа-я])(?:сумм[аы]?|выручк[аи]|(?:товаро)?оборота?|продаж[аиу]?|объем|реализация|отгрузк[аи]|стоимость|факт|fact|act|actuals|sales|rev|revenues?|turnover|amount|amt|actual|value|sum|invoiced|billed|billings|net|gross|нетто|umsatz|umsätze|erlöse?|omzet|fatturato|ventas|[kmt](?:eur|usd|gbp|chf)|mio|mln|tsd|тыс|млн|млрд|руб|rub|usd|eur|gbp|kzt|byn|uah|pln|chf|cny)+(?![a-zа-я])\.?/g;
/** A period by the day that it begins or ends on: `w/c 06 Jan 2025`, `Month ending 31.01.2025`, `неделя с 06.01.2025`. */
const byItsDay =
  /^(?:w\/?[bce]|m\/?e|wk ending|(?:week|month|quarter|year|period) (?:commencing|beginning|starting|from|ending|ended|to)|(?:недел[яи]|месяц|квартал|период) (?:с|от|по|до))(?![a-zа-я]):? ?(?=\d)/;
const around =
  /(?<![a-zа-я])(?:(?:без|с|с учетом|вкл\.?|incl\.?|excl\.?|without|with) (?:ндс|vat|tax)|по полю|т\. ?р|р|за|в|for|in|of)(?![a-zа-я])\.?/g;
const tax =
  /(?<![a-zа-я])(?:без|с|с учетом|вкл\.?|incl\.?|excl\.?|without|with) (?:ндс|vat|tax)(?![a-zа-я])/g;

/** What a header calls the amount of its period: `выручка без ндс` of `Выручка без НДС, январь`; "" for a bare one. */
export function amountNamed(header: string): string {
  const text = normalised(takenApart(header));
  const signs = text.match(/[₽$€£₸₴]/g) ?? [];
  return [...(text.match(tax) ?? []), ...(text.replace(tax, " ").match(amounts) ?? []), ...signs].join(" ");
}

/** `k€`, `T€`, `M$`. */
const shortUnit = /(?<![a-zа-я])[kmt] ?(?=[€$£])/g;
const thousands = /(?<![\d.,])'?000s?(?![\d.,])/g;

/** What is left of a normalised header without the words of an amount: `выручка за янв 2024, тыс. руб.` is `янв 2024`. */
export function withoutAmountWords(text: string): string {
  return text
    .replace(byItsDay, "")
    .replace(around, " ")
    .replace(amounts, " ")
    .replace(shortUnit, "")
    .replace(thousands, " ")
    .replace(/[₽$€£₸₴()[\]:;,]/g, " ")
    .replace(/\s+/g, " ")
    .trim()
    .replace(/^[-_./ ]+|[-_./ ]+$/g, "")
    .replace(/(\d)\s*(?:года|год|г)\.?$/, "$1");
}
