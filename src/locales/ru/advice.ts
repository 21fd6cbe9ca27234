import type { PeriodUnit } from "../../portfolio/periods/period";
import type { DeclineFact, SilenceFact, advice as english } from "../en/advice";
import { numbersIn, type PluralForms } from "../numbers";

const { number, scaled, percent, date, plural, form } = numbersIn.ru;

const periodForms: Record<PeriodUnit, PluralForms> = {
  day: { one: "день", few: "дня", many: "дней", other: "дня" },
  week: { one: "неделю", few: "недели", many: "недель", other: "недели" },
  month: { one: "месяц", few: "месяца", many: "месяцев", other: "месяца" },
  quarter: { one: "квартал", few: "квартала", many: "кварталов", other: "квартала" },
  half: { one: "полугодие", few: "полугодия", many: "полугодий", other: "полугодия" },
  year: { one: "год", few: "года", many: "лет", other: "года" },
};

const periods = (count: number, unit: PeriodUnit) => plural(count, periodForms[unit]);
const every = ({ from, to }: { from: number; to: number }, unit: PeriodUnit) => {
  const [first, last] = [number(from, 1), number(to, 1)];
  if (first === "1" && last === "1") return form(1, periodForms[unit]);
  return `${first === last ? first : `${first}–${last}`} ${form(to, periodForms[unit])}`;
};
const silent = ({ unit, silence, usual, limit }: SilenceFact, buys: string) => {
  const rule = usual
    ? `обычно ${buys} раз в ${every(usual, unit)}`
    : `дольше обычного (до ${number(limit, 1)})`;
  return `молчит ${periods(silence, unit)}, ${rule}`;
};

const because: (typeof english)["because"] = {
  lost: (fact: SilenceFact) => `Вернуть: ${silent(fact, "покупал")}; ${scaled(fact.perYear)} в год`,
  atRisk: (fact: SilenceFact) => `Позвонить: ${silent(fact, "покупает")}; ${scaled(fact.perYear)} в год`,
  lossMaking: (profit, revenue) =>
    profit < 0
      ? `Сначала цена или условия: убыток ${scaled(-profit)} при выручке ${scaled(revenue)}`
      : `Сначала цена или условия: при выручке ${scaled(revenue)} ничего не зарабатываем`,
  contact: (due) => `Связаться: срок контакта был ${date(due)}`,
  reduceDependence: (share, growth) =>
    `Беречь и растить остальных: даёт ${percent(share)}` +
    (growth === null ? "" : `; остальным надо вырасти на ${percent(growth, 0)}`),
  declining: ({ unit, periods: count, actual, expected }: DeclineFact) =>
    `Выяснить причину: купил на ${scaled(actual)} за последние ${periods(count, unit)}, ожидалось ${scaled(expected)}`,
};

export const advice: typeof english = {
  because,
  action: {
    "quadrant.key": "Вкладываться: персональный менеджер, совместный план",
    "quadrant.development": "Отвоёвывать у конкурента, вкладываться выборочно",
    "quadrant.maintenance": "Поддерживать с минимальными затратами",
    "quadrant.opportunistic": "Работать, пока выгодно; не вкладываться",
    "cell.AX": "Беречь: годовой контракт, гарантии сервиса",
    "cell.AY": "Планировать по сезону, согласовать объёмы заранее",
    "cell.AZ": "Выяснить причину колебаний, согласовать план",
    "cell.BX": "Развивать: расширять ассортимент и долю в закупках",
    "cell.BY": "Развивать: предложения под сезон",
    "cell.BZ": "Предложить график закупок",
    "cell.CX": "Автоматизировать: постоянный заказ, типовые условия",
    "cell.CY": "Типовые условия, напоминание перед сезоном",
    "cell.CZ": "Обслуживать по запросу, без затрат",
    "cell.AN": "Новый и крупный: закрепить менеджера, узнать планы",
    "cell.BN": "Присмотреться: выяснить потребность и потенциал",
    "cell.CN": "Наблюдать: решат первые заказы",
    lost: "Вернуть: узнать, почему ушёл, сделать предложение",
    atRisk: "Позвонить сейчас: молчит дольше обычного",
    lossMaking: "Сначала цена или условия обслуживания: клиент убыточен",
    contact: "Связаться: контакт просрочен",
    declining: "Выяснить причину: покупает меньше ожидаемого",
    none: "Ничего не делать",
    reduceDependence: "Снижать зависимость: растить остальных",
  },
  quadrant: {
    key: "Привлекательны и лояльны. Вкладываться: персональный менеджер, совместные планы, встречи на уровне директоров.",
    development:
      "Привлекательны, но лояльны не нам. Вкладываться выборочно: понять, чем держит конкурент, и переманить.",
    maintenance: "Лояльны, но расти почти некуда. Поддерживать дёшево: типовые условия, без особых проектов.",
    opportunistic: "Не привлекательны и не лояльны. Работать, пока выгодно; не вкладываться.",
  },
  cell: {
    AX: "Крупные и стабильные — основа плана. Беречь: годовой контракт, персональный менеджер.",
    AY: "Крупные с колебаниями: планировать по сезону, согласовать объёмы заранее, держать запас под пики.",
    AZ: "Крупные и нерегулярные — главный риск для плана. Выяснить причину, согласовать график и прогноз.",
    AN: "Крупные, но истории мало: сразу закрепить менеджера, узнать планы, добиться второго и третьего заказа.",
    BX: "Средние и стабильные — первые кандидаты на рост: расширять ассортимент и свою долю в закупках.",
    BY: "Средние с колебаниями: предложения перед сезоном, объёмы в обмен на условия.",
    BZ: "Средние и нерегулярные: понять, что запускает заказ, предложить график.",
    BN: "Средние, но истории мало: выяснить потребность и потенциал, потом решать, сколько вкладывать.",
    CX: "Мелкие и стабильные: сохранять, но дёшево: постоянный заказ, типовые условия, самообслуживание.",
    CY: "Мелкие с колебаниями: типовые условия, напоминание перед сезоном.",
    CZ: "Мелкие и нерегулярные: обслуживать по запросу с минимальными затратами.",
    CN: "Мелкие, истории мало: наблюдать, решат первые заказы.",
  },
};
