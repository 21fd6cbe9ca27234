import type { BridgeKind } from "../../../portfolio/classification/classification";
import { numbersIn } from "../../numbers";
import { clients } from "../portfolio";
import { lastWindow, windowBefore, type WindowFact } from "./windows";

const { number, scaled, percent, form, date } = numbersIn.en;

/** A client whose money changed: its name, its money before and now. */
export interface ChangeFact {
  name: string;
  before: number;
  now: number;
}

/** How many clients moved, and how, since an earlier run. */
export interface MovesFact {
  /** Day of the earlier run. */
  since: string;
  moved: number;
  borderline: number;
  entered: number;
  left: number;
}

/** The sheet Movement: what became of the money, who came and who went. */
export const movement = {
  title: "Movement",
  subtitle: (window: WindowFact) =>
    `What became of each client’s money: the ${lastWindow(window)} beside ${windowBefore(window)}.`,
  step: "Step",
  below: "Below",
  level: "Revenue",
  gain: "Gained",
  loss: "Lost",
  steps: {
    opening: "Before",
    new: "New",
    returned: "Returned",
    growth: "Growth",
    decline: "Decline",
    lost: "Lost",
    closing: "Now",
  },
  kinds: {
    new: "New",
    returned: "Returned",
    growth: "Growth",
    decline: "Decline",
    lost: "Lost",
    same: "Same",
    none: "No money",
  } satisfies Record<BridgeKind, string>,
  bridge: "From then to now",
  bridgeHeaders: {
    step: "",
    clients: "Clients",
    amount: "Money",
    part: "Of the opening",
    meaning: "What it is",
  },
  openingOf: (window: WindowFact) => `Revenue in ${windowBefore(window)}`,
  closingOf: (window: WindowFact) => `Revenue in the ${lastWindow(window)}`,
  meanings: {
    opening: "clients that bought then",
    new: "bought for the first time",
    returned: "bought again after a whole window without a purchase",
    growth: "bought in both, more than before",
    decline: "bought in both, less than before",
    lost: "bought then, and not since",
    closing: "clients that bought now",
  },
  net: "Money kept, growth included (net retention)",
  gross: "Money kept before growth (gross retention)",
  kept: "Clients that bought in both",
  retentionNote: {
    net: "what last time’s clients bring now, as a part of what they brought then",
    gross: "the same without anybody’s growth: above 100% is impossible",
    kept: (opening: number) => `of ${number(opening)} that bought then`,
  },
  biggest: (gain: ChangeFact | null, loss: ChangeFact | null) =>
    [
      ...(gain ? [`The largest gain is ${gain.name}: ${scaled(gain.before)} → ${scaled(gain.now)}.`] : []),
      ...(loss ? [`The largest drop is ${loss.name}: ${scaled(loss.before)} → ${scaled(loss.now)}.`] : []),
    ].join(" "),
  halfOf: (count: number, part: number) =>
    `${clients(count)} ${form(count, { one: "makes", other: "make" })} up ${percent(part, 0)} of everything that was lost or declined.`,
  who: {
    lost: "Lost",
    decline: "Declined most",
    new: "New",
    returned: "Returned",
    growth: "Grew most",
  },
  whoMore: (shown: number, count: number) =>
    `The ${number(shown)} largest of ${number(count)}; all stand in the list below.`,
  overTime: "Concentration over time",
  overTimeNote: (window: WindowFact) =>
    `Each point looks at the ${lastWindow(window)} up to then. The higher, the more the company depends on a few.`,
  overTimeChart: "Share of the largest and of the five largest clients",
  overTimeHeaders: {
    period: "Up to",
    cr1: "Largest",
    cr5: "Five largest",
    hhi: "HHI",
    keyClients: "Key by share",
  },
  departments: "By department",
  managers: "By manager",
  groupsNote: "By each one’s own rows: a client that changes hands is lost here and new there.",
  groupHeaders: { department: "Department", manager: "Manager", net: "Money kept (net)" },
  classes: {
    subtitle: (since: string) => `The classes of now beside those of ${date(since)}.`,
    title: (since: string) => `Classes since ${date(since)}`,
    told: ({ since, moved, borderline, entered, left }: MovesFact) =>
      [
        moved > 0
          ? `${clients(moved)} changed class since ${date(since)}.`
          : `Nobody has certainly changed class since ${date(since)}.`,
        ...(borderline > 0
          ? [
              `${clients(borderline)} ${form(borderline, { one: "stands", other: "stand" })} so close to a limit that other months would have given another class: not counted as moved.`,
            ]
          : []),
        ...(entered > 0 ? [`${clients(entered)} came into the list.`] : []),
        ...(left > 0 ? [`${clients(left)} ${form(left, { one: "is", other: "are" })} no longer in it.`] : []),
      ].join(" "),
    otherRules: "The rules are other ones than then: some of this comes from them, not from the clients.",
    next: "The classes of this run are remembered: the next run on other figures says who has moved.",
    then: "ABC class then",
    nowClients: (abc: string) => `Now ${abc}`,
    money: "Money",
    tableNote: "Clients by their ABC class then and now, with the money that they bring now.",
    kinds: { status: "Status", abc: "ABC", xyz: "XYZ", quadrant: "Quadrant" },
    change: (kind: string, before: string, now: string) => `${kind}: ${before} → ${now}`,
    nothing: "none",
    sections: {
      moved: "Changed class",
      borderline: "Borderline",
      entered: "New in the list",
      left: "No longer in the list",
    },
    whoMore: (shown: number, count: number) => `The ${number(shown)} largest of ${number(count)}.`,
    headers: { change: "Change", now: "Class now", before: "Money then", amount: "Money now" },
    /** Of the column in the list of all clients. */
    column: "Class",
    moved: (before: string, now: string) => `${before} → ${now}`,
    borderline: (change: string) => `${change} (borderline)`,
    entered: (now: string) => `${now} (new in the list)`,
    happened: { moved: "Moved", borderline: "Borderline", entered: "New", same: "Same" },
  },
  list: "All clients",
  listHeaders: { kind: "What happened", before: "Before", now: "Now", change: "Change", part: "Change, %" },
};
