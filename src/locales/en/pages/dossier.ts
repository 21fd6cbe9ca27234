import type { AbcClass, BridgeKind } from "../../../portfolio/classification/classification";
import type { PeriodUnit } from "../../../portfolio/periods/period";
import { numbersIn } from "../../wording/numbers";
import { periodForms } from "../../wording/period-forms";
import { lastWindow, windowBefore, type WindowFact } from "./windows";

const { number, scaled, percent, limit, date, plural } = numbersIn.en;

/** The money of a client in two windows beside that of the company. */
export interface ChangeFact {
  before: number;
  now: number;
  window: WindowFact;
  /** Growth of the company in the same time; null where it had nothing before. */
  company: number | null;
}

const kinds: Record<BridgeKind, string> = {
  new: "New",
  returned: "Came back",
  lost: "Left",
  growth: "Buys more",
  decline: "Buys less",
  same: "As before",
  none: "Bought nothing",
};
const signed = (part: number) => `${part > 0 ? "+" : ""}${percent(part)}`;

/** All about one client on a page, with room for what only people know. */
export const dossier = {
  sheet: (client: string) => `Dossier ${client}`,
  title: (client: string) => `Dossier: ${client}`,
  subtitle: (day: string, { code, managers, departments }: Subtitle) =>
    [
      `As of ${date(day)}`,
      ...(code === "" ? [] : [`code ${code}`]),
      ...(managers === "" ? [] : [`manager: ${managers}`]),
      ...(departments === "" ? [] : [`department: ${departments}`]),
    ].join(" · "),
  todo: "What to do",
  nothingToDo: "Nothing is urgent with this client.",
  also: (advice: string) => `Also: ${advice}`,
  facts: "Where it stands, and why",
  labels: {
    status: "Share and status",
    pinned: "Your decision",
    reasons: "Key because of",
    abc: "Size (ABC)",
    xyz: "Steadiness (XYZ)",
    quadrant: "Quadrant",
    activity: "Activity",
    change: "Money then and now",
    profit: "Profit",
    contact: "Next contact",
    lossReason: "Why it left",
  },
  status: (share: number, status: string) => `${percent(share)} · ${status}`,
  /** @param rule the limits of the ladder, in words */
  statusWhy: (amount: number, total: number, rule: string) =>
    `${scaled(amount)} of ${scaled(total)}; ${rule}`,
  pinnedWhy: (computed: string) => `by the figures: ${computed}`,
  abcWhy: (before: number, own: AbcClass, a: number, b: number) =>
    `larger clients bring ${percent(before)} together; ${own === "A" ? `A below ${limit(a)}` : own === "B" ? `B below ${limit(b)}` : `C from ${limit(b)}`}`,
  abcComputed: (before: number) =>
    `larger clients bring ${percent(before)} together; limits worked out from the amounts`,
  abcDown: (cumulative: number, a: number, b: number) =>
    `with all larger ones it brings ${percent(cumulative)}; A to ${limit(a)}, B to ${limit(b)}`,
  abcLargest: "the largest client",
  abcNothing: "no money of its own",
  xyzWhy: (method: "variation" | "frequency", value: number, x: number, y: number) =>
    method === "variation"
      ? `varies by ${percent(value, 0)}; X to ${limit(x)}, Y to ${limit(y)}`
      : `bought in ${percent(value, 0)} of the periods; X from ${limit(x)}, Y from ${limit(y)}`,
  xyzNone: "fewer than three periods since its first purchase",
  quadrantWhy: (attractiveness: number, high: number, loyalty: number, loyal: number, derived: boolean) =>
    `attractiveness ${number(attractiveness, 1)} (high from ${number(high, 1)}), loyalty ${number(loyalty, 1)} (high from ${number(loyal, 1)})${derived ? ", worked out from the figures" : ""}`,
  activityWhy: (unit: PeriodUnit, silence: number, longest: number | null) =>
    (silence === 0 ? "bought in the last period" : `quiet for ${plural(silence, periodForms.en[unit])}`) +
    (longest === null ? "" : `; up to ${number(longest, 1)} is usual`),
  activityNever: "no purchase so far",
  change: (kind: BridgeKind) => kinds[kind],
  changeWhy: ({ before, now, window, company }: ChangeFact) =>
    `${scaled(before)} in ${windowBefore(window)}, ${scaled(now)} in the ${lastWindow(window)}` +
    (company === null ? "" : `; the company: ${signed(company)}`),
  profitWhy: (revenue: number, direct: number | null, toServe: number | null) =>
    [
      `revenue ${scaled(revenue)}`,
      ...(direct === null ? [] : [`cost ${scaled(direct)}`]),
      ...(toServe === null ? [] : [`cost to serve ${scaled(toServe)}`]),
    ].join(", "),
  contact: (day: string, overdue: boolean) => (overdue ? `was due on ${date(day)}` : `by ${date(day)}`),
  contactWhy: (last: string, negative: boolean, days: number) =>
    `last contact on ${date(last)}${negative ? ", refused" : ""}; then ${plural(days, { one: "day", other: "days" })}`,
  history: (scale: string) => `What it bought${scale}`,
  scales: { one: "", thousand: ", in thousands", million: ", in millions" },
  year: "Year",
  total: "Total",
  chart: "What it bought, period by period",
  money: "Money",
  monthShort: (start: string) => monthOf.format(new Date(`${start}T00:00:00Z`)),
  partOfYear: { quarter: (n: number) => `Q${n}`, half: (n: number) => `H${n}` },
  form: {
    company: {
      title: "Company",
      hint: "What it does and for whom, its size, its owners, its plans, how it pays.",
    },
    relationship: {
      title: "History of the relationship",
      headers: ["When", "What happened", "What came of it"],
    },
    people: {
      title: "Decision makers",
      headers: ["Name", "Position", "What matters to them", "Relation to us"],
    },
    competitors: {
      title: "Competitors",
      headers: ["Who", "What they sell to it", "Their share", "Why it buys there"],
    },
  },
  notes: { title: "Notes", line: (cell: string, text: string) => `${cell}: ${text}` },
  formNote: "What you write below this line stays as it is when the dossier is made again. You may add rows.",
};

const monthOf = new Intl.DateTimeFormat("en-US", { month: "short", timeZone: "UTC" });

interface Subtitle {
  code: string;
  managers: string;
  departments: string;
}
