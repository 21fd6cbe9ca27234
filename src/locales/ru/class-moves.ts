import type { classMoves as english } from "../en/class-moves";
import { numbersIn } from "../wording/numbers";

const { number, plural, form, date } = numbersIn.ru;
/** Before a verb. */
const clientForms = { one: "клиент", few: "клиента", many: "клиентов", other: "клиента" };
/** After «у». */
const ofClients = { one: "клиента", few: "клиентов", many: "клиентов", other: "клиентов" };

export const classMoves: typeof english = {
  subtitle: (since) => `Нынешние классы рядом с теми, что были ${date(since)}`,
  title: (since) => `Классы: что изменилось с ${date(since)}`,
  told: ({ since, moved, borderline, entered, left }) =>
    [
      moved > 0
        ? `С ${date(since)} ${form(moved, { one: "сменил", few: "сменили", many: "сменили", other: "сменили" })} класс ${plural(moved, clientForms)}.`
        : `С ${date(since)} никто уверенно не сменил класс.`,
      ...(borderline > 0
        ? [
            `Ещё у ${plural(borderline, ofClients)} перемена на границе: в другие периоды класс был бы иным, поэтому переходом она не считается.`,
          ]
        : []),
      ...(entered > 0 ? [`Новых в списке: ${number(entered)}.`] : []),
      ...(left > 0 ? [`Больше нет в списке: ${number(left)}.`] : []),
    ].join(" "),
  otherRules: "Правила с тех пор другие: часть перемен — из-за них, а не из-за клиентов.",
  next: "Классы этого запуска запомнены: следующий запуск на других данных покажет, кто перешёл.",
  then: "Класс ABC тогда",
  nowClients: (abc) => `Теперь ${abc}`,
  money: "Деньги",
  tableNote:
    "Клиенты по классу ABC тогда и теперь и деньги, которые они приносят теперь. Те, кто на границе, остались в прежнем классе.",
  kinds: { status: "Статус", abc: "ABC", xyz: "XYZ", quadrant: "Квадрант" },
  change: (kind, before, now) => `${kind}: ${before} → ${now}`,
  nothing: "нет",
  sections: {
    moved: "Сменили класс",
    borderline: "На границе классов",
    entered: "Новые в списке",
    left: "Больше нет в списке",
  },
  whoMore: (shown, count) => `Показаны ${number(shown)} крупнейших из ${number(count)}.`,
  headers: { change: "Перемена", now: "Класс теперь", before: "Деньги тогда", amount: "Деньги теперь" },
  column: "Класс",
  moved: (before, now) => `${before} → ${now}`,
  borderline: (change) => `${change} (на границе)`,
  entered: (now) => `${now} (новый в списке)`,
  happened: { moved: "Перешёл", borderline: "На границе", entered: "Новый", same: "Без перемен" },
  compareWith: "По сравнению с запуском",
  sameDay: (day, number, of) => `${date(day)} (${number}-й из ${of} за этот день)`,
  day: (day) => date(day),
  reportToo: "Следующий отчёт сравнит с ним же.",
  more: (count) => `и ещё ${number(count)}: на листе «Движение» после следующего отчёта`,
  who: "Кто сменил класс",
  nothingYet: "Пока не запомнено прошлого запуска, с которым можно сравнить классы.",
};
