import * as fc from "fast-check";
import { type Replay, finish, movementSteps, recordSteps, replaySteps } from "../../../src/analysis";
import { historyOf, marks, randomHistories, rule } from "./histories";

function replayOf(rows: readonly (readonly number[])[]): Replay | null {
  const history = historyOf(rows);
  return finish(replaySteps(finish(recordSteps(history)), finish(movementSteps(history)), rule));
}

describe("replaySteps(record, movement, rule)", () => {
  it("looks at the ends of the periods from W to the last but one", () => {
    expect(replayOf([marks("x".repeat(24))])!.periods).toBe(12);
    expect(replayOf([marks("x".repeat(13))])!.periods).toBe(7);
    expect(replayOf([[5]])).toBeNull();
  });

  it("counts a loss that silence announced, and from when", () => {
    // Monthly until month 10, then silent: the limit is 1.5, so warned from 12 on; the loss is full after 10 + 12.
    const { lost, silence, plainRule } = replayOf([marks("x".repeat(10) + ".".repeat(14))])!;
    expect(lost).toBe(1);
    // Replayed from 12 on: silent for two months already then.
    expect(silence).toEqual({ warned: 1, medianLead: 10, warnings: 1, falseAlarms: 0, openWarnings: 0 });
    // Silent for three months one month later.
    expect(plainRule).toEqual({ warned: 1, medianLead: 9, warnings: 1, falseAlarms: 0, openWarnings: 0 });
  });

  it("is false when the client bought on as in the year before, and open while that is not known", () => {
    // Two months of silence, then six months as before, or four of them: less than 70 %.
    const { lost, silence } = replayOf([marks("x".repeat(13) + ".." + "x".repeat(9))])!;
    expect(lost).toBe(0);
    expect(silence).toEqual({ warned: 0, medianLead: null, warnings: 1, falseAlarms: 1, openWarnings: 0 });
    const less = replayOf([marks("x".repeat(13) + "..x.x.xxxxx")])!;
    expect(less.silence).toMatchObject({ warnings: 1, falseAlarms: 0 });
    const late = replayOf([marks("x".repeat(20) + "..xx")])!;
    expect(late.silence).toMatchObject({ warnings: 0, openWarnings: 1 });
  });

  it("counts one purchase only as no loss", () => {
    expect(replayOf([marks("x" + ".".repeat(4))])!.lost).toBe(0);
  });

  it("warns of a decline besides silence", () => {
    const row = Array.from({ length: 24 }, (_, i) => (i < 15 ? 100 : i < 20 ? 1 : 0));
    const { silence, all } = replayOf([row])!;
    expect(all.warnings).toBeGreaterThan(0);
    expect(silence.warnings + silence.openWarnings).toBeLessThanOrEqual(all.warnings + all.openWarnings);
  });

  it("shows the warnings that began with a decline apart: they are those of all that silence did not begin", () => {
    // Halved for three months, then silent: the decline warned before silence could.
    const row = Array.from({ length: 30 }, (_, i) => (i < 17 ? 100 : i < 20 ? 1 : 0));
    const steady = Array.from({ length: 6 }, () => marks("x".repeat(30)));
    const { lost, silence, decline, all } = replayOf([row, ...steady])!;
    expect([lost, silence.warned, decline.warned, all.warned]).toEqual([0, 0, 0, 0]);
    expect([decline.warnings, decline.falseAlarms, all.warnings]).toEqual([1, 0, 1]);
    fc.assert(
      fc.property(randomHistories({ clients: 8 }), (rows) => {
        const found = replayOf(rows);
        if (!found) return;
        for (const measure of ["warned", "warnings", "falseAlarms", "openWarnings"] as const) {
          expect(found.decline[measure]).toBeLessThanOrEqual(found.all[measure]);
        }
      }),
    );
  });

  it("hits by a decline where the unbroken run to the loss began with it", () => {
    const fading = Array.from({ length: 36 }, (_, i) => (i < 15 ? 100 : i < 19 ? 1 : 0));
    const gone = Array.from({ length: 36 }, (_, i) => (i < 20 ? 100 : 0));
    const steady = Array.from({ length: 6 }, () => marks("x".repeat(36)));
    const { lost, decline, all } = replayOf([fading, gone, ...steady])!;
    expect([lost, all.warned, decline.warned]).toEqual([2, 2, 1]);
    expect(decline.medianLead).toBeGreaterThan(all.medianLead! - 1);
  });

  it("gives the same whatever the order of the clients, and with one more that never bought", () => {
    fc.assert(
      fc.property(randomHistories({ clients: 8 }), (rows) => {
        const there = replayOf(rows);
        expect(replayOf([...rows].reverse())).toEqual(there);
        expect(replayOf([...rows, rows[0].map(() => 0)])).toEqual(there);
      }),
    );
  });
});
