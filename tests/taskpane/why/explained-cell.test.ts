import { columnLetters, type Classification } from "../../../src/portfolio";
import { type Explained, clientColumnOf, explainedCell } from "../../../src/taskpane/why/explained-cell";
import { classifyAndReport } from "../../../src/workbook";
import { selectedCell } from "../../../src/workbook/following/selected-cell";
import type { StartedExcel } from "../../excel";
import { request, salesByMonth } from "../../workbook/lists";
import { openWorkbook } from "../../workbook/session";
import { type Cell, sheetOf } from "../../workbook-records";

const months = salesByMonth(30, 26);
const managers = ["Ivanova", "Petrov"];
const sales = months.map((row, at) => [row[0], at === 0 ? "Manager" : managers[at % 2], ...row.slice(1)]);

/** A workbook that was classified and reported on. */
async function reported(
  options = {},
  rows: Cell[][] = sales,
): Promise<{ excel: StartedExcel; classification: Classification }> {
  const excel = await openWorkbook([sheetOf("Clients", rows)], options);
  const { classification } = await classifyAndReport(request);
  return { excel, classification };
}

/** What is said when a cell is selected. */
async function selected(
  { excel, classification }: Awaited<ReturnType<typeof reported>>,
  sheet: string,
  address: string,
  language: "en" | "ru" = "en",
): Promise<Explained | null> {
  await excel.run(async (context) => {
    const target = context.workbook.worksheets.getItem(sheet);
    target.activate();
    target.getRange(address).select();
    await context.sync();
  });
  const cell = await selectedCell(clientColumnOf(classification));
  return cell && explainedCell(classification, cell, language);
}

/** Address of the first cell of a sheet that holds a text, moved by rows and columns. */
function beside(
  { excel }: Awaited<ReturnType<typeof reported>>,
  sheet: string,
  text: string,
  rows: number,
  columns: number,
) {
  const values = excel.host.workbook.worksheets.getItem(sheet).getUsedRange(true).values as unknown[][];
  const row = values.findIndex((of) => of.includes(text));
  const column = values[row]?.indexOf(text) ?? -1;
  if (row < 0) throw new Error(`No ${text} on ${sheet}`);
  const used = excel.host.workbook.worksheets.getItem(sheet).getUsedRange(true);
  const at = used.columnIndex + column + columns;
  return `${columnLetters(at)}${used.rowIndex + row + rows + 1}`;
}

const first = (explained: Explained | null) => explained?.figures[0];

test.each(["1.9", undefined])(
  "a result column of ours is known by its mark, whatever its header says (ExcelApi %s)",
  async (apiLevel) => {
    const opened = await reported(apiLevel ? { apiLevel } : {});
    const header = beside(opened, "Clients", "Status", 0, 0);
    opened.excel.host.workbook.worksheets.getItem("Clients").getRange(header).values = [["Standing"]];
    const below = header.replace(/\d+$/, "2");
    expect(first(await selected(opened, "Clients", below))).toMatchObject({ heading: "Status" });
    expect(await selected(opened, "Clients", header)).toBeNull();
  },
);

test("a client's row tells what to do, its status and its size, and everything else on demand", async () => {
  const opened = await reported();
  const explained = await selected(opened, "Clients", "C4");
  const further = explained?.further?.();
  expect(explained?.name).toBe("Client 0003");
  expect(explained?.figures.map(({ heading }) => heading)).toEqual(["What to do", "Status", "Size (ABC)"]);
  expect(further?.length).toBeGreaterThan(5);
  const amount = further?.find(({ heading }) => heading === "Revenue");
  expect(amount?.areas).toEqual(["Clients!C4:AB4"]);
  expect(await selected(opened, "Clients", "C60")).toBeNull();
});

test("where nothing is known to advise by, nothing is advised, in a row, in the report and in a card", async () => {
  const rows: Cell[][] = Array.from({ length: 20 }, (_, i) => [`Client ${i}`, 100 + i]);
  const opened = await reported({}, [["Client", "Sales"], ...rows]);
  const headings = (explained: Explained | null) =>
    [...(explained?.figures ?? []), ...(explained?.further?.() ?? [])].map(({ heading }) => heading);
  const ofRow = headings(await selected(opened, "Clients", "B4"));
  // The list of all clients stands last on its sheet.
  const used = opened.excel.host.workbook.worksheets.getItem("Dependency").getUsedRange(true);
  const row = used.values!.findLastIndex((cells) => cells.includes("Client 19"));
  const column = used.values![row].indexOf("Client 19");
  const name = `${columnLetters(used.columnIndex + column)}${used.rowIndex + row + 1}`;
  const ofReport = headings(await selected(opened, "Dependency", name));
  expect([ofRow[0], ofReport[0]]).toEqual(["Status", "Status"]);
  expect([...ofRow, ...ofReport]).not.toContain("What to do");
  const { sheets } = await opened.excel.host.toRecord();
  const cards = JSON.stringify(sheets[0].cells.filter(({ card }) => card));
  expect(cards).toContain("Class A");
  expect(cards).not.toContain("What to do");
});

test("a row that was sorted since is found by its name; a name that has gone is said", async () => {
  const opened = await reported();
  const clients = opened.excel.host.workbook.worksheets.getItem("Clients");
  clients.getRange("A2").values = [["Client 0009"]];
  expect((await selected(opened, "Clients", "C2"))?.name).toBe("Client 0009");
  clients.getRange("A2").values = [["Somebody else"]];
  expect(await selected(opened, "Clients", "C2")).toMatchObject({
    name: "Somebody else",
    figures: [],
    problem: "This client is not in the list any more.",
  });
});

test("figures of the report are known by what stands beside them, also after rows came in above", async () => {
  const opened = await reported();
  const tile = () => beside(opened, "Summary", "Concentration (HHI)", 1, 0);
  const hhi = opened.classification.concentration.hhi;
  const said = new RegExp(`^Concentration \\(HHI\\): ${Math.round(hhi).toLocaleString("en-US")} `);
  expect(first(await selected(opened, "Summary", tile()))?.heading).toMatch(said);
  opened.excel.host.workbook.worksheets.getItem("Summary").getRange("3:4").insert("Down");
  expect(first(await selected(opened, "Summary", tile()))?.heading).toMatch(said);
  const gini = (columns: number) => beside(opened, "Dependency", "Gini coefficient", 0, columns);
  for (const columns of [0, 2]) {
    expect(first(await selected(opened, "Dependency", gini(columns)))?.heading).toMatch(/^Gini: 0\.\d+ /);
  }
});

test("a table of clients is explained by its header and the client's name, a table of managers by the manager", async () => {
  const opened = await reported();
  const next = await selected(
    opened,
    "Dependency",
    beside(opened, "Dependency", "Money to the next limit", 1, 0),
  );
  expect(next?.name).toMatch(/^Client \d{4}$/);
  expect(first(next)?.heading).toBe("Status");
  const largest = beside(opened, "Managers", "Largest client’s share", 1, 0);
  expect(first(await selected(opened, "Managers", largest))?.heading).toMatch(
    /^(Ivanova|Petrov)\. Its largest client/,
  );
});

test("says nothing of cells that show no figure, and speaks the language of the pane", async () => {
  const opened = await reported();
  expect(await selected(opened, "Clients", "A60")).toBeNull();
  expect(first(await selected(opened, "Clients", "C4", "ru"))?.heading).toBe("Что делать");
});
