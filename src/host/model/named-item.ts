import type { CellValue, NameRecord } from "../workbook-record";
import { isReadableFormula } from "./formula/formula-text";
import { HostError } from "./host-error";
import { found } from "./required-item";
import { Range, type RangeKin } from "./range/range";
import { parseArea, splitSheetName } from "./reference";
import type { SheetState } from "./sheet/sheet-state";
import { requireTableName } from "./table/table-names";
import { same, type WorkbookState } from "./workbook-state";
import type { Worksheet } from "./sheet/worksheet";

/** Excel.NamedItemCollection of the workbook or of one sheet. */
export class NamedItemCollection {
  constructor(
    readonly $workbook: WorkbookState,
    readonly $sheet: SheetState | null,
    readonly $kin: RangeKin,
  ) {}

  $isOwn(name: NameRecord): boolean {
    return this.$sheet === null
      ? name.scope === null
      : name.scope !== null && same(name.scope, this.$sheet.sheetName);
  }

  get items(): NamedItem[] {
    return this.$workbook.names.flatMap((name, place) =>
      this.$isOwn(name) ? [this.$item(name, place)] : [],
    );
  }

  $item(name: NameRecord, place = 0): NamedItem {
    return new NamedItem(this.$workbook, this.$sheet, name.name, this.$kin, place);
  }

  getCount(): number {
    return this.items.length;
  }

  getItem(name: string): NamedItem {
    return found(this.getItemOrNullObject(name), `There is no name ${name}.`);
  }

  getItemOrNullObject(name: string): NamedItem | null {
    const place = this.$workbook.placeOfName(name, this.$sheet?.sheetName ?? null);
    return place < 0 ? null : this.$item(this.$workbook.names[place], place);
  }

  /** `reference`: a range, a formula with "=", or a constant. @throws HostError ItemAlreadyExists, InvalidArgument. */
  add(name: string, reference: Range | string | number | boolean, comment = ""): NamedItem {
    this.$workbook.requireEditableStructure();
    requireTableName(name);
    if (
      this.getItemOrNullObject(name) !== null ||
      (this.$sheet === null && this.$workbook.table(name) !== null)
    ) {
      throw new HostError("ItemAlreadyExists", `The name ${name} is in use.`);
    }
    const record: NameRecord = {
      name,
      formula: formulaOf(reference),
      visible: true,
      scope: this.$sheet?.sheetName ?? null,
      comment,
    };
    this.$workbook.names.push(record);
    this.$workbook.resolveIndirectFormulas();
    return this.$item(record);
  }
}

function formulaOf(reference: Range | string | number | boolean): string {
  if (reference instanceof Range) {
    return reference.$sheet.referenceTo(reference.$area);
  }
  if (typeof reference === "string") {
    if (!reference.startsWith("=")) {
      return `="${reference.replaceAll('"', '""')}"`;
    }
    if (isReadableFormula(reference)) {
      return reference;
    }
  } else if (typeof reference === "number" || typeof reference === "boolean") {
    return `=${String(reference).toUpperCase()}`;
  }
  throw new HostError("InvalidArgument", `A name cannot refer to ${String(reference)}.`);
}

/** Excel.NamedItem. Its reference follows inserted and deleted cells, and reads `#REF!` once they are gone. */
export class NamedItem {
  static readonly $since = { formula: 1.7 };

  constructor(
    readonly $workbook: WorkbookState,
    readonly $sheet: SheetState | null,
    readonly $name: string,
    readonly $kin: RangeKin,
    /** Where it stood among the names when it was found: there it is looked for first, for there may be many. */
    private place: number,
  ) {}

  get $record(): NameRecord {
    const { names } = this.$workbook;
    if (!this.#isIt(names[this.place]))
      this.place = this.$workbook.placeOfName(this.$name, this.$sheet?.sheetName ?? null);
    if (this.place < 0) {
      throw new HostError("InvalidReference", `The name ${this.$name} has been deleted.`);
    }
    return names[this.place];
  }

  #isIt(record: NameRecord | undefined): boolean {
    if (record === undefined || !same(record.name, this.$name)) return false;
    if (this.$sheet === null) return record.scope === null;
    return record.scope !== null && same(record.scope, this.$sheet.sheetName);
  }

  /** The block that the name stands for; null for constants, formulas and `#REF!`. */
  get $target(): {
    sheet: SheetState;
    area: { row: number; column: number; rows: number; columns: number };
  } | null {
    const { sheet: sheetName, rest } = splitSheetName(this.$record.formula.replace(/^=/, ""));
    const sheet = sheetName === null ? this.$sheet : this.$workbook.sheetNamed(sheetName);
    const area = parseArea(rest);
    return sheet && area && { sheet, area };
  }

  get name(): string {
    return this.$record.name;
  }

  get comment(): string {
    return this.$record.comment;
  }

  set comment(comment: string) {
    this.$record.comment = comment;
  }

  get visible(): boolean {
    return this.$record.visible;
  }

  set visible(visible: boolean) {
    this.$record.visible = visible === true;
  }

  /** "Workbook" or "Worksheet". */
  get scope(): string {
    return this.$record.scope === null ? "Workbook" : "Worksheet";
  }

  get formula(): string {
    return this.$record.formula;
  }

  set formula(formula: string) {
    this.$record.formula = formulaOf(formula);
    this.$workbook.resolveIndirectFormulas();
  }

  /** Excel.NamedItemType: "Range", "String", "Double", "Integer", "Boolean", "Error" or "Array". */
  get type(): string {
    if (this.$target) {
      return "Range";
    }
    const value = this.$constant;
    if (typeof value === "number") {
      return Number.isInteger(value) ? "Integer" : "Double";
    }
    if (typeof value === "boolean") {
      return "Boolean";
    }
    return value.startsWith("#") ? "Error" : "String";
  }

  /** The address of a range ("Sheet1!$A$1:$B$2" without the dollars of the formula is a guess; Excel gives the plain address), or the constant. */
  get value(): CellValue {
    const target = this.$target;
    return target ? new Range(target.sheet, target.area, this.$kin).address : this.$constant;
  }

  get $constant(): CellValue {
    const text = this.$record.formula.replace(/^=/, "");
    if (/^"(?:[^"]|"")*"$/s.test(text)) {
      return text.slice(1, -1).replaceAll('""', '"');
    }
    if (/^(true|false)$/i.test(text)) {
      return /^true$/i.test(text);
    }
    if (/#REF!/i.test(text)) {
      return "#REF!";
    }
    const number = Number(text);
    return text.trim() !== "" && Number.isFinite(number) ? number : text;
  }

  get worksheet(): Worksheet {
    if (this.$sheet === null) {
      throw new HostError("InvalidOperation", "The name belongs to the workbook.");
    }
    return this.$kin.worksheetOf(this.$sheet);
  }

  get worksheetOrNullObject(): Worksheet | null {
    return this.$sheet && this.$kin.worksheetOf(this.$sheet);
  }

  getRange(): Range {
    const target = this.$target;
    if (target === null) {
      throw new HostError("InvalidReference", `The name ${this.$name} does not refer to a range.`);
    }
    return new Range(target.sheet, target.area, this.$kin);
  }

  getRangeOrNullObject(): Range | null {
    const target = this.$target;
    return target && new Range(target.sheet, target.area, this.$kin);
  }

  delete(): void {
    this.$workbook.requireEditableStructure();
    const record = this.$record;
    this.$workbook.names = this.$workbook.names.filter((each) => each !== record);
    this.$workbook.resolveIndirectFormulas();
  }
}
