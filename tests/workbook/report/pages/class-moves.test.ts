import {
  defaultPolicy,
  finish,
  firmnessOf,
  movesSteps,
  snapshotOf,
  type Classification,
} from "../../../../src/portfolio";
import type { Language } from "../../../../src/locales";
import { movementSheet } from "../../../../src/workbook/report/pages/movement/movement";
import { subjectOf } from "../../../../src/workbook/report/pages/subject";
import { summarySheet } from "../../../../src/workbook/report/pages/summary/summary";
import type { Page } from "../../../../src/workbook/report/paint/page/page";
import type { Cell } from "../../../workbook-records";
import { classified, plainRows, portfolioRows, today } from "../classified";

const compared = (then: Classification, now: Classification, sameRules = true) => ({
  moves: finish(movesSteps(snapshotOf(then), now, firmnessOf(now))),
  sameRules,
});

/** The page after a run, with the run before it. */
function pageOf(
  then: Classification,
  now: Classification,
  language: Language = "en",
  sameRules = true,
): Page {
  return movementSheet(subjectOf(now, language, today, compared(then, now, sameRules)))!.page;
}

const textOf = (page: Page) =>
  page.cells
    .flatMap((row) => row.slice(0, page.widths.length).filter((cell) => cell !== null))
    .join("\n")
    .replace(/[\u00a0\u202f]/g, " ");

const rowOf = (page: Page, name: string): Cell[] =>
  page.cells.findLast((cells) => cells[1] === name) as Cell[];

const then = classified(plainRows({ Aster: 700, Birch: 200, Cedar: 60, Dill: 40 }));
const now = classified(plainRows({ Aster: 600, Birch: 50, Dill: 500, Elm: 300 }));

describe("the classes since an earlier run", () => {
  test("stand on Movement although the list has no periods: who moved, came in and left, with the money", () => {
    const page = pageOf(then, now);
    const text = textOf(page);
    expect(text).toContain("3 clients changed class since January 15, 2026.");
    expect(text).toContain("1 client came into the list. 1 client is no longer in it.");
    expect(text).toContain("Status: Regular → Dependence; ABC: C → A");
    expect(rowOf(page, "Dill").slice(2)).toEqual([
      "Moved",
      "Dependence",
      40,
      500,
      460,
      11.5,
      500 / 1450,
      expect.anything(),
      "Regular · C → Dependence · A",
    ]);
    expect(rowOf(page, "Elm").slice(2, 6)).toEqual(["New", "Dependence", null, 300]);
    expect(page.cells.some((cells) => cells[1] === "Cedar" && cells[4] === 60)).toBe(true);
  });

  test("have a table from class to class that holds every client that was there then and is now, with the money of now", () => {
    const { cells } = pageOf(then, now);
    const head = cells.findIndex((row) => row[1] === "ABC class then");
    expect(cells.slice(head + 1, head + 4).map((row) => row.slice(1, 8))).toEqual([
      ["A", 1, 600, 0, 0, 1, 50],
      ["B", 0, 0, 0, 0, 0, 0],
      ["C", 1, 500, 0, 0, 0, 0],
    ]);
  });

  test("are not there after the first run; one line says that the next will tell", () => {
    const months = classified(portfolioRows(12));
    const first = movementSheet(subjectOf(months, "en", today, "next"))!.page;
    expect(textOf(first)).toContain("The classes of this run are remembered");
    expect(textOf(first)).not.toContain("Classes since");
    const plain = subjectOf(now, "en", today, "next");
    expect(movementSheet(plain)).toBeNull();
    expect(textOf(summarySheet(plain).page)).toContain("The classes of this run are remembered");
  });

  test("say so when nobody moved, and when the rules are other ones", () => {
    expect(textOf(pageOf(now, now))).toContain("Nobody has certainly changed class since January 15, 2026.");
    const strict = classified(plainRows({ Aster: 700, Birch: 200, Cedar: 60, Dill: 40 }), {
      ...defaultPolicy,
      abc: { ...defaultPolicy.abc, aLimit: 0.5 },
    });
    expect(textOf(pageOf(then, strict, "en", false))).toContain("The rules are other ones than then");
  });

  test("are borderline, and no moves, where other months would have given another class", () => {
    // Two that buy in turns: who is the larger one depends on the months.
    const rows = (last: number): Cell[][] => [
      ["Client", "2025-07", "2025-08", "2025-09", "2025-10", "2025-11", "2025-12"],
      ["Aster", 9000, 0, 9000, 0, 9000, last],
      ["Birch", 0, 9000, 0, 9000, 0, 8000],
      ["Cedar", 900, 900, 900, 900, 900, 900],
    ];
    const page = pageOf(classified(rows(0)), classified(rows(16000)));
    const text = textOf(page);
    expect(text).toContain("Borderline");
    expect(text).toMatch(/so close to a limit that other periods would have given another class/);
    expect(text).toMatch(/^[^\n]+ → [^\n]+ \(borderline\)$/m);
  });

  test.each<[Language, RegExp]>([
    ["en", /undefined|NaN|null/],
    ["ru", /undefined|NaN|null|[a-z]{4,}/i],
  ])("are told in the language of the workbook: %s", (language, foreign) => {
    const page = pageOf(then, now, language);
    const words = textOf(page).replace(/Aster|Birch|Cedar|Dill|Elm/g, "");
    expect(words).not.toMatch(foreign);
  });

  test("of a list with months stand behind who came and who went, and last in the list of all clients", () => {
    const page = pageOf(classified(portfolioRows(10)), classified(portfolioRows(14)));
    const text = textOf(page);
    expect(text.indexOf("From then to now")).toBeLessThan(text.indexOf("Classes since"));
    expect(rowOf(page, "Client 0014").at(-1)).toMatch(/\(new in the list\)$/);
  });
});
