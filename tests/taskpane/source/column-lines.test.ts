import { proposeMapping } from "../../../src/portfolio";
import { columnLines, exampleOf } from "../../../src/taskpane/source/column-lines";
import { listOf } from "../readings";

const months = ["2025-01", "2025-02", "2025-03", "2025-04"];
const withMonths = listOf({
  Client: ["Aster", "Birch"],
  ...Object.fromEntries(months.map((month, i) => [month, [10 + i, 20]])),
  Manager: ["Ann", "Ben"],
});

const headersOf = (...[list, mapping]: Parameters<typeof columnLines>) =>
  columnLines(list, mapping).map(({ columns }) => columns.map(({ header }) => header));

test("neighbouring period columns stand on one line, every other column on its own", () => {
  expect(headersOf(withMonths, proposeMapping(withMonths))).toEqual([["Client"], months, ["Manager"]]);
});

test("without a mapping every column has a line", () => {
  expect(headersOf(withMonths, null).every((line) => line.length === 1)).toBe(true);
});

test("a column that was taken out of the periods parts the line", () => {
  const mapping = proposeMapping(withMonths);
  const without = { ...mapping, columns: mapping.columns.filter(({ header }) => header !== "2025-02") };
  expect(headersOf(withMonths, without)).toEqual([
    ["Client"],
    ...months.map((month) => [month]),
    ["Manager"],
  ]);
});

test("the example is the first filled cell, number or text", () => {
  const [text, number, blank, mixed] = listOf({
    text: [null, "Aster"],
    number: [null, 12],
    blank: [null, null],
    mixed: ["n/a", 5],
  }).columns.map(exampleOf);
  expect({ text, number, blank, mixed }).toEqual({ text: "Aster", number: 12, blank: null, mixed: "n/a" });
});

test("of a long text the example is the beginning", () => {
  const [long] = listOf({ long: ["😀".repeat(61)] }).columns.map(exampleOf);
  expect(long).toBe(`${"😀".repeat(59)}…`);
});
