import type { Injector } from "@univerjs/core";
import { FunctionType } from "@univerjs/engine-formula";
import { CellAlertManagerService, CellAlertType, HoverManagerService } from "@univerjs/preset-sheets-core";
import { IDescriptionService } from "@univerjs/sheets-formula";
import { debounceTime } from "rxjs";
import type { AddInFunctions } from "../../functions/metadata";
import type { SheetState } from "../../model/sheet/sheet-state";

/** Lets Univer offer the add-in's functions while a formula is typed, with what they and their arguments are. */
export function describeFunctions(injector: Injector, { namespace, metadata }: AddInFunctions): void {
  injector.get(IDescriptionService).registerDescriptions(
    metadata.functions.map(({ name, description = "", parameters }) => ({
      functionName: `${namespace}.${name}`,
      functionType: FunctionType.User,
      description,
      abstract: description,
      functionParameter: (parameters ?? []).map((parameter) => ({
        name: parameter.name,
        detail: parameter.description ?? "",
        example: "A1:A9",
        require: parameter.optional ? 0 : 1,
        repeat: parameter.repeating ? 1 : 0,
      })),
    })),
  );
}

/** The key of Univer's own explanation of an error, which says nothing but "Error in value": ours takes its place. */
const alertKey = "SHEET_FORMULA_ALERT";
/** Univer's stands after 100. */
const patienceMilliseconds = 200;

/**
 * Shows what a function of the add-in said with its error when the mouse stands on the cell, as the menu beside it does in Excel.
 * @returns ends that
 */
export function explainErrors(
  injector: Injector,
  sheetOf: (id: string) => SheetState | undefined,
): () => void {
  const alerts = injector.get(CellAlertManagerService);
  const cells = injector.get(HoverManagerService).currentCell$.pipe(debounceTime(patienceMilliseconds));
  const hovering = cells.subscribe((cell) => {
    if (!cell) {
      return;
    }
    const { subUnitId, row, col } = cell.location;
    const sheet = sheetOf(subUnitId);
    const message = sheet?.workbook.errorMessage(sheet, row, col);
    if (sheet && message) {
      alerts.showAlert({
        type: CellAlertType.ERROR,
        title: String(sheet.cells.value(row, col)),
        message,
        location: cell.location,
        width: 260,
        height: 120,
        key: alertKey,
      });
    }
  });
  return () => hovering.unsubscribe();
}
