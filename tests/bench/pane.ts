import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { gzipSync } from "node:zlib";
import type { Browser, Frame } from "playwright-core";
import { openBrowser } from "../e2e/browser";
import startWorkbench from "../e2e/start-workbench";
import stopWorkbench from "../e2e/stop-workbench";
import { clientsInPane } from "./clients-in-pane";
import { linesInPane } from "./lines-in-pane";
import { median, type Measurement } from "./measurement";
import { untilQuiet } from "./quiet-page";

const runs = 7;

/** The least that an add-in can show: a heading and Office.js, on the same host. */
const emptyPane = `<!doctype html><html lang="en"><head><title>Keyfolio</title></head><body><main><h1>Keyfolio</h1></main>
<script>Object.defineProperty(window, "external", { value: parent.keyfolioWorkbench.connect(), configurable: true });</script>
<script src="/office-js/office.js"></script><script>Office.onReady();</script></body></html>`;

interface Start {
  /** Milliseconds from the arrival of the page to its first paint. */
  firstPaint: number;
  /** Milliseconds to the first screen that can be used. */
  usable: number;
}

/**
 * The workbench with one kind of pane in its frame, from a fresh profile as at the first opening of the day. As beside Excel, the
 * pane is opened when the workbook has been drawn.
 */
async function start(browser: Browser, kind: "built" | "empty"): Promise<Start> {
  const context = await browser.newContext();
  try {
    const page = await context.newPage();
    let open = () => {};
    const drawn = new Promise<void>((resolve) => (open = resolve));
    await page.route("**/pane/taskpane.html", async (route) => {
      await drawn;
      if (kind === "empty") await route.fulfill({ contentType: "text/html", body: emptyPane });
      else await route.continue();
    });
    await page.goto(`${process.env.KEYFOLIO_WORKBENCH}/workbench.html`, { waitUntil: "commit" });
    await page.waitForFunction(() => window.keyfolioWorkbench?.grid != null);
    await page.evaluate(untilQuiet);
    open();
    const heading = page
      .frameLocator("iframe")
      .locator(kind === "built" ? "main:not([aria-busy=true]) h2" : "h1");
    await heading.waitFor({ timeout: 120_000 });
    const frame = page.frames().find((each) => each.url().endsWith("taskpane.html")) as Frame;
    return await frame.evaluate(async () => {
      const usable = performance.now();
      const [{ responseStart }] = performance.getEntriesByType("navigation") as PerformanceNavigationTiming[];
      const firstPaint = await new Promise<number>((resolve) => {
        new PerformanceObserver((list) => {
          const paint = list.getEntriesByName("first-contentful-paint")[0];
          if (paint) resolve(paint.startTime);
        }).observe({ type: "paint", buffered: true });
      });
      return { usable: usable - responseStart, firstPaint: firstPaint - responseStart };
    });
  } finally {
    await context.close();
  }
}

/** What travels (gzip): before the first screen, until a list is read, and in all. */
function paneSizes(): Measurement[] {
  const folder = path.join(__dirname, "../../dist");
  const kilobytes = (names: readonly string[]) =>
    names.reduce((sum, name) => sum + gzipSync(readFileSync(path.join(folder, name))).length, 0) / 1000;
  const all = readdirSync(folder).filter((name) => name.endsWith(".js"));
  const first = ["taskpane.js"];
  return [
    { name: "scripts of the first screen, KB gzipped", runs: 1, total: kilobytes(first), goal: "≤ 250" },
    {
      name: "… until a list is read",
      runs: 1,
      total: kilobytes([...first, ...all.filter((name) => name === "lists.js" || name === "reading.js")]),
    },
    { name: "… all scripts of the pane", runs: 1, total: kilobytes(all) },
  ];
}

/** The page that stands in for Excel, as `npm start` serves it in production mode. */
async function workbenchMeasurements(browser: Browser): Promise<Measurement[]> {
  const context = await browser.newContext();
  try {
    const page = await context.newPage();
    let bytes = 0;
    const sizes: Promise<void>[] = [];
    page.on("response", (response) => {
      const { pathname } = new URL(response.url());
      if (!pathname.endsWith(".js") || pathname.startsWith("/pane/") || pathname.startsWith("/office-js/"))
        return;
      sizes.push(response.body().then((body) => void (bytes += gzipSync(body).length)));
    });
    const begun = performance.now();
    await page.goto(`${process.env.KEYFOLIO_WORKBENCH}/workbench.html`);
    await page.waitForFunction(() => window.keyfolioWorkbench?.grid != null);
    const total = performance.now() - begun;
    await Promise.all(sizes);
    return [
      { name: "workbench page, its own scripts, MB gzipped", runs: 1, total: bytes / 1e6, goal: "≤ 3" },
      { name: "workbench page until its grid stands", runs: 1, total, goal: "≤ 2.5 s" },
    ];
  } finally {
    await context.close();
  }
}

/** In the workbench of this machine, in its browser. */
async function inBrowser(measure: (browser: Browser) => Promise<Measurement[]>): Promise<Measurement[]> {
  await startWorkbench();
  const browser = await openBrowser();
  try {
    return await measure(browser);
  } finally {
    await browser.close();
    stopWorkbench();
  }
}

/** What opening the pane costs in a real browser, against the least that a pane can be, and how much there is to load. */
export const paneMeasurements = (): Promise<Measurement[]> =>
  inBrowser(async (browser) => {
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
      {
        ...measurement("first screen of the pane that can be used, likewise", "usable"),
        goal: "≤ 400 ms own",
      },
      ...paneSizes(),
      ...(await workbenchMeasurements(browser)),
    ];
  });

/** How long the pane keeps its page busy at a time. */
export const taskMeasurements = (): Promise<Measurement[]> =>
  inBrowser(async (browser) => [...(await clientsInPane(browser)), ...(await linesInPane(browser))]);
