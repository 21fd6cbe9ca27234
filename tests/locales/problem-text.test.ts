import { findingText, problemText, type Language } from "../../src/locales";
import { Problem, type Finding, type FindingKind, type ProblemDetail } from "../../src/portfolio";

/** One of every kind; the type refuses a missing one. */
const details: { [Kind in ProblemDetail["kind"]]: Extract<ProblemDetail, { kind: Kind }> } = {
  sheetNotFound: { kind: "sheetNotFound", sheet: "Sales", sheets: ["Clients", "Prices"] },
  sourceGone: { kind: "sourceGone", sheet: "Clients" },
  sheetHidden: { kind: "sheetHidden", sheet: "Clients" },
  noList: { kind: "noList", sheet: "Clients" },
  emptySheet: { kind: "emptySheet", sheet: "Clients" },
  noClientColumn: { kind: "noClientColumn", address: "Clients!A1:C9", headers: ["Jan", "Feb"] },
  noAmountColumn: {
    kind: "noAmountColumn",
    address: "Clients!A1:C9",
    headers: ["Client", "Zip", "Qty"],
    columns: [
      { header: "Zip", column: "B", why: "contact" },
      { header: "Qty", column: "C", why: "quantity" },
    ],
  },
  mixedUnits: {
    kind: "mixedUnits",
    address: "Clients!A1:C1",
    columns: [
      { header: "Sales 2024, USD", column: "B" },
      { header: "Sales 2025, EUR", column: "C" },
    ],
  },
  doubtful: {
    kind: "doubtful",
    doubt: {
      about: "amount",
      alternatives: [
        { label: "Net value", column: "D", choice: {} },
        { label: "Gross value", column: "E", choice: {} },
      ],
      decided: false,
    },
  },
  unknownColumn: { kind: "unknownColumn", column: "Nett", headers: ["Client", "Net value"] },
  totalDiffers: {
    kind: "totalDiffers",
    address: "Clients!B90",
    stated: 1_532_277,
    read: 9_193_662,
    groups: "Clients!A4:B9",
  },
  duplicateHeader: { kind: "duplicateHeader", header: "Sales", addresses: ["Clients!B1", "Clients!D1"] },
  noClients: { kind: "noClients", address: "Clients!A1:C9", rows: 8 },
  zeroTotal: { kind: "zeroTotal", address: "Clients!B2:B9" },
  amountTooLarge: { kind: "amountTooLarge", address: "Clients!B4" },
  negativeTotal: { kind: "negativeTotal", address: "Clients!B2:B9", total: -12_500 },
  unknownPreset: { kind: "unknownPreset", preset: "best", presets: ["asc-280", "kolotilov-2012"] },
  badPolicy: { kind: "badPolicy", path: "abc.aLimit", found: "2", expected: "0 … 1" },
  badMapping: { kind: "badMapping", path: "columns[0].role", found: '"buyer"', expected: "client | amount" },
  newerVersion: { kind: "newerVersion", what: "rules" },
  tooFewPeriods: { kind: "tooFewPeriods", asked: 12, available: 7 },
  cellsToTheRight: { kind: "cellsToTheRight", address: "Clients!D1:D9" },
  filterActive: { kind: "filterActive", address: "Clients!A1:C9" },
  protectedSheet: { kind: "protectedSheet", sheet: "Clients" },
  protectedWorkbook: { kind: "protectedWorkbook" },
  readOnlyWorkbook: { kind: "readOnlyWorkbook" },
  mergedCells: { kind: "mergedCells", address: "Clients!A3:A4" },
  mergedResults: { kind: "mergedResults", address: "Clients!F1:G1" },
  unmarkedResults: { kind: "unmarkedResults", address: "Clients!D2:H7" },
  editMode: { kind: "editMode" },
  cellLeft: { kind: "cellLeft", address: "Clients!S11" },
  cellsWrittenOver: {
    kind: "cellsWrittenOver",
    writtenOver: [{ address: "Clients!S11", content: "ask Anna" }],
    reason: "protection",
  },
  sourceChanged: { kind: "sourceChanged", address: "Clients!A1:C9" },
  madeHalf: { kind: "madeHalf", address: "Clients!A1:F9" },
  leftStanding: {
    kind: "leftStanding",
    address: "Clients!A1:C7",
    headers: ["Share", "Status"],
    firstRow: 2,
    lastRow: 7,
    reason: "filter",
    writtenOver: [{ address: "Clients!E3", content: "ask Anna" }],
  },
  scoresLeft: {
    kind: "scoresLeft",
    address: "Clients!E1:F9",
    headers: ["Loyalty: price"],
    reason: "protection",
  },
  unfinished: {
    kind: "unfinished",
    work: "undo",
    standing: {
      address: "Clients!A1:C7",
      headers: ["Share", "Status"],
      firstRow: 2,
      lastRow: 7,
      reason: "filter",
    },
    typed: [{ address: "Dossier!B40", content: "ask Anna" }],
  },
  noSuchClient: { kind: "noSuchClient", client: "Alder Works" },
  noClientSelected: { kind: "noClientSelected" },
  sheetFull: { kind: "sheetFull", sheet: "Clients" },
  cancelled: { kind: "cancelled", made: "Clients" },
  cutOff: { kind: "cutOff", sheets: ["Summary", "Dependency"], classified: true, reason: "refused" },
  office: { kind: "office", code: "GeneralException" },
  notLoaded: { kind: "notLoaded" },
  unexpected: { kind: "unexpected" },
};

const findingKinds: Record<FindingKind, true> = {
  textNumber: true,
  textNumbers: true,
  dashAsZero: true,
  groupRow: true,
  detailRow: true,
  countRow: true,
  othersRow: true,
  likelySame: true,
  notANumber: true,
  excelError: true,
  criterionNotANumber: true,
  criterionOutOfScale: true,
  profitNotANumber: true,
  attributeLeftOut: true,
  totalRow: true,
  totalColumn: true,
  repeatedClient: true,
  unnamedRow: true,
  negativeAmount: true,
  amountDiffersFromPeriods: true,
  incompletePeriod: true,
  periodOfOtherLength: true,
  fallbackToRevenue: true,
};

const languages: Language[] = ["en", "ru"];
const kinds = Object.keys(details) as ProblemDetail["kind"][];
const cyrillic = /[а-яё]/i;

/** Facts that the sentence must name: every text and number of the detail. */
function factsOf(detail: ProblemDetail, language: Language): string[] {
  if (detail.kind === "doubtful")
    return detail.doubt.alternatives.flatMap(({ label, column = "" }) => [label, column]);
  if (detail.kind === "noAmountColumn" && detail.columns) {
    const { columns, ...others } = detail;
    return [...columns.flatMap(({ header, column }) => [header, column]), ...factsOf(others, language)];
  }
  if (detail.kind === "mixedUnits")
    return [detail.address, ...detail.columns.flatMap(({ header, column }) => [header, column])];
  if (detail.kind === "leftStanding" || detail.kind === "unfinished") {
    const standing = detail.kind === "unfinished" ? detail.standing! : detail;
    const { address, headers, firstRow, lastRow, writtenOver = [] } = standing;
    const over = detail.kind === "unfinished" ? detail.typed! : writtenOver;
    const typed = over.flatMap((cell) => [cell.address, cell.content]);
    return [address, ...headers, String(firstRow), String(lastRow), ...typed];
  }
  if (detail.kind === "cellsWrittenOver")
    return detail.writtenOver.flatMap(({ address, content }) => [address, content]);
  if (detail.kind === "scoresLeft") return [detail.address, ...detail.headers];
  if (detail.kind === "newerVersion") return [];
  if (detail.kind === "cutOff") return [...detail.sheets];
  const number = new Intl.NumberFormat(language === "en" ? "en-US" : "ru-RU");
  return Object.entries(detail)
    .filter(([key]) => key !== "kind")
    .flatMap(([, value]: [string, string | number | string[]]) => value)
    .map((fact) => (typeof fact === "number" ? number.format(fact).replace("-", "\u2212") : fact));
}

describe.each(languages)("problemText in %s", (language) => {
  it.each(kinds)("%s: names every fact, and says what to do in full sentences", (kind) => {
    const detail = details[kind];
    const text = problemText(new Problem(detail), language);
    for (const fact of factsOf(detail, language)) expect(text).toContain(fact);
    expect(text).toMatch(/^[\p{Lu}\d].*\.$/su);
    expect(cyrillic.test(text)).toBe(language === "ru");
    expect(text).not.toMatch(/undefined|null|NaN|\[object/);
  });

  it("says that the list is as it was only where that is known", () => {
    const claim = language === "en" ? "left as it was" : "остался прежним";
    const codes = { kind: "office", code: "GeneralException" } as const;
    for (const detail of [codes, { kind: "unexpected" } as const]) {
      expect(problemText(new Problem(detail), language)).not.toContain(claim);
      expect(problemText(new Problem({ ...detail, untouched: true }), language)).toContain(claim);
    }
  });

  it("quotes no more of a header than can be read, however long it is", () => {
    const long = "x".repeat(32_000);
    for (const detail of [
      { kind: "duplicateHeader", header: long, addresses: ["Clients!A1"] },
      { kind: "noClientColumn", address: "Clients!A1:B9", headers: [long, long] },
      {
        kind: "noAmountColumn",
        address: "Clients!A1:B9",
        headers: [],
        columns: [{ header: long, column: "A", why: "other" }],
      },
      { kind: "unknownColumn", column: long, headers: [long] },
    ] satisfies ProblemDetail[]) {
      expect(problemText(new Problem(detail), language).length).toBeLessThan(600);
    }
  });

  it("says every problem differently", () => {
    expect(new Set(kinds.map((kind) => problemText(new Problem(details[kind]), language))).size).toBe(
      kinds.length,
    );
  });

  it.each([
    "RequestPayloadSizeLimitExceeded",
    "ResponsePayloadSizeLimitExceeded",
    "AccessDenied",
    "ItemAlreadyExists",
    "ItemNotFound",
    "ApiNotFound",
  ])("explains the Office error %s in words", (code) => {
    const text = problemText(new Problem({ kind: "office", code }), language);
    expect(text).not.toContain(code);
  });
});

describe.each(languages)("findingText in %s", (language) => {
  it.each(Object.keys(findingKinds) as FindingKind[])(
    "%s: names the cell, and says what was done",
    (kind) => {
      const finding: Finding = { kind, address: "Clients!B7", content: "1 234,5", taken: 1234.5 };
      const text = findingText(finding, language);
      expect(text).toContain("Clients!B7");
      expect(text).toMatch(/[.]$/);
      expect(cyrillic.test(text)).toBe(language === "ru");
      expect(text).not.toMatch(/undefined|null|NaN/);
    },
  );

  it("shows the number that was taken in the reader's dress", () => {
    const finding: Finding = { kind: "textNumber", address: "Clients!B7", content: "x", taken: 1234.5 };
    expect(findingText(finding, language)).toContain(language === "en" ? "1,234.5" : "1\u00a0234,5");
  });
});
