import type { Area } from "../../workbook-record";
import { type FilterCriteria, applyFilter, clearFilter, requireKnownFilter } from "./filter";
import { HostError } from "../host-error";
import { Range } from "../range/range";
import { areaOnSheet } from "../range/range-arguments";
import { sheetRows } from "../reference";
import { found } from "../required-item";
import { requireAllowed } from "../sheet/sheet-refusals";
import { regionAround, usedAreaWithin } from "../sheet/sheet-regions";
import type { SheetState } from "../sheet/sheet-state";
import type { Worksheet } from "../sheet/worksheet";

/** Excel.AutoFilter of a sheet: the filter that is not a table's. */
export class AutoFilter {
  static readonly $since = { clearColumnCriteria: 1.14 };

  constructor(readonly $worksheet: Worksheet) {}

  get $sheet(): SheetState {
    return this.$worksheet.$sheet;
  }

  get enabled(): boolean {
    return this.$sheet.filter !== null;
  }

  get isDataFiltered(): boolean {
    return this.$sheet.filter !== null && this.$sheet.filterOf(null).isDataFiltered;
  }

  get criteria(): (FilterCriteria | Record<string, never>)[] {
    const columns = this.$sheet.filter?.area.columns ?? 0;
    return Array.from(
      { length: columns },
      (_, index) => this.$sheet.filterOf(null).criteria.get(index) ?? {},
    );
  }

  get $data(): Area {
    const { area } = found(this.$sheet.filter, "The sheet has no filter.");
    return { ...area, row: area.row + 1, rows: area.rows - 1 };
  }

  $refresh(): void {
    const filter = this.$sheet.filterOf(null);
    applyFilter(this.$sheet, this.$data, filter);
    if (this.$sheet.filter) {
      this.$sheet.filter.active = filter.isDataFiltered;
    }
  }

  /** @throws HostError InvalidArgument when the range belongs to a table: tables have filters of their own. */
  apply(range: Range | string, columnIndex?: number, criteria?: FilterCriteria): void {
    requireAllowed(this.$sheet, "allowAutoFilter");
    const asked = range instanceof Range ? range.$area : areaOnSheet(this.$sheet, range);
    const area = asked.rows === 1 && asked.columns === 1 ? regionAround(this.$sheet, asked) : asked;
    const used = usedAreaWithin(this.$sheet, area, true) ?? area;
    if (
      this.$sheet.filter &&
      (this.$sheet.filter.area.row !== area.row || this.$sheet.filter.area.column !== area.column)
    ) {
      this.remove();
    }
    this.$sheet.filter ??= { area: area.rows === sheetRows ? used : { ...area }, active: false };
    if (columnIndex !== undefined && criteria !== undefined) {
      if (
        !Number.isInteger(columnIndex) ||
        columnIndex < 0 ||
        columnIndex >= this.$sheet.filter.area.columns
      ) {
        throw new HostError("InvalidArgument", `The filter has no column ${columnIndex}.`);
      }
      this.$sheet.filterOf(null).criteria.set(columnIndex, requireKnownFilter(criteria));
      this.$refresh();
    }
  }

  reapply(): void {
    if (this.$sheet.filter) {
      this.$refresh();
    }
  }

  clearColumnCriteria(columnIndex: number): void {
    requireAllowed(this.$sheet, "allowAutoFilter");
    this.$sheet.filterOf(null).criteria.delete(columnIndex);
    this.$refresh();
  }

  clearCriteria(): void {
    requireAllowed(this.$sheet, "allowAutoFilter");
    if (this.$sheet.filter) {
      clearFilter(this.$sheet, this.$data, this.$sheet.filterOf(null));
      this.$sheet.filter.active = false;
    }
  }

  remove(): void {
    this.clearCriteria();
    this.$sheet.filter = null;
    this.$sheet.forgetFilter();
  }

  getRange(): Range {
    return found(this.getRangeOrNullObject(), "The sheet has no filter.");
  }

  getRangeOrNullObject(): Range | null {
    const { filter } = this.$sheet;
    return filter && this.$worksheet.$range({ ...filter.area });
  }
}
