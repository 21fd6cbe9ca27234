import { refersTo, type ReferenceTarget } from "../../../src/workbook/removal/formula-references";

const sheet: ReferenceTarget = {
  sheet: "Client matrix",
  area: null,
  tables: ["KeyfolioDependency"],
  column: null,
};
const column: ReferenceTarget = {
  sheet: "Clients",
  area: { top: 0, left: 4, rowCount: 10, columnCount: 1 },
  tables: [],
  column: { table: "Deals", header: "Status" },
};

test.each([
  ["='Client matrix'!A1", sheet],
  ["=SUM('client matrix'!A:A)", sheet],
  ["=SUM('Jan:Client matrix'!A1)", sheet],
  ["=COUNTA(KeyfolioDependency[Client])", sheet],
  ["=Clients!E5", column],
  ["=SUM(Clients!$A$1:$Z$3)", column],
  ['=COUNTIF(Clients!E:E,"Key")', column],
  ["=COUNTA(Clients!3:3)", column],
  ["=COUNTA(Deals[Status])", column],
  ["=Deals[[#This Row],[Status]]", column],
])("%s counts on it", (formula, target) => {
  expect(refersTo(formula, "Notes", target)).toBe(true);
});

test.each([
  ["=Clients!A1", sheet],
  ['="Client matrix"', sheet],
  ["='[Book.xlsx]Client matrix'!A1", sheet],
  ["='KeyfolioDependency (2)'!A1", sheet],
  ["=E5", column],
  ["=Clients!F5", column],
  ["=Clients!E12", column],
  ["=COUNTA(Others[Status])", column],
  ["=Deals[Statuses]", column],
  ["=LOG10(5)", column],
])("%s does not", (formula, target) => {
  expect(refersTo(formula, "Notes", target)).toBe(false);
});

test("on the sheet of the list itself, addresses and headers need no name before them", () => {
  expect(refersTo("=E5", "Clients", column)).toBe(true);
  expect(refersTo("=[@Status]", "Clients", column)).toBe(true);
  expect(refersTo("=D5", "Clients", column)).toBe(false);
});
