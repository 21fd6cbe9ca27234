export type PeriodUnit = "day" | "week" | "month" | "quarter" | "half" | "year";

/** A period of the history. Dates are ISO days (`2024-01-31`), both ends inclusive. */
export interface Period {
  unit: PeriodUnit;
  start: string;
  end: string;
}
