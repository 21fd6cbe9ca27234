import fc from "fast-check";
import { bytesOf } from "../../../src/host/wire/payload";
import { type Connected, connect } from "./ledger";

let excel: Connected;

beforeAll(async () => {
  excel = await connect();
});

afterAll(() => excel.close());

const cell = fc.oneof(fc.string(), fc.double({ noNaN: true, noDefaultInfinity: true }), fc.boolean());

/** Blocks below and above the 1,500 cells from which on the client cuts, narrow and wide. */
const block = fc
  .record({
    rows: fc.integer({ min: 1, max: 900 }),
    columns: fc.integer({ min: 1, max: 6 }),
    seed: fc.array(cell, { minLength: 1 }),
  })
  .map(({ rows, columns, seed }) =>
    Array.from({ length: rows }, (_row, row) =>
      Array.from({ length: columns }, (_column, column) => seed[(row * columns + column) % seed.length]),
    ),
  );

test("what is written is what is read, however the client cuts it, in one request each way", async () => {
  await fc.assert(
    fc.asyncProperty(block, async (values) => {
      excel.session.journal.clear();
      const read = await excel.run(async (context) => {
        const range = context.workbook.worksheets
          .getItem("Alpha")
          .getRange(`${values.length}x${values[0].length}`);
        range.values = values;
        await context.sync();
        range.load("values");
        await context.sync();
        return range.values;
      });
      // -0 is 0 in JSON, as on every wire.
      expect(read).toEqual(JSON.parse(JSON.stringify(values)));
      expect(excel.session.journal.requests).toHaveLength(2);
    }),
    { numRuns: 25 },
  );
});

test("the length of a text in bytes is its length in UTF-8", () => {
  fc.assert(
    fc.property(fc.string({ unit: "grapheme" }), (text) => {
      expect(bytesOf(text)).toBe(Buffer.byteLength(text, "utf8"));
    }),
  );
});
