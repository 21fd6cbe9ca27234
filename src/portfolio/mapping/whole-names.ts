import type { SourceColumn, SourceList } from "../list/source-list";
import { partsOfName } from "./headers/parts-of-name";
import type { Mapping } from "./mapping";
import { headerText } from "./mapping-proposal";

/** The columns whose texts together name the clients: first, last and middle name; null where one column does. */
export function columnsOfWholeNames(list: SourceList, mapping: Mapping): readonly SourceColumn[] | null {
  const client = mapping.columns.find(({ role }) => role === "client")?.header;
  const headers = list.columns.map((column) => headerText(list, column));
  const taken = new Set(mapping.columns.filter(({ role }) => role !== "client").map(({ header }) => header));
  const parts = client === undefined ? null : partsOfName(headers);
  if (!parts?.some((at) => headers[at] === client) || parts.some((at) => taken.has(headers[at]))) return null;
  return parts.map((at) => list.columns[at]);
}

/** A list of people whose names stand in two or three columns, with the whole name in that of the client. */
export function withWholeNames(list: SourceList, mapping: Mapping): SourceList {
  const parts = columnsOfWholeNames(list, mapping);
  if (!parts) return list;
  const others = new Map<number, string | boolean>();
  for (let row = 0; row < list.rowCount; row++) {
    const texts = parts.flatMap((column) => {
      const content = column.others.get(row);
      return typeof content === "string" && content.trim() !== "" ? [content.trim()] : [];
    });
    if (texts.length > 0) others.set(row, texts.join(" "));
  }
  const client = mapping.columns.find(({ role }) => role === "client")!.header;
  const columns = list.columns.map((column) =>
    headerText(list, column) === client ? { ...column, others } : column,
  );
  return { ...list, columns };
}
