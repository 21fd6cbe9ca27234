import { total } from "../../analysis";
import { addressOf } from "../list/address";
import { kindNumber, type RowKinds } from "../levels/row-evidence";
import { Problem } from "../problem";
import type { ClientRows } from "./rows/client-rows";
import type { MappedList } from "./mapped-list";
import type { ControlTotal } from "./reading";

/** Part of the stated total by which the rows may miss it: roundings, a cell corrected by hand. */
const tolerance = 0.005;

/**
 * The total that the list itself states beside what was read (reading §1); null where it states none, and where the rows of
 * some currencies were left out on purpose.
 *
 * @throws Problem totalDiffers, unless the user said that the reading is right
 */
export function controlTotal(list: MappedList, rows: ClientRows, kinds: RowKinds): ControlTotal | null {
  if (!kinds.control || list.isConverted) return null;
  const { row, value: stated } = kinds.control;
  const read = total(rows.amount);
  const agrees = Math.abs(stated - read) <= tolerance * Math.max(Math.abs(stated), Math.abs(read));
  const address = addressOfAmount(list, row);
  // What could not be read is told cell by cell; the total then differs by what stands there.
  if (!agrees && !list.choices.acceptTotal && !rows.hasUnread) {
    const groups = addressOfKind(list, kinds, "group");
    throw new Problem({ kind: "totalDiffers", address, stated, read, groups });
  }
  return { address, stated, read, agrees };
}

function addressOfAmount({ source, columns }: MappedList, row: number): string {
  const { column } = columns.one("amount") ?? columns.periods[0] ?? columns.client;
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
