import type { Draws } from "../draws";
import { type Deed, inList, type Making, nothingToDo } from "./another-person";
import type { Notes } from "./notes";
import type { Operation } from "./operations";
import { herWidth, type Scene } from "./scene";
import { columnNamed, listIn, type StandingList } from "./world";

export const deletesOurs = "deletes one of our columns";
export const amidOurs = "inserts a column amid ours";

/** The header of a column of hers amid ours. */
const noted = "Our note";

const wholeColumn = ({ sheet }: StandingList, column: number) =>
  sheet.getRangeByIndexes(0, column, 1_048_576, 1);

const bodyOf = (list: StandingList, column: number) => {
  const [first, last] = [list.rows[0].row, list.rows.at(-1)!.row];
  return list.sheet.getRangeByIndexes(first, column, last - first + 1, 1);
};

/**
 * Something at a column of ours; in the other world, which is told second, at the same column of the sheet.
 * @param act throws where there is nothing to do
 */
const atOurs =
  (name: string, act: (list: StandingList, column: number, isOther: boolean) => void): Making =>
  (draw) => {
    const which = draw.next();
    const known = new WeakMap<Notes, number>();
    return {
      name,
      on: (workbook, notes) => {
        const list = listIn(workbook);
        const column = known.get(notes) ?? list?.own[Math.floor(which * list.own.length)];
        if (!list || column === undefined) throw nothingToDo;
        act(list, column, known.has(notes));
        known.set(notes, column);
      },
    };
  };

/** A column of ours that she deletes from a table is in no other world; of the sheet, it is a blank one there. */
const deletingOurs = atOurs(deletesOurs, (list, column, isOther) => {
  const { table, own, user, left } = list;
  if (!table) wholeColumn(list, column).delete("Left");
  else if (!isOther) {
    // Of a table's last one nobody knows any more where its width has stayed.
    if (own.length < 2) throw nothingToDo;
    // One of hers right of ours keeps a width of ours until the next run.
    if (user.some((each) => each > Math.max(...own))) throw nothingToDo;
    table.columns.getItemAt(column - left).delete();
  }
});

/** A blank column of the sheet amid ours; in a table it is one of hers, which is its last one in the other world. */
const insertingAmidOurs = atOurs(amidOurs, (list, column, isOther) => {
  const { table, sheet, top, left, right, rows, user, own } = list;
  if (!table) {
    wholeColumn(list, column).insert("Right");
    wholeColumn(list, column).clear("Formats");
    wholeColumn(list, column).format.useStandardWidth = true;
    return;
  }
  // Right of ours it would be told by its place, not after all that are hers.
  if (table.columns.getItemOrNullObject(noted) || user.at(-1)! > Math.min(...own)) throw nothingToDo;
  const at = isOther ? right : column;
  table.columns.add(isOther ? null : column - left, undefined, noted);
  sheet.getCell(top, at).clear("Formats");
  const cells = bodyOf(list, at);
  cells.clear("Formats");
  cells.values = rows.map(() => ["called"]);
  // Widths stay where they are: one of ours would be hers.
  const isHers = cells.format.columnWidth === herWidth(at);
  if (!isOther && !isHers) cells.format.useStandardWidth = true;
});

const deeds: readonly Making[] = [
  deletingOurs,
  deletingOurs,
  insertingAmidOurs,
  inList("makes the region a table", () => ({ table, own, sheet, top, left, user, rows }) => {
    // What comes into the table afterwards moves what stands right of it.
    if (table || own.length > 0 || sheet.autoFilter.enabled) throw nothingToDo;
    const columns = user.at(-1)! - left + 1;
    sheet.tables.add(sheet.getRangeByIndexes(top, left, rows.at(-1)!.row - top + 1, columns), true);
  }),
  inList("a cell goes, and those below move up", (draw) => {
    const [header, which] = [draw.pick(["Manager", "Town", "Client"]), draw.next()];
    return (list) => {
      const column = columnNamed(list, header);
      if (list.table || column === undefined) throw nothingToDo;
      const { row } = list.rows[Math.floor(which * list.rows.length)];
      list.sheet.getCell(row, column).delete("Up");
    };
  }),
  inList("pastes amounts over a whole column", (draw, { rows: [headers] }) => {
    const [header, first] = [String(headers.at(-1)), draw.integer(10, 900)];
    return (list) => {
      const column = columnNamed(list, header);
      if (column === undefined) throw nothingToDo;
      const cells = bodyOf(list, column);
      cells.values = cells.values!.map((_, i) => [first * (i + 1) + 0.25]);
    };
  }),
  inList("clears a column of texts", (draw) => {
    const header = draw.pick(["Manager", "Town"]);
    return (list) => {
      const column = columnNamed(list, header);
      if (column === undefined) throw nothingToDo;
      bodyOf(list, column).clear("Contents");
    };
  }),
  inList("hides the sheet of the list", () => ({ sheet }, workbook) => {
    const isOther = workbook.worksheets.items.some(
      (each) => each.name !== sheet.name && each.visibility === "Visible",
    );
    if (!isOther) throw nothingToDo;
    sheet.visibility = "Hidden";
  }),
  inList("hides a column of hers", (draw) => {
    const header = draw.pick(["Manager", "Client", "Code"]);
    return (list) => {
      const column = columnNamed(list, header);
      if (column === undefined) throw nothingToDo;
      list.sheet.getCell(list.top, column).columnHidden = true;
    };
  }),
  inList("draws the table one row longer", () => ({ table, sheet, top, left, right }) => {
    if (!table || table.showTotals) throw nothingToDo;
    const { rows } = table.$record.area;
    const below = sheet.getRangeByIndexes(top + rows, left, 1, right - left + 12).values!;
    if (below.some((row) => row.some((cell) => cell !== ""))) throw nothingToDo;
    table.resize(sheet.getRangeByIndexes(top, left, rows + 1, right - left));
  }),
  inList("deletes the table", () => ({ table, own, user, left, right }) => {
    // What its columns of ours moved to the right would not come back, also that of those that have stayed as hers.
    if (!table || own.length > 0 || user.length < right - left) throw nothingToDo;
    table.delete();
  }),
  inList("clears all cells of the sheet", () => ({ sheet, table }) => {
    if (table) throw nothingToDo;
    sheet.getRange().clear();
  }),
  inList("deletes all rows but two", () => ({ sheet, rows }) => {
    if (rows.length < 4) throw nothingToDo;
    sheet.getRangeByIndexes(rows[2].row, 0, rows.at(-1)!.row - rows[2].row + 1, 16_384).delete("Up");
  }),
];

/** What changes how the list is built: columns and rows that go all at once, a region that becomes a table, a sheet that is hidden. */
export function drawStructuralDeed(draw: Draws, scene: Scene, { name, reports, scores }: Operation): Deed {
  for (;;) {
    const deed = draw.pick(deeds)(draw, scene);
    // Pages of a report and the sample hold tables, so that the next one has another number; for scores a list is chosen of those that are offered.
    const isOther =
      ((reports || scores || name.endsWith("sample")) && deed.name === "makes the region a table") ||
      (scores && deed.name === "hides the sheet of the list");
    if (!isOther) return deed;
  }
}
