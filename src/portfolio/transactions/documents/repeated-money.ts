/** The money of a whole document that stands on each of its lines. */
import type { SourceColumn, SourceList } from "../../list/source-list";
import { headerWords } from "../../mapping/headers/header-words";
import { type Steps, within } from "../../steps";
import type { LineColumns } from "../transaction-columns";
import { textAt } from "../derived-columns";
import {
  type DocumentGroups,
  documentColumnOf,
  documentsSteps,
  groupsOfLinesSteps,
  textsOf,
} from "./document-groups";
import { isRowNumberHeader } from "./row-number-header";

/** Lines whose amount stands on another line of their document already. */
export interface RepeatedMoney {
  /** For each line the row whose amount it repeats; −1 for all others. */
  repeats: Int32Array;
  /** Whether it is certain that the amount is that of the whole document: then it counts once. */
  isCertain: boolean;
}

/** Part of the documents of several lines that must have one amount. */
const nearlyAll = 0.95;
/** Different amounts of documents that tell a rule from chance; fewer will do where all signs agree. */
const enough = 5;
const enoughWithAllSigns = 3;

const documentNoun = "invoice|order|document|doc|deal|opportunity|bill|receipt|voucher|quote|contract";
const documentGenitive =
  "документ[ау]|заказ[ау]|сделк[аеи]|счет[ау]|накладной|чек[ау]|реализации|договор[ау]|упд";
/** `Invoice Amount`, `Total of the order`, «Сумма по документу». */
const ofDocument = new RegExp(
  `(?:^| )(?:${documentNoun}) (?:net |gross |grand )?(?:amount|total|value|sum|revenue)|` +
    `(?:amount|total|value|sum) (?:of |per )?(?:the )?(?:${documentNoun})(?: |$)|` +
    `(?:сумма|итого?|стоимость|бюджет|всего) (?:по )?(?:${documentGenitive})(?: |$)`,
);

/**
 * Finds amounts that stand once more on each line of their document, though the lines are of different goods or people: `Order Total`
 * beside each article. The amount is that of the document where its header says so, or where quantities or prices differ and it does not.
 *
 * @param counts whether a row is a line that counts
 * @returns null where amounts are those of lines
 */
export function* repeatedMoneySteps(
  list: SourceList,
  columns: LineColumns,
  amounts: Float64Array,
  counts: (row: number) => boolean,
): Steps<RepeatedMoney | null> {
  const document = documentColumnOf(list, columns);
  const { client, date, amount } = columns;
  if (!document || !amount || !date || list.rowCount < 2) return null;
  const keys = [document, client, date];
  const isWanted = (row: number) => counts(row) && amounts[row] !== 0;
  const groups = yield* within(0, 0.7, groupsOfLinesSteps(list.rowCount, textsOf(keys), isWanted));
  const several = yield* documentsSteps(groups, ({ length }) => length > 1);
  const same = yield* documentsSteps(several, ([first, ...rest]) =>
    rest.every((row) => amounts[row] === amounts[first]),
  );
  const isNamed = ofDocument.test(headerWords(String(amount.header)));
  if (same.length < (isNamed ? 1 : enoughWithAllSigns) || same.length < nearlyAll * several.length)
    return null;
  yield 0.8;
  const others = list.columns.filter(
    (column) => column !== amount && !keys.includes(column) && !isRowNumberHeader(String(column.header)),
  );
  const repeated = yield* documentsSteps(same, (rows) => others.some((column) => differs(column, rows)));
  const distinct = new Set(repeated.map(([first]) => amounts[first])).size;
  yield 0.9;
  const isOther = quantitiesDiffer(columns, repeated);
  yield 0.95;
  // Lines of a price list may well be alike: they are many, but of few amounts.
  const isManifold = distinct >= enough && 2 * distinct >= repeated.length;
  const isCertain = isNamed ? distinct >= (isOther ? enoughWithAllSigns : enough) : isOther && isManifold;
  if (repeated.length === 0 || !(isNamed || isManifold)) return null;
  const repeats = new Int32Array(list.rowCount).fill(-1);
  for (const [first, ...rest] of repeated) for (const row of rest) repeats[row] = first;
  return { repeats, isCertain };
}

const differs = (column: SourceColumn, [first, ...rest]: readonly number[]): boolean => {
  const own = textAt(column, first);
  return rest.some((row) => textAt(column, row) !== own);
};

/** Whether lines of most documents are of different quantities or prices, whose product no one amount can be. */
function quantitiesDiffer({ quantity, price }: LineColumns, documents: DocumentGroups): boolean {
  const measured = [quantity, price].filter((column) => column !== null);
  const product = (row: number) => measured.reduce((of, { numbers }) => of * numbers[row], 1);
  const differing = documents.filter(([first, ...rest]) =>
    rest.some((row) => Math.abs(product(row) - product(first)) > 0.01 * Math.abs(product(first))),
  );
  return measured.length > 0 && 2 * differing.length > documents.length;
}
