/** What the workbench saves after its commands have run is the workbook that was opened, with our columns and sheets added. */
import { readFile } from "node:fs/promises";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { packageOf, partsOf } from "../host/xlsx/package-of";
import { compared } from "../host/xlsx/patch/whole";
import { everyPart } from "../host/xlsx/rich/everything";
import { everyThing, isKept } from "../host/xlsx/rich/kept-things";
import { packageFaults } from "../host/xlsx/rich/package-faults";
import { listPart, tablePart } from "../host/xlsx/rich/rich-workbook";
import { reportTextsOf } from "../../src/locales/report-texts";
import { workbenches } from "./workbench";

const open = workbenches();
const folder = mkdtempSync(path.join(tmpdir(), "keyfolio-kept-"));
afterAll(() => rmSync(folder, { recursive: true }));

it.each(["region", "table"] as const)("everything around and in a list that is a %s", async (shape) => {
  const { parts, sheet } = everyPart(shape);
  const input = await packageOf(parts);
  const file = path.join(folder, `${shape}.xlsm`);
  writeFileSync(file, input);
  const { page, texts, record, openFile, openSheet } = await open();
  await openFile(file);
  const ribbon = page.getByRole("region", { name: texts.workbench.ribbon });
  for (const command of [texts.workbench.classifyRows, texts.workbench.portfolioReport]) {
    await ribbon.getByRole("button", { name: command }).click();
    await page.waitForFunction(() => window.keyfolioWorkbench.bench.state.running === null);
  }
  const { dependency } = reportTextsOf.en.sheets;
  expect((await record()).sheets.map(({ name }) => name)).toContain(dependency);
  // Saved on the sheet on which it was opened.
  await openSheet(sheet);

  const download = page.waitForEvent("download");
  await page.getByRole("button", { name: texts.workbench.save, exact: true }).click();
  const question = page.getByRole("dialog");
  await question.getByRole("button", { name: texts.workbench.save, exact: true }).click();
  expect((await download).suggestedFilename()).toBe(`${shape}.xlsm`);
  const output = new Uint8Array(await readFile(await (await download).path()));

  const [before, after] = await Promise.all([input, output].map(partsOf));
  expect(Object.keys(everyThing).filter((thing) => !isKept(thing, before, after))).toEqual([]);
  expect((await compared(input, output, [listPart, tablePart])).lost).toEqual([]);
  expect(await packageFaults(output)).toEqual([]);
});
