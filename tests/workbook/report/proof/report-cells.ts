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
  /** Of a list: what its row is about. */
  of: string;
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
      const of = inList ? rowNameOf(sheet, cell) : "";
      return [{ sheet: sheet.name, row, column, value, label: labelOf(sheet, cell), of }];
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

/** The first text of the row of a list: its client, manager or period. */
function rowNameOf(sheet: SheetRecord, { row }: CellRecord): string {
  const texts = sheet.cells.filter((cell) => cell.row === row && typeof cell.value === "string");
  return String(texts.sort((a, b) => a.column - b.column)[0]?.value ?? "");
}

/** Figures of the report that are not the same in two workbooks, wherever they stand: those of the other one, and those that it lacks. */
export function differentCells(
  one: WorkbookRecord,
  other: WorkbookRecord,
): { changed: ShownCell[]; gone: ShownCell[] } {
  const [before, after] = [one, other].map((record) => byMeaning(shownCells(record)));
  return {
    changed: [...after].flatMap(([key, cell]) => (before.get(key)?.value === cell.value ? [] : [cell])),
    gone: [...before].flatMap(([key, cell]) => (after.has(key) ? [] : [cell])),
  };
}

/** Cells by what they are about, and by their order where several are about the same. */
function byMeaning(cells: readonly ShownCell[]): Map<string, ShownCell> {
  const counts = new Map<string, number>();
  return new Map(
    cells.map((cell) => {
      const meaning = [cell.sheet, cell.label, cell.of].join("\n");
      const count = counts.get(meaning) ?? 0;
      counts.set(meaning, count + 1);
      return [`${meaning}\n${count}`, cell];
    }),
  );
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
