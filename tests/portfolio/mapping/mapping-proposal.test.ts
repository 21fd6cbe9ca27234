import fc from "fast-check";
import { type Role, keepMapping, proposeMapping, totalColumnOf } from "../../../src/portfolio";
import { type Cell, listOf, mappingOf, problemOf } from "../lists";

const contents: Partial<Record<string, readonly Cell[]>> = {
  names: ["Alfa", "Beta", "Gamma"],
  money: [1200.5, 340, 77],
  scores: [7, 3, 10],
  marks: ["да", null, "да"],
  ids: [101, 102, 103],
};

/** Proposes for headers with the kind of content behind each, and gives back header → role. */
function propose(
  columns: readonly (readonly [header: string | number, content: string])[],
): Record<string, Role> {
  const headers = columns.map(([header]) => header);
  const body = [0, 1, 2].map((row) => columns.map(([, content]) => contents[content]?.[row] ?? null));
  const { columns: mapped } = proposeMapping(listOf([headers, ...body]));
  return Object.fromEntries(mapped.map(({ header, role }) => [header, role]));
}

describe("one header says what the column means", () => {
  test.each([
    ...[
      "Client",
      "Customer",
      "Customer name",
      "Account",
      "Company",
      "Buyer",
      "Name",
      "Клиент",
      "Клиенты",
      "Контрагент",
      "Покупатель",
      "Заказчик",
      "Организация",
      "Наименование",
      "Дилер",
    ].map((h) => [h, "names", "client"]),
    ...[
      "Sales manager",
      "Account manager",
      "Manager",
      "Менеджер",
      "Ответственный",
      "Менеджер клиента",
      "Куратор",
    ].map((h) => [h, "names", "manager"]),
    ...["Department", "Sales department", "Отдел", "Отдел продаж", "Филиал", "Подразделение", "Branch"].map(
      (h) => [h, "names", "department"],
    ),
    ...[
      "Parent group",
      "Parent company",
      "Key person",
      "Holding",
      "Группа компаний",
      "Холдинг",
      "Головная компания",
      "Ключевое лицо",
    ].map((h) => [h, "names", "group"]),
    ...[
      "Sales",
      "Revenue",
      "Turnover",
      "Amount",
      "Net sales, EUR",
      "Выручка",
      "Выручка, тыс. руб.",
      "Оборот",
      "Продажи",
      "Сумма",
      "Объем продаж",
      "Сумма продаж",
      "Выручка без НДС",
    ].map((h) => [h, "money", "amount"]),
    ...["Profit", "Gross profit", "Margin", "Net income", "Прибыль", "Маржа", "Валовая прибыль"].map((h) => [
      h,
      "money",
      "profit",
    ]),
    ...["Cost", "COGS", "Cost of sales", "Себестоимость", "Затраты"].map((h) => [h, "money", "cost"]),
    ...[
      "Cost to serve",
      "Logistics",
      "Transport",
      "Delivery cost",
      "Advertising",
      "Логистика",
      "Доставка",
      "Реклама",
      "Затраты на обслуживание",
      "Прочие затраты",
    ].map((h) => [h, "money", "costToServe"]),
    ...["Potential", "Wallet", "Sales potential", "Потенциал", "Потенциал клиента"].map((h) => [
      h,
      "money",
      "potential",
    ]),
    ...[
      "Attractiveness: order volume",
      "Привлекательность: рост",
      "A1",
      "A2: stability",
      "Attractiveness",
    ].map((h) => [h, "scores", "attractiveness"]),
    ...["Loyalty: price", "Лояльность: сервис", "L1", "L3 range", "Relative strength"].map((h) => [
      h,
      "scores",
      "loyalty",
    ]),
    ...["Well known", "Известный"].map((h) => [h, "marks", "wellKnown"]),
    ...["Partner", "Партнёр"].map((h) => [h, "marks", "partner"]),
    ...["Demanding", "Требовательный"].map((h) => [h, "marks", "demanding"]),
    ...["Innovator", "Новатор"].map((h) => [h, "marks", "innovator"]),
    ...["VIP", "VIP-клиент", "ВИП"].map((h) => [h, "marks", "vip"]),
    ...["Last contact", "Последний контакт", "Дата последнего контакта", "Дата последней встречи"].map(
      (h) => [h, "money", "lastContact"],
    ),
    ...["Contact result", "Результат контакта", "Итог последней встречи"].map((h) => [
      h,
      "names",
      "contactResult",
    ]),
    ...["Loss reason", "Причина ухода", "Reason for leaving"].map((h) => [h, "names", "lossReason"]),
    ...["янв 2024", "2024-01", "01.2024"].map((h) => [h, "money", "period"]),
  ] as [string, string, Role][])("%s", (header, content, role) => {
    // Beside a client, an amount and a second period, so that single roles are free or taken by something weaker.
    const others = [
      ["ИНН", "ids"],
      ["Value", "money"],
      ["фев 2024", "money"],
    ] as const;
    expect(propose([...others, [header, content]])[header]).toBe(role);
  });

  test.each([
    ["Количество продаж", "money"],
    ["Margin, %", "scores"],
    ["Маржинальность", "scores"],
    ["План продаж", "money"],
    ["Сумма НДС", "money"],
    ["Дебиторская задолженность", "money"],
    ["Client type", "names"],
    ["Город клиента", "names"],
    ["Customer group", "names"],
    ["Доля продаж", "scores"],
    ["Итого", "money"],
    ["№", "ids"],
  ])("%s means none of the roles", (header, content) => {
    expect(
      propose([
        ["Client", "names"],
        ["Revenue", "money"],
        [header, content],
      ]),
    ).toEqual({
      Client: "client",
      Revenue: "amount",
    });
  });
});

describe("which of several columns gets a single role", () => {
  test.each([
    [["Client ID", "ids"], ["Client", "names"], "Client"],
    [["Код клиента", "ids"], ["Клиент", "names"], "Клиент"],
    [["customerID", "names"], ["companyName", "names"], "companyName"],
    [["Организация", "names"], ["Контрагент", "names"], "Контрагент"],
    [["Client code", "ids"], ["Name", "names"], "Name"],
    [["ID", "ids"], ["ResellerKey", "ids"], "ResellerKey"],
    [["Partner", "names"], ["Customer", "names"], "Customer"],
  ] as const)("%j against %j", (one, other, winner) => {
    for (const pair of [
      [one, other],
      [other, one],
    ] as const) {
      const roles = propose([...pair, ["Amount", "money"]]);
      expect(Object.keys(roles).filter((header) => roles[header] === "client")).toEqual([winner]);
    }
  });

  test.each(["CustomerID", "ResellerKey", "Код клиента", "ИНН"])(
    "%s is the client when nothing better is there",
    (header) => {
      expect(
        propose([
          [header, "ids"],
          ["Sales", "money"],
        ])[header],
      ).toBe("client");
    },
  );

  test("the first of two equally good columns", () => {
    expect(
      propose([
        ["Client", "names"],
        ["Revenue", "money"],
        ["Выручка", "money"],
      ]),
    ).toEqual({
      Client: "client",
      Revenue: "amount",
    });
  });

  test("a manager is not the amount, nor a client's manager the client", () => {
    expect(
      propose([
        ["Customer", "names"],
        ["Customer manager", "names"],
        ["Sales manager", "names"],
        ["Sales", "money"],
      ]),
    ).toEqual({
      Customer: "client",
      "Customer manager": "manager",
      Sales: "amount",
    });
  });

  test("a column without content has no say", () => {
    expect(
      propose([
        ["Client", "names"],
        ["Revenue", "empty"],
        ["Value", "money"],
      ]),
    ).toEqual({
      Client: "client",
      Value: "amount",
    });
  });

  test("unless the whole list has none yet", () => {
    expect(proposeMapping(listOf([["Client", "Sales"]]))).toEqual(
      mappingOf({ Client: "client", Sales: "amount" }),
    );
  });

  test("the content stands in for an empty column", () => {
    expect(
      propose([
        ["Client", "names"],
        ["Revenue", "empty"],
        ["Foo", "money"],
      ]),
    ).toEqual({ Client: "client", Foo: "amount" });
  });

  test("text under an amount's header is no amount", () => {
    expect(
      propose([
        ["Client", "names"],
        ["Sales", "names"],
        ["Value", "money"],
      ]),
    ).toEqual({
      Client: "client",
      Value: "amount",
    });
  });
});

describe("totals beside the numbers", () => {
  test("beside periods a total is neither a period nor the amount", () => {
    for (const total of ["Итого", "Total", "Всего", "Total sales", "Итого за 2024"]) {
      expect(
        propose([
          ["Клиент", "names"],
          ["2024-01", "money"],
          ["2024-02", "money"],
          [total, "money"],
        ]),
      ).toEqual({
        Клиент: "client",
        "2024-01": "period",
        "2024-02": "period",
      });
    }
  });

  test("without periods it is the amount, even beside its parts", () => {
    expect(
      propose([
        ["Клиент", "names"],
        ["Мебель", "money"],
        ["Свет", "money"],
        ["Итого", "money"],
      ]),
    ).toEqual({
      Клиент: "client",
      Итого: "amount",
    });
  });

  test("a year between its months is their total", () => {
    expect(
      propose([
        ["Client", "names"],
        ["Jan 2024", "money"],
        ["Feb 2024", "money"],
        ["2024", "money"],
      ]),
    ).toEqual({
      Client: "client",
      "Jan 2024": "period",
      "Feb 2024": "period",
    });
  });

  test("years alone are periods, as numbers too", () => {
    expect(
      propose([
        ["Client", "names"],
        [2023, "money"],
        [2024, "money"],
      ]),
    ).toEqual({
      Client: "client",
      2023: "period",
      2024: "period",
    });
  });

  test("a single period is the amount, for one is no history", () => {
    expect(
      propose([
        ["Client", "names"],
        ["2024", "money"],
      ])["2024"],
    ).toBe("amount");
    expect(
      propose([
        ["Client", "names"],
        ["Sales 2024", "money"],
      ])["Sales 2024"],
    ).toBe("amount");
  });
});

describe("criteria", () => {
  test("the ready lists without a prefix need each other's company", () => {
    expect(
      propose([
        ["Клиент", "names"],
        ["Выручка", "money"],
        ["Потенциал роста", "scores"],
        ["Цена", "scores"],
        ["Качество и скорость", "scores"],
      ]),
    ).toEqual({
      Клиент: "client",
      Выручка: "amount",
      "Потенциал роста": "attractiveness",
      Цена: "loyalty",
      "Качество и скорость": "loyalty",
    });
    expect(
      propose([
        ["Client", "names"],
        ["Sales", "money"],
        ["Service", "scores"],
      ]),
    ).not.toHaveProperty("Service");
  });

  test("order volume in money is an amount", () => {
    expect(
      propose([
        ["Client", "names"],
        ["Order volume", "money"],
        ["Growth potential", "scores"],
        ["Price", "scores"],
      ]),
    ).toEqual({
      Client: "client",
      "Order volume": "amount",
      "Growth potential": "attractiveness",
      Price: "loyalty",
    });
  });
});

describe("headers that say nothing", () => {
  test("the first column of names is the client, the only one of numbers the amount", () => {
    expect(
      propose([
        ["Foo", "names"],
        ["Bar", "money"],
      ]),
    ).toEqual({ Foo: "client", Bar: "amount" });
    expect(
      propose([
        ["", "names"],
        ["Sales", "money"],
      ]),
    ).toEqual({ A: "client", Sales: "amount" });
  });

  test("a product is no client", () => {
    expect(
      problemOf(() =>
        propose([
          ["Product", "names"],
          ["Sales", "money"],
        ]),
      ),
    ).toEqual({
      kind: "noClientColumn",
      address: "Sales!A1:B1",
      headers: ["Product", "Sales"],
    });
  });

  test("numbers only: no client", () => {
    expect(
      problemOf(() =>
        propose([
          ["Foo", "money"],
          ["Sales", "money"],
        ]),
      ).kind,
    ).toBe("noClientColumn");
  });

  test("several columns of numbers: which is the amount is asked, and the columns are named", () => {
    const list = listOf([
      ["Client", "Foo", "Bar"],
      ["Alfa", 1200, 640],
      ["Beta", 340, 910],
    ]);
    expect(problemOf(() => proposeMapping(list))).toMatchObject({
      kind: "doubtful",
      doubt: {
        about: "amount",
        decided: false,
        alternatives: [
          { label: "Foo", column: "B", choice: { mapping: mappingOf({ Client: "client", Foo: "amount" }) } },
          { label: "Bar", column: "C", choice: { mapping: mappingOf({ Client: "client", Bar: "amount" }) } },
        ],
      },
    });
  });

  test("columns of the same numbers are no question", () => {
    expect(
      propose([
        ["Client", "names"],
        ["Foo", "money"],
        ["Bar", "money"],
      ]),
    ).toEqual({ Client: "client", Foo: "amount" });
  });

  test("no numbers at all: no amount", () => {
    expect(
      problemOf(() =>
        propose([
          ["Client", "names"],
          ["City", "names"],
        ]),
      ).kind,
    ).toBe("noAmountColumn");
  });

  test("a column of one name is not the clients'", () => {
    const list = listOf([
      ["Foo", "Bar", "Sales"],
      ...["a", "b", "c", "d"].map((name, i) => ["same", name, i + 5]),
    ]);
    expect(proposeMapping(list)).toEqual(mappingOf({ Bar: "client", Sales: "amount" }));
  });

  test("names that repeat beside others that do: which is the client is asked", () => {
    const list = listOf([
      ["Foo", "Bar", "Sales"],
      ...["a", "b", "c", "d", "a"].map((name, i) => [i % 2 ? "one" : "two", name, i + 5]),
    ]);
    expect(problemOf(() => proposeMapping(list))).toMatchObject({
      kind: "doubtful",
      doubt: { about: "client", alternatives: [{ label: "Bar" }, { label: "Foo" }] },
    });
  });
});

test("number texts are numbers", () => {
  const list = listOf([
    ["Клиент", "Выручка"],
    ["А", "1 200,50"],
    ["Б", "300"],
  ]);
  expect(proposeMapping(list)).toEqual(mappingOf({ Клиент: "client", Выручка: "amount" }));
});

test("date cells are periods, named by their day", () => {
  const list = listOf([
    ["Клиент", 45_292, 45_323],
    ["А", 1, 2],
  ]);
  const columns = list.columns.map((column) => ({
    ...column,
    headerFormat: column.index ? "mmm yy" : "General",
  }));
  expect(proposeMapping({ ...list, columns })).toEqual(
    mappingOf({ Клиент: "client", "2024-01-01": "period", "2024-02-01": "period" }),
  );
});

test("whatever the headers, no single role is given twice and no column gets two", () => {
  const header = fc.constantFrom(
    "Client",
    "Customer",
    "Sales",
    "Revenue",
    "Profit",
    "Margin",
    "Manager",
    "Owner",
    "Department",
    "VIP",
    "2024-01",
    "2024-02",
    "2024-Q1",
    "A1",
    "L1",
    "Total",
    "Foo",
    "Cost",
    "Logistics",
    "Potential",
  );
  const columns = fc.uniqueArray(fc.tuple(header, fc.constantFrom("names", "money", "scores", "marks")), {
    selector: ([name]) => name,
    maxLength: 12,
  });
  fc.assert(
    fc.property(columns, (others) => {
      const roles = propose([["Клиент", "names"], ["Выручка", "money"], ...others]);
      const repeatable = ["period", "cost", "costToServe", "attractiveness", "loyalty"];
      const single = Object.values(roles).filter((role) => !repeatable.includes(role));
      expect(new Set(single).size).toBe(single.length);
      expect(roles).toMatchObject({ Клиент: "client", Выручка: "amount" });
    }),
  );
});

describe("the mapping of an earlier run", () => {
  const earlier = mappingOf({ Client: "client", "2024-01": "period", "2024-02": "period", VIP: "vip" });

  test("drops columns that are gone and takes in new periods", () => {
    const list = listOf([
      ["Client", "2024-02", "2024-03", "Sales", "Total"],
      ["A", 1, 2, 3, 3],
    ]);
    expect(keepMapping(list, earlier)).toEqual(
      mappingOf({ Client: "client", "2024-02": "period", "2024-03": "period" }),
    );
  });

  test("without periods takes in nothing", () => {
    const list = listOf([
      ["Client", "Sales", "2024-03"],
      ["A", 1, 2],
    ]);
    const amounts = mappingOf({ Client: "client", Sales: "amount" });
    expect(keepMapping(list, amounts)).toEqual(amounts);
  });
});

describe("the column whose formulas tell totals", () => {
  const list = listOf([
    ["Client", "Sales", "2024-01", "2024-02"],
    ["A", 3, 1, 2],
  ]);

  test("is the first period, else the amount", () => {
    const periods = { "2024-02": "period", "2024-01": "period" } as const;
    expect(totalColumnOf(list, mappingOf({ Client: "client", Sales: "amount", ...periods }))).toBe(2);
    expect(totalColumnOf(list, mappingOf({ Client: "client", Sales: "amount" }))).toBe(1);
    expect(totalColumnOf(list, mappingOf({ Client: "client" }))).toBeNull();
  });
});
