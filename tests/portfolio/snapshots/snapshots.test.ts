import {
  MOST_SNAPSHOTS,
  classify,
  defaultPolicy,
  firmnessOf,
  movesSince,
  parseSnapshot,
  readPortfolio,
  snapshotOf,
  withSnapshot,
} from "../../../src/portfolio";
import { type Cell, listOf, mappingOf, problemOf } from "../lists";

function classified(rows: readonly (readonly [string, number])[], policy = defaultPolicy) {
  const list = listOf([["Client", "Sales"], ...rows.map((row): Cell[] => [...row])]);
  const mapping = mappingOf({ Client: "client", Sales: "amount" });
  return classify(readPortfolio(list, mapping, policy, "2025-01-31"), policy);
}

const january = classified([
  ["Aster", 700],
  ["Birch", 200],
  ["Cedar", 60],
  ["Dill", 40],
]);
const february = classified([
  ["Elm", 300],
  ["Dill", 500],
  ["aster ", 600],
  ["Birch", 50],
]);

test("a snapshot is plain JSON that is read back as it was", () => {
  const snapshot = snapshotOf(january);
  expect(snapshot.day).toBe("2025-01-31");
  expect(snapshot.clients[0]).toEqual(["Aster", 700, "3AN0"]);
  expect(parseSnapshot(JSON.parse(JSON.stringify(snapshot)))).toEqual(snapshot);
});

test.each([
  [{ version: 0 }, "snapshot.version"],
  [{ day: "31.01.2025" }, "snapshot.day"],
  [{ clients: [["Aster", 1, "9AX0"]] }, "snapshot.clients[0]"],
])("what is no snapshot is refused: %j", (change, path) => {
  expect(problemOf(() => parseSnapshot({ ...snapshotOf(january), ...change }))).toMatchObject({
    kind: "badPolicy",
    path,
  });
});

test("a run on the same data and rules makes no new one; the oldest of 25 goes", () => {
  const first = snapshotOf(january);
  expect(withSnapshot([first], snapshotOf(january))).toEqual([first]);
  const rules = { ...defaultPolicy, abc: { ...defaultPolicy.abc, aLimit: 0.7 } };
  expect(withSnapshot([first], snapshotOf(classified([["Aster", 700]], rules)))).toHaveLength(2);
  const many = Array.from({ length: MOST_SNAPSHOTS }, (_, i) => ({ ...first, fingerprint: String(i) }));
  const kept = withSnapshot(many, snapshotOf(february));
  expect(kept).toHaveLength(MOST_SNAPSHOTS);
  expect(kept[0].fingerprint).toBe("1");
});

test("moves tell who moved, entered and left, with the money behind it", () => {
  const moves = movesSince(snapshotOf(january), february, firmnessOf(february));
  expect(moves.since).toBe("2025-01-31");
  expect(moves.entered).toEqual([0]);
  expect(moves.left).toEqual([{ name: "Cedar", amount: 60 }]);
  expect(moves.table.A.A).toEqual({ clients: 1, amount: 600 });
  expect(moves.table.C.A).toEqual({ clients: 1, amount: 500 });
  expect(moves.moved.filter(({ kind }) => kind === "status")).toEqual([
    {
      client: 2,
      kind: "status",
      before: "mono",
      now: "dependence",
      amountBefore: 700,
      amount: 600,
      firm: null,
    },
    {
      client: 1,
      kind: "status",
      before: "regular",
      now: "dependence",
      amountBefore: 40,
      amount: 500,
      firm: null,
    },
    {
      client: 3,
      kind: "status",
      before: "key",
      now: "regular",
      amountBefore: 200,
      amount: 50,
      firm: null,
    },
  ]);
});

test("nothing has moved since the run itself", () => {
  const { moved, entered, left } = movesSince(snapshotOf(january), january, null);
  expect([moved, entered, left]).toEqual([[], [], []]);
});
