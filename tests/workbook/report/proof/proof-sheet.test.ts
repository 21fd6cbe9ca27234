import { reportTextsOf } from "../../../../src/locales/report-texts";
import { portfolioReport } from "../../../../src/workbook";
import { startExcel, type StartedExcel } from "../../../excel";
import { sheetOf, workbookOf } from "../../../workbook-records";
import { defaultPolicy } from "../../../../src/portfolio";
import { classified, plainRows, portfolioRows, today } from "../classified";
import { report } from "../written";
import { brokenIn, proofLines } from "./proofs";
import { isProvedBy, shownCells } from "./report-cells";
import { provedWorkbook } from "./proved-workbook";

let excel: StartedExcel;

/** Figures without a proof: the sheet says so of each kind. */
const outOfReach = [
  // The order of the rows, and how the list was read.
  /^Dependency: #$/,
  /^Summary: Report date/,
  /^Summary: .*\/ Cells$/,
  // Limits of silence, and what follows from them.
  /Usually up to/,
  /(At risk a year|At stake)$/,
  /: Activity$/,
];
afterEach(() => excel.stop());

test("every figure of a portfolio that has everything holds, calculated by the engine", async () => {
  const rows = portfolioRows(12);
  excel = await startExcel([sheetOf("Clients", rows)]);
  await report(excel, classified(rows), { proof: true });
  const record = await excel.host.toRecord();
  const lines = proofLines(record);
  expect(brokenIn(lines)).toEqual([]);
  expect(lines.length).toBeGreaterThan(600);
  const bare = shownCells(record).filter((cell) => !lines.some(({ where }) => isProvedBy(where, cell)));
  const names = [...new Set(bare.map(({ sheet, label }) => `${sheet}: ${label}`))];
  expect(names.filter((name) => !outOfReach.some((pattern) => pattern.test(name)))).toEqual([]);
});

describe("after the run", () => {
  const rows = portfolioRows(6);
  const proved = async () => {
    excel = await startExcel([sheetOf("Clients", rows)]);
    await report(excel, classified(rows), { proof: true });
    return proofLines(await excel.host.toRecord());
  };
  const cellAt = (address: string) => {
    const [sheet, cell] = address.replaceAll("'", "").split("!");
    return excel.host.workbook.worksheets.getItem(sheet).getRange(cell);
  };
  const brokenNow = async () =>
    proofLines(await excel.host.toRecord()).flatMap(({ holds, what }) => (holds === true ? [] : [what]));

  test("its table, cleared by somebody, is proved anew by the next report", async () => {
    const before = await proved();
    const table = excel.host.workbook.tables.getItem("KeyfolioProof");
    table.style = "TableStyleMedium9";
    table.getDataBodyRange().clear("Contents");
    await report(excel, classified(rows), { proof: true });
    expect(proofLines(await excel.host.toRecord())).toEqual(before);
    expect(excel.host.workbook.tables.getItem("KeyfolioProof").style).toBe("TableStyleMedium9");
  });

  test("a cell of the list that changes turns the figures red that come of it, and no others", async () => {
    await proved();
    const amount = excel.host.workbook.worksheets.getItem("Clients").getRange("I3");
    const before = amount.values!;
    amount.values = [[Number(before[0][0]) * 3]];
    const broken = await brokenNow();
    expect(broken).toContain("Client 0002: Revenue");
    expect(broken).toContain("Client 0002: Share");
    expect(broken).not.toContain("Client 0001: Revenue");
    expect(broken).not.toContain("Client 0002: Profit");
    amount.values = before;
    expect(await brokenNow()).toEqual([]);
  });

  test("a figure of the report that somebody changes turns red, and no other line does", async () => {
    const lines = await proved();
    const changed = ["Client 0001: Share", "Client 0006: Others must grow by", "Clients that bought"];
    for (const name of changed) {
      const { where, what, ours } = lines.find((line) => line.what === name)!;
      cellAt(where).values = [[Number(ours) * 1.001 + 1]];
      expect(await brokenNow()).toEqual([what]);
      cellAt(where).values = [[ours as number]];
    }
    const [status] = lines.filter(
      ({ what, where }) => /: Status$/.test(what) && where.startsWith("Dependency"),
    );
    cellAt(status.where).values = [["Regular"]];
    expect(await brokenNow()).toEqual([status.what]);
  });
});

test.each([
  ["in the pane", {}, false],
  ["in the pane, asked for", { rules: { ...defaultPolicy, proof: true } }, true],
  ["where nobody waits for it", { isUnattended: true }, true],
  [
    "where nobody waits for it, forbidden",
    { isUnattended: true, rules: { ...defaultPolicy, proof: false } },
    false,
  ],
] as const)("%s", async (_, request, stands) => {
  excel = await startExcel([sheetOf("Clients", plainRows({ Alder: 500, Birch: 300, Cedar: 200 }))]);
  await portfolioReport({ today, displayLanguage: "en", ...request });
  expect(proofLines(await excel.host.toRecord()).length > 0).toBe(stands);
});

test("a long list has its Proof sheet only where it is asked for", async () => {
  const rows = plainRows(
    Object.fromEntries(Array.from({ length: 1001 }, (_, at) => [`Client ${at}`, 9000 - at])),
  );
  excel = await startExcel([sheetOf("Clients", rows)]);
  const { report: outcome } = await portfolioReport({ today, displayLanguage: "en", isUnattended: true });
  expect(outcome.sheets.map(({ key }) => key)).not.toContain("proof");
});

test.each([
  ["each row a client", false],
  ["a client on several rows", true],
])("hours hold as a cost, by the cells that they stand in: %s", async (_, twice) => {
  const rows = [
    ["Client", "Sales", "Cost", "Manager hours"],
    ["Aster", 5000, 3000, 12],
    ["Birch", 3000, 2900, 4.5],
    ["Cedar", 2000, 1500, null],
    twice ? ["Aster", 500, 100, 2] : ["Dogwood", 500, 100, 2],
  ];
  const record = await provedWorkbook(workbookOf([sheetOf("Clients", rows)]), "en", {
    rules: { ...defaultPolicy, proof: true, service: { hourlyRate: 40 } },
  });
  const lines = proofLines(record);
  expect(brokenIn(lines)).toEqual([]);
  expect(lines.find(({ ours }) => ours === (twice ? 560 : 480))).toBeDefined();
  const formulas = record.sheets.flatMap(({ cells }) => cells.flatMap(({ formula }) => formula ?? []));
  expect(formulas.some((formula) => /Clients!\$?D\$?2\*40/.test(formula))).toBe(true);
  const texts = record.sheets.flatMap(({ cells }) => cells.map(({ value }) => String(value)));
  expect(texts.some((text) => text.includes("take 8.3 hours each"))).toBe(!twice);
});

test("where Excel rounds what it shows nothing is called wrong: the sheet says so, and proves again once that is off", async () => {
  const workbook = workbookOf([sheetOf("Clients", portfolioRows(6))]);
  for (const language of ["en", "ru"] as const) {
    const record = await provedWorkbook({ ...workbook, precisionAsDisplayed: true }, language);
    const { sheets, proof } = reportTextsOf[language];
    const page = record.sheets.find(({ name }) => name === sheets.proof)!;
    expect(page.tables).toEqual([]);
    expect(page.cells.map(({ value }) => value)).toContain(proof.asDisplayed);
    expect(page.cells.filter(({ formula }) => formula !== undefined)).toEqual([]);

    const { precisionAsDisplayed, ...exact } = record;
    expect(precisionAsDisplayed).toBe(true);
    const lines = proofLines(await provedWorkbook(exact, language));
    expect(brokenIn(lines)).toEqual([]);
    expect(lines.length).toBeGreaterThan(50);
  }
});
