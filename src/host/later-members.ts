/** What this file needs of a page in which Office.js runs. */
export interface OfficePage {
  Office: { context: { requirements: { isSetSupported(name: string, version: string): boolean } } };
  Excel: { Range: { prototype: object } };
  OfficeExtension: unknown;
}

/**
 * Gives the client of the npm package what the one on Microsoft's content network has and it has not: `Range.valuesAsJson`, made
 * of the client's own parts as its `Range.values` is. That it travels as `ValuesAsJson` is a guess, after all its other members.
 * Nothing happens in a page whose Excel is older than ExcelApi 1.19, or whose client has it.
 *
 * Everything stands inside the function: the workbench hands its text to the page of the pane.
 */
export function addLaterMembers(page: OfficePage): void {
  const range = page.Excel.Range.prototype as {
    _handleResult(this: object, value: unknown): void;
  };
  if ("valuesAsJson" in range) return;
  if (!page.Office.context.requirements.isSetSupported("ExcelApi", "1.19")) return;
  const { BatchApiHelper, CommonUtility, Utility } = page.OfficeExtension as {
    BatchApiHelper: { invokeSetProperty(of: object, name: string, value: unknown, flags: number): void };
    CommonUtility: { calculateApiFlags(flags: number, set: string, version: string): number };
    Utility: { throwIfNotLoaded(name: string, value: unknown, type: string, isNull: boolean): void };
  };
  const known = new WeakMap<object, unknown>();
  const handleResult = range._handleResult;
  range._handleResult = function (value) {
    handleResult.call(this, value);
    const loaded = (value as { ValuesAsJson?: unknown } | null | undefined)?.ValuesAsJson;
    if (loaded !== undefined) known.set(this, loaded);
  };
  Object.defineProperty(range, "valuesAsJson", {
    get(this: { _isNull: boolean }) {
      Utility.throwIfNotLoaded("valuesAsJson", known.get(this), "Range", this._isNull);
      return known.get(this);
    },
    set(this: object, value: unknown) {
      known.set(this, value);
      const flags = CommonUtility.calculateApiFlags(2, "ExcelApiUndo", "1.16");
      BatchApiHelper.invokeSetProperty(this, "ValuesAsJson", value, flags);
    },
    enumerable: true,
    configurable: true,
  });
}
