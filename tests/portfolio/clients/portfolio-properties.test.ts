import fc from "fast-check";
import {
  Problem,
  classify,
  defaultPolicy,
  identityOf,
  notesOf,
  proposeMapping,
  readPortfolio,
  totalName,
} from "../../../src/portfolio";
import { type Cell, listOf, mappingOf } from "../lists";

/** Lists whose own totals are as random as the rest: the user has said that the reading is right. */
const mapping = {
  ...mappingOf({
    Client: "client",
    Manager: "manager",
    "2024-01": "period",
    "2024-02": "period",
    "2024-03": "period",
  }),
  choices: { acceptTotal: true },
};
const header = ["Client", "Manager", "2024-01", "2024-02", "2024-03"];

const name = fc.oneof(
  {
    weight: 8,
    arbitrary: fc.constantFrom(
      "Alfa",
      "alfa ",
      "Beta",
      "Gamma",
      "ООО Дельта",
      "Дельта",
      "Epsilon\u00a0Ltd",
      "epsilon ltd",
    ),
  },
  { weight: 1, arbitrary: fc.constantFrom<Cell>(null, "  ", "—", "Итого", "Total", "#N/A") },
  { weight: 2, arbitrary: fc.integer({ min: 1, max: 5 }) },
);
const cents = fc.integer({ min: -50_000, max: 1e8 }).map((amount) => amount / 100);
const cell = fc.oneof(
  { weight: 12, arbitrary: cents },
  { weight: 2, arbitrary: fc.constantFrom<Cell>(null, 0, "") },
  { weight: 2, arbitrary: cents.map((amount) => amount.toFixed(2)) },
  { weight: 1, arbitrary: fc.constantFrom<Cell>("?", true, "#DIV/0!") },
);
const row = fc.tuple(name, fc.constantFrom<Cell>("Ivanova", "Petrov", null), cell, cell, cell);
// Clients whose rows are far apart in size, so that no row is by chance the sum of those above it.
const rows = fc
  .array(row, { minLength: 1, maxLength: 25 })
  .map(
    (list) =>
      [...list, ["Alfa", "Petrov", 12_345_678.9, 1, 2], ["Beta", null, 7_777_777.7, 5, 1]] as Cell[][],
  );

const read = (body: readonly (readonly Cell[])[]) =>
  readPortfolio(listOf([header, ...body]), mapping, defaultPolicy, "2026-01-01");
const numberOf = (content: Cell) =>
  typeof content === "number" ? content : typeof content === "string" ? Number(content) || 0 : 0;
const isBad = (content: Cell) => content === true || content === "?" || content === "#DIV/0!";

test("no row is lost: each is a client's, a total, money without a client, a finding, or empty", () => {
  fc.assert(
    fc.property(rows, (body) => {
      const { rowClient, clients, findings } = read(body);
      const about = new Set(
        findings.map(({ address }) => Number(/\d+/.exec(address.split("!")[1])?.[0]) - 2),
      );
      body.forEach(([who, , ...cells], at) => {
        if (rowClient[at] >= 0) {
          expect(identityOf(clients[rowClient[at]])).toBe(identityOf(String(who)));
        } else if (!about.has(at)) {
          expect(identityOf(String(who ?? ""))).toBe("");
          expect(cells.reduce<number>((sum, content) => sum + Math.round(numberOf(content) * 100), 0)).toBe(
            0,
          );
        }
      });
    }),
  );
});

test("the total is the sum of the numbers of all rows that are neither totals nor unreadable", () => {
  fc.assert(
    fc.property(rows, (body) => {
      const portfolio = read(body);
      const totals = new Set(
        portfolio.findings.flatMap(({ kind, address }) =>
          kind === "totalRow" ? [Number(/\d+/.exec(address)?.[0]) - 2] : [],
        ),
      );
      body.forEach(([who], at) => {
        if (typeof who === "string" && totalName(who) === "sure") expect(totals).toContain(at);
      });
      const counted = body.filter(([, , ...cells], at) => !totals.has(at) && !cells.some(isBad));
      const sum = counted.reduce(
        (all, [, , ...cells]) =>
          all + cells.reduce<number>((own, content) => own + Math.round(numberOf(content) * 100), 0),
        0,
      );
      expect(portfolio.total).toBeCloseTo(sum / 100, 6);
      const ofClients = portfolio.amounts.reduce((all, amount) => all + amount, 0);
      expect(ofClients + portfolio.unnamedAmount).toBeCloseTo(portfolio.total, 4);
      const { managers } = portfolio;
      const grouped = managers
        ? managers.amount.reduce((all, amount) => all + amount, 0) + managers.withoutGroup.amount
        : NaN;
      expect(grouped).toBeCloseTo(ofClients, 4);
    }),
  );
});

test("the order of the rows changes no client's amount, share, status or class", () => {
  const shuffled = rows.chain((body) =>
    fc.tuple(fc.constant(body), fc.shuffledSubarray(body, { minLength: body.length })),
  );
  const facts = (body: readonly (readonly Cell[])[]) => {
    const portfolio = read(body);
    // A row that is the sum of those above it is a total by its place, so the place matters for such rows alone.
    fc.pre(
      portfolio.findings.every(({ kind, content }) => kind !== "totalRow" || totalName(content) === "sure"),
    );
    const { shares, statuses, abc, xyz, variation, reasons, actions } = classify(portfolio, defaultPolicy);
    return new Map(
      portfolio.clients.map((client, i) => [
        identityOf(client),
        [
          portfolio.amounts[i],
          shares[i],
          statuses[i],
          abc[i],
          xyz[i],
          variation[i].toPrecision(9),
          reasons[i],
          actions[i],
        ],
      ]),
    );
  };
  fc.assert(
    fc.property(shuffled, ([body, other]) => {
      const before = facts(body);
      const after = facts(other);
      expect(new Map([...after].sort())).toEqual(new Map([...before].sort()));
    }),
  );
});

test("a client with nothing changes nobody", () => {
  fc.assert(
    fc.property(rows, fc.nat(25), (body, at) => {
      const before = classify(read(body), defaultPolicy);
      const after = classify(
        read([...body.slice(0, at), ["Newcomer", null, 0, null, 0], ...body.slice(at)]),
        defaultPolicy,
      );
      const own = (of: typeof before) =>
        of.portfolio.clients.flatMap((client, i) =>
          client === "Newcomer" ? [] : [[client, of.shares[i], of.statuses[i], of.abc[i], of.xyz[i]]],
        );
      expect(own(after)).toEqual(own(before));
    }),
  );
});

test("reading never changes the list", () => {
  fc.assert(
    fc.property(rows, (body) => {
      const list = listOf([header, ...body]);
      const copy = structuredClone(list);
      classify(readPortfolio(list, mapping, defaultPolicy, "2026-01-01"), defaultPolicy);
      expect(list).toEqual(copy);
    }),
  );
});

test("whatever stands in the cells, a run ends with a portfolio or a named problem", () => {
  const anything = fc.oneof(
    fc.string({ unit: "grapheme", maxLength: 30 }),
    fc.double({ min: -1e15, max: 1e15, noNaN: true }),
    fc.boolean(),
    fc.constantFrom<Cell>(
      null,
      "Client",
      "Sales",
      "Клиент",
      "янв 2024",
      "2024",
      "Q1",
      "1/2/2024",
      "Total",
      "1,234",
      "(5)",
      "#N/A",
    ),
  );
  const grid = fc
    .integer({ min: 1, max: 6 })
    .chain((width) =>
      fc.array(fc.array(anything, { minLength: width, maxLength: width }), { minLength: 1, maxLength: 8 }),
    );
  fc.assert(
    fc.property(grid, fc.constantFrom(".", ","), (cells, decimalSeparator) => {
      try {
        const list = listOf(cells, { decimalSeparator });
        const portfolio = readPortfolio(list, proposeMapping(list), defaultPolicy, "2026-01-01");
        const { shares, abc } = classify(portfolio, defaultPolicy);
        expect(shares.every(Number.isFinite)).toBe(true);
        expect(abc).toHaveLength(portfolio.clients.length);
        expect(notesOf(classify(portfolio, defaultPolicy)).length).toBeGreaterThan(0);
      } catch (error) {
        expect(error).toBeInstanceOf(Problem);
      }
    }),
    { numRuns: 500 },
  );
});
