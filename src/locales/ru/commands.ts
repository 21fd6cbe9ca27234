import type { commands as english } from "../en/commands";

export const commands: typeof english = {
  stages: {
    reading: "Читаем список…",
    classifying: "Классифицируем клиентов…",
    writing: "Записываем столбцы результата…",
    report: "Строим отчёт…",
  },
};
