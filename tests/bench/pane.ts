import { readFileSync } from "node:fs";
import path from "node:path";
import { gzipSync } from "node:zlib";
import type { Browser, Frame } from "playwright-core";
import { openBrowser } from "../e2e/browser";
import startWorkbench from "../e2e/start-workbench";
import stopWorkbench from "../e2e/stop-workbench";
import { linesInPane } from "./lines-in-pane";
import { median, type Measurement } from "./measurement";

const runs = 7;

/** The least that an add-in can show: a heading and Office.js, on the same host. */
const emptyPane = `<!doctype html><html lang="en"><head><title>Keyfolio</title></head><body><main><h1>Keyfolio</h1></main>
<script>Object.defineProperty(window, "external", { value: parent.keyfolioWorkbench.connect(), configurable: true });</script>
<script src="/office-js/office.js"></script><script>Office.onReady();</script></body></html>`;

interface Start {
  /** Milliseconds from asking for the page to its first paint. */
  firstPaint: number;
  /** Milliseconds to the first screen that can be used. */
  usable: number;
}

/** The workbench with one kind of pane in its frame, from a fresh profile as at the first opening of the day. */
async function start(browser: Browser, kind: "built" | "empty"): Promise<Start> {
  const context = await browser.newContext();
  try {
    const page = await context.newPage();
    if (kind === "empty") {
      await page.route("**/pane/taskpane.html", (route) =>
        route.fulfill({ contentType: "text/html", body: emptyPane }),
      );
    }
    await page.goto(`${process.env.KEYFOLIO_WORKBENCH}/workbench.html`);
    const heading = page
      .frameLocator("iframe")
      .locator(kind === "built" ? "main:not([aria-busy=true]) h2" : "h1");
    await heading.waitFor({ timeout: 120_000 });
    const frame = page.frames().find((each) => each.url().endsWith("taskpane.html")) as Frame;
    return await frame.evaluate(async () => ({
      usable: performance.now(),
      firstPaint: await new Promise<number>((resolve) => {
        new PerformanceObserver((list) => {
          const paint = list.getEntriesByName("first-contentful-paint")[0];
          if (paint) resolve(paint.startTime);
        }).observe({ type: "paint", buffered: true });
      }),
    }));
  } finally {
    await context.close();
  }
}

/**
 * What opening the pane costs in a real browser, against the least that a pane can be; how much there is to load; and what a
 * long list of documents costs.
 */
export async function paneMeasurements(): Promise<Measurement[]> {
  const script = readFileSync(path.join(__dirname, "../../dist/taskpane.js"));
  const size = {
    name: "taskpane.js as it travels (gzip), KiB",
    runs: 1,
    total: gzipSync(script).length / 1024,
  };
  await startWorkbench();
  const browser = await openBrowser();
  try {
    const starts = { built: [] as Start[], empty: [] as Start[] };
    for (let run = 0; run < runs; run++) {
      for (const kind of ["empty", "built"] as const) starts[kind].push(await start(browser, kind));
    }
    const measurement = (name: string, what: keyof Start): Measurement => {
      const [built, empty] = [starts.built, starts.empty].map((each) => median(each.map((one) => one[what])));
      return { name, runs, total: built, own: Math.max(0, built - empty) };
    };
    return [
      measurement("first paint of the pane in a browser, against an empty pane with Office.js", "firstPaint"),
      measurement("first screen of the pane that can be used, likewise", "usable"),
      size,
      ...(await linesInPane(browser)),
    ];
  } finally {
    await browser.close();
    stopWorkbench();
  }
}
