import fc from "fast-check";
import { sheetColumns, sheetRows } from "../../../src/host/model/reference";
import type { Area } from "../../../src/host/workbook-record";

const start = fc.oneof(fc.nat(20), fc.nat(1000));
const size = fc.oneof(fc.integer({ min: 1, max: 6 }), fc.integer({ min: 1, max: 500 }));

/** A block of cells, whole rows or whole columns. */
export const area: fc.Arbitrary<Area> = fc.oneof(
  { weight: 4, arbitrary: fc.record({ row: start, column: start, rows: size, columns: size }) },
  fc.record({ row: start, rows: size, column: fc.constant(0), columns: fc.constant(sheetColumns) }),
  fc.record({ column: start, columns: size, row: fc.constant(0), rows: fc.constant(sheetRows) }),
);
