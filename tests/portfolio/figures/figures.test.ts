import {
  classify,
  defaultPolicy,
  figuresOf,
  finish,
  firmnessOf,
  movesSteps,
  readPortfolio,
  snapshotOf,
} from "../../../src/portfolio";
import { type Cell, listOf, mappingOf } from "../lists";

const rows: Cell[][] = [
  ["Code", "Client", "Manager", "2024-01", "2024-02", "2024-03", "Cost"],
  ["7", "Aster", "Ann", 100, 100, 100, 250],
  ["8", "Birch", "Bob", 50, 0, 40, 100],
  ["9", "Birch", "Ann", 10, null, null, null],
  [null, null, null, 5, 5, 0, null],
  ["Total", null, null, 165, 105, 140, 350],
];

/** @param earlier rows of the run before, where one is remembered */
function figures(body = rows, earlier?: Cell[][]) {
  const mapping = mappingOf({
    Code: "code",
    Client: "client",
    Manager: "manager",
    "2024-01": "period",
    "2024-02": "period",
    "2024-03": "period",
    Cost: "cost",
  });
  const classified = (of: Cell[][]) =>
    classify(readPortfolio(listOf(of), mapping, defaultPolicy, "2024-06-30"), defaultPolicy);
  const found = classified(body);
  const moves = earlier && finish(movesSteps(snapshotOf(classified(earlier)), found, firmnessOf(found)));
  return figuresOf(found, { today: "2024-06-30", language: "en", moves });
}

test("say how the list was read", () => {
  expect(figures().reading).toEqual({
    sheet: "Sales",
    range: "Sales!A1:G6",
    client: "Client",
    code: "Code",
    revenue: null,
    periods: ["2024-01", "2024-02", "2024-03"],
    unit: "month",
    rows: 5,
    clients: 3,
    leftOut: [{ kind: "total", rows: 1 }],
    notUsed: [],
    controlTotal: 410,
    doubts: [],
  });
});

test("hold the money unrounded: of clients, of nobody, and all of it", () => {
  const { total, positiveTotal, withoutClient, clients } = figures();
  expect(total).toBe(410);
  expect(positiveTotal).toBe(400);
  expect(withoutClient).toEqual({ rows: 1, amount: 10 });
  expect(clients.map(({ name, code, amount }) => ({ name, code, amount }))).toEqual([
    { name: "Aster", code: "7", amount: 300 },
    { name: "Birch (8)", code: "8", amount: 90 },
    { name: "Birch (9)", code: "9", amount: 10 },
  ]);
  expect(clients[0].share).toBe(300 / 410);
});

test("have null for what is not known", () => {
  const { clients } = figures();
  expect(clients[2]).toMatchObject({ profit: null, quadrant: null, attractiveness: null, loyalty: null });
  expect(clients[1]).toMatchObject({ profit: -10, managers: ["Bob"], departments: [] });
});

test("tell what became of the classes since the run before, where one is remembered", () => {
  expect(figures()).not.toHaveProperty("movement");
  const { movement } = figures(rows, [
    rows[0],
    ["7", "Aster", "Ann", 10, 10, 10, 5],
    ["8", "Birch", "Bob", 500, 0, 40, 100],
    ["5", "Cedar", "Bob", 5, 0, 4, 1],
  ]);
  expect(movement).toMatchObject({
    since: "2024-06-30",
    entered: [{ name: "Birch (9)", code: "9", amount: 10 }],
    left: [{ name: "Cedar", amount: 9 }],
  });
  expect(movement!.table.B.A).toEqual({ clients: 1, amount: 300 });
  expect(movement!.moved).toContainEqual({
    name: "Aster",
    code: "7",
    kind: "status",
    before: "regular",
    now: "mono",
    amountBefore: 30,
    amount: 300,
    firm: true,
  });
});

test("survive JSON as they are", () => {
  const plain = figures(rows, rows);
  expect(JSON.parse(JSON.stringify(plain))).toEqual(plain);
});
