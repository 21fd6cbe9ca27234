import fc from "fast-check";
import { formulaPieces, isReadableFormula } from "../../../../src/host/model/formula/formula-text";
import { offsetFormula, rewriteFormula, shiftArea } from "../../../../src/host/model/formula/formula-rewrite";
import {
  parseSpecifier,
  renameColumnInSpecifier,
} from "../../../../src/host/model/formula/structured-reference";
import { area } from "../arbitraries";

const kinds = (formula: string) =>
  formulaPieces(formula)
    .filter(({ kind }) => kind !== "blank" && kind !== "operator")
    .map(({ kind, text }) => `${kind} ${text}`);

describe("the pieces of a formula", () => {
  test("joined they are the formula, whatever it is", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), (text) => {
        const formula = `=${text}`;
        expect(
          formulaPieces(formula)
            .map((piece) => piece.text)
            .join(""),
        ).toBe(formula);
      }),
    );
  });

  test.each([
    ["=SUM(A1:$B$2)", ["function SUM", "open (", "reference A1:$B$2", "close )"]],
    ["='Client list'!B2+Лист1!C3", ["reference 'Client list'!B2", "reference Лист1!C3"]],
    ["=A:A/2:3", ["reference A:A", "reference 2:3"]],
    ["=Clients[[#Headers],[Jan]:[Dec]]", ["structured Clients[[#Headers],[Jan]:[Dec]]"]],
    ["=[@[Net sales]]*Rate", ["structured [@[Net sales]]", "name Rate"]],
    ['="A1 and ""B2"""&A1', ['operand "A1 and ""B2"""', "reference A1"]],
    ["=LOG10(A1)+ABC1", ["function LOG10", "open (", "reference A1", "close )", "reference ABC1"]],
    ["=keyfolio.share+A1B", ["name keyfolio.share", "name A1B"]],
    ["=KAM.KEYSHARE(B2:B9)", ["function KAM.KEYSHARE", "open (", "reference B2:B9", "close )"]],
    ["=SUM(D1#)", ["function SUM", "open (", "reference D1#", "close )"]],
    ["=#REF!+Sheet1!#REF!", ["operand #REF!", "operand Sheet1!#REF!"]],
    ["=1.5E+3%+TRUE", ["operand 1.5E+3", "operand TRUE"]],
  ])("of %s", (formula, pieces) => expect(kinds(formula)).toEqual(pieces));
});

describe("a formula that Excel can read", () => {
  test.each([
    "=1",
    "=-A1",
    "=RAND()",
    "=IF(A1,,2)",
    "={1,2;3,4}",
    "=SUM((A1,B1))",
    "=A1%",
    "=@A1",
    "=(A1)*-2",
    "=-Acme",
    '=a&"b"',
  ])("%s", (formula) => expect(isReadableFormula(formula)).toBe(true));

  test.each([
    "=",
    "=1+",
    "=(1",
    "=1)",
    "=()",
    "=A1 B1",
    "=+7 (495) 123-45-67",
    "=SUM(1",
    '="open',
    "=1 2",
    "=,",
    "=A1,B1",
    "={1,2)",
  ])("not %s", (formula) => expect(isReadableFormula(formula)).toBe(false));
});

describe("references follow inserted and deleted cells", () => {
  const insert = (formula: string, row: number, rows: number) =>
    rewriteFormula(formula, "Data", {
      move: (block, sheet) =>
        sheet === "Data"
          ? shiftArea(block, {
              kind: "insert",
              axis: "rows",
              area: { row, rows, column: 0, columns: 16_384 },
            })
          : block,
    });
  const remove = (formula: string, column: number, columns: number) =>
    rewriteFormula(formula, "Data", {
      move: (block) =>
        shiftArea(block, {
          kind: "delete",
          axis: "columns",
          area: { column, columns, row: 0, rows: 1_048_576 },
        }),
    });

  test.each([
    ["=A5+$A$5+A$5", "=A7+$A$7+A$7"],
    ["=SUM(A1:A9)", "=SUM(A1:A11)"],
    ["=SUM(A1:A2)", "=SUM(A1:A2)"],
    ["=SUM(A:A)+SUM(4:6)", "=SUM(A:A)+SUM(4:8)"],
    ["=Other!A5+Data!A5", "=Other!A5+Data!A7"],
    ['="A5"&A5', '="A5"&A7'],
    ["=A1048575", "=#REF!"],
  ])("two rows before row 5: %s → %s", (before, after) => expect(insert(before, 4, 2)).toBe(after));

  test.each([
    ["=B1+D1", "=#REF!+B1"],
    ["=SUM(A1:D1)", "=SUM(A1:B1)"],
    ["=SUM(B1:C1)", "=SUM(#REF!)"],
    ["=SUM(B1:D1)", "=SUM(B1:B1)"],
    ["=SUM(B:D)", "=SUM(B:B)"],
    ["=Data!C1", "=Data!#REF!"],
  ])("columns B and C deleted: %s → %s", (before, after) => expect(remove(before, 1, 2)).toBe(after));

  test("inserting and deleting the same cells gives every block back", () => {
    fc.assert(
      fc.property(
        area,
        fc.nat(600),
        fc.integer({ min: 1, max: 50 }),
        fc.constantFrom("rows" as const, "columns" as const),
        (block, at, count, axis) => {
          const lines =
            axis === "rows"
              ? { row: at, rows: count, column: 0, columns: 16_384 }
              : { column: at, columns: count, row: 0, rows: 1_048_576 };
          const moved = shiftArea(block, { kind: "insert", axis, area: lines });
          expect(moved && shiftArea(moved, { kind: "delete", axis, area: lines })).toEqual(block);
        },
      ),
    );
  });

  test("renaming a sheet changes its references, deleting it breaks them", () => {
    const rename = (to: string | null) => (sheet: string) => (sheet === "Old" ? to : undefined);
    expect(rewriteFormula("=Old!A1+Other!A1+A1", "Old", { renameSheet: rename("New list") })).toBe(
      "='New list'!A1+Other!A1+A1",
    );
    expect(rewriteFormula("=Old!A1+A1", "Other", { renameSheet: rename(null) })).toBe("=#REF!+A1");
    // Of cells that were deleted the sheet is known still.
    expect(rewriteFormula("=Old!#REF!+Other!#REF!", "Old", { renameSheet: rename("New list") })).toBe(
      "='New list'!#REF!+Other!#REF!",
    );
  });

  test("a copied formula moves its relative references", () => {
    expect(offsetFormula("=A1+$A1+A$1+$A$1+SUM(B:B)", 2, 1)).toBe("=B3+$A3+B$1+$A$1+SUM(C:C)");
    expect(offsetFormula("=A1", -1, 0)).toBe("=#REF!");
  });
});

describe("structured references", () => {
  test.each([
    ["[]", { items: [], columns: null }],
    ["[Sales]", { items: [], columns: ["Sales", "Sales"] }],
    ["[#All]", { items: ["all"], columns: null }],
    ["[@]", { items: ["thisRow"], columns: null }],
    ["[@Sales]", { items: ["thisRow"], columns: ["Sales", "Sales"] }],
    ["[@[Net sales]]", { items: ["thisRow"], columns: ["Net sales", "Net sales"] }],
    ["[@[Jan]:[Dec]]", { items: ["thisRow"], columns: ["Jan", "Dec"] }],
    ["[[Jan]:[Dec]]", { items: [], columns: ["Jan", "Dec"] }],
    ["[[#Headers],[#Data],[Jan]]", { items: ["headers", "data"], columns: ["Jan", "Jan"] }],
    ["[[#This Row],[Jan]]", { items: ["thisRow"], columns: ["Jan", "Jan"] }],
    ["['#1 '[net']]", { items: [], columns: ["#1 [net]", "#1 [net]"] }],
  ])("%s", (specifier, reference) => expect(parseSpecifier(specifier)).toEqual(reference));

  test.each(["[#Nothing]", "[[Jan]x]"])("%s is none", (specifier) =>
    expect(parseSpecifier(specifier)).toBeNull(),
  );

  test.each([
    ["[Sales]", "[Net sales]"],
    ["[@Sales]", "[@[Net sales]]"],
    ["[[#Headers],[sales]:[Dec]]", "[[#Headers],[Net sales]:[Dec]]"],
    ["[Other]", "[Other]"],
  ])("after renaming Sales to Net sales: %s → %s", (before, after) =>
    expect(renameColumnInSpecifier(before, "Sales", "Net sales")).toBe(after),
  );
});
