import type { WhyNoMoney } from "../../problem";
import type { ColumnFacts } from "../column-facts";
import {
  areTwins,
  growInEveryRow,
  relationsOf,
  sumsOthers,
  type Product,
  type Sum,
  repeatsSums,
} from "./column-relations";
import { areAgedDebts, isAgedDebt } from "../headers/aged-debts";
import { type FigureTime, figureTimeOf } from "../headers/figure-time";
import { notAClient, rowNumber } from "../headers/header-rules";
import { headerWords } from "../headers/header-words";
import { currencyColumnOf, isInOneCurrency } from "../headers/own-currency";
import type { Role } from "../mapping";
import { moneyHeader, type MoneyHeader } from "../headers/money-header";

/** Columns as a proposal sees them; the arrays run over the columns of the list. */
export interface ProposedColumns {
  headers: readonly string[];
  /** Columns without a header: their letters stand in for it. */
  nameless: readonly boolean[];
  facts: readonly ColumnFacts[];
  /** Roles given so far; this and what it is called by may change them. */
  roles: (Role | null)[];
  /** Columns whose header names a total of the others. */
  totals: readonly boolean[];
}

/** Which column is the revenue. */
export interface AmountProposal {
  /** Position; null when none is, or when the periods are the better answer. */
  amount: number | null;
  /** Columns that may be meant too, the likeliest first. */
  rivals: readonly number[];
  /** Whether the choice between them is clear, and only worth a word: net before gross. */
  decided: boolean;
}

interface Candidate {
  at: number;
  score: number;
  header: Extract<MoneyHeader, { kind: "money" }> | null;
  /** The time that the header names, where it names no more. */
  time: FigureTime | null;
}

/** Score of a column that says of itself only that it is a total, and of one that says nothing. */
const bareTotal = 3.9;
const nameless = 0.5;
/** Of figures of a time: a year holds its halves, nine months two quarters, so that the longest leads by a clear one. */
const ofTime = ({ months }: FigureTime): number => 5 + Math.min(months, 24) / 3;
/** By how much the first must lead to be taken without a question. */
const clearLead = 1;

/**
 * Finds the column of the revenue by what headers and numbers say, whatever the order of the columns (reading §2). Gives a
 * column that turns out to be the revenue less costs the role profit, and takes the role of returns from a column that the
 * revenue does without already.
 */
export function proposeAmount(columns: ProposedColumns): AmountProposal {
  const { headers, facts, roles } = columns;
  const periods = roles.flatMap((role, at) => (role === "period" ? [at] : []));
  const candidates = candidatesOf(columns, periods.length);
  const numeric = facts.flatMap(({ content }, at) =>
    content === "numbers" && roles[at] !== "period" ? [at] : [],
  );
  const relations = relationsOf(facts, numeric);
  const pool = candidates.map(({ at }) => at);
  for (const candidate of candidates) {
    candidate.score += valueOf(facts[candidate.at], candidate.header);
    candidate.score += ofProducts(candidate.at, relations.products, columns);
    const others = pool.filter((other) => other !== candidate.at);
    if (pool.some((other) => other !== candidate.at && repeatsSums(facts[candidate.at], facts[other])))
      candidate.score -= 8;
    if (pool.length > 2 && sumsOthers(facts, candidate.at, others)) candidate.score += 3;
  }
  if (hasCurrencies(columns))
    for (const candidate of candidates) {
      if (isInOneCurrency(headers[candidate.at], headers) && !saysSeveral(candidate.at, columns))
        candidate.score += 3;
    }
  for (const sum of relations.sums) weighSum(sum, candidates, columns);
  candidates.sort((a, b) => b.score - a.score || a.at - b.at);
  const [first, ...others] = candidates;
  if (!first) return { amount: fallback(columns, periods, numeric), rivals: [], decided: true };
  if (periods.length === 1 && first.header === null) {
    const isLonger = (first.time?.months ?? 0) > (figureTimeOf(headers[periods[0]])?.months ?? 0);
    if (!isLonger) return { amount: periods[0], rivals: [], decided: true };
    // What was bought since the beginning of the year holds the month beside it.
    roles[periods[0]] = null;
  }

  const different = others.filter(({ at }) => !areTwins(facts[at], facts[first.at]));
  const isOtherYear = ({ time }: Candidate) =>
    time !== null && first.time !== null && time.year !== first.time.year;
  const rivals = different.filter((other) => other.score > first.score - clearLead || isOtherYear(other));
  const last = lastOfRunning([first, ...rivals], facts);
  if (last !== null) return { amount: last, rivals: [], decided: true };
  if (rivals.length > 0 && periods.length > 1) return { amount: null, rivals: [], decided: true };
  settleReturns(first, relations.sums, columns);
  if (rivals.length > 0) return { amount: first.at, rivals: rivals.map(({ at }) => at), decided: false };
  const gross = different.filter(
    ({ at, header }) =>
      (first.header?.side === "net" && header?.side === "gross") ||
      relations.sums.some(
        ({ whole, parts }) =>
          whole === at && parts.includes(first.at) && reasonOf(otherOf(parts, first.at), headers) === "tax",
      ),
  );
  return { amount: first.at, rivals: gross.map(({ at }) => at), decided: true };
}

/** Of sums since the beginning of a year the one that holds all others; null where the columns are no such sums. */
function lastOfRunning(candidates: readonly Candidate[], facts: readonly ColumnFacts[]): number | null {
  const [first] = candidates;
  const isOneYear = candidates.every(({ time }) => time && time.year === first.time?.year);
  const inTime = [...candidates].sort((a, b) => (a.time?.end ?? 0) - (b.time?.end ?? 0));
  const isRow = inTime.every(({ time }, i) => i === 0 || time?.end !== inTime[i - 1].time?.end);
  const columns = inTime.map(({ at }) => at);
  return isOneYear && isRow && growInEveryRow(facts, columns) ? columns[columns.length - 1] : null;
}

function candidatesOf({ headers, facts, roles, totals }: ProposedColumns, periods: number): Candidate[] {
  const isListEmpty = facts.every(({ content }) => content === "empty");
  const isDebts = areAgedDebts(headers);
  // Beside N-1 the letter is the current year, and else a number of rows.
  const isYear = (text: string) => text === "n" && headers.some((header) => yearBefore.test(header));
  const periodHeaders = headers.filter((_, at) => roles[at] === "period");
  return headers.flatMap((header, at): Candidate[] => {
    const { content, count, why } = facts[at];
    if (roles[at] !== null || (content !== "numbers" && !(isListEmpty && content === "empty"))) return [];
    if (isDebts && isAgedDebt(header)) return [];
    const text = headerWords(header);
    const money = moneyHeader(text);
    if (money?.kind === "none" || (rowNumber.test(text) && !isYear(text))) return [];
    if (totals[at] && periods > 1) return [];
    const time = figureTimeOf(header);
    // Nine months beside the four quarters are a part of them.
    if (money && periods > 1 && (time || isOtherVersion(header, periodHeaders))) return [];
    if (money) return [{ at, score: time ? ofTime(time) : money.strength, header: money, time }];
    if (periods > 1 || count === 0) return [];
    if (time) return [{ at, score: ofTime(time), header: null, time }];
    if (totals[at]) return [{ at, score: bareTotal, header: null, time }];
    return why === null && !notAClient.test(text) ? [{ at, score: nameless, header: null, time }] : [];
  });
}

/** Whether a header names the same year as one of the periods, and no other: `2025 Sales (constant FX)` beside `2025 Sales`. */
function isOtherVersion(header: string, periods: readonly string[]): boolean {
  const [year, ...others] = new Set(header.match(fullYears) ?? []);
  return year !== undefined && others.length === 0 && periods.some((period) => period.includes(year));
}

const fullYears = /(?<!\d)20\d{2}(?!\d)/g;

const yearBefore = /^\s*n ?[-–−] ?[1-9]\s*$/i;

/** Whether the column that says the currency of a column of money says several. */
function saysSeveral(at: number, { headers, facts }: ProposedColumns): boolean {
  const own = currencyColumnOf(headers[at], headers);
  return own !== null && new Set(facts[headers.indexOf(own)].texts.filter((text) => text !== null)).size > 1;
}

/** Whether the rows name several currencies: amounts in them cannot be added up as they are. */
function hasCurrencies({ facts, roles }: ProposedColumns): boolean {
  const at = roles.indexOf("currency");
  return at >= 0 && new Set(facts[at].texts.filter((text) => text !== null)).size > 1;
}

/** What the numbers of a column say for and against money. */
function valueOf(facts: ColumnFacts, header: Candidate["header"]): number {
  if (facts.isZero) return -5;
  let value = 0;
  if (facts.cents >= 0.2) value += 0.75;
  if (facts.hasCurrency) value += 0.75;
  if (facts.isTotalled !== null) value += facts.isTotalled ? 0.25 : -0.75;
  if (facts.isScored && facts.count > 2) value -= 0.75;
  if (facts.why !== null && header !== null && header.strength < 6) value -= 2;
  return value;
}

function ofProducts(at: number, products: readonly Product[], { headers }: ProposedColumns): number {
  return products.reduce((most, { product, factors }) => {
    if (product !== at) return most;
    const reasons = factors.map((factor) => reasonOf(factor, headers));
    const isNamed = reasons.includes("price") || reasons.includes("quantity");
    return Math.max(most, isNamed ? 4 : 1.5);
  }, 0);
}

/** Lets `whole = part + other` speak: revenue = costs + margin, gross = net + tax, before discount = after + discount. */
function weighSum(
  { whole, parts }: Sum,
  candidates: readonly Candidate[],
  { headers, roles }: ProposedColumns,
): void {
  const candidate = (at: number) => candidates.find((each) => each.at === at);
  for (const part of parts) {
    const rest = candidate(otherOf(parts, part));
    const why = reasonOf(part, headers);
    const isCost = why === "cost" || roles[part] === "cost" || roles[part] === "costToServe";
    const revenue = candidate(whole);
    if (isCost && revenue && rest && isCharged(part, rest, revenue, headers)) {
      // What the client pays for the way is no cost of it.
      if (roles[part] === "costToServe") roles[part] = null;
      rest.score = Math.max(rest.score, revenue.score + clearLead);
    } else if (isCost && revenue) {
      revenue.score += 2;
      if (!rest) continue;
      rest.score -= 5;
      if (!roles.includes("profit")) roles[rest.at] = "profit";
    } else if (why === "profit" && revenue) revenue.score += 1;
    else if ((why === "tax" || why === "discount") && rest) {
      // What is left after it is the net of the two, whatever they are called.
      const netLeads = why === "discount" && revenue ? revenue.score + clearLead : 0;
      rest.score = Math.max(rest.score + 1, netLeads);
    }
  }
}

const charged =
  /(?<![a-zа-я])(?:re)?(?:charged|billed|invoiced|income|выставлен[а-я]*|возмещ[а-я]*)(?![a-zа-я])/;
const withCharges =
  /(?<![a-zа-я])(?:invoiced?|billed|incl|including|with|с доставкой|с учетом доставки|включая доставку|к оплате)(?![a-zа-я])/;
const withoutCharges = /(?<![a-zа-я])(?:excl|excluding|ex|without|before|без)(?![a-zа-я])/;
/** Strength of a header that names sales or revenue. */
const namedSales = 8;

/** Whether what is called a cost is charged to the client: `Net sales` + `Freight billed` = `Total invoiced`. */
function isCharged(part: number, rest: Candidate, whole: Candidate, headers: readonly string[]): boolean {
  if ((rest.header?.strength ?? 0) < namedSales) return false;
  const [of, own, all] = [part, rest.at, whole.at].map((at) => headerWords(headers[at]));
  return charged.test(of) || (withCharges.test(all) && !withCharges.test(own)) || withoutCharges.test(own);
}

/** Returns are not taken off twice. */
function settleReturns(amount: Candidate, sums: readonly Sum[], { roles, facts }: ProposedColumns): void {
  const returns = roles.indexOf("returns");
  if (returns < 0) return;
  // Sales = net + returns; with returns below zero, net = sales + returns.
  const isBelowZero = facts[returns].sample.some((number) => number < 0);
  const isLess = sums.some(
    ({ whole, parts }) =>
      parts.includes(returns) && (isBelowZero ? whole : otherOf(parts, returns)) === amount.at,
  );
  if (amount.header?.lessReturns || isLess) roles[returns] = null;
}

function fallback(
  { roles, facts, headers }: ProposedColumns,
  periods: readonly number[],
  numeric: readonly number[],
): number | null {
  // One period is no history: "2026" beside the names is simply what they bought.
  if (periods.length === 1) return periods[0];
  if (periods.length > 1) return null;
  // Programs for deals call what a deal is worth its budget.
  const budgets = numeric.filter((at) => roles[at] === null && budget.test(headerWords(headers[at])));
  if (budgets.length === 1 && roles.includes("lineStatus")) return budgets[0];
  const profits = numeric.filter((at) => roles[at] === "profit" && facts[at].content === "numbers");
  return profits.length === 1 ? profits[0] : null;
}

const budget = /^(?:бюджет|budget)(?: (?:сделки|of deal|₽|руб|rub|usd|eur|\$|€))*$/;

const otherOf = (parts: readonly [number, number], part: number): number =>
  parts[0] === part ? parts[1] : parts[0];

function reasonOf(at: number, headers: readonly string[]): WhyNoMoney | null {
  const header = moneyHeader(headerWords(headers[at]));
  return header?.kind === "none" ? header.why : null;
}
