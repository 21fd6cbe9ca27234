import { drawFaultCase, faultsOf, faultText, FaultTrial } from "./faults";
import { OpenExcel } from "./open-excel";

/** More of them: `npm run torture -- faults --minutes N`. */
const cases: [operation: string, seed: number, actions: number][] = [
  ["classify", 1, 10],
  ["list of clients", 1, 4],
  ["sample", 2, 10],
  ["score columns", 4, 30],
  ["undo score columns", 9, 10],
  ["report", 2, 2],
  ["dossier", 3, 4],
  ["scenario", 3, 4],
  ["undo classify", 1, 4],
  ["remove classify", 2, 4],
];

const excel = new OpenExcel();
afterAll(() => excel.stop());

test.each(cases)(
  "whatever fails, nothing is left half done without a true message, and the next run puts it right: %s",
  async (operation, seed, most) => {
    const trial = new FaultTrial(excel, drawFaultCase(seed, operation));
    const actions = await trial.dryRun();
    const broken: { fault: string; promises: readonly string[] }[] = [];
    let happened = 0;
    for (const fault of faultsOf(actions!, seed, most)) {
      const { hasHappened, promises } = await trial.verdictOf(fault);
      if (hasHappened) happened++;
      if (promises.length > 0) broken.push({ fault: `seed ${seed}: ${faultText(fault)}`, promises });
    }
    console.log(`${operation}: ${happened} faults, seed ${seed}`);
    expect(broken).toEqual([]);
    expect(happened).toBeGreaterThan(2);
  },
);
