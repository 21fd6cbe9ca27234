/** Words that databases and exports glue together in headers, in lower case. */
const dictionary = new Set(
  (
    "account accounts address agreement amount area balance bill birth branch business buyer buyers category center " +
    "centre channel city class client clients close closed code company comment contact contract contacts cost count " +
    "country county create created credit currency customer customers date day days deal debit delivery department " +
    "desc description discount division doc document due each email employee end exchange fax first freight full goods " +
    "gross group id industry invoice item items key kind last legal line list location manager margin mobile month " +
    "name net no notes num number office order ordered orders organization org owner paid parent party payment percent period " +
    "person phone plan post postal postcode posted posting price product profit purchase qty quantity quarter rank " +
    "rate region rep required return returns revenue route sale sales salesperson score sector segment seller ship " +
    "shipped shipment size sold source stage start state status store street subtotal sum supplier tax territory title to " +
    "total transaction turnover type unit units usd eur rub value vat vendor volume warehouse week weight year zip"
  ).split(" "),
);
const longest = 12;

/**
 * The words of a header that were written as one: `customerid` → `customer id`, `netsales2024` → `net sales 2024`.
 * A word that is not made of the field's words from beginning to end stays as it is.
 */
export function takenApart(word: string): string {
  const [, letters, digits] = /^([a-z]+)(\d*)$/.exec(word) ?? [];
  if (letters === undefined) return word;
  const apart = dictionary.has(letters) ? letters : split(letters);
  return apart === null ? word : digits === "" ? apart : `${apart} ${digits}`;
}

function split(word: string): string | null {
  if (word.length < 6) return null;
  // The fewest words that the first n letters can be made of; the longer last word wins a draw.
  const best: (readonly string[] | null)[] = [[]];
  for (let end = 1; end <= word.length; end++) {
    let fewest: readonly string[] | null = null;
    for (let start = Math.max(0, end - longest); start < end; start++) {
      const before = best[start];
      if (!before || (fewest && before.length + 1 >= fewest.length)) continue;
      const last = word.slice(start, end);
      if (dictionary.has(last)) fewest = [...before, last];
    }
    best[end] = fewest;
  }
  return best[word.length]?.join(" ") ?? null;
}
