import { type ExcelHost, type ExcelHostOptions, openExcelHost } from "../../src/host/excel-host";
import { type OfficeWindow, openOfficeWindow } from "../../src/host/office-window";
import type { WorkbookRecord } from "../../src/host/workbook-record";

const names = ["Office", "Excel", "OfficeExtension"] as const;

type Level = NonNullable<ExcelHostOptions["apiLevel"]>;

/** What a host was opened with: the page asks once, when it boots. */
const levels = new WeakMap<ExcelHost, Level>();

/**
 * One page with the genuine Office.js for each level of the API, before which one workbook after another is put: booting takes longer than most runs.
 * Sets the globals `Office`, `Excel`, `OfficeExtension` as `startExcel` does; `stop()` takes them away.
 */
export class OpenExcel {
  #host: ExcelHost | null = null;
  #page: OfficeWindow | null = null;
  readonly #pages = new Map<Level, OfficeWindow>();
  readonly #before = names.map((name) => Object.getOwnPropertyDescriptor(globalThis, name));

  /** A workbook behind no page: what a person sees who has no add-in. */
  static async aside(record: WorkbookRecord, options: Partial<ExcelHostOptions> = {}): Promise<ExcelHost> {
    const host = await openExcelHost(record, { language: "en-US", ...options });
    levels.set(host, options.apiLevel ?? "1.20");
    return host;
  }

  /** Puts a workbook before the page and closes the one that was there. */
  async open(record: WorkbookRecord, options: Partial<ExcelHostOptions> = {}): Promise<ExcelHost> {
    const host = await OpenExcel.aside(record, options);
    await this.put(host);
    return host;
  }

  /** Puts an open workbook before the page; the one that was there stays open. */
  async put(host: ExcelHost): Promise<void> {
    await settled();
    this.#host = host;
    const level = levels.get(host)!;
    this.#page = this.#pages.get(level) ?? (await this.#boot());
    this.#pages.set(level, this.#page);
    host.journal.clear();
  }

  stop(): void {
    names.forEach((name, i) => {
      const descriptor = this.#before[i];
      if (descriptor) Object.defineProperty(globalThis, name, descriptor);
      else Reflect.deleteProperty(globalThis, name);
    });
    for (const page of this.#pages.values()) page.close();
    this.#pages.clear();
  }

  async #boot(): Promise<OfficeWindow> {
    const external = new Proxy({}, { get: (_, name) => Reflect.get(this.#host!.external, name) as unknown });
    const page = await openOfficeWindow({ external });
    for (const name of names) {
      Object.defineProperty(globalThis, name, { get: () => this.#page![name], configurable: true });
    }
    return page;
  }
}

/** The client gives references back by itself after `Excel.run`: that belongs to the workbook that was open. */
const settled = () => new Promise((resolve) => setTimeout(resolve, 0));
