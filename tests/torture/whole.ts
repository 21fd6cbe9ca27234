/**
 * Workbooks with a client list amid everything that Excel writes: what a run gives back is the input with our columns and
 * sheets added, needs no repair, and has the same results when another program calculates it. So it is with the habits of other
 * programs, and in the month that follows.
 */
import { readWorkbook } from "../../src/host/xlsx";
import { compared, runOn, strangeFaults, unproved } from "../host/xlsx/patch/whole";
import { packageFaults } from "../host/xlsx/rich/package-faults";
import { richWorkbook } from "../host/xlsx/rich/rich-workbook";
import { comparedValues } from "../recalculation/compared-values";
import { recalculated } from "../recalculation/libre-office";
import type { TortureRequest } from "./suite";

/** So many workbooks are opened by the other program at once. */
const batch = 20;

export async function wholeSuite({ seed: first, isOver }: TortureRequest): Promise<boolean> {
  let [seed, formulas, failed] = [first, 0, 0];
  const fail = (name: string, faults: readonly string[]) => {
    if (faults.length === 0) return;
    failed++;
    console.log(`\nfailed: seed ${name}\n${faults.join("\n")}\nrepeat: --seed ${name} --minutes 0`);
  };
  do {
    const outputs = new Map<string, Uint8Array>();
    for (let count = 0; count < batch; count++, seed++) {
      try {
        const { bytes, sheet, list } = await richWorkbook(seed);
        const output = await runOn(bytes, { sheet, ...unproved });
        outputs.set(String(seed), output);
        fail(String(seed), [
          ...(await compared(bytes, output, list)).lost,
          ...(await packageFaults(output)),
          ...(await strangeFaults(seed)).map((fault) => `as another program may have written it: ${fault}`),
        ]);
      } catch (error) {
        fail(String(seed), [String((error as Error).stack)]);
      }
      if (isOver()) break;
    }
    for (const [name, now] of recalculated(outputs)) {
      if (now === undefined) fail(name, ["the other program does not open it"]);
      else {
        const [stored, calculated] = [await readWorkbook(outputs.get(name)!), await readWorkbook(now)];
        const result = comparedValues(stored.record, calculated.record);
        formulas += result.formulas;
        fail(name, result.differences);
      }
    }
  } while (!isOver());
  console.log(`${seed - first} workbooks, ${formulas} formulas calculated anew, ${failed} failures`);
  return failed === 0;
}
