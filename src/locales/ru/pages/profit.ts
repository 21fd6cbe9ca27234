import type { profit as english } from "../../en/pages/profit";
import { numbersIn, type PluralForms } from "../../wording/numbers";
import { clients } from "../portfolio";

const { number, scaled, percent, plural, form, list } = numbersIn.ru;

const genitive: PluralForms = { one: "клиента", few: "клиентов", many: "клиентов", other: "клиентов" };
const some = (count: number, names: readonly string[]) =>
  count > names.length ? `${names.join(", ")} и ещё ${number(count - names.length)}` : list(names);

export const profit: typeof english = {
  title: "Прибыль",
  subtitle: "Что остаётся от каждого клиента после прямых затрат и затрат на обслуживание.",
  result: (unprofitable, all, consumed, earned) =>
    unprofitable === 0
      ? `Прибыль (${scaled(earned)}) ${form(all, { one: "приносит", few: "приносят все", many: "приносят все", other: "приносят все" })} ${clients(all)}.`
      : `Прибыли не ${form(unprofitable, { one: "приносит", few: "приносят", many: "приносят", other: "приносят" })} ${number(unprofitable)} из ${plural(all, genitive)}` +
        (consumed > 0
          ? `: съедено ${scaled(consumed)} из ${scaled(earned)}, заработанных на остальных.`
          : "."),
  toServe: (per100) => `На каждые 100 выручки обслуживание обходится в ${number(per100, 1)}.`,
  vip: (count, names) =>
    `Отмечены как VIP или входят в класс A, но прибыли не приносят: ${some(count, names)}. Прежде всего — пересмотреть цену и обслуживание.`,
  vipFine: "Все клиенты VIP и класса A приносят прибыль.",
  hours: (average, most) =>
    `На клиента VIP или класса A уходит в среднем ${number(average, 1)} ч; обычно хватает половины рабочего дня. Больше всего: ${list(
      most.map(({ name, hours }) => `${name} (${number(hours, 1)} ч)`),
    )}.`,
  fifth: (part) => `Пятая часть самых прибыльных клиентов даёт ${percent(part, 0)} всей прибыли.`,
  unknown: (count) => `Прибыль неизвестна у ${plural(count, genitive)}: здесь их нет.`,
  chart: "Прибыль нарастающим итогом, сначала самые прибыльные",
  curve: "Прибыль нарастающим итогом",
  whole: "Вся прибыль",
  clientsAxis: "Клиентов",
  shareAxis: "Часть всей прибыли",
  figures: "Итог",
  figureHeaders: { figure: "Показатель", value: "Значение" },
  earned: "Заработано на прибыльных",
  consumed: "Съедено остальными",
  total: "Прибыль по всем клиентам",
  unprofitable: "Клиентов без прибыли",
  unprofitablePart: "Их доля среди клиентов",
  per100: "Обслуживание на 100 выручки",
  losing: "Кто не приносит прибыли",
  earning: "Кто зарабатывает больше всех",
  more: (shown, count) => `Показаны ${number(shown)} худших из ${number(count)}; все — в списке ниже.`,
  list: "Все клиенты по прибыли",
  headers: {
    revenue: "Выручка",
    cost: "Прямые затраты",
    toServe: "На обслуживание",
    profit: "Прибыль",
    margin: "Маржа",
    cumulative: "Прибыль нарастающим итогом",
    abcRevenue: "ABC по выручке",
    abcProfit: "ABC по прибыли",
  },
};
