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

const changed = { en: /1\samount has changed since/, ru: /с тех пор изменилось: 1\sсумма/ };

it.each(ways)(
  "pane and Summary say that they show an earlier state, and are refreshed: $name",
  async ({ name, ...choices }) => {
    const excel = await open(choices);
    const { pane, texts, page } = excel;
    const { step, button } = paneOf(excel);
    const { firstRun, source, run } = texts.pane;
    await button(firstRun.sample).click();
    await pane.getByRole("heading", { name: source.columns }).waitFor();
    await step("run").click();
    await button(run.jobs.classifyAndReport).click();
    await pane.getByText(run.done.classifyAndReport).waitFor();
    await excel.quiet();

    await page.evaluate(() => {
      const { worksheets } = window.keyfolioWorkbench.bench.state.host!.workbook;
      const [list] = worksheets.items;
      const cell = list.getRange("G8");
      cell.values = [[Number((cell.values as number[][])[0][0]) + 1_000_000]];
    });
    await pane.getByText(changed[choices.language]).waitFor();
    await pane.getByText(run.done.classifyAndReport).waitFor({ state: "detached" });
    const line = async () =>
      (await excel.record()).sheets.some(({ cells }) =>
        cells.some(({ value }) => typeof value === "string" && changed[choices.language].test(value)),
      );
    for (let waited = 0; !(await line()); waited += 200) {
      if (waited > 20_000) throw new Error("Summary does not say it");
      await page.waitForTimeout(200);
    }
    await inspect(excel, `freshness-${name}-1-outdated`);
    await step("results").click();
    await pane.getByRole("heading", { name: texts.classMoves.who }).scrollIntoViewIfNeeded();
    await inspect(excel, `freshness-${name}-2-classes`);
    await button(texts.freshness.refresh).click();
    await pane.getByText(changed[choices.language]).waitFor({ state: "detached" });
    await excel.quiet();
    expect(await line()).toBe(false);
    expect(excel.errors).toEqual([]);
  },
);
