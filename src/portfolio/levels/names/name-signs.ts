/** What a name looks like by its words alone. */
export type NameSign = "company" | "document" | "account" | "goods" | "person" | "group" | null;

const bounded = (pattern: string) => new RegExp(`(?<![\\p{L}\\p{N}])(?:${pattern})(?![\\p{L}\\p{N}])`, "u");

const legalForm = bounded(
  "ооо|оао|зао|пао|ао|нао|ип|тоо|чп|фгуп|муп|гуп|нко|ано|тов|одо|ltd|limited|inc|incorporated|llc|llp|plc|corp|corporation|gmbh|kgaa|ohg|" +
    "холдинг|завод|комбинат|торговый дом|тд|магазин|аптека|фабрика|holding|holdings|industries|enterprises|bros|brothers|& sons",
);
/** Forms that are words or parts of names elsewhere stand last. */
const lastForm =
  /[\p{L}\p{N}"»)]\s*,? (?:co|company|group|ag|kg|se|sa|sas|sarl|sl|srl|spa|bv|nv|oy|oyj|ab|as|asa|aps|kft|zrt|doo|pte|pty|bhd)$/u;

const day = /(?<!\d)(?:\d{1,2}[./-]\d{1,2}[./-](?:\d{4}|\d{2})|\d{4}-\d{2}-\d{2})(?!\d)/;
const month =
  /^(?:янв|фев|мар|апр|ма[йя]|июн|июл|авг|сен|окт|ноя|дек|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[а-яa-z]*\.?,? ?(?:\d{4}|\d{2})?(?: ?г\.?| года)?$|^(?:q[1-4]|[1-4] ?кв(?:артал|\.)?)[ -]?(?:\d{4})?|^\d{4}(?: ?г\.?| год)?$/;
const documentWord =
  /^(?:реализаци|поступлени|сч[её]т|накладн|товарн|акт|упд|торг|заказ|заявк|договор|дог\.? |возврат|корректир|чек|плат[её]ж|оплат|отч[её]т|передач|спецификаци|контракт|соглашени|основной договор|invoice|inv|order|sales order|so|po|purchase|credit (?:note|memo)|cm|cn|cr|receipt|bill|contract|agreement|quote|estimate|shipment|delivery note|payment|statement|journal|ticket|opportunity|opp|deal)(?![a-z])/;
/** These say a document without a number too. */
const documentAlone =
  /^(?:реализация (?:товар|услуг)|договор|основной договор|без договора|счет-фактура|накладная|invoice|credit (?:note|memo))(?![a-z])/;

const account = /^\d{2}(?:\.\d{1,2}){0,3}$/;

const goods =
  /\d ?(?:мм|см|м|кг|гр?|л|мл|шт|уп|т|вт|квт|mm|cm|kg|g|l|ml|pcs|pc|oz|lb|inch|gb)(?![a-zа-я])|(?<![a-zа-я])[мm]\d{1,2}(?![\d])|\d ?[xх*×] ?\d|^(?=.*\d)[a-zа-я]{0,4}[-. ]?\d[a-zа-я\d-]*$|^(?:товар|продук|услуг|артикул|номенклатур|доставка|монтаж|ремонт|product|item|service|sku|part|material|goods|shipping|freight|labou?r)/;

const surname =
  /^[а-я]{2,}(?:ов|ова|ев|ева|ин|ина|ын|ына|ский|ская|цкий|цкая|енко|чук|юк|ых|их)(?: [а-я]+){0,2}(?: ?[а-я]\.){0,2}$|^[а-яa-z]{3,} [а-яa-z]\. ?(?:[а-яa-z]\.)?$/;
const firstNames = new Set(
  (
    "александр алексей анатолий андрей антон артем борис вадим валерий василий виктор виталий владимир владислав вячеслав геннадий георгий григорий даниил денис дмитрий евгений егор иван игорь илья кирилл константин лев леонид максим михаил никита николай олег павел петр роман руслан сергей станислав степан тимур федор юрий ярослав " +
    "александра алина алиса алла анастасия анна валентина валерия вера виктория галина дарья диана екатерина елена жанна зоя инна ирина кира кристина ксения лариса лидия любовь людмила маргарита марина мария надежда наталья нина оксана ольга полина светлана софия тамара татьяна ульяна юлия яна " +
    "adam alan alex alice amy andrew ann anna anne anthony barbara ben boris brian carol charles chris clara dan daniel david diana edward elena emily emma eric eva frank fred george grace greg hannah helen henry ian irina ivan jack james jane jason jeff jim joan joe john julia karen kate kevin laura linda lisa lucy maria mark martin mary max michael mike nancy nick nina olga oliver oscar pamela paul peter philip rachel richard robert ryan sam sarah scott sophie steve susan thomas tim tom victor wendy william"
  ).split(" "),
);

const group =
  /^(?:отдел|департамент|филиал|регион|город|г\. ?[а-я]|област|край|республик|район|сектор|группа|категори|сегмент|направлени|канал|дивизион|подразделени|управляющ|менеджер|покупател|поставщик|клиент|контрагент|заказчик|опт(?:овы|$)|ключевы|дилер|region|department|branch|segment|category|group|team|channel|division|territory|city|sector|manager|sales rep|customers|clients|wholesale|dealers|key accounts)|(?:област[ьи]|край|район|округ|отдел|регион|region|department|team|branch|division|district)$/;

/** Everything that may be said of a name: lower case, without dots in abbreviations, single spaces. */
export function signOf(name: string): NameSign {
  const text = name.trim().replace(/\s+/g, " ").toLowerCase().replaceAll("ё", "е");
  if (account.test(text)) return "account";
  if (day.test(text) || month.test(text)) return "document";
  const undotted = text.replace(/(?<=\p{L})\./gu, "");
  if (legalForm.test(undotted) || lastForm.test(undotted)) return "company";
  if (documentAlone.test(text) || (/\d/.test(text) && documentWord.test(text))) {
    return "document";
  }
  if (group.test(text)) return "group";
  if (goods.test(text)) return "goods";
  const [first] = text.split(" ", 1);
  if (firstNames.has(first) || surname.test(text)) return "person";
  return null;
}
