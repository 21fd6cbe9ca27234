import { classifyRows } from "../../../src/workbook";
import type { StartedExcel } from "../../excel";
import { sheetOf, sheetWithTable, type Cell } from "../../workbook-records";
import { clients, request, salesByMonth } from "../lists";
import { openWorkbook, ordered, remembering, withoutCards } from "../session";

type Journal = StartedExcel["host"]["journal"];

/** Requests of a first run. */
async function journalOf(open: () => Promise<StartedExcel>): Promise<Journal> {
  const { host } = await open();
  host.journal.clear();
  await classifyRows(request);
  return host.journal;
}

const region = (rows: Cell[][]) => () => openWorkbook([sheetOf("Clients", rows)]);
const table = (rows: Cell[][]) => () => openWorkbook([sheetWithTable("Clients", "Deals", rows)]);

/** Names so long that a list of them weighs megabytes. */
const heavyList = (rows: number, letters = 1000): Cell[][] => [
  ["Client", "Sales"],
  ...Array.from({ length: rows }, (_, row): Cell[] => [`Client ${row} ${"x".repeat(letters)}`, rows - row]),
];

describe.each([
  ["a region", region],
  ["a table", table],
])("classifying %s", (_, open) => {
  test("takes five requests for 632 clients × 35 columns, beside a region one more that marks the places, and two to remember it", async () => {
    const { requests } = await journalOf(open(salesByMonth(632, 34)));
    const further = _ === "a region" ? 1 : 0;
    expect(requests).toHaveLength(5 + further + remembering);
    expect(requests.filter(({ operations }) => operations.some((o) => o.endsWith("=")))).toHaveLength(
      1 + further,
    );
  });

  test("takes as many requests for 2,000 clients as for 20", async () => {
    const many = await journalOf(open(salesByMonth(2000, 6)));
    const few = await journalOf(open(salesByMonth(20, 6)));
    expect(many.requests.length).toBe(few.requests.length);
  });

  test("takes as many actions for 2,000 clients as for 20, but for cards and for the client's own cutting of matrices", async () => {
    const own = ({ requests }: Journal) =>
      requests.reduce(
        (sum, { operations }) =>
          sum +
          operations.filter((o) => !/GetRow|GetBounding|_Validate|valuesAsJson=|Range\.getCell\(\)/i.test(o))
            .length,
        0,
      );
    const many = await journalOf(open(salesByMonth(2000, 6)));
    const few = await journalOf(open(salesByMonth(20, 6)));
    expect(own(many)).toBeLessThan(own(few) + 60);
  });

  test("takes one more request to read and to write for each further megabyte, and no reply is much larger", async () => {
    const megabytes = 4;
    const light = await journalOf(open(heavyList(40)));
    const heavy = await journalOf(open(heavyList(megabytes * 1000)));
    const further = heavy.requests.length - light.requests.length;
    // A run that is too long for a setting is remembered on a sheet: two to find and to add it, and one for each half megabyte.
    const remembered = 2 + Math.ceil(2.1 * megabytes);
    // Estimates are rounded up: text may take two bytes a character.
    expect(further).toBeGreaterThanOrEqual(2 * (megabytes - 1) + megabytes);
    expect(further).toBeLessThanOrEqual(2 * 2 * megabytes + 2 + remembered);
    for (const { replyBytes, requestBytes } of heavy.requests) {
      expect(replyBytes).toBeLessThan(1_500_000);
      expect(requestBytes).toBeLessThan(4_500_000);
    }
  });

  test("asks for nothing twice when nothing is to be written", async () => {
    const { host } = await open(clients)();
    await classifyRows(request);
    host.journal.clear();
    await classifyRows(request);
    // After four for the list one asks for cards, one for the runs before, and one whether the run is remembered.
    expect(host.journal.requests).toHaveLength(7);
  });

  test("keeps no object of the workbook once it is done", async () => {
    const { host } = await open(salesByMonth(50, 6))();
    await classifyRows(request);
    expect(host.keptObjects()).toBe(0);
  });
});

describe("classifying on the web", () => {
  test("stays below 5 MB both ways with a heavy list", async () => {
    const { host } = await openWorkbook([sheetOf("Clients", heavyList(3500, 2000))], { mode: "web" });
    expect((await classifyRows(request)).written.added).toEqual([
      "share",
      "status",
      "abc",
      "reason",
      "action",
    ]);
    expect(host.journal.requests.every(({ error }) => error === null)).toBe(true);
  });

  test("finds a list with names so long that its first rows are more than a reply", async () => {
    const { host } = await openWorkbook([sheetOf("Clients", heavyList(350, 20_000))], { mode: "web" });
    const { classification } = await classifyRows(request);
    expect(classification.portfolio.clients).toHaveLength(350);
    const refused = host.journal.requests.flatMap(({ error }) => error ?? []);
    expect(new Set(refused)).toEqual(new Set(["ResponsePayloadSizeLimitExceeded"]));
  });

  test("halves a piece whose reply turns out too large", async () => {
    // Short names first, so that the estimate for the rest is far too low.
    const rows: Cell[][] = [
      ["Client", "Sales"],
      ...Array.from({ length: 2000 }, (_, row): Cell[] => [`C${row}`, 1]),
      ...Array.from({ length: 250 }, (_, row): Cell[] => [`D${row} ${"x".repeat(25_000)}`, 1]),
    ];
    const { host } = await openWorkbook([sheetOf("Clients", rows)], { mode: "web" });
    const { classification } = await classifyRows(request);
    expect(classification.portfolio.clients).toHaveLength(2250);
    expect(host.journal.requests.some(({ error }) => error === "ResponsePayloadSizeLimitExceeded")).toBe(
      true,
    );
  });
});

describe("every level of Excel from 1.9 on", () => {
  test.each(["1.9", "1.14", "1.17", "1.20"] as const)(
    "%s: the same result, but for cards",
    async (apiLevel) => {
      const { host } = await openWorkbook([sheetOf("Clients", clients)], { apiLevel });
      await classifyRows(request);
      const record = ordered(withoutCards(await host.toRecord()));
      const { host: reference } = await openWorkbook([sheetOf("Clients", clients)]);
      await classifyRows(request);
      expect(record).toEqual(ordered(withoutCards(await reference.toRecord())));
    },
  );
});
