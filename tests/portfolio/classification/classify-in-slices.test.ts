import fc from "fast-check";
import {
  Problem,
  classify,
  classifyInSlices,
  defaultPolicy,
  readPortfolio,
  type Classification,
  type Policy,
} from "../../../src/portfolio";
import { listOf, mappingOf, type Cell } from "../lists";

const mapping = mappingOf({
  Client: "client",
  Group: "group",
  Manager: "manager",
  Department: "department",
  "2024-01": "period",
  "2024-02": "period",
  "2024-03": "period",
  Profit: "profit",
  "Attractiveness: order volume": "attractiveness",
  "Loyalty: price": "loyalty",
  Potential: "potential",
  VIP: "vip",
});
const header = mapping.columns.map((column) => column.header);

const amount = fc.oneof(
  { weight: 8, arbitrary: fc.integer({ min: -1000, max: 1e7 }).map((cents) => cents / 100) },
  { weight: 2, arbitrary: fc.constantFrom<Cell>(null, "", "12,5", "1 200", "?", "#N/A", true) },
);
const word = (...words: (Cell | undefined)[]) => fc.constantFrom<Cell>(...words.map((each) => each ?? null));
const row = fc.tuple(
  word("Alfa", "alfa ", "Beta", "Gamma", "Delta", "Epsilon", "Total", "—", null),
  word("Holding", "нет", null, "#REF!"),
  word("Ivanova", "Petrov", null),
  word("North", "South", null),
  amount,
  amount,
  amount,
  amount,
  word(1, 5, 9, 12, "?", null),
  word(2, 6, 10, null),
  amount,
  word("yes", "no", null, "perhaps"),
);
const policies = fc.record({
  base: fc.constantFrom<Policy["base"]>("revenue", "profit"),
  joinGroups: fc.boolean(),
});

const today = "2026-01-01";

/** The classification, or what stopped it. */
async function outcomeOf(work: () => Promise<Classification> | Classification): Promise<unknown> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof Problem) return error.detail;
    throw error;
  }
}

test("the result is that of reading and classifying at once, or the same problem", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(row, { maxLength: 30 }), policies, async (body, choices) => {
      const list = listOf([header, ...body]);
      const policy = { ...defaultPolicy, ...choices };
      expect(await outcomeOf(() => classifyInSlices(list, mapping, policy, today))).toEqual(
        await outcomeOf(() => classify(readPortfolio(list, mapping, policy, today), policy)),
      );
    }),
  );
});

/** More rows than one step takes, with every kind of column. No two have the same name: what follows from the last one is kept. */
let lists = 0;
const large = () => listOf(rowsOfLarge(), { name: `Sales ${lists++}` });
const rowsOfLarge = () => [
  header,
  ...Array.from({ length: 20_000 }, (_, i): Cell[] => [
    `Client ${i % 19_000}`,
    i % 5 ? null : `Group ${i % 700}`,
    `Manager ${i % 40}`,
    `Department ${i % 4}`,
    (i * 7919) % 10_007,
    (i * 104_729) % 9973,
    i % 11 ? (i * 31) % 997 : null,
    (i % 100) - 10,
    1 + (i % 10),
    1 + ((i * 3) % 10),
    i % 3 ? null : 50_000,
    i % 50 ? null : "yes",
  ]),
];

test("a list of many steps gives the same as at once", async () => {
  const list = large();
  const inSlices = await classifyInSlices(list, mapping, defaultPolicy, today);
  const atOnce = classify(readPortfolio(list, mapping, defaultPolicy, today), defaultPolicy);
  expect(Object.keys(inSlices)).toEqual(Object.keys(atOnce));
  for (const key of Object.keys(atOnce) as (keyof Classification)[]) {
    expect(inSlices[key]).toEqual(atOnce[key]);
  }
});

test("quarters are classified alike", async () => {
  const list = large();
  const policy: Policy = { ...defaultPolicy, xyz: { ...defaultPolicy.xyz, step: "quarter" } };
  const { xyz, variation } = await classifyInSlices(list, mapping, policy, today);
  const atOnce = classify(readPortfolio(list, mapping, policy, today), policy);
  expect([xyz, variation]).toEqual([atOnce.xyz, atOnce.variation]);
});

test("timers get their turn while the work goes on, and progress only rises from 0 to 1", async () => {
  const fractions: number[] = [];
  let turns = 0;
  const timer = setInterval(() => turns++, 1);
  await classifyInSlices(large(), mapping, defaultPolicy, today, {
    onProgress: (fraction) => fractions.push(fraction),
  });
  clearInterval(timer);
  expect(turns).toBeGreaterThan(0);
  expect(fractions.length).toBeGreaterThan(1);
  expect(fractions).toEqual([...fractions].sort((a, b) => a - b));
  expect(fractions[0]).toBeGreaterThanOrEqual(0);
  expect(fractions.at(-1)).toBeLessThanOrEqual(1);
});

test("it stops between two steps when it is cancelled", async () => {
  const list = large();
  const given = AbortSignal.abort();
  const work = classifyInSlices(list, mapping, defaultPolicy, today, { signal: given });
  await expect(work).rejects.toMatchObject({ detail: { kind: "cancelled" } });

  const controller = new AbortController();
  const fractions: number[] = [];
  const later = classifyInSlices(list, mapping, defaultPolicy, today, {
    signal: controller.signal,
    onProgress(fraction) {
      fractions.push(fraction);
      controller.abort();
    },
  });
  await expect(later).rejects.toMatchObject({ detail: { kind: "cancelled" } });
  expect(fractions).toHaveLength(1);
});

const few = (amount: Cell = 300) =>
  listOf([
    ["Client", "Sales", "Note"],
    ["Alfa", 500, "=x"],
    ["Beta", amount, ""],
    ["Gamma", 200, true],
  ]);
const ofFew = mappingOf({ Client: "client", Sales: "amount" });

describe("the same list, rules and day once more", () => {
  test("give the same without a second reading, for the list that was handed over now", async () => {
    const [first, again] = [few(), few()];
    const { portfolio: read, ...found } = await classifyInSlices(first, ofFew, defaultPolicy, today);
    const { portfolio, ...rest } = await classifyInSlices(again, ofFew, { ...defaultPolicy }, today);
    expect([portfolio, rest]).toEqual([read, found]);
    expect(portfolio.amounts).toBe(read.amounts);
    expect(portfolio.list).toBe(again);
  });

  const { columns } = few();
  const changed = (at: number, change: Partial<(typeof columns)[number]>) => ({
    ...few(),
    columns: columns.map((column, i) => (i === at ? { ...column, ...change } : column)),
  });
  test.each<[string, Parameters<typeof classifyInSlices>]>([
    ["a number", [few(300.01), ofFew, defaultPolicy, today]],
    ["a text in the place of a number", [few("300"), ofFew, defaultPolicy, today]],
    [
      "a cell that is none of the clients'",
      [changed(2, { others: new Map([[0, "=x"]]) }), ofFew, defaultPolicy, today],
    ],
    ["a header", [changed(2, { header: "Remark" }), ofFew, defaultPolicy, today]],
    ["a format of a header", [changed(1, { headerFormat: "@" }), ofFew, defaultPolicy, today]],
    [
      "formulas that were read",
      [changed(1, { formulas: [500, "=100*3", 200] }), ofFew, defaultPolicy, today],
    ],
    [
      "bold cells that were read",
      [changed(0, { bolds: Uint8Array.of(1, 0, 0) }), ofFew, defaultPolicy, today],
    ],
    ["the place of the list", [{ ...few(), top: 3 }, ofFew, defaultPolicy, today]],
    ["what is not read", [{ ...few(), notRead: ["Sales!H1:J9"] }, ofFew, defaultPolicy, today]],
    [
      "the meaning of a column",
      [few(), mappingOf({ Note: "client", Sales: "amount" }), defaultPolicy, today],
    ],
    ["a rule", [few(), ofFew, { ...defaultPolicy, joinGroups: !defaultPolicy.joinGroups }, today]],
    ["the day", [few(), ofFew, defaultPolicy, "2026-01-02"]],
  ])("another one in %s is read anew", async (_, question) => {
    const { portfolio: before } = await classifyInSlices(few(), ofFew, defaultPolicy, today);
    const now = await classifyInSlices(...question);
    expect(now.portfolio.amounts).not.toBe(before.amounts);
    const [list, mapping, policy, day] = question;
    expect(now).toEqual(classify(readPortfolio(list, mapping, policy, day), policy));
  });

  test("what was cancelled, or is a problem, is no answer", async () => {
    const list = listOf([
      ["Client", "Sales"],
      ["Alfa", 0],
    ]);
    const work = () => classifyInSlices(list, ofFew, defaultPolicy, today);
    await expect(work()).rejects.toMatchObject({ detail: { kind: "zeroTotal" } });
    await expect(work()).rejects.toMatchObject({ detail: { kind: "zeroTotal" } });
    const given = AbortSignal.abort();
    await classifyInSlices(few(), ofFew, defaultPolicy, today);
    const again = classifyInSlices(few(), ofFew, defaultPolicy, today, { signal: given });
    await expect(again).rejects.toMatchObject({ detail: { kind: "cancelled" } });
  });
});
