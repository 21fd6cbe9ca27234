import fc from "fast-check";
import { proposeReading, type Role } from "../../../src/portfolio";
import { type Cell, mappingOf } from "../lists";
import {
  english,
  russian,
  money,
  other,
  steps,
  same,
  days,
  texts,
  type Columns,
  listFrom,
  rolesOf,
} from "./columns";

describe("a line per document", () => {
  const repeated = money.map((_, i) => english[i % 3]);

  test.each<[Columns, Record<string, Role>]>([
    [
      {
        Дата: days,
        Документ: texts((i) => `Реализация ${i}`),
        Контрагент: repeated,
        Сумма: money,
        Менеджер: same("М"),
      },
      { Дата: "date", Документ: "document", Контрагент: "client", Сумма: "amount", Менеджер: "manager" },
    ],
    [
      { Doc: texts((i) => `INV-${1000 + i}`), Date: days, Client: repeated, Amount: money },
      { Doc: "document", Date: "date", Client: "client", Amount: "amount" },
    ],
    [
      {
        "Order ID": steps(5001, 1),
        "Order date": texts((i) => `2024-03-1${i}`),
        "Ship date": texts((i) => `2024-04-1${i}`),
        Customer: repeated,
        Stage: texts((i) => (i % 2 ? "Closed Won" : "Closed Lost")),
        Currency: same("EUR"),
        Amount: money,
      },
      {
        "Order ID": "document",
        "Order date": "date",
        Customer: "client",
        Stage: "lineStatus",
        Currency: "currency",
        Amount: "amount",
      },
    ],
    [
      {
        "Дата отгрузки": texts((i) => `1${i}.03.2024`),
        "Номер документа": steps(17, 1),
        "Тип документа": texts((i) => (i % 2 ? "Продажа" : "Возврат")),
        Состояние: same("Проведён"),
        Клиент: repeated,
        Количество: other,
        Цена: other,
        Валюта: same("руб."),
        Сумма: money,
      },
      {
        "Дата отгрузки": "date",
        "Номер документа": "document",
        Состояние: "lineStatus",
        Клиент: "client",
        Количество: "quantity",
        Цена: "price",
        Валюта: "currency",
        Сумма: "amount",
      },
    ],
    [
      {
        Период: texts((i) => `0${i + 1}.02.2025`),
        Покупатель: repeated,
        Накладная: steps(8, 1),
        Выручка: money,
      },
      { Период: "date", Покупатель: "client", Накладная: "document", Выручка: "amount" },
    ],
    [
      { "Close Date": days, "Account Name": repeated, "Posting date": days, Amount: money },
      { "Close Date": "date", "Account Name": "client", Amount: "amount" },
    ],
  ])("%j", (columns, roles) => {
    expect(rolesOf(columns)).toEqual(roles);
  });

  test.each(["Date", "Дата", "Период"])("%s without dates below it is no date", (header) => {
    expect(
      rolesOf({ [header]: texts((i) => `весна ${i}`), Client: english, Sales: money }),
    ).not.toHaveProperty(header);
  });

  test.each(["Client since", "Дата рождения", "Дата регистрации", "Date of birth"])(
    "%s is not the day of a sale",
    (header) => {
      expect(rolesOf({ Client: english, [header]: days, Sales: money })).not.toHaveProperty(header);
    },
  );
});

describe("columns that the user decided", () => {
  const columns = {
    Заказчик: russian,
    Покупатель: english,
    "Код покупателя": steps(7, 3),
    Выручка: money,
    Revenue: other,
  };
  const decided = (chosen: Readonly<Record<string, Role>>) => {
    const { mapping, doubts } = proposeReading(listFrom(columns), mappingOf(chosen).columns);
    return {
      roles: Object.fromEntries(mapping.columns.map(({ header, role }) => [header, role])),
      open: doubts.map(({ about }) => about),
    };
  };

  test("are no question any more, and the others are proposed as always", () => {
    expect(decided({ Покупатель: "client" })).toEqual({
      roles: { Покупатель: "client", "Код покупателя": "code", Выручка: "amount" },
      open: ["amount"],
    });
    expect(decided({ Revenue: "amount" })).toEqual({
      roles: { Заказчик: "client", "Код покупателя": "code", Revenue: "amount" },
      open: ["client"],
    });
    expect(decided({ Revenue: "amount", Заказчик: "client" }).open).toEqual([]);
  });
});

test("the order of the columns decides neither who the client is nor what he is worth", () => {
  const pool: readonly (readonly [string, readonly Cell[]])[] = [
    ["Customer", texts((i) => `CUST-00${i}`)],
    ["Customer Name", english],
    ["City", texts((i) => `Town ${i}`)],
    ["Sales Order", steps(4_500_000, 7)],
    ["Sales Org.", same(1000)],
    ["Postal code", steps(10_000, 7)],
    ["Qty", other],
    ["Unit price", steps(5, 3)],
    ["Net Value", money],
    ["Tax", money.map((amount) => amount * 0.2)],
    ["Total", money.map((amount) => amount * 1.2)],
    ["Order date", days],
    ["Manager", same("M")],
    ["Growth %", other],
  ];
  fc.assert(
    fc.property(fc.shuffledSubarray([...pool], { minLength: pool.length }), (shuffled) => {
      const roles = rolesOf(Object.fromEntries(shuffled));
      expect(roles).toMatchObject({ "Customer Name": "client", Customer: "code", "Net Value": "amount" });
    }),
  );
});
