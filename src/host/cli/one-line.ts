/**
 * What a workbook, a file of rules or a file's name gave to a message, as one line for a terminal: line breaks are blanks, and
 * what would steer the terminal or turn the line around is not there.
 */
export function inOneLine(text: string): string {
  return text
    .replace(/\s*[\r\n\t\u2028\u2029\u0085]+\s*/g, " ")
    .replace(/[\p{Cc}\u202a-\u202e\u2066-\u2069]/gu, "");
}
