import fc from "fast-check";
import { cellsOf } from "../../src/functions/cells";
import { PopulationCache } from "../../src/functions/population-cache";
import { call } from "./call";

const column = (...values: unknown[]) =>
  cellsOf(
    "population",
    values.map((value) => [value]),
  );

/** A cache and how often it had to find out. */
function countedCache() {
  const cache = new PopulationCache<number>();
  let found = 0;
  return {
    cache,
    recall: (values: unknown[], settings: number[] = []) => {
      cache.recall([column(...values)], settings, () => ++found);
      return found;
    },
  };
}

describe("PopulationCache", () => {
  test("finds out once for equal content", () => {
    const { recall } = countedCache();
    recall([1, 2, 3]);
    expect(recall([1, 2, 3])).toBe(1);
  });

  test("takes all spellings of a blank cell for one", () => {
    const { recall } = countedCache();
    recall([1, "", 3]);
    expect(recall([1, null, 3])).toBe(1);
    expect(recall([1, 0, 3])).toBe(1);
  });

  test("finds out anew when one cell, the shape or the settings differ", () => {
    const { cache, recall } = countedCache();
    recall([1, 2, 3]);
    expect(recall([1, 2, 4])).toBe(2);
    expect(recall([1, 2, 3, 0])).toBe(3);
    expect(recall([1, 2, 3], [0.8])).toBe(4);
    expect(cache.recall([cellsOf("population", [[1, 2, 3]])], [], () => 99)).toBe(99);
  });

  test("tells a text from the number that it reads as", () => {
    const { recall } = countedCache();
    recall([1, "2"]);
    expect(recall([1, 2])).toBe(2);
  });

  test("is not deceived when the caller changes a range afterwards", () => {
    const cache = new PopulationCache<string>();
    const values: unknown[][] = [[1], [2]];
    cache.recall([cellsOf("population", values)], [], () => "before");
    values[1][0] = 3;
    expect(cache.recall([cellsOf("population", values)], [], () => "after")).toBe("after");
  });

  test("keeps the columns used last, not those used first", () => {
    const { recall } = countedCache();
    for (let i = 1; i <= 8; i++) recall([i]);
    recall([1]);
    expect(recall([9])).toBe(9);
    expect(recall([1])).toBe(9);
    expect(recall([2])).toBe(10);
  });

  test("does not keep what is found for a column that cannot be read", () => {
    const cache = new PopulationCache<number>();
    const refuse = () => {
      throw new RangeError("unreadable");
    };
    expect(() => cache.recall([column("x")], [], refuse)).toThrow(RangeError);
    expect(() => cache.recall([column("x")], [], refuse)).toThrow(RangeError);
    expect(cache.cells).toBe(0);
  });

  test("never keeps more than two million cells", () => {
    const cache = new PopulationCache<number>();
    for (let i = 0; i < 5; i++) {
      const values = Array.from({ length: 600_000 }, (_, row) => [row + i]);
      cache.recall([cellsOf("population", values)], [], () => i);
      expect(cache.cells).toBeLessThanOrEqual(2_000_000);
    }
    expect(cache.cells).toBe(1_800_000);
  });
});

describe("a formula in every row of a table", () => {
  const amount = fc.oneof(fc.integer({ min: -50, max: 500 }), fc.constantFrom<unknown>("", null, 0));
  const table = fc
    .tuple(fc.integer({ min: 1, max: 8 }), fc.integer({ min: 1, max: 5 }))
    .chain(([rows, columns]) =>
      fc.array(fc.array(amount, { minLength: columns, maxLength: columns }), {
        minLength: rows,
        maxLength: rows,
      }),
    );

  test("ABCXYZ says in each row what one formula says beside the table, whatever was asked before", () => {
    fc.assert(
      fc.property(table, (history) => {
        const spilled = call("ABCXYZ", [history]);
        const rows = history.map((row) => call("ABCXYZ", [[row], structuredClone(history)])[0]);
        if (typeof spilled[0][0] === "object") {
          const { error } = spilled[0][0];
          expect(rows.every(([cell]) => typeof cell === "object" && cell.error === error)).toBe(true);
        } else {
          expect(rows).toEqual(spilled);
        }
      }),
      { numRuns: 500 },
    );
  });

  test("KEYSHARE says in each row what one formula says beside the table, also inside groups", () => {
    const list = fc.array(fc.tuple(amount, fc.constantFrom("Anna", "Boris", "", null, " anna")), {
      minLength: 1,
      maxLength: 10,
    });
    fc.assert(
      fc.property(list, (rows) => {
        const amounts = rows.map(([value]) => [value]);
        const groups = rows.map(([, group]) => [group]);
        const spilled = call("KEYSHARE", [amounts, null, groups]);
        const single = rows.map(
          ([value, group]) => call("KEYSHARE", [[[value]], structuredClone(amounts), [[group]], groups])[0],
        );
        if (amounts.every(([value]) => value === "" || value === null || value === 0)) {
          expect(single.every(([cell]) => typeof cell === "object" && cell.error === "#N/A")).toBe(true);
        } else {
          expect(single).toEqual(spilled);
        }
      }),
      { numRuns: 500 },
    );
  });
});
