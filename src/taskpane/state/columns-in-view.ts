import { addressOf, type Mapping, type SourceList } from "../../portfolio";
import { isUsable, type ListIdentity, type ListReading } from "../../workbook";

/** The columns that the user sees and gives a meaning to, and the list for which that is kept. */
export interface ColumnsInView {
  list: SourceList;
  mapping: Mapping | null;
  /** A1 address with sheet, header included. */
  address: string;
  identity: ListIdentity;
}

/** Of lines of documents: their own columns, not those of the list of clients that they are added up to. */
export function columnsInView(reading: ListReading): ColumnsInView {
  const { list, mapping, lines, identity, address } = reading;
  return lines && isOfLines(reading)
    ? {
        list: lines.list,
        mapping: lines.mapping,
        identity: lines.identity,
        address: addressOfList(lines.list),
      }
    : { list, mapping, identity, address };
}

/** The list of clients, and what its columns mean when those in view mean this. */
export function clientsInView(
  reading: ListReading,
  inView: Mapping | null,
): Pick<ColumnsInView, "list" | "mapping"> {
  if (!isOfLines(reading)) return { list: reading.list, mapping: inView };
  // The lines were added up by what their columns mean; by a meaning that no run could use, they are not.
  return inView && !isUsable(inView)
    ? { list: reading.lines!.list, mapping: inView }
    : { list: reading.list, mapping: reading.mapping };
}

function addressOfList({ sheet, top, left, rowCount, columns }: SourceList): string {
  return addressOf(sheet, top, left, rowCount + 1, (columns.at(-1)?.index ?? 0) + 1);
}

/** Whether the list that was chosen holds lines, and is not the list of clients that was made of them. */
export function isOfLines({ reference, lines }: ListReading): boolean {
  if (!lines) return false;
  return lines.identity.sheetId === reference.sheetId && lines.identity.tableId === reference.tableId;
}
