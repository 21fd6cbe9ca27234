import type { WorkbookRecord } from "../../src/host/workbook-record";
import { readWorkbook, writeWorkbook } from "../../src/host/xlsx";
import { type ListKind, listKinds, listSheet } from "../workbook/report/proof/lists";
import { brokenIn, type ProofLine, proofLines } from "../workbook/report/proof/proofs";
import { provedWorkbook } from "../workbook/report/proof/proved-workbook";
import { workbookOf } from "../workbook-records";
import { recalculated } from "./libre-office";

const seed = 2611;

/** The difference against what is in the report; 0 for texts that are the same. */
const worstOf = (lines: readonly ProofLine[]) =>
  Math.max(
    ...lines.map(({ difference, ours }) =>
      typeof difference !== "number"
        ? Infinity
        : typeof ours === "number" && ours !== 0
          ? Math.abs(difference / ours)
          : 0,
    ),
  );

describe("another program calculates the proof of generated lists", () => {
  const made = new Map<ListKind, WorkbookRecord>();
  let again: Map<string, Uint8Array | undefined>;

  beforeAll(async () => {
    const files = new Map<string, Uint8Array>();
    for (const [at, kind] of listKinds.entries()) {
      const language = at % 2 === 0 ? "en" : "ru";
      const record = await provedWorkbook(workbookOf([listSheet(kind, seed + at)]), language);
      made.set(kind, record);
      files.set(kind, await writeWorkbook(record));
    }
    again = recalculated(files);
  }, 600_000);

  test.each(listKinds)("%s: every figure holds, in the host and in the other program", async (kind) => {
    const own = proofLines(made.get(kind)!);
    expect(own.length).toBeGreaterThan(50);
    expect(brokenIn(own)).toEqual([]);
    const { record } = await readWorkbook(again.get(kind)!);
    const lines = proofLines(record);
    expect(brokenIn(lines)).toEqual([]);
    expect(lines.length).toBe(own.length);
    expect(worstOf(lines)).toBeLessThan(1e-9);
  });
});
