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

  const address = "Data!A1:C9";
  const headers = ["Client", "Sales"];
  const every: ProblemDetail[] = [
    { kind: "sheetNotFound", sheet: "x", sheets: ["Data"] },
    { kind: "sheetHidden", sheet: "Data" },
    { kind: "noList", sheet: null, sheets: ["Data"] },
    { kind: "noList", sheet: "Data" },
    { kind: "emptySheet", sheet: "Data" },
    { kind: "noClientColumn", address, headers },
    { kind: "noAmountColumn", address, headers, columns: [{ header: "Plan", column: "C", why: "plan" }] },
    { kind: "unknownColumn", column: "x", headers },
    { kind: "totalDiffers", address, stated: 1, read: 2, groups: "" },
    { kind: "duplicateHeader", header: "Sales", addresses: ["Data!B1", "Data!C1"] },
    { kind: "noClients", address, rows: 3 },
    { kind: "zeroTotal", address },
    { kind: "negativeTotal", address, total: -1 },
    { kind: "amountTooLarge", address },
    { kind: "unknownPreset", preset: "x", presets: ["asc-280"] },
    { kind: "badPolicy", path: "abc.aLimit", found: "2", expected: "0 < x ≤ 1" },
    { kind: "badPolicy", path: "", found: "[]", expected: "{ version, ladder }" },
    { kind: "badMapping", path: "columns[0].role", found: '"x"', expected: "client | amount" },
    { kind: "newerVersion", what: "columns" },
    { kind: "tooFewPeriods", asked: 9, available: 3 },
    { kind: "cellsToTheRight", address },
    { kind: "filterActive", address },
    { kind: "protectedSheet", sheet: "Data" },
    { kind: "protectedWorkbook" },
    { kind: "mergedCells", address },
    { kind: "sourceChanged", address },
    { kind: "leftStanding", address, headers, firstRow: 1, lastRow: 2, reason: "filter" },
    { kind: "madeHalf", address },
    { kind: "sheetFull", sheet: "Data" },
    { kind: "cutOff", sheets: ["Summary"], classified: true, reason: "protection" },
    { kind: "cutOff", sheets: ["Summary"], classified: true, reason: "refused" },
    { kind: "office", code: "GeneralException", untouched: true },
    { kind: "unexpected", untouched: true },
  ];

  test.each(every)("$kind: nothing of a selection, a pane or of what no file has", (detail) => {
    for (const language of ["en", "ru"] as const) {
      const line = said(detail, language);
      expect(line).not.toMatch(
        /select|pane\b|"What the columns|\breset|mapping|choose (?:another|the columns)|выделит|панел|сопоставлен|сброс|разделе|встаньте/i,
      );
      // Nor in words that only we know.
      expect(line).not.toMatch(/cutOff|madeHalf|unfinished|sourceChanged|editMode|leftStanding/);
      // Nothing is written when a run without a screen stops.
      expect(line).not.toMatch(/stand beside|may show|partly new|стоят рядом|частью новые|могут стоять/);
      expect(line.split("\n")).toHaveLength(1);
    }
  });

  test.each<[ProblemDetail["kind"], RegExp]>([
    ["sheetNotFound", /--sheet/],
    ["badPolicy", /--rules/],
    ["badMapping", /--column/],
    ["unknownPreset", /--preset/],
    ["tooFewPeriods", /--periods/],
    ["zeroTotal", /--column amount/],
  ])("%s names the option that leads out of it", (kind, option) => {
    const detail = every.find((each) => each.kind === kind)!;
    for (const language of ["en", "ru"] as const) expect(said(detail, language)).toMatch(option);
  });
});
