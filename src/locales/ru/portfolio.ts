import type { Base, ClientFact, LimitFact, PeriodsFact, portfolio as english } from "../en/portfolio";
import type { KeyLimit } from "../../portfolio/policy/policy";
import { numbersIn, type PluralForms } from "../wording/numbers";
import { periodForms } from "../wording/period-forms";
import { steadinessRemedy } from "./steadiness-remedy";
import { quotedIn } from "../wording/quotes";

const quoted = quotedIn.ru;
const { number, scaled, percent, limit, date, month, plural, form } = numbersIn.ru;

const clientForms: PluralForms = { one: "клиент", few: "клиента", many: "клиентов", other: "клиента" };
/** «у 1 клиента», «у 5 клиентов» */
const clientsGenitive: PluralForms = { one: "клиента", few: "клиентов", many: "клиентов", other: "клиентов" };

export const of = { revenue: "выручки", profit: "прибыли" };
export const by = { revenue: "выручке", profit: "прибыли" };
export const ofPool = (base: Base, isWhole: boolean) =>
  isWhole ? of[base] : `положительной ${of[base]} клиентов`;
const inPool = (base: Base, isWhole: boolean) => (isWhole ? by[base] : `положительной ${by[base]} клиентов`);
export const isOne = (effective: number) => effective < 1.05;
export const equals = (effective: number) => number(effective, effective < 100 ? 1 : 0);
export const clients = (count: number) => plural(count, clientForms);
export const ofClients = (count: number) => plural(count, clientsGenitive);
const limitText = ({ value, inclusive }: LimitFact) => `${inclusive ? "≥" : ">"} ${limit(value)}`;
export const overText = (key: LimitFact | { amount: LimitFact }) => {
  const isAmount = "amount" in key;
  const { value, inclusive } = isAmount ? key.amount : key;
  const text = isAmount ? scaled(value) : limit(value);
  return inclusive ? `${text} и больше` : `больше ${text}`;
};
const keyText = (key: KeyLimit) =>
  "top" in key
    ? `${number(key.top)} крупнейших`
    : "amount" in key
      ? `${key.amount.inclusive ? "≥" : ">"} ${scaled(key.amount.value)}`
      : limitText(key);
export const reachText = (key: KeyLimit, base: "revenue" | "profit") => {
  if ("top" in key) return of[base];
  const isAmount = "amount" in key;
  const { value, inclusive } = isAmount ? key.amount : key;
  return `${inclusive ? "" : "больше "}${isAmount ? scaled(value) : limit(value)} ${of[base]}`;
};
export const named = ({ name, share }: ClientFact) => `${name} (${percent(share)})`;

const quarterOf = (day: string) => Math.ceil(Number(day.slice(5, 7)) / 3);

function periodName(unit: PeriodsFact["unit"], start: string): string {
  const year = start.slice(0, 4);
  switch (unit) {
    case "year":
      return `${year} год`;
    case "half":
      return `${quarterOf(start) > 2 ? 2 : 1} полугодие ${year}`;
    case "quarter":
      return `${quarterOf(start)} кв. ${year}`;
    case "month":
      return month(start);
    default:
      return date(start);
  }
}

function periodRange({ unit, first, last, end, count }: PeriodsFact): string {
  const length = plural(count, periodForms.ru[unit]);
  if (unit === "day" || unit === "week") return `${date(first)} — ${date(end)} (${length})`;
  if (count === 1) return periodName(unit, first);
  return `${periodName(unit, first)} — ${periodName(unit, last)} (${length})`;
}

export const portfolio: typeof english = {
  periodRange,
  periodName,
  quadrant: "Квадрант",
  quadrantNames: {
    key: "«Ключевые»",
    development: "«Развития»",
    maintenance: "«Поддержки»",
    opportunistic: "«Благоприятные»",
  },
  rungs: {
    regular: "Обычный",
    key: "Ключевой, без зависимости",
    dependence: "Зависимость",
    mono: "Моноклиент",
  },
  abc: { A: "A · крупные", B: "B · средние", C: "C · мелкие" },
  xyz: { X: "X · стабильно", Y: "Y · колебания", Z: "Z · нерегулярно", N: "N · мало истории" },
  presets: {
    "delovaya-sreda-2023": "«Деловая среда», 2023",
    "kolotilov-article": "Колотилов, статья",
    "kolotilov-2012": "Колотилов, интервью 2012",
    "asc-280": "ASC 280 / МСФО (IFRS) 8",
    own: "Свои пороги",
  },
  ladder: (preset, key, dependence, mono) =>
    `${preset}: ключевой ${"top" in key ? "— " : ""}${keyText(key)}` +
    (dependence ? `, зависимость ${limitText(dependence)}` : "") +
    (mono ? `, моноклиент ${limitText(mono)}` : ""),
  tiles: {
    clients: "Клиентов",
    clientsNote: (a) => `в классе A — ${number(a)}`,
    total: { revenue: "Выручка", profit: "Прибыль" },
    totalNote: (perClient) => `в среднем ${scaled(perClient)} на клиента`,
    key: "Ключевых по доле",
    keyNote: (share, base) => `на них ${percent(share)} ${of[base]}`,
    noKeyNote: (key, base) => `никто не даёт ${reachText(key, base)}`,
    largest: "Крупнейший клиент",
    largestNote: (name, status) => `${name} · ${status.toLowerCase()}`,
    concentration: "Концентрация (HHI)",
    concentrationNote: (effective) =>
      isOne(effective) ? "как у единственного клиента" : `как у ${equals(effective)} равных клиентов`,
    topFifth: "Верхние 20 % клиентов",
    topFifthNote: (base, isWhole) => `доля в ${inPool(base, isWhole)}`,
    irregular: "Нерегулярные (класс Z)",
    irregularNote: (newcomers) =>
      newcomers > 0 ? `ещё у ${number(newcomers)} мало истории (N)` : "клиентов; истории хватает у всех",
    quadrantKey: "Квадрант «Ключевые»",
    quadrantKeyNote: (share, base) => `клиентов, ${percent(share)} ${of[base]}`,
    topThree: "Три крупнейших",
    topThreeNote: (base, isWhole) => `доля в ${inPool(base, isWhole)}`,
    atRisk: "Под угрозой в год",
    atRiskNote: (atRisk, declining, lost, lostMoney) =>
      [
        `молчат — ${number(atRisk)}, покупают меньше — ${number(declining)}`,
        ...(lost > 0 ? [`ушли — ${number(lost)} (${scaled(lostMoney)})`] : []),
      ].join("; "),
  },
  notes: {
    fewClients: (count) =>
      `В списке всего ${clients(count)}: когда их так мало, кто-нибудь всегда набирает 10 %, и статус «ключевой» мало о чём говорит.`,
    littleHistory: (part) =>
      `У ${percent(part)} клиентов история слишком коротка, чтобы судить о стабильности закупок.`,
    oneXyzClass: (xyzClass, part, remedies) =>
      `${part === 1 ? "Все клиенты" : `${percent(part)} клиентов`} попали в класс ${xyzClass}: границы XYZ их не различают` +
      (remedies.length === 0
        ? "; не помогут ни границы шире, ни кварталы, ни частота покупок."
        : `. Различили бы другие: ${remedies.map(({ change, counts }) => steadinessRemedy(change, counts)).join("; ")}.`),
    missingPeriods: (count) =>
      `Между первым и последним не хватает ${plural(count, { one: "периода", few: "периодов", many: "периодов", other: "периодов" })}: стабильность оценена без них, молчание считается по календарю.`,
    expectedFigures: (said) =>
      `${quoted(said)}: в списке план, а не продажи. Выручку и клиентов ниже читайте как плановые.`,
    moneyWithoutClient: (amount, rows, share) =>
      `${scaled(amount)} (${percent(share)} выручки) стоят в ${plural(rows, { one: "строке", few: "строках", many: "строках", other: "строках" })} без клиента: в общий итог вошли, но ни за кем не числятся.`,
    negativesLeftOut: (amount, count, share) =>
      `У ${ofClients(count)} отрицательная сумма (вместе ${scaled(amount)}): в ABC и концентрацию она не входит — там только положительные суммы; отрицательные составляют ${percent(share)} от них.`,
    losses: (losses, count, share) =>
      `${clients(count)} ${form(count, { one: "приносит", few: "приносят", many: "приносят", other: "приносят" })} убыток ${scaled(losses)} — ${percent(share)} от прибыли остальных: доли в чистой прибыли завышены против того, что клиент приносит на деле.`,
    profitUnknown: (count) =>
      `Прибыль неизвестна у ${ofClients(count)}; в долях прибыли они считаются нулевыми.`,
    profitOfOtherPeriods: (revenue, profit) =>
      `Выручка взята за ${revenue}, прибыль — за ${profit}: прибыль и затраты указаны в списке за всё время, по периодам их не разделить. Сравнивайте доли и классы, а не суммы.`,
    fallbackToRevenue: (totalProfit) =>
      totalProfit === null
        ? "За основу выбрана прибыль, но в списке нет ни прибыли, ни прямых затрат: всё посчитано по выручке."
        : `За основу выбрана прибыль, но в целом она не положительна (${scaled(totalProfit)}): всё посчитано по выручке.`,
  },
};
