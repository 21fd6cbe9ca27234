/**
 * What `npm run torture -- undo` and `-- sheets` draw for as long as one likes, from fixed seeds: after undoing and removing the
 * workbook is what it would be without Keyfolio, and no operation changes anything of the user's.
 */
import { OpenExcel } from "../misfortunes/open-excel";
import { verdictOf as verdictOfSheets } from "./sheets";
import { type Verdict, verdictOf as verdictOfUndo } from "./undo";

const excel = new OpenExcel();
afterAll(() => excel.stop());

async function triedFrom(
  first: number,
  count: number,
  verdictOf: (excel: OpenExcel, seed: number) => Promise<Verdict>,
): Promise<{ held: number; broken: string[] }> {
  const broken: string[] = [];
  let held = 0;
  for (let seed = first; seed < first + count; seed++) {
    const { kind, what, deeds, promises } = await verdictOf(excel, seed);
    if (kind === "held") held++;
    if (kind === "broken") broken.push([`seed ${seed}: ${what}`, ...deeds, ...promises].join("; "));
  }
  return { held, broken };
}

/** First seeds of so many runs each: a test of its own, so that a slow machine has time for it. */
const firstSeeds = [1000, 1008, 1016, 1024, 1032];
const runs = 8;

test.each(firstSeeds)(
  "runs that people meddle with are undone, and removed, down to what people did: seeds from %d",
  async (first) => {
    const { held, broken } = await triedFrom(first, runs, verdictOfUndo);
    expect(broken).toEqual([]);
    expect(held).toBeGreaterThan(runs / 2);
  },
);

test.each(firstSeeds)("workbooks of odd sheets keep all that is the user's: seeds from %d", async (first) => {
  const { held, broken } = await triedFrom(first, runs, verdictOfSheets);
  expect(broken).toEqual([]);
  expect(held).toBeGreaterThan(0);
});
