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

test("runs that people meddle with are undone, and removed, down to what people did", async () => {
  const { held, broken } = await triedFrom(1000, 60, verdictOfUndo);
  expect(broken).toEqual([]);
  expect(held).toBeGreaterThan(40);
});

test("workbooks of odd sheets keep all that is the user's", async () => {
  const { held, broken } = await triedFrom(1000, 50, verdictOfSheets);
  expect(broken).toEqual([]);
  expect(held).toBeGreaterThan(20);
});
