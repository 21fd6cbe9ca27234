import { finish, linesWithin, proposeMapping } from "../../../../src/portfolio";
import { addUpLinesSteps, type MadeList } from "../../../../src/portfolio/transactions";
import { type Cell, listOf } from "../../lists";

const today = "2026-11-26";

/** What a list adds up to by the lines that it holds; null for an ordinary list of clients. */
function madeOf(rows: readonly (readonly Cell[])[], titles: readonly string[] = []): MadeList | null {
  const list = { ...listOf(rows), titles };
  const sources = linesWithin(list, proposeMapping(list), today);
  return sources.length === 0 ? null : finish(addUpLinesSteps(sources, { asOf: today }));
}

/** Each client's amounts by the first month of their period; those that are 0 left out. */
function amountsOf(made: MadeList | null): Record<string, Record<string, number>> {
  if (!made) throw new Error("an ordinary list of clients");
  const names = made.columns.find(({ key }) => key === "client")!.texts!;
  return Object.fromEntries(
    names.map((name, row) => [
      name,
      Object.fromEntries(
        made.columns.flatMap(({ period, numbers }) =>
          period && numbers![row] !== 0 ? [[period.start.slice(0, 7), numbers![row]]] : [],
        ),
      ),
    ]),
  );
}

describe("year and month in columns of their own", () => {
  const wanted = {
    Acorn: { "2024-12": 10, "2025-01": 20 },
    Birch: { "2025-02": 5 },
  };

  test.each<[string, Cell[][]]>([
    [
      "as numbers",
      [
        ["Year", "Month", "Customer", "Sales"],
        [2024, 12, "Acorn", 10],
        [2025, 1, "Acorn", 20],
        [2025, 2, "Birch", 5],
      ],
    ],
    [
      "as names, in whatever order",
      [
        ["Клиент", "Месяц", "Год", "Сумма"],
        ["Acorn", "Декабрь", 2024, 10],
        ["Acorn", "январь", 2025, 20],
        ["Birch", "02 - февраль", "2025", 5],
      ],
    ],
  ])("are one date: %s", (_, rows) => {
    expect(amountsOf(madeOf(rows))).toEqual(wanted);
  });

  test("that stand on the first of their lines only are filled down, and not across a total", () => {
    const made = madeOf([
      ["Year", "Month", "Customer", "Sales"],
      [2024, "Nov", "Acorn", 1],
      [null, null, "Birch", 2],
      [null, "Dec", "Acorn", 10],
      ["2024 Total", null, null, 13],
      [2025, "Jan", "Acorn", 20],
      [null, null, "Birch", 3],
      ["2025 Total", null, null, 23],
    ]);
    expect(amountsOf(made)).toEqual({
      Acorn: { "2024-11": 1, "2024-12": 10, "2025-01": 20 },
      Birch: { "2024-11": 2, "2025-01": 3 },
    });
  });

  test("and quarter are one quarter", () => {
    const made = madeOf([
      ["Год", "Квартал", "Контрагент", "Выручка"],
      [2024, "IV кв.", "Альфа", 10],
      [2025, 1, "Альфа", 20],
      [2025, "Q2", "Бета", 5],
    ]);
    expect(amountsOf(made)).toEqual({ Альфа: { "2024-10": 10, "2025-01": 20 }, Бета: { "2025-04": 5 } });
  });

  test("and day are a day", () => {
    const made = madeOf([
      ["Day", "Month", "Year", "Client", "Sum"],
      [31, 1, 2025, "Acorn", 10],
      [1, 2, 2025, "Acorn", 20],
      [5, 2, 2025, "Acorn", 1],
    ]);
    expect(made?.facts).toMatchObject({ first: "2025-01-31", last: "2025-02-05" });
  });

  test("the year since when somebody is a client is no date", () => {
    expect(
      madeOf([
        ["Client", "Client since (year)", "Sales"],
        ["Acorn", 2019, 10],
        ["Acorn", 2020, 20],
        ["Birch", 2021, 5],
      ]),
    ).toBeNull();
  });
});

describe("periods told by row and column together", () => {
  test("years below each other with months in columns", () => {
    const made = madeOf([
      ["Клиент", "Год", "Январь", "Февраль"],
      ["Альфа", 2024, 1, 2],
      ["Альфа", 2025, 3, 4],
      ["Бета", 2024, 5, 6],
      ["Бета", 2025, 7, 8],
    ]);
    expect(amountsOf(made)).toEqual({
      Бета: { "2024-01": 5, "2024-02": 6, "2025-01": 7, "2025-02": 8 },
      Альфа: { "2024-01": 1, "2024-02": 2, "2025-01": 3, "2025-02": 4 },
    });
  });

  test("months below each other with years in columns", () => {
    const made = madeOf([
      ["Client", "Month", 2024, 2025],
      ["Acorn", "Jan", 1, 2],
      ["Acorn", "Feb", 3, 4],
      ["Birch", "Jan", 5, 6],
      ["Birch", "Feb", 7, 8],
    ]);
    expect(amountsOf(made).Acorn).toEqual({ "2024-01": 1, "2024-02": 3, "2025-01": 2, "2025-02": 4 });
  });

  test("a year beside clients that stand there once is no such list", () => {
    const rows: Cell[][] = [
      ["Client", "Year", "Jan", "Feb"],
      ["Acorn", 2024, 1, 2],
      ["Birch", 2025, 3, 4],
    ];
    expect(madeOf(rows)).toBeNull();
  });
});

describe("periods among the clients", () => {
  test.each<[string, Cell[][]]>([
    [
      "months as headings",
      [
        ["Client", "Sales"],
        ["January 2025", null],
        ["Acorn", 10],
        ["Birch", 20],
        ["February 2025", null],
        ["Acorn", 30],
      ],
    ],
    [
      "months with their sums, and a total",
      [
        ["Клиент", "Сумма"],
        ["Январь 2025 г.", 30],
        ["Acorn", 10],
        ["Birch", 20],
        ["Февраль 2025 г.", 30],
        ["Acorn", 30],
        ["Итого", 60],
      ],
    ],
    [
      "months closed by totals",
      [
        ["Client", "Sales"],
        ["Jan 2025", null],
        ["Acorn", 10],
        ["Birch", 20],
        ["Total Jan 2025", 30],
        ["Feb 2025", null],
        ["Acorn", 30],
        ["Total Feb 2025", 30],
      ],
    ],
    [
      "a year over its months",
      [
        ["Row Labels", "Sum of Sales"],
        [2025, 60],
        ["Jan", 30],
        ["Acorn", 10],
        ["Birch", 20],
        ["Feb", 30],
        ["Acorn", 30],
        ["Grand Total", 60],
      ],
    ],
    [
      "clients with their months below",
      [
        ["Client", "Sales"],
        ["Acorn", 40],
        ["Jan 2025", 10],
        ["Feb 2025", 30],
        ["Birch", 20],
        ["Jan 2025", 20],
      ],
    ],
  ])("are periods: %s", (_, rows) => {
    expect(amountsOf(madeOf(rows))).toEqual({
      Acorn: { "2025-01": 10, "2025-02": 30 },
      Birch: { "2025-01": 20 },
    });
  });

  test("managers between a month and its clients are kept out of the clients", () => {
    const made = madeOf([
      ["Manager / Client", "Sales"],
      ["Jan 2025", 38.25],
      ["Anna Smith", 25.5],
      ["Acorn Ltd", 9.5],
      ["Birch Inc", 16],
      ["Boris Reed", 12.75],
      ["Cedar LLC", 5.25],
      ["Dune AG", 7.5],
      ["Feb 2025", 21.5],
      ["Anna Smith", 11.25],
      ["Acorn Ltd", 4.25],
      ["Birch Inc", 7],
      ["Boris Reed", 10.25],
      ["Cedar LLC", 3.5],
      ["Dune AG", 6.75],
    ]);
    expect(amountsOf(made)).toEqual({
      "Birch Inc": { "2025-01": 16, "2025-02": 7 },
      "Dune AG": { "2025-01": 7.5, "2025-02": 6.75 },
      "Acorn Ltd": { "2025-01": 9.5, "2025-02": 4.25 },
      "Cedar LLC": { "2025-01": 5.25, "2025-02": 3.5 },
    });
    const managers = made!.columns.find(({ key }) => key === "manager")!;
    expect(managers.texts).toEqual(["Anna Smith", "Boris Reed", "Anna Smith", "Boris Reed"]);
  });

  test("sums that do not hold leave a list of clients as it is: May and June may be firms", () => {
    expect(
      madeOf([
        ["Client", "Sales"],
        ["May", 100],
        ["Acorn", 10],
        ["June", 50],
        ["Birch", 20],
      ]),
    ).toBeNull();
  });
});

describe("lines that are filled on the first of them only", () => {
  test("dates and clients of documents are filled down over their goods", () => {
    const made = madeOf([
      ["Дата", "Документ", "Контрагент", "Номенклатура", "Сумма"],
      ["05.01.2025", "Реализация 1", "Альфа", "Болт", 10],
      [null, null, null, "Гайка", 20],
      ["15.02.2025", "Реализация 2", "Бета", "Болт", 5],
      [null, null, null, "Гайка", 6],
      ["16.02.2025", "Реализация 3", "Альфа", "Болт", 7],
      [null, null, null, "Гайка", 8],
    ]);
    expect(amountsOf(made)).toEqual({ Альфа: { "2025-01": 30, "2025-02": 15 }, Бета: { "2025-02": 11 } });
    expect(made!.columns.find(({ key }) => key === "purchases")!.numbers).toEqual(Float64Array.of(2, 1));
  });

  test("a month over its clients is filled down, and not across a total", () => {
    const made = madeOf([
      ["Month", "Client", "Sales"],
      ["Jan 2025", "Acorn", 10],
      [null, "Birch", 20],
      ["Jan 2025 Total", null, 30],
      ["Feb 2025", "Acorn", 30],
      [null, "Birch", 1],
      ["Feb 2025 Total", null, 31],
    ]);
    expect(amountsOf(made)).toEqual({
      Acorn: { "2025-01": 10, "2025-02": 30 },
      Birch: { "2025-01": 20, "2025-02": 1 },
    });
  });

  test("sales without a client stay without one where clients come back", () => {
    const made = madeOf([
      ["Date", "Client", "Sales"],
      ["2025-01-05", "Acorn", 10],
      ["2025-01-06", null, 20],
      ["2025-01-07", "Birch", 30],
      ["2025-01-08", null, 40],
      ["2025-01-09", "Acorn", 50],
    ]);
    expect(made!.facts.withoutClient).toEqual({ lines: 2, amount: 60 });
  });
});

describe("the total that lines state themselves", () => {
  const rows = (total: number): Cell[][] => [
    ["Date", "Client", "Status", "Sales"],
    ["2025-01-05", "Acorn", "Done", 10],
    ["2025-01-06", "Acorn", "Done", 20],
    ["2025-01-07", "Birch", "Cancelled", 30],
    ["2025-01-08", "Birch", "Done", 40],
    [null, "Total", null, total],
  ];

  test("is compared with them, cancelled ones counted or not", () => {
    expect(madeOf(rows(70))!.facts.control).toEqual({ address: "Sales!D6", stated: 70, read: 70 });
    expect(madeOf(rows(100))!.facts.control).toEqual({ address: "Sales!D6", stated: 100, read: 100 });
  });

  test("is told beside what was read where it differs", () => {
    expect(madeOf(rows(90))!.facts.control).toEqual({ address: "Sales!D6", stated: 90, read: 70 });
  });
});

test("a year since when somebody is a client is no part of a period, also where clients stand twice", () => {
  const client = (name: string, since: number, ...amounts: number[]): Cell[] => [name, since, ...amounts];
  const rows = [
    ["Клиент", "Клиент с года", "янв", "фев", "мар"],
    client("Acorn", 2013, 10, 20, 30),
    client("Birch", 2001, 5, 6, 7),
    client("Cedar", 2007, 8, 9, 1),
    client("Birch", 2001, 2, 3, 4),
    client("Dale", 2020, 5, 5, 6),
    client("Elder", 2015, 7, 8, 8),
    client("Fir", 2013, 3, 2, 1),
  ];
  expect(madeOf(rows)).toBeNull();
});

describe("years below each client", () => {
  const wanted = {
    Acorn: { "2024-01": 10, "2024-02": 20, "2025-01": 11, "2025-02": 22 },
    Birch: { "2024-01": 1, "2024-02": 2, "2025-01": 3, "2025-02": 4 },
  };

  test.each([
    ["Год", "Откл."],
    ["Year", "Change"],
    ["Показатель", "Изм."],
    ["", "Δ"],
  ])("under %j: rows of %j are none of a year's", (header, difference) => {
    const made = madeOf([
      ["Client", header, "Jan", "Feb"],
      ["Acorn", 2024, 10, 20],
      [null, 2025, 11, 22],
      [null, difference, 1, 2],
      ["Birch", 2024, 1, 2],
      [null, 2025, 3, 4],
      [null, difference, 2, 2],
    ]);
    expect(amountsOf(made)).toEqual(wanted);
  });

  test("numbers without a header that are no few years say nothing", () => {
    const rows: Cell[][] = ["Acorn", "Birch", "Cedar"].map((name, i) => [name, 2000 + i, 1, 2]);
    expect(madeOf([["Client", "", "Jan", "Feb"], ...rows])).toBeNull();
  });
});

describe("rows of kinds without dates", () => {
  const list = (header: string, sale: string, other: string): Cell[][] => [
    ["Клиент", header, "Янв 2025", "Фев 2025"],
    ["Acorn", sale, 10, 20],
    ["Acorn", other, 1, 2],
    ["Birch", sale, 5, 6],
    ["Birch", other, 2, 3],
  ];

  test("returns are taken off, payments are left out", () => {
    expect(amountsOf(madeOf(list("Вид", "Отгрузка", "Возврат")))).toEqual({
      Acorn: { "2025-01": 9, "2025-02": 18 },
      Birch: { "2025-01": 3, "2025-02": 3 },
    });
    const made = madeOf(list("Статья", "Реализация", "Оплата"));
    expect(amountsOf(made)).toEqual({
      Acorn: { "2025-01": 10, "2025-02": 20 },
      Birch: { "2025-01": 5, "2025-02": 6 },
    });
    expect(made!.facts.leftOut).toMatchObject([{ kind: "otherKind", lines: 4, words: ["Оплата"] }]);
  });

  test("stages of a sale, other words and clients of one kind each stay a list of clients", () => {
    expect(madeOf(list("Статус", "Отгрузка", "Возврат"))).toBeNull();
    expect(madeOf(list("Вид", "Отгрузка", "Сервис"))).toBeNull();
    const apart = list("Вид", "Отгрузка", "Возврат").map((row, i) =>
      i % 2 === 0 && i > 0 ? [`C${i}`, ...row.slice(1)] : row,
    );
    expect(madeOf(apart)).toBeNull();
  });
});

describe("returns of each period", () => {
  test("are taken off its sales", () => {
    const made = madeOf([
      ["Клиент", "Продажи янв", "Возвраты янв", "Продажи фев", "Возвраты фев"],
      ["Acorn", 100, 10, 200, 50],
      ["Birch", 300, 0, 400, 1],
    ]);
    expect(amountsOf(made)).toEqual({
      Acorn: { "2026-01": 90, "2026-02": 150 },
      Birch: { "2026-01": 300, "2026-02": 399 },
    });
    expect(made!.facts.notUsed).toEqual([]);
  });

  test("of all periods together are of none", () => {
    expect(
      madeOf([
        ["Клиент", "Янв 2025", "Фев 2025", "Возвраты"],
        ["Acorn", 100, 200, 50],
        ["Birch", 300, 400, 1],
      ]),
    ).toBeNull();
  });
});

describe("lines of one document", () => {
  const head: Cell[] = ["Invoice", "Date", "Customer", "Line type", "Amount"];
  const linesOf = (tax: string, rate: (document: number) => number): Cell[][] => [
    head,
    ...[1, 2, 3, 4].flatMap((document): Cell[][] => {
      const common = [`I-${document}`, `2025-01-0${document}`, document % 2 === 1 ? "Acorn" : "Birch"];
      return [
        [...common, "Item", 100 * document],
        [...common, tax, 100 * document * rate(document)],
      ];
    }),
  ];

  test("the tax on the others is no sale", () => {
    const made = madeOf(linesOf("VAT 20%", () => 0.2));
    expect(amountsOf(made)).toEqual({ Acorn: { "2025-01": 400 }, Birch: { "2025-01": 600 } });
    expect(made!.facts.leftOut).toMatchObject([{ kind: "otherKind", lines: 4, words: ["VAT 20%"] }]);
  });

  test("so it is without a number of the document", () => {
    const lines = linesOf("НДС", () => 0.2).map(([, ...cells]) => cells);
    expect(amountsOf(madeOf(lines))).toEqual({ Acorn: { "2025-01": 400 }, Birch: { "2025-01": 600 } });
  });

  test("advice on taxes is one", () => {
    const made = madeOf(linesOf("Tax", (document) => 0.3 + document));
    expect(amountsOf(made)).toEqual({ Acorn: { "2025-01": 1520 }, Birch: { "2025-01": 2780 } });
  });

  test("rebates are taken off what was invoiced", () => {
    const made = madeOf([
      ["Document", "Date", "Customer", "Type", "Amount"],
      ["1", "2025-01-01", "Acorn", "Invoice", 100],
      ["2", "2025-01-02", "Birch", "Invoice", 50],
      ["3", "2025-01-03", "Acorn", "Rebate", 10],
      ["4", "2025-01-04", "Acorn", "Invoice", 5],
    ]);
    expect(amountsOf(made)).toEqual({ Acorn: { "2025-01": 95 }, Birch: { "2025-01": 50 } });
    expect(made!.facts.returns).toMatchObject({ lines: 1, amount: -10, words: ["Rebate"] });
  });
});

describe("a header that comes back below the title of another period", () => {
  const rows: Cell[][] = [
    ["Customer", "Manager", "Sales"],
    ["Acorn", "Reed", 10],
    ["Birch", "Hall", 5],
    ["Total", null, 15],
    [],
    ["Sales by customer, February 2025"],
    ["Customer", "Manager", "Sales"],
    ["Birch", "Hall", 7],
    ["Cedar", "Reed", 20],
    ["Total", null, 27],
  ];

  test("gives each block its period", () => {
    expect(amountsOf(madeOf(rows, ["Oakwood Ltd", "Sales by customer, January 2025"]))).toEqual({
      Acorn: { "2025-01": 10 },
      Birch: { "2025-01": 5, "2025-02": 7 },
      Cedar: { "2025-02": 20 },
    });
  });

  test.each([
    ["the first block has no period", ["Oakwood Ltd"]],
    ["both are of one period: a page that goes on", ["Sales by customer, February 2025"]],
    ["they are of periods of two lengths", ["Sales by customer, 2024"]],
  ])("says nothing where %s", (_, titles) => {
    expect(madeOf(rows, titles)).toBeNull();
  });

  test("says nothing of clients that came in the year of their block", () => {
    const cohorts = rows.map((row) => row.map((cell) => (cell === "Birch" && row[2] === 7 ? "Dune" : cell)));
    expect(madeOf(cohorts, ["Sales by customer, January 2025"])).toBeNull();
  });
});
