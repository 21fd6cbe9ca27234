import { mkdirSync } from "node:fs";
import path from "node:path";
import type { Browser, FrameLocator, Page } from "playwright-core";
import type { WorkbookRecord } from "../../src/host/workbook-record";
import { type HostTexts, hostTextsOf, textsOf, type Language, type Texts } from "../../src/locales";
import { type WhatIfTexts, whatIfTextsOf } from "../../src/locales/what-if-texts";
import { openBrowser } from "./browser";

export interface WorkbenchChoices {
  language?: Language;
  theme?: "light" | "dark" | "contrast";
  apiLevel?: string;
  /** Of the whole page, in CSS pixels. */
  viewport?: { width: number; height: number };
  /** Narrows the pane to the least that Excel gives it, 320 px. */
  narrowPane?: boolean;
}

/** The workbench in a browser, with the real pane in its frame. */
export interface OpenWorkbench {
  page: Page;
  pane: FrameLocator;
  texts: Texts & HostTexts & { whatIf: WhatIfTexts };
  /** Everything that the page and its frames reported as an error. */
  errors: readonly string[];
  /** The workbook as plain data. */
  record(): Promise<WorkbookRecord>;
  /** Opens a workbook of this computer by the file picker and waits for the pane to be up again. */
  openFile(file: string): Promise<void>;
  /** Waits until the pane has asked for nothing for a while: it follows what happened, also its own doings. */
  quiet(): Promise<void>;
  /** Selects cells of the active sheet by the name box of the grid. */
  select(address: string): Promise<void>;
  /** Types into a cell of the active sheet and confirms. */
  type(address: string, text: string): Promise<void>;
  /** Goes to a sheet by its tab. */
  openSheet(name: string): Promise<void>;
  /** Lets the page settle and keeps its picture in `build/screenshots/`. */
  screenshot(name: string): Promise<void>;
  close(): Promise<void>;
}

const pictures = path.join(__dirname, "../../build/screenshots");

/**
 * For the tests of one file: a browser of their own, in which each opens the workbench; it is closed after the test.
 * @returns opens the workbench on its sample workbook and waits until the pane is up
 */
export function workbenches(): (choices?: WorkbenchChoices) => Promise<OpenWorkbench> {
  let browser: Browser;
  let opened: OpenWorkbench[] = [];
  beforeAll(async () => {
    browser = await openBrowser();
  });
  afterEach(async () => {
    await Promise.all(opened.map((excel) => excel.close()));
    opened = [];
  });
  afterAll(() => browser.close());
  return async (choices) => {
    const excel = await openWorkbench(browser, choices);
    opened.push(excel);
    return excel;
  };
}

/** Opens the workbench on its sample workbook and waits until the pane is up. */
export async function openWorkbench(
  browser: Browser,
  choices: WorkbenchChoices = {},
): Promise<OpenWorkbench> {
  const {
    language = "en",
    theme = "light",
    apiLevel = "1.20",
    viewport = { width: 1366, height: 768 },
  } = choices;
  const page = await browser.newPage({
    viewport,
    colorScheme: theme === "light" ? "light" : "dark",
    forcedColors: theme === "contrast" ? "active" : "none",
    reducedMotion: "reduce",
    // Downloads and clipboard are the browser's own affair.
    acceptDownloads: true,
  });
  // A loaded machine is no failure.
  page.setDefaultTimeout(90_000);
  const errors: string[] = [];
  page.on("console", (message) => {
    if (message.type() === "error") errors.push(`${message.text()} (${message.location().url})`);
  });
  page.on("pageerror", (error) => errors.push(error.message));

  await page.goto(
    `${process.env.KEYFOLIO_WORKBENCH}/workbench.html?lang=${language}&theme=${theme}&api=${apiLevel}`,
  );
  await paneIsUp(page);
  const texts = { ...textsOf[language], ...hostTextsOf[language], whatIf: whatIfTextsOf[language] };
  const select = async (address: string) => {
    const nameBox = page.getByRole("main").getByRole("textbox").first();
    await nameBox.fill(address);
    await nameBox.press("Enter");
  };
  if (choices.narrowPane) {
    await page.getByRole("separator", { name: texts.workbench.resizePane }).press("End");
  }
  return {
    page,
    pane: page.frameLocator("iframe"),
    texts,
    errors,
    record: () => page.evaluate(() => window.keyfolioWorkbench.bench.state.host!.toRecord()),
    async openFile(file) {
      const chooser = page.waitForEvent("filechooser");
      await page.getByRole("button", { name: texts.workbench.open, exact: true }).click();
      await (await chooser).setFiles(file);
      await page.waitForFunction(
        (name) => window.keyfolioWorkbench.bench.state.fileName === name,
        path.basename(file),
      );
      await paneIsUp(page);
    },
    async quiet() {
      const asked = () =>
        page.evaluate(() => window.keyfolioWorkbench.bench.state.host!.journal.entries.length);
      for (let before = -1, now = await asked(); now !== before; now = await asked()) {
        before = now;
        await page.waitForTimeout(1500);
      }
    },
    select,
    async type(address, text) {
      await select(address);
      await page.keyboard.type(text);
      await page.keyboard.press("Enter");
    },
    async openSheet(name) {
      await page.getByRole("tab", { name, exact: true }).click();
      await page.waitForFunction(
        (wanted) =>
          window.keyfolioWorkbench.bench.state.host!.workbook.worksheets.getActiveWorksheet().name === wanted,
        name,
      );
    },
    async screenshot(name) {
      mkdirSync(pictures, { recursive: true });
      // Two frames and a moment: the grid draws on a canvas of its own time.
      await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => setTimeout(done, 300))));
      await page.screenshot({ path: path.join(pictures, `${name}.png`) });
    },
    close: () => page.close(),
  };
}

/** Until the pane's page says that Office.js runs and its first screen stands. */
async function paneIsUp(page: Page): Promise<void> {
  await page.waitForFunction(() => {
    const { host, paneReady, busy } = window.keyfolioWorkbench?.bench.state ?? {};
    return host !== null && paneReady && busy === null;
  });
  await page.frameLocator("iframe").getByRole("main").locator(":scope:not([aria-busy=true])").waitFor();
}

/** The pane as a user names its parts. */
export function paneOf({ pane, texts }: OpenWorkbench) {
  const { shell } = texts.pane;
  return {
    frame: pane,
    button: (name: string) => pane.getByRole("button", { name, exact: true }),
    step: (step: keyof typeof shell.steps) =>
      pane.getByRole("navigation").getByRole("button", { name: new RegExp(`^${shell.steps[step]}`) }),
    listInUse: pane.getByRole("group", { name: shell.listInUse }),
  };
}
