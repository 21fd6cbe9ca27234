import type { run as english } from "../../en/pane/run";
import { quotedIn } from "../../quotes";

const quoted = quotedIn.ru;

export const run: typeof english = {
  title: "Запуск",
  jobs: {
    classifyAndReport: "Классифицировать и построить отчёт",
    classifyRows: "Классифицировать строки",
    portfolioReport: "Построить отчёт",
    scenario: "Записать сценарий",
    dossier: "Сделать досье",
  },
  hints: {
    classifyAndReport: "Столбцы с результатами рядом со списком, затем листы отчёта.",
    classifyRows: "Добавит или обновит столбцы с результатами рядом со списком. Ваши столбцы не изменятся.",
    portfolioReport: "Создаст или обновит только листы отчёта. Сам список не изменится.",
  },
  language: "Язык результатов",
  languageHint: "На нём будут столбцы и листы со следующего запуска, кто бы его ни сделал.",
  languages: { en: "English", ru: "Русский" },
  progress: "Ход работы",
  cancel: "Отменить",
  notCancellable: "Запись началась, отменить её уже нельзя.",
  notReady: "Запустить можно, когда список удастся прочитать.",
  seconds: (milliseconds, numbers) =>
    milliseconds < 100 ? "меньше 0,1 с" : `${numbers.number(milliseconds / 1000, 1)} с`,
  done: {
    classifyRows: "Строки классифицированы",
    portfolioReport: "Отчёт построен",
    classifyAndReport: "Всё готово",
    scenario: "Сценарий записан",
    dossier: "Досье готово",
  },
  took: (list, clients, time) => `Список ${quoted(list)}: ${clients}, ${time}.`,
  added: (count, list, numbers) =>
    `Рядом со списком ${quoted(list)} ${numbers.form(count, { one: "записан", few: "записаны", many: "записано", other: "записано" })} ${numbers.plural(count, { one: "столбец", few: "столбца", many: "столбцов", other: "столбца" })}.`,
  changed: (count, list, numbers) =>
    `Рядом со списком ${quoted(list)} ${numbers.form(count, { one: "обновлён", few: "обновлены", many: "обновлено", other: "обновлено" })} ${numbers.plural(count, { one: "столбец", few: "столбца", many: "столбцов", other: "столбца" })}.`,
  upToDate: "Столбцы уже были актуальны: ни одна ячейка не изменилась.",
  sheets: (count, numbers) =>
    `${numbers.form(count, { one: "Построен", few: "Построены", many: "Построено", other: "Построено" })} ${numbers.plural(count, { one: "лист", few: "листа", many: "листов", other: "листа" })}:`,
  notes: (cells, numbers) =>
    `Введённое поверх страницы (${numbers.list(cells)}) теперь стоит под ней, в разделе «Заметки».`,
  toResults: "К итогам",
  showColumns: "Показать столбцы",
  stopped: "Не получилось",
  cancelled: "Отменено",
  clearFilterAndRun: "Снять фильтр и запустить",
  runAgain: "Запустить снова",
};
