/**
 * One figure is one number wherever it stands: in the pane, beside the list, on the sheets of the report as they are written to
 * a file, in their sentences, in the JSON and by formula; rounded alike, in the same dress.
 *
 * @jest-environment-options {"globalsCleanup": "off"}
 */
import "../taskpane/browser-globals";
import { reportTextsOf } from "../../src/locales/report-texts";
import { readWorkbook, writeWorkbook } from "../../src/host/xlsx";
import type { WorkbookRecord } from "../../src/host/workbook-record";
import { figuresOf, type Classification } from "../../src/portfolio";
import { classifyAndReport } from "../../src/workbook/report/portfolio-report";
import { startExcel } from "../excel";
import { workbookOf } from "../workbook-records";
import { drawnList, knownLists, type TruthList } from "./lists";
import { labelsInView, paneSays } from "./pane-says";
import { formulasSay, jsonSays, sentencesSay, sheetSays } from "./places";
import { contradictions, shownRows, type Said } from "./said";

const today = "2026-01-15";
const drawn = 24;

async function reported({
  sheet,
  language,
}: TruthList): Promise<{ record: WorkbookRecord; classification: Classification }> {
  const excel = await startExcel(workbookOf([sheet]), { language: language === "ru" ? "ru-RU" : "en-US" });
  try {
    const { classification } = await classifyAndReport({
      today,
      displayLanguage: language,
      language,
      // Rows without an amount could be headings of others.
      choices: { level: -1 },
    });
    const written = await writeWorkbook(await excel.host.toRecord());
    return { classification, record: (await readWorkbook(written)).record };
  } finally {
    excel.stop();
  }
}

/** Everything that is said of the list, in all places. */
async function everythingSaid(
  { language }: TruthList,
  { record, classification }: Awaited<ReturnType<typeof reported>>,
): Promise<Said[]> {
  const report = new Set<string>(Object.values(reportTextsOf[language].sheets));
  const figures = figuresOf(classification, { today, language });
  return [
    ...jsonSays(figures, classification.base, language),
    ...formulasSay(classification, language),
    ...record.sheets.flatMap((sheet) =>
      sheetSays(sheet, { classification, list: !report.has(sheet.name) }, language),
    ),
    ...record.sheets
      .filter(({ name }) => report.has(name))
      .flatMap((sheet) =>
        sentencesSay(
          shownRows(sheet, language).flatMap((row) => [...row.values()]),
          `${sheet.name}: sentences`,
          classification,
          language,
        ),
      ),
    ...(await paneSays(classification, language)),
  ];
}

test.each(knownLists)("$name: every figure is the same in every place", async (list) => {
  const run = await reported(list);
  const said = await everythingSaid(list, run);
  expect(contradictions(said)).toEqual([]);
  // No word stands for two numbers on one screen.
  const ambiguous = [...labelsInView(run.classification, list.language)].filter(
    ([, shown]) => shown.size > 1,
  );
  expect(ambiguous).toEqual([]);
  // Each kind of place has spoken.
  const places = new Set(said.map(({ place }) => place.replace(/:.*/, "")));
  const { sheets } = reportTextsOf[list.language];
  expect([...places]).toEqual(
    expect.arrayContaining(["JSON", "formulas", "pane", sheets.summary, sheets.dependency, sheets.abcXyz]),
  );
});

test("what is told over time, of demand and of managers stands in more than one place", async () => {
  const sample = knownLists.find(({ name }) => name === "the sample, en")!;
  const places = new Map<string, Set<string>>();
  for (const { figure, place } of await everythingSaid(sample, await reported(sample))) {
    const kind = figure.replace(/^(?:\d{4}-\d\d|manager .*|[^:]*): /, "");
    places.set(kind, (places.get(kind) ?? new Set()).add(place));
  }
  for (const kind of ["demand", "activity", "what happened", "key clients", "net", "came", "lost", "rate"]) {
    expect([kind, [...places.get(kind)!]]).toEqual([
      kind,
      expect.arrayContaining(["JSON", expect.anything()]),
    ]);
    expect([kind, places.get(kind)!.size]).not.toEqual([kind, 1]);
  }
});

test.each(Array.from({ length: drawn }, (_, i) => drawnList(i + 1)))(
  "$name: every figure is the same in every place",
  async (list) => {
    expect(contradictions(await everythingSaid(list, await reported(list)))).toEqual([]);
  },
);
