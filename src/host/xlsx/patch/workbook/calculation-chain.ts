import { TextEdits } from "../../package/text-edits";
import { spanAttribute, spanChildren, spansOf } from "../../package/xml-spans";
import { cellAddress } from "../../vocabulary/address";
import type { FormulaChanges } from "../sheet/patch-cells";

/**
 * The order in which Excel calculates, with the formulas that came and without those that went: an entry for a cell
 * without a formula makes Excel repair the file.
 * @param changes by the number of the sheet (`sheetId`); null for a sheet that is gone
 * @returns null when no formula is left
 */
export function patchedChain(
  text: string,
  changes: ReadonlyMap<number, FormulaChanges | null>,
): string | null {
  const root = spansOf(text);
  const edits = new TextEdits(text);
  const gone = new Map<number, Set<string> | null>();
  for (const [sheet, change] of changes) {
    gone.set(sheet, change && new Set(change.removed.map(({ row, column }) => cellAddress(row, column))));
  }
  const known = new Map<number, Set<string>>();
  let sheet = 0;
  let written = 0;
  let left = 0;
  for (const entry of spanChildren(root, "c")) {
    // An entry without a sheet's number stands on the sheet of the one before it.
    const own = spanAttribute(text, entry, "i");
    sheet = own === undefined ? sheet : Number(own);
    const address = spanAttribute(text, entry, "r") ?? "";
    const away = gone.get(sheet);
    if (away === null || away?.has(address)) {
      edits.remove(entry);
      continue;
    }
    left++;
    const inSheet = known.get(sheet);
    if (inSheet) inSheet.add(address);
    else known.set(sheet, new Set([address]));
    if (own === undefined && written !== sheet) edits.attribute(entry, "i", sheet);
    written = sheet;
  }
  for (const [number, change] of changes) {
    for (const { row, column, array } of change?.added ?? []) {
      const address = cellAddress(row, column);
      if (known.get(number)?.has(address)) continue;
      edits.append(root, `<${root.prefix}c r="${address}" i="${number}"${array ? ' a="1"' : ""}/>`);
      left++;
    }
  }
  return left === 0 ? null : edits.applied();
}
