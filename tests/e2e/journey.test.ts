import type { Language } from "../../src/locales";
import { inspect } from "./accessibility";
import { paneOf, workbenches, type WorkbenchChoices } from "./workbench";

const open = workbenches();

interface Journey extends WorkbenchChoices {
  name: string;
  language: Language;
}

const journeys: Journey[] = [
  { name: "light", language: "en", theme: "light" },
  { name: "dark", language: "en", theme: "dark" },
  { name: "ru", language: "ru", theme: "light" },
  { name: "ru-dark", language: "ru", theme: "dark" },
  { name: "contrast", language: "en", theme: "contrast" },
  { name: "narrow", language: "ru", theme: "light", narrowPane: true },
  { name: "oldest", language: "en", theme: "light", apiLevel: "1.9" },
];

it.each(journeys)(
  "from the first run to the answer, with the sample: $name",
  async ({ name, ...choices }) => {
    const excel = await open(choices);
    const { pane, texts } = excel;
    const { step, button } = paneOf(excel);
    const { firstRun, source, run, results } = texts.pane;
    const { whatIf } = texts;

    await pane.getByRole("heading", { name: firstRun.title }).waitFor();
    await inspect(excel, `${name}-1-first-run`);

    await button(firstRun.sample).click();
    await pane.getByRole("heading", { name: source.columns }).waitFor();
    // The sample is open already: it is used, not added once more.
    expect((await excel.record()).sheets).toHaveLength(1);
    await inspect(excel, `${name}-2-list`);

    await step("rules").click();
    await pane.getByRole("heading", { name: texts.pane.rules.ladder.title }).waitFor();
    await inspect(excel, `${name}-3-rules`);

    await step("run").click();
    await inspect(excel, `${name}-4-run`);
    await button(run.jobs.classifyRows).click();
    await pane.getByText(run.done.classifyRows).waitFor();
    await inspect(excel, `${name}-5-classified`);

    await button(run.jobs.portfolioReport).click();
    await pane.getByText(run.done.portfolioReport).waitFor();
    await inspect(excel, `${name}-6-reported`);
    const record = await excel.record();
    const charts = record.sheets.flatMap((sheet) => sheet.charts);
    expect(charts.length).toBeGreaterThanOrEqual(3);

    await step("results").click();
    await pane.getByRole("heading", { name: results.list, exact: true }).waitFor();
    await inspect(excel, `${name}-7-results`);
    const { key } = texts.portfolio.rungs;
    await pane
      .getByRole("button", { name: new RegExp(`^${key} ·`) })
      .first()
      .click();
    await inspect(excel, `${name}-8-filtered`);

    await pane.getByRole("heading", { name: whatIf.title }).scrollIntoViewIfNeeded();
    await button(whatIf.quick.largest).click();
    await pane.getByText(whatIf.gaps).waitFor();
    await inspect(excel, `${name}-9-what-if`);

    await step("dataQuality").click();
    await pane.getByRole("heading", { name: texts.pane.shell.titles.dataQuality }).waitFor();
    await inspect(excel, `${name}-10-data-quality`);

    expect(excel.errors).toEqual([]);
  },
);
