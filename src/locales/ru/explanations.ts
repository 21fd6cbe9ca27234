import type { Axis, ReasonExplained } from "../../portfolio/explanations/explanation";
import type { FigureName, Working } from "../../portfolio/explanations/figure-explanation";
import type { RuleSource } from "../../portfolio/explanations/frame";
import type { Many } from "../../portfolio/explanations/inputs";
import type { DerivedFact } from "../../portfolio/classification/derived-matrix";
import type { PeriodUnit } from "../../portfolio/periods/period";
import type { explanations as english } from "../en/explanations";
import type { Base, LimitFact } from "../en/portfolio";
import { figureValue } from "../wording/explained-values";
import { numbersIn } from "../wording/numbers";
import { periodForms } from "../wording/period-forms";
import { advice } from "./advice";
import { columns } from "./columns";
import { clients, of as ofBase, portfolio } from "./portfolio";
import { quotedIn } from "../wording/quotes";
import { inSentences } from "../wording/sentences";

const quoted = quotedIn.ru;

type Texts = typeof english;

const { number, money, percent, limit, date, plural, form } = numbersIn.ru;
const periods = (count: number, unit: PeriodUnit) => plural(count, periodForms.ru[unit]);
const decimals = (count: number, unit: PeriodUnit) =>
  `${number(count, 1)} ${Number.isInteger(count) ? form(count, periodForms.ru[unit]) : periodForms.ru[unit].other}`;
/** «молчит 1 неделю», «через 2 месяца» */
const lasting = (count: number, unit: PeriodUnit) => decimals(count, unit).replace(/неделя$/, "неделю");
const reached = ({ value, inclusive }: LimitFact) => `${inclusive ? "от" : "выше"} ${limit(value)}`;
/** «за последние 3 месяца», «за последний год» */
const lastPeriods = (count: number, unit: PeriodUnit) =>
  count === 1
    ? `за ${unit === "week" ? "последнюю" : unit === "half" ? "последнее" : "последний"} ${unit === "week" ? "неделю" : periodForms.ru[unit].one}`
    : `за последние ${periods(count, unit)}`;
const purchases = (count: number) =>
  plural(count, { one: "покупке", few: "покупкам", many: "покупкам", other: "покупки" });

function range({ unit, starts }: NonNullable<Many["periods"]>): string {
  const first = portfolio.periodName(unit, starts[0]);
  return starts.length === 1 ? first : `${first} — ${portfolio.periodName(unit, starts[starts.length - 1])}`;
}

function span({ periods: of, count }: Many): string {
  if (!of) return plural(count, { one: "сумма", few: "суммы", many: "сумм", other: "суммы" });
  return of.starts.length === 1 ? range(of) : `${periods(of.starts.length, of.unit)}, ${range(of)}`;
}

/** Behind a number of periods. */
const during = ({ periods: of }: Many) => (of ? ` (${range(of)})` : "");

const facts: Record<DerivedFact, string> = {
  size: "размер",
  growth: "рост",
  profitability: "рентабельность",
  regularity: "стабильность",
  tenure: "сколько времени с нами",
  rhythm: "соблюдение своего ритма",
  shareOfWallet: "наша доля в его закупках",
};

function axis(name: string, { score, cut, criteria, facts: derived }: Axis): string[] {
  if (Number.isNaN(score)) return [`${name}: данных нет.`];
  const side = score >= cut - 1e-9 ? "высокая" : "низкая";
  const given = criteria.filter((each) => each.score !== null);
  const blank = criteria.filter((each) => each.score === null).map(({ header }) => quoted(header));
  const known = derived.filter((each) => !Number.isNaN(each.score));
  const parts =
    known.length > 0
      ? known.map((each) => `${facts[each.fact]} — ${number(each.score, 1)}`)
      : given.map(({ header, score: own, weight }) =>
          weight === 1
            ? `${quoted(header)} — ${number(own!, 1)}`
            : `${quoted(header)} — ${number(own!, 1)} (вес ${number(weight, 2)})`,
        );
  return [
    `${name} — ${number(score, 2)}: ${side}, граница ${number(cut, 2)}. Из чего: ${parts.join(", ")}.`,
    ...(blank.length > 0 ? [`Не заполнено и не учтено: ${blank.join(", ")}.`] : []),
  ];
}

const amount: Texts["client"]["amount"] = ({ value, inputs }) => [
  "periods" in inputs
    ? `Принёс ${money(value)} — это сумма: ${span(inputs.periods)}.`
    : `Принёс ${money(value)} — столько стоит в его строках в столбце суммы.`,
];

function toLimit(next: number | null, distance: number | null, base: Base): string[] {
  if (next === null || distance === null) return [];
  return [
    `До доли ${limit(next)} — ещё ${money(distance)} ${ofBase[base]}, если у остальных ничего не изменится.`,
  ];
}

const share: Texts["client"]["share"] = ({ value, inputs, limits, distance, ruleSet: { base } }) => [
  `${money(inputs.amount.value)} из ${money(inputs.total.value)} ${ofBase[base]} — это ${percent(value, 2)}.`,
  ...toLimit(limits.next, distance, base),
];

const status: Texts["client"]["status"] = ({
  value,
  inputs,
  limits,
  distance,
  pinned,
  ruleSet: { base },
}) => {
  const { key, dependence, mono, by } = limits;
  const own = percent(inputs.share.value, 2);
  const rung = { mono, dependence, key: key.by === "share" ? key.limit : null, regular: null }[value];
  const asked =
    typeof by === "object" && "top" in by
      ? `нужно быть среди ${number(by.top)} крупнейших, то есть приносить от ${money(key.limit.value)}`
      : key.by === "amount"
        ? `нужно ${key.limit.inclusive ? "от" : "больше"} ${money(key.limit.value)}`
        : `нужно ${key.limit.inclusive ? "от" : "больше"} ${limit(key.limit.value)}`;
  const name = columns.statuses[value];
  return [
    rung
      ? `${name}: приносит ${own} всей ${ofBase[base]}, порог — ${reached(rung)}.`
      : value === "key"
        ? `${name}: приносит ${money(inputs.amount.value)} ${ofBase[base]}; чтобы стать ключевым, ${asked}.`
        : `${name}: приносит ${key.by === "amount" ? `${money(inputs.amount.value)} ${ofBase[base]}` : `${own} всей ${ofBase[base]}`}, а чтобы стать ключевым, ${asked}.`,
    ...(distance ? toLimit(distance.limit, distance.amount, base) : []),
    ...(pinned
      ? [`Ваше решение: ${columns.pinned(columns.statuses[pinned.status], pinned.reason, pinned.until)}.`]
      : []),
  ];
};

const abc: Texts["client"]["abc"] = ({ value, by, inputs, place, pool, limits, distance }) => {
  const { aLimit, bLimit, crossing, borders } = limits;
  const moves = [
    ...(distance?.toBetter != null ? [`до класса выше — ещё ${money(distance.toBetter)}`] : []),
    ...(distance?.toWorse != null ? [`до класса ниже — минус ${money(distance.toWorse)}`] : []),
  ];
  const further = moves.length > 0 ? [`${moves.join("; ")}.`.replace(/^до/, "До")] : [];
  if (!place) {
    const none = by === "revenue" ? "выручки нет" : "прибыли нет";
    return [`Класс C: ${none} (${money(inputs.amount.value)}).`, ...further];
  }
  if (limits.limits === "computed") {
    const from = (border: number | null) => (border === null ? "никого" : `от ${money(border)}`);
    return [
      `Класс ${value}: приносит ${money(inputs.amount.value)} ${ofBase[by]}; границы рассчитаны по самим суммам: A — ${from(borders.a)}, B — ${from(borders.b)}.`,
    ];
  }
  const larger = percent(place.larger.sum / pool, 2);
  const together = percent(place.upTo.sum / pool, 2);
  const bounds = {
    A: `класс A — до ${limit(aLimit)}`,
    B: `класс B — от ${limit(aLimit)} до ${limit(bLimit)}`,
    C: `класс C — от ${limit(bLimit)}`,
  };
  return [
    crossing === "down"
      ? `Класс ${value}: вместе с теми, кто не меньше (всего ${clients(place.upTo.count)}), на него приходится ${together} ${ofBase[by]}; ${bounds[value]}.`
      : place.larger.count === 0
        ? `Класс ${value}: крупнее никого нет; ${bounds[value]}.`
        : `Класс ${value}: на тех, кто крупнее (${clients(place.larger.count)}), приходится ${larger} ${ofBase[by]}; ${bounds[value]}.`,
    ...further,
  ];
};

const xyz: Texts["client"]["xyz"] = ({
  value,
  inputs: { counted },
  notCounted,
  method,
  measure,
  limits,
  unit,
}) => {
  const before =
    notCounted > 0 && unit ? [`Время до первой покупки не учтено: ${periods(notCounted, unit)}.`] : [];
  if (measure === null) {
    return [
      counted.count < limits.fewest
        ? `Класс N: ${counted.count === 0 ? "покупок ещё не было" : `учесть можно только ${span(counted)}`}, а судить можно не меньше чем по ${number(limits.fewest)}.`
        : `Класс N: в сумме ничего не принёс (${span(counted)}).`,
      ...before,
    ];
  }
  const mean = counted.sum / counted.count;
  const bought = Array.from(counted.values).filter((each) => each > 0).length;
  return [
    method === "variation"
      ? `Класс ${value}: суммы колеблются на ${percent(measure)} вокруг ${money(mean)} (${span(counted)}); до ${limit(limits.xLimit)} — X, до ${limit(limits.yLimit)} — Y.`
      : `Класс ${value}: периодов с покупкой — ${number(bought)} из ${number(counted.count)}${during(counted)}, это ${percent(measure)}; с ${limit(limits.xLimit)} — X, с ${limit(limits.yLimit)} — Y.`,
    ...before,
  ];
};

const flip = ({ header, from, to }: { header: string; from: number; to: number }): string =>
  to > from
    ? `${quoted(header)} вырастет с ${number(from, 1)} до ${number(to, 1)}`
    : `${quoted(header)} станет ниже ${number(to, 1)} (сейчас ${number(from, 1)})`;

const quadrant: Texts["client"]["quadrant"] = ({ value, inputs, derived, distance }) => [
  value === null
    ? "Квадранта нет: не хватает оценок."
    : `Квадрант ${quoted(columns.quadrants[value])}${derived ? "; оценок никто не ставил, они рассчитаны по цифрам" : ""}.`,
  ...axis("Привлекательность", inputs.attractiveness),
  ...axis("Лояльность", inputs.loyalty),
  ...(distance?.score ? [`Другой квадрант начнётся, если ${flip(distance.score)}.`] : []),
];

const activity: Texts["client"]["activity"] = (explanation) => {
  const { value, unit, silence, limits, firstPurchase, lastPurchase, returned, next, inputs } = explanation;
  const name = columns.activity[value];
  const day = (start: string | null) => (start === null ? "" : portfolio.periodName(unit, start));
  const basis = inputs.limit;
  const few = `По ${purchases(inputs.purchases.count)} своего ритма не видно`;
  const how = !basis
    ? []
    : basis.by === "own"
      ? [
          `Паузы между покупками (${number(basis.count)}): обычная — ${decimals(basis.median, unit)}, девять из десяти укладываются в ${lasting(basis.ninetieth, unit)}. Предельная пауза — это или полторы обычных, что больше: ${decimals(limits.silence, unit)}.`,
        ]
      : [
          Number.isNaN(limits.silence)
            ? `${few}, а покупок всех клиентов вместе мало для сравнения.`
            : `${few}. Предельная пауза взята по всем клиентам или по его самой длинной паузе: ${decimals(limits.silence, unit)}.`,
        ];
  const quiet = silence === 0 ? "покупал в последнем периоде" : `молчит ${lasting(silence, unit)}`;
  const last = `последняя покупка — ${day(lastPurchase)}`;
  const why: Record<typeof value, string> = {
    potential: "покупок в списке нет.",
    notEnoughHistory:
      inputs.known <= 3
        ? `в списке всего ${periods(inputs.known, unit)}.`
        : "слишком мало известно о том, как часто он покупает.",
    new: `первая покупка — ${day(firstPurchase)}, ${lastPeriods(inputs.recent, unit)}.`,
    oneOff: `покупал один раз — ${day(firstPurchase)}.`,
    lost: `${quiet} — больше двух предельных пауз (одна — ${decimals(limits.silence, unit)}); ${last}.`,
    atRisk: `${quiet}, предельная пауза — ${decimals(limits.silence, unit)}; ${last}.`,
    returned: returned
      ? `снова купил, а перед этим молчал ${lasting(returned.silence, unit)}; предельная пауза тогда — ${decimals(returned.limit, unit)}.`
      : "",
    declining: `${lastPeriods(inputs.recent, unit)} купил на ${money(inputs.actual)}, ожидалось ${money(inputs.expected)}; меньше за такой же срок не бывало.`,
    active: `${quiet}, предельная пауза — ${decimals(limits.silence, unit)}.`,
  };
  const due =
    next && value !== "lost"
      ? [
          next.at < 0.5
            ? "Следующая покупка — уже пора."
            : `Следующей покупки можно ждать примерно через ${lasting(next.at, unit)}.`,
        ]
      : [];
  return [`${name}: ${why[value]}`, ...(value === "new" || value === "oneOff" ? [] : how), ...due];
};

const expected: Texts["client"]["expected"] = ({
  value,
  unit,
  inputs,
  basis,
  recentPeriods,
  actual,
  limits,
}) => {
  if (!basis) {
    return [
      `Ожидаемой суммы нет: для неё нужны покупки за ${number(limits.fewest)} и больше учтённых месяцев или кварталов.`,
    ];
  }
  const { others, ratio } = basis;
  const mean = money(inputs.base.sum / inputs.base.values.length);
  return [
    `${lastPeriods(recentPeriods, unit)} ожидалось ${money(value)}: ${basis.isSeasonal ? "в те же сроки годом раньше" : "раньше"} (${span(inputs.base)}) было в среднем ${mean}, умножаем на ${number(recentPeriods)} и на ${number(ratio, 3)}.`.replace(
      /^за/,
      "За",
    ),
    others.clients >= limits.fewestOthers
      ? `${number(ratio, 3)} — во сколько раз изменились за это время остальные (${clients(others.clients)}).`
      : `Других клиентов меньше ${number(limits.fewestOthers)}, рынок по ним не виден: множитель — 1.`,
    `Принёс ${money(actual)}. Ниже ${limit(limits.declineBelow)} ожидаемого — спад, если меньше раньше не бывало.`,
  ];
};

const atRisk: Texts["client"]["atRisk"] = ({ value, inputs, status: own, unit }) => {
  if (!inputs) return [`Денег под угрозой не насчитано: активность — ${quoted(columns.activity[own])}.`];
  return "year" in inputs
    ? [
        `${money(value)} в год: столько он купил за год до последней покупки включительно (${span(inputs.year)}).`,
      ]
    : [
        `${money(value)} в год: ожидалось ${money(inputs.expected.value)}, куплено на ${money(inputs.actual.value)} (${periods(inputs.periods, unit)}), в пересчёте на год.`,
      ];
};

const profit: Texts["client"]["profit"] = ({ value, inputs, lossMaking, revenue }) => {
  if (Number.isNaN(value)) return ["Прибыль неизвестна: цифры нет или её не удалось прочитать."];
  return [
    "profit" in inputs
      ? `${money(value)} — так стоит в столбце прибыли.`
      : `${money(value)}: выручка ${money(inputs.revenue.value)} минус затраты ${money(inputs.direct.value)}${inputs.toServe ? ` и обслуживание ${money(inputs.toServe.value)}` : ""}.`,
    ...(revenue > 0 && value > 0 ? [`Это ${percent(value / revenue)} его выручки.`] : []),
    ...(lossMaking ? ["Не окупается: прибыль не выше нуля."] : []),
  ];
};

const gap: Texts["client"]["gap"] = ({ value, inputs, limits }) => {
  const own = percent(inputs.amount.value / inputs.total.value, 2);
  if (value === null) return [`Приносит ${own}; других, кто мог бы вырасти, нет.`];
  if (value.amount === 0)
    return [`Приносит ${own}, не выше ${limit(limits.dependence)}: остальным расти ради этого не нужно.`];
  return [
    `Приносит ${own}. Чтобы его доля стала ${limit(limits.dependence)} без снижения продаж ему, остальные должны вырасти на ${money(value.amount)} — на ${percent(value.growth)} от того, что приносят.`,
  ];
};

const reason = (each: ReasonExplained): string => {
  const name = columns.reasons[each.reason];
  if (each.reason === "volume")
    return `${name}: приносит ${percent(each.share, 2)} (${columns.statuses[each.status].toLowerCase()}).`;
  if (each.reason !== "potential") return `${name}: так отмечено в списке.`;
  return `${name}: мог бы покупать на ${money(each.potential.value)}, у нас берёт ${percent(each.wallet)} этой суммы; если бы брал всё, приносил бы ${percent(each.grownShare, 2)}.`;
};

const reasons: Texts["client"]["reasons"] = ({ inputs }) =>
  inputs.reasons.length > 0
    ? inputs.reasons.map(reason)
    : ["Ключевым его ничто не делает: ни доля, ни потенциал, ни отметка в списке."];

const pin: Texts["client"]["pin"] = ({ value, inputs, contradicted }) => [
  `Ваше решение: ${columns.pinned(columns.statuses[value], inputs.reason, inputs.until)}.`,
  contradicted
    ? `По цифрам иначе: ${columns.statuses[inputs.computed].toLowerCase()}.`
    : "Цифры говорят то же самое.",
];

const nextContact: Texts["client"]["nextContact"] = ({ value, inputs, overdue, asOf }) =>
  value === null || inputs.last === null
    ? ["О контактах с ним в списке ничего нет."]
    : [
        `Срок — ${date(value)}: через ${plural(inputs.days, periodForms.ru.day)} после контакта ${date(inputs.last)}${inputs.negative ? ", который закончился отказом" : ""} (ритм класса ${inputs.abc}).`,
        overdue
          ? `Это раньше, чем ${date(asOf)}: контакт просрочен.`
          : `На ${date(asOf)} контакт не просрочен.`,
      ];

const action: Texts["client"]["action"] = ({ value, advice: said, findings, inputs: { facts: known } }) => [
  value === "none"
    ? `${advice.action.none}: ушёл, а за всё время купил немного (класс ${known.wholeAbc}).`
    : `${advice.action[said]}.`,
  ...(known.lost && known.activity !== "lost"
    ? [
        "Его ритм по списку не виден: считается ушедшим, потому что ничего не купил за последний период сравнения.",
      ]
    : []),
  ...(findings.length > 1
    ? [`Решает самое срочное. А также: ${inSentences(findings.slice(1).map((each) => advice.action[each]))}`]
    : value.startsWith("cell.")
      ? [`Срочного нет: решают размер (класс ${known.abc}) и стабильность (класс ${known.xyz}).`]
      : value.startsWith("quadrant.")
        ? ["Срочного нет: решает квадрант."]
        : []),
];

const figures: Record<FigureName, string | readonly [string, string]> = {
  total: "Все деньги списка, вместе со строками без клиента",
  clients: "Клиентов в списке",
  keyByShare: "Клиентов, чья доля не ниже порога ключевого",
  keyShare: "Столько вместе приносят ключевые по доле",
  keyClients: "Клиентов, у которых есть хотя бы одна причина быть ключевым",
  largestShare: "Доля крупнейшего клиента",
  hhi: ["Концентрация (HHI)", "сумма квадратов долей; 10 000 — всё у одного клиента"],
  effectiveClients: ["Столько равных клиентов дали бы такую же концентрацию", "10 000 ÷ HHI"],
  cr1: "Доля крупнейшего клиента во всех положительных суммах",
  cr3: "Доля трёх крупнейших клиентов во всех положительных суммах",
  cr5: "Доля пяти крупнейших клиентов во всех положительных суммах",
  topFifthShare: "Доля верхних 20 % клиентов во всех положительных суммах",
  gini: ["Коэффициент Джини", "0 — все равны, ближе к 1 — всё у одного"],
  opening: "Деньги за прошлый срок",
  new: "Деньги клиентов, которые купили впервые",
  returned: "Деньги клиентов, которые вернулись",
  growth: "Прибавили те, кто покупает больше",
  decline: "Убавили те, кто покупает меньше",
  lost: "Унесли те, кто перестал покупать",
  closing: "Деньги за последний срок",
  netRetention: "Сколько прежние клиенты приносят теперь от того, что приносили тогда",
  grossRetention: "Сохранено из денег прошлого срока, без учёта роста",
  clientsKept: "Клиентов, которые покупали и в прошлый, и в последний срок",
  buyingClients: ["Клиентов, которые покупали в последний срок", "оставшиеся, новые и вернувшиеся"],
  newClients: "Клиентов, которые впервые купили в последний срок",
  newAverage: "В среднем приносит новый клиент",
  purchasesPerClient: "Покупок на клиента",
  unprofitable: "Клиентов, прибыль от которых не выше нуля",
  unprofitablePart: "Доля клиентов, прибыль от которых не выше нуля",
  earned: "Зарабатывают прибыльные клиенты",
  consumed: "Из этого съедают остальные",
  costToServePer100: "Затраты на обслуживание на 100 выручки",
  atRiskTotal: ["Деньги под угрозой за год", "клиенты под угрозой и те, кто покупает меньше"],
  lostTotal: "Столько за год приносили ушедшие клиенты",
  groupAmount: "Деньги своих клиентов",
  groupShare: "Доля во всех деньгах",
  groupClients: "Своих клиентов",
  groupKeyClients: "Своих ключевых клиентов, по любой причине",
  groupLargestShare: "Доля крупнейшего из своих клиентов",
  groupProfit: "Прибыль от своих клиентов",
  groupAtRisk: "Деньги под угрозой за год",
  silenceWarned: "Уходы, о которых сигнал по молчанию предупредил вовремя",
  silenceFalse: "Сигналы по молчанию, после которых клиент покупал как прежде",
  declineWarned: "Уходы, о которых спад предупредил ещё до молчания",
  declineFalse: "Сигналы по спаду, после которых клиент покупал как прежде",
  allWarned: "Уходы, о которых сигнал по молчанию или спаду предупредил вовремя",
  allFalse: "Сигналы по молчанию или спаду, после которых клиент покупал как прежде",
  plainWarned: "Уходы, о которых простое правило (молчит три периода) предупредило вовремя",
  plainFalse: "Сигналы простого правила, после которых клиент покупал как прежде",
};

function working(of: Working, figure: FigureName): string {
  switch (of.by) {
    case "sum": {
      const count = of.of.reduce((sum, each) => sum + each.count, 0);
      return count === 0
        ? "Складывать нечего."
        : count === 1
          ? "Слагаемое одно."
          : `Сумма из ${plural(count, { one: "слагаемого", few: "слагаемых", many: "слагаемых", other: "слагаемых" })}.`;
    }
    case "change":
      return of.of.count === 0
        ? "Таких клиентов нет."
        : `${clients(of.of.count)}: было ${money(of.less.sum)}, стало ${money(of.of.sum)}.`;
    case "count":
      return of.of.count === 0 ? "Таких нет." : `Посчитаны по одному; вместе приносят ${money(of.of.sum)}.`;
    case "meets":
      return `С порогами сравнивали всех: ${clients(of.tests[0].of.count)}.`;
    case "part": {
      const [part, whole] = [of.of, of.whole].map((each) => ("values" in each ? each.sum : each.value));
      if (figure === "newAverage") return `${money(part)} на ${clients(whole)}.`;
      const dress =
        figure === "groupShare" || figure === "keyShare" ? money : (value: number) => number(value, 2);
      return `${dress(part)} из ${dress(whole)}.`;
    }
    case "largest":
      return of.largest >= of.of.count
        ? `Взяты все, других нет: ${number(of.of.count)}; вместе они приносят ${money(of.whole)}.`
        : `Самых крупных взято: ${number(of.largest)} из ${number(of.of.count)}; все вместе приносят ${money(of.whole)}.`;
    case "squares":
    case "gini":
      return `По суммам выше нуля: ${number(of.of.count)}, вместе ${money(of.of.sum)}.`;
    case "inverse":
      return `10 000 ÷ ${number(of.of.value, 1)}.`;
    case "retained": {
      const signed = [
        ...of.plus.map(({ value }) => `+ ${money(value)}`),
        ...of.minus.map(({ value }) => `− ${money(value)}`),
      ].join(" ");
      return `(${money(of.first.value)} ${signed}) ÷ ${money(of.first.value)}.`;
    }
  }
}

const figure: Texts["figure"] = (explanation) => {
  const { figure: name, value, group, window, limits } = explanation;
  const { lowest, highest } = limits;
  const [what, note] = [figures[name]].flat();
  return [
    `${group ? `${group.name}. ` : ""}${what}: ${figureValue(name, value, numbersIn.ru)}${note ? ` (${note})` : ""}.`,
    working(explanation.working, name),
    ...(window
      ? [
          `Последний срок — ${periods(window.periods, window.unit as PeriodUnit)}, прошлый — столько же до него.`,
        ]
      : []),
    ...(highest === null
      ? []
      : lowest === null
        ? [
            `Одному менеджеру по силам до ${plural(highest, { one: "ключевого клиента", few: "ключевых клиентов", many: "ключевых клиентов", other: "ключевых клиентов" })}.`,
          ]
        : [`Обычно — от ${limit(lowest)} до ${limit(highest)}.`]),
  ];
};

const sources: Record<RuleSource, string> = {
  DS: "«Деловая среда», 2023",
  KA: "Колотилов, статья",
  KI: "Колотилов, интервью 2012",
  WA: "womanadvice.ru, «Ключевые клиенты»",
  GD: "«Генеральный Директор», 2017",
  MW: "Макдональд и Вудберн, Чевертон",
  ASC: "ASC 280 / МСФО (IFRS) 8",
  ultschLoetsch: "Ульч и Лётш, 2015",
  own: "ваши собственные пороги",
};

export const explanations: Texts = {
  title: "Почему?",
  names: {
    amount: "Выручка",
    share: "Доля",
    status: "Статус",
    abc: "Размер (ABC)",
    xyz: "Стабильность (XYZ)",
    quadrant: "Квадрант",
    activity: "Активность",
    expected: "Ожидаемая сумма",
    atRisk: "Деньги под угрозой",
    profit: "Прибыль",
    gap: "Рост остальных",
    reasons: "Почему ключевой",
    pin: "Ваше решение",
    nextContact: "Следующий контакт",
    action: "Что делать",
  },
  client: {
    amount,
    share,
    status,
    abc,
    xyz,
    quadrant,
    activity,
    expected,
    atRisk,
    profit,
    gap,
    reasons,
    pin,
    nextContact,
    action,
  },
  figure,
  // The day ends with «г.».
  frame: ({ sources: from, ruleSet, asOf }) =>
    [
      `Правило: ${from.length > 0 ? from.map((each) => sources[each]).join("; ") : "принято в Keyfolio"}`,
      `Пороги: ${portfolio.presets[ruleSet.preset]}`,
      `На ${date(asOf)}`,
    ].join(". "),
  cell: {
    moved: "Перемена класса",
    since: (change, day) => `${change} (с ${date(day)})`,
    rules: "Правила",
  },
  all: "Всё о нём",
  goTo: (address) => `Перейти к ${address}`,
  changed: "С тех пор список изменился: здесь — то, что верно сейчас.",
  unknownClient: "Этого клиента в списке больше нет.",
  severalClients: "Клиентов с таким названием несколько: выделите строку в списке.",
};
