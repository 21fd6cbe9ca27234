import { total } from "../../../analysis";
import type { LinesRead } from "../../list/lines-read";
import type { SourceColumn, SourceList } from "../../list/source-list";
import { STEP, type Steps } from "../../steps";
import { saysDelivery } from "../kinds/delivery-lines";
import { isWaiting } from "../kinds/kind-of-text";
import { isStage } from "../kinds/line-kind";
import type { JoinedLines } from "./joined-lines";
import type { LineSource } from "./line-reading";

/** A column with more different texts than these names no goods that come back, and no statuses. */
const mostTexts = 500;

/**
 * Finds lines that count although a status says that the order waits ("Open", "Pending") or a name that they are the delivery of
 * what was sold ("Shipping"): nobody but the user can tell. Null where there are none, or no others.
 */
export function* doubtfulLinesSteps(lines: JoinedLines): Steps<LinesRead["doubtful"]> {
  // Periods of one list are parts of their own, with the same columns.
  const known = new Map<SourceList, readonly DoubtfulColumn[]>();
  const words = new Set<string>();
  const found: number[] = [];
  let [at, counted] = [0, 0];
  for (const { source } of lines.parts) {
    const columns = known.get(source.list) ?? (yield* doubtfulColumnsSteps(source, at / lines.count));
    known.set(source.list, columns);
    for (let row = 0; row < source.list.rowCount; row++, at++) {
      if (at % STEP === 0) yield at / lines.count;
      if (!lines.counts(at) || lines.amounts[at] === 0) continue;
      counted++;
      const column = columns.find(({ texts, others }) => texts.has(String(others.get(row) ?? "")));
      if (!column) continue;
      words.add(String(column.others.get(row)).trim());
      found.push(at);
    }
  }
  if (found.length === 0 || found.length === counted) return null;
  const amount = total(Float64Array.from(found, (line) => lines.amounts[line]));
  return { lines: found.length, amount, words: [...words] };
}

/** A column in which some texts raise the doubt, with these texts. */
type DoubtfulColumn = Pick<SourceColumn, "others"> & { texts: ReadonlySet<string> };

/** @param done part of all that is done by now */
function* doubtfulColumnsSteps({ list, columns }: LineSource, done: number): Steps<DoubtfulColumn[]> {
  const stages = columns.kinds.filter(isStage);
  const named = [columns.client, columns.code, columns.group, columns.manager, columns.department];
  const found: DoubtfulColumn[] = [];
  for (const column of list.columns) {
    yield done;
    if (named.some((other) => other?.index === column.index)) continue;
    const texts = [...textsIn(column)].filter(stages.includes(column) ? isWaiting : saysDelivery);
    if (texts.length > 0) found.push({ others: column.others, texts: new Set(texts) });
  }
  return found;
}

/** The different texts of a column; none where they are too many. */
function textsIn({ others }: SourceColumn): ReadonlySet<string> {
  const texts = new Set<string>();
  for (const content of others.values()) {
    if (typeof content === "string" && texts.add(content).size > mostTexts) return new Set();
  }
  return texts;
}
