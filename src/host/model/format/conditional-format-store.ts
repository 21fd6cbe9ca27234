import type { Area, ConditionalFormatRecord } from "../../workbook-record";
import type { SheetContext, StructuralChange } from "../sheet-context";
import { difference, intersection } from "../reference";
import { inheritedAreas } from "./inherited-areas";

const stores = new WeakMap<SheetContext, ConditionalFormatStore>();

/**
 * The conditional formats of a sheet, made at the first call. Call it when a sheet is opened: from then on they follow
 * changes of columns, rows and names, whether or not an add-in has asked for them.
 */
export function conditionalFormatStoreOf(context: SheetContext): ConditionalFormatStore {
  let store = stores.get(context);
  if (!store) {
    store = new ConditionalFormatStore(context);
    stores.set(context, store);
  }
  return store;
}

/** The conditional format records of one sheet in order of priority. */
export class ConditionalFormatStore {
  readonly #identifiers = new Map<ConditionalFormatRecord, string>();
  #made = 0;

  constructor(readonly context: SheetContext) {
    this.records.forEach((record) => this.#identify(record));
    context.onStructuralChange((change) => this.#follow(change));
  }

  get records(): ConditionalFormatRecord[] {
    return this.context.conditionalFormatRecords;
  }

  idOf(record: ConditionalFormatRecord): string {
    return this.#identifiers.get(record) ?? "";
  }

  isKept(record: ConditionalFormatRecord): boolean {
    return this.records.includes(record);
  }

  /** Those that apply to a cell of the area. */
  in(area: Area): ConditionalFormatRecord[] {
    return this.records.filter(({ areas }) => areas.some((each) => intersection(each, area) !== null));
  }

  /** A new one comes first (Office.js: "at the first/top priority"). */
  add(record: ConditionalFormatRecord): void {
    this.#identify(record);
    this.records.unshift(record);
    this.#number();
  }

  /** The same format with another rule. */
  replace(before: ConditionalFormatRecord, after: ConditionalFormatRecord): void {
    this.#identifiers.set(after, this.idOf(before));
    this.#identifiers.delete(before);
    this.records[this.records.indexOf(before)] = after;
  }

  delete(record: ConditionalFormatRecord): void {
    this.records.splice(this.records.indexOf(record), 1);
    this.#identifiers.delete(record);
    this.#number();
  }

  /** Moves a format to a place of its own; a negative one counts from the end. */
  move(record: ConditionalFormatRecord, priority: number): void {
    this.records.splice(this.records.indexOf(record), 1);
    const { length } = this.records;
    const place = priority < 0 ? length + 1 + priority : priority;
    this.records.splice(Math.max(0, Math.min(length, place)), 0, record);
    this.#number();
  }

  /** Takes the area out of all formats; what is left of them stays. */
  clear(area: Area): void {
    for (const record of this.in(area)) {
      record.areas = record.areas.flatMap((each) => difference(each, area));
      if (record.areas.length === 0) {
        this.delete(record);
      }
    }
  }

  /** New cells take over what stands on those left of them. */
  inherit(inserted: Area): void {
    for (const record of this.records) record.areas = inheritedAreas(record.areas, inserted);
  }

  #identify(record: ConditionalFormatRecord): void {
    this.#made++;
    this.#identifiers.set(
      record,
      `{00000000-000E-0000-0000-${this.#made.toString(16).toUpperCase().padStart(12, "0")}}`,
    );
  }

  #number(): void {
    this.records.forEach((record, index) => (record.priority = index + 1));
  }

  #follow(change: StructuralChange): void {
    const { sheetName } = this.context;
    for (const record of [...this.records]) {
      record.areas = record.areas.flatMap((area) => change.moveCells(area, sheetName));
      if (record.areas.length === 0) {
        this.delete(record);
      } else if (record.type === "Custom") {
        record.formula = change.rewrite(record.formula, sheetName);
      } else if (record.type === "CellValue") {
        record.formula1 = change.rewrite(record.formula1, sheetName);
        if (record.formula2 !== undefined) {
          record.formula2 = change.rewrite(record.formula2, sheetName);
        }
      }
    }
  }
}
