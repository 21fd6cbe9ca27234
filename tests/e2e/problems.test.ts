import { Problem } from "../../src/portfolio";
import { problemText } from "../../src/locales";
import { paneOf, workbenches, type OpenWorkbench } from "./workbench";

const open = workbenches();
let excel: OpenWorkbench;

/** Everything that a stack, an exception or an untranslated refusal looks like. */
const raw = /Error:|TypeError|undefined|\[object|Planned failure|at \w+ \(|https?:/;

/** Opens the run step on the sample, with the list read. */
async function atRun(language: "en" | "ru"): Promise<ReturnType<typeof paneOf>> {
  excel = await open({ language });
  const pane = paneOf(excel);
  await pane.button(excel.texts.pane.firstRun.start).click();
  await pane.step("run").click();
  return pane;
}

it.each(["en", "ru"] as const)(
  "every refusal of Excel reads as help, and the next run succeeds (%s)",
  async (language) => {
    const pane = await atRun(language);
    const { run } = excel.texts.pane;
    const codes = [
      "GeneralException",
      "AccessDenied",
      "InvalidArgument",
      "InvalidOperation",
      "InvalidOperationInCellEditMode",
      "ApiNotFound",
      "RequestPayloadSizeLimitExceeded",
      "ResponsePayloadSizeLimitExceeded",
      "RequestAborted",
    ] as const;
    for (const code of codes) {
      await excel.quiet();
      await excel.page.evaluate((fault) => {
        const { faults } = window.keyfolioWorkbench.bench.state.host!;
        faults.failRequest(1, fault);
      }, code);
      await pane.button(run.jobs.classifyRows).click();
      const alert = pane.frame.getByRole("alert").first();
      await alert.waitFor();
      const text = await alert.innerText();
      const expected =
        code === "InvalidOperationInCellEditMode"
          ? new Problem({ kind: "editMode" })
          : new Problem({ kind: "office", code });
      expect(text).toContain(problemText(expected, language));
      expect(text).not.toMatch(raw);
      await excel.screenshot(`problem-${language}-${code}`);
      await pane.button(run.runAgain).click();
      await pane.frame.getByText(run.done.classifyRows).waitFor();
      await pane.button(excel.texts.pane.shell.dismiss).click();
    }
  },
);

it("a filter in the way is taken off from the pane, and the run goes on", async () => {
  const pane = await atRun("en");
  const { run } = excel.texts.pane;
  await excel.page.evaluate(async () => {
    const { workbook } = window.keyfolioWorkbench.bench.state.host!;
    const sheet = workbook.worksheets.getItem("Clients");
    sheet.tables.items[0].columns.getItem("Department").filter.applyValuesFilter(["Industry"]);
  });
  await pane.button(run.jobs.classifyRows).click();
  await pane.button(run.clearFilterAndRun).waitFor();
  await excel.screenshot("problem-filter");
  await pane.button(run.clearFilterAndRun).click();
  await pane.frame.getByText(run.done.classifyRows).waitFor();
  const [sheet] = (await excel.record()).sheets;
  expect(sheet.tables.some(({ filtered }) => filtered)).toBe(false);
});

it("a protected sheet is left alone, and the pane says how to unprotect it", async () => {
  const pane = await atRun("ru");
  const { run } = excel.texts.pane;
  const before = await excel.record();
  await excel.page.evaluate(() => {
    const { workbook } = window.keyfolioWorkbench.bench.state.host!;
    workbook.worksheets.getActiveWorksheet().protection.protect();
  });
  await pane.button(run.jobs.classifyRows).click();
  const problem = new Problem({ kind: "protectedSheet", sheet: before.sheets[0].name });
  await pane.frame.getByText(problemText(problem, "ru")).waitFor();
  await excel.screenshot("problem-protected");
  expect((await excel.record()).sheets[0].cells).toEqual(before.sheets[0].cells);
});

it("a click on the ribbon that cannot run opens the closed pane on what is wrong", async () => {
  excel = await open();
  const { page, texts } = excel;
  await page.getByRole("button", { name: texts.workbench.closePane }).click();
  await page.locator("iframe").waitFor({ state: "hidden" });
  await page.evaluate(() => {
    const { workbook } = window.keyfolioWorkbench.bench.state.host!;
    workbook.worksheets.getItem("Clients").getRange("A4:AU66").clear();
  });
  await page.getByRole("button", { name: texts.workbench.classifyRows }).click();
  await page.locator("iframe").waitFor({ state: "visible" });
  await excel.pane.getByRole("alert").first().waitFor();
  expect(await excel.pane.getByRole("alert").first().innerText()).not.toMatch(raw);
  await excel.screenshot("problem-ribbon");
});

it("a run that takes long shows how far it is, and is cancelled before it writes", async () => {
  const pane = await atRun("en");
  const { run } = excel.texts.pane;
  await excel.quiet();
  const before = await excel.record();
  await excel.page.evaluate(() => {
    const { faults } = window.keyfolioWorkbench.bench.state.host!;
    for (let request = 1; request <= 4; request++) faults.delayRequest(request, 3000);
  });
  await pane.button(run.jobs.classifyRows).click();
  await pane.frame.getByRole("progressbar", { name: run.progress }).waitFor();
  await excel.screenshot("run-progress");
  await pane.button(run.cancel).click();
  await pane.frame.getByText(problemText(new Problem({ kind: "cancelled" }), "en")).waitFor();
  await excel.screenshot("run-cancelled");
  expect((await excel.record()).sheets).toEqual(before.sheets);
});
