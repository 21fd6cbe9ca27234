import { numbersIn } from "../../wording/numbers";
import type { question as english } from "../../en/pane/question";
import { quotedIn } from "../../wording/quotes";

const quoted = quotedIn.ru;

const { plural, money, percent, date, number } = numbersIn.ru;

const clients = (count: number) =>
  plural(count, { one: "клиент", few: "клиента", many: "клиентов", other: "клиента" });

const months = { one: "месяц", few: "месяца", many: "месяцев", other: "месяца" };

export const question: typeof english = {
  hint: "До ответа ничего не записывается. Ответ запомнится для этого списка.",
  asks: {
    client: "В каком столбце клиенты?",
    amount: "В каком столбце выручка?",
    period: "Какие столбцы — периоды?",
    level: "Кто здесь клиенты?",
    dayOrder: "Что в датах стоит первым: день или месяц?",
    currency: "Несколько валют: какую считать?",
    total: "Список прочитан верно?",
  },
  dayOrderOf: (example) => `${example} — сначала день или месяц?`,
  column: (letters) => `Столбец ${letters}`,
  areMonths: (numbers) => `Столбцы ${numbers} — это месяцы?`,
  months: (count) => `сумма за ${plural(count, months)}`,
  yesMonths: (count) => `Да: выручка за ${plural(count, months)}`,
  noMonths: (header) => `Нет: выручка в столбце ${quoted(header)}`,
  columns: (letters) => `Столбцы ${letters}`,
  everyRow: "Каждая строка — клиент",
  onlyCurrency: (code) => `Только ${code}`,
  dayFirst: (day) => (day === null ? "Сначала день" : `Сначала день: ${date(day)}`),
  monthFirst: (day) => (day === null ? "Сначала месяц" : `Сначала месяц: ${date(day)}`),
  computing: "Считаем, что получится…",
  figures: (count, total, largest, share) =>
    `${clients(count)}, всего ${money(total)}; крупнейший — ${largest}, ${percent(share)}`,
  days: (first, last) => `с ${date(first)} по ${date(last)}`,
  asksOn: "После этого будет ещё один вопрос",
  fails: "Клиентов с выручкой не получится",
  totalDiffers: "Итог в самом списке другой",
  totals: (stated, read, difference) =>
    `В списке стоит ${stated}, а прочитанные строки дают ${read}: разница ${difference}.`,
  groups: (address) => `Строки начиная с ${address} похожи на итоги групп.`,
  totalHelp: "Если выбран не тот столбец, исправьте это ниже.",
  acceptTotal: "Всё равно верно",
  more: (count) =>
    `Возможны ещё ${plural(count, { one: "вариант", few: "варианта", many: "вариантов", other: "варианта" })}: выберите ниже.`,
  convert: "Пересчитать всё в одну валюту",
  convertInto: "В какую",
  rateOf: (code) => `1 ${code} =`,
  rateName: (code, into) => `Сколько ${into} стоит 1 ${code}`,
  rateMissing: "Введите курс больше 0",
  convertNow: (code) => `Пересчитать в ${code}`,
  otherwise: {
    client: () => "Клиенты могут быть и здесь:",
    amount: () => "Выручка может быть и здесь:",
    period: () => "Периоды могут быть и здесь:",
    level: (what) => `${what.endsWith("…") ? `Клиенты: ${what}` : `${what}.`} Возможно и другое:`,
    dayOrder: (what) => `Даты: ${what}. Возможно и другое:`,
    currency: (what) => `Валюта: ${what}. Возможно и другое:`,
    total: (what) => `${what}. Возможно и другое:`,
  },
  or: " или ",
  useInstead: (what) => `Взять ${what}`,
  suchAs: (names) => `${names}…`,
  decided: (count) => `Ваши решения: ${number(count)}`,
  undo: "Отменить",
  undoOf: (decision) => `Отменить: ${decision}`,
  decisions: {
    currency: (code) => `Считаются только суммы в ${code}`,
    rates: (code, rates) => `Пересчитано в ${code}: ${rates.join(", ")}`,
    rate: (code, worth, into) => `1 ${code} = ${worth} ${into}`,
    dayFirst: "В датах сначала день",
    monthFirst: "В датах сначала месяц",
    level: "Какие строки — клиенты",
    acceptTotal: "Прочитано верно, хотя итог в самом списке другой",
    same: (names) => `Один клиент: ${names.join(" / ")}`,
    notClient: (name) => `Не клиент: ${name}`,
    isClient: (name) => `Клиент: ${name}`,
    ignored: (count) =>
      `${plural(count, { one: "замечание", few: "замечания", many: "замечаний", other: "замечания" })} не показывать`,
    pin: (name, status) => `${name}: ${status} — по вашему решению`,
  },
  answered: "Ответ принят",
  goOn: (job) => `Теперь можно продолжить: ${quoted(job)}.`,
  goOnNow: "Продолжить",
};
