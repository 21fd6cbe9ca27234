import type { WhatStays } from "../../locales";

/** What was taken back. */
export interface TakenBack {
  /** Headers of columns that went or got their previous cells again. */
  columns: readonly string[];
  sheets: readonly string[];
  stays: readonly WhatStays[];
}
