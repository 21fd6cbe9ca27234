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
