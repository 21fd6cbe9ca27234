import {
  notThere,
  type Doubt,
  type LeftStanding,
  type RejectedColumn,
  type WhyNoMoney,
  type WrittenOver,
} from "../../portfolio";
import type { ProblemSentences } from "../wording/problem-sentences";
import { shortHeader } from "../wording/short-header";
import { listedCellsIn } from "../wording/listed-cells";
import { shortList } from "../wording/short-list";
import { quotedIn } from "../wording/quotes";

const quoted = quotedIn.ru;

const reasons: Record<WhyNoMoney, string> = {
  identifier: "номера документов, счетов и подобное",
  contact: "индексы или телефоны",
  price: "цены за единицу",
  quantity: "количество",
  percent: "проценты",
  comparison: "изменение к другому периоду",
  rank: "места или баллы",
  average: "средние значения",
  plan: "план, а не продажи",
  balance: "остатки или долги",
  returns: "возвраты",
  tax: "налог",
  discount: "скидки",
  cost: "затраты",
  profit: "прибыль",
  year: "годы",
  date: "даты или время",
  constant: "одно и то же во всех строках",
  other: "по заголовку не сумма",
};

const mostNamed = 4;
/** More columns than these say nothing. */
const mostColumns = 3;

const rejected = (columns: readonly RejectedColumn[]): string => {
  const named = columns
    .slice(0, mostColumns)
    .map(({ header, column, why }) => `${quoted(shortHeader(header))} (${column}) — ${reasons[why]}`);
  const rest = columns.length - named.length;
  return `${named.join("; ")}${rest > 0 ? `; и ещё ${rest}` : ""}`;
};

const questions: Record<Doubt["about"], string> = {
  client: "Непонятно, в каком столбце клиенты",
  amount: "Непонятно, в каком столбце выручка",
  period: "Непонятно, какие столбцы — периоды",
  level: "Непонятно, какой уровень списка — клиенты",
  dayOrder: "Непонятно, что в датах стоит первым: день или месяц",
  currency: "Суммы в списке в разных валютах, складывать их нельзя",
  total: "Итог самого списка не сходится с суммой прочитанных строк",
};

const alternatives = ({ alternatives }: Doubt): string =>
  alternatives
    .slice(0, mostNamed)
    .map(({ label, column, months, choice: { level } }) => {
      if (months) return `месяцы ${label} (${column})`;
      if (level !== undefined) return `${level < 0 ? "каждая строка" : `уровень ${level + 1}`} (${label})`;
      return column === undefined || column === label ? label : `${label} (${column})`;
    })
    .join(", ");

/** Why cells could not be given back. */
const hindrance: Record<LeftStanding["reason"], string> = {
  filter: ": установлен фильтр",
  protection: ": защищён лист или структура книги",
  refused: "",
};

const unprotect = "Снимите защиту (Рецензирование → Снять защиту листа или Защитить книгу)";

export const problems: ProblemSentences = {
  sheetNotFound: ({ sheet, sheets }) =>
    `Листа ${quoted(sheet)} в книге нет. Есть листы: ${sheets.join(", ")}.`,
  sourceGone: ({ sheet }) =>
    sheet === null
      ? "Листа с выбранным списком клиентов в книге больше нет. Выберите другой список."
      : `Выбранной таблицы на листе ${quoted(sheet)} больше нет. Выберите другой список.`,
  sheetHidden: ({ sheet }) =>
    `Лист ${quoted(sheet)} скрыт. Щёлкните ярлык листа правой кнопкой, выберите «Показать» и повторите.`,
  noList: ({ sheet }) =>
    sheet === null
      ? "В книге не нашлось списка клиентов. Встаньте на ячейку списка (строка заголовков, названия клиентов, суммы) и запустите ещё раз."
      : `На листе ${quoted(sheet)} не нашлось списка клиентов. Нужны строка заголовков, столбец с названиями клиентов и столбец с суммами.`,
  emptySheet: ({ sheet }) => `Лист ${quoted(sheet)} пуст. Выберите лист со списком клиентов.`,
  noClientColumn: ({ address, headers }) =>
    `В списке ${address} нет столбца с клиентами (заголовки: ${fewOf(headers)}). Озаглавьте этот столбец «Клиент» или выберите его в разделе «Что означают столбцы».`,
  noAmountColumn: ({ address, headers, columns = [] }) =>
    `В списке ${address} нет столбца с выручкой${
      columns.length > 0
        ? `: числа в нём не похожи на деньги. ${rejected(columns)}.`
        : ` (заголовки: ${fewOf(headers)}).`
    } Озаглавьте этот столбец «Выручка» или выберите его в разделе «Что означают столбцы».`,
  mixedUnits: ({ address, columns }) =>
    `Периоды списка ${address} — в разных валютах или единицах: ${shortList(
      columns.map(({ header, column }) => `${column} ${quoted(shortHeader(header))}`),
    )}. Приведите их к одной или выберите нужные в разделе «Что означают столбцы».`,
  doubtful: ({ doubt }) => `${questions[doubt.about]}: ${alternatives(doubt)}. Выберите что-то одно.`,
  unknownColumn: ({ column, headers }) =>
    `В списке нет столбца ${quoted(column)}. Его столбцы: ${shortList(headers)}.`,
  totalDiffers: ({ address, stated, read, groups }, numbers) =>
    `Итог самого списка в ${address} — ${numbers.money(stated)}, а прочитанные строки дают ${numbers.money(read)}${
      groups === "" ? "" : `: ${groups} похожи на итоги групп`
    }. Проверьте, какие строки — клиенты, или подтвердите, что прочитано верно.`,
  duplicateHeader: ({ header, addresses }) =>
    `Заголовок ${quoted(shortHeader(header))} встречается несколько раз (${addresses.join(", ")}), непонятно, какой столбец брать. Переименуйте один из них.`,
  noClients: ({ address, rows }, numbers) =>
    rows === 0
      ? `В списке ${address} под заголовками нет ни одной строки. Добавьте хотя бы одного клиента.`
      : `В списке ${address} ${numbers.plural(rows, { one: "строка", few: "строки", many: "строк", other: "строки" })}, но ни одного клиента прочитать не удалось. Проверьте столбец с названиями и суммы.`,
  zeroTotal: ({ address }) =>
    `Сумма по ${address} равна нулю, доли посчитать нельзя. Проверьте столбец и выбранные периоды.`,
  negativeTotal: ({ address, total }, numbers) =>
    `Сумма по ${address} отрицательная: ${numbers.money(total)}. Доли от такой суммы не имеют смысла. Проверьте столбец и выбранные периоды.`,
  amountTooLarge: ({ address }) =>
    `Число в ячейке ${address} больше любой суммы денег, сложить с ним ничего нельзя. Исправьте его и повторите.`,
  unknownPreset: ({ preset, presets }) => `Набора правил ${quoted(preset)} нет. Есть: ${presets.join(", ")}.`,
  badPolicy: ({ path, found, expected }) =>
    `В правилах недопустимое значение: ${path} — ${found === notThere ? "не указано" : found}, а нужно ${expected}. Исправьте его или сбросьте правила.`,
  badMapping: ({ path, found, expected }) =>
    `В сопоставлении столбцов недопустимое значение: ${path} — ${found === notThere ? "не указано" : found}, а нужно ${expected}. Исправьте его или выберите столбцы заново.`,
  newerVersion: ({ what }) =>
    `${{ rules: "Правила сохранены", columns: "Выбор столбцов сохранён" }[what]} более новой версией Keyfolio. Обновите Keyfolio; сохранённое остаётся как есть.`,
  tooFewPeriods: ({ asked, available }, numbers) =>
    available === 0
      ? "К дате отчёта в списке нет ни одного полного периода. Возьмите дату позже."
      : `Запрошено полных периодов: ${numbers.number(asked)}, а в списке их ${numbers.number(available)}. Возьмите меньше периодов.`,
  cellsToTheRight: ({ address }) =>
    `Справа от списка заняты ячейки ${address}: новые столбцы затёрли бы их, сдвинули или встали бы к ним вплотную, и эти ячейки читались бы как часть списка. Перенесите их правее и повторите.`,
  filterActive: ({ address }) =>
    `В списке ${address} включён фильтр. При записи поверх скрытых строк Excel путает значения: снимите фильтр и повторите.`,
  protectedSheet: ({ sheet }) =>
    `Лист ${quoted(sheet)} защищён. Снимите защиту (Рецензирование → Снять защиту листа) и повторите.`,
  protectedWorkbook: () =>
    "Структура книги защищена, добавить или убрать листы и метки нельзя. Снимите защиту (Рецензирование → Защитить книгу) и повторите.",
  readOnlyWorkbook: () =>
    "Книга открыта только для чтения. Сохраните копию или разрешите редактирование и повторите.",
  mergedCells: ({ address }) =>
    `В списке есть объединённые ячейки: ${address}. Непонятно, к какой строке относится значение. Отмените объединение и повторите.`,
  mergedResults: ({ address }) =>
    `Ячейки ${address} объединены, а там должны стоять столбцы с результатами. Отмените объединение и повторите.`,
  unmarkedResults: ({ address }) =>
    `В ячейках ${address} стоят результаты прошлого запуска, но их метки пропали, как бывает, когда удаляют строку заголовков, и уже не видно, что это столбцы Keyfolio. Если у списка нет заголовков, введите их снова, удалите эти столбцы (или дайте им свои заголовки, чтобы оставить) и повторите.`,
  editMode: () => "Сейчас редактируется ячейка. Нажмите Enter или Esc и повторите.",
  sourceChanged: ({ address }) =>
    `Список ${address} в это время меняли, поэтому Keyfolio оставил его как есть. Повторите, когда его никто не правит.`,
  cellLeft: ({ address }) =>
    `Ячейка ${address} осталась как есть: в ней теперь другое или текст даёт формула. Посмотрите на неё и исправьте сами.`,
  cellsWrittenOver: ({ writtenOver, reason }) =>
    `Кто-то сдвинул или изменил ячейки в тот самый момент, когда в них шла запись, и вернуть их содержимое не удалось${
      hindrance[reason]
    }. Введите его заново, там стояло: ${listedCells(writtenOver)}.`,
  leftStanding: ({ address, headers, firstRow, lastRow, reason, writtenOver }) =>
    `Запуск прервался, и вернуть записанное не удалось${
      hindrance[reason]
    }. Рядом со списком ${address} в столбцах ${shortList(headers)}, в строках с ${firstRow} по ${lastRow}, могут стоять его результаты, в том числе не у тех клиентов. ${
      {
        filter: "Снимите фильтр и запустите ещё раз",
        protection: `${unprotect} и запустите ещё раз`,
        refused: "Запустите ещё раз",
      }[reason]
    } — всё встанет на место.${writtenOverBy(writtenOver)}`,
  scoresLeft: ({ address, headers, reason }) =>
    `Столбцы для оценок добавлены не до конца, и убрать начатое не удалось${
      hindrance[reason]
    }. В ячейках ${address} могут стоять незаконченные столбцы: ${shortList(headers)}. ${
      {
        filter: "Снимите фильтр и добавьте их ещё раз",
        protection: `${unprotect} и добавьте их ещё раз`,
        refused: "Добавьте их ещё раз",
      }[reason]
    } — всё встанет на место.`,
  madeHalf: ({ address, typed = [] }) =>
    `Excel прервал обновление списка клиентов ${address}: часть строк и месяцев в нём может быть уже новой, часть — прежней. ${
      typed.length === 0
        ? "Исходные строки и ваши столбцы не изменились."
        : `Исходные строки не изменились. Ушли строки, в которых кто-то только что ввёл своё. Введите это снова рядом со своим клиентом: ${listedCells(typed)}.`
    } Запустите ещё раз — список обновится до конца.`,
  unfinished: ({ work, standing, sheets = [], typed }) => {
    const half =
      sheets.length > 0
        ? ` ${sheets.length === 1 ? "Лист" : "Листы"} ${sheets.map(quoted).join(", ")} — частью новые данные, частью прежние.`
        : "";
    const where = standing
      ? ` Рядом со списком ${standing.address} в столбцах ${shortList(standing.headers)}, в строках с ${standing.firstRow} по ${standing.lastRow}, могут стоять результаты не тех клиентов.`
      : "";
    return work === "undo"
      ? `Отмена прервалась на полпути: часть уже такая, как до запуска, остальное пока показывает его результаты.${half}${where}${typedOnGone(typed)} Уберите то, что мешает (защиту листа, фильтр, ввод в ячейку), и отмените ещё раз: остальное вернётся.`
      : `Удаление прервалось на полпути: часть уже удалена, остальное пока на месте.${half}${where}${typedOnGone(typed)} Уберите то, что мешает (защиту листа, фильтр, ввод в ячейку), и удалите ещё раз: остальное уйдёт.`;
  },
  noSuchClient: ({ client }) =>
    `Клиента ${quoted(client)} в списке больше нет. Откройте «Итоги» и выберите клиента из списка.`,
  noClientSelected: () => "Строка клиента не выделена. Щёлкните по строке в списке клиентов и повторите.",
  sheetFull: ({ sheet }) =>
    `На листе ${quoted(sheet)} справа от списка не хватает столбцов для результатов. Сдвиньте список левее и повторите.`,
  cancelled: ({ made }) =>
    made === undefined
      ? "Отменено. Книга не изменена."
      : `Отменено. Список клиентов на листе ${quoted(made)} к этому моменту уже обновлён и останется; больше ничего не изменено.`,
  cutOff: ({ sheets, classified, reason, typed }) => {
    const columns = classified ? "Столбцы с результатами стоят рядом со списком. " : "";
    const cause = reason === "protection" ? ": защищён лист или структура книги" : "";
    const what =
      sheets.length === 0
        ? `Отчёт построить не удалось${cause}.`
        : `Запуск прервался${cause}. ${sheets.length === 1 ? "Лист" : "Листы"} ${sheets.map(quoted).join(", ")} — частью новые данные, частью прежние.`;
    const first = reason === "protection" ? `${unprotect} и запустите ещё раз` : "Запустите ещё раз";
    return `${columns}${what} ${first}${sheets.length === 0 ? "." : " — всё обновится целиком."}${typedOnGone(typed)}`;
  },
  office: ({ code, untouched }) => {
    switch (code) {
      case "RequestPayloadSizeLimitExceeded":
      case "ResponsePayloadSizeLimitExceeded":
        return "Excel отказался принять столько данных за один раз. Сократите очень длинные тексты в списке или откройте книгу в Excel для Windows или Mac.";
      case "AccessDenied":
        return "Excel не дал внести изменения: защищены лист, ячейка или книга. Снимите защиту и повторите.";
      case "ItemNotFound":
      case "InvalidReference":
        return "Лист, таблица или столбец, с которыми работает этот шаг, исчезли: возможно, их в этот момент кто-то удалил. Повторите.";
      case "ApiNotFound":
      case "NotImplemented":
      case "UnsupportedOperation":
        return "Эта версия Excel не умеет выполнить такой шаг. Обновите Excel или откройте книгу в Excel в браузере.";
      case "ItemAlreadyExists":
        return "Excel отклонил имя, которое уже есть: возможно, его в этот момент добавил кто-то другой. Повторите.";
      default:
        return `Excel не смог выполнить этот шаг (код ${code}). ${untouched ? "Список остался прежним. " : ""}Повторите; если не поможет, сохраните книгу, откройте её заново и попробуйте ещё раз.`;
    }
  },
  notLoaded: () =>
    "Не удалось загрузить часть Keyfolio. Проверьте соединение и повторите; если не поможет, закройте панель и откройте её снова.",
  unexpected: ({ untouched }) =>
    `В Keyfolio произошла ошибка, и шаг не выполнен. ${untouched ? "Список остался прежним. " : ""}Повторите; если не поможет, закройте панель и откройте её снова.`,
};

/** The first headers of a list. */
const fewOf = (headers: readonly string[]): string =>
  headers.length > mostColumns
    ? `${headers.slice(0, mostColumns).map(shortHeader).join(", ")} и ещё ${headers.length - mostColumns}`
    : headers.map(shortHeader).join(", ");

/** What others have in cells that a run fills. */
function writtenOverBy(cells: readonly WrittenOver[] = []): string {
  return cells.length === 0
    ? ""
    : ` Там, где теперь стоят эти столбцы, кто-то только что ввёл своё. Перенесите это в другое место — следующий запуск запишет туда результаты: ${listedCells(cells)}.`;
}

const typedOnGone = (typed: readonly WrittenOver[] = []): string =>
  typed.length === 0
    ? ""
    : ` Кто-то только что ввёл своё, и вернуть это на место Excel не дал. Введите заново: ${listedCells(typed)}.`;

const listedCells = listedCellsIn(quoted);
