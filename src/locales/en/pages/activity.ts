import type { ActivityStatus } from "../../../portfolio/classification/classification";
import type { PeriodUnit } from "../../../portfolio/periods/period";
import { numbersIn } from "../../wording/numbers";
import { clients } from "../portfolio";
import { periodForms } from "../../wording/period-forms";
import { lastWindow, type WindowFact } from "./windows";

const { number, scaled, percent, date, plural, form } = numbersIn.en;

/** Clients of one status: how many, and their money at risk in a year. */
export interface StatusFact {
  clients: number;
  money: number;
}

/** Clients that are lost, which part of all that is, and what they bought in their last year. */
export interface LossesFact {
  clients: number;
  rate: number;
  amount: number;
}

/** An alarm on the list's own past. */
export interface AlarmFact {
  warned: number;
  medianLead: number | null;
  warnings: number;
  falseAlarms: number;
}

/** The sheet Activity: who still buys, who is about to go, who is to be spoken to. */
export const activity = {
  title: "Activity",
  subtitle: (day: string) =>
    `Who still buys, as of ${date(day)}. Silence is measured against what is usual for each client.`,
  now: ({ atRisk, declining, lost }: Record<"atRisk" | "declining" | "lost", StatusFact>, active: number) =>
    [
      `${clients(active)} ${form(active, { one: "buys", other: "buy" })} as usual.`,
      ...(atRisk.clients > 0
        ? [
            `${clients(atRisk.clients)} ${form(atRisk.clients, { one: "has", other: "have" })} been silent for longer than usual: ${scaled(atRisk.money)} a year can still be kept.`,
          ]
        : []),
      ...(declining.clients > 0
        ? [
            `${clients(declining.clients)} still ${form(declining.clients, { one: "buys", other: "buy" })}, but far less than expected: ${scaled(declining.money)} a year.`,
          ]
        : []),
      ...(lost.clients > 0
        ? [
            `${clients(lost.clients)} ${form(lost.clients, { one: "is", other: "are" })} lost (${scaled(lost.money)} a year).`,
          ]
        : []),
      ...(atRisk.clients + declining.clients + lost.clients === 0 ? ["Nobody is at risk."] : []),
    ].join(" "),
  counts: "How the clients stand",
  countHeaders: { status: "Activity", clients: "Clients", money: "At risk a year", meaning: "What it means" },
  meanings: {
    active: "buys in its usual rhythm",
    new: "first purchase not long ago",
    oneOff: "bought once, some time ago",
    declining: "still buys, but far less than expected, and less than ever before",
    atRisk: "silent for longer than is usual for it: call",
    lost: "silent for more than twice as long as is usual for it",
    returned: "bought again after a long silence",
    potential: "has not bought yet",
    notEnoughHistory: "too few purchases to know its rhythm",
  } satisfies Record<ActivityStatus, string>,
  chart: "Clients that came and went",
  came: "First purchase",
  went: "Last purchase of those who are lost",
  groups: {
    atRisk: "At risk: call now",
    declining: "Declining while still buying: ask why",
    lost: "Lost: whom to win back",
    "lost.need": "Lost, and need us no more: ask for a recommendation",
  },
  more: (shown: number, count: number) =>
    `The ${number(shown)} largest of ${number(count)}; all stand in the list below.`,
  notWorth: "Small ones are left alone: no advice.",
  headers: {
    last: "Last purchase",
    silence: (unit: PeriodUnit) => `Silent, ${form(2, periodForms.en[unit])}`,
    limit: (unit: PeriodUnit) => `Usually up to, ${form(2, periodForms.en[unit])}`,
    next: "Next expected",
    money: "At risk a year",
    reason: "Reason",
    amount: "Revenue",
  },
  nextOf: (next: string, from: string, to: string) => `${next} (${from} – ${to})`,
  expected: "Expected soon",
  expectedNote: "Clients that usually would buy in the next period: the first names to prepare an offer for.",
  contacts: "Contacts that are due",
  contactsOf: (overdue: number, known: number) =>
    overdue === 0
      ? `No contact is overdue (${number(known)} known).`
      : `${plural(overdue, { one: "contact is", other: "contacts are" })} overdue, of ${number(known)} known; the largest clients first.`,
  contactHeaders: { due: "Due", late: "Days late" },
  losses: {
    title: "Lost, by period",
    said: ({ clients: count, rate, amount }: LossesFact, window: WindowFact) =>
      `${clients(count)} that ${form(count, { one: "is", other: "are" })} lost bought for the last time in the ${lastWindow(window)}: ${percent(rate)} of all that were clients then, ${scaled(amount)} a year.`,
    note: "Those who left just lately will show later: nobody counts as lost before a long silence.",
    headers: {
      period: "Last purchase in",
      came: "Clients that came",
      lost: "Lost",
      rate: "Of the clients",
      amount: "Bought in a year",
    },
  },
  reasons: "Why clients left",
  reasonHeaders: { reason: "Reason", clients: "Clients", money: "A year", advice: "What to do" },
  noReason: "not stated",
  replay: "How good the alarm has been",
  replayNote: (periods: number) =>
    `Replayed on the list’s own past: at ${number(periods)} moments, with what was known then.`,
  replayFew: (losses: number): string =>
    losses === 0
      ? "Nobody has been gone for a whole window yet, so it cannot be told which warnings were right."
      : `Only ${plural(losses, { one: "client was", other: "clients were" })} lost since: too few to judge the alarm.`,
  replayOf: (losses: number, { warned, medianLead, warnings, falseAlarms }: AlarmFact, unit: PeriodUnit) =>
    `Silence warned of ${number(warned)} of ${number(losses)} losses` +
    (medianLead === null
      ? ""
      : `, ${number(medianLead, 1)} ${form(medianLead, periodForms.en[unit])} before the loss was complete`) +
    (warnings > 0
      ? `; ${number(falseAlarms)} of ${number(warnings)} warnings (${percent(falseAlarms / warnings, 0)}) were false: the client went on buying.`
      : "."),
  replayHeaders: {
    alarm: "Alarm",
    warned: "Losses warned of",
    lead: (unit: PeriodUnit) => `Lead, ${form(2, periodForms.en[unit])}`,
    warnings: "Warnings",
    falseAlarms: "False",
    part: "False, %",
    open: "Too young to judge",
  },
  alarms: {
    silence: "Silence (at risk, lost)",
    decline: "Decline, before any silence",
    all: "Silence or decline",
    plainRule: "For comparison: silent for three periods",
  },
  list: "All clients",
};
