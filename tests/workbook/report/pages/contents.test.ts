import { defaultPolicy, policyForPreset } from "../../../../src/portfolio";
import { makers as sheets } from "../../../../src/workbook/report";
import { activitySheet } from "../../../../src/workbook/report/pages/activity/activity";
import { conclusionsOf } from "../../../../src/workbook/report/pages/conclusions";
import { dependencySheet } from "../../../../src/workbook/report/pages/dependency/dependency";
import { abcXyzSheet } from "../../../../src/workbook/report/pages/abc-xyz";
import type { Look, Page } from "../../../../src/workbook/report/paint/page/page";
import { heightOf, linesOf } from "../../../../src/workbook/report/paint/page/text-fit";
import { subjectOf } from "../../../../src/workbook/report/pages/subject";
import { summarySheet } from "../../../../src/workbook/report/pages/summary/summary";
import type { Language } from "../../../../src/locales";
import { classified, plainRows, portfolioRows, scoredRows, today } from "../classified";

const subject = (...[rows, policy, language = "en"]: [...Parameters<typeof classified>, Language?]) =>
  subjectOf(classified(rows, policy), language, today);

const textsOn = (page: Page) =>
  page.cells.flatMap((row) => row.slice(0, page.widths.length)).filter((cell) => typeof cell === "string");
const told = (...parts: [...Parameters<typeof classified>, Language?]) =>
  conclusionsOf(subject(...parts))
    .map(({ text }) => text)
    .join(" ")
    .replace(/[\u00a0\u202f]/g, " ");
const summaryOf = (...parts: Parameters<typeof classified>) =>
  textsOn(summarySheet(subject(...parts)).page)
    .join("\n")
    .replace(/[\u00a0\u202f]/g, " ");

describe("conclusions", () => {
  const dependent = plainRows({
    Alpha: 300,
    ...Object.fromEntries(Array.from({ length: 14 }, (_, i) => [`C${i}`, 50])),
  });

  test("name the key clients with their shares, their sum against the corridor and their number against a fifth", () => {
    const text = told(dependent);
    expect(text).toContain("Alpha (30.0%)");
    expect(text).toContain("30.0%, inside the usual corridor of 30–55%");
    expect(text).toContain("within a fifth of the portfolio (1 of 15)");
  });

  test("say how much the others must grow to end a dependence: x/t − T, as money and per cent", () => {
    expect(told(dependent)).toContain("the others must grow by 500 (+71.4%)");
  });

  test("a mono-client is called one", () => {
    expect(told(plainRows({ Alpha: 600, Beta: 400 }))).toContain("Alpha is a mono-client");
  });

  test("the only client cannot be balanced by others", () => {
    expect(told(plainRows({ Alpha: 600 }))).toContain("no other clients that could grow");
  });

  test("nobody key is said with the largest client", () => {
    const rows = plainRows(Object.fromEntries(Array.from({ length: 20 }, (_, i) => [`C${i}`, 50])));
    expect(told(rows)).toContain("nobody is key by share");
    expect(told(rows)).toContain("the 20 clients with 5% or more each (100.0% together)");
    expect(told(rows)).toContain("No client exceeds the dependence limit of 20%");
  });

  test("a ladder without a dependence limit claims nothing about dependence", () => {
    const text = told(dependent, policyForPreset("asc-280"));
    expect(text).toContain("no dependence limit");
    expect(text).not.toContain("must grow");
  });

  test("in Russian they are written with Russian numbers and forms of words", () => {
    const text = told(dependent, defaultPolicy, "ru");
    expect(text).toContain("остальные должны вырасти на 500 (+71,4 %)");
    expect(text).toContain("10 % и больше выручки даёт 1 клиент: Alpha (30,0 %)");
  });

  test("without periods they say so; without criteria they are silent about investing", () => {
    expect(told(dependent)).toContain("no periods");
    expect(told(dependent)).not.toMatch(/invest/i);
  });

  test("name those to invest in and those to win", () => {
    const text = told(
      scoredRows([
        ["Alpha", 40, 9, 8],
        ["Beta", 30, 8, 2],
        ["Gamma", 20, 2, 9],
        ["Delta", 10, 1, 3],
      ]),
    );
    expect(text).toContain("Invest in 1 client that is attractive and loyal (40.0% of revenue): Alpha.");
    expect(text).toContain("Win 1 client that is attractive but not loyal (30.0%): Beta.");
  });
});

describe("the Summary", () => {
  test("names whose report it is beside its date, and nobody where nobody is known", () => {
    const said = summaryOf(plainRows({ Alpha: 5 }), { ...defaultPolicy, preparedBy: "Vera Linden" });
    expect(said).toContain("Prepared by: Vera Linden");
    expect(summaryOf(plainRows({ Alpha: 5 }))).not.toContain("Prepared by");
  });

  test("states source, rules and the window of periods", () => {
    const text = summaryOf(portfolioRows(12));
    expect(text).toContain("July 2025 – December 2025 (6 months)");
    expect(text).toContain("Delovaya Sreda, 2023: key ≥ 10%, dependence > 20%, mono-client ≥ 50%");
    expect(text).toContain("coefficient of variation: X ≤ 10%, Y ≤ 25% (population deviation)");
  });

  test("warns of few clients, losses, negative amounts and money without a client, only where they are", () => {
    expect(summaryOf(portfolioRows(40))).not.toContain("somebody always reaches 10%");
    expect(summaryOf(plainRows({ Alpha: 5, Beta: 4 }))).toContain("somebody always reaches 10%");
    expect(summaryOf(plainRows({ Alpha: 50, Beta: -4 }))).toContain(
      "1 client has a negative amount (−4 together)",
    );
    expect(
      summaryOf([
        ["Client", "Revenue"],
        ["Alpha", 90],
        ["", 10],
      ]),
    ).toContain("10 (10.0% of revenue) stands in a row without a client");
    const losses = summaryOf([
      ["Client", "Revenue", "Profit"],
      ["Alpha", 90, 10],
      ["Beta", 80, -4],
    ]);
    expect(losses).toContain("1 client loses 4, 40.0% of what the others earn");
  });

  test("counts findings by kind, with the address of the first", () => {
    const text = summaryOf([
      ["Client", "Revenue"],
      ["Alpha", 90],
      ["Beta", "12.5"],
      ["Gamma", "7.5"],
    ]);
    expect(text).toContain("Number typed as text: read as that number\nClients!B3");
    expect(summaryOf(plainRows({ Alpha: 5 }))).toContain("Every cell counts as it stands.");
  });
});

/** Wrapped texts that need more than the height of their row; the rows of a list that Excel fits are left to it. */
function cutOff(page: Page): string[] {
  const dress = new Map<string, Look>();
  for (const { area, look } of page.looks) {
    for (let row = area.row; row < area.row + area.rows; row++) {
      for (let column = area.column; column < area.column + area.columns; column++) {
        dress.set(`${row},${column}`, { ...dress.get(`${row},${column}`), ...look });
      }
    }
  }
  const merged = new Map(page.merges.map((area) => [`${area.row},${area.column}`, area.columns]));
  return page.cells.flatMap((cells, row) => {
    if (page.autofit && page.list && row > page.list.area.row) return [];
    return cells.slice(0, page.widths.length).filter((text, column): text is string => {
      const { wrap, size = 10, bold, indent = 0 } = dress.get(`${row},${column}`) ?? {};
      if (typeof text !== "string" || !wrap) return false;
      const width = page.width(column, merged.get(`${row},${column}`) ?? 1) - indent * 8;
      const lines = linesOf(text, width, size, bold);
      return (page.heights.get(row) ?? 15) < heightOf(lines, size) - (lines === 1 ? 2 : 0);
    });
  });
}

describe("every sheet", () => {
  const makers = sheets.map(([, make]) => make);
  const portfolios = {
    "one client": plainRows({ Alpha: 5 }),
    "no periods, no criteria": plainRows({ Alpha: 5, Beta: 3, Gamma: 1 }),
    "losses and returns": [
      ["Client", "2025-10", "2025-11", "2025-12", "Profit"],
      ["Alpha", 100, 90, 120, 30],
      ["Beta", 20, -50, 10, -90],
      ["Gamma", 10, 0, 0, null],
    ],
    everything: portfolioRows(60),
    "names that are too long": plainRows({
      ["The international association of independent wholesale merchants and bakers"]: 5e9,
      ["Общество с ограниченной ответственностью «Северо-Западная торгово-промышленная компания»"]: 1234567890.12,
    }),
  };

  test.each(Object.entries(portfolios))(
    "holds no NaN, no undefined and no text across an undefined width: %s",
    (_, rows) => {
      for (const language of ["en", "ru"] as const) {
        for (const make of makers) {
          const plan = make(subject(rows, defaultPolicy, language));
          if (!plan) continue;
          const { page, charts } = plan;
          const texts = textsOn(page).join("\n");
          expect(texts).not.toMatch(/NaN|undefined|null|Infinity|\[object/);
          expect(page.widths.every((width) => width > 0)).toBe(true);
          for (const { row, column, rows, columns } of [
            ...page.merges,
            ...charts.map(({ place }) => place),
          ]) {
            expect(row + rows).toBeLessThanOrEqual(page.area.rows);
            expect(column + columns).toBeLessThanOrEqual(page.widths.length);
          }
        }
      }
    },
  );

  test.each(Object.entries(portfolios))("cuts off no sentence at its row’s height: %s", (_, rows) => {
    for (const language of ["en", "ru"] as const) {
      for (const make of makers) {
        const page = make(subject(rows, defaultPolicy, language))?.page;
        if (page) expect(cutOff(page)).toEqual([]);
      }
    }
  });

  test.each(Object.entries(portfolios))("has no overlapping merges, which Excel refuses: %s", (_, rows) => {
    for (const make of makers) {
      const taken = new Set<string>();
      for (const { row, column, rows: high, columns } of make(subject(rows))?.page.merges ?? []) {
        for (let r = row; r < row + high; r++) {
          for (let c = column; c < column + columns; c++) {
            expect(taken.has(`${r},${c}`)).toBe(false);
            taken.add(`${r},${c}`);
          }
        }
      }
    }
  });

  test.each(Object.entries(portfolios))(
    "ends with its list of all clients, with headers that differ: %s",
    (_, rows) => {
      for (const make of [dependencySheet, abcXyzSheet]) {
        const { page } = make(subject(rows));
        const { area } = page.list!;
        expect(area.row + area.rows).toBe(page.area.rows);
        expect(area.rows - 1).toBe(classified(rows).portfolio.clients.length);
        const headers = page.cells[area.row].slice(area.column, area.column + area.columns);
        expect(new Set(headers).size).toBe(area.columns);
        expect(headers.every((header) => typeof header === "string" && header !== "")).toBe(true);
      }
    },
  );
});

describe("the Dependency sheet", () => {
  const cellsOf = (...parts: Parameters<typeof classified>) => dependencySheet(subject(...parts)).page.cells;

  test("tells what is left without each of the key and the five largest clients", () => {
    const rows = [
      ["Client", "Revenue", "Profit"],
      ["Alpha", 600, 90],
      ["Beta", 300, 30],
      ["Gamma", 100, -20],
    ];
    const row = cellsOf(rows).find((cells) => cells[1] === "Alpha")!;
    expect(row.slice(3, 8)).toEqual([600, 0.6, 400, 90, 10]);
    expect(
      cellsOf(rows)
        .find((cells) => cells[1] === "Gamma")
        ?.at(8),
    ).toBe("profit would rise");
  });

  test("calls it a loss when the profit that is left is below zero", () => {
    const rows = [
      ["Client", "Revenue", "Profit"],
      ["Alpha", 600, 90],
      ["Beta", 300, -30],
    ];
    expect(cellsOf(rows).find((cells) => cells[1] === "Alpha")).toContain("loss for the company");
  });

  test("shows who is key inside each department and each manager, the largest where nobody is", () => {
    const many = Array.from({ length: 20 }, (_, index) => [`Small ${index}`, "South", 5]);
    const rows = [
      ["Client", "Department", "Revenue"],
      ["Alpha", "North", 60],
      ["Beta", "North", 5],
      ["Big", "South", 6],
      ...many,
    ];
    const cells = cellsOf(rows);
    const from = cells.findIndex((row) => row[1] === "North");
    expect(cells[from].slice(3, 6)).toEqual([65, 65 / 171, 2]);
    expect(cells[from + 1].slice(2, 7)).toEqual(["Alpha", 60, 60 / 65, null, "Mono-client"]);
    expect(cells.findIndex((row) => row[1] === "South")).toBeGreaterThan(0);
    const south = cells.findIndex((row) => row[1] === "South");
    expect(cells[south + 1].slice(2, 7)).toEqual(["Big", 6, 6 / 106, null, "Regular"]);
  });

  test("ends the managers with what belongs to none of them", () => {
    const rows = [
      ["Client", "Manager", "Revenue"],
      ["Alpha", "Anna Berg", 60],
      ["Beta", "", 30],
      ["Gamma", "", 10],
    ];
    expect(
      cellsOf(rows)
        .find((cells) => cells[1] === "not stated")
        ?.slice(3, 6),
    ).toEqual([40, 0.4, 2]);
  });

  test("says how much money leads to the next limit, and why a client is key", () => {
    const { page } = dependencySheet(subject(plainRows({ Alpha: 150, Beta: 50, Gamma: 800 })));
    const headers = page.cells[page.list!.area.row];
    const row = page.cells.find((cells) => cells[2] === "Alpha" && cells[1] === 2)!;
    // 20 % of 1,000 + x: x = (0.2 · 1,000 − 150) / 0.8.
    expect(row[headers.indexOf("Money to the next limit")]).toBeCloseTo(62.5, 9);
    expect(row[headers.indexOf("Why key")]).toBe("Volume");
  });

  test("has gap columns only when somebody is above the dependence limit", () => {
    const headers = (rows: ReturnType<typeof plainRows>) => {
      const { page } = dependencySheet(subject(rows));
      return page.cells[page.list!.area.row];
    };
    expect(headers(plainRows({ Alpha: 60, Beta: 40 }))).toContain("Others must grow by");
    const flat = plainRows(Object.fromEntries(Array.from({ length: 20 }, (_, i) => [`C${i}`, 50])));
    expect(headers(flat)).not.toContain("Others must grow by");
  });
});

test("the cells of the ABC-XYZ matrix add up to all clients and the whole amount", () => {
  const { page, charts } = abcXyzSheet(subject(portfolioRows(60)));
  const { portfolio } = classified(portfolioRows(60));
  const figures = (top: number) =>
    page.cells
      .slice(top, top + 3)
      .flatMap((row) => row.slice(2, 6) as number[])
      .reduce((sum, each) => sum + each, 0);
  expect(figures(charts[0].series[0].values.row)).toBeCloseTo(portfolio.total, 6);
  const counts = page.cells.findIndex((row) => row[1] === "Number of clients");
  expect(figures(counts + 1)).toBe(60);
  const heat = page.conditions.find(({ kind }) => kind === "heat")!;
  expect(figures(heat.area.row)).toBeCloseTo(1, 12);
});

describe("a list of two years", () => {
  const years = (count: number) => [
    ["Client", "2024", "2025"],
    ...Array.from({ length: count }, (_, i) => [`C${i}`, 10 + i, 20 + ((i * 7) % count)]),
  ];

  test("has no sheet of those who have gone quiet, and no figures of it on Summary", () => {
    expect(activitySheet(subject(years(12)))).toBeNull();
    const text = summaryOf(years(12));
    expect(text).toContain("Who has gone quiet cannot be told");
    expect(text).toContain("more months or quarters, for who has gone quiet");
    expect(text).not.toMatch(/at risk/i);
  });

  test("has classes of size only, and no advice to try other limits", () => {
    const { page } = abcXyzSheet(subject(years(12)));
    const text = textsOn(page).join("\n");
    expect(text).toContain("A · large");
    expect(text).not.toContain("X · steady");
    expect(text).not.toContain("AX");
    const summary = summaryOf(years(12));
    expect(summary).not.toMatch(/class N|limits of 50|nor would/);
    expect(summary).toContain("the list has 2 periods");
  });
});

describe("no list of a page has a column without anything in it", () => {
  const months = Array.from(
    { length: 24 },
    (_, i) => `${2024 + Math.floor(i / 12)}-${String((i % 12) + 1).padStart(2, "0")}`,
  );
  const history = (client: number) =>
    months.map((_, i) => ((i + client) % 3 === 0 ? null : 100 + client * 7 + i));
  const rows = (extra: string[], cells: (client: number) => (string | number)[]) => [
    ["Client", ...months, ...extra],
    ...Array.from({ length: 14 }, (_, i) => [`C${i}`, ...history(i), ...cells(i)]),
  ];
  test.each([
    ["clients and months only", rows([], () => [])],
    ["departments, no managers", rows(["Department"], (i) => [`D${i % 3}`])],
    ["a profit without costs", rows(["Profit"], (i) => [40 - i * 5])],
    ["costs, but none to serve", rows(["Direct cost"], (i) => [900 + i])],
  ])("%s", (_, list) => {
    const of = subject(list);
    for (const [key, make] of sheets) {
      const page = make(of)?.page;
      if (!page?.list) continue;
      const { area } = page.list;
      for (let column = area.column; column < area.column + area.columns; column++) {
        const filled = page.cells
          .slice(area.row + 1, area.row + area.rows)
          .some((cells) => (cells[column] ?? "") !== "");
        const title = String(page.cells[area.row][column]);
        // What concerns few clients, and perhaps nobody, keeps its place.
        if (!/gap|why key|at risk|next expected/i.test(title))
          expect([key, title, filled]).toEqual([key, title, true]);
      }
    }
  });
});
