/** Undoing, removing, and odd workbooks: what is the user's is what it would be without Keyfolio. */
import { OpenExcel } from "../misfortunes/open-excel";
import { verdictOf as verdictOfRunsApart } from "../taking-back/between-runs";
import { verdictOf as verdictOfSheets } from "../taking-back/sheets";
import { type Verdict, verdictOf as verdictOfUndo } from "../taking-back/undo";
import { Tally, type TortureRequest } from "./suite";

/** Failures shown in full: the others are counted. */
const mostShown = 20;

function seededSuite(name: string, verdictOfSeed: (excel: OpenExcel, seed: number) => Promise<Verdict>) {
  return async ({ seed: first, count, isOver }: TortureRequest): Promise<boolean> => {
    const excel = new OpenExcel();
    const tally = new Tally();
    let [seed, broken] = [first, 0];
    try {
      do {
        const verdict = await verdictOfSeed(excel, seed);
        const label = `${verdict.what}: ${verdict.kind}`;
        tally.count(label);
        if (verdict.kind === "broken" && broken++ < mostShown) {
          console.log(`\nbroken: ${verdict.what}${verdict.deeds.map((deed) => `; ${deed}`).join("")}`);
          for (const promise of verdict.promises) console.log(`  ${promise.slice(0, 1500)}`);
          console.log(`repeat: npm run torture -- ${name} --seed ${seed} --minutes 0`);
        }
        seed++;
      } while (count === null ? !isOver() : seed - first < count);
    } finally {
      excel.stop();
    }
    tally.print();
    console.log(`${seed - first} runs, ${broken} broken`);
    return broken === 0;
  };
}

export const undoSuite = seededSuite("undo", verdictOfUndo);
export const sheetsSuite = seededSuite("sheets", verdictOfSheets);
export const betweenSuite = seededSuite("between", verdictOfRunsApart);
