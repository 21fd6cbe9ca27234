import type { Language } from "../../src/locales";
import { inspect } from "./accessibility";
import { paneOf, workbenches, type WorkbenchChoices } from "./workbench";

const open = workbenches();

interface Way extends WorkbenchChoices {
  name: string;
  language: Language;
}

const ways: Way[] = [
  { name: "en", language: "en", theme: "light" },
  { name: "ru-narrow-dark", language: "ru", theme: "dark", narrowPane: true },
];

it.each(ways)(
  "a run is undone, a note on a report sheet stays, and Keyfolio is removed: $name",
  async ({ name, ...choices }) => {
    const excel = await open(choices);
    const { pane, texts, page } = excel;
    const { step, button } = paneOf(excel);
    const { firstRun, source, run, undo } = texts.pane;

    await button(firstRun.sample).click();
    await pane.getByRole("heading", { name: source.columns }).waitFor();
    await excel.quiet();
    const before = await excel.record();
    await step("run").click();
    await button(run.jobs.classifyAndReport).click();
    await pane.getByText(run.done.classifyAndReport).waitFor();
    expect((await excel.record()).sheets.length).toBeGreaterThan(before.sheets.length);
    await inspect(excel, `undo-${name}-1-done`);

    await button(undo.undo).click();
    await pane.getByText(undo.undone).waitFor();
    await inspect(excel, `undo-${name}-2-undone`);
    expect((await excel.record()).sheets).toEqual(before.sheets);

    await button(run.jobs.classifyAndReport).click();
    await pane.getByText(run.done.classifyAndReport).waitFor();
    await page.evaluate(() => {
      const { worksheets } = window.keyfolioWorkbench.bench.state.host!.workbook;
      worksheets.getActiveWorksheet().getRange("B60").values = [["call them on Monday"]];
    });
    await button(undo.remove).click();
    await pane.getByText(undo.question).waitFor();
    await pane.getByText(undo.notUndoable).scrollIntoViewIfNeeded();
    await inspect(excel, `undo-${name}-3-question`);
    await button(undo.removeNow).click();
    await pane.getByText(undo.removedInPart).waitFor();
    await inspect(excel, `undo-${name}-4-removed`);
    const after = await excel.record();
    const [stays] = after.sheets.filter((sheet) => !before.sheets.some((each) => each.name === sheet.name));
    expect(stays.cells.some(({ value }) => value === "call them on Monday")).toBe(true);
    expect(after.sheets).toHaveLength(before.sheets.length + 1);
    // What is hers is told from what was written there, should a report be made again.
    expect(Object.keys(after.settings)).toEqual(["keyfolio.sheet.summary"]);
    expect(excel.errors).toEqual([]);
  },
);
