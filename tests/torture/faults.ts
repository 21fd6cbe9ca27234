/** Every request and every action of every operation fails, its answer is lost, or everything from it on: nothing half done without a true message. */
import { drawFaultCase, faultsOf, faultText, FaultTrial } from "../misfortunes/faults";
import { OpenExcel } from "../misfortunes/open-excel";
import { Tally, type TortureRequest } from "./suite";

const mostShown = 30;
/** Actions of a case at which something happens: a report has thousands. */
const mostActions = 150;

export async function faultsSuite({ seed: first, kind, isOver }: TortureRequest): Promise<boolean> {
  const excel = new OpenExcel();
  const tally = new Tally();
  let [seed, faults, shown] = [first, 0, 0];
  try {
    do {
      const of = drawFaultCase(seed, kind);
      const label = `${of.operation.name}${of.isLater ? ", later" : ""}`;
      const trial = new FaultTrial(excel, of);
      const actions = await trial.dryRun();
      if (actions === null) tally.count(`${label}: refused`);
      for (const fault of actions ? faultsOf(actions, seed, mostActions) : []) {
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
        if (isOver()) break;
      }
      seed++;
    } while (!isOver());
  } finally {
    excel.stop();
  }
  tally.print();
  console.log(`${seed - first} cases, ${faults} faults, ${shown} broken`);
  return shown === 0;
}
