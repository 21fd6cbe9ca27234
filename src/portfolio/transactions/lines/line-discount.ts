/** What is taken off the price of a line. */
import type { SourceColumn } from "../../list/source-list";
import { headerWords } from "../../mapping/headers/header-words";

const discountWords = /(?<![а-яa-z])(?:скидк[а-я]*|discounts?|rebates?|disc)(?![а-яa-z])/;
const netPrice = /скидк|discount|(?<![a-z])net(?![a-z])|итогов|конечн|final/;
const sumOfMoney = /сумм|amount|value|₽|руб|usd|eur|[$€£]|total|итог/;

/** The column that says which part of a price is not paid, unless the price says that it is off already; one of money is none. */
export function discountOn(
  price: SourceColumn | null,
  columns: readonly SourceColumn[],
): SourceColumn | null {
  if (!price || netPrice.test(headerWords(String(price.header)))) return null;
  const found = columns.filter(({ header, numbers }) => {
    const words = headerWords(String(header));
    if (!discountWords.test(words) || sumOfMoney.test(words)) return false;
    const most = numbers.reduce((max, number) => (number > max ? number : max), 0);
    return numbers.every((number) => !(number < 0)) && most <= (isInPercent(String(header)) ? 100 : 1);
  });
  return found.length === 1 ? found[0] : null;
}

const isInPercent = (header: string) => /%|percent|pct|процент/i.test(header);

/** Which part of each price is paid. Cells in the format of percent hold fractions, whatever their header says. */
export function paidParts({ header }: SourceColumn, discounts: Float64Array): Float64Array {
  const isInHundreds = isInPercent(String(header)) && discounts.some((discount) => discount > 1);
  return discounts.map((discount) => 1 - (discount || 0) / (isInHundreds ? 100 : 1));
}
