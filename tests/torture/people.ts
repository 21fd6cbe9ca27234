/** Other people at work between any two requests of every operation: nothing of theirs is lost, and every message is true. */
import { OpenExcel } from "../misfortunes/open-excel";
import { drawInterleaving, type Interleaving, type Verdict, verdictOf } from "../misfortunes/people";
import type { TortureRequest } from "./suite";

/** Failures shown in full: the others are counted. */
const mostShown = 30;

/** The fewest deeds with which it is still broken. */
async function smallest(
  excel: OpenExcel,
  drawn: Interleaving,
): Promise<{ least: Interleaving; verdict: Verdict }> {
  let least = drawn;
  let verdict = await verdictOf(excel, least);
  for (let i = 0; i < least.deeds.length;) {
    const fewer = { ...least, deeds: least.deeds.filter((_, at) => at !== i) };
    const again = await verdictOf(excel, fewer);
    if (again.kind === "broken") [least, verdict] = [fewer, again];
    else i++;
  }
  return { least, verdict };
}

export async function peopleSuite({ seed: first, kind, isOver }: TortureRequest): Promise<boolean> {
  const excel = new OpenExcel();
  const counts = new Map<string, number>();
  const count = (what: string) => counts.set(what, (counts.get(what) ?? 0) + 1);
  let [seed, shown, deeds] = [first, 0, 0];
  try {
    do {
      const drawn = drawInterleaving(seed, kind);
      const verdict = await verdictOf(excel, drawn);
      const label = `${drawn.operation.name}${drawn.isLater ? ", later" : ""}`;
      count(`${label}: ${verdict.kind}${"ending" in verdict ? ` (${verdict.ending})` : ""}`);
      if (verdict.kind !== "refused") deeds += verdict.deeds.length;
      if (verdict.kind === "broken" && shown++ < mostShown) {
        const { verdict: least } = await smallest(excel, drawn);
        const facts = least.kind === "broken" ? least : verdict;
        console.log(
          `\nbroken: ${label} on a ${drawn.scene.kind}${drawn.isCut ? ", cut small" : ""}, ended ${facts.ending}`,
        );
        console.log(`between requests: ${facts.deeds.join("; ")}`);
        for (const promise of facts.promises.slice(0, 4)) console.log(`  ${promise.slice(0, 700)}`);
        console.log(`repeat: --seed ${seed} --minutes 0${kind === null ? "" : ` --kind "${kind}"`}`);
      }
      seed++;
    } while (!isOver());
  } finally {
    excel.stop();
  }
  for (const [what, times] of [...counts].sort(([a], [b]) => (a < b ? -1 : 1)))
    console.log(`${what.padEnd(64)}${String(times).padStart(8)}`);
  console.log(`${seed - first} runs, ${deeds} deeds between two requests, ${shown} broken`);
  return shown === 0;
}
