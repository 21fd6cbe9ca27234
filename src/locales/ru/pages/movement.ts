import type { movement as english } from "../../en/pages/movement";
import { numbersIn } from "../../wording/numbers";
import { lastWindow, windowBefore } from "./windows";

const { number, scaled, percent, plural, form } = numbersIn.ru;

export const movement: typeof english = {
  title: "Движение",
  subtitle: (window) =>
    `Что стало с деньгами каждого клиента: ${lastWindow(window)} рядом с тем, что было за ${windowBefore(window)}.`,
  step: "Шаг",
  below: "Под столбцом",
  level: "Выручка",
  gain: "Прибавилось",
  loss: "Убыло",
  steps: {
    opening: "Было",
    new: "Новые",
    returned: "Вернулись",
    growth: "Рост",
    decline: "Спад",
    lost: "Ушли",
    closing: "Стало",
  },
  kinds: {
    new: "Новый",
    returned: "Вернулся",
    growth: "Рост",
    decline: "Спад",
    lost: "Ушёл",
    same: "Без изменений",
    none: "Без денег",
  },
  bridge: "Что было и что стало",
  bridgeHeaders: { step: "", clients: "Клиентов", amount: "Деньги", part: "От исходной", meaning: "Что это" },
  openingOf: (window) => `Выручка за ${windowBefore(window)}`,
  closingOf: (window) => `Выручка за ${lastWindow(window)}`,
  meanings: {
    opening: "все, кто покупал тогда",
    new: "купили впервые",
    returned: "купили снова после целого отрезка без покупок",
    growth: "покупали и тогда, и теперь, теперь больше",
    decline: "покупали и тогда, и теперь, теперь меньше",
    lost: "покупали тогда и с тех пор не покупают",
    closing: "все, кто покупал теперь",
  },
  net: "Удержано денег с учётом роста (чистое удержание)",
  gross: "Удержано денег без учёта роста (валовое удержание)",
  kept: "Покупали и тогда, и теперь",
  retentionNote: {
    net: "сколько прежние клиенты приносят теперь от того, что приносили тогда",
    gross: "то же, не считая ничьего роста: больше 100 % не бывает",
    kept: (opening) => `из ${number(opening)}, покупавших тогда`,
  },
  biggest: (gain, loss) =>
    [
      ...(gain ? [`Наибольший рост (${scaled(gain.before)} → ${scaled(gain.now)}) — ${gain.name}.`] : []),
      ...(loss ? [`Наибольший спад (${scaled(loss.before)} → ${scaled(loss.now)}) — ${loss.name}.`] : []),
    ].join(" "),
  halfOf: (count, part) =>
    `На ${plural(count, { one: "клиента", few: "клиентов", many: "клиентов", other: "клиентов" })} ${form(count, { one: "приходится", few: "приходится", many: "приходится", other: "приходится" })} ${percent(part, 0)} всего, что потеряно на ушедших и на спаде.`,
  who: {
    lost: "Ушли",
    decline: "Снизили больше всех",
    new: "Новые",
    returned: "Вернулись",
    growth: "Выросли больше всех",
  },
  whoMore: (shown, count) => `Показаны ${number(shown)} крупнейших из ${number(count)}; все — в списке ниже.`,
  overTime: "Концентрация во времени",
  overTimeNote: (window) =>
    `Каждая точка — ${lastWindow(window)} к этому времени. Чем выше, тем больше компания зависит от немногих.`,
  overTimeChart: "Доля крупнейшего и пяти крупнейших клиентов",
  overTimeHeaders: {
    period: "По",
    cr1: "Крупнейший",
    cr5: "Пять крупнейших",
    hhi: "HHI",
    keyClients: "Ключевых по доле",
  },
  departments: "По подразделениям",
  managers: "По менеджерам",
  groupsNote: "По собственным строкам каждого: клиент, перешедший из рук в руки, здесь ушёл, а там новый.",
  groupHeaders: { department: "Подразделение", manager: "Менеджер", net: "Удержано (с ростом)" },
  list: "Все клиенты",
  listHeaders: {
    kind: "Что произошло",
    before: "Было",
    now: "Стало",
    change: "Изменение",
    part: "Изменение, %",
  },
};
