import type { commands as english } from "../en/commands";
import { numbersIn } from "../numbers";

export const commands: typeof english = {
  chooseBy: (option) => `В командной строке: ${option}.`,
  noList: (sheets) =>
    `На листах книги не нашлось списка клиентов (просмотрены: ${sheets}). Нужны строка заголовков, столбец с названиями клиентов и столбец с суммами. Укажите лист с помощью --sheet.`,
  emptySheet: (sheet) => `Лист «${sheet}» пуст. Укажите лист со списком клиентов с помощью --sheet.`,
  nameColumn: (header, role) =>
    `Озаглавьте этот столбец «${header}» или укажите его с помощью --column ${role}=B (заголовок или буква столбца).`,
  unexpected: "Keyfolio остановился из-за собственной ошибки. Ничего не записано.",
  office: (code) =>
    `Заменитель Excel не смог выполнить шаг${code === null ? "" : ` (код ${code})`}. Ничего не записано.`,
  inTheWay: {
    filter:
      "Фильтр скрывает строки, в которые пишутся результаты. Снимите его в Excel и запустите ещё раз. Ничего не записано.",
    protection:
      "Лист, в который пишутся результаты, защищён. Снимите защиту в Excel (Рецензирование → Снять защиту листа) и запустите ещё раз. Ничего не записано.",
  },
  rulesAnew: "Исправьте значение в файле, указанном в --rules, или укажите в --rules другие правила.",
  badColumns: (path, found, expected) =>
    `То, что книга хранит о смысле столбцов, использовать нельзя: ${path} — ${found}, а нужно ${expected}. Укажите столбцы: --column client=B и --column amount=C (заголовки или буквы столбцов).`,
  tableGrew: (table, sheet, columns) =>
    `Таблица ${table} на листе «${sheet}» стала шире: справа добавлено ${numbersIn.ru.plural(columns, { one: "столбец", few: "столбца", many: "столбцов", other: "столбца" })} с результатами.`,
  stages: {
    reading: "Читаем список…",
    classifying: "Классифицируем клиентов…",
    writing: "Записываем столбцы результата…",
    report: "Строим отчёт…",
    undoing: "Возвращаем как было…",
    removing: "Убираем Keyfolio из книги…",
  },
};
