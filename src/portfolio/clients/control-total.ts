import { total } from "../../analysis";
import { addressOf } from "../list/address";
import type { LinesRead } from "../list/lines-read";
import { kindNumber, type RowKinds } from "../levels/row-evidence";
import { Problem } from "../problem";
import type { ClientRows } from "./rows/client-rows";
import type { MappedList } from "./mapped-list";
import type { ControlTotal } from "./reading";
import type { MappedColumn } from "./source-columns";

/** Part of the stated total by which the rows may miss it: roundings, a cell corrected by hand. */
const tolerance = 0.005;

const agree = (stated: number, read: number): boolean =>
  Math.abs(stated - read) <= tolerance * Math.max(Math.abs(stated), Math.abs(read));

/**
 * The total that the list itself states beside what was read (reading §1); null where it states none, and where the rows of
 * some currencies were left out on purpose.
 *
 * @throws Problem totalDiffers, unless the user said that the reading is right
 */
export function controlTotal(list: MappedList, rows: ClientRows, kinds: RowKinds): ControlTotal | null {
  const found = statedTotal(list, rows, kinds);
  if (!found) return null;
  const { address, stated, read } = found;
  const agrees = agree(stated, read);
  if (!agrees && !list.choices.acceptTotal) {
    const groups = list.source.lines ? "" : addressOfKind(list, kinds, "group");
    throw new Problem({ kind: "totalDiffers", address, stated, read, groups });
  }
  return { address, stated, read, agrees };
}

/** The total of the list; where it was added up from lines, that of the lines. */
function statedTotal(list: MappedList, rows: ClientRows, { control }: RowKinds): LinesRead["control"] {
  if (list.source.lines) return list.source.lines.control;
  if (!control || list.isConverted) return null;
  const whole = total(rows.amount);
  const stating = agree(control.value, whole) ? null : statingPeriods(list, control.row);
  return {
    address: addressOfAmount(list, control.row, stating),
    stated: control.value,
    read: stating ? amountsIn(list, rows, stating) : whole,
  };
}

/** The periods of which a row of totals says something, where there are some of which it says nothing; else null. */
function statingPeriods(list: MappedList, row: number): readonly MappedColumn[] | null {
  const { columns } = list;
  if (columns.one("amount")) return null;
  const stating = columns.periods.filter((period) => !Number.isNaN(list.moneyOf(period).numbers[row]));
  return stating.length > 0 && stating.length < columns.periods.length ? stating : null;
}

/** What the rows that count brought in some of the periods. */
function amountsIn(list: MappedList, { counted }: ClientRows, periods: readonly MappedColumn[]): number {
  return total(
    periods.map((period) =>
      total(list.moneyOf(period).numbers.map((amount, row) => (counted[row] && amount) || 0)),
    ),
  );
}

function addressOfAmount(
  { source, columns }: MappedList,
  row: number,
  stating: readonly MappedColumn[] | null,
): string {
  const { column } = columns.one("amount") ?? stating?.[0] ?? columns.periods[0] ?? columns.client;
  return addressOf(source.sheet, source.top + 1 + row, source.left + column.index);
}

/** Address of the first row of a kind; "" where there is none. */
function addressOfKind(
  { source, columns }: MappedList,
  { kind }: RowKinds,
  wanted: "group" | "detail",
): string {
  const row = kind.indexOf(kindNumber[wanted]);
  return row < 0
    ? ""
    : addressOf(source.sheet, source.top + 1 + row, source.left + columns.client.column.index);
}
