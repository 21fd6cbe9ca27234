import { readdirSync } from "node:fs";
import path from "node:path";
import { problemText } from "../../src/locales";
import { Problem } from "../../src/portfolio";
import { paneOf, workbenches } from "./workbench";

const open = workbenches();

test("the first screen needs one script of ours; what does not come is said, and comes when it is asked for again", async () => {
  const excel = await open();
  const { page, pane, texts } = excel;
  const { shell, firstRun, source } = texts.pane;
  const { button } = paneOf(excel);
  const delivered = readdirSync(path.join(__dirname, "../../dist")).filter((name) => name.endsWith(".js"));
  const others = (url: URL) =>
    delivered.some((name) => name !== "taskpane.js" && url.pathname === `/pane/${name}`);
  const asked: string[] = [];
  await page.route(others, (route) => {
    asked.push(route.request().url());
    return route.abort();
  });
  await page.reload();
  await button(firstRun.start).click();
  await pane.getByText(shell.notLoaded).waitFor();
  expect(asked.length).toBeGreaterThan(0);
  await page.unroute(others);
  await button(shell.tryAgain).click();
  await pane.getByRole("heading", { name: source.columns }).waitFor();
  await pane.getByText(shell.notLoaded).waitFor({ state: "detached" });
});

test("a report whose part does not come is told before anything is written", async () => {
  const excel = await open();
  const { page, pane, texts } = excel;
  const { run, firstRun, source } = texts.pane;
  const { button, step } = paneOf(excel);
  const report = (url: URL) => url.pathname.endsWith("/report.js");
  await page.route(report, (route) => route.abort());
  await button(firstRun.sample).click();
  await pane.getByRole("heading", { name: source.columns }).waitFor();
  const before = await excel.record();
  await step("run").click();
  await button(run.jobs.classifyAndReport).click();
  await pane.getByText(problemText(new Problem({ kind: "notLoaded" }), "en")).waitFor();
  expect((await excel.record()).sheets).toEqual(before.sheets);
  await page.unroute(report);
  await button(run.jobs.classifyAndReport).click();
  await pane.getByText(run.done.classifyAndReport).waitFor();
});
