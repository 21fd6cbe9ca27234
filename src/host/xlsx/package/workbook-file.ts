import type { PackageParts } from "./package-parts";

/** The file that a workbook was read from. */
export interface WorkbookFile {
  parts: PackageParts;
  /** Name of the part that lists the sheets. */
  mainPart: string;
}
