import { isBlank } from "../../list/number-column";
import type { SourceColumn } from "../../list/source-list";

/** What a text says of its line: a sale, money that goes back, a payment for what was sold, or a deal that did not come about. */
export type LineKind = "sale" | "won" | "return" | "payment" | "cancelled" | null;

const kinds: readonly (readonly [LineKind, RegExp])[] = [
  [
    "won",
    /^(?:deal |opportunity )?(?:closed[ -]?)?won$|^(?:успешно )?(?:реализован[аоы]?|выигран[аоы]?)$|^закрыт[аоы]? (?:и )?выигран[аоы]?$|^успех$|^сделка (?:заключена|успешна|выиграна)$/,
  ],
  [
    "cancelled",
    /^(?:order |deal |opportunity |quote |заказ |сделка |документ |заявка )?(?:cancell?ed|cancell?ation|annulled|void(?:ed)?|lost|closed[ -]?lost|rejected|declined|deleted|failed|draft|abandoned|not won|отмен[а-я]*|аннулир[а-я]*|удал[её]н[а-я]*|черновик|отказ[а-я]*|отклон[а-я]*|проигр[а-я]*|сорван[а-я]*|провал[а-я]*|не состоял[а-я]*|не реализован[а-я]*|помечен[а-я]* на удаление|не провед[её]н[а-я]*|закрыт[а-я]* (?:и )?(?:не реализован[а-я]*|проигр[а-я]*))(?![a-zа-я])/,
  ],
  [
    "return",
    /^(?:sales? |customer |product )?(?:returns?|returned|refund(?:s|ed)?|credit[ -]?(?:memo|note)s?|chargebacks?|ret|rtn|cn|cm|crn|cr(?: memo)?)(?![a-z])|^(?:возврат[а-я]*|сторн[а-я]*|кредит[ -]?нот[а-я]*)(?![а-я])/,
  ],
  [
    "payment",
    /^(?:pmt|pymt|payments?|paid|bill payment|receive payment|оплат[аы]|плат[её]ж[а-я]*|поступлени[ея] (?:на|денег|денежн[а-я]*|оплат[а-я]*|безналичн[а-я]*))(?![a-zа-я])/,
  ],
  [
    "sale",
    /^(?:inv|si|invoices?|sales?(?: receipts?| invoices?| orders?)?|orders?|продаж[аи]|реализаци[яи]|отгрузк[аи]|счет(?:[ -]фактура)?|накладн[а-я]*|чек)(?![a-zа-я])/,
  ],
];

/** What the text of a type, status or stage says of its line; null when it says nothing of that. */
export function lineKindOf(text: string): LineKind {
  const folded = text.toLowerCase().replaceAll("ё", "е").replace(/\s+/g, " ").trim();
  return kinds.find(([, words]) => words.test(folded))?.[0] ?? null;
}

/** What a column of types, statuses or stages says: 1 for lines that do not count, 2 for lines that are returns. */
export interface LineKinds {
  leftOut: (row: number) => string | null;
  isReturn: (row: number) => string | null;
}

const mostTexts = 500;

/** The kind of each distinct text of a column; null where it holds too many different ones to be kinds of lines. */
function kindsIn(column: SourceColumn): Map<string, LineKind> | null {
  const found = new Map<string, LineKind>();
  for (const content of column.others.values()) {
    if (typeof content !== "string" || isBlank(content) || found.has(content)) continue;
    if (found.size === mostTexts) return null;
    found.set(content, lineKindOf(content));
  }
  // A sale on credit is one: only beside debits is a credit what goes back.
  const texts = [...found.keys()];
  if (texts.some((text) => debit.test(text.trim()))) {
    for (const text of texts) if (credit.test(text.trim())) found.set(text, "return");
  }
  return found;
}

const debit = /^(?:debit|dr|дебет|дт)\.?$/i;
const credit = /^(?:credit|cr|кредит|кт)\.?$/i;

/**
 * Reads columns of types, statuses or stages (reading §7). A pipeline that says which deals were won counts those alone;
 * else lines whose text says cancelled, lost, draft do not count. Payments do not where sales stand in the same column.
 *
 * @param documents column of documents: "Возврат от покупателя 12" says what the line is, too
 */
export function lineKinds(columns: readonly SourceColumn[], documents: SourceColumn | null): LineKinds {
  const readings = columns.flatMap((column) => {
    const kinds = kindsIn(column);
    if (!kinds) return [];
    const said = new Set(kinds.values());
    const left = new Set<string>();
    for (const [text, kind] of kinds) {
      const isLost = said.has("won") ? kind !== "won" && kind !== "return" : kind === "cancelled";
      if (isLost || (kind === "payment" && (said.has("sale") || said.has("return")))) left.add(text);
    }
    return [{ column, kinds, left }];
  });
  const textAt = (column: SourceColumn, row: number) => {
    const content = column.others.get(row);
    return typeof content === "string" ? content : "";
  };
  return {
    leftOut: (row) => {
      for (const { column, left } of readings) {
        const text = textAt(column, row);
        if (left.has(text)) return text.trim();
      }
      return null;
    },
    isReturn: (row) => {
      for (const { column, kinds } of readings) {
        const text = textAt(column, row);
        if (kinds.get(text) === "return") return text.trim();
      }
      const document = documents ? textAt(documents, row) : "";
      const words = document === "" ? null : returnWords.exec(document);
      return words && words[0];
    },
  };
}

const returnWords = /^\s*(?:возврат|сторно|кредит-?нота|credit (?:memo|note)|refund|return)(?![a-zа-я])/i;
