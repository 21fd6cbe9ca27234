/** What a cell of the report shows, apart from words and numbers: so that it can be proved. */
import type { BridgeKind, DemandPattern } from "../../../../analysis";
import type { AbcClass, ActivityStatus, Quadrant, XyzClass } from "../../../../portfolio";

/** Of one client, named by its position in the portfolio. */
export type ClientFigure =
  | "revenue"
  | "profit"
  | "amount"
  | "share"
  | "cumulative"
  | "status"
  | "gapAmount"
  | "gapGrowth"
  | "toNextLimit"
  | "abc"
  | "otherAmount"
  | "otherShare"
  | "otherAbc"
  | "xyz"
  | "class"
  | "variation"
  | "attractiveness"
  | "loyalty"
  | "quadrant"
  | "revenueShare"
  | "revenueLeft"
  | "profitLeft"
  | "opening"
  | "closing"
  | "change"
  | "changePart"
  | "kind"
  | "silence"
  | "atRisk"
  | "revenueOfCosts"
  | "directCost"
  | "costToServe"
  | "margin"
  | "cumulativeProfit"
  | "abcByRevenue"
  | "abcByProfit";

/** Of all clients together. */
export type WholeFigure =
  | "clients"
  | "total"
  | "keyClients"
  | "largestShare"
  | "hhi"
  | "effectiveClients"
  | "cr1"
  | "cr3"
  | "cr5"
  | "topFifth"
  | "gini"
  | "irregular"
  | "atRisk"
  | "netRetention"
  | "grossRetention"
  | "clientsKept"
  | "buying"
  | "earned"
  | "consumed"
  | "profitTotal"
  | "unprofitable"
  | "unprofitablePart"
  | "costToServePer100";

export type Membership = "departments" | "managers";
export type BridgeStepKey = "opening" | Exclude<BridgeKind, "same" | "none"> | "closing";
type Measure = "clients" | "amount" | "share";

export type Figure =
  | { of: "client"; client: number; figure: ClientFigure }
  | { of: "whole"; figure: WholeFigure }
  /** Of the clients that have these classes; without one, whatever it is. */
  | { of: "class"; abc?: AbcClass; xyz?: XyzClass; measure: Measure }
  | { of: "quadrant"; quadrant: Quadrant | null; measure: Measure }
  /** Null: of the clients without a pattern. */
  | { of: "demand"; pattern: DemandPattern | null; measure: Measure }
  | { of: "bridge"; step: BridgeStepKey; measure: Measure }
  | { of: "activity"; status: ActivityStatus; measure: "clients" | "amount" }
  /** Of the window that ends with a period of the whole history. */
  | { of: "window"; period: number; figure: "cr1" | "cr5" | "hhi" | "keyClients" }
  /** Of a period of the whole history: who came in it, and who of the lost bought in it for the last time. */
  | { of: "coming"; period: number; figure: "clientsThatCame" | "clientsLost" | "lostPart" | "lostAmount" }
  | {
      of: "group";
      by: Membership;
      group: number;
      figure:
        | "total"
        | "revenue"
        | "share"
        | "revenueShare"
        | "clients"
        | "keyClients"
        | "profit"
        | "largestShare"
        | "growthRate"
        | "netRetention"
        | BridgeStepKey;
    }
  /** Of a client inside a group: the position of the pair in the membership. */
  | { of: "pair"; by: Membership; pair: number; figure: "amount" | "share" | "status" };

/** A figure in its cell, zero-based inside the page. */
export interface ShownFigure {
  row: number;
  column: number;
  figure: Figure;
  /** Head of its column, or what its row is about. */
  label: string;
}
