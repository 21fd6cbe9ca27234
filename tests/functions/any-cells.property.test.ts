/** Whatever stands in the cells: a documented error or a right result, and never anything thrown but a FunctionProblem. */
import fc from "fast-check";
import {
  abc,
  concentration,
  keyStatus,
  ladderPresets,
  quadrant,
  rowTotals,
  shares,
  sharesInGroups,
  total,
  weightedScores,
  xyz,
} from "../../src/analysis";
import type { FormulaName } from "../../src/functions/catalogue";
import { formulaNames } from "../../src/functions/catalogue";
import { defaultPolicy } from "../../src/portfolio";
import { call } from "./call";
import type { Shown } from "./formula-cases";

const RUNS = 3000;

const number = fc.oneof(
  { weight: 6, arbitrary: fc.integer({ min: -20, max: 200 }) },
  { weight: 2, arbitrary: fc.double({ min: -1e6, max: 1e6, noNaN: true }) },
  { weight: 1, arbitrary: fc.double() },
  { weight: 1, arbitrary: fc.constantFrom(1e308, -1e308, 5e-324, Number.MAX_SAFE_INTEGER, 0.1, 0.2, -0.3) },
);
const blank = fc.constantFrom<unknown>("", null, 0);
const foreign = fc.oneof(
  fc.string(),
  fc.boolean(),
  fc.constantFrom<unknown>(
    "12",
    "1 234,56",
    " ",
    { code: "#DIV/0!" },
    { code: "#N/A" },
    {},
    [],
    [1],
    undefined,
    NaN,
  ),
);
const cell = fc.oneof(
  { weight: 12, arbitrary: number },
  { weight: 3, arbitrary: blank },
  { weight: 1, arbitrary: foreign },
);

function matrix<T>(content: fc.Arbitrary<T>, most = 6): fc.Arbitrary<T[][]> {
  return fc
    .tuple(fc.integer({ min: 1, max: most }), fc.integer({ min: 1, max: most }))
    .chain(([rows, columns]) =>
      fc.array(fc.array(content, { minLength: columns, maxLength: columns }), {
        minLength: rows,
        maxLength: rows,
      }),
    );
}
const anyArgument = fc.oneof(
  { weight: 5, arbitrary: matrix<unknown>(cell) },
  { weight: 2, arbitrary: fc.constant(null) },
  { weight: 2, arbitrary: cell },
  { weight: 1, arbitrary: fc.array(fc.array(cell, { maxLength: 3 }), { maxLength: 3 }) },
);

const errors = new Set(["#VALUE!", "#N/A", "#DIV/0!", "#NUM!"]);
const isError = (shown: Shown): shown is { error: string; message?: string } => typeof shown === "object";

const texts: Readonly<Record<FormulaName, RegExp>> = {
  KEYSHARE: /^$/,
  KEYSTATUS: /^(Regular|Key|Dependence|Mono-client)$/,
  ABCXYZ: /^[ABC][XYZN]$/,
  KAISM: /^(Key|Development|Maintenance|Opportunistic)$/,
  SCORE: /^$/,
  CONCENTRATION: /^(HHI \(0–10,000\)|Effective clients|CR[135]|Gini)$/,
};

test.each(formulaNames)(
  "%s answers any arguments with documented errors, figures or its own texts",
  (name) => {
    fc.assert(
      fc.property(fc.array(anyArgument, { maxLength: 6 }), (parameters) => {
        const result = call(name, parameters);
        for (const shown of result.flat()) {
          if (isError(shown)) {
            expect(errors).toContain(shown.error);
            if (shown.error === "#VALUE!" || shown.error === "#N/A")
              expect(shown.message).toMatch(/\w.*\.$/s);
          } else if (typeof shown === "number") {
            expect(Number.isFinite(shown)).toBe(true);
          } else {
            expect(shown).toMatch(texts[name]);
          }
        }
      }),
      { numRuns: RUNS },
    );
  },
);

/** Anything among numbers that is neither a number nor blank. */
const isForeign = (value: unknown) =>
  !(typeof value === "number" && Number.isFinite(value)) &&
  value !== "" &&
  value !== null &&
  value !== undefined;

/** Formulas of which every result needs every cell. */
const wholeFormulas = ["KEYSHARE", "ABCXYZ", "CONCENTRATION"] as const;

test.each(wholeFormulas)(
  "%s never gives a result for a range with a text, TRUE/FALSE or an error",
  (name) => {
    fc.assert(
      fc.property(matrix<unknown>(cell), (cells) => {
        fc.pre(cells.flat().some(isForeign));
        expect(call(name, [cells])).toEqual([
          [{ error: "#VALUE!", message: expect.stringContaining(`=KAM.${name}(`) }],
        ]);
      }),
      { numRuns: RUNS },
    );
  },
);

const ownRowFormulas: readonly { name: FormulaName; parameters: (cells: unknown[][]) => unknown[] }[] = [
  { name: "KEYSHARE", parameters: (cells) => [cells, 1000] },
  { name: "KEYSTATUS", parameters: (cells) => [cells] },
  { name: "ABCXYZ", parameters: (cells) => [cells, [cells[0].map((_, column) => column + 1)]] },
  { name: "KAISM", parameters: (cells) => [cells, cells, null, null, 5.5, 5.5] },
  { name: "SCORE", parameters: (cells) => [cells] },
];

/** Messages name positions, and a single row is a call of its own. */
const plainly = (shown: Shown) => (isError(shown) ? shown.error : shown);

test.each(ownRowFormulas)(
  "$name answers the rows without a text, TRUE/FALSE or an error as if the others were not there",
  ({ name, parameters }) => {
    fc.assert(
      fc.property(matrix<unknown>(cell), (cells) => {
        const result = call(name, parameters(cells));
        fc.pre(cells.length > 1 && result.length === cells.length);
        cells.forEach((row, position) => {
          const answers = result[position];
          if (!row.some(isForeign))
            expect(call(name, parameters([row]))[0].map(plainly)).toEqual(answers.map(plainly));
          else expect(answers.some(isError)).toBe(true);
        });
      }),
      { numRuns: RUNS / 3 },
    );
  },
);

const amounts = matrix<unknown>(
  fc.oneof({ weight: 4, arbitrary: fc.integer({ min: -30, max: 300 }) }, { weight: 1, arbitrary: blank }),
);
const numbersOf = (cells: unknown[][]) => Float64Array.from(cells.flat(), (value) => Number(value ?? 0));
/** The error of the whole call for these numbers; undefined when there is an answer. */
function totalError(numbers: Float64Array, whole = total(numbers)): string | undefined {
  if (numbers.every((figure) => figure === 0)) return "#N/A";
  if (whole === 0) return "#DIV/0!";
  return whole < 0 ? "#NUM!" : undefined;
}
const errorCode = (shown: Shown) => (isError(shown) ? shown.error : undefined);

test("KEYSHARE gives the shares of the analysis, or the error of its total", () => {
  fc.assert(
    fc.property(amounts, (cells) => {
      const numbers = numbersOf(cells);
      const result = call("KEYSHARE", [cells]).flat();
      const error = totalError(numbers);
      if (error) expect(result.map(errorCode)).toEqual([error]);
      else expect(result).toEqual([...shares(numbers).shares]);
    }),
    { numRuns: RUNS },
  );
});

test("KEYSHARE inside groups gives the shares of the analysis, with errors in their own group only", () => {
  const rows = fc.array(fc.tuple(fc.integer({ min: -30, max: 30 }), fc.integer({ min: 0, max: 3 })), {
    minLength: 2,
    maxLength: 12,
  });
  fc.assert(
    fc.property(rows, (list) => {
      const numbers = Float64Array.from(list, ([amount]) => amount);
      fc.pre(numbers.some((amount) => amount !== 0));
      const groups = list.map(([, group]) => group);
      const expected = sharesInGroups(numbers, groups, 4);
      const result = call("KEYSHARE", [
        list.map(([amount]) => [amount]),
        null,
        list.map(([, group]) => [`Manager ${group}`]),
      ]).flat();
      result.forEach((shown, row) => {
        const problem = expected.problems[groups[row]];
        if (problem) expect(errorCode(shown)).toBe(problem === "zeroTotal" ? "#DIV/0!" : "#NUM!");
        else expect(shown).toBe(expected.shares[row]);
      });
    }),
    { numRuns: RUNS },
  );
});

test("KEYSTATUS gives the rung of the analysis", () => {
  const words = { regular: "Regular", key: "Key", dependence: "Dependence", mono: "Mono-client" };
  const share = fc.oneof(fc.double({ min: -1, max: 2, noNaN: true }), fc.constantFrom(0.1, 0.2, 0.5, 0));
  fc.assert(
    fc.property(matrix(share), (cells) => {
      expect(call("KEYSTATUS", [cells])).toEqual(
        cells.map((row) =>
          row.map((figure) => words[keyStatus(figure, ladderPresets["delovaya-sreda-2023"])]),
        ),
      );
    }),
    { numRuns: RUNS },
  );
});

test("ABCXYZ gives the classes of the analysis, or the error of its total", () => {
  fc.assert(
    fc.property(amounts, (cells) => {
      const history = numbersOf(cells);
      const sums = rowTotals(history, cells.length, cells[0].length);
      const result = call("ABCXYZ", [cells]).flat();
      const error = totalError(history, total(sums));
      if (error) {
        expect(result.map(errorCode)).toEqual([error]);
      } else {
        const first = abc(sums, defaultPolicy.abc);
        const { classes } = xyz(history, cells.length, cells[0].length, defaultPolicy.xyz);
        expect(result).toEqual(first.map((letter, row) => letter + classes[row]));
      }
    }),
    { numRuns: RUNS },
  );
});

const scores = matrix<unknown>(
  fc.oneof({ weight: 4, arbitrary: fc.integer({ min: 1, max: 10 }) }, { weight: 1, arbitrary: blank }),
);

test("SCORE gives the scores of the analysis, #N/A where nothing is filled in", () => {
  fc.assert(
    fc.property(
      scores,
      fc.array(fc.integer({ min: 0, max: 5 }), { minLength: 6, maxLength: 6 }),
      (cells, all) => {
        const weights = all.slice(0, cells[0].length);
        fc.pre(weights.some((weight) => weight > 0) && numbersOf(cells).some((score) => score > 0));
        const expected = weightedScores(numbersOf(cells), cells.length, weights).scores;
        const asRow = call("SCORE", [cells, [weights]]).flat();
        asRow.forEach((shown, row) => {
          if (Number.isNaN(expected[row])) expect(errorCode(shown)).toBe("#N/A");
          else expect(shown).toBe(expected[row]);
        });
        expect(call("SCORE", [cells, weights.map((weight) => [weight])]).flat()).toEqual(asRow);
      },
    ),
    { numRuns: RUNS },
  );
});

test("KAISM gives the quadrant of the analysis, #N/A where an axis is not filled in", () => {
  const words = {
    key: "Key",
    development: "Development",
    maintenance: "Maintenance",
    opportunistic: "Opportunistic",
  };
  fc.assert(
    fc.property(scores, scores, (vertical, other) => {
      const horizontal = vertical.map((_, row) => other[row % other.length]);
      fc.pre(
        numbersOf(vertical).some((score) => score > 0) && numbersOf(horizontal).some((score) => score > 0),
      );
      const axis = (cells: unknown[][]) =>
        weightedScores(numbersOf(cells), cells.length, new Float64Array(cells[0].length).fill(1)).scores;
      const [attraction, bond] = [axis(vertical), axis(horizontal)];
      call("KAISM", [vertical, horizontal])
        .flat()
        .forEach((shown, row) => {
          const sector = quadrant(attraction[row], bond[row], 5.5, 5.5);
          if (sector === null) expect(errorCode(shown)).toBe("#N/A");
          else expect(shown).toBe(words[sector]);
        });
    }),
    { numRuns: RUNS },
  );
});

test("CONCENTRATION gives the measures of the analysis, or the error of its total", () => {
  fc.assert(
    fc.property(amounts, (cells) => {
      const numbers = numbersOf(cells);
      const result = call("CONCENTRATION", [cells]);
      const error = totalError(numbers);
      if (error) {
        expect(result.flat().map(errorCode)).toEqual([error]);
      } else {
        const { hhi, effectiveClients, cr1, cr3, cr5, gini } = concentration(numbers)!;
        expect(result.map(([, figure]) => figure)).toEqual([hhi, effectiveClients, cr1, cr3, cr5, gini]);
      }
    }),
    { numRuns: RUNS },
  );
});
