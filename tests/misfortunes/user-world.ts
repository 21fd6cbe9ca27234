import type {
  Area,
  CellRecord,
  DataValidationRecord,
  SheetRecord,
  WorkbookRecord,
} from "../../src/host/workbook-record";
import { isComing } from "../../src/workbook/marks/coming-sheets";
import { resultColumnOf, firstCellOf } from "../../src/workbook/marks/own-names";
import { isBegun, marksScores, nameOfScores, readScoreComment } from "../../src/workbook/marks/score-marks";
import type { ResultColumn } from "../../src/portfolio";
import { wantedScores } from "./operations";
import { isCode } from "./scene";
import { isShareFormat } from "../../src/workbook/columns/share-format";
import { cellsIn } from "../workbook-records";
import { countingSheet, herFormat, herHeader, herRule, hers } from "./world";

/** A column beside the list that a mark names. */
export interface OwnColumn {
  name: string;
  kind: ResultColumn | "score";
  /** Of scores: what is scored. */
  list: string;
  sheet: string;
  row: number;
  column: number;
  /** Last row of its list. */
  last: number;
  inTable: boolean;
}

/** Cells of a column that Keyfolio has added, from its header down. */
type Cells = Omit<OwnColumn, "name" | "list" | "kind"> & Partial<Pick<OwnColumn, "kind">>;

const cellAt = ({ cells }: SheetRecord, row: number, column: number): CellRecord | undefined =>
  cells.find((cell) => cell.row === row && cell.column === column);

export const contentOf = (cell: CellRecord | undefined): unknown => cell?.formula ?? cell?.value ?? "";

/**
 * Live marks of result columns, with the rows that belong to them.
 * @param named last row (as Excel counts) of which a message says that results may stand there
 */
export function ownColumnsIn(record: WorkbookRecord, named = 0): OwnColumn[] {
  const { sheets, names } = record;
  const places = [
    ...names.map(({ name, formula, comment }) => ({ name, cell: firstCellOf(formula), comment })),
    ...unmarkedColumnsIn(record).map((each) => ({ ...each, comment: "" })),
    ...freedScoresIn(record),
  ];
  return places.flatMap(({ name, cell, comment }) => {
    const of = beside(name, comment);
    const sheet = sheets.find((each) => each.name === cell?.sheet);
    if (!of || !cell || !sheet) return [];
    const { row, column } = cell;
    if (of.column === "score" && isNoneOfOurs(cellAt(sheet, row, column), name, comment)) return [];
    const table = sheet.tables.find(
      ({ area }) =>
        row >= area.row &&
        row < area.row + area.rows &&
        column >= area.column &&
        column < area.column + area.columns,
    );
    const codes = rowsOfCodes(sheet, row);
    const filled = sheet.cells
      .filter((each) => each.row > row && contentOf(each) !== "")
      .map((each) => each.row);
    const end = table
      ? table.area.row + table.area.rows - 1
      : Math.max(row, ...(codes.length > 0 ? codes : filled));
    const last = Math.max(end, named - 1);
    return [
      {
        name,
        kind: of.column,
        list: of.list,
        sheet: sheet.name,
        row,
        column,
        last,
        inTable: table !== undefined,
      },
    ];
  });
}

/** Whether a column of hers has moved to where scores were to come, in the moment in which that was marked. */
function isNoneOfOurs(header: CellRecord | undefined, name: string, comment: string): boolean {
  const shown = contentOf(header);
  const isOurs = ["", name, readScoreComment(comment).header].includes(String(shown));
  return isBegun(comment) && !isOurs && shown !== herHeader && shown !== hers;
}

/** Columns for scores that somebody has typed into while they were taken away: they have come again, without a mark. */
function freedScoresIn({ sheets, names }: WorkbookRecord) {
  const marked = names.map(({ formula }) => firstCellOf(formula));
  return sheets.flatMap(({ name: sheet, cells }) =>
    cells.flatMap(({ row, column, value }) => {
      const isMarked = marked.some(
        (cell) => cell?.sheet === sheet && cell.row === row && cell.column === column,
      );
      return wantedScores.some(({ header }) => header === value) && !isMarked
        ? [{ name: nameOfScores(0), cell: { sheet, row, column }, comment: `-- ${String(value)}` }]
        : [];
    }),
  );
}

/** Which of our columns beside a list a name marks. */
function beside(name: string, comment: string): { column: OwnColumn["kind"]; list: string } | null {
  if (!marksScores(name)) return resultColumnOf(name);
  return { column: "score", list: readScoreComment(comment).header.replaceAll(" ", "_") };
}

const isBeside = (name: string) => beside(name, "") !== null;

/** Columns of tables that have come and were not marked yet when Excel stopped: their headers are names of marks. */
export function unmarkedColumnsIn({
  sheets,
  names,
}: WorkbookRecord): { name: string; cell: { sheet: string; row: number; column: number } }[] {
  return sheets.flatMap(({ name: sheet, tables }) =>
    tables.flatMap(({ area: { row, column }, columns }) =>
      columns.flatMap(({ name }, i) =>
        isBeside(name) && !names.some((mark) => mark.name === name && firstCellOf(mark.formula))
          ? [{ name, cell: { sheet, row, column: column + i } }]
          : [],
      ),
    ),
  );
}

/** Columns of tables that bear a header of hers and no mark any more: what she sees stays, and nothing of ours in it. */
function headedByHer({ sheets, names }: WorkbookRecord): Cells[] {
  return sheets.flatMap(({ name: sheet, tables }) =>
    tables.flatMap(({ area, columns }) =>
      columns.flatMap(({ name }, i) => {
        const column = area.column + i;
        const isMarked = names.some((mark) => {
          const cell = isBeside(mark.name) ? firstCellOf(mark.formula) : null;
          return cell?.sheet === sheet && cell.row === area.row && cell.column === column;
        });
        if (isMarked || !name.startsWith(herHeader)) return [];
        const last = area.row + area.rows - 1;
        return [{ sheet, row: area.row, column, last, inTable: true }];
      }),
    ),
  );
}

/** Rows of a list, its total below the last code too. */
function rowsOfCodes({ cells }: SheetRecord, top: number): number[] {
  const codes = cells.filter(({ row, value }) => row > top && isCode(value));
  const rows = codes.map(({ row }) => row);
  const below = { row: Math.max(...rows) + 1, column: codes[0]?.column };
  const isTotal = cells.some(
    ({ row, column, value }) => row === below.row && column === below.column && value === "Total",
  );
  return isTotal ? [...rows, below.row] : rows;
}

const ownSheetName = /^keyfolio\.(?:(?:sheet|chartData|clients|place\.clients)\.|place\.sample$)/i;

/** Sheets that a mark makes ours; blank ones that were not marked yet when Excel stopped have a name of ours. */
export function ownSheetsIn({ names, sheets }: WorkbookRecord): Set<string> {
  const marked = names.flatMap(({ name, formula }) => {
    const cell = ownSheetName.test(name) ? firstCellOf(formula) : null;
    return cell ? [cell.sheet] : [];
  });
  const coming = sheets.filter(({ name, cells }) => isComing(name) && cells.length === 0);
  return new Set([...marked, ...coming.map(({ name }) => name)]);
}

export const isOwnName = (name: string): boolean => /^keyfolio\./i.test(name);

/** Own cells and classes by list, kind and the code of their row. */
export function classesIn(record: WorkbookRecord): Map<string, unknown> {
  const classes = new Map<string, unknown>();
  for (const { list, kind, sheet: name, row, column, last } of ownColumnsIn(record)) {
    const sheet = record.sheets.find((each) => each.name === name)!;
    for (const { row: at, code } of codesOf(sheet, row, last)) {
      classes.set(`${list} ${kind} ${code}`, contentOf(cellAt(sheet, at, column)));
    }
  }
  return classes;
}

function codesOf(sheet: SheetRecord, top: number, last: number): { row: number; code: string }[] {
  return sheet.cells.flatMap(({ row, value }) =>
    row > top && row <= last && isCode(value) ? [{ row, code: value }] : [],
  );
}

/**
 * What is different in the user's part of a workbook from what it would be without Keyfolio.
 * @param expected the same deeds of the same people in a workbook that no Keyfolio ever saw
 */
export function differencesOfUser(
  actual: WorkbookRecord,
  expected: WorkbookRecord,
  foreignSheets: ReadonlySet<string> = new Set(),
  named = 0,
): string[] {
  const found: string[] = [];
  const differ = (what: string, one: unknown, other: unknown) => {
    const [a, b] = [JSON.stringify(one), JSON.stringify(other)];
    if (a !== b) found.push(`${what}: ${a}, without Keyfolio ${b}`);
  };
  const headed = headedByHer(actual);
  for (const { sheet, row, column, last } of headed) {
    const { cells } = actual.sheets.find(({ name }) => name === sheet)!;
    for (const cell of cells) {
      if (cell.column !== column || cell.row <= row || cell.row > last) continue;
      const content = contentOf(cell);
      if (content !== "" && content !== hers) differ(`${sheet} under her header`, content, "");
      const format = cell.format?.numberFormat ?? "";
      if (isShareFormat(format)) differ(`${sheet} under her header`, format, "");
    }
  }
  const own = [...ownColumnsIn(actual, named), ...headed];
  const ownSheets = ownSheetsIn(actual);
  const isOurs = ({ name }: SheetRecord) => ownSheets.has(name) || foreignSheets.has(name);
  const theirs = actual.sheets.filter(
    (sheet) => !isOurs(sheet) || expected.sheets.some(({ name }) => name === sheet.name),
  );
  differ(
    "sheets",
    theirs.map(({ name }) => name),
    expected.sheets.map(({ name }) => name),
  );
  const deleted = actual.names.filter(({ name, formula }) => isBeside(name) && !firstCellOf(formula)).length;
  for (const sheet of expected.sheets) {
    if (sheet.name === countingSheet) continue;
    const now = actual.sheets.find(({ name }) => name === sheet.name);
    if (now)
      compareSheets(
        now,
        sheet,
        own.filter((column) => column.sheet === sheet.name),
        differ,
        deleted,
      );
  }
  const namesOf = ({ names }: WorkbookRecord) => names.filter(({ name }) => !isOwnName(name));
  differ("names", namesOf(actual), namesOf(expected));
  const settingsOf = ({ settings }: WorkbookRecord) =>
    Object.fromEntries(Object.entries(settings).filter(([key]) => !isOwnName(key)));
  differ("settings", settingsOf(actual), settingsOf(expected));
  differ("protection", actual.protected, expected.protected);
  return found;
}

/** How a cell looks but for its number format. */
const lookOf = (cell: CellRecord | undefined) => JSON.stringify({ ...cell?.format, numberFormat: undefined });

type Differ = (what: string, one: unknown, other: unknown) => void;

function compareSheets(
  actual: SheetRecord,
  expected: SheetRecord,
  own: readonly Cells[],
  differ: Differ,
  deleted: number,
): void {
  const where = (row: number, column: number) => `${expected.name} R${row + 1}C${column + 1}`;
  // Columns of a table move what stands to their right in its rows.
  const shiftOf = (row: number, column: number) =>
    own.filter(
      ({ inTable, row: top, last, column: at }) => inTable && row >= top && row <= last && at < column,
    ).length;
  const ownAt = (row: number, column: number) =>
    own.find(({ row: top, last, column: at }) => at === column && row >= top && row <= last);
  const before = new Map(expected.cells.map((cell) => [`${cell.row},${cell.column}`, cell]));
  const seen = new Set<string>();
  for (const cell of actual.cells) {
    if (ownAt(cell.row, cell.column)) continue;
    const column = cell.column - shiftOf(cell.row, cell.column);
    const key = `${cell.row},${column}`;
    seen.add(key);
    // What she has typed over ours stays where she sees it, also when our column goes from there.
    const isTyped = cell.value === hers || cell.value === herHeader;
    if (isTyped && !isInTable(actual, cell) && contentOf(before.get(key)) === "") continue;
    // A number format that she gave a cell of ours stays, too, under what she types there once ours has gone.
    const isDressed =
      contentOf(cell) === contentOf(before.get(key)) && cell.format?.numberFormat === herFormat;
    const isBlank = contentOf(before.get(key)) === "";
    // A row that somebody inserts below her header takes its look over, as Excel gives it.
    if (isBlank && contentOf(cell) === "" && looksLikeHerHeader(actual, cell)) continue;
    if (isDressed && lookOf(cell) === lookOf(before.get(key))) continue;
    differ(where(cell.row, column), factsOf(cell), factsOf(before.get(key)));
  }
  for (const [key, cell] of before) {
    if (seen.has(key)) continue;
    const ours = own.find(
      ({ inTable, column, row, last }) =>
        !inTable && column === cell.column && cell.row >= row && cell.row <= last,
    );
    // Formats that the user gave the room beside the list may be those of our cells there; contents may not. A mark that cannot go
    // leaves hers where she typed them.
    const isKept = contentOf(cellAt(actual, cell.row, cell.column)) === contentOf(cell);
    if (ours && !isKept) differ(where(cell.row, cell.column), contentOf(undefined), contentOf(cell));
    else if (!ours) differ(where(cell.row, cell.column), factsOf(undefined), factsOf(cell));
  }
  const isHerRule = ({ formula1 }: DataValidationRecord) =>
    formula1 === herRule || formula1 === String(herRule);
  const ruled = ({ dataValidations }: SheetRecord, shift: typeof shiftOf) =>
    (dataValidations ?? [])
      .filter(isHerRule)
      .flatMap(({ areas }) => areas.flatMap(cellsIn))
      .map(({ row, column }) => ({ row, column: column - shift(row, column), isOurs: ownAt(row, column) }))
      .flatMap(({ row, column, isOurs }) => (isOurs && !isOurs.inTable ? [] : [`R${row + 1}C${column + 1}`]))
      .sort();
  differ(
    `${expected.name}: her rules`,
    ruled(actual, shiftOf),
    ruled(expected, () => 0),
  );
  const isValidated = ({
    row,
    column,
    rows,
    columns,
  }: {
    row: number;
    column: number;
    rows: number;
    columns: number;
  }) =>
    own.some(
      (each) => column === each.column && columns === 1 && row > each.row && row + rows - 1 <= each.last + 1,
    ) ||
    Array.from({ length: columns }, (_, i) => column + i).every((at) =>
      own.some((each) => each.kind === "score" && each.column === at),
    );
  // A column that she puts in right of one of ours takes its rule over, as any column does.
  const isCarried = ({ column }: Area) =>
    own.some((each) => each.kind === "score" && each.inTable && each.column < column);
  const validated = (actual.dataValidations ?? [])
    .filter((validation) => !isHerRule(validation))
    .flatMap(({ areas }) => areas.filter((area) => !isValidated(area) && !isCarried(area)));
  differ(`${expected.name}: our rules`, validated, []);
  // She has deleted columns of ours from a table: what stands right of these has moved, widths have not.
  const ends = actual.tables.map(({ area }) => area.column + area.columns);
  const left = ends.flatMap((end) => Array.from({ length: deleted }, (_, i) => end + i));
  const isOwnColumn = new Set([...own.map(({ column }) => column), ...left]);
  const widths = ({ columns }: SheetRecord) =>
    columns
      .map(({ index, width, hidden }) => ({ index, width, hidden }))
      .filter(({ index, width, hidden }) => !isOwnColumn.has(index) && (width !== undefined || hidden))
      .sort((a, b) => a.index - b.index);
  // A column that she adds to a table comes to stand where one was hidden: it is hers to see, once ours is no more left of it.
  const lasts = actual.tables.map(({ area }) => area.column + area.columns - 1);
  const isShown = ({ index, width, hidden }: ReturnType<typeof widths>[number]) =>
    hidden === true && width === undefined && lasts.includes(index);
  const wanted = widths(expected).filter((each) => !isShown(each) || widths(actual).some(isShown));
  differ(`${expected.name}: widths`, widths(actual), wanted);
  const lines = ({ rows }: SheetRecord) =>
    rows
      .filter(({ height, hidden, format }) => height !== undefined || hidden || format)
      .sort((a, b) => a.index - b.index);
  differ(`${expected.name}: rows`, lines(actual), lines(expected));
  const tables = (sheet: SheetRecord, isActual: boolean) =>
    sheet.tables.map(({ area, columns, ...rest }) => {
      const mine = isActual
        ? own
            .filter(({ inTable, row, column }) => inTable && isIn(area, row, column))
            .map(({ column }) => column - area.column)
        : [];
      return {
        ...rest,
        area: { ...area, columns: area.columns - mine.length },
        columns: columns.filter((_, i) => !mine.includes(i)).map(({ name }) => name),
      };
    });
  differ(`${expected.name}: tables`, tables(actual, true), tables(expected, false));
  const rest = ({
    visibility,
    tabColor,
    showGridlines,
    merges,
    frozen,
    filter,
    protection,
    conditionalFormats,
    charts,
    page,
  }: SheetRecord) => ({
    visibility,
    tabColor,
    showGridlines,
    merges,
    frozen,
    filter,
    protection,
    conditionalFormats,
    charts: charts.length,
    page,
  });
  differ(`${expected.name}: sheet`, rest(actual), rest(expected));
}

/** Whether a cell, and all between, looks just like the header above it that she typed over ours. */
function looksLikeHerHeader(sheet: SheetRecord, cell: CellRecord): boolean {
  for (let row = cell.row - 1; row >= 0; row--) {
    const above = cellAt(sheet, row, cell.column);
    if (JSON.stringify(above?.format) !== JSON.stringify(cell.format)) return false;
    if (contentOf(above) !== "") return contentOf(above) === herHeader;
  }
  return false;
}

const isInTable = ({ tables }: SheetRecord, { row, column }: CellRecord): boolean =>
  tables.some(({ area }) => isIn(area, row, column));

const isIn = (
  area: { row: number; rows: number; column: number; columns: number },
  row: number,
  column: number,
) =>
  row >= area.row &&
  row < area.row + area.rows &&
  column >= area.column &&
  column < area.column + area.columns;

/** What a cell holds and looks like; a calculated value is not its own. */
function factsOf(cell: CellRecord | undefined): unknown {
  if (!cell) return { content: "", format: {} };
  const { formula, value, quotePrefix, format } = cell;
  return {
    content: formula ?? value ?? "",
    quotePrefix: quotePrefix ?? false,
    format: ordered(format ?? {}),
  };
}

function ordered(value: object): object {
  return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)));
}
