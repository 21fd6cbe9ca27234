import type { Mapping } from "./mapping";
import type { ReadingChoices } from "./reading-choices";

/** What a reading of a list is unsure of. */
export interface Doubt {
  about: "client" | "amount" | "period" | "level" | "dayOrder" | "currency" | "total";
  /** The most likely first. */
  alternatives: readonly Alternative[];
  /** Whether the first clearly leads: then it is taken and said; else the run stops and asks. */
  decided: boolean;
}

export interface Alternative {
  /** What a reader knows it by: a header, the name of a level, a currency. */
  label: string;
  /** Letters of its column on the sheet. */
  column?: string;
  header?: string;
  /** Letters of the columns that are months together. */
  months?: readonly string[];
  /** A date of the list, and the ISO day that it would be. */
  date?: { text: string; day: string };
  choice: ListChoice;
}

/** What answers a doubt: plain JSON, kept for this list. */
export interface ListChoice extends ReadingChoices {
  mapping?: Mapping;
}

/** The mapping of a list with the answer to a doubt. */
export function withChoice(mapping: Mapping, { mapping: columns, ...choices }: ListChoice): Mapping {
  const base = columns ?? mapping;
  return { ...base, choices: { ...mapping.choices, ...base.choices, ...choices } };
}
