import type { LinesLeftOut } from "../../portfolio/list/lines-read";
import type { LeftOutKind } from "../../portfolio/clients/reading";
import { numbersIn, type PluralForms } from "../wording/numbers";
import type { Texts } from "../texts";
import { quotedIn } from "../wording/quotes";

const quoted = quotedIn.ru;

const { plural, number, list } = numbersIn.ru;

const leftOut: Record<LeftOutKind, PluralForms> = {
  total: { one: "строка итогов", few: "строки итогов", many: "строк итогов", other: "строки итогов" },
  group: { one: "строка групп", few: "строки групп", many: "строк групп", other: "строки групп" },
  detail: {
    one: "строка внутри клиента",
    few: "строки внутри клиентов",
    many: "строк внутри клиентов",
    other: "строки внутри клиентов",
  },
  count: {
    one: "строка с количеством",
    few: "строки с количеством",
    many: "строк с количеством",
    other: "строки с количеством",
  },
  measure: {
    one: "строка другого показателя",
    few: "строки других показателей",
    many: "строк других показателей",
    other: "строки других показателей",
  },
  header: {
    one: "повтор заголовка",
    few: "повтора заголовка",
    many: "повторов заголовка",
    other: "повтора заголовка",
  },
  unread: {
    one: "строка не прочитана",
    few: "строки не прочитаны",
    many: "строк не прочитано",
    other: "строки не прочитаны",
  },
  otherCurrency: {
    one: "строка в другой валюте",
    few: "строки в другой валюте",
    many: "строк в другой валюте",
    other: "строки в другой валюте",
  },
};

const lineForms: PluralForms = { one: "строка", few: "строки", many: "строк", other: "строки" };

const linesLeftOut: Record<LinesLeftOut["kind"], string> = {
  undated: "без даты",
  cancelled: "— сделка не состоялась",
  open: "— сделка ещё не выиграна",
  otherKind: "— не продажи",
  unread: "— сумма не прочитана",
  total: "— итоги и повторы заголовка",
  otherCurrency: "в другой валюте",
  repeated: "— повтор суммы своего документа",
};

export const reading: Texts["reading"] = {
  column: (letters, header) => (header === letters ? `столбец ${letters}` : `${letters} ${quoted(header)}`),
  where: (sheet, range) => `Лист ${quoted(sheet)}, ${range}.`,
  revenue: (column) => `Выручка — ${column}`,
  revenueOfPeriods: (periods) => `Выручка за период: ${periods}`,
  returns: (column) => `, за вычетом возвратов (${column})`,
  notUsed: (columns) => `; другие деньги не учтены: ${columns.join(", ")}`,
  clients: (column, code) => `Клиенты — ${column}${code === null ? "" : ` (код: ${code})`}.`,
  periods: (periods) => `Периоды: ${periods}.`,
  discount: "Скидка",
  other: (role, column) => `${role} — ${column}`,
  rows: (rows, clientRows, clients, withoutClient, left) => {
    const all = plural(rows, lineForms);
    const who = plural(clients, { one: "клиент", few: "клиента", many: "клиентов", other: "клиента" });
    if (withoutClient === 0 && left.length === 0) return `${all}, ${who}.`;
    const of = { one: "клиенту", few: "клиентам", many: "клиентам", other: "клиента" };
    const parts = [
      clientRows === clients ? who : `${number(clientRows)} по ${plural(clients, of)}`,
      ...(withoutClient > 0 ? [`${plural(withoutClient, lineForms)} с деньгами без клиента`] : []),
    ];
    return `${all}: ${parts.join(", ")}${left.length > 0 ? `; не клиенты: ${left.join(", ")}` : ""}.`;
  },
  leftOut: (kind, rows) => plural(rows, leftOut[kind]),
  control: (stated, read, isSame) =>
    isSame
      ? `Итог самого списка, ${stated}, сходится.`
      : `Итог самого списка — ${stated}, прочитанные строки дают ${read}.`,
  withoutCurrency: (rows, currency) => `Без валюты: ${plural(rows, lineForms)}; учтены как ${currency}.`,
  ownGroup: (column, rows) => `Компании своей группы (${column}): ${plural(rows, lineForms)}; они учтены.`,
  versions: (column, versions) =>
    `Вместе учтено несколько версий (${column}): ${versions.join(", ")}. Проверьте, не одни ли это деньги.`,
  lostThousands: (read, perhaps) =>
    `Проверьте суммы вида ${read}: другие — целые тысячи, возможно, Excel так прочитал ${perhaps}.`,
  unsureAmount: (text, read) => `Суммы вида ${quoted(text)} прочитаны как ${read}.`,
  expected: (said) => `${quoted(said)}: это план, а не продажи.`,
  unfinished: (columns) => `Период не закончился, не учтено: ${columns.join(", ")}.`,
  notRead: (lists, more) => `Не прочитано: ${lists.join(", ")}${more > 0 ? ` и ещё ${more}` : ""}.`,
  lines: (lines, sheets, columns, days) =>
    `Сложено из ${plural(lines, { one: "строки", few: "строк", many: "строк", other: "строки" })} ${sheets.length > 1 ? "листов" : "листа"} ${list(
      sheets.map(quoted),
    )}${days === null ? "" : `, ${days}`}${columns.length > 0 ? ` (${columns.join(", ")})` : ""}.`,
  linesLeftOut: (kind, lines, amount, said) =>
    `Не вошли: ${plural(lines, lineForms)} ${linesLeftOut[kind]}${said.length > 0 ? ` (${said.join(", ")})` : ""}${kind === "unread" || kind === "total" ? "" : `, ${amount}`}.`,
  linesReturned: (lines, amount, said) =>
    `Возвраты: ${plural(lines, lineForms)}${said.length > 0 ? ` (${said.join(", ")})` : ""}, ${amount}.`,
  linesWithoutClient: (lines, amount) => `Без клиента: ${plural(lines, lineForms)}, ${amount}.`,
  linesWithoutCurrency: (lines, amount, currency) =>
    `Без валюты: ${plural(lines, lineForms)}, ${amount}; учтены как ${currency}.`,
  linesDoubled: (lines, amount) =>
    `Дважды: ${plural(lines, { one: "строка полностью повторяет другую", few: "строки полностью повторяют другие", many: "строк полностью повторяют другие", other: "строк полностью повторяют другие" })}, вместе с номером документа, ${amount}. Они учтены: проверьте, не попала ли выгрузка в книгу дважды.`,
  linesDoubtful: (lines, amount, said) =>
    `Тоже учтены, проверьте, продажи ли это: ${plural(lines, lineForms)} (${said.join(", ")}), ${amount}.`,
  linesAlike: (lines, amount) =>
    `Одна и та же сумма на всех строках документа: ${plural(lines, lineForms)} кроме первой, ${amount}. Они учтены: проверьте, не сумма ли это всего документа.`,
  dayOrder: (example, dayFirst) => `В датах вида ${example} первым стоит ${dayFirst ? "день" : "месяц"}.`,
  outOfOrder: "Периоды стояли в другом порядке, они расставлены по времени.",
  gaps: (count) =>
    `Между ними не хватает ${plural(count, { one: "периода", few: "периодов", many: "периодов", other: "периода" })}.`,
};
