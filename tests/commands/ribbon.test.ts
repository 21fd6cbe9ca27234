import { all, parseManifest, valueOf } from "../../scripts/manifest/manifest";
import type { ExcelHostOptions } from "../../src/host/excel-host";
import { textsOf } from "../../src/locales";
import { manifest } from "../manifest/served";
import { clients } from "../workbook/lists";
import { rowsOf } from "../workbook/session";
import { sheetOf, workbookOf } from "../workbook-records";
import { closeRibbon, openRibbon, type Ribbon } from "./ribbon";

afterEach(closeRibbon);

const list = () => sheetOf("Clients", clients);

/** A workbook that Keyfolio has worked in; the pane was closed since. */
async function openUsed(options: Partial<ExcelHostOptions> = {}): Promise<Ribbon> {
  const ribbon = await openRibbon([list(), sheetOf("Notes", [["Hello"]])], options);
  await ribbon.click("classifyRows");
  await ribbon.paneOpens();
  ribbon.host.taskpane.hide();
  ribbon.runs.dismiss();
  return ribbon;
}

/** Where the user is. */
async function place({ run }: Ribbon): Promise<string> {
  return run(async (context) => {
    const range = context.workbook.getSelectedRange().load("address");
    await context.sync();
    return range.address;
  });
}

test("every button of the manifest that calls a function finds it", async () => {
  const names = all(parseManifest(manifest), "FunctionName").map(valueOf);
  expect(names).toHaveLength(2);
  const { click } = await openRibbon([list()]);
  for (const name of names) await click(name);
});

test.each([
  ["en-US", ["Share", "Status"]],
  ["ru-RU", ["Доля", "Статус"]],
])(
  "Classify rows, in Excel in %s, writes the columns and brings them into view; a later run leaves the user where he is",
  async (language, headers) => {
    const ribbon = await openRibbon([list()], { language });
    await ribbon.run(async (context) => {
      context.workbook.worksheets.getItem("Clients").getRange("B3").select();
      await context.sync();
    });
    await ribbon.click("classifyRows");
    const [sheet] = (await ribbon.host.toRecord()).sheets;
    expect(rowsOf(sheet)[0].slice(3, 5)).toEqual(headers);
    expect(await place(ribbon)).toBe("Clients!D1");
    expect(ribbon.runs.state).toMatchObject({ status: "done", job: "classifyRows" });
    await ribbon.run(async (context) => {
      context.workbook.worksheets.getItem("Clients").getRange("B3").select();
      await context.sync();
    });
    await ribbon.click("classifyRows");
    expect(await place(ribbon)).toBe("Clients!B3");
  },
);

test.each([
  ["en-US", "Summary"],
  ["ru-RU", "Сводка"],
])(
  "Portfolio report, in Excel in %s, ends with the summary in view and leaves the list alone",
  async (language, summary) => {
    const ribbon = await openRibbon([list()], { language });
    await ribbon.click("portfolioReport");
    const { sheets } = await ribbon.host.toRecord();
    expect(rowsOf(sheets.find(({ name }) => name === "Clients")!)).toEqual(clients);
    expect(await place(ribbon)).toMatch(new RegExp(`^'?${summary}'?!`));
    expect(ribbon.runs.state).toMatchObject({ status: "done", job: "portfolioReport" });
  },
);

test("the first run in a workbook opens the pane, the next one does not", async () => {
  const ribbon = await openRibbon([list()]);
  await ribbon.click("classifyRows");
  expect(await ribbon.paneOpens()).toBe(true);
  ribbon.host.taskpane.hide();
  await ribbon.click("portfolioReport");
  expect(await ribbon.paneOpens()).toBe(false);
});

test("a run that stops opens the pane, which can tell why; the click is over", async () => {
  const ribbon = await openUsed();
  // The first request looks whether Keyfolio has worked here.
  ribbon.host.faults.failRequest(2, "AccessDenied");
  await ribbon.click("classifyRows");
  expect(ribbon.runs.state).toMatchObject({ status: "stopped", job: "classifyRows" });
  expect(await ribbon.paneOpens()).toBe(true);
});

test("a workbook without a list stops the run with that", async () => {
  const ribbon = await openRibbon([sheetOf("Notes", [["Hello"]])]);
  await ribbon.click("portfolioReport");
  expect(ribbon.runs.state).toMatchObject({ status: "stopped", problem: { detail: { kind: "noList" } } });
  expect(await ribbon.paneOpens()).toBe(true);
});

test("a click while a run goes on shows the pane and starts nothing", async () => {
  const ribbon = await openUsed();
  const started = new Set<number>();
  ribbon.runs.subscribe(() => {
    const { state } = ribbon.runs;
    if (state.status === "running") started.add(state.startedAt);
  });
  ribbon.host.faults.delayRequest(2, 300);
  const first = ribbon.click("classifyRows");
  while (ribbon.runs.state.status !== "running") await new Promise((resolve) => setTimeout(resolve, 5));
  const second = ribbon.click("portfolioReport");
  await Promise.all([first, second]);
  expect(ribbon.runs.state).toMatchObject({ status: "done", job: "classifyRows" });
  expect(started.size).toBe(1);
  expect(await ribbon.paneOpens()).toBe(true);
});

test("a pane that cannot be shown is no failure of the run", async () => {
  const ribbon = await openRibbon([list()]);
  ribbon.host.faults.failAction(1, "GeneralException", "SetAppRuntimeState()");
  await ribbon.click("classifyRows");
  expect(ribbon.runs.state.status).toBe("done");
  expect(await ribbon.paneOpens()).toBe(false);
});

test("while a cell is being edited the run stops at once, and the pane opens afterwards", async () => {
  const ribbon = await openUsed();
  ribbon.host.cellEditing.begin();
  await ribbon.click("classifyRows");
  expect(ribbon.runs.state).toMatchObject({ status: "stopped", problem: { detail: { kind: "editMode" } } });
  expect(ribbon.host.taskpane.visible).toBe(false);
  ribbon.host.cellEditing.end();
  expect(await ribbon.paneOpens()).toBe(true);
});

test("the door for runs without a screen says where figures cannot be proved", async () => {
  const { window } = await openRibbon({ ...workbookOf([list()]), precisionAsDisplayed: true });
  const { keyfolio } = window as unknown as { keyfolio: Window["keyfolio"] };
  const { said = [] } = (await keyfolio.classifyAndReport({ language: "ru" })) as { said?: string[] };
  expect(said.slice(1)).toEqual([textsOf.ru.commands.unprovable]);
});

test("the door for runs without a screen tells its stages in words, and what stopped it", async () => {
  const { window } = await openRibbon([list()]);
  const stages: string[] = [];
  const { keyfolio } = window as unknown as { keyfolio: Window["keyfolio"] };
  expect(
    await keyfolio.classifyAndReport({ language: "ru" }, (stage) => {
      if (stages.at(-1) !== stage) stages.push(stage);
    }),
  ).toEqual({ ok: true, said: [expect.stringMatching(/^Лист «Clients», A1:C7\. Выручка — C «Sales»/)] });
  expect(stages).toEqual([
    "Читаем список…",
    "Классифицируем клиентов…",
    "Записываем столбцы результата…",
    "Строим отчёт…",
  ]);
  const outcome = await keyfolio.classifyAndReport({ sheet: "Nowhere" });
  expect(outcome).toEqual({ ok: false, message: expect.stringContaining("Nowhere") });
});
