import { total } from "../../../analysis";
import { STEP, type Steps, within } from "../../steps";
import { documentsSteps, groupsOfLinesSteps } from "../documents/document-groups";
import type { JoinedLines } from "./joined-lines";

/** Lines that stand a second time, with the money that they add. */
export interface DoubledLines {
  lines: number;
  amount: number;
}

/**
 * Finds documents of which each line stands twice or more, the same in every cell: an export that was pasted once more. Two of the same
 * article on one invoice are none. They count: nobody but the user can tell.
 *
 * @returns null where there are none, or no document numbers
 */
export function* doubledLinesSteps(lines: JoinedLines): Steps<DoubledLines | null> {
  if (lines.parts.every(({ source }) => source.columns.document === null)) return null;
  const documentOf = lines.textOf(({ columns }) => columns.document);
  const clientOf = lines.textOf(({ columns }) => columns.client);
  const keys = [(line: number) => documentOf(line).trim(), clientOf];
  const isCounted = (line: number) => lines.counts(line);
  const documents = yield* within(0, 0.5, groupsOfLinesSteps(lines.count, keys, isCounted));
  const several = yield* within(
    0.5,
    0.6,
    documentsSteps(documents, ({ length }) => length > 1),
  );
  const doubled: number[] = [];
  for (const [at, of] of several.entries()) {
    if (at % STEP === 0) yield 0.6 + (0.4 * at) / several.length;
    doubled.push(...secondOf(lines, of));
  }
  const amount = total(Float64Array.from(doubled, (line) => lines.amounts[line]));
  return doubled.length > 0 ? { lines: doubled.length, amount } : null;
}

/** The lines of a document that stand there already; none unless all do. */
function secondOf(lines: JoinedLines, of: readonly number[]): number[] {
  if (new Set(of.map((line) => lines.amounts[line])).size > of.length / 2) return [];
  const known = new Map<string, number>();
  const second: number[] = [];
  for (const line of of) {
    const text = lines.rowText(line);
    const times = known.get(text) ?? 0;
    known.set(text, times + 1);
    if (times > 0) second.push(line);
  }
  return [...known.values()].every((times) => times > 1) ? second : [];
}
