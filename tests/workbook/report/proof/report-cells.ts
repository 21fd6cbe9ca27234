/** The figures that a report shows, whatever the Proof sheet says of them. */
import { contains } from "../../../../src/host/model/reference";
import type { CellRecord, SheetRecord, WorkbookRecord } from "../../../../src/host/workbook-record";
import { textsOf } from "../../../../src/locales";
import { reportTextsOf } from "../../../../src/locales/report-texts";

export interface ShownCell {
  sheet: string;
  row: number;
  column: number;
  value: number | string;
  /** What it is about: head of its column in the list, or the text left of it or above it. */
  label: string;
}

const words = textsOf.en.columns;
const classes: ReadonlySet<unknown> = new Set([
  ...["A", "B", "C", "X", "Y", "Z", "N"],
  ...["A", "B", "C"].flatMap((abc) => ["X", "Y", "Z", "N"].map((xyz) => abc + xyz)),
  ...[words.statuses, words.quadrants, words.activity, reportTextsOf.en.movement.kinds].flatMap((texts) =>
    Object.values(texts),
  ),
]);

const isFigure = ({ value, formula }: CellRecord): boolean =>
  formula === undefined && (typeof value === "number" || classes.has(value));

/** Numbers and classes in the printed part of the report's sheets. */
export function shownCells(record: WorkbookRecord): ShownCell[] {
  return record.sheets.slice(1).flatMap((sheet) => {
    if (sheet.name === "Proof") return [];
    const area = sheet.page.printArea;
    const cells = sheet.cells.filter(
      ({ row, column }) => !area || (row < area.row + area.rows && column < area.column + area.columns),
    );
    return cells.flatMap((cell): ShownCell[] => {
      const { row, column } = cell;
      const inList = tableOf(sheet, cell) !== undefined;
      if (!isFigure(cell) || (typeof cell.value === "string" && !inList)) return [];
      const value = cell.value as number | string;
      return [{ sheet: sheet.name, row, column, value, label: labelOf(sheet, cell) }];
    });
  });
}

/** The table in whose body a cell stands. */
const tableOf = ({ tables }: SheetRecord, { row, column }: Pick<CellRecord, "row" | "column">) =>
  tables.find(({ area }) => row > area.row && contains(area, { row, column, rows: 1, columns: 1 }));

function labelOf(sheet: SheetRecord, { row, column }: CellRecord): string {
  const inList = tableOf(sheet, { row, column });
  if (inList) return inList.columns[column - inList.area.column].name;
  const text = (found: CellRecord | undefined) => (typeof found?.value === "string" ? found.value : null);
  const left = sheet.cells
    .filter((cell) => cell.row === row && cell.column < column && text(cell))
    .sort((a, b) => a.column - b.column)[0];
  const above = sheet.cells
    .filter((cell) => cell.column === column && cell.row < row && text(cell))
    .sort((a, b) => b.row - a.row)[0];
  return [text(left), text(above)].filter((each) => each !== null).join(" / ");
}

/** Cells of the report that are not the same in two workbooks. */
export function differentCells(one: WorkbookRecord, other: WorkbookRecord): ShownCell[] {
  const key = ({ sheet, row, column }: ShownCell) => `${sheet} ${row} ${column}`;
  const [before, after] = [shownCells(one), shownCells(other)];
  const known = new Map(before.map((cell) => [key(cell), cell]));
  const now = new Map(after.map((cell) => [key(cell), cell]));
  return [
    ...after.filter((cell) => known.get(key(cell))?.value !== cell.value),
    ...before.filter((cell) => !now.has(key(cell))),
  ];
}

/** A1 of a cell as the Proof sheet names it. */
export function isProvedBy(where: string, { sheet, row, column }: ShownCell): boolean {
  const [, named, first, last = first] = /^'?(.+?)'?!([A-Z]+\d+)(?::([A-Z]+\d+))?$/.exec(where) ?? [];
  if (named !== sheet) return false;
  const [from, to] = [first, last].map((text) => cellNamed(text));
  return row >= from.row && row <= to.row && column >= from.column && column <= to.column;
}

function cellNamed(text: string): { row: number; column: number } {
  const [, letters, digits] = /^([A-Z]+)(\d+)$/.exec(text)!;
  const column = [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
  return { row: Number(digits) - 1, column };
}
