import {
  ICommandService,
  IUndoRedoService,
  LifecycleService,
  LifecycleStages,
  UniverInstanceType,
  type IWorkbookData,
  type Univer,
  type Workbook as UniverWorkbook,
} from "@univerjs/core";
import type { FUniver } from "@univerjs/core/facade";
import { IMessageService, MessageType } from "@univerjs/preset-sheets-core";
import { SetWorksheetActiveOperation } from "@univerjs/sheets";
import { hostTextsOf, languageOf } from "../../../locales";
import { OpenFindDialogOperation } from "@univerjs/preset-sheets-find-replace";
import type { ExcelHost } from "../../excel-host";
import type { AddInFunctions } from "../../functions/metadata";
import type { HostError } from "../../model/host-error";
import { addressOf } from "../../model/reference";
import type { SheetState } from "../../model/sheet/sheet-state";
import { RefusedEntry } from "../../model/sheet/typed-entry";
import type { WorkbookState } from "../../model/workbook-state";
import type { OfficeThemeName } from "../settings";
import type { UndoHistory } from "../undo-history";
import { type CellDrawing, drawCells } from "./cells/cell-drawing";
import { ChartLayer } from "./chart-layer";
import { CommandGate } from "./person/command-gate";
import { ConditionalFormats } from "./cells/conditional-formats";
import { FilterLink } from "./filter-link";
import { describeFunctions, explainErrors } from "./function-help";
import { Hand } from "./person/hand";
import { ListHand } from "./person/list-hand";
import { shortcutFormats, withDecimals } from "./person/number-formats";
import { Mirror } from "./mirror";
import { connectCommands } from "./person/person-commands";
import { SelectionLink } from "./selection-link";
import { sheetSnapshot } from "./sheet-snapshot";
import { createUniver } from "./univer-instance";

export interface GridOptions {
  /** BCP 47 tag of the language of menus: "en-US", "ru-RU". */
  language: string;
  theme: OfficeThemeName;
  /** Told of what a person begins to do. */
  history: UndoHistory | null;
  /** Functions of the add-in, for help while a formula is typed. */
  functions: AddInFunctions | undefined;
  undo(): void;
  redo(): void;
}

export interface GridSelection {
  sheet: string;
  /** A1 without the sheet: "B2:C5". */
  address: string;
}

/** The workbook of a host on the screen. */
export interface GridView {
  selection(): GridSelection;
  /** @returns ends the subscription */
  onSelection(listener: (selection: GridSelection) => void): () => void;
  /** Shows what the model holds now; done by itself after requests, calculations and what a person does. */
  refresh(): void;
  /**
   * Filters the list around the selected cell, as a person would: keeps the rows that show one of the texts in its column
   * (the cell's own text when left out).
   */
  filterByValue(values?: string[]): void;
  clearFilter(): void;
  /** Filter buttons on the headers of the list around the selected cell, or none. */
  toggleFilter(): void;
  /** Sorts the list around the selected cell by its column. */
  sort(ascending: boolean): void;
  /** Opens the search for texts. */
  find(): void;
  /** Of the selected cell, as an en-US pattern. */
  numberFormat(): string;
  setNumberFormat(pattern: string): void;
  /** One decimal more or fewer for the selected cells. */
  changeDecimals(step: 1 | -1): void;
  /** What a cell of the active sheet (zero-based) shows, as far as it is wide. */
  shown(row: number, column: number): string;
  /** Rows and columns of the active sheet, zero-based, that are in view beside the frozen ones. */
  view(): { rows: [first: number, last: number]; columns: [first: number, last: number] } | null;
  dispose(): void;
}

/** Shows the workbook of a host in an element, which it fills. */
export function mountGrid(element: HTMLElement, host: ExcelHost, options: GridOptions): GridView {
  return new UniverGrid(element, host, options);
}

let gridsMade = 0;
class UniverGrid implements GridView {
  readonly #host: ExcelHost;
  readonly #model: WorkbookState;
  readonly #unitId = `grid-${++gridsMade}`;
  readonly #univer: Univer;
  readonly #injector: ReturnType<Univer["__getInjector"]>;
  readonly #view: UniverWorkbook;
  readonly #api: FUniver;
  readonly #gate: CommandGate;
  readonly #mirror: Mirror;
  readonly #hand: Hand;
  readonly #lists: ListHand;
  readonly #filters: FilterLink;
  readonly #drawing: CellDrawing;
  readonly #charts: ChartLayer;
  readonly #conditionalFormats: ConditionalFormats;
  readonly #selection: SelectionLink;
  readonly #texts;
  readonly #listeners = new Set<(selection: GridSelection) => void>();
  readonly #ends: (() => void)[] = [];
  #typedText: string | null = null;
  #frame: number | null = null;
  /** False until there is a canvas, and once there is none any more. */
  #isDrawn = false;
  /** What was last told about the selection. */
  #told = "";

  constructor(element: HTMLElement, host: ExcelHost, options: GridOptions) {
    this.#host = host;
    this.#model = host.workbook.$state;
    this.#texts = hostTextsOf[languageOf(options.language)].grid;
    const { univer, api } = createUniver(element, options);
    this.#univer = univer;
    this.#api = api;
    const view = univer.createUnit<Partial<IWorkbookData>, UniverWorkbook>(UniverInstanceType.UNIVER_SHEET, {
      id: this.#unitId,
      sheetOrder: this.#model.sheets.map(({ id }) => id),
      sheets: Object.fromEntries(this.#model.sheets.map((sheet) => [sheet.id, sheetSnapshot(sheet)])),
    });
    const active = view.getSheetBySheetId(this.#active.id);
    if (active) {
      view.setActiveSheet(active);
    }
    this.#injector = univer.__getInjector();
    this.#view = view;
    // Its commands are registered when it is first asked for.
    this.#injector.get(IUndoRedoService);
    this.#gate = new CommandGate(this.#injector.get(ICommandService));
    this.#mirror = new Mirror(this.#model, view, this.#gate);
    this.#hand = new Hand(host, (error) => this.#tellRefusal(error), options.history);
    this.#conditionalFormats = new ConditionalFormats(this.#unitId, this.#injector.get(ICommandService));
    this.#charts = new ChartLayer(this.#unitId, api, this.#injector, options.theme);
    this.#drawing = drawCells(this.#injector, (id) => this.#sheet(id));
    this.#lists = new ListHand(this.#hand);
    this.#filters = new FilterLink(this.#injector, this.#unitId, () => this.#active);
    this.#selection = new SelectionLink(this.#injector, view, () => this.#active);
    this.#follow();
    connectCommands(this.#gate, this.#hand, {
      activeSheet: () => this.#active.id,
      selectedRange: () => this.#selection.shown,
      takeTypedText: () => {
        const text = this.#typedText;
        this.#typedText = null;
        return text;
      },
      showAgain: () => this.#showLater(),
    });
    this.#gate.replaceCommand("univer.command.undo", () => options.undo());
    this.#gate.replaceCommand("univer.command.redo", () => options.redo());
    this.#addMenus();
    element.addEventListener("keydown", (event) => this.#press(event), { capture: true });
    this.#ends.push(this.#model.changes.subscribe(() => this.#showLater()));
    void this.#injector
      .get(LifecycleService)
      .onStage(LifecycleStages.Rendered)
      .then(() => {
        this.#isDrawn = true;
        // Commands that Univer's user interface makes known when it is there.
        this.#filters.connect(this.#gate, this.#lists, (wanted) => (this.#drawing.wholeTexts = wanted));
        this.#selection.scrollFromFrozenPanes();
        this.#ends.push(explainErrors(this.#injector, (id) => this.#sheet(id)));
        if (options.functions) {
          describeFunctions(this.#injector, options.functions);
        }
        this.#showLater();
      });
  }

  get #active(): SheetState {
    return this.#model.sheets[this.#model.activeSheet];
  }

  #sheet(id: string): SheetState | undefined {
    return this.#model.sheets.find((sheet) => sheet.id === id);
  }

  /** The model learns what a person selects and when a cell is edited. */
  #follow(): void {
    const api = this.#api;
    this.#ends.push(
      this.#selection.follow((sheetId, area) => {
        this.#hand.select(sheetId, area);
        this.#tellListeners();
      }),
    );
    const { Event } = api;
    api.addEvent(Event.SheetEditStarted, () => this.#host.cellEditing.begin());
    api.addEvent(Event.BeforeSheetEditEnd, ({ value, isConfirm }) => {
      this.#typedText = isConfirm ? value.toPlainText().replace(/\r\n$|[\r\n]$/, "") : null;
    });
    api.addEvent(Event.SheetEditEnded, () => this.#host.cellEditing.end());
    const commands = this.#injector.get(ICommandService);
    commands.beforeCommandExecuted(({ id, params }) => {
      if (id === SetWorksheetActiveOperation.id) {
        const sheet = this.#sheet((params as { subUnitId: string }).subUnitId);
        if (sheet) {
          this.#mirror.showSheet(sheet);
        }
      }
    });
    commands.onCommandExecuted(({ id, params }) => {
      if (id === SetWorksheetActiveOperation.id) {
        const { subUnitId } = params as { subUnitId: string };
        this.#selection.isSettling = true;
        if (subUnitId !== this.#active.id) {
          this.#hand.activate(subUnitId);
        }
        this.#showLater();
      }
    });
  }

  /** Ctrl+Shift with a digit: a number format. */
  #press(event: KeyboardEvent): void {
    const pattern = shortcutFormats[event.code];
    const isShortcut = (event.ctrlKey || event.metaKey) && event.shiftKey && !event.altKey;
    if (pattern !== undefined && isShortcut && !this.#host.cellEditing.active) {
      event.preventDefault();
      event.stopPropagation();
      this.setNumberFormat(pattern);
    }
  }

  #addMenus(): void {
    const items = [
      { id: "keyfolio.sort-ascending", title: this.#texts.sortAscending, action: () => this.sort(true) },
      { id: "keyfolio.sort-descending", title: this.#texts.sortDescending, action: () => this.sort(false) },
      {
        id: "keyfolio.filter-by-value",
        title: this.#texts.filterByValue,
        action: () => this.filterByValue(),
      },
      { id: "keyfolio.clear-filter", title: this.#texts.clearFilter, action: () => this.clearFilter() },
    ];
    for (const item of items) {
      this.#api.createMenu(item).appendTo(["contextMenu.mainArea", "contextMenu.others"]);
    }
  }

  #tellRefusal(error: HostError): void {
    const own = error instanceof RefusedEntry ? error.message : "";
    this.#injector.get(IMessageService).show({
      content: own || (this.#texts.refusals[error.code] ?? this.#texts.refused),
      type: MessageType.Warning,
    });
    this.#showLater();
  }

  #tellListeners(): void {
    const selection = this.selection();
    const told = JSON.stringify(selection);
    if (told !== this.#told) {
      this.#told = told;
      this.#listeners.forEach((listener) => listener(selection));
    }
  }

  /** Several changes of a moment are shown at once. */
  #showLater(): void {
    this.#frame ??= requestAnimationFrame(() => {
      this.#frame = null;
      this.refresh();
    });
  }

  selection(): GridSelection {
    const { sheetName, selection } = this.#active;
    return { sheet: sheetName, address: addressOf(selection) };
  }

  onSelection(listener: (selection: GridSelection) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  refresh(): void {
    if (this.#host.cellEditing.active) {
      // The person goes on typing; it is shown when the cell is left.
      void this.#host.cellEditing.finished().then(() => this.#showLater());
      return;
    }
    if (!this.#isDrawn) {
      return;
    }
    this.#selection.isSettling = true;
    const shown = this.#view.getActiveSheet().getSheetId();
    this.#mirror.show();
    this.#conditionalFormats.show(this.#active, this.#model.engine.revisionOf(this.#active.id));
    this.#charts.keepOnly(new Set(this.#model.sheets.map(({ id }) => id)));
    this.#charts.show(this.#active, this.#mirror.frameOf(this.#active));
    this.#filters.show();
    this.#selection.show();
    // One that came into view in this moment settles until the next one.
    this.#selection.isSettling = shown !== this.#active.id;
    this.#tellListeners();
  }

  filterByValue(values?: string[]): void {
    const { id, selection } = this.#active;
    const { row, column } = selection;
    const [[text]] = this.#active.texts({ row, column, rows: 1, columns: 1 });
    this.#lists.filter(id, row, column, { filterOn: "Values", values: values ?? [text] });
  }

  clearFilter(): void {
    const { id, selection } = this.#active;
    this.#lists.clear(id, selection.row, selection.column);
  }

  toggleFilter(): void {
    const { id, selection } = this.#active;
    this.#lists.toggleButtons(id, selection.row, selection.column);
  }

  sort(ascending: boolean): void {
    const { id, selection } = this.#active;
    this.#lists.sort(id, selection.row, selection.column, ascending);
  }

  find(): void {
    void this.#injector.get(ICommandService).executeCommand(OpenFindDialogOperation.id);
  }

  numberFormat(): string {
    const { formats, selection } = this.#active;
    return formats.at(selection.row, selection.column).numberFormat ?? "General";
  }

  setNumberFormat(pattern: string): void {
    const { id, selection } = this.#active;
    this.#hand.setNumberFormat(id, selection, pattern);
  }

  changeDecimals(step: 1 | -1): void {
    const { row, column } = this.#active.selection;
    const [[text]] = this.#active.texts({ row, column, rows: 1, columns: 1 });
    const shown = /[.,](\d+)$/.exec(text)?.[1].length ?? 0;
    this.setNumberFormat(withDecimals(this.numberFormat(), step, shown));
  }

  shown(row: number, column: number): string {
    return String(this.#view.getActiveSheet().getCell(row, column)?.v ?? "");
  }

  view(): ReturnType<GridView["view"]> {
    return this.#selection.inView();
  }

  dispose(): void {
    this.#isDrawn = false;
    if (this.#frame !== null) {
      cancelAnimationFrame(this.#frame);
    }
    if (this.#host.cellEditing.active) {
      this.#host.cellEditing.end();
    }
    this.#ends.forEach((end) => end());
    this.#univer.dispose();
  }
}
