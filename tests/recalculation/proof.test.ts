import { readFileSync } from "node:fs";
import path from "node:path";
import type { WorkbookRecord } from "../../src/host/workbook-record";
import { readWorkbook } from "../../src/host/xlsx";
import { listKinds, listSheet } from "../workbook/report/proof/lists";
import { provedWorkbook } from "../workbook/report/proof/proved-workbook";
import { workbookOf } from "../workbook-records";
import { provedAgain, type ProvedAgain } from "./proved-again";

const seed = 2611;
const samples = [
  ["sample-clients.xlsx", "en"],
  ["sample-clients.ru.xlsx", "ru"],
] as const;

describe("another program calculates the proof", () => {
  let found: Map<string, ProvedAgain>;

  beforeAll(async () => {
    const made = new Map<string, WorkbookRecord>();
    for (const [at, kind] of listKinds.entries()) {
      const language = at % 2 === 0 ? "en" : "ru";
      made.set(kind, await provedWorkbook(workbookOf([listSheet(kind, seed + at)]), language));
    }
    for (const [file, language] of samples) {
      const { record } = await readWorkbook(readFileSync(path.join(__dirname, "../../assets", file)));
      made.set(file, await provedWorkbook(record, language));
    }
    found = await provedAgain(made);
  }, 600_000);

  test.each([...listKinds, ...samples.map(([file]) => file)])(
    "%s: every figure holds, in the host and in the other program",
    (name) => {
      const { lines, faults } = found.get(name)!;
      expect(faults).toEqual([]);
      expect(lines).toBeGreaterThan(50);
    },
  );
});
