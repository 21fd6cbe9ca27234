/** Where Summary says that it shows an earlier state: a row under its date, counted from the top left cell of the page. */
export const freshnessRow = { row: 4, column: 1, columns: 7, size: 9, height: 4 } as const;
