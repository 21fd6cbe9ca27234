import { readFileSync } from "node:fs";
import type { Frame, Page } from "playwright-core";
import type { OpenWorkbench } from "./workbench";

const axe = readFileSync(require.resolve("axe-core/axe.min.js"), "utf8");

interface AxeWindow {
  axe: {
    run(
      context: object,
      options: object,
    ): Promise<{
      violations: { id: string; help: string; nodes: { html: string; failureSummary?: string }[] }[];
    }>;
  };
}

/**
 * What axe-core holds against a page by WCAG 2.2 AA, one line per place; empty when it finds nothing.
 * @param without selectors of parts that are not looked at
 */
export async function violationsOf(frame: Frame | Page, without: readonly string[] = []): Promise<string[]> {
  await frame.evaluate(axe);
  return frame.evaluate(async (exclude) => {
    const { violations } = await (window as unknown as AxeWindow).axe.run(
      { include: [["html"]], exclude: exclude.map((selector) => [selector]) },
      {
        // The frame is looked at by itself.
        iframes: false,
        runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
      },
    );
    return violations.flatMap(({ id, help, nodes }) =>
      nodes.map(({ html, failureSummary }) => `${id}: ${help}: ${html} ${failureSummary ?? ""}`),
    );
  }, without);
}

/** By how many CSS pixels the content of a page is wider than the page: 0 where nothing has to be scrolled sideways. */
export function overflowOf(frame: Frame | Page): Promise<number> {
  return frame.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement;
    return Math.max(0, scrollWidth - clientWidth);
  });
}

/** Controls that are smaller than a finger or an unsteady hand needs (WCAG 2.2, 2.5.8: 24 × 24), links in text apart. */
export function smallTargetsOf(frame: Frame | Page): Promise<string[]> {
  return frame.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>("button, select, input, [role=button], [role=checkbox]")]
      .filter((element) => element.checkVisibility() && getComputedStyle(element).position !== "absolute")
      .filter((element) => {
        const { width, height } = element.getBoundingClientRect();
        return width > 1 && height > 1 && (width < 24 || height < 24);
      })
      .map((element) => element.outerHTML.slice(0, 120)),
  );
}

/** A state of the pane: looked at by axe, not wider than the pane, kept as a picture. */
export async function inspect({ page, screenshot }: OpenWorkbench, name: string): Promise<void> {
  const frame = page.frames().find((each) => each.url().includes("taskpane"))!;
  // From the top: what has been scrolled half behind the header is no fault.
  const scrolled = await frame.evaluate(() => {
    const before = scrollY;
    scrollTo(0, 0);
    return before;
  });
  expect(await violationsOf(frame)).toEqual([]);
  expect(await smallTargetsOf(frame)).toEqual([]);
  expect(await overflowOf(frame)).toBe(0);
  await frame.evaluate((top) => scrollTo(0, top), scrolled);
  await screenshot(name);
}
