import type { NameRecord } from "../../workbook-record";
import { sheetColumns, sheetRows } from "../reference";
import type { CellShift } from "../formula/formula-rewrite";
import type { SheetState } from "../sheet/sheet-state";
import type { WorkbookState } from "../workbook-state";
import { rememberSheet, restoreSheet, type SheetMemory, stepsBetween } from "./sheet-memory";

/** What a workbook was like: its sheets and names. Settings of add-ins are not among it, as in Excel's undo. */
export interface WorkbookMemory {
  readonly sheets: readonly SheetMemory[];
  /** JSON. */
  readonly names: string;
  readonly structureProtected: boolean;
}

/** @returns `isChanged`: false when only formulas found other results since `before` */
export function rememberWorkbook(
  state: WorkbookState,
  before: WorkbookMemory | null,
): { memory: WorkbookMemory; isChanged: boolean } {
  const known = new Map(before?.sheets.map((memory) => [memory.sheet, memory]));
  const sheets = state.sheets.map((sheet) => rememberSheet(sheet, known.get(sheet)));
  const memory: WorkbookMemory = {
    sheets: sheets.map((each) => each.memory),
    names: JSON.stringify(state.names),
    structureProtected: state.structureProtected,
  };
  const isChanged =
    before === null ||
    sheets.some((each) => each.isChanged) ||
    memory.sheets.length !== before.sheets.length ||
    memory.sheets.some(({ sheet }, index) => before.sheets[index].sheet !== sheet) ||
    memory.names !== before.names ||
    memory.structureProtected !== before.structureProtected;
  return { memory, isChanged };
}

/**
 * Makes the workbook what it was, as undo and redo do: add-ins hear of it as of any other change.
 * @param now what the workbook is like, remembered just before
 */
export function restoreWorkbook(state: WorkbookState, now: WorkbookMemory, memory: WorkbookMemory): void {
  const active = state.sheets[state.activeSheet];
  const before = new Map(now.sheets.map((each) => [each.sheet, each]));
  const wanted = memory.sheets.map(({ sheet }) => sheet);
  const gone = state.sheets.filter((sheet) => !wanted.includes(sheet));
  const back = wanted.filter((sheet) => !state.sheets.includes(sheet));
  gone.forEach((sheet) => leave(state, sheet));
  back.forEach((sheet) => comeBack(state, sheet));
  state.sheets = [...wanted];
  state.names = JSON.parse(memory.names) as NameRecord[];
  state.structureProtected = memory.structureProtected;
  const changes = memory.sheets
    .map((each) => {
      const previous = before.get(each.sheet);
      const tablesBefore = each.sheet.tables;
      takeName(state, each);
      return { ...each, previous, tablesBefore, area: restoreSheet(each, previous) };
    })
    .filter(({ area, frame, previous }) => area !== null || frame !== previous?.frame);
  state.resolveIndirectFormulas();
  state.engine.markFormulasChanged();
  if (gone.length + back.length > 0) {
    // Formulas that name these sheets find them, or find them no more.
    state.sheets.forEach(({ cells }) => {
      const used = cells.usedArea(false);
      if (used) cells.markChanged(used);
    });
  }
  gone.forEach((sheet) => state.raiseSheetEvent(sheet, "deleted", {}));
  back.forEach((sheet) => state.raiseSheetEvent(sheet, "added", {}));
  state.activeSheet = Math.max(0, state.sheets.indexOf(active));
  const [first] = changes.filter(({ sheet }) => sheet.visibility === "Visible");
  if (first && !changes.some(({ sheet }) => sheet === active)) {
    state.activate(first.sheet);
  }
  for (const { sheet, area, shifts, previous, tablesBefore } of changes) {
    const tables = (list: typeof tablesBefore, other: typeof tablesBefore) =>
      list.filter(({ id }) => !other.some((each) => each.id === id));
    tables(tablesBefore, sheet.tables).forEach((table) =>
      state.raiseTableEvent(sheet, "tableDeleted", table),
    );
    tables(sheet.tables, tablesBefore).forEach((table) => state.raiseTableEvent(sheet, "tableAdded", table));
    const steps = previous ? stepsBetween(previous.shifts, shifts) : [];
    steps.forEach((shift) => sheet.raiseChanged(shift.area, changeTypeOf(shift)));
    if (area && (steps.length === 0 || steps.some(({ kind }) => kind === "insert"))) {
      sheet.raiseChanged(area, "RangeEdited");
    }
    if (area && sheet === state.sheets[state.activeSheet]) {
      sheet.select(area);
    }
  }
}

function leave(state: WorkbookState, sheet: SheetState): void {
  sheet.isDeleted = true;
  state.engine.removeSheet(sheet.id);
}

function comeBack(state: WorkbookState, sheet: SheetState): void {
  sheet.isDeleted = false;
  state.engine.addSheet(sheet.id, sheet.sheetName, state.sheets.length, {});
  sheet.cells.beginAnew();
}

/** Formulas and names that come back have the name already. */
function takeName(state: WorkbookState, { sheet, frame }: SheetMemory): void {
  const { name } = JSON.parse(frame) as { name: string };
  if (sheet.sheetName !== name) {
    sheet.sheetName = name;
    state.engine.renameSheet(sheet.id, name);
  }
}

/** Excel.DataChangeType. */
function changeTypeOf({ kind, axis, area }: CellShift): string {
  const lines =
    axis === "rows" && area.columns === sheetColumns
      ? "Row"
      : axis === "columns" && area.rows === sheetRows
        ? "Column"
        : "Cell";
  return `${lines}${kind === "insert" ? "Inserted" : "Deleted"}`;
}
