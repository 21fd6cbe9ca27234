import type { PageRecord } from "../../workbook-record";
import { HeaderFooterGroup } from "./headers-footers";
import { HostError } from "../host-error";
import { Range, type RangeKin } from "../range/range";
import { areaOnSheet } from "../range/range-arguments";
import { sheetColumns } from "../reference";
import { found } from "../required-item";
import { requireAllowed } from "../sheet/sheet-refusals";
import type { SheetState } from "../sheet/sheet-state";

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
