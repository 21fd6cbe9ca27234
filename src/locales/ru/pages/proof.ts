import type { proof as en } from "../../en/pages/proof";
import { numbersIn } from "../../numbers";

const { plural, list } = numbersIn.ru;

/** Лист «Проверка». */
export const proof: typeof en = {
  title: "Проверка",
  subtitle:
    "Каждая цифра отчёта ещё раз — обычными формулами Excel по ячейкам вашего списка. Они работают и без Keyfolio и краснеют, если кто-то изменит цифру.",
  told: ["Сходится показателей: ", " из ", "."],
  headers: {
    what: "Показатель",
    where: "Ячейка",
    ours: "В отчёте",
    recalculated: "Пересчитано",
    difference: "Разница",
    holds: "Сходится",
  },
  reach:
    "Формулами не проверить: как прочитан список, сравнение с прошлым запуском, пределы молчания и выводы из них, точность тревог, устойчивость классов и цифры внутри предложений. Если отсортировать таблицу отчёта, её цифры переедут: обновите отчёт, чтобы проверить их снова.",
  alsoOut: (labels) =>
    `Здесь также не пересчитано: ${list(labels.slice(0, 12))}${labels.length > 12 ? " …" : ""}.`,
  eachClient: (clients) =>
    `показатели каждого из ${plural(clients, { one: "клиента", few: "клиентов", many: "клиентов", other: "клиента" })}`,
  allClients: (clients) =>
    `все ${plural(clients, { one: "клиент", few: "клиента", many: "клиентов", other: "клиента" })}`,
  blocks: {
    wholes: "Посчитано один раз",
    clients: "Клиенты, сначала крупнейшие",
    rows: "Как прочитана каждая строка",
    byOther: "Клиенты по второй базе",
    row: "Строка",
    nobody: "(без клиента)",
    revenueTotal: "Выручка, всего",
    revenueOfCosts: "Выручка за период затрат",
    profitTotal: "Прибыль, всего",
    profitOrNothing: "Прибыль, 0 — неизвестна",
    positives: "Клиентов с суммой больше 0",
    positiveTotal: "Сумма положительных",
    smallestOfTop: "Наименьшая ключевая сумма",
    soFar: "Накоплено",
    running: "Нарастающий итог",
    reached: "Накоплено до клиента",
    abc: "ABC",
    counted: "Учтено периодов",
    cut: "Граница",
    kept: "Покупал в обоих",
    lastPurchase: "Последняя покупка",
  },
};
