/** Column letters of a zero-based column: 0 → `A`, 26 → `AA`. */
export function columnLetters(column: number): string {
  let letters = "";
  for (let rest = column + 1; rest > 0; rest = Math.floor((rest - 1) / 26)) {
    letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters;
  }
  return letters;
}

/** Zero-based column of its letters, in either case: `AA` → 26. */
export function columnIndex(letters: string): number {
  let index = 0;
  for (const letter of letters.toUpperCase()) index = index * 26 + letter.charCodeAt(0) - 64;
  return index - 1;
}

const plainSheetName = /^[\p{L}_][\p{L}\p{N}_.]*$/u;
const readsAsReference = /^(?:[a-z]{1,3}\d+|r\d*c\d*|[rc]\d*)$/i;

/** Sheet name as it stands before `!`: quoted where Excel would not read it otherwise, quotes inside doubled. */
export function quotedSheetName(sheet: string): string {
  return plainSheetName.test(sheet) && !readsAsReference.test(sheet)
    ? sheet
    : `'${sheet.replaceAll("'", "''")}'`;
}

/**
 * A1 address with its sheet, of one cell or of an area: `Sales!B2`, `'My list'!B2:D9`.
 * @param row zero-based, as are all positions here
 */
export function addressOf(sheet: string, row: number, column: number, rows = 1, columns = 1): string {
  const first = `${columnLetters(column)}${row + 1}`;
  const last = `${columnLetters(column + columns - 1)}${row + rows}`;
  return `${quotedSheetName(sheet)}!${first === last ? first : `${first}:${last}`}`;
}
