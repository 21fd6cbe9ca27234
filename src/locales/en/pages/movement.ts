import type { BridgeKind } from "../../../portfolio/classification/classification";
import { numbersIn } from "../../wording/numbers";
import { clients } from "../portfolio";
import { lastWindow, windowBefore, type WindowFact } from "./windows";

const { number, scaled, percent, form } = numbersIn.en;

/** A client whose money changed: its name, its money before and now. */
export interface ChangeFact {
  name: string;
  before: number;
  now: number;
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
  list: "All clients",
  listHeaders: { kind: "What happened", before: "Before", now: "Now", change: "Change", part: "Change, %" },
};
