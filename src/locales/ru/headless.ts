import type { headless as english } from "../en/headless";
import { quotedIn } from "../wording/quotes";

const quoted = quotedIn.ru;

export const headless: typeof english = {
  usage:
    "Запуск: npm run report -- КНИГА.xlsx|СПИСОК.csv [-o ОТЧЁТ.xlsx] [--sheet ЛИСТ] [--lang en|ru] [--column РОЛЬ=ЗАГОЛОВОК]… [--currency КОД] [--choose ЧТО=ЗНАЧЕНИЕ]… [--rules ПРАВИЛА.json] [--preset НАБОР] [--periods N] [--as-of ГГГГ-ММ-ДД] [--json ЦИФРЫ.json]",
  roles: (roles) => `Роли столбцов: ${roles}.`,
  badOption: (option) => `Параметра ${option} у этой команды нет. Список параметров: --help.`,
  missingValue: (option) => `Для ${option} нужно значение.`,
  oneInput: (count) => `Укажите ровно одну исходную книгу (указано: ${count}).`,
  badLanguage: (value) => `--lang принимает en или ru, а не ${quoted(value)}.`,
  badPeriods: (value) => `--periods — целое число от 1, а не ${quoted(value)}.`,
  badDate: (value) => `--as-of — дата вида 2025-12-31, а не ${quoted(value)}.`,
  badColumn: (value) =>
    `--column — это роль и заголовок или буква столбца, например --column amount="Сумма без НДС" или --column client=B, а не ${quoted(value)}.`,
  badChoice: (value) =>
    `--choose — это level=1, 2, … или level=none, dates=day-first или dates=month-first, или total=as-read, а не ${quoted(value)}.`,
  badRole: (role, roles) => `--column: роли ${quoted(role)} нет. Роли: ${roles}.`,
  columnTwice: (column, first, second) =>
    `--column называет ${quoted(column)} для двух ролей: ${first} и ${second}. Оставьте одну.`,
  badRules: (file, reason) => `--rules: файл ${file} — не JSON (${reason}).`,
  rulesNotUtf8: (file) =>
    `--rules: файл ${file} — не текст в кодировке UTF-8. Сохраните его в UTF-8 и запустите ещё раз.`,
  rulesTooLong: (file) => `--rules: файл ${file} слишком велик, это не правила.`,
  missingFile: (file) => `Файла ${file} нет.`,
  notAFile: (file) => `${file} — папка, а не книга.`,
  unreadableFile: (file, reason) => `Файл ${file} не читается (${reason}).`,
  notAWorkbook: (file) =>
    `${file} — не книга Excel (.xlsx). Если Excel открывает этот файл, сохраните его там как .xlsx и запустите ещё раз.`,
  encrypted: (file) => `Книга ${file} защищена паролем. Сохраните копию без пароля и запустите ещё раз.`,
  oldFormat: (file) => `${file} — книга старого формата .xls. Сохраните её как .xlsx и запустите ещё раз.`,
  empty: (file) => `Файл ${file} пуст: в нём нет ни одного листа.`,
  binaryFormat: (file) =>
    `${file} — двоичная книга (.xlsb). Сохраните её как .xlsx, а если в ней есть макросы — как .xlsm, и запустите ещё раз.`,
  damaged: (file, place) =>
    `Файл ${file} повреждён и не открывается${place === "" ? "" : ` (${place})`}. Если Excel сможет его восстановить, сохраните восстановленную книгу и запустите ещё раз.`,
  tooManyNames: (file) => `В файле ${file} больше 30 000 имён. Удалите в Excel ненужные и сохраните книгу.`,
  fillsTooMuch: (file, place) =>
    `С файлом ${file} работать нельзя: формула массива в ячейке ${place} занимает больше двух миллионов ячеек. Уменьшите её область и сохраните книгу.`,
  tooLarge: (file) => `Файл ${file} повреждён: распакованный, он намного больше любой книги. Он не открыт.`,
  emptyText: (file) => `Файл ${file} пуст.`,
  notText: (file) => `${file} — не текстовый файл. Укажите саму книгу или выгрузите список в CSV.`,
  mixedText: (file, line) =>
    `В файле ${file} буквы в двух кодировках (строка ${line}). Сохраните текст в UTF-8 и запустите ещё раз.`,
  longText: (file, place) =>
    `В файле ${file} в ячейке ${place} текст длиннее 32 767 знаков, он не поместится на листе. Сократите его и запустите ещё раз.`,
  noColumns: (file) =>
    `В файле ${file} только один столбец: ни запятые, ни точки с запятой, ни табуляция его не разделяют.`,
  tooLong: (file) => `В файле ${file} больше строк или столбцов, чем помещается на листе.`,
  outputIsInput: (file) => `Выходной файл ${file} совпадает с исходным. Укажите другой через -o.`,
  outputIsRules: (file) => `Выходной файл ${file} — это файл с правилами. Укажите другой через -o.`,
  figuresAreInput: (file) => `--json: ${file} — сам исходный файл. Укажите другой.`,
  figuresAreOutput: (file) => `--json: ${file} — выходная книга. Укажите другой файл.`,
  figuresAreRules: (file) => `--json: ${file} — файл с правилами. Укажите другой.`,
  outputNotWritable: (file, reason) => `Файл ${file} не записывается (${reason}).`,
  macrosNeedXlsm: (file) =>
    `В книге есть макросы, и Excel откроет её только с именем на .xlsm. Задайте такое имя с помощью -o вместо ${file}.`,
  noMacrosNeedXlsx: (file) =>
    `В книге нет макросов, и с именем на .xlsm Excel её не откроет. Задайте имя на .xlsx с помощью -o вместо ${file}.`,
  signed: (file) =>
    `Книга подписана, и подпись действительна только для исходного файла. Если подпись нужна, подпишите ${file} заново.`,
  notBuilt: "Надстройка не собрана. Выполните: npm run build",
  pageFailed: (reason) => `Страница надстройки не запустилась (${reason}).`,
  unexpected: (reason) => `Отчёт построить не удалось (${reason}). Исходный файл не изменён.`,
  opening: "Открываем книгу…",
  saving: "Сохраняем…",
  written: (file) => `Готово: ${file}`,
};
