import { inspect } from "./accessibility";
import { paneOf, workbenches, type OpenWorkbench, type WorkbenchChoices } from "./workbench";

const open = workbenches();
let excel: OpenWorkbench;

const looks = [
  { language: "en", theme: "light" },
  { language: "ru", theme: "dark", narrowPane: true },
] as const satisfies readonly WorkbenchChoices[];

/** The cell of the sample that holds a number as text. */
const cell = "S11";
const valueOf = (address: string) =>
  excel.page.evaluate(
    (at) =>
      window.keyfolioWorkbench.bench.state.host!.workbook.worksheets.getActiveWorksheet().getRange(at)
        .values![0][0],
    address,
  );

async function atDataQuality(choices: WorkbenchChoices): Promise<ReturnType<typeof paneOf>> {
  excel = await open(choices);
  const pane = paneOf(excel);
  await pane.button(excel.texts.pane.firstRun.start).click();
  await pane.frame.getByRole("heading", { name: excel.texts.pane.source.columns }).waitFor();
  await pane.step("dataQuality").click();
  await pane.frame.getByRole("heading", { name: excel.texts.pane.shell.titles.dataQuality }).waitFor();
  return pane;
}

describe.each(looks)("in $language, $theme", (choices) => {
  const look = `${choices.language}-${choices.theme}`;

  it("a remark is put aside by one click, and comes back by another", async () => {
    const pane = await atDataQuality(choices);
    const { dataQuality, question } = excel.texts.pane;
    const remark = pane.frame.getByRole("list", { name: dataQuality.kinds.totalColumn.title });
    await pane.frame.getByText(dataQuality.intro(5)).waitFor();
    await remark.getByRole("button", { name: new RegExp(`^${dataQuality.ignore}`) }).click();
    await remark.waitFor({ state: "detached" });
    await pane.frame.getByText(dataQuality.intro(4)).waitFor();
    await inspect(excel, `data-quality-ignored-${look}`);
    await pane.button(question.undoOf(question.decisions.ignored(1))).click();
    await remark.waitFor();
    expect(excel.errors).toEqual([]);
  });

  it("a text is made the number that it means by one click, and the text again by another", async () => {
    const pane = await atDataQuality(choices);
    const { dataQuality } = excel.texts.pane;
    const text = await valueOf(cell);
    expect(typeof text).toBe("string");
    const sheet = await excel.page.evaluate(
      () => window.keyfolioWorkbench.bench.state.host!.workbook.worksheets.getActiveWorksheet().name,
    );
    const address = `${sheet}!${cell}`;
    await pane.button(dataQuality.makeNumberOf(address)).click();
    await pane.frame.getByText(dataQuality.numberMade(address, String(text), 98_450)).waitFor();
    await pane.button(dataQuality.makeNumberOf(address)).waitFor({ state: "detached" });
    expect(await valueOf(cell)).toBe(98_450);
    await inspect(excel, `data-quality-number-${look}`);
    await pane.button(dataQuality.putTextBackOf(address)).click();
    await pane.button(dataQuality.makeNumberOf(address)).waitFor();
    expect(await valueOf(cell)).toBe(text);
    expect(excel.errors).toEqual([]);
  });
});

it("help, glossary, a client’s card, the reason of a cell and the question about removal pass axe", async () => {
  const pane = await atDataQuality({});
  const { page, texts } = excel;
  const { shell, run, undo, results } = texts.pane;
  await pane.button(shell.help).click();
  await pane.frame.getByText("KAM.KEYSHARE").waitFor();
  await inspect(excel, "screens-help");
  await pane.button(shell.help).click();

  await pane.step("run").click();
  await pane.button(run.jobs.classifyRows).click();
  await pane.frame.getByText(run.done.classifyRows).waitFor();
  await pane.button(undo.remove).click();
  await pane.frame.getByText(undo.question).waitFor();
  await inspect(excel, "screens-removal");
  await pane.button(undo.keep).click();

  // The row of a client is selected as far as our columns go, and says why.
  await pane.step("results").click();
  await pane.frame.getByRole("button", { name: /^Granite Peak Beverages/ }).click();
  await page.waitForFunction(() => {
    const { workbook } = window.keyfolioWorkbench.bench.state.host!;
    const [table] = workbook.worksheets.getActiveWorksheet().tables.items;
    const { columnIndex, columnCount } = table.getRange();
    const selected = workbook.getSelectedRange();
    return (
      selected.columnIndex === columnIndex && selected.columnCount === columnCount && columnCount === 47 + 8
    );
  });
  await pane.button(texts.pane.clientCard.showRow).waitFor();
  await inspect(excel, "screens-card");
  await pane.frame.getByRole("heading", { name: results.list, exact: true }).waitFor();
  await excel.select("AW6");
  await pane.frame.getByRole("heading", { name: /Brightwater Dairy/ }).waitFor();
  await inspect(excel, "screens-why");
  expect(excel.errors).toEqual([]);
});
