import { proposeMapping } from "../../../src/portfolio";
import { recogniseTransactions } from "../../../src/portfolio/transactions";
import { type Cell, listOf, mappingOf } from "../lists";

const recognised = (rows: readonly (readonly Cell[])[], roles = {}) => {
  const list = listOf(rows);
  const mapping = Object.keys(roles).length > 0 ? mappingOf(roles) : proposeMapping(list);
  return recogniseTransactions(list, mapping);
};
const lines = (header: string, ...dates: Cell[]): Cell[][] => [
  [header, "Client", "Amount"],
  ...dates.map((date, i): Cell[] => [date, i % 2 ? "Acorn" : "Birch", 10.5 + i]),
];

describe("a list of lines", () => {
  test.each([
    ["Excel dates", "Дата", [45_000, 45_001.5, 45_002]],
    ["ISO text", "Order date", ["2024-01-31", "2024-02-01T10:00:00", "2024-02-02 10:00"]],
    ["dots", "Дата документа", ["31.12.2024", "05.01.2025 12:00:00", "6.1.25"]],
    ["slashes", "Invoice Date", ["12/31/2024", "1/2/2025", "1/3/2025 10:15 PM"]],
    ["months in words", "Posting date", ["31 дек 2024", "1 января 2025 г.", "Jan 2, 2025"]],
    ["months", "Период", ["январь 2024", "2024-02", "03.2024"]],
    ["quarters", "Квартал", ["1 кв. 2025", "2 кв. 2025", "2 кв. 2025"]],
    ["quarters without a year", "Quarter", ["Q1", "Q2", "Q3"]],
    ["digits", "date", [20240131, 20240201, 20240202]],
    ["Excel dates of a payment service", "Created (UTC)", [45_000, 45_001.5, 45_002]],
    ["Excel dates of a shop", "Paid at", [45_000, 45_001, 45_002]],
    ["ISO text under any header", "Когда отгрузили", ["2024-01-31", "2024-02-01", "2024-02-02"]],
  ])("is known by a column of dates and clients that repeat: %s", (_, header, dates) => {
    expect(recognised(lines(header, ...(dates as Cell[])))?.date.header).toBe(header);
  });

  test.each([
    ["dates of the client", lines("Last contact", "2024-01-31", "2024-02-01", "2024-02-02")],
    ["dates of birth", lines("Date of birth", "2024-01-31", "2024-02-01", "2024-02-02")],
    ["dates of registration", lines("Дата регистрации", "31.12.2024", "05.01.2025", "06.01.2025")],
    ["amounts that look like dates", lines("Bonus", 45_000, 45_001, 45_002)],
    ["texts", lines("Date", "soon", "later", "never")],
  ])("is not known by %s", (_, rows) => {
    expect(recognised(rows, { Client: "client", Amount: "amount" })).toBeNull();
  });

  test("is none that names each client once: its date is the client's", () => {
    const rows: Cell[][] = [
      ["Date", "Client", "Amount"],
      ["2024-01-05", "Acorn", 1],
      ["2024-01-06", "Birch", 2],
    ];
    expect(recognised(rows)).toBeNull();
  });

  test("is none whose periods stand in columns of their own", () => {
    const rows: Cell[][] = [
      ["Date", "Client", "Jan 2024", "Feb 2024"],
      ["2024-01-05", "Acorn", 1, 2],
      ["2024-01-06", "Acorn", 2, 3],
    ];
    const roles = { Client: "client", "Jan 2024": "period", "Feb 2024": "period" };
    expect(recognised(rows, roles)).toBeNull();
  });

  test("belongs to the date of the sale, not to that of payment or delivery", () => {
    const rows: Cell[][] = [
      ["Due date", "Order date", "Ship date", "Client", "Amount"],
      ["2024-03-05", "2024-01-05", "2024-02-05", "Acorn", 1.5],
      ["2024-03-06", "2024-01-06", "2024-02-06", "Acorn", 2.5],
    ];
    expect(recognised(rows, { Client: "client", Amount: "amount" })?.date.header).toBe("Order date");
  });

  test("belongs to the column that is mapped, whatever its header", () => {
    const rows: Cell[][] = [
      ["Order date", "X", "Client", "Amount"],
      ["2024-01-05", "2024-02-05", "Acorn", 1.5],
      ["2024-01-06", "2024-02-06", "Acorn", 2.5],
    ];
    const roles = { X: "date", Client: "client", Amount: "amount" } as const;
    expect(recognised(rows, roles)?.date.header).toBe("X");
  });

  test("knows its types and statuses by their headers; a status of the client is none", () => {
    const rows: Cell[][] = [
      ["Date", "Client", "Client status", "Order Status", "Вид операции", "Amount"],
      ["2024-01-05", "Acorn", "lost", "Shipped", "Продажа", 1.5],
      ["2024-01-06", "Acorn", "lost", "Cancelled", "Возврат", 2.5],
    ];
    const found = recognised(rows, { Client: "client", Amount: "amount" });
    expect(found?.kinds.map(({ header }) => header)).toEqual(["Order Status", "Вид операции"]);
  });
});
