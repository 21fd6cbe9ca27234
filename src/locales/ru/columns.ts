import { numbersIn } from "../wording/numbers";
import type { columns as english } from "../en/columns";

const { date } = numbersIn.ru;

export const columns: typeof english = {
  headers: {
    share: "Доля",
    status: "Статус",
    abc: "ABC",
    xyz: "XYZ",
    quadrant: "Квадрант",
    activity: "Активность",
    reason: "Почему ключевой",
    action: "Что делать",
    pinned: "Закреплено",
  },
  ownHeader: (header, number) => (number === 1 ? `${header} (Keyfolio)` : `${header} (Keyfolio ${number})`),
  statuses: { regular: "Обычный", key: "Ключевой", dependence: "Зависимость", mono: "Моноклиент" },
  quadrants: {
    key: "Ключевые",
    development: "Развития",
    maintenance: "Поддержки",
    opportunistic: "Благоприятные",
  },
  activity: {
    active: "Покупает",
    new: "Новый",
    oneOff: "Разовый",
    declining: "Покупает меньше",
    atRisk: "Под угрозой",
    lost: "Ушёл",
    returned: "Вернулся",
    potential: "Ещё не покупал",
    notEnoughHistory: "Рано судить",
  },
  pinned: (status, reason, until) =>
    [`${status}${until === null ? "" : `: до ${date(until)}`}`, ...(reason === "" ? [] : [reason])].join(
      "; ",
    ),
  reasons: {
    volume: "Объём",
    potential: "Потенциал",
    wellKnown: "Известное имя",
    partner: "Партнёр",
    demanding: "Требовательный",
    innovator: "Новатор",
  },
};
