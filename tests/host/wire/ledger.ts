/**
 * A small object model of its own for the tests of the wire: classes with public Office.js names and just enough behaviour
 * to see what the dispatcher does with them. The client in front of it is always the genuine Office.js.
 */
import { HostError } from "../../../src/host/model/host-error";
import { type OfficeWindow, openOfficeWindow } from "../../../src/host/office-window";
import { EventType } from "../../../src/host/wire/events";
import { openSession, type Session, type SessionOptions } from "../../../src/host/wire/session";

export class Range {
  constructor(
    readonly $sheet: Worksheet,
    readonly rowIndex: number,
    readonly columnIndex: number,
    readonly rowCount: number,
    readonly columnCount: number,
  ) {}

  static readonly $since = { hasSpill: "1.12", getSpillParentOrNullObject: "1.12" };

  get address(): string {
    return `${this.$sheet.name}!R${this.rowIndex}C${this.columnIndex}`;
  }

  get hasSpill(): boolean {
    return false;
  }

  get values(): unknown[][] {
    return Array.from({ length: this.rowCount }, (_row, row) =>
      Array.from({ length: this.columnCount }, (_column, column) =>
        this.$sheet.$cell(this.rowIndex + row, this.columnIndex + column),
      ),
    );
  }

  set values(values: unknown[][]) {
    if (values.length !== this.rowCount || values.some((row) => row.length !== this.columnCount)) {
      throw new HostError("InvalidArgument", "The number of rows or columns does not match the range.");
    }
    values.forEach((row, r) =>
      row.forEach((value, c) => this.$sheet.$put(this.rowIndex + r, this.columnIndex + c, value)),
    );
  }

  get format(): RangeFormat {
    return new RangeFormat(this);
  }

  get worksheet(): Worksheet {
    return this.$sheet;
  }

  get $secret(): string {
    return "host-internal";
  }

  getRow(row: number): Range {
    return new Range(this.$sheet, this.rowIndex + row, this.columnIndex, 1, this.columnCount);
  }

  getBoundingRect(other: Range): Range {
    return new Range(
      this.$sheet,
      this.rowIndex,
      this.columnIndex,
      other.rowIndex + other.rowCount - this.rowIndex,
      other.columnIndex + other.columnCount - this.columnIndex,
    );
  }

  /** The argument is left out in the tests: it has to arrive as `undefined` for the default to hold. */
  getOffsetRange(rows = 1, columns = 1): Range {
    return new Range(
      this.$sheet,
      this.rowIndex + rows,
      this.columnIndex + columns,
      this.rowCount,
      this.columnCount,
    );
  }

  getUsedRangeOrNullObject(): Range | null {
    return null;
  }

  clear(): Promise<void> {
    return new Promise((resolve) =>
      setTimeout(() => {
        this.values = this.values.map((row) => row.map(() => ""));
        resolve();
      }, 5),
    );
  }

  /** Somebody hears of it, in the middle of the request. */
  select(): void {
    this.$sheet.$workbook.$raise(EventType.worksheetChanged, this.$sheet.id, {
      worksheetId: this.$sheet.id,
      address: this.address,
    });
  }

  /** A defect of the model, not a refusal. */
  calculate(): void {
    throw new TypeError("something of undefined");
  }

  _ValidateArraySize(rows: number, columns: number): void {
    this.$sheet.$validated.push([rows, columns]);
    if (rows !== this.rowCount || columns !== this.columnCount) {
      throw new HostError("InvalidArgument", "The number of rows or columns does not match the range.");
    }
  }
}

export class RangeFormat {
  constructor(readonly $range: Range) {}

  get wrapText(): boolean {
    return false;
  }

  get fill(): RangeFill {
    return new RangeFill();
  }
}

export class RangeFill {
  get color(): string {
    return "#FFFFFF";
  }
}

export class Worksheet {
  readonly $cells = new Map<string, unknown>();
  readonly $validated: [number, number][] = [];
  showGridlines = true;

  constructor(
    readonly $workbook: Workbook,
    readonly id: string,
    public name: string,
  ) {}

  $cell(row: number, column: number): unknown {
    return this.$cells.get(`${row},${column}`) ?? "";
  }

  $put(row: number, column: number, value: unknown): void {
    this.$cells.set(`${row},${column}`, value);
    this.$workbook.$pending++;
  }

  get names(): NamedItemCollection {
    return this.$workbook.names;
  }

  getRange(address: string): Range {
    const [rows, columns] = address.split("x").map(Number);
    if (!Number.isInteger(rows) || !Number.isInteger(columns)) {
      throw new HostError("InvalidArgument", `There is no range ${address}.`);
    }
    return new Range(this, 0, 0, rows, columns);
  }

  delete(): void {
    const { items } = this.$workbook.worksheets;
    items.splice(items.indexOf(this), 1);
  }

  _RegisterDataChangedEvent(): void {}

  _UnregisterDataChangedEvent(): void {}
}

export class WorksheetCollection {
  readonly items: Worksheet[];

  constructor(workbook: Workbook) {
    this.items = ["Alpha", "Beta", "Gamma"].map(
      (name, index) => new Worksheet(workbook, `{${index + 1}}`, name),
    );
  }

  getItem(key: string): Worksheet {
    const found = this.getItemOrNullObject(key);
    if (found === null) {
      throw new HostError("ItemNotFound", `There is no sheet ${key}.`);
    }
    return found;
  }

  getItemOrNullObject(key: string): Worksheet | null {
    return this.items.find(({ name, id }) => name === key || id === key) ?? null;
  }

  getActiveWorksheet(): Worksheet {
    return this.items[0];
  }

  getCount(): number {
    return this.items.length;
  }

  _RegisterDataChangedEvent(): void {}

  _UnregisterDataChangedEvent(): void {}
}

export class NamedItem {
  constructor(
    readonly name: string,
    public visible: boolean,
  ) {}
}

export class NamedItemCollection {
  readonly items: NamedItem[] = [new NamedItem("first", true), new NamedItem("second", false)];

  getItem(key: string): NamedItem {
    const found = this.items.find(({ name }) => name === key);
    if (found === undefined) {
      throw new HostError("ItemNotFound", `There is no name ${key}.`);
    }
    return found;
  }
}

export class Workbook {
  readonly worksheets = new WorksheetCollection(this);
  readonly names = new NamedItemCollection();
  readonly readOnly = false;
  /** Changes since the last calculation, and how often it was asked for. */
  $pending = 0;
  $calculations = 0;
  $requests = 0;

  $raise: (eventType: number, target: string, args: object) => void = () => undefined;

  $endRequest(): void {
    this.$requests++;
  }

  async $calculate(): Promise<void> {
    await new Promise((resolve) => setTimeout(resolve, 1));
    this.$pending = 0;
    this.$calculations++;
  }
}

export interface Connected {
  root: Workbook;
  session: Session;
  page: OfficeWindow;
  run: typeof Excel.run;
  settings: Record<string, string>;
  close(): void;
}

/** The ledger behind the wire, the genuine Office.js in front of it; the journal begins empty. */
export async function connect(options: Partial<SessionOptions> = {}): Promise<Connected> {
  const root = new Workbook();
  const settings: Record<string, string> = { "keyfolio.language": '"ru"' };
  const session = openSession(root, {
    settings: {
      read: () => ({ ...settings }),
      write(values) {
        Object.keys(settings).forEach((key) => delete settings[key]);
        Object.assign(settings, values);
      },
    },
    ...options,
  });
  root.$raise = (eventType, target, args) => session.events.raise(eventType, target, args);
  const page = await openOfficeWindow(session);
  session.journal.clear();
  return {
    root,
    session,
    page,
    run: page.Excel.run,
    settings,
    close() {
      session.close();
      page.close();
    },
  };
}

/** What a batch fails with: the client's `RichApi.Error`. */
export async function errorOf(work: Promise<unknown>): Promise<OfficeExtension.Error> {
  try {
    await work;
  } catch (error) {
    return error as OfficeExtension.Error;
  }
  throw new Error("The batch did not fail.");
}
