/**
 * Figures from nothing but what an explanation says went in: written anew in plain arithmetic, so that an explanation that
 * leaves something out, or names a wrong limit, is found.
 */
import type { ClientExplanation, FigureExplanation, Many, One } from "../../../src/portfolio/explanations";

type Ofkind<Kind extends ClientExplanation["kind"]> = Extract<ClientExplanation, { kind: Kind }>;

const sum = (values: ArrayLike<number>) => Array.from(values).reduce((all, value) => all + value, 0);
const slack = (a: number, b: number) => 1e-9 * Math.max(1, Math.abs(a), Math.abs(b));
const reaches = (value: number, { value: limit, inclusive }: { value: number; inclusive: boolean }) => {
  const tiny = 1e-12 * Math.max(1, Math.abs(value), Math.abs(limit));
  return inclusive ? value - limit >= -tiny : value - limit > tiny;
};
const over = (value: number, limit: number) => reaches(value, { value: limit, inclusive: false });
const from = (value: number, limit: number) => reaches(value, { value: limit, inclusive: true });
const numbers = (of: Many | One) => ("values" in of ? Array.from(of.values) : [of.value]);

/** Quantile by linear interpolation (type 7). */
function quantile(values: readonly number[], part: number): number {
  const ascending = [...values].sort((a, b) => a - b);
  const at = (ascending.length - 1) * part;
  const below = Math.floor(at);
  const next = ascending[Math.min(below + 1, ascending.length - 1)];
  return ascending[below] + (at - below) * (next - ascending[below]);
}

const spread = (counts: ArrayLike<number>) =>
  Array.from(counts).flatMap((count, length) => new Array<number>(count).fill(length));

const limitOf = (intervals: readonly number[]) =>
  Math.max(quantile(intervals, 0.9), 1.5 * quantile(intervals, 0.5), 1);

function status({ inputs: { share, amount }, limits }: Ofkind<"status">) {
  if (limits.mono && reaches(share.value, limits.mono)) return "mono";
  if (limits.dependence && reaches(share.value, limits.dependence)) return "dependence";
  return reaches(limits.key.by === "share" ? share.value : amount.value, limits.key.limit)
    ? "key"
    : "regular";
}

function abcClass({ inputs, limits }: Ofkind<"abc">) {
  const amount = inputs.amount.value;
  const { aLimit, bLimit, crossing, borders } = limits;
  if (!(amount > 0)) return "C";
  if (limits.limits === "computed") {
    if (borders.a !== null && amount >= borders.a) return "A";
    return borders.b !== null && amount >= borders.b ? "B" : "C";
  }
  const pool = Array.from(inputs.amounts.values).filter((each) => each > 0);
  const larger = sum(pool.filter((each) => each > amount)) / sum(pool);
  const including = sum(pool.filter((each) => each >= amount)) / sum(pool);
  const within = (limit: number) => (crossing === "up" ? !from(larger, limit) : !over(including, limit));
  return within(aLimit) ? "A" : within(bLimit) ? "B" : "C";
}

function xyz({ inputs: { counted }, method, deviation, limits }: Ofkind<"xyz">) {
  const values = Array.from(counted.values);
  const mean = sum(values) / values.length;
  if (values.length < limits.fewest || !(mean > 1e-9)) return { value: "N", measure: null };
  if (method === "frequency") {
    const measure = values.filter((value) => value > 0).length / values.length;
    return { value: from(measure, limits.xLimit) ? "X" : from(measure, limits.yLimit) ? "Y" : "Z", measure };
  }
  const squares = sum(values.map((value) => (value - mean) ** 2));
  const measure = Math.sqrt(squares / (values.length - (deviation === "sample" ? 1 : 0))) / mean;
  return { value: !over(measure, limits.xLimit) ? "X" : !over(measure, limits.yLimit) ? "Y" : "Z", measure };
}

type Axis = Ofkind<"quadrant">["inputs"]["loyalty"];

function axisScore({ criteria, facts }: Axis, scale: { lowest: number; highest: number }): number {
  if (facts.length > 0) {
    const scores = facts.flatMap(({ value, all }) => {
      if (Number.isNaN(value)) return [];
      const known = Array.from(all.values).filter((each) => !Number.isNaN(each));
      if (known.length === 1) return [(scale.lowest + scale.highest) / 2];
      const below = known.filter((each) => each < value).length;
      const same = known.filter((each) => each === value).length;
      return [
        scale.lowest + ((scale.highest - scale.lowest) * (below + (same - 1) / 2)) / (known.length - 1),
      ];
    });
    return scores.length > 0 ? sum(scores) / scores.length : NaN;
  }
  const given = criteria.filter(({ score, weight }) => score !== null && weight > 0);
  return sum(given.map(({ score, weight }) => score! * weight)) / sum(given.map(({ weight }) => weight));
}

function cutOf({ cutRule, others }: Axis, scale: { lowest: number; highest: number }): number {
  if (typeof cutRule === "number") return cutRule;
  if (cutRule === "middle") return (scale.lowest + scale.highest) / 2;
  const known = Array.from(others!.values).filter((each) => !Number.isNaN(each));
  if (known.length === 0) return NaN;
  return cutRule === "mean" ? sum(known) / known.length : quantile(known, 0.5);
}

function quadrant({ inputs, scale }: Ofkind<"quadrant">) {
  const high = (axis: Axis) => {
    const score = axisScore(axis, scale);
    return Number.isNaN(score) ? null : from(score, cutOf(axis, scale));
  };
  const [attractive, loyal] = [high(inputs.attractiveness), high(inputs.loyalty)];
  if (attractive === null || loyal === null) return null;
  if (attractive) return loyal ? "key" : "development";
  return loyal ? "maintenance" : "opportunistic";
}

function activity({ inputs, limits }: Ofkind<"activity">) {
  const bought = Array.from(inputs.purchases.values);
  const { known, recent } = inputs;
  const count = bought.length;
  const between = (until: number) => bought.slice(1, until).map((at, i) => at - bought[i]);
  const limit = (until: number) =>
    until < 2 ? NaN : until >= 5 ? limitOf(between(until)) : Math.max(commonOf(), ...between(until));
  const commonOf = () => {
    const all = spread(inputs.common.counts);
    return all.length < 20 ? NaN : limitOf(all);
  };
  if (count === 0) return "potential";
  if (known <= 3) return "notEnoughHistory";
  if (bought[0] >= known - recent) return "new";
  if (count === 1) return "oneOff";
  const own = limit(count);
  if (Number.isNaN(own)) return "notEnoughHistory";
  const silence = known - 1 - bought[count - 1];
  if (over(silence, 2 * own)) return "lost";
  if (over(silence, own)) return "atRisk";
  for (let i = count - 1; i >= 2 && bought[i] >= known - recent; i--) {
    if (over(bought[i] - bought[i - 1] - 1, 2 * limit(i))) return "returned";
  }
  const { expected, actual, earlierRuns } = inputs;
  const falls = !Number.isNaN(expected) && over(limits.declineBelow, actual / expected);
  return falls && earlierRuns.every((earlier) => over(earlier, actual)) ? "declining" : "active";
}

function expectedAmount({
  inputs: { base, recent, others },
  recentPeriods,
  basis,
  limits,
}: Ofkind<"expected">) {
  if (!basis) return NaN;
  const length = base.values.length;
  const market = others.base / length;
  const known = others.clients >= limits.fewestOthers && market > 0 && others.recent > 0;
  const ratio = known ? others.recent / (market * recent.values.length) : 1;
  return (sum(base.values) / length) * recentPeriods * ratio;
}

function atRisk({ inputs }: Ofkind<"atRisk">) {
  if (!inputs) return 0;
  if ("year" in inputs) return sum(inputs.year.values);
  return ((inputs.expected.value - inputs.actual.value) / inputs.periods) * inputs.ofYear;
}

function profit({ inputs }: Ofkind<"profit">) {
  if ("profit" in inputs) return inputs.profit.value;
  return inputs.revenue.value - inputs.direct.value - (inputs.toServe?.value ?? 0);
}

function gap({ inputs: { amount, total }, limits }: Ofkind<"gap">) {
  if (!over(amount.value / total.value, limits.dependence)) return { amount: 0, growth: 0 };
  const others = total.value - amount.value;
  if (!(others > slack(total.value, 0))) return null;
  const more = amount.value / limits.dependence - total.value;
  return { amount: more, growth: more / others };
}

function reasons({ inputs, limits }: Ofkind<"reasons">) {
  return inputs.reasons.flatMap((each) => {
    if (each.reason === "volume") return each.status === "regular" ? [] : [each.reason];
    if (each.reason !== "potential") return [each.reason];
    const [amount, potential] = [each.amount.value, each.potential.value];
    const share = potential / (each.total + potential - amount);
    const holds =
      !from(amount / potential, limits.wallet) &&
      reaches(limits.key.by === "share" ? share : potential, limits.key.limit);
    return holds ? [each.reason] : [];
  });
}

function nextContact({ inputs: { last, days } }: Ofkind<"nextContact">) {
  if (last === null) return null;
  return new Date(Date.parse(last) + days * 86_400_000).toISOString().slice(0, 10);
}

function actions({ inputs: { facts } }: Ofkind<"action">): string[] {
  if (facts.lost) return [facts.wholeAbc === "C" ? "none" : "lost"];
  const urgent = [
    ...(facts.activity === "atRisk" ? ["atRisk"] : []),
    ...(facts.lossMaking ? ["lossMaking"] : []),
  ];
  return [
    ...urgent,
    ...(facts.isKey && facts.contactOverdue ? ["contact"] : []),
    ...(facts.status === "mono" || facts.status === "dependence" ? ["reduceDependence"] : []),
    ...(facts.activity === "declining" ? ["declining"] : []),
    ...(urgent.length > 0
      ? []
      : [facts.quadrant ? `quadrant.${facts.quadrant}` : `cell.${facts.abc}${facts.xyz}`]),
  ];
}

/** What an explanation of a client explains, from its own inputs. */
export function recomputed(explanation: ClientExplanation): unknown {
  switch (explanation.kind) {
    case "amount":
      return "periods" in explanation.inputs
        ? sum(explanation.inputs.periods.values)
        : explanation.inputs.column.value;
    case "share":
      return explanation.inputs.amount.value / explanation.inputs.total.value;
    case "status":
      return status(explanation);
    case "abc":
      return abcClass(explanation);
    case "xyz":
      return xyz(explanation).value;
    case "quadrant":
      return quadrant(explanation);
    case "activity":
      return activity(explanation);
    case "expected":
      return expectedAmount(explanation);
    case "atRisk":
      return atRisk(explanation);
    case "profit":
      return profit(explanation);
    case "gap":
      return gap(explanation);
    case "reasons":
      return reasons(explanation);
    case "pin":
      return explanation.value;
    case "nextContact":
      return nextContact(explanation);
    case "action":
      return actions(explanation)[0];
  }
}

/** The measures beside the value that can be computed too: those of steadiness, of an axis, of what else is to be done. */
export function recomputedBeside(explanation: ClientExplanation): readonly (readonly [unknown, unknown])[] {
  switch (explanation.kind) {
    case "xyz":
      return [[explanation.measure, xyz(explanation).measure]];
    case "quadrant":
      return [
        [
          explanation.inputs.attractiveness.score,
          axisScore(explanation.inputs.attractiveness, explanation.scale),
        ],
        [explanation.inputs.loyalty.score, axisScore(explanation.inputs.loyalty, explanation.scale)],
      ];
    case "action":
      return [[explanation.findings, actions(explanation)]];
    case "abc": {
      const { place, inputs, pool } = explanation;
      const above = Array.from(inputs.amounts.values).filter(
        (each) => each > Math.max(0, inputs.amount.value),
      );
      return [
        [pool, sum(Array.from(inputs.amounts.values).filter((each) => each > 0))],
        ...(place ? [[place.larger, { count: above.length, sum: sum(above) }] as const] : []),
      ];
    }
    default:
      return [];
  }
}

/** The same for a figure of the report. */
export function recomputedFigure({ working }: FigureExplanation): number {
  switch (working.by) {
    case "sum":
      return sum(working.of.map((of) => sum(of.values)));
    case "change":
      return (sum(working.of.values) - sum(working.less.values)) * working.sign;
    case "count":
      return working.of.values.length;
    case "meets":
      return Array.from(working.tests[0].of.values).filter((_, client) =>
        working.tests.some(({ of, limit }) => reaches(of.values[client], limit)),
      ).length;
    case "part":
      return (working.times * sum(numbers(working.of))) / sum(numbers(working.whole));
    case "largest": {
      const descending = Array.from(working.of.values).sort((a, b) => b - a);
      return sum(descending.slice(0, working.largest)) / working.whole;
    }
    case "squares": {
      const pool = sum(working.of.values);
      return 10_000 * sum(Array.from(working.of.values, (value) => (value / pool) ** 2));
    }
    case "inverse":
      return 10_000 / working.of.value;
    case "gini": {
      const ascending = Array.from(working.of.values).sort((a, b) => a - b);
      const n = ascending.length;
      return (2 * sum(ascending.map((value, i) => (i + 1) * value))) / (n * sum(ascending)) - (n + 1) / n;
    }
    case "retained": {
      const { first, plus, minus } = working;
      const flows = sum(plus.map(({ value }) => value)) - sum(minus.map(({ value }) => value));
      return (first.value + flows) / first.value;
    }
  }
}

/** Whether two figures are the same but for rounding: numbers to 1e-9 of the larger, everything else exactly. */
export function isSame(a: unknown, b: unknown): boolean {
  if (typeof a === "number" && typeof b === "number") {
    return (Number.isNaN(a) && Number.isNaN(b)) || Math.abs(a - b) <= slack(a, b);
  }
  if (Array.isArray(a) && Array.isArray(b))
    return a.length === b.length && a.every((each, i) => isSame(each, b[i]));
  if (a && b && typeof a === "object" && typeof b === "object") {
    const [left, right] = [a as Record<string, unknown>, b as Record<string, unknown>];
    return Object.keys(left).every((key) => isSame(left[key], right[key]));
  }
  return a === b;
}
