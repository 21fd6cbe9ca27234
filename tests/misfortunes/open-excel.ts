import { type ExcelHost, type ExcelHostOptions, openExcelHost } from "../../src/host/excel-host";
import { type OfficeWindow, openOfficeWindow } from "../../src/host/office-window";
import type { WorkbookRecord } from "../../src/host/workbook-record";

const names = ["Office", "Excel", "OfficeExtension"] as const;

/**
 * One page with the genuine Office.js, before which one workbook after another is put: booting takes longer than most runs.
 * Sets the globals `Office`, `Excel`, `OfficeExtension` as `startExcel` does; `stop()` takes them away.
 */
export class OpenExcel {
  #host: ExcelHost | null = null;
  #page: OfficeWindow | null = null;
  readonly #before = names.map((name) => Object.getOwnPropertyDescriptor(globalThis, name));

  /** A workbook behind no page: what a person sees who has no add-in. */
  static aside(record: WorkbookRecord, options: Partial<ExcelHostOptions> = {}): Promise<ExcelHost> {
    return openExcelHost(record, { language: "en-US", ...options });
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
    this.#page ??= await this.#boot();
    host.journal.clear();
  }

  stop(): void {
    names.forEach((name, i) => {
      const descriptor = this.#before[i];
      if (descriptor) Object.defineProperty(globalThis, name, descriptor);
      else Reflect.deleteProperty(globalThis, name);
    });
    this.#page?.close();
    this.#page = null;
  }

  async #boot(): Promise<OfficeWindow> {
    const external = new Proxy({}, { get: (_, name) => Reflect.get(this.#host!.external, name) as unknown });
    const page = await openOfficeWindow({ external });
    for (const name of names) {
      Object.defineProperty(globalThis, name, { get: () => page[name], configurable: true });
    }
    return page;
  }
}

/** The client gives references back by itself after `Excel.run`: that belongs to the workbook that was open. */
const settled = () => new Promise((resolve) => setTimeout(resolve, 0));
