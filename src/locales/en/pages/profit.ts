import { numbersIn } from "../../wording/numbers";
import { clients } from "../portfolio";

const { number, scaled, percent, form, list } = numbersIn.en;

const some = (count: number, names: readonly string[]) =>
  count > names.length ? `${names.join(", ")} and ${number(count - names.length)} more` : list(names);

/** The sheet Profit: who earns, and who consumes it. */
export const profit = {
  title: "Profit",
  subtitle: "What each client leaves after direct costs and what it costs to serve it.",
  result: (unprofitable: number, all: number, consumed: number, earned: number) =>
    unprofitable === 0
      ? `All ${clients(all)} earn something: ${scaled(earned)} together.`
      : `${number(unprofitable)} of ${clients(all)} ${form(unprofitable, { one: "earns", other: "earn" })} nothing` +
        (consumed > 0
          ? `: they consume ${scaled(consumed)} of the ${scaled(earned)} that the others earn.`
          : "."),
  toServe: (per100: number) => `Serving the clients costs ${number(per100, 1)} of every 100 of revenue.`,
  vip: (count: number, names: readonly string[]) =>
    `Marked VIP or in class A, and still without profit: ${some(count, names)}. Look at price and service before anything else.`,
  vipFine: "Every client marked VIP or in class A earns something.",
  hours: (average: number, most: readonly { name: string; hours: number }[]) =>
    `Clients marked VIP or in class A take ${number(average, 1)} hours each; half a working day is usual. Most: ${list(
      most.map(({ name, hours }) => `${name} (${number(hours, 1)})`),
    )}.`,
  fifth: (part: number) =>
    `The most profitable fifth of the clients earns ${percent(part, 0)} of all profit.`,
  unknown: (count: number) =>
    `The profit of ${clients(count)} is not known; ${form(count, { one: "it is", other: "they are" })} left out here.`,
  chart: "Cumulative profit, the most profitable clients first",
  curve: "Cumulative profit",
  whole: "All profit",
  clientsAxis: "Clients",
  shareAxis: "Part of all profit",
  figures: "The result",
  figureHeaders: { figure: "Figure", value: "Value" },
  earned: "Earned by the profitable clients",
  consumed: "Consumed by the others",
  total: "Profit of all clients",
  unprofitable: "Clients that earn nothing",
  unprofitablePart: "Their part of all clients",
  per100: "Cost to serve per 100 of revenue",
  losing: "Clients that earn nothing",
  earning: "Who earns most",
  more: (shown: number, count: number) =>
    `The ${number(shown)} worst of ${number(count)}; all stand in the list below.`,
  list: "All clients by profit",
  headers: {
    revenue: "Revenue",
    cost: "Direct cost",
    toServe: "Cost to serve",
    profit: "Profit",
    margin: "Margin",
    cumulative: "Cumulative profit",
    abcRevenue: "ABC by revenue",
    abcProfit: "ABC by profit",
  },
};
