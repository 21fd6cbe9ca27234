import type { source as english } from "../../en/pane/source";
import { numbersIn } from "../../wording/numbers";
import { quotedIn } from "../../wording/quotes";

const quoted = quotedIn.ru;

const { plural } = numbersIn.ru;

const severalSheets = (sheets: readonly string[]): string =>
  sheets.length > 1
    ? ` на ${plural(sheets.length, { one: "листе", few: "листах", many: "листах", other: "листа" })}`
    : "";

export const source: typeof english = {
  title: "Список клиентов",
  hint: "Щёлкните любую ячейку своего списка на листе или выберите его здесь.",
  list: "Список",
  onSheet: (name, sheet) => (name === sheet ? name : `${name} (лист ${quoted(sheet)})`),
  whole: (sheet) => `Лист ${quoted(sheet)}`,
  howRead: "Как прочитан список",
  allOfReading: "Подробнее",
  lines: (documents, lines, clients, sheets, span) =>
    `${
      documents === null
        ? plural(lines, { one: "строка", few: "строки", many: "строк", other: "строки" })
        : plural(documents, {
            one: "документ",
            few: "документа",
            many: "документов",
            other: "документа",
          })
    } по ${plural(clients, { one: "клиенту", few: "клиентам", many: "клиентам", other: "клиента" })}${severalSheets(sheets)}${
      span === null ? "" : `, ${span}`
    }.`,
  addUpBy: "Складывать",
  units: {
    day: "по дням",
    week: "по неделям",
    month: "по месяцам",
    quarter: "по кварталам",
    half: "по полугодиям",
    year: "по годам",
  },
  span: (first, last) => (first === last ? first : `${first} – ${last}`),
  madeNew: (sheet) =>
    `При запуске они сложатся по клиентам на новом листе ${quoted(sheet)}; сами строки не изменятся.`,
  madeAnew: (sheet) => `При запуске лист ${quoted(sheet)} обновится; сами строки не изменятся.`,
  columns: "Что означают столбцы",
  columnsHint: "Предложено по заголовкам. Исправьте, если что-то не так.",
  roleOf: (header) => `Что означает столбец ${quoted(header)}`,
  example: (value) => `например, ${value}`,
  empty: "пусто",
  notUsed: "Не используется",
  roles: {
    client: "Клиент",
    group: "Группа компаний",
    amount: "Сумма (выручка)",
    period: "Выручка за период",
    profit: "Прибыль",
    cost: "Прямые затраты",
    costToServe: "Обслуживание",
    manager: "Менеджер",
    department: "Отдел",
    hours: "Часы на клиента",
    potential: "Потенциал",
    attractiveness: "Привлекательность",
    loyalty: "Лояльность",
    wellKnown: "Известное имя",
    partner: "Партнёр",
    demanding: "Требовательный",
    innovator: "Новатор",
    vip: "VIP",
    lastContact: "Последний контакт",
    contactResult: "Результат контакта",
    lossReason: "Причина ухода",
    code: "Код клиента",
    date: "Дата",
    document: "Номер документа",
    lineStatus: "Статус или вид",
    quantity: "Количество",
    price: "Цена за единицу",
    currency: "Валюта",
    returns: "Возвраты",
  },
  groups: {
    who: "Кто",
    money: "Деньги",
    scores: "Оценки",
    marks: "Отметки (да/нет)",
    contacts: "Контакты",
    lines: "Документы",
  },
  periods: (first, last) => `${first} – ${last}`,
  showEach: (count, numbers) =>
    `Показать ${numbers.plural(count, { one: "столбец", few: "столбца", many: "столбцов", other: "столбца" })}`,
  allPeriods: (span) => `Что означают столбцы ${span}`,
  roleIsTaken: (role, holder) =>
    `Сейчас ${quoted(role)} — это столбец ${quoted(holder)}, такой столбец может быть только один.`,
  takeInstead: (header) => `Взять ${quoted(header)}`,
  leaveAsItIs: (holder) => `Оставить ${quoted(holder)}`,
  asProposed: "Как предложено",
  toRules: "Дальше: правила",
  toRun: "К запуску",
  lookAgain: "Поискать снова",
  noListTitle: "Списка клиентов пока нет",
  noListHelp:
    "Нужны строка заголовков, столбец с названиями клиентов и столбец с суммами или по столбцу на месяц. Щёлкните ячейку списка, остальное панель найдёт сама.",
  lostTitle: (name) => `Списка ${quoted(name)} больше нет`,
  lostHelp:
    "Его лист или таблицу удалили или очистили. Выберите другой список или отмените удаление в Excel.",
};
