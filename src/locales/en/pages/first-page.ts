import type { ClientAge } from "../../../portfolio/classification/changes/client-age";
import { firstThings } from "../first-things";
import { numbersIn } from "../../wording/numbers";
import { periodForms } from "../../wording/period-forms";
import { clients } from "../portfolio";
import { lastWindow, windowBefore, type WindowFact } from "./windows";

const { number, scaled, percent, limit, plural, form, list } = numbersIn.en;

const signed = (fraction: number) => (fraction > 0 ? "+" : "") + percent(fraction);

/** The first page of the report: what a board reads alone. */
export const firstPage = {
  ...firstThings,
  portfolio: "Portfolio",
  portfolioOf: (count: number, total: number, base: "revenue" | "profit") =>
    `${clients(count)}, ${scaled(total)} of ${base}`,
  tiles: {
    revenue: (window: WindowFact) => `Revenue, ${lastWindow(window)}`,
    revenueNote: (before: number, change: number | null, window: WindowFact) =>
      change === null
        ? `${scaled(before)} in ${windowBefore(window)}`
        : `${signed(change)} on ${windowBefore(window)} (${scaled(before)})`,
    buying: "Clients that bought",
    buyingNote: (kept: number, added: number, returned: number, lost: number) =>
      [
        `${number(kept)} stayed`,
        `${number(added)} new`,
        ...(returned > 0 ? [`${number(returned)} returned`] : []),
        `${number(lost)} left`,
      ].join(", "),
    keyChange: (now: number, before: number, window: WindowFact) =>
      `${lastWindow(window)}: ${number(now)}, before: ${number(before)}`,
    retention: "Money kept (net)",
    retentionNote: (gross: number, gone: number) => `${percent(gross)} before growth; ${scaled(gone)} went`,
    lossMaking: "Loss-making clients",
    lossMakingNote: (consumed: number, earned: number) =>
      consumed > 0
        ? `consume ${scaled(consumed)} of the ${scaled(earned)} that the others earn`
        : "every client earns its keep",
    concentrationChange: (now: number, before: number, window: WindowFact) =>
      `${lastWindow(window)}: ${number(now)}, before: ${number(before)}`,
  },
  bridgeChart: "What became of the money",
  largestChart: (count: number) => `The ${number(count)} largest clients`,
  processes: "The four processes of client work",
  processNames: {
    selection: "Selection",
    acquisition: "Winning clients",
    retention: "Keeping clients",
    growing: "Growing clients",
  },
  processLines: {
    unprofitable: (part: number) => `${percent(part)} of the clients earn nothing`,
    keyShare: (share: number) => `${percent(share)} of the money from clients that are key by share`,
    newClients: (count: number, amount: number) =>
      count === 0
        ? "no new clients"
        : `${plural(count, { one: "new client", other: "new clients" })}, ${scaled(amount)}`,
    average: (amount: number) => `${scaled(amount)} each on average`,
    kept: (count: number) => `${clients(count)} kept`,
    gross: (part: number) => `${percent(part)} of their money kept`,
    lost: (amount: number) => `${scaled(amount)} lost with those who left`,
    age: ({ periods, unit, isLeast }: ClientAge) => {
      const average = Math.round(periods * 10) / 10;
      return `clients for ${number(average, 1)} ${form(average, periodForms.en[unit])} on average${isLeast ? " or longer" : ""}`;
    },
    net: (part: number) => `${percent(part)} of last time’s money is still there, growth included`,
    growth: (amount: number) => `existing clients grew by ${scaled(amount)}`,
    purchases: (count: number) => `${number(count, 1)} purchases per client`,
  },
  movement: "Movement",
  movementOf: (
    {
      opening,
      closing,
      added,
      returned,
      growth,
      decline,
      lost,
    }: Record<"opening" | "closing" | "added" | "returned" | "growth" | "decline" | "lost", number>,
    window: WindowFact,
  ) => {
    const gained = [
      ...(added > 0 ? [`new clients (+${scaled(added)})`] : []),
      ...(returned > 0 ? [`returned ones (+${scaled(returned)})`] : []),
      ...(growth > 0 ? [`growth (+${scaled(growth)})`] : []),
    ];
    const gone = [
      ...(decline > 0 ? [`decline (−${scaled(decline)})`] : []),
      ...(lost > 0 ? [`loss of clients (−${scaled(lost)})`] : []),
    ];
    const change = closing - opening;
    const head =
      change === 0
        ? `Revenue is the same as in ${windowBefore(window)}`
        : `Revenue ${change > 0 ? "rose" : "fell"} by ${scaled(Math.abs(change))}` +
          (opening > 0 ? ` (${signed(change / opening)})` : "") +
          ` against ${windowBefore(window)}`;
    const [won, lostBy] = [list(gained), list(gone)];
    if (won === "" && lostBy === "") return `${head}.`;
    if (won === "") return `${head}: ${lostBy}, and nothing to make up for it.`;
    if (lostBy === "") return `${head}: ${won}.`;
    return change > 0
      ? `${head}: ${won} outweighed ${lostBy}.`
      : `${head}: ${won} did not make up for ${lostBy}.`;
  },
  season: "Windows of less than a year: part of the difference may be seasonal.",
  dependenceChange: (now: number, before: number, window: WindowFact) =>
    Math.abs(now - before) < 0.01
      ? `The five largest bring as much as in ${windowBefore(window)}: ${percent(now, 0)}.`
      : `${now > before ? "More" : "Less"} dependent than in ${windowBefore(window)}: the five largest bring ${percent(now, 0)} after ${percent(before, 0)}.`,
  keyProposal: (
    share: { limit: number; clients: number; part: number } | null,
    top: { clients: number; part: number },
  ) =>
    "That is good news: nobody can hold the company to ransom." +
    (share
      ? ` Worth a manager of their own would be the ${clients(share.clients)} with ${limit(share.limit)} or more each (${percent(share.part)} together).`
      : "") +
    ` The ${number(top.clients)} largest bring ${percent(top.part)}.`,
  saveFirst: (count: number, names: readonly string[]) =>
    `Not these, although the scores say so: ${count > names.length ? `${names.join(", ")} and ${number(count - names.length)} more` : list(names)}. First they have to be won back, kept or made to pay.`,
  more: "More conclusions",
  notMade: "What other columns would add",
  /** One line for what the list would have to know. */
  wouldOpen: {
    clientMatrix: "scores of clients, for the client matrix",
    movement: "months, quarters or years, for movement and activity",
    activity: "more months or quarters, for who has gone quiet and who buys steadily",
    managers: "managers, for the load and the results of each",
    profit: "profit or costs, for clients that do not pay",
  },
  wouldOpenLine: (what: readonly string[]) => `Columns that the list does not have: ${what.join("; ")}.`,
};
