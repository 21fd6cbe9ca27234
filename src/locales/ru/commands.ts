import type { commands as english } from "../en/commands";

export const commands: typeof english = {
  chooseBy: (option) => `В командной строке: ${option}.`,
  noList: (sheets) =>
    `На листах книги не нашлось списка клиентов (просмотрены: ${sheets}). Нужны строка заголовков, столбец с названиями клиентов и столбец с суммами. Укажите лист с помощью --sheet.`,
  emptySheet: (sheet) => `Лист «${sheet}» пуст. Укажите лист со списком клиентов с помощью --sheet.`,
  nameColumn: (header, role) =>
    `Озаглавьте этот столбец «${header}» или укажите его с помощью --column ${role}=B (заголовок или буква столбца).`,
  unexpected: "Keyfolio остановился из-за собственной ошибки. Ничего не записано.",
  office: (code) => `Заменитель Excel не смог выполнить шаг (код ${code}). Ничего не записано.`,
  stages: {
    reading: "Читаем список…",
    classifying: "Классифицируем клиентов…",
    writing: "Записываем столбцы результата…",
    report: "Строим отчёт…",
    undoing: "Возвращаем как было…",
    removing: "Убираем Keyfolio из книги…",
  },
};
