import type { Change, RuleName } from "../../portfolio/snapshots/changes";
import type { FigureKind, WholeKind } from "../../portfolio/snapshots/basis";
import type { freshness as english } from "../en/freshness";
import { numbersIn } from "../wording/numbers";

const { date, number, plural, list } = numbersIn.ru;

/** How much is named before the rest is only counted. */
const most = 4;

const ofClients = (count: number) =>
  plural(count, { one: "клиента", few: "клиентов", many: "клиентов", other: "клиентов" });

const figures: Readonly<Record<FigureKind, string>> = {
  history: "суммы по периодам",
  scores: "оценки",
  profit: "прибыль или затраты",
  people: "менеджеры или подразделения",
  contacts: "контакты или отметки",
  pins: "закреплённый статус",
};

const wholes: Readonly<Record<WholeKind, string>> = {
  periods: "периоды",
  scoreColumns: "столбцы оценок",
  withoutClient: "деньги без клиента",
};

const rules: Readonly<Record<RuleName, string>> = {
  preset: "набор порогов",
  key: "порог ключевого клиента",
  dependence: "порог зависимости",
  mono: "порог моноклиента",
  base: "основа долей",
  groups: "объединение групп",
  abc: "правила ABC",
  xyz: "правила XYZ",
  matrix: "правила матрицы клиентов",
  decline: "порог спада",
  contacts: "ритм контактов",
  window: "выбор периодов",
  asOf: "день, на который считается",
  columns: "выбор столбцов результата",
};

function itemOf(change: Change): string[] {
  switch (change.kind) {
    case "amounts":
      return [plural(change.clients, { one: "сумма", few: "суммы", many: "сумм", other: "суммы" })];
    case "figures":
      return [`${figures[change.of]} у ${ofClients(change.clients)}`];
    case "whole":
      return [wholes[change.of]];
    case "costs":
      return ["затраты в расчёте «Что, если»"];
    case "rule":
      return [rules[change.rule]];
    case "entered":
    case "left":
      return [];
  }
}

function changed(changes: readonly Change[]): string {
  const items = changes.flatMap(itemOf);
  const rest = items.length - most;
  const texts = rest > 1 ? [...items.slice(0, most), `ещё ${number(rest)}`] : items;
  const count = (kind: Change["kind"]) =>
    changes.reduce(
      (sum, change) => (change.kind === kind && "clients" in change ? sum + change.clients : sum),
      0,
    );
  const [entered, left] = [count("entered"), count("left")];
  const parts = [
    ...(texts.length > 0 ? [`с тех пор изменилось: ${list(texts)}`] : []),
    ...(entered > 0 ? [`добавилось клиентов: ${number(entered)}`] : []),
    ...(left > 0 ? [`больше нет клиентов: ${number(left)}`] : []),
  ];
  return parts.length > 0 ? parts.join("; ") : "список или правила с тех пор изменились";
}

/** Ends a sentence: the day of the Russian calendar may have ended in a full stop itself. */
const sentence = (text: string) => (text.endsWith(".") ? text : `${text}.`);

export const freshness: typeof english = {
  outdated: (what, day, changes) =>
    sentence(
      `${{ columns: "Столбцы показывают", sheets: "Листы показывают", both: "Столбцы и листы показывают" }[what]} состояние на ${date(day)}; ${changed(changes)}`,
    ),
  refresh: "Обновить",
};
