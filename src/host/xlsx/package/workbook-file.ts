import type { PackageParts } from "./package-parts";

/** The file that a workbook was read from. */
export interface WorkbookFile {
  parts: PackageParts;
  /** Name of the part that lists the sheets. */
  mainPart: string;
  /** Whether it may hold macros: Excel opens such a file only as .xlsm, and no other file as that. */
  macros: boolean;
  /** Whether there are formulas that only Excel can work out: what they give may have changed with any cell. */
  uncalculated: boolean;
  /** Whether the document is signed: a signature holds for these bytes and no others. */
  signed: boolean;
}
