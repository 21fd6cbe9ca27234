import type { columns as english } from "../en/columns";

export const columns: typeof english = {
  headers: {
    share: "Доля",
    status: "Статус",
    abc: "ABC",
    xyz: "XYZ",
    quadrant: "Квадрант",
    reason: "Почему ключевой",
    action: "Что делать",
  },
  ownHeader: (header, number) => (number === 1 ? `${header} (Keyfolio)` : `${header} (Keyfolio ${number})`),
  statuses: { regular: "Обычный", key: "Ключевой", dependence: "Зависимость", mono: "Моноклиент" },
  quadrants: {
    key: "Ключевые",
    development: "Развития",
    maintenance: "Поддержки",
    opportunistic: "Благоприятные",
  },
  reasons: {
    volume: "Объём",
    potential: "Потенциал",
    wellKnown: "Известное имя",
    partner: "Партнёр",
    demanding: "Требовательный",
    innovator: "Новатор",
  },
};
