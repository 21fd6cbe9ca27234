import fc from "fast-check";
import type { Cell } from "../../../src/portfolio/layout/cell-grid";
import { findListsSteps, type ListLayout } from "../../../src/portfolio/layout/find-lists";
import { finish } from "../../../src/portfolio/steps";
import { growth } from "../../growth";
import { drawn, gridOf } from "./grid";

const none: ReadonlySet<number> = new Set();
const find = (rows: Cell[][], bridges = none): ListLayout[] => finish(findListsSteps(gridOf(rows), bridges));
/** Top, left, rows of the body, columns of each list. */
const areas = (rows: Cell[][], bridges = none) =>
  find(rows, bridges).map(({ top, left, rowCount, columnCount }) => [top, left, rowCount, columnCount]);
const headers = (rows: Cell[][]) => find(rows)[0].columns.map(({ header }) => header);

const list: Cell[][] = [
  ["Client", "Manager", "Sales"],
  ["North", "Ivanova", 100],
  ["South", "Petrov", 50],
  ["West", "Ivanova", 25],
];

describe("findLists", () => {
  it("takes the first row as header of a bare list", () => {
    expect(areas(list)).toEqual([[0, 0, 3, 3]]);
  });

  it("finds the header below titles, dates and blank rows", () => {
    expect(areas([["Sales report 2024"], ["as of", 45_000], [""], ...list])).toEqual([[3, 0, 3, 3]]);
  });

  it("takes no amount that looks like a year for the header of those below it", () => {
    const rows: Cell[][] = [
      ["", "Total"],
      ["Ash Ltd", 9000],
      ["Birch Inc", ""],
      ["Project A", 2100],
      ["Project B", 4900],
      ["Total Birch Inc", 7000],
      ["Total", 16_000],
    ];
    expect(areas(rows)).toEqual([[0, 0, 6, 2]]);
  });

  it("keeps columns behind a blank one that begin with the account's owner", () => {
    const rows: Cell[][] = [
      ["Customer", "Account", "", "Account owner", "Phone", "Revenue"],
      ["Ash", 8869, "", "Smith", 7_946_854, 500],
      ["Birch", 8844, "", "Park", 7_968_583, 700],
      ["Cedar", 8831, "", "Park", 7_966_669, 900],
    ];
    expect(areas(rows)).toEqual([[0, 0, 3, 6]]);
  });

  it("joins amounts and attributes with the clients that stand behind a blank column, and no list of its own", () => {
    const clients: Cell[][] = [
      ["Customer", "Profit"],
      ["Ash", 50],
      ["Birch", 70],
      ["Cedar", 90],
      ["Dune", 20],
    ];
    const beside = (left: Cell[][]) => areas(left.map((row, i) => [...row, "", ...clients[i]]));
    const offices = ["North", "South", "North", "North"].map((office, i): Cell[] => [office, 2000 + i]);
    expect(beside([["Office", "Sales"], ...offices])).toEqual([[0, 0, 4, 5]]);
    const plans = ["Smith", "Reed", "Park", "Stone"].map((manager, i): Cell[] => [manager, 2000 + i]);
    expect(beside([["Manager", "Plan"], ...plans])).toEqual([
      [0, 0, 4, 2],
      [0, 3, 4, 2],
    ]);
  });

  it("takes a group of clients under the header for no level of it", () => {
    for (const group of ["Key accounts", "Dealers", "Отдел продаж"]) {
      const header = group === "Отдел продаж" ? "Клиент" : "Customer";
      const rows: Cell[][] = [
        [header, "Sales"],
        [group, ""],
        ["Ash", 5],
        ["Birch", 7],
        ["Cedar", 9],
      ];
      expect(headers(rows)).toEqual([header, "Sales"]);
      expect(areas(rows)).toEqual([[0, 0, 4, 2]]);
    }
  });

  it("takes a group that a total closes, or that stands under a pivot table's own header, for no level of the header", () => {
    const body: Cell[][] = [
      ["Anna Smith", ""],
      ["Ash", 5],
      ["Birch", 7],
    ];
    const closed: Cell[][] = [
      ["Total Anna Smith", 12],
      ["Total Key accounts", 12],
    ];
    expect(areas([["Name", "Sales"], ["Key accounts", ""], ...body, ...closed])).toEqual([[0, 0, 6, 2]]);
    expect(areas([["Row Labels", "Sales"], ["Key accounts", ""], ...body])).toEqual([[0, 0, 4, 2]]);
  });

  it("finds the header right below a title without a blank row", () => {
    expect(areas([["Sales report 2024"], ...list])).toEqual([[1, 0, 3, 3]]);
  });

  it("keeps blank rows inside the list and a total below it", () => {
    expect(areas([...list, [""], ["East", "Petrov", 5], [""], ["Total", "", 180]])).toEqual([[0, 0, 7, 3]]);
  });

  it("leaves notes below the list out", () => {
    const notes = [["Prepared by the sales department"], ["Contact: office"]];
    expect(areas([...list, [""], ...notes])).toEqual([[0, 0, 3, 3]]);
    expect(areas([...list, ["Total", "", 175], ...notes])).toEqual([[0, 0, 4, 3]]);
  });

  it("leaves a time stamp and a signature below the list out", () => {
    const short = list.map(([client, , sales]) => [client, sales]);
    expect(areas([...short, [""], ["Thursday, Nov 26, 2026 09:00 AM"]])).toEqual([[0, 0, 3, 2]]);
    expect(areas([...short, [""], ["Director", "J. Smith"]])).toEqual([[0, 0, 3, 2]]);
    expect(areas([...short, ["26.11.2026 9:00:01"]])).toEqual([[0, 0, 3, 2]]);
  });

  it("keeps clients without an amount at the end", () => {
    expect(areas([...list, ["East", "Petrov", ""]])).toEqual([[0, 0, 4, 3]]);
    expect(areas([...list.map(([client, , sales]) => [client, sales]), ["East", ""]])).toEqual([
      [0, 0, 4, 2],
    ]);
  });

  it("reads a column of numbers written as text as numbers", () => {
    expect(areas([["Отчёт"], ["Клиент", "Выручка"], ["Север", "1 234,56"], ["Юг", "1\u00a0000"]])).toEqual([
      [1, 0, 2, 2],
    ]);
  });

  it("does not begin anew at a row with a text in one of its number columns", () => {
    const rows: Cell[][] = [
      ["Client", "Jan", "Feb", "Mar"],
      ["North", 1, 2, 3],
      [""],
      ["South", "n/a", 5, 6],
      ["West", 7, 8, 9],
    ];
    expect(areas(rows)).toEqual([[0, 0, 4, 4]]);
  });

  it("takes a dash under the header for no number, and not for another header", () => {
    expect(areas(drawn("Client | Sales \n North | - \n South | 50"))).toEqual([[0, 0, 2, 2]]);
    expect(areas(drawn("Клиент | Сумма \n Север | нет \n Юг | 50"))).toEqual([[0, 0, 2, 2]]);
  });

  it("finds nothing in one column, in bare numbers, in a header without rows", () => {
    expect(areas([["Client"], ["North"]])).toEqual([]);
    expect(
      areas([
        [1, 2],
        [3, 4],
      ]),
    ).toEqual([]);
    expect(areas([["Client", "Sales"]])).toEqual([]);
    expect(areas([])).toEqual([]);
  });

  it("finds the same list wherever it stands", () => {
    fc.assert(
      fc.property(fc.nat(30), fc.nat(8), (down, right) => {
        const rows = [
          ...Array.from({ length: down }, () => [""]),
          ...list.map((row) => [...Array.from({ length: right }, () => ""), ...row]),
        ];
        expect(areas(rows)).toEqual([[down, right, 3, 3]]);
      }),
    );
  });

  it("never loses a row of numbers, whatever blank rows stand between", () => {
    fc.assert(
      fc.property(fc.array(fc.nat(3), { minLength: 1, maxLength: 40 }), (gaps) => {
        const rows: Cell[][] = [["Client", "Sales"]];
        for (const [i, gap] of gaps.entries()) {
          for (let blank = 0; blank < gap; blank++) rows.push([""]);
          rows.push([`Client ${i}`, i + 1]);
        }
        expect(areas(rows)).toEqual([[0, 0, rows.length - 1, 2]]);
      }),
    );
  });
});

describe("rows of amounts that look like years, dates or numbers of months", () => {
  it.each([
    ["one amount", "| Total \n Acorn Ltd | 9000 \n Fjord AS | 2000 \n Grove SA | 1500"],
    ["the first of them", "Client | Revenue \n Acorn Ltd | 2000 \n Fjord AS | 9000 \n Grove SA | 1500"],
    ["two of the first client", "Клиент | Выручка | Прибыль \n Альфа | 2000 | 2024 \n Бета | 900 | 100"],
    ["years in a row", "Client | Jan | Feb | Mar \n Acorn | 2000 | 2001 | 2002 \n Birch | 900 | 901 | 902"],
    [
      "dates",
      "Клиент | '01.2025 | '02.2025 | '03.2025 \n Гамма | 77000 | 77137 | 77274 \n Дельта | 71000 | 71137 | 7",
    ],
    ["first days of months", "Клиент | янв | фев \n Альфа | 45292 | 45323 \n Бета | 71000 | 71137"],
    ["weeks", "Client | Jan | Feb | Mar \n Acorn | 45292 | 45299 | 45306 \n Birch | 45000 | 1 | 2"],
    ["1, 2, 3", "Клиент | янв | фев | мар \n Альфа | 1 | 2 | 3 \n Бета | 4 | 5 | 6"],
  ])("are no header: %s", (_, text) => {
    expect(find(drawn(text)).map(({ top }) => top)).toEqual([0]);
  });

  it("are no header under a blank row", () => {
    const rows = drawn("Client | Jan | Feb | Mar \n | \n Acorn | 2000 | 2001 | 2002 \n Birch | 2003 | 5 | 6");
    expect(areas(rows)).toEqual([[0, 0, 3, 4]]);
  });

  it("are no header whatever amounts of that size they are", () => {
    const amounts = fc.array(
      fc.oneof(fc.integer({ min: 1900, max: 2100 }), fc.integer({ min: 20_000, max: 80_000 })),
      {
        minLength: 2,
        maxLength: 2,
      },
    );
    fc.assert(
      fc.property(fc.array(amounts, { minLength: 2, maxLength: 12 }), (rows) => {
        const cells = [["Client", "Revenue", "Profit"], ...rows.map((row, i) => [`Firm ${i}`, ...row])];
        expect(areas(cells)).toEqual([[0, 0, rows.length, 3]]);
      }),
    );
  });
});

describe("headers that look like numbers", () => {
  it.each([
    ["years", "Client | 2023 | 2024 \n North | 100 | 110 \n South | 50 | 40"],
    ["years over amounts of that size", "Клиент | 2023 | 2024 \n Север | 2100 | 1950 \n Юг | 2000 | 2001"],
    ["a single year", "Клиент | 2024 \n Север | 2100 \n Юг | 1950"],
    ["dates", "Client | 45292 | 45323 \n North | 100 | 110 \n South | 50 | 40"],
    [
      "dates over amounts of that size",
      "Client | 45292 | 45323 \n North | 45000 | 46000 \n South | 44000 | 40000",
    ],
    ["months as text", "Клиент | '01.2024 | '02.2024 | '03.2024 \n Север | 9 | 8 | 7 \n Юг | 5 | 6 | 7"],
    [
      "months as text, some of them like a number",
      "Store | '09.2024 | '10.2024 \n North | 9 | 8 \n South | 5 | 6",
    ],
    ["last days of months as text", "Клиент | 31.01.2024 | 29.02.2024 \n Север | 9 | 8 \n Юг | 5 | 6"],
    ["months as one number", "Клиент | 202401 | 202402 \n Север | 9 | 8 \n Юг | 5 | 6"],
    ["months as one text", "Клиент | '202401 | '202402 \n Север | 9 | 8 \n Юг | 5 | 6"],
    ["numbers of months", "Клиент | 1 | 2 | 3 \n Север | 9 | 8 | 7 \n Юг | 5 | 6 | 7"],
    [
      "years after a manager",
      "Client | Manager | 2023 | 2024 \n North | Anna | 1 | 2 \n South | Boris | 3 | 4",
    ],
    [
      "numbers of months after a town",
      "Code | Client | Town | 1 | 2 | 3 \n K | North | Riga | 9 | 8 | 7 \n L | South | Turku | 5 | 6 | 7",
    ],
    [
      "dates in no order after a town",
      "Code | Client | Town | 45689 | 45717 | 45658 \n K | North | Riga | 9 | 8 | 7 \n L | South | Turku | 5 | 6 | 7",
    ],
    ["years over a name of their own", "Торговая точка | 2023 | 2024 \n Север | 1 | 2 \n Юг | 3 | 4"],
  ])("are found: %s", (_, text) => {
    const rows = drawn(text);
    expect(areas(rows)).toEqual([[0, 0, 2, rows[0].length]]);
    expect(headers(rows)).toEqual(rows[0]);
  });

  it("begin another list under a blank row", () => {
    const rows = drawn(
      "Manager | Plan \n Anna | 5 \n | \n Client | 2023 | 2024 \n North | 1 | 2 \n South | 3 | 4",
    );
    expect(areas(rows)).toEqual([
      [0, 0, 1, 2],
      [3, 0, 2, 3],
    ]);
  });

  it.each([
    ["numbers of months", "1 | 2 | 3"],
    ["years", "2023 | 2024 | 2025"],
  ])("are found after a town where the header of another list reads better: %s", (_, numbers) => {
    const rows = drawn(
      `Client | Manager | Town | ${numbers} \n North | Anna | Riga | 1 | 2 | 3 \n South | Boris | Turku | 4 | 5 | 6 \n | | | | |
       Client | Sales | | | | \n North | 6 | | | | \n South | 15 | | | |`,
    );
    expect(areas(rows)).toHaveLength(2);
    expect(areas(rows)[0]).toEqual([0, 0, 2, 6]);
  });

  it("begin another list under a list of numbers, with a town in its header", () => {
    const rows = drawn(
      `Client | Manager | Town | Sales | Profit \n North | Anna | Riga | 3 | 1 \n South | Boris | Turku | 9 | 2 \n | | | |
       Client | Manager | Town | 2023 | 2024 \n East | Anna | Riga | 1 | 2 \n West | Boris | Turku | 4 | 5`,
    );
    expect(areas(rows)).toEqual([
      [0, 0, 2, 5],
      [4, 0, 2, 5],
    ]);
  });
});

describe("a missing header over the names", () => {
  it.each([
    [
      "a total",
      "Demo Builders | \n Sales by Customer | \n | \n | Total \n Acorn | 9000 \n Birch | \n Fjord | 2000 \n TOTAL | 11000",
    ],
    [
      "months",
      "Demo | \n | \n | Jan 2025 | Feb 2025 \n Acorn | 1 | 2 \n Birch | 3 | 4 \n Fjord | 5 | 6 \n Z | 1 | 1 \n Y | 1 | 2",
    ],
  ])("is left blank: %s", (_, text) => {
    const [found] = find(drawn(text));
    expect(found.columns[0]).toEqual({ position: 0, header: "" });
    expect(found.left).toBe(0);
    expect(drawn(text)[found.top][0]).toBe("");
  });

  it("of two rows of headers takes both", () => {
    const rows = drawn(
      "| Total \n | Untaxed Total \n Total | 37600 \n Acorn Ltd | 9000 \n Birch Inc | 28600",
    );
    expect(areas(rows)).toEqual([[1, 0, 3, 2]]);
    expect(headers(rows)).toEqual(["", "Untaxed Total"]);
  });
});

describe("blank columns and columns beside", () => {
  it("a blank column inside does not end the list, and is no column of it", () => {
    const [found] = find(drawn("Клиент | | Выручка \n Альфа | | 9000 \n Бета | | 7000 \n Вега | | 5"));
    expect(found).toMatchObject({ top: 0, left: 0, rowCount: 3, columnCount: 3 });
    expect(found.columns).toEqual([
      { position: 0, header: "Клиент" },
      { position: 2, header: "Выручка" },
    ]);
  });

  it("cells merged across in every row are one column each", () => {
    const [found] = find(
      drawn(`Продажи за 2025 год
        |
        Контрагент | | | Менеджер | | Выручка, руб | |
        Альфа | | | Иванова | | 9000 | |
        Бета | | | Петров | | 7000 | |
        Итого | | | | | 16000 | |`),
    );
    expect(found).toMatchObject({ top: 2, left: 0, rowCount: 3 });
    expect(found.columns.map(({ position }) => position)).toEqual([0, 3, 5]);
  });

  it("months after a blank column belong to the list", () => {
    expect(
      areas(drawn("Client | Code | | Jan | Feb \n A | 7 | | 1 | 2 \n B | 8 | | 3 | 4 \n C | 9 | | 5 | 6")),
    ).toEqual([[0, 0, 3, 5]]);
  });

  it("a column without values but with a header stays", () => {
    expect(headers(drawn("Client | Sales | Comment \n A | 1 | \n B | 2 | "))).toEqual([
      "Client",
      "Sales",
      "Comment",
    ]);
  });

  it("a side table stays apart", () => {
    const rows = list.map((row, i) => [
      ...row,
      "",
      ...[
        ["Limit", "Value"],
        ["key", 0.1],
        ["", ""],
        ["", ""],
      ][i],
    ]);
    expect(areas(rows)[0]).toEqual([0, 0, 3, 3]);
  });

  it("a list beside a small table is found, from another row on", () => {
    const rows = drawn(`
      Manager | Plan | |
      Anna | 5 | | Client | Revenue
      Boris | 6 | | North | 9
      | | | South | 8
      | | | West | 7
      | | | East | 6`);
    expect(areas(rows)).toEqual([
      [0, 0, 2, 2],
      [1, 3, 4, 2],
    ]);
  });

  it("a list below a wider table of few rows is a list of its own", () => {
    const rows = drawn(`
      Показатель | Янв | Фев | Итого
      План | 100 | 110 | 210
      Факт | 90 | 120 | 210
      | | |
      Контрагент | Менеджер | Выручка |
      Альфа | Иванова | 9000 |
      Бета | Петров | 7000 |
      Вега | Иванова | 5000 |`);
    expect(areas(rows)).toEqual([
      [0, 0, 2, 4],
      [4, 0, 3, 3],
    ]);
  });

  it.each(["1 | 2 | 3", "А | Б | 1", "A | 1 | 2"])("%s below the header numbers its columns", (numbers) => {
    const rows = drawn(`
      Контрагент | Менеджер | Выручка
      ${numbers}
      Альфа | Иванова | 9000
      Бета | Петров | 7000`);
    expect(areas(rows)).toEqual([[1, 0, 2, 3]]);
  });

  it("two lists of clients of the same length beside each other stay two", () => {
    const rows = drawn("Client | Sales | | Client | Sales \n A | 1 | | C | 3 \n B | 2 | | D | 4");
    expect(areas(rows)).toEqual([
      [0, 0, 2, 2],
      [0, 3, 2, 2],
    ]);
  });

  it("a title over a blank column does not tie the tables at its sides", () => {
    const rows = drawn(`
      | | | Report
      Manager | Plan | | | Client | Revenue
      Anna | 5 | | | North | 9
      Boris | 6 | | | South | 8
      | | | | W | 7
      | | | | E | 6
      | | | | F | 5
      | | | | G | 4
      | | | | H | 3`);
    expect(areas(rows)).toEqual([
      [1, 0, 2, 2],
      [1, 4, 7, 2],
    ]);
  });

  it("Keyfolio's own columns count as filled and are no source", () => {
    const rows = [
      ["Client", "", "Sales", ""],
      ["North", "", 100, ""],
      ["South", "", 50, ""],
    ];
    const [found] = find(rows, new Set([1, 3]));
    expect(found).toMatchObject({ left: 0, columnCount: 4 });
    expect(found.columns.map(({ position }) => position)).toEqual([0, 2]);
  });
});

describe("several blocks below each other", () => {
  it("a blank row under the header does not part it from the list", () => {
    expect(areas([["Sales by client"], [""], list[0], [""], ...list.slice(1)])).toEqual([[2, 0, 4, 3]]);
  });

  it("a repeated header is joined, after blank rows and titles too", () => {
    const [header, ...rows] = list;
    const block = [header, ...rows];
    expect(areas([...block, ...block])).toEqual([[0, 0, 7, 3]]);
    expect(areas([...block, [""], [""], ...block])).toEqual([[0, 0, 9, 3]]);
    expect(areas([...block, [""], ["Branch: South"], [""], ...block])).toEqual([[0, 0, 10, 3]]);
    expect(areas([...block, ["Branch: South"], ...block])).toEqual([[0, 0, 8, 3]]);
  });

  it("a repeated header of years is joined too", () => {
    const block = drawn("Client | 2023 | 2024 \n North | 1 | 2 \n South | 3 | 4");
    expect(areas([...block, [""], ...block])).toEqual([[0, 0, 6, 3]]);
  });

  it("another header below begins another list, with or without a blank row between", () => {
    const plan = drawn("Manager | Plan \n Anna | 5 \n Boris | 6");
    const clients = drawn("Client | Revenue \n North | 9 \n South | 8 \n West | 7");
    const both = (rows: number) => [
      [0, 0, 2, 2],
      [3 + rows, 0, 3, 2],
    ];
    expect(areas([...plan, [""], ...clients])).toEqual(both(1));
    expect(areas([...plan, ...clients])).toEqual(both(0));
    expect(areas([...plan, [""], ...list]).at(-1)).toEqual([4, 0, 3, 3]);
  });

  it.each([
    "Region | (All) \n | \n Row Labels | Sum of Sales \n Acorn | 5 \n Birch | 6",
    "Регион | (Все) \n Год | 2025 \n | \n Названия строк | Сумма по полю Выручка \n Альфа | 5 \n Бета | 6",
    "FILTERS | \n region | All \n | \n Customer | NetSales2024 \n Acorn | 5 \n Birch | 6",
    "Filtered By | \n Show: All | \n Customer | Amount \n Acorn | 5 \n Birch | 6",
    "Параметры: | Период: 01.01.2025 - 31.12.2025 \n Отбор: | Организация Равно \n Контрагент | Выручка \n Альфа | 5 \n Бета | 6",
  ])("filters above are no list: %s", (text) => {
    const rows = drawn(text);
    const found = find(rows);
    expect(found.at(-1)).toMatchObject({ top: rows.length - 3, rowCount: 2 });
    expect(found.filter(({ rowCount }) => rowCount > 1)).toHaveLength(1);
  });
});

describe("a long list", () => {
  it("takes time in proportion to its rows", async () => {
    const listOf = (rowCount: number) => {
      const names = Array.from({ length: rowCount }, (_, row): [number, string] => [row, `Firm ${row}`]);
      const columns = Array.from({ length: 15 }, (_, column) => ({
        numbers: new Float64Array(rowCount).fill(column === 0 ? Number.NaN : 5).fill(Number.NaN, 0, 1),
        others: new Map(column === 0 ? names : [[0, `M${column}`]]),
      }));
      columns[0].others.set(0, "Client");
      return { top: 0, rowCount, columns: columns.map((_, i) => i), column: (i: number) => columns[i] };
    };
    const found = (rowCount: number) => {
      const grid = listOf(rowCount);
      return () =>
        expect(finish(findListsSteps(grid, none))).toMatchObject([
          { rowCount: rowCount - 1, columnCount: 15 },
        ]);
    };
    expect(await growth(found(20_000), found(200_000))).toBeLessThan(40);
  });

  describe("blocks with the same header", () => {
    const block = (title: string, clients: readonly string[], sign = 1): Cell[][] => [
      [title, "", ""],
      ["Client", "Owner", "Amount"],
      ...clients.map((client, i): Cell[] => [client, "AL", sign * (100 + 7 * i)]),
    ];
    const two = (first: string, second: string, clients: readonly string[], sign = 1) =>
      find([...block(first, ["Ash", "Birch", "Cedar", "Dune"]), [""], ...block(second, clients, sign)])
        .length;
    const same = ["Ash", "Birch", "Elm"];
    const others = ["Elm", "Fir", "Gum"];

    it("under titles of other figures are lists of their own", () => {
      expect(two("Actual", "Budget", same)).toBe(2);
      expect(two("Closed deals", "Pipeline", others)).toBe(2);
      expect(two("Отгрузка, руб.", "Оплата, руб.", same)).toBe(2);
      expect(two("с НДС", "без НДС", same)).toBe(2);
    });

    it("under names, of other clients or with one title are one list", () => {
      expect(two("North", "South", same)).toBe(1);
      expect(two("Отгрузка", "Оплата", others)).toBe(1);
      expect(two("Plan 2025", "Plan 2025", others)).toBe(1);
      expect(two("Plan 2025", "South", others)).toBe(1);
      expect(two("Invoices", "Credit notes", same, -1)).toBe(1);
    });
  });
});
