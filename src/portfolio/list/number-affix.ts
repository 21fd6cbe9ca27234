import { currencyOf } from "./currency";

/** What stands before or after the digits of a number: sign, brackets, currency, and thousands or millions as a word. */
export interface NumberAffix {
  /** Brackets that open or close here. */
  brackets: number;
  minus: boolean;
  plus: boolean;
  /** ISO 4217, null without a currency. */
  currency: string | null;
  /** Zeros that the word stands for: 3 for `k` and `тыс.`, 6 for `M`; 0 without one. */
  zeros: number;
}

const none: NumberAffix = { brackets: 0, minus: false, plus: false, currency: null, zeros: 0 };

const zerosOfWords = new Map(
  (
    [
      [3, "k к тыс тысяча тысячи тысяч thousand tsd"],
      [6, "mn mln mio million millions млн миллион миллиона миллионов"],
      [9, "bn bln mrd billion billions млрд миллиард миллиарда миллиардов"],
    ] as const
  ).flatMap(([zeros, words]) => words.split(" ").map((word) => [word, zeros] as const)),
);

// A lone letter may be a measure ("5 m", "5 м"), so that only some spellings of it stand for millions.
const zerosOfLetters = new Map([
  ["M", 6],
  [" M", 6],
  ["m", 6],
  ["М", 6],
  ["B", 9],
]);

const thousandRoubles = /^ ?т\. ?р(?:уб)?\.?(?!\p{L})/iu;
const token = /^ ?(?:([()])|([-+−–‒])|(\p{L}{0,2}\p{Sc})|(\p{L}+\.?))/u;
const LONGEST = 24;

/** Reads what stands before the digits; null when it holds anything that no number has. */
export function prefixOf(text: string): NumberAffix | null {
  if (text === "") return none;
  return remembered(prefixes, text, () => affixOf(text, false));
}

/** Reads what stands after the digits; null when it holds anything that no number has. */
export function suffixOf(text: string): NumberAffix | null {
  if (text === "") return none;
  return remembered(suffixes, text, () => affixOf(text, true));
}

// A column has few different affixes, however many numbers.
const prefixes = new Map<string, NumberAffix | null>();
const suffixes = new Map<string, NumberAffix | null>();

function remembered(
  known: Map<string, NumberAffix | null>,
  text: string,
  read: () => NumberAffix | null,
): NumberAffix | null {
  if (text.length > LONGEST) return null;
  let affix = known.get(text);
  if (affix === undefined) {
    if (known.size > 500) known.clear();
    affix = read();
    known.set(text, affix);
  }
  return affix;
}

function affixOf(text: string, after: boolean): NumberAffix | null {
  const affix = { ...none };
  let rest = text.trimEnd();
  while (rest !== "") {
    const roubles = after ? thousandRoubles.exec(rest) : null;
    if (roubles) {
      if (affix.zeros > 0 || !addCurrency(affix, "RUB")) return null;
      affix.zeros = 3;
      rest = rest.slice(roubles[0].length);
      continue;
    }
    const match = token.exec(rest);
    if (!match) return null;
    const [whole, bracket, sign, moneySign, word] = match;
    if (bracket) {
      if (affix.brackets > 0 || (bracket === ")") !== after) return null;
      affix.brackets = 1;
    } else if (sign) {
      if (affix.minus || affix.plus || (after && sign === "+")) return null;
      affix.plus = sign === "+";
      affix.minus = sign !== "+";
    } else {
      const zeros = after && word ? zerosOf(whole, word) : 0;
      if (zeros > 0 ? affix.zeros > 0 : !addCurrency(affix, currencyOf(moneySign ?? word))) return null;
      if (zeros > 0) affix.zeros = zeros;
    }
    rest = rest.slice(whole.length);
  }
  return affix;
}

/** Zeros that a header says all its numbers lack: 3 for `Выручка, тыс. руб.` and `Revenue, k EUR`; 0 where it says none. */
export function zerosOfHeader(header: string): number {
  if (/(?:^|[^\p{L}])т\. ?р(?!\p{L})/iu.test(header)) return 3;
  const words = header.toLowerCase().split(/[^\p{L}]+/u);
  // "К оплате" is no thousands.
  return (
    words.map((word) => (word === "к" ? 0 : (zerosOfWords.get(word) ?? 0))).find((zeros) => zeros > 0) ?? 0
  );
}

function zerosOf(whole: string, word: string): number {
  return zerosOfLetters.get(whole) ?? zerosOfWords.get(word.replace(/\.$/, "").toLowerCase()) ?? 0;
}

/** Two signs of one currency are one: `$1,200 USD`. */
function addCurrency(affix: NumberAffix, code: string | null): boolean {
  if (code === null || (affix.currency !== null && affix.currency !== code)) return false;
  affix.currency = code;
  return true;
}
