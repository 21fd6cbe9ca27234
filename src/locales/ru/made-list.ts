import type { Texts } from "../texts";

const months = ["янв", "фев", "мар", "апр", "май", "июн", "июл", "авг", "сен", "окт", "ноя", "дек"];

export const madeList: Texts["madeList"] = {
  sheet: "Клиенты",
  table: "Клиенты",
  headers: {
    client: "Клиент",
    code: "Код",
    group: "Группа компаний",
    manager: "Менеджер",
    department: "Отдел",
    firstPurchase: "Первая покупка",
    lastPurchase: "Последняя покупка",
    purchases: "Покупок",
    averagePurchase: "Средний чек",
    amount: "Выручка",
    profit: "Прибыль",
  },
  period: ({ unit, start }) => {
    const year = start.slice(0, 4);
    const month = Number(start.slice(5, 7));
    if (unit === "month") return `${months[month - 1]} ${year}`;
    if (unit === "quarter") return `${Math.ceil(month / 3)} кв ${year}`;
    if (unit === "half") return `${month > 6 ? 2 : 1} полугодие ${year}`;
    return unit === "year" ? year : start;
  },
};
