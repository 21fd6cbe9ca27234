import { finish, Problem, proposeMapping, type Mapping } from "../../../src/portfolio";
import {
  addUpLinesSteps,
  type AddUpOptions,
  lineSourcesOf,
  type MadeList,
  recogniseTransactions,
} from "../../../src/portfolio/transactions";
import { type Cell, listOf, mappingOf, problemOf } from "../lists";

/** The made list of a list of lines, whose columns mean what `roles` says. */
function addedUp(rows: readonly (readonly Cell[])[], mapping: Mapping, options: AddUpOptions = {}): MadeList {
  const list = listOf(rows);
  const columns = recogniseTransactions(list, mapping);
  if (!columns) throw new Error("these are no lines");
  return finish(addUpLinesSteps([{ list, columns }], options));
}

/** A column of a made list by its key; NaN as null. */
function column({ columns }: MadeList, key: string): (string | number | null)[] {
  const found = columns.find((each) => each.key === key);
  if (!found) throw new Error(`no ${key} among ${columns.map((each) => each.key).join(", ")}`);
  return [...(found.texts ?? Array.from(found.numbers!, (number) => (Number.isNaN(number) ? null : number)))];
}

const serial = (iso: string) => Date.parse(`${iso}T00:00:00Z`) / 86_400_000 + 25_569;
const roles = mappingOf({ Date: "date", Client: "client", Amount: "amount" });

describe("lines added up", () => {
  const rows: Cell[][] = [
    ["Date", "Client", "Amount"],
    ["2024-01-05", "Acorn", 100],
    ["2024-03-07", "Birch", 50],
    ["2024-01-20", "acorn ", 25.5],
    ["2024-03-31", "Acorn", -20],
  ];

  test("are one row per client, the largest first, with one column per month, those without a line too", () => {
    const made = addedUp(rows, roles);
    expect(column(made, "client")).toEqual(["Acorn", "Birch"]);
    expect(column(made, "period:month:2024-01-01")).toEqual([125.5, 0]);
    expect(column(made, "period:month:2024-02-01")).toEqual([0, 0]);
    expect(column(made, "period:month:2024-03-01")).toEqual([-20, 50]);
  });

  test("are added up per quarter or year where that is asked for", () => {
    expect(column(addedUp(rows, roles, { unit: "quarter" }), "period:quarter:2024-01-01")).toEqual([
      105.5, 50,
    ]);
    expect(addedUp(rows, roles, { unit: "year" }).facts).toMatchObject({ unit: "year", periods: 1 });
  });

  test("tell first and last purchase, their number and their average; a return is none", () => {
    const made = addedUp(rows, roles);
    expect(column(made, "firstPurchase")).toEqual([serial("2024-01-05"), serial("2024-03-07")]);
    expect(column(made, "lastPurchase")).toEqual([serial("2024-01-20"), serial("2024-03-07")]);
    expect(column(made, "purchases")).toEqual([2, 1]);
    expect(column(made, "averagePurchase")).toEqual([62.75, 50]);
  });

  test("are said in facts", () => {
    expect(addedUp(rows, roles).facts).toMatchObject({
      lines: 4,
      counted: 4,
      clients: 2,
      first: "2024-01-05",
      last: "2024-03-31",
      unit: "month",
      shortestUnit: "month",
      periods: 3,
      leftOut: [],
      returns: { lines: 1, amount: -20, words: [] },
      withoutClient: { lines: 0, amount: 0 },
    });
  });

  test("of equal cents are equal, whatever their number: ten times 0.1 is 1", () => {
    const made = addedUp(
      [
        ["Date", "Client", "Amount"],
        ...Array.from({ length: 10 }, (): Cell[] => ["2024-01-05", "Acorn", 0.1]),
      ],
      roles,
    );
    expect(column(made, "period:month:2024-01-01")).toEqual([1]);
  });

  test("without a client keep their money in a last row without a name", () => {
    const made = addedUp([...rows, ["2024-02-02", null, 900]], roles);
    expect(column(made, "client")).toEqual(["Acorn", "Birch", ""]);
    expect(column(made, "period:month:2024-02-01")).toEqual([0, 0, 900]);
    expect(made.identities[2]).toBe("");
    expect(made.facts).toMatchObject({ clients: 2, withoutClient: { lines: 1, amount: 900 } });
  });

  test("of documents that stand twice in every cell count, and are said; two alike on one document are none", () => {
    const head: Cell[] = ["Date", "Invoice", "Client", "Amount"];
    const one: Cell[][] = [["2024-01-05", "A-1", "Acorn", 70], ["2024-01-05", "A-1", "Acorn", 70], ["2024-01-05", "A-1", "Acorn", 5]]; // prettier-ignore
    const other: Cell[][] = [
      ["2024-02-05", "A-2", "Birch", 30],
      ["2024-02-07", "A-3", "Birch", 40],
    ];
    const withDocument = mappingOf({ Date: "date", Invoice: "document", Client: "client", Amount: "amount" });
    expect(addedUp([head, ...one, ...other], withDocument).facts.doubled).toBeNull();
    const facts = addedUp([head, ...one, ...other, ...other], withDocument).facts;
    expect(facts).toMatchObject({ doubled: { lines: 2, amount: 70 }, counted: 7 });
  });

  test("without a date are left out and said, with their money", () => {
    const made = addedUp([...rows, [null, "Birch", 7], ["soon", "Birch", 8]], roles);
    expect(made.facts.leftOut).toEqual([{ kind: "undated", lines: 2, amount: 15, words: [] }]);
    expect(column(made, "purchases")).toEqual([2, 1]);
  });

  test("a century away from the others are typing errors, not a hundred years of columns", () => {
    const made = addedUp([...rows, ["1924-01-05", "Birch", 8]], roles);
    expect(made.facts).toMatchObject({ periods: 3, leftOut: [{ kind: "undated", lines: 1 }] });
  });

  test("with an amount that is none are left out and said", () => {
    expect(addedUp([...rows, ["2024-01-05", "Birch", "many"]], roles).facts.leftOut).toEqual([
      { kind: "unread", lines: 1, amount: 0, words: [] },
    ]);
  });

  test("do not count the total below them, nor the header where it is repeated", () => {
    const made = addedUp(
      [...rows, ["Date", "Client", "Amount"], ["Total", null, 155.5], [null, null, 155.5]],
      roles,
    );
    expect(column(made, "client")).toEqual(["Acorn", "Birch"]);
    expect(made.facts).toMatchObject({ counted: 4, leftOut: [{ kind: "total", lines: 3 }] });
  });
});

describe("the manager and the department of a client", () => {
  const mapping = mappingOf({ Date: "date", Client: "client", Amount: "amount", Manager: "manager" });
  test("are those with most of its money", () => {
    const made = addedUp(
      [
        ["Date", "Client", "Amount", "Manager"],
        ["2024-01-05", "Acorn", 100, "Ann"],
        ["2024-02-05", "Acorn", 60, "Bob"],
        ["2024-03-05", "Acorn", 60, "bob"],
        ["2024-03-05", "Birch", 10, ""],
        ["2024-03-06", "Birch", 10, "Ann"],
      ],
      mapping,
    );
    expect(column(made, "manager")).toEqual(["Bob", "Ann"]);
  });
});

test("without numbers of documents a purchase is a day on which a client bought", () => {
  const made = addedUp(
    [
      ["Date", "Client", "Amount"],
      ["2024-01-05", "Acorn", 100],
      ["2024-01-05", "Acorn", 50],
      ["2024-01-06", "Acorn", -50],
      ["2024-02-09", "Acorn", 30],
      ["2024-01-05", "Birch", 30],
      ["2024-01-05", "", 7],
    ],
    mappingOf({ Date: "date", Client: "client", Amount: "amount" }),
  );
  expect(made.facts).toMatchObject({ documents: null, purchaseDays: 3 });
});

describe("documents", () => {
  const mapping = mappingOf({ No: "document", Date: "date", Client: "client", Amount: "amount" });
  test("are purchases, not their lines; a number that begins anew each year is another document", () => {
    const made = addedUp(
      [
        ["No", "Date", "Client", "Amount"],
        ["A-1", "2024-01-05", "Acorn", 100],
        ["A-1", "2024-01-05", "Acorn", 50],
        ["A-1", "2025-01-09", "Acorn", 30],
        ["A-2", "2024-02-09", "Birch", 30],
        ["", "2024-02-09", "Birch", 30],
        ["A-2", "2024-02-09", "Acorn", 5],
        ["A-3", "2024-02-09", "", 7],
      ],
      mapping,
    );
    expect(column(made, "client")).toEqual(["Acorn", "Birch", ""]);
    expect(column(made, "purchases")).toEqual([3, 2, 1]);
    // Of the clients alone.
    expect(made.facts.documents).toBe(5);
    expect(made.facts.purchaseDays).toBe(4);
  });
});

describe("codes", () => {
  const mapping = mappingOf({ Code: "code", Date: "date", Client: "client", Amount: "amount" });
  test("decide who is the same: one code in two spellings is one client, two codes of one name are two", () => {
    const made = addedUp(
      [
        ["Code", "Date", "Client", "Amount"],
        ["C1", "2024-01-05", "Acorn", 100],
        ["C1", "2024-01-06", "Acorn Ltd", 100],
        ["C2", "2024-01-07", "Birch", 50],
        ["C3", "2024-01-07", "Birch", 40],
        ["C3", "2024-01-08", "Birch", 4],
      ],
      mapping,
    );
    expect(column(made, "code")).toEqual(["C1", "C2", "C3"]);
    expect(column(made, "period:month:2024-01-01")).toEqual([200, 50, 44]);
    expect(new Set(made.identities).size).toBe(3);
  });
});

describe("costs and profit", () => {
  test("are added up beside the amounts, a return takes its own back; a client without any has none", () => {
    const made = addedUp(
      [
        ["Date", "Client", "Amount", "Cost", "Type"],
        ["2024-01-05", "Acorn", 100, 60, "Invoice"],
        ["2024-01-06", "Acorn", 10, 6, "Credit memo"],
        ["2024-01-06", "Birch", 30, null, "Invoice"],
        ["2024-02-06", "Birch", 30, null, "Invoice"],
      ],
      mappingOf({ Date: "date", Client: "client", Amount: "amount", Cost: "cost", Type: "lineStatus" }),
    );
    expect(column(made, "client")).toEqual(["Acorn", "Birch"]);
    expect(column(made, "period:month:2024-01-01")).toEqual([90, 30]);
    expect(column(made, "cost:Cost")).toEqual([54, null]);
  });
});

describe("an amount that no column holds", () => {
  test("is quantity × price", () => {
    const made = addedUp(
      [
        ["Date", "Client", "Qty", "Price"],
        ["2024-01-05", "Acorn", 3, 9.99],
        ["2024-01-06", "Acorn", -1, 9.99],
        ["2024-01-06", "Birch", 1, "1 000,50"],
        ["2024-01-07", "Birch", 1, 5],
      ],
      mappingOf({ Date: "date", Client: "client", Qty: "quantity", Price: "price" }),
    );
    expect(column(made, "client")).toEqual(["Birch", "Acorn"]);
    expect(column(made, "period:month:2024-01-01")).toEqual([1005.5, 19.98]);
  });

  test("lowers what was sold by what stands under returns", () => {
    const made = addedUp(
      [
        ["Date", "Client", "Amount", "Returned"],
        ["2024-01-05", "Acorn", 100, 10],
        ["2024-01-06", "Acorn", 50, null],
        ["2024-01-06", "Acorn", null, -5],
      ],
      mappingOf({ Date: "date", Client: "client", Amount: "amount", Returned: "returns" }),
    );
    expect(column(made, "period:month:2024-01-01")).toEqual([135]);
  });
});

describe("what lines say of themselves", () => {
  const mapping = mappingOf({ Date: "date", Client: "client", Amount: "amount", Status: "lineStatus" });
  const lines = (...said: [string, number][]): Cell[][] => [
    ["Date", "Client", "Amount", "Status"],
    ["2024-01-05", "Acorn", 1000, ""],
    ...said.map(([status, amount], i): Cell[] => [`2024-01-${10 + i}`, "Acorn", amount, status]),
  ];

  test.each([
    "Cancelled",
    "canceled",
    "Closed Lost",
    "Draft",
    "void",
    "Отменён",
    "отменена клиентом",
    "Черновик",
    "Аннулирован",
  ])("%s: the line does not count, and the word is said", (word) => {
    const made = addedUp(lines(["Shipped", 10], [word, 500]), mapping);
    expect(column(made, "period:month:2024-01-01")).toEqual([1010]);
    expect(made.facts.leftOut).toEqual([{ kind: "cancelled", lines: 1, amount: 500, words: [word] }]);
  });

  test.each([
    "Return",
    "Sales return",
    "Credit Memo",
    "credit note",
    "Refund",
    "Возврат",
    "Возврат от покупателя",
    "Сторно",
  ])("%s with a positive amount is subtracted", (word) => {
    const made = addedUp(lines(["Sale", 10], [word, 500], [word, -1]), mapping);
    expect(column(made, "period:month:2024-01-01")).toEqual([509]);
    expect(made.facts.returns).toEqual({ lines: 2, amount: -501, words: [word] });
  });

  test("a credit is what goes back where debits stand in the same column, and a sale on credit elsewhere", () => {
    const sold = (made: MadeList) => column(made, "period:month:2024-01-01");
    expect(sold(addedUp(lines(["Debit", 10], ["Credit", 500]), mapping))).toEqual([510]);
    expect(sold(addedUp(lines(["Cash", 10], ["Credit", 500]), mapping))).toEqual([1510]);
  });

  test.each(["Shipped", "In Process", "On Hold", "Disputed", "Paid", "Отгружен", "Проведён", "Выполнен"])(
    "%s counts",
    (word) => {
      expect(column(addedUp(lines([word, 5]), mapping), "period:month:2024-01-01")).toEqual([1005]);
    },
  );

  test("where a stage says which deals were won, no others count", () => {
    const made = addedUp(lines(["Closed Won", 10], ["Negotiation", 300], ["Closed Lost", 400]), mapping);
    expect(column(made, "period:month:2024-01-01")).toEqual([1010]);
    expect(made.facts.leftOut).toMatchObject([
      { kind: "cancelled", lines: 1, amount: 400, words: ["Closed Lost"] },
      { kind: "open", lines: 1, amount: 300, words: ["Negotiation"] },
    ]);
  });

  test("payments among invoices do not count", () => {
    const made = addedUp(lines(["Invoice", 10], ["Payment", 10]), mapping);
    expect(column(made, "period:month:2024-01-01")).toEqual([1010]);
  });

  const ofTypes = mappingOf({ Date: "date", Client: "client", Amount: "amount", Type: "lineStatus" });
  const typed = (...said: [string, number][]): Cell[][] => {
    const [, ...rows] = lines(...said);
    return [["Date", "Client", "Amount", "Type"], ...rows];
  };

  test("each line of a column of stages is a sale of its own", () => {
    const made = addedUp(lines(["Order", 10], ["Invoice", 20]), mapping);
    expect(column(made, "period:month:2024-01-01")).toEqual([1030]);
  });

  test.each([
    ["offers and orders beside invoices", "Invoice", ["Quotation", "Sales order", "Delivery note"]],
    ["purchases", "Invoice", ["Vendor Bill", "Purchase order"]],
    ["tax invoices beside what was shipped", "Реализация", ["Счет-фактура выданный", "Счет на оплату"]],
    ["what a program codes as payments and purchases", "SI", ["SR", "PI"]],
    ["pro forma invoices of SAP", "F2", ["F8"]],
    ["budgets beside actuals", "Actual", ["Budget", "Forecast"]],
  ])("%s do not count", (_, sale, others) => {
    const kinds = others.map((kind, i): [string, number] => [kind, 10 * (i + 1)]);
    const made = addedUp(typed([sale, 1], ...kinds), ofTypes);
    expect(column(made, "period:month:2024-01-01")).toEqual([1001]);
    const amount = kinds.reduce((sum, [, each]) => sum + each, 0);
    expect(made.facts.leftOut).toMatchObject([{ kind: "otherKind", amount, words: others }]);
  });

  test.each([
    ["credit memos and cancelled invoices of SAP", "F2", ["G2", "S1"]],
    ["credits of Sage", "SI", ["SC"]],
  ])("%s lower their client", (_, sale, returns) => {
    const made = addedUp(lines([sale, 100], ...returns.map((kind): [string, number] => [kind, 10])), mapping);
    expect(column(made, "period:month:2024-01-01")).toEqual([1100 - 10 * returns.length]);
  });

  test("costs and pieces do not count beside revenue in a column of measures; in another one they are charged", () => {
    const rows = typed(["Выручка", 1], ["Себестоимость", 20], ["Количество, шт", 30]);
    expect(column(addedUp(rows, ofTypes), "period:month:2024-01-01")).toEqual([1051]);
    rows[0][3] = "Показатель";
    const made = addedUp(rows, mappingOf({ Date: "date", Client: "client", Amount: "amount" }));
    expect(column(made, "period:month:2024-01-01")).toEqual([1001]);
  });

  test("what is paid is a sale", () => {
    const made = addedUp(lines(["Invoice", 1], ["Paid", 10], ["Оплата получена", 20]), mapping);
    expect(column(made, "period:month:2024-01-01")).toEqual([1031]);
  });

  test("tax invoices may stand for what others call a shipment", () => {
    const made = addedUp(typed(["Накладная", 10], ["Счет-фактура", 20]), ofTypes);
    expect(column(made, "period:month:2024-01-01")).toEqual([1030]);
  });

  test("orders alone are what was sold", () => {
    const made = addedUp(lines(["Sales order", 10], ["Order", 20]), mapping);
    expect(column(made, "period:month:2024-01-01")).toEqual([1030]);
  });

  test("documents that are payments or purchases do not count among those that are sales", () => {
    const made = addedUp(
      [
        ["Дата", "Документ", "Клиент", "Сумма"],
        ["05.01.2024", "Реализация товаров и услуг 0001 от 05.01.2024", "Альфа", 1000],
        ["06.01.2024", "Поступление на расчетный счет 17 от 06.01.2024", "Альфа", 1000],
        ["07.01.2024", "Поступление товаров № 3", "Альфа", 500],
      ],
      mappingOf({ Дата: "date", Документ: "document", Клиент: "client", Сумма: "amount" }),
    );
    expect(column(made, "period:month:2024-01-01")).toEqual([1000]);
  });

  test("a document that begins with a return's name is one", () => {
    const made = addedUp(
      [
        ["Дата", "Документ", "Клиент", "Сумма"],
        ["05.01.2024", "Реализация 1", "Альфа", 1000],
        ["06.01.2024", "Возврат от покупателя 2", "Альфа", 100],
      ],
      mappingOf({ Дата: "date", Документ: "document", Клиент: "client", Сумма: "amount" }),
    );
    expect(column(made, "period:month:2024-01-01")).toEqual([900]);
  });
});

describe("several currencies", () => {
  const mapping = mappingOf({ Date: "date", Client: "client", Amount: "amount", Cur: "currency" });
  const rows: Cell[][] = [
    ["Date", "Client", "Amount", "Cur"],
    ["2024-01-05", "Acorn", 100, "USD"],
    ["2024-01-06", "Acorn", 9000, "руб."],
    ["2024-01-07", "Birch", 10, "$"],
    ["2024-01-07", "Birch", 50, "€"],
  ];

  test("are never added: the run asks which, the one with most money first", () => {
    expect(problemOf(() => addedUp(rows, mapping))).toMatchObject({
      kind: "doubtful",
      doubt: {
        about: "currency",
        decided: false,
        alternatives: [{ label: "RUB" }, { label: "USD", choice: { currency: "USD" } }, { label: "EUR" }],
      },
    });
  });

  test("of which one is taken leave the others out", () => {
    const made = addedUp(rows, mapping, { currency: "usd" });
    expect(column(made, "period:month:2024-01-01")).toEqual([100, 10]);
    expect(made.facts.leftOut).toMatchObject([{ kind: "otherCurrency", lines: 2 }]);
  });

  test("with rates are taken in one", () => {
    const made = addedUp(rows, mapping, { currency: "USD", rates: { RUB: 0.01, EUR: 1.1 } });
    expect(column(made, "period:month:2024-01-01")).toEqual([190, 65]);
  });
});

test("amounts in one currency by their header need no question, whatever the documents are in", () => {
  const rows = [
    ["Date", "Client", "Amount", "Cur", "Amount (LCY)"],
    ["2025-01-10", "a", 10, "USD", 1000],
    ["2025-01-11", "b", 20, "RUB", 20],
    ["2025-02-10", "a", 30, "EUR", 3300],
  ];
  const roles = { Date: "date", Client: "client", "Amount (LCY)": "amount", Cur: "currency" } as const;
  expect(column(addedUp(rows, mappingOf(roles)), "period:month:2025-01-01")).toEqual([1000, 20]);
});

describe("currencies that only the amounts show", () => {
  const signs: Cell[][] = [
    ["Date", "Client", "Amount"],
    ["2024-01-05", "Acorn", "$100"],
    ["2024-01-06", "Acorn", "€20"],
    ["2024-01-07", "Birch", "$10"],
  ];
  const numbers = signs.map((row) =>
    row.map((cell) => (cell === "$100" ? 100 : cell === "€20" ? 20 : cell === "$10" ? 10 : cell)),
  );
  function formatted(codes: readonly (string | null)[], options: AddUpOptions = {}) {
    const plain = listOf(numbers);
    const list = {
      ...plain,
      columns: plain.columns.map((each, i) => (i === 2 ? { ...each, formatCurrencies: codes } : each)),
    };
    return finish(addUpLinesSteps([{ list, columns: recogniseTransactions(list, roles)! }], options));
  }
  const question = {
    kind: "doubtful",
    doubt: { about: "currency", alternatives: [{ label: "USD" }, { label: "EUR" }] },
  };

  test("by signs, or by the formats of the cells, are asked about", () => {
    expect(problemOf(() => addedUp(signs, roles))).toMatchObject(question);
    expect(problemOf(() => formatted(["USD", "EUR", "USD"]))).toMatchObject(question);
  });

  test("are taken one at a time, and one alone is no question", () => {
    expect(column(formatted(["USD", "EUR", "USD"], { currency: "EUR" }), "period:month:2024-01-01")).toEqual([
      20,
    ]);
    expect(column(formatted(["USD", null, "USD"]), "period:month:2024-01-01")).toEqual([120, 10]);
  });
});

describe("alike lists of several sheets", () => {
  const sheet = (name: string, rows: Cell[][]) => listOf(rows, { sheet: name, name });
  const month = (index: number) => ({
    unit: "month" as const,
    start: `2024-0${index}-01`,
    end: index === 2 ? "2024-02-29" : `2024-0${index}-31`,
  });

  test("with a period each are one list with that many periods", () => {
    const rows = (factor: number): Cell[][] => [
      ["Клиент", "Выручка"],
      ["Альфа", 9 * factor],
      ["Бета", 7 * factor],
    ];
    const sources = [3, 1, 2].flatMap((index) => {
      const list = sheet(`Лист${index}`, rows(index));
      return lineSourcesOf(list, proposeMapping(list), { period: month(index), group: null }, "2024-12-31");
    });
    const made = finish(addUpLinesSteps(sources));
    expect(column(made, "client")).toEqual(["Альфа", "Бета"]);
    expect(made.columns.map(({ key }) => key)).toEqual([
      "client",
      "period:month:2024-01-01",
      "period:month:2024-02-01",
      "period:month:2024-03-01",
    ]);
    expect(column(made, "period:month:2024-03-01")).toEqual([27, 21]);
    expect(made.facts).toMatchObject({
      first: null,
      clients: 2,
      periods: 3,
      sheets: ["Лист3", "Лист1", "Лист2"],
    });
  });

  test("with a manager each have one row per client and manager, and keep their periods", () => {
    const rows = (amount: number): Cell[][] => [
      ["Client", "2024-01", "2024-02", "Cost"],
      ["Acorn", amount, amount + 1, 5],
      ["Birch", 1, 2, 1],
    ];
    const sources = ["Ann", "Bob"].flatMap((name, i) => {
      const list = sheet(name, rows(10 * (i + 1)));
      const told = { period: null, group: { role: "manager" as const, name } };
      return lineSourcesOf(list, proposeMapping(list), told, "2024-12-31");
    });
    const made = finish(addUpLinesSteps(sources));
    expect(column(made, "client")).toEqual(["Acorn", "Acorn", "Birch", "Birch"]);
    expect(column(made, "manager")).toEqual(["Bob", "Ann", "Ann", "Bob"]);
    expect(column(made, "period:month:2024-02-01")).toEqual([21, 11, 2, 2]);
    expect(column(made, "cost:Cost")).toEqual([5, 5, 1, 1]);
    expect(new Set(made.identities).size).toBe(4);
  });

  test("of one year each give their year to months without one", () => {
    const rows: Cell[][] = [
      ["Client", "Jan", "Feb"],
      ["Acorn", 1, 2],
      ["Birch", 3, 4],
    ];
    const sources = [2023, 2024].flatMap((year) => {
      const list = sheet(String(year), rows);
      const period = { unit: "year" as const, start: `${year}-01-01`, end: `${year}-12-31` };
      return lineSourcesOf(list, proposeMapping(list), { period, group: null }, "2026-12-31");
    });
    const made = finish(addUpLinesSteps(sources));
    expect(column(made, "period:month:2023-02-01")).toEqual([4, 2]);
    expect(column(made, "period:month:2024-01-01")).toEqual([3, 1]);
    // What no sheet tells is not known to be zero.
    expect(made.facts).toMatchObject({ periods: 4 });
  });
});

test("lines without any client stop", () => {
  const list = listOf([
    ["Date", "Client", "Amount"],
    ["2024-01-05", "—", 1],
    ["2024-01-06", "—", 2],
  ]);
  const columns = recogniseTransactions(list, roles)!;
  expect(() => finish(addUpLinesSteps([{ list, columns }]))).toThrow(Problem);
});

describe("lists without dates", () => {
  const monthsOf = (rows: readonly (readonly Cell[])[]) => {
    const list = listOf(rows);
    const mapping = mappingOf({ Client: "client", Amount: "amount" });
    return lineSourcesOf(list, mapping, { period: null, group: null }, "2025-06-30");
  };

  test("are read by their levels: managers above the clients are no lines", () => {
    const rows: Cell[][] = [
      ["Client", "Amount"],
      ["Anna", 25.5],
      ["Acorn", 9.5],
      ["Birch", 8.25],
      ["Cedar", 7.75],
      ["Boris", 12.75],
      ["Dune", 5.25],
      ["Elm", 4.25],
      ["Fjord", 3.25],
      ["Total", 38.25],
    ];
    const made = finish(addUpLinesSteps([...monthsOf(rows), ...monthsOf(rows)]));
    expect(column(made, "client")).toEqual(["Acorn", "Birch", "Cedar", "Dune", "Elm", "Fjord"]);
    expect(column(made, "amount")).toEqual([19, 16.5, 15.5, 10.5, 8.5, 6.5]);
  });

  test("whose levels may be read in two ways are asked about, not added up", () => {
    const rows: Cell[][] = [
      ["Client", "Amount"],
      ["Alder", 12.5],
      ["Acorn", 8.25],
      ["Birch", 4.25],
      ["Boxwood", 7.5],
      ["Cedar", 5],
      ["Dune", 2.5],
    ];
    const problem = problemOf(() => finish(addUpLinesSteps(monthsOf(rows))));
    expect(problem).toMatchObject({ kind: "doubtful", doubt: { about: "level", decided: false } });
  });
});
