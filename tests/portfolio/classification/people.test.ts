import {
  type Policy,
  type Role,
  classify,
  defaultPolicy,
  figuresOf,
  parseMapping,
  readPortfolio,
} from "../../../src/portfolio";
import { type Cell, listOf, mappingOf } from "../lists";

const roleOf: Readonly<Record<string, Role>> = {
  Client: "client",
  Manager: "manager",
  Profit: "profit",
  Cost: "cost",
  Logistics: "costToServe",
  "Last contact": "lastContact",
  Result: "contactResult",
  Reason: "lossReason",
  Partner: "partner",
  Sales: "amount",
};

function figures(
  rows: readonly (readonly Cell[])[],
  { pins, ...rules }: Partial<Policy> & { pins?: readonly object[] } = {},
) {
  const headers = rows[0].map(String);
  const mapping = mappingOf(
    Object.fromEntries(headers.map((header) => [header, roleOf[header] ?? "period"])),
  );
  const policy = { ...defaultPolicy, ...rules };
  const chosen = parseMapping(pins ? { ...mapping, choices: { pins } } : mapping);
  const portfolio = readPortfolio(listOf(rows), chosen, policy, "2025-03-10");
  const found = classify(portfolio, policy);
  return { ...figuresOf(found, { today: "2025-03-10", language: "en" }), found };
}

describe("contacts", () => {
  const rows: Cell[][] = [
    ["Client", "Last contact", "Result", "Partner", "Sales"],
    ["Aster", "2025-02-20", "positive", "yes", 50],
    ["Birch", "20.02.2025", "отказ", "yes", 50],
    ["Cedar", 45_707, "", "yes", 50],
    ["Dill", "", "", "yes", 50],
    ["Elm", "2025-02-27", "", "", 300],
    ["Elm", "2025-02-28", "negative", "", 1],
    ["Fern", "soon", "", "", 1],
  ];

  it("are due ten days after a good or unknown one, fourteen after a refusal, by the latest of the client's rows", () => {
    expect(figures(rows).clients.map(({ name, nextContact }) => [name, nextContact])).toEqual([
      ["Aster", "2025-03-02"],
      ["Birch", "2025-03-06"],
      ["Cedar", "2025-03-01"],
      ["Dill", null],
      ["Elm", "2025-03-14"],
      ["Fern", null],
    ]);
  });

  it("are the first thing to do for a key client when they are overdue", () => {
    expect(figures(rows).clients.map(({ action }) => action)).toEqual([
      "contact",
      "contact",
      "contact",
      "cell.AN",
      "reduceDependence",
      "cell.CN",
    ]);
    expect(figures(rows, { asOf: "2025-03-02" }).clients[0].action).not.toBe("contact");
  });

  it("follow the rhythm of the client's class", () => {
    const rhythm = { positive: 30, negative: 40 };
    const contacts = { ...defaultPolicy.contacts, A: rhythm };
    expect(figures(rows, { contacts }).clients[0].nextContact).toBe("2025-03-22");
  });

  it("that are no day are listed", () => {
    expect(figures(rows).found.portfolio.findings).toContainEqual(
      expect.objectContaining({ kind: "attributeLeftOut", content: "soon" }),
    );
  });
});

describe("managers", () => {
  const months = ["2024-01", "2024-02", "2024-03", "2024-04"];

  it("have their own rows' money, movement and largest client, and the company's key clients", () => {
    const { managers, bridge } = figures([
      ["Client", "Manager", "Partner", ...months],
      ["Aster", "Ann", "", 10, 10, 0, 0],
      ["Aster", "Bob", "", 0, 0, 30, 30],
      ["Birch", "Bob", "yes", 1, 1, 1, 1],
    ]);
    expect(managers).toMatchObject([
      { name: "Ann", amount: 20, share: 20 / 84, clients: 1, keyClients: 1, largestShare: 1 },
      { name: "Bob", amount: 64, share: 64 / 84, clients: 2, keyClients: 2, overloaded: false },
    ]);
    expect(managers![0].bridge).toMatchObject({ opening: 20, lost: 20, closing: 0 });
    expect(managers![1].bridge).toMatchObject({ opening: 2, new: 60, closing: 62 });
    expect(bridge).toMatchObject({ opening: 22, growth: 40, new: 0, lost: 0, closing: 62 });
  });

  it("are overloaded with more than three key clients", () => {
    const rows = Array.from({ length: 4 }, (_, i): Cell[] => [`Client ${i}`, "Ann", "yes", 10]);
    expect(figures([["Client", "Manager", "Partner", "Sales"], ...rows]).managers![0].overloaded).toBe(true);
    expect(
      figures([["Client", "Manager", "Partner", "Sales"], ...rows.slice(1)]).managers![0].overloaded,
    ).toBe(false);
  });

  it("share the money at risk by what their rows bought in the whole history", () => {
    const monthly = (amount: number, count: number) =>
      Array.from({ length: 20 }, (_, i) => (i < count ? amount : 0));
    const header = Array.from(
      { length: 20 },
      (_, i) => `${2023 + Math.floor(i / 12)}-${String((i % 12) + 1).padStart(2, "0")}`,
    );
    const { managers, clients } = figures([
      ["Client", "Manager", ...header],
      ["Aster", "Ann", ...monthly(30, 18)],
      ["Aster", "Bob", ...monthly(10, 18)],
    ]);
    expect(clients[0].activity).toMatchObject({ status: "atRisk", atRiskPerYear: 480 });
    expect(managers!.map(({ atRiskPerYear }) => atRiskPerYear)).toEqual([360, 120]);
  });
});

describe("profit", () => {
  it("stands beside what it is made of", () => {
    const { clients, processes } = figures([
      ["Client", "Sales", "Cost", "Logistics"],
      ["Aster", 100, 80, 30],
      ["Birch", 100, 80, null],
      ["Cedar", 100, null, 5],
    ]);
    expect(
      clients.map(({ revenueOfCosts, cost, costToServe, profit }) => [
        revenueOfCosts,
        cost,
        costToServe,
        profit,
      ]),
    ).toEqual([
      [100, 80, 30, -10],
      [100, 80, 0, 20],
      [100, null, 5, null],
    ]);
    expect(clients.map(({ action }) => action === "lossMaking")).toEqual([true, false, false]);
    expect(processes.selection.unprofitableShare).toBe(0.5);
  });
});

describe("pins", () => {
  const rows: Cell[][] = [
    ["Client", "Sales"],
    ["Aster", 95],
    ["Birch", 5],
  ];
  const pin = { client: " BIRCH", status: "key", reason: "opens the north", until: "2025-03-10" };

  it("stand beside the computed status until their day, and say where the money contradicts them", () => {
    const { clients } = figures(rows, { pins: [pin] });
    expect(clients.map(({ status, pinned }) => [status, pinned])).toEqual([
      ["mono", null],
      ["regular", { status: "key", reason: "opens the north", until: "2025-03-10", contradicted: true }],
    ]);
    expect(figures(rows, { pins: [{ ...pin, until: "2025-03-09" }] }).clients[1].pinned).toBeNull();
    expect(
      figures(rows, { pins: [{ ...pin, until: null, status: "regular" }] }).clients[1].pinned,
    ).toMatchObject({
      contradicted: false,
    });
  });
});

test("a client has the type of its first reason that has a name", () => {
  const { clients } = figures([
    ["Client", "Partner", "Sales"],
    ["Aster", "", 95],
    ["Birch", "yes", 5],
  ]);
  expect(clients.map(({ reasons, type }) => [reasons, type])).toEqual([
    [["volume"], "breadwinner"],
    [["partner"], null],
  ]);
});
