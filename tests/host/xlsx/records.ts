import { blankSheet } from "../../../src/host/blank-sheet";
import type {
  AxisRecord,
  CellRecord,
  ChartRecord,
  PageRecord,
  SeriesRecord,
  SheetRecord,
  TableRecord,
  WorkbookRecord,
} from "../../../src/host/workbook-record";

export const page: PageRecord = { ...blankSheet("Clients").page, paperSize: "A4" };

export function sheetRecord(details: Partial<SheetRecord> = {}): SheetRecord {
  return { ...blankSheet("Clients"), page, ...details };
}

export function workbookRecord(sheets: SheetRecord[], details: Partial<WorkbookRecord> = {}): WorkbookRecord {
  return { sheets, names: [], settings: {}, activeSheet: 0, protected: false, ...details };
}

/** What a record says of the workbook, without where in a file it came from. */
export function withoutFile(record: WorkbookRecord): WorkbookRecord {
  const copy = structuredClone(record);
  for (const sheet of copy.sheets) {
    delete sheet.part;
    for (const line of [...sheet.cells, ...sheet.rows, ...sheet.columns]) {
      const isKnownToFileOnly = Object.keys(line.format ?? {}).join() === "xf";
      if (isKnownToFileOnly) delete line.format;
      else delete line.format?.xf;
    }
  }
  return copy;
}

export function cellsOf(rows: CellRecord["value"][][]): CellRecord[] {
  return rows.flatMap((values, row) => values.map((value, column) => ({ row, column, value })));
}

export function tableRecord(
  details: Partial<TableRecord> & Pick<TableRecord, "area" | "columns">,
): TableRecord {
  return {
    id: 1,
    name: "Clients",
    showHeaders: true,
    showTotals: false,
    style: "TableStyleMedium2",
    showBandedRows: true,
    showBandedColumns: false,
    showFilterButton: true,
    highlightFirstColumn: false,
    highlightLastColumn: false,
    filtered: false,
    ...details,
  };
}

export function axisRecord(details: Partial<AxisRecord> = {}): AxisRecord {
  return {
    visible: true,
    title: { text: "", visible: false },
    minimum: null,
    maximum: null,
    majorUnit: null,
    numberFormat: null,
    majorGridlines: false,
    minorGridlines: false,
    reversed: false,
    tickLabelPosition: "NextToAxis",
    majorTickMark: "None",
    ...details,
  };
}

export function seriesRecord(details: Partial<SeriesRecord> = {}): SeriesRecord {
  return {
    name: "Sales",
    nameFormula: null,
    values: null,
    categories: null,
    type: "ColumnClustered",
    secondaryAxis: false,
    labels: null,
    points: [],
    ...details,
  };
}

export function chartRecord(details: Partial<ChartRecord> = {}): ChartRecord {
  return {
    id: "{00000000-0008-0000-0000-000002000000}",
    name: "Chart 1",
    type: "ColumnClustered",
    left: 300,
    top: 30,
    width: 360,
    height: 216,
    title: { text: "", visible: false },
    legend: { visible: true, position: "Bottom" },
    axes: { category: axisRecord(), value: axisRecord({ majorGridlines: true }), secondaryValue: null },
    fill: null,
    border: null,
    gapWidth: null,
    overlap: null,
    series: [],
    ...details,
  };
}

const colors = { Key: "#2E7D32", Development: "#C62828", Maintenance: "#1565C0", Opportunistic: "#F9A825" };

/** The quadrant chart of the report: a series per quadrant (the last one empty), cut lines, labels of single points. */
export function matrixChart(): ChartRecord {
  const circle = (fill: string) => ({ style: "Circle", size: 8, fill, border: "#FFFFFF" });
  const cut = { type: "XYScatterLinesNoMarkers", line: { color: "#7F7F7F", weight: 1.25, style: "Dash" } };
  const quadrant = (name: keyof typeof colors, first: number, last: number) =>
    seriesRecord({
      name,
      type: "XYScatter",
      categories: `=Clients!$B$${first}:$B$${last}`,
      values: `=Clients!$C$${first}:$C$${last}`,
      marker: circle(colors[name]),
      points: [
        { index: 0, label: { visible: true, text: `first of ${name}`, position: "Right", fontSize: 8 } },
      ],
    });
  return chartRecord({
    name: "Client matrix",
    type: "XYScatter",
    title: { text: "Матрица клиентов", visible: true, size: 16, bold: true, color: "#1F4E79" },
    axes: {
      category: axisRecord({
        title: { text: "Loyalty", visible: true },
        minimum: 0,
        maximum: 10,
        majorUnit: 1,
      }),
      value: axisRecord({
        title: { text: "Attractiveness", visible: true },
        numberFormat: "0.0",
        gridlineColor: "#EEEEEE",
        majorGridlines: true,
      }),
      secondaryValue: null,
    },
    series: [
      quadrant("Key", 2, 3),
      quadrant("Development", 4, 5),
      quadrant("Maintenance", 6, 6),
      seriesRecord({ name: "Opportunistic", type: "XYScatter", marker: circle(colors.Opportunistic) }),
      seriesRecord({ name: "Cut", categories: "=Clients!$E$2:$E$3", values: "=Clients!$F$2:$F$3", ...cut }),
    ],
  });
}

/** The Pareto chart of the report: columns, a cumulative line on the secondary axis, a dashed threshold. */
export function paretoChart(): ChartRecord {
  const categories = "=Clients!$A$2:$A$6";
  return chartRecord({
    id: "{00000000-0008-0000-0000-000003000000}",
    name: "Pareto",
    top: 300,
    gapWidth: 30,
    axes: {
      category: axisRecord({ textRotation: 45 }),
      value: axisRecord({ numberFormat: "0%", majorGridlines: true }),
      secondaryValue: axisRecord({ minimum: 0, maximum: 1, numberFormat: "0%" }),
    },
    series: [
      seriesRecord({
        name: "Client",
        nameFormula: "=Clients!$A$1",
        values: "=Clients!$B$2:$B$6",
        categories,
        fill: "#4472C4",
        labels: { visible: true, showValue: true, position: "OutsideEnd", numberFormat: "0%", fontSize: 8 },
        points: [{ index: 0, fill: "#C62828" }],
      }),
      seriesRecord({
        name: "10 %",
        type: "Line",
        values: "=Clients!$D$2:$D$6",
        categories,
        line: { color: "#C00000", weight: 1, style: "Dash" },
      }),
      seriesRecord({
        name: "Cumulative",
        type: "LineMarkers",
        secondaryAxis: true,
        values: "=Clients!$C$2:$C$6",
        categories,
        line: { color: "#ED7D31" },
        marker: { style: "Diamond", size: 6, fill: "#ED7D31" },
      }),
    ],
  });
}

/** Cells that the two charts refer to. */
export const chartedCells = cellsOf([
  ["Client", "Share", "Cumulative", "Limit", "x", "y"],
  ["Aster", 0.4, 0.4, 0.1, 5.5, 0],
  ["Birch & Co", 0.3, 0.7, 0.1, 5.5, 10],
  ["Cedar", 0.2, 0.9, 0.1, 0, 5.5],
  ["=HYPERLINK(1)", 0.06, 0.96, 0.1, 10, 5.5],
  ["Elm", 0.04, 1, 0.1, 0, 0],
]);
