import fc from "fast-check";
import type {
  CellFormatRecord,
  CellRecord,
  SheetRecord,
  WorkbookRecord,
} from "../../../src/host/workbook-record";
import { readWorkbook, writeWorkbook } from "../../../src/host/xlsx";
import {
  cellsOf,
  chartedCells,
  chartRecord,
  matrixChart,
  paretoChart,
  seriesRecord,
  sheetRecord,
  tableRecord,
  withoutFile,
  workbookRecord,
} from "./records";

async function writtenAndRead(record: WorkbookRecord): Promise<WorkbookRecord> {
  const { record: read } = await readWorkbook(await writeWorkbook(record));
  return withoutFile(read);
}

async function expectKept(record: WorkbookRecord): Promise<void> {
  expect(await writtenAndRead(record)).toEqual(record);
}

describe("a workbook that was written reads as it was", () => {
  test("texts of many megabytes", () =>
    expectKept(
      workbookRecord([
        sheetRecord({
          cells: Array.from({ length: 300 }, (_, row) => ({
            row,
            column: 0,
            value: `${row} ${"Клиент, client & Co. ".repeat(1_400)}${row}`,
          })),
        }),
      ]),
    ));

  test("thousands of rows, with rows of a height and without cells before, between and behind them", () =>
    expectKept(
      workbookRecord([
        sheetRecord({
          cells: Array.from({ length: 12_000 }, (_, index) => ({
            row: 2 + 2 * Math.floor(index / 3),
            column: index % 3,
            value: index % 3 === 1 ? index / 8 : `Client ${index}`,
          })),
          rows: [0, 1, 5, 4_001, 8_001, 9_000].map((index) => ({ index, height: 30 })),
        }),
      ]),
    ));

  test("values of every kind, and texts that look like something else", () =>
    expectKept(
      workbookRecord([
        sheetRecord({
          cells: [
            { row: 0, column: 0, value: "Клиент" },
            { row: 0, column: 1, value: "=HYPERLINK(1)" },
            { row: 0, column: 2, value: "007", quotePrefix: true },
            { row: 0, column: 3, value: "  spaces \n and lines\t" },
            { row: 0, column: 4, value: "_x0041_ & <tag> \"q\" 'a'" },
            { row: 0, column: 5, value: "bell \u0007, return \r" },
            { row: 1, column: 0, value: 1 / 3 },
            { row: 1, column: 1, value: -1e-300 },
            { row: 1, column: 2, value: 9007199254740993 },
            { row: 1, column: 3, value: true },
            { row: 1, column: 4, value: { error: "#DIV/0!" } },
            { row: 1, column: 5, value: 45292.123456789, format: { numberFormat: "m/d/yyyy" } },
            { row: 1_048_575, column: 16_383, value: "last" },
          ],
        }),
      ]),
    ));

  test("formulas with their results: newer functions, add-in functions, spills, this row", () =>
    expectKept(
      workbookRecord([
        sheetRecord({
          cells: [
            ...cellsOf([["Sales", "Share", "No [1]"]]),
            { row: 1, column: 0, value: 3 },
            { row: 1, column: 1, formula: "=[@Sales]/SUM(Clients[Sales])", value: 0.6 },
            { row: 1, column: 2, formula: "=[@[No '[1']]]*2", value: 0 },
            { row: 2, column: 0, value: 2 },
            { row: 2, column: 1, formula: "=[@Sales]/SUM(Clients[Sales])", value: 0.4 },
            { row: 2, column: 2, value: 7 },
            {
              row: 4,
              column: 0,
              formula: "=KAM.KEYSHARE(A2:A3)",
              value: 0.6,
              spill: { row: 4, column: 0, rows: 2, columns: 1 },
            },
            { row: 4, column: 1, formula: '=XLOOKUP("a",A1:A3,B1:B3)&STDEV.P(A2:A3)', value: " text " },
            {
              row: 4,
              column: 2,
              formula: "=LET(share,A2/A3,IF(share>1,share,FILTER(A2:A3,A2:A3>0)))",
              value: true,
            },
            { row: 5, column: 0, value: 0.4, spilled: true },
            {
              row: 5,
              column: 1,
              formula: "=SUM(A5#)+NORM.S.DIST(1,TRUE)+NETWORKDAYS.INTL(1,2)",
              value: { error: "#VALUE!" },
            },
            { row: 5, column: 2, formula: "='Other sheet'!A1&IFERROR(1/0,\"FILTER(\")" },
          ],
          tables: [
            tableRecord({
              area: { row: 0, column: 0, rows: 3, columns: 3 },
              columns: [
                { id: 1, name: "Sales" },
                { id: 7, name: "Share" },
                { id: 3, name: "No [1]" },
              ],
            }),
          ],
        }),
        sheetRecord({ name: "Other sheet" }),
      ]),
    ));

  test("tables with totals, without headers, without a style", () =>
    expectKept(
      workbookRecord([
        sheetRecord({
          cells: [
            ...cellsOf([
              ["Client", "Sales\nnet", "Note"],
              ["Aster", 3, "x"],
            ]),
            { row: 2, column: 0, value: "Total" },
            { row: 2, column: 1, formula: "=SUBTOTAL(109,Clients[Sales\nnet])", value: 3 },
            { row: 2, column: 2, formula: "=COUNTA(Clients[Note])+1", value: 2 },
            { row: 5, column: 1, value: 5 },
          ],
          tables: [
            tableRecord({
              area: { row: 0, column: 0, rows: 3, columns: 3 },
              columns: [
                { id: 1, name: "Client" },
                { id: 2, name: "Sales\nnet" },
                { id: 3, name: "Note" },
              ],
              showTotals: true,
              highlightFirstColumn: true,
            }),
            tableRecord({
              id: 2,
              name: "Plain",
              area: { row: 5, column: 1, rows: 1, columns: 1 },
              columns: [{ id: 1, name: "Column1" }],
              showHeaders: false,
              showFilterButton: false,
              style: "",
              showBandedRows: false,
            }),
          ],
        }),
      ]),
    ));

  test("the dress of a sheet: sizes, hidden lines, merged cells, panes, tab, filter, protection, print set-up", () =>
    expectKept(
      workbookRecord(
        [
          sheetRecord({
            name: "It's 100 % & more",
            tabColor: "#1F4E79",
            showGridlines: false,
            cells: [
              {
                row: 0,
                column: 0,
                value: "a",
                format: { font: { bold: true, size: 14, color: "#FFFFFF" }, fill: "#1F4E79" },
              },
              {
                row: 1,
                column: 0,
                format: {
                  borders: {
                    top: { style: "Double", color: "#FF0000" },
                    left: { style: "Hair", color: "#000000" },
                  },
                },
              },
              {
                row: 2,
                column: 0,
                value: "b",
                format: {
                  horizontal: "Center",
                  vertical: "Center",
                  wrapText: true,
                  textRotation: -45,
                  locked: false,
                },
              },
              {
                row: 3,
                column: 0,
                value: "c",
                format: {
                  horizontal: "Left",
                  indent: 3,
                  textRotation: 180,
                  font: { name: "Arial", italic: true, underline: true },
                },
              },
            ],
            columns: [
              { index: 0, width: 120.75 },
              { index: 2, width: 60, hidden: true },
              { index: 4, hidden: true },
              { index: 6, format: { numberFormat: "0.0%" } },
            ],
            rows: [
              { index: 0, height: 30 },
              { index: 9, hidden: true },
              { index: 12, height: 40, hidden: true },
              { index: 14, format: { fill: "#FFF2CC" } },
            ],
            merges: [{ row: 4, column: 0, rows: 2, columns: 3 }],
            frozen: { rows: 1, columns: 2 },
            filter: { area: { row: 0, column: 0, rows: 4, columns: 1 }, active: false },
            protection: {
              options: {
                ...Object.fromEntries(
                  [
                    "AutoFilter",
                    "DeleteColumns",
                    "DeleteRows",
                    "FormatCells",
                    "FormatColumns",
                    "FormatRows",
                    "InsertColumns",
                  ]
                    .concat([
                      "InsertHyperlinks",
                      "InsertRows",
                      "PivotTables",
                      "Sort",
                      "EditObjects",
                      "EditScenarios",
                    ])
                    .map((action) => [`allow${action}`, action === "Sort" || action === "EditObjects"]),
                ),
                selectionMode: "Unlocked",
              },
              hasPassword: true,
              passwordHash: {
                algorithmName: "SHA-512",
                hashValue: "q+/=",
                saltValue: "s==",
                spinCount: "100000",
              },
            },
            page: {
              orientation: "Landscape",
              paperSize: "A3",
              fitToWidth: 1,
              fitToHeight: null,
              scale: null,
              centerHorizontally: true,
              printGridlines: true,
              printArea: { row: 0, column: 0, rows: 20, columns: 7 },
              titleRows: { first: 0, last: 1 },
              margins: { top: 36, bottom: 36, left: 28.8, right: 28.8, header: 14.4, footer: 14.4 },
              header: { left: "Keyfolio", center: "A & B", right: "" },
              footer: { left: "", center: "", right: "&P / &N" },
              rowBreaks: [12, 30],
            },
          }),
          sheetRecord({ name: "Data", visibility: "Hidden" }),
          sheetRecord({ name: "2025", visibility: "VeryHidden" }),
        ],
        { activeSheet: 0, protected: true },
      ),
    ));

  test("defined names: hidden, of a sheet, with a comment, without their cells", () =>
    expectKept(
      workbookRecord([sheetRecord(), sheetRecord({ name: "Q1 & Q2" })], {
        names: [
          {
            name: "keyfolio.share.Clients",
            formula: "=Clients!$C$2:$C$9",
            visible: false,
            scope: null,
            comment: "",
          },
          { name: "keyfolio.xyz.Clients", formula: "=#REF!", visible: false, scope: null, comment: "" },
          { name: "Limit", formula: "=0.1", visible: true, scope: null, comment: "a <limit>" },
          { name: "Limit", formula: "='Q1 & Q2'!$A$1", visible: true, scope: "Q1 & Q2", comment: "" },
        ],
      }),
    ));

  test("settings of the add-in, found again by its id and by no other", async () => {
    const settings = {
      "keyfolio.policy": { version: 1, limits: [0.1, null], text: 'a\n"<&>"\u2028' },
      "keyfolio.language": "ru",
    };
    const bytes = await writeWorkbook(workbookRecord([sheetRecord()], { settings }));
    expect((await readWorkbook(bytes)).record.settings).toEqual(settings);
    const other = { id: "11111111-2222-3333-4444-555555555555", version: "1.0" };
    expect((await readWorkbook(bytes, other)).record.settings).toEqual({});
  });

  test("conditional formats in order of priority", () =>
    expectKept(
      workbookRecord([
        sheetRecord({
          conditionalFormats: [
            {
              areas: [{ row: 1, column: 1, rows: 10, columns: 1 }],
              priority: 1,
              type: "ColorScale",
              points: [
                { kind: "LowestValue", color: "#F8696B" },
                { kind: "Percentile", value: 50, color: "#FFEB84" },
                { kind: "HighestValue", color: "#63BE7B" },
              ],
            },
            {
              areas: [
                { row: 1, column: 2, rows: 10, columns: 1 },
                { row: 1, column: 5, rows: 2, columns: 2 },
              ],
              priority: 2,
              stopIfTrue: true,
              type: "CellValue",
              operator: "Between",
              formula1: "=0.1",
              formula2: "=$B$1",
              font: "#C00000",
              fill: "#FFC7CE",
              bold: true,
            },
            {
              areas: [{ row: 1, column: 3, rows: 10, columns: 1 }],
              priority: 3,
              type: "DataBar",
              color: "#5B9BD5",
            },
            {
              areas: [{ row: 1, column: 4, rows: 10, columns: 1 }],
              priority: 4,
              type: "ContainsText",
              operator: "BeginsWith",
              text: 'K"<',
              fill: "#C6EFCE",
            },
            {
              areas: [{ row: 1, column: 4, rows: 10, columns: 1 }],
              priority: 5,
              type: "ContainsText",
              operator: "NotContains",
              text: "x",
              bold: true,
            },
            {
              areas: [{ row: 1, column: 0, rows: 10, columns: 1 }],
              priority: 6,
              type: "Custom",
              formula: '=$E2="Key"',
              font: "#FF0000",
            },
          ],
        }),
      ]),
    ));

  test("the charts of the report: quadrants with an empty one, cut lines, labels; Pareto with two axes", () =>
    expectKept(
      workbookRecord([sheetRecord({ cells: chartedCells, charts: [matrixChart(), paretoChart()] })]),
    ));

  test.each([
    "ColumnClustered",
    "ColumnStacked",
    "ColumnStacked100",
    "BarClustered",
    "BarStacked",
    "Line",
    "LineMarkers",
    "LineStacked",
    "Area",
    "AreaStacked",
    "XYScatter",
    "XYScatterLines",
    "XYScatterLinesNoMarkers",
    "XYScatterSmooth",
    "XYScatterSmoothNoMarkers",
  ])("a chart of type %s", (type) => {
    const series = ["B", "C"].map((column) =>
      seriesRecord({
        type,
        name: column,
        categories: "=Clients!$A$2:$A$6",
        values: `=Clients!$${column}$2:$${column}$6`,
      }),
    );
    return expectKept(
      workbookRecord([sheetRecord({ cells: chartedCells, charts: [chartRecord({ type, series })] })]),
    );
  });

  test("a chart stays on its cells although columns and rows have sizes of their own", () =>
    expectKept(
      workbookRecord([
        sheetRecord({
          columns: [
            { index: 1, width: 100.5 },
            { index: 3, hidden: true },
          ],
          rows: [{ index: 2, height: 40 }],
          charts: [
            chartRecord({
              left: 100,
              top: 20.5,
              width: 333.25,
              height: 222,
              fill: "#FAFAFA",
              border: "none",
            }),
          ],
        }),
      ]),
    ));
});

const color = fc
  .integer({ min: 1, max: 0xffffff })
  .map((value) => `#${value.toString(16).padStart(6, "0").toUpperCase()}`);

function some<T>(arbitrary: fc.Arbitrary<T>): fc.Arbitrary<T | undefined> {
  return fc.option(arbitrary, { nil: undefined });
}

/** Without the keys that are undefined, null when nothing is left. */
function filled<T extends object>(value: T): T | undefined {
  const entries = Object.entries(value).filter(([, content]) => content !== undefined);
  return entries.length === 0 ? undefined : (Object.fromEntries(entries) as T);
}

const format: fc.Arbitrary<CellFormatRecord | undefined> = fc
  .record({
    numberFormat: some(
      fc.constantFrom("0.0%", "#,##0.00", "@", "m/d/yyyy", "yyyy-mm-dd", '0.0" €"', "[Red]-0;0"),
    ),
    font: fc
      .record({
        name: some(fc.constantFrom("Arial", "Times New Roman")),
        size: some(fc.constantFrom(8, 9.5, 20)),
        bold: some(fc.constant(true)),
        italic: some(fc.constant(true)),
        color: some(color),
      })
      .map(filled),
    fill: some(color),
    borders: some(
      fc
        .constantFrom("top" as const, "left" as const)
        .map((side) => ({ [side]: { style: "Thin" as const, color: "#123456" } })),
    ),
    horizontal: some(fc.constantFrom("Left" as const, "Right" as const)),
    wrapText: some(fc.constant(true)),
    locked: some(fc.constant(false)),
  })
  .map(filled);

const value: fc.Arbitrary<CellRecord["value"]> = fc.oneof(
  fc.string({ unit: "grapheme", minLength: 1 }).map((text) => text.normalize()),
  fc.string({ unit: "binary-ascii", minLength: 1 }),
  fc.double({ noNaN: true, noDefaultInfinity: true }).map((number) => number + 0),
  fc.boolean(),
  fc.constantFrom("#N/A", "#REF!", "#SPILL!").map((error) => ({ error })),
);

const sheet: fc.Arbitrary<SheetRecord> = fc
  .uniqueArray(fc.record({ row: fc.nat(30), column: fc.nat(40), value, format, quotePrefix: fc.boolean() }), {
    selector: ({ row, column }) => row * 100 + column,
    maxLength: 30,
  })
  .map((cells) =>
    sheetRecord({
      cells: cells
        .sort((one, other) => one.row - other.row || one.column - other.column)
        .map(
          ({ quotePrefix, ...cell }) =>
            filled({
              ...cell,
              quotePrefix: quotePrefix && typeof cell.value === "string" ? true : undefined,
            }) as CellRecord,
        ),
    }),
  );

test("whatever stands in the cells and however they look, it reads as it was written", async () => {
  await fc.assert(
    fc.asyncProperty(sheet, async (record) => {
      expect(await writtenAndRead(workbookRecord([record]))).toEqual(workbookRecord([record]));
    }),
    { numRuns: 60 },
  );
});

test("equal records give equal bytes", async () => {
  const record = () =>
    workbookRecord([sheetRecord({ cells: chartedCells, charts: [matrixChart(), paretoChart()] })], {
      settings: { a: 1 },
    });
  const first = await writeWorkbook(record());
  await new Promise((resolve) => setTimeout(resolve, 2100));
  expect(Buffer.compare(await writeWorkbook(record()), first)).toBe(0);
});

test("a column that was given the ordinary width is an ordinary column", async () => {
  const given = workbookRecord([sheetRecord({ columns: [{ index: 1, width: 48 }] })]);
  const bytes = await writeWorkbook(given);
  expect((await readWorkbook(bytes)).record.sheets[0].columns).toEqual([]);
  expect(Buffer.compare(bytes, await writeWorkbook(workbookRecord([sheetRecord()])))).toBe(0);
});
