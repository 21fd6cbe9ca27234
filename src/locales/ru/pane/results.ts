import { numbersIn, type PluralForms } from "../../wording/numbers";
import { periodForms } from "../../wording/period-forms";
import type { results as english } from "../../en/pane/results";

const { number, plural } = numbersIn.ru;
const clientForms: PluralForms = { one: "клиент", few: "клиента", many: "клиентов", other: "клиента" };
const clients = (count: number) => plural(count, clientForms);
const ofClients = (count: number) =>
  plural(count, { one: "клиента", few: "клиентов", many: "клиентов", other: "клиентов" });

export const results: typeof english = {
  figures: "Главные цифры",
  warnings: "Сначала прочтите это",
  noRiskNote: (lost, unknown) =>
    [
      lost === 0 ? "никто не молчит дольше обычного" : `уже ушли — ${number(lost)}`,
      ...(unknown > 0 ? [`у ${ofClients(unknown)} слишком мало покупок, чтобы судить`] : []),
    ].join("; "),
  noActivity: "периодов в списке нет",
  littleActivity: "периодов слишком мало, чтобы судить",
  quietFor: (count, unit) => `молчит ${plural(count, periodForms.ru[unit])}`,

  list: "Клиенты",
  search: "Найти клиента",
  order: "Сортировка",
  orders: { share: "Доля", name: "Название", status: "Статус" },
  moreFilters: "Ещё фильтры",
  filterKinds: {
    statuses: "Статус",
    abc: "Класс ABC",
    xyz: "Класс XYZ",
    quadrants: "Квадрант",
    activity: "Активность",
    actions: "Что сделать в первую очередь",
  },
  showThem: (count) => (count === 1 ? "Показать этого клиента" : `Показать этих клиентов (${number(count)})`),
  everyManager: "все менеджеры",
  everyDepartment: "все отделы",
  clearFilters: "Сбросить фильтры",
  found: (count, all) => (count === all ? clients(all) : `${number(count)} из ${ofClients(all)}`),
  inList: (name) => `в списке: ${name}`,
  none: "Никто не подходит. Измените поиск или сбросьте фильтры.",
  showMore: (next, left) =>
    next === left ? `Показать ещё ${number(next)}` : `Показать ещё ${number(next)} из ${number(left)}`,
  showInSheet:
    "Щёлкните клиента — откроется его карточка и строка на листе. По списку можно ходить стрелками.",
  addToWhatIf: (name) => `Что, если уйдёт ${name}?`,
};
