/**
 * A workbook as plain data: what `xlsx.ts` reads and writes, and what the object model is opened from and saved to.
 * Rows and columns are zero-based; sizes are points as in Office.js unless a name says otherwise; colours are `#RRGGBB`.
 */
export interface WorkbookRecord {
  sheets: SheetRecord[];
  names: NameRecord[];
  /** Document settings of the add-in (`workbook.settings`): JSON values by key. */
  settings: Record<string, unknown>;
  activeSheet: number;
  /** True when the structure of the workbook is protected. */
  protected: boolean;
  /** Excel reckons with the figures as their formats show them, and keeps no other; absent where it does not. */
  precisionAsDisplayed?: true;
}

export interface SheetRecord {
  name: string;
  /** Part of the file that the sheet was read from; absent for a sheet that was made here. */
  part?: string;
  visibility: "Visible" | "Hidden" | "VeryHidden";
  tabColor: string | null;
  showGridlines: boolean;
  /** Sparse: only cells that hold a value, a formula or a format. */
  cells: CellRecord[];
  /** Width in points by column; only what differs from the default. `format`: of the column's cells that have none. */
  columns: { index: number; width?: number; hidden?: boolean; format?: CellFormatRecord }[];
  /** Width in points that the file calls the ordinary one; absent for Excel's. Used columns have it spelled out. */
  standardWidth?: number;
  rows: { index: number; height?: number; hidden?: boolean; format?: CellFormatRecord }[];
  merges: Area[];
  frozen: { rows: number; columns: number };
  tables: TableRecord[];
  /** Sheet-level autofilter; `active` when at least one criterion hides rows. */
  filter: { area: Area; active: boolean } | null;
  protection: {
    /** As `Excel.WorksheetProtectionOptions`. */
    options: Record<string, unknown>;
    hasPassword: boolean;
    /** Attributes of the password's hash as the file has them, so that a protected sheet stays protected. */
    passwordHash?: Record<string, string>;
  } | null;
  conditionalFormats: ConditionalFormatRecord[];
  /** What may be typed into which cells; absent where anything may. */
  dataValidations?: DataValidationRecord[];
  charts: ChartRecord[];
  page: PageRecord;
}

export interface Area {
  row: number;
  column: number;
  rows: number;
  columns: number;
}

export type CellValue = string | number | boolean;

/** What a text, a number or a truth value carries besides itself: Excel shows it as a card (Excel.StringCellValue and the like). */
export interface ValueCard {
  readonly properties: Readonly<Record<string, unknown>>;
  readonly layouts?: unknown;
}

export interface CellRecord {
  row: number;
  column: number;
  /** Constant, or the cached result of the formula. Errors are `{ error: "#DIV/0!" }`. */
  value?: CellValue | { error: string };
  /** With the leading "=", en-US, function names without file prefixes (`_xlfn.`). */
  formula?: string;
  /** Area that a dynamic array formula spills into. */
  spill?: Area;
  /** True for a value that another cell's formula spilled here. */
  spilled?: boolean;
  /** Text that was entered with a leading apostrophe. */
  quotePrefix?: boolean;
  /** Lost in a file: see the known gaps in the README. */
  card?: ValueCard;
  format?: CellFormatRecord;
}

export interface CellFormatRecord {
  /**
   * Number of the cell format in the file that this one was read from, or began as: it carries what a record does not know
   * (struck-out letters, patterns). Absent for a format that was made here.
   */
  xf?: number;
  /** en-US pattern; absent = General. */
  numberFormat?: string;
  font?: {
    name?: string;
    size?: number;
    bold?: boolean;
    italic?: boolean;
    underline?: boolean;
    color?: string;
  };
  fill?: string;
  borders?: Partial<Record<"top" | "bottom" | "left" | "right", { style: BorderStyle; color: string }>>;
  horizontal?: "Left" | "Center" | "Right" | "Fill" | "Justify" | "CenterAcrossSelection";
  vertical?: "Top" | "Center" | "Bottom" | "Justify";
  wrapText?: boolean;
  indent?: number;
  textRotation?: number;
  locked?: boolean;
}

export type BorderStyle = "Thin" | "Medium" | "Thick" | "Double" | "Dash" | "Dot" | "Hair";

export interface TableRecord {
  id: number;
  name: string;
  /** Header and totals row included. */
  area: Area;
  columns: { id: number; name: string }[];
  showHeaders: boolean;
  showTotals: boolean;
  style: string;
  showBandedRows: boolean;
  showBandedColumns: boolean;
  showFilterButton: boolean;
  highlightFirstColumn: boolean;
  highlightLastColumn: boolean;
  /** True when at least one criterion hides rows. */
  filtered: boolean;
}

export interface NameRecord {
  name: string;
  /** With the leading "=": `=Sheet1!$A$1:$A$5`; `=#REF!` once its cells were deleted. */
  formula: string;
  visible: boolean;
  /** Sheet that the name belongs to; null = the workbook. */
  scope: string | null;
  comment: string;
}

/** What may be typed into cells, and what Excel says to whoever does. */
export interface DataValidationRecord {
  areas: Area[];
  /** `Excel.DataValidationType`; "None" has words only. */
  type: "None" | "WholeNumber" | "Decimal" | "List" | "Date" | "Time" | "TextLength" | "Custom";
  /** `Excel.DataValidationOperator`; absent for lists and formulas. */
  operator?: string;
  /** A number, a formula with its "=" (seen from the first cell of the areas), or the entries of a list with commas between them. */
  formula1?: string | number;
  formula2?: string | number;
  /** Whether a list can be opened in the cell. */
  dropDown?: boolean;
  ignoreBlanks: boolean;
  alert: { shows: boolean; style: "Stop" | "Warning" | "Information"; title: string; message: string };
  prompt: { shows: boolean; title: string; message: string };
}

export type ConditionalFormatRecord = { areas: Area[]; priority: number; stopIfTrue?: boolean } & (
  | {
      type: "ColorScale";
      points: {
        kind: "LowestValue" | "HighestValue" | "Number" | "Percent" | "Percentile";
        value?: number;
        color: string;
      }[];
    }
  | {
      type: "CellValue";
      /** `Excel.ConditionalCellValueOperator`. */
      operator: string;
      formula1: string;
      formula2?: string;
      font?: string;
      fill?: string;
      bold?: boolean;
    }
  | { type: "Custom"; formula: string; font?: string; fill?: string; bold?: boolean }
  | { type: "DataBar"; color: string }
  | {
      type: "ContainsText";
      /** `Excel.ConditionalTextOperator`. */
      operator: string;
      text: string;
      font?: string;
      fill?: string;
      bold?: boolean;
    }
);

export interface PageRecord {
  orientation: "Portrait" | "Landscape";
  /** "A4", "Letter" … as Excel.PaperType. */
  paperSize: string | null;
  fitToWidth: number | null;
  fitToHeight: number | null;
  scale: number | null;
  centerHorizontally: boolean;
  /** False when absent. */
  printGridlines?: boolean;
  printArea: Area | null;
  titleRows: { first: number; last: number } | null;
  /** Points. */
  margins: { top: number; bottom: number; left: number; right: number; header: number; footer: number };
  header: { left: string; center: string; right: string };
  footer: { left: string; center: string; right: string };
  /** Rows before which a page begins. */
  rowBreaks: number[];
}

/** A native chart, with Office.js names for every choice (`Excel.ChartType` and so on). */
export interface ChartRecord {
  id: string;
  name: string;
  type: string;
  /** Points from the top left corner of the sheet. */
  left: number;
  top: number;
  width: number;
  height: number;
  title: { text: string; visible: boolean; overlay?: boolean; size?: number; bold?: boolean; color?: string };
  legend: {
    visible: boolean;
    position: string;
    overlay?: boolean;
    size?: number;
    bold?: boolean;
    color?: string;
  };
  axes: { category: AxisRecord; value: AxisRecord; secondaryValue: AxisRecord | null };
  fill: string | null;
  border: string | null;
  gapWidth: number | null;
  overlap: number | null;
  /** False when hidden rows and columns are drawn too; true when absent. */
  plotVisibleOnly?: boolean;
  /** Fill of the plot area; absent = automatic, null = none. */
  plotFill?: string | null;
  series: SeriesRecord[];
}

export interface AxisRecord {
  visible: boolean;
  title: { text: string; visible: boolean; size?: number; bold?: boolean; color?: string };
  minimum: number | null;
  maximum: number | null;
  majorUnit: number | null;
  minorUnit?: number | null;
  /** Base of a logarithmic scale; absent = linear. */
  logBase?: number;
  numberFormat: string | null;
  majorGridlines: boolean;
  minorGridlines: boolean;
  gridlineColor?: string;
  lineColor?: string;
  fontSize?: number;
  fontColor?: string;
  fontBold?: boolean;
  /** −90…90 degrees, as `Excel.ChartAxis.textOrientation`. */
  textRotation?: number;
  reversed: boolean;
  /** Where on this axis the other axis crosses (`Excel.ChartAxis.position`). */
  crossesAt?: number | "Maximum" | "Minimum" | "Automatic";
  tickLabelPosition: string;
  majorTickMark: string;
  minorTickMark?: string;
}

export interface SeriesRecord {
  name: string;
  /** Sheet references with the leading "=" (`=Dependency!$B$5:$B$34`); null while nothing is set. */
  nameFormula: string | null;
  values: string | null;
  categories: string | null;
  type: string;
  secondaryAxis: boolean;
  fill?: string | null;
  line?: { color?: string; weight?: number; style?: string; visible?: boolean };
  marker?: { style: string; size?: number; fill?: string; border?: string };
  smooth?: boolean;
  labels: {
    visible: boolean;
    position?: string;
    showValue: boolean;
    showSeriesName?: boolean;
    showCategoryName?: boolean;
    numberFormat?: string;
    fontSize?: number;
    fontColor?: string;
    fontBold?: boolean;
  } | null;
  /** Points that differ from their series. */
  points: PointRecord[];
}

export interface PointRecord {
  index: number;
  fill?: string;
  label?: {
    visible: boolean;
    /** Own text instead of what the series shows. */
    text?: string;
    position?: string;
    showValue?: boolean;
    fontSize?: number;
    fontColor?: string;
    fontBold?: boolean;
  };
}
