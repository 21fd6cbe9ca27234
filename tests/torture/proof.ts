/**
 * Invented lists under rules drawn at random: every figure of the report holds on its Proof sheet, in the host, and when another
 * program has calculated all formulas anew.
 */
import type { WorkbookRecord } from "../../src/host/workbook-record";
import { defaultPolicy, Problem } from "../../src/portfolio";
import { Draws } from "../draws";
import { randomPolicy } from "../portfolio/explanations/random-portfolios";
import { provedAgain } from "../recalculation/proved-again";
import { listKinds, listSheet } from "../workbook/report/proof/lists";
import { provedWorkbook } from "../workbook/report/proof/proved-workbook";
import { workbookOf } from "../workbook-records";
import { Tally, type TortureRequest } from "./suite";

/** So many workbooks are opened by the other program at once. */
const batch = 10;
/** Lines that do not hold are shown up to so many of a list. */
const shown = 8;

export async function proofSuite({ seed: first, kind: wanted, isOver }: TortureRequest): Promise<boolean> {
  const tally = new Tally();
  let [seed, lines, failed, worst] = [first, 0, 0, 0];
  const kinds = listKinds.filter((kind) => kind.startsWith(wanted ?? ""));
  do {
    const made = new Map<string, WorkbookRecord>();
    for (let count = 0; count < batch && (count === 0 || !isOver()); count++, seed++) {
      const draws = Draws.scattered(seed);
      const kind = kinds[seed % kinds.length];
      const language = draws.pick(["en", "ru"] as const);
      const rules = { ...(draws.chance(0.6) ? randomPolicy(draws) : defaultPolicy), proof: true };
      try {
        const proved = await provedWorkbook(workbookOf([listSheet(kind, seed)]), language, { rules });
        made.set(String(seed), proved);
        tally.count(kind);
      } catch (error) {
        // A question about the reading: there is no report without an answer.
        if (!(error instanceof Problem)) throw error;
        tally.count(`${kind}: ${error.detail.kind}`);
      }
    }
    for (const [name, found] of await provedAgain(made)) {
      lines += found.lines;
      worst = Math.max(worst, found.worst);
      if (found.faults.length === 0) continue;
      failed++;
      console.log(`\nfailed: seed ${name} (${kinds[Number(name) % kinds.length]})`);
      for (const fault of found.faults.slice(0, shown)) console.log(fault);
      console.log(
        `repeat: --seed ${name}${wanted === null ? "" : ` --kind "${wanted}"`} --minutes 0 (${found.faults.length} faults)`,
      );
    }
  } while (!isOver());
  tally.print();
  console.log(
    `${seed - first} lists from seed ${first}, ${lines} figures proved by two programs, ${failed} lists fail; the largest difference is ${worst}`,
  );
  return failed === 0;
}
