import { type Policy, type Portfolio, defaultPolicy, readPortfolio } from "../../../src/portfolio";
import { type Cell, listOf, mappingOf, problemOf, withFormulas } from "../lists";

const today = "2026-01-01";
const sales = mappingOf({ Client: "client", Sales: "amount" });

function read(
  rows: readonly (readonly Cell[])[],
  mapping = sales,
  policy: Policy = defaultPolicy,
  on = today,
) {
  return readPortfolio(listOf(rows), mapping, policy, on);
}
const amountsOf = ({ clients, amounts }: Portfolio) =>
  Object.fromEntries(clients.map((name, i) => [name, amounts[i]]));
const findingsOf = ({ findings }: Portfolio) =>
  findings.map(({ kind, address, content, taken }) => [
    kind,
    address,
    content,
    ...(taken === undefined ? [] : [taken]),
  ]);

describe("cells of the amount", () => {
  test("a number is itself, a blank cell and blank text are 0", () => {
    const portfolio = read([
      ["Client", "Sales"],
      ["A", 10.5],
      ["B", null],
      ["C", "  "],
      ["D", 0],
    ]);
    expect(amountsOf(portfolio)).toEqual({ A: 10.5, B: 0, C: 0, D: 0 });
    expect(portfolio.findings).toEqual([]);
  });

  test("text that is a number is read as that number and listed with its address", () => {
    const portfolio = read([
      ["Client", "Sales"],
      ["A", "1\u00a0234,56"],
      ["B", "(120)"],
      ["C", 2000],
    ]);
    expect(amountsOf(portfolio)).toEqual({ A: 1234.56, B: -120, C: 2000 });
    expect(portfolio.total).toBe(3114.56);
    expect(findingsOf(portfolio)).toEqual([
      ["textNumber", "Sales!B2", "1\u00a0234,56", 1234.56],
      ["textNumber", "Sales!B3", "(120)", -120],
      ["negativeAmount", "Sales!B3", "(120)"],
    ]);
  });

  test("1,234 is read by the workbook's decimal separator", () => {
    const rows = [
      ["Client", "Sales"],
      ["A", "1,234"],
    ];
    expect(readPortfolio(listOf(rows), sales, defaultPolicy, today).total).toBe(1234);
    expect(readPortfolio(listOf(rows, { decimalSeparator: "," }), sales, defaultPolicy, today).total).toBe(
      1.234,
    );
  });

  test("other text, TRUE and an error take their row out of the classification and out of the total", () => {
    const portfolio = read([
      ["Client", "Sales"],
      ["A", 10],
      ["B", "soon"],
      ["C", true],
      ["D", "#DIV/0!"],
    ]);
    expect(amountsOf(portfolio)).toEqual({ A: 10 });
    expect(portfolio.total).toBe(10);
    expect([...portfolio.rowClient]).toEqual([0, -1, -1, -1]);
    expect(findingsOf(portfolio)).toEqual([
      ["notANumber", "Sales!B3", "soon"],
      ["notANumber", "Sales!B4", "TRUE"],
      ["excelError", "Sales!B5", "#DIV/0!"],
    ]);
  });

  test("addresses follow the place of the list", () => {
    const list = listOf(
      [
        ["Client", "Sales"],
        ["A", "x"],
        ["B", 1],
      ],
      { sheet: "Продажи 2024", top: 4, left: 2 },
    );
    expect(readPortfolio(list, sales, defaultPolicy, today).findings[0].address).toBe("'Продажи 2024'!D6");
  });

  test("amounts equal in cents are equal as numbers", () => {
    const portfolio = read([
      ["Client", "Sales"],
      ["A", 0.1],
      ["A", 0.2],
      ["B", 0.3],
    ]);
    expect([...portfolio.amounts]).toEqual([0.3, 0.3]);
    expect([
      ...read([
        ["Client", "Sales"],
        ["A", 1 / 3],
      ]).amounts,
    ]).toEqual([0.333333]);
  });
});

describe("periods", () => {
  const mapping = mappingOf({
    Client: "client",
    "2024-01": "period",
    "2024-02": "period",
    "2024-03": "period",
  });
  const rows: Cell[][] = [
    ["Client", "2024-03", "2024-01", "2024-02"],
    ["A", 30, 10, 20],
    ["B", 3, null, "2,5"],
  ];

  test("make the amount and the history, in order of time", () => {
    const portfolio = readPortfolio(listOf(rows, { decimalSeparator: "," }), mapping, defaultPolicy, today);
    expect(portfolio.amountFrom).toBe("periods");
    expect([...portfolio.amounts]).toEqual([60, 5.5]);
    expect([...portfolio.history]).toEqual([10, 20, 30, 0, 2.5, 3]);
    expect(portfolio.window.periods.map(({ start }) => start)).toEqual([
      "2024-01-01",
      "2024-02-01",
      "2024-03-01",
    ]);
  });

  test("the one that today falls into is left out and reported", () => {
    const portfolio = read(rows, mapping, defaultPolicy, "2024-03-15");
    expect([...portfolio.amounts]).toEqual([30, 2.5]);
    expect(portfolio.window.leftOut.map(({ start }) => start)).toEqual(["2024-03-01"]);
    expect(findingsOf(portfolio)).toContainEqual(["incompletePeriod", "Sales!B1:B3", "2024-03"]);
  });

  test("columns that wait for their numbers are left out without a remark", () => {
    const portfolio = read(
      [
        ["Client", "2024-01", "2024-02", "2024-03"],
        ["A", 1, 2, null],
      ],
      mapping,
      defaultPolicy,
      "2024-03-05",
    );
    expect(portfolio.window.leftOut).toHaveLength(1);
    expect(portfolio.findings).toEqual([]);
  });

  test("a bad cell in a period that does not count harms nobody, in one that counts its row", () => {
    const dirty = [
      ["Client", "2024-01", "2024-02", "2024-03"],
      ["A", 1, 2, "?"],
      ["B", 1, "?", 2],
    ];
    const portfolio = read(dirty, mapping, defaultPolicy, "2024-03-15");
    expect(amountsOf(portfolio)).toEqual({ A: 3 });
    expect(findingsOf(portfolio)).toContainEqual(["notANumber", "Sales!C3", "?"]);
    expect(findingsOf(portfolio)).not.toContainEqual(["notANumber", "Sales!D2", "?"]);
  });

  test("the last k periods; the whole history stays beside them", () => {
    const clean = [
      ["Client", "2024-03", "2024-01", "2024-02"],
      ["A", 30, 10, 20],
      ["B", 3, null, 2.5],
    ];
    const portfolio = read(clean, mapping, { ...defaultPolicy, window: { last: 1 } });
    expect([...portfolio.amounts]).toEqual([30, 3]);
    expect([...portfolio.history]).toEqual([30, 3]);
    expect([...portfolio.wholeHistory.amounts]).toEqual([10, 20, 30, 0, 2.5, 3]);
    expect(portfolio.wholeHistory.periods).toHaveLength(3);
  });

  test("the whole history is no copy where the window is the whole, and holds no month that is not over", () => {
    const whole = read(rows, mapping);
    expect(whole.wholeHistory.amounts).toBe(whole.history);
    const range: Policy = { ...defaultPolicy, window: { from: "2024-01-01", to: "2024-03-31" } };
    const portfolio = read(rows, mapping, range, "2024-03-15");
    expect(portfolio.window.periods).toHaveLength(3);
    expect(portfolio.wholeHistory.periods.map(({ start }) => start)).toEqual(["2024-01-01", "2024-02-01"]);
  });

  test("no complete period: a problem where the amount hangs on it, an empty history where it does not", () => {
    expect(problemOf(() => read(rows, mapping, defaultPolicy, "2024-01-10"))).toMatchObject({
      kind: "tooFewPeriods",
      available: 0,
    });
    const withAmount = mappingOf({
      Client: "client",
      Sales: "amount",
      "2024-01": "period",
      "2024-02": "period",
    });
    const portfolio = read(
      [
        ["Client", "Sales", "2024-01", "2024-02"],
        ["A", 9, 1, 2],
      ],
      withAmount,
      defaultPolicy,
      "2024-01-10",
    );
    expect([...portfolio.amounts]).toEqual([9]);
    expect(portfolio.history).toHaveLength(0);
  });

  test("a total column beside them and a quarter among them are not counted", () => {
    const quarter = mappingOf({
      Client: "client",
      "2024-01": "period",
      "2024-02": "period",
      "Q1 2024": "period",
    });
    const portfolio = read(
      [
        ["Client", "2024-01", "2024-02", "Q1 2024", "Итого"],
        ["A", 1, 2, 3, 3],
      ],
      quarter,
    );
    expect(portfolio.total).toBe(3);
    expect(findingsOf(portfolio)).toEqual([
      ["totalColumn", "Sales!E1:E2", "Итого"],
      ["totalColumn", "Sales!D1:D2", "Q1 2024"],
    ]);
  });

  test("a year that holds none of the months is left out and reported", () => {
    const years = mappingOf({ Client: "client", "2022": "period", "2024-01": "period", "2024-02": "period" });
    const portfolio = read(
      [
        ["Client", "2022", "2024-01", "2024-02"],
        ["A", 100, 1, 2],
      ],
      years,
    );
    expect(portfolio.total).toBe(3);
    expect(findingsOf(portfolio)).toEqual([["periodOfOtherLength", "Sales!B1:B2", "2022"]]);
    expect(portfolio.window.leftOut.map(({ unit }) => unit)).toEqual(["year"]);
  });
});

describe("an amount column beside periods", () => {
  const mapping = mappingOf({ Client: "client", Sales: "amount", "2024-01": "period", "2024-02": "period" });
  const header = ["Client", "Sales", "2024-01", "2024-02"];

  test("is the amount; up to 1 % off the periods is no remark", () => {
    const portfolio = read([header, ["A", 101, 50, 50], ["B", 10, 4, 6]], mapping);
    expect(portfolio.amountFrom).toBe("column");
    expect([...portfolio.amounts]).toEqual([101, 10]);
    expect(portfolio.findings).toEqual([]);
  });

  test("a difference of the whole is reported once, one of single rows where it stands", () => {
    const off = read([header, ["A", 200, 50, 50], ["B", 10, 4, 6]], mapping);
    expect(findingsOf(off)).toEqual([["amountDiffersFromPeriods", "Sales!B1:B3", "Sales", 110]]);
    const shifted = read([header, ["A", 110, 50, 50], ["B", 90, 50, 50]], mapping);
    expect(findingsOf(shifted)).toEqual([
      ["amountDiffersFromPeriods", "Sales!B2", "110", 100],
      ["amountDiffersFromPeriods", "Sales!B3", "90", 100],
    ]);
  });
});

describe("totals in the list", () => {
  test("are no clients, stay out of the total and are listed", () => {
    const portfolio = read([
      ["Client", "Sales"],
      ["A", 10],
      ["B", 20],
      ["Итого по отделу", 30],
      ["C", 5],
      ["Total", 35],
    ]);
    expect(amountsOf(portfolio)).toEqual({ A: 10, B: 20, C: 5 });
    expect(portfolio.total).toBe(35);
    expect(findingsOf(portfolio)).toEqual([
      ["totalRow", "Sales!A4:B4", "Итого по отделу", 30],
      ["totalRow", "Sales!A6:B6", "Total", 35],
    ]);
  });

  test("a row without a client is a total when any of its cells says so", () => {
    const portfolio = read([
      ["№", "Client", "Sales"],
      [1, "A", 10],
      [2, "B", 20],
      ["Итого:", null, 30],
    ]);
    expect(portfolio.total).toBe(30);
    expect(portfolio.unnamedRows).toBe(0);
  });

  test("a row whose amount is a SUM over the rows above, whatever it is called", () => {
    const list = listOf([
      ["Client", "Sales"],
      ["A", 10],
      ["B", 20],
      ["North", 30],
      ["C", 7],
    ]);
    const portfolio = readPortfolio(
      withFormulas(list, 1, [10, 20, "=SUM(B2:B3)", "=SUM(C5:N5)"]),
      sales,
      defaultPolicy,
      today,
    );
    expect(amountsOf(portfolio)).toEqual({ A: 10, B: 20, C: 7 });
  });

  test("a bad cell in a total row is no remark of its own", () => {
    const portfolio = read([
      ["Client", "Sales"],
      ["A", 10],
      ["Total", "#REF!"],
    ]);
    expect(findingsOf(portfolio).map(([kind]) => kind)).toEqual(["totalRow"]);
  });
});

describe("rows without a client", () => {
  test("keep their money in the total only", () => {
    const portfolio = read([
      ["Client", "Sales"],
      ["A", 60],
      [null, 25],
      ["—", 15],
      [null, null],
    ]);
    expect(portfolio.clients).toEqual(["A"]);
    expect(portfolio.total).toBe(100);
    expect([portfolio.unnamedAmount, portfolio.unnamedRows]).toEqual([40, 2]);
    expect(findingsOf(portfolio)).toEqual([
      ["unnamedRow", "Sales!A3", "", 25],
      ["unnamedRow", "Sales!A4", "—", 15],
    ]);
  });

  test("so does a row whose client is an error", () => {
    const portfolio = read([
      ["Client", "Sales"],
      ["A", 60],
      ["#N/A", 40],
    ]);
    expect([portfolio.total, portfolio.unnamedAmount]).toEqual([100, 40]);
    expect(findingsOf(portfolio)).toEqual([["excelError", "Sales!A3", "#N/A"]]);
  });
});

describe("clients on several rows", () => {
  test("are one client, amounts added, under the name first written", () => {
    const portfolio = read([
      ["Client", "Sales"],
      ["Acme", 1],
      ["Beta", 5],
      [" ACME\u00a0", 2],
    ]);
    expect(amountsOf(portfolio)).toEqual({ Acme: 3, Beta: 5 });
    expect([...portfolio.rowClient]).toEqual([0, 1, 0]);
    expect(findingsOf(portfolio)).toEqual([["repeatedClient", "Sales!A4", " ACME\u00a0"]]);
  });

  test("numbers are names too", () => {
    expect(
      amountsOf(
        read([
          ["Client", "Sales"],
          [17, 1],
          ["17", 2],
          [18, 4],
        ]),
      ),
    ).toEqual({ 17: 3, 18: 4 });
  });

  const grouped = mappingOf({ Client: "client", Group: "group", Sales: "amount" });
  const rows = [
    ["Client", "Group", "Sales"],
    ["North", "Vega", 1],
    ["South", "Vega", 2],
    ["Solo", null, 4],
    ["East", "#N/A", 8],
  ];

  test("a parent group is one client when groups are joined, without remark on its rows", () => {
    const portfolio = read(rows, grouped);
    expect(amountsOf(portfolio)).toEqual({ Vega: 3, Solo: 4, East: 8 });
    expect(findingsOf(portfolio)).toEqual([["attributeLeftOut", "Sales!B5", "#N/A"]]);
  });

  test("and several when they are not", () => {
    expect(amountsOf(read(rows, grouped, { ...defaultPolicy, joinGroups: false }))).toEqual({
      North: 1,
      South: 2,
      Solo: 4,
      East: 8,
    });
  });
});

describe("the order of the periods", () => {
  const orderOf = (...headers: string[]) =>
    read(
      [
        ["Client", ...headers],
        ["A", ...headers.map((_, i) => i + 1)],
      ],
      mappingOf({
        Client: "client",
        ...Object.fromEntries(headers.map((header) => [header, "period" as const])),
      }),
    ).reading.periodOrder;

  test.each<[string, string[], { sorted: boolean; missing: number }]>([
    ["onward and whole", ["2024-01", "2024-02", "2024-03"], { sorted: false, missing: 0 }],
    ["newest first: sorted", ["2024-03", "2024-02", "2024-01"], { sorted: true, missing: 0 }],
    [
      "by the alphabet: sorted",
      ["Apr 2024", "Feb 2024", "Jan 2024", "Mar 2024"],
      { sorted: true, missing: 0 },
    ],
    ["a gap of two months", ["2024-01", "2024-04"], { sorted: false, missing: 2 }],
  ])("%s", (_, headers, order) => {
    expect(orderOf(...headers)).toEqual(order);
  });
});

describe("what stops a run", () => {
  const problem = (rows: readonly (readonly Cell[])[], mapping = sales) =>
    problemOf(() => read(rows, mapping));

  test("a mapped header that stands twice, with both addresses; an unmapped one does not", () => {
    expect(
      problem([
        ["Client", "Sales", "Sales"],
        ["A", 1, 2],
      ]),
    ).toEqual({
      kind: "duplicateHeader",
      header: "Sales",
      addresses: ["Sales!B1", "Sales!C1"],
    });
    expect(
      read([
        ["Client", "Sales", "Note", "Note"],
        ["A", 1, "x", "y"],
      ]).total,
    ).toBe(1);
  });

  test("a number that no money can be, with its cell", () => {
    expect(
      problem([
        ["Client", "Sales"],
        ["A", 5],
        ["B", 1e308],
        ["C", 1e308],
      ]),
    ).toEqual({ kind: "amountTooLarge", address: "Sales!B3" });
  });

  test("two columns of one period, however they are written", () => {
    const mapping = mappingOf({ Client: "client", "2024-01": "period", "янв 2024": "period" });
    expect(
      problem(
        [
          ["Client", "2024-01", "янв 2024"],
          ["A", 1, 2],
        ],
        mapping,
      ),
    ).toMatchObject({
      kind: "doubtful",
      doubt: {
        about: "period",
        alternatives: [
          { label: "2024-01", column: "B" },
          { label: "янв 2024", column: "C" },
        ],
        decided: false,
      },
    });
  });

  test("no client column, no amount column, a column that is gone, a period that is none", () => {
    const rows = [
      ["Client", "Sales"],
      ["A", 1],
    ];
    expect(problem(rows, mappingOf({ Sales: "amount" }))).toMatchObject({
      kind: "noClientColumn",
      headers: ["Client", "Sales"],
    });
    expect(problem(rows, mappingOf({ Client: "client" }))).toMatchObject({
      kind: "noAmountColumn",
      address: "Sales!A1:B1",
    });
    expect(problem(rows, mappingOf({ Client: "client", Sales: "amount", Profit: "profit" }))).toEqual({
      kind: "badMapping",
      path: "columns[2].header",
      found: "Profit",
      expected: "Client | Sales",
    });
    expect(problem(rows, mappingOf({ Client: "client", Sales: "period" }))).toMatchObject({
      kind: "badMapping",
      path: "columns[1].role",
    });
  });

  test("nobody to classify", () => {
    const nobody = { kind: "noClients", address: "Sales!A1:B3", rows: 2 };
    expect(
      problem([
        ["Client", "Sales"],
        [null, 5],
        ["Total", 5],
      ]),
    ).toEqual(nobody);
    expect(problem([["Client", "Sales"]])).toMatchObject({ kind: "noClients", rows: 0 });
  });
});
