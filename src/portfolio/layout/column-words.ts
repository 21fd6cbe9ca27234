/** Beginnings of the words that name columns; a word that may have no other ending stands with `$`. */
const beginnings = [
  // who
  "клиент|контрагент|покупател|заказчик|партнер|дебитор|дилер|дистрибьютор|организаци|компани|фирм|предприяти|получател|плательщик|фио$|имя$|наименовани|назван|менеджер|ответственн|продавец$|агент|куратор|сотрудник|подразделени|отдел$|отделы$|филиал|департамент|сектор$|направлени|канал|холдинг",
  "client|customer|account|company|buyer|debtor|dealer|distributor|reseller|partner|party$|sold$|to$|bill$|ship$|payer|name$|names$|manager|rep$|representative|owner|salesperson|seller|employee|department|branch|division|team$|sector$|channel|parent|holding",
  // what
  "номенклатур|товар|продукт|продукци|артикул|характеристик|серия$|договор|документ|регистратор|движени|заказ|накладн|сч[её]т|субконто|проект|сделк|склад|услуг|груп+[аы]|категори|вид$|виды$|тип$|сегмент|бренд|марка$|регион|область$|город|стран[аы]$|адрес|телефон|почта$|инн$|кпп$|код$|номер|№|пп$|статус|стади|этап|комментари|примечани|валют|базов|единиц|ед$|изм$|строк[аи]?$|столбц|показател|параметр",
  "product|item|sku$|goods$|article|contract|document|doc$|order|invoice|deal|project|opportunity|description|category|group|kind$|type|segment|brand|region|city|country|state$|address|phone|email|code|number|no$|nr$|id$|ids$|key$|status|stage|comment|note|currency|unit|row$|column|labels?$|memo|terms$",
  // when
  "дата$|даты$|период|месяц|квартал|год$|года$|годы$|недел|день$|дни$|полугоди",
  "date|month|quarter|year|week|day$|days$|period",
  // how much
  "сумм|выручк|оборот|продаж|стоимост|цен[аы]$|количеств|кол$|во$|колич|объ[её]м|прибыл|марж|себестоимост|затрат|расход|доход|скидк|ндс$|итог|всего$|доля$|доли$|план|факт|остат|сальдо$|дебет|кредит|долг|задолженност|отгруж|отгрузк|реализаци|поступлени|оплат|плат[её]ж|возврат|рентабельност|наценк|средн|рост$|прирост|потенциал|вес$|без$|по$|полю$|на$|за$|с$|и$|или$",
  "amount|sum$|total|sales$|sale$|revenue|turnover|value|price|quantity|qty$|volume|profit|margin|cost|discount|vat$|tax|share|plan|fact$|actual|budget|balance|debit|credit|payment|return|growth|net$|gross|count$|average|potential|income|billed|shipped|weight|of$|the$|by$|and$|or$|per$",
];

const joining = new Set(
  "to$ of$ the$ by$ and$ or$ per$ sold$ на$ за$ с$ и$ или$ без$ по$ полю$ во$".split(" "),
);
const { whole, starts, glue } = sorted();

function sorted() {
  const words = beginnings.flatMap((line) => line.split("|"));
  return {
    whole: new Set(words.filter((word) => word.endsWith("$")).map((word) => word.slice(0, -1))),
    starts: new RegExp(`^(?:${words.filter((word) => !word.endsWith("$")).join("|")})`),
    glue: new Set([...joining].map((word) => word.slice(0, -1))),
  };
}

/** The words of a text: lower case, `UNIT_PRICE` and `NetSales2023` taken apart, digits left out. */
function wordsOf(text: string): string[] {
  return text
    .normalize("NFKC")
    .replace(/(\p{Ll})(\p{Lu})/gu, "$1 $2")
    .toLowerCase()
    .split(/[^\p{L}№]+/u)
    .filter((word) => word !== "");
}

const isColumnWord = (word: string): boolean => whole.has(word) || starts.test(word);

const mostWords = 9;

/** Whether a text reads as the header of a column: one of its words names what columns hold. */
export function namesColumn(text: string): boolean {
  const words = wordsOf(text);
  return words.length <= mostWords && words.some((word) => !glue.has(word) && isColumnWord(word));
}

/** Whether a text is nothing but names of columns, as 1C writes the names of the levels below each other: `Номенклатура, единица`. */
export function namesLevel(text: string): boolean {
  const words = wordsOf(text);
  return (
    words.length > 0 &&
    words.length <= 6 &&
    !/\d/.test(text) &&
    words.every(isColumnWord) &&
    words.some((word) => !glue.has(word)) &&
    !words.some((word) => /^(?:итог|всего|total)/.test(word))
  );
}

/**
 * Whether the texts of one row are headers of columns: all of them name what columns hold, or most do and one says nothing else
 * (`Client`, `Manager`, `Town`). Not with a digit in one of them.
 */
export function nameColumns(texts: readonly string[]): boolean {
  if (texts.some((text) => /\d/.test(text))) return false;
  const named = texts.filter(namesColumn).length;
  return named === texts.length || (named * 2 > texts.length && texts.some(namesLevel));
}

const attribute =
  /^(?:код|номер|№|инн|кпп|фио|имя|наименовани|назван|адрес|телефон|почта|статус|валют|комментари|примечани|code|number|no$|id$|name|address|phone|email|status|currency|comment|note)/;

/** Whether a text names a level of what stands in one column, and no property of it: `Контрагент`, `Номенклатура`, not `Код`. */
export function namesTreeLevel(text: string): boolean {
  return namesLevel(text) && !wordsOf(text).some((word) => attribute.test(word));
}

const expectedWords =
  /^(?:plan|plans|planned|budget|budgeted|forecast|forecasts|fcst|fcast|target|targets|outlook|projection|projected|expected|estimate|estimated|план|плана|планы|плановы[а-я]*|бюджет[а-я]*|прогноз[а-я]*|ожида[а-я]*|цель|цели)$/;

const happenedWords = /^(?:actual|actuals|act|fact|факт|факта|фактическ[а-я]*)$/;

/** Whether a text says that figures are what somebody expects, and not what was: `Forecast`, `План на 2026`; not `План-факт`. */
export function namesExpected(text: string): boolean {
  const words = wordsOf(text);
  return words.some((word) => expectedWords.test(word)) && !saysActual(text);
}

/** Whether a text says that figures are what was: `Actual 2026`, `Продажи, факт`. */
export const saysActual = (text: string): boolean => wordsOf(text).some((word) => happenedWords.test(word));

const unsold =
  /^(?:(?:open |order )?backlog|open orders|order book|pipeline|orders on hand|в заказах|портфель заказов|открытые заказы|не ?отгруж[а-яё]*|к отгрузке)(?:,? (?:19|20)\d\d)?$/i;

/** Whether a label over columns says that what stands below is expected, or ordered at most, and not sold yet: `Backlog`, `В заказах`. */
export const namesNotSold = (text: string): boolean => namesExpected(text) || unsold.test(text.trim());

const aboutExpected =
  /^(?:fy|sales|revenue|turnover|for|of|the|by|on|year|month|months|quarter|quarters|client|clients|customer|customers|продаж|продажи|выручки|выручка|оборота|на|по|за|г|год|года|годы|клиентам|месяцам|кварталам|месяц|квартал|руб|тыс|млн)$/;

/** Whether a text says that all figures below it are what somebody expects: `Budget 2026`; not `Выполнение плана продаж`. */
export function saysOnlyExpected(text: string): boolean {
  const words = wordsOf(text);
  return namesExpected(text) && words.every((word) => expectedWords.test(word) || aboutExpected.test(word));
}

const differenceWords =
  /^(?:откл|отклонени[а-я]*|изм|изменени[а-я]*|прирост|темп|рост[а]?|динамика|разница|var|variance|diff|difference|delta|chg|change|growth|yoy|mom|δ)$/;

/** Whether a header begins with how much figures differ from those beside it: `откл.`, `Var %`, `Δ`, `+/-`. */
export const namesDifference = (text: string): boolean =>
  /^\s*(?:[+±]\s*[/\\]?\s*[-–—−]?|[∆▲])\s*%?\s*$/.test(text) || differenceWords.test(wordsOf(text)[0] ?? "");

const clientWords =
  /^(?:клиент|контрагент|покупател|заказчик|дебитор|client|customer|buyer|debtor|account$|sold$)/;

/** Who looks after clients, and what they are sorted by. */
const aboutClients =
  /^(?:owner|manager|rep$|reps$|representative|exec|type|group$|category|segment|менеджер|ответственн|куратор|тип|групп|категори|сегмент)/;

/** Whether a header says that its column names clients: `Customer`, `Manager / Customer`; not `Account owner`. */
export function namesClients(text: string): boolean {
  return text.split(/[/\\|>→\n]/).some((part) => {
    const words = wordsOf(part);
    return words.some((word) => clientWords.test(word)) && !words.some((word) => aboutClients.test(word));
  });
}

/** How Excel names the column of a pivot table's rows. */
export const pivotRows = "row labels?|названия строк|метки строк|имена строк";

/** Whether a header is Excel's own over the rows of a pivot table: it says nothing of what they are. */
export const namesPivotRows = (text: string): boolean =>
  new RegExp(`^(?:${pivotRows})$`, "i").test(text.trim());

const groupWords =
  /^(?:key|accounts|отдел|подразделени|филиал|департамент|регион|направлени|канал|сектор|сегмент|групп|менеджер|дилер|дистрибьютор|партнер|department|branch|division|team|region|sector|segment|channel|group|manager|dealer|distributor|reseller|partner)/;

/** Whether a text may name a group of clients, or clients themselves: `Key accounts`, `Отдел продаж`, `Покупатели`. */
export function namesGroupOfClients(text: string): boolean {
  return namesClients(text) || wordsOf(text).some((word) => groupWords.test(word));
}

const unit =
  /^[(\s]*(?:(?:в |in )?(?:тыс|млн|млрд|thousands?|millions?|k|m)\.?\s*)?(?:руб(?:\.|лей|ли)?|р\.|₽|\$|€|usd|eur|rub|шт(?:\.|ук)?|кг\.?|тн?\.?|t|to|mt|lbs?|l|л|hl|м[23²³]|m[23²³]|%|ед\.?|pcs\.?|kg|units?|тыс\.?|млн\.?|тыс\. ?руб\.?|млн\.? ?руб\.?)[)\s]*$/i;

/** Whether a header says nothing but the unit of the one above it: `руб.`, `шт`, `USD`. */
export function isBareUnit(text: string): boolean {
  return unit.test(text);
}
