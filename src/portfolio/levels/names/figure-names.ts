/** A quick no for the names of a hundred thousand clients. */
const mayBeFigure =
  /ндс|налог|прошл|предыд|аналог|аппг|план|факт|прогноз|бюджет|цель|выполн|исполн|откл|сред|медиан|макс|мин|дней|кол-?во|колич|число|себест|прибыл|марж|рентаб|нацен|фот|расход|затрат|оплач|оплат|дебит|долг|задолж|контрол|провер|накоп|нараст|рост|динам|темп|курс|скид|бонус|коррект|разниц|расхожд|отдел|фонд|остал|\d{4} год|%|vat|tax|gst|year|month|quarter|period|plan|actual|forecast|budget|target|quota|achiev|attain|varian|^var|diff|delta|δ|growth|change|average|avg|mean|max|min|days|number of|cost|cogs|profit|margin|commission|check|control|cumul|running|^[ply]y$|yoy|mom|qoq|fy|discount|bonus|largest|smallest|open orders|backlog|pipeline|gross|net$/i;

const time = "(?:год[ау]?|месяц[ау]?|период[ау]?|квартал[ау]?|недел[яи])";
const timeInEnglish = "(?:year|month|quarter|week|period)";

/** Names that no client has. */
const certain = new RegExp(
  `^(?:${[
    "(?:в т ?ч |в том числе )?(?:ндс|налог)(?: \\d+ ?%)?(?: (?:сверху|к уплате|итого|всего))?|(?:incl(?:uding)? )?(?:vat|gst|sales tax)(?: \\d+ ?%)?",
    `(?:прошл|предыдущ|аналогичн)[а-я]* ${time}(?: .*)?|аппг|(?:last|prior|previous|same) ${timeInEnglish}(?: .*)?`,
    "план (?:на|по|за|продаж|месяца|года|отдела|компании)(?: .*)?|план ?факт|факт (?:за|по|продаж|месяца)(?: .*)?|прогноз (?:на|по|до|продаж)(?: .*)?|бюджет (?:на|по|продаж)(?: .*)?",
    "(?:plan|budget|forecast|target|quota) (?:for|of|fy|ytd|\\d{4})(?: ?.*)?|plan (?:vs )?actual|(?:sales|revenue|monthly|annual) (?:target|budget|plan|forecast|quota)",
    "% ?(?:выполн[а-я]*|вып|исполн[а-я]*|плана|к плану|от плана|рентабельности|маржи)(?: .*)?|(?:выполнение|исполнение) плана(?: .*)?|% (?:of|to) (?:plan|target|budget|total)|(?:target |plan )?(?:achievement|attainment)(?: %)?",
    "откл(?:онение)?(?: (?:от|к|в|план[а-я]*|факт[а-я]*|%).*)?|variance(?: .*)?|темп роста(?: .*)?",
    "средн(?:ее|ий|яя) (?:значение|чек|сумма|выручка|за|по|на|арифметическое)(?: .*)?|average (?:order|deal|sale|per|monthly)(?: .*)?|(?:largest|smallest) (?:customer|client|account)|commission \\d+ ?%|open orders|order backlog",
    "(?:рабочих|календарных) дней|working days|(?:кол ?во|количество|число) (?:клиент|заказ|отгруз|чек|сдел|покупател|документ|дней)[а-я]*",
    "(?:валовая|чистая|маржинальная) прибыль|gross (?:profit|margin)|cost of (?:sales|goods(?: sold)?)|cogs|нарастающим итогом|накопительным итогом|(?:sum )?fy ?\\d{2,4}",
    "(?:yoy|mom|qoq)(?: %| growth| change)?|осталось до плана|до плана|(?:с|без) ндс|дебиторская задолженность|курс (?:usd|eur|доллара|евро|цб)(?: .*)?|фонд оплаты труда|расходы отдела|\\d{4} год|кол ?во активных клиентов",
  ].join("|")})$`,
);

/** Names that a client may have as well: they are figures at the edge of a list only. */
const possible =
  /^(?:план|факт|прогноз|бюджет|цель|выполнение|исполнение|себестоимость|прибыль|маржа|маржинальность|рентабельность|наценка|фот|расходы|затраты|оплачено|оплаты|оплата|дебиторка|задолженность|долг|контроль|проверка|накопительно|рост|прирост|динамика|среднее|медиана|максимум|минимум|макс|мин|курс|actual|average|avg|mean|median|difference|diff|growth|change|commission|check|cumulative|[ply]y|max|min|margin|cost|costs|profit|total cost|days|скидка|скидки|бонус|бонусы|корректировка|разница|расхождение|по отделу|pipeline|backlog|gross|net|vat|discount|bonus)(?: ?%)?$/;

/** Names of well-known companies among them. */
const ofCompanies = /^(?:plan|budget|forecast|target|quota|control|delta|maximum|minimum)(?: ?%)?$/;

export type FigureName = "certain" | "possible" | "companyToo" | null;

/** How clearly a name is that of a figure and not of a client: `НДС 20%`, `План на месяц`, `Last year`, `Average`. */
export function figureName(name: string): FigureName {
  if (name.length > 40 || !mayBeFigure.test(name)) return null;
  const folded = name
    .toLowerCase()
    .replaceAll("ё", "е")
    .replace(/[.,:;()/\\-]+/g, " ")
    .replace(/\s+/g, " ")
    .trim();
  if (certain.test(folded)) return "certain";
  if (possible.test(folded)) return "possible";
  return ofCompanies.test(folded) ? "companyToo" : null;
}
