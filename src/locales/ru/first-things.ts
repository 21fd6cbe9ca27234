import type { FirstActionFact, StakeFact, firstThings as english } from "../en/first-things";
import { numbersIn } from "../wording/numbers";
import { clients } from "./portfolio";

const { number, scaled, plural, form, list } = numbersIn.ru;

const named = ({ name, stake, managers }: StakeFact) =>
  `${name} (${[scaled(stake), ...managers].join(", ")})`;
const whom = ({ clients: count, top }: FirstActionFact) =>
  count > top.length
    ? `${top.map(named).join(", ")} и ещё ${number(count - top.length)}`
    : list(top.map(named));

const othersText = ({ others }: FirstActionFact) =>
  others === 0
    ? ""
    : ` Ещё у ${plural(others, { one: "такого клиента", few: "таких клиентов", many: "таких клиентов", other: "таких клиентов" })} есть более срочное дело.`;

export const firstThings: typeof english = {
  first: "Что делать в первую очередь",
  firstLeads: {
    lost: "Вернуть",
    atRisk: "Позвонить",
    lossMaking: "Цена или условия",
    contact: "Связаться",
    reduceDependence: "Беречь",
    declining: "Выяснить причину",
    "lost.need": "Попросить рекомендацию",
  },
  firstActions: {
    lost: (fact) =>
      `Стоит вернуть ${plural(fact.clients, { one: "ушедшего клиента", few: "ушедших клиентов", many: "ушедших клиентов", other: "ушедших клиентов" })}, ${scaled(fact.stake)} в год: ${whom(fact)}.`,
    atRisk: (fact) =>
      `${form(fact.clients, { one: "Молчит", few: "Молчат", many: "Молчат", other: "Молчат" })} дольше обычного ${clients(fact.clients)}, ${scaled(fact.stake)} в год: ${whom(fact)}.`,
    lossMaking: (fact) =>
      `${clients(fact.clients)} ${form(fact.clients, { one: "обходится дороже, чем приносит", few: "обходятся дороже, чем приносят", many: "обходятся дороже, чем приносят", other: "обходятся дороже, чем приносят" })}, убыток ${scaled(fact.stake)}: ${whom(fact)}.${othersText(fact)}`,
    contact: (fact) =>
      `Просрочен контакт с ${plural(fact.clients, { one: "ключевым клиентом", few: "ключевыми клиентами", many: "ключевыми клиентами", other: "ключевыми клиентами" })}: ${whom(fact)}.`,
    reduceDependence: (fact) =>
      `Компания зависит от ${fact.clients === 1 ? "клиента" : "клиентов"}: ${whom(fact)}. Остальных — растить.`,
    declining: (fact) =>
      `${clients(fact.clients)} ${form(fact.clients, { one: "покупает", few: "покупают", many: "покупают", other: "покупают" })} намного меньше ожидаемого, ${scaled(fact.stake)} в год: ${whom(fact)}.${othersText(fact)}`,
    "lost.need": (fact) =>
      `Потребность отпала у ${plural(fact.clients, { one: "ушедшего клиента", few: "ушедших клиентов", many: "ушедших клиентов", other: "ушедших клиентов" })}, ${scaled(fact.stake)} в год: ${whom(fact)}.`,
  },
  nothingUrgent: "Срочных дел нет.",
  activityUnknown:
    "Кто замолчал, сказать нельзя: в списке нет столбцов по месяцам или кварталам либо их слишком мало.",
};
