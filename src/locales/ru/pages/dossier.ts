import type { BridgeKind } from "../../../portfolio/classification/classification";
import { numbersIn } from "../../wording/numbers";
import { periodForms } from "../../wording/period-forms";
import type { dossier as english } from "../../en/pages/dossier";
import { lastWindow, windowBefore } from "./windows";

const { number, scaled, percent, limit, date, plural } = numbersIn.ru;

const kinds: Record<BridgeKind, string> = {
  new: "Новый",
  returned: "Вернулся",
  lost: "Ушёл",
  growth: "Покупает больше",
  decline: "Покупает меньше",
  same: "Без изменений",
  none: "Ничего не покупал",
};
const signed = (part: number) => `${part > 0 ? "+" : ""}${percent(part)}`;
const monthOf = new Intl.DateTimeFormat("ru-RU", { month: "short", timeZone: "UTC" });

export const dossier: typeof english = {
  sheet: (client) => `Досье ${client}`,
  title: (client) => `Досье: ${client}`,
  subtitle: (day, { code, managers, departments }) =>
    [
      `На ${date(day)}`,
      ...(code === "" ? [] : [`код ${code}`]),
      ...(managers === "" ? [] : [`менеджер: ${managers}`]),
      ...(departments === "" ? [] : [`отдел: ${departments}`]),
    ].join(" · "),
  todo: "Что делать",
  nothingToDo: "Срочного по этому клиенту нет.",
  also: (advice) => `А также: ${advice}`,
  facts: "Где он стоит и почему",
  labels: {
    status: "Доля и статус",
    pinned: "Ваше решение",
    reasons: "Почему ключевой",
    abc: "Размер (ABC)",
    xyz: "Стабильность (XYZ)",
    quadrant: "Квадрант",
    activity: "Активность",
    change: "Деньги: было и стало",
    profit: "Прибыль",
    contact: "Следующий контакт",
    lossReason: "Причина ухода",
  },
  status: (share, status) => `${percent(share)} · ${status}`,
  statusWhy: (amount, total, rule) => `${scaled(amount)} из ${scaled(total)}; ${rule}`,
  pinnedWhy: (computed) => `по цифрам: ${computed}`,
  abcWhy: (before, own, a, b) =>
    `клиенты крупнее него дают вместе ${percent(before)}; ${own === "A" ? `A — меньше ${limit(a)}` : own === "B" ? `B — меньше ${limit(b)}` : `C — от ${limit(b)}`}`,
  abcComputed: (before) =>
    `клиенты крупнее него дают вместе ${percent(before)}; границы рассчитаны по суммам`,
  abcDown: (cumulative, a, b) =>
    `вместе со всеми более крупными даёт ${percent(cumulative)}; A — до ${limit(a)}, B — до ${limit(b)}`,
  abcLargest: "самый крупный клиент",
  abcNothing: "своих денег не приносит",
  xyzWhy: (method, value, x, y) =>
    method === "variation"
      ? `колебания ${percent(value, 0)}; X — до ${limit(x)}, Y — до ${limit(y)}`
      : `покупал в ${percent(value, 0)} периодов; X — от ${limit(x)}, Y — от ${limit(y)}`,
  xyzNone: "меньше трёх периодов с первой покупки",
  quadrantWhy: (attractiveness, high, loyalty, loyal, derived) =>
    `привлекательность ${number(attractiveness, 1)} (высокая от ${number(high, 1)}), лояльность ${number(loyalty, 1)} (высокая от ${number(loyal, 1)})${derived ? ", рассчитаны по цифрам" : ""}`,
  activityWhy: (unit, silence, longest) =>
    (silence === 0 ? "покупал в последнем периоде" : `молчит ${plural(silence, periodForms.ru[unit])}`) +
    (longest === null ? "" : `; обычно не дольше ${number(longest, 1)}`),
  activityNever: "покупок ещё не было",
  change: (kind) => kinds[kind],
  changeWhy: ({ before, now, window, company }) =>
    `за ${windowBefore(window)} — ${scaled(before)}, за ${lastWindow(window)} — ${scaled(now)}` +
    (company === null ? "" : `; компания в целом: ${signed(company)}`),
  profitWhy: (revenue, direct, toServe) =>
    [
      `выручка ${scaled(revenue)}`,
      ...(direct === null ? [] : [`затраты ${scaled(direct)}`]),
      ...(toServe === null ? [] : [`обслуживание ${scaled(toServe)}`]),
    ].join(", "),
  contact: (day, overdue) => (overdue ? `был нужен ${date(day)}` : `до ${date(day)}`),
  contactWhy: (last, negative, days) =>
    `последний контакт ${date(last)}${negative ? ", отказ" : ""}; затем через ${plural(days, { one: "день", few: "дня", many: "дней", other: "дня" })}`,
  history: (scale) => `Что он покупал${scale}`,
  scales: { one: "", thousand: ", тыс.", million: ", млн" },
  year: "Год",
  total: "Итого",
  chart: "Покупки по периодам",
  money: "Деньги",
  monthShort: (start) => monthOf.format(new Date(`${start}T00:00:00Z`)).replace(".", ""),
  partOfYear: { quarter: (n) => `${n} кв.`, half: (n) => `${n} пол.` },
  form: {
    company: {
      title: "Компания",
      hint: "Чем занимается и для кого, размер, владельцы, планы, как платит.",
    },
    relationship: {
      title: "История отношений",
      headers: ["Когда", "Что произошло", "Чем закончилось"],
    },
    people: {
      title: "Кто принимает решения",
      headers: ["Имя", "Должность", "Что для него важно", "Отношение к нам"],
    },
    competitors: {
      title: "Конкуренты",
      headers: ["Кто", "Что ему продаёт", "Доля", "Почему он берёт у них"],
    },
  },
  notes: { title: "Заметки", line: (cell, text) => `${cell}: ${text}` },
  formNote:
    "Написанное ниже этой строки сохранится, когда досье будет построено заново. Строки можно добавлять.",
};
