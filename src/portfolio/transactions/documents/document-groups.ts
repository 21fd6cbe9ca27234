import type { SourceColumn, SourceList } from "../../list/source-list";
import { headerWords } from "../../mapping/headers/header-words";
import { STEP, type Steps } from "../../steps";
import type { LineColumns } from "../transaction-columns";
import { textAt } from "../derived-columns";

/** Headers of columns that tell deals from one another where no column holds document numbers. */
const dealWords =
  /^(?:(?:deal|opportunity|order|invoice|sale)(?: (?:name|no|nr|number|id))?|(?:название |номер |код |id )?(?:сделк[аи]|заказ[а]?)|id|#|№)$/;

/** The lines of each document, or of each client and day where nothing tells documents: rows, in their order. */
export type DocumentGroups = readonly (readonly number[])[];

/** The column that says which document a line belongs to; null where none does. */
export function documentColumnOf(
  { columns: all }: SourceList,
  { document, client, code, date, amount }: LineColumns,
): SourceColumn | null {
  if (document) return document;
  const others: readonly (SourceColumn | null)[] = [client, code, date, amount];
  return (
    all.find((column) => !others.includes(column) && dealWords.test(headerWords(String(column.header)))) ??
    null
  );
}

/**
 * Gathers lines that belong together.
 * @param keys texts that the lines of a group have in common; lines without the first of them belong to none
 * @param isWanted lines that are looked at
 */
export function* groupsOfLinesSteps(
  lineCount: number,
  keys: readonly ((line: number) => string)[],
  isWanted: (line: number) => boolean,
): Steps<DocumentGroups> {
  const groups = new Map<string, number[]>();
  const [first, ...more] = keys;
  for (let line = 0; line < lineCount; line++) {
    if (line % STEP === 0) yield line / lineCount;
    if (!isWanted(line)) continue;
    const own = first(line);
    if (own === "") continue;
    let key = own;
    for (const textOf of more) key += `\n${textOf(line)}`;
    const known = groups.get(key);
    if (known) known.push(line);
    else groups.set(key, [line]);
  }
  return [...groups.values()];
}

/** The texts of columns, to gather the lines of one list by. */
export const textsOf = (columns: readonly SourceColumn[]): ((row: number) => string)[] =>
  columns.map((column) => (row) => textAt(column, row));

/** Those of the documents that are as asked for. */
export function* documentsSteps(
  groups: DocumentGroups,
  isWanted: (rows: readonly number[]) => boolean,
): Steps<DocumentGroups> {
  const found: (readonly number[])[] = [];
  for (const [at, rows] of groups.entries()) {
    if (at % 1000 === 0) yield at / groups.length;
    if (isWanted(rows)) found.push(rows);
  }
  return found;
}
