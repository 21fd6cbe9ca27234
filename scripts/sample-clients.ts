/**
 * Makes assets/sample-clients.xlsx and assets/sample-clients.ru.xlsx: the client list that the pane offers to try, as a file.
 * The seed is fixed: the same files every time.
 *
 *   npm run sample
 */
import { writeFileSync } from "node:fs";
import path from "node:path";
import type { CellFormatRecord, CellRecord, SheetRecord, WorkbookRecord } from "../src/host/workbook-record";
import { writeWorkbook } from "../src/host/xlsx";
import { sampleHeaderRow, sampleList, sampleLooks, type SampleKind } from "../src/portfolio";
import { sampleTextsOf, type SampleTexts } from "../src/locales/sample-texts";

const title: CellFormatRecord = { font: { size: 16, bold: true, color: "#1F3A4D" } };
const subtitle: CellFormatRecord = { font: { color: "#6B7780" } };
const heading: CellFormatRecord = {
  font: { bold: true, color: "#FFFFFF" },
  fill: "#1F5C7A",
  wrapText: true,
  vertical: "Center",
  horizontal: "Center",
};

function formatOf(kind: SampleKind): CellFormatRecord | undefined {
  const { numberFormat, centered, bold } = sampleLooks[kind];
  if (numberFormat === undefined && !centered) return undefined;
  return {
    ...(numberFormat === undefined ? {} : { numberFormat }),
    ...(centered ? { horizontal: "Center" } : {}),
    ...(bold ? { font: { bold: true } } : {}),
  };
}

function cellsOf(texts: SampleTexts): CellRecord[] {
  const { columns, rows, totals } = sampleList(texts);
  return [
    { row: 0, column: 0, value: texts.title, format: title },
    { row: 1, column: 0, value: texts.subtitle, format: subtitle },
    ...columns.map(({ header }, column) => ({
      row: sampleHeaderRow,
      column,
      value: header,
      format: heading,
    })),
    ...rows.flatMap((cells, position) =>
      cells.flatMap((cell, column): CellRecord[] => {
        if (cell === null) return [];
        const at = { row: sampleHeaderRow + 1 + position, column, format: formatOf(columns[column].kind) };
        return columns[column].kind === "total"
          ? [{ ...at, formula: String(cell), value: totals[position] }]
          : [{ ...at, value: cell }];
      }),
    ),
  ];
}

function sampleWorkbook(texts: SampleTexts): WorkbookRecord {
  const { columns, rows } = sampleList(texts);
  const sheet: SheetRecord = {
    name: texts.sheet,
    visibility: "Visible",
    tabColor: "#1F5C7A",
    showGridlines: true,
    cells: cellsOf(texts),
    columns: columns.map(({ kind }, index) => ({ index, width: sampleLooks[kind].width })),
    rows: [{ index: sampleHeaderRow, height: 45 }],
    merges: [],
    frozen: { rows: sampleHeaderRow + 1, columns: 1 },
    tables: [
      {
        id: 1,
        name: texts.table,
        area: { row: sampleHeaderRow, column: 0, rows: rows.length + 1, columns: columns.length },
        columns: columns.map(({ header }, column) => ({ id: column + 1, name: header })),
        showHeaders: true,
        showTotals: false,
        style: "TableStyleLight9",
        showBandedRows: true,
        showBandedColumns: false,
        showFilterButton: true,
        highlightFirstColumn: false,
        highlightLastColumn: false,
        filtered: false,
      },
    ],
    filter: null,
    protection: null,
    conditionalFormats: [],
    charts: [],
    page: {
      orientation: "Landscape",
      paperSize: "A4",
      fitToWidth: 3,
      fitToHeight: 0,
      scale: null,
      centerHorizontally: false,
      printArea: null,
      titleRows: { first: sampleHeaderRow, last: sampleHeaderRow },
      margins: { top: 36, bottom: 36, left: 28, right: 28, header: 18, footer: 18 },
      header: { left: "", center: "", right: "" },
      footer: { left: "", center: "", right: "" },
      rowBreaks: [],
    },
  };
  return { sheets: [sheet], names: [], settings: {}, activeSheet: 0, protected: false };
}

async function main() {
  const assets = path.join(__dirname, "..", "assets");
  for (const [file, texts] of [
    ["sample-clients.xlsx", sampleTextsOf.en],
    ["sample-clients.ru.xlsx", sampleTextsOf.ru],
  ] as const) {
    writeFileSync(path.join(assets, file), await writeWorkbook(sampleWorkbook(texts)));
  }
}

void main();
