import { columnLetters } from "../list/address";
import { cellInRow, type SourceList } from "../list/source-list";
import { headerWords } from "./headers/header-words";
import { headerText } from "./proposal/mapping-proposal";

/** Versions of a plan whose rows all count, by the column that says which they are of. */
export interface CountedVersions {
  header: string;
  letters: string;
  versions: readonly string[];
}

const saysVersion =
  /^(?:(?:data|plan|budget) )?(?:version|scenario|верси[яи]|сценари[йи])(?: (?:плана|бюджета))?$/;
const mostVersions = 6;

/**
 * What a column of versions says of rows that all count: of `0` and `1` nobody but the user knows which is the actual one. Null where
 * there is none, or one version only.
 *
 * @param counts whether the money of a row counts
 */
export function countedVersionsOf(
  list: SourceList,
  counts: (row: number) => boolean,
): CountedVersions | null {
  for (const column of list.columns) {
    const header = headerText(list, column);
    if (!saysVersion.test(headerWords(header))) continue;
    const versions = new Set<string>();
    for (let row = 0; row < list.rowCount && versions.size <= mostVersions; row++) {
      const text = counts(row) ? String(cellInRow(column, row)).trim() : "";
      if (text !== "") versions.add(text);
    }
    if (versions.size > 1 && versions.size <= mostVersions)
      return { header, letters: columnLetters(list.left + column.index), versions: [...versions] };
  }
  return null;
}
