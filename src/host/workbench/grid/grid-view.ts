import {
  ICommandService,
  InterceptorEffectEnum,
  UniverInstanceType,
  type IWorkbookData,
  type Workbook as UniverWorkbook,
} from "@univerjs/core";
import { IRenderManagerService } from "@univerjs/engine-render";
import {
  INTERCEPTOR_POINT,
  SheetInterceptorService,
  SheetSkeletonManagerService,
} from "@univerjs/preset-sheets-core";
import type { ExcelHost } from "../../excel-host";
import type { WorkbookState } from "../../model/workbook-state";
import { CellPictures } from "./cell-picture";
import { defaultColumnPixels, defaultRowPixels, frameOf } from "./sheet-frame";
import { createUniver } from "./univer-instance";

export interface GridOptions {
  /** BCP 47 tag of the language of menus: "en-US", "ru-RU". */
  language: string;
  theme: "light" | "dark";
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
  /** Shows what the model holds now; called by itself after requests and calculations. */
  refresh(): void;
  dispose(): void;
}

/** Shows the workbook of a host in an element, which it fills. */
export function mountGrid(element: HTMLElement, host: ExcelHost, options: GridOptions): GridView {
  return new UniverGrid(element, host, options);
}

let gridsMade = 0;
/** Before all of Univer's own interceptors, which then find texts that need nothing more. */
const firstOfAll = 1_000;

class UniverGrid implements GridView {
  readonly #state: WorkbookState;
  readonly #unitId = `grid-${++gridsMade}`;
  readonly #univer;
  readonly #pictures = new CellPictures();
  readonly #ended: (() => void)[] = [];

  constructor(element: HTMLElement, host: ExcelHost, options: GridOptions) {
    this.#state = host.workbook.$state;
    this.#univer = createUniver(element, options).univer;
    const injector = this.#univer.__getInjector();
    this.#univer.createUnit<Partial<IWorkbookData>, UniverWorkbook>(
      UniverInstanceType.UNIVER_SHEET,
      this.#snapshot(),
    );
    injector.get(SheetInterceptorService).intercept(INTERCEPTOR_POINT.CELL_CONTENT, {
      priority: firstOfAll,
      effect: InterceptorEffectEnum.Value | InterceptorEffectEnum.Style,
      handler: (_cell, { subUnitId, row, col }, next) => {
        const sheet = this.#state.sheets.find(({ id }) => id === subUnitId);
        return next(sheet && this.#pictures.of(sheet, row, col));
      },
    });
    this.#ended.push(this.#state.changes.subscribe(() => this.refresh()));
  }

  #snapshot(): Partial<IWorkbookData> {
    const { sheets } = this.#state;
    return {
      id: this.#unitId,
      sheetOrder: sheets.map(({ id }) => id),
      sheets: Object.fromEntries(
        sheets.map((sheet) => [
          sheet.id,
          {
            ...frameOf(sheet),
            id: sheet.id,
            // The model's own cells: never written from here, and always what the model holds.
            cellData: sheet.cells.grid as never,
            defaultRowHeight: defaultRowPixels,
            defaultColumnWidth: defaultColumnPixels,
          },
        ]),
      ),
    };
  }

  selection(): GridSelection {
    const sheet = this.#state.sheets[this.#state.activeSheet];
    return { sheet: sheet.sheetName, address: "A1" };
  }

  onSelection(): () => void {
    return () => undefined;
  }

  refresh(): void {
    const injector = this.#univer.__getInjector();
    injector.get(ICommandService);
    const render = injector.get(IRenderManagerService).getRenderById(this.#unitId);
    render?.with(SheetSkeletonManagerService).reCalculate();
    render?.components.forEach((component) => component.makeDirty());
  }

  dispose(): void {
    this.#ended.forEach((end) => end());
    this.#univer.dispose();
  }
}
