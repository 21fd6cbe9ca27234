import type { Area, DataValidationRecord } from "../../workbook-record";
import type { SheetContext, StructuralChange } from "../sheet-context";
import { difference, intersection } from "../reference";
import { inheritedAreas } from "./inherited-areas";

const stores = new WeakMap<SheetContext, DataValidationStore>();

/** What may be typed where on a sheet. Call it when a sheet is opened: from then on it follows columns, rows and names. */
export function dataValidationStoreOf(context: SheetContext): DataValidationStore {
  let store = stores.get(context);
  if (!store) {
    store = new DataValidationStore(context);
    stores.set(context, store);
  }
  return store;
}

/** The validations of one sheet; no two of them stand on one cell. */
export class DataValidationStore {
  constructor(readonly context: SheetContext) {
    context.onStructuralChange((change) => this.#follow(change));
  }

  get records(): DataValidationRecord[] {
    return this.context.dataValidationRecords;
  }

  /** Those that stand on a cell of the area. */
  in(area: Area): DataValidationRecord[] {
    return this.records.filter(({ areas }) => areas.some((each) => intersection(each, area) !== null));
  }

  /** Puts a validation on a block, in the place of what stood there. */
  set(area: Area, validation: Omit<DataValidationRecord, "areas">): void {
    this.clear(area);
    this.records.push({ areas: [{ ...area }], ...validation });
  }

  /** Takes a block out of all validations; what is left of them stays. */
  clear(area: Area): void {
    for (const record of this.in(area)) {
      record.areas = record.areas.flatMap((each) => difference(each, area));
      if (record.areas.length === 0) this.records.splice(this.records.indexOf(record), 1);
    }
  }

  /** New cells take over what stands on those left of them. */
  inherit(inserted: Area): void {
    for (const record of this.records) record.areas = inheritedAreas(record.areas, inserted);
  }

  #follow(change: StructuralChange): void {
    const { sheetName } = this.context;
    const rewritten = (limit: string | number) =>
      typeof limit === "string" && limit.startsWith("=") ? change.rewrite(limit, sheetName) : limit;
    for (const record of [...this.records]) {
      record.areas = record.areas.flatMap((area) => change.moveCells(area, sheetName));
      if (record.areas.length === 0) this.records.splice(this.records.indexOf(record), 1);
      if (record.formula1 !== undefined) record.formula1 = rewritten(record.formula1);
      if (record.formula2 !== undefined) record.formula2 = rewritten(record.formula2);
    }
  }
}
