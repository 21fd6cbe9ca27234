import path from "node:path";
import { overflowOf, smallTargetsOf, violationsOf } from "./accessibility";
import { paneOf, workbenches, type OpenWorkbench, type WorkbenchChoices } from "./workbench";

const open = workbenches();
let excel: OpenWorkbench;

/** A workbook of invented clients as people have them. */
const handed = (file: string) => path.join(__dirname, "../fixtures/reading", file);

type Pane = ReturnType<typeof paneOf>;

/** The pane on a workbook, past its first screen, at the List step. */
async function atList(file: string, choices: WorkbenchChoices = {}): Promise<Pane> {
  excel = await open(choices);
  await excel.openFile(handed(file));
  return begun();
}

/** The same on a sheet of these rows. */
async function atListOf(
  rows: readonly (readonly (string | number)[])[],
  choices: WorkbenchChoices = {},
): Promise<Pane> {
  excel = await open(choices);
  await excel.page.evaluate((values) => {
    const { worksheets } = window.keyfolioWorkbench.bench.state.host!.workbook;
    const sheet = worksheets.add("List");
    sheet.getRange(`A1:${"ABCDEFGH"[values[0].length - 1]}${values.length}`).values = values as string[][];
    sheet.activate();
    sheet.getRange("A2").select();
  }, rows);
  return begun();
}

async function begun(): Promise<Pane> {
  const pane = paneOf(excel);
  await pane.button(excel.texts.pane.firstRun.start).click();
  return pane;
}

const frameOf = () => excel.page.frames().find((frame) => frame !== excel.page.mainFrame())!;

/** Whatever the question: readable, reachable and inside of the pane. */
async function isAccessible(): Promise<void> {
  expect(await violationsOf(frameOf())).toEqual([]);
  expect(await overflowOf(frameOf())).toBe(0);
  expect(await smallTargetsOf(frameOf())).toEqual([]);
}

/** The button of an answer: its small print is part of its name. */
const answer = (pane: Pane, title: string) => {
  const escaped = title.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
  return pane.frame.getByRole("button", { name: new RegExp(`^${escaped}`) });
};

const looks = [
  { language: "en", theme: "light" },
  { language: "ru", theme: "dark", narrowPane: true },
] as const satisfies readonly WorkbenchChoices[];

describe.each(looks)("in $language, $theme", (choices) => {
  const look = `${choices.language}-${choices.theme}`;

  it("several currencies: what each would give; one click answers, and a run follows it", async () => {
    const pane = await atList("currency-column.xlsx", choices);
    const { question, run } = excel.texts.pane;
    const card = pane.frame.getByRole("group", { name: question.asks.currency });
    await card.getByRole("button", { name: /Cedar LLC/ }).waitFor();
    await card.getByText(question.convert).click();
    await excel.quiet();
    await excel.screenshot(`question-currency-${look}`);
    await isAccessible();
    await pane.button(question.convertNow("EUR")).click();
    await pane.frame.getByText(question.rateMissing).first().waitFor();
    await excel.screenshot(`question-currency-rates-${look}`);
    await isAccessible();
    await answer(pane, question.onlyCurrency("EUR")).click();
    await pane.frame.getByText(question.decisions.currency("EUR")).waitFor();
    await excel.quiet();
    await excel.screenshot(`question-currency-answered-${look}`);
    await isAccessible();
    expect(JSON.stringify((await excel.record()).settings)).toContain('"currency":"EUR"');
    await pane.step("run").click();
    await pane.button(run.jobs.classifyRows).click();
    await pane.frame.getByText(run.done.classifyRows).waitFor();
  });

  it("who the clients are, in a list of regions, managers and clients", async () => {
    const rows = [
      ["Name", "Sales"],
      ["North", 900],
      ["Anna", 500],
      ["Aster", 300],
      ["Birch", 200],
      ["Boris", 400],
      ["Cedar", 250],
      ["Dahlia", 150],
      ["South", 600],
      ["Clara", 600],
      ["Elm", 400],
      ["Fir", 200],
      ["Total", 1500],
    ];
    const pane = await atListOf(rows, choices);
    const { question } = excel.texts.pane;
    await pane.frame.getByRole("group", { name: question.asks.level }).waitFor();
    await answer(pane, question.suchAs("Aster, Birch, Cedar")).waitFor();
    await excel.quiet();
    await excel.screenshot(`question-level-${look}`);
    await isAccessible();
    await answer(pane, question.suchAs("Anna, Boris, Clara")).click();
    await pane.frame.getByText(question.otherwise.level(question.suchAs("Anna, Boris, Clara"))).waitFor();
    expect(await pane.listInUse.innerText()).toMatch(/·\s3\s/);
    await excel.screenshot(`question-level-answered-${look}`);
    await isAccessible();
  });

  it("which column is the revenue", async () => {
    const rows = [
      ["Client", "Sales A", "Sales B"],
      ["Aster", 600, 500],
      ["Birch", 300, 350],
      ["Cedar", 100, 140],
    ];
    const pane = await atListOf(rows, choices);
    const { question } = excel.texts.pane;
    await pane.frame.getByRole("group", { name: question.asks.amount }).waitFor();
    await pane.frame.getByRole("button", { name: /^Sales B.*990/ }).waitFor();
    await excel.screenshot(`question-amount-${look}`);
    await answer(pane, "Sales B").click();
    await pane.frame
      .getByText(/C [“«]Sales B[”»]/)
      .first()
      .waitFor();
    await excel.screenshot(`question-amount-answered-${look}`);
    await isAccessible();
  });

  it("the list's own total differs", async () => {
    const rows = [
      ["Client", "Sales"],
      ["Aster", 600],
      ["Birch", 300],
      ["Cedar", 100],
      ["Total", 1500],
    ];
    const pane = await atListOf(rows, choices);
    const { question } = excel.texts.pane;
    await answer(pane, question.acceptTotal).waitFor();
    await excel.quiet();
    await excel.screenshot(`question-total-${look}`);
    await isAccessible();
    await answer(pane, question.acceptTotal).click();
    await pane.frame.getByText(question.decisions.acceptTotal).waitFor();
  });

  it("day first or month first", async () => {
    const dates = ["04/03/2025", "02/05/2025", "05/04/2025", "03/06/2025", "06/02/2025", "01/07/2025"];
    const rows = dates.map((date, i) => [`'${date}`, `D-${i}`, ["Aster", "Birch", "Cedar"][i % 3], 100 + i]);
    const pane = await atListOf([["Date", "Document No.", "Client", "Amount"], ...rows], choices);
    const { question } = excel.texts.pane;
    await pane.frame.getByRole("group", { name: /\d\d\/\d\d\/2025/ }).waitFor();
    await excel.quiet();
    await excel.screenshot(`question-day-${look}`);
    await isAccessible();
    await pane.frame.getByRole("button", { name: new RegExp(`^${question.monthFirst(null)}`) }).click();
    await pane.frame.getByText(/^6\s(documents|документов)/).waitFor();
  });
});

it("what was decided stands quietly, with the other meaning one click away", async () => {
  const pane = await atList("with-and-without-vat.xlsx", { language: "ru", narrowPane: true });
  const { question } = excel.texts.pane;
  await pane.frame.getByText(question.otherwise.amount()).waitFor();
  await excel.quiet();
  await excel.screenshot("reading-vat-ru");
  await isAccessible();
  await pane.frame.getByRole("button", { name: new RegExp(`^${question.useInstead("")}`) }).click();
  await excel.quiet();
  await excel.screenshot("reading-vat-other-ru");
});

it("documents: how many of how many clients, and the sheet that they are added up on", async () => {
  const pane = await atList("transactions.xlsx", { language: "ru", narrowPane: true });
  const { source, run } = excel.texts.pane;
  await pane.frame.getByText(source.madeNew("Клиенты")).waitFor();
  await excel.quiet();
  await excel.screenshot("reading-documents-ru");
  await isAccessible();
  await pane.step("run").click();
  await pane.button(run.jobs.classifyRows).click();
  await pane.frame.getByText(run.done.classifyRows).waitFor();
  expect((await excel.record()).sheets.map(({ name }) => name)).toContain("Клиенты");
});

it("spellings of one client are joined under data quality, and apart again", async () => {
  const pane = await atList("name-spellings.xlsx", { language: "ru", narrowPane: true });
  const { dataQuality, question } = excel.texts.pane;
  await pane.step("dataQuality").click();
  const join = pane.frame.getByRole("button", { name: new RegExp(`^${dataQuality.sameClient}`) });
  await join.first().waitFor();
  await excel.screenshot("data-quality-same-ru");
  await isAccessible();
  const before = (await pane.listInUse.innerText()).trim();
  await join.first().click();
  const undo = pane.frame.getByRole("button", { name: new RegExp(`^${question.undo}`) });
  await undo.first().waitFor();
  await excel.quiet();
  await excel.screenshot("data-quality-joined-ru");
  expect((await pane.listInUse.innerText()).trim()).not.toBe(before);
  await undo.first().click();
  await join.first().waitFor();
});

it("a click on the ribbon that must ask opens the closed pane on the question", async () => {
  excel = await open();
  await excel.openFile(handed("currency-column.xlsx"));
  const { page, texts } = excel;
  await page.getByRole("button", { name: texts.workbench.closePane }).click();
  await page.locator("iframe").waitFor({ state: "hidden" });
  await page.getByRole("button", { name: texts.workbench.classifyRows }).click();
  await page.locator("iframe").waitFor({ state: "visible" });
  const pane = paneOf(excel);
  const { question, run } = texts.pane;
  await pane.frame.getByRole("group", { name: question.asks.currency }).waitFor();
  await excel.quiet();
  await excel.screenshot("question-ribbon-en");
  await answer(pane, question.onlyCurrency("USD")).click();
  await pane.button(question.goOnNow).waitFor();
  await excel.screenshot("question-ribbon-answered-en");
  await pane.button(question.goOnNow).click();
  await pane.frame.getByText(run.done.classifyRows).waitFor();
});
