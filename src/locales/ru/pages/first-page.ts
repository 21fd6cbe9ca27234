import type { firstPage as english } from "../../en/pages/first-page";
import { firstThings } from "../first-things";
import { numbersIn } from "../../wording/numbers";
import { periodForms } from "../../wording/period-forms";
import { clients } from "../portfolio";
import { lastWindow, overWindow, windowBefore } from "./windows";

const { number, scaled, percent, limit, plural, form, list } = numbersIn.ru;

const signed = (fraction: number) => (fraction > 0 ? "+" : "") + percent(fraction);

export const firstPage: typeof english = {
  ...firstThings,
  portfolio: "Портфель",
  portfolioOf: (count, total, base) =>
    `${clients(count)}, ${base === "revenue" ? "выручка" : "прибыль"} ${scaled(total)}`,
  tiles: {
    revenue: (window) => `Выручка за ${overWindow(window)}`,
    revenueNote: (before, change, window) =>
      change === null
        ? `за ${windowBefore(window)} — ${scaled(before)}`
        : `${signed(change)}; за ${windowBefore(window)} — ${scaled(before)}`,
    buying: "Покупали",
    buyingNote: (kept, added, returned, lost) =>
      [
        `остались — ${number(kept)}`,
        `новые — ${number(added)}`,
        ...(returned > 0 ? [`вернулись — ${number(returned)}`] : []),
        `перестали — ${number(lost)}`,
      ].join(", "),
    keyChange: (now, before, window) =>
      `за ${lastWindow(window)} — ${number(now)}, раньше — ${number(before)}`,
    retention: "Удержано (с ростом)",
    retentionNote: (gross, gone) => `без роста ${percent(gross)}; потеряно ${scaled(gone)}`,
    lossMaking: "Убыточных клиентов",
    lossMakingNote: (consumed, earned) =>
      consumed > 0
        ? `съедают ${scaled(consumed)} из ${scaled(earned)}, заработанных на остальных`
        : "каждый окупается",
    concentrationChange: (now, before, window) =>
      `за ${lastWindow(window)} — ${number(now)}, раньше — ${number(before)}`,
  },
  bridgeChart: "Что стало с деньгами",
  largestChart: (count) =>
    plural(count, {
      one: "крупнейший клиент",
      few: "крупнейших клиента",
      many: "крупнейших клиентов",
      other: "крупнейших клиента",
    }),
  processes: "Четыре процесса работы с клиентами",
  processNames: {
    selection: "Отбор",
    acquisition: "Привлечение",
    retention: "Удержание",
    growing: "Развитие",
  },
  processLines: {
    unprofitable: (part) => `${percent(part)} клиентов не приносят прибыли`,
    keyShare: (share) => `${percent(share)} денег — от ключевых по доле`,
    newClients: (count, amount) =>
      count === 0
        ? "новых клиентов нет"
        : `${plural(count, { one: "новый клиент", few: "новых клиента", many: "новых клиентов", other: "новых клиента" })}, ${scaled(amount)}`,
    average: (amount) => `в среднем по ${scaled(amount)}`,
    kept: (count) =>
      `${plural(count, { one: "клиент остался", few: "клиента остались", many: "клиентов остались", other: "клиента остались" })}`,
    gross: (part) => `сохранено ${percent(part)} их денег`,
    lost: (amount) => `с ушедшими потеряно ${scaled(amount)}`,
    age: ({ periods, unit, isLeast }) => {
      const average = Math.round(periods * 10) / 10;
      return `средний стаж клиента — ${number(average, 1)} ${form(average, periodForms.ru[unit])}${isLeast ? " или больше" : ""}`;
    },
    net: (part) => `${percent(part)} прежних денег на месте, считая рост`,
    growth: (amount) => `прежние клиенты выросли на ${scaled(amount)}`,
    purchases: (count) => `покупок на клиента: ${number(count, 1)}`,
  },
  movement: "Движение",
  movementOf: ({ opening, closing, added, returned, growth, decline, lost }, window) => {
    const gained = [
      ...(added > 0 ? [`новые клиенты (+${scaled(added)})`] : []),
      ...(returned > 0 ? [`вернувшиеся (+${scaled(returned)})`] : []),
      ...(growth > 0 ? [`рост прежних (+${scaled(growth)})`] : []),
    ];
    const gone = [
      ...(decline > 0 ? [`спад (−${scaled(decline)})`] : []),
      ...(lost > 0 ? [`уход клиентов (−${scaled(lost)})`] : []),
    ];
    const change = closing - opening;
    const head =
      change === 0
        ? `Выручка та же, что за ${windowBefore(window)}`
        : `Выручка ${change > 0 ? "выросла" : "снизилась"} на ${scaled(Math.abs(change))}` +
          (opening > 0 ? ` (${signed(change / opening)})` : "") +
          ` по сравнению с тем, что было за ${windowBefore(window)}`;
    return [
      head,
      ...(gained.length > 0 ? [`Прибавили: ${list(gained)}`] : []),
      ...(gone.length > 0 ? [`Убавили: ${list(gone)}`] : []),
    ]
      .map((sentence) => `${sentence}.`)
      .join(" ");
  },
  season: "Отрезки короче года: часть разницы может быть сезонной.",
  dependenceChange: (now, before, window) =>
    Math.abs(now - before) < 0.01
      ? `Пять крупнейших дают столько же, сколько за ${windowBefore(window)}: ${percent(now, 0)}.`
      : `Зависимость ${now > before ? "выросла" : "снизилась"}: пять крупнейших дают ${percent(now, 0)}, за ${windowBefore(window)} давали ${percent(before, 0)}.`,
  keyProposal: (share, top) =>
    "Это хорошая новость: никто не может диктовать компании условия." +
    (share
      ? ` Отдельного менеджера стоят те, у кого ${limit(share.limit)} и больше: ${clients(share.clients)}, вместе ${percent(share.part)}.`
      : "") +
    ` ${plural(top.clients, { one: "крупнейший даёт", few: "крупнейших дают", many: "крупнейших дают", other: "крупнейших дают" })} ${percent(top.part)}.`,
  saveFirst: (count, names) =>
    `Но не в этих, хотя оценки высоки: ${count > names.length ? `${names.join(", ")} и ещё ${number(count - names.length)}` : list(names)}. Сначала их надо вернуть, удержать или вывести из убытка.`,
  more: "Ещё выводы",
  notMade: "Что добавили бы другие столбцы",
  wouldOpen: {
    clientMatrix: "оценки клиентов — для матрицы клиентов",
    movement: "месяцы, кварталы или годы — для движения и активности",
    activity: "больше месяцев или кварталов — чтобы видеть, кто замолчал и кто покупает стабильно",
    managers: "менеджеры — для нагрузки и результатов каждого",
    profit: "прибыль или затраты — для клиентов, которые не окупаются",
  },
  wouldOpenLine: (what) => `В списке нет столбцов: ${what.join("; ")}.`,
};
