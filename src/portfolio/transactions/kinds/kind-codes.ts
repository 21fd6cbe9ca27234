/** Kinds of lines that columns say in codes, or by debit and credit. */
import type { LineKind } from "./kind-of-text";

/** Kinds of documents by the codes of accounting programs: SAP, Sage, JD Edwards. Some of them say which codes these are. */
const codes: readonly { sure: readonly string[]; kinds: Readonly<Record<string, LineKind>> }[] = [
  {
    sure: ["F2"],
    kinds: {
      F1: "invoice",
      F2: "invoice",
      F5: "offer",
      F8: "offer",
      L2: "invoice",
      G2: "return",
      RE: "return",
      // Invoices and credit memos that are cancelled.
      S1: "return",
      S2: "invoice",
    },
  },
  {
    sure: ["SI"],
    kinds: {
      SI: "invoice",
      SC: "return",
      SR: "payment",
      SA: "payment",
      PI: "purchase",
      PC: "purchase",
      PP: "purchase",
      PA: "purchase",
    },
  },
  // Open items of customers in SAP.
  {
    sure: ["RV", "DG", "DZ"],
    kinds: {
      RV: "invoice",
      DR: "invoice",
      DG: "return",
      DZ: "payment",
      ZP: "payment",
      ZV: "payment",
      // Clearing of items that are there already.
      AB: "payment",
      DA: null,
      SA: null,
    },
  },
  { sure: ["SIN"], kinds: { SIN: "invoice", SCR: "return", SRC: "payment", SRP: "payment" } },
  { sure: ["RI"], kinds: { RI: "invoice", RM: "return", RC: "payment" } },
];

/** Texts that are codes of one program, with what they mean there; none where any text is something else. */
export function codedKinds(texts: readonly string[]): (readonly [string, LineKind])[] {
  const own = texts.map((text) => text.trim());
  const coded = codes.find(
    ({ sure, kinds }) => sure.some((code) => own.includes(code)) && own.every((text) => text in kinds),
  );
  return coded ? texts.map((text) => [text, coded.kinds[text.trim()]] as const) : [];
}

const debit = /^(?:debit|dr|дебет|дт)\.?$/i;
const credit = /^(?:credit|cr|кредит|кт)\.?$/i;
/** Headers of a column of one letter for debit or credit: `D/C`, `S/H`, `SHKZG`. */
const sideHeader =
  /^(?:d c|s h|dr cr|cr dr|debit credit|credit debit|shkzg|soll haben|debit credit (?:ind(?:icator)?|code|flag)|d c (?:ind(?:icator)?|code|flag)|(?:dr cr|d c) ?indicator)$/;
const rebate = /^(?:(?:customer|volume|sales) )?rebates?$|^ретро-? ?бонус[а-я]*$/i;

/** Texts of lines that are taken off what was invoiced: beside sales alone. */
export const rebatesIn = (texts: readonly string[]): string[] =>
  texts.filter((text) => rebate.test(text.trim()));

const debitLetter = /^[ds]$/i;
const creditLetter = /^[ch]$/i;

export const saysSides = (words: string): boolean => sideHeader.test(words);

/**
 * Texts that say what goes back by being credits. A sale on credit is one: only beside debits is a credit what goes back, or beside
 * invoices where nothing is sold for cash.
 */
export function creditsIn(
  texts: readonly string[],
  { saysSides: bySide, hasInvoices }: { saysSides: boolean; hasInvoices: boolean },
): string[] {
  const is = (words: RegExp) => texts.filter((text) => words.test(text.trim()));
  if (bySide && texts.every((text) => /^[dcsh]$/i.test(text.trim())))
    return is(debitLetter).length > 0 ? is(creditLetter) : [];
  const beside = is(debit).length > 0 || (hasInvoices && is(/^cash/i).length === 0);
  return beside ? is(credit) : [];
}
