import { isBlank } from "../../list/number-column";
import type { SourceColumn } from "../../list/source-list";
import { headerWords } from "../../mapping/headers/header-words";
import { measuresOfLines } from "../../mapping/measure-rows";

/**
 * What a text says of its line: a sale, an order or an offer before it, money that goes back, a payment for what was sold, what was bought
 * from others, or a deal that did not come about.
 */
export type LineKind =
  | "invoice"
  | "taxInvoice"
  | "shipment"
  | "deliveryNote"
  | "order"
  | "offer"
  | "sale"
  | "won"
  | "return"
  | "payment"
  | "purchase"
  | "cancelled"
  | null;

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
    "purchase",
    /^(?:vendor|supplier|purchase)[ -]?(?:bills?|invoices?|credits?|credit (?:memo|note)s?|returns?|refunds?)$|^bills?$|^(?:закупк[аи]|приходн[а-я]* накладн[а-я]*)$|^поступлени[ея] ?(?:\(|товар|услуг|тмц)|^возврат[а-я]* поставщик/,
  ],
  [
    "return",
    /^(?:sales? |customer |product )?(?:returns?|returned|refund(?:s|ed)?|credit[ -]?(?:memo|note)s?|chargebacks?|ret|rtn|cn|cm|crn|cr(?: memo)?)(?![a-z])(?! (?:handling|processing|service|management|logistics|fee))|^(?:возврат[а-я]*|сторн[а-я]*|кредит[ -]?нот[а-я]*)(?![а-я])/,
  ],
  [
    "payment",
    /^(?:receipts?$|cash receipts?|pmt|pymt|payments?|bill payment|receive payment|оплат[аы](?! (?:получен|прошл|поступил))|плат[её]ж[а-я]*|поступлени[ея] (?:на|денег|денежн[а-я]*|оплат[а-я]*|безналичн[а-я]*))(?![a-zа-я])/,
  ],
  [
    "offer",
    /^(?:(?:sales |customer )?(?:quot(?:e|ation)s?|estimates?|offers?|proposals?|inquir(?:y|ies))|pro[ -]?forma(?: invoices?)?|кп|коммерческ[а-я]* предложени[а-я]*|счета? на оплату(?: покупател[а-я]*)?)$/,
  ],
  // In Russia a "счет" asks for money; the sale is what is delivered then, by an "акт" or a "накладная".
  ["order", /^(?:(?:sales |customer |purchase )?orders?|заказы?(?: (?:клиента|покупателя))?|счета?)$/],
  ["deliveryNote", /^(?:delivery notes?|packing slips?|goods issues?)$/],
  ["shipment", /^(?:накладн[а-я]*|реализаци[яи]|отгрузк[аи]|упд|акты?(?! сверк))(?![а-я])/],
  // It goes with each shipment; other tax invoices may stand for one.
  ["taxInvoice", /^счета?[ -]?фактур[аы] выданн/],
  ["invoice", /^(?:inv|si|(?:sales |customer |tax )?invoices?|счета?[ -]?фактур[аы])(?![a-zа-я])/],
  ["sale", /^(?:sales?(?: receipts?)?|продаж[аи]|чек)(?![a-zа-я])/],
];

/** What the text of a type, status or stage says of its line; null when it says nothing of that. */
export function lineKindOf(text: string): LineKind {
  const folded = text.toLowerCase().replaceAll("ё", "е").replace(/\s+/g, " ").trim();
  return kinds.find(([, words]) => words.test(folded))?.[0] ?? null;
}

/** Why a line does not count, with the words that say it. */
export interface LeftOutLine {
  why: "cancelled" | "open" | "otherKind";
  word: string;
}

/** What columns of types, statuses or stages say of each line. */
export interface LineKinds {
  leftOut: (row: number) => LeftOutLine | null;
  isReturn: (row: number) => string | null;
}

const mostTexts = 500;

/** The kind of each distinct text of a column, by the words that say it; null where it holds too many different ones to be kinds of lines. */
function kindsIn(column: SourceColumn, wordOf: (text: string) => string): Map<string, LineKind> | null {
  const found = new Map<string, LineKind>();
  for (const content of column.others.values()) {
    if (typeof content !== "string") continue;
    const text = wordOf(content);
    if (found.has(text) || isBlank(text)) continue;
    if (found.size === mostTexts) return null;
    found.set(text, lineKindOf(text));
  }
  for (const [text, kind] of codedKinds([...found.keys()])) found.set(text, kind);
  // A sale on credit is one: only beside debits is a credit what goes back.
  const texts = [...found.keys()];
  if (texts.some((text) => debit.test(text.trim()))) {
    for (const text of texts) if (credit.test(text.trim())) found.set(text, "return");
  }
  return found;
}

/** Kinds of documents by the codes of accounting programs: SAP, Sage. One of them says which codes these are. */
const codes: readonly { sure: string; kinds: Readonly<Record<string, LineKind>> }[] = [
  {
    sure: "F2",
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
    sure: "SI",
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
];

/** Texts that are codes of one program, with what they mean there; none where any text is something else. */
function codedKinds(texts: readonly string[]): (readonly [string, LineKind])[] {
  const coded = codes.find(({ sure, kinds }) => {
    const own = texts.map((text) => text.trim());
    return own.includes(sure) && own.every((text) => text in kinds);
  });
  return coded ? texts.map((text) => [text, coded.kinds[text.trim()]] as const) : [];
}

const debit = /^(?:debit|dr|дебет|дт)\.?$/i;
const credit = /^(?:credit|cr|кредит|кт)\.?$/i;

const billed: readonly LineKind[] = ["invoice", "taxInvoice", "shipment"];
const sales: readonly LineKind[] = [...billed, "deliveryNote", "order", "sale", "won"];

/** Whether a column says how far a sale has come: each of its lines is a sale of its own. */
const isStage = (column: SourceColumn) => stageWords.test(headerWords(String(column.header)));
const stageWords = /(?:^| )(?:status|stage|state|статус|этап|стадия|состояние)(?: |$)/;

/**
 * Why lines of a kind do not count beside those of the other kinds that a column names; null where they do.
 * @param areApart whether each line is a sale of its own, so that none of them is the order or the delivery of another one
 */
function whyLeftOut(
  kind: LineKind,
  said: ReadonlySet<LineKind>,
  areApart: boolean,
): LeftOutLine["why"] | null {
  const isBeside = (...others: readonly LineKind[]) => others.some((other) => said.has(other));
  if (kind === "cancelled") return "cancelled";
  if (said.has("won") && kind !== "won" && kind !== "return") return "open";
  // Without sales beside them payments are what others call sales: of cards and shops.
  if (kind === "purchase" || kind === "offer" || kind === "payment")
    return isBeside(...sales) ? "otherKind" : null;
  if (areApart) return null;
  // One and the same sale is ordered, delivered and invoiced.
  if (kind === "order") return isBeside(...billed, "deliveryNote") ? "otherKind" : null;
  if (kind === "deliveryNote") return isBeside(...billed) ? "otherKind" : null;
  if (kind === "taxInvoice") return isBeside("shipment") ? "otherKind" : null;
  return null;
}

/**
 * Reads columns of types, statuses or stages (reading §7). A pipeline that says which deals were won counts those alone;
 * else lines whose text says cancelled, lost, draft do not count. Beside sales neither do payments, purchases and offers, nor orders beside
 * what was delivered or invoiced; of revenue and cost, of actual and budget only the first do.
 *
 * @param documents column of documents: "Возврат от покупателя 12" says what the line is, too
 * @param clients who ordered: orders of those whom nobody invoices are sales of their own
 */
export function lineKinds(
  columns: readonly SourceColumn[],
  documents: SourceColumn | null,
  clients: SourceColumn,
): LineKinds {
  const types = columns.map((column) => kindsOfTexts(column, clients)).filter((reading) => reading !== null);
  const ofDocuments = documents && kindsOfDocuments(documents);
  const readings = ofDocuments ? [...types, ofDocuments] : types;
  return {
    leftOut: (row) => {
      for (const { column, wordOf, left } of readings) {
        const word = wordOf(textAt(column, row));
        const why = left.get(word);
        if (why) return { why, word: word.trim() };
      }
      return null;
    },
    isReturn: (row) => {
      for (const { column, kinds } of types) {
        const text = textAt(column, row);
        if (kinds.get(text) === "return") return text.trim();
      }
      const document = documents ? textAt(documents, row) : "";
      const words = document === "" ? null : returnWords.exec(document);
      return words && words[0];
    },
  };
}

function textAt(column: SourceColumn, row: number): string {
  const content = column.others.get(row);
  return typeof content === "string" ? content : "";
}

/** Kinds of lines by what a column says in so many words. */
interface KindsRead {
  column: SourceColumn;
  /** The part of a text that says the kind. */
  wordOf: (text: string) => string;
  kinds: ReadonlyMap<string, LineKind>;
  left: ReadonlyMap<string, LeftOutLine["why"]>;
}

function kindsOfTexts(column: SourceColumn, clients: SourceColumn): KindsRead | null {
  const kinds = kindsIn(column, whole);
  if (!kinds) return null;
  const said = new Set(kinds.values());
  const measures = measuresOfLines(column);
  const stages = isStage(column);
  // Among kinds of which none says anything of a document it is beer.
  const isDraftBeer =
    !stages && [...kinds].every(([text, kind]) => kind === null || /^\s*draft\s*$/i.test(text));
  const areOfOthers = ofOtherClients(column, kinds, clients);
  const left = new Map<string, LeftOutLine["why"]>();
  for (const [text, kind] of kinds) {
    const areApart = stages || (isBeforeBill(kind) && areOfOthers(kind));
    const why = measures?.isOther(text) ? "otherKind" : whyLeftOut(kind, said, areApart);
    if (why && !(isDraftBeer && why === "cancelled")) left.set(text, why);
  }
  return { column, wordOf: whole, kinds, left };
}

/** Kinds of lines that others of the same sale follow. */
const isBeforeBill = (kind: LineKind): boolean => kind === "order" || kind === "deliveryNote";

/** Whether lines of a kind are those of clients of whom most have no other lines: web orders beside invoices of the shop's own. */
function ofOtherClients(
  column: SourceColumn,
  kinds: ReadonlyMap<string, LineKind>,
  clients: SourceColumn,
): (kind: LineKind) => boolean {
  const served = new Map<LineKind, Set<string>>();
  for (const [row, content] of column.others) {
    const kind = typeof content === "string" ? (kinds.get(content) ?? null) : null;
    const client = clients.others.get(row) ?? clients.numbers[row];
    if (kind !== null) served.set(kind, (served.get(kind) ?? new Set()).add(String(client)));
  }
  return (kind) => {
    const those = [...(served.get(kind) ?? [])];
    const others = kind === "deliveryNote" ? billed : [...billed, "deliveryNote" as const];
    const both = those.filter((client) => others.some((other) => served.get(other)?.has(client)));
    return 2 * both.length < those.length;
  };
}

/** Documents by the words before their number: `Поступление на расчетный счет 17 от 06.01.2024`. */
function kindsOfDocuments(column: SourceColumn): KindsRead | null {
  const kinds = kindsIn(column, beforeNumber);
  if (!kinds) return null;
  const said = new Set(kinds.values());
  const left = new Map<string, LeftOutLine["why"]>();
  for (const [text, kind] of kinds) {
    // An order may be what a sale is known by.
    if (whyLeftOut(kind, said, true) === "otherKind") left.set(text, "otherKind");
  }
  return left.size > 0 ? { column, wordOf: beforeNumber, kinds, left } : null;
}

const whole = (text: string): string => text;

function beforeNumber(text: string): string {
  const at = text.search(/[\d№#]/);
  return at < 0 ? text : text.slice(0, at);
}

const returnWords = /^\s*(?:возврат|сторно|кредит-?нота|credit (?:memo|note)|refund|return)(?![a-zа-я])/i;
