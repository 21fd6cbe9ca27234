/** Lists of clients that are added up from lines of documents or from alike sheets: made, remembered, made anew. */
import type { MadeKey } from "../../portfolio";
import { madeListOf, nameOfMadeList } from "../marks/own-names";
import type { ListIdentity } from "../operations";
import type { TableState, WorkbookState } from "../source/workbook-state";

/** What the workbook remembers of a made list, in a setting of its own: JSON. */
export interface MadeRecord {
  version: 1;
  tableId: string;
  /** The lists that it was added up from. */
  origin: readonly ListIdentity[];
  /** Its columns by the identifiers that Excel gives the columns of a table. */
  columns: readonly { key: MadeKey; id: number; header: string }[];
}

/** A made list that stands in the workbook. */
export interface KnownMade {
  number: number;
  record: MadeRecord;
  /** Null when its table is gone. */
  table: TableState | null;
}

export const settingOfMade = (number: number): string => `keyfolio.clients.${number}`;
const settingName = /^keyfolio\.clients\.(\d+)$/;

/**
 * The made lists that the workbook remembers. A table is found by its identifier; after another program has given it a new
 * one, by the mark on its header.
 */
export function knownMade({ settings, ownNames, tables }: WorkbookState): KnownMade[] {
  return [...settings].flatMap(([key, value]) => {
    const match = settingName.exec(key);
    if (!match || !isRecord(value)) return [];
    const number = Number(match[1]);
    const mark = ownNames.find(({ name, scope }) => scope === null && madeListOf(name) === number);
    const onSheet = tables.filter(({ sheet }) => sheet === mark?.cell?.sheet);
    const table =
      onSheet.find(({ id }) => id === value.tableId) ?? (onSheet.length === 1 ? onSheet[0] : null);
    return [{ number, record: value, table }];
  });
}

/** A number that neither a setting nor a name has. */
export function nextNumber({ settings, ownNames }: WorkbookState): number {
  const taken = new Set([...settings.keys(), ...ownNames.map(({ name }) => name.toLowerCase())]);
  let number = 1;
  while (taken.has(settingOfMade(number)) || taken.has(nameOfMadeList(number))) number++;
  return number;
}

function isRecord(value: unknown): value is MadeRecord {
  if (typeof value !== "object" || value === null) return false;
  const { version, tableId, origin, columns } = value as Record<string, unknown>;
  return (
    version === 1 &&
    typeof tableId === "string" &&
    Array.isArray(origin) &&
    origin.length > 0 &&
    origin.every((each: unknown) => typeof (each as ListIdentity | null)?.sheet === "string") &&
    Array.isArray(columns) &&
    columns.every((each: unknown) => typeof (each as { key?: unknown } | null)?.key === "string")
  );
}
