import type { SourceColumn, SourceList } from "../../list/source-list";
import { headerWords } from "../../mapping/headers/header-words";
import { STEP, type Steps } from "../../steps";
import type { LineColumns } from "../transaction-columns";
import { textAt } from "./derived-columns";

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
 * @param keys columns that the lines of a group have in common; lines without the first of them belong to none
 * @param isWanted rows that are looked at
 */
export function* groupsOfLinesSteps(
  rowCount: number,
  keys: readonly SourceColumn[],
  isWanted: (row: number) => boolean,
): Steps<DocumentGroups> {
  const groups = new Map<string, number[]>();
  for (let row = 0; row < rowCount; row++) {
    if (row % STEP === 0) yield row / rowCount;
    if (!isWanted(row)) continue;
    const [first, ...more] = keys;
    const own = textAt(first, row);
    if (own === "") continue;
    let key = own;
    for (const column of more) key += `\n${textAt(column, row)}`;
    const known = groups.get(key);
    if (known) known.push(row);
    else groups.set(key, [row]);
  }
  return [...groups.values()];
}

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
