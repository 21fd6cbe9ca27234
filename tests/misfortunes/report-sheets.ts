import type { SheetRecord, WorkbookRecord } from "../../src/host/workbook-record";
import { namedCells } from "../../src/workbook/marks/named-cells";
import { firstCellOf } from "../../src/workbook/marks/own-names";
import { contentOf } from "./user-world";

const markName = /^keyfolio\.sheet\.(\w+)$/i;

/** Sheets of the report by key, with the cell where their page begins. */
function pagesIn({ sheets, names }: WorkbookRecord) {
  return new Map(
    names.flatMap(({ name, formula }) => {
      const key = markName.exec(name)?.[1];
      const cell = firstCellOf(formula);
      const sheet = sheets.find((each) => each.name === cell?.sheet);
      return key && cell && sheet ? [[key, { sheet, row: cell.row, column: cell.column }] as const] : [];
    }),
  );
}

/** What is different in the sheets of a report from those that a first report makes of the same list. */
export function differencesOfReport(actual: WorkbookRecord, pattern: WorkbookRecord): string[] {
  const [pages, wanted] = [pagesIn(actual), pagesIn(pattern)];
  return [...wanted].flatMap(([key, { sheet, row, column }]) => {
    const page = pages.get(key);
    if (!page) return [`then has no sheet ${key}`];
    const differences: string[] = [];
    const width = sheet.page.printArea?.columns ?? 0;
    const [is, was] = [factsOf(page.sheet, page.row, page.column, width), factsOf(sheet, row, column, width)];
    for (const part of Object.keys(was) as (keyof typeof was)[]) {
      const [a, b] = [is[part], was[part]];
      for (const at of new Set([...a.keys(), ...b.keys()])) {
        if (a.get(at) !== b.get(at))
          differences.push(`then shows on ${key} ${part} ${at}: ${a.get(at)}, not ${b.get(at)}`);
      }
    }
    return differences;
  });
}

/** How far a list goes depends on where its results stand. */
const withoutAddress = (content: unknown) =>
  typeof content === "string" ? content.replace(/, [A-Z]+\d+:[A-Z]+\d+\. /, ", …. ") : content;

/** The print set-up, by the rows and columns of the page. */
function pageFrom({ page }: SheetRecord, top: number, left: number): unknown {
  const { printArea, titleRows, ...rest } = page;
  return {
    ...rest,
    printArea: printArea && { ...printArea, row: printArea.row - top, column: printArea.column - left },
    titleRows: titleRows && { first: titleRows.first - top, last: titleRows.last - top },
  };
}

/** @param width columns of the page itself */
function factsOf(sheet: SheetRecord, top: number, left: number, width: number) {
  const move = <T extends { row: number; column: number }>(area: T): T => ({
    ...area,
    row: area.row - top,
    column: area.column - left,
  });
  const keyed = <T>(items: readonly T[], key: (item: T) => string, fact: (item: T) => unknown) =>
    new Map(items.map((item) => [key(item), JSON.stringify(fact(item))]));
  const reference = (formula: string | null) => {
    const cells = formula === null ? null : namedCells(formula);
    return cells && { ...cells.area, top: cells.area.top - top, left: cells.area.left - left };
  };
  return {
    cells: keyed(
      sheet.cells.filter((cell) => contentOf(cell) !== "" && !String(contentOf(cell)).startsWith("note ")),
      (cell) => `R${cell.row - top + 1}C${cell.column - left + 1}`,
      (cell) => [withoutAddress(contentOf(cell)), cell.format],
    ),
    tables: keyed(
      sheet.tables,
      ({ area }) => JSON.stringify(move(area)),
      ({ name, columns, style, showBandedRows }) => [
        name,
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
          .filter(({ index }) => index < left + width)
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
