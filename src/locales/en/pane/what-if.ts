import { numbersIn } from "../../numbers";

const { number, money, scaled, percent, limit, plural } = numbersIn.en;
const equals = (effective: number) => number(effective, effective < 100 ? 1 : 0);

export const whatIf = {
  title: "What if clients leave?",
  intro: "Choose clients to see what is left of the portfolio without them.",
  search: "Client that leaves",
  suggestions: "Clients found",
  notFound: "No client of that name.",
  add: (name: string) => `Add ${name}`,
  remove: (name: string) => `Keep ${name}`,
  removeAll: "Start over",
  picked: (count: number, share: number) =>
    `${plural(count, { one: "client leaves", other: "clients leave" })}: ${percent(share)} of the total`,
  andMore: (count: number) => `and ${number(count)} more`,
  quick: { largest: "The largest", three: "The three largest", atRisk: "All at risk" },
  fixedCosts: "Fixed costs that stay",
  fixedCostsHint:
    "Optional: rent, salaries and so on for the periods that the profit covers. Taken off the profit.",
  notAnAmount: "Enter an amount of 0 or more, or leave the field empty.",
  figure: "Figure",
  before: "Now",
  after: "Without",
  rows: {
    revenue: "Revenue",
    profit: "Profit",
    clients: "Clients",
    keyClients: "Key clients",
    largestShare: "Largest share",
    hhi: "Concentration (HHI)",
    effectiveClients: "Same as this many equal clients",
  },
  undefined: "–",
  number,
  money: scaled,
  percent,
  effective: equals,
  loss: (profit: number) => `Without them the company makes a loss of ${money(-profit)}.`,
  profitUnknown:
    "The profit of some of these clients is not known, so the profit without them is not either.",
  nothingLeft: "Nobody with a share would be left.",
  gaps: "Or depend on them less",
  gap: (name: string, share: number, target: number, amount: number, growth: number) =>
    `${name} holds ${percent(share)}. To bring it down to ${limit(target)} without selling it less, the others must grow by ${scaled(amount)} (+${percent(growth)}).`,
  gapNone: (name: string, share: number, target: number) =>
    `${name} holds ${percent(share)}, not above ${limit(target)}: nothing to balance.`,
  gapUndefined: (name: string, share: number) =>
    `${name} holds ${percent(share)}, and there are no other clients that could grow to balance it.`,
};
