import { rowKinds } from "../levels/row-evidence";
import { addressOf, columnLetters } from "../list/address";
import { unsureAmountOf } from "../list/number-separator";
import type { UnsureAmount } from "../list/number-text";
import type { SourceColumn } from "../list/source-list";
import { type CountedVersions, countedVersionsOf } from "../mapping/counted-versions";
import type { Doubt } from "../mapping/doubt";
import type { Role } from "../mapping/mapping";
import { headerText, moneyColumns } from "../mapping/proposal/mapping-proposal";
import { type OwnGroup, ownGroupOf } from "../mapping/own-group";
import { columnsOfWholeNames } from "../mapping/whole-names";
import type { ReadAmounts } from "./amount-columns";
import type { ClientRows } from "./rows/client-rows";
import { differingTotals } from "./differing-totals";
import { expectedBy } from "./expected-figures";
import type { MappedList } from "./mapped-list";
import { orderOf } from "../periods/period-order";
import { holdsMoney, type MappedColumn, type MappedPeriod } from "./source-columns";

/** A column of the list as a reader finds it again: its header and its letters on the sheet. */
export interface ReadColumn {
  header: string;
  letters: string;
}

/** Rows that are no client's, by what they are. */
export const leftOutKinds = [
  "total",
  "group",
  "detail",
  "count",
  "measure",
  "header",
  "unread",
  "otherCurrency",
] as const;
export type LeftOutKind = (typeof leftOutKinds)[number];

/** How a list was read, in facts: what the reading line and the JSON say (reading §1). */
export interface Reading {
  /** A1 without its sheet, header included. */
  range: string;
  client: ReadColumn;
  code: ReadColumn | null;
  /** The column of amounts; null where the periods are added up. */
  revenue: ReadColumn | null;
  /** The other columns that were used, by role; periods and the columns above apart. */
  others: readonly (ReadColumn & { role: Role })[];
  /** Rows of the body that hold anything. */
  rows: number;
  /** Those of them that are a client's. */
  clientRows: number;
  /** Rows with money and without a client; they count in the total. */
  withoutClient: number;
  leftOut: readonly { kind: LeftOutKind; rows: number }[];
  /** How the periods that count stand on the sheet. */
  periodOrder: {
    /** Whether they were brought in order of time. */
    sorted: boolean;
    /** Periods without a column between the first and the last. */
    missing: number;
  };
  /** Columns of periods that are not over yet: their money does not count. */
  unfinished: readonly ReadColumn[];
  /** Columns that hold money too and were not used. */
  notUsed: readonly ReadColumn[];
  /** Rows of clients that name no currency beside others that do: they count as if in that one. Null where there are none. */
  withoutCurrency: { rows: number; currency: string } | null;
  /** Clients that are companies of one's own group, as a column says; null where none does. */
  ownGroup: OwnGroup | null;
  /** Versions of a plan whose rows all count, as a column says; null where none does. */
  versions: CountedVersions | null;
  /** An amount whose sign may divide decimals or thousands, as it stands and as it was read; null where the list itself tells. */
  unsureAmount: UnsureAmount | null;
  /** The list's own total beside what was read; null where it has none. */
  control: ControlTotal | null;
  /** Addresses of other lists of the workbook that look alike and were not read. */
  notRead: readonly string[];
  /** What says of its money that it is planned and not sold: a title, the name of the sheet; null where nothing does. */
  expected: string | null;
  /** What had more than one meaning and was decided by its evidence. */
  doubts: readonly Doubt[];
}

/** A grand total that the list itself states. */
export interface ControlTotal {
  /** Address of the cell, with its sheet. */
  address: string;
  stated: number;
  /** Sum of what was read: clients and money without a client. */
  read: number;
  /** Whether the two differ by no more than half a per cent. */
  agrees: boolean;
}

const shownApart: ReadonlySet<Role> = new Set(["client", "code", "amount", "period"]);

export function columnRead(list: MappedList, { header, column }: MappedColumn): ReadColumn {
  return { header, letters: lettersOf(list, column) };
}

const lettersOf = ({ source }: MappedList, column: SourceColumn): string =>
  columnLetters(source.left + column.index);

/**
 * Gathers how a list was read.
 * @param leftOut rows that are no client's, by kind
 */
export function readingOf(
  list: MappedList,
  { client, amount, unnamed }: ClientRows,
  leftOut: Readonly<Partial<Record<LeftOutKind, number>>>,
  control: ControlTotal | null,
  doubts: readonly Doubt[],
): Reading {
  const { source, columns, rowCount } = list;
  const read = (mapped: MappedColumn | null) => mapped && columnRead(list, mapped);
  const parts = columnsOfWholeNames(source, { version: 1, columns: columns.mapped });
  // What went back in all periods together is of none of them.
  const unused = columns.one("amount") ? [] : columns.all("returns");
  const used = new Set(columns.mapped.map(({ column }) => column.index));
  const differing = differingTotals(columns, (period) => list.moneyOf(period).numbers);
  // What has come to touch the list, below no header, is not the list's.
  const last = source.columns.findLast(({ index, header }) => header !== "" || used.has(index));
  const address = addressOf(source.sheet, source.top, source.left, rowCount + 1, (last?.index ?? 0) + 1);
  const clientRows = client.reduce((count, of) => count + (of >= 0 ? 1 : 0), 0);
  const withoutClient = unnamed.reduce(
    (count, of, row) => count + (of === 0 && amount[row] !== 0 ? 1 : 0),
    0,
  );
  const kinds = leftOutKinds.flatMap((kind) => {
    const rows = leftOut[kind] ?? 0;
    return rows > 0 ? [{ kind, rows }] : [];
  });
  return {
    range: address.slice(address.lastIndexOf("!") + 1),
    client: {
      ...columnRead(list, columns.client),
      ...(parts && { header: parts.map((column) => headerText(source, column)).join(" + ") }),
    },
    code: read(columns.one("code")),
    revenue: read(columns.one("amount")),
    others: columns.mapped
      .filter((mapped) => !shownApart.has(mapped.role) && !unused.includes(mapped))
      .map((mapped) => ({ role: mapped.role, ...columnRead(list, mapped) })),
    rows: clientRows + withoutClient + kinds.reduce((sum, { rows }) => sum + rows, 0),
    clientRows,
    withoutClient,
    leftOut: kinds,
    periodOrder: periodOrderOf(columns.periods),
    unfinished: columns.incomplete.filter(holdsMoney).map((period) => columnRead(list, period)),
    // Of a list that was added up from lines it is their money that was not used.
    notUsed:
      source.lines?.notUsed ??
      [
        ...unused,
        ...columns.otherLength,
        ...differing,
        ...moneyColumns(source, { version: 1, columns: columns.mapped }),
      ]
        .sort((one, other) => one.column.index - other.column.index)
        .map((column) => columnRead(list, column)),
    withoutCurrency: withoutCurrencyOf(list, client, amount),
    ownGroup: ownGroupOf(source, (row) => client[row] >= 0),
    versions: countedVersionsOf(source, (row) => client[row] >= 0 && amount[row] !== 0),
    unsureAmount: unsureAmountOf(
      source,
      columns.mapped.flatMap(({ role, column }) => (role === "amount" || role === "period" ? [column] : [])),
    ),
    control,
    notRead: source.notRead ?? [],
    expected: expectedBy(
      source,
      columns.mapped.flatMap(({ role, header }) => (role === "amount" || role === "period" ? [header] : [])),
    ),
    doubts,
  };
}

function withoutCurrencyOf(
  { unnamedCurrency }: MappedList,
  client: Int32Array,
  amount: Float64Array,
): Reading["withoutCurrency"] {
  if (!unnamedCurrency) return null;
  const { isUnnamed, currency } = unnamedCurrency;
  const rows = client.reduce(
    (count, of, row) => count + (of >= 0 && amount[row] !== 0 && isUnnamed(row) ? 1 : 0),
    0,
  );
  return rows > 0 ? { rows, currency } : null;
}

function periodOrderOf(periods: readonly MappedPeriod[]): Reading["periodOrder"] {
  const onSheet = [...periods].sort((a, b) => a.column.index - b.column.index);
  const { direction, missing } = orderOf(onSheet.map(({ period }) => period));
  return { sorted: direction !== "onward", missing };
}

/** Counts the rows that are no client's, by kind. */
export function leftOutOf(
  list: MappedList,
  { unread }: Pick<ReadAmounts, "unread">,
  { kind: kinds }: ClientRows,
): Partial<Record<LeftOutKind, number>> {
  const counts: Partial<Record<LeftOutKind, number>> = {};
  const count = (kind: LeftOutKind) => (counts[kind] = (counts[kind] ?? 0) + 1);
  for (let row = 0; row < list.rowCount; row++) {
    const kind = rowKinds[kinds[row]];
    if (kind === "client" || kind === "unnamed") {
      if (unread.has(row)) count("unread");
      else if (!list.isInCurrency(row)) count("otherCurrency");
    } else if (kind !== "blank") count(kind);
  }
  return counts;
}
