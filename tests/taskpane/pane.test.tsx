import { Rendered, readable } from "./rendered";
import { act } from "react";
import { helpPath } from "../../scripts/formulas/addresses";
import { formulaNames } from "../../src/functions/catalogue";
import { languageOf, textsOf } from "../../src/locales";
import { glossaryTextsOf } from "../../src/locales/glossary-texts";
import { runs } from "../../src/commands/runs";
import type { SheetRecord, WorkbookRecord } from "../../src/host/workbook-record";
import { dossier } from "../../src/workbook";
import { Pane } from "../../src/taskpane/pane";
import { PaneSession } from "../../src/taskpane/state/pane-session";
import { startExcel, type StartedExcel } from "../excel";
import { sheetOf, sheetWithTable, workbookOf } from "../workbook-records";

const clients = [
  ["Client", "Sales"],
  ["Aster", 600],
  ["Birch", 300],
  ["Cedar", 100],
];

let excel: StartedExcel;
let session: PaneSession;
let pane: Rendered;

async function open(workbook: WorkbookRecord | SheetRecord[], language = "en-US"): Promise<void> {
  excel = await startExcel(workbook, { language });
  session = new PaneSession(language);
  pane = new Rendered(<Pane session={session} />);
  await act(() => session.start());
}

const known = (...sheets: SheetRecord[]) => workbookOf(sheets, { settings: { "keyfolio.language": "en" } });

afterEach(async () => {
  pane.remove();
  await session.stop();
  runs.dismiss();
  excel.stop();
});

/** Waits until a text stands on the page. */
async function until(text: string | RegExp): Promise<void> {
  for (let waited = 0; waited < 10_000; waited += 50) {
    if (typeof text === "string" ? pane.text.includes(text) : text.test(pane.text)) return;
    await act(() => new Promise((done) => setTimeout(done, 50)));
  }
  throw new Error(`"${text}" does not come. There is: ${pane.text}`);
}

test("the first screen is shown once per workbook: whoever opens it later is at work at once", async () => {
  await open([sheetWithTable("Clients", "Clients", clients)]);
  await pane.click(pane.button("Start with my list"));
  await act(async () => {
    for (let i = 0; i < 50 && !(await excel.host.toRecord()).settings["keyfolio.begun"]; i++) {
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
  });
  const record = await excel.host.toRecord();
  pane.remove();
  await session.stop();
  excel.stop();
  await open(record);
  expect(pane.texts("main h2")).toEqual([textsOf.en.pane.source.title]);
});

test("first run: what it does in a line or two, that nothing leaves the workbook, two ways to begin", async () => {
  await open([sheetOf("Clients", clients)]);
  expect(pane.text).toContain("Nothing leaves the workbook");
  expect(pane.texts("nav")).toEqual([]);
  pane.button("Use sample data");
  await pane.click(pane.button("Start with my list"));
  await until("3 clients");
  expect(pane.text).toContain("Clients · A1:B4");
});

test("a client's card makes its dossier, and says where it is and how to undo it", async () => {
  await open(known(sheetOf("Clients", clients)));
  await until("3 clients");
  await pane.click(pane.button("Results"));
  await until("Birch");
  await pane.click(pane.button(/^Birch/));
  await pane.click(pane.button("Make its dossier"));
  await until("Dossier made");
  expect(excel.host.workbook.worksheets.items.map(({ name }) => name)).toEqual(["Clients", "Dossier Birch"]);
  await pane.click(pane.button("Undo this run"));
  await until("The run was undone");
  expect(excel.host.workbook.worksheets.items.map(({ name }) => name)).toEqual(["Clients"]);
});

test("undoing a dossier that was made again does not say that it is gone", async () => {
  await open(known(sheetOf("Clients", clients)));
  await until("3 clients");
  await dossier({ today: "2025-06-30", displayLanguage: "en-US", client: "Birch" });
  await pane.click(pane.button("Results"));
  await until("Birch");
  await pane.click(pane.button(/^Birch/));
  await pane.click(pane.button("Make its dossier"));
  await until("Dossier made");
  await pane.click(pane.button("Undo this run"));
  await until("What the run wrote stays");
  expect(pane.text).not.toContain("The run was undone");
  expect(pane.text).toContain("The sheet “Dossier Birch” keeps what the run wrote until the next one");
});

test("before a run it is said what it would change", async () => {
  await open(known(sheetOf("Clients", clients)));
  await until("3 clients");
  await pane.click(pane.button("Run"));
  await until("A run writes 5 columns beside “Clients”. Your own cells stay as they are.");
  await pane.click(pane.button("Classify rows"));
  await until("Rows classified");
  await until(
    "Neither the list nor the rules have changed since the last run: the classes that it found still hold.",
  );
  expect(pane.text).toContain("5 columns written beside “Clients”.");
  // Aster 60 %, Birch 30 %, Cedar 10 %: all key. Cedar is one no longer, and Birch depends no more.
  excel.host.workbook.worksheets.getItem("Clients").getRange("B2").values = [[3000]];
  await until(
    "A run would change the class of 2 clients; 2 are no longer key by share. Your own cells stay as they are.",
  );
});

test("undoing says which columns are gone, and which are as before", async () => {
  await open(known(sheetOf("Clients", clients)));
  await until("3 clients");
  await pane.click(pane.button("Run"));
  await until("A run writes 5 columns");
  await pane.click(pane.button("Classify rows"));
  await until("Rows classified");
  await pane.click(pane.button("Undo this run"));
  await until("Columns removed: Share, Status, ABC, Reason, Action.");
  expect(pane.text).not.toContain("as before");
  await pane.click(pane.button("Classify rows"));
  await until("Rows classified");
  excel.host.workbook.worksheets.getItem("Clients").getRange("B2").values = [[3000]];
  await until("A run would change the class of 2 clients");
  await pane.click(pane.button("Classify rows"));
  await until("columns beside “Clients” refreshed.");
  await pane.click(pane.button("Undo this run"));
  await until("Columns as before: Share, Status");
  expect(pane.text).not.toContain("Columns removed");
});

test("a what-if is written to a sheet", async () => {
  await open(known(sheetOf("Clients", clients)));
  await until("3 clients");
  await pane.click(pane.button("Results"));
  await until("Birch");
  await pane.click(pane.button("The largest"));
  await pane.choose("What happens", "They buy less");
  await pane.click(pane.button("Write to a sheet"));
  await until("Scenario written");
  expect(excel.host.workbook.worksheets.items.map(({ name }) => name)).toEqual(["Clients", "Scenario 1"]);
});

test("what scenarios are reckoned with is there again when the pane is opened the next time", async () => {
  const rows = clients.map(([client, sales], i) => [client, sales, i === 0 ? "Cost" : 90]);
  const afresh = async () => {
    await until("3 clients");
    await pane.click(pane.button("Results"));
    await until("Birch");
    await pane.click(pane.button("The largest"));
  };
  await open(known(sheetOf("Clients", rows)));
  await afresh();
  await pane.type("Fixed costs that stay", "120.5");
  await pane.type("Supplier’s volume discounts", "100 = 2.5%; 200 = 5%");
  await pane.type("Supplier’s volume discounts", "100 = 2.5%; 200 = five");
  pane.remove();
  await session.stop();
  session = new PaneSession("en-US");
  pane = new Rendered(<Pane session={session} />);
  await act(() => session.start());
  await afresh();
  expect(pane.field("Fixed costs that stay").value).toBe("120.5");
  expect(pane.field("Supplier’s volume discounts").value).toBe("100 = 2.5%; 200 = 5%");
});

test("the pane speaks the language of Office", async () => {
  await open(known(sheetOf("Clients", clients)), "ru-RU");
  await until("3 клиента");
  expect(pane.texts("nav button").join(" ")).toMatch(/^Список Правила Запуск Итоги Данные/);
});

test("a list without a client column: what is missing stands at the columns, and choosing one helps", async () => {
  await open(
    known(
      sheetOf("Clients", [
        ["2024", "Sales"],
        [1, 600],
        [2, 300],
      ]),
    ),
  );
  await until("What the columns mean");
  await until(/no column of client names/);
  await pane.choose("Meaning of the column “2024”", "Client");
  await pane.choose("Meaning of the column “Sales”", "Amount (sales)");
  await until("2 clients");
  expect(pane.text).not.toMatch(/no column of client names/);
});

test("a status that the user decides on is kept with the list, stands in the card, and can be taken back", async () => {
  await open(known(sheetOf("Clients", clients)));
  await until("3 clients");
  await pane.click(pane.button(/Results/));
  await pane.click(pane.button(/^Cedar/));
  await pane.choose("Status", "Regular");
  await pane.type("Why", "opens a new market");
  await pane.click(pane.button("Keep this status"));
  await until("Your decisionRegular; opens a new market");
  await until("The figures say: Key.");
  await pane.click(pane.button(/^.*List/));
  await until("Cedar: Regular, by your decision");
  await pane.click(pane.button(/Results/));
  await pane.click(pane.button(/^Cedar/));
  await pane.click(pane.button("Take your decision back"));
  await until("Decide the status yourself");
  expect(pane.text).not.toContain("Your decision");
});

test("a run tells what it did, and leads to the results", async () => {
  await open(known(sheetWithTable("Clients", "Clients", clients)));
  await until("3 clients");
  await pane.click(pane.button("Go to run"));
  await pane.click(pane.button("Classify rows"));
  await until("5 columns written beside “Clients”.");
  await pane.click(pane.button("See results"));
  expect(pane.texts("h2")).toEqual(["Results"]);
});

test("new columns are in view after a run, and come into view again by “Show the columns”", async () => {
  await open(known(sheetWithTable("Clients", "Clients", clients), sheetOf("Notes", [["mine"]])));
  await until("3 clients");
  const { workbook } = excel.host;
  const inView = () => [
    workbook.worksheets.getActiveWorksheet().name,
    workbook.getSelectedRange().address.replace(/^.*!/, ""),
  ];
  await pane.click(pane.button("Run"));
  await pane.click(pane.button("Classify rows"));
  await until("5 columns written");
  expect(inView()).toEqual(["Clients", "C1"]);
  await act(async () => workbook.worksheets.getItem("Notes").activate());
  await pane.click(pane.button("Show the columns"));
  for (let i = 0; i < 100 && inView()[0] !== "Clients"; i++) {
    await act(() => new Promise((done) => setTimeout(done, 20)));
  }
  expect(inView()).toEqual(["Clients", "C1"]);
});

test("a column of numbers as text is made numbers by one click, and the texts again by another", async () => {
  const texts = ["1.5M", "800k", "700k"];
  await open(
    known(sheetOf("Clients", [["Client", "Sales"], ...texts.map((text, i) => [`Client ${i + 1}`, text])])),
  );
  await until("3 clients");
  const values = () =>
    excel.host.workbook.worksheets
      .getItem("Clients")
      .getRange("B2:B4")
      .values!.map(([value]) => value);
  await pane.click(pane.button(/^Data quality/));
  await until("Columns of numbers stored as text");
  await pane.click(pane.button("Make them numbers: 3 cells from Clients!B2 on"));
  await until("3 texts from Clients!B2 on are numbers now");
  expect(values()).toEqual([1_500_000, 800_000, 700_000]);
  await until("Every cell counts as it stands");
  await pane.click(pane.button("Undo: Clients!B2"));
  await until("Columns of numbers stored as text");
  expect(values()).toEqual(texts);
});

test("a run that stops says why, and offers what helps", async () => {
  await open(known(sheetWithTable("Clients", "Clients", clients)));
  await until("3 clients");
  excel.host.workbook.worksheets
    .getItem("Clients")
    .tables.getItem("Clients")
    .columns.getItem("Client")
    .filter.applyValuesFilter(["Aster"]);
  await pane.click(pane.button("Run"));
  await pane.click(pane.button("Classify rows"));
  await until(/is filtered/);
  await pane.click(pane.button("Clear the filter and run"));
  await until("5 columns written");
});

test("an error that has no words of ours is told without Excel's raw message, and can be tried again", async () => {
  await open(known(sheetWithTable("Clients", "Clients", clients)));
  await until("3 clients");
  await pane.click(pane.button("Run"));
  excel.host.faults.failRequest(1, "GeneralException", "0x800A03EC");
  await pane.click(pane.button("Classify rows"));
  await until("Excel could not do this step (code GeneralException)");
  expect(pane.text).not.toContain("0x800A03EC");
  await pane.click(pane.button("Run again"));
  await until("5 columns written");
});

test("a run from the ribbon that stopped is what the pane opens with, also where it was never seen", async () => {
  excel = await startExcel([sheetOf("Clients", [["nothing here"]])]);
  await runs.start("classifyRows", {});
  session = new PaneSession("en-US");
  pane = new Rendered(<Pane session={session} />);
  await act(() => session.start());
  expect(pane.texts("h2")).toEqual(["Run"]);
  expect(pane.texts("[role=alert]")[0]).toContain("No client list was found");
  await pane.click(pane.button("List"));
  pane.button("Use sample data");
});

test("a first run from the ribbon, while the pane introduces itself: it goes on with what was done", async () => {
  await open([sheetWithTable("Clients", "Clients", clients)]);
  expect(pane.text).toContain("Who are your key clients?");
  await act(() => runs.start("classifyRows", {}).then(() => undefined));
  await until("Rows classified");
  expect(pane.texts("h2")).toEqual(["Run"]);
});

test("a deleted list: every step says so and leads to another one", async () => {
  await open(known(sheetWithTable("Clients", "Clients", clients), sheetOf("Partners", clients)));
  await until("3 clients");
  await pane.click(pane.button("Results"));
  excel.host.workbook.worksheets.getItem("Clients").delete();
  await until("No list chosen");
  await pane.click(pane.button("Choose the list"));
  expect(pane.text).toContain("The list “Clients” is no longer there");
  await pane.choose("List", "Sheet “Partners”");
  await until("3 clients");
});

describe("help", () => {
  test.each(["en-US", "ru-RU"])(
    "and glossary are one click away, in %s, and the next click goes on",
    async (language) => {
      const texts = textsOf[languageOf(language)];
      await open(known(sheetWithTable("Clients", "Clients", clients)), language);
      await pane.click(pane.button(texts.pane.shell.help));
      const { terms, title } = glossaryTextsOf[languageOf(language)];
      expect(pane.texts("main h2")).toEqual([title]);
      expect(pane.texts("main dt")).toEqual(Object.values(terms).map(({ term }) => readable(term)));
      const links = Array.from(pane.page.querySelectorAll<HTMLAnchorElement>("main a"), (link) =>
        link.getAttribute("href"),
      );
      expect(links).toEqual(formulaNames.map((name) => helpPath(name, languageOf(language))));
      await pane.click(pane.button(texts.pane.shell.steps.rules));
      expect(pane.texts("main h2")).toEqual([texts.pane.shell.titles.rules]);
    },
  );
});

test("what somebody opened in a step is open when he comes back to it", async () => {
  await open(known(sheetWithTable("Clients", "Clients", clients)));
  const group = () =>
    Array.from(pane.page.querySelectorAll<HTMLDetailsElement>("details")).find(({ textContent }) =>
      textContent?.startsWith("ABC"),
    )!;
  await pane.click(pane.button("Rules"));
  expect(group().open).toBe(false);
  await act(async () => {
    group().open = true;
    group().dispatchEvent(new Event("toggle"));
  });
  await pane.click(pane.button("List"));
  await pane.click(pane.button("Rules"));
  expect(group().open).toBe(true);
});
