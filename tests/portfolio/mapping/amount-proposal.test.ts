import { moneyColumns, proposeMapping, proposeReading, type Role } from "../../../src/portfolio";
import { problemOf } from "../lists";
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

describe("numbers of documents, accounts and places are no revenue", () => {
  test.each<[string, Columns, string]>([
    [
      "sales documents",
      { client_name: english, "Sales document": steps(4_500_000, 7), "Net amount": money },
      "Net amount",
    ],
    [
      "sales orders, organisations and centres",
      {
        "Sold-to party": english,
        "Sales Order": steps(4_500_000, 7),
        "Sales Org.": same(1000),
        "Net Value": money,
        "Profit Center": same(77_001),
      },
      "Net Value",
    ],
    [
      "order and representative numbers",
      { Customer: english, "Sales Order": steps(50_100, 1), "Sales Rep ID": same(7), "Total Amount": money },
      "Total Amount",
    ],
    [
      "glued",
      {
        customername: english,
        salesorderno: steps(50_100, 1),
        postalcode: steps(10_000, 7),
        netvalue: money,
      },
      "netvalue",
    ],
    [
      "invoice numbers",
      { Customer: english, "Invoice No.": steps(710, 1), "Invoice amount": money },
      "Invoice amount",
    ],
    ["account numbers", { Name: english, "Account No": steps(40_010, 10), Income: money }, "Income"],
    [
      "номера заказов",
      { Покупатель: russian, "Заказ продажи": steps(10_234, 3), "Сумма заказа": money },
      "Сумма заказа",
    ],
    [
      "номера накладных и ИНН",
      { Контрагент: russian, "№ накладной": steps(512, 1), ИНН: steps(7_701_234_567, 919), Стоимость: money },
      "Стоимость",
    ],
    [
      "индексы и телефоны",
      { Клиент: russian, Индекс: steps(101_000, 731), Телефон: steps(9_161_234_567, 77), Отгрузка: money },
      "Отгрузка",
    ],
    [
      "коды без слова о деньгах рядом",
      { Клиент: russian, "Код склада": steps(12, 5), Оборот: money },
      "Оборот",
    ],
    ["years", { Client: english, Year: same(2025), Value: money }, "Value"],
  ])("%s", (_, columns, amount) => {
    expect(Object.entries(rolesOf(columns)).filter(([, role]) => role === "amount")).toEqual([
      [amount, "amount"],
    ]);
  });

  test("a column that counts its rows is none even under a word that says nothing", () => {
    expect(rolesOf({ Client: english, Foo: steps(4001, 1), Bar: money })).toEqual({
      Client: "client",
      Bar: "amount",
    });
  });
});

describe("prices, quantities and what they make", () => {
  const quantity = [3, 6, 9, 12, 15, 18, 21, 24];
  const price = [900, 700, 500, 400, 300, 250, 200, 150];
  const total = price.map((each, i) => each * quantity[i]);

  test.each<[Columns, Record<string, Role>]>([
    [
      {
        CUSTOMER_NAME: english,
        ITEM: same("X"),
        QUANTITY: quantity,
        UNIT_PRICE_USD: price,
        TOTAL_PRICE_USD: total,
      },
      { CUSTOMER_NAME: "client", QUANTITY: "quantity", UNIT_PRICE_USD: "price", TOTAL_PRICE_USD: "amount" },
    ],
    [
      { Customer: english, Qty: quantity, Price: price, "Extended price": total },
      { Customer: "client", Qty: "quantity", Price: "price", "Extended price": "amount" },
    ],
    [
      { Клиент: russian, "Кол-во": quantity, Цена: price, Стоимость: total },
      { Клиент: "client", "Кол-во": "quantity", Цена: "price", Стоимость: "amount" },
    ],
    [
      { Контрагент: russian, "Отгружено, кг": other, "Сумма, руб.": money },
      { Контрагент: "client", "Отгружено, кг": "quantity", "Сумма, руб.": "amount" },
    ],
    [
      { Контрагент: russian, "Отгружено, тонн": other, "Отгружено, руб.": money },
      { Контрагент: "client", "Отгружено, тонн": "quantity", "Отгружено, руб.": "amount" },
    ],
    [
      { Client: english, "Shipped, pcs": other, "Shipped value": money },
      { Client: "client", "Shipped, pcs": "quantity", "Shipped value": "amount" },
    ],
    [
      { Client: english, "Weight, kg": other, "Price per kg": price, Value: money },
      { Client: "client", "Weight, kg": "quantity", "Price per kg": "price", Value: "amount" },
    ],
  ])("%j", (columns, roles) => {
    expect(rolesOf(columns)).toEqual(roles);
  });

  test("the product of two columns is the amount where no header says so", () => {
    expect(rolesOf({ Client: english, Foo: quantity, Bar: price, Baz: total })).toEqual({
      Client: "client",
      Baz: "amount",
    });
  });
});

describe("one of several columns of money", () => {
  const net = money;
  const tax = net.map((amount) => amount * 0.2);
  const gross = net.map((amount) => amount * 1.2);
  const costs = [360, 480, 600, 720, 900, 1200, 1500, 1800];
  const margin = net.map((amount, i) => amount - costs[i]);

  test.each<[Columns, Record<string, Role>]>([
    [
      {
        Контрагент: russian,
        Количество: same(5),
        "Сумма переменных": costs,
        "Сумма без НДС в RUB": net,
        "Сумма М1 без НДС в RUB": margin,
      },
      {
        Контрагент: "client",
        Количество: "quantity",
        "Сумма переменных": "cost",
        "Сумма без НДС в RUB": "amount",
        "Сумма М1 без НДС в RUB": "profit",
      },
    ],
    [
      { Customer: english, "Variable costs": costs, "Amount CM1": margin, "Amount A": net },
      { Customer: "client", "Variable costs": "cost", "Amount A": "amount", "Amount CM1": "profit" },
    ],
    [
      { Клиент: russian, "Сумма НДС": tax, "Сумма скидки": other, Сумма: net },
      { Клиент: "client", Сумма: "amount" },
    ],
    [
      { Client: english, Amount: net, Tax: tax, Total: gross },
      { Client: "client", Amount: "amount" },
    ],
    [
      { Клиент: russian, Сумма: gross, Скидка: tax, "Итого к оплате": net },
      { Клиент: "client", "Итого к оплате": "amount" },
    ],
    [
      { Client: english, Sales: gross, Rebates: tax, "Sales after all": net },
      { Client: "client", "Sales after all": "amount" },
    ],
    [
      { Client: english, Discount: tax, "Amount due": other, Sales: net },
      { Client: "client", Sales: "amount" },
    ],
    [
      { Клиент: russian, Задолженность: other, Оплачено: tax, Сумма: net },
      { Клиент: "client", Сумма: "amount" },
    ],
    [
      { Контрагент: russian, "План продаж, руб.": other, "Факт продаж, руб.": net, "Выполнение, %": tax },
      { Контрагент: "client", "Факт продаж, руб.": "amount" },
    ],
    [
      {
        Контрагенты: russian,
        "Сальдо на начало периода Дебет": other,
        "Сальдо на начало периода Кредит": same(0),
        "Обороты за период Дебет": net,
        "Обороты за период Кредит": gross,
        "Сальдо на конец периода Дебет": tax,
      },
      { Контрагенты: "client", "Обороты за период Дебет": "amount" },
    ],
    [
      { Покупатель: russian, "Стоимость продажи (с НДС)": net },
      { Покупатель: "client", "Стоимость продажи (с НДС)": "amount" },
    ],
    [
      { Client: english, "Sales 2024": other, "Sales 2025": net, "2025 vs 2024": tax, "Growth %": tax },
      { Client: "client", "Sales 2024": "period", "Sales 2025": "period" },
    ],
    [
      {
        Customer: english,
        Currency: texts((i) => (i % 2 ? "USD" : "EUR")),
        Amount: gross,
        "Amount in EUR": net,
      },
      { Customer: "client", Currency: "currency", "Amount in EUR": "amount" },
    ],
    [
      {
        Контрагент: russian,
        "Сумма в валюте": gross,
        Сумма: net,
        Валюта: texts((i) => (i % 2 ? "USD" : "EUR")),
      },
      { Контрагент: "client", Сумма: "amount", Валюта: "currency" },
    ],
    [
      { Контрагент: russian, Валюта: texts((i) => (i % 2 ? "USD" : "руб.")), "Сумма, руб.": net },
      { Контрагент: "client", Валюта: "currency", "Сумма, руб.": "amount" },
    ],
  ])("%j", (columns, roles) => {
    expect(rolesOf(columns)).toEqual(roles);
  });

  test.each<[Columns, string[]]>([
    [
      { Контрагент: russian, "Выручка с НДС": gross, НДС: tax, "Выручка без НДС": net },
      ["Выручка без НДС", "Выручка с НДС"],
    ],
    [{ Customer: english, "Gross sales": gross, "Net sales": net }, ["Net sales", "Gross sales"]],
    [
      { Customer: english, "Amount incl. VAT": gross, "Amount excl. VAT": net },
      ["Amount excl. VAT", "Amount incl. VAT"],
    ],
  ])("net before gross, and the choice is said: %j", (columns, alternatives) => {
    const { mapping, doubts } = proposeReading(listFrom(columns));
    expect(mapping.columns.find(({ role }) => role === "amount")?.header).toBe(alternatives[0]);
    expect(doubts).toMatchObject([
      { about: "amount", decided: true, alternatives: alternatives.map((label) => ({ label })) },
    ]);
  });

  test.each<[Columns, string[]]>([
    [{ Клиент: russian, Выручка: money, Revenue: other }, ["Выручка", "Revenue"]],
    [{ Client: english, "Amount USD": other, "Amount RUB": money }, ["Amount USD", "Amount RUB"]],
    [{ Клиент: russian, "Сумма, руб.": money, "Сумма, USD": other }, ["Сумма, руб.", "Сумма, USD"]],
  ])("which of two that say the same is asked: %j", (columns, labels) => {
    expect(problemOf(() => proposeMapping(listFrom(columns)))).toMatchObject({
      kind: "doubtful",
      doubt: { about: "amount", decided: false, alternatives: labels.map((label) => ({ label })) },
    });
  });

  test("money that is not used is known, and other numbers are not among it", () => {
    const list = listFrom({
      Client: english,
      "Net value": net,
      Tax: tax,
      "Order No": steps(700, 1),
      "Margin %": tax,
      Value: gross,
    });
    expect(moneyColumns(list, proposeMapping(list)).map(({ header }) => header)).toEqual(["Tax", "Value"]);
  });
});

describe("returns in a column of their own", () => {
  const returns = [-900, null, -500, null, null, -20, null, -150];

  test.each(["Возвраты", "Сумма возвратов", "Returns", "Credit memos"])("%s", (header) => {
    expect(rolesOf({ Клиент: russian, Продажи: money, [header]: returns })).toEqual({
      Клиент: "client",
      Продажи: "amount",
      [header]: "returns",
    });
  });

  test("are not taken off a second time from sales that are net of them", () => {
    const netOfThem = money.map((amount, i) => amount + (returns[i] ?? 0));
    expect(
      rolesOf({ Клиент: russian, "Сумма А": other, Возвраты: returns, "Выручка без возвратов": netOfThem }),
    ).toMatchObject({
      "Выручка без возвратов": "amount",
    });
    expect(
      rolesOf({ Клиент: russian, Возвраты: returns, "Выручка без возвратов": netOfThem }),
    ).not.toHaveProperty("Возвраты");
  });
});

describe("without money", () => {
  test.each<[Columns, object[]]>([
    [
      {
        Customer: english,
        Current: money,
        "1-30": other,
        "31-60": same(5),
        "Over 90": steps(7, 3),
        Total: other,
      },
      ["Current", "1-30", "31-60", "Over 90", "Total"].map((header, i) => ({
        header,
        column: "BCDEF"[i],
        why: "balance",
      })),
    ],
    [
      { categoryid: steps(1, 1), companyname: english, city: same("X") },
      [{ header: "categoryid", column: "A", why: "identifier" }],
    ],
    [
      { customerid: steps(1, 1), companyname: english, postalcode: steps(10_000, 7) },
      [
        { header: "customerid", column: "A", why: "identifier" },
        { header: "postalcode", column: "C", why: "contact" },
      ],
    ],
    [
      { Клиент: russian, Телефон: steps(9_161_000_000, 1), "Кол-во заказов": other, Возраст: steps(21, 3) },
      [
        { header: "Кол-во заказов", column: "C", why: "quantity" },
        { header: "Телефон", column: "B", why: "contact" },
        { header: "Возраст", column: "D", why: "rank" },
      ],
    ],
    [
      { Client: english, "Unit price": other, Foo: same(7), "Growth %": other },
      [
        { header: "Unit price", column: "B", why: "price" },
        { header: "Foo", column: "C", why: "constant" },
        { header: "Growth %", column: "D", why: "percent" },
      ],
    ],
  ])(
    "every column of numbers is named with why it is none, those nearest to money first: %j",
    (columns, rejected) => {
      expect(problemOf(() => proposeMapping(listFrom(columns)))).toEqual({
        kind: "noAmountColumn",
        address: `Sales!A1:${"ABCDEF"[Object.keys(columns).length - 1]}1`,
        headers: Object.keys(columns),
        columns: rejected,
      });
    },
  );
});

test.each<[string, Columns, string]>([
  [
    "orderTotal is money",
    { customerName: english, orderId: steps(60_100, 3), orderTotal: money },
    "orderTotal",
  ],
  [
    "what a dealer buys is revenue",
    { Дилер: russian, Ретробонус: other, "Закупки дилера": money },
    "Закупки дилера",
  ],
])("%s", (_, columns, amount) => {
  expect(rolesOf(columns)[amount]).toBe("amount");
});

test("numbers of currencies are a column of currencies", () => {
  const codes = money.map((_, i) => (i % 2 ? 643 : 840));
  expect(rolesOf({ Клиент: russian, "Код валюты": codes, Сумма: money })).toMatchObject({
    "Код валюты": "currency",
    Сумма: "amount",
  });
});

test("pieces that came back are no returns of money", () => {
  const roles = rolesOf({ Клиент: russian, "Продажи, руб.": money, "Возвраты, шт.": same(2) });
  expect(roles).toEqual({ Клиент: "client", "Продажи, руб.": "amount" });
});

test("the total of an order that stands on each of its lines is not added up", () => {
  const lines = {
    Customer: ["Acorn", "Acorn", "Birch", "Birch", "Cedar", "Cedar", "Cedar", "Dune"],
    "Line amount": [100, 50, 70, 20, 90, 30, 45, 15],
    "Order total": [150, 150, 90, 90, 165, 165, 165, 15],
  };
  expect(rolesOf(lines)).toMatchObject({ "Line amount": "amount" });
});

describe("figures of several times", () => {
  const grown = (share: number) => money.map((amount, i) => Math.round(amount * share) + i);
  test.each<[string, Columns, string]>([
    [
      "since the beginning of a year: the longest holds all",
      { Customer: english, "1Q25": grown(0.2), "1H25": grown(0.5), "9M25": grown(0.7), FY25: money },
      "FY25",
    ],
    [
      "months of a year counted",
      { Клиент: russian, "3 мес. 2025": grown(0.3), "6 мес. 2025": grown(0.5), "9 мес. 2025": money },
      "9 мес. 2025",
    ],
    [
      "from January on",
      { Клиент: russian, Январь: grown(0.2), "Январь–февраль": grown(0.6), "Январь–март": money },
      "Январь–март",
    ],
    [
      "to date",
      { Customer: english, "YTD Jan": grown(0.3), "YTD Feb": grown(0.6), "YTD Mar": money },
      "YTD Mar",
    ],
    ["a month and the year around it", { Клиент: russian, "Дек 2025": other, "2025": money }, "2025"],
    [
      "a month and the year so far",
      { Клиент: russian, "Июнь 2025": other, "С начала года": money },
      "С начала года",
    ],
  ])("%s", (_, columns, amount) => {
    const { mapping, doubts } = proposeReading(listFrom(columns));
    expect(mapping.columns).toContainEqual({ header: amount, role: "amount" });
    expect(mapping.columns.filter(({ role }) => role === "period")).toEqual([]);
    expect(doubts).toEqual([]);
  });

  test("the same time of two years is asked", () => {
    const columns = { Клиент: russian, "9 мес. 2024": other, "9 мес. 2025": money };
    expect(problemOf(() => proposeMapping(listFrom(columns)))).toMatchObject({
      kind: "doubtful",
      doubt: { about: "amount", alternatives: [{ label: "9 мес. 2024" }, { label: "9 мес. 2025" }] },
    });
  });

  test("that a title calls running and every row shows to be so are no history", () => {
    const columns = { Клиент: russian, "Янв 2025": grown(0.3), "Фев 2025": grown(0.6), "Мар 2025": money };
    const titles = ["Продажи нарастающим итогом"];
    const roles = (list: ReturnType<typeof listFrom>) =>
      proposeMapping(list).columns.map(({ header, role }) => `${header}: ${role}`);
    expect(roles({ ...listFrom(columns), titles })).toEqual(["Клиент: client", "Мар 2025: amount"]);
    expect(roles(listFrom(columns))).toHaveLength(4);
    const fallen = { ...columns, "Мар 2025": other };
    expect(roles({ ...listFrom(fallen), titles })).toHaveLength(4);
  });
});

describe("what stands beside the revenue", () => {
  const net = money;
  const freight = other;
  const sum = (...columns: number[][]) =>
    net.map((_, i) => columns.reduce((all, column) => all + column[i], 0));

  test("freight that the client pays is no cost of the revenue, and what is left without it no profit", () => {
    const columns = {
      Customer: english,
      "Net Sales": net,
      "Freight billed": freight,
      "Total Invoiced": sum(net, freight),
    };
    expect(rolesOf(columns)).toEqual({ Customer: "client", "Net Sales": "amount" });
  });

  test("freight that nobody charges is a cost still", () => {
    const columns = { Customer: english, Revenue: sum(net, freight), Freight: freight, Contribution: net };
    expect(rolesOf(columns)).toMatchObject({ Revenue: "amount", Freight: "costToServe" });
  });

  test("another version of a year beside the years is not the revenue, and is said", () => {
    const columns = {
      Customer: english,
      "2025 Sales": net,
      "2025 Sales (constant FX)": sum(net, freight),
      "2024 Sales": other,
    };
    expect(rolesOf(columns)).toEqual({ Customer: "client", "2025 Sales": "period", "2024 Sales": "period" });
    const list = listFrom(columns);
    expect(moneyColumns(list, proposeMapping(list)).map(({ header }) => header)).toEqual([
      "2025 Sales (constant FX)",
    ]);
  });

  test("a half of which a part has passed is said", () => {
    const list = listFrom({
      Customer: english,
      "H1 24": net,
      "H2 24": other,
      "H1 25": net,
      "H2 25 (to Oct)": other,
    });
    expect(moneyColumns(list, proposeMapping(list)).map(({ header }) => header)).toEqual(["H2 25 (to Oct)"]);
  });

  test("what acts have closed goes before what contracts promise", () => {
    const columns = { Заказчик: russian, "Сумма договора": sum(net, freight), "Закрыто актами": net };
    expect(rolesOf(columns)).toEqual({ Заказчик: "client", "Закрыто актами": "amount" });
  });
});
