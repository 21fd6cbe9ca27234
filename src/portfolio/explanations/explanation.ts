/** What stands behind a figure, as plain data: `locales` make sentences of it, and anybody can compute the figure from it again. */
import type {
  AbcClass,
  ActivityStatus,
  CommonIntervals,
  Cut,
  Deviation,
  ExpectedBasis,
  HistoryUnit,
  KeyRule,
  KeyStatus,
  KeyTest,
  LimitBasis,
  Limit,
  Quadrant,
  Scale,
  XyzClass,
} from "../../analysis";
import type { Action, Advice, ActionFacts } from "../classification/actions";
import type { ClientType, Reason } from "../classification/classification";
import type { DerivedFact } from "../classification/derived-matrix";
import type { QuadrantFlips } from "../classification/scenarios/safety";
import type { FigureExplanation } from "./figure-explanation";
import type { Base, Frame } from "./frame";
import type { CellsAt, Many, One } from "./inputs";

export interface OfClient extends Frame {
  client: number;
  name: string;
}

export interface AmountExplanation extends OfClient {
  kind: "amount";
  value: number;
  inputs: { periods: Many } | { column: One };
}

export interface ShareExplanation extends OfClient {
  kind: "share";
  value: number;
  inputs: { amount: One; total: One };
  limits: { next: number | null };
  distance: number | null;
}

export interface StatusExplanation extends OfClient {
  kind: "status";
  value: KeyStatus;
  inputs: { share: One; amount: One };
  limits: { by: KeyRule; key: KeyTest; dependence: Limit | null; mono: Limit | null };
  /** The next limit of share, and the money more that reaches it; null above the last. */
  distance: { limit: number; amount: number } | null;
  pinned: { status: KeyStatus; reason: string; until: string | null; contradicted: boolean } | null;
}

export interface AbcExplanation extends OfClient {
  kind: "abc";
  /** What was classified: the base of the rules, or the other one. */
  by: Base;
  value: AbcClass;
  inputs: { amount: One; amounts: Many };
  /** What is larger than the amount, and that with all equal ones; `before` and `including` are their parts of P. */
  place: { larger: { count: number; sum: number }; upTo: { count: number; sum: number } } | null;
  pool: number;
  limits: {
    aLimit: number;
    bLimit: number;
    crossing: "up" | "down";
    limits: "given" | "computed";
    /** Smallest amounts of A, and of A and B; null for an empty class. */
    borders: { a: number | null; b: number | null };
  };
  distance: { toBetter: number | null; toWorse: number | null } | null;
}

export interface XyzExplanation extends OfClient {
  kind: "xyz";
  value: XyzClass;
  /** Counted periods; those before the client's first purchase are not among them. */
  inputs: { counted: Many };
  unit: HistoryUnit | null;
  notCounted: number;
  method: "variation" | "frequency";
  deviation: Deviation;
  /** CV, or part of the periods with a purchase; null with class N. */
  measure: number | null;
  limits: { xLimit: number; yLimit: number; fewest: number };
}

export interface Axis {
  score: number;
  cut: number;
  cutRule: Cut;
  /** Scores of people, null where blank, with the weights; empty where the score was derived. */
  criteria: readonly { header: string; score: number | null; weight: number; cells: CellsAt }[];
  /** Facts that it was derived from, each with its place among all clients as a score. */
  facts: readonly { fact: DerivedFact; value: number; score: number; all: Many }[];
  /** Scores of all clients, where the cut is their mean or median. */
  others: Many | null;
}

export interface QuadrantExplanation extends OfClient {
  kind: "quadrant";
  value: Quadrant | null;
  inputs: { attractiveness: Axis; loyalty: Axis };
  scale: Scale;
  derived: boolean;
  distance: QuadrantFlips | null;
}

export interface ActivityExplanation extends OfClient {
  kind: "activity";
  value: ActivityStatus;
  unit: HistoryUnit;
  inputs: {
    /** Positions of periods with a purchase among the complete ones, 0 = the first. */
    purchases: Many;
    known: number;
    recent: number;
    /** How the limit of silence came about. */
    limit: LimitBasis | null;
    common: CommonIntervals;
    expected: number;
    actual: number;
    earlierRuns: readonly number[];
  };
  /** ISO days on which the first and the last period with a purchase begin. */
  firstPurchase: string | null;
  lastPurchase: string | null;
  silence: number;
  returned: { silence: number; limit: number } | null;
  /** Expected next purchase and its range, in periods from the end of what is known; null without a rhythm. */
  next: { at: number; earliest: number; latest: number } | null;
  limits: { silence: number; lost: number; declineBelow: number };
}

export interface ExpectedExplanation extends OfClient {
  kind: "expected";
  /** NaN where nothing is expected. */
  value: number;
  unit: HistoryUnit;
  inputs: { base: Many; recent: Many; others: ExpectedBasis["others"] };
  basis: ExpectedBasis | null;
  recentPeriods: number;
  actual: number;
  limits: { declineBelow: number; fewest: number; fewestOthers: number };
}

export interface AtRiskExplanation extends OfClient {
  kind: "atRisk";
  value: number;
  status: ActivityStatus;
  unit: HistoryUnit;
  /** The year that ends with the last purchase; or what was expected and bought, of a client that declines. */
  inputs: { year: Many } | { expected: One; actual: One; periods: number; ofYear: number } | null;
}

export interface ProfitExplanation extends OfClient {
  kind: "profit";
  /** NaN where it is not known. */
  value: number;
  inputs: { profit: One } | { revenue: One; direct: One; toServe: One | null };
  revenue: number;
  lossMaking: boolean;
  limits: { above: 0 };
}

export interface GapExplanation extends OfClient {
  kind: "gap";
  /** Undefined growth: there are no others that could grow. */
  value: { amount: number; growth: number } | null;
  inputs: { amount: One; total: One };
  limits: { dependence: number };
}

/** One reason that makes a client a key client. */
export type ReasonExplained =
  | { reason: "volume"; status: KeyStatus; share: number }
  | { reason: "potential"; amount: One; potential: One; total: number; wallet: number; grownShare: number }
  | { reason: Exclude<Reason, "volume" | "potential">; cells: CellsAt };

export interface ReasonsExplanation extends OfClient {
  kind: "reasons";
  value: readonly Reason[];
  type: ClientType | null;
  inputs: { reasons: readonly ReasonExplained[] };
  limits: { wallet: number; key: KeyTest };
}

export interface PinExplanation extends OfClient {
  kind: "pin";
  value: KeyStatus;
  inputs: { computed: KeyStatus; reason: string; until: string | null };
  contradicted: boolean;
}

export interface NextContactExplanation extends OfClient {
  kind: "nextContact";
  /** ISO day; null where no contact is known. */
  value: string | null;
  inputs: { last: string | null; negative: boolean; days: number; abc: AbcClass; cells: CellsAt };
  overdue: boolean;
}

export interface ActionExplanation extends OfClient {
  kind: "action";
  value: Action;
  /** How it is gone about. */
  advice: Advice;
  /** All that is to be done, the most urgent first: the first is the value. */
  findings: readonly Action[];
  inputs: { facts: ActionFacts };
}

export type ClientExplanation =
  | AmountExplanation
  | ShareExplanation
  | StatusExplanation
  | AbcExplanation
  | XyzExplanation
  | QuadrantExplanation
  | ActivityExplanation
  | ExpectedExplanation
  | AtRiskExplanation
  | ProfitExplanation
  | GapExplanation
  | ReasonsExplanation
  | PinExplanation
  | NextContactExplanation
  | ActionExplanation;

export type ClientFigure = ClientExplanation["kind"];
export type Explanation = ClientExplanation | FigureExplanation;
export type { Base, FigureExplanation, Frame };
