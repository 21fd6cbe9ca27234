import fc from "fast-check";
import { useWorksheet, type WorksheetInUse } from "../worksheet-in-use";

let sheet: WorksheetInUse;
beforeAll(async () => {
  sheet = await useWorksheet();
});
afterAll(() => sheet.stop());

const size = 5;
const cell = fc.record({ row: fc.nat(size - 1), column: fc.nat(size - 1) });
const step = fc.oneof(
  fc.record({ kind: fc.constant("write" as const), at: cell, value: fc.constantFrom(1, "x", "=1+1") }),
  fc.record({ kind: fc.constantFrom("empty" as const, "clear" as const, "fill" as const), at: cell }),
  fc.record({ kind: fc.constantFrom("unfill" as const, "merge" as const), at: cell }),
);

/** The smallest block around cells, as an address. */
function around(cells: readonly { row: number; column: number }[]): string | null {
  if (cells.length === 0) return null;
  const [rows, columns] = [cells.map(({ row }) => row + 1), cells.map(({ column }) => column)];
  const letter = (of: number) => "ABCDEFGH"[of];
  const first = `${letter(Math.min(...columns))}${Math.min(...rows)}`;
  const last = `${letter(Math.max(...columns))}${Math.max(...rows)}`;
  return first === last ? first : `${first}:${last}`;
}

test("the used range is the smallest block around what is left, whatever came and went", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 25 }), async (steps) => {
      await sheet.run((target) => {
        target.getRange().unmerge();
        target.getRange().clear();
      });
      const filled = new Set<string>();
      const formatted = new Set<string>();
      const placeOf = ({ row, column }: { row: number; column: number }) => `${row} ${column}`;
      for (const each of steps) {
        const { row, column } = each.at;
        const place = placeOf(each.at);
        const found = await sheet.run(async (target) => {
          const range = target.getCell(row, column);
          switch (each.kind) {
            case "write":
              range.formulas = [[each.value]];
              filled.add(place);
              break;
            case "empty":
              range.clear("Contents");
              filled.delete(place);
              break;
            case "clear":
              range.clear();
              filled.delete(place);
              formatted.delete(place);
              break;
            case "fill":
              range.format.fill.color = "#FF0000";
              formatted.add(place);
              break;
            case "unfill":
              range.format.fill.clear();
              formatted.delete(place);
              break;
            case "merge":
              // The first content stays, in the first cell.
              range.getResizedRange(0, 1).merge();
              range.getResizedRange(0, 1).unmerge();
              if (filled.delete(placeOf({ row, column: column + 1 }))) filled.add(place);
          }
          const used = [false, true].map((valuesOnly) =>
            target.getUsedRangeOrNullObject(valuesOnly).load("address"),
          );
          await target.context.sync();
          return used.map((one) => (one.isNullObject ? null : one.address.replace(/^.*!/, "")));
        });
        const cellsOf = (places: ReadonlySet<string>) =>
          [...places].map((text) => {
            const [of, at] = text.split(" ").map(Number);
            return { row: of, column: at };
          });
        expect(found).toEqual([around(cellsOf(new Set([...filled, ...formatted]))), around(cellsOf(filled))]);
      }
    }),
    { numRuns: 60 },
  );
});
