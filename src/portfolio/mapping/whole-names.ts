import type { SourceColumn, SourceList } from "../list/source-list";
import { withoutDittos } from "./ditto-marks";
import { partsOfName } from "./headers/parts-of-name";
import type { Mapping } from "./mapping";
import { headerText } from "./proposal/mapping-proposal";

/** The columns whose texts together name the clients: first, last and middle name; null where one column does. */
export function columnsOfWholeNames(list: SourceList, mapping: Mapping): readonly SourceColumn[] | null {
  const client = clientOf(mapping);
  const headers = list.columns.map((column) => headerText(list, column));
  const taken = new Set(mapping.columns.filter(({ role }) => role !== "client").map(({ header }) => header));
  const parts = client === undefined ? null : partsOfName(headers);
  if (!parts?.some((at) => headers[at] === client) || parts.some((at) => taken.has(headers[at]))) return null;
  return parts.map((at) => list.columns[at]);
}

const clientOf = (mapping: Mapping): string | undefined =>
  mapping.columns.find(({ role }) => role === "client")?.header;

/**
 * A list with the whole name of each client in that column: of people whose names stand in two or three of them, and of lines that say by a
 * mark that their client is the one above.
 */
export function withWholeNames(list: SourceList, mapping: Mapping): SourceList {
  const parts = columnsOfWholeNames(list, mapping);
  const client = clientOf(mapping);
  const at = list.columns.findIndex((column) => headerText(list, column) === client);
  if (at < 0) return list;
  const column = parts
    ? { ...list.columns[at], others: wholeNames(list, parts) }
    : withoutDittos(list.columns[at]);
  return column === list.columns[at]
    ? list
    : { ...list, columns: list.columns.map((own, i) => (i === at ? column : own)) };
}

function wholeNames({ rowCount }: SourceList, parts: readonly SourceColumn[]): Map<number, string | boolean> {
  const others = new Map<number, string | boolean>();
  for (let row = 0; row < rowCount; row++) {
    const texts = parts.flatMap((column) => {
      const content = column.others.get(row);
      return typeof content === "string" && content.trim() !== "" ? [content.trim()] : [];
    });
    if (texts.length > 0) others.set(row, texts.join(" "));
  }
  return others;
}
