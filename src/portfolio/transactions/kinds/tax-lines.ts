import type { SourceColumn } from "../../list/source-list";

const saysTax =
  /^(?:(?:sales |output |invoice )?(?:tax(?:es)?|vat|gst|hst|mwst|ust|tva|iva|btw)|ндс|налог(?: на добавленную стоимость)?)(?: lines?| amount)?[ (]*(?:\d{1,2}(?:[.,]\d+)? ?%?)?\)?$/i;

/** Taxes are a few rates of the rest of their document, none of them higher. */
const mostRates = 4;
const highestRate = 0.35;
const fewestDocuments = 3;
const mostHold = 0.9;

/**
 * Texts of a column of line types that are those of tax: `VAT`, «НДС 20 %». Only where each such line is a rate of the other lines of its
 * document; who advises on taxes sells them.
 */
export function taxTexts(
  texts: readonly string[],
  column: SourceColumn,
  { documents, amounts }: { documents: SourceColumn | null; amounts: SourceColumn | null },
): readonly string[] {
  const said = texts.filter((text) => saysTax.test(text.trim()));
  if (said.length === 0 || said.length === texts.length || !amounts) return [];
  const perDocument = new Map<string, { tax: number; rest: number }>();
  let closed = 0;
  for (const [row, text] of column.others) {
    // Without numbers of documents the tax closes the lines that it is of.
    const document = documents ? (documents.others.get(row) ?? documents.numbers[row]) : closed;
    const amount = amounts.numbers[row];
    if (typeof text !== "string" || Number.isNaN(document) || Number.isNaN(amount)) continue;
    if (said.includes(text)) closed++;
    const sums = perDocument.get(String(document)) ?? { tax: 0, rest: 0 };
    sums[said.includes(text) ? "tax" : "rest"] += amount;
    perDocument.set(String(document), sums);
  }
  const taxed = [...perDocument.values()].filter(({ tax }) => tax !== 0);
  const rates = taxed
    .filter(({ rest }) => rest !== 0)
    .map(({ tax, rest }) => Math.round((100 * tax) / rest) / 100)
    .filter((rate) => rate > 0 && rate <= highestRate);
  const different = new Set(rates).size;
  const areRates = different <= mostRates && 2 * different <= rates.length;
  return taxed.length >= fewestDocuments && rates.length >= mostHold * taxed.length && areRates ? said : [];
}
