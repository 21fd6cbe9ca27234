import fc from "fast-check";
import {
  type FullSnapshot,
  type KeptRuns,
  type Policy,
  MOST_SNAPSHOTS,
  changesSteps,
  classify,
  defaultPolicy,
  firmnessOf,
  movesSteps,
  noRuns,
  parseKeptRuns,
  readPortfolio,
  shownSnapshotSteps,
  snapshotAt,
  snapshotBeforeSteps,
  snapshotOf,
  finish,
  withRunSteps,
} from "../../../src/portfolio";
import { type Cell, listOf, mappingOf } from "../lists";

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

test("nothing follows from whose report it is", () => {
  const rows = [["Aster", 700]] as const;
  const named = classified(rows, { ...defaultPolicy, preparedBy: "Vera Linden" });
  expect(snapshotOf(named)).toEqual(snapshotOf(classified(rows)));
});

test("a run is the same run for a version that knows more rules, of which nobody has chosen any", () => {
  const earlier = Object.fromEntries(Object.entries(defaultPolicy).filter(([rule]) => rule !== "joinGroups"));
  const before = { ...january, policy: earlier as unknown as Policy };
  const { fingerprint, rules } = snapshotOf(before);
  expect(snapshotOf(january)).toMatchObject({ fingerprint, rules });
  const other = snapshotOf({ ...january, policy: { ...defaultPolicy, joinGroups: false } });
  expect([other.fingerprint, other.rules]).not.toContain(fingerprint);
  expect(other.rules).not.toBe(rules);
});

const withRun = (...of: Parameters<typeof withRunSteps>) => finish(withRunSteps(...of));
const snapshotBefore = (...of: Parameters<typeof snapshotBeforeSteps>) => finish(snapshotBeforeSteps(...of));
const shownSnapshot = (...of: Parameters<typeof shownSnapshotSteps>) => finish(shownSnapshotSteps(...of));
const changesSince = (...of: Parameters<typeof changesSteps>) => finish(changesSteps(...of));
const movesSince = (...of: Parameters<typeof movesSteps>) => finish(movesSteps(...of));
const run = { shows: ["columns", "sheets"], day: "2025-02-01" } as const;
const stored = (kept: KeptRuns): unknown => JSON.parse(JSON.stringify(kept));

test("what is kept is plain JSON from which every snapshot is read as it was", () => {
  const [first, second] = [snapshotOf(january), snapshotOf(february)];
  const kept = parseKeptRuns(stored(withRun(withRun(noRuns, first, run), second, run)));
  expect(snapshotAt(kept, 0)).toEqual({ ...first, basis: null });
  const { clients, ...rest } = snapshotAt(kept, 1)!;
  const byName = (of: typeof clients) => [...of].sort((a, b) => a.amount - b.amount);
  // A name is kept as it was first written.
  const expected = second.clients.map((client) =>
    client.name === "aster" ? { ...client, name: "Aster" } : client,
  );
  expect(byName(clients)).toEqual(byName(expected));
  expect(rest).toMatchObject({ day: second.day, fingerprint: second.fingerprint });
  expect(shownSnapshot(kept, "sheets")?.day).toBe("2025-02-01");
});

test("every client of every run is read as it was, whatever came and went", () => {
  const client = fc.record({
    name: fc.constantFrom(...Array.from({ length: 40 }, (_, i) => `Client ${i}`)),
    amount: fc.oneof(fc.double({ noNaN: true, noDefaultInfinity: true }), fc.integer(), fc.constant(-0.5)),
  });
  const lists = fc.array(
    fc.uniqueArray(client, { selector: ({ name }) => name, minLength: 1, maxLength: 30 }),
    { minLength: 1, maxLength: 30 },
  );
  fc.assert(
    fc.property(lists, (drawn) => {
      const snapshots = drawn.map((clients, i): FullSnapshot => ({
        ...snapshotOf(january),
        fingerprint: i.toString(16).padStart(16, "0"),
        clients: clients.map(({ name, amount }, at) => ({
          name,
          code: "",
          amount: amount + 0,
          status: (["regular", "key", "dependence", "mono"] as const)[at % 4],
          abc: (["A", "B", "C"] as const)[at % 3],
          xyz: (["X", "Y", "Z", "N"] as const)[(at + i) % 4],
          quadrant: ([null, "key", "development", "maintenance", "opportunistic"] as const)[at % 5],
        })),
        basis: { ...snapshotOf(january).basis, figures: {} },
      }));
      let kept = noRuns;
      for (const snapshot of snapshots) kept = parseKeptRuns(stored(withRun(kept, snapshot, run)));
      const expected = snapshots.slice(-MOST_SNAPSHOTS);
      expect(kept.runs).toHaveLength(expected.length);
      for (const [i, snapshot] of expected.entries()) {
        const names = (of: FullSnapshot["clients"]) => new Map(of.map((each) => [each.name, each]));
        expect(names(snapshotAt(kept, i)!.clients)).toEqual(names(snapshot.clients));
      }
    }),
  );
});

test("names of clients that no run knows any more are not kept for ever", () => {
  const other = (i: number) =>
    snapshotOf(classified(Array.from({ length: 50 }, (_, at) => [`Client ${i * 50 + at}`, at + 1])));
  let kept = noRuns;
  for (let i = 0; i < 40; i++) kept = withRun(kept, other(i), run);
  expect(kept.names.split("\n").length).toBeLessThanOrEqual(50 * (MOST_SNAPSHOTS + 1));
  expect(snapshotAt(kept, -1)!.clients.map(({ name }) => name)).toContain("Client 1950");
});

test.each([
  ["nothing", undefined],
  ["a text", "keyfolio"],
  ["no names", { runs: [] }],
  ["what later fields are called like", { names: "", runs: [], columns: { fingerprint: "__proto__" } }],
  ["runs that are none", { names: "A", runs: [null, 1, { day: "2025-02-30" }, []] }],
  ["a day that no calendar has", { names: "A", runs: [{ day: "31.01.2025", fingerprint: "0".repeat(16) }] }],
])("of %s nothing is read", (_, json) => {
  expect(parseKeptRuns(json)).toEqual(noRuns);
});

test.each(["9", "1Q A", "1ZZ", "NaNAA", "1AA1AA", "1e999AA"])(
  "clients that nobody wrote so are not read: %s",
  (clients) => {
    const kept = {
      names: "Aster",
      runs: [{ day: "2025-01-31", fingerprint: "0".repeat(16), rules: "0".repeat(16), clients }],
    };
    expect(snapshotAt(parseKeptRuns(kept), 0)).toBeNull();
  },
);

test("what the classes followed from is not taken from rules that cannot be read", () => {
  const kept = withRun(noRuns, snapshotOf(january), run);
  const broken = stored(kept) as { runs: { basis: { rules: unknown } }[] };
  broken.runs[0].basis.rules = JSON.parse('{"__proto__": {"version": 1}}');
  expect(shownSnapshot(parseKeptRuns(broken), "sheets")).toBeNull();
  expect(snapshotAt(parseKeptRuns(broken), 0)?.clients).toHaveLength(4);
});

test("a run on the same data and rules makes no new one, and changes nothing that is kept", () => {
  const kept = withRun(noRuns, snapshotOf(january), run);
  expect(withRun(kept, snapshotOf(january), run)).toEqual(kept);
  const sorted = classified([
    ["Dill", 40],
    ["Aster", 700],
    ["Cedar", 60],
    ["Birch", 200],
  ]);
  expect(withRun(kept, snapshotOf(sorted), run)).toEqual(kept);
});

test("the oldest of 25 goes, but not what the workbook shows", () => {
  const other = (i: number) => ({ ...snapshotOf(january), fingerprint: i.toString(16).padStart(16, "0") });
  let kept = withRun(noRuns, other(0), { ...run, shows: ["columns"] });
  for (let i = 1; i < 30; i++) kept = withRun(kept, other(i), { ...run, shows: ["sheets"] });
  expect(kept.runs).toHaveLength(MOST_SNAPSHOTS);
  expect(kept.runs[0].fingerprint).toBe(other(0).fingerprint);
  expect(kept.runs[1].fingerprint).toBe(other(7).fingerprint);
  expect(shownSnapshot(kept, "columns")?.snapshot.fingerprint).toBe(other(0).fingerprint);
  // Only what is shown has to be compared with what it followed from.
  expect(kept.runs.filter((each) => each.basis)).toHaveLength(2);
});

test("a run is compared with the last one of other data or rules, or with the one that was chosen", () => {
  const [first, second] = [snapshotOf(january), snapshotOf(february)];
  const kept = withRun(withRun(noRuns, first, run), second, run);
  expect(snapshotBefore(noRuns, first.fingerprint)).toBeNull();
  expect(snapshotBefore(withRun(noRuns, first, run), first.fingerprint)).toBeNull();
  expect(snapshotBefore(kept, second.fingerprint)?.fingerprint).toBe(first.fingerprint);
  expect(snapshotBefore(kept, "0".repeat(16))?.fingerprint).toBe(second.fingerprint);
  expect(snapshotBefore(kept, "0".repeat(16), first.fingerprint)?.fingerprint).toBe(first.fingerprint);
});

test("what has changed is told by kind and number", () => {
  const then = snapshotOf(january);
  expect(changesSince(then, then)).toEqual([]);
  const rules: Policy = {
    ...defaultPolicy,
    ladder: { ...defaultPolicy.ladder, preset: "own", key: { value: 0.2, inclusive: true } },
  };
  const now = classified(
    [
      ["Aster", 700],
      ["Birch", 201],
      ["Elm", 60],
      ["Dill", 41],
    ],
    rules,
  );
  expect(changesSince(then, snapshotOf(now))).toEqual([
    { kind: "amounts", clients: 2 },
    { kind: "rule", rule: "key" },
    { kind: "entered", clients: 1 },
    { kind: "left", clients: 1 },
  ]);
});

test("figures besides the amounts are told by what they are, of clients whose amount is the same", () => {
  const detailed = (rows: Cell[][]) => {
    const list = listOf([["Client", "2024-01", "2024-02", "2024-03", "Manager", "Growth"], ...rows]);
    const mapping = mappingOf({
      Client: "client",
      "2024-01": "period",
      "2024-02": "period",
      "2024-03": "period",
      Manager: "manager",
      Growth: "attractiveness",
    });
    return snapshotOf(classify(readPortfolio(list, mapping, defaultPolicy, "2025-01-31"), defaultPolicy));
  };
  const then = detailed([
    ["Aster", 10, 20, 30, "Ann", 5],
    ["Birch", 40, 50, 60, "Ben", 6],
    ["Cedar", 40, 50, 60, "Ben", null],
  ]);
  const now = detailed([
    ["Cedar", 40, 50, 60, "Ann", 7],
    ["Aster", 20, 10, 30, "Ann", 5],
    ["Birch", 40, 50, 60, "Ann", 6],
  ]);
  expect(changesSince(then, now)).toEqual([
    { kind: "figures", of: "history", clients: 1 },
    { kind: "figures", of: "scores", clients: 1 },
    { kind: "figures", of: "people", clients: 2 },
  ]);
});

test("a client is known by its code when its name is written otherwise", () => {
  const coded = (rows: Cell[][]) => {
    const list = listOf([["Code", "Client", "Sales"], ...rows]);
    const mapping = mappingOf({ Code: "code", Client: "client", Sales: "amount" });
    return classify(readPortfolio(list, mapping, defaultPolicy, "2025-01-31"), defaultPolicy);
  };
  const then = snapshotOf(
    coded([
      ["K1", "Aster", 700],
      ["K2", "Birch", 200],
    ]),
  );
  const now = coded([
    ["K1", "Aster & Sons", 700],
    ["K2", "Birch", 200],
  ]);
  expect(movesSince(then, now, null)).toMatchObject({ entered: [], left: [] });
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

test("the table from class to class counts firm moves only: a borderline client stands in the class that it had", () => {
  const abcOf = (flags: readonly number[]) => {
    const known = Uint8Array.from(flags);
    return { statuses: known, abc: known, xyz: known };
  };
  const then = snapshotOf(january);
  const firm = movesSince(then, february, abcOf(february.portfolio.clients.map(() => 1)));
  const borderline = movesSince(then, february, abcOf(february.portfolio.clients.map(() => 0)));
  expect([firm.table.C.A.clients, firm.table.C.C.clients]).toEqual([1, 0]);
  expect([borderline.table.C.A.clients, borderline.table.C.C.clients]).toEqual([0, 1]);
  const off = (["A", "B", "C"] as const).flatMap((from) =>
    (["A", "B", "C"] as const).flatMap((to) => (from === to ? [] : [borderline.table[from][to].clients])),
  );
  expect(off).toEqual([0, 0, 0, 0, 0, 0]);
  expect(borderline.table.C.C.amount).toBe(500);
});

test("nothing has moved since the run itself", () => {
  const { moved, entered, left } = movesSince(snapshotOf(january), january, null);
  expect([moved, entered, left]).toEqual([[], [], []]);
});
