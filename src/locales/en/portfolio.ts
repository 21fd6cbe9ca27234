import type { AbcClass, KeyStatus, Quadrant, XyzClass } from "../../portfolio/classification/classification";
import type { SteadinessRemedy } from "../../portfolio/classification/steadiness";
import type { KeyLimit, PresetName } from "../../portfolio/policy/policy";
import { numbersIn, type PluralForms } from "../wording/numbers";
import { periodForms } from "../wording/period-forms";
import { steadinessRemedy } from "./steadiness-remedy";
import { quotedIn } from "../wording/quotes";

const quoted = quotedIn.en;
const { number, scaled, percent, limit, date, month, plural, form } = numbersIn.en;

export type Base = "revenue" | "profit";

/** A limit of the key ladder, or of a cut, as the policy has it: a fraction. */
export interface LimitFact {
  value: number;
  inclusive: boolean;
}

/** A client in a sentence: its name (text of the user) and its share as a fraction. */
export interface ClientFact {
  name: string;
  share: number;
}

/** Clients of one class: how many, and their share of the base. */
export interface ClassFact {
  clients: number;
  share: number;
}

export interface PeriodsFact {
  unit: "day" | "week" | "month" | "quarter" | "half" | "year";
  /** ISO day on which the first and the last counted period begin, and the last one ends. */
  first: string;
  last: string;
  end: string;
  count: number;
}

const clientForms: PluralForms = { one: "client", other: "clients" };

export const isOne = (effective: number) => effective < 1.05;
export const equals = (effective: number) => number(effective, effective < 100 ? 1 : 0);
export const clients = (count: number) => plural(count, clientForms);
const limitText = ({ value, inclusive }: LimitFact) => `${inclusive ? "≥" : ">"} ${limit(value)}`;
const keyText = (key: KeyLimit) =>
  "top" in key
    ? `the ${number(key.top)} largest`
    : "amount" in key
      ? `${key.amount.inclusive ? "≥" : ">"} ${scaled(key.amount.value)}`
      : limitText(key);
export const reachText = (key: KeyLimit, base: Base) => {
  if ("top" in key) return "anything";
  if (!("amount" in key)) return `${overText(key)} of ${base}`;
  const { value, inclusive } = key.amount;
  return inclusive ? `${scaled(value)} or more of ${base}` : `more than ${scaled(value)} of ${base}`;
};
const overText = ({ value, inclusive }: LimitFact) =>
  inclusive ? `${limit(value)} or more` : `more than ${limit(value)}`;
/** What concentration is taken of: all of the base, or the positive amounts of clients where that is something else. */
export const poolText = (base: Base, isWhole: boolean) => (isWhole ? base : `the clients’ positive ${base}`);
export const named = ({ name, share }: ClientFact) => `${name} (${percent(share)})`;

const quarterOf = (day: string) => Math.ceil(Number(day.slice(5, 7)) / 3);

function periodName(unit: PeriodsFact["unit"], start: string): string {
  const year = start.slice(0, 4);
  switch (unit) {
    case "year":
      return year;
    case "half":
      return `H${quarterOf(start) > 2 ? 2 : 1} ${year}`;
    case "quarter":
      return `Q${quarterOf(start)} ${year}`;
    case "month":
      return month(start);
    default:
      return date(start);
  }
}

function periodRange({ unit, first, last, end, count }: PeriodsFact): string {
  const length = plural(count, periodForms.en[unit]);
  if (unit === "day" || unit === "week") return `${date(first)} – ${date(end)} (${length})`;
  if (count === 1) return periodName(unit, first);
  return `${periodName(unit, first)} – ${periodName(unit, last)} (${length})`;
}

/** The words for clients, classes and figures that pane and report share. Numbers come in as facts and leave dressed. */
export const portfolio = {
  periodRange,
  periodName,
  quadrant: "Quadrant",
  /** Quadrants beside other classes: names in quotation marks, so that “Key” is not read as a key client. */
  quadrantNames: {
    key: "“Key”",
    development: "“Development”",
    maintenance: "“Maintenance”",
    opportunistic: "“Opportunistic”",
  } satisfies Record<Quadrant, string>,
  /** Rungs of the ladder where clients are counted by them: the word “key” alone stands for all who are key by share. */
  rungs: {
    regular: "Regular",
    key: "Key, no dependence",
    dependence: "Dependence",
    mono: "Mono-client",
  } satisfies Record<KeyStatus, string>,
  abc: { A: "A · large", B: "B · medium", C: "C · small" } satisfies Record<AbcClass, string>,
  xyz: {
    X: "X · steady",
    Y: "Y · fluctuating",
    Z: "Z · irregular",
    N: "N · little history",
  } satisfies Record<XyzClass, string>,
  presets: {
    "delovaya-sreda-2023": "Delovaya Sreda, 2023",
    "kolotilov-article": "Kolotilov, article",
    "kolotilov-2012": "Kolotilov, interview 2012",
    "asc-280": "ASC 280 / IFRS 8",
    own: "Own limits",
  } satisfies Record<PresetName, string>,
  ladder: (preset: string, key: KeyLimit, dependence: LimitFact | null, mono: LimitFact | null) =>
    `${preset}: key ${keyText(key)}` +
    (dependence ? `, dependence ${limitText(dependence)}` : "") +
    (mono ? `, mono-client ${limitText(mono)}` : ""),
  tiles: {
    clients: "Clients",
    clientsNote: (a: number) => `${clients(a)} in class A`,
    total: { revenue: "Revenue", profit: "Profit" } satisfies Record<Base, string>,
    totalNote: (perClient: number) => `${scaled(perClient)} per client on average`,
    key: "Key by share",
    keyNote: (share: number, base: Base) => `with ${percent(share)} of ${base}`,
    noKeyNote: (key: KeyLimit, base: Base) => `nobody brings ${reachText(key, base)}`,
    largest: "Largest client",
    largestNote: (name: string, status: string) => `${name} · ${status}`,
    concentration: "Concentration (HHI)",
    concentrationNote: (effective: number) =>
      isOne(effective) ? "like a single client" : `like ${equals(effective)} clients of equal size`,
    topFifth: "Top 20% of clients",
    topFifthNote: (base: Base, isWhole: boolean) => `share of ${poolText(base, isWhole)}`,
    irregular: "Irregular (class Z)",
    irregularNote: (newcomers: number) =>
      newcomers > 0
        ? `${number(newcomers)} more without enough history (N)`
        : "clients; all have enough history",
    quadrantKey: "Quadrant “Key”",
    quadrantKeyNote: (share: number, base: Base) => `clients, ${percent(share)} of ${base}`,
    topThree: "Three largest",
    topThreeNote: (base: Base, isWhole: boolean) => `share of ${poolText(base, isWhole)}`,
    atRisk: "At risk in a year",
    atRiskNote: (atRisk: number, declining: number, lost: number, lostMoney: number) =>
      [
        `${number(atRisk)} at risk, ${number(declining)} declining`,
        ...(lost > 0 ? [`lost: ${number(lost)} (${scaled(lostMoney)})`] : []),
      ].join("; "),
  },
  notes: {
    fewClients: (count: number) =>
      `There are only ${clients(count)}: among so few, somebody always reaches 10%, and being key says little.`,
    littleHistory: (part: number) =>
      `${percent(part)} of the clients have too little history to say how steadily they buy.`,
    oneXyzClass: (xyzClass: XyzClass, part: number, remedies: readonly SteadinessRemedy[]) =>
      `${part === 1 ? "All clients" : `${percent(part)} of the clients`} are in class ${xyzClass}: the XYZ limits do not tell them apart, ` +
      (remedies.length === 0
        ? "nor would wider limits, quarters or how often they buy."
        : `others would: ${remedies.map(({ change, counts }) => steadinessRemedy(change, counts)).join("; ")}.`),
    missingPeriods: (count: number) =>
      `${plural(count, { one: "period is", other: "periods are" })} missing between the first and the last one: steadiness is judged without ${form(count, { one: "it", other: "them" })}, and silence goes by the calendar.`,
    expectedFigures: (said: string) =>
      `${quoted(said)}: this list holds what is planned, not what was sold. Read “revenue” and “clients” as those of the plan.`,
    moneyWithoutClient: (amount: number, rows: number, share: number) =>
      `${scaled(amount)} (${percent(share)} of revenue) ${form(rows, { one: "stands in a row", other: `stand in ${number(rows)} rows` })} without a client: it counts in the total, but belongs to nobody.`,
    negativesLeftOut: (amount: number, count: number, share: number) =>
      `${clients(count)} ${form(count, { one: "has", other: "have" })} a negative amount (${scaled(amount)} together): left out of ABC and concentration, which are taken over positive amounts (${percent(share)} of them).`,
    losses: (losses: number, count: number, share: number) =>
      `${clients(count)} ${form(count, { one: "loses", other: "lose" })} ${scaled(losses)}, ${percent(share)} of what the others earn: shares of net profit are larger than what each client earns.`,
    profitUnknown: (count: number) =>
      `The profit of ${clients(count)} is not known; they count as 0 in shares of profit.`,
    profitOfOtherPeriods: (revenue: string, profit: string) =>
      `Revenue covers ${revenue}, profit covers ${profit}: the list gives profit and costs for its whole time, and they cannot be split by period. Compare shares and classes, not the amounts.`,
    fallbackToRevenue: (totalProfit: number | null) =>
      totalProfit === null
        ? "Profit was chosen as the base, but the list has neither profit nor direct costs: everything was computed from revenue."
        : `Profit was chosen as the base, but it is not positive in total (${scaled(totalProfit)}): everything was computed from revenue.`,
  },
};
