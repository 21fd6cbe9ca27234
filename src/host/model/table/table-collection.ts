import type { Area } from "../../workbook-record";
import { same } from "../workbook-state";
import type { EventListeners } from "../event-listeners";
import { HostError } from "../host-error";
import { Range, type RangeKin } from "../range/range";
import { areaOnSheet } from "../range/range-arguments";
import { splitSheetName } from "../reference";
import { found } from "../required-item";
import type { SheetState } from "../sheet/sheet-state";
import { Table } from "./table";
import { createTable } from "./table-content";
import { type TableEvent, type WorkbookState, tableIdentifier, workbookTarget } from "../workbook-state";

function findTable(sheets: SheetState[], key: unknown): { sheet: SheetState; id: number } | null {
  for (const sheet of sheets) {
    const table = sheet.tables.find(
      (each) => tableIdentifier(each.id) === key || (typeof key === "string" && same(each.name, key)),
    );
    if (table) {
      return { sheet, id: table.id };
    }
  }
  return null;
}

/** Excel.TableCollection of the workbook or of one sheet. */
export class TableCollection {
  constructor(
    readonly $workbook: WorkbookState,
    readonly $sheet: SheetState | null,
    readonly $kin: RangeKin,
  ) {}

  get $sheets(): SheetState[] {
    return this.$sheet ? [this.$sheet] : this.$workbook.sheets;
  }

  get items(): Table[] {
    return this.$sheets.flatMap((sheet) =>
      sheet.tables.map((table) => new Table(sheet, table.id, this.$kin)),
    );
  }

  get count(): number {
    return this.items.length;
  }

  getCount(): number {
    return this.count;
  }

  getItem(key: string): Table {
    return found(this.getItemOrNullObject(key), `There is no table ${key}.`);
  }

  getItemOrNullObject(key: string): Table | null {
    const table = findTable(this.$sheets, key);
    return table && new Table(table.sheet, table.id, this.$kin);
  }

  getItemAt(index: number): Table {
    return found(this.items[index], `There is no table ${index}.`);
  }

  /** @throws HostError TableOverlap, MergedRangeConflict, InvalidArgument, AccessDenied. */
  add(address: string | Range, hasHeaders = false): Table {
    const { sheet, area } = this.$place(address);
    return new Table(sheet, createTable(sheet, area, hasHeaders).id, this.$kin);
  }

  $place(address: string | Range): { sheet: SheetState; area: Area } {
    if (address instanceof Range) {
      if (this.$sheet !== null && address.$sheet !== this.$sheet) {
        throw new HostError("InvalidArgument", "The range is on another sheet.");
      }
      return { sheet: address.$sheet, area: address.$area };
    }
    const { sheet: name } = splitSheetName(address);
    const active = this.$workbook.sheets[this.$workbook.activeSheet];
    const sheet = name === null ? (this.$sheet ?? active) : this.$workbook.sheetNamed(name);
    if (sheet === null || (this.$sheet !== null && sheet !== this.$sheet)) {
      throw new HostError("InvalidArgument", `${address} is not on this sheet.`);
    }
    return { sheet, area: areaOnSheet(sheet, address) };
  }

  get $target(): string {
    return this.$sheet?.id ?? workbookTarget;
  }

  _RegisterDataChangedEvent(): void {
    this.$workbook.listeners.add(`table ${this.$target}`);
  }

  _UnregisterDataChangedEvent(): void {
    this.$workbook.listeners.delete(`table ${this.$target}`);
  }

  _RegisterAddedEvent(): void {
    this.#listeners.add(this.#key("tableAdded"));
  }

  _UnregisterAddedEvent(): void {
    this.#listeners.delete(this.#key("tableAdded"));
  }

  _RegisterDeletedEvent(): void {
    this.#listeners.add(this.#key("tableDeleted"));
  }

  _UnregisterDeletedEvent(): void {
    this.#listeners.delete(this.#key("tableDeleted"));
  }

  get #listeners(): EventListeners {
    return this.$workbook.listeners;
  }

  #key(kind: TableEvent): string {
    return `${kind} ${this.$target}`;
  }
}

/** Excel.TableScopedCollection: tables of a range. */
export class TableScopedCollection {
  static readonly $since = { getItemOrNullObject: 1.14 };

  constructor(
    readonly $sheet: SheetState,
    readonly $ids: number[],
    readonly $kin: RangeKin,
  ) {}

  get items(): Table[] {
    return this.$ids.map((id) => new Table(this.$sheet, id, this.$kin));
  }

  getCount(): number {
    return this.$ids.length;
  }

  getFirst(): Table {
    return found(this.items[0], "There is no table in the range.");
  }

  getItem(key: string): Table {
    return found(this.getItemOrNullObject(key), `There is no table ${key} in the range.`);
  }

  getItemOrNullObject(key: string): Table | null {
    return this.items.find((table) => table.id === key || same(table.name, key)) ?? null;
  }
}
