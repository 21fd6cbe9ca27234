import { headerWords } from "./header-words";
import { currencyIn } from "./own-currency";

/** What a header says its figures are counted in. */
interface HeaderUnit {
  /** ISO code; null where the header names none. */
  currency: string | null;
  /** 1, 1,000 and so on. */
  times: number;
}

const multiples: readonly { times: number; words: RegExp }[] = [
  {
    times: 1e3,
    words: /(?<![a-zа-я\d])(?:тыс[а-я]*|thousands?|[kt](?:eur|usd|gbp|rub|chf)|k|tsd|000s?)(?![a-zа-я\d])/,
  },
  {
    times: 1e6,
    words: /(?<![a-zа-я\d])(?:млн|миллион[а-я]*|millions?|mln|mio|m(?:eur|usd|gbp|rub|chf))(?![a-zа-я\d])/,
  },
  { times: 1e9, words: /(?<![a-zа-я\d])(?:млрд|миллиард[а-я]*|billions?|bn)(?![a-zа-я\d])/ },
];

/** `k€`, `T€`, `M$`. */
const letterBeforeSign = /(?<!\p{L})([kmt]) ?(?=[€$£₽])/giu;

/** The unit that a header names: `Выручка 2025, тыс. руб.`, `Sales 2024, USD`; null where it names none. */
function unitOf(written: string): HeaderUnit | null {
  const header = written.replace(letterBeforeSign, (_, letter: string) =>
    /m/i.test(letter) ? "million " : "thousand ",
  );
  const words = headerWords(header);
  const multiple = multiples.find((each) => each.words.test(words));
  const currency = currencyIn(header);
  return multiple || currency !== null ? { currency, times: multiple?.times ?? 1 } : null;
}

/**
 * Columns whose header names a unit, where not all of them name one and the same; none where they do, and none that says nothing. A title in
 * thousands is of the columns that say nothing.
 */
export function inMixedUnits<Column extends { header: string }>(
  columns: readonly Column[],
  titles: readonly string[] = [],
): Column[] {
  const named = columns.flatMap((column) => {
    const unit = unitOf(column.header);
    return unit ? [{ column, unit }] : [];
  });
  const currencies = new Set(named.flatMap(({ unit }) => unit.currency ?? []));
  const times = new Set(named.map(({ unit }) => unit.times));
  const ofTitle = titles.map(unitOf).findLast((unit) => unit !== null && unit.times > 1);
  if (ofTitle && named.some(({ unit }) => unit.times > 1) && named.length < columns.length)
    times.add(ofTitle.times);
  return currencies.size > 1 || times.size > 1 ? named.map(({ column }) => column) : [];
}
