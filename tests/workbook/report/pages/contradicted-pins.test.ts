import {
  classify,
  defaultPolicy,
  parseMapping,
  readPortfolio,
  type Classification,
} from "../../../../src/portfolio";
import { reportTextsOf } from "../../../../src/locales/report-texts";
import { dependencySheet } from "../../../../src/workbook/report/pages/dependency/dependency";
import { subjectOf } from "../../../../src/workbook/report/pages/subject";
import { listOf, mappingOf, type Cell } from "../../../portfolio/lists";
import { today } from "../classified";

const rows: Cell[][] = [
  ["Client", "Sales"],
  ["Aster", 700],
  ["Birch", 150],
  ["Cedar", 60],
  ["Dill", 40],
];

function withPins(pins: readonly object[]): Classification {
  const mapping = parseMapping({ ...mappingOf({ Client: "client", Sales: "amount" }), choices: { pins } });
  return classify(readPortfolio(listOf(rows), mapping, defaultPolicy, today), defaultPolicy);
}

const cellsOf = (classification: Classification, language: "en" | "ru" = "en") =>
  dependencySheet(subjectOf(classification, language, today)).page.cells.map((row) =>
    row.map((cell) => (typeof cell === "string" ? cell.replaceAll("\u00a0", " ") : cell)),
  );

const pins = [
  { client: "Cedar", status: "key", reason: "opens the north", until: "2026-12-31" },
  { client: "Aster", status: "regular", reason: "one project", until: null },
  { client: "Birch", status: "key", reason: "as it is", until: null },
  { client: "Dill", status: "key", reason: "over by now", until: "2025-12-31" },
];

test("decisions that the money contradicts are listed on Dependency, the largest client first, with what the figures say", () => {
  const cells = cellsOf(withPins(pins));
  const from = cells.findIndex((row) => row[1] === "Client" && row.includes("You decided"));
  expect(
    cells.slice(from + 1, from + 3).map((row) => row.filter((cell) => cell !== null && cell !== undefined)),
  ).toEqual([
    ["Aster", 700, 700 / 950, "Mono-client", "Regular", "one project"],
    ["Cedar", 60, 60 / 950, "Regular", "Key", "opens the north; until December 31, 2026"],
  ]);
  expect(cells[from + 3]?.[1]).not.toBe("Birch");
});

test.each(["en", "ru"] as const)(
  "no list where the figures agree, or nobody decided anything (%s)",
  (language) => {
    const { title } = reportTextsOf[language].dependency.decisions;
    expect(cellsOf(withPins(pins), language).flat()).toContain(title);
    for (const agreed of [[], [pins[2]], [pins[3]]]) {
      expect(cellsOf(withPins(agreed), language).flat()).not.toContain(title);
    }
  },
);
