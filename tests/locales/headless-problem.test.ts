import { headlessProblem } from "../../src/locales/headless-problem";
import { Problem, type ProblemDetail } from "../../src/portfolio/problem";

const said = (detail: ProblemDetail, language: "en" | "ru" = "en") =>
  headlessProblem(new Problem(detail), language);

describe("what a run without a screen says when it stops", () => {
  test("is one short line, however long the headers are and whatever stands in them", () => {
    const headers = Array.from(
      { length: 16_384 },
      (_, index) => `Header\r\n number ${index} ${"x".repeat(500)}`,
    );
    for (const kind of ["noClientColumn", "noAmountColumn"] as const) {
      for (const language of ["en", "ru"] as const) {
        const line = said({ kind, address: "Data!A1:XFD1", headers }, language);
        expect(line).not.toMatch(/[\r\n]/);
        expect(line.length).toBeLessThan(400);
      }
    }
  });

  test("names the options, and never a selection or a pane", () => {
    expect(said({ kind: "noClientColumn", address: "Data!A1:B1", headers: ["A", "B"] })).toBe(
      'The list at Data!A1:B1 has no column of client names (its headers: A, B). Give that column the header "Client", or name it with --column client=B (a header or a column letter).',
    );
    expect(said({ kind: "noAmountColumn", address: "Data!A1:B1", headers: ["A", "B"] }, "ru")).toBe(
      "В списке Data!A1:B1 нет столбца с выручкой (заголовки: A, B). Озаглавьте этот столбец «Выручка» или укажите его с помощью --column amount=B (заголовок или буква столбца).",
    );
    expect(said({ kind: "noList", sheet: null, sheets: ["Plan", "Notes"] })).toMatch(/Plan, Notes.*--sheet/);
    expect(said({ kind: "emptySheet", sheet: "Plan" })).toMatch(/"Plan".*--sheet/);
    expect(said({ kind: "unexpected" })).not.toMatch(/pane/);
  });
});
