import type { headless as english } from "../en/headless";

export const headless: typeof english = {
  usage:
    "Запуск: npm run report -- КНИГА.xlsx [-o ОТЧЁТ.xlsx] [--sheet ЛИСТ] [--lang en|ru] [--preset НАБОР] [--periods N] [--as-of ГГГГ-ММ-ДД]",
  badOption: (option) => `Параметра ${option} у этой команды нет.`,
  missingValue: (option) => `Для ${option} нужно значение.`,
  oneInput: (count) => `Укажите ровно одну исходную книгу (указано: ${count}).`,
  badLanguage: (value) => `--lang принимает en или ru, а не «${value}».`,
  badPeriods: (value) => `--periods — целое число от 1, а не «${value}».`,
  badDate: (value) => `--as-of — дата вида 2025-12-31, а не «${value}».`,
  missingFile: (file) => `Файла ${file} нет.`,
  notAFile: (file) => `${file} — папка, а не книга.`,
  unreadableFile: (file, reason) => `Файл ${file} не читается (${reason}).`,
  notAWorkbook: (file) => `${file} — не книга Excel (.xlsx).`,
  encrypted: (file) => `Книга ${file} защищена паролем. Сохраните копию без пароля и запустите ещё раз.`,
  oldFormat: (file) => `${file} — книга старого формата .xls. Сохраните её как .xlsx и запустите ещё раз.`,
  damaged: (file) => `Файл ${file} повреждён и не открывается.`,
  outputIsInput: (file) => `Выходной файл ${file} совпадает с исходным. Укажите другой через -o.`,
  outputNotWritable: (file, reason) => `Файл ${file} не записывается (${reason}).`,
  notBuilt: "Надстройка не собрана. Выполните: npm run build",
  pageFailed: (reason) => `Страница надстройки не запустилась (${reason}).`,
  unexpected: (reason) => `Отчёт построить не удалось (${reason}). Исходный файл не изменён.`,
  opening: "Открываем книгу…",
  saving: "Сохраняем…",
  notCarried: (what) => `Не перенесено в выходную книгу: ${what}.`,
  written: (file) => `Готово: ${file}`,
};
