import type { shell as english } from "../../en/pane/shell";
import { quotedIn } from "../../wording/quotes";

const quoted = quotedIn.ru;

export const shell: typeof english = {
  steps: {
    source: "Список",
    rules: "Правила",
    run: "Запуск",
    results: "Итоги",
    dataQuality: "Данные",
  },
  stepsLabel: "Шаги",
  help: "Справка и словарь",
  titles: { rules: "Правила", results: "Итоги", dataQuality: "Качество данных" },
  findings: (count, numbers) =>
    numbers.plural(count, { one: "замечание", few: "замечания", many: "замечаний", other: "замечания" }),
  listInUse: "Список в работе",
  noListInUse: "Список не выбран",
  clients: (count, numbers) =>
    numbers.plural(count, { one: "клиент", few: "клиента", many: "клиентов", other: "клиента" }),
  rows: (count, numbers) =>
    numbers.plural(count, { one: "строка", few: "строки", many: "строк", other: "строки" }),
  reading: "Читаем список…",
  classifying: "Классифицируем клиентов…",
  elsewhere: (name) => `Вы перешли в другой список: ${quoted(name)}`,
  useIt: "Работать с ним",
  dismiss: "Закрыть сообщение",
  showCells: "Показать ячейки",
  chooseList: "Выбрать список",
  chooseColumns: "Указать столбцы",
  answerQuestion: "Ответить на вопрос",
  openRules: "Открыть правила",
  tryAgain: "Повторить",
  nothingYet: "Пока показывать нечего.",
  brokenTitle: "Эта часть панели перестала работать",
  broken:
    "С книгой ничего не случилось. Загрузите эту часть заново; если не поможет, закройте панель и откройте снова.",
  notLoadedTitle: "Не удалось загрузить эту часть панели",
  notLoaded: "С книгой ничего не случилось. Проверьте соединение и повторите.",
  loadAgain: "Загрузить заново",
};
