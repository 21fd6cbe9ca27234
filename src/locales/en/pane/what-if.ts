import type { ClientChange } from "../../../analysis";
import { numbersIn, type PluralForms } from "../../wording/numbers";

const { number, money, scaled, percent, limit, plural } = numbersIn.en;
const equals = (effective: number) => number(effective, effective < 100 ? 1 : 0);

type ChangeKind = ClientChange["kind"];
const doing: Record<ChangeKind, PluralForms> = {
  leaves: { one: "client leaves", other: "clients leave" },
  buysLess: { one: "client buys less", other: "clients buy less" },
  paysLess: { one: "client pays less", other: "clients pay less" },
  paysLater: { one: "client pays later", other: "clients pay later" },
};

export const whatIf = {
  title: "What if clients leave or bring less?",
  intro: "Choose clients, and what happens with them, to see what becomes of the portfolio.",
  search: "Client to try it with",
  suggestions: "Clients found",
  notFound: "No client of that name.",
  add: (name: string) => `Add ${name}`,
  remove: (name: string) => `Keep ${name}`,
  removeAll: "Start over",
  change: "What happens",
  changes: {
    leaves: "They leave",
    buysLess: "They buy less",
    paysLess: "They pay less for the same",
    paysLater: "They pay later",
  } satisfies Record<ChangeKind, string>,
  picked: (kind: ChangeKind, count: number, share: number) =>
    `${plural(count, doing[kind])}: ${percent(share)} of the total`,
  part: "How much less, %",
  notAPart: "Enter a number from 0 to 100.",
  days: "How many days later",
  notDays: "Enter a number of days, 0 or more.",
  interest: "Interest on borrowed money, % a year",
  interestHint: "Optional: what it costs to wait for the money.",
  notInterest: "Enter a percentage of 0 or more, or leave the field empty.",
  tiedUp: (amount: number, days: number) =>
    `${scaled(amount)} more would be out with these clients all the time, for ${plural(days, { one: "day", other: "days" })} longer.`,
  delayFree: "What that costs is not known without an interest rate.",
  discounts: "Supplier’s volume discounts",
  discountsHint:
    "Optional: from which volume of direct costs you get which discount, for example 1000000 = 3%; 5000000 = 5%",
  notDiscounts: "Write volumes in ascending order, each with its discount: 1000000 = 3%; 5000000 = 5%",
  tierKept: (discount: number) => `The supplier’s discount stays at ${limit(discount)}.`,
  tierLost: (before: number, after: number, cost: number) =>
    `The supplier’s discount falls from ${limit(before)} to ${limit(after)}: ${scaled(cost)} more for what is still bought. It is in the profit.`,
  toSheet: "Write to a sheet",
  andMore: (count: number) => `and ${number(count)} more`,
  quick: { largest: "The largest", three: "The three largest", atRisk: "All at risk" },
  fixedCosts: "Fixed costs that stay",
  fixedCostsHint:
    "Optional: rent, salaries and so on for the periods that the profit covers. Taken off the profit.",
  notAnAmount: "Enter an amount of 0 or more, or leave the field empty.",
  figure: "Figure",
  before: "Now",
  after: "Then",
  rows: {
    revenue: "Revenue",
    profit: "Profit",
    clients: "Clients",
    keyClients: "Key by share",
    largestShare: "Largest share",
    hhi: "Concentration (HHI)",
    effectiveClients: "Same as this many equal clients",
  },
  undefined: "–",
  number,
  money: scaled,
  percent,
  effective: equals,
  loss: (profit: number) => `Then the company makes a loss of ${money(-profit)}.`,
  profitUnknown:
    "The profit of some of these clients is not known, so what profit would be left is not either.",
  nothingLeft: "Nobody with a share would be left.",
  gaps: "Or depend on them less",
  gap: (name: string, share: number, target: number, amount: number, growth: number) =>
    `${name} holds ${percent(share)}. To bring it down to ${limit(target)} without selling it less, the others must grow by ${scaled(amount)} (+${percent(growth)}).`,
  gapNone: (name: string, share: number, target: number) =>
    `${name} holds ${percent(share)}, not above ${limit(target)}: nothing to balance.`,
  gapUndefined: (name: string, share: number) =>
    `${name} holds ${percent(share)}, and there are no other clients that could grow to balance it.`,
};
