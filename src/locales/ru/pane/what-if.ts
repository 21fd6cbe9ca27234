import type { whatIf as english } from "../../en/pane/what-if";
import { numbersIn, type PluralForms } from "../../numbers";

const { number, money, scaled, percent, limit, plural, form } = numbersIn.ru;
const clientForms: PluralForms = { one: "клиент", few: "клиента", many: "клиентов", other: "клиента" };
const leaveForms: PluralForms = { one: "Уходит", few: "Уходят", many: "Уходят", other: "Уходят" };
const equals = (effective: number) => number(effective, effective < 100 ? 1 : 0);

export const whatIf: typeof english = {
  title: "Что, если клиенты уйдут?",
  intro: "Выберите клиентов и посмотрите, что останется от портфеля без них.",
  search: "Кто уходит",
  suggestions: "Найденные клиенты",
  notFound: "Клиента с таким названием нет.",
  add: (name) => `Добавить: ${name}`,
  remove: (name) => `Оставить: ${name}`,
  removeAll: "Начать заново",
  picked: (count, share) =>
    `${form(count, leaveForms)} ${plural(count, clientForms)} — ${percent(share)} от итога`,
  andMore: (count) => `и ещё ${number(count)}`,
  quick: { largest: "Крупнейший", three: "Три крупнейших", atRisk: "Все под угрозой" },
  fixedCosts: "Постоянные затраты, которые останутся",
  fixedCostsHint:
    "Необязательно: аренда, оклады и прочее за те же периоды, что и прибыль. Вычитаются из неё.",
  notAnAmount: "Введите сумму от 0 или оставьте поле пустым.",
  figure: "Показатель",
  before: "Сейчас",
  after: "Без них",
  rows: {
    revenue: "Выручка",
    profit: "Прибыль",
    clients: "Клиентов",
    keyClients: "Ключевых",
    largestShare: "Наибольшая доля",
    hhi: "Концентрация (HHI)",
    effectiveClients: "Как у стольких равных клиентов",
  },
  undefined: "–",
  number,
  money: scaled,
  percent,
  effective: equals,
  loss: (profit) => `Без них компания уйдёт в убыток: ${money(-profit)}.`,
  profitUnknown: "Прибыль некоторых из этих клиентов неизвестна, поэтому неизвестна и прибыль без них.",
  nothingLeft: "Не останется никого, от кого можно посчитать доли.",
  gaps: "Или меньше зависеть от них",
  gap: (name, share, target, amount, growth) =>
    `${name}: доля ${percent(share)}. Чтобы она опустилась до ${limit(target)} без потери продаж этому клиенту, остальные должны вырасти на ${scaled(amount)} (+${percent(growth)}).`,
  gapNone: (name, share, target) =>
    `${name}: доля ${percent(share)}, не выше ${limit(target)} — уравновешивать нечего.`,
  gapUndefined: (name, share) =>
    `${name}: доля ${percent(share)}, а других клиентов, которые могли бы его уравновесить, нет.`,
};
