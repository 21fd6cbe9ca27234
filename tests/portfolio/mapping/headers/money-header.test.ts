import { headerWords } from "../../../../src/portfolio/mapping/headers/header-words";
import { moneyHeader } from "../../../../src/portfolio/mapping/headers/money-header";

describe("headers taken apart", () => {
  test.each([
    ["customerid", "customer id"],
    ["companyname", "company name"],
    ["postalcode", "postal code"],
    ["NetSales2019", "net sales 2019"],
    ["netsales2019", "net sales 2019"],
    ["UNIT_PRICE_USD", "unit price usd"],
    ["TotalAmount", "total amount"],
    ["SalesOrderNo", "sales order no"],
    ["salesorderno", "sales order no"],
    ["VATAmount", "vat amount"],
    ["СуммаБезНДС", "сумма без ндс"],
    ["Account Name  ↑", "account name"],
  ])("%s", (header, words) => {
    expect(headerWords(header)).toBe(words);
  });

  test.each(["salesperson", "inventory", "notebook", "turnover", "q1", "w01", "fy19", "sku"])(
    "%s is one word",
    (word) => {
      expect(headerWords(word)).toBe(word);
    },
  );
});

describe("what a header says of numbers", () => {
  test.each([
    ["Sales order", "identifier"],
    ["Sales Org.", "identifier"],
    ["Profit Center", "identifier"],
    ["№ заказа", "identifier"],
    ["Unit price", "price"],
    ["Lineitem price", "price"],
    ["ASP", "average"],
    ["Цена за шт., руб.", "price"],
    ["MSRP", "price"],
    ["Отгружено, кг", "quantity"],
    ["Sum of Qty", "quantity"],
    ["Num of customers", "quantity"],
    ["Сумма НДС", "tax"],
    ["Sales tax", "tax"],
    ["Сумма скидки", "discount"],
    ["Ретробонус", "discount"],
    ["Кол.", "quantity"],
    ["Volume (l)", "quantity"],
    ["Sold, t", "quantity"],
    ["Объём, куб. м", "quantity"],
    ["Закупки", "cost"],
    ["Доля продаж, %", "percent"],
    ["2025 vs 2024", "comparison"],
    ["Прирост продаж", "comparison"],
    ["Сумма переменных затрат", "cost"],
    ["Сальдо на конец периода Дебет", "balance"],
    ["Amount due", "balance"],
    ["План продаж", "plan"],
    ["Средний чек", "average"],
    ["Employees", "quantity"],
    ["Год", "year"],
    ["2026E", "plan"],
    ["FY26B", "plan"],
    ["Срок договора, 12 мес.", "date"],
    ["Prior year", "comparison"],
  ])("%s: %s", (header, why) => {
    expect(moneyHeader(headerWords(header))).toEqual({ kind: "none", why });
  });

  test.each([
    "Total price",
    "Сумма заказа",
    "Invoice amount",
    "Order value",
    "Store sales",
    "Sales to date",
    "Сумма с НДС 20%",
    "Сумма со скидкой",
    "Untaxed total amount",
    "Отгружено, руб.",
    "Обороты за период Дебет",
    "Товарооборот",
    "9 месяцев 2025 г.",
    "9M25",
    "Current year",
    "Текущий период",
    "Отгрузки за вычетом ретробонуса",
    "Отгрузки за вычетом бонуса",
  ])("%s is money", (header) => {
    expect(moneyHeader(headerWords(header))?.kind).toBe("money");
  });
});
