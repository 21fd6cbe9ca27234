/** Years that a header names by how far back they lie: this year's 0, last year's 1. */
const named: readonly { yearsBack: number; words: RegExp }[] = [
  {
    yearsBack: 1,
    words:
      /(?<![a-zа-я])(?:(?:last|previous|prior|prev\.?) (?:year|yr)|l\.?y\.?|p\.?y\.?|прошл(?:ый|ого) год[а]?|прош\. ?год|предыдущ(?:ий|его) год[а]?|пред\. ?год|пг|аппг)(?![a-zа-я])/,
  },
  {
    yearsBack: 0,
    words:
      /(?<![a-zа-я])(?:(?:this|current|curr\.?) (?:year|yr)|t\.?y\.?|c\.?y\.?|(?:текущ(?:ий|его)|эт(?:от|ого)) год[а]?|тек\. ?год|тг)(?![a-zа-я])/,
  },
];

/**
 * A normalised header without the year that it names so: `this year q1`, `янв прошлый год`, `jan py`. Null where it names none, or two:
 * `TY vs LY` compares them.
 */
export function withoutRelativeYear(text: string): { rest: string; yearsBack: number } | null {
  const found = named.filter(({ words }) => words.test(text));
  if (found.length !== 1) return null;
  const [{ yearsBack, words }] = found;
  return { rest: text.replace(words, " ").replace(/\s+/g, " ").trim(), yearsBack };
}
