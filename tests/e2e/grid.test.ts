import { writeFile } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import type { Browser } from "playwright-core";
import { openBrowser } from "./browser";
import { openWorkbench, paneOf, type OpenWorkbench } from "./workbench";

/** One workbench for all of these, in the order in which they stand: each finds the sample as the one before has left it. */
let browser: Browser;
let excel: OpenWorkbench;

beforeAll(async () => {
  browser = await openBrowser();
  excel = await openWorkbench(browser);
  await paneOf(excel).button(excel.texts.pane.firstRun.start).click();
  await paneOf(excel).listInUse.getByText("57 clients").waitFor();
});
afterAll(() => browser.close());

/** Value of a cell of the active sheet. */
const valueOf = (address: string) =>
  excel.page.evaluate(
    (cell) =>
      window.keyfolioWorkbench.bench.state.host!.workbook.worksheets.getActiveWorksheet().getRange(cell)
        .values![0][0],
    address,
  );

const holds = (address: string, value: string | number) =>
  excel.page.waitForFunction(
    ([cell, wanted]) =>
      window.keyfolioWorkbench.bench.state
        .host!.workbook.worksheets.getActiveWorksheet()
        .getRange(cell as string).values![0][0] === wanted,
    [address, value],
  );

const shows = (row: number, column: number, text: RegExp) =>
  excel.page.waitForFunction(
    ([r, c, source]) =>
      new RegExp(source as string).test(window.keyfolioWorkbench.grid!.shown(r as number, c as number)),
    [row, column, text.source],
  );

/** Until a cell (zero-based) is in view beside the frozen rows and columns. */
const inView = (row: number, column: number | null) =>
  excel.page.waitForFunction(
    ([r, c]) => {
      const { rows, columns } = window.keyfolioWorkbench.grid!.view()!;
      const within = (line: number | null, [first, last]: [number, number]) =>
        line === null || (line >= first && line < last);
      return within(r, rows) && within(c, columns);
    },
    [row, column] as const,
  );

const tool = (name: string) =>
  excel.page
    .getByRole("region", { name: excel.texts.workbench.ribbon })
    .getByRole("button", { name, exact: true });

/** Middle of a cell of the active sheet (zero-based), or a place at its right edge; the sheet is not scrolled there. */
async function placeOf(row: number, column: number, fromRight?: number): Promise<{ x: number; y: number }> {
  const box = (await excel.page.locator("canvas[id^='univer-sheet-main-canvas']").boundingBox())!;
  const [left, right, top, bottom] = await excel.page.evaluate(
    ([r, c]) => {
      const { workbook } = window.keyfolioWorkbench.bench.state.host!;
      const { geometry } = workbook.$state.sheets[workbook.$state.activeSheet];
      const points = [geometry.leftOf(c), geometry.leftOf(c + 1), geometry.topOf(r), geometry.topOf(r + 1)];
      return points.map((each) => (each * 4) / 3);
    },
    [row, column] as const,
  );
  // The headings of rows and columns.
  const [across, down] = [46, 20];
  return {
    x: box.x + across + (fromRight === undefined ? (left + right) / 2 : right - fromRight),
    y: box.y + down + (top + bottom) / 2,
  };
}

it("letters are as wide as Calibri's on every machine, and no text of the page is in a serif face", async () => {
  const faces = await excel.page.evaluate(() =>
    [...document.fonts]
      .filter(({ family, status }) => /Carlito/.test(family) && status === "loaded")
      .map(({ weight, style }) => `${weight} ${style}`),
  );
  expect(new Set(faces)).toEqual(new Set(["400 normal", "400 italic", "700 normal", "700 italic"]));
  const families = await excel.page.evaluate(() =>
    [...document.querySelectorAll("body, body *")].map((element) => getComputedStyle(element).fontFamily),
  );
  expect(families.filter((family) => !/sans-serif|system-ui|Carlito|monospace/.test(family))).toEqual([]);
});

it("a number that is too wide keeps its beginning: rounded, or #### for a format", async () => {
  await excel.type("AX1", "1234567.123456");
  await shows(0, 49, /^1234567(\.\d+)?$/);
  await excel.type("AX2", "123456789012345");
  await shows(1, 49, /^1\.\d+E\+14$/);
  await excel.select("AX2");
  await excel.page.keyboard.press("Control+Shift+Digit4");
  await shows(1, 49, /^#+$/);
  await excel.select("AX1:AX2");
  await excel.page.keyboard.press("Delete");
  await holds("AX2", "");
});

it("the view follows the selection past frozen rows and columns", async () => {
  for (const [address, row, column] of [
    ["B60", 59, 1],
    ["B6", 5, 1],
    ["AT30", 29, 45],
    ["A66", 65, null],
    ["A5", 4, null],
  ] as const) {
    await excel.select(address);
    await inView(row, column);
  }
  // By keyboard: to the end of the column and back to its beginning.
  await excel.page.keyboard.press("Control+ArrowDown");
  await inView(65, null);
  await excel.page.keyboard.press("Control+ArrowUp");
  await excel.page.evaluate(() => {
    const { workbook } = window.keyfolioWorkbench.bench.state.host!;
    const { freezePanes } = workbook.worksheets.getActiveWorksheet();
    freezePanes.unfreeze();
    freezePanes.freezeColumns(1);
    window.keyfolioWorkbench.grid!.refresh();
  });
  // A cell of a frozen column, with no frozen rows.
  await excel.select("A200");
  await inView(199, null);
  await excel.select("A5");
  await inView(4, null);
  await excel.page.evaluate(() => {
    const { workbook } = window.keyfolioWorkbench.bench.state.host!;
    workbook.worksheets.getActiveWorksheet().freezePanes.freezeAt("A1:A4");
    window.keyfolioWorkbench.grid!.refresh();
  });
});

it("undo and redo what a person does, by keys and buttons, also sorting", async () => {
  const { page, texts } = excel;
  const before = await valueOf("E5");
  await excel.type("E5", "7");
  await excel.select("E5");
  await page.keyboard.press("Control+z");
  await holds("E5", before as number);
  await page.keyboard.press("Control+y");
  await holds("E5", 7);
  await page.getByRole("button", { name: texts.workbench.undo }).click();
  await holds("E5", before as number);

  const first = await valueOf("A5");
  await excel.select("E6");
  await tool(texts.workbench.tools.sortAscending).click();
  await page.waitForFunction(
    (name) =>
      window.keyfolioWorkbench.bench.state.host!.workbook.worksheets.getActiveWorksheet().getRange("A5")
        .values![0][0] !== name,
    first,
  );
  expect(await valueOf("A4")).toBe("Client");
  await page.getByRole("button", { name: texts.workbench.undo }).click();
  await holds("A5", first as string);
});

it("number formats: by keys, by the ribbon, with decimals", async () => {
  const { page, texts } = excel;
  const formatOf = (pattern: string) =>
    page.waitForFunction((wanted) => window.keyfolioWorkbench.grid!.numberFormat() === wanted, pattern);
  await excel.select("E5");
  await page.keyboard.press("Control+Shift+Digit5");
  await formatOf("0%");
  await tool(texts.workbench.tools.moreDecimals).click();
  await formatOf("0.0%");
  await page
    .getByRole("combobox", { name: texts.workbench.tools.numberFormat })
    .selectOption({ label: texts.workbench.tools.formats.number });
  await formatOf("#,##0.00");
});

it("filter buttons keep the rows that are chosen", async () => {
  const { page } = excel;
  await excel.select("A5");
  await inView(4, null);
  const { x, y } = await placeOf(3, 2, 10);
  await page.mouse.click(x, y);
  await page.getByText("(62/62)").waitFor();
  await page.getByText("Industry", { exact: true }).hover();
  await page.getByText("Filter Only").locator("visible=true").first().click();
  await excel.screenshot("grid-filter");
  await page.getByRole("button", { name: "Confirm" }).click();
  const hidden = () =>
    page.evaluate(
      () => window.keyfolioWorkbench.bench.state.host!.workbook.$state.sheets[0].geometry.hiddenRows.size,
    );
  await page.waitForFunction(
    () => window.keyfolioWorkbench.bench.state.host!.workbook.$state.sheets[0].tables[0].filtered,
  );
  expect(await hidden()).toBe(62 - 21);
  await page.getByRole("button", { name: excel.texts.workbench.undo }).click();
  await page.waitForFunction(
    () => !window.keyfolioWorkbench.bench.state.host!.workbook.$state.sheets[0].tables[0].filtered,
  );
  expect(await hidden()).toBe(0);
});

it("Ctrl+F finds a text and brings its cell into view", async () => {
  const { page } = excel;
  await excel.select("B5");
  await page.keyboard.press("Control+f");
  await page.keyboard.type("Dunmore Cycles");
  await page.getByText("1/1").waitFor();
  await inView(61, null);
  await excel.screenshot("grid-find");
  await page.keyboard.press("Escape");
});

it("functions are offered with their help, and say in their error what is wrong", async () => {
  const { page } = excel;
  await excel.select("C1");
  await page.keyboard.type("=KAM.KEYS");
  await page.getByText("Share of each client in the total", { exact: false }).first().waitFor();
  await excel.screenshot("grid-autocomplete");
  await page.keyboard.type("HARE(");
  await page.getByText("[population]", { exact: false }).first().waitFor();
  await page.keyboard.type('E5,"x")');
  // The editor needs a moment to know its formula: nobody is quicker.
  await page.waitForTimeout(600);
  await page.keyboard.press("Enter");
  await holds("C1", "#VALUE!");
  const { x, y } = await placeOf(0, 2);
  await page.mouse.move(x - 30, y);
  await page.mouse.move(x, y);
  await page.getByText('a number is expected, found the text "x"', { exact: false }).waitFor();
  await excel.screenshot("grid-error");
  await excel.select("C1");
  await page.keyboard.press("Delete");
  await holds("C1", "");
});

it("a run is one step, deleting a sheet asks, and a page of the report comes back to its place", async () => {
  const { page, texts, pane } = excel;
  const tabs = () =>
    page.evaluate(() =>
      window.keyfolioWorkbench.bench.state.host!.workbook.worksheets.items.map(({ name }) => name),
    );
  const sheets = async () => (await excel.record()).sheets;
  await excel.quiet();
  const before = await sheets();
  await paneOf(excel).step("run").click();
  await excel.quiet();
  await paneOf(excel).button(texts.pane.run.jobs.classifyAndReport).click();
  await pane.getByText(texts.pane.run.done.classifyAndReport).waitFor();
  await excel.quiet();
  const after = await sheets();
  expect(after.length).toBeGreaterThan(before.length);
  await page.getByRole("button", { name: texts.workbench.undo }).click();
  await page.waitForFunction(
    () => window.keyfolioWorkbench.bench.state.host!.workbook.worksheets.items.length === 1,
  );
  expect(await sheets()).toEqual(before);
  await page.getByRole("button", { name: texts.workbench.redo }).click();
  await page.waitForFunction(
    () => window.keyfolioWorkbench.bench.state.host!.workbook.worksheets.items.length > 1,
  );
  expect((await sheets()).map(({ name }) => name)).toEqual(after.map(({ name }) => name));

  const order = await tabs();
  const deleteSheet = async (answer: "Cancel" | "OK") => {
    await page.getByRole("tab", { name: "Dependency", exact: true }).click({ button: "right" });
    await page.getByText("Delete", { exact: true }).click();
    await page.getByText("Confirm to delete this worksheet?").waitFor();
    await page.getByRole("button", { name: answer, exact: true }).click();
  };
  await deleteSheet("Cancel");
  expect(await tabs()).toEqual(order);
  await deleteSheet("OK");
  await page.getByRole("tab", { name: "Dependency", exact: true }).waitFor({ state: "detached" });
  expect(await page.getByRole("button", { name: texts.workbench.undo }).isDisabled()).toBe(true);
  await tool(texts.workbench.portfolioReport).click();
  await page.getByRole("tab", { name: "Dependency", exact: true }).waitFor();
  await page.waitForFunction(() => window.keyfolioWorkbench.bench.state.running === null);
  expect(await tabs()).toEqual(order);
});

it("nothing covers the tabs of the sheets, whatever is selected", async () => {
  const { page } = excel;
  await page.setViewportSize({ width: 1000, height: 768 });
  await excel.select("E5:E20");
  await page.waitForTimeout(600);
  expect(await page.getByText(/^(?:Sum|Average|Count)[: ]/).count()).toBe(0);
  const tab = await page.getByRole("tab", { selected: true }).boundingBox();
  const onTop = await page.evaluate(
    ({ x, y, width, height }) =>
      document.elementFromPoint(x + width / 2, y + height / 2)?.closest("[role=tab]") !== null,
    tab!,
  );
  expect(onTop).toBe(true);
  await page.setViewportSize({ width: 1366, height: 768 });
});

it("nothing went to the console", () => {
  expect(excel.errors).toEqual([]);
});

it("a list in a text file is opened", async () => {
  const file = path.join(os.tmpdir(), "keyfolio-list.csv");
  await writeFile(file, "Client;Sales\nAster;120\nBirch;80\nCedar;40\n");
  await excel.page.locator("input[type=file]").setInputFiles(file);
  // What was done before is not saved.
  await excel.page.getByRole("button", { name: excel.texts.workbench.discardConfirm }).click();
  await excel.page.waitForFunction(
    () => window.keyfolioWorkbench.bench.state.fileName === "keyfolio-list.csv",
  );
  await holds("A2", "Aster");
});

it("in Russian and dark: help in Russian, charts and title bar as dark as the sheet", async () => {
  excel = await openWorkbench(browser, { language: "ru", theme: "dark" });
  const { page, texts } = excel;
  await excel.select("C1");
  await page.keyboard.type("=KAM.");
  await page.getByText("Доля каждого клиента", { exact: false }).first().waitFor();
  await page.keyboard.press("Escape");
  await page.keyboard.press("Escape");
  await tool(texts.workbench.portfolioReport).click();
  await page.waitForFunction(() => window.keyfolioWorkbench.bench.state.running === null);
  await excel.openSheet("Зависимость");
  const chart = page.locator("main canvas[data-zr-dom-id]").first();
  await chart.waitFor();
  expect(
    await chart.evaluate((canvas) => {
      let filter = "none";
      for (let each: Element | null = canvas; each; each = each.parentElement) {
        const own = getComputedStyle(each).filter;
        if (own !== "none") filter = own;
      }
      return filter;
    }),
  ).toMatch(/^invert/);
  const bar = await page
    .getByRole("banner")
    .evaluate((element) => getComputedStyle(element).backgroundColor.match(/\d+/g)!.map(Number));
  expect(Math.max(...bar.slice(0, 3))).toBeLessThan(48);
  await excel.screenshot("grid-dark");
  expect(excel.errors).toEqual([]);
});
