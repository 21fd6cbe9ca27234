import type { PageRecord } from "../workbook-record";
import { HostError } from "./host-error";
import { areaOnSheet, found, Range, type RangeKin } from "./range";
import { sheetColumns } from "./reference";
import type { SheetState } from "./sheet-state";
import { requireAllowed } from "./sheet-refusals";

type Edge = keyof PageRecord["margins"];

/** Excel.PaperType, the papers that the host keeps by name. */
const papers = [
  "Letter",
  "LetterSmall",
  "Tabloid",
  "Ledger",
  "Legal",
  "Statement",
  "Executive",
  "A3",
  "A4",
  "A4Small",
  "A5",
  "B4",
  "B5",
];

/** Excel.PageLayout. Margins are points. */
export class PageLayout {
  constructor(
    readonly $sheet: SheetState,
    readonly $kin: RangeKin,
  ) {}

  get $page(): PageRecord {
    return this.$sheet.page;
  }

  $editable(): PageRecord {
    requireAllowed(this.$sheet, "");
    return this.$sheet.page;
  }

  get orientation(): string {
    return this.$page.orientation;
  }

  set orientation(orientation: string) {
    if (orientation !== "Portrait" && orientation !== "Landscape") {
      throw new HostError("InvalidArgument", `${orientation} is no orientation.`);
    }
    this.$editable().orientation = orientation;
  }

  get paperSize(): string | null {
    return this.$page.paperSize;
  }

  set paperSize(paperSize: string) {
    if (!papers.includes(paperSize)) {
      throw new HostError("InvalidArgument", `The host does not know the paper ${paperSize}.`);
    }
    this.$editable().paperSize = paperSize;
  }

  get zoom(): { scale?: number; horizontalFitToPages?: number; verticalFitToPages?: number } {
    const { scale, fitToWidth, fitToHeight } = this.$page;
    if (fitToWidth === null && fitToHeight === null) {
      return { scale: scale ?? 100 };
    }
    return {
      ...(fitToWidth !== null && { horizontalFitToPages: fitToWidth }),
      ...(fitToHeight !== null && { verticalFitToPages: fitToHeight }),
    };
  }

  set zoom(zoom: {
    scale?: number | null;
    horizontalFitToPages?: number | null;
    verticalFitToPages?: number | null;
  }) {
    const { scale = null, horizontalFitToPages = null, verticalFitToPages = null } = zoom ?? {};
    if (scale !== null && (!Number.isInteger(scale) || scale < 10 || scale > 400)) {
      throw new HostError("InvalidArgument", `The scale is a whole number from 10 to 400, not ${scale}.`);
    }
    const fits = horizontalFitToPages !== null || verticalFitToPages !== null;
    if (scale !== null && fits) {
      throw new HostError("InvalidArgument", "A page has either a scale or a number of pages to fit.");
    }
    Object.assign(this.$editable(), {
      scale,
      fitToWidth: horizontalFitToPages,
      fitToHeight: verticalFitToPages,
    });
  }

  get centerHorizontally(): boolean {
    return this.$page.centerHorizontally;
  }

  set centerHorizontally(center: boolean) {
    this.$editable().centerHorizontally = center;
  }

  get printGridlines(): boolean {
    return this.$page.printGridlines ?? false;
  }

  set printGridlines(print: boolean) {
    this.$editable().printGridlines = print;
  }

  $setMargin(edge: Edge, points: number): void {
    if (typeof points !== "number" || !(points >= 0)) {
      throw new HostError("InvalidArgument", `A margin cannot be ${points}.`);
    }
    this.$editable().margins[edge] = points;
  }

  get topMargin(): number {
    return this.$page.margins.top;
  }

  set topMargin(points: number) {
    this.$setMargin("top", points);
  }

  get bottomMargin(): number {
    return this.$page.margins.bottom;
  }

  set bottomMargin(points: number) {
    this.$setMargin("bottom", points);
  }

  get leftMargin(): number {
    return this.$page.margins.left;
  }

  set leftMargin(points: number) {
    this.$setMargin("left", points);
  }

  get rightMargin(): number {
    return this.$page.margins.right;
  }

  set rightMargin(points: number) {
    this.$setMargin("right", points);
  }

  get headerMargin(): number {
    return this.$page.margins.header;
  }

  set headerMargin(points: number) {
    this.$setMargin("header", points);
  }

  get footerMargin(): number {
    return this.$page.margins.footer;
  }

  set footerMargin(points: number) {
    this.$setMargin("footer", points);
  }

  get headersFooters(): HeaderFooterGroup {
    return new HeaderFooterGroup(this);
  }

  setPrintArea(printArea: Range | string): void {
    this.$editable().printArea =
      printArea instanceof Range ? { ...printArea.$area } : areaOnSheet(this.$sheet, printArea);
  }

  getPrintArea(): Range {
    return found(this.getPrintAreaOrNullObject(), "The sheet has no print area.");
  }

  getPrintAreaOrNullObject(): Range | null {
    const { printArea } = this.$page;
    return printArea && new Range(this.$sheet, { ...printArea }, this.$kin);
  }

  /** "Centimeters", "Inches" or "Points" of any of top, bottom, left, right, header, footer. */
  setPrintMargins(unit: string, margins: Partial<Record<Edge, number>>): void {
    const points = { Points: 1, Inches: 72, Centimeters: 72 / 2.54 }[unit];
    if (points === undefined) {
      throw new HostError("InvalidArgument", `${unit} is no unit of margins.`);
    }
    for (const edge of ["top", "bottom", "left", "right", "header", "footer"] as const) {
      const margin = margins[edge];
      if (margin !== undefined && margin !== null) {
        this.$setMargin(edge, margin * points);
      }
    }
  }

  setPrintTitleRows(rows: Range | string): void {
    const area = rows instanceof Range ? rows.$area : areaOnSheet(this.$sheet, rows);
    this.$editable().titleRows = { first: area.row, last: area.row + area.rows - 1 };
  }

  getPrintTitleRows(): Range {
    return found(this.getPrintTitleRowsOrNullObject(), "The sheet has no title rows.");
  }

  getPrintTitleRowsOrNullObject(): Range | null {
    const { titleRows } = this.$page;
    return (
      titleRows &&
      new Range(
        this.$sheet,
        {
          row: titleRows.first,
          rows: titleRows.last - titleRows.first + 1,
          column: 0,
          columns: sheetColumns,
        },
        this.$kin,
      )
    );
  }
}

/** Excel.HeaderFooterGroup: one header and footer for all pages. */
export class HeaderFooterGroup {
  constructor(readonly $layout: PageLayout) {}

  get defaultForAllPages(): HeaderFooter {
    return new HeaderFooter(this.$layout);
  }

  get state(): string {
    return "Default";
  }

  set state(state: string) {
    if (state !== "Default") {
      throw new HostError("NotImplemented", "The host keeps one header and footer for all pages.");
    }
  }
}

/** Excel.HeaderFooter: texts with Excel's codes (&P page, &N pages, &D date). */
export class HeaderFooter {
  constructor(readonly $layout: PageLayout) {}

  get leftHeader(): string {
    return this.$layout.$page.header.left;
  }

  set leftHeader(text: string) {
    this.$layout.$editable().header.left = text;
  }

  get centerHeader(): string {
    return this.$layout.$page.header.center;
  }

  set centerHeader(text: string) {
    this.$layout.$editable().header.center = text;
  }

  get rightHeader(): string {
    return this.$layout.$page.header.right;
  }

  set rightHeader(text: string) {
    this.$layout.$editable().header.right = text;
  }

  get leftFooter(): string {
    return this.$layout.$page.footer.left;
  }

  set leftFooter(text: string) {
    this.$layout.$editable().footer.left = text;
  }

  get centerFooter(): string {
    return this.$layout.$page.footer.center;
  }

  set centerFooter(text: string) {
    this.$layout.$editable().footer.center = text;
  }

  get rightFooter(): string {
    return this.$layout.$page.footer.right;
  }

  set rightFooter(text: string) {
    this.$layout.$editable().footer.right = text;
  }
}

/** Excel.PageBreakCollection of the breaks before rows. */
export class PageBreakCollection {
  constructor(
    readonly $sheet: SheetState,
    readonly $kin: RangeKin,
  ) {}

  get items(): PageBreak[] {
    return this.$sheet.page.rowBreaks.map((row) => new PageBreak(this.$sheet, row, this.$kin));
  }

  getCount(): number {
    return this.$sheet.page.rowBreaks.length;
  }

  getItem(index: number): PageBreak {
    return found(this.items[index], `There is no page break ${index}.`);
  }

  /** Begins a page before the first row of the range. */
  add(pageBreakRange: Range | string): PageBreak {
    requireAllowed(this.$sheet, "");
    const { row } =
      pageBreakRange instanceof Range ? pageBreakRange.$area : areaOnSheet(this.$sheet, pageBreakRange);
    if (row === 0) {
      throw new HostError("InvalidArgument", "No page break can stand before the first row.");
    }
    const breaks = new Set([...this.$sheet.page.rowBreaks, row]);
    this.$sheet.page.rowBreaks = [...breaks].sort((one, other) => one - other);
    return new PageBreak(this.$sheet, row, this.$kin);
  }

  removePageBreaks(): void {
    this.$sheet.page.rowBreaks = [];
  }
}

/** Excel.PageBreak. */
export class PageBreak {
  constructor(
    readonly $sheet: SheetState,
    readonly $row: number,
    readonly $kin: RangeKin,
  ) {}

  get rowIndex(): number {
    return this.$row;
  }

  get columnIndex(): number {
    return 0;
  }

  getCellAfterBreak(): Range {
    return new Range(this.$sheet, { row: this.$row, column: 0, rows: 1, columns: 1 }, this.$kin);
  }

  delete(): void {
    this.$sheet.page.rowBreaks = this.$sheet.page.rowBreaks.filter((row) => row !== this.$row);
  }
}
