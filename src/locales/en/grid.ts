/** Texts of the workbench's grid. */
export const grid = {
  sortAscending: "Sort smallest to largest (A to Z)",
  sortDescending: "Sort largest to smallest (Z to A)",
  filterByValue: "Filter by this cell’s value",
  clearFilter: "Clear filter",
  /** What Excel would not do either, by the code of its refusal. */
  refusals: {
    AccessDenied: "This sheet or workbook is protected. Remove the protection to change it.",
    InvalidArgument: "This entry cannot be read. Check the formula, the name or the number.",
    ItemAlreadyExists: "This name is taken. Choose another one.",
    InsertDeleteConflict: "This would tear a table or a merged cell apart.",
    MergedRangeConflict: "This is not possible over merged cells.",
    TableOverlap: "This would run into a table.",
    InvalidOperation:
      "This is not possible here: merged cells, results that fill several cells, or rows that a filter hides are in the way.",
    RangeExceedsLimit: "These are too many cells at once.",
  } as Record<string, string>,
  refused: "This is not possible here.",
};
