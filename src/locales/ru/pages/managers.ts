import type { managers as english } from "../../en/pages/managers";
import { numbersIn, type PluralForms } from "../../wording/numbers";

const { number, scaled, percent, plural, list } = numbersIn.ru;

const keyForms: PluralForms = {
  one: "ключевой клиент",
  few: "ключевых клиента",
  many: "ключевых клиентов",
  other: "ключевого клиента",
};

export const managers: typeof english = {
  title: "Менеджеры",
  subtitle:
    "Ключевые клиенты, деньги, рост и риск у каждого менеджера. Ключевой — тот, у кого есть хотя бы одна причина.",
  overloaded: (found, most) =>
    `${list(found.map(({ name, figure }) => `${name} (${number(figure)})`))}: ключевых клиентов больше ${number(most)}, столько одному не вести как следует. Часть пора передать.`,
  notOverloaded: (most) => `Больше ${number(most)} ключевых клиентов ни у кого нет: столько одному по силам.`,
  withoutManager: (count, names) =>
    `Без менеджера — ${plural(count, keyForms)}: ${count > names.length ? `${names.join(", ")} и ещё ${number(count - names.length)}` : list(names)}.`,
  mostAtRisk: ({ name, figure }) => `Больше всего под угрозой у менеджера ${name}: ${scaled(figure)} в год.`,
  leans: ({ name, figure }) => `${name}: один клиент даёт ${percent(figure, 0)} продаж.`,
  chart: "Ключевых клиентов на менеджера",
  revenueChart: "Выручка по менеджерам",
  keyClients: "Ключевых клиентов",
  tooMany: "Ключевых слишком много",
  limit: (most) => `По силам одному: ${number(most)}`,
  first: "С чего начать каждому",
  firstNote: "Из клиентов каждого менеджера — те, на ком больше всего денег.",
  list: "Все менеджеры",
  headers: {
    manager: "Менеджер",
    clients: "Клиентов",
    keyClients: "Ключевых клиентов",
    amount: "Выручка",
    share: "Доля в выручке",
    profit: "Прибыль",
    growth: "Рост",
    net: "Удержано (с ростом)",
    atRisk: "Под угрозой в год",
    largest: "Доля крупнейшего клиента",
    overdue: "Просрочено контактов",
    stake: "На кону",
  },
  notStated: "не указан",
};
