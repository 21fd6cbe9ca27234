/**
 * Opens the pane, where Excel can do that for us (SharedRuntime 1.1). A pane that does not open is no failure:
 * the user opens it by its button. While a cell is being edited, Excel opens it afterwards.
 */
export async function showPane(): Promise<void> {
  if (!Office.context.requirements.isSetSupported("SharedRuntime", "1.1")) return;
  await Office.addin.showAsTaskpane().catch(() => undefined);
}
