import fc from "fast-check";
import {
  absoluteAddressOf,
  addressOf,
  columnIndex,
  columnLetters,
  intersection,
  parseArea,
  quotedSheetName,
  sheetColumns,
  sheetRows,
  splitSheetName,
} from "../../../src/host/model/reference";
import { area } from "./arbitraries";

describe("addresses", () => {
  test.each([
    [{ row: 0, column: 0, rows: 1, columns: 1 }, "A1", "$A$1"],
    [{ row: 1, column: 1, rows: 8, columns: 3 }, "B2:D9", "$B$2:$D$9"],
    [{ row: 0, column: 1, rows: sheetRows, columns: 2 }, "B:C", "$B:$C"],
    [{ row: 4, column: 0, rows: 2, columns: sheetColumns }, "5:6", "$5:$6"],
    [{ row: 0, column: 0, rows: sheetRows, columns: sheetColumns }, "1:1048576", "$1:$1048576"],
  ])("%j is %s", (block, relative, absolute) => {
    expect([addressOf(block), absoluteAddressOf(block)]).toEqual([relative, absolute]);
  });

  test("an address reads back as the block that it was made of", () => {
    fc.assert(
      fc.property(area, (block) => {
        expect(parseArea(addressOf(block))).toEqual(block);
        expect(parseArea(absoluteAddressOf(block))).toEqual(block);
      }),
    );
  });

  test("columns count in letters without a zero", () => {
    fc.assert(
      fc.property(fc.nat(sheetColumns - 1), (column) =>
        expect(columnIndex(columnLetters(column))).toBe(column),
      ),
    );
    expect([
      columnLetters(25),
      columnLetters(26),
      columnLetters(701),
      columnLetters(702),
      columnLetters(16383),
    ]).toEqual(["Z", "AA", "ZZ", "AAA", "XFD"]);
  });

  test.each(["", "A", "1", "A0", "XFE1", "A1048577", "A1:B", "A1:2", "A1:B2:C3", "R1C1", "Clients"])(
    "%j is no address",
    (text) => expect(parseArea(text)).toBeNull(),
  );

  test("corners may be given in any order", () => {
    expect(parseArea("D9:B2")).toEqual(parseArea("B2:D9"));
  });
});

describe("sheet names in references", () => {
  test.each([
    ["Clients", "Clients"],
    ["Клиенты", "Клиенты"],
    ["Client list", "'Client list'"],
    ["It's", "'It''s'"],
    ["2024", "'2024'"],
    ["A1", "'A1'"],
    ["ABC-XYZ", "'ABC-XYZ'"],
    ["R1C1", "'R1C1'"],
  ])("%s is written %s", (name, written) => expect(quotedSheetName(name)).toBe(written));

  test("whatever the name, the reference comes apart again", () => {
    const name = fc
      .string({ minLength: 1, maxLength: 31, unit: "grapheme" })
      .filter((text) => !/[/\\?*:[\]]|^'|'$/.test(text));
    fc.assert(
      fc.property(name, (sheet) => {
        expect(splitSheetName(`${quotedSheetName(sheet)}!A1:B2`)).toEqual({ sheet, rest: "A1:B2" });
      }),
    );
  });
});

test("the cells that two blocks share are the same from both sides, and within both", () => {
  fc.assert(
    fc.property(area, area, (one, other) => {
      const shared = intersection(one, other);
      expect(intersection(other, one)).toEqual(shared);
      if (shared) {
        expect(intersection(shared, one)).toEqual(shared);
        expect(intersection(shared, other)).toEqual(shared);
      }
    }),
  );
});
