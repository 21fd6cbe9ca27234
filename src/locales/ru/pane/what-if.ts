import type { ClientChange } from "../../../analysis";
import type { whatIf as english } from "../../en/pane/what-if";
import { numbersIn, type PluralForms } from "../../wording/numbers";

const { number, money, scaled, percent, limit, plural, form } = numbersIn.ru;
const clientForms: PluralForms = { one: "клиент", few: "клиента", many: "клиентов", other: "клиента" };
const dayForms: PluralForms = { one: "день", few: "дня", many: "дней", other: "дня" };
const verbs = (one: string, many: string): PluralForms => ({ one, few: many, many, other: many });
const doing: Record<ClientChange["kind"], PluralForms> = {
  leaves: verbs("Уходит", "Уходят"),
  buysLess: verbs("Покупает меньше", "Покупают меньше"),
  paysLess: verbs("Платит меньше", "Платят меньше"),
  paysLater: verbs("Платит позже", "Платят позже"),
};
const equals = (effective: number) => number(effective, effective < 100 ? 1 : 0);

export const whatIf: typeof english = {
  title: "Что, если клиенты уйдут или будут приносить меньше?",
  intro: "Выберите клиентов и что с ними произойдёт — и посмотрите, что станет с портфелем.",
  search: "С каким клиентом попробовать",
  suggestions: "Найденные клиенты",
  notFound: "Клиента с таким названием нет.",
  add: (name) => `Добавить: ${name}`,
  remove: (name) => `Оставить: ${name}`,
  removeAll: "Начать заново",
  change: "Что произойдёт",
  changes: {
    leaves: "Уйдут",
    buysLess: "Будут покупать меньше",
    paysLess: "Будут платить меньше за то же",
    paysLater: "Будут платить позже",
  },
  picked: (kind, count, share) =>
    `${form(count, doing[kind])} ${plural(count, clientForms)} — ${percent(share)} от итога`,
  part: "На сколько меньше, %",
  notAPart: "Введите число от 0 до 100.",
  days: "На сколько дней позже",
  notDays: "Введите число дней от 0.",
  interest: "Ставка по кредиту, % годовых",
  interestHint: "Необязательно: во что обходится ожидание денег.",
  notInterest: "Введите процент от 0 или оставьте поле пустым.",
  tiedUp: (amount, days) =>
    `У этих клиентов постоянно будет оставаться ещё ${scaled(amount)} — деньги придут на ${plural(days, dayForms)} позже.`,
  delayFree: "Во что это обойдётся, без ставки неизвестно.",
  discounts: "Скидки поставщика за объём",
  discountsHint:
    "Необязательно: с какого объёма себестоимости какая скидка, например 1000000 = 3%; 5000000 = 5%",
  notDiscounts: "Запишите объёмы по возрастанию, каждый со своей скидкой: 1000000 = 3%; 5000000 = 5%",
  tierKept: (discount) => `Скидка поставщика останется ${limit(discount)}.`,
  tierLost: (before, after, cost) =>
    `Скидка поставщика упадёт с ${limit(before)} до ${limit(after)}: оставшиеся закупки подорожают на ${scaled(cost)}, и это учтено в прибыли.`,
  toSheet: "Записать на лист",
  andMore: (count) => `и ещё ${number(count)}`,
  quick: { largest: "Крупнейший", three: "Три крупнейших", atRisk: "Все под угрозой" },
  fixedCosts: "Постоянные затраты, которые останутся",
  fixedCostsHint:
    "Необязательно: аренда, оклады и прочее за те же периоды, что и прибыль. Вычитаются из неё.",
  notAnAmount: "Введите сумму от 0 или оставьте поле пустым.",
  figure: "Показатель",
  before: "Сейчас",
  after: "Станет",
  rows: {
    revenue: "Выручка",
    profit: "Прибыль",
    clients: "Клиентов",
    keyClients: "Ключевых по доле",
    largestShare: "Наибольшая доля",
    hhi: "Концентрация (HHI)",
    effectiveClients: "Как у стольких равных клиентов",
  },
  undefined: "–",
  number,
  money: scaled,
  percent,
  effective: equals,
  loss: (profit) => `Тогда компания уйдёт в убыток: ${money(-profit)}.`,
  profitUnknown:
    "Прибыль некоторых из этих клиентов неизвестна, поэтому неизвестна и прибыль, которая останется.",
  nothingLeft: "Не останется никого, от кого можно посчитать доли.",
  gaps: "Или меньше зависеть от них",
  gap: (name, share, target, amount, growth) =>
    `${name}: доля ${percent(share)}. Чтобы она опустилась до ${limit(target)} без потери продаж этому клиенту, остальные должны вырасти на ${scaled(amount)} (+${percent(growth)}).`,
  gapNone: (name, share, target) =>
    `${name}: доля ${percent(share)}, не выше ${limit(target)} — уравновешивать нечего.`,
  gapUndefined: (name, share) =>
    `${name}: доля ${percent(share)}, а других клиентов, которые могли бы его уравновесить, нет.`,
};
