import { defaultPolicy, proposeMapping, readPortfolio } from "../../../src/portfolio";
import { linesWithin } from "../../../src/portfolio/transactions";
import { type Cell, listOf } from "../lists";

const read = (rows: readonly (readonly Cell[])[]) => {
  const list = listOf(rows);
  return readPortfolio(list, proposeMapping(list), defaultPolicy, "2026-11-26");
};

describe("people whose names stand in several columns", () => {
  test("are known by all parts, in the order of the columns", () => {
    const { clients, amounts, reading } = read([
      ["Фамилия", "Имя", "Отчество", "Сумма"],
      ["Ким", "Ольга", "Игоревна", 500],
      ["Ким", "Олег", null, 300],
      ["Ли", "Анна", "Петровна", 200],
      ["Ким", "Ольга", "Игоревна", 100],
    ]);
    expect(clients).toEqual(["Ким Ольга Игоревна", "Ким Олег", "Ли Анна Петровна"]);
    expect([...amounts]).toEqual([600, 300, 200]);
    expect(reading.client).toEqual({ header: "Фамилия + Имя + Отчество", letters: "A" });
  });

  test("in English, whatever stands between the parts", () => {
    const headers = ["First Name", "Email", "Last Name", "Total Spent"];
    const { clients, total } = read([
      headers,
      ["Ann", "a@example.com", "Lee", 5],
      ["Bob", "b@example.com", "Stone", 7],
    ]);
    expect(clients).toEqual(["Ann Lee", "Bob Stone"]);
    expect(total).toBe(12);
  });

  test("beside a company are people there", () => {
    const headers = ["Company", "First Name", "Last Name", "Sales"];
    const { clients } = read([headers, ["Acorn Ltd", "Ann", "Lee", 5], ["Birch Inc", "Bob", "Stone", 7]]);
    expect(clients).toEqual(["Acorn Ltd", "Birch Inc"]);
  });

  test("a last name alone is what there is", () => {
    expect(
      read([
        ["Фамилия", "Сумма"],
        ["Ким", 5],
        ["Ли", 7],
      ]).clients,
    ).toEqual(["Ким", "Ли"]);
  });

  test("are the clients of lines, too", () => {
    const list = listOf([
      ["Date", "First Name", "Last Name", "Amount"],
      ["2025-01-10", "Ann", "Lee", 5],
      ["2025-01-11", "Bob", "Lee", 7],
      ["2025-02-10", "Ann", "Lee", 9],
    ]);
    const [{ columns }] = linesWithin(list, proposeMapping(list), "2026-11-26");
    expect([...columns.client.others.values()]).toEqual(["Ann Lee", "Bob Lee", "Ann Lee"]);
  });
});

describe("marks that say the name above once more", () => {
  test.each(['"', "-//-", "— » —".replace(" » ", '"'), "ditto", "то же"])("%s", (mark) => {
    const { clients, amounts } = read([
      ["Client", "Sales"],
      ["Acorn Ltd", 5],
      [mark, 7],
      [mark, 1],
      ["Birch Inc", 2],
    ]);
    expect(clients).toEqual(["Acorn Ltd", "Birch Inc"]);
    expect([...amounts]).toEqual([13, 2]);
  });

  test("a dash is none", () => {
    expect(
      read([
        ["Client", "Sales"],
        ["Acorn Ltd", 5],
        ["—", 7],
        ["Birch Inc", 2],
      ]).amounts[0],
    ).toBe(5);
  });
});

describe("a year that its quarters do not add up to", () => {
  const of = (year: (sum: number) => number) =>
    read([
      ["Client", "Q1", "Q2", "Q3", "Q4", "FY25"],
      ...[10, 20, 30, 40, 50].map((n, i): Cell[] => [`Client ${i}`, n, n, n, n, year(4 * n)]),
    ]).reading.notUsed.map(({ header }) => header);

  test("is said, for that money is in no quarter", () => {
    expect(of((sum) => sum - 7.5)).toEqual(["FY25"]);
    expect(of((sum) => sum)).toEqual([]);
  });
});
