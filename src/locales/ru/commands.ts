import type { commands as english } from "../en/commands";

export const commands: typeof english = {
  purpose: "Находит ключевых клиентов в вашем списке и показывает, насколько вы зависите от каждого.",
  stages: {
    reading: "Читаем список…",
    classifying: "Классифицируем клиентов…",
    writing: "Записываем столбцы результата…",
    report: "Строим отчёт…",
  },
};
