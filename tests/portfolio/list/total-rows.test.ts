import { totalName } from "../../../src/portfolio";
import { findTotalRows, sumsRowsOfList } from "../../../src/portfolio/list/total-rows";

test.each([
  "Total",
  "TOTAL:",
  "Totals",
  "Grand total",
  "Sub-total",
  "Subtotal North",
  "Total for 2024",
  "Total sales",
  "Total 2024",
  "Итого",
  "итого:",
  "Итого по отделу",
  "ИТОГО ЗА ГОД",
  "Всего",
  "Всего, руб.",
  "Подытог",
  "Подытоги по филиалам",
  "Подитог",
  "Общий итог",
  "Итог",
  "Итоги",
  "Итог по менеджеру",
])("%j is a total by its name", (name) => {
  expect(totalName(name)).toBe("sure");
});

test.each([
  "Total Energies",
  "Иванов Итог",
  "North Total",
  "Итог-Сервис",
  "Итого-Маркет ООО",
  "Сумма",
  "*",
  "**",
  "Result",
  "Overall Result",
  "Результат",
  "Общий результат",
  "Gesamtergebnis",
  "Zwischensumme Nord",
])("%j may be a total", (name) => {
  expect(totalName(name)).toBe("likely");
});

test.each([
  "TotalEnergies",
  "Totality Ltd",
  "Ромашка",
  "Итогофф",
  "Summa",
  "Results Ltd",
  "Результат-Сервис",
  "Всеволод",
  "* G01",
  "",
])("%j is a client", (name) => {
  expect(totalName(name)).toBeNull();
});

describe("formulas over the list, with its body in rows 2–20 and the amount in column C", () => {
  const isSum = (formula: string) => sumsRowsOfList(formula, 9, 2, 1, 19);
  test.each([
    "=SUM(C2:C9)",
    "=SUM($C$2:$C$9)",
    "=sum(C1:C9)",
    "=SUBTOTAL(9,C2:C9)",
    "=SUBTOTAL(109,C5:C9)",
    "=AGGREGATE(9,5,C2:C9)",
    "=SUM(C2:C4,C6:C9)",
    "=SUM(C11:C14)",
  ])("%s in C10 is a total", (formula) => {
    expect(isSum(formula)).toBe(true);
  });
  test.each([
    "=SUM(D10:O10)",
    "=SUM(D2:D9)",
    "=SUM(Data!C2:C9)",
    "=SUM(C2:C9)/2",
    "=SUM(C30:C40)",
    "=SUM(C2:C12)",
    "=SUMIFS(C2:C9,A2:A9,1)",
    "=SUBTOTAL(1,C2:C9)",
    "=B10*2",
    "=SUM()",
    "100",
  ])("%s is not", (formula) => {
    expect(isSum(formula)).toBe(false);
  });
});

/** Rows as [name, ...numbers]; names in brackets are blank cells. Gives the names of the rows found to be totals. */
function totalsOf(rows: readonly (readonly [name: string, ...numbers: number[]])[]): string[] {
  const found = findTotalRows({
    rowCount: rows.length,
    nameOf: (row) => (rows[row][0].startsWith("(") ? null : totalName(rows[row][0])),
    isNamed: (row) => !rows[row][0].startsWith("("),
    isSum: () => false,
    columns: rows[0].slice(1).map((_, c) => Float64Array.from(rows, (row) => row[c + 1] as number)),
  });
  return rows.flatMap(([name], row) => (found[row] ? [name] : []));
}

describe("rows whose every number is the sum of the rows above", () => {
  test("without a name: a total", () => {
    expect(
      totalsOf([
        ["a", 10, 1],
        ["b", 25, 2],
        ["(blank)", 35, 3],
      ]),
    ).toEqual(["(blank)"]);
  });

  test("unless a single number differs", () => {
    expect(
      totalsOf([
        ["a", 10, 1],
        ["b", 25, 2],
        ["(blank)", 35, 4],
      ]),
    ).toEqual([]);
  });

  test("subtotals reach back to the total before, the grand total over all of them", () => {
    const rows = [
      ["a", 1, 5],
      ["b", 2, 3],
      ["(1)", 3, 8],
      ["c", 4, 1],
      ["d", 7, 2],
      ["(2)", 11, 3],
      ["(all)", 14, 11],
    ] as const;
    expect(totalsOf(rows)).toEqual(["(1)", "(2)", "(all)"]);
  });

  test("with a likely name: a total; with other numbers: a client", () => {
    expect(
      totalsOf([
        ["a", 10],
        ["b", 20],
        ["Total EMEA", 30],
      ]),
    ).toEqual(["Total EMEA"]);
    expect(
      totalsOf([
        ["a", 10],
        ["b", 20],
        ["Total Energies", 31],
      ]),
    ).toEqual([]);
  });

  test("with a client's name: only when chance is out of the question", () => {
    expect(
      totalsOf([
        ["a", 1, 7],
        ["b", 2, 5],
        ["c", 4, 1],
        ["Company", 7, 13],
      ]),
    ).toEqual(["Company"]);
    expect(
      totalsOf([
        ["a", 1],
        ["b", 2],
        ["c", 4],
        ["d", 8],
        ["e", 16],
        ["Company", 31],
      ]),
    ).toEqual(["Company"]);
  });

  test("a client with exactly half of the total stays a client", () => {
    expect(
      totalsOf([
        ["a", 1, 7],
        ["b", 2, 5],
        ["Half", 3, 12],
      ]),
    ).toEqual([]);
    expect(
      totalsOf([
        ["a", 25],
        ["b", 25],
        ["Half", 50],
      ]),
    ).toEqual([]);
    expect(
      totalsOf([
        ["a", 10, 2],
        ["b", 20, 4],
        ["c", 30, 6],
        ["Half", 60, 12],
      ]),
    ).toEqual([]);
  });

  test("two equal clients stay clients, zeros too", () => {
    expect(
      totalsOf([
        ["a", 5, 5],
        ["b", 5, 5],
        ["c", 0, 0],
        ["(blank)", 0, 0],
      ]),
    ).toEqual([]);
  });

  test("cents that binary fractions cannot hold still add up", () => {
    expect(
      totalsOf([
        ["a", 0.1, 1.1],
        ["b", 0.2, 2.2],
        ["(blank)", 0.3, 3.3],
      ]),
    ).toEqual(["(blank)"]);
  });
});
