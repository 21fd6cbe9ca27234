import { today } from "../../commands/today";
import { textsOf, type Language } from "../../locales";
import {
  addUpLinesSteps,
  classifyInSlices,
  inSlices,
  linesWithin,
  madeHeaders,
  madeMapping,
  madeSourceList,
  Problem,
  withChoice,
  type LineSource,
  type ListChoice,
  type Mapping,
  type Policy,
  type SourceList,
} from "../../portfolio";

/** What an answer to a question about the reading would give. */
export type Outcome =
  | {
      kind: "figures";
      clients: number;
      total: number;
      largest: { name: string; share: number };
      /** First and last ISO day of lines of documents; null of other lists. */
      days: { first: string; last: string } | null;
    }
  /** Another question comes after it. */
  | { kind: "asks" }
  /** The list cannot be read in this way. */
  | { kind: "fails" };

/** A list before it was classified, as it was read. */
export interface Unanswered {
  list: SourceList;
  mapping: Mapping;
  /** Lines of documents that are behind it; null where the columns tell. */
  sources: readonly LineSource[] | null;
  policy: Policy;
  /** Of what is written into the workbook. */
  language: Language;
}

/**
 * Classifies a list as it would be after an answer, in slices and in memory only.
 * @throws Problem cancelled
 */
export async function outcomeOf(
  unanswered: Unanswered,
  choice: ListChoice,
  signal: AbortSignal,
): Promise<Outcome> {
  const { policy } = unanswered;
  try {
    const { list, mapping } = await clientsOf(unanswered, choice, signal);
    const { portfolio, shares } = await classifyInSlices(list, mapping, policy, today(), { signal });
    let largest = 0;
    for (let client = 1; client < shares.length; client++)
      if (shares[client] > shares[largest]) largest = client;
    const { first = null, last = null } = list.lines ?? {};
    return {
      kind: "figures",
      clients: portfolio.clients.length,
      total: portfolio.total,
      largest: { name: portfolio.clients[largest], share: shares[largest] },
      days: first && last ? { first, last } : null,
    };
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    const { kind } = error.detail;
    if (kind === "cancelled") throw error;
    return { kind: kind === "doubtful" || kind === "totalDiffers" ? "asks" : "fails" };
  }
}

/** The list of clients after the answer: the list itself, or what its lines add up to. */
async function clientsOf(
  { list, mapping, sources, language }: Unanswered,
  choice: ListChoice,
  signal: AbortSignal,
): Promise<Pick<Unanswered, "list" | "mapping">> {
  const answered = withChoice(mapping, choice);
  const lines = sources ?? linesWithin(list, answered, today());
  if (lines.length === 0) return { list, mapping: answered };
  const { unit, currency, rates, dayFirst } = answered.choices ?? {};
  const steps = addUpLinesSteps(lines, { asOf: today(), unit, currency, rates, dayFirst });
  const made = await inSlices(steps, { signal });
  const headers = madeHeaders(made, textsOf[language].madeList);
  const { name, sheet, decimalSeparator } = list;
  return {
    list: madeSourceList(made, headers, { name, sheet, top: 0, left: 0, decimalSeparator }),
    mapping: madeMapping(made, headers),
  };
}
