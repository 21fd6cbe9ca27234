import { headerWords } from "./header-words";

const days = "(?: ?(?:days?|d|дн|дней|дня))?";
const bucket = new RegExp(
  `^(?:\\d{1,3} ?(?:-|–|to|до) ?\\d{1,3}${days}|(?:over|more than|>|свыше|более|больше|от) ?\\d{2,3}${days}|\\d{2,3} ?(?:\\+|>|and over|and above|и более)${days})(?: (?:overdue|past due|просрочки))?$`,
);
const rest = /^(?:current|not due|not yet due|текущая|не просроч[а-я]*|в срок)$/;
const total = /^(?:grand )?totals?$|^(?:итого|всего)$/;

/** Whether the headers of a list are those of debts by their age: `Current | 1-30 | 31-60 | Over 90 | Total`. */
export function areAgedDebts(headers: readonly string[]): boolean {
  return headers.filter((header) => bucket.test(headerWords(header))).length >= 2;
}

/** Whether a header among such is that of debts: their age, or all of them. */
export function isAgedDebt(header: string): boolean {
  const words = headerWords(header);
  return bucket.test(words) || rest.test(words) || total.test(words);
}
