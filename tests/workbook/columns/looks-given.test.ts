import type { Area, SheetRecord } from "../../../src/host/workbook-record";
import { classifyRows } from "../../../src/workbook";
import { limits } from "../../../src/workbook/cells/read-rows";
import { removeKeyfolio } from "../../../src/workbook/undo/remove-keyfolio";
import type { StartedExcel } from "../../excel";
import { cellsIn, sheetOf, sheetWithTable } from "../../workbook-records";
import { clients, request } from "../lists";
import { openWithoutCards, ordered, problemOfRun } from "../session";
import { ways } from "../ways-back";

const usual = { ...limits };
afterEach(() => void Object.assign(limits, usual));

type Sheet = ReturnType<StartedExcel["host"]["workbook"]["worksheets"]["getItem"]>;

/** A region under a dressed header row: new headers are dressed like it. */
function region(): SheetRecord {
  const sheet = sheetOf("Clients", clients);
  for (const cell of sheet.cells) if (cell.row === 0) cell.format = { fill: "#FFF2CC", font: { bold: true } };
  return sheet;
}
const inSeveralRequests = () => region();
const table = () => sheetWithTable("Clients", "Deals", clients);

const widens = (sheet: Sheet) => void (sheet.getRange("E1").format.columnWidth = 211);
const fills = (sheet: Sheet) => {
  sheet.getRange("E1").format.fill.color = "#DDEBF7";
  sheet.getRange("F3").format.fill.color = "#DDEBF7";
};
const formats = (sheet: Sheet) => void (sheet.getRange("D4").numberFormat = [["0.000"]]);

/** The requests of a run that write: those between them and the reading are the gap. */
async function writingRequests(sheet: SheetRecord): Promise<number[]> {
  const { host } = await openWithoutCards([sheet]);
  host.journal.clear();
  await classifyRows(request);
  return host.journal.requests.flatMap(({ operations }, i) =>
    operations.some((operation) => /^Range\.(values|numberFormat)=$/.test(operation)) ? [i + 1] : [],
  );
}

/** A run that goes back since an amount was edited with a deed, and that is stopped then. */
async function goneBack(k: number, deed: (sheet: Sheet) => void) {
  const { host } = await openWithoutCards([region()]);
  const sheet = host.workbook.worksheets.getItem("Clients");
  const stop = new AbortController();
  host.faults.beforeRequest(k, () => {
    deed(sheet);
    sheet.getRange("C6").values = [[777]];
    stop.abort();
  });
  const { kind } = await problemOfRun(classifyRows(request, { signal: stop.signal }));
  expect(kind).toBe("cancelled");
  return ordered(await host.toRecord()).sheets[0];
}

describe.each<[string, (sheet: Sheet) => void]>([
  ["a width", widens],
  ["fills", fills],
  ["a number format", formats],
])("%s that somebody gives to blank cells just before a run writes there", (_, deed) => {
  test("is there after a run that goes back", async () => {
    const k = (await writingRequests(region())).at(-1)!;
    const twin = await openWithoutCards([region()]);
    const sheet = twin.host.workbook.worksheets.getItem("Clients");
    deed(sheet);
    sheet.getRange("C6").values = [[777]];
    const wanted = ordered(await twin.host.toRecord()).sheets[0];
    expect(await goneBack(k, deed)).toEqual(wanted);
  });
});

test("a width and a fill that somebody changes once more, just before they are given back, stay as they are then", async () => {
  const k = (await writingRequests(region())).at(-1)!;
  const { host } = await openWithoutCards([region()]);
  const sheet = host.workbook.worksheets.getItem("Clients");
  host.faults.beforeRequest(k, () => {
    widens(sheet);
    fills(sheet);
  });
  host.faults.beforeRequest(k + 1, () => {
    sheet.getRange("E1").format.columnWidth = 97;
    sheet.getRange("E1").format.fill.color = "#E2EFDA";
  });
  await classifyRows(request);
  const { format } = sheet.getRange("E1");
  expect([format.columnWidth, format.fill.color, format.font.bold]).toEqual([97, "#E2EFDA", false]);
});

describe.each(ways)(
  "a look that somebody gives to blank cells just before a run writes there, which is then %s",
  (_, takeBack) => {
    test.each<[string, () => SheetRecord, (sheet: Sheet) => void, (sheet: Sheet) => unknown]>([
      ["a width beside a region", region, widens, (sheet) => sheet.getRange("E1").format.columnWidth],
      [
        "a width beside a region whose rows go through several requests",
        inSeveralRequests,
        widens,
        (sheet) => sheet.getRange("E1").format.columnWidth,
      ],
      ["a width beside a table", table, widens, (sheet) => sheet.getRange("E1").format.columnWidth],
      [
        "fills",
        region,
        fills,
        (sheet) => [
          sheet.getRange("E1").format.fill.color,
          sheet.getRange("E1").format.font.bold,
          sheet.getRange("F3").format.fill.color,
        ],
      ],
      ["a number format", region, formats, () => null],
    ])("stays, and is there afterwards: %s", async (__, sheetWith, deed, lookOf) => {
      if (sheetWith === inSeveralRequests) Object.assign(limits, { replyBytes: 100, requestBytes: 300 });
      const requests = await writingRequests(sheetWith());
      for (const k of requests) {
        const { host } = await openWithoutCards([sheetWith()]);
        const sheet = host.workbook.worksheets.getItem("Clients");
        let given: unknown;
        host.faults.beforeRequest(k, () => {
          deed(sheet);
          given = lookOf(sheet);
        });
        const run = await classifyRows(request);
        expect(host.faults.pending).toBe(false);
        expect(lookOf(sheet)).toEqual(given);
        await takeBack(run);
        const [now] = ordered(await host.toRecord()).sheets;
        const twin = await openWithoutCards([sheetWith()]);
        deed(twin.host.workbook.worksheets.getItem("Clients"));
        expect([k, now]).toEqual([k, ordered(await twin.host.toRecord()).sheets[0]]);
      }
    });
  },
);

test("what may be typed into the last column of a table, and how it is lit up, is no affair of the results beside it", async () => {
  const sheet = table();
  const areas = [{ row: 1, column: 2, rows: 6, columns: 1 }];
  sheet.dataValidations = [
    {
      areas,
      type: "Decimal",
      operator: "GreaterThan",
      formula1: 0,
      ignoreBlanks: true,
      alert: { shows: true, style: "Stop", title: "", message: "" },
      prompt: { shows: false, title: "", message: "" },
    },
  ];
  const wide = [{ row: 0, column: 0, rows: 60, columns: 20 }];
  sheet.conditionalFormats = [
    { areas, type: "CellValue", operator: "GreaterThan", formula1: "0", priority: 1 },
    { areas: wide, type: "Custom", formula: "=$A1=1", priority: 2 },
  ];
  const { host } = await openWithoutCards([sheet]);
  await classifyRows(request);
  const [after] = (await host.toRecord()).sheets;
  expect(after.dataValidations).toEqual(sheet.dataValidations);
  expect(after.conditionalFormats![0].areas).toEqual(areas);
  await removeKeyfolio();
  const [left] = (await host.toRecord()).sheets;
  expect(left.dataValidations).toEqual(sheet.dataValidations);
  expect(left.conditionalFormats![0].areas).toEqual(areas);
  expect(cellsOf(left.conditionalFormats![1].areas)).toEqual(cellsOf(wide));
});

/** Every cell of some areas, in order. */
const cellsOf = (areas: readonly Area[]): string[] =>
  areas
    .flatMap(cellsIn)
    .map((cell) => JSON.stringify(cell))
    .sort();
