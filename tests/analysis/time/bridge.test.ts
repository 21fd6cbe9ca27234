import * as fc from "fast-check";
import {
  comparedPeriods,
  finish,
  moneyBridge,
  moneyBridges,
  movementSteps,
  snap,
} from "../../../src/analysis";
import { historyOf, randomHistories } from "./histories";

const movementOf = (rows: readonly (readonly number[])[], unit: "month" | "quarter" | "year" = "month") =>
  finish(movementSteps(historyOf(rows, unit)));

describe("comparedPeriods(periods, unit)", () => {
  it("is a year when two are known, else half of the history rounded down", () => {
    expect([24, 36, 23, 13, 1].map((periods) => comparedPeriods(periods, "month"))).toEqual([
      12, 12, 11, 6, 0,
    ]);
    expect([8, 9, 7].map((periods) => comparedPeriods(periods, "quarter"))).toEqual([4, 4, 3]);
    expect([2, 5].map((periods) => comparedPeriods(periods, "year"))).toEqual([1, 1]);
  });
});

describe("movementSteps(history)", () => {
  it("tells by purchases what became of each client; the oldest of an odd number stands before both windows", () => {
    const movement = movementOf([
      [0, 0, 0, 5, 5],
      [9, 0, 0, 5, 0],
      [0, 5, 0, 0, 0],
      [0, 5, 0, 6, 0],
      [0, 5, 5, 6, 0],
      [0, 5, 5, 5, 5],
      [0, 0, 0, 0, 0],
      [9, 0, 0, 0, 0],
    ])!;
    expect(movement.periods).toBe(2);
    expect(movement.kinds).toEqual(["new", "returned", "lost", "growth", "decline", "same", "none", "none"]);
    expect([...movement.kept]).toEqual([0, 0, 0, 1, 1, 1, 0, 0]);
  });

  it("takes returns of goods without a purchase as growth or decline by their sign", () => {
    expect(
      movementOf([
        [0, 0, -5, 0],
        [0, -5, 0, 0],
        [0, -5, -5, 0],
      ])!.kinds,
    ).toEqual(["decline", "growth", "same"]);
    // It bought once before: what goes back now is no purchase, so it is lost.
    expect(movementOf([[0, 5, -5, 0]])!.kinds).toEqual(["lost"]);
  });

  it("does not exist for a single period", () => {
    expect(movementOf([[5], [6]])).toBeNull();
  });
});

describe("moneyBridge(movement)", () => {
  it("adds up, and says how much of the opening was kept", () => {
    const bridge = moneyBridge(
      movementOf([
        [0, 60],
        [100, 120],
        [100, 70],
        [50, 0],
      ])!,
    );
    expect(bridge).toMatchObject({ opening: 250, new: 60, growth: 20, decline: 30, lost: 50, closing: 250 });
    expect(bridge.netRetention).toBe(190 / 250);
    expect(bridge.grossRetention).toBe(170 / 250);
    expect(bridge.clientsKept).toBe(2);
    expect(bridge.clients).toEqual({ new: 1, returned: 0, lost: 1, growth: 1, decline: 1, same: 0, none: 0 });
  });

  it("has no retention without an opening", () => {
    const { netRetention, grossRetention } = moneyBridge(movementOf([[0, 5]])!);
    expect([netRetention, grossRetention]).toEqual([null, null]);
  });

  it("holds to the cent for the company and for each manager, whose openings and closings add up", () => {
    fc.assert(
      fc.property(randomHistories({ clients: 20 }), fc.integer({ min: 1, max: 4 }), (rows, managers) => {
        const movement = movementOf(rows);
        if (!movement) return;
        const of = Int32Array.from(rows, (_, row) => row % managers);
        const all = moneyBridge(movement);
        const groups = moneyBridges(movement, of, managers);
        for (const bridge of [all, ...groups]) {
          const { opening, returned, growth, decline, lost, closing } = bridge;
          expect(snap(opening + bridge.new + returned + growth - decline - lost)).toBe(snap(closing));
        }
        const sumOf = (key: "opening" | "closing") => snap(groups.reduce((sum, own) => sum + own[key], 0));
        expect(sumOf("opening")).toBe(snap(all.opening));
        expect(sumOf("closing")).toBe(snap(all.closing));
      }),
    );
  });

  it("holds to the cent for each client", () => {
    fc.assert(
      fc.property(randomHistories(), (rows) => {
        const movement = movementOf(rows);
        if (!movement) return;
        const { opening, closing, kinds } = movement;
        kinds.forEach((kind, client) => {
          const change = closing[client] - opening[client];
          if (kind === "growth") expect(change).toBeGreaterThan(0);
          else if (kind === "decline") expect(change).toBeLessThan(0);
          else if (kind === "same" || kind === "none") expect(change).toBe(0);
        });
      }),
    );
  });

  it("does not depend on the order of the clients, nor on one that never bought", () => {
    fc.assert(
      fc.property(randomHistories(), (rows) => {
        const movement = movementOf(rows);
        if (!movement) return;
        const [there, back] = [movement, movementOf([...rows].reverse())!].map(moneyBridge);
        expect(back).toEqual(there);
        const more = moneyBridge(movementOf([...rows, rows[0].map(() => 0)])!);
        expect(more).toEqual({ ...there, clients: { ...there.clients, none: there.clients.none + 1 } });
      }),
    );
  });
});
