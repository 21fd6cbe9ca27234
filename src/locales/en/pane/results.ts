import type { ActivityStatus } from "../../../portfolio/classification";
import { numbersIn } from "../../numbers";

const { number, scaled, plural } = numbersIn.en;
const clients = (count: number) => plural(count, { one: "client", other: "clients" });

export const results = {
  figures: "Key figures",
  warnings: "Read this first",
  atRisk: "At risk",
  atRiskNote: (amount: number, lost: number) =>
    `${scaled(amount)} in the chosen periods; ${number(lost)} more lost already`,
  noRiskNote: (lost: number, unknown: number) =>
    [
      lost === 0 ? "nobody is silent longer than usual" : `${clients(lost)} lost already`,
      ...(unknown > 0 ? [`${clients(unknown)} with too few purchases to say`] : []),
    ].join("; "),
  noActivity: "no periods in the list",
  activity: {
    active: "Active",
    new: "New",
    oneOff: "One-off",
    atRisk: "At risk",
    lost: "Lost",
    returned: "Returned",
    potential: "No purchases yet",
    notEnoughHistory: "Too few purchases to say",
  } satisfies Record<ActivityStatus, string>,
  quietFor: (periods: number) => `quiet for ${plural(periods, { one: "period", other: "periods" })}`,

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
  },
  clearFilters: "Clear filters",
  found: (count: number, all: number) =>
    count === all ? clients(all) : `${number(count)} of ${clients(all)}`,
  none: "No client fits. Change the search or clear the filters.",
  showMore: (next: number, left: number) =>
    next === left ? `Show ${number(next)} more` : `Show ${number(next)} more of ${number(left)}`,
  showInSheet: "Choose a client to see its row in the sheet. Arrow keys move along the list.",
  addToWhatIf: (name: string) => `What if ${name} leaves?`,
};
