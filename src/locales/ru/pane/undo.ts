import type { undo as english } from "../../en/pane/undo";
import type { WhatStaysSentences, WhyRefreshedSentences } from "../../what-stays";
import { quotedIn } from "../../wording/quotes";

const quoted = quotedIn.ru;

const listed = (items: readonly string[]): string => items.join(", ");

const whyRefreshed: WhyRefreshedSentences = {
  unknown: "прежнее содержание записано до открытия этой панели или не из неё",
  rearranged: "перед этим там вставляли или удаляли строки или столбцы либо прервался запуск",
  large: "прежнее содержание слишком велико, чтобы его хранить",
  chartData: "перед этим кто-то писал в скрытые данные его диаграмм",
  changed: "с тех пор изменился он сам или то, на что ссылаются его формулы",
  asked: "возвращаются только листы отчёта",
};

const stays: WhatStaysSentences = {
  cells: ({ header, address, count }, numbers) =>
    `${quoted(header)}: кто-то изменил ${numbers.plural(count, { one: "ячейку", few: "ячейки", many: "ячеек", other: "ячейки" })}, первая — ${address}. Они остаются как есть.`,
  scores: ({ header, address, count }, numbers) =>
    `Столбец ${quoted(header)} остаётся: в нём ${numbers.plural(count, { one: "оценка", few: "оценки", many: "оценок", other: "оценки" })}, первая — ${address}. Это ваши данные.`,
  renamed: ({ header, address }) => `Заголовок ${quoted(header)} (${address}) уже не наш. Он остаётся.`,
  movedColumn: ({ header, address }) =>
    `Столбец ${quoted(header)} остаётся: его перенесли из списка, теперь он начинается с ячейки ${address}.`,
  unmarked: ({ header, address, count }, numbers) =>
    `${quoted(header)}: метка пропала, как бывает, когда удаляют строку заголовков, а результаты остались (${numbers.plural(count, { one: "ячейка", few: "ячейки", many: "ячеек", other: "ячейки" })}, первая — ${address}). Чьи они, уже не сказать: очистите ненужные.`,
  referredColumn: ({ header, address, by, isTotal }) =>
    isTotal
      ? `Столбец ${quoted(header)} (${address}) остаётся: по нему есть формула в строке итогов таблицы, в ячейке ${listed(by)}.`
      : `Столбец ${quoted(header)} (${address}) остаётся: на него ссылаются другие формулы или диаграммы (${listed(by)}).`,
  referredSheet: ({ sheet, by }) =>
    `Лист ${quoted(sheet)} остаётся: на него ссылаются другие формулы или диаграммы (${listed(by)}).`,
  sheetChanged: ({ sheet, address }) =>
    address === null
      ? `Лист ${quoted(sheet)} остаётся: на нём кто-то что-то изменил или добавил.`
      : `Лист ${quoted(sheet)} остаётся: на нём есть чужие записи, первая — ${address}.`,
  sheetUnfinished: ({ sheet }) =>
    `Лист ${quoted(sheet)} остаётся: его запись прервалась, и отличить ваши данные от наших нельзя. Если он не нужен, удалите его.`,
  sheetProtected: ({ sheet }) => `Лист ${quoted(sheet)} остаётся: он защищён.`,
  lastSheet: ({ sheet }) => `Лист ${quoted(sheet)} остаётся: в книге должен быть хотя бы один видимый лист.`,
  sheetRefreshed: ({ sheet, why }) =>
    `На листе ${quoted(sheet)} до следующего запуска остаётся то, что записал этот: ${whyRefreshed[why]}.`,
  listUnreadable: ({ sheet, headers }) =>
    `На листе ${quoted(sheet)} больше нет списка, к которому относятся эти столбцы (${listed(headers)}). Они остаются.`,
};

export const undo: typeof english = {
  undo: "Отменить этот запуск",
  undoLast: "Отменить последний запуск",
  undoSample: "Убрать пример",
  undone: "Запуск отменён",
  undoneInPart: "Запуск отменён не полностью",
  notUndone: "Записанное этим запуском осталось",
  undoScores: "Убрать столбцы для оценок",
  scoresUndone: "Столбцы для оценок убраны",
  scoresUndoneInPart: "Убраны не все столбцы для оценок",
  scoresNotUndone: "Столбцы для оценок остались",
  sampleUndone: "Пример убран",
  sampleNotUndone: "Пример остался",
  nothing: "Возвращать было уже нечего.",
  columns: (headers) => `Столбцы как раньше: ${listed(headers)}.`,
  sheets: (names, numbers) =>
    `${numbers.form(names.length, { one: "Убран", few: "Убраны", many: "Убрано", other: "Убрано" })} ${numbers.plural(names.length, { one: "лист", few: "листа", many: "листов", other: "листа" })}: ${listed(names)}.`,
  pages: (names) => `Листы как раньше: ${listed(names)}.`,
  staysTitle: "Что остаётся и почему",
  stays,
  show: (address) => `Показать ${address}`,
  stopped: "Вернулось не всё",
  again: "Ещё раз",
  clearFilter: "Снять фильтр и повторить",
  section: "Вернуть как было",
  remove: "Убрать Keyfolio из этой книги",
  removeHint: "Уйдут столбцы с результатами, листы отчёта и сохранённые правила. Ваш список не изменится.",
  looking: "Смотрим, что есть в книге…",
  question: "Убрать из книги всё это?",
  goColumns: (sheet, headers) => `Рядом со списком на листе ${quoted(sheet)}: ${listed(headers)}`,
  goSheets: (names) => `Листы: ${listed(names)}`,
  goSettings: "Сохранённые правила, выбор столбцов и язык",
  notUndoable: "Отменить это будет нельзя.",
  evenChanged: "Убрать и это. Записи в них пропадут, а формулы, которые на них ссылаются, покажут ошибку.",
  removeNow: "Убрать",
  keep: "Оставить всё",
  nothingFound: "В этой книге от Keyfolio ничего нет.",
  removed: "Keyfolio убран из этой книги",
  removedInPart: "Из этой книги убрано не всё",
  removedColumns: (headers) => `Убраны столбцы: ${listed(headers)}.`,
};
