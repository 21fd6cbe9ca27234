import { currencyOf } from "../../list/currency";
import { headerWords } from "./header-words";
import { moneyHeader } from "./money-header";

/** The currency of the books, whatever the document is in. */
const ofTheBooks =
  /(?<![a-zа-я])(?:(?:local|base|home|group|company|reporting|functional|accounting) (?:code )?currency|lcy|(?:валют[аеы]|вал) (?:учета|отчетности|регл[а-я]*)|регл[а-я]*|рублев[а-я]* (?:эквивалент|покрыти)[а-я]*|в рублях)(?![a-zа-я])/;

/** Short for a currency and for something else: roubles and "of", Uzbek sums and sums. */
const ambiguous = new Set(["р", "сум", "try", "rs"]);

/** The ISO code of the currency that a header names: `Sales, USD`, `Сумма, руб.`; null where it names none, or a word for something else too. */
export function currencyIn(header: string): string | null {
  for (const word of headerWords(header).split(" ")) {
    const code = ambiguous.has(word) ? null : currencyOf(word.replace(/^[km](?=[a-z]{3}$)/, ""));
    if (code !== null) return code;
  }
  return null;
}

/** Whether the header of a column of money says which currency all of it is in: `Amount in EUR`, `Сумма, руб.`, `Amount (LCY)`. */
function namesCurrency(header: string): boolean {
  return ofTheBooks.test(headerWords(header)) || currencyIn(header) !== null;
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

const qualified =
  /(?<![a-zа-я])(local|base|home|group|company|reporting|functional|doc(?:ument)?|transaction|order|invoice) curr(?:ency)?(?![a-zа-я])|(?<![a-zа-я])валют[аеы] (учета|отчетности|документа|договора|расчетов|заказа)(?![а-я])/;

/** Which of several currencies a header speaks of: "local" of `Amount in local currency` and of `Local currency`; null for none. */
function qualifierOf(header: string): string | null {
  const [, english, russian] = qualified.exec(headerWords(header)) ?? [];
  return (english ?? russian)?.replace(/^document$/, "doc") ?? null;
}

/**
 * The header of the column that says in which currency a column of money is: `Local currency` beside `Amount in local currency`. Null where
 * none says it of this one.
 */
export function currencyColumnOf(header: string, headers: readonly string[]): string | null {
  const qualifier = qualifierOf(header);
  if (qualifier === null) return null;
  const isOne = (other: string) =>
    moneyHeader(headerWords(other))?.kind === "money" &&
    /amount|value|sum|сумма|стоимость|total/i.test(other);
  return (
    headers.find((other) => other !== header && qualifierOf(other) === qualifier && !isOne(other)) ?? null
  );
}

const isOfTheDocument = (header: string): boolean => {
  const words = headerWords(header);
  return ofTheDocument.test(words) && !ofTheBooks.test(words);
};
