/** Histories in which some periods have no column: silence, rhythm, windows and replay go by the calendar. */
import * as fc from "fast-check";
import {
  type History,
  activitySteps,
  comparedWindows,
  concentrationOverTimeSteps,
  ladderPresets,
  finish,
  moneyBridge,
  movementSteps,
  recordSteps,
  replaySteps,
} from "../../../src/analysis";
import { historyOf, marks, randomHistories, rule } from "./histories";

/** A history without the columns of some periods. */
function without(rows: readonly (readonly number[])[], missing: ReadonlySet<number>): History {
  const calendar = (rows[0] ?? []).map((_, at) => at).filter((at) => !missing.has(at));
  return { ...historyOf(rows.map((row) => calendar.map((at) => row[at]))), calendar };
}

const activityIn = (history: History) => finish(activitySteps(finish(recordSteps(history)), rule));
const movementIn = (history: History) => finish(movementSteps(history));
const replayIn = (history: History) =>
  finish(replaySteps(finish(recordSteps(history)), movementIn(history), rule));
const concentrationIn = (history: History) =>
  finish(
    concentrationOverTimeSteps(
      history,
      new Float64Array(history.periods),
      ladderPresets["delovaya-sreda-2023"],
      "share",
    ),
  );

describe("a history with periods that have no column", () => {
  it("is silent for the months of the calendar", () => {
    // Bought in January, March and so on up to September of the second year; no column for its last October.
    const row = marks("x.x.x.x.x.x.x.x.x.x.x...");
    const { silences, limits, nextPurchases } = activityIn(without([row], new Set([21])));
    expect([silences[0], limits[0], nextPurchases[0]]).toEqual([3, 3, 22]);
    expect(activityIn(without([marks("x.x.x.x.x.x.x.x.x.x.x....")], new Set([21]))).statuses).toEqual([
      "atRisk",
    ]);
  });

  it("knows the rhythm by the calendar: a month without a column makes no interval shorter", () => {
    const { limits } = activityIn(without([marks("x...x...x...x...x...")], new Set([1, 5, 9, 13])));
    expect(limits[0]).toBe(6);
  });

  it("compares twelve months with the twelve before them, however many have a column", () => {
    const rows = [Array.from({ length: 24 }, (_, at) => at + 1)];
    const history = without(rows, new Set([3, 14]));
    expect(comparedWindows(history)).toMatchObject({ periods: 12, from: 0, middle: 11 });
    expect(moneyBridge(movementIn(history)!)).toMatchObject({
      periods: 12,
      opening: 78 - 4,
      closing: 222 - 15,
    });
  });

  it("compares them side by side where the earlier window would have no column at all", () => {
    const history = { ...without([[5, 0, 8]], new Set([1])), unit: "year" } as const;
    expect(comparedWindows(history)).toMatchObject({ periods: 1, from: 0, middle: 1 });
    expect(moneyBridge(movementIn(history)!)).toMatchObject({ opening: 5, closing: 8, growth: 3 });
  });

  it("is at risk with what it bought in the twelve months by the calendar that end with its last purchase", () => {
    const row = [7, 7, ...Array<number>(12).fill(10), 0, 0, 0];
    expect(activityIn(without([row], new Set([5]))).atRiskPerYear[0]).toBe(110);
  });

  it("warns of a loss as early as with all columns where nobody bought in those that are missing", () => {
    const row = marks("x".repeat(10) + ".".repeat(14));
    const { silence, lost } = replayIn(without([row], new Set([15, 18])))!;
    expect([lost, silence.warned, silence.medianLead]).toEqual([1, 1, 10]);
  });

  it("is the same as one without a calendar where none is missing", () => {
    fc.assert(
      fc.property(randomHistories({ clients: 8 }), (rows) => {
        const [plain, dated] = [historyOf(rows), without(rows, new Set())];
        expect(activityIn(dated)).toEqual(activityIn(plain));
        expect(movementIn(dated)).toEqual(movementIn(plain));
        expect(replayIn(dated)).toEqual(replayIn(plain));
        expect(concentrationIn(dated)).toEqual(concentrationIn(plain));
      }),
    );
  });

  it("tells silence, rhythm and next purchase as one whose missing periods are blank", () => {
    const some = fc.uniqueArray(fc.nat({ max: 28 }), { maxLength: 6 });
    fc.assert(
      fc.property(randomHistories({ clients: 8 }), some, (rows, chosen) => {
        const months = rows[0].length;
        // The first and the last period have a column: by these it is known how far the list goes.
        const missing = new Set(chosen.filter((at) => at > 0 && at < months - 1));
        const blank = rows.map((row) => row.map((amount, at) => (missing.has(at) ? 0 : amount)));
        const [there, full] = [activityIn(without(blank, missing)), activityIn(historyOf(blank))];
        expect(there.silences).toEqual(full.silences);
        expect(there.limits).toEqual(full.limits);
        expect(there.nextPurchases).toEqual(full.nextPurchases);
        // The sums of windows do not change with blanks either, where both have a column.
        const windows = comparedWindows(without(blank, missing));
        if (windows?.history.calendar) {
          const [own, all] = [movementIn(without(blank, missing))!, movementIn(historyOf(blank))!];
          expect(own).toEqual(all);
        }
      }),
    );
  });

  it("never sees what comes later", () => {
    fc.assert(
      fc.property(randomHistories(), fc.nat(), fc.nat({ max: 28 }), (rows, cut, hole) => {
        const history = without(rows, new Set(hole > 0 && rows[0].length > 2 ? [hole] : []));
        const known = 1 + (cut % history.periods);
        const calendar = Array.from(history.calendar!).slice(0, known);
        const then = historyOf(rows.map((row) => calendar.map((at) => row[at])));
        expect(finish(activitySteps(finish(recordSteps(history)), rule, known))).toEqual(
          activityIn({ ...then, calendar }),
        );
      }),
    );
  });
});
