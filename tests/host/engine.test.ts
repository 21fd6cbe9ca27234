import { LexerTreeBuilder } from "@univerjs/engine-formula";
import { CalculationEngine, CellValueType, type GridCell } from "../../src/host/engine";
import type { Area } from "../../src/host/workbook-record";
import { growth } from "../growth";

let engine: CalculationEngine;

beforeEach(() => {
  engine = new CalculationEngine();
  engine.addSheet("sheet", "Sheet", 0, {});
});

afterEach(() => engine.dispose());

function put(row: number, column: number, content: number | string): void {
  const cell: GridCell =
    typeof content === "string" && content.startsWith("=")
      ? { f: content }
      : { v: content, t: typeof content === "number" ? CellValueType.NUMBER : CellValueType.STRING };
  (engine.grid("sheet")[row] ??= {})[column] = cell;
  engine.markFormulasChanged();
  engine.markChanged("sheet", { row, column, rows: 1, columns: 1 });
}

const value = (row: number, column: number) => engine.grid("sheet")[row]?.[column]?.v;
const spill = (row: number, column: number): Area | null => engine.spillOf("sheet", row, column);

describe("the calculation engine", () => {
  test("calculates what depends on a changed cell, and nothing else", async () => {
    put(0, 0, 2);
    put(0, 1, "=A1*10");
    await engine.calculate();
    engine.grid("sheet")[5] = { 0: { f: "=1+1", v: "kept", t: CellValueType.STRING } };
    put(0, 0, 3);
    await engine.calculate();
    expect([value(0, 1), value(5, 0)]).toEqual([30, "kept"]);
  });

  test("has nothing to do until something is marked as changed", async () => {
    put(0, 0, "=1+1");
    expect(engine.pending).toBe(true);
    await engine.calculate();
    expect(engine.pending).toBe(false);
  });

  test("calculates everything when asked to", async () => {
    engine.grid("sheet")[0] = { 0: { f: "=6*7" } };
    await engine.calculate(true);
    expect(value(0, 0)).toBe(42);
  });

  test("keeps all digits of a result", async () => {
    put(0, 0, "=1/3");
    await engine.calculate();
    expect(value(0, 0)).toBe(1 / 3);
  });

  test("a result does not change the format of its cell", async () => {
    put(0, 0, "=TODAY()");
    await engine.calculate();
    expect(engine.grid("sheet")[0][0].s).toBeUndefined();
  });

  test("a formula that spills fills the block and tells which", async () => {
    put(1, 1, "=SEQUENCE(3,2)");
    await engine.calculate();
    expect(spill(1, 1)).toEqual({ row: 1, column: 1, rows: 3, columns: 2 });
    expect(engine.spilledCells("sheet")[3][2].v).toBe(6);
  });

  // Univer 0.25.1 tells only the dependents of the new, smaller block.
  test("dependents of a spill that shrinks are brought up to date", async () => {
    put(0, 0, 5);
    put(0, 1, "=SEQUENCE(A1)");
    put(0, 2, "=SUM(B1:B50)");
    await engine.calculate();
    expect(value(0, 2)).toBe(15);
    put(0, 0, 2);
    await engine.calculate();
    expect(value(0, 2)).toBe(3);
  });

  test("so are those of a spill that hangs on another one", async () => {
    put(0, 0, 5);
    put(0, 1, "=SEQUENCE(A1)");
    put(0, 2, "=SEQUENCE(COUNT(B1:B50))");
    put(0, 3, "=SUM(C1:C50)");
    await engine.calculate();
    put(0, 0, 2);
    await engine.calculate();
    expect(value(0, 3)).toBe(3);
  });

  // dream-num/univer#7453: quadratic in the length of a column of results (40 times this long before the work-around).
  test("a spill takes time in proportion to its length", async () => {
    const spilled = (rows: number) => async () => {
      put(0, 0, `=SEQUENCE(${rows},2)`);
      put(0, 3, `=SUM(A1:B${rows})`);
      await engine.calculate();
      expect(value(0, 3)).toBe(rows * (2 * rows + 1));
    };
    expect(await growth(spilled(4000), spilled(40_000))).toBeLessThan(40);
  }, 60_000);

  // Comparing a cell went through all values that the index held of its column.
  test("comparing each cell of a column takes time in proportion to its length", async () => {
    const compared = (rows: number) => async () => {
      engine.removeSheet("sheet");
      engine.addSheet("sheet", "Sheet", 0, {});
      for (let row = 0; row < rows; row++) {
        put(row, 0, row + 0.5);
        put(row, 1, `=IF(A${row + 1}>2,1,0)`);
      }
      put(0, 2, `=SUMPRODUCT(--(A1:A${rows}>2))`);
      put(1, 2, `=SUM(B1:B${rows})`);
      await engine.calculate();
      expect([value(0, 2), value(1, 2)]).toEqual([rows - 2, rows - 2]);
    };
    expect(await growth(compared(400), compared(4000))).toBeLessThan(30);
  }, 60_000);

  // Univer 0.25.1 parses each twice where there are more than 5,000.
  test("parses each formula once, also where there are many", async () => {
    const formulas = 6_000;
    for (let row = 0; row < formulas; row++) put(row, 0, `=${row}*2`);
    const parsing = jest.spyOn(LexerTreeBuilder.prototype, "treeBuilder");
    try {
      await engine.calculate();
      expect(parsing).toHaveBeenCalledTimes(formulas);
    } finally {
      parsing.mockRestore();
    }
    expect([0, 1, formulas - 1].map((row) => value(row, 0))).toEqual([0, 2, 2 * (formulas - 1)]);
  });

  test("looking the same column up again after its formulas changed finds the new results", async () => {
    for (let row = 0; row < 20; row++) {
      put(row, 0, `=$D$1*${row}`);
    }
    put(0, 3, 1);
    put(0, 4, "=COUNTIF(A1:A20,10)");
    put(1, 4, "=MATCH(10,A1:A20,0)");
    put(2, 4, "=COUNTIF(A1:A20,A3)");
    await engine.calculate();
    expect([value(0, 4), value(1, 4), value(2, 4)]).toEqual([1, 11, 1]);
    put(0, 3, 5);
    await engine.calculate();
    expect([value(0, 4), value(1, 4), value(2, 4)]).toEqual([1, 3, 1]);
  });

  test("tells when a formula depends on itself", async () => {
    put(0, 0, "=B1+1");
    put(0, 1, "=A1+1");
    await engine.calculate();
    expect(engine.sawCircularReference).toBe(true);
    put(0, 1, 4);
    await engine.calculate();
    expect([engine.sawCircularReference, value(0, 0)]).toEqual([false, 5]);
  });

  test("SUBTOTAL leaves out the rows that it was told are hidden", async () => {
    [1, 2, 3].forEach((number, row) => put(row, 0, number));
    put(5, 0, "=SUBTOTAL(109,A1:A3)");
    engine.setHiddenRows("sheet", [1]);
    await engine.calculate();
    expect(value(5, 0)).toBe(4);
    engine.setHiddenRows("sheet", []);
    engine.markChanged("sheet", { row: 0, column: 0, rows: 3, columns: 1 });
    await engine.calculate();
    expect(value(5, 0)).toBe(6);
  });

  test("two engines that calculate at the same time do not mix their cells up", async () => {
    const other = new CalculationEngine();
    other.addSheet("sheet", "Sheet", 0, {
      0: { 0: { v: 100, t: CellValueType.NUMBER }, 1: { f: "=COUNTIF(A1:A3,100)" } },
    });
    other.markChanged("sheet", { row: 0, column: 0, rows: 1, columns: 2 });
    put(0, 0, 1);
    put(0, 1, "=COUNTIF(A1:A3,100)");
    await Promise.all([engine.calculate(), other.calculate()]);
    expect([value(0, 1), other.grid("sheet")[0][1].v]).toEqual([0, 1]);
    other.dispose();
  });
});
