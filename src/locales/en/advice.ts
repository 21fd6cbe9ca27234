import type { AbcClass, Action, Quadrant, XyzClass } from "../../portfolio/classification/classification";

const action: Record<Action, string> = {
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
  "cell.AN": "New and large: assign a manager, learn the plans",
  "cell.BN": "Look closer: learn the need and the potential",
  "cell.CN": "Watch: first orders decide",
  lost: "Win back: ask why it left, make an offer",
  atRisk: "Call now: silent longer than usual",
  lossMaking: "Price or service first: it costs more than it brings",
  contact: "Get in touch: the contact is overdue",
  declining: "Ask why: it buys less than expected",
  none: "Nothing to do",
  reduceDependence: "Reduce dependence: grow the other clients",
};

/** What to do: short for lists, in full sentences for the tables of quadrants and cells. */
export const advice = {
  action,
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
    AN: "Large without enough history: assign a manager at once, learn the plans, secure the second and third order.",
    BX: "Medium and steady: the first candidates for growth. Widen the range, raise the share of wallet.",
    BY: "Medium with fluctuations: offers before the season, agreed volumes in exchange for terms.",
    BZ: "Medium and irregular: look for the trigger of orders, propose a schedule.",
    BN: "Medium without enough history: learn the need and the potential, then decide on the effort.",
    CX: "Small and steady: keep, and make cheap: standing orders, standard terms, self-service.",
    CY: "Small with fluctuations: standard terms, a reminder before the season.",
    CZ: "Small and irregular: serve on request at minimal cost.",
    CN: "Small without enough history: watch; the first orders decide.",
  } satisfies Record<`${AbcClass}${XyzClass}`, string>,
};
