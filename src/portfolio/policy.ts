import type { Cut, Limit, PresetName } from "../analysis";

export type { Cut, Limit, PresetName };

/** Every rule a user can choose, as versioned JSON (kept in the workbook, exported as a file). Shares and limits are fractions. */
export interface Policy {
  version: 1;
  ladder: { preset: PresetName; key: Limit; dependence: Limit | null; mono: Limit | null };
  /** What shares and ABC are computed from. Profit, when mapped, is the second opinion. */
  base: "revenue" | "profit";
  /** Rows of one parent group count as one client. */
  joinGroups: boolean;
  abc: { aLimit: number; bLimit: number; crossing: "up" | "down" };
  xyz: {
    method: "variation" | "frequency";
    variation: { xLimit: number; yLimit: number; deviation: "population" | "sample" };
    frequency: { xLimit: number; yLimit: number };
    leadingZeros: "skip" | "count";
    /** Whether the history is judged in its own periods or summed to quarters first. */
    step: "period" | "quarter";
  };
  kaism: {
    scale: { lowest: number; highest: number };
    attractivenessCut: Cut;
    loyaltyCut: Cut;
    /** Weight by criterion header; a criterion that is not named weighs 1. */
    weights: Readonly<Record<string, number>>;
  };
  /** Which periods count: all complete ones, the last k complete ones, or from–to (ISO days). */
  window: "complete" | { last: number } | { from: string; to: string };
  /** ISO day; null = today decides whether the last period is complete. */
  asOf: string | null;
  columns: readonly ("share" | "status" | "abc" | "xyz" | "quadrant" | "reason" | "action")[];
}
