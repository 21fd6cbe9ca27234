/**
 * `npm run torture -- SUITE [--minutes N] [--seed S] [--kind NAME] [--count CASES]`: what is drawn at random for as long as one likes, from a
 * seed that repeats it. Ends with what was found; exit code 1 where something is wrong.
 */
import { explanationsSuite } from "./explanations";
import { faultsSuite } from "./faults";
import { filesSuite } from "./files";
import { largeSuite } from "./large";
import { mutationsSuite } from "./mutations";
import { colleaguesSuite, crowdSuite, moversSuite, peopleSuite, structureSuite } from "./people";
import { proofSuite } from "./proof";
import { readingSuite } from "./reading";
import type { TortureSuite } from "./suite";
import { betweenSuite, sheetsSuite, undoSuite } from "./taking-back";
import { wholeSuite } from "./whole";

const suites: Readonly<Record<string, TortureSuite>> = {
  between: betweenSuite,
  colleagues: colleaguesSuite,
  crowd: crowdSuite,
  explanations: explanationsSuite,
  faults: faultsSuite,
  files: filesSuite,
  large: largeSuite,
  movers: moversSuite,
  mutations: mutationsSuite,
  people: peopleSuite,
  proof: proofSuite,
  reading: readingSuite,
  sheets: sheetsSuite,
  structure: structureSuite,
  undo: undoSuite,
  whole: wholeSuite,
};

async function torture([name, ...options]: readonly string[]): Promise<number> {
  const suite = suites[name];
  const value = (option: string): string | null => {
    const at = options.indexOf(`--${option}`);
    return at < 0 ? null : (options[at + 1] ?? null);
  };
  const count = value("count") === null ? null : Number(value("count"));
  const minutes = Number(value("minutes") ?? 1);
  const seed = Number(value("seed") ?? Date.now() % 1_000_000_000);
  if (!suite || !Number.isFinite(minutes) || !Number.isInteger(seed)) {
    const names = Object.keys(suites).join("|");
    console.error(
      `usage: npm run torture -- ${names} [--minutes N] [--seed S] [--kind NAME] [--count CASES]`,
    );
    return 1;
  }
  const end = Date.now() + minutes * 60_000;
  return (await suite({ seed, kind: value("kind"), count, isOver: () => Date.now() >= end })) ? 0 : 1;
}

void torture(process.argv.slice(2)).then((code) => process.exit(code));
