import { isBlank } from "../../list/number-column";
import type { SourceColumn } from "../../list/source-list";
import { headerWords } from "../../mapping/headers/header-words";
import { measuresOfLines } from "../../mapping/measure-rows";
import { codedKinds, creditsIn, rebatesIn, saysSides } from "./kind-codes";
import { areOfOrders, isGivenBack, isWaiting, type LineKind, lineKindOf, stageKindOf } from "./kind-of-text";
import { flagsOf, type LineFlags } from "./line-flags";
import { taxTexts } from "./tax-lines";
import type { LineColumns } from "../transaction-columns";

/** Why a line does not count, with the words that say it. */
export interface LeftOutLine {
  why: "cancelled" | "open" | "otherKind";
  word: string;
  /** A sale that was given back does not count; what was paid back for it, a negative amount, does. */
  unlessNegative?: boolean;
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
  const texts = [...found.keys()];
  for (const [text, kind] of codedKinds(texts)) found.set(text, kind);
  const hasInvoices = [...found.values()].includes("invoice");
  if (billed.some((kind) => [...found.values()].includes(kind)))
    for (const text of rebatesIn(texts)) found.set(text, "return");
  const bySide = saysSides(headerWords(String(column.header)));
  for (const text of creditsIn(texts, { saysSides: bySide, hasInvoices })) found.set(text, "return");
  return found;
}

const billed: readonly LineKind[] = ["invoice", "taxInvoice", "shipment"];
const sales: readonly LineKind[] = [...billed, "deliveryNote", "order", "sale", "won"];

/** Whether a column says how far a sale has come: each of its lines is a sale of its own. */
export const isStage = (column: SourceColumn): boolean => stageWords.test(headerWords(String(column.header)));
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
  if (kind === "purchase" || kind === "offer" || kind === "payment" || kind === "noSale")
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
 * @param columns those of the kinds, and of the documents: "Возврат от покупателя 12" says what the line is, too; the clients say who
 * ordered: orders of those whom nobody invoices are sales of their own
 */
export function lineKinds(columns: LineColumns): LineKinds {
  const { kinds: saying, document: documents, amount: amounts, client, returns } = columns;
  const areNet = returns !== null;
  const types = saying
    .map((column) => kindsOfTexts(column, { client, documents, amounts, areNet }))
    .filter((reading) => reading !== null);
  const ofDocuments = documents && kindsOfDocuments(documents);
  const readings = ofDocuments ? [...types, ofDocuments] : types;
  const flags = columns.flags.map(flagsOf).filter((flag) => flag !== null);
  return {
    leftOut: (row) => {
      for (const { column, wordOf, left, back } of readings) {
        const word = wordOf(textAt(column, row));
        const why = left.get(word);
        if (why) return { why, word: word.trim(), unlessNegative: back.has(word) };
      }
      return leftOutByFlag(flags, row);
    },
    isReturn: (row) => {
      for (const { column, wordOf, kinds } of readings) {
        const text = wordOf(textAt(column, row));
        if (kinds.get(text) === "return")
          return ofDocuments?.column === column ? shortWord(text) : text.trim();
      }
      const document = documents ? textAt(documents, row) : "";
      const words = document === "" ? null : returnWords.exec(document);
      if (words) return words[0];
      return flags.find(({ says, isYes }) => says === "return" && isYes(row))?.word ?? null;
    },
  };
}

const shortWord = (text: string): string => text.replace(/[^\p{L}\d)]+$/u, "").trim();

function leftOutByFlag(flags: readonly LineFlags[], row: number): LeftOutLine | null {
  for (const { says, word, isYes, isNo, wordOfNo } of flags) {
    if ((says === "cancelled" || says === "givenBack") && isYes(row))
      return { why: "cancelled", word, unlessNegative: says === "givenBack" };
    if (says === "posted" && isNo(row)) return { why: "cancelled", word: wordOfNo(row) };
    if (says === "likely" && isNo(row)) return { why: "cancelled", word: wordOfNo(row) };
    if (says === "likely" && !isYes(row)) return { why: "open", word: wordOfNo(row) };
    if (says === "won" && isNo(row)) return { why: "open", word: wordOfNo(row) };
  }
  return null;
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
  /** Texts of sales that were given back. */
  back: ReadonlySet<string>;
}

const nothing: ReadonlySet<string> = new Set();

/** What else tells the kinds of a column. */
interface KindContext {
  client: SourceColumn;
  documents: SourceColumn | null;
  amounts: SourceColumn | null;
  /** Whether a column of its own takes off what went back. */
  areNet: boolean;
}

function kindsOfTexts(
  column: SourceColumn,
  { client, documents, amounts, areNet }: KindContext,
): KindsRead | null {
  const kinds = kindsIn(column, whole);
  if (!kinds) return null;
  if (documents) for (const text of creditInitials(column, kinds, documents)) kinds.set(text, "return");
  const stages = isStage(column);
  const back = stages ? new Set([...kinds.keys()].filter(isGivenBack)) : nothing;
  if (areNet) for (const text of back) kinds.set(text, null);
  const said = new Set(kinds.values());
  const measures = measuresOfLines(column);
  // Among kinds of which none says anything of a document it is beer.
  const isDraftBeer =
    !stages && [...kinds].every(([text, kind]) => kind === null || /^\s*draft\s*$/i.test(text));
  const areOfOthers = ofOtherClients(column, kinds, client);
  const byStage = stages ? leftOutStages(kinds) : new Map<string, LeftOutLine["why"]>();
  const left = new Map<string, LeftOutLine["why"]>();
  for (const [text, kind] of kinds) {
    const areApart = stages || (isBeforeBill(kind) && areOfOthers(kind));
    const why = measures?.isOther(text)
      ? "otherKind"
      : (whyLeftOut(kind, said, areApart) ?? (areNet && back.has(text) ? null : byStage.get(text)));
    if (why && !(isDraftBeer && why === "cancelled")) left.set(text, why);
  }
  for (const text of taxTexts([...kinds.keys()], column, { documents, amounts })) left.set(text, "otherKind");
  return { column, wordOf: whole, kinds, left, back };
}

/** Stages of sales that came to nothing, and of offers beside sales that were made. */
function leftOutStages(kinds: ReadonlyMap<string, LineKind>): Map<string, LeftOutLine["why"]> {
  const texts = [...kinds.keys()];
  const areMade = texts.some((text) => stageKindOf(text) === "done");
  const areOrders = areOfOrders(texts);
  const left = new Map<string, LeftOutLine["why"]>();
  for (const text of texts) {
    const stage = stageKindOf(text);
    if (stage === "cancelled") left.set(text, "cancelled");
    else if (areOrders && isWaiting(text)) left.set(text, "open");
    else if (areMade && (stage === "offer" || kinds.get(text) === "offer")) left.set(text, "open");
  }
  return left;
}

/** `C` beside `I` is a credit note where the numbers of its documents say so too: elsewhere these are companies and individuals. */
function creditInitials(
  column: SourceColumn,
  kinds: ReadonlyMap<string, LineKind>,
  documents: SourceColumn,
): readonly string[] {
  const texts = [...kinds.keys()];
  if (texts.length !== 2 || !texts.every((text) => /^\s*[ic]\s*$/i.test(text))) return [];
  const agree = [...column.others].every(
    ([row, content]) =>
      typeof content !== "string" ||
      isBlank(content) ||
      textAt(documents, row).trim().toLowerCase().startsWith(content.trim().toLowerCase()),
  );
  return agree ? texts.filter((text) => /c/i.test(text)) : [];
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
  const areSales = billed.some((kind) => said.has(kind));
  const returns = areSales ? new Map([...kinds].filter(([, kind]) => kind === "return")) : new Map();
  return left.size > 0 || returns.size > 0
    ? { column, wordOf: beforeNumber, kinds: returns, left, back: nothing }
    : null;
}

const whole = (text: string): string => text;

function beforeNumber(text: string): string {
  const at = text.search(/[\d№#]/);
  return at < 0 ? text : text.slice(0, at);
}

const returnWords = /^\s*(?:возврат|сторно|кредит-?нота|credit (?:memo|note)|refund|return)(?![a-zа-я])/i;
