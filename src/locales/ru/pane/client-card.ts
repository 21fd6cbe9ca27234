import type { PeriodUnit } from "../../../portfolio/periods/period";
import type { BridgeKind } from "../../../analysis";
import { numbersIn } from "../../wording/numbers";
import { periodForms } from "../../wording/period-forms";
import type { clientCard as english } from "../../en/pane/client-card";
import { quotedIn } from "../../wording/quotes";

const quoted = quotedIn.ru;

const { number, scaled, percent, limit, date, plural } = numbersIn.ru;
const periods = (count: number, unit: PeriodUnit) => plural(count, periodForms.ru[unit]);

const changes: Record<BridgeKind, string> = {
  new: "новый клиент",
  returned: "вернулся",
  lost: "ушёл",
  growth: "покупает больше",
  decline: "покупает меньше",
  same: "без изменений",
  none: "ничего не покупал",
};

const classed = { status: "статус", abc: "размер", xyz: "стабильность" };

export const clientCard: typeof english = {
  label: (name) => `Всё о клиенте ${name}`,
  todo: "Что делать",
  further: "А также",
  history: (range, highest) => `${range}; максимум ${scaled(highest)}`,
  facts: {
    amount: { revenue: "Выручка", profit: "Прибыль" },
    status: "Статус",
    reasons: "Почему ключевой",
    type: "Тип клиента",
    abc: "Размер (ABC)",
    xyz: "Стабильность (XYZ)",
    quadrant: "Квадрант",
    views: "Стабильность с трёх сторон",
    flips: "Что изменит квадрант",
    safety: "Насколько надёжны классы",
    activity: "Активность",
    change: "По сравнению с прошлым",
    profit: "Прибыль",
    potential: "Потенциал",
    manager: "Менеджер",
    department: "Отдел",
    contact: "Следующий контакт",
    pinned: "Ваше решение",
    lossReason: "Причина ухода",
  },
  amount: (amount, share) => `${scaled(amount)}, ${percent(share)} от всех продаж`,
  status: (status, toNext) =>
    toNext === null
      ? status
      : `${status}; ещё ${scaled(toNext.amount)} — и доля составит ${limit(toNext.limit)}`,
  abc: (name, toBetter, toWorse) =>
    [
      name,
      ...(toBetter === null ? [] : [`до класса выше — ещё ${scaled(toBetter)}`]),
      ...(toWorse === null ? [] : [`до класса ниже — минус ${scaled(toWorse)}`]),
    ].join("; "),
  xyz: (name, method, value) => {
    if (value === null) return name;
    return method === "variation"
      ? `${name}; колебания ${percent(value, 0)}`
      : `${name}; покупал в ${percent(value, 0)} периодов`;
  },
  quadrant: (name, attractiveness, loyalty, derived) =>
    `${name}: привлекательность ${number(attractiveness, 1)}, лояльность ${number(loyalty, 1)}${derived ? " (рассчитаны по цифрам)" : ""}`,
  views: (month, quarter, season) =>
    [
      ...(month === null ? [] : [`по месяцам колебания ${percent(month, 0)}`]),
      ...(quarter === null ? [] : [`по кварталам ${percent(quarter, 0)}`]),
      ...(season === null ? [] : [`без сезона ${percent(season, 0)}`]),
    ].join("; "),
  flip: (header, from, to) => `${header}: ${number(from, 1)} → ${number(to, 1)}`,
  flipWeight: (header, from, to) => `или вес ${quoted(header)}: ${number(from, 1)} → ${number(to, 1)}`,
  safety: (borderline) =>
    borderline.length === 0
      ? "надёжно: другие периоды дали бы то же самое"
      : `на границе: ${borderline.map((each) => classed[each]).join(", ")}; другие периоды могли дать иное`,
  borderline: "На границе",
  activity: (status, unit, silence, next) =>
    [
      status,
      silence === 0 ? "покупал в последнем периоде" : `молчит ${periods(silence, unit)}`,
      ...(next === null
        ? []
        : [
            next < 1
              ? "следующая покупка — уже пора"
              : `следующая покупка — примерно через ${periods(next, unit)}`,
          ]),
    ].join("; "),
  change: (kind, before, now) =>
    kind === "none" ? changes.none : `${changes[kind]}: было ${scaled(before)}, стало ${scaled(now)}`,
  profit: (profit, revenue) =>
    revenue > 0 ? `${scaled(profit)}, ${percent(profit / revenue)} от его выручки` : scaled(profit),
  potential: (potential, amount) =>
    potential > 0
      ? `${scaled(potential)}; наша доля в нём — ${percent(amount / potential, 0)}`
      : scaled(potential),
  contact: (day, overdue) => (overdue ? `был нужен ${date(day)}` : `до ${date(day)}`),
  types: {
    breadwinner: "Кормилец: приносит основные деньги",
    promising: "Перспективный: может приносить намного больше",
    imageMaker: "Имиджевый: его имя помогает продавать",
    expert: "Эксперт: требовательный, делает нас лучше",
  },
  pin: {
    title: "Назначить статус самому",
    status: "Статус",
    reason: "Почему",
    until: "До какого дня",
    untilHint: "Пусто — пока не снимете.",
    notADay: "Введите дату или оставьте пустым.",
    keep: "Закрепить статус",
    takeBack: "Снять своё решение",
    contradicted: (status) => `По цифрам — ${status}.`,
  },
  dossier: "Сделать досье",
  dossierOfSelected: "Досье клиента, выделенного на листе",
  showRow: "Показать на листе",
};
