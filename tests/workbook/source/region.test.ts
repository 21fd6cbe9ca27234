import fc from "fast-check";
import { CellColumns } from "../../../src/workbook/cells/cell-columns";
import type { CellValue } from "../../../src/workbook/cells/cell-value";
import { findRegion } from "../../../src/workbook/source/region";

/** Cells from A1; "" is blank. */
function cellsOf(rows: CellValue[][]): CellColumns {
  const width = Math.max(...rows.map((row) => row.length));
  const cells = new CellColumns(
    0,
    rows.length,
    Array.from({ length: width }, (_, column) => column),
  );
  cells.put(
    0,
    0,
    rows.map((row) => Array.from({ length: width }, (_, column) => row[column] ?? "")),
  );
  return cells;
}

const none: ReadonlySet<number> = new Set();
const area = (rows: CellValue[][], bridges = none, active: { row: number; column: number } | null = null) => {
  const region = findRegion(cellsOf(rows), bridges, active);
  return region && [region.top, region.left, region.rowCount, region.columnCount];
};

const list: CellValue[][] = [
  ["Client", "Manager", "Sales"],
  ["North", "Ivanova", 100],
  ["South", "Petrov", 50],
  ["West", "Ivanova", 25],
];

describe("findRegion", () => {
  it("takes the first row as header of a bare list", () => {
    expect(area(list)).toEqual([0, 0, 3, 3]);
  });

  it("finds the header below titles, dates and blank rows", () => {
    expect(area([["Sales report 2024"], ["as of", 45_000], [""], ...list])).toEqual([3, 0, 3, 3]);
  });

  it("finds the header right below a title without a blank row", () => {
    expect(area([["Sales report 2024"], ...list])).toEqual([1, 0, 3, 3]);
  });

  it("keeps blank rows inside the list and a total below it", () => {
    expect(area([...list, [""], ["East", "Petrov", 5], [""], ["Total", "", 180]])).toEqual([0, 0, 7, 3]);
  });

  it("leaves notes below the list out", () => {
    expect(area([...list, [""], ["Prepared by the sales department"], ["Contact: office"]])).toEqual([
      0, 0, 3, 3,
    ]);
  });

  it("leaves a side table out that a blank column divides from the list", () => {
    const [header, ...rows] = list;
    expect(
      area([
        [...header, "", "Limit", "Value"],
        ...rows.map((row, i) => [...row, "", i < 1 ? "key" : "", i < 1 ? 0.1 : ""]),
      ]),
    ).toEqual([0, 0, 3, 3]);
  });

  it("takes the side table when the active cell stands in it", () => {
    const rows = list.map((row, i) => [
      ...row,
      "",
      ...[
        ["Limit", "Value"],
        ["key", 0.1],
        ["mono", 0.5],
        ["", ""],
      ][i],
    ]);
    expect(area(rows, none, { row: 1, column: 5 })).toEqual([0, 4, 2, 2]);
  });

  it("takes of two lists one below the other the one with the active cell", () => {
    const two = [
      ...list,
      [""],
      ["Supplier", "Buyer", "Purchases"],
      ["Mill", "Orlov", 7],
      ["Forge", "Orlov", 9],
    ];
    expect(area(two, none, { row: 2, column: 1 })).toEqual([0, 0, 3, 3]);
    expect(area(two, none, { row: 6, column: 1 })).toEqual([5, 0, 2, 3]);
  });

  it("takes years and dates above numbers for headers, other numbers for data", () => {
    expect(
      area([
        ["Client", 2023, 2024],
        ["North", 100, 110],
        ["South", 50, 40],
      ]),
    ).toEqual([0, 0, 2, 3]);
    expect(
      area([
        ["Client", 45_292, 45_323],
        ["North", 100, 110],
        ["South", 50, 40],
      ]),
    ).toEqual([0, 0, 2, 3]);
  });

  it("takes the lower of two header rows when it names more columns", () => {
    expect(
      area([
        ["", "2024", ""],
        ["Client", "Q1", "Q2"],
        ["North", 100, 110],
        ["South", 50, 40],
      ]),
    ).toEqual([1, 0, 2, 3]);
  });

  it("reads a column of numbers written as text as numbers", () => {
    expect(area([["Отчёт"], ["Клиент", "Выручка"], ["Север", "1 234,56"], ["Юг", "1\u00a0000"]])).toEqual([
      1, 0, 2, 2,
    ]);
  });

  it("does not begin anew at a row with a text in one of its number columns", () => {
    const rows: CellValue[][] = [
      ["Client", "Jan", "Feb", "Mar"],
      ["North", 1, 2, 3],
      [""],
      ["South", "n/a", 5, 6],
      ["West", 7, 8, 9],
    ];
    expect(area(rows)).toEqual([0, 0, 4, 4]);
  });

  it("joins the columns on both sides of Keyfolio's own, which count as filled", () => {
    const rows = [
      ["Client", "", "Sales"],
      ["North", "", 100],
      ["South", "", 50],
    ];
    expect(area(rows)).toBeNull();
    expect(area(rows, new Set([1]))).toEqual([0, 0, 2, 3]);
  });

  it("finds nothing in one column, in bare numbers, in a header without rows", () => {
    expect(area([["Client"], ["North"]])).toBeNull();
    expect(
      area([
        [1, 2],
        [3, 4],
      ]),
    ).toBeNull();
    expect(area([["Client", "Sales"]])).toBeNull();
  });

  it("finds the same list wherever it stands", () => {
    fc.assert(
      fc.property(fc.nat(30), fc.nat(8), (down, right) => {
        const rows = [
          ...Array.from({ length: down }, () => [""]),
          ...list.map((row) => [...Array.from({ length: right }, () => ""), ...row]),
        ];
        expect(area(rows)).toEqual([down, right, 3, 3]);
      }),
    );
  });

  it("never loses a row of numbers, whatever blank rows stand between", () => {
    fc.assert(
      fc.property(fc.array(fc.nat(3), { minLength: 1, maxLength: 40 }), (gaps) => {
        const rows: CellValue[][] = [["Client", "Sales"]];
        for (const [i, gap] of gaps.entries()) {
          for (let blank = 0; blank < gap; blank++) rows.push([""]);
          rows.push([`Client ${i}`, i + 1]);
        }
        expect(area(rows)).toEqual([0, 0, rows.length - 1, 2]);
      }),
    );
  });
});
