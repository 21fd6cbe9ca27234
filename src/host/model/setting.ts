import { HostError } from "./host-error";
import { found } from "./required-item";
import type { WorkbookState } from "./workbook-state";

/** Excel.SettingCollection: what the add-in keeps in the document, as JSON values. */
export class SettingCollection {
  constructor(readonly $workbook: WorkbookState) {}

  get items(): Setting[] {
    return [...this.$workbook.settings.keys()].map((key) => new Setting(this.$workbook, key));
  }

  getCount(): number {
    return this.$workbook.settings.size;
  }

  /** Sets or adds. */
  add(key: string, value: unknown): Setting {
    if (typeof key !== "string" || key === "") {
      throw new HostError("InvalidArgument", "A setting needs a key.");
    }
    this.$workbook.settings.set(key, copied(value));
    return new Setting(this.$workbook, key);
  }

  getItem(key: string): Setting {
    return found(this.getItemOrNullObject(key), `There is no setting ${key}.`);
  }

  getItemOrNullObject(key: string): Setting | null {
    return this.$workbook.settings.has(key) ? new Setting(this.$workbook, key) : null;
  }
}

/** Excel.Setting. */
export class Setting {
  constructor(
    readonly $workbook: WorkbookState,
    readonly key: string,
  ) {}

  get value(): unknown {
    if (!this.$workbook.settings.has(this.key)) {
      throw new HostError("ItemNotFound", `The setting ${this.key} has been deleted.`);
    }
    return this.$workbook.settings.get(this.key);
  }

  set value(value: unknown) {
    this.$workbook.settings.set(this.key, copied(value));
  }

  delete(): void {
    this.$workbook.settings.delete(this.key);
  }
}

/** What a JSON document would keep of it. */
function copied(value: unknown): unknown {
  return value === undefined ? null : JSON.parse(JSON.stringify(value));
}
