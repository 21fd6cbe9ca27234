import {
  clientAgeOf,
  comingsAndGoings,
  firstActionsOf,
  lossReasonKind,
  startAfter,
  type Classification,
} from "../../../src/portfolio";
import { classified } from "../../workbook/report/classified";

const months = Array.from({ length: 12 }, (_, month) => `2025-${String(month + 1).padStart(2, "0")}`);
const buys = (amount: number, until: number, from = 0) =>
  months.map((_, month) => (month >= from && month < until ? amount : 0));

const story = (): Classification =>
  classified([
    ["Client", ...months, "Profit"],
    ["Steady", ...buys(100, 12), 90],
    ["Costly", ...buys(90, 12), -20],
    ["Quiet", ...buys(80, 10), 70],
    ["Gone", ...buys(70, 6), 60],
    ["Came", ...buys(5, 12, 11), 1],
  ]);

describe("firstActionsOf", () => {
  test("names the clients of each urgent action, the most urgent first, with the money at stake", () => {
    const classification = story();
    const { clients } = classification.portfolio;
    expect(
      firstActionsOf(classification).map(({ action, clients: found, stake }) => [
        action,
        found.map((client) => clients[client]),
        stake,
      ]),
    ).toEqual([
      ["lost", ["Gone"], 420],
      ["atRisk", ["Quiet"], 800],
      ["lossMaking", ["Costly"], 20],
      ["reduceDependence", ["Steady"], 1200],
    ]);
  });

  test("says of how many more the same is true, so that the count is that of the figures", () => {
    const quietAndCostly = classified([
      ["Client", ...months, "Profit"],
      ["Steady", ...buys(100, 12), 90],
      ["Costly", ...buys(90, 12), -20],
      ["Quiet", ...buys(80, 10), -5],
      ["Gone", ...buys(70, 6), -6],
      ["Came", ...buys(5, 12, 11), 1],
    ]);
    const loss = firstActionsOf(quietAndCostly).find(({ action }) => action === "lossMaking")!;
    expect([loss.clients.length, loss.others]).toEqual([1, 2]);
    expect(loss.clients.length + loss.others).toBe(quietAndCostly.profitability!.unprofitable);
  });

  test("sees each client once: the clients of all actions differ", () => {
    const all = firstActionsOf(story()).flatMap(({ clients }) => clients);
    expect(new Set(all).size).toBe(all.length);
  });
});

test("whoever came in the last window is new in the bridge, whoever is lost went with its last purchase", () => {
  const classification = story();
  const points = comingsAndGoings(classification);
  expect(points.map(({ period }) => period)).toEqual([6, 7, 8, 9, 10, 11]);
  expect(points.reduce((sum, { came }) => sum + came, 0)).toBe(classification.bridge!.clients.new);
  expect(points.every(({ went }) => went === 0)).toBe(true);
});

test.each([
  ["price", "terms"],
  ["delivery times", "service"],
  ["own production", "need"],
  ["цена", "terms"],
  ["сроки поставки", "service"],
  ["своё производство", "need"],
  ["moon", "other"],
])("the reason “%s” is about %s", (reason, kind) => expect(lossReasonKind(reason)).toBe(kind));

test.each([
  ["month", "2025-11-01", 3, "2026-02-01"],
  ["quarter", "2025-10-01", 1, "2026-01-01"],
  ["half", "2025-07-01", 1, "2026-01-01"],
  ["year", "2025-01-01", 2, "2027-01-01"],
  ["week", "2025-12-29", 1, "2026-01-05"],
  ["day", "2025-12-31", 1, "2026-01-01"],
] as const)("after a %s that begins on %s come %i more by %s", (unit, start, count, expected) =>
  expect(startAfter({ unit, start, end: start }, count)).toBe(expected),
);

test("the average age of those who buy counts from their first purchase; who bought in the first period may be older", () => {
  // The last window are the second six months: Quiet, Steady and Costly since the beginning, Came in the last month.
  expect(clientAgeOf(story())).toEqual({ periods: (3 * 12 + 1) / 4, unit: "month", isLeast: true });
  const young = classified([
    ["Client", ...months],
    ["A", ...buys(10, 12, 2)],
    ["B", ...buys(20, 12, 8)],
    ["Gone", ...buys(70, 3)],
  ]);
  expect(clientAgeOf(young)).toEqual({ periods: 7, unit: "month", isLeast: false });
});
