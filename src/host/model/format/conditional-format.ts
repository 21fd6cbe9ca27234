import type { ConditionalFormatRecord } from "../../workbook-record";
import { oneOfChoices, requireFlag, requireText } from "../required-value";
import type { CellBlock } from "../sheet-context";
import { type ConditionalFormatStore, conditionalFormatStoreOf } from "./conditional-format-store";
import {
  CellValueConditionalFormat,
  ColorScaleConditionalFormat,
  type ConditionalFormatKind,
  CustomConditionalFormat,
  DataBarConditionalFormat,
  freshRule,
  TextConditionalFormat,
} from "./conditional-format-rule";
import { HostError } from "../host-error";

/** Types of Excel that the host neither shows nor keeps. */
const unknownTypes = ["IconSet", "TopBottom", "PresetCriteria"];

/** Excel.ConditionalFormatCollection: the conditional formats that touch a range. */
export class ConditionalFormatCollection {
  static readonly $since = { getItemOrNullObject: "1.14" };

  readonly $store: ConditionalFormatStore;

  constructor(readonly $block: CellBlock) {
    this.$store = conditionalFormatStoreOf($block.$context);
  }

  get $records(): ConditionalFormatRecord[] {
    return this.$store.in(this.$block.$area);
  }

  get items(): ConditionalFormat[] {
    return this.$records.map((record) => new ConditionalFormat(this.$store, record));
  }

  getCount(): number {
    return this.$records.length;
  }

  getItem(id: string): ConditionalFormat {
    const format = this.getItemOrNullObject(id);
    if (!format) {
      throw new HostError("ItemNotFound", `There is no conditional format ${String(id)} on the range.`);
    }
    return format;
  }

  getItemOrNullObject(id: string): ConditionalFormat | null {
    const record = this.$records.find((each) => this.$store.idOf(each) === id);
    return record ? new ConditionalFormat(this.$store, record) : null;
  }

  getItemAt(index: number): ConditionalFormat {
    const record = this.$records[index];
    if (!record) {
      throw new HostError("InvalidArgument", `The range has no conditional format ${String(index)}.`);
    }
    return new ConditionalFormat(this.$store, record);
  }

  /** At the first priority. */
  add(type: string): ConditionalFormat {
    if (unknownTypes.includes(type)) {
      throw new HostError("NotImplemented", `The host shows no conditional format ${type}.`);
    }
    const known = oneOfChoices(type, conditionalFormatTypes, "conditional format") as ConditionalFormatKind;
    const record: ConditionalFormatRecord = {
      areas: [{ ...this.$block.$area }],
      priority: 1,
      ...freshRule(known),
    };
    this.$store.add(record);
    return new ConditionalFormat(this.$store, record);
  }

  clearAll(): void {
    this.$store.clear(this.$block.$area);
  }
}

const conditionalFormatTypes: ConditionalFormatKind[] = [
  "Custom",
  "DataBar",
  "ColorScale",
  "ContainsText",
  "CellValue",
];

/** Excel.ConditionalFormat. */
export class ConditionalFormat {
  static readonly $since = {
    changeRuleToCustom: "1.17",
    setRanges: "1.17",
  };

  constructor(
    readonly $store: ConditionalFormatStore,
    readonly $record: ConditionalFormatRecord,
  ) {}

  /** @throws HostError ItemNotFound once it was deleted */
  get $format(): ConditionalFormatRecord {
    if (!this.$store.isKept(this.$record)) {
      throw new HostError("ItemNotFound", "The conditional format has been deleted.");
    }
    return this.$record;
  }

  get id(): string {
    return this.$store.idOf(this.$format);
  }

  get type(): string {
    return this.$format.type;
  }

  /** Zero-based place among the conditional formats of the sheet. */
  get priority(): number {
    return this.$store.records.indexOf(this.$format);
  }

  set priority(priority: number) {
    if (!Number.isInteger(priority)) {
      throw new HostError("InvalidArgument", `A priority is a whole number, not ${String(priority)}.`);
    }
    this.$store.move(this.$format, priority);
  }

  get stopIfTrue(): boolean {
    return this.$format.stopIfTrue ?? false;
  }

  set stopIfTrue(stop: boolean) {
    if (requireFlag(stop, "stopIfTrue")) {
      this.$format.stopIfTrue = true;
    } else {
      delete this.$format.stopIfTrue;
    }
  }

  get cellValue(): CellValueConditionalFormat {
    return this.$required(this.cellValueOrNullObject);
  }

  get cellValueOrNullObject(): CellValueConditionalFormat | null {
    const { $format: record } = this;
    return record.type === "CellValue" ? new CellValueConditionalFormat(record) : null;
  }

  get colorScale(): ColorScaleConditionalFormat {
    return this.$required(this.colorScaleOrNullObject);
  }

  get colorScaleOrNullObject(): ColorScaleConditionalFormat | null {
    const { $format: record } = this;
    return record.type === "ColorScale" ? new ColorScaleConditionalFormat(record) : null;
  }

  get custom(): CustomConditionalFormat {
    return this.$required(this.customOrNullObject);
  }

  get customOrNullObject(): CustomConditionalFormat | null {
    const { $format: record } = this;
    return record.type === "Custom" ? new CustomConditionalFormat(record) : null;
  }

  get dataBar(): DataBarConditionalFormat {
    return this.$required(this.dataBarOrNullObject);
  }

  get dataBarOrNullObject(): DataBarConditionalFormat | null {
    const { $format: record } = this;
    return record.type === "DataBar" ? new DataBarConditionalFormat(record) : null;
  }

  get textComparison(): TextConditionalFormat {
    return this.$required(this.textComparisonOrNullObject);
  }

  get textComparisonOrNullObject(): TextConditionalFormat | null {
    const { $format: record } = this;
    return record.type === "ContainsText" ? new TextConditionalFormat(record) : null;
  }

  delete(): void {
    this.$store.delete(this.$format);
  }

  /** @throws HostError InvalidArgument when it applies to several blocks */
  getRange(): unknown {
    const range = this.getRangeOrNullObject();
    if (range === null) {
      throw new HostError("InvalidArgument", "The conditional format applies to several ranges.");
    }
    return range;
  }

  getRangeOrNullObject(): unknown {
    const { areas } = this.$format;
    return areas.length === 1 ? this.$store.context.rangeOf(areas[0]) : null;
  }

  setRanges(range: CellBlock): void {
    if (typeof range !== "object" || range === null || !("$area" in range)) {
      throw new HostError("NotImplemented", "The host takes a single range here.");
    }
    this.$format.areas = [{ ...range.$area }];
  }

  changeRuleToCustom(formula: string): void {
    const text = requireText(formula, "A formula");
    const { areas, priority } = this.$format;
    const record: ConditionalFormatRecord = { areas, priority, ...freshRule("Custom") };
    this.$store.replace(this.$record, record);
    new CustomConditionalFormat(record as Extract<ConditionalFormatRecord, { type: "Custom" }>).rule.formula =
      text;
  }

  $required<T>(rule: T | null): T {
    if (rule === null) {
      throw new HostError("ItemNotFound", `The conditional format is a ${this.$format.type}.`);
    }
    return rule;
  }
}
