/** Generated layouts of client lists, each read through the genuine Office.js, also beside its results: the reading is right, or it asks. */
import fc from "fast-check";
import { pictureOf } from "../reading/drawing";
import { layoutKinds } from "../reading/generator";
import type { Layout, LayoutKind } from "../reading/layout";
import { type Verdict, verdictOf } from "../reading/reading";
import type { TortureRequest } from "./suite";

const verdicts = ["right", "asked", "refused", "misled", "wrong", "failed"] as const;
type Count = Record<(typeof verdicts)[number], number>;

/** Layouts shown in full per kind: the others are counted. */
const shownPerKind = 2;
const shrinkRuns = 40;

const drawn = (seed: number) => ({ seed, numRuns: 1, unbiased: true });

async function tried(layout: Layout): Promise<Verdict | { kind: "failed"; why: string }> {
  try {
    return await verdictOf(layout, true);
  } catch (error) {
    return { kind: "failed", why: (error as Error).stack ?? String(error) };
  }
}

const isDefect = ({ kind }: { kind: string }) => kind === "wrong" || kind === "failed" || kind === "misled";

/** The smallest layout that fast-check finds to be read wrong too. */
async function smallest(kind: LayoutKind, seed: number, first: Layout): Promise<Layout> {
  let least = first;
  let runs = 0;
  const property = fc.asyncProperty(kind.arbitrary, async (layout) => {
    if (runs++ > shrinkRuns || !isDefect(await tried(layout))) return true;
    least = layout;
    return false;
  });
  await fc.check(property, drawn(seed));
  return least;
}

export async function readingSuite({ seed: first, kind: wanted, isOver }: TortureRequest): Promise<boolean> {
  const exact = layoutKinds.filter(({ name }) => name === wanted);
  const kinds =
    exact.length > 0 ? exact : layoutKinds.filter(({ name }) => wanted === null || name.startsWith(wanted));
  const counts = new Map<string, Count>();
  const shown = new Map<string, number>();
  let seed = first;
  do {
    const kind = kinds[seed % kinds.length];
    const [layout] = fc.sample(kind.arbitrary, drawn(seed));
    const verdict = await tried(layout);
    const count: Count =
      counts.get(kind.name) ?? (Object.fromEntries(verdicts.map((name) => [name, 0])) as Count);
    counts.set(kind.name, count);
    count[verdict.kind]++;
    if (verdict.kind === "refused") {
      console.log(`refused: ${layout.kind}, seed ${seed}: ${verdict.problem}`);
    }
    if (isDefect(verdict)) {
      const before = shown.get(kind.name) ?? 0;
      shown.set(kind.name, before + 1);
      const repeat = `--kind "${kind.name}" --seed ${seed} --minutes 0`;
      console.log(
        `\n${verdict.kind}: ${layout.kind}: ${(verdict as { why: string }).why}\nrepeat: ${repeat}`,
      );
      if (before < shownPerKind) {
        const least = await smallest(kind, seed, layout);
        const again = await tried(least);
        console.log(`smallest (${again.kind}: ${"why" in again ? again.why : ""})`);
        for (const sheet of least.sheets) console.log(pictureOf(sheet));
      }
    }
    seed++;
  } while (!isOver());
  return told(counts);
}

function told(counts: ReadonlyMap<string, Count>): boolean {
  const all = Object.fromEntries(verdicts.map((name) => [name, 0])) as Count;
  console.log(`\n${"".padEnd(24)}${verdicts.map((name) => name.padStart(9)).join("")}`);
  for (const [kind, count] of [...counts].sort(([a], [b]) => (a < b ? -1 : 1))) {
    for (const name of verdicts) all[name] += count[name];
    console.log(`${kind.padEnd(24)}${verdicts.map((name) => String(count[name]).padStart(9)).join("")}`);
  }
  console.log(`${"all".padEnd(24)}${verdicts.map((name) => String(all[name]).padStart(9)).join("")}`);
  return all.wrong + all.failed + all.misled === 0;
}
