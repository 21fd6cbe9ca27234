import { hostTextsOf } from "../../locales";
import { openExcelHost, type ExcelHost } from "../excel-host";
import type { AddInFunctions } from "../functions/metadata";
import type { WorkbookRecord } from "../workbook-record";
import { patchWorkbook, writeWorkbook, type WorkbookFile } from "../xlsx";
import { openAddress, openFile, UnreadableWorkbook, type OpenedFile } from "./open-file";
import type { WorkbenchQuery } from "./query";
import { SavedState } from "./saved-state";
import { UndoHistory } from "./undo-history";
import { displayLanguages, officeThemes, type WorkbenchSettings } from "./settings";

/** The buttons of the ribbon that run without the pane, by the names that the add-in gives its commands. */
export type RibbonCommand = "classifyRows" | "portfolioReport";

/** Something to be told above the grid. */
export interface Notice {
  kind: "info" | "success" | "error";
  title: string;
  details: readonly string[];
}

/** What the page shows. A new object at every change. */
export interface BenchState {
  settings: WorkbenchSettings;
  /** The open workbook; null until the first one is open. */
  host: ExcelHost | null;
  fileName: string;
  /** Changed since it was opened or saved. */
  unsaved: boolean;
  canUndo: boolean;
  canRedo: boolean;
  /** What the page is busy with, in words; null when it is not. */
  busy: string | null;
  paneVisible: boolean;
  /** True when the add-in's page is up. */
  paneReady: boolean;
  running: RibbonCommand | null;
  notice: Notice | null;
}

/** A day: how long a command may take before its silence is a failure. */
const commandTime = 86_400_000;

/** An add-in that asked for nothing for so long has nothing under way. */
const quietMilliseconds = 700;

/** So many requests are kept for whoever wants to know what happened: a workbook may be open all day. */
const longestJournal = 1_000;

/** The open workbook, its host, and what a person does with both. */
export class Bench {
  #state: BenchState;
  #file: string | null;
  /** The Excel file that the workbook was read from, and the workbook as it was then. */
  #source: { file: WorkbookFile; opened: WorkbookRecord } | null = null;
  readonly #listeners = new Set<() => void>();
  /** The host to which a page was connected. */
  #connected: ExcelHost | null = null;
  #saved: SavedState | null = null;
  #history: UndoHistory | null = null;
  /** Of the last request or change, on the page's clock. */
  #lastChange = 0;
  readonly #functions = new Map<string, AddInFunctions>();
  #endOfChanges: () => void = () => undefined;
  /** Of the host's journal. */
  #entriesSeen = 0;

  constructor({ settings, file }: WorkbenchQuery) {
    this.#file = file;
    this.#state = {
      settings,
      host: null,
      fileName: "",
      unsaved: false,
      canUndo: false,
      canRedo: false,
      busy: null,
      paneVisible: true,
      paneReady: false,
      running: null,
      notice: null,
    };
  }

  get state(): BenchState {
    return this.#state;
  }

  get #texts() {
    return hostTextsOf[this.#state.settings.language].workbench;
  }

  /** For the page's address: which file is open, when it came from the server. */
  get query(): WorkbenchQuery {
    return { settings: this.#state.settings, file: this.#file };
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  #change(part: Partial<BenchState>): void {
    this.#state = { ...this.#state, ...part };
    this.#listeners.forEach((listener) => listener());
  }

  /** What the first script of the pane's page takes for `window.external`. A page that comes again begins anew. */
  connect(): object | undefined {
    const { host } = this.#state;
    if (host !== null && host === this.#connected) host.events.close();
    this.#connected = host;
    return host?.external;
  }

  /** Opens the workbook that the address names, or the sample; when it cannot be read, the sample and a notice. */
  async openFirst(): Promise<void> {
    if (this.#file === null) return this.openSample();
    await this.#open(() => openAddress(this.#file!, this.#state.settings.language), this.#file);
    if (this.#state.host === null) {
      const { notice } = this.#state;
      await this.openSample();
      this.#change({ notice });
    }
  }

  async openSample(): Promise<void> {
    this.#file = null;
    const { language } = this.#state.settings;
    const file = language === "ru" ? "sample-clients.ru.xlsx" : "sample-clients.xlsx";
    await this.#open(() => openAddress(`assets/${file}`, language), file);
  }

  /** Opens a file of this computer in place of the workbook that is open. */
  async openFile(file: File): Promise<void> {
    await this.#open(async () => {
      const bytes = new Uint8Array(await file.arrayBuffer());
      const opened = await openFile(file.name, bytes, this.#state.settings.language);
      this.#file = null;
      return opened;
    }, file.name);
  }

  async #open(read: () => Promise<OpenedFile>, name: string): Promise<void> {
    if (this.#state.busy !== null) return;
    this.#change({ busy: this.#texts.opening(name), notice: null });
    await painted();
    try {
      const { record, file, name: fileName } = await read();
      const host = await this.#begin(record, { fileName, unsaved: false, notice: null });
      this.#source = file && { file, opened: host.workbook.$toRecord() };
    } catch (error) {
      if (!(error instanceof UnreadableWorkbook)) console.error(error);
      const damaged = this.#texts.fileProblems.damaged(name, "");
      const message = error instanceof UnreadableWorkbook ? error.message : damaged;
      this.#change({ notice: { kind: "error", title: this.#texts.problem, details: [message] } });
    } finally {
      this.#change({ busy: null });
    }
  }

  /** A host for the workbook, with the settings of the moment, in place of the one before. */
  async #begin(record: WorkbookRecord, part: Partial<BenchState>): Promise<ExcelHost> {
    const { host: before } = this.#state;
    const { settings, fileName } = { ...this.#state, ...part };
    const language = displayLanguages[settings.language];
    const host = await openExcelHost(record, {
      language,
      apiLevel: settings.apiLevel,
      mode: settings.mode,
      theme: officeThemes[settings.theme],
      documentUrl: `C:\\${fileName}`,
      functions: await this.#functionsIn(language),
      taskpaneVisible: this.#state.paneVisible,
      onShowTaskpane: () => this.#change({ paneVisible: true }),
      onHideTaskpane: () => this.#change({ paneVisible: false }),
    });
    this.#endOfChanges();
    this.#saved = new SavedState(host.workbook);
    this.#history = new UndoHistory(host.workbook);
    this.#endOfChanges = host.workbook.$state.changes.subscribe(() => this.#lookForChanges(host));
    this.#entriesSeen = 0;
    this.#change({ ...part, host, paneReady: false, running: null, canUndo: false, canRedo: false });
    before?.dispose();
    return host;
  }

  /** The functions of the built add-in in a language; undefined when there are none. */
  async #functionsIn(language: "en-US" | "ru-RU"): Promise<AddInFunctions | undefined> {
    const known = this.#functions.get(language);
    if (known) return known;
    const response = await fetch(`pane/${language === "ru-RU" ? "functions.ru-RU.json" : "functions.json"}`);
    if (!response.ok) return undefined;
    const functions = { namespace: "KAM", metadata: (await response.json()) as AddInFunctions["metadata"] };
    this.#functions.set(language, functions);
    return functions;
  }

  #lookForChanges({ journal }: ExcelHost): void {
    this.#lastChange = performance.now();
    const unsaved = this.#state.unsaved || this.#saved?.isChanged === true;
    const { canUndo = false, canRedo = false } = this.#history ?? {};
    if (
      unsaved !== this.#state.unsaved ||
      canUndo !== this.#state.canUndo ||
      canRedo !== this.#state.canRedo
    ) {
      this.#change({ unsaved, canUndo, canRedo });
    }
    for (const { defect, operations } of journal.entries.slice(this.#entriesSeen)) {
      if (defect) console.error("The stand-in for Excel is at fault:", operations.at(-1), defect);
    }
    if (journal.entries.length > longestJournal) journal.clear();
    this.#entriesSeen = journal.entries.length;
  }

  /** The add-in's functions in the language of the moment; undefined when there are none. */
  get functions(): AddInFunctions | undefined {
    return this.#functions.get(displayLanguages[this.#state.settings.language]);
  }

  /** Steps of the open workbook, for those who change it. */
  get history(): UndoHistory | null {
    return this.#history;
  }

  /** A person turns to the add-in: what it does next is a step of its own. While it is at work, it still belongs to the step. */
  readonly beginStep = (): void => {
    if (performance.now() - this.#lastChange > quietMilliseconds) this.#history?.beginStep();
  };

  readonly undo = (): void => void (this.#isFree && this.#history?.undo());

  readonly redo = (): void => void (this.#isFree && this.#history?.redo());

  get #isFree(): boolean {
    const { host, busy, running } = this.#state;
    return host !== null && busy === null && running === null && !host.cellEditing.active;
  }

  /** Another Excel with the same workbook. */
  async changeSettings(part: Partial<WorkbenchSettings>): Promise<void> {
    const { host, busy } = this.#state;
    if (host === null || busy !== null) return;
    const settings = { ...this.#state.settings, ...part };
    this.#change({ busy: hostTextsOf[settings.language].workbench.starting, notice: null });
    await painted();
    try {
      await this.#begin(await host.toRecord(), { settings });
    } finally {
      this.#change({ busy: null });
    }
  }

  /** Name of the file that the workbook would be saved as. */
  get nameToSave(): string {
    return this.#named(this.#state.fileName);
  }

  #named(name: string): string {
    const ending = this.#source?.file.macros ? "xlsm" : "xlsx";
    return `${name.replace(/\.(xls[xmb]?|xlt[xm]|csv|tsv|txt)$/i, "")}.${ending}`;
  }

  /**
   * Gives the workbook to the browser as a file to download: the one that was opened, with what changed.
   * @param asked its name; an Excel file whatever ending was given
   */
  async save(asked: string): Promise<void> {
    const { host, busy } = this.#state;
    if (host === null || busy !== null) return;
    this.#change({ busy: this.#texts.saving, notice: null });
    await painted();
    try {
      const record = await host.toRecord();
      const source = this.#source;
      const bytes = source
        ? await patchWorkbook(source.file, source.opened, record, host.cellShifts())
        : await writeWorkbook(record);
      const name = this.#named(asked);
      download(name, bytes);
      this.#saved = new SavedState(host.workbook);
      this.#change({
        fileName: name,
        unsaved: false,
        notice: { kind: "success", title: this.#texts.saved(name), details: [] },
      });
    } catch (error) {
      console.error(error);
      this.#change({ notice: { kind: "error", title: this.#texts.notSaved, details: [] } });
    } finally {
      this.#change({ busy: null });
    }
  }

  readonly showPane = (): void => this.#state.host?.taskpane.show();

  readonly hidePane = (): void => this.#state.host?.taskpane.hide();

  /** The page in the frame is up; one that belongs to an earlier host does not count. */
  paneIsReady(host: ExcelHost): void {
    if (host === this.#state.host) this.#change({ paneReady: true });
  }

  readonly dismissNotice = (): void => this.#change({ notice: null });

  /** A click on a button of the ribbon. */
  async run(command: RibbonCommand): Promise<void> {
    const { host, running, paneReady } = this.#state;
    if (host === null || running !== null) return;
    if (!paneReady) {
      this.#change({ notice: { kind: "info", title: this.#texts.addInNotReady, details: [] } });
      return;
    }
    this.#change({ running: command, notice: null });
    this.#history?.beginStep();
    try {
      await host.invokeCommand(command, commandTime);
    } catch (error) {
      console.error(error);
      this.#change({ notice: { kind: "error", title: this.#texts.commandFailed, details: [] } });
    } finally {
      this.#change({ running: null });
    }
  }
}

/** Until what was changed has been drawn: long work would otherwise begin before the page says so. */
function painted(): Promise<void> {
  return new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve, 0)));
}

function download(name: string, bytes: Uint8Array): void {
  const type = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
  const address = URL.createObjectURL(new Blob([bytes as Uint8Array<ArrayBuffer>], { type }));
  const link = Object.assign(document.createElement("a"), { href: address, download: name });
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}
