import fc from "fast-check";
import {
  classify,
  defaultPolicy,
  finish,
  madeHeaders,
  madeMapping,
  madeSourceList,
  type Membership,
  readPortfolio,
  type SourceList,
} from "../../../src/portfolio";
import { addUpLinesSteps, recogniseTransactions } from "../../../src/portfolio/transactions";
import { textsOf } from "../../../src/locales";
import { type Cell, listOf, mappingOf } from "../lists";

const header = ["Date", "Client", "Manager", "Amount", "Cost"];
const roles = mappingOf({
  Date: "date",
  Client: "client",
  Manager: "manager",
  Amount: "amount",
  Cost: "cost",
});
const policy = defaultPolicy;

/** The portfolio of documents, by way of the list of clients that they are added up to. */
function portfolioOf(lines: readonly (readonly Cell[])[], change = (list: SourceList) => list) {
  const list = listOf([header, ...lines]);
  const made = finish(addUpLinesSteps([{ list, columns: recogniseTransactions(list, roles)! }]));
  const texts = textsOf.en.madeList;
  const headers = madeHeaders(made, texts);
  const frame = { name: "Clients", sheet: "Clients", top: 0, left: 0, decimalSeparator: "." } as const;
  const standing = change(madeSourceList(made, headers, frame));
  return readPortfolio(standing, madeMapping(made, headers), policy, "2026-01-15");
}

const moneyOf = ({ groups, totals }: Membership) =>
  Object.fromEntries(groups.map((name, i) => [name, totals[i]]));

const lines: Cell[][] = [
  ["2025-01-05", "Alpha", "Ann", 100, 40],
  ["2025-02-06", "Alpha", "Ben", 99, 90],
  ["2025-02-07", "Alpha", "ben ", 1, 0],
  ["2025-02-09", "Beta", "Ann", 10, 4],
  ["2025-03-01", "Beta", "", 5, 1],
  ["2025-03-02", "", "Ben", 7, 2],
];

describe("managers of documents", () => {
  test("have the money of their own documents, whoever has most of a client's", () => {
    const { managers, clients } = portfolioOf(lines);
    expect(moneyOf(managers!)).toEqual({ Ann: 110, Ben: 107 });
    const pairs = [...managers!.client].map((client, i) => [
      clients[client],
      managers!.groups[managers!.group[i]],
      managers!.amount[i],
      managers!.profit![i],
    ]);
    expect(pairs).toEqual([
      ["Alpha", "Ann", 100, 60],
      ["Alpha", "Ben", 100, 10],
      ["Beta", "Ann", 10, 6],
    ]);
    expect(managers!.withoutGroup).toEqual({ amount: 5, clients: [] });
  });

  test("have bridges that add up to the company's, client by client", () => {
    const classification = classify(portfolioOf([...lines, ["2025-04-01", "Alpha", "Ann", 30, 1]]), policy);
    const { groups } = classification.managers!;
    const openings = groups.map(({ bridge }) => bridge!.opening);
    const { bridge } = classification;
    // Beta's document without a manager is nobody's.
    expect(openings.reduce((sum, each) => sum + each)).toBe(bridge!.opening);
    expect(groups.reduce((sum, each) => sum + each.bridge!.closing, 0)).toBe(bridge!.closing - 5);
  });

  test("have the same once somebody has sorted the list of clients", () => {
    const reversed = (list: SourceList): SourceList => ({
      ...list,
      columns: list.columns.map((column) => ({
        ...column,
        numbers: column.numbers.slice().reverse(),
        others: new Map([...column.others].map(([row, text]) => [list.rowCount - 1 - row, text])),
      })),
    });
    expect(moneyOf(portfolioOf(lines, reversed).managers!)).toEqual({ Ann: 110, Ben: 107 });
  });

  test("are those of the cells where the list of clients no longer is as it was made", () => {
    const renamed = (list: SourceList): SourceList => ({
      ...list,
      columns: list.columns.map((column) => ({
        ...column,
        others: new Map([...column.others].map(([row, text]) => [row, text === "Alpha" ? "Gamma" : text])),
      })),
    });
    expect(moneyOf(portfolioOf(lines, renamed).managers!)).toEqual({ Ann: 215, Ben: 7 });
  });

  test("of random documents: every manager's money and profit is the sum of its documents", () => {
    const line = fc.record({
      month: fc.integer({ min: 1, max: 12 }),
      client: fc.constantFrom("Alpha", "Beta", "Gamma", ""),
      manager: fc.constantFrom("Ann", "Ben", "Cid", ""),
      cents: fc.integer({ min: 1, max: 1_000_000 }),
      cost: fc.integer({ min: 0, max: 500_000 }),
    });
    fc.assert(
      fc.property(fc.array(line, { minLength: 6, maxLength: 40 }), (found) => {
        const all = [...found, { month: 1, client: "Alpha", manager: "Ann", cents: 1, cost: 0 }];
        const { managers } = portfolioOf(
          [1, 12]
            .flatMap((month) => [
              [`2025-${String(month).padStart(2, "0")}-03`, "Alpha", "Ann", 1, 0] as Cell[],
              [`2025-${String(month).padStart(2, "0")}-04`, "Beta", "Ben", 1, 0] as Cell[],
            ])
            .concat(
              all.map(({ month, client, manager, cents, cost }): Cell[] => [
                `2025-${String(month).padStart(2, "0")}-10`,
                client,
                manager,
                cents / 100,
                cost / 100,
              ]),
            ),
        );
        managers!.groups.forEach((name, group) => {
          const own = all.filter(({ manager }) => manager === name);
          const extra = name === "Ann" || name === "Ben" ? 2 : 0;
          const money = own.reduce((sum, { cents }) => sum + cents, 0) / 100 + extra;
          const profit = own.reduce((sum, { cents, cost }) => sum + cents - cost, 0) / 100 + extra;
          expect(managers!.totals[group]).toBeCloseTo(money, 6);
          expect(managers!.profitTotals![group]).toBeCloseTo(profit, 6);
        });
      }),
    );
  });
});
