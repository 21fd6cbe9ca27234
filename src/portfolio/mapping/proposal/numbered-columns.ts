import { columnLetters } from "../../list/address";
import type { SourceColumn, SourceList } from "../../list/source-list";
import type { Alternative, Doubt } from "../doubt";

/** Fewer columns than this are no row of periods. */
const fewest = 3;

/** Whether a header is nothing but a number that a period may have: 1 … 99. */
export const isBareNumber = ({ header }: SourceColumn): boolean => /^[1-9]\d?$/.test(String(header).trim());

/**
 * Where the columns that may be the revenue are headed 1, 2, 3 …, all of them together may be months, which comes first. Only
 * the user can know: the numbers may as well be branches.
 * @param headers what mappings call the columns of the list
 */
export function withMonths(doubt: Doubt, list: SourceList, headers: readonly string[]): Doubt {
  const rivals = new Set(doubt.alternatives.map(({ header }) => header));
  const at = headers.flatMap((header, i) => (rivals.has(header) ? [i] : []));
  const columns = at.map((i) => list.columns[i]);
  const isNumbered = columns.every((column, i) => isBareNumber(column) && Number(column.header) === i + 1);
  if (doubt.decided || at.length < fewest || !isNumbered) return doubt;
  const letters = columns.map(({ index }) => columnLetters(list.left + index));
  const others = doubt.alternatives[0].choice.mapping!.columns.filter(({ role }) => role !== "amount");
  const together: Alternative = {
    label: `${headers[at[0]]} – ${headers[at[at.length - 1]]}`,
    column: `${letters[0]}–${letters[letters.length - 1]}`,
    months: letters,
    choice: {
      mapping: {
        version: 1,
        columns: [...others, ...at.map((i) => ({ header: headers[i], role: "period" as const }))],
      },
    },
  };
  return { ...doubt, alternatives: [together, ...doubt.alternatives] };
}
