import type {
  AbcClass,
  Activity,
  ActivityStatus,
  Concentration,
  KeyStatus,
  Quadrant,
  XyzClass,
} from "../../analysis";
import type { Policy } from "../policy/policy";
import type { Portfolio } from "../clients/portfolio";

export type { AbcClass, Activity, ActivityStatus, Concentration, KeyStatus, Quadrant, XyzClass };
export type Reason = "volume" | "potential" | "wellKnown" | "partner" | "demanding" | "innovator";
/** Advice by quadrant where there are criteria, else by ABC-XYZ cell; `locales/` holds the sentences. */
export type Action = `quadrant.${Quadrant}` | `cell.${AbcClass}${XyzClass}` | "reduceDependence";

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
  statuses: readonly KeyStatus[];
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
  /** Scores per axis; NaN where no criterion is filled in. */
  attractiveness: Float64Array;
  loyalty: Float64Array;
  attractivenessCut: number;
  loyaltyCut: number;
  quadrants: readonly (Quadrant | null)[];
  reasons: readonly (readonly Reason[])[];
  actions: readonly (readonly Action[])[];
  concentration: Concentration;
  /** Who still buys, as of the end of the last complete period, whatever window is chosen; null when none is complete. */
  activity: Activity | null;
  departments: GroupShares | null;
  managers: GroupShares | null;
}

/** Shares inside departments or managers: parallel to the membership's pairs. NaN where the group's total is not positive. */
export interface GroupShares {
  header: string;
  groups: readonly {
    name: string;
    total: number;
    clients: number;
    /** Why no shares could be computed inside this group. */
    problem: "zeroTotal" | "negativeTotal" | null;
  }[];
  client: Int32Array;
  group: Int32Array;
  amount: Float64Array;
  share: Float64Array;
  statuses: readonly (KeyStatus | null)[];
}
