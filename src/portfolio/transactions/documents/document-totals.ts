/** Lines that hold the sum of the other lines of their document. */
import type { SourceColumn, SourceList } from "../../list/source-list";
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

/** Documents that must show it, and the part of those that could. */
const enough = 3;
const enoughPairs = 5;
const nearlyAll = 0.9;
/** Sums of rounded lines may miss their total by a cent, but by no part of it that matters. */
const cent = 0.011;
const mostPart = 0.005;
/** What a total line says of itself beside lines that say the contrary, or nothing. */
const totalMark = /^(?:\*|x|y|yes|true|t|1|да|истина|main|main line|header|total|итого?)$/i;
const lineMark = /^(?:[-–—]|n|no|false|f|0|нет|ложь|lines?|items?|details?)?$/i;

/**
 * Finds the total lines of documents whose lines stand beside them: the main line of a NetSuite search, the row of a document above those
 * of its goods. In nearly all documents of three lines and more one line is the sum of the others, the first of each or the last; of two
 * lines the one without an article is, where the other has one.
 *
 * @param isSale whether a row may be a line of a sale: an invoice is the sum of its payments, too, and is no total of them
 * @returns rows of totals; none where amounts are those of lines
 */
export function* documentTotalsSteps(
  list: SourceList,
  columns: LineColumns,
  amounts: Float64Array,
  isSale: (row: number) => boolean,
): Steps<readonly number[]> {
  const { client, date, amount } = columns;
  if (!date || !amount) return [];
  const document = documentColumnOf(list, columns);
  const keys = document ? [document, client] : [client, date];
  const isWanted = (row: number) => !Number.isNaN(amounts[row]) && isSale(row);
  const groups = yield* within(0, 0.8, groupsOfLinesSteps(list.rowCount, textsOf(keys), isWanted));
  const several = yield* documentsSteps(groups, ({ length }) => length > 1);
  const longer = several.filter(({ length }) => length > 2);
  const marking = list.columns.filter(
    (column) => column !== amount && column !== client && column !== date && column !== document,
  );
  for (const place of ["first", "last"] as const) {
    const sums = (rows: readonly number[]) => isSumOfOthers(rows, at(rows, place), amounts);
    const held = yield* documentsSteps(longer, sums);
    const isShown = held.length >= enough && held.length >= nearlyAll * longer.length;
    const known = isShown ? held : longer.length < enough ? yield* documentsSteps(several, sums) : [];
    const marks: ((rows: readonly number[]) => boolean)[] = [];
    for (const column of marking) {
      yield 0.9;
      const mark = markOf(column, known, place);
      if (mark) marks.push(mark);
    }
    const arePairs = known.length >= enoughPairs && known.length >= nearlyAll * several.length;
    if (!isShown && !(arePairs && marks.length > 0)) continue;
    const isMarked = (rows: readonly number[]) => marks.some((mark) => mark(rows));
    const ofSums = yield* documentsSteps(several, (rows) => sums(rows) || isMarked(rows));
    return ofSums.map((rows) => at(rows, place));
  }
  return [];
}

type Place = "first" | "last";

const at = (rows: readonly number[], place: Place): number =>
  place === "first" ? rows[0] : rows[rows.length - 1];

function isSumOfOthers(rows: readonly number[], of: number, amounts: Float64Array): boolean {
  let others = 0;
  for (const row of rows) if (row !== of) others += amounts[row];
  const size = Math.abs(amounts[of]);
  return size > 0 && Math.abs(amounts[of] - others) <= Math.min(cent, mostPart * size);
}

/**
 * What tells the total line of each document from its other lines in a column: a blank cell beside articles, a `*`, a `Yes` that no other
 * line has. Null where the column tells none.
 */
function markOf(
  column: SourceColumn,
  known: DocumentGroups,
  place: Place,
): ((rows: readonly number[]) => boolean) | null {
  if (known.length === 0) return null;
  const mark = textAt(column, at(known[0], place));
  // Below the first line of a document what is of the whole document is left blank, too.
  if (mark === "" ? place === "last" : !totalMark.test(mark)) return null;
  const isMarked = (rows: readonly number[]) => {
    const total = at(rows, place);
    const isOther = (text: string) => (mark === "" ? text !== "" : lineMark.test(text));
    return rows.every((row) => (row === total ? textAt(column, row) === mark : isOther(textAt(column, row))));
  };
  return known.every(isMarked) ? isMarked : null;
}
