import { currencyOf } from "../../list/currency";
import { headerWords } from "./header-words";
import { moneyHeader } from "./money-header";

/** The currency of the books, whatever the document is in. */
const ofTheBooks =
  /(?<![a-zа-я])(?:(?:local|base|home|group|company|reporting|functional|accounting) (?:code )?currency|lcy|(?:валют[аеы]|вал) (?:учета|отчетности|регл[а-я]*)|регл[а-я]*|рублев[а-я]* (?:эквивалент|покрыти)[а-я]*|в рублях)(?![a-zа-я])/;

/** Short for a currency and for something else: roubles and "of", Uzbek sums and sums. */
const ambiguous = new Set(["р", "сум", "try", "rs"]);

/** Whether the header of a column of money says which currency all of it is in: `Amount in EUR`, `Сумма, руб.`, `Amount (LCY)`. */
function namesCurrency(header: string): boolean {
  const words = headerWords(header);
  if (ofTheBooks.test(words)) return true;
  return words.split(" ").some((word) => !ambiguous.has(word) && currencyOf(word) !== null);
}

/** The currency that a document is in, which the row names: `Сумма в валюте`, `Amount (FC)`, `Doc. currency amount`. */
const ofTheDocument =
  /(?<![a-zа-я])(?:в валюте|(?:сумма|стоимость) вал|валютн[а-я]* (?:сумма|стоимость)|(?:doc|document|transaction|foreign|original|invoice|order|contract) currency|in currency|fcy?|dcy?)(?![a-zа-я])/;

/**
 * Whether a column of money is in one currency by its header, beside another that is in the currencies which the rows name:
 * `Amount | Currency | Amount in EUR`, `Сумма | Сумма в валюте | Валюта`. A column of currencies says nothing of it then.
 */
export function isInOneCurrency(header: string, headers: readonly string[]): boolean {
  const others = headers.filter(
    (other) => other !== header && moneyHeader(headerWords(other))?.kind === "money",
  );
  if (isOfTheDocument(header)) return false;
  return namesCurrency(header) ? others.some((other) => !namesCurrency(other)) : others.some(isOfTheDocument);
}

const isOfTheDocument = (header: string): boolean => {
  const words = headerWords(header);
  return ofTheDocument.test(words) && !ofTheBooks.test(words);
};
