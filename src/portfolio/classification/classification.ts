import type {
  AbcClass,
  Activity,
  ActivityStatus,
  BridgeKind,
  Concentration,
  HistoryRecord,
  KeyStatus,
  KeyTest,
  MoneyBridge,
  Movement,
  Profitability,
  Quadrant,
  XyzClass,
} from "../../analysis";
import type { Action, Advice } from "./actions";
import type { LossReasonKind } from "./loss-reason-kind";
import type { NextContacts } from "./next-contacts";
import type { ClientPin } from "./pins";
import type { SteadinessRemedy } from "./steadiness";
import type { Policy } from "../policy/policy";
import type { Portfolio } from "../clients/portfolio";

export type { AbcClass, Activity, ActivityStatus, BridgeKind, Concentration, KeyStatus, Quadrant, XyzClass };
export type Reason = "volume" | "potential" | "wellKnown" | "partner" | "demanding" | "innovator";
/** What a client is to us, told by the first of its reasons that has a name: volume, potential, well known, demanding. */
export type ClientType = "breadwinner" | "promising" | "imageMaker" | "expert";
export type { Action, Advice, ClientPin, NextContacts };

/** What `classify()` found. Arrays have one entry per client of the portfolio, in its order. */
export interface Classification {
  portfolio: Portfolio;
  policy: Policy;
  /** "revenue" or "profit": what `shares`, `statuses` and `abc` were computed from (after a fallback). */
  base: "revenue" | "profit";
  /** Amounts of the base, and their total T (signed, rows without a client included). */
  baseAmounts: Float64Array;
  total: number;
  /** Sum of the positive amounts of the base. */
  positiveTotal: number;
  shares: Float64Array;
  /** Clients by the base, the largest first; the shares of the first, of the first two, … together. */
  order: Uint32Array;
  cumulative: Float64Array;
  statuses: readonly KeyStatus[];
  /** What made them key: the ladder's share, or an amount of the base. */
  keyTest: KeyTest;
  /** Statuses that the user decided on, beside the computed ones. */
  pins: readonly (ClientPin | null)[];
  abc: readonly AbcClass[];
  /** Second opinion by the other base; null when only one is mapped or its total is not positive. */
  secondOpinion: {
    base: "revenue" | "profit";
    shares: Float64Array;
    statuses: readonly KeyStatus[];
    abc: readonly AbcClass[];
  } | null;
  /** N throughout when no periods are mapped. */
  xyz: readonly XyzClass[];
  /** CV (or share of periods with a purchase) behind xyz; NaN where class N. */
  variation: Float64Array;
  /** Rules that would tell the clients apart where nearly all have one class; none where they are told apart. */
  steadinessRemedies: readonly SteadinessRemedy[];
  /** Scores per axis; NaN where no criterion is filled in. */
  attractiveness: Float64Array;
  loyalty: Float64Array;
  /** Criteria per client that are not filled in; 0 where the scores are derived. */
  missingScores: Int32Array;
  attractivenessCut: number;
  loyaltyCut: number;
  quadrants: readonly (Quadrant | null)[];
  /** Whether the scores were derived from figures, for want of any that people gave. */
  derivedScores: boolean;
  /** Why a client is a key client; one reason is enough. */
  reasons: readonly (readonly Reason[])[];
  types: readonly (ClientType | null)[];
  /** What to do about each client, the most urgent first; at least one. */
  actions: readonly (readonly [Action, ...Action[]])[];
  concentration: Concentration;
  /** The complete periods as they can be looked at again; null when none is complete, as are the next ones. */
  record: HistoryRecord | null;
  /** Who still buys, as of the end of the last complete period, whatever window is chosen. */
  activity: Activity | null;
  /** What each client's reason for leaving is about, null where none is named; null when the list has no reasons. */
  lossReasonKinds: readonly (LossReasonKind | null)[] | null;
  /** What became of each client's money from one window to the next, and of all of it; null with fewer than two periods. */
  movement: Movement | null;
  bridge: MoneyBridge | null;
  /** Who earns nothing, 1 per client; null when profits are null, as is the whole. */
  lossMaking: Uint8Array | null;
  profitability: Profitability | null;
  nextContacts: NextContacts | null;
  departments: GroupShares | null;
  managers: GroupShares | null;
}

/** Shares inside departments or managers: parallel to the membership's pairs. NaN where the group's total is not positive. */
export interface GroupShares {
  header: string;
  groups: readonly {
    name: string;
    total: number;
    /** Revenue and profit of rows with a client; profit is null when it is not known. */
    revenue: number;
    profit: number | null;
    clients: number;
    /** The company's key clients, by any reason, that stand in the group. */
    keyClients: number;
    /** Share of the group's largest client; null without shares. */
    largestShare: number | null;
    /** Money at risk per year of clients at risk and declining, by what their rows in the group bought; null without periods. */
    atRiskPerYear: number | null;
    /** Of the group's own rows; null with fewer than two periods. */
    bridge: MoneyBridge | null;
    /** Why no shares could be computed inside this group. */
    problem: "zeroTotal" | "negativeTotal" | null;
  }[];
  client: Int32Array;
  group: Int32Array;
  amount: Float64Array;
  share: Float64Array;
  statuses: readonly (KeyStatus | null)[];
  /** Money at risk per year of each pair; null without periods. */
  atRisk: Float64Array | null;
  /** Of the pairs. */
  movement: Movement | null;
}
