import type { Workbook } from "../model/workbook";

/** What a workbook was like when it was opened or saved, to tell whether it has been changed since. */
export class SavedState {
  readonly #workbook: Workbook;
  readonly #parts: readonly unknown[];

  constructor(workbook: Workbook) {
    this.#workbook = workbook;
    this.#parts = partsOf(workbook);
  }

  get isChanged(): boolean {
    const now = partsOf(this.#workbook);
    return now.length !== this.#parts.length || now.some((part, index) => part !== this.#parts[index]);
  }
}

/** Values that differ after a change: counters of cells and formats, names and numbers of what stands on the sheets, settings. */
function partsOf({ $state }: Workbook): unknown[] {
  return [
    ...$state.sheets.flatMap((sheet) => [
      sheet.id,
      sheet.sheetName,
      sheet.visibility,
      $state.engine.revisionOf(sheet.id),
      sheet.geometry.revision,
      JSON.stringify([sheet.chartRecords, sheet.tables, sheet.tabColor, sheet.frozen, sheet.filter]),
    ]),
    JSON.stringify($state.names),
    ...[...$state.settings].flat(),
  ];
}
