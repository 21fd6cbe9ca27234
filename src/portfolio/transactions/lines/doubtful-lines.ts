import { total } from "../../../analysis";
import type { SourceColumn } from "../../list/source-list";
import { STEP, type Steps } from "../../steps";
import { saysDelivery } from "../kinds/delivery-lines";
import { isWaiting } from "../kinds/kind-of-text";
import { isStage } from "../kinds/line-kind";
import type { JoinedLines } from "./joined-lines";
import type { LineSource } from "./line-reading";

/** Lines that count although they may be no sales, with the words that say so. */
export interface DoubtfulLines {
  lines: number;
  amount: number;
  words: readonly string[];
}

/** A column with more different texts than these names no goods that come back, and no statuses. */
const mostTexts = 500;

/**
 * Finds lines that count although a status says that the order waits ("Open", "Pending") or a name that they are the delivery of
 * what was sold ("Shipping"): nobody but the user can tell. Null where there are none, or no others.
 */
export function* doubtfulLinesSteps(lines: JoinedLines): Steps<DoubtfulLines | null> {
  const words = new Set<string>();
  const found: number[] = [];
  let [at, counted] = [0, 0];
  for (const { source } of lines.parts) {
    const columns = doubtfulColumns(source);
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

/** Columns in which some texts raise the doubt, with these texts. */
function doubtfulColumns({ list, columns }: LineSource): (SourceColumn & { texts: ReadonlySet<string> })[] {
  const stages = columns.kinds.filter(isStage);
  const named = [columns.client, columns.code, columns.group, columns.manager, columns.department];
  return list.columns.flatMap((column) => {
    if (named.some((other) => other?.index === column.index)) return [];
    const isDoubtful = stages.includes(column) ? isWaiting : saysDelivery;
    const all = new Set<string>();
    for (const content of column.others.values()) {
      if (typeof content === "string" && all.add(content).size > mostTexts) return [];
    }
    const texts = new Set([...all].filter(isDoubtful));
    return texts.size > 0 ? [{ ...column, texts }] : [];
  });
}
