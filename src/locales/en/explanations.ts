import type { ClientExplanation, ClientFigure } from "../../portfolio/explanations/explanation";
import type { FigureExplanation, FigureName, Working } from "../../portfolio/explanations/figure-explanation";
import type { Frame, RuleSource } from "../../portfolio/explanations/frame";
import type { Many } from "../../portfolio/explanations/inputs";
import type { Axis, ReasonExplained } from "../../portfolio/explanations/explanation";
import type { DerivedFact } from "../../portfolio/classification/derived-matrix";
import type { PeriodUnit } from "../../portfolio/periods/period";
import { figureValue } from "../wording/explained-values";
import { numbersIn } from "../wording/numbers";
import { periodForms } from "../wording/period-forms";
import { advice } from "./advice";
import { columns } from "./columns";
import { type Base, type LimitFact, clients, portfolio } from "./portfolio";
import { quotedIn } from "../wording/quotes";
import { inSentences } from "../wording/sentences";

const quoted = quotedIn.en;

type Explained<Kind extends ClientFigure> = Extract<ClientExplanation, { kind: Kind }>;
type Sentences<Kind extends ClientFigure> = (explanation: Explained<Kind>) => string[];

const { number, money, percent, limit, date, plural, form, list } = numbersIn.en;
const periods = (count: number, unit: PeriodUnit) => plural(count, periodForms.en[unit]);
const decimals = (count: number, unit: PeriodUnit) =>
  `${number(count, 1)} ${Number.isInteger(count) ? form(count, periodForms.en[unit]) : periodForms.en[unit].other}`;
const reached = ({ value, inclusive }: LimitFact) =>
  inclusive ? `${limit(value)} or more` : `more than ${limit(value)}`;

/** `12 months, January 2024 – December 2024`; what is not in periods is just counted. */
function span({ periods: of, count }: Many): string {
  if (!of) return plural(count, { one: "amount", other: "amounts" });
  const { unit, starts } = of;
  const first = portfolio.periodName(unit, starts[0]);
  if (starts.length === 1) return first;
  return `${periods(starts.length, unit)}, ${first} – ${portfolio.periodName(unit, starts[starts.length - 1])}`;
}

const facts: Record<DerivedFact, string> = {
  size: "size",
  growth: "growth",
  profitability: "profit in its revenue",
  regularity: "steadiness",
  tenure: "time with us",
  rhythm: "keeping to its rhythm",
  shareOfWallet: "our part of its purchases",
};

function axis(name: string, { score, cut, criteria, facts: derived }: Axis): string[] {
  if (Number.isNaN(score)) return [`Nothing is known for its ${name}.`];
  const side = score >= cut - 1e-9 ? "high" : "low";
  const given = criteria.filter((each) => each.score !== null);
  const blank = criteria.filter((each) => each.score === null).map(({ header }) => header);
  const known = derived.filter((each) => !Number.isNaN(each.score));
  const parts =
    known.length > 0
      ? known.map((each) => `${facts[each.fact]} ${number(each.score, 1)}`)
      : given.map(({ header, score: own, weight }) =>
          weight === 1
            ? `${header} ${number(own!, 1)}`
            : `${header} ${number(own!, 1)} (weight ${number(weight, 2)})`,
        );
  return [
    `Its ${name} is ${number(score, 2)}, ${side} against the cut at ${number(cut, 2)}: ${list(parts)}.`,
    ...(blank.length > 0 ? [`Left blank and not counted: ${list(blank)}.`] : []),
  ];
}

const amount: Sentences<"amount"> = ({ value, inputs }) => [
  "periods" in inputs
    ? `It brought ${money(value)}: the sum of ${span(inputs.periods)}.`
    : `It brought ${money(value)}: what the amount column holds in its rows.`,
];

const share: Sentences<"share"> = ({ value, inputs, limits, distance, ruleSet: { base } }) => [
  `${money(inputs.amount.value)} of ${money(inputs.total.value)} of all ${base}: ${percent(value, 2)}.`,
  ...toLimit(limits.next, distance, base),
];

function toLimit(next: number | null, distance: number | null, base: Base): string[] {
  if (next === null || distance === null) return [];
  return [
    `${money(distance)} more of ${base} would bring it to ${limit(next)}, if the others stay as they are.`,
  ];
}

const status: Sentences<"status"> = ({ value, inputs, limits, distance, pinned, ruleSet: { base } }) => {
  const { key, dependence, mono, by } = limits;
  const own = percent(inputs.share.value, 2);
  const rung = { mono, dependence, key: key.by === "share" ? key.limit : null, regular: null }[value];
  const byAmount = key.limit.inclusive
    ? `${money(key.limit.value)} or more`
    : `more than ${money(key.limit.value)}`;
  const asked =
    typeof by === "object" && "top" in by
      ? `to be among the ${number(by.top)} largest, that is ${money(key.limit.value)} or more`
      : key.by === "amount"
        ? byAmount
        : reached(key.limit);
  const name = columns.statuses[value];
  return [
    rung
      ? `${name}: it brings ${own} of all ${base}, and the limit is ${reached(rung)}.`
      : value === "key"
        ? `${name}: it brings ${money(inputs.amount.value)} of ${base}, and the limit is ${asked}.`
        : key.by === "amount"
          ? `${name}: it brings ${money(inputs.amount.value)} of ${base}, and to be key takes ${asked}.`
          : `${name}: it brings ${own} of all ${base}, and to be key takes ${asked}.`,
    ...(distance ? toLimit(distance.limit, distance.amount, base) : []),
    ...(pinned
      ? [`You decided: ${columns.pinned(columns.statuses[pinned.status], pinned.reason, pinned.until)}.`]
      : []),
  ];
};

const abc: Sentences<"abc"> = ({ value, by, inputs, place, pool, limits, distance }) => {
  const { aLimit, bLimit, crossing, borders } = limits;
  const moves = [
    ...(distance?.toBetter != null ? [`${money(distance.toBetter)} more would lift it a class`] : []),
    ...(distance?.toWorse != null ? [`${money(distance.toWorse)} less would lower it`] : []),
  ];
  const further = moves.length > 0 ? [`${moves.join("; ")}.`] : [];
  if (!place) return [`Class C: it brings no ${by} (${money(inputs.amount.value)}).`, ...further];
  if (limits.limits === "computed") {
    const from = (border: number | null) => (border === null ? "nobody" : `from ${money(border)}`);
    return [
      `Class ${value}: it brings ${money(inputs.amount.value)} of ${by}; the limits follow from the amounts themselves: A is ${from(borders.a)}, B ${from(borders.b)}.`,
    ];
  }
  const larger = percent(place.larger.sum / pool, 2);
  const together = percent(place.upTo.sum / pool, 2);
  const bounds = {
    A: `A goes up to ${limit(aLimit)}`,
    B: `B goes from ${limit(aLimit)} up to ${limit(bLimit)}`,
    C: `C begins at ${limit(bLimit)}`,
  };
  return [
    crossing === "down"
      ? `Class ${value}: together with ${clients(place.upTo.count)} of its size or larger, itself counted, it brings ${together} of ${by}; ${bounds[value]}.`
      : place.larger.count === 0
        ? `Class ${value}: no client is larger; ${bounds[value]}.`
        : `Class ${value}: the ${plural(place.larger.count, { one: "client that is larger brings", other: "clients that are larger bring" })} ${larger} of ${by}; ${bounds[value]}.`,
    ...further,
  ];
};

const xyz: Sentences<"xyz"> = ({ value, inputs: { counted }, notCounted, method, measure, limits, unit }) => {
  const before =
    notCounted > 0 && unit
      ? [
          `${periods(notCounted, unit)} before its first purchase ${form(notCounted, { one: "is", other: "are" })} not counted.`,
        ]
      : [];
  if (measure === null) {
    return [
      counted.count < limits.fewest
        ? `Class N: ${counted.count === 0 ? "it has not bought yet" : `only ${span(counted)}, can be counted`}, and ${number(limits.fewest)} are the least to judge by.`
        : `Class N: it brought nothing in sum in ${span(counted)}.`,
      ...before,
    ];
  }
  const mean = counted.sum / counted.count;
  const bought = Array.from(counted.values).filter((each) => each > 0).length;
  return [
    method === "variation"
      ? `Class ${value}: its amounts vary by ${percent(measure)} around ${money(mean)} (${span(counted)}); up to ${limit(limits.xLimit)} is X, up to ${limit(limits.yLimit)} is Y.`
      : `Class ${value}: it bought in ${number(bought)} of ${span(counted)}: ${percent(measure)}; from ${limit(limits.xLimit)} on it is X, from ${limit(limits.yLimit)} on Y.`,
    ...before,
  ];
};

const quadrant: Sentences<"quadrant"> = ({ value, inputs, derived, distance }) => [
  value === null
    ? "No quadrant: scores are missing."
    : `Quadrant ${quoted(columns.quadrants[value])}${derived ? "; nobody gave scores, they were worked out from the figures" : ""}.`,
  ...axis("attractiveness", inputs.attractiveness),
  ...axis("loyalty", inputs.loyalty),
  ...(distance?.score ? [`Another quadrant begins where ${flip(distance.score)}.`] : []),
];

// A score that meets the cut is high: it leaves the quadrant below the cut, not at it.
const flip = ({ header, from, to }: { header: string; from: number; to: number }): string =>
  to > from
    ? `${quoted(header)} rises from ${number(from, 1)} to ${number(to, 1)}`
    : `${quoted(header)} falls below ${number(to, 1)}; it is ${number(from, 1)}`;

const activity: Sentences<"activity"> = (explanation) => {
  const { value, unit, silence, limits, firstPurchase, lastPurchase, returned, next, inputs } = explanation;
  const name = columns.activity[value];
  const day = (start: string) => portfolio.periodName(unit, start);
  const basis = inputs.limit;
  const how = !basis
    ? []
    : basis.by === "own"
      ? [
          `Its ${plural(basis.count, { one: "interval", other: "intervals" })} between purchases: half are up to ${decimals(basis.median, unit)}, nine in ten up to ${decimals(basis.ninetieth, unit)}. Its longest usual pause is the larger of that and one and a half times the first: ${decimals(limits.silence, unit)}.`,
        ]
      : Number.isNaN(limits.silence)
        ? [
            `With ${plural(inputs.purchases.count, { one: "purchase", other: "purchases" })} it has no rhythm of its own, and all clients together have too few to compare with.`,
          ]
        : [
            `With ${plural(inputs.purchases.count, { one: "purchase", other: "purchases" })} it has no rhythm of its own: by that of all clients, or by its own longest pause, the longest usual pause is ${decimals(limits.silence, unit)}.`,
          ];
  const quiet =
    silence === 0 ? "it bought in the last period" : `it has been quiet for ${periods(silence, unit)}`;
  const decline = `${money(inputs.actual)} in the last ${periods(inputs.recent, unit)} against ${money(inputs.expected)} expected`;
  const why: Record<typeof value, string> = {
    potential: "no purchase stands in the list.",
    notEnoughHistory:
      inputs.known <= 3
        ? `the list knows only ${periods(inputs.known, unit)}.`
        : "too little is known of how often it buys.",
    new: `its first purchase was in ${firstPurchase && day(firstPurchase)}, within the last ${periods(inputs.recent, unit)}.`,
    oneOff: `it bought once, in ${firstPurchase && day(firstPurchase)}.`,
    lost: `${quiet}, more than twice its longest usual pause of ${decimals(limits.silence, unit)}; it last bought in ${lastPurchase && day(lastPurchase)}.`,
    atRisk: `${quiet}, longer than its longest usual pause of ${decimals(limits.silence, unit)}; it last bought in ${lastPurchase && day(lastPurchase)}.`,
    returned: returned
      ? `it bought again after ${periods(returned.silence, unit)} of silence, when its longest usual pause had been ${decimals(returned.limit, unit)}.`
      : "",
    declining: `it still buys, but ${decline}, and less than ever before in as many.`,
    active: `${quiet}; its longest usual pause is ${decimals(limits.silence, unit)}.`,
  };
  const due =
    next && value !== "lost"
      ? [
          next.at < 0.5
            ? "Its next purchase is due."
            : `Its next purchase is to be expected in about ${decimals(next.at, unit)}.`,
        ]
      : [];
  return [`${name}: ${why[value]}`, ...(value === "new" || value === "oneOff" ? [] : how), ...due];
};

const expected: Sentences<"expected"> = ({ value, unit, inputs, basis, recentPeriods, actual, limits }) => {
  if (!basis) {
    return [
      `No amount can be expected: that takes purchases over ${number(limits.fewest)} or more counted months or quarters.`,
    ];
  }
  const { others, ratio } = basis;
  return [
    `${money(value)} was to be expected in the last ${periods(recentPeriods, unit)}: ${basis.isSeasonal ? "the same time a year earlier" : "its time before"} (${span(inputs.base)}) brought ${money(inputs.base.sum / inputs.base.values.length)} a ${form(1, periodForms.en[unit])} on average, times ${number(recentPeriods)}, times ${number(ratio, 3)}.`,
    others.clients >= limits.fewestOthers
      ? `${number(ratio, 3)} is how the others, ${clients(others.clients)}, developed in that time.`
      : `Fewer than ${number(limits.fewestOthers)} other clients tell how the market went: it counts as 1.`,
    `It brought ${money(actual)}; below ${limit(limits.declineBelow)} of what was expected it counts as declining, if it never brought less before.`,
  ];
};

const atRisk: Sentences<"atRisk"> = ({ value, inputs, status: own, unit }) => {
  if (!inputs) return [`No money is counted as at risk: its activity is ${quoted(columns.activity[own])}.`];
  return "year" in inputs
    ? [
        `${money(value)} a year: what it bought in the year that ends with its last purchase (${span(inputs.year)}).`,
      ]
    : [
        `${money(value)} a year: expected ${money(inputs.expected.value)}, bought ${money(inputs.actual.value)} in ${periods(inputs.periods, unit)}, scaled to a year.`,
      ];
};

const profit: Sentences<"profit"> = ({ value, inputs, lossMaking, revenue }) => {
  if (Number.isNaN(value)) return ["Its profit is not known: a figure is missing, or could not be read."];
  const parts =
    "profit" in inputs
      ? `${money(value)}, as the profit column says.`
      : `${money(value)}: ${money(inputs.revenue.value)} of revenue less ${money(inputs.direct.value)} of cost${inputs.toServe ? ` and ${money(inputs.toServe.value)} to serve it` : ""}.`;
  const part = revenue > 0 && value > 0 ? [`That is ${percent(value / revenue)} of its revenue.`] : [];
  return [parts, ...part, ...(lossMaking ? ["It earns nothing: its profit is not above 0."] : [])];
};

const gap: Sentences<"gap"> = ({ value, inputs, limits }) => {
  const own = percent(inputs.amount.value / inputs.total.value, 2);
  if (value === null) return [`It brings ${own}; there are no others that could grow.`];
  if (value.amount === 0)
    return [`It brings ${own}, not above ${limit(limits.dependence)}: the others need not grow for it.`];
  return [
    `It brings ${own}. To bring it down to ${limit(limits.dependence)} without selling it less, the others have to grow by ${money(value.amount)}, ${percent(value.growth)} of what they bring.`,
  ];
};

const reason = (each: ReasonExplained): string => {
  const name = columns.reasons[each.reason];
  if (each.reason === "volume")
    return `${name}: it brings ${percent(each.share, 2)} (${columns.statuses[each.status]}).`;
  if (each.reason !== "potential") return `${name}: so it is marked in the list.`;
  return `${name}: it could buy ${money(each.potential.value)} and buys ${percent(each.wallet)} of that from us; with all of it, it would bring ${percent(each.grownShare, 2)}.`;
};

const reasons: Sentences<"reasons"> = ({ inputs }) =>
  inputs.reasons.length > 0
    ? inputs.reasons.map(reason)
    : ["No reason makes it a key client: neither its share, nor what it could buy, nor a mark in the list."];

const pin: Sentences<"pin"> = ({ value, inputs, contradicted }) => [
  `You decided: ${columns.pinned(columns.statuses[value], inputs.reason, inputs.until)}.`,
  contradicted
    ? `The figures say otherwise: ${columns.statuses[inputs.computed]}.`
    : "The figures say the same.",
];

const nextContact: Sentences<"nextContact"> = ({ value, inputs, overdue, asOf }) =>
  value === null || inputs.last === null
    ? ["The list knows no contact with it."]
    : [
        `Due on ${date(value)}: ${plural(inputs.days, periodForms.en.day)} after the last contact on ${date(inputs.last)}${inputs.negative ? ", which was a refusal" : ""} (rhythm of class ${inputs.abc}).`,
        overdue ? `That was before ${date(asOf)}: it is overdue.` : `On ${date(asOf)} it is not overdue.`,
      ];

const action: Sentences<"action"> = ({ value, advice: said, findings, inputs: { facts: known } }) => [
  value === "none"
    ? `${advice.action.none}: it is lost, and small by all that it ever bought (class ${known.wholeAbc}).`
    : `${advice.action[said]}.`,
  ...(known.lost && known.activity !== "lost"
    ? ["Too little is known of its rhythm: it counts as lost because it bought nothing in the last window."]
    : []),
  ...(findings.length > 1
    ? [
        `The most urgent finding decides. Also: ${inSentences(findings.slice(1).map((each) => advice.action[each]))}`,
      ]
    : value.startsWith("cell.")
      ? [`Nothing is urgent: class ${known.abc} by size and ${known.xyz} by steadiness decide.`]
      : value.startsWith("quadrant.")
        ? ["Nothing is urgent: its quadrant decides."]
        : []),
];

/** What each figure is; behind it a note on how to read it. */
const figures: Record<FigureName, string | readonly [string, string]> = {
  total: "All money of the list, rows without a client included",
  clients: "Clients of the list",
  keyByShare: "Clients that reach the key limit or one above it",
  keyShare: "What the clients that are key by share bring together",
  keyClients: "Clients with at least one reason to be key",
  largestShare: "Share of the largest client",
  hhi: ["Concentration (HHI)", "the squares of all shares added up; 10,000 = one client has all"],
  effectiveClients: ["So many clients of equal size would be as concentrated", "10,000 ÷ HHI"],
  cr1: "The largest client in all positive amounts",
  cr3: "The three largest clients in all positive amounts",
  cr5: "The five largest clients in all positive amounts",
  topFifthShare: "The largest fifth of the clients in all positive amounts",
  gini: ["Gini", "0 = all clients are equal, towards 1 = one has all"],
  opening: "Money of the earlier span",
  new: "Money of clients that bought for the first time",
  returned: "Money of clients that came back",
  growth: "What clients that buy more added",
  decline: "What clients that buy less took away",
  lost: "What clients that bought nothing any more took away",
  closing: "Money of the last span",
  netRetention: "What the clients of the earlier span bring now, of what they brought",
  grossRetention: "What was kept of the earlier span, growth not counted",
  clientsKept: "Clients that bought in both spans",
  buyingClients: ["Clients that bought in the last span", "kept, new and returned"],
  newClients: "Clients that bought for the first time in the last span",
  newAverage: "Money of a new client on average",
  purchasesPerClient: "Purchases per client",
  unprofitable: "Clients whose profit is not above 0",
  unprofitablePart: "Part of the clients whose profit is not above 0",
  earned: "What the profitable clients earn",
  consumed: "What the others consume of it",
  costToServePer100: "Cost to serve per 100 of revenue",
  atRiskTotal: ["Money at risk in a year", "of clients at risk and of those that buy less"],
  lostTotal: "What lost clients brought in a year",
  groupAmount: "Money of its clients",
  groupShare: "Its part of all money",
  groupClients: "Its clients",
  groupKeyClients: "Its key clients, by any reason",
  groupLargestShare: "Its largest client in its money",
  groupProfit: "Profit of its clients",
  groupAtRisk: "Its money at risk in a year",
  silenceWarned: "Losses that the alarm by silence warned of in time",
  silenceFalse: "Warnings by silence after which the client bought on as before",
  declineWarned: "Losses that a decline announced before any silence",
  declineFalse: "Warnings by decline after which the client bought on as before",
  allWarned: "Losses that an alarm by silence or decline warned of in time",
  allFalse: "Warnings by silence or decline after which the client bought on as before",
  plainWarned: "Losses that the plain rule (quiet for three periods) warned of in time",
  plainFalse: "Warnings of the plain rule after which the client bought on as before",
};

const numberOf = (count: number) => plural(count, { one: "amount", other: "amounts" });

function working(of: Working, figure: FigureName): string {
  switch (of.by) {
    case "sum": {
      const count = of.of.reduce((sum, each) => sum + each.count, 0);
      return count === 0
        ? "There is nothing to add up."
        : count === 1
          ? "It is a single figure."
          : `Sum of ${plural(count, { one: "figure", other: "figures" })}.`;
    }
    case "change":
      return of.of.count === 0
        ? "No client is of this kind."
        : `${clients(of.of.count)}: ${money(of.less.sum)} before, ${money(of.of.sum)} now.`;
    case "count":
      return of.of.count === 0
        ? "There are none."
        : `Counted one by one; together they bring ${money(of.of.sum)}.`;
    case "meets":
      return `${clients(of.tests[0].of.count)} were compared with the limits.`;
    case "part": {
      const [part, whole] = [of.of, of.whole].map((each) => ("values" in each ? each.sum : each.value));
      const dress =
        figure === "groupShare" || figure === "keyShare" || figure === "newAverage"
          ? money
          : (value: number) => number(value, 2);
      return `${dress(part)} of ${figure === "newAverage" ? number(whole) : dress(whole)}.`;
    }
    case "largest":
      return of.largest >= of.of.count
        ? `There ${form(of.of.count, { one: "is", other: "are" })} only ${numberOf(of.of.count)}, ${money(of.whole)} in sum.`
        : `The ${of.largest === 1 ? "largest" : `${number(of.largest)} largest`} of ${numberOf(of.of.count)}, ${money(of.whole)} in sum.`;
    case "squares":
    case "gini":
      return `Over ${numberOf(of.of.count)} above 0, ${money(of.of.sum)} in sum.`;
    case "inverse":
      return `10,000 ÷ ${number(of.of.value, 1)}.`;
    case "retained": {
      const signed = [
        ...of.plus.map(({ value }) => `+ ${money(value)}`),
        ...of.minus.map(({ value }) => `− ${money(value)}`),
      ].join(" ");
      return `(${money(of.first.value)} ${signed}) ÷ ${money(of.first.value)}.`;
    }
  }
}

function figure(explanation: FigureExplanation): string[] {
  const { figure: name, value, group, window, limits } = explanation;
  const { lowest, highest } = limits;
  const [what, note] = [figures[name]].flat();
  return [
    `${group ? `${group.name}. ` : ""}${what}: ${figureValue(name, value, numbersIn.en)}${note ? ` (${note})` : ""}.`,
    working(explanation.working, name),
    ...(window
      ? [
          `The last span is ${periods(window.periods, window.unit as PeriodUnit)}, the earlier one as long before it.`,
        ]
      : []),
    ...(highest === null
      ? []
      : lowest === null
        ? [`One manager can look after ${number(highest)} key clients.`]
        : [`${limit(lowest)} to ${limit(highest)} is usual.`]),
  ];
}

const sources: Record<RuleSource, string> = {
  DS: "Delovaya Sreda, 2023",
  KA: "Kolotilov, article",
  KI: "Kolotilov, interview 2012",
  WA: "womanadvice.ru, “Key clients”",
  GD: "General Director, 2017",
  MW: "McDonald and Woodburn, Cheverton",
  ASC: "ASC 280 / IFRS 8",
  ultschLoetsch: "Ultsch and Lötsch, 2015",
  own: "your own limits",
};

/** The card “Why?”: each figure in a few sentences. */
export const explanations = {
  title: "Why?",
  /** Heading of each figure of a client. */
  names: {
    amount: "Revenue",
    share: "Share",
    status: "Status",
    abc: "Size (ABC)",
    xyz: "Steadiness (XYZ)",
    quadrant: "Quadrant",
    activity: "Activity",
    expected: "Expected amount",
    atRisk: "Money at risk",
    profit: "Profit",
    gap: "Growth of the others",
    reasons: "Why a key client",
    pin: "Your decision",
    nextContact: "Next contact",
    action: "What to do",
  } satisfies Record<ClientFigure, string>,
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
  } as { [Kind in ClientFigure]: Sentences<Kind> },
  figure,
  /** Rule, limits in force and day, in one line. */
  frame: ({ sources: from, ruleSet, asOf }: Frame) =>
    [
      `Rule: ${from.length > 0 ? from.map((each) => sources[each]).join("; ") : "Keyfolio’s own"}`,
      `Limits: ${portfolio.presets[ruleSet.preset]}`,
      `As of ${date(asOf)}`,
    ].join(". ") + ".",
  /** On the card of a status cell. */
  cell: {
    moved: "Changed class",
    since: (change: string, day: string) => `${change} since ${date(day)}`,
    rules: "Rules",
  },
  all: "Everything about it",
  goTo: (address: string) => `Go to ${address}`,
  changed: "The list has changed since the sheet was written: this is what holds now.",
  unknownClient: "This client is not in the list any more.",
  severalClients: "Several clients have this name: select the row in the list.",
};
