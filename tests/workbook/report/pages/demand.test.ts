import { figuresOf } from "../../../../src/portfolio";
import { reportTextsOf } from "../../../../src/locales/report-texts";
import { abcXyzSheet } from "../../../../src/workbook/report/pages/abc-xyz";
import { subjectOf } from "../../../../src/workbook/report/pages/subject";
import type { Cell } from "../../../workbook-records";
import { classified, plainRows, today } from "../classified";

const months = Array.from({ length: 12 }, (_, month) => `2025-${String(month + 1).padStart(2, "0")}`);
const rows: Cell[][] = [
  ["Client", ...months],
  ["Even", ...months.map(() => 100)],
  ["Uneven", ...months.map((_, month) => (month % 4 === 0 ? 900 : 40))],
  ["Pausing", ...months.map((_, month) => (month % 3 === 0 ? 300 : 0))],
  ["Jumping", ...months.map((_, month) => (month % 3 === 0 ? [20, 1000, 30, 25][month / 3] : 0))],
  ["Once", ...months.map((_, month) => (month === 4 ? 50 : 0))],
];

describe.each(["en", "ru"] as const)("how clients order, on ABC-XYZ (%s)", (language) => {
  const classification = classified(rows);
  const { page } = abcXyzSheet(subjectOf(classification, language, today));
  const { demand } = reportTextsOf[language].abcXyz;

  test("stands beside each client, as the JSON has it", () => {
    const heads = page.cells.findIndex(
      (row) => row[1] === reportTextsOf[language].client && row.includes(demand.headers.pattern),
    );
    const column = page.cells[heads].indexOf(demand.headers.pattern);
    const shown = Object.fromEntries(
      page.cells.slice(heads + 1).map((row) => [String(row[1]), row[column] ?? null]),
    );
    const figures = figuresOf(classification, { today, language });
    expect(shown).toMatchObject(
      Object.fromEntries(figures.clients.map(({ name, demand: own }) => [name, own && demand.names[own]])),
    );
    expect(figures.clients.map(({ demand: own }) => own)).toEqual([
      "smooth",
      "erratic",
      "intermittent",
      "lumpy",
      null,
    ]);
  });

  test("is counted with the money behind it; every client once", () => {
    const from = page.cells.findIndex((row) => row[1] === demand.headers.pattern);
    const lines = page.cells.slice(from + 1, from + 6).map((row) => [row[1], row[3], row[2]]);
    expect(lines).toEqual([
      [demand.names.smooth, 1200, 1],
      [demand.names.erratic, 3 * 900 + 9 * 40, 1],
      [demand.names.intermittent, 1200, 1],
      [demand.names.lumpy, 1075, 1],
      [demand.none.name, 50, 1],
    ]);
  });
});

test("says nothing of it where there are no periods", () => {
  const { page } = abcXyzSheet(subjectOf(classified(plainRows({ Aster: 700, Birch: 200 })), "en", today));
  expect(page.cells.flat()).not.toContain(reportTextsOf.en.abcXyz.demand.title);
});
