import type { Rule } from "./header-rules";
import { wholeWords as words } from "./whole-words";

const aboutLine = words(
  "amount*|value|sum|total|price|qty|quantity|count|status|stage|type|currency|date|client*|customer*|name|сумм[аы]|стоимость|цена|количество|статус|состояние|тип|вид|валюта|дата|клиент*|контрагент*|покупател[а-я]*|заказчик*",
);
const otherDay = words(
  "birth*|born|register*|registration|contract|modified|updated|last|expiry|expir*|valid*|contact|call|visit|meeting|hire*|рождени[ея]|регистраци[ия]|договора|изменени[ея]|последн[а-я]*|контакта|звонка|встречи|визита|окончани[яе]|действи[яе]",
);

/** Roles of a list with a line per document. Date columns hold dates; the caller looks. In order, the first that fits. */
export const lineRules: readonly Rule[] = [
  {
    role: "date",
    strength: 10,
    words:
      /^(?:date|transaction date|sales? date|дата|дата (?:продажи|операции|реализации|отгрузки|документа|сделки))$/,
  },
  {
    role: "date",
    strength: 9,
    words: words(
      "(?:invoice|order|posting|doc|document|billing|bill|transaction|purchase|close|closed|closing|receipt) date|дата (?:заказа|накладной|счета|чека|закрытия|покупки|проводки|проведения|выставления)",
    ),
    but: otherDay,
  },
  {
    role: "date",
    strength: 7,
    words: words("(?:ship|shipped|shipping|delivery|dispatch) date|дата (?:доставки|поставки)"),
    but: otherDay,
  },
  {
    role: "date",
    strength: 2,
    words: words(
      "(?:due|payment|paid|created|create) date|date created|^(?:created|paid|ordered|invoiced|processed|completed)(?: (?:at|on))?(?: (?:utc|gmt))?$|дата (?:оплаты|создания)|^создан[ао]?$",
    ),
  },
  { role: "date", strength: 6, words: words("date|datetime|дата|timestamp"), but: otherDay },
  {
    role: "date",
    strength: 4,
    words: /^(?:period|month|quarter|week|day|time|период|месяц|квартал|неделя|день|время)$/,
  },
  {
    role: "lineStatus",
    strength: 10,
    words:
      /^(?:(?:order|deal|sales?|invoice|document|doc|line|transaction|opportunity) )?(?:status|stage)$|^(?:статус|состояние|этап|стадия)(?: (?:заказа|сделки|документа|счета|строки|отгрузки|продажи))?$/,
    content: ["names", "empty"],
  },
  {
    role: "lineStatus",
    strength: 8,
    words:
      /^(?:document|doc|transaction|operation|line|invoice|order) type$|^(?:тип|вид) (?:документа|операции|строки|движения|сделки)$/,
    content: ["names", "empty"],
  },
  { role: "lineStatus", strength: 4, words: /^(?:type|тип|вид)$/, content: ["names", "empty"] },
  {
    role: "currency",
    strength: 10,
    words:
      /^(?:(?:document|doc|invoice|order|transaction|local) )?(?:currency|curr|ccy)(?: code| iso)?$|^валюта(?: (?:документа|расчетов|заказа|сделки|договора))?$|^код валюты$/,
    content: ["names", "numbers", "empty"],
  },
  {
    role: "document",
    strength: 10,
    words: words(
      "(?:document|doc|invoice|receipt|voucher|vch)(?: (?:no|nr|number|num|id|ref))?|(?:номер|no) (?:документа|накладной|счета|чека|реализации|упд)|документ|накладная|регистратор|документ реализации|счет-фактура|чек",
    ),
    but: aboutLine,
    content: ["names", "numbers", "empty"],
  },
  {
    role: "document",
    strength: 8,
    words: words(
      "(?:sales )?order(?: (?:no|nr|number|num|id|ref))?|(?:po|so)(?: (?:no|number|id))?|sales? (?:no|number|id)|(?:номер|no|код|id) (?:продажи|отгрузки)|(?:номер|no|код|id) заказа|заказ|заказ клиента|заказ покупателя",
    ),
    but: words(
      "amount*|value|sum|total|price|qty|quantity|count|volume|status|type|currency|date|line|name|сумм[аы]|статус|тип|дата|объем",
    ),
    content: ["names", "numbers", "empty"],
  },
  {
    role: "document",
    strength: 6,
    words: words(
      "(?:transaction|deal|opportunity)(?: (?:no|number|id|name))|(?:номер|no|id) (?:сделки|операции)",
    ),
    content: ["names", "numbers", "empty"],
  },
  {
    role: "document",
    strength: 5,
    words: /^(?:num|number|номер)$/,
    content: ["names", "numbers", "empty"],
  },
];
