/** Other people at work between any two requests of every operation: nothing of theirs is lost, and every message is true. */
import { OpenExcel } from "../misfortunes/open-excel";
import { drawColleagues } from "../misfortunes/colleagues";
import { drawCrowd } from "../misfortunes/crowd";
import { drawInterleaving, type Interleaving, type Verdict, verdictOf } from "../misfortunes/people";
import { drawMovers } from "../misfortunes/movers";
import { drawStructure } from "../misfortunes/structure";
import { Tally, type TortureRequest, type TortureSuite } from "./suite";

/** Failures shown in full: the others are counted. */
const mostShown = 30;

/** The fewest deeds with which it is still broken. */
async function smallest(
  excel: OpenExcel,
  drawn: Interleaving,
): Promise<{ least: Interleaving; verdict: Verdict }> {
  let least = drawn;
  let verdict = await verdictOf(excel, least);
  while (least.rounds > 1) {
    const fewer = { ...least, rounds: least.rounds - 1 };
    const again = await verdictOf(excel, fewer);
    if (again.kind !== "broken") break;
    [least, verdict] = [fewer, again];
  }
  for (let i = 0; i < least.deeds.length;) {
    const fewer = { ...least, deeds: least.deeds.filter((_, at) => at !== i) };
    const again = await verdictOf(excel, fewer);
    if (again.kind === "broken") [least, verdict] = [fewer, again];
    else i++;
  }
  return { least, verdict };
}

export const peopleSuite: TortureSuite = (request) => tryAll(request, drawInterleaving);
export const crowdSuite: TortureSuite = (request) => tryAll(request, drawCrowd);
export const colleaguesSuite: TortureSuite = (request) => tryAll(request, drawColleagues);
export const moversSuite: TortureSuite = (request) => tryAll(request, drawMovers);
export const structureSuite: TortureSuite = (request) => tryAll(request, drawStructure);

async function tryAll(
  { seed: first, kind, count, isOver }: TortureRequest,
  draw: (seed: number, kind: string | null) => Interleaving,
): Promise<boolean> {
  const excel = new OpenExcel();
  const tally = new Tally();
  let [seed, shown, runs, deeds] = [first, 0, 0, 0];
  try {
    do {
      const drawn = draw(seed, kind);
      const verdict = await verdictOf(excel, drawn);
      const label = `${drawn.operation.name}${drawn.isLater ? ", later" : ""}`;
      if (verdict.kind === "refused") tally.count(`${label}: refused (${verdict.problem})`);
      else {
        runs += verdict.endings.length;
        deeds += verdict.deeds.length;
        for (const ending of verdict.endings) tally.count(`${label}: ${verdict.kind} (${ending})`);
      }
      if (verdict.kind === "broken" && shown++ < mostShown) {
        const { verdict: least } = await smallest(excel, drawn);
        const facts = least.kind === "broken" ? least : verdict;
        console.log(
          `\nbroken: ${label} on a ${drawn.scene.kind}${drawn.isCut ? ", cut small" : ""}, ended ${facts.endings.join(", ")}`,
        );
        console.log(`between requests: ${facts.deeds.join("; ")}`);
        for (const promise of facts.promises.slice(0, 4)) console.log(`  ${promise.slice(0, 700)}`);
        console.log(`repeat: --seed ${seed} --minutes 0${kind === null ? "" : ` --kind "${kind}"`}`);
      }
      seed++;
    } while (count === null ? !isOver() : seed - first < count);
  } finally {
    excel.stop();
  }
  tally.print();
  console.log(
    `${seed - first} workbooks, ${runs} runs beside ${deeds} deeds between two requests, ${shown} broken`,
  );
  return shown === 0;
}
