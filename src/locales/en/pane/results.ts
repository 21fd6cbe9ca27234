import type { PeriodUnit } from "../../../portfolio/periods/period";
import { numbersIn } from "../../wording/numbers";
import { periodForms } from "../../wording/period-forms";

const { number, plural } = numbersIn.en;
const clients = (count: number) => plural(count, { one: "client", other: "clients" });

export const results = {
  figures: "Key figures",
  warnings: "Read this first",
  noRiskNote: (lost: number, unknown: number) =>
    [
      lost === 0 ? "nobody is silent longer than usual" : `${clients(lost)} lost already`,
      ...(unknown > 0 ? [`${clients(unknown)} with too few purchases to say`] : []),
    ].join("; "),
  noActivity: "no periods in the list",
  littleActivity: "too few periods to tell",
  quietFor: (count: number, unit: PeriodUnit) => `quiet for ${plural(count, periodForms.en[unit])}`,

  list: "Clients",
  search: "Find a client",
  order: "Sort by",
  orders: { share: "Share", name: "Name", status: "Status" },
  moreFilters: "More filters",
  filterKinds: {
    statuses: "Status",
    abc: "ABC class",
    xyz: "XYZ class",
    quadrants: "Quadrant",
    activity: "Activity",
    actions: "To be done first",
  },
  /** Below the clients of a piece of advice. */
  showThem: (count: number) => (count === 1 ? "Show this client" : `Show these ${number(count)} clients`),
  everyManager: "every manager",
  everyDepartment: "every department",
  clearFilters: "Clear filters",
  found: (count: number, all: number) =>
    count === all ? clients(all) : `${number(count)} of ${clients(all)}`,
  /** Beside a client that was found by a name that is not shown: of a group's member, another spelling, a code. */
  inList: (name: string) => `in the list: ${name}`,
  none: "No client fits. Change the search or clear the filters.",
  showMore: (next: number, left: number) =>
    next === left ? `Show ${number(next)} more` : `Show ${number(next)} more of ${number(left)}`,
  showInSheet:
    "Choose a client to see all about it and its row in the sheet. Arrow keys move along the list.",
  addToWhatIf: (name: string) => `What if ${name} leaves?`,
};
