import { proposeMapping } from "../../../src/portfolio";
import { listOf, problemOf } from "../lists";
import {
  english,
  russian,
  money,
  other,
  steps,
  same,
  texts,
  type Columns,
  listFrom,
  rolesOf,
} from "./columns";

describe("who the clients are", () => {
  const codes = texts((i) => `CUST-00${i}`);

  test.each<[Columns, string, string | null]>([
    [{ Account: steps(700_100, 1), Name: english, Rep: same("R0"), Sales: money }, "Name", "Account"],
    [{ Customer: codes, "Customer Name": english, Sales: money }, "Customer Name", "Customer"],
    [{ Cliente: steps(1, 1), Customer: english, Sales: money }, "Customer", "Cliente"],
    [{ customerid: steps(1, 1), companyname: english, netsales: money }, "companyname", "customerid"],
    [
      { customerID: texts((i) => "ABCDEFGH"[i].repeat(5)), companyName: english, Sales: money },
      "companyName",
      "customerID",
    ],
    [{ "Код клиента": steps(17, 4), Наименование: russian, Выручка: money }, "Наименование", "Код клиента"],
    [{ Код: texts((i) => `К-${100 + i}`), Контрагент: russian, Сумма: money }, "Контрагент", "Код"],
    [{ ИНН: steps(7_701_234_567, 919), Покупатель: russian, Сумма: money }, "Покупатель", "ИНН"],
    [
      { "Sold-to party": steps(100_200, 1), "Name 1": english, "Net value": money },
      "Name 1",
      "Sold-to party",
    ],
    [{ "Customer ID": steps(7, 3), "": english, Sales: money }, "B", "Customer ID"],
    [{ "": english, Total: money }, "A", null],
    [{ "": russian, Товар: texts((i) => `Болт ${i}`), Выручка: money }, "A", null],
    [{ "Num of customers": other, "Row Labels": english, "Sum of Sales": money }, "Row Labels", null],
    [{ "Названия строк": russian, "Сумма по полю Выручка": money }, "Названия строк", null],
    [
      { "Client type": same("retail"), "Customer group": same("A"), Company: english, Sales: money },
      "Company",
      null,
    ],
    [
      { "Account Name  ↑": english, "Opportunity Name": texts((i) => `Opp ${i}`), Amount: money },
      "Account Name  ↑",
      null,
    ],
    [
      { "Сектор / Клиент": russian, Договор: texts((i) => `Дог ${i}`), "Сумма с НДС, руб": money },
      "Сектор / Клиент",
      null,
    ],
    [{ "Менеджер / Контрагент": russian, Выручка: money }, "Менеджер / Контрагент", null],
    [{ "Менеджер Контрагент": russian, Выручка: money }, "Менеджер Контрагент", null],
    [{ "Bill-to": english, "Ship-to name": texts((i) => `Depot ${i % 3}`), Value: money }, "Bill-to", null],
    [{ "Название клиента": russian, Город: same("Тверь"), Сумма: money }, "Название клиента", null],
    [{ Организация: same("Наша фирма"), Компания: russian, Сумма: money }, "Компания", null],
  ])("%j", (columns, client, code) => {
    const roles = proposeMapping(listFrom(columns)).columns;
    expect(roles.find(({ role }) => role === "client")?.header).toBe(client);
    expect(roles.find(({ role }) => role === "code")?.header ?? null).toBe(code);
  });

  test("a number for every row is no code of clients that repeat", () => {
    const repeated = money.map((_, i) => english[i % 3]);
    expect(rolesOf({ ID: steps(900, 1), Client: repeated, Sales: money })).toEqual({
      Client: "client",
      Sales: "amount",
    });
  });

  test("nor is one number for many clients", () => {
    expect(rolesOf({ "Customer code": same(10), Client: english, Sales: money })).not.toHaveProperty(
      "Customer code",
    );
  });

  test("which of two columns of names is asked", () => {
    expect(
      problemOf(() => proposeMapping(listFrom({ Заказчик: russian, Покупатель: english, Сумма: money }))),
    ).toMatchObject({
      kind: "doubtful",
      doubt: {
        about: "client",
        decided: false,
        alternatives: [
          { label: "Заказчик", column: "A" },
          { label: "Покупатель", column: "B" },
        ],
      },
    });
  });

  test("unless one spells the names of the other", () => {
    const short = english.map((name) => name.slice(0, 4));
    expect(rolesOf({ Client: english, Customer: short, Sales: money })).toEqual({
      Client: "client",
      Sales: "amount",
    });
  });
});

describe("a column of contacts", () => {
  test("names the clients where nothing else does", () => {
    expect(
      rolesOf({ ContactName: english, InvoiceNumber: texts((i) => `INV-${i}`), Net: money }),
    ).toMatchObject({
      ContactName: "client",
      Net: "amount",
    });
  });

  test("is people beside any other names", () => {
    expect(rolesOf({ Shop: english, Contact: texts((i) => `Ann ${i}`), Net: money })).toMatchObject({
      Shop: "client",
    });
  });
});

describe("a column of addresses for mail", () => {
  const mails = texts((i) => `ann${i % 3}@example.com`);
  test("names the clients where nothing but the numbers of payments stands beside it", () => {
    expect(rolesOf({ id: texts((i) => `ch_${i}`), "Customer Email": mails, Amount: money })).toEqual({
      "Customer Email": "client",
      Amount: "amount",
    });
    expect(rolesOf({ "E-mail": mails, Сумма: money })).toMatchObject({ "E-mail": "client" });
  });

  test("is the client's beside any name", () => {
    expect(rolesOf({ Shop: english, Email: mails, Amount: money })).toEqual({
      Shop: "client",
      Amount: "amount",
    });
    const coded = { "Customer ID": texts((i) => `C-${i}`), Email: mails, Amount: money };
    expect(rolesOf(coded)).toMatchObject({ "Customer ID": "client" });
  });
});

test.each(["Клиент с года", "Customer since", "Client year"])("%s is no code of clients", (header) => {
  const list = listOf([
    [header, "Клиент", "Выручка"],
    [2001, "Альфа", 900],
    [2004, "Бета", 700],
    [2001, "Вега", 500],
    [2011, "Гамма", 300],
  ]);
  expect(proposeMapping(list).columns).toEqual([
    { header: "Клиент", role: "client" },
    { header: "Выручка", role: "amount" },
  ]);
});

test("one header over a stair of columns names managers, and clients one column further right", () => {
  const stair = {
    "Менеджер / Контрагент": ["Иванова", null, null, "Петров", null, null],
    "": [null, "Альфа", "Бета", null, "Вега", "Гамма"],
    Сумма: [16, 9, 7, 9, 5, 4],
  };
  expect(rolesOf(stair)).toMatchObject({ B: "client", Сумма: "amount" });
  const goods = { ...stair, "": [null, "Болт", "Гайка", null, "Болт", "Гайка"] };
  expect(
    rolesOf({ Контрагент: stair["Менеджер / Контрагент"], "": goods[""], Сумма: stair.Сумма }),
  ).toMatchObject({
    Контрагент: "client",
  });
});

describe("no column names the clients", () => {
  test.each<[string, Columns]>([
    [
      "rows above their lines do",
      {
        Date: texts((i) => (i % 4 === 0 ? `Customer: ${english[i]}` : `2025-01-0${i}`)),
        Description: texts((i) => `Goods ${i}`),
        Amount: money,
      },
    ],
    ["a reference is none", { Type: same("SI"), Ref: texts((i) => `INV ${i}`), Amount: money }],
    [
      "they stand beside each other",
      {
        Line: ["Revenue", "COGS", "Gross margin", "Profit", "Margin %", "Cost", "Discount", "Tax"],
        "Acorn Ltd": money,
        Total: other,
      },
    ],
  ])("%s", (_, columns) => {
    expect(problemOf(() => proposeMapping(listFrom(columns)))).toMatchObject({ kind: "noClientColumn" });
  });

  test("a legal entity goes before its shops", () => {
    const columns = {
      Сеть: same("Север"),
      "Юр. лицо": russian,
      Магазин: texts((i) => `№ ${i}`),
      Продажи: money,
    };
    expect(rolesOf(columns)).toMatchObject({ "Юр. лицо": "client" });
  });
});
