import { type Language, textsOf } from "../../locales";

export type Axis = "attractiveness" | "loyalty";

/** A criterion that gets a column. */
export interface WantedCriterion {
  axis: Axis;
  header: string;
}

/** The criteria of a language that a list has no column for yet. @param headers of the list */
export function missingCriteria(headers: readonly string[], language: Language): WantedCriterion[] {
  const taken = new Set(headers.map(folded));
  const { attractiveness, loyalty } = textsOf[language].scoreColumns.criteria;
  return [
    ...attractiveness.map((header) => ({ axis: "attractiveness" as const, header })),
    ...loyalty.map((header) => ({ axis: "loyalty" as const, header })),
  ].filter(({ header }) => !taken.has(folded(header)));
}

/** Headers are the same whatever their case and the space around them. */
export const folded = (header: string): string => header.trim().toLowerCase();
