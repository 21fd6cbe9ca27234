import type { ExcelHost } from "../../../src/host/excel-host";
import type { SheetRecord, ValueCard } from "../../../src/host/workbook-record";
import { defaultPolicy } from "../../../src/portfolio";
import { classifyRows } from "../../../src/workbook";
import { removeKeyfolio } from "../../../src/workbook/undo/remove-keyfolio";
import { undoRun } from "../../../src/workbook/undo/undo-run";
import { type Cell, sheetOf, sheetWithTable } from "../../workbook-records";
import { clients, request, salesByMonth } from "../lists";
import { columnOf, forgetRuns, openWorkbook, ordered, withoutCards } from "../session";

const forms: [string, (rows: Cell[][]) => SheetRecord][] = [
  ["a region", (rows) => sheetOf("Clients", rows)],
  ["a table", (rows) => sheetWithTable("Clients", "Deals", rows)],
];

/** Cards of the sheet by their rows, with the text of the cell. */
async function cardsIn(host: ExcelHost): Promise<Map<number, { text: unknown; card: ValueCard }>> {
  const [{ cells }] = (await host.toRecord()).sheets;
  return new Map(cells.flatMap(({ row, value, card }) => (card ? [[row, { text: value, card }]] : [])));
}

/** What a property of a card says. */
const said = (card: ValueCard, name: string) =>
  (card.properties[name] as { basicValue?: unknown } | undefined)?.basicValue;
const sheetIn = ({ workbook }: ExcelHost) => workbook.worksheets.getItem("Clients");
const rules = (change: Partial<typeof defaultPolicy>) => ({ ...defaultPolicy, ...change });

describe.each(forms)("cards on the status cells of %s", (_, sheetWith) => {
  test("clients that are key or of class A explain themselves, and their cells stay texts", async () => {
    const { host, run } = await openWorkbook([sheetWith(clients), sheetOf("Notes", [["mine"]])]);
    await classifyRows(request);
    const [sheet] = (await host.toRecord()).sheets;
    expect(columnOf(sheet, "Status")).toEqual(["Mono-client", "Key", "Key", "Regular", "Regular", "Regular"]);
    const cards = await cardsIn(host);
    expect([...cards.keys()]).toEqual([1, 2, 3]);
    const { text, card } = cards.get(1)!;
    expect(text).toBe("Mono-client");
    expect(said(card, "Revenue")).toBe(5200);
    expect(said(card, "Share")).toBeCloseTo(0.52, 12);
    expect(said(card, "Status")).toMatch(/^Mono-client: it brings 52.00% of all revenue/);
    expect(said(card, "Size (ABC)")).toMatch(/^Class A: no client is larger/);
    expect(said(card, "What to do")).not.toBe("");
    expect(said(card, "Rules")).toMatch(/^Rule: Delovaya Sreda/);
    expect(card.layouts).toEqual({
      card: {
        title: "Northern Mills",
        sections: [{ layout: "List", properties: Object.keys(card.properties) }],
      },
    });
    const counted = await run(async (context) => {
      const cell = context.workbook.worksheets.getItem("Notes").getRange("B1");
      cell.formulas = [['=COUNTIF(Clients!E:E,"Key")&Clients!E2']];
      cell.load("values");
      await context.sync();
      return cell.values;
    });
    expect(counted).toEqual([["2Mono-client"]]);
  });

  test.each(["1.9", "1.18"] as const)("ExcelApi %s: the same texts without cards", async (apiLevel) => {
    const { host } = await openWorkbook([sheetWith(clients)], { apiLevel });
    await classifyRows(request);
    const older = await host.toRecord();
    expect(JSON.stringify(host.journal.entries)).not.toContain("AsJson");
    const { host: newer } = await openWorkbook([sheetWith(clients)], { apiLevel: "1.19" });
    await classifyRows(request);
    expect(ordered(withoutCards(await newer.toRecord()))).toEqual(ordered(older));
  });

  test("rules take none, or so many of the largest", async () => {
    const { host } = await openWorkbook([sheetWith(clients)]);
    await classifyRows({ ...request, rules: rules({ cards: 2 }) });
    expect([...(await cardsIn(host)).keys()]).toEqual([1, 2]);
    await classifyRows({ ...request, rules: rules({ cards: 0 }) });
    expect([...(await cardsIn(host)).keys()]).toEqual([]);
  });

  test("nobody's screen shows none", async () => {
    const { host } = await openWorkbook([sheetWith(clients)]);
    await classifyRows({ ...request, isUnattended: true });
    expect((await cardsIn(host)).size).toBe(0);
  });

  test("a run on the same data changes no cell, on the next day neither", async () => {
    const { host } = await openWorkbook([sheetWith(clients)]);
    await classifyRows(request);
    const before = ordered(await host.toRecord()).sheets;
    const { written } = await classifyRows({ ...request, today: "2025-07-01" });
    expect(written).toEqual({ added: [], changed: [] });
    expect(ordered(await host.toRecord()).sheets).toEqual(before);
  });

  test("a card says what holds now, though its text is the same; undoing brings the one before again", async () => {
    const { host } = await openWorkbook([sheetWith(clients)]);
    await classifyRows(request);
    const before = ordered(await host.toRecord()).sheets;
    sheetIn(host).getRange("C3").values = [[1900]];
    const { written, trace } = await classifyRows(request);
    expect(written.changed).toContain("status");
    expect(said((await cardsIn(host)).get(2)!.card, "Revenue")).toBe(1900);
    sheetIn(host).getRange("C3").values = [[1800]];
    expect((await undoRun(trace)).stays).toEqual([]);
    expect(ordered(await host.toRecord()).sheets).toEqual(before);
  });

  test("a client that is none of them any more keeps its text and loses its card", async () => {
    const { host } = await openWorkbook([sheetWith(clients)]);
    await classifyRows({ ...request, rules: rules({ abc: { ...defaultPolicy.abc, aLimit: 0.9 } }) });
    expect((await cardsIn(host)).get(4)?.text).toBe("Regular");
    forgetRuns(host);
    await classifyRows({ ...request, rules: rules({}) });
    expect((await cardsIn(host)).has(4)).toBe(false);
    expect(columnOf((await host.toRecord()).sheets[0], "Status")[3]).toBe("Regular");
  });

  test("undoing the first run and removing leave the workbook as it was", async () => {
    for (const back of ["undo", "remove"] as const) {
      const { host } = await openWorkbook([sheetWith(clients)]);
      const before = ordered(await host.toRecord());
      const { trace } = await classifyRows(request);
      expect((await cardsIn(host)).size).toBe(3);
      const { stays } = await (back === "undo" ? undoRun(trace) : removeKeyfolio());
      expect(stays).toEqual([]);
      expect(ordered(await host.toRecord())).toEqual(before);
    }
  });

  test("a run that fails while it writes leaves the texts of before, and no card of its own", async () => {
    const { host } = await openWorkbook([sheetWith(clients)]);
    await classifyRows(request);
    const before = ordered(withoutCards(await host.toRecord())).sheets;
    sheetIn(host).getRange("C3").values = [[1900]];
    const writing = await requestThatWrites(host, () => classifyRows(request));
    sheetIn(host).getRange("C3").values = [[1800]];
    await classifyRows(request);
    sheetIn(host).getRange("C3").values = [[1900]];
    host.faults.loseReply(writing);
    await expect(classifyRows(request)).rejects.toMatchObject({ detail: { kind: "office" } });
    sheetIn(host).getRange("C3").values = [[1800]];
    expect((await cardsIn(host)).size).toBe(0);
    expect(ordered(withoutCards(await host.toRecord())).sheets).toEqual(before);
    await classifyRows(request);
    expect((await cardsIn(host)).size).toBe(3);
  });
});

/** The number of the request in which a run writes cards. */
async function requestThatWrites({ journal }: ExcelHost, run: () => Promise<unknown>): Promise<number> {
  journal.clear();
  await run();
  const writes = ({ operations }: (typeof journal.requests)[number]) =>
    operations.some((operation) => operation === "Range.valuesAsJson=");
  return journal.requests.findIndex(writes) + 1;
}

test("whoever has moved since an earlier run says so", async () => {
  const { host } = await openWorkbook([sheetOf("Clients", clients)]);
  await classifyRows(request);
  sheetIn(host).getRange("C7").values = [[1200]];
  await classifyRows(request);
  const { text, card } = (await cardsIn(host)).get(6)!;
  expect(text).toBe("Key");
  expect(said(card, "Changed class")).toBe("Status: Regular → Key; ABC: C → A since June 30, 2025");
});

test("whose money is at risk explains it; in the workbook's language", async () => {
  const { host } = await openWorkbook([sheetOf("Clients", salesByMonth(60, 36))]);
  sheetIn(host).getRange("AI41:AK41").clear("Contents");
  await classifyRows({ ...request, language: "ru" });
  const { card } = (await cardsIn(host)).get(40)!;
  expect(said(card, "Активность")).toMatch(/молчит/);
  expect(said(card, "Правила")).toMatch(/^Правило: /);
});
