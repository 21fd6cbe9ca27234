import { columnIndex } from "../list/address";
import type { SourceList } from "../list/source-list";
import { Problem } from "../problem";
import type { Mapping, Role } from "./mapping";
import { isSingleRole } from "./mapping-json";
import { headerText } from "./proposal/mapping-proposal";

/** A column that somebody named for a role: a header of the list as it stands there, or letters of a column of the sheet. */
export interface NamedColumn {
  role: Role;
  column: string;
}

/**
 * Finds named columns in a list. A header comes before letters, and one that differs in case only is taken where it is the
 * only one.
 *
 * @throws Problem unknownColumn
 */
export function namedColumns(list: SourceList, named: readonly NamedColumn[]): Mapping["columns"] {
  const headers = list.columns.map((column) => headerText(list, column));
  return named.map(({ role, column }) => {
    const header = headerOf(list, headers, column.trim());
    if (header === null) throw new Problem({ kind: "unknownColumn", column, headers });
    return { header, role };
  });
}

function headerOf(list: SourceList, headers: readonly string[], named: string): string | null {
  if (headers.includes(named)) return named;
  const folded = named.toLowerCase();
  const alike = headers.filter((header) => header.toLowerCase() === folded);
  if (alike.length === 1) return alike[0];
  if (!/^[a-z]{1,3}$/i.test(named)) return null;
  const at = list.columns.findIndex(({ index }) => list.left + index === columnIndex(named));
  return at < 0 ? null : headers[at];
}

/** A mapping in which columns mean what somebody said; a role that one column can have is taken from the one that had it. */
export function withNamedColumns(mapping: Mapping, named: Mapping["columns"]): Mapping {
  const headers = new Set(named.map(({ header }) => header));
  const single = new Set(named.map(({ role }) => role).filter(isSingleRole));
  const kept = mapping.columns.filter(({ header, role }) => !headers.has(header) && !single.has(role));
  return { ...mapping, columns: [...kept, ...named] };
}
