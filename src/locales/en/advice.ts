import type { AbcClass, Advice, Quadrant, XyzClass } from "../../portfolio/classification/classification";
import type { PeriodUnit } from "../../portfolio/periods/period";
import { withFact } from "../wording/advice-forms";
import { numbersIn } from "../wording/numbers";
import { periodForms, rhythm } from "../wording/period-forms";

const { number, scaled, percent, date, plural } = numbersIn.en;

/** What a client brings and how steadily, behind the advice of its cell of ABC-XYZ. */
export interface CellFact {
  /** Of the base, revenue or profit. */
  amount: number;
  /** By which it is steady or not: how far its amounts vary, or in what part of the periods it bought; null where not known. */
  variation: number | null;
  method: "variation" | "frequency";
}

/** Where a client stands in the matrix. */
export interface QuadrantFact {
  attractiveness: number;
  loyalty: number;
}

/** A client's silence beside what is usual; lengths in periods of the list. */
export interface SilenceFact {
  unit: PeriodUnit;
  silence: number;
  /** Range of its own intervals; null where it has bought too seldom to have one. */
  usual: { from: number; to: number } | null;
  /** Longest silence that is no alarm; null where the list is too short to know. */
  limit: number | null;
  /** Money at stake in a year. */
  perYear: number;
}

export type CellAdvice = Extract<Advice, `cell.${string}`>;
export type QuadrantAdvice = Extract<Advice, `quadrant.${string}`>;

export interface DeclineFact {
  unit: PeriodUnit;
  periods: number;
  actual: number;
  expected: number;
}

const periods = (count: number, unit: PeriodUnit) => plural(count, periodForms.en[unit]);
const silent = ({ unit, silence, usual, limit }: SilenceFact, buys: string) => {
  const rule = usual
    ? [`usually ${buys} every ${rhythm("en", usual, periodForms.en[unit])}`]
    : limit === null
      ? []
      : [`longer than usual (up to ${number(limit, 1)})`];
  return [`quiet for ${periods(silence, unit)}`, ...rule].join(", ");
};

/** Advice with the fact that it follows from. Money in the unit of the list. */
const because = {
  cell: (cell: CellAdvice, { amount, variation, method }: CellFact) => {
    const steadiness =
      variation === null
        ? ""
        : method === "variation"
          ? `, varies by ${percent(variation, 0)}`
          : `, bought in ${percent(variation, 0)} of the periods`;
    const money = amount === 0 ? "brings nothing so far" : `brings ${scaled(amount)}`;
    return `${action[cell]}; ${money}${steadiness}`;
  },
  quadrant: (quadrant: QuadrantAdvice, { attractiveness, loyalty }: QuadrantFact) =>
    `${action[quadrant]}; attractiveness ${number(attractiveness, 1)}, loyalty ${number(loyalty, 1)}`,
  lost: (fact: SilenceFact, advice: Advice) => {
    const money = `${scaled(fact.perYear)} a year`;
    return advice === "lost"
      ? `Win back: ${silent(fact, "bought")}; ${money}`
      : `${action[advice]}; quiet for ${periods(fact.silence, fact.unit)}; ${money}`;
  },
  atRisk: (fact: SilenceFact) => `Call: ${silent(fact, "buys")}; ${scaled(fact.perYear)} a year`,
  lossMaking: (profit: number, revenue: number) =>
    profit < 0
      ? `Price or service first: loses ${scaled(-profit)} on ${scaled(revenue)} of revenue`
      : `Price or service first: earns nothing on ${scaled(revenue)} of revenue`,
  contact: (due: string) => `Get in touch: the contact was due on ${date(due)}`,
  reduceDependence: (share: number, growth: number | null) =>
    `Secure it and grow the others: it brings ${percent(share)}` +
    (growth === null ? "" : `; the others would have to grow by ${percent(growth, 0)}`),
  declining: ({ unit, periods: count, actual, expected }: DeclineFact) =>
    `Ask why: bought for ${scaled(actual)} in the last ${periods(count, unit)}, ${scaled(expected)} was to be expected`,
};

const action: Record<Advice, string> = {
  "quadrant.key": "Invest: personal manager, joint plan",
  "quadrant.development": "Win from the competitor: invest selectively",
  "quadrant.maintenance": "Maintain at low cost",
  "quadrant.opportunistic": "Serve when it pays, no investment",
  "cell.AX": "Protect: annual contract, service guarantees",
  "cell.AY": "Plan by season, agree on volumes ahead",
  "cell.AZ": "Find out why it fluctuates, agree on a plan",
  "cell.BX": "Develop: widen the range, raise the share of wallet",
  "cell.BY": "Develop around the season with offers",
  "cell.BZ": "Offer a schedule, track the triggers",
  "cell.CX": "Automate: standing orders, standard terms",
  "cell.CY": "Standard terms, reminders before the season",
  "cell.CZ": "Serve on request, at minimal cost",
  "cell.AN": "Large, little history: assign a manager, learn the plans",
  "cell.BN": "Little history: learn the need and the potential",
  "cell.CN": "Little history: watch the next orders",
  lost: "Win back: ask why it left, make an offer",
  "lost.terms": "Win back: match the better terms or explain ours",
  "lost.service": "Win back: mend what went wrong and say so",
  "lost.need": "Ask for a recommendation: it needs us no more",
  atRisk: "Call now: silent longer than usual",
  lossMaking: "Price or service first: it costs more than it brings",
  contact: "Get in touch: the contact is overdue",
  declining: "Ask why: it buys less than expected",
  none: "Nothing to do",
  reduceDependence: "Reduce dependence: grow the other clients",
};

/** What each piece of advice with its fact looks like, whatever its figures: by these it is known again in a cell. */
const becauseForms: readonly RegExp[] = [
  withFact(action, "cell.", "brings [^;]+?(?:, varies by [^;]+%|, bought in [^;]+% of the periods)?"),
  withFact(action, "quadrant.", "attractiveness [^;]+, loyalty [^;]+"),
  /^(?:Win back|Call): quiet for [^;,]+, (?:usually (?:bought|buys) every [^;]+|longer than usual \(up to [^;]+\)); [^;]+ a year$/,
  /^Win back: quiet for \d[^;,]*; [^;]+ a year$/,
  /^(?:Win back: (?:match the better terms or explain ours|mend what went wrong and say so)|Ask for a recommendation: it needs us no more); quiet for [^;]+; [^;]+ a year$/,
  /^Price or service first: (?:loses [^;]+ on|earns nothing on) [^;]+ of revenue$/,
  /^Get in touch: the contact was due on [^;]+$/,
  /^Secure it and grow the others: it brings [^;]+%(?:; the others would have to grow by [^;]+%)?$/,
  /^Ask why: bought for [^;]+ in the last [^;]+, [^;]+ was to be expected$/,
];

/** What to do: short for lists, in full sentences for the tables of quadrants and cells. */
export const advice = {
  action,
  because,
  becauseForms,
  quadrant: {
    key: "Attractive and loyal. Invest: personal manager, joint plans, meetings at the level of directors.",
    development:
      "Attractive, but loyal to others. Invest selectively: find out what keeps the competitor in, and win it.",
    maintenance:
      "Loyal, but with little to gain. Maintain at low cost: standard terms, inside sales, no special projects.",
    opportunistic: "Neither attractive nor loyal. Serve when it pays; no investment.",
  } satisfies Record<Quadrant, string>,
  cell: {
    AX: "Large and steady: the base of the plan. Protect with an annual contract and a personal manager.",
    AY: "Large with fluctuations: plan by season, agree on volumes ahead, keep stock for the peaks.",
    AZ: "Large and irregular: the main risk for the plan. Find the reason, agree on a schedule, forecast with the client.",
    AN: "Large without enough history: assign a manager at once, learn the plans, secure the next orders.",
    BX: "Medium and steady: the first candidates for growth. Widen the range, raise the share of wallet.",
    BY: "Medium with fluctuations: offers before the season, agreed volumes in exchange for terms.",
    BZ: "Medium and irregular: look for the trigger of orders, propose a schedule.",
    BN: "Medium without enough history: learn the need and the potential, then decide on the effort.",
    CX: "Small and steady: keep, and make cheap: standing orders, standard terms, self-service.",
    CY: "Small with fluctuations: standard terms, a reminder before the season.",
    CZ: "Small and irregular: serve on request at minimal cost.",
    CN: "Small without enough history: watch the next orders.",
  } satisfies Record<`${AbcClass}${XyzClass}`, string>,
};
