import type { UrgentAction } from "../../portfolio/classification/what-to-do/first-actions";
import { numbersIn } from "../wording/numbers";
import { clients } from "./portfolio";

const { number, scaled, plural, form, list } = numbersIn.en;

/** A client of a piece of urgent advice: its name, the money at stake, and who looks after it. */
export interface StakeFact {
  name: string;
  stake: number;
  managers: readonly string[];
}

/** The clients behind a piece of urgent advice: how many, their money, and the largest of them. */
export interface FirstActionFact {
  clients: number;
  stake: number;
  top: readonly StakeFact[];
  /** Further clients of the kind for which something else comes first. */
  others: number;
}

const named = ({ name, stake, managers }: StakeFact) =>
  `${name} (${[scaled(stake), ...managers].join(", ")})`;
const whom = ({ clients: count, top }: FirstActionFact) =>
  count > top.length
    ? `${top.map(named).join(", ")} and ${number(count - top.length)} more`
    : list(top.map(named));

const firstActions: Record<UrgentAction, (fact: FirstActionFact) => string> = {
  lost: (fact) =>
    `${plural(fact.clients, { one: "lost client is", other: "lost clients are" })} worth winning back, ${scaled(fact.stake)} a year: ${whom(fact)}.`,
  atRisk: (fact) =>
    `${clients(fact.clients)} ${form(fact.clients, { one: "has", other: "have" })} been silent for longer than usual, ${scaled(fact.stake)} a year: ${whom(fact)}.`,
  lossMaking: (fact) =>
    `${clients(fact.clients)} ${form(fact.clients, { one: "costs", other: "cost" })} more than ${form(fact.clients, { one: "it brings", other: "they bring" })}, ${scaled(fact.stake)} of losses: ${whom(fact)}.${othersText(fact)}`,
  contact: (fact) =>
    `The contact with ${plural(fact.clients, { one: "key client", other: "key clients" })} is overdue: ${whom(fact)}.`,
  reduceDependence: (fact) =>
    `The company depends on ${whom(fact)}: secure ${form(fact.clients, { one: "it", other: "them" })}, and grow the others.`,
  declining: (fact) =>
    `${clients(fact.clients)} still ${form(fact.clients, { one: "buys, but far less than expected", other: "buy, but far less than expected" })}, ${scaled(fact.stake)} a year: ${whom(fact)}.${othersText(fact)}`,
  "lost.need": (fact) =>
    `${plural(fact.clients, { one: "lost client needs", other: "lost clients need" })} us no more, ${scaled(fact.stake)} a year: ${whom(fact)}.`,
};

const othersText = ({ others }: FirstActionFact) =>
  others === 0 ? "" : ` For ${number(others)} more of them something else comes first.`;

/** What to do first, and with whom. */
export const firstThings = {
  first: "What to do first",
  firstLeads: {
    lost: "Win back",
    atRisk: "Call now",
    lossMaking: "Price or service",
    contact: "Get in touch",
    reduceDependence: "Secure",
    declining: "Ask why",
    "lost.need": "Ask for a recommendation",
  } satisfies Record<UrgentAction, string>,
  firstActions,
  nothingUrgent: "Nothing is urgent.",
  activityUnknown:
    "Who has gone quiet cannot be told: the list has no columns of months or quarters, or too few of them.",
};
