import fc from "fast-check";
import {
  formulaFromFile,
  formulaInFile,
  refersToOtherWorkbook,
} from "../../../../src/host/xlsx/vocabulary/formula-in-file";
import { shiftedFormula } from "../../../../src/host/xlsx/vocabulary/shared-formula";

test.each([
  ["=STDEV.P(A1:A9)", "_xlfn.STDEV.P(A1:A9)"],
  ["=FILTER(A1:A9,B1:B9>0)", "_xlfn._xlws.FILTER(A1:A9,B1:B9>0)"],
  ["=SUM(D1#)+Sheet1!D1#", "SUM(_xlfn.ANCHORARRAY(D1))+_xlfn.ANCHORARRAY(Sheet1!D1)"],
  ["=KAM.KEYSHARE(B2:B90,,D2:D90)", "_xldudf_KAM_KEYSHARE(B2:B90,,D2:D90)"],
  ["=ERROR.TYPE(A1)&NETWORKDAYS.INTL(1,2)", "ERROR.TYPE(A1)&NETWORKDAYS.INTL(1,2)"],
  ["=LET(x,A1,y,x*2,x+y)", "_xlfn.LET(_xlpm.x,A1,_xlpm.y,_xlpm.x*2,_xlpm.x+_xlpm.y)"],
  ["=MAP(A1:A3,LAMBDA(v,v+1))", "_xlfn.MAP(A1:A3,_xlfn.LAMBDA(_xlpm.v,_xlpm.v+1))"],
  ["=\"XLOOKUP(\"&'XLOOKUP (old)'!A1", "\"XLOOKUP(\"&'XLOOKUP (old)'!A1"],
  ["={1,2;3,4}*-A1%", "{1,2;3,4}*-A1%"],
])("%s stands in the file as %s and comes back", (shown, stored) => {
  expect(formulaInFile(shown)).toBe(stored);
  expect(formulaFromFile(stored)).toBe(shown);
});

test("this row is spelled out with the table's name and shortened again", () => {
  expect(formulaInFile("=[@Sales]/SUM([Sales])", "Clients")).toBe(
    "Clients[[#This Row],[Sales]]/SUM(Clients[Sales])",
  );
  expect(formulaInFile("=SUM([@[Jan]:[Dec]])+COLUMNS([@])", "Clients")).toBe(
    "SUM(Clients[[#This Row],[Jan]:[Dec]])+COLUMNS(Clients[#This Row])",
  );
  expect(formulaFromFile("Clients[[#This Row],[Net sales]]*2", "clients")).toBe("=[@[Net sales]]*2");
  expect(formulaFromFile("Clients[[#This Row],[Sales]]*2", "Orders")).toBe("=Clients[@Sales]*2");
  expect(formulaFromFile("SUM(Clients[[#Totals],[Sales]])")).toBe("=SUM(Clients[[#Totals],[Sales]])");
});

test("@ of an ordinary cell has no place in the file; a stored SINGLE reads as @", () => {
  expect(formulaInFile("=@A1:A9*2")).toBe("A1:A9*2");
  expect(formulaFromFile("_xlfn.SINGLE(A1:A9)*2")).toBe("=@A1:A9*2");
});

test("another workbook is told from a column whose name is a number", () => {
  expect(refersToOtherWorkbook("[1]Sheet1!A1")).toBe(true);
  expect(refersToOtherWorkbook("SUM('[2]My sheet'!A1:B2)")).toBe(true);
  expect(refersToOtherWorkbook("Clients[1]+SUM(Clients[[#All],[2024]])")).toBe(false);
  expect(refersToOtherWorkbook('"[1]Sheet1!A1"')).toBe(false);
});

const reference = fc
  .tuple(
    fc.constantFrom("", "$"),
    fc.constantFrom("A", "Z", "AB", "XFD"),
    fc.constantFrom("", "$"),
    fc.integer({ min: 1, max: 1_048_576 }),
  )
  .map((parts) => parts.join(""));

test("a formula that is shared back to where it came from is itself, unless it fell off the sheet", () => {
  fc.assert(
    fc.property(
      fc.array(reference, { minLength: 1 }),
      fc.integer({ min: -9, max: 9 }),
      fc.integer({ min: -9, max: 9 }),
      (cells, rows, columns) => {
        const formula = cells.map((cell) => `LOG10(${cell})&"${cell}"`).join("+");
        const there = shiftedFormula(formula, rows, columns);
        if (!there.includes("#REF!")) expect(shiftedFormula(there, -rows, -columns)).toBe(formula);
        const texts = (text: string) => text.match(/"[^"]*"/g);
        expect(texts(there)).toEqual(texts(formula));
      },
    ),
  );
});
