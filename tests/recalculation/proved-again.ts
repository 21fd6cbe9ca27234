import type { WorkbookRecord } from "../../src/host/workbook-record";
import { readWorkbook, writeWorkbook } from "../../src/host/xlsx";
import { brokenIn, type ProofLine, proofLines } from "../workbook/report/proof/proofs";
import { recalculated } from "./libre-office";

/** Relative to the figure; figures that a sum leaves at 0 have none. */
const largest = 1e-9;

/** What a Proof sheet says, and what it says when another program has calculated it anew. */
export interface ProvedAgain {
  lines: number;
  /** In words; empty where every figure holds, in the host and in the other program. */
  faults: string[];
  /** The largest difference, as a part of the figure. */
  worst: number;
}

/** Throws the results of all formulas away and lets another program calculate them: one call for all workbooks. */
export async function provedAgain(
  records: ReadonlyMap<string, WorkbookRecord>,
): Promise<Map<string, ProvedAgain>> {
  const files = new Map<string, Uint8Array>();
  for (const [name, record] of records) files.set(name, await writeWorkbook(record));
  const again = recalculated(files);
  const found = new Map<string, ProvedAgain>();
  for (const [name, record] of records) {
    const own = proofLines(record);
    const bytes = again.get(name);
    const lines = bytes ? proofLines((await readWorkbook(bytes)).record) : [];
    const worst = worstOf(lines);
    const faults = [
      ...brokenIn(own).map((each) => `host: ${each}`),
      ...brokenIn(lines).map((each) => `other program: ${each}`),
      ...(lines.length === own.length ? [] : [`${own.length} lines, ${lines.length} in the other program`]),
      ...(own.length > 0 ? [] : ["no lines"]),
      ...(worst < largest ? [] : [`a difference of ${worst}`]),
    ];
    found.set(name, { lines: own.length, faults, worst });
  }
  return found;
}

/** The difference against what is in the report; 0 for texts that are the same. */
function worstOf(lines: readonly ProofLine[]): number {
  let worst = 0;
  for (const { difference, ours } of lines) {
    if (typeof difference !== "number") return Infinity;
    if (typeof ours === "number" && ours !== 0) worst = Math.max(worst, Math.abs(difference / ours));
  }
  return worst;
}
