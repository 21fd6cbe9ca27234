/** Every request and every action of every operation fails, its answer is lost, or everything from it on: nothing half done without a true message. */
import { drawFaultCase, faultsOf, faultText, FaultTrial } from "../misfortunes/faults";
import { OpenExcel } from "../misfortunes/open-excel";
import { Tally, type TortureRequest } from "./suite";

const mostShown = 30;

export async function faultsSuite({ seed: first, kind, count, isOver }: TortureRequest): Promise<boolean> {
  const excel = new OpenExcel();
  const tally = new Tally();
  let [seed, faults, shown, complete] = [first, 0, 0, 0];
  try {
    do {
      const of = drawFaultCase(seed, kind);
      const label = `${of.operation.name}${of.isLater ? ", later" : ""}`;
      const trial = new FaultTrial(excel, of);
      const actions = await trial.dryRun();
      if (actions === null) tally.count(`${label}: refused`);
      let isCutShort = false;
      // A report has thousands of actions: the time may be over before all of them have failed.
      for (const fault of actions ? faultsOf(actions, seed, Infinity) : []) {
        if (count === null && isOver()) {
          isCutShort = true;
          break;
        }
        const { hasHappened, ending, promises } = await trial.verdictOf(fault);
        if (!hasHappened) continue;
        faults++;
        tally.count(`${label}: ${promises.length > 0 ? "broken" : "kept"} (${ending})`);
        if (promises.length > 0 && shown++ < mostShown) {
          console.log(
            `\nbroken: ${label} on a ${of.scene.kind}${of.isCut ? ", cut small" : ""}: ${faultText(fault)}, ended ${ending}`,
          );
          for (const promise of promises.slice(0, 4)) console.log(`  ${promise.slice(0, 700)}`);
          console.log(`repeat: --seed ${seed} --minutes 0${kind === null ? "" : ` --kind "${kind}"`}`);
        }
      }
      if (actions && !isCutShort) {
        complete++;
        tally.count(`${label} on a ${of.scene.kind}: all faults, in ${actions.length} requests`);
      }
      seed++;
    } while (count === null ? !isOver() : seed - first < count);
  } finally {
    excel.stop();
  }
  tally.print();
  console.log(
    `${seed - first} cases, ${complete} of them with every single fault, ${faults} faults, ${shown} broken`,
  );
  return shown === 0;
}
