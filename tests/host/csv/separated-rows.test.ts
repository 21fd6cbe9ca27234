import fc from "fast-check";
import Papa from "papaparse";
import { separatedRows } from "../../../src/host/csv/separated-rows";

test.each([
  ["commas", "Client,Sales\nAster,120\nBirch,90\n", ","],
  ["semicolons", "Client;Sales\nAster;120\nBirch;90\n", ";"],
  ["tabs", "Client\tSales\nAster\t120\nBirch\t90\n", "\t"],
  ["semicolons, with decimal commas in every amount", "Клиент;Янв;Фев\nАстра;1,5;2,5\nБук;3,5;4,5\n", ";"],
  [
    "semicolons, with commas in the headers too",
    "Клиент;Сумма, руб;НДС, руб\nАстра;1,5;2,5\nБук;3,5;4,5\n",
    ";",
  ],
  ["tabs, with thousands between commas", "Client\tSales\nAster\t1,120\nBirch\t2,090\n", "\t"],
  ["commas, with a semicolon in a name", "Client,Sales\nAster; Birch,120\nCedar,90\nDune,50\n", ","],
  ["commas, under a title of one field", "Sales of 2025\n\nClient,Sales\nAster,120\nBirch,90\n", ","],
  ["what the first line says", "sep=;\nClient;Sales, net\nAster;120\n", ";"],
])("the separator is found: %s", (_, text, separator) => {
  expect(separatedRows(text).separator).toBe(separator);
});

test("the line that names the separator is no row", () => {
  expect(separatedRows("sep=,\nClient,Sales\n").rows).toEqual([["Client", "Sales"], [""]]);
});

test("quoted fields may hold separators, quotation marks and line breaks; blank lines are rows", () => {
  const { rows } = separatedRows('Client,Sales\n"Aster, ""North""\nBranch",120\n\nBirch,90');
  expect(rows).toEqual([["Client", "Sales"], ['Aster, "North"\nBranch', "120"], [""], ["Birch", "90"]]);
});

test("quotation marks that enclose nothing swallow no lines", () => {
  const { rows } = separatedRows(
    'Клиент;Сумма\n"Ромашка" ООО;100\n"ООО "Василёк"";90\n"Незабудка;80\nБук;70\n"Ель";60\n',
  );
  expect(rows.slice(1, -1)).toEqual([
    ['"Ромашка" ООО', "100"],
    ['ООО "Василёк"', "90"],
    ['"Незабудка', "80"],
    ["Бук", "70"],
    ["Ель", "60"],
  ]);
});

test.each(["Client\nAster\nBirch\n", "Dear Sir\nwe write\n", "x"])("one column is no list: %j", (text) => {
  expect(() => separatedRows(text)).toThrow(expect.objectContaining({ kind: "noColumns" }));
});

test("what a program writes with a separator comes back field by field", () => {
  const field = fc.string({ unit: fc.constantFrom("a", "Я", "1", " ", ",", ";", '"', "\n", "'") });
  const table = fc.integer({ min: 2, max: 5 }).chain((width) =>
    fc.array(
      fc.array(
        field.filter((text) => text !== ""),
        { minLength: width, maxLength: width },
      ),
      {
        minLength: 3,
        maxLength: 8,
      },
    ),
  );
  fc.assert(
    fc.property(table, fc.constantFrom(",", ";", "\t"), (rows, separator) => {
      const text = Papa.unparse(rows, { delimiter: separator, newline: "\n", quotes: true });
      expect(separatedRows(`sep=${separator}\n${text}`).rows).toEqual(rows);
    }),
  );
});
