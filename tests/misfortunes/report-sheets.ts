import type { CellRecord, SheetRecord, WorkbookRecord } from "../../src/host/workbook-record";
import { namedCells } from "../../src/workbook/marks/named-cells";
import { firstCellOf } from "../../src/workbook/marks/own-names";
import { settingOfNotes } from "../../src/workbook/settings/sheet-setting";
import { contentOf } from "./user-world";

const markName = /^keyfolio\.sheet\.(\w+)$/i;

/** A dossier's page has a form below it, which belongs to the user. */
const isDossier = (key: string) => key.startsWith("dossier");
/** A sheet that was asked for keeps the rows that it has had. */
const isOnDemand = (key: string) => isDossier(key) || key.startsWith("scenario");
const formMark = (key: string) => `keyfolio.form.${key}`;

type Cell = Pick<CellRecord, "row" | "column">;

/** A sheet of the report, with the cells where its page and its chart data begin. */
interface ReportSheet {
  sheet: SheetRecord;
  page: Cell;
  data: Cell;
  /** Columns and rows of the page. */
  width: number;
  rows: number;
}

function pagesIn({ sheets, names }: WorkbookRecord): Map<string, ReportSheet> {
  return new Map(
    names.flatMap(({ name, formula }) => {
      const key = markName.exec(name)?.[1];
      const cells = namedCells(formula);
      const page = cells && { row: cells.area.top, column: cells.area.left };
      const sheet = sheets.find((each) => each.name === cells?.sheet);
      if (!key || !page || !cells || !sheet) return [];
      const dataMark = names.find(
        (each) => each.name.toLowerCase() === `keyfolio.chartdata.${key}`.toLowerCase(),
      );
      const data = firstCellOf(dataMark?.formula ?? "") ?? page;
      return [
        [
          key,
          { sheet, page, data, width: sheet.page.printArea?.columns ?? 0, rows: cells.area.rowCount },
        ] as const,
      ];
    }),
  );
}

/** What is different in the sheets of a report from those that a first report makes of the same list. */
export function differencesOfReport(actual: WorkbookRecord, pattern: WorkbookRecord): string[] {
  const pages = [...pagesIn(actual)];
  return [...pagesIn(pattern)].flatMap(([key, wanted]) => {
    const kind = key.replace(/\d+$/, "");
    // A name may be another client's by now, who then gets a page beside the one of that name.
    const found = pages.filter(([each]) => each === key || (isDossier(key) && each.startsWith(kind)));
    if (found.length === 0) return [`then has no sheet ${key}`];
    return found
      .map(([, page]) => differencesOfPage(key, page, wanted, actual, pattern))
      .reduce((fewest, each) => (each.length < fewest.length ? each : fewest));
  });
}

function differencesOfPage(
  key: string,
  page: ReportSheet,
  wanted: ReportSheet,
  actual: WorkbookRecord,
  pattern: WorkbookRecord,
): string[] {
  const differences = isDossier(key) ? missingOfForm(actual, page.sheet, pattern, key) : [];
  const notes = actual.settings[settingOfNotes(key)];
  const hasNotes = Array.isArray(notes) && notes.length > 0;
  const [is, was] = [page, wanted].map((of) =>
    factsOf(isOnDemand(key) || hasNotes ? pageOnly(of, wanted.rows, hasNotes ? of.width : Infinity) : of),
  );
  for (const part of Object.keys(was) as (keyof typeof was)[]) {
    const [a, b] = [is[part], was[part]];
    for (const at of new Set([...a.keys(), ...b.keys()])) {
      if (a.get(at) !== b.get(at))
        differences.push(`then shows on ${key} ${part} ${at}: ${a.get(at)}, not ${b.get(at)}`);
    }
  }
  return differences;
}

/**
 * A page without what stands below its first rows, such as what somebody had typed over it.
 * @param width so many columns of it
 */
function pageOnly({ sheet, page, ...rest }: ReportSheet, count: number, width: number): ReportSheet {
  const isOn = (row: number) => row < page.row + count;
  return {
    ...rest,
    page,
    sheet: {
      ...sheet,
      cells: sheet.cells.filter(({ row, column }) => isOn(row) || column >= page.column + width),
      merges: sheet.merges.filter(({ row }) => isOn(row)),
      rows: sheet.rows.filter(({ index }) => isOn(index)),
      page: { ...sheet.page, printArea: null },
    },
  };
}

/** What a first form has and this one has not; nothing where somebody has deleted it. */
function missingOfForm(
  actual: WorkbookRecord,
  sheet: SheetRecord,
  pattern: WorkbookRecord,
  key: string,
): string[] {
  const mark = actual.names.find(({ name }) => name.toLowerCase() === formMark(key));
  if (!mark) return [`then has no form of ${key}`];
  if (!namedCells(mark.formula)) return [];
  const area = namedCells(pattern.names.find(({ name }) => name === formMark(key))!.formula)!;
  const texts = new Set(sheet.cells.map(contentOf));
  return pattern.sheets
    .find(({ name }) => name === area.sheet)!
    .cells.filter(({ row }) => row >= area.area.top && row < area.area.top + area.area.rowCount)
    .map(contentOf)
    .filter((text) => text !== "" && !texts.has(text))
    .map((text) => `then lacks in the form of ${key} ${String(text)}`);
}

/** How far a list goes depends on where its results stand. */
const withoutAddress = (content: unknown) =>
  typeof content === "string" ? content.replace(/, [A-Z]+\d+:[A-Z]+\d+\. /, ", …. ") : content;

/** The print set-up, by the rows and columns of the page. */
function pageFrom({ page }: SheetRecord, top: number, left: number): unknown {
  const { printArea, titleRows, rowBreaks, ...rest } = page;
  return {
    ...rest,
    rowBreaks: rowBreaks.map((row) => row - top),
    printArea: printArea && { ...printArea, row: printArea.row - top, column: printArea.column - left },
    titleRows: titleRows && { first: titleRows.first - top, last: titleRows.last - top },
  };
}

function factsOf({ sheet, page, data, width }: ReportSheet) {
  const [top, left] = [page.row, page.column];
  const isOfPage = ({ column }: { column: number }) => column < left + width;
  /** Chart data are told from where they begin: they stay there while the page gets longer or wider. */
  const placeOf = (cell: Cell): string => {
    const [where, from] = isOfPage(cell) ? ["", page] : ["data ", data];
    return `${where}R${cell.row - from.row + 1}C${cell.column - from.column + 1}`;
  };
  const move = <T extends { row: number; column: number }>(area: T): T => ({
    ...area,
    row: area.row - top,
    column: area.column - left,
  });
  const keyed = <T>(items: readonly T[], key: (item: T) => string, fact: (item: T) => unknown) =>
    new Map(items.map((item) => [key(item), JSON.stringify(fact(item))]));
  const reference = (formula: string | null) => {
    const cells = formula === null ? null : namedCells(formula);
    if (!cells) return null;
    const { top: row, left: column, rowCount, columnCount } = cells.area;
    return [placeOf({ row, column }), rowCount, columnCount];
  };
  return {
    cells: keyed(
      sheet.cells.filter((cell) => contentOf(cell) !== "" && !String(contentOf(cell)).startsWith("note ")),
      placeOf,
      (cell) => [withoutAddress(contentOf(cell)), cell.format],
    ),
    tables: keyed(
      sheet.tables,
      ({ area }) => JSON.stringify(move(area)),
      // A name that was numbered while another table had it stays: formulas may count on it.
      ({ name, columns, style, showBandedRows }) => [
        name.replace(/(?<=^Keyfolio\D+)\d+$/, ""),
        columns.map((each) => each.name),
        style,
        showBandedRows,
      ],
    ),
    merges: keyed(
      sheet.merges,
      (area) => JSON.stringify(move(area)),
      () => true,
    ),
    charts: keyed(
      sheet.charts,
      ({ name }) => name,
      ({ series, ...chart }) => [
        { ...chart, id: null, top: null, left: null },
        series.map(({ values, categories, ...rest }) => [reference(values), reference(categories), rest]),
      ],
    ),
    conditions: keyed(
      sheet.conditionalFormats,
      ({ areas, priority }) => JSON.stringify([areas.map(move), priority]),
      (condition) => ({ ...condition, areas: null }),
    ),
    lines: keyed(
      [
        // A column that somebody has inserted right of the page is hers, with the width that it took from there.
        ...sheet.columns
          .filter(({ index }) => isOfPage({ column: index }))
          .map((column) => ({ key: `column ${column.index - left}`, size: column.width })),
        ...sheet.rows.map(({ index, height }) => ({ key: `row ${index - top}`, size: height })),
      ].filter(({ size }) => size !== undefined),
      ({ key }) => key,
      ({ size }) => size,
    ),
    page: new Map([
      ["set-up", JSON.stringify([pageFrom(sheet, top, left), sheet.showGridlines, sheet.tabColor])],
    ]),
  };
}
