/** Which periods count for amounts and classes. */
export interface PeriodChoice {
  /** All complete ones, the last k complete ones, or from–to (ISO days). */
  window: "complete" | { last: number } | { from: string; to: string };
  /** ISO day; null = today decides whether the last period is complete. */
  asOf: string | null;
}
