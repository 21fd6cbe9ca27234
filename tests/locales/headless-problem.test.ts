import { hostTextsOf } from "../../src/locales";
import { headlessProblem } from "../../src/locales/headless-problem";
import { Problem, type ProblemDetail } from "../../src/portfolio/problem";

const said = (detail: ProblemDetail, language: "en" | "ru" = "en", given = { rules: true }) =>
  headlessProblem(new Problem(detail), language, given);

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
  const doubt = {
    decided: false,
    alternatives: [{ label: "B", header: "Net", column: "B", choice: { level: 0 } }],
  };
  const abouts = ["client", "amount", "period", "level", "dayOrder", "currency", "total"] as const;
  /** Every kind at least once: a new one that is not here is no type. */
  const kinds: { [Kind in ProblemDetail["kind"]]: Extract<ProblemDetail, { kind: Kind }>[] } = {
    sheetNotFound: [{ kind: "sheetNotFound", sheet: "x", sheets: ["Data"] }],
    sheetHidden: [{ kind: "sheetHidden", sheet: "Data" }],
    noList: [
      { kind: "noList", sheet: null, sheets: ["Data"] },
      { kind: "noList", sheet: "Data" },
    ],
    emptySheet: [{ kind: "emptySheet", sheet: "Data" }],
    noClientColumn: [{ kind: "noClientColumn", address, headers }],
    noAmountColumn: [
      { kind: "noAmountColumn", address, headers, columns: [{ header: "Plan", column: "C", why: "plan" }] },
    ],
    mixedUnits: [
      {
        kind: "mixedUnits",
        address,
        columns: [
          { header: "2024, USD", column: "B" },
          { header: "2025, EUR", column: "C" },
        ],
      },
    ],
    unknownColumn: [{ kind: "unknownColumn", column: "x", headers }],
    totalDiffers: [
      { kind: "totalDiffers", address, stated: 1, read: 2, groups: "" },
      { kind: "totalDiffers", address, stated: 1, read: 2, groups: "Data!A3:A5" },
    ],
    duplicateHeader: [{ kind: "duplicateHeader", header: "Sales", addresses: ["Data!B1", "Data!C1"] }],
    noClients: [{ kind: "noClients", address, rows: 3 }],
    zeroTotal: [{ kind: "zeroTotal", address }],
    negativeTotal: [{ kind: "negativeTotal", address, total: -1 }],
    amountTooLarge: [{ kind: "amountTooLarge", address }],
    unknownPreset: [{ kind: "unknownPreset", preset: "x", presets: ["asc-280"] }],
    badPolicy: [
      { kind: "badPolicy", path: "abc.aLimit", found: "2", expected: "0 < x ≤ 1" },
      { kind: "badPolicy", path: "", found: "[]", expected: "{ version, ladder }" },
      { kind: "badPolicy", path: "version", found: "–", expected: "1" },
    ],
    badMapping: [{ kind: "badMapping", path: "columns[0].role", found: '"x"', expected: "client | amount" }],
    newerVersion: [
      { kind: "newerVersion", what: "columns" },
      { kind: "newerVersion", what: "rules" },
    ],
    tooFewPeriods: [
      { kind: "tooFewPeriods", asked: 9, available: 3 },
      { kind: "tooFewPeriods", asked: 9, available: 0 },
    ],
    cellsToTheRight: [{ kind: "cellsToTheRight", address }],
    filterActive: [{ kind: "filterActive", address }],
    protectedSheet: [{ kind: "protectedSheet", sheet: "Data" }],
    protectedWorkbook: [{ kind: "protectedWorkbook" }],
    mergedCells: [{ kind: "mergedCells", address }],
    unmarkedResults: [{ kind: "unmarkedResults", address }],
    mergedResults: [{ kind: "mergedResults", address }],
    cellLeft: [{ kind: "cellLeft", address }],
    cellsWrittenOver: [
      { kind: "cellsWrittenOver", writtenOver: [{ address, content: "ask Anna" }], reason: "protection" },
    ],
    sourceChanged: [{ kind: "sourceChanged", address }],
    leftStanding: [
      { kind: "leftStanding", address, headers, firstRow: 1, lastRow: 2, reason: "filter" },
      { kind: "leftStanding", address, headers, firstRow: 1, lastRow: 2, reason: "protection" },
      { kind: "leftStanding", address, headers, firstRow: 1, lastRow: 2, reason: "refused" },
    ],
    scoresLeft: [
      { kind: "scoresLeft", address, headers, reason: "filter" },
      { kind: "scoresLeft", address, headers, reason: "protection" },
      { kind: "scoresLeft", address, headers, reason: "refused" },
    ],
    madeHalf: [{ kind: "madeHalf", address }],
    sheetFull: [{ kind: "sheetFull", sheet: "Data" }],
    cutOff: [
      { kind: "cutOff", sheets: ["Summary"], classified: true, reason: "protection" },
      { kind: "cutOff", sheets: ["Summary"], classified: true, reason: "refused" },
    ],
    office: [{ kind: "office", code: "GeneralException", untouched: true }],
    unexpected: [{ kind: "unexpected", untouched: true }],
    sourceGone: [
      { kind: "sourceGone", sheet: "Data" },
      { kind: "sourceGone", sheet: null },
    ],
    readOnlyWorkbook: [{ kind: "readOnlyWorkbook" }],
    editMode: [{ kind: "editMode" }],
    unfinished: [
      { kind: "unfinished", work: "undo" },
      { kind: "unfinished", work: "remove" },
    ],
    noSuchClient: [{ kind: "noSuchClient", client: "Aster" }],
    noClientSelected: [{ kind: "noClientSelected" }],
    cancelled: [{ kind: "cancelled" }],
    notLoaded: [{ kind: "notLoaded" }],
    doubtful: abouts.map((about) => ({ kind: "doubtful", doubt: { about, ...doubt } })),
  };
  const every: readonly ProblemDetail[] = Object.values(kinds).flat();

  test.each(every)("$kind: nothing of a selection, a pane or of what no file has", (detail) => {
    for (const language of ["en", "ru"] as const) {
      const line = said(detail, language);
      expect(line).not.toMatch(
        /select|pane\b|"What the columns|\breset|mapping|choose (?:another|the columns)|выделит|панел|сопоставлен|сброс|разделе|встаньте/i,
      );
      expect(line).not.toMatch(
        /click|press\b|Esc\b|\btab\b|review|ribbon|button|in Results|Look at|щёлкн|нажмите|ярлык|рецензирован|лент[аеуы]|кнопк|«Итоги»/i,
      );
      expect(line).not.toMatch(/ is –|— –|undefined|null|NaN|\[object/);
      // Nor in words that only we know.
      expect(line).not.toMatch(/cutOff|madeHalf|unfinished|sourceChanged|cellLeft|editMode|leftStanding/);
      // Nothing is written when a run without a screen stops.
      expect(line).not.toMatch(/stand beside|may show|partly new|стоят рядом|частью новые|могут стоять/);
      expect(line.split("\n")).toHaveLength(1);
    }
  });

  const ofTheScreen =
    /select|pane\b|click|press\b|\btab\b|review|ribbon|button|formulas,|выделит|панел|щёлкн|нажмите|ярлык|рецензирован|лент[аеуы]|кнопк|«формулы»/i;

  test.each(["en", "ru"] as const)("in %s, nor does any other line of the command", (language) => {
    const { headless } = hostTextsOf[language];
    for (const [name, text] of Object.entries(headless)) {
      const line = typeof text === "string" ? text : (text as (...facts: string[]) => string)("1", "2", "3");
      expect([name, line]).toEqual([name, expect.not.stringMatching(ofTheScreen)]);
      expect([name, line]).toEqual([name, expect.not.stringMatching(/[\r\n]|undefined|NaN/)]);
    }
  });

  test("says of rules where they stand, and of a value that is missing that it is", () => {
    const [value, none, missing] = kinds.badPolicy;
    expect(said(missing)).toBe(
      "The rules have a value that cannot be used: version is missing, expected 1. Correct the value in the file given with --rules, or give other rules with --rules.",
    );
    expect(said(missing, "ru")).toMatch(/version — не указано, а нужно 1\. Исправьте значение в файле/);
    for (const detail of [value, none, missing])
      for (const language of ["en", "ru"] as const)
        expect(said(detail, language, { rules: false })).toMatch(
          /^(?!.*(?:file given|файле, указанном)).*(?:workbook keeps|в книге).*--rules/,
        );
  });

  test.each<[ProblemDetail["kind"], RegExp]>([
    ["sheetHidden", /--sheet/],
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
