import { ICommandService, type Injector } from "@univerjs/core";
import { OpenFilterPanelOperation } from "@univerjs/preset-sheets-filter";
import {
  ClearSheetsFilterCriteriaCommand,
  type IFilterColumn,
  ReCalcSheetsFilterCommand,
  RemoveSheetFilterCommand,
  RemoveSheetsFilterMutation,
  SetSheetFilterRangeCommand,
  SetSheetsFilterCriteriaCommand,
  SetSheetsFilterCriteriaMutation,
  SetSheetsFilterRangeMutation,
  SmartToggleSheetsFilterCommand,
} from "@univerjs/sheets-filter";
import type { SheetState } from "../../model/sheet/sheet-state";
import type { FilterCriteria } from "../../model/table/filter";
import type { CommandGate } from "./person/command-gate";
import { buttonedList, type ListHand } from "./person/list-hand";
import { rangeOf } from "./sheet-frame";

interface ShownFilter {
  range: ReturnType<typeof rangeOf>;
  columns: Record<number, IFilterColumn>;
}

/**
 * Filter buttons and their panel, by Univer; which rows are kept is the model's decision. Univer knows one filter of a sheet:
 * its buttons stand on the list around the selected cell, and on the first list where the cell is in none.
 */
export class FilterLink {
  readonly #shown = new Map<string, string>();

  constructor(
    readonly injector: Injector,
    readonly unitId: string,
    readonly activeSheet: () => SheetState,
  ) {}

  get #commands(): ICommandService {
    return this.injector.get(ICommandService);
  }

  /** Gives what a person does with the buttons to the model. @param wholeTexts told while the panel collects what cells say */
  connect(gate: CommandGate, lists: ListHand, wholeTexts: (wanted: boolean) => void): void {
    const selected = () => {
      const { id, selection } = this.activeSheet();
      return [id, selection.row, selection.column] as const;
    };
    gate.replaceCommand<{ col: number; criteria: IFilterColumn | null }>(
      SetSheetsFilterCriteriaCommand.id,
      ({ col, criteria }) => {
        const [id, row, column] = selected();
        const list = buttonedList(this.activeSheet(), row, column);
        const asked = criteria && criteriaOf(criteria);
        if (list && asked) {
          lists.filter(id, list.area.row, col, asked);
        } else if (list) {
          lists.clearColumn(id, list.area.row, col);
        }
      },
    );
    gate.replaceCommand(ClearSheetsFilterCriteriaCommand.id, () => lists.clear(...selected()));
    for (const { id } of [
      SmartToggleSheetsFilterCommand,
      SetSheetFilterRangeCommand,
      RemoveSheetFilterCommand,
    ]) {
      gate.replaceCommand(id, () => lists.toggleButtons(...selected()));
    }
    gate.replaceCommand(ReCalcSheetsFilterCommand.id, () => undefined);
    this.#commands.beforeCommandExecuted(({ id }) => {
      if (id === OpenFilterPanelOperation.id) wholeTexts(true);
    });
    this.#commands.onCommandExecuted(({ id }) => {
      if (id === OpenFilterPanelOperation.id) wholeTexts(false);
    });
  }

  /** Brings the buttons of the active sheet to what the model has. */
  show(): void {
    const sheet = this.activeSheet();
    const { row, column } = sheet.selection;
    const wanted = filterShown(sheet, row, column);
    const before = this.#shown.get(sheet.id);
    const state = JSON.stringify(wanted);
    if (state === (before ?? "null")) {
      return;
    }
    this.#shown.set(sheet.id, state);
    const target = { unitId: this.unitId, subUnitId: sheet.id };
    const execute = (id: string, params: object) =>
      this.#commands.syncExecuteCommand(id, { ...target, ...params }, { fromCollab: true });
    if (before) {
      execute(RemoveSheetsFilterMutation.id, {});
    }
    if (wanted) {
      execute(SetSheetsFilterRangeMutation.id, { range: wanted.range });
      for (const [col, criteria] of Object.entries(wanted.columns)) {
        // Not calculated: rows are hidden by the model.
        execute(SetSheetsFilterCriteriaMutation.id, { col: Number(col), criteria, reCalc: false });
      }
    }
  }
}

function filterShown(sheet: SheetState, row: number, column: number): ShownFilter | null {
  const list = buttonedList(sheet, row, column);
  if (!list) {
    return null;
  }
  const columns: ShownFilter["columns"] = {};
  for (const [offset, criteria] of sheet.filterOf(list.table).criteria) {
    const colId = list.area.column + offset;
    const texts = (criteria.values ?? []).filter((value) => typeof value === "string");
    columns[colId] =
      criteria.filterOn === "Values"
        ? {
            colId,
            filters: {
              filters: texts.filter((text) => text !== ""),
              ...(texts.includes("") && { blank: true }),
            },
          }
        : { colId, customFilters: { customFilters: [{ val: criteria.criterion1 ?? "" }] } };
  }
  return { range: rangeOf(list.area), columns };
}

const comparisons: Record<string, string> = {
  equal: "=",
  notEqual: "<>",
  greaterThan: ">",
  greaterThanOrEqual: ">=",
  lessThan: "<",
  lessThanOrEqual: "<=",
};

/** What the panel asks for in Excel's words; null for what Excel would show all rows for. */
function criteriaOf({ filters, customFilters, colorFilters }: IFilterColumn): FilterCriteria | null {
  if (colorFilters) {
    return { filterOn: "CellColor" };
  }
  if (filters) {
    return { filterOn: "Values", values: [...(filters.filters ?? []), ...(filters.blank ? [""] : [])] };
  }
  const [first, second] = (customFilters?.customFilters ?? []).map(
    ({ operator, val }) => (comparisons[operator ?? "equal"] ?? "=") + val,
  );
  return first === undefined
    ? null
    : {
        filterOn: "Custom",
        criterion1: first,
        ...(second !== undefined && { criterion2: second, operator: customFilters?.and ? "And" : "Or" }),
      };
}
