/**
 * What a protected sheet still allows: names of `Excel.WorksheetProtectionOptions` and the attributes of the file,
 * where "1" forbids. Absent attributes forbid for the first group and allow for the second (ECMA-376 Part 1, 18.3.1.85).
 */
export const forbiddenByDefault: Record<string, string> = {
  allowAutoFilter: "autoFilter",
  allowDeleteColumns: "deleteColumns",
  allowDeleteRows: "deleteRows",
  allowFormatCells: "formatCells",
  allowFormatColumns: "formatColumns",
  allowFormatRows: "formatRows",
  allowInsertColumns: "insertColumns",
  allowInsertHyperlinks: "insertHyperlinks",
  allowInsertRows: "insertRows",
  allowPivotTables: "pivotTables",
  allowSort: "sort",
};

export const allowedByDefault: Record<string, string> = {
  allowEditObjects: "objects",
  allowEditScenarios: "scenarios",
};

/** Attributes that hold a password's hash: the salted form of Excel 2013 and the short one before it. */
export const passwordAttributes = ["algorithmName", "hashValue", "saltValue", "spinCount", "password"];
