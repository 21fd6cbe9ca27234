/** Another person at work beside lists of many rows, whose results need several requests at their usual size. */
import { insertedBetweenWrites } from "../misfortunes/inserted-column";
import { OpenExcel } from "../misfortunes/open-excel";
import type { TortureRequest } from "./suite";

/** Rows of the first list; the next ones have as many more as the seed says. */
const fewestRows = 25_000;

export async function largeSuite({ seed: first, isOver }: TortureRequest): Promise<boolean> {
  const excel = new OpenExcel();
  let [seed, broken] = [first, 0];
  try {
    do {
      const rowCount = fewestRows + (seed % 1000);
      const faults = await insertedBetweenWrites((record) => excel.open(record), rowCount);
      if (faults.length > 0) {
        broken++;
        console.log(`\nbroken: ${rowCount} rows: ${faults.join("; ")}\nrepeat: --seed ${seed} --minutes 0`);
      }
      seed++;
    } while (!isOver());
  } finally {
    excel.stop();
  }
  console.log(`${seed - first} lists of ${fewestRows} rows and more, ${broken} broken`);
  return broken === 0;
}
