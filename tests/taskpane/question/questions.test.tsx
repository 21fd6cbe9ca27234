import { Rendered } from "../rendered";
import { act } from "react";
import { runs } from "../../../src/commands/runs";
import type { SheetRecord } from "../../../src/host/workbook-record";
import { Pane } from "../../../src/taskpane/pane";
import { PaneSession } from "../../../src/taskpane/state/pane-session";
import { startExcel, type StartedExcel } from "../../excel";
import { type Cell, sheetOf, workbookOf } from "../../workbook-records";

let excel: StartedExcel;
let session: PaneSession;
let pane: Rendered;

async function open(rows: Cell[][] | SheetRecord[], language = "en-US"): Promise<void> {
  const sheets = isSheets(rows) ? rows : [sheetOf("Clients", rows)];
  excel = await startExcel(workbookOf(sheets, { settings: { "keyfolio.language": "en" } }), { language });
  session = new PaneSession(language);
  pane = new Rendered(<Pane session={session} />);
  await act(() => session.start());
}

const isSheets = (rows: Cell[][] | SheetRecord[]): rows is SheetRecord[] => "cells" in rows[0];

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

/** The question on the page, as screen readers name it; null when there is none. */
function question(): string | null {
  const groups = Array.from(pane.page.querySelectorAll<HTMLElement>("[role=group][aria-labelledby]"));
  const heading = groups
    .map((group) => group.querySelector("h3"))
    .find((title) => title?.id === title?.closest("[role=group]")?.getAttribute("aria-labelledby"));
  return heading?.textContent ?? null;
}

const kept = async () => {
  await session.stop();
  const { settings } = await excel.host.toRecord();
  const { lists } = settings["keyfolio.lists"] as { lists: { mapping: { choices: unknown } }[] };
  return lists[0].mapping.choices;
};

const currencies = [
  ["Client", "Currency", "Sales"],
  ["Aster", "USD", 600],
  ["Birch", "EUR", 300],
  ["Cedar", "USD", 100],
];

describe("several currencies", () => {
  test("are a question with what each answer would give", async () => {
    await open(currencies);
    await until("2 clients, 700 in all; the largest, Aster, has 85.7%");
    await until("1 client, 300 in all; the largest, Birch, has 100.0%");
    expect(question()).toBe("Several currencies: which one counts?");
    expect(pane.texts("[role=alert]")).toEqual([]);
  });

  test("one click answers, everything follows, and the answer is kept for this list", async () => {
    await open(currencies);
    await until("700 in all");
    await pane.click(pane.button(/^Only USD/));
    await until("· 2 clients");
    expect(question()).toBeNull();
    expect(pane.text).toContain("1 row in another currency");
    expect(await kept()).toEqual({ currency: "USD" });
  });

  test("the heading of the step takes the focus over when the question goes away", async () => {
    await open(currencies);
    await until("700 in all");
    await act(async () => pane.button(/^Only USD/).focus());
    await pane.click(pane.button(/^Only USD/));
    await until("· 2 clients");
    expect(document.activeElement).toBe(pane.page.querySelector("h2"));
  });

  test("the way back asks again", async () => {
    await open(currencies);
    await until("700 in all");
    await pane.click(pane.button(/^Only USD/));
    await until("Only amounts in USD count");
    await pane.click(pane.button("Undo: Only amounts in USD count"));
    await until("Several currencies: which one counts?");
  });

  test("all of them are converted by rates that are typed; a rate that is missing is said", async () => {
    await open(currencies);
    await until("Convert all into one currency");
    await pane.choose("Into", "EUR");
    await pane.click(pane.button("Convert into EUR"));
    await until("Enter a rate above 0");
    await pane.type("What 1 USD is worth in EUR", "0.5");
    await pane.click(pane.button("Convert into EUR"));
    await until("· 3 clients");
    expect(pane.text).toContain("Converted into EUR: 1 USD = 0.5 EUR");
    expect(session.state.classification!.total).toBe(650);
    expect(await kept()).toEqual({ currency: "EUR", rates: { USD: 0.5 } });
  });

  test("in Russian", async () => {
    await open(currencies, "ru-RU");
    await until("2 клиента, всего 700; крупнейший — Aster, 85,7 %");
    expect(question()).toBe("Несколько валют: какую считать?");
  });
});

test("the question stands at every step, so that nobody has to look for it", async () => {
  await open(currencies);
  await until("Several currencies");
  for (const step of ["Rules", "Run", "Results", /^Data quality/]) {
    await pane.click(pane.button(step));
    expect(question()).toBe("Several currencies: which one counts?");
  }
});

test("a run that stops with a question shows the question alone, and goes on once it is answered", async () => {
  await open(currencies);
  await act(() => runs.start("classifyRows", {}).then(() => undefined));
  await until("700 in all");
  expect(pane.texts("h2")).toEqual(["Run"]);
  expect(question()).toBe("Several currencies: which one counts?");
  expect(pane.texts("[role=alert]")).toEqual([]);
  await pane.click(pane.button(/^Only USD/));
  await until("“Classify rows” can go on now.");
  await pane.click(pane.button("Go on"));
  await until(/columns written beside/);
  expect(pane.text).not.toContain("can go on now");
});

describe("a total of the list's own that differs", () => {
  const rows = [
    ["Client", "Sales"],
    ["Aster", 600],
    ["Birch", 300],
    ["Cedar", 100],
    ["Total", 1500],
  ];

  test("is a question with both figures; the reading may be right all the same", async () => {
    await open(rows);
    await until("The list says 1,500, the rows read add up to 1,000: 500 apart.");
    await until("3 clients, 1,000 in all");
    pane.button("Show the cells");
    await pane.click(pane.button(/^It is right all the same/));
    await until("The reading is right, whatever the list's own total says");
    await until("The list's own total is 1,500, the rows read add up to 1,000.");
    expect(await kept()).toEqual({ acceptTotal: true });
  });

  test("is asked again when other columns are chosen", async () => {
    await open([
      ["Client", "Sales", "Gross sales"],
      ["Aster", 600, 700],
      ["Birch", 300, 400],
      ["Cedar", 100, 200],
      ["Total", 1500, 9000],
    ]);
    await until("rows read add up to");
    await pane.click(pane.button(/^It is right all the same/));
    await until("Decided by you");
    await pane.choose("Meaning of the column “Gross sales”", "Amount (sales)");
    await until("“Sales” is the column “Amount (sales)” now, and there can be only one.");
    await pane.click(pane.button("Take “Gross sales” instead"));
    await until("The list says 9,000");
  });
});

describe("what was decided by its evidence", () => {
  const rows = [
    ["Client", "Sales without VAT", "Sales with VAT"],
    ["Aster", 600, 720],
    ["Birch", 300, 360],
    ["Cedar", 100, 120],
  ];

  test("is said quietly, with the other meaning one click away and one click back", async () => {
    await open(rows);
    await until("Revenue could also be: C “Sales with VAT”");
    expect(question()).toBeNull();
    await pane.click(pane.button("Use C “Sales with VAT” instead"));
    await until("Revenue could also be: B “Sales without VAT”");
    await until("Revenue = C “Sales with VAT”");
    expect(session.state.classification!.total).toBe(1200);
    await pane.click(pane.button("Use B “Sales without VAT” instead"));
    await until("Revenue = B “Sales without VAT”");
  });
});

test("how the list was read stands in one line, all of it behind a fold", async () => {
  await open([
    ["Client", "Sales", "Tax"],
    ["Aster", 600, 60],
    ["Birch", 300, 30],
  ]);
  await until("Revenue = B “Sales”; also money, not used: C “Tax”. Clients = A “Client”. 2 rows, 2 clients.");
  expect(pane.texts("details p")[0]).toContain("Sheet “Clients”, A1:C3.");
});

test("returns that are taken off stand in the line", async () => {
  await open([
    ["Client", "Sales", "Returns"],
    ["Aster", 600, 60],
    ["Birch", 300, 30],
  ]);
  await until("Revenue = B “Sales”, less returns C “Returns”. Clients = A “Client”. 2 rows, 2 clients.");
});

describe("columns headed 1, 2, 3 …", () => {
  const rows = [
    ["Client", 1, 2, 3],
    ["Aster", 300, 200, 100],
    ["Birch", 100, 100, 100],
  ];

  test("are months by one click, and one of them is the revenue by another", async () => {
    await open(rows);
    await until("Columns B–D · 2 clients, 900 in all; the largest, Aster, has 66.7%");
    expect(question()).toBe("Are the columns 1 – 3 months?");
    await pane.click(pane.button(/^Yes: sales of 3 months/));
    await until("(3 months)");
    expect(session.state.classification!.total).toBe(900);
    await pane.click(pane.button("Use B “1” instead"));
    await until("Revenue = B “1”");
    expect(session.state.classification!.total).toBe(400);
    await pane.click(pane.button("Use the sum of 3 months instead"));
    await until("(3 months)");
  });

  test("the columns that are clear keep their meaning while the rest is asked", async () => {
    await open(rows);
    await until("Are the columns 1 – 3 months?");
    expect(pane.field("Meaning of the column “Client”").value).toBe("client");
    expect(pane.field("Meaning of the column “1”").value).toBe("");
  });
});

test("a list without money names at most three of its columns, and lacks one choice only", async () => {
  await open([
    ["Client", "Zip", "Phone", "Year", "Age", "Rank", "Order No."],
    ["Aster", 10115, 4915112345678, 2019, 31, 1, 70001],
    ["Birch", 20095, 4915112345679, 2020, 45, 2, 70007],
    ["Cedar", 80331, 4915112345680, 2021, 28, 3, 70011],
  ]);
  await until("has no column of sales");
  const [said] = pane.texts("[role=alert]");
  expect(said.match(/\([A-Z]\)/g)).toHaveLength(3);
  expect(said).toContain("and 3 more");
  await pane.choose("Meaning of the column “Zip”", "Amount (sales)");
  await until("3 rows, 3 clients.");
});

test("a second column of clients is asked about, and nothing changes until it is answered", async () => {
  await open([
    ["Customer", "Company", "Sales"],
    ["Aster", "Aster Holding", 600],
    ["Birch", "Birch Holding", 300],
    ["Cedar", "Birch Holding", 100],
  ]);
  await until("3 rows, 3 clients.");
  await pane.choose("Meaning of the column “Company”", "Client");
  await until("“Customer” is the column “Client” now, and there can be only one.");
  expect(pane.field("Meaning of the column “Customer”").value).toBe("client");
  await pane.click(pane.button("Leave “Customer”"));
  expect(pane.text).not.toContain("there can be only one");
  expect(pane.text).toContain("3 rows, 3 clients.");
  await pane.choose("Meaning of the column “Company”", "Client");
  await pane.click(pane.button("Take “Company” instead"));
  await until("3 rows, 2 clients.");
  expect(pane.field("Meaning of the column “Customer”").value).toBe("");
});

describe("documents in place of clients", () => {
  const orders = (dates: readonly string[]): Cell[][] => [
    ["Date", "Document No.", "Client", "Amount"],
    ...dates.map((date, i) => [date, `D-${i + 1}`, ["Aster", "Birch", "Cedar"][i % 3], 100 + i]),
  ];
  const told = ["15.01.2025", "16.01.2025", "17.02.2025", "18.02.2025", "19.03.2025", "20.03.2025"];

  test("how many of how many clients, and the sheet that a run adds them up on", async () => {
    await open([sheetOf("Orders", orders(told))]);
    await until("6 documents of 3 clients, January 2025 – March 2025 (3 months).");
    expect(pane.text).toContain("A run adds them up on a new sheet “Clients”; your lines stay as they are.");
    expect(pane.text).toContain("Client = C “Client”. Date = A “Date”. Amount (sales) = D “Amount”.");
    expect(pane.text).toContain("Orders · A1:D7 · 3 clients");
  });

  test("are added up by months, quarters or years, and a run follows the choice", async () => {
    const half = ["15.01.2025", "16.02.2025", "17.03.2025", "18.04.2025", "19.05.2025", "20.05.2025"];
    await open([sheetOf("Orders", orders(half))]);
    await until("January 2025 – May 2025 (5 months).");
    await pane.choose("Add up by", "quarters");
    await until("Q1 2025 – Q2 2025 (2 quarters).");
    const { total, portfolio } = session.state.classification!;
    expect([total, portfolio.clients.length, portfolio.window.periods.length]).toEqual([615, 3, 2]);
    await act(() => session.run("classifyRows"));
    const { settings } = await excel.host.toRecord();
    expect(settings["keyfolio.lists"]).toMatchObject({
      lists: [{ mapping: { choices: { unit: "quarter" } } }],
    });
    const header = excel.host.workbook.worksheets.getItem("Clients").getRange("A1:Z1").values![0];
    expect(header.filter((text) => /2025/.test(String(text)))).toEqual(["Q1 2025", "Q2 2025"]);
  });

  test("are added up anew when the choice is made beside the sheet of clients", async () => {
    await open([sheetOf("Orders", orders(told))]);
    await until("(3 months)");
    await act(() => session.run("classifyRows"));
    const { id: sheetId, tables } = excel.host.workbook.worksheets.getItem("Clients");
    const tableId = tables.getItemAt(0).id;
    await act(() => session.chooseList({ sheetId, tableId }));
    await pane.click(pane.button(/^List/));
    await pane.choose("Add up by", "years");
    await until("2025.");
    await act(() => session.run("classifyRows"));
    expect(session.state.classification!.portfolio.window.periods.map(({ unit }) => unit)).toEqual(["year"]);
    await pane.click(pane.button(/^List/));
    await pane.choose("Add up by", "months");
    await until("(3 months)");
    expect((await excel.host.toRecord()).settings["keyfolio.lists"]).toMatchObject({
      lists: [{ sheet: "Orders", mapping: { choices: {} } }],
    });
  });

  test("a client of a list that is still to be made is shown among the documents", async () => {
    await open([sheetOf("Notes", [["nothing here"]]), sheetOf("Orders", orders(told))]);
    await until("6 documents");
    await act(() => session.show(session.state.list!.reading!.address));
    expect(session.state.mishap).toBeNull();
    expect(excel.host.workbook.worksheets.getActiveWorksheet().name).toBe("Orders");
  });

  test("the columns are those of the documents, and another meaning is kept for them", async () => {
    await open([sheetOf("Orders", orders(told))]);
    await until("6 documents");
    expect(pane.field("Meaning of the column “Document No.”").value).toBe("document");
    await pane.choose("Meaning of the column “Document No.”", "Not used");
    await until("6 lines of 3 clients");
    await session.stop();
    const { settings } = await excel.host.toRecord();
    expect(settings["keyfolio.lists"]).toMatchObject({
      lists: [
        {
          sheet: "Orders",
          mapping: { columns: expect.arrayContaining([{ header: "Client", role: "client" }]) },
        },
      ],
    });
  });

  test("dates that can be read both ways are a question, with the time that each answer gives", async () => {
    const both = ["04/03/2025", "02/05/2025", "05/04/2025", "03/06/2025", "06/02/2025", "01/07/2025"];
    await open([sheetOf("Orders", orders(both))]);
    await until(/\d\d\/\d\d\/2025: day first or month first\?/);
    await until(/from .* 2025 to .* 2025/);
    await pane.click(pane.button(/^Month first/));
    await until("6 documents of 3 clients");
    expect(await kept()).toEqual({ dayFirst: false });
  });
});

describe("who is a client", () => {
  const rows = [
    ["Client", "Sales"],
    ["Aster Ltd", 600],
    ["Birch", 300],
    ["Aster Limited", 100],
    ["Others", 50],
  ];
  const atDataQuality = async () => {
    await open(rows);
    await until("· 3 clients");
    await pane.click(pane.button(/^Data quality/));
  };

  test("names that are likely one client are joined by one click, and apart again by another", async () => {
    await atDataQuality();
    await pane.click(pane.button("They are one client: Aster Ltd / Aster Limited"));
    await until("· 2 clients");
    expect(session.state.classification!.portfolio.amounts[0]).toBe(700);
    await pane.click(pane.button("Undo: One client: Aster Ltd / Aster Limited"));
    await until("· 3 clients");
  });

  test("others that are a client after all", async () => {
    await atDataQuality();
    await pane.click(pane.button("It is a client: Others"));
    await until("· 4 clients");
    expect(await kept()).toEqual({ areClients: ["Others"] });
  });

  test("a client that is none stays in the total, and comes back", async () => {
    await atDataQuality();
    await pane.type("Name in the list", "birch");
    await pane.click(pane.button("Not a client"));
    await until("· 2 clients");
    expect(session.state.classification!.total).toBe(1050);
    await pane.click(pane.button("It is a client: Birch"));
    await until("· 3 clients");
  });
});
