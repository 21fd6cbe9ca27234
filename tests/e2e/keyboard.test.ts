import type { Frame } from "playwright-core";
import { workbenches, type OpenWorkbench } from "./workbench";

const open = workbenches();
let excel: OpenWorkbench;
let frame: Frame;

beforeEach(async () => {
  excel = await open();
  frame = excel.page.frames().find((each) => each.url().includes("taskpane"))!;
  unseen.clear();
});

/** More stops than any step of the pane has with the sample. */
const manyStops = 120;

/** Stops that looked the same with the focus and without it. */
const unseen = new Set<string>();

/** As a screen reader names it, roughly. */
interface Stop {
  name: string;
  role: string;
}

/** Where the focus is now; null outside of the pane's controls. */
function focused(): Promise<Stop | null> {
  return frame.evaluate(() => {
    const element = document.activeElement as HTMLElement | null;
    if (!element || element === document.body || !document.hasFocus()) return null;
    const { labels } = element as HTMLInputElement;
    const name =
      element.getAttribute("aria-label") ??
      (labels?.length ? labels[0].textContent : element.textContent) ??
      "";
    return { name: name.trim(), role: element.tagName.toLowerCase() };
  });
}

/** Presses a key and notes whether the stop that it leaves had looked focused. */
async function leaveBy(key: string): Promise<void> {
  const before = await frame.evaluateHandle(() => {
    const element = document.activeElement ?? document.body;
    // Fluent draws the ring of a field on what stands around it.
    const drawn = [
      element,
      ...(element.parentElement ? [element.parentElement, ...element.parentElement.children] : []),
    ];
    const look = () =>
      drawn
        .flatMap((each) =>
          [null, "::before", "::after"].map((pseudo) => {
            const style = getComputedStyle(each, pseudo);
            const { outline, boxShadow, border, transform, textDecoration } = style;
            return [outline, boxShadow, border, transform, textDecoration].join();
          }),
        )
        .join("|");
    return { element, look, focusedLook: look(), name: element.outerHTML.slice(0, 100) };
  });
  await excel.page.keyboard.press(key);
  const same = await before.evaluate(({ element, look, focusedLook, name }) => {
    const isStop = element !== document.body && element.getAttribute("tabindex") !== "-1";
    const moved = element.isConnected && document.activeElement !== element;
    return isStop && moved && look() === focusedLook ? name : null;
  });
  if (same) unseen.add(same);
}

/** Goes on by a key until the focus is at a control of this name. */
async function goTo(name: string | RegExp, key: "Tab" | "Shift+Tab" | "ArrowDown" = "Tab"): Promise<void> {
  const passed: string[] = [];
  for (let stop = 0; stop < manyStops; stop++) {
    await leaveBy(key);
    const at = await focused();
    if (at && (typeof name === "string" ? at.name === name : name.test(at.name))) return;
    passed.push(at ? at.name.slice(0, 30) : "–");
  }
  throw new Error(`${key} never came to ${name}; it passed ${passed.join(", ")}`);
}

/** Goes on until the focus is no longer in the pane. */
async function leavePane(key: "Tab" | "Shift+Tab"): Promise<void> {
  for (let stop = 0; stop < manyStops; stop++) {
    await leaveBy(key);
    if (!(await frame.evaluate(() => document.hasFocus()))) return;
  }
  throw new Error(`${key} never left the pane`);
}

const press = (key: string) => excel.page.keyboard.press(key);

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
  await frame.evaluate(() => window.focus());

  await goTo(firstRun.sample);
  await press("Enter");
  await pane.getByRole("heading", { name: source.columns }).waitFor();
  // The button is gone; its place is taken by the heading of the step.
  expect(await focused()).toEqual({ name: source.title, role: "h2" });

  await goTo(source.toRules);
  await press("Enter");
  await pane.getByRole("heading", { name: rules.ladder.title }).waitFor();
  await goTo(rules.ladder.limits.key);
  await press("Control+A");
  await excel.page.keyboard.type("9%");
  await goTo(new RegExp(`^${rules.abc.title}`));
  await press("Enter");
  await goTo(rules.abc.aLimit);
  await goTo(source.toRun);
  await press("Enter");

  await goTo(run.jobs.classifyRows);
  await press("Space");
  await pane.getByText(run.done.classifyRows).waitFor();
  expect(await focused()).toEqual({ name: run.jobs.classifyRows, role: "button" });
  await goTo(run.toResults, "Shift+Tab");
  await press("Enter");

  await pane.getByRole("heading", { name: results.list, exact: true }).waitFor();
  expect(await focused()).toEqual({ name: shell.titles.results, role: "h2" });
  await goTo(results.search);
  await excel.page.keyboard.type("fen");
  await goTo(/^Fenwick/);
  await press("Enter");
  await selectedRow("Fenwick");
  await goTo(results.addToWhatIf("Fenwick Bakery Group"));
  await press("Space");
  await pane.getByText(whatIf.gaps).waitFor();
  await goTo(whatIf.removeAll);
  await press("Enter");
  expect(await focused()).toEqual({ name: whatIf.search, role: "input" });

  await goTo(new RegExp(`^${shell.steps.dataQuality}`), "Shift+Tab");
  await press("Enter");
  await pane.getByRole("heading", { name: shell.titles.dataQuality }).waitFor();

  // Out of the pane again, by both ends: no trap.
  for (const key of ["Tab", "Shift+Tab"] as const) {
    await frame.evaluate(() => window.focus());
    await leavePane(key);
  }

  expect([...unseen]).toEqual([]);
  expect(excel.errors).toEqual([]);
});
