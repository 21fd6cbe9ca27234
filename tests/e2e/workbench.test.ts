import { readFile } from "node:fs/promises";
import path from "node:path";
import { readWorkbook } from "../../src/host/xlsx";
import { reportTextsOf } from "../../src/locales/report-texts";
import { violationsOf } from "./accessibility";
import { paneOf, workbenches, type OpenWorkbench } from "./workbench";
import { sampleTextsOf } from "../../src/locales/sample-texts";

const root = path.join(__dirname, "../..");
const open = workbenches();
let excel: OpenWorkbench;

const ribbon = (name: string) =>
  excel.page.getByRole("region", { name: excel.texts.workbench.ribbon }).getByRole("button", { name });

const idle = () => excel.page.waitForFunction(() => window.keyfolioWorkbench.bench.state.running === null);

const activeSheet = () =>
  excel.page.evaluate(
    () => window.keyfolioWorkbench.bench.state.host!.workbook.worksheets.getActiveWorksheet().name,
  );

it("the ribbon classifies and reports without the pane, and shows the result", async () => {
  excel = await open();
  const { page, texts } = excel;
  const { sheets } = reportTextsOf.en;
  const frame = page.locator("iframe");
  await page.getByRole("button", { name: texts.workbench.closePane }).click();
  await frame.waitFor({ state: "hidden" });

  await ribbon(texts.workbench.classifyRows).click();
  await idle();
  // In a workbook that Keyfolio has not worked in yet the pane introduces itself.
  await frame.waitFor({ state: "visible" });
  const [list] = (await excel.record()).sheets;
  const { pinned, ...always } = texts.columns.headers;
  const names = list.tables[0].columns.map(({ name }) => name);
  expect(names).toEqual(expect.arrayContaining(Object.values(always)));
  expect(names).not.toContain(pinned);
  // The new columns beside the list, and the answers in the pane.
  await excel.select("AV4");
  await paneOf(excel).button(texts.pane.run.toResults).click();
  await excel.pane.getByRole("heading", { name: texts.pane.results.figures }).waitFor();
  await excel.screenshot("ribbon-classified");

  await page.getByRole("button", { name: texts.workbench.closePane }).click();
  await ribbon(texts.workbench.portfolioReport).click();
  await idle();
  expect(await activeSheet()).toBe(sheets.summary);
  await page.getByRole("tab", { name: sheets.summary, selected: true }).waitFor();
  expect(await frame.isVisible()).toBe(false);
  await excel.screenshot("ribbon-reported");
  for (const sheet of [
    sheets.clientMatrix,
    sheets.dependency,
    sheets.abcXyz,
    sheets.movement,
    sheets.managers,
    sheets.profit,
    sheets.activity,
  ]) {
    await excel.openSheet(sheet);
    await excel.screenshot(`report-${sheet}`);
  }
  expect(excel.errors).toEqual([]);
});

it("a formula of Keyfolio calculates in a cell, and again when its amounts change", async () => {
  excel = await open();
  /** Waits until the cell shows a number below another: until the function has answered it is busy. */
  const valueBelow = (limit: number) =>
    excel.page.evaluate(async (most) => {
      for (;;) {
        const record = await window.keyfolioWorkbench.bench.state.host!.toRecord();
        const value = record.sheets[0].cells.find(({ row, column }) => row === 0 && column === 60)?.value;
        if (typeof value === "number" && value < most) return value;
        await new Promise((resolve) => setTimeout(resolve, 50));
      }
    }, limit);
  await excel.type("BI1", "=KAM.KEYSHARE(E5,E5:E60)");
  const before = await valueBelow(1);
  await excel.type("E5", "1");
  expect(await valueBelow(before)).toBeGreaterThan(0);
});

it("what is saved is a workbook with its columns and native charts, and opens again", async () => {
  excel = await open();
  const { page, texts } = excel;
  await ribbon(texts.workbench.portfolioReport).click();
  await idle();
  const download = page.waitForEvent("download");
  await page.getByRole("button", { name: texts.workbench.save, exact: true }).click();
  // The question: its own button saves.
  const question = page.getByRole("dialog");
  await question.getByRole("textbox", { name: texts.workbench.fileName }).fill("Board meeting");
  await question.getByRole("button", { name: texts.workbench.save, exact: true }).click();
  expect((await download).suggestedFilename()).toBe("Board meeting.xlsx");
  const file = await (await download).path();
  const { record } = await readWorkbook(await readFile(file));
  const chartsOf = ({ sheets }: typeof record) => sheets.map(({ charts }) => charts.map(({ name }) => name));
  expect(chartsOf(record)).toEqual(chartsOf(await excel.record()));
  expect(record.sheets.map(({ name }) => name)).toEqual(
    (await excel.record()).sheets.map(({ name }) => name),
  );
});

it("another workbook is opened, the pane begins anew with it", async () => {
  excel = await open();
  await excel.openFile(path.join(root, "assets/sample-clients.ru.xlsx"));
  const pane = paneOf(excel);
  await pane.button(excel.texts.pane.firstRun.start).click();
  await pane.listInUse.getByText("Клиенты").waitFor();
});

it.each([
  ["password-protected.xlsx", "password"],
  ["old-format.xls", ".xls"],
  ["functions.html", "not an Excel workbook"],
])("a file that cannot be opened is explained, and the open workbook stays: %s", async (file, said) => {
  excel = await open();
  const before = await excel.record();
  await excel.page.locator("input[type=file]").setInputFiles(path.join(root, "tests/fixtures", file));
  const alert = excel.page.getByRole("alert");
  await alert.waitFor();
  expect(await alert.innerText()).toContain(said);
  expect(await excel.record()).toEqual(before);
});

it("sample data in a workbook that has no list: a sheet is added, the user's stay", async () => {
  excel = await open();
  await excel.page.evaluate(() => {
    const { workbook } = window.keyfolioWorkbench.bench.state.host!;
    workbook.worksheets.add("Notes").getRange("A1").values = [["Nothing to classify"]];
    workbook.worksheets.getItem("Clients").delete();
  });
  const pane = paneOf(excel);
  await pane.button(excel.texts.pane.firstRun.sample).click();
  await pane.listInUse.getByText("57 clients").waitFor();
  const { sheets } = await excel.record();
  expect(sheets.map(({ name }) => name)).toEqual(["Notes", sampleTextsOf.en.newSheet]);
  expect(sheets[0].cells.map(({ value }) => value)).toEqual(["Nothing to classify"]);
});

it.each(["light", "dark", "contrast"] as const)("the page around the pane passes axe: %s", async (theme) => {
  excel = await open({ theme });
  // The grid is a canvas with the library's own controls, the pane is looked at by itself.
  expect(await violationsOf(excel.page, ["main", "iframe"])).toEqual([]);
});

it("another language and another Office theme: the workbook stays, the pane follows", async () => {
  excel = await open();
  const { page, texts } = excel;
  await excel.type("A1", "Mine");
  await page.getByRole("button", { name: texts.workbench.settings }).click();
  await page.getByRole("menuitemradio", { name: texts.workbench.languages.ru }).click();
  await excel.pane.getByRole("heading", { name: "Кто ваши ключевые клиенты?" }).waitFor();
  await page.keyboard.press("Escape");
  await page.getByRole("button", { name: "Параметры" }).click();
  await page.getByRole("menuitemradio", { name: "Чёрная" }).click();
  await page.waitForFunction(() => {
    const { settings, paneReady } = window.keyfolioWorkbench.bench.state;
    return settings.theme === "dark" && paneReady;
  });
  await excel.pane.getByRole("heading", { name: "Кто ваши ключевые клиенты?" }).waitFor();
  const dark = await excel.pane.locator("html").evaluate((html) => getComputedStyle(html).colorScheme);
  expect(dark).toBe("dark");
  expect((await excel.record()).sheets[0].cells[0].value).toBe("Mine");
});
