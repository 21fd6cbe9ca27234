import type { DiscountTier } from "../../../analysis";
import type { Scenario } from "../../../portfolio/classification/scenarios/what-if";
import { numbersIn } from "../../wording/numbers";

const { number, scaled, percent, limit, date, plural } = numbersIn.en;

/** A scenario that somebody tried in the pane, as a sheet. */
export const scenario = {
  sheet: (count: number) => `Scenario ${number(count)}`,
  title: (count: number) => `Scenario ${number(count)}`,
  subtitle: (day: string) =>
    `What would become of the portfolio: by the figures of the list as of ${date(day)}`,
  supposed: "What is supposed",
  change: (change: Scenario["change"]) => {
    switch (change.kind) {
      case "leaves":
        return "These clients leave.";
      case "buysLess":
        return `These clients buy ${limit(change.part)} less; profit and costs go down with it.`;
      case "paysLess":
        return `These clients pay ${limit(change.part)} less for the same goods.`;
      case "paysLater":
        return `These clients pay ${plural(change.days, { one: "day", other: "days" })} later${change.interest > 0 ? `, at ${limit(change.interest)} interest a year` : ""}.`;
    }
  },
  fixedCosts: (costs: number) => `Fixed costs that stay: ${scaled(costs)}, taken off the profit.`,
  discounts: (tiers: readonly DiscountTier[]) =>
    `The supplier’s volume discounts: ${tiers.map(({ from, discount }) => `${limit(discount)} from ${scaled(from)}`).join("; ")}.`,
  who: "Which clients",
  whoHeaders: { amount: "Amount", share: "Share", status: "Status", class: "Class" },
  together: (count: number, share: number) =>
    `${plural(count, { one: "client", other: "clients" })}, ${percent(share)} of the total together.`,
  shown: (shown: number) => `The ${number(shown)} largest of them:`,
  figures: "Now and then",
  difference: "Difference",
  keyClients: "Key clients by share, now and then",
  keyHeaders: { now: "Share now", then: "Share then", meaning: "Key client" },
  noKey: "Nobody is key by share, neither now nor then.",
  meaning: { stays: "stays one", becomes: "becomes one", ends: "no longer", gone: "has left" },
};
