const countsLines = /^(?:№(?: ?п\/?п\.?)?|#|no\.?|row(?: no\.?)?|line(?: no\.?)?)$/i;

/** Whether a header is that of a column that numbers the lines. */
export const isRowNumberHeader = (header: string): boolean => countsLines.test(header.trim());
