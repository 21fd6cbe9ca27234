import { HostError } from "../host-error";
import { Range, type RangeKin } from "../range/range";
import { areaOnSheet } from "../range/range-arguments";
import { found } from "../required-item";
import { requireAllowed } from "../sheet/sheet-refusals";
import type { SheetState } from "../sheet/sheet-state";

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
