import { figuresOf } from "../../../../src/portfolio";
import { clientMatrixSheet } from "../../../../src/workbook/report/pages/client-matrix";
import { subjectOf } from "../../../../src/workbook/report/pages/subject";
import type { Cell } from "../../../workbook-records";
import { classified, today } from "../classified";

const criteria = ["Attractiveness: volume", "Attractiveness: growth", "Loyalty: price"];
const scored = (...clients: Cell[][]) => classified([["Client", "Revenue", ...criteria], ...clients]);
const textOf = (classification: ReturnType<typeof scored>, language: "en" | "ru") =>
  clientMatrixSheet(subjectOf(classification, language, today))!
    .page.cells.flat()
    .filter((cell) => typeof cell === "string")
    .join("\n")
    .replaceAll("\u00a0", " ");

test("scores that are not filled in are left out, and counted on the matrix and in the JSON", () => {
  const some = scored(["Aster", 500, 8, 7, 6], ["Birch", 400, 9, null, 3], ["Cedar", 300, null, 0, 4]);
  expect(
    figuresOf(some, { today, language: "en" }).clients.map(({ missingScores }) => missingScores),
  ).toEqual([0, 1, 2]);
  expect(some.attractiveness[1]).toBe(9);
  expect(textOf(some, "en")).toContain(
    "3 scores of 2 clients are not filled in: they are left out, and the others weigh more.",
  );
  expect(textOf(some, "ru")).toContain("Не заполнено 3 оценки (клиентов: 2).");
});

test("nothing is said where every score is there", () => {
  const all = scored(["Aster", 500, 8, 7, 6], ["Birch", 400, 9, 2, 3]);
  expect(textOf(all, "en")).not.toContain("not filled in");
});
