import { Keyboard } from "./keyboard";
import { workbenches, type OpenWorkbench } from "./workbench";

const open = workbenches();
let excel: OpenWorkbench;
let keyboard: Keyboard;

beforeEach(async () => {
  excel = await open();
  keyboard = new Keyboard(excel);
});

/** Waits until the first of the cells that the sheet selects begins with this text. */
const selectedRow = (beginning: string) =>
  excel.page.waitForFunction((text) => {
    const { workbook } = window.keyfolioWorkbench.bench.state.host!;
    return String(workbook.getSelectedRange().getCell(0, 0).values?.[0][0]).startsWith(text);
  }, beginning);

it("from the first run to the answer without a mouse, the focus always in sight", async () => {
  const { pane, texts } = excel;
  const { firstRun, run, rules, results, source, shell } = texts.pane;
  const { whatIf } = texts;
  await keyboard.enterPane();

  await keyboard.goTo(firstRun.sample);
  await keyboard.press("Enter");
  await pane.getByRole("heading", { name: source.columns }).waitFor();
  // The button is gone; its place is taken by the heading of the step.
  expect(await keyboard.focused()).toEqual({ name: source.title, role: "h2" });

  await keyboard.goTo(source.toRules);
  await keyboard.press("Enter");
  await pane.getByRole("heading", { name: rules.ladder.title }).waitFor();
  await keyboard.goTo(rules.ladder.limits.key);
  await keyboard.press("Control+A");
  await keyboard.type("9%");
  await keyboard.goTo(new RegExp(`^${rules.abc.title}`));
  await keyboard.press("Enter");
  await keyboard.goTo(rules.abc.aLimit);
  await keyboard.goTo(source.toRun);
  await keyboard.press("Enter");

  await keyboard.goTo(run.jobs.classifyRows);
  await keyboard.press("Space");
  await pane.getByText(run.done.classifyRows).waitFor();
  expect(await keyboard.focused()).toEqual({ name: run.jobs.classifyRows, role: "button" });
  await keyboard.goTo(run.toResults, "Shift+Tab");
  await keyboard.press("Enter");

  await pane.getByRole("heading", { name: results.list, exact: true }).waitFor();
  expect(await keyboard.focused()).toEqual({ name: shell.titles.results, role: "h2" });
  await keyboard.goTo(results.search);
  await keyboard.type("fen");
  await keyboard.goTo(/^Fenwick/);
  await keyboard.press("Enter");
  await selectedRow("Fenwick");
  await keyboard.goTo(results.addToWhatIf("Fenwick Bakery Group"));
  await keyboard.press("Space");
  await pane.getByText(whatIf.gaps).waitFor();
  await keyboard.goTo(whatIf.removeAll);
  await keyboard.press("Enter");
  expect(await keyboard.focused()).toEqual({ name: whatIf.search, role: "input" });

  await keyboard.goTo(new RegExp(`^${shell.steps.dataQuality}`), "Shift+Tab");
  await keyboard.press("Enter");
  await pane.getByRole("heading", { name: shell.titles.dataQuality }).waitFor();

  // Out of the pane again, by both ends: no trap.
  for (const key of ["Tab", "Shift+Tab"] as const) {
    await keyboard.enterPane();
    await keyboard.leavePane(key);
  }

  expect([...keyboard.unseen]).toEqual([]);
  expect(excel.errors).toEqual([]);
});
