import type { commands as english } from "../en/commands";

export const commands: typeof english = {
  chooseBy: (option) => `В командной строке: ${option}.`,
  stages: {
    reading: "Читаем список…",
    classifying: "Классифицируем клиентов…",
    writing: "Записываем столбцы результата…",
    report: "Строим отчёт…",
    undoing: "Возвращаем как было…",
    removing: "Убираем Keyfolio из книги…",
  },
};
