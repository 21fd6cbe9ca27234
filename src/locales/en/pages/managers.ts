import { numbersIn, type PluralForms } from "../../wording/numbers";

const { number, scaled, percent, plural, form, list } = numbersIn.en;

const keyForms: PluralForms = { one: "key client", other: "key clients" };

/** A manager with a figure. */
export interface ManagerFact {
  name: string;
  figure: number;
}

/** The sheet Managers: who looks after whom, and with what result. */
export const managers = {
  title: "Managers",
  subtitle:
    "Key clients, money, growth and risk of each manager. A key client is one with at least one reason.",
  overloaded: (found: readonly ManagerFact[], most: number) =>
    `${list(found.map(({ name, figure }) => `${name} (${number(figure)})`))} ${form(found.length, { one: "looks", other: "look" })} after more key clients than one person can do justice to: ${number(most)}. Hand some over.`,
  notOverloaded: (most: number) =>
    `Nobody has more than ${plural(most, keyForms)}: that is what one person can look after.`,
  withoutManager: (count: number, names: readonly string[]) =>
    `${plural(count, keyForms)} without a manager: ${count > names.length ? `${names.join(", ")} and ${number(count - names.length)} more` : list(names)}.`,
  mostAtRisk: ({ name, figure }: ManagerFact) => `Most is at risk with ${name}: ${scaled(figure)} a year.`,
  leans: ({ name, figure }: ManagerFact) => `One client is ${percent(figure, 0)} of what ${name} sells.`,
  chart: "Key clients per manager",
  revenueChart: "Revenue per manager",
  keyClients: "Key clients",
  tooMany: "Too many key clients",
  limit: (most: number) => `Limit: ${number(most)}`,
  first: "What each should do first",
  firstNote: "Of the clients of each manager, those with most at stake.",
  list: "All managers",
  headers: {
    manager: "Manager",
    clients: "Clients",
    keyClients: "Key clients",
    amount: "Revenue",
    share: "Share of revenue",
    profit: "Profit",
    growth: "Growth",
    net: "Money kept (net)",
    atRisk: "At risk a year",
    largest: "Largest client’s share",
    overdue: "Contacts overdue",
    stake: "At stake",
  },
  notStated: "not stated",
};
