/** Sheets that are asked for keep names that look like formulas, numbers, days or markup as the texts that they are. */
import { dossier, scenario } from "../../../../src/workbook";
import type { SheetRecord } from "../../../../src/host/workbook-record";
import { listOfPlainNames, longestName, plainNames } from "../../../plain-names";
import { request } from "../../lists";
import { openWorkbook } from "../../session";
import { textsOf } from "../written";

const names = [...plainNames, longestName];
/** So many clients a scenario lists by name. */
const listed = 8;
const supposed = {
  change: { kind: "buysLess" as const, part: 0.5 },
  fixedCosts: 0,
  discounts: [],
};

const sheetsMade = (sheets: readonly SheetRecord[]) => sheets.slice(1);

test("a dossier of each of them: a name that a sheet may have, and no formula", async () => {
  const { host } = await openWorkbook(listOfPlainNames(names));
  for (const client of names) await dossier({ ...request, client });
  const { sheets } = await host.toRecord();
  const made = sheetsMade(sheets);
  expect(made).toHaveLength(names.length);
  for (const { name, cells } of made) {
    expect(name).toMatch(/^Dossier[^[\]:*?/\\]{0,24}$/);
    expect(cells.filter(({ formula }) => formula !== undefined)).toEqual([]);
  }
  const without = plainNames.filter(
    (name, index) => !textsOf(made[index]).some((text) => text.includes(name)),
  );
  expect(without).toEqual([]);
});

test("scenarios of all of them, which each list some", async () => {
  const { host } = await openWorkbook(listOfPlainNames(names));
  for (let first = 0; first < names.length; first += listed)
    await scenario({
      ...request,
      scenario: { ...supposed, clients: names.slice(first, first + listed) },
    });
  const made = sheetsMade((await host.toRecord()).sheets);
  const texts = new Set(made.flatMap(textsOf));
  expect(names.filter((name) => !texts.has(name))).toEqual([longestName]);
  expect([...texts].filter((text) => text.startsWith(longestName.slice(0, 32_700)))).toHaveLength(1);
  expect(made.flatMap(({ cells }) => cells.filter(({ formula }) => formula !== undefined))).toEqual([]);
});
