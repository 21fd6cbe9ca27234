/**
 * A pattern of whole words in both alphabets (`\b` knows Latin letters only); a * after a letter stands for any ending.
 * Matches headers as `headerWords()` gives them.
 */
export function wholeWords(pattern: string): RegExp {
  return new RegExp(
    `(?<![a-zа-я0-9])(?:${pattern.replace(/(?<=[a-zа-я)])\*/g, "[a-zа-я]*")})(?![a-zа-я0-9])`,
  );
}
