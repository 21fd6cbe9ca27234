import type { ExcelHost } from "../../src/host/excel-host";
import { firstCellOf, resultColumnOf } from "../../src/workbook/marks/own-names";
import { isBegun, marksScores, readScoreComment } from "../../src/workbook/marks/score-marks";
import { wantedScores } from "./operations";
import { isCode } from "./scene";

export type Model = ExcelHost["workbook"];
export type Sheet = ReturnType<Model["worksheets"]["getItem"]>;
export type Table = Sheet["tables"]["items"][number];

/** What she types over a result of ours: there she sees what she has typed, until the next run. */
export const hers = "hers";
/** What she types over a header of ours. */
export const herHeader = "Our view";
/** The number format that she gives a cell of ours: it is hers from then on. */
export const herFormat = "0.00";
/** What she renames sheets of ours to: perhaps after a run has read their names. */
export const pageNames = ["Board", "It's ours", "Для правления"];
export const nameOfHerList = "Our best";
export const herSheetNames: ReadonlySet<string> = new Set([...pageNames, nameOfHerList]);
/** A sheet of hers whose formulas may count on columns of ours. */
export const countingSheet = "Counting";
/** The limit of a rule of hers for what may be typed. */
export const herRule = 47_110;
/** What she types in the header row right of the list. */
export const besideList = "mine";

/** The client list as it stands in a workbook at the moment. Rows and columns of the sheet, zero-based. */
export interface StandingList {
  sheet: Sheet;
  table: Table | null;
  /** Header row. */
  top: number;
  left: number;
  /** One past the last column, ours included. */
  right: number;
  rows: { code: string; row: number }[];
  /** Columns that no mark names. */
  user: number[];
  /** Columns that a mark names, also where somebody has moved them off the list. */
  own: number[];
}

const isOurs = (name: string) => resultColumnOf(name) !== null || marksScores(name);

/** Columns of a sheet's row that a mark of ours names. */
export function markedColumns(workbook: Model, sheet: Sheet, row: number): number[] {
  return workbook.names.items.flatMap(({ name, formula, comment }) => {
    const cell = isOurs(name) ? firstCellOf(formula) : null;
    if (cell?.sheet !== sheet.name || cell.row !== row) return [];
    // A mark of scores comes before its header: for a moment it may name a column of hers that has just come to stand there.
    const isAlone = marksScores(name) && isBegun(comment);
    const { header } = readScoreComment(comment);
    return isAlone && sheet.getCell(row, cell.column).values?.[0][0] !== header ? [] : [cell.column];
  });
}

/** Finds the list by its codes, wherever somebody moved it. */
export function listIn(workbook: Model): StandingList | null {
  for (const sheet of workbook.worksheets.items) {
    const used = sheet.getUsedRangeOrNullObject(true);
    const values = used?.values;
    if (!used || !values) continue;
    for (let r = 0; r < values.length; r++) {
      const c = values[r].indexOf("Code");
      if (c < 0) continue;
      const rows = values.flatMap((cells, at) => {
        const code = cells[c];
        return at > r && isCode(code) ? [{ code, row: used.rowIndex + at }] : [];
      });
      if (rows.length === 0) continue;
      const [top, left] = [used.rowIndex + r, used.columnIndex + c];
      const table =
        sheet.tables.items.find(({ $record: { area } }) => area.row === top && area.column === left) ?? null;
      let right = c;
      while (values[r][right] !== undefined && values[r][right] !== "") right++;
      const width = table ? table.$record.area.columns : right - c;
      // One that could not be marked yet, since nobody may add a name, has the mark's name for its header.
      const isUnmarked = (column: number) => isOurs(String(values[r][column - used.columnIndex] ?? ""));
      // A column for scores comes again without its mark when somebody types into it while it is taken away.
      const typed = new Set<unknown>([besideList, ...wantedScores.map(({ header }) => header)]);
      // The second such header of a table has a number.
      const isTyped = (header: unknown) => typed.has(header) || String(header ?? "").startsWith(herHeader);
      const marked = markedColumns(workbook, sheet, top);
      const columns = Array.from({ length: width }, (_, i) => left + i);
      const own = [...marked, ...columns.filter((column) => isUnmarked(column) && !marked.includes(column))];
      return {
        sheet,
        table,
        top,
        left,
        right: left + width,
        rows,
        own,
        // What somebody has typed in the header row beside the list may touch columns of ours, and without them stands apart.
        user: columns.filter(
          (column) => !own.includes(column) && !isTyped(values[r][column - used.columnIndex]),
        ),
      };
    }
  }
  return null;
}

/** Column of the list by its header as long as nobody has renamed it; undefined when it is gone. */
export function columnNamed({ sheet, top, user }: StandingList, header: string): number | undefined {
  return user.find((column) => sheet.getCell(top, column).values?.[0][0] === header);
}
