import { numbersIn } from "../../wording/numbers";
import type { scenario as english } from "../../en/pages/scenario";

const { number, scaled, percent, limit, date, plural } = numbersIn.ru;

export const scenario: typeof english = {
  sheet: (count) => `Сценарий ${number(count)}`,
  title: (count) => `Сценарий ${number(count)}`,
  subtitle: (day) => `Что стало бы с портфелем: по цифрам списка на ${date(day)}`,
  supposed: "Что предполагаем",
  change: (change) => {
    switch (change.kind) {
      case "leaves":
        return "Эти клиенты уходят.";
      case "buysLess":
        return `Эти клиенты покупают на ${limit(change.part)} меньше; прибыль и затраты уменьшаются вместе с покупками.`;
      case "paysLess":
        return `Эти клиенты платят за то же на ${limit(change.part)} меньше.`;
      case "paysLater":
        return `Эти клиенты платят на ${plural(change.days, { one: "день", few: "дня", many: "дней", other: "дня" })} позже${change.interest > 0 ? `, ставка ${limit(change.interest)} годовых` : ""}.`;
    }
  },
  fixedCosts: (costs) => `Постоянные затраты, которые останутся: ${scaled(costs)}; вычтены из прибыли.`,
  discounts: (tiers) =>
    `Скидки поставщика за объём: ${tiers.map(({ from, discount }) => `${limit(discount)} от ${scaled(from)}`).join("; ")}.`,
  who: "О каких клиентах речь",
  whoHeaders: { amount: "Сумма", share: "Доля", status: "Статус", class: "Класс" },
  together: (count, share) =>
    `${plural(count, { one: "клиент", few: "клиента", many: "клиентов", other: "клиента" })}, вместе — ${percent(share)} от итога.`,
  shown: (shown) => `Крупнейшие из них (${number(shown)}):`,
  figures: "Сейчас и потом",
  difference: "Разница",
  keyClients: "Ключевые по доле — сейчас и потом",
  keyHeaders: { now: "Доля сейчас", then: "Доля потом", meaning: "Ключевой" },
  noKey: "Ключевых по доле нет ни сейчас, ни потом.",
  meaning: { stays: "остаётся", becomes: "становится", ends: "больше нет", gone: "ушёл" },
};
