import { sortRows } from "../../src/host/model/sheet/sort-rows";
import { Draws } from "../draws";
import { type Deed, inList, type Making, nothingToDo } from "./another-person";
import { drawBeside, drawInterleaving, type Interleaving } from "./people";
import { noFormatsBeside, type Scene } from "./scene";
import { besideList, columnNamed, listIn, type StandingList } from "./world";

/** Ours beyond a blank column do not move with the list, nor does what she has typed between or beside the columns. */
function requireWhole({ sheet, left, right, user, own }: StandingList): void {
  const isOf = (column: number) => user.includes(column) || own.includes(column);
  const columns = Array.from({ length: right - left }, (_, i) => left + i);
  const used = sheet.getUsedRangeOrNullObject(true)?.values ?? [];
  if (
    ![...own, ...columns].every((column) => isOf(column) && column < right) ||
    used.some((row) => row.includes(besideList))
  )
    throw nothingToDo;
}

const anotherCode = "K-555";

const deeds: readonly Making[] = [
  inList("sorts the list as Excel does", (draw) => {
    const [by, ascending] = [draw.pick(["Client", "Manager", "Code"]), draw.chance(0.5)];
    return (list) => {
      const column = columnNamed(list, by);
      if (column === undefined) throw nothingToDo;
      requireWhole(list);
      const [{ row }, rows] = [list.rows[0], list.rows.at(-1)!.row - list.rows[0].row + 1];
      const area = { row, column: list.left, rows, columns: list.right - list.left };
      sortRows(list.sheet.$state, area, column, ascending);
    };
  }),
  inList("swaps two of her columns", () => (list) => {
    const { sheet, top, rows } = list;
    const [client, manager] = ["Client", "Manager"].map((header) => columnNamed(list, header));
    if (client === undefined || manager === undefined || Math.abs(client - manager) !== 1) throw nothingToDo;
    const cells = sheet.getRangeByIndexes(top, Math.min(client, manager), rows.at(-1)!.row - top + 1, 2);
    const [formulas, formats] = [cells.formulas!, cells.numberFormat!];
    cells.formulas = formulas.map(([one, other]) => [other, one]);
    cells.numberFormat = formats.map(([one, other]) => [other, one]);
  }),
  inList("enters another client like one of hers", (draw) => {
    const which = draw.next();
    return (list) => {
      const { sheet, left, rows, user, table } = list;
      requireWhole(list);
      const isThere = rows.some(({ code }) => code === anotherCode);
      if (isThere || table || user.at(-1)! - left + 1 !== user.length) throw nothingToDo;
      const { row } = rows[Math.floor(which * rows.length)];
      const below = sheet.getRangeByIndexes(rows.at(-1)!.row + 1, left, 1, user.length);
      if (below.values![0].some((cell) => cell !== "")) throw nothingToDo;
      const [cells] = sheet.getRangeByIndexes(row, left, 1, user.length).formulas!;
      below.formulas = [[anotherCode, "Second Mill", ...cells.slice(2)]];
    };
  }),
];

const drawMove = (draw: Draws, scene: Scene): Deed => draw.pick(deeds)(draw, scene);

/** A column that comes beside the list takes over looks of its last one; they would be sorted with ours, and without them not. */
const plainBeside = (deed: Deed): Deed => ({
  ...deed,
  on: (workbook, notes) => {
    deed.on(workbook, notes);
    const list = deed.name === "inserts a column of the sheet" ? listIn(workbook) : null;
    const beside = list ? list.user.at(-1)! + 1 : 0;
    if (list && !list.own.includes(beside))
      list.sheet.getRangeByIndexes(0, beside, 1_048_576, 1).clear("Formats");
  },
});

/** Beside deeds of every day some that move what belongs together: with its formats, as sorting in Excel does. In the end everything is removed. */
export function drawMovers(seed: number, name: string | null = null): Interleaving {
  const drawn = drawInterleaving(seed, name, noFormatsBeside);
  const draw = Draws.scattered(seed + 660_000);
  // The looks of blank cells beside the list would be sorted with ours, and without them not.
  for (const sheet of drawn.scene.record.sheets)
    sheet.cells = sheet.cells.filter(({ value, formula }) => value !== undefined || formula !== undefined);
  const moves = drawBeside(draw, drawn, 3, drawMove);
  // Excel moves no contents without their formats.
  const usual = drawn.deeds.filter(({ deed }) => draw.chance(0.4) && deed.name !== "sorts the list");
  const plain = usual.map(({ deed, ...each }) => ({ ...each, deed: plainBeside(deed) }));
  return { ...drawn, deeds: [...plain, ...moves], isRemoved: drawn.operation.takesBack === null };
}
