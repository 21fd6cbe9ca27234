import type { activity as english } from "../../en/pages/activity";
import { numbersIn } from "../../wording/numbers";
import { clients } from "../portfolio";
import { periodForms } from "../../wording/period-forms";
import { lastWindow } from "./windows";

const { number, scaled, percent, date, plural, form } = numbersIn.ru;

const verb = (count: number, one: string, many: string) => form(count, { one, few: many, many, other: many });

export const activity: typeof english = {
  title: "Активность",
  subtitle: (day) =>
    `Кто ещё покупает, на ${date(day)} Молчание сравнивается с тем, что обычно для самого клиента.`,
  now: ({ atRisk, declining, lost }, active) =>
    [
      `Покупают как обычно: ${clients(active)}.`,
      ...(atRisk.clients > 0
        ? [
            `${verb(atRisk.clients, "Молчит", "Молчат")} дольше обычного ${clients(atRisk.clients)}: ${scaled(atRisk.money)} в год ещё можно удержать.`,
          ]
        : []),
      ...(declining.clients > 0
        ? [
            `${verb(declining.clients, "Покупает", "Покупают")}, но намного меньше ожидаемого, ${clients(declining.clients)}: ${scaled(declining.money)} в год.`,
          ]
        : []),
      ...(lost.clients > 0
        ? [`${verb(lost.clients, "Ушёл", "Ушли")} ${clients(lost.clients)} (${scaled(lost.money)} в год).`]
        : []),
      ...(atRisk.clients + declining.clients + lost.clients === 0 ? ["Под угрозой никого нет."] : []),
    ].join(" "),
  counts: "В каком состоянии клиенты",
  countHeaders: {
    status: "Активность",
    clients: "Клиентов",
    money: "Под угрозой в год",
    meaning: "Что это значит",
  },
  meanings: {
    active: "покупает в обычном ритме",
    new: "первая покупка — недавно",
    oneOff: "купил один раз и довольно давно",
    declining: "покупает, но намного меньше ожидаемого и меньше, чем когда-либо",
    atRisk: "молчит дольше, чем для него обычно: позвонить",
    lost: "молчит более чем вдвое дольше обычного",
    returned: "снова купил после долгого молчания",
    potential: "ещё не покупал",
    notEnoughHistory: "покупок мало, ритм не известен",
  },
  chart: "Кто пришёл и кто ушёл",
  came: "Первая покупка",
  went: "Последняя покупка ушедших",
  groups: {
    atRisk: "Под угрозой: позвонить сейчас",
    declining: "Покупают всё меньше: выяснить причину",
    lost: "Ушли: кого вернуть",
    "lost.need": "Ушли, потребность отпала: попросить рекомендацию",
  },
  more: (shown, count) => `Показаны ${number(shown)} крупнейших из ${number(count)}; все — в списке ниже.`,
  notWorth: "Мелких не возвращаем: совета по ним нет.",
  headers: {
    last: "Последняя покупка",
    silence: (unit) => `Молчит, ${form(5, periodForms.ru[unit])}`,
    limit: (unit) => `Обычно не дольше, ${form(5, periodForms.ru[unit])}`,
    next: "Ожидается",
    money: "Под угрозой в год",
    reason: "Причина",
    amount: "Выручка",
  },
  nextOf: (next, from, to) => `${next} (${from} – ${to})`,
  expected: "Скоро должны купить",
  expectedNote: "По своему ритму купят в ближайшем периоде: кому готовить предложение в первую очередь.",
  contacts: "С кем пора связаться",
  contactsOf: (overdue, known) =>
    overdue === 0
      ? `Просроченных контактов нет (известно ${number(known)}).`
      : `${plural(overdue, { one: "контакт просрочен", few: "контакта просрочены", many: "контактов просрочены", other: "контакта просрочены" })} из ${number(known)} известных; сначала крупнейшие клиенты.`,
  contactHeaders: { due: "Срок", late: "Дней просрочки" },
  losses: {
    title: "Кто ушёл, по периодам",
    said: ({ clients: count, rate, amount }, window) =>
      `За ${lastWindow(window)} в последний раз ${verb(count, "купил", "купили")} ${plural(count, { one: "ушедший клиент", few: "ушедших клиента", many: "ушедших клиентов", other: "ушедших клиентов" })}: ${percent(rate)} тех, кто тогда был клиентом, ${scaled(amount)} в год.`,
    note: "Кто ушёл в самое последнее время, станет видно позже: ушедшим считается тот, кто молчит уже долго.",
    headers: {
      period: "Последняя покупка",
      came: "Пришло клиентов",
      lost: "Ушло",
      rate: "От всех клиентов",
      amount: "Покупали в год",
    },
  },
  reasons: "Почему ушли",
  reasonHeaders: { reason: "Причина", clients: "Клиентов", money: "В год", advice: "Что делать" },
  noReason: "не указана",
  replay: "Насколько верным был сигнал",
  replayNote: (periods) =>
    `Проверено на прошлом этого же списка: ${plural(periods, { one: "момент", few: "момента", many: "моментов", other: "момента" })}, каждый — с тем, что было известно тогда.`,
  replayFew: (losses) =>
    losses === 0
      ? "Никто ещё не пропадал на целый отрезок, поэтому сказать, какие предупреждения были верны, нельзя."
      : `С тех пор ${verb(losses, "ушёл", "ушли")} всего ${clients(losses)}: слишком мало, чтобы судить о сигнале.`,
  replayOf: (losses, { warned, medianLead, warnings, falseAlarms }, unit) =>
    `Молчание предупредило о ${number(warned)} уходах из ${number(losses)}` +
    (medianLead === null
      ? ""
      : `, за ${number(medianLead, 1)} ${form(medianLead, periodForms.ru[unit])} до того, как уход стал окончательным`) +
    (warnings > 0
      ? `; из ${number(warnings)} предупреждений ${number(falseAlarms)} (${percent(falseAlarms / warnings, 0)}) были ложными: клиент продолжал покупать.`
      : "."),
  replayHeaders: {
    alarm: "Сигнал",
    warned: "Предупредил об уходе",
    lead: (unit) => `Заранее, ${form(5, periodForms.ru[unit])}`,
    warnings: "Предупреждений",
    falseAlarms: "Ложных",
    part: "Ложных, %",
    open: "Рано судить",
  },
  alarms: {
    silence: "Молчание (под угрозой, ушёл)",
    decline: "Спад, ещё до молчания",
    all: "Молчание или спад",
    plainRule: "Для сравнения: молчит три периода",
  },
  list: "Все клиенты",
};
