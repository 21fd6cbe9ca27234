/** Whether this Excel has a version of the ExcelApi requirement set. Everything up to 1.9 is a condition of installing the add-in. */
export function supports(version: "1.10" | "1.11" | "1.13" | "1.15" | "1.16" | "1.20"): boolean {
  return Office.context.requirements.isSetSupported("ExcelApi", version);
}
