import type { run as english } from "../../en/pane/run";
import { listedCellsIn } from "../../wording/listed-cells";
import { quotedIn } from "../../wording/quotes";

const quoted = quotedIn.ru;
const listedCells = listedCellsIn(quoted);

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
  wouldChange: {
    columns: (count, list, numbers) =>
      `Рядом со списком ${quoted(list)} ${numbers.form(count, { one: "появится", few: "появятся", many: "появится", other: "появится" })} ${numbers.plural(count, { one: "столбец", few: "столбца", many: "столбцов", other: "столбца" })} с результатами. Ваши ячейки не изменятся.`,
    newSheet: (sheet) =>
      `Строки сложатся по клиентам на новом листе ${quoted(sheet)}. Сами строки не изменятся.`,
    upToDate: "С прошлого запуска ни список, ни правила не менялись: классы остались те же.",
    refreshed: "Столбцы с результатами обновятся. Ваши ячейки не изменятся.",
    moves: ({ moved, becomeKey, noLongerKey, entered, left }, numbers) =>
      `${[
        moved === 0
          ? "Класс не сменит никто, обновятся только цифры"
          : `${numbers.form(moved, { one: "Сменит", few: "Сменят", many: "Сменят", other: "Сменят" })} класс ${numbers.plural(moved, { one: "клиент", few: "клиента", many: "клиентов", other: "клиента" })}`,
        ...(becomeKey > 0 ? [`станут ключевыми по доле: ${numbers.number(becomeKey)}`] : []),
        ...(noLongerKey > 0 ? [`перестанут быть ключевыми по доле: ${numbers.number(noLongerKey)}`] : []),
        ...(entered > 0 ? [`новых в списке: ${numbers.number(entered)}`] : []),
        ...(left > 0 ? [`больше нет в списке: ${numbers.number(left)}`] : []),
      ].join("; ")}. Ваши ячейки не изменятся.`,
  },
  language: "Язык результатов",
  languageHint: "На нём будут столбцы и листы со следующего запуска, кто бы его ни сделал.",
  languages: { en: "English", ru: "Русский" },
  progress: "Ход работы",
  cancel: "Отменить",
  notCancellable: "Запись началась, отменить её уже нельзя.",
  notReady: "Запустить можно, когда список удастся прочитать.",
  seconds: (milliseconds, numbers) =>
    milliseconds < 100 ? "меньше 0,1 с" : `${numbers.number(milliseconds / 1000, 1)} с`,
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
  typedOver: (cells) => `Введённое в ячейки результатов заменено ими: ${listedCells(cells)}.`,
  typedAgain: "Отмена этого запуска вернёт его.",
  madeAnew: (list) => `Список клиентов ${quoted(list)} обновлён по строкам продаж.`,
  sheets: (count, numbers) =>
    `${numbers.form(count, { one: "Построен", few: "Построены", many: "Построено", other: "Построено" })} ${numbers.plural(count, { one: "лист", few: "листа", many: "листов", other: "листа" })}:`,
  notes: (cells, numbers) =>
    `Введённое поверх наших ячеек (${numbers.list(cells)}) теперь стоит в конце листа, в разделе «Заметки».`,
  remarks: (cells, numbers) =>
    `Ваши пометки о тех, кого в списке отчёта больше нет, теперь стоят в последних строках этого списка (${numbers.list(cells)}).`,
  toResults: "К итогам",
  showColumns: "Показать столбцы",
  stopped: "Не получилось",
  cancelled: "Отменено",
  clearFilterAndRun: "Снять фильтр и запустить",
  runAgain: "Запустить снова",
};
