import { problemText } from "../../../src/locales";
import { defaultPolicy, type Mapping, noCosts, type Problem } from "../../../src/portfolio";
import { classifyRows, readList, saveCosts, saveMapping, savePolicy } from "../../../src/workbook";
import { sheetOf, workbookOf } from "../../workbook-records";
import { clients, request, salesByMonth } from "../lists";
import { openWorkbook, rowsOf } from "../session";

const open = (rows = clients, settings: Record<string, unknown> = {}) =>
  openWorkbook(workbookOf([sheetOf("Clients", rows)], { settings }));

const mappingTo = (amount: string): Mapping => ({
  version: 1,
  columns: [
    { header: "Client", role: "client" },
    { header: amount, role: "amount" },
  ],
});

describe("what the workbook remembers", () => {
  test("is the language of the first run and the run itself, and nothing else that was not chosen", async () => {
    const { host } = await open();
    await classifyRows({ ...request, displayLanguage: "RU" });
    expect((await host.toRecord()).settings).toEqual({
      "keyfolio.language": "ru",
      "keyfolio.snapshots": expect.anything(),
    });
  });

  test("are the rules: limits and result columns of the stored policy", async () => {
    const policy = {
      ...defaultPolicy,
      columns: ["status"],
      ladder: {
        ...defaultPolicy.ladder,
        preset: "own",
        key: { value: 0.5, inclusive: true },
        dependence: null,
        mono: null,
      },
    };
    const { host } = await open(clients, { "keyfolio.policy": policy });
    const { classification } = await classifyRows(request);
    expect(classification.statuses.slice(0, 3)).toEqual(["key", "regular", "regular"]);
    expect(rowsOf((await host.toRecord()).sheets[0])[0]).toEqual([...clients[0], "Status"]);
  });

  test("is what the columns mean", async () => {
    const rows = clients.map((row, i) => [...row, i === 0 ? "Plan" : 100]);
    await open(rows, { "keyfolio.mapping": mappingTo("Plan") });
    const { classification } = await classifyRows(request);
    expect([...classification.shares]).toEqual(Array.from({ length: 6 }, () => expect.closeTo(1 / 6, 12)));
  });

  test("gives way to the headers when the list no longer has those columns", async () => {
    await open(clients, { "keyfolio.mapping": mappingTo("Revenue 2019") });
    const { classification } = await classifyRows(request);
    expect(classification.shares[0]).toBeCloseTo(0.52, 12);
  });

  test("counts a period that was added since the columns were chosen", async () => {
    const rows = salesByMonth(5, 4);
    const columns = rows[0]
      .slice(0, 4)
      .map((header, i) => ({ header: String(header), role: i === 0 ? "client" : "period" }));
    await open(rows, { "keyfolio.mapping": { version: 1, columns } });
    const { classification } = await classifyRows(request);
    expect(classification.portfolio.window.periods).toHaveLength(4);
  });

  test("is kept list by list: another list of the workbook is read as its headers propose", async () => {
    const withPlan = clients.map((row, i) => [...row, i === 0 ? "Plan" : 100]);
    const { host } = await openWorkbook(
      workbookOf([sheetOf("Clients", withPlan), sheetOf("Partners", withPlan)]),
    );
    const { reference, list } = await readList(null);
    await saveMapping({ ...reference, sheet: list.sheet }, mappingTo("Plan"));
    const here = await classifyRows({ ...request, sheet: "Clients" });
    const there = await classifyRows({ ...request, sheet: "Partners" });
    expect(here.classification.shares[0]).toBeCloseTo(1 / 6, 12);
    expect(there.classification.shares[0]).toBeCloseTo(0.52, 12);

    host.workbook.worksheets.getItem("Clients").name = "Buyers";
    const renamed = await classifyRows({ ...request, sheet: "Buyers" });
    expect(renamed.classification.shares[0]).toBeCloseTo(1 / 6, 12);
  });

  test("is what scenarios are reckoned with, beside what the columns mean and without a word in each other's way", async () => {
    const { host } = await open();
    const { reference, list } = await readList(null);
    const identity = { ...reference, sheet: list.sheet };
    const costs = { fixedCosts: 120.5, discounts: [{ from: 1000, discount: 0.03 }] };
    await saveCosts(identity, costs);
    await saveMapping(identity, mappingTo("Sales"));
    expect(await readList(null)).toMatchObject({ costs, isMappingKept: true });
    await saveMapping(identity, null);
    expect(await readList(null)).toMatchObject({ costs, isMappingKept: false });
    await saveCosts(identity, noCosts);
    expect((await host.toRecord()).settings).toEqual({});
  });

  test.each<[string, unknown]>([
    ["no record", 7],
    ["amounts below 0", { fixedCosts: -1, discounts: [] }],
    [
      "tiers out of order",
      {
        discounts: [
          { from: 2, discount: 0.1 },
          { from: 1, discount: 0.2 },
        ],
      },
    ],
    ["a discount above the whole", { discounts: [{ from: 2, discount: 1.1 }] }],
    ["what is no tier", { fixedCosts: "much", discounts: [null, 3] }],
  ])("reckons with nothing where somebody has put %s there", async (_, costs) => {
    await open();
    const { reference, list } = await readList(null);
    await open(clients, {
      "keyfolio.lists": { version: 1, lists: [{ ...reference, sheet: list.sheet, costs }] },
    });
    expect(await readList(null)).toMatchObject({ costs: noCosts, isMappingKept: false, unreadable: [] });
  });

  test("leaves settings of other add-ins and of the user's own alone", async () => {
    const { host } = await open(clients, { other: { a: 1 } });
    await classifyRows(request);
    expect((await host.toRecord()).settings).toEqual({
      other: { a: 1 },
      "keyfolio.language": "en",
      "keyfolio.snapshots": expect.anything(),
    });
  });
});

describe("what a run is asked", () => {
  test("goes before the stored rules: preset, periods, as-of day", async () => {
    await open(salesByMonth(8, 6));
    const { classification } = await classifyRows({
      ...request,
      preset: "asc-280",
      periods: 2,
      asOf: "2022-05-15",
    });
    expect(classification.policy.ladder.preset).toBe("asc-280");
    expect(classification.portfolio.window.periods.map(({ start }) => start)).toEqual([
      "2022-03-01",
      "2022-04-01",
    ]);
  });

  test("is not remembered: the next run follows the stored rules again", async () => {
    const { host } = await open();
    await classifyRows({ ...request, preset: "asc-280" });
    expect(Object.keys((await host.toRecord()).settings)).toEqual([
      "keyfolio.language",
      "keyfolio.snapshots",
    ]);
    expect((await classifyRows(request)).classification.policy.ladder.preset).toBe("delovaya-sreda-2023");
  });

  test("names the stages as they come, each from 0 to 1", async () => {
    await open();
    const seen: [string, number][] = [];
    await classifyRows(request, { onProgress: (stage, fraction) => seen.push([stage, fraction]) });
    expect([...new Set(seen.map(([stage]) => stage))]).toEqual(["reading", "classifying", "writing"]);
    for (const stage of ["reading", "classifying", "writing"]) {
      const fractions = seen.filter(([of]) => of === stage).map(([, fraction]) => fraction);
      expect(fractions[0]).toBe(0);
      expect(fractions.at(-1)).toBe(1);
      expect(fractions).toEqual([...fractions].sort((a, b) => a - b));
    }
  });
});

describe("what a later version stored", () => {
  const later = {
    "keyfolio.policy": { version: 2, rules: "of tomorrow" },
    "keyfolio.lists": { version: 3, lists: "other" },
    "keyfolio.clients.1": { version: 9, anything: true },
    "keyfolio.snapshots": { version: 2 },
  };

  test("stops a run in a clear sentence", async () => {
    await open(clients, { "keyfolio.policy": later["keyfolio.policy"] });
    await expect(classifyRows(request)).rejects.toMatchObject({
      detail: { kind: "newerVersion", what: "rules" },
    });
    await open(clients, { "keyfolio.lists": later["keyfolio.lists"] });
    await expect(classifyRows(request)).rejects.toMatchObject({
      detail: { kind: "newerVersion", what: "columns" },
    });
  });

  test("is shown by the pane as what it is, with the defaults in its place, and is not written over", async () => {
    const { host } = await open(clients, later);
    const { unreadable, reference, list } = await readList(null);
    expect(unreadable.map(({ detail }) => detail.kind)).toEqual(["newerVersion", "newerVersion"]);
    await expect(savePolicy(defaultPolicy)).rejects.toMatchObject({ detail: { kind: "newerVersion" } });
    await expect(savePolicy(null)).rejects.toMatchObject({ detail: { kind: "newerVersion" } });
    await expect(saveMapping({ ...reference, sheet: list.sheet }, mappingTo("Sales"))).rejects.toMatchObject({
      detail: { kind: "newerVersion" },
    });
    expect((await host.toRecord()).settings).toEqual(later);
  });

  test("does not stop a run that is told its rules and columns", async () => {
    const { host } = await open(clients, later);
    const { columns } = mappingTo("Sales");
    const named = columns.map(({ header, role }) => ({ role, column: header }));
    await classifyRows({ ...request, rules: defaultPolicy, columns: named });
    expect((await host.toRecord()).settings).toMatchObject(later);
  });
});

describe("what somebody else may have stored", () => {
  const deep = (depth: number): unknown => JSON.parse("[".repeat(depth) + "]".repeat(depth));

  test.each<[string, Record<string, unknown>, string]>([
    ["rules nested without end", { "keyfolio.policy": { version: 1, ladder: deep(1_000) } }, "badPolicy"],
    ["rules that are a text", { "keyfolio.policy": "x".repeat(1_000_000) }, "badPolicy"],
    [
      "rules with a key of every object",
      { "keyfolio.policy": { ...defaultPolicy, constructor: 1 } },
      "badPolicy",
    ],
    ["rules with a prototype", { "keyfolio.policy": JSON.parse('{"__proto__":{"version":1}}') }, "badPolicy"],
    ["lists that are none", { "keyfolio.lists": deep(1_000) }, "badMapping"],
    ["lists of no version", { "keyfolio.lists": { lists: [] } }, "badMapping"],
  ])("%s: a sentence, short", async (_, settings, kind) => {
    await open(clients, settings);
    const problem = await classifyRows(request).catch((error: Problem) => error);
    expect(problem).toMatchObject({ detail: { kind } });
    expect(problemText(problem as Problem, "en").length).toBeLessThan(500);
  });
});
