import type { BridgeKind } from "../../../analysis";
import type { ClientType } from "../../../portfolio/classification/classification";
import type { PeriodUnit } from "../../../portfolio/periods/period";
import { numbersIn } from "../../wording/numbers";
import { periodForms } from "../../wording/period-forms";

const { number, scaled, percent, limit, date, plural } = numbersIn.en;
const periods = (count: number, unit: PeriodUnit) => plural(count, periodForms.en[unit]);

const changes: Record<BridgeKind, string> = {
  new: "new",
  returned: "came back",
  lost: "left",
  growth: "buys more",
  decline: "buys less",
  same: "as before",
  none: "bought nothing",
};

type Classed = "status" | "abc" | "xyz";
const classed: Record<Classed, string> = { status: "the status", abc: "size", xyz: "steadiness" };

/** The card of one client in Results. */
export const clientCard = {
  label: (name: string) => `All about ${name}`,
  todo: "What to do",
  further: "Also",
  history: (range: string, highest: number) => `${range}; up to ${scaled(highest)}`,
  facts: {
    amount: { revenue: "Revenue", profit: "Profit" },
    status: "Status",
    reasons: "Key because of",
    type: "Kind of client",
    abc: "Size (ABC)",
    xyz: "Steadiness (XYZ)",
    quadrant: "Quadrant",
    views: "Steadiness, seen three ways",
    flips: "What would flip the quadrant",
    safety: "How safe the classes are",
    activity: "Activity",
    change: "Against the time before",
    profit: "Profit",
    potential: "Potential",
    manager: "Manager",
    department: "Department",
    contact: "Next contact",
    pinned: "Your decision",
    lossReason: "Why it left",
  },
  amount: (amount: number, share: number) => `${scaled(amount)}, ${percent(share)} of all`,
  status: (status: string, toNext: { limit: number; amount: number } | null) =>
    toNext === null ? status : `${status}; ${scaled(toNext.amount)} more would make ${limit(toNext.limit)}`,
  abc: (name: string, toBetter: number | null, toWorse: number | null) =>
    [
      name,
      ...(toBetter === null ? [] : [`${scaled(toBetter)} more would lift it`]),
      ...(toWorse === null ? [] : [`${scaled(toWorse)} less would lower it`]),
    ].join("; "),
  xyz: (name: string, method: "variation" | "frequency", value: number | null) => {
    if (value === null) return name;
    return method === "variation"
      ? `${name}; varies by ${percent(value, 0)}`
      : `${name}; bought in ${percent(value, 0)} of the periods`;
  },
  quadrant: (name: string, attractiveness: number, loyalty: number, derived: boolean) =>
    `${name}: attractiveness ${number(attractiveness, 1)}, loyalty ${number(loyalty, 1)}${derived ? ", worked out from the figures" : ""}`,
  views: (month: number | null, quarter: number | null, season: number | null) =>
    [
      ...(month === null ? [] : [`by month varies by ${percent(month, 0)}`]),
      ...(quarter === null ? [] : [`by quarter ${percent(quarter, 0)}`]),
      ...(season === null ? [] : [`without its season ${percent(season, 0)}`]),
    ].join("; "),
  flip: (header: string, from: number, to: number) => `${header}: ${number(from, 1)} → ${number(to, 1)}`,
  flipWeight: (header: string, from: number, to: number) =>
    `or the weight of ${header}: ${number(from, 1)} → ${number(to, 1)}`,
  /** @param borderline the classes that other months could have changed */
  safety: (borderline: readonly Classed[]) =>
    borderline.length === 0
      ? "firm: other periods would have given the same"
      : `borderline: ${borderline.map((each) => classed[each]).join(", ")}; other periods could have given another`,
  borderline: "Borderline",
  activity: (status: string, unit: PeriodUnit, silence: number, next: number | null) =>
    [
      status,
      silence === 0 ? "bought in the last period" : `quiet for ${periods(silence, unit)}`,
      ...(next === null
        ? []
        : [next < 1 ? "next purchase due now" : `next purchase in about ${periods(next, unit)}`]),
    ].join("; "),
  change: (kind: BridgeKind, before: number, now: number) =>
    kind === "none" ? changes.none : `${changes[kind]}: ${scaled(before)} before, ${scaled(now)} now`,
  profit: (profit: number, revenue: number) =>
    revenue > 0 ? `${scaled(profit)}, ${percent(profit / revenue)} of its revenue` : scaled(profit),
  potential: (potential: number, amount: number) =>
    potential > 0
      ? `${scaled(potential)}; we have ${percent(amount / potential, 0)} of it`
      : scaled(potential),
  contact: (day: string, overdue: boolean) => (overdue ? `was due on ${date(day)}` : `by ${date(day)}`),
  types: {
    breadwinner: "Breadwinner: brings the money",
    promising: "Promising: can bring much more",
    imageMaker: "Image maker: its name helps us sell",
    expert: "Expert: demanding, makes us better",
  } satisfies Record<ClientType, string>,
  pin: {
    title: "Decide the status yourself",
    status: "Status",
    reason: "Why",
    until: "Until",
    untilHint: "Empty: until you take it back.",
    notADay: "Enter a date, or nothing.",
    keep: "Keep this status",
    takeBack: "Take your decision back",
    contradicted: (status: string) => `The figures say: ${status}.`,
  },
  dossier: "Make its dossier",
  dossierOfSelected: "Dossier of the client selected in the sheet",
  showRow: "Show in the sheet",
};
