import type { ChartRecord } from "../../workbook-record";
import type { SheetContext, StructuralChange } from "../sheet-context";
import { ChartPlacement } from "./chart-placement";
import { HostError } from "../host-error";

const stores = new WeakMap<SheetContext, ChartStore>();

/**
 * The charts of a sheet, made at the first call. Call it when a sheet is opened: from then on its charts follow
 * changes of columns, rows and names, whether or not an add-in has asked for them.
 */
export function chartStoreOf(context: SheetContext): ChartStore {
  let store = stores.get(context);
  if (!store) {
    store = new ChartStore(context);
    stores.set(context, store);
  }
  return store;
}

/** The chart records of one sheet, tied to its cells. */
export class ChartStore {
  readonly #placements = new Map<ChartRecord, ChartPlacement>();
  /** Drawings made on the sheet so far: numbers of deleted ones are not given again. */
  #drawings: number;

  constructor(readonly context: SheetContext) {
    context.chartRecords.forEach((record) =>
      this.#placements.set(record, new ChartPlacement(record, context)),
    );
    const numbers = context.chartRecords.map(({ name }) => Number(/^Chart (\d+)$/.exec(name)?.[1] ?? 0));
    this.#drawings = Math.max(context.chartRecords.length, ...numbers);
    context.onStructuralChange((change) => this.#follow(change));
  }

  get records(): ChartRecord[] {
    return this.context.chartRecords;
  }

  /** Name and identifier of a chart that comes next, as Excel gives them. */
  next(): { name: string; id: string } {
    this.#drawings++;
    const taken = (name: string) => this.records.some((record) => same(record.name, name));
    while (taken(`Chart ${this.#drawings}`)) {
      this.#drawings++;
    }
    return { name: `Chart ${this.#drawings}`, id: identifier(this.records, this.#drawings) };
  }

  add(record: ChartRecord): void {
    this.records.push(record);
    this.#placements.set(record, new ChartPlacement(record, this.context));
  }

  delete(record: ChartRecord): void {
    this.records.splice(this.records.indexOf(record), 1);
    this.#placements.delete(record);
  }

  /** By name without case, or by identifier. */
  find(nameOrId: string): ChartRecord | undefined {
    return this.records.find(({ name, id }) => same(name, nameOrId) || id === nameOrId);
  }

  /** @throws HostError ItemNotFound once the chart was deleted */
  requireKept(record: ChartRecord): void {
    if (!this.#placements.has(record)) {
      throw new HostError("ItemNotFound", `The chart ${record.name} has been deleted.`);
    }
  }

  #follow(change: StructuralChange): void {
    for (const [record, placement] of this.#placements) {
      placement.follow(change, this.context.sheetName);
      for (const series of record.series) {
        series.nameFormula = rewritten(series.nameFormula, change, this.context.sheetName);
        series.values = rewritten(series.values, change, this.context.sheetName);
        series.categories = rewritten(series.categories, change, this.context.sheetName);
      }
    }
  }
}

function rewritten(reference: string | null, change: StructuralChange, sheetName: string): string | null {
  return reference === null ? null : change.rewrite(reference, sheetName);
}

export function same(one: string, other: string): boolean {
  return one.toLowerCase() === other.toLowerCase();
}

/** Excel's identifiers of drawings count the drawing in a fixed pattern. */
function identifier(records: ChartRecord[], drawing: number): string {
  let number = drawing + 1;
  const idOf = () =>
    `{00000000-0008-0000-0000-0000${number.toString(16).padStart(2, "0").padStart(8, "0")}}`.toUpperCase();
  while (records.some(({ id }) => id === idOf())) {
    number++;
  }
  return idOf();
}
