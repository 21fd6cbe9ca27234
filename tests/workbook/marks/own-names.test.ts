import fc from "fast-check";
import { addressOf } from "../../../src/portfolio";
import { firstCellOf, resultColumnOf } from "../../../src/workbook/marks/own-names";

describe("firstCellOf", () => {
  it.each([
    ["=Sheet1!$H$1", { sheet: "Sheet1", row: 0, column: 7 }],
    ["='My list'!$A$2:$B$9", { sheet: "My list", row: 1, column: 0 }],
    ["='It''s'!$AA$10", { sheet: "It's", row: 9, column: 26 }],
  ])("reads %s", (formula, cell) => expect(firstCellOf(formula)).toEqual(cell));

  it.each(["=#REF!", "=Sheet1!#REF!", "=#REF!$H$1", "=SUM(Sheet1!$A$1)", "=1", ""])(
    "finds no cell in %j",
    (formula) => expect(firstCellOf(formula)).toBeNull(),
  );

  it("reads every address of a sheet, whatever its name", () => {
    fc.assert(
      fc.property(
        fc.string({ minLength: 1, maxLength: 31 }).filter((name) => !/^'|'$/.test(name)),
        fc.nat(1_048_575),
        fc.nat(16_383),
        (sheet, row, column) => {
          expect(firstCellOf(`=${addressOf(sheet, row, column)}`)).toEqual({ sheet, row, column });
        },
      ),
    );
  });
});

describe("resultColumnOf", () => {
  it("reads the column and the list of a mark", () => {
    expect(resultColumnOf("keyfolio.share.t1")).toEqual({ column: "share", list: "t1" });
  });

  it.each(["keyfolio.sheet.summary", "share", "keyfolio.margin.r1", "my.keyfolio.share.r1"])(
    "ignores %s",
    (name) => expect(resultColumnOf(name)).toBeNull(),
  );
});
